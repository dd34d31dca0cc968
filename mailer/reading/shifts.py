"""By how much a text moves an appointment without naming a time: `an hour later`; pure.

Only what is asked or said of the beginning counts: who is to arrive ten minutes earlier for the
badge is not to be interviewed earlier, and `décaler d'une heure` does not say which way.
"""

from __future__ import annotations

import re
from datetime import timedelta

_HALF = r"half an hour|a half[- ]hour|(?:eine )?halbe stunde|une demi[- ]heure|media hora|meia hora|mezz['’ ]?ora|(?:een )?half uur|en halvtimme|pół godziny"
_QUARTER = r"a quarter of an hour|(?:eine )?viertelstunde|un quart d['’]heure|un cuarto de hora|um quarto de hora|un quarto d['’]ora|een kwartier|en kvart|kwadrans"
_HOURS = r"(?P<hours>an|a|one|two|ein|eine|einer|zwei|une?|deux|una|dos|uma|duas|due|één|een|twee|en|ett|två|\d)?(?: |(?<=un['’]))?(?:hours?|stunden?|heures?|horas?|ora|ore|uur|timm(?:e|ar)|godzin[aęy])"
_MINUTES = r"(?P<minutes>ten|fifteen|twenty|thirty|forty-five|zehn|fünfzehn|zwanzig|dreißig|dreissig|dix|quinze|vingt|trente|diez|quince|veinte|treinta|dez|vinte|trinta|dieci|quindici|venti|trenta|tien|vijftien|twintig|dertig|\d\d) ?(?:min(?:s|ut\w*)?\b)"
_AMOUNT = rf"(?:(?P<half>{_HALF})|(?P<quarter>{_QUARTER})|{_HOURS}|{_MINUTES})"
_LATER = r"later|back|später|nach hinten|plus tard|más tarde|después|mais tarde|depois|dopo|più tardi|senare|później"
_EARLIER = r"earlier|früher|nach vorn\w*|vorziehen|plus tôt|antes|más temprano|más pronto|mais cedo|prima|più presto|eerder|vroeger|tidigare|wcześniej"
_SHIFT = re.compile(
    rf"\b(?:(?:(?P<back>back|later) (?:by )|um |d['’]|de |di |met |med |o )?(?:un['’])?{_AMOUNT} (?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))\b|back (?:by )?(?P<rest>half an hour|an hour|one hour|two hours|(?:15|20|30|45) min\w*)\b)",
    re.I,
)
_EASTERN = re.compile(
    r"(?P<a>\d|[一二两半])?(?P<ja>時間|分)(?P<half>半)?(?:ほど|くらい)?(?:(?P<later>後ろ|遅|後に)|(?P<earlier>早|前倒))|"
    r"(?:(?P<zl>晚|推迟|延后|往后推?)|(?P<ze>提前|早))(?P<za>\d{1,2}|[一二两半])个?(?P<zh>小时|分钟|钟头)"
)
_STARTS = re.compile(
    r"\b(?:start|begin|mov|push|shift|bring|anfang|beginn|fang|leg|verschieb|vorzieh|rück|commen[cç]|débu|démarr|décal|repouss|avanc|empez|empiec|empiez|comenz|comienz|retras|adelant|começ|inizi|inici|adi|anteci|cominc|spost|antici|verzet|verschuif|börj|flytt|skjut|zacz|przesun|przełoż)",
    re.I,
)
_ARRIVES = re.compile(
    r"\b(?:arriv|comes?\b|coming\b|be there|log (?:on|in)|dial|sign in|kommen|erscheinen|einfinden|présent|lleg|cheg|venir|vir\b|komen|komma|przyjść|przyjechać|train|zug|than)",
    re.I,
)
_SENTENCE = re.compile(r"[^.!?\n。！？]+[.!?\n。！？]?")
_NUMBERS = {
    name: number
    for number, names in (
        (1, "an a one ein eine einer un une una uma één een en ett 一"),
        (2, "two zwei deux dos duas due twee två 二 两"),
        (10, "ten zehn dix diez dez dieci tien"),
        (15, "fifteen fünfzehn quinze quince quindici vijftien"),
        (20, "twenty zwanzig vingt veinte vinte venti twintig"),
        (30, "thirty dreißig dreissig trente treinta trinta trenta dertig"),
        (45, "forty-five"),
    )
    for name in names.split()
}


def find_shift(said: str) -> tuple[timedelta, bool] | None:
    """Return by how much a beginning is moved, and whether it is said as a fact, not asked."""
    for sentence in _SENTENCE.findall(said):
        is_asked = sentence[-1] in "?？"
        if not is_asked and (_ARRIVES.search(sentence) or not _begins(sentence)):
            continue
        amount = _western(sentence) or _eastern(sentence)
        if amount is not None:
            return amount, not is_asked
    return None


def _begins(sentence: str) -> bool:
    return bool(
        _STARTS.search(sentence) or re.search(r"ずら|開始|スタート|推迟|提前|延后|开始", sentence)
    )


def _western(sentence: str) -> timedelta | None:
    found = _SHIFT.search(sentence)
    if found is None:
        return None
    if found["rest"]:
        number = re.match(r"\d+", found["rest"])
        words = {"half an hour": 30, "two hours": 120}
        return timedelta(minutes=int(number[0]) if number else words.get(found["rest"].lower(), 60))
    if found["half"] or found["quarter"]:
        amount = timedelta(minutes=30 if found["half"] else 15)
    elif found["minutes"]:
        amount = timedelta(minutes=_number(found["minutes"]))
    else:
        amount = timedelta(hours=_number(found["hours"] or "1"))
    return -amount if found["earlier"] else amount


def _eastern(sentence: str) -> timedelta | None:
    found = _EASTERN.search(sentence)
    if found is None:
        return None
    word = found["a"] or found["za"] or "1"
    is_minutes = (found["ja"] or found["zh"]) in ("分", "分钟")
    if is_minutes and not word.isdigit():
        return None
    amount = timedelta(minutes=30) if word == "半" else timedelta(hours=_number(word))
    if is_minutes:
        digits = re.search(r"\d+(?=分)", sentence)
        amount = timedelta(minutes=int(digits[0]) if digits else 0)
    return -amount if found["earlier"] or found["ze"] else amount


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]
