"""Times of day in words, written as digits: `half nine`, `halb neun`, `half negen`."""

from __future__ import annotations

import re

_HOURS = {
    name: number
    for number, names in enumerate(
        (
            "one eins een één", "two zwei twee", "three drei drie", "four vier", "five fünf fuenf vijf",
            "six sechs zes", "seven sieben zeven", "eight acht", "nine neun negen", "ten zehn tien",
            "eleven elf", "twelve zwölf zwoelf twaalf",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_ENGLISH = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_SPELT = re.compile(
    rf"\b(?P<part>half(?: past)?|halb|quarter past|quarter to|viertel nach|viertel vor|kwart over|kwart voor) (?P<hour>{'|'.join(_HOURS)}|(?<=halb )\d{{1,2}})\b",
    re.I,
)


def in_digits(text: str) -> str:
    """Write times in words as digits: `half nine` is 9:30, `halb neun` and `half negen` are 8:30."""

    def digits(found: re.Match[str]) -> str:
        part, word = found["part"].lower(), found["hour"].lower()
        hour = _HOURS.get(word) or int(word)
        if part in ("quarter past", "viertel nach", "kwart over"):
            return f"{hour}:15"
        before = hour - 1 or 12
        if part.startswith(("quarter", "viertel", "kwart")):
            return f"{before}:45"
        return f"{hour if word in _ENGLISH else before}:30"

    return _SPELT.sub(digits, text)
