"""Two threads, one process or two: learned trees; and what machines' mail is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from looking import ME, found, subjects, talk, written_to

from mailer.model import Me, Message
from mailer.reading.notices import Notice, judge_notice
from mailer.reading.pair_facts import are_two_processes, facts_of_pair
from mailer.reading.strands import Strand
from mailer.reading.trees import Trees, trees
from mailer.testing.builders import START, make_message
from mailer.threads import group_threads

TOY = Trees(
    ("words", "days"),
    (-1.0,),
    (((0, 2.0, 1, 2), (-1, 3.0, 0, 0), (1, 5.0, 3, 4), (-1, -1.0, 0, 0), (-1, 0.25, 0, 0)),),
)


@pytest.mark.parametrize(
    ("words", "days", "odds"),
    [(2, 9, 2.0), (3, 5, -2.0), (3, 6, -0.75)],
)
def test_a_tree_goes_on_with_its_first_node_up_to_the_value(
    words: float, days: float, odds: float
) -> None:
    assert TOY.judge({"days": days, "words": words}) == pytest.approx(odds)


def strand(*messages: Message) -> Strand:
    (thread,) = group_threads(messages)
    return Strand(thread, ME)


RECRUITER = "Bethan Lowe <bethan.lowe@saltmarsh-group.example>"
FIRST = talk(
    RECRUITER,
    "Junior Sous, The Copper Pan, York",
    "Thanks for sending your CV over, the head chef at the Pan liked it. Are you about for a quick "
    "call tomorrow before lunch service?\n\nBethan Lowe\nPeople Advisor\nSaltmarsh Group",
)
SECOND = talk(
    RECRUITER,
    "The Heron, Whitby",
    "A second post for you, if you like: our restaurant in Whitby needs a sous who can do fish. "
    "Would you let me put you forward for it?\n\nBethan Lowe\nPeople Advisor\nSaltmarsh Group",
    day=10,
)
LATER = talk(
    RECRUITER,
    "Your trial shift",
    "Thanks for today. So that we can pay you for the trial shift at the Pan, could you send "
    "me your number and a photo of your passport?\n\nBethan Lowe\nPeople Advisor\nSaltmarsh Group",
    day=17,
)


def test_two_posts_of_one_recruiter_are_two() -> None:
    one, other, later = strand(*FIRST), strand(*SECOND), strand(*LATER)

    assert are_two_processes(one, other)
    assert are_two_processes(other, one)
    assert not are_two_processes(one, later)
    assert len(found("Saltmarsh", *FIRST, *SECOND).choice.several) == 2


def test_what_goes_on_is_of_the_process_that_it_goes_on_with() -> None:
    asked = {*subjects("Copper Pan", *FIRST, *LATER)}

    assert asked == {"Junior Sous, The Copper Pan, York", "Your trial shift"}


def test_the_facts_of_a_pair_are_the_same_from_either_side_and_are_those_of_the_trees() -> None:
    one, other = strand(*FIRST), strand(*SECOND)
    facts = facts_of_pair(one, other)

    assert facts == facts_of_pair(other, one)
    assert facts["same writer"]
    assert facts["common words"] == 1
    assert not facts["continues"]
    assert tuple(facts) == trees("pair").facts


def notice(subject: str, text: str, sender: str) -> Notice:
    return Notice(subject, text, sender, "", "Sam Rivera", is_bulk=False, has_calendar=False)


def test_a_machines_mail_of_a_process_is_told_from_a_shops() -> None:
    receipt = notice(
        "Recibimos su postulación: Especialista de Relaciones Laborales (REQ-4471)",
        "Estimado Sam Rivera:\n\nHemos recibido su postulación. Mensaje automático enviado desde "
        "un buzón no supervisado. Para ver o retirar su postulación ingrese al portal.",
        "mezcal@myworkday.com",
    )
    shop = notice(
        "Your order has been shipped",
        "Thank you for shopping with us. Your parcel is on its way and will come on Friday.",
        "orders@shop.example",
    )

    assert judge_notice(receipt) > 3
    assert judge_notice(shop) < -3


def test_a_process_of_machines_alone_is_found_though_no_rule_knows_their_words() -> None:
    mail = make_message(
        "Olá, Sam!\n\nSua inscrição para Designer de Produto Pleno na Rede Jacu foi concluída. "
        "Para acompanhar ou desistir do processo, acesse Minhas Candidaturas.\n\nNão responda.",
        sender="Rede Jacu <no-reply@gupy.com.br>",
        subject="Inscrição concluída: Designer de Produto Pleno | Rede Jacu",
    )
    best = found("Rede Jacu", mail).choice.best

    assert best is not None
    assert best.channel.value == "portal"


def test_a_post_in_payroll_makes_no_employer_of_the_agent() -> None:
    """`nómina` in a subject is no payslip where a person writes of a job."""
    post = talk(
        "Karla Ornelas <karla@enlace-talento.example>",
        "Coordinación de Nómina (híbrido)",
        "Otra opción: Coordinación de Nómina en Logística Miller. ¿Te postulo para la vacante?\n\n"
        "Karla Ornelas\nConsultora Sr.\nEnlace Talento | Reclutamiento y Selección",
    )

    assert written_to("Logística Miller", *post)[0] == ["karla@enlace-talento.example"]


def test_the_school_of_old_whose_alumni_address_the_user_has_may_be_the_house() -> None:
    me = Me("Sam Rivera", ("sam@rivera.example", "s.rivera@alumni.hoogveen.example"))
    mail = make_message(
        "Dear Sam,\n\nThe chair would like to talk to you about the post.",
        sender="I. Bolt <i.bolt@hoogveen.example>",
        subject="Interview",
    )
    (thread,) = group_threads([replace(mail, date=START + timedelta(days=1))])

    assert Strand(thread, me).writer_domains == {"hoogveen.example"}
