from dataclasses import replace

import pytest

from mailer.model import Kind, Thread, Tone
from mailer.testing.builders import make_message
from mailer.writing.addressing import find_honorific
from mailer.writing.render import TemplateFolder
from mailer.writing.situations import Situation, make_situation, write_situation


def _said(language: str, *texts: str, given: str, family: str) -> Situation:
    """A formal situation in which nothing but the mails tells how its leader is addressed."""
    made = make_situation(language, Kind.WITHDRAW, tone=Tone.FORMAL)
    leader, *others = made.candidacy.people
    leader = replace(
        leader, honorific="", given_name=given, family_name=family, name=f"{given} {family}"
    )
    thread = Thread("t1", tuple(make_message(text) for text in texts))
    people = (leader, *others)
    return replace(made, candidacy=replace(made.candidacy, people=people, threads=(thread,)))


def _greeting(made: Situation) -> str:
    return write_situation(made, TemplateFolder()).text.splitlines()[0]


@pytest.mark.parametrize(
    ("language", "text", "given", "family", "greeting"),
    [
        ("en", "Dear Dr Ortiz,\nthank you", "Dana", "Ortiz", "Dear Dr Ortiz,"),
        ("de", "an Herrn Dr. Lehnert", "Uwe", "Lehnert", "Sehr geehrter Herr Dr. Lehnert,"),
        ("de", "Frau Anna Weber ruft Sie an.", "Anna", "Weber", "Sehr geehrte Frau Weber,"),
        ("fr", "Mme Morel vous attend.", "Claire", "Morel", "Bonjour Madame Morel,"),
        ("es", "La señora Gil le espera.", "Marta", "Gil", "Estimada Sra. Gil:"),
        ("pt", "A Sra. Beatriz Lima", "Beatriz", "Lima", "Prezada Sra. Beatriz Lima,"),
        ("it", "la dott.ssa Conti", "Giulia", "Conti", "Gentile Dott.ssa Conti,"),
        ("nl", "Geachte heer de Ruyter,", "Jan", "de Ruyter", "Geachte heer De Ruyter,"),
    ],
)
def test_the_honorific_that_the_mails_use_stands_in_a_formal_greeting(
    language: str, text: str, given: str, family: str, greeting: str
) -> None:
    assert _greeting(_said(language, text, given=given, family=family)) == greeting


def test_no_honorific_is_guessed_from_a_name() -> None:
    made = _said("de", "Guten Tag, hier ist Anna Weber.", given="Anna", family="Weber")

    assert _greeting(made) == "Guten Tag Anna Weber,"


def test_a_namesake_with_another_honorific_makes_it_none() -> None:
    made = _said("en", "Mr Ortiz and Ms Ortiz will meet you.", given="Dana", family="Ortiz")

    assert find_honorific(made.candidacy, made.candidacy.people[0], "en") == ""


def test_an_honorific_of_another_person_with_a_longer_name_is_left_alone() -> None:
    made = _said("en", "Ms Ortizon will meet you.", given="Dana", family="Ortiz")

    assert find_honorific(made.candidacy, made.candidacy.people[0], "en") == ""
