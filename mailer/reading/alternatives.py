"""Long lists of alternatives as patterns that are found fast: the same matches, grouped by letter.

A pattern tries its alternatives one after the other wherever a word begins. Put together by their
first letters, `apply|applied|post` as `a(?:pply|pplied)|post`, it tries the few that may be. Those
that begin with one letter keep their order, so what matched first still does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from mailer.letters import spelled

_TOKEN = re.compile(r"[^\\\[()|]+|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_BEGINS = re.compile(r"(?:([^\W_])|\[([^\W_]+)\])(?![*+{]|\?[?+])(\??)")
_TWOFOLD = frozenset("ıſ")
"""Small letters that are `i` and `s` to a pattern that is blind to case."""
_REPEATED = re.compile(r"[*+{]|\?[?+]")
_CAPTURES = re.compile(r"\((?:(?!\?)|\?P)")
_AT_WORD = r"\b"
_Rests = dict[str, list[str]]
"""What follows the letters with which something may begin; what is tried first stands first."""


def grouped(alternation: str) -> str:
    r"""Return a pattern that matches the same in the same order, with case or without.

    What begins with anything but a small letter stays between those before and after it, and so
    does what captures. Those that stand behind `\b` are grouped by themselves.
    """
    parts: list[str] = []
    for at_word, alternatives in groupby(split(alternation), _is_at_word):
        if at_word:
            bare = (a.removeprefix(_AT_WORD) for a in alternatives)
            parts.append(rf"{_AT_WORD}(?:{_grouped(chain.from_iterable(map(_spread, bare)))})")
        else:
            parts.append(_grouped(alternatives))
    return "|".join(parts)


def _is_at_word(alternative: str) -> bool:
    return alternative.startswith(_AT_WORD)


def _spread(alternative: str) -> list[str]:
    """Return the alternatives of what is nothing but a group."""
    if alternative.startswith("(?:") and _end_of_group(alternative) == len(alternative):
        return [a.removeprefix(_AT_WORD) for a in split(alternative[3:-1])]
    return [alternative]


def split(alternation: str) -> list[str]:
    """Return the alternatives of a pattern."""
    if "|" not in alternation:
        return [alternation]
    found, depth, start = [], 0, 0
    for token in _TOKEN.finditer(alternation):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if token[0] == "|" and not depth:
            found.append(alternation[start : token.start()])
            start = token.end()
    return [*found, alternation[start:]]


def _grouped(alternatives: Iterable[str]) -> str:
    parts: list[str] = []
    rests: _Rests = {}
    for alternative in alternatives:
        begun = None if _CAPTURES.search(alternative) else _rests(alternative)
        if begun is None:
            parts += [*_by_letter(rests), alternative]
            rests = {}
        else:
            _add(rests, begun)
    return "|".join([*parts, *_by_letter(rests)])


def _by_letter(rests: _Rests) -> list[str]:
    return [letter + _one_of(each) for letter, each in rests.items()]


def _one_of(rests: Sequence[str]) -> str:
    return rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"


def _rests(alternative: str) -> _Rests | None:
    """Return with which letters it may begin, and what follows each; None where that is unknown."""
    found = _BEGINS.match(alternative)
    if found:
        letters, after = found[1] or found[2], alternative[found.end() :]
        if letters != letters.lower() or not _TWOFOLD.isdisjoint(letters):
            return None
        rests = {letter: [after] for letter in letters}
        return _or_without(rests, after) if found[3] else rests
    return _rests_of_group(alternative) if alternative.startswith("(?:") else None


def _rests_of_group(alternative: str) -> _Rests | None:
    end = _end_of_group(alternative)
    after = alternative[end:]
    if _REPEATED.match(after):
        return None
    within: _Rests = {}
    for branch in split(alternative[3 : end - 1]):
        if (begun := _rests(branch)) is None:
            return None
        _add(within, begun)
    behind = after.removeprefix("?")
    rests = {letter: [_one_of(each) + behind] for letter, each in within.items()}
    return _or_without(rests, behind) if after.startswith("?") else rests


def _or_without(rests: _Rests, after: str) -> _Rests | None:
    """Return what may begin with something, or where that is left out."""
    begun = _rests(after)
    if begun is not None:
        _add(rests, begun)
    return rests if begun is not None else None


def _add(rests: _Rests, more: _Rests) -> None:
    for letter, each in more.items():
        rests.setdefault(letter, []).extend(each)


def _end_of_group(text: str) -> int:
    """Return where the group ends with which a pattern begins."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if not depth:
            return token.end()
    raise ValueError(text)


def any_of(*parts: str) -> re.Pattern[str]:
    """Compile alternatives, blind to case."""
    return re.compile(_joined(parts), re.IGNORECASE)


def folded(*parts: str) -> re.Pattern[str]:
    """Compile for text in lower case, which is found in half the time."""
    return re.compile(grouped(_joined(parts)))


def in_lower_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern that is blind to case for text in lower case, which is found in half the time."""
    lowered = re.sub(spelled(r"(?<!\\)[\pU]"), lambda found: found[0].lower(), pattern.pattern)
    return re.compile(grouped(lowered))


def _joined(parts: Iterable[str]) -> str:
    """Join alternatives; those that begin at a word share one boundary, a third of the time.

    German words are found in the spelling of old keyboards too: `Vorstellungsgespraech`.
    """
    spelt = [_UMLAUT.sub(lambda found: _SPELT[found[0]], part) for part in parts]
    at_word = [p.removeprefix(r"\b") for p in spelt if p.startswith(r"\b")]
    others = [p for p in spelt if not p.startswith(r"\b")]
    return spelled("|".join([rf"\b(?:{'|'.join(at_word)})", *others] if at_word else others))


_SPELT = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)"}

_UMLAUT = re.compile(r"(?<!\[)[äöüß](?![^\[\]]*\])")
