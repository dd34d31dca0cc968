"""What signs weigh: learned tables, and how far they are believed beside the rules."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from looking import ME, found, talk, written_to

from mailer.model import Part, Stage
from mailer.reading.agents import AGENCY, HOUSE, NOBODYS
from mailer.reading.notices import OF_NONE, OF_PROCESS
from mailer.reading.openings import CONTINUES, NEITHER, OPENS
from mailer.reading.signs import STANDING, THEY, YOU, names_in_signs, runs, shown
from mailer.reading.stage import read_stage
from mailer.reading.strands import Strand
from mailer.reading.weights import Weights, weights
from mailer.testing.builders import make_message
from mailer.threads import group_threads

TOY = Weights(
    ("boss", "office"),
    (0.0, 0.0),
    {"my team": (20.0, -20.0), "the room": (-20.0, 20.0), f"{STANDING}last:1": (1.0, -1.0)},
)


def test_runs_of_words_stay_within_a_sentence_and_hold_no_names() -> None:
    names = names_in_signs(["Rosa Feld"], "Sam Rivera")
    found = set(runs("Rosa here. Hi Sam, 3 o'clock", "s:", 2, names))

    assert {f"s:{THEY} here", f"s:hi {YOU}", f"s:{YOU} 0"} <= found
    assert not any("rosa" in sign or "here hi" in sign for sign in found)
    found = set(runs("Weiterentwicklung Rosa hier", "", 1, names, beginning=True))
    assert {s for s in found if s.startswith("5")} == {"5:weite"}


def test_words_without_spaces_are_cut_into_signs() -> None:
    assert {"面接", "接の"} <= set(runs("面接の件", "", 2, {}))


def test_likelihoods_add_up_and_more_words_of_one_kind_tell_more() -> None:
    one = TOY.judge({"my team"})
    both = TOY.judge({"my team", "the room"})

    assert sum(map(math.exp, one.values())) == pytest.approx(1)
    assert one["boss"] > both["boss"] == pytest.approx(math.log(0.5))
    assert TOY.judge({"unknown"}) == TOY.judge(set())


def test_what_tells_is_named_and_no_standing_is() -> None:
    signs = {"my team", "the room", f"{STANDING}last:1"}

    assert TOY.telling(signs, "boss") == ["my team"]
    assert TOY.known(signs) == 2


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("part", {p.value for p in Part} - {Part.OTHER.value}),
        ("opening", {OPENS, CONTINUES, NEITHER}),
        ("notice", {OF_PROCESS, OF_NONE}),
        ("agent", {AGENCY, HOUSE, NOBODYS}),
        ("stage", set(Stage)),
    ],
)
def test_every_table_has_its_answers_and_thousands_of_signs(name: str, answers: set[str]) -> None:
    table = weights(name)

    assert set(table.answers) == answers
    assert len(table.rows) > 5000
    assert all(len(row) == len(answers) for row in table.rows.values())


def opening(text: str, subject: str) -> Strand:
    mail = make_message(text, sender="Kim Aster <kim@aster.example>", subject=subject)
    return Strand(group_threads([mail])[0], ME)


def test_a_first_mail_is_told_from_one_that_goes_on_and_from_a_friends() -> None:
    first = opening(
        "Hi Sam,\n\nThank you for your application for the role of data engineer. I am the recruiter "
        "and would love to set up a first call. Would Tuesday work?\n\nKim Aster\nRecruiter",
        "Your application: data engineer",
    )
    later = opening(
        "Hi Sam,\n\nThank you for yesterday, the team enjoyed talking to you. I hope to come back to "
        "you with the next steps by Friday.\n\nKim Aster",
        "Yesterday",
    )
    friend = opening(
        "Hi Sam, are you coming to the cinema on Saturday? Bring the kids, we will make pizza.",
        "film",
    )

    assert first.opening > 1 > later.opening
    assert first.of_process > 2 > friend.of_process


def test_where_no_rule_knows_a_phrase_the_words_as_a_whole_tell() -> None:
    """No title and no phrase that a rule knows: a boss still writes as one."""
    office = talk(
        "Ida Krone <ida@fernlund.example>",
        "Fernlund: product designer",
        "Thank you for your application as product designer. I recruit at Fernlund. A call on Monday?"
        "\n\nIda Krone\nTalent Acquisition Partner",
    )
    boss = talk(
        "Lars Ny <lars@fernlund.example>",
        "sketches",
        "Ida showed me your portfolio and I have been thinking about it all week. The way you took the "
        "checkout apart is how I want us to work here. I have room for one more in my group, and I "
        "would like you to be the one who builds it up with me. Come by and meet the others?\n\nLars",
        day=4,
    )
    best = found("Fernlund", *office, *boss).choice.best

    assert best is not None
    parts = {p.address: p.part for p in best.people}
    assert parts["lars@fernlund.example"] is Part.HIRING_MANAGER
    assert any(e.reason == "such words weigh for it" for e in best.evidence)


def test_two_first_mails_of_one_agent_are_two_processes() -> None:
    """No number, no role that a rule knows: each begins as a first mail does."""
    agent = "Kylie Prett <kylie@wattle-recruitment.example>"
    one = talk(
        agent,
        "G'day from Brisbane",
        "Loved chatting at the expo! My client Yarra Health in Melbourne is crying out for somebody "
        "like you. Sponsorship, relocation, the works. OK for me to send your CV across?",
    )
    other = talk(
        agent,
        "Regional option up north",
        "Plan B for you if Melbourne is too cold. Karrabin Hospital, four hours inland, is hiring too. "
        "They pay an allowance and there is a pool. Shall I put you forward for the role?",
        day=14,
    )

    assert len(found("Kylie Prett", *one, *other).choice.several) == 2


def test_words_are_shown_as_a_reader_knows_them() -> None:
    assert shown(f"m:{THEY} leads") == "[name] leads"
    assert shown("5:weite") == "weite…"
    assert shown(f"hi {YOU}") == "hi [you]"


def test_a_colleague_to_be_does_not_lead_beside_a_recruiter() -> None:
    recruiter = talk(
        "Rosa Feld <rosa@lindmark.example>",
        "Lindmark: data engineer",
        "Thank you for your application. I recruit for Lindmark. A first interview on Friday?\n\n"
        "Rosa Feld\nTalent Partner, Lindmark",
    )
    colleague = talk(
        "Abe Frost <abe@lindmark.example>",
        "what it is like here",
        "It was good to meet you on the panel last week. I'm one of the engineers you'd be sitting with, "
        "not anyone who decides, so ask me anything: what on-call is like, where we have lunch, how the "
        "reviews go. I enjoyed your question about the old scheduler.\n\nAbe Frost\nSenior Engineer",
        day=5,
    )

    assert written_to("Lindmark", *recruiter, *colleague) == (["rosa@lindmark.example"], [])


def test_where_nobody_names_a_stage_the_words_of_the_newest_mails_tell() -> None:
    first = make_message("Thank you for your application. Could we speak on Friday?")
    mails = [
        first,
        make_message(
            "Dear Sam, I am writing about the post. It was a strong field and a close thing, and on the "
            "day the panel went another way. It says nothing about your work, which we all admired. I "
            "hope our paths cross again, and I wish you every luck with your search.",
            date=first.date + timedelta(days=18),
        ),
    ]

    assert read_stage(mails, (), ME).stage is Stage.CLOSED
    assert read_stage(mails[:1], (), ME).stage is not Stage.CLOSED
