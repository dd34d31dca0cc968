"""Alternatives grouped by letter match what they matched in a row."""

from __future__ import annotations

import re

import pytest

from mailer.reading import words
from mailer.reading.agency_words import AGENCY
from mailer.reading.alternatives import grouped, split

_TEXT = (
    "We applied to apply; the post, a postdoc: co-founder cofounder, 3 rounds. 面接 panels résumé"
)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:apply|applied|post)",
        r"\b(?:post|postdoc|po|p)",
        r"\b(?:(?:a|po)(?:ppl|st)\w*|app)",
        r"\b(?:(?:co-?)?founder|co|[cf]\w)|面接|\d rounds",
        r"\b(?:r[eé]sum[eé]|(?:the )*post|\w+ied|a?pply)\b",
        r"a|the (?:a|post)|\bapply",
        r"(?:(a)ppl|app)|(p)ost",
    ],
)
def test_the_same_is_found(pattern: str) -> None:
    plain, fast = re.compile(pattern), re.compile(grouped(pattern))

    assert plain.groups == fast.groups
    assert [m.regs for m in plain.finditer(_TEXT)] == [m.regs for m in fast.finditer(_TEXT)]


def test_what_begins_with_one_letter_keeps_its_order() -> None:
    assert grouped(r"\b(?:post|apply|applied|po)") == r"\b(?:p(?:ost|o)|a(?:pply|pplied))"


def test_a_repeated_beginning_stays_where_it_stands() -> None:
    assert grouped("ab|a+b|ac") == "ab|a+b|ac"


def test_an_alternative_ends_at_no_bar_within_it() -> None:
    assert split(r"a(?:b|c)|[|]|\||d") == [r"a(?:b|c)", "[|]", r"\|", "d"]


@pytest.mark.parametrize("pattern", [words.LEANING, words.HIRING_FOLDED, AGENCY])
def test_the_long_lists_are_grouped(pattern: re.Pattern[str]) -> None:
    (at_word, *_) = split(pattern.pattern)

    assert len(split(at_word.removeprefix(r"\b(?:").removesuffix(")"))) < 100
