"""Parts told beside who else writes: facts, what few words leave to the rules, who says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tables import each

from mailer.model import Part
from mailer.reading import part_facts
from mailer.reading.part_facts import PARTS, Writer, facts_of_part, points_beside
from mailer.reading.people_words import DECIDES_NOT, HAS_NO_SAY
from mailer.reading.trees import Trees, trees
from mailer.testing.builders import START

LEADS, RECRUITS = Part.HIRING_MANAGER, Part.RECRUITER


def writer(part: Part, *, house: str = "northwind.example", belief: float = 0.8) -> Writer:
    return Writer(
        points={part: 4.0},
        likely={p.value: -0.2 if p is part else -6.0 for p in PARTS},
        belief=belief,
        mails=2,
        house=house,
        is_titled=True,
        has_left=False,
        last_at=START,
    )


def test_the_facts_are_those_of_the_trees_and_numbers() -> None:
    facts = facts_of_part(writer(LEADS), [writer(LEADS), writer(RECRUITS)])

    assert tuple(facts) == trees("part").facts
    assert all(isinstance(float(value), float) for value in facts.values())


def test_colleagues_are_told_from_those_outside() -> None:
    one = writer(RECRUITS)
    colleague, agent = writer(LEADS), writer(Part.AGENCY_RECRUITER, house="agents.example")
    facts = facts_of_part(one, [one, colleague, agent])

    assert (facts["people"], facts["colleagues"]) == (2, 1)
    assert facts["hiring_manager: colleagues"] == -0.2
    assert facts["hiring_manager: outside"] == facts["agency_recruiter: colleagues"] == -6.0
    assert facts["agency_recruiter: outside"] == -0.2


def test_two_at_a_mail_provider_are_no_colleagues() -> None:
    one, other = writer(LEADS, house=""), writer(RECRUITS, house="")

    assert facts_of_part(one, [one, other])["colleagues"] == 0


def test_who_left_is_beside_nobody() -> None:
    one, gone = writer(LEADS), replace(writer(LEADS), has_left=True)

    assert facts_of_part(one, [one, gone]) == facts_of_part(one, [one])
    assert facts_of_part(gone, [one, gone])["colleagues"] == 1


def test_who_wrote_last_is_told() -> None:
    one = replace(writer(LEADS), last_at=START + timedelta(days=3))
    other = writer(RECRUITS)
    last, first = (facts_of_part(w, [one, other]) for w in (one, other))

    assert (last["wrote last"], last["wrote before"]) == (True, 1.0)
    assert (first["wrote last"], first["wrote before"]) == (False, 0.0)


def test_the_fewer_words_are_known_the_less_the_others_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Trees that are sure of another part than the rules."""
    facts = tuple(facts_of_part(writer(LEADS), []))
    bias = tuple(5.0 if part is Part.INTERVIEWER else 0.0 for part in PARTS)
    monkeypatch.setattr(part_facts, "trees", lambda _: Trees(facts, bias, ()))

    def told(belief: float) -> Part:
        one = writer(LEADS, belief=belief)
        points = points_beside(one, [one, writer(LEADS)])
        return max(points, key=lambda p: points[p])

    assert told(0.05) is LEADS
    assert told(1.0) is Part.INTERVIEWER


def test_scores_are_summed_for_each_answer_in_turn() -> None:
    def leaf(value: float) -> tuple[tuple[int, float, int, int], ...]:
        return ((-1, value, 0, 0),)

    told = Trees(("x",), (0.5, 1.0), (leaf(1.0), leaf(2.0), leaf(10.0), leaf(20.0)))

    assert told.scores({"x": 0.0}) == [11.5, 23.0]


@each(
    "said",
    [
        "I sit on the panel for the galleries post, as the token curator.",
        "I have no vote worth mentioning.",
        "Tamar decides, I only make the coffee.",
        "ich sitze am 27. für die Ärzteschaft in der Kommission.",
        "Das entscheide nicht ich, Frau Ott entscheidet.",
        "Je ne suis pas au jury et je n'ai pas mon mot à dire.",
        "det är Ann-Sofie som avgör men jag håller tummarna",
        "non sono io a decidere",
        "Ik zit in de sollicitatiecommissie.",
        "nie mam prawa głosu",
        "Als docent heb ik niks te beslissen hoor, maar ik hoop dat je komt.",
        "It is his team and his hire, I only sign the lease.",
        "Rolf still owns the process, this is just FYI from me.",
        "Da habe ich nichts zu entscheiden.",
        "jeg har ikke noget at skulle have sagt",
    ],
)
def test_who_says_that_another_decides(said: str) -> None:
    assert HAS_NO_SAY.search(said) or DECIDES_NOT.search(said)


@each(
    "said",
    [
        "Je tranche d'ici à la Toussaint.",
        "Därefter bestämmer vi oss.",
        "before we decide anything. Wendy will find a time",
        "one of the panel is away on the 27th",
        "I decide by Friday.",
        "It is my team and my hire.",
        "Take your time, it is your decision.",
    ],
)
def test_who_decides_says_no_such_thing(said: str) -> None:
    assert not any(words.search(said) for words in (HAS_NO_SAY, DECIDES_NOT))
