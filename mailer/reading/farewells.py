"""A refusal without its usual words: others were wanted, and the mail takes leave.

Neither says it alone: `they wanted someone who had run a merger` may be told of a colleague,
`best of luck` is wished before an interview. Together, and where nothing goes on, they end it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.reading.farewell_words import FAREWELL_WORDS
from mailer.reading.frames import Lexicon, in_plain

_LEXICON = Lexicon(FAREWELL_WORDS)
_LONGEST = 1_500
"""Characters of a refusal; a longer mail says it plainly somewhere."""
_IF = re.compile(
    r"(?<!\w)(?:if|whether|should|wenn|falls|ob|si|se|als|om|jeśli|gdyby|last year|letztes jahr|l'an dernier|last time)(?!\w)[^.!?\n]{0,50}$"
)


_THINGS = re.compile(
    r"\b(?:video|call\b|chiamat|llamad|appel\b|riunion|reuni|réunion|meeting|möte|room|sal[aen]?\b|salle|zaal|rum\b|raum|lokaal|"
    r"term[ií]n|dat(?:e|a|um)\b|fecha|orari|hora\b|heure|uhr\b|giorn|días?\b|days?\b|tag\b|dag\b|dzień|weeks?\b|woche|semana|semaine|"
    r"settiman|vecka|présenti|presen[cz]|in person|in-person|locat|lieu\b|luogo|lugar\b|sitio\b|plats\b|ort\b|advi[cs]e|format|slot|lunch|teams\b|zoom|(?:mon|tues|wednes|thurs|fri)day|"
    r"(?:mon|diens|donners|frei)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|"
    r"terça|quarta|quinta|lunedì|martedì|mercoledì|giovedì|venerdì|(?:maan|dins|woens|donder|vrij)dag|(?:mån|tis|ons|tors|fre)dag|"
    r"poniedział|wtorek|środ[aęy]|czwart|piąt)"
)
"""What is preferred, taken or wanted otherwise is a date or a room, nobody."""


@lru_cache(maxsize=4_096)
def leave_taken_in(said: str) -> str:
    """Return the words that prefer another where the mail also takes leave, else nothing."""
    text = in_plain(said)[:_LONGEST]
    for code in _LEXICON.codes_of(text):
        if not _LEXICON.find(code, "farewell").search(text) or _LEXICON.find(
            code, "goes_on"
        ).search(text):
            continue
        for found in _LEXICON.find(code, "verdict").finditer(text):
            before, said_of = text[max(0, found.start() - 70) : found.start()], found[0]
            if not (_IF.search(before) or _THINGS.search(said_of + text[found.end() :][:25])):
                return said_of
    return ""
