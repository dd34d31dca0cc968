"""What a clause says, told from what it is made of: a noun, a verb, and whether it is denied.

Lists of phrases know what was written before; here a noun of the group (the post, the search, your
application) and a verb or adjective of the group (filled, withdrawn, on hold) within a bounded
distance are enough, in any order. Nothing is said by a question, under a condition, of another
year, of another post, or of something that is only put off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mailer.reading.frames import Frame, Says, Tongue, in_plain
from mailer.reading.language import ranked
from mailer.reading.tongues import TONGUES

_SENTENCE = re.compile(
    r"(?:[^.!?\n;\u3002\uff01\uff1f]|[.](?=\w)|(?<=\d)[.](?= ?\d)|(?<=\b\w)[.]){1,400}[.!?\u3002\uff01\uff1f]?"
)
"""A sentence, or 400 characters of one without end: time stays linear."""
_BREAK = re.compile(r"[,:()\u2013\u2014\u3001\uff0c\uff1a]| - ")
_ASIDE = re.compile(r", [^,:]{1,22},(?= )")
"""What stands between two commas and may be left out: `and, I am afraid, went for`."""
_ADVERB = re.compile(
    r"(?<=[^\W\d] )(?:however|nevertheless|jedoch|allerdings|dennoch|indes|toutefois|cependant|néanmoins|sin embargo|no obstante|porém|contudo|todavia|tuttavia|peraltro|echter|evenwel|emellertid|dock|jednak(?:że)?) ",
)
"""What parts no clause where no comma stands before it: `le poste vient toutefois d'être pourvu`."""
_TELLING = 30
"""Points of a language below which a text may be in any."""
_MINE = re.compile(
    r"(?:\b(?:my|mein\w{0,2}|mon|ma|mi|meu|minha|mio|mia|mijn|min|mitt|mój|moj\w{1,3}) |私の|我的)$"
)
"""A post of one's own is another one, where it is said to be gone."""
_NOUN = 40
"""The longest noun."""
_ENDINGS = (Says.FILLED, Says.REJECTED)


@dataclass(frozen=True, slots=True)
class Clause:
    """What was found: the kind, and the words from the noun to the verb."""

    kind: Says
    words: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a verb stands: its sentence, and the bounds of its clause."""

    sentence: str
    start: int
    """Where the clause begins."""
    end: int
    verb: re.Match[str]

    @property
    def before(self) -> str:
        """The clause up to the verb."""
        return self.sentence[self.start : self.verb.start()]

    @property
    def after(self) -> str:
        """The clause from the verb on."""
        return self.sentence[self.verb.end() : self.end]


def sentence_around(text: str, found: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and after words in their sentence, at most 160 characters each."""
    before = re.split(r"[.!?\n]", text[max(0, found.start() - 160) : found.start()])[-1]
    return before, re.split(r"[.!?\n]", text[found.end() : found.end() + 160])[0]


@lru_cache(maxsize=8_192)
def find(text: str, *kinds: Says) -> Clause | None:
    """Return the first clause of a text that says one of the kinds."""
    said = in_plain(text)
    for tongue in _tongues(said):
        frames = [f for kind in kinds for f in tongue.of(kind) if f.verb.search(said)]
        if not frames:
            continue
        if any(kind in _ENDINGS for kind in kinds) and tongue.pattern("glad").search(said):
            continue
        for found in _SENTENCE.finditer(said):
            whole = found[0].strip()
            for sentence in dict.fromkeys((_ASIDE.sub(" ", whole), whole, _ADVERB.sub("", whole))):
                clause = _in_sentence(sentence, frames, tongue)
                if clause:
                    return clause
    return None


def _tongues(said: str) -> Iterator[Tongue]:
    """Yield the languages that a text may be in, the likeliest first."""
    found = ranked(said)
    if not found or found[0][1] < _TELLING:
        yield from TONGUES.values()
        return
    for code, points in found:
        if points >= min(found[0][1] * 0.6, found[0][1] - 20) and code in TONGUES:
            yield TONGUES[code]


def _in_sentence(sentence: str, frames: list[Frame], tongue: Tongue) -> Clause | None:
    if tongue.pattern("opens_if").match(sentence):
        return None
    is_question = sentence.endswith(("?", "\uff1f"))
    for frame in frames:
        if is_question and not (
            frame.kind is Says.WITHDRAWN and tongue.pattern("asks").match(sentence)
        ):
            continue
        for verb in frame.verb.finditer(sentence):
            place = _Place(sentence, *_bounds(sentence, verb, tongue), verb)
            if _is_out(place, frame, tongue):
                continue
            if not frame.any_polarity and _is_denied(place, frame, tongue) != frame.denied:
                continue
            span = _with_noun(place, frame, tongue)
            if span:
                return Clause(frame.kind, sentence[span[0] : span[1]])
    return None


def _bounds(sentence: str, verb: re.Match[str], tongue: Tongue) -> tuple[int, int]:
    """Return where the clause of a verb begins and ends."""
    breaks = [
        *_BREAK.finditer(sentence),
        *tongue.pattern("breaks").finditer(sentence),
    ]
    start = max((b.end() for b in breaks if b.end() <= verb.start()), default=0)
    end = min((b.start() for b in breaks if b.start() >= verb.end()), default=len(sentence))
    return start, end


def _is_out(place: _Place, frame: Frame, tongue: Tongue) -> bool:
    """Tell whether a clause is conditional, of another year, open, put off, or of something else."""
    whole = place.sentence[place.start : place.end]
    return bool(
        tongue.pattern("ifs").search(whole if tongue.conditions_follow else place.before)
        or tongue.pattern("past").search(place.sentence)
        or tongue.pattern("yet").search(whole)
        or (frame.kind in _ENDINGS and tongue.pattern("maybe").search(whole))
        or (frame.denied and tongue.pattern("later").match(place.after))
        or (frame.killer and frame.killer.search(whole))
        or (frame.kind in (Says.AGREED, Says.OFFERED) and _is_taken_back(place, frame, tongue))
    )


def _is_taken_back(place: _Place, frame: Frame, tongue: Tongue) -> bool:
    """Tell whether a yes or an offer depends on something that the sentence says after it."""
    rest = place.sentence[place.verb.end() :]
    if frame.kind is Says.AGREED and tongue.pattern("buts").search(rest):
        return True
    condition = tongue.pattern("ifs").search(rest)
    return bool(condition) and not tongue.pattern("wants").search(rest)


def _is_denied(place: _Place, frame: Frame, tongue: Tongue) -> bool:
    nots = tongue.pattern("nots")
    if nots.search(place.before) or nots.search(place.after[: tongue.trails]):
        return True
    return frame.denied and bool(
        tongue.pattern("nots_over_comma").search(place.sentence[: place.start])
    )


def _with_noun(place: _Place, frame: Frame, tongue: Tongue) -> tuple[int, int] | None:
    """Return the bounds of verb and noun; None where no fitting noun is near."""
    verb = place.verb
    if frame.noun is None:
        return verb.span()
    least, most = (place.start, place.end) if frame.is_near else (0, len(place.sentence))
    least = max(least, verb.start() - frame.gap - _NOUN)
    for noun in frame.noun.finditer(
        place.sentence, least, min(most, verb.end() + frame.gap + _NOUN)
    ):
        before, after = verb.start() - noun.end(), noun.start() - verb.end()
        is_inside = verb.start() < noun.start() and noun.end() < verb.end()
        if not (is_inside or 0 <= before <= frame.gap or 0 <= after <= frame.gap):
            continue
        if tongue.pattern("other").search(place.sentence[max(0, noun.start() - 24) : noun.start()]):
            continue
        first = min(noun.start(), verb.start())
        if frame.kind is Says.FILLED and (
            tongue.pattern("people").search(place.sentence[place.start : first])
            or _MINE.search(place.sentence[max(0, noun.start() - 9) : noun.start()])
        ):
            continue
        return first, max(noun.end(), verb.end())
    return None
