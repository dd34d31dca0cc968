"""The zones that people name beside a time of day, by abbreviation and by place."""

from __future__ import annotations

import re

ZONES = {
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "new york": "America/New_York", "boston": "America/New_York",
    "toronto": "America/Toronto", "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "mt": "America/Denver",
    "mst": "America/Denver", "mdt": "America/Denver", "mountain": "America/Denver",
    "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "central": "America/Chicago", "chicago": "America/Chicago", "cet": "Europe/Berlin",
    "cest": "Europe/Berlin", "mez": "Europe/Berlin", "mesz": "Europe/Berlin",
    "berlin": "Europe/Berlin", "paris": "Europe/Paris", "madrid": "Europe/Madrid",
    "rome": "Europe/Rome", "amsterdam": "Europe/Amsterdam", "zurich": "Europe/Zurich",
    "vienna": "Europe/Vienna", "stockholm": "Europe/Stockholm", "warsaw": "Europe/Warsaw",
    "eet": "Europe/Helsinki", "wet": "Europe/Lisbon", "lisbon": "Europe/Lisbon",
    "gmt": "Europe/London", "bst": "Europe/London", "uk": "Europe/London",
    "london": "Europe/London", "irish": "Europe/Dublin", "dublin": "Europe/Dublin",
    "jst": "Asia/Tokyo", "tokyo": "Asia/Tokyo", "japan": "Asia/Tokyo", "日本時間": "Asia/Tokyo",
    "beijing": "Asia/Shanghai", "shanghai": "Asia/Shanghai", "北京时间": "Asia/Shanghai",
    "中国時間": "Asia/Shanghai", "singapore": "Asia/Singapore", "sgt": "Asia/Singapore",
    "sydney": "Australia/Sydney", "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
    "melbourne": "Australia/Melbourne", "brt": "America/Sao_Paulo", "brasília": "America/Sao_Paulo",
    "brasilia": "America/Sao_Paulo", "barcelona": "Europe/Madrid", "españa": "Europe/Madrid",
    "são paulo": "America/Sao_Paulo", "utc": "UTC", "montreal": "America/Toronto",
    "montréal": "America/Toronto", "vancouver": "America/Vancouver", "denver": "America/Denver",
    "los angeles": "America/Los_Angeles", "atlanta": "America/New_York",
    "washington": "America/New_York", "dallas": "America/Chicago", "houston": "America/Chicago",
    "honolulu": "Pacific/Honolulu", "hawaii": "Pacific/Honolulu", "hst": "Pacific/Honolulu",
    "auckland": "Pacific/Auckland", "wellington": "Pacific/Auckland", "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland", "brisbane": "Australia/Brisbane", "perth": "Australia/Perth",
    "hong kong": "Asia/Hong_Kong", "seoul": "Asia/Seoul", "mumbai": "Asia/Kolkata",
    "delhi": "Asia/Kolkata", "bangalore": "Asia/Kolkata", "india": "Asia/Kolkata",
    "dubai": "Asia/Dubai", "istanbul": "Europe/Istanbul", "athens": "Europe/Athens",
    "helsinki": "Europe/Helsinki", "oslo": "Europe/Oslo", "copenhagen": "Europe/Copenhagen",
    "brussels": "Europe/Brussels", "bruxelles": "Europe/Brussels", "munich": "Europe/Berlin",
    "münchen": "Europe/Berlin", "frankfurt": "Europe/Berlin", "hamburg": "Europe/Berlin",
    "genève": "Europe/Zurich", "geneva": "Europe/Zurich", "zürich": "Europe/Zurich",
    "wien": "Europe/Vienna", "milano": "Europe/Rome", "roma": "Europe/Rome",
    "lisboa": "Europe/Lisbon", "ciudad de méxico": "America/Mexico_City",
    "mexico city": "America/Mexico_City", "bogotá": "America/Bogota", "bogota": "America/Bogota",
    "buenos aires": "America/Argentina/Buenos_Aires", "johannesburg": "Africa/Johannesburg",
}  # fmt: skip
ZONE = re.compile(
    r"^\s*[(\uFF08,]?\s*(?:(?:de|em|en|in|à|hora de|heure de|ora di)\s+)?("
    + "|".join(sorted(map(re.escape, ZONES), key=len, reverse=True))
    + r")(?:[- ]?time)?(?![\w/])|^\s*[(\uFF08,]?\s*(?P<yours>your (?:local )?time|(?:for you|where you are|(?:at|on) your end)\b|(?:bei )?dir\b|bei (?:ihnen|euch)|(?:ihrer|deiner) (?:orts)?zeit|heure de chez (?:vous|toi)|chez (?:vous|toi)|tu hora|su hora|hora tuya|sua hora|(?:la )?tua ora|(?:bij )?jouw tijd|din tid|twojego czasu)",
    re.I,
)
ZONE_BEFORE = re.compile(
    r"(日本時間|北京时间|中国時間)[^\d]{0,4}(?:\d{1,2}月\d{1,2}日)?[^\d]{0,8}$"
)
