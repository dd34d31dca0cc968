"""Names that are said of another process than the one in which they stand."""

from __future__ import annotations

import re

from mailer.reading.answers import AnswerKind
from mailer.reading.company import fold
from mailer.reading.quotes import said_in
from mailer.reading.strands import Strand
from mailer.reading.words import SEPARATE_FOLDED


def only_of_another(strand: Strand, needle: str) -> bool:
    """Tell whether a word stands only where somebody sets another process apart from this one."""
    sentences = [
        s
        for m in (*strand.by_people, *strand.of_kind(AnswerKind.OWN))
        for s in re.split(r"[.!?\n]", said_in(m))
        if needle in fold(s)
    ]
    is_subject = any(needle in fold(text) for text in strand.subjects)
    return bool(sentences) and not is_subject and all(_is_set_apart(s, needle) for s in sentences)


def _is_set_apart(sentence: str, needle: str) -> bool:
    """Tell whether a name is what a sentence sets apart: `independently of my colleague (leather)`."""
    beside = rf"\byou(?:'re| are|'ve| have)\b[^.]{{0,25}}{re.escape(needle)}[^.]{{0,20}}\b(?:going|running|in play|pending|already)\b"
    known = rf"{_YOU_HAVE}[^.]{{0,30}}(?<!\w){re.escape(needle)}"
    if re.search(beside, fold(sentence)) or re.search(known, fold(sentence)):
        return True  # `I know you have Burr Oak going, this one is slower`
    found = SEPARATE_FOLDED.search(sentence.lower())
    between = fold(sentence[found.end() :]).partition(needle) if found else ("", "", "")
    return bool(between[1]) and len(between[0]) < 60 and "," not in between[0]


_YOU_HAVE = (
    r"\b(?:(?:i know|since|while|as) you(?:'re| are|'ve| have| got)|ich wei(?:ß|ss),? (?:dass )?(?:sie|du)|je sais que (?:vous|tu)|"
    r"(?:ya )?se que (?:esta|ten|and)\w*|sei que (?:esta|tem|ten|anda)\w*|so che (?:sei|e|hai|ha|sta)|"
    r"ik weet dat (?:je|u)|jag vet att du|jeg ved,? (?:at )?du|wiem,? ze (?:masz|jest|pan))\b"
)
"""How an agent begins to speak of the other process that they know of, folded."""
