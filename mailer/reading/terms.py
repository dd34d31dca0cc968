"""An offer told in passing: who decides wants the candidate, and terms or papers stand beside it.

No phrase of offering is needed: `the partner wants you in post before March, the figure is the
one you named`. Where another round, a wish or a condition is spoken of, nothing is offered.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.reading.frames import Lexicon, in_plain
from mailer.reading.term_words import TERM_WORDS

_LEXICON = Lexicon(TERM_WORDS)
_SUM = re.compile(
    r"(?:[£€$¥]\s?\d{2,3}(?:[.,' ]?\d{3})?k?|(?<![\d.,])\d{1,3}[.,' ]\d{3}(?![\d.,]\d)|(?<!\w)\d{2,3} ?k)(?!\w)"
    r"(?! ?(?:-|–|to|bis|à|a|al|tot|till|do) ?[£€$]?\d)|\d{3,4}万円?|[一二三四五六七八九]万"
)
"""A sum that is paid, no span of sums."""
_REACH = 400
"""Characters around the yes in which terms and papers stand."""


_WAGE = re.compile(
    r"(?<![\w.,])\d{2,3}(?:[.,]\d{1,3})? ?(?:mil|tys|tusen|tausend|mila|万|fix(?:e|os)?|base|brut\w*|net\w*|all in|all told|plus|a day|per day|na rękę)(?!\w)"
    r"|\b(?:day rate|tagessatz|tjm|base)(?: is)? (?:of )?\d{3}"
)
"""A sum that has only its word beside it: `62 fix`."""


@lru_cache(maxsize=4_096)
def offered_in(said: str) -> str:
    """Return the words that want the candidate where terms or papers stand beside them, else nothing."""
    text = in_plain(said)
    for code in _LEXICON.codes_of(text):
        for found in _LEXICON.find(code, "wanted").finditer(text):
            if not text[found.end() : found.end() + 60].split("\n")[0].rstrip().endswith("?"):
                around = text[max(0, found.start() - _REACH) : found.end() + _REACH]
                if _is_told(around, code):
                    return found[0]
    return ""


@lru_cache(maxsize=4_096)
def bundle_in(said: str) -> str:
    """Return a sum of pay with what comes with it: an offer, if a talk with those who decide lies behind."""
    text = in_plain(said)
    pay = _SUM.search(text) or _WAGE.search(text)
    found = (_bundle(text, code, pay) for code in _LEXICON.codes_of(text)) if pay else ()
    return next(filter(None, found), "")


def _is_told(around: str, code: str) -> bool:
    """Tell whether terms or papers stand there, or a start and a wish for an answer."""
    if _LEXICON.find(code, "undecided").search(around):
        return False
    stands = {
        n: bool(_LEXICON.find(code, n).search(around)) for n in ("pay", "start", "papers", "answer")
    }
    is_paid = stands["pay"] or bool(_SUM.search(around))
    return is_paid or stands["papers"] or (stands["start"] and stands["answer"])


def _bundle(text: str, code: str, pay: re.Match[str]) -> str:
    """Return a sum of pay where a start or papers and another term stand near it, and nothing is open."""
    around = text[max(0, pay.start() - _REACH) : pay.end() + _REACH]
    if _LEXICON.find(code, "undecided").search(around):
        return ""
    comes = [bool(_LEXICON.find(code, name).search(around)) for name in ("start", "papers")]
    beside = [bool(_LEXICON.find(code, name).search(around)) for name in ("extras", "answer")]
    return pay[0] if any(comes) and sum(comes + beside) >= 2 else ""
