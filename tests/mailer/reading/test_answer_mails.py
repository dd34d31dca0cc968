import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tables import each

from mailer.model import Me
from mailer.reading.answers import AnswerKind, classify
from mailer.testing.builders import make_message

pytestmark = pytest.mark.xdist_group("answers")  # judged once
ME = Me("Sam Rivera", ("sam@rivera.example",))
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def score() -> ModuleType:
    path = ROOT / "benchmarks" / "answers" / "score.py"
    spec = importlib.util.spec_from_file_location("answers_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["answers_score"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def verdicts(score: ModuleType) -> list[Any]:
    return list(score.all_verdicts())


def test_persons_answers_are_found_and_machine_mail_is_taken_for_none(
    score: ModuleType, verdicts: list[Any]
) -> None:
    found, taken = score.rates(verdicts)

    assert len(verdicts) > 400
    assert found >= score.FOUND_AT_LEAST, [v for v in verdicts if v.is_wrong and v.is_person]
    assert taken <= score.TAKEN_AT_MOST, [v for v in verdicts if v.is_wrong and not v.is_person]


def test_every_bounce_names_the_dead_address(verdicts: list[Any]) -> None:
    assert [v.subject for v in verdicts if v.dead_missed] == []


def test_the_labelled_mails_speak_ten_languages(verdicts: list[Any]) -> None:
    languages = {v.language for v in verdicts if v.language}

    assert len(languages) == 10


def read(text: str, subject: str = "Re: Engineer", **fields: object) -> AnswerKind:
    letter = make_message("I withdraw.", subject="Engineer")
    return classify(make_message(text, answers=letter, subject=subject, **fields), ME)


def test_an_absence_note_with_the_users_name_is_a_persons() -> None:
    note = "I am out of the office until Monday and will answer then."

    assert read(note) is AnswerKind.AUTO_REPLY
    assert read(f"Hi Sam,\n\n{note}") is AnswerKind.PERSON


def test_an_absence_in_the_quote_below_proves_nothing() -> None:
    text = "Noted!\n\nOn Mon, 2 Nov 2026 at 10:00, Sam wrote:\n> I am on leave until Friday."

    assert read(text) is AnswerKind.PERSON


def test_a_department_that_asks_something_is_a_person() -> None:
    receipt = "We have received your message (case 4471) and will get back to you in two days."
    sender = "Northwind Careers <careers@northwind.example>"

    assert read(receipt, sender=sender) is AnswerKind.ACKNOWLEDGEMENT
    assert read(f"{receipt} Would Tuesday suit you?", sender=sender) is AnswerKind.PERSON


def test_a_note_that_answers_nothing_is_not_judged_by_its_words() -> None:
    message = make_message("I am out of the office until Monday. Please contact Jonas.")

    assert classify(message, ME) is AnswerKind.PERSON


@each(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Auto-Submitted": "auto-generated"},
        {"Precedence": "auto_reply"},
        {"X-Precedence": "junk"},
        {"X-Autorespond": "yes"},
        {"Return-Path": "<>"},
        {"X-Apple-Action": "vacation"},
    ],
)
def test_header_fields_of_machines_are_believed(headers: dict[str, str]) -> None:
    assert read("Thanks!", headers=tuple(headers.items())) is AnswerKind.AUTO_REPLY


@each(
    "headers",
    [
        {"Auto-Submitted": "no"},
        {"X-Auto-Response-Suppress": "All"},
        {"List-Unsubscribe": "<mailto:x@y.example>"},
        {"Return-Path": "<dana@northwind.example>"},
    ],
)
def test_header_fields_that_people_send_too_prove_nothing(headers: dict[str, str]) -> None:
    assert read("Thanks!", headers=tuple(headers.items())) is AnswerKind.PERSON
