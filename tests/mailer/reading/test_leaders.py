"""Two who may lead one process: the user is asked, unless the query or the mail itself tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from looking import found, talk, written_to
from tables import each

from mailer.model import Message, Part
from mailer.testing.builders import START, make_message

RECRUITER = talk(
    "Rosa Feld <rosa@lindmark.example>",
    "Lindmark: structural engineer",
    "I recruit for Lindmark. A first interview for the structural engineer on Friday?\n\n"
    "Rosa Feld\nTalent Partner, Lindmark",
)
HANA = talk(
    "Hana Weir <hana@lindmark.example>",
    "bridges",
    "Rosa sent me your application. I lead the bridges at Lindmark, and you would report to me.",
    day=4,
)
JUNO = talk(
    "Juno Beck <juno@lindmark.example>",
    "the yard",
    "Rosa told me of your interview. I head the works at Lindmark, and you would report to me.",
    day=6,
)


def test_two_bosses_in_threads_of_their_own_are_asked_about() -> None:
    choice = found("Lindmark", *RECRUITER, *HANA, *JUNO).choice

    assert choice.best is None
    assert choice.undecided is not None
    offered = [{t.messages[0].subject for t in c.threads} for c in choice.several]
    assert sorted(map(sorted, offered)) == [["bridges"], ["the yard"]]
    assert {c.parent.subject for c in choice.several if c.parent} == {"bridges", "the yard"}


def test_one_boss_is_written_to_without_a_question() -> None:
    assert written_to("Lindmark", *RECRUITER, *HANA) == (
        ["hana@lindmark.example"],
        ["rosa@lindmark.example"],
    )


def test_the_name_of_who_wrote_last_decides() -> None:
    assert written_to("Juno Beck", *RECRUITER, *HANA, *JUNO) == (
        ["juno@lindmark.example"],
        ["rosa@lindmark.example"],
    )


def test_the_name_of_who_wrote_before_does_not() -> None:
    """They may have handed over: who came after is asked about too."""
    assert len(found("Hana Weir", *RECRUITER, *HANA, *JUNO).choice.several) == 2


def test_an_office_does_not_lead_beside_a_boss() -> None:
    office = talk(
        "Lindmark Office <office@lindmark.example>",
        "your visit",
        "I lead the office at Lindmark. You would report to me for your interview on the day.",
        day=7,
    )

    assert written_to("Lindmark", *RECRUITER, *HANA, *office)[0] == ["hana@lindmark.example"]
    (shown,) = found("Lindmark", *RECRUITER, *HANA, *office).candidacies
    assert [p.address for p in shown.people_with(Part.HIRING_MANAGER)] == ["hana@lindmark.example"]


def test_bosses_of_one_thread_are_not_asked_about() -> None:
    beside = make_message(
        "Hi Sam, I head the works at Lindmark and you would report to me as well.\n\nJuno",
        sender="Juno Beck <juno@lindmark.example>",
        subject="Re: bridges",
        answers=HANA[-1],
    )
    beside = replace(beside, date=JUNO[0].date)

    assert found("Lindmark", *RECRUITER, *HANA, beside).choice.best is not None


def test_who_said_that_it_is_over_leads_no_more() -> None:
    old = talk(
        "Otto Lamm <otto@lindmark.example>",
        "Lindmark: site engineer",
        "I recruit for Lindmark. Unfortunately the position of site engineer has been filled.\n\n"
        "Otto Lamm\nTalent Partner, Lindmark",
    )

    choice = found("Lindmark", *old, *RECRUITER).choice

    assert choice.undecided is None


def recruiter(name: str, address: str, subject: str, text: str, day: float) -> list[Message]:
    signed = f"{text}\n\n{name}\nTalent Partner, Lindmark"
    return talk(f"{name} <{address}@lindmark.example>", subject, signed, day=day)


def test_a_recruiter_who_was_silent_before_another_began_leads_no_more() -> None:
    first = recruiter(
        "Rosa Feld", "rosa", "Structural engineer", "Your application is here: a first call?", 0
    )
    then = recruiter("Ida Moss", "ida", "Lindmark: your visit", "I look after you from now on.", 9)
    again = recruiter("Rosa Feld", "rosa", "Two days", "Tuesday or Friday for the interview?", 12)

    assert written_to("Lindmark", *first, *then)[0] == ["ida@lindmark.example"]
    assert len(found("Lindmark", *first, *then, *again).choice.several) == 2


def test_two_bosses_of_one_title_are_one_after_the_other() -> None:
    """Of two titles they may both lead."""

    def boss(name: str, address: str, title: str, day: float) -> list[Message]:
        text = f"You would report to me, and I would love to meet you.\n\n{name}\n{title}"
        return talk(f"{name} <{address}@lindmark.example>", f"the yard, {name}", text, day=day)

    old = boss("Hana Weir", "hana", "Works Manager, Lindmark", 2)
    new = boss("Juno Beck", "juno", "Works Manager, Lindmark", 8)
    other = boss("Juno Beck", "juno", "Head of Bridges, Lindmark", 8)

    assert written_to("Lindmark", *RECRUITER, *old, *new)[0] == ["juno@lindmark.example"]
    assert len(found("Lindmark", *RECRUITER, *old, *other).choice.several) == 2


def test_who_says_whose_hire_it_is_leaves_the_lead_to_them() -> None:
    signed = "\n\nAnja Desai\nCEO and founder, Ponder"
    founder = talk(
        "Anja Desai <anja@ponder.example>",
        "Ponder update",
        "I founded Ponder and run it with my team, who love your work. See the deck before you "
        f"decide. It is his team and his hire, I only sign the lease.{signed}",
        day=9,
    )
    boss = talk(
        "Rolf Kett <rolf@ponder.example>",
        "torque loop",
        "Rolf. Before we go further I want to see how you think. You would sit next to me. "
        "An interview on Monday?",
        day=5,
    )

    assert written_to("Ponder", *founder, *boss)[0] == ["rolf@ponder.example"]
    assert written_to("Ponder", *founder)[0] == ["anja@ponder.example"]


def test_a_professor_of_whom_only_a_machine_answered_is_nobodys_boss() -> None:
    hr = talk(
        "Ute Lang <ute@hanza.example>",
        "Your application for the laboratory",
        "Thank you for your application. An interview on Monday?\n\nUte Lang\nHR",
    )
    asked = make_message("When may I come?", sender="Sam Ortiz <sam@home.example>", answers=hr[0])
    away = make_message(
        "I am out of the office until Monday.",
        sender="Prof. Karl Huber <huber@hanza.example>",
        subject="Automatic reply: the laboratory",
        answers=asked,
        headers=(("Auto-Submitted", "auto-replied"),),
    )

    assert written_to("Hanza", *hr, away)[0] == ["ute@hanza.example"]


@each(
    "told",
    [
        "Es la Clínica Torrelago. Te dejo con Óscar, de RRHH, que te cita él directamente.",
        "Es la Clínica Torrelago. Te dejo con Óscar, de RRHH. A mí déjame en copia.",
    ],
)
def test_an_agent_who_hands_on_to_the_client_stays_in_copy_and_does_not_lead(told: str) -> None:
    agent = talk(
        "Ainhoa Mendi <ainhoa@puente.example>",
        "Enfermero UCI en Madrid",
        "Tengo un puesto de enfermero UCI en Madrid, clínica privada. ¿Te lo cuento?",
    )
    handed = make_message(
        f"Hola Sam,\n\n{told}\n\nAinhoa",
        sender=agent[0].sender,
        cc="Óscar Villa <o.villa@torrelago.example>",
        subject="Re: Enfermero UCI en Madrid",
        answers=agent[1],
    )
    house = make_message(
        "Buenos días, Sam. ¿Hacemos la entrevista el viernes a las 15:00?\n\n"
        "Óscar Villa\nRecursos Humanos\nClínica Torrelago",
        sender="Óscar Villa <o.villa@torrelago.example>",
        subject="Re: Enfermero UCI en Madrid",
        answers=handed,
    )
    later = (replace(m, date=START + timedelta(n)) for n, m in ((3, handed), (5, house)))

    assert written_to("Torrelago", *agent, *later) == (
        ["o.villa@torrelago.example"],
        ["ainhoa@puente.example"],
    )
