"""The zones that people name beside a time of day, by abbreviation and by place."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

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
    "londres": "Europe/London", "londra": "Europe/London", "londen": "Europe/London",
    "parigi": "Europe/Paris", "parijs": "Europe/Paris", "berlín": "Europe/Berlin",
    "berlim": "Europe/Berlin", "berlino": "Europe/Berlin", "berlijn": "Europe/Berlin",
    "lisbonne": "Europe/Lisbon", "lisbona": "Europe/Lisbon", "lissabon": "Europe/Lisbon",
    "portugal": "Europe/Lisbon", "porto": "Europe/Lisbon", "zurigo": "Europe/Zurich",
    "ginevra": "Europe/Zurich", "ginebra": "Europe/Zurich", "genf": "Europe/Zurich",
    "viena": "Europe/Vienna", "milan": "Europe/Rome", "nueva york": "America/New_York",
    "nova iorque": "America/New_York", "nova york": "America/New_York", "canarias": "Atlantic/Canary",
    "warszawa": "Europe/Warsaw", "prague": "Europe/Prague", "budapest": "Europe/Budapest",
    "buenos aires": "America/Argentina/Buenos_Aires", "johannesburg": "Africa/Johannesburg",
}  # fmt: skip
_PEOPLES = {
    name: zone
    for zone, names in {
        "Europe/London": "londoner british uk english englische britische anglaise britannique inglese inglesa britânica engelse britse brittisk engelsk",
        "Europe/Berlin": "berliner german deutsche allemande tedesca alemana alemã duitse tysk",
        "Europe/Paris": "pariser french französische française francese francesa franse fransk",
        "Europe/Zurich": "zürcher swiss schweizer suisse svizzera suiza suíça zwitserse",
        "Europe/Vienna": "wiener austrian österreichische autrichienne austriaca",
        "Europe/Amsterdam": "dutch niederländische néerlandaise olandese holandesa neerlandesa nederlandse",
        "Europe/Brussels": "belgian belgische belge belga",
        "Europe/Madrid": "spanish spanische espagnole spagnola española espanhola peninsular spaanse spansk",
        "Europe/Rome": "italian italienische italienne italiana italiaanse italiensk",
        "Europe/Lisbon": "portuguese portugiesische portugaise portoghese portuguesa portugese",
        "Europe/Stockholm": "swedish schwedische suédoise svedese sueca zweedse svensk",
        "Europe/Copenhagen": "danish dänische danoise danese danesa deense dansk",
        "Europe/Oslo": "norwegian norwegische norvégienne norvegese noruega noorse norsk",
        "Europe/Helsinki": "finnish finnische finlandaise finlandese finlandesa finse finsk",
        "Europe/Warsaw": "polish polnische polonaise polacca polaca poolse polskiego",
        "Europe/Dublin": "irish irische irlandaise irlandese irlandesa ierse",
        "Asia/Tokyo": "japanese japanische japonaise giapponese japonesa japanse",
        "America/New_York": "eastern",
    }.items()
    for name in names.split()
}


def _or(names: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


ZONE = re.compile(
    r"^\s*[(\uFF08,/]?\s*(?:"
    r"\((?:utc|gmt)[+-]\d\d:\d\d\)\s*(?P<listed>[A-Za-z]+)?|"
    r"(?:utc|gmt)\s?(?P<sign>[+\u2212-])\s?(?P<hours>\d{1,2}?)(?::?(?P<minutes>\d\d))?(?!\d)|"
    rf"(?P<people>{_or(_PEOPLES)})[rns]? (?:orts)?(?:time|zeit|tijd|tid)\b|(?:hora|heure|ora|horário|czasu?) (?P<theirs>{_or(_PEOPLES)})\b|"
    rf"(?:(?:(?:n[oa]|pel[oa]|à|a|en|em) )?(?:de|em|en|in|à|hora (?:de|local de)|horário de|heure (?:locale )?de|ora (?:locale )?di)\s+)?(?P<place>{_or(ZONES)})(?:[- ]?(?:time|zeit|tijd|tid)\b)?(?![\w/])|"
    r"(?P<yours>your (?:local )?time|yours\b|(?:for you|where you are|(?:at|on) your end)\b|(?:bei )?dir\b|bei (?:ihnen|euch)|(?:ihrer|deiner) (?:orts)?zeit|heure de chez (?:vous|toi)|chez (?:vous|toi)|tu hora|su hora|(?:hora )?(?:tuyas?|suyas?)\b|hora (?:vuestra|de usted)\b|sua hora|(?:la )?tua ora|(?:bij )?jouw tijd|din tid|twojego czasu))",
    re.I,
)
ZONE_BEFORE = re.compile(
    r"(日本時間|北京时间|中国時間)[^\d]{0,4}(?:\d{1,2}月\d{1,2}日)?[^\d]{0,8}$"
)


def zone_of(found: re.Match[str]) -> tzinfo | None:
    """Return the zone that a match of `ZONE` names; None where it names none that is sure.

    Outlook's `(UTC-05:00) Eastern Time` is the standard hour of a zone that changes its clocks.
    """
    name = found["place"] or found["listed"]
    if name:
        key = ZONES.get(name.lower())
        return ZoneInfo(key) if key else None
    people = found["people"] or found["theirs"]
    if people:
        return ZoneInfo(_PEOPLES[people.lower()])
    if not found["sign"]:
        return None
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return (
        timezone(offset if found["sign"] == "+" else -offset)
        if offset <= timedelta(hours=14)
        else None
    )
