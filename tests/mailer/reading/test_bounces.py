import pytest
from tables import each

from mailer.model import Me, Message
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.bounces import is_bounce, is_failure, reported_addresses
from mailer.testing.builders import make_message

ME = Me("Sam Rivera", ("sam@rivera.example",))
DEAD, ALIVE = "rae.lin@northwind.example", "dana.ortiz@northwind.example"
COPY = f"Return-Path: <sam@rivera.example>\nTo: {ALIVE}\nCc: {DEAD}\nSubject: My application"


def report(
    text: str, subject: str = "failure notice", sender: str = "MAILER-DAEMON@mx.example"
) -> Message:
    return make_message(text, sender=sender, subject=subject)


@pytest.mark.parametrize(
    "text",
    [
        f"Hi. This is the qmail-send program.\n<{DEAD}>:\nno mailbox here by that name\n\n"
        f"--- Below this line is a copy of the message.\n\n{COPY}",
        f"The following address(es) failed:\n\n  {DEAD}\n\n------ This is a copy of the message, "
        f"including all the headers. ------\n\n{COPY}",
        f"{DEAD}\nwas not found.\n\nOriginal message headers:\n\nReceived: from x by y\n{COPY}",
    ],
    ids=["qmail", "Exim", "Exchange"],
)
def test_whom_the_copy_of_the_letter_names_is_not_reported_dead(text: str) -> None:
    assert reported_addresses(report(text)) == {DEAD}


@each(
    "subject",
    [
        "Delayed Mail (still being retried)",
        "Warning: message 1abc delayed 24 hours",
        "Successful Mail Delivery Report",
        "Delivery Status Notification (Success)",
        "Relayed: My application",
    ],
)
def test_a_letter_that_is_late_or_went_on_has_not_failed(subject: str) -> None:
    message = report(f"Your message to {DEAD}", subject)

    assert is_bounce(message)
    assert not is_failure(message)
    assert reported_addresses(message) == frozenset()


def test_exchange_reports_from_an_address_of_its_own() -> None:
    message = report(
        f"Your message to {DEAD} couldn't be delivered.",
        "Undeliverable: My application",
        "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@rivera.example>",
    )

    assert classify(message, ME) is AnswerKind.BOUNCE
    assert reported_addresses(message) == {DEAD}


def test_a_person_who_speaks_of_a_bounce_is_a_person() -> None:
    message = report("Undeliverable: that was my old address.", "Undeliverable?", f"Rae <{DEAD}>")

    assert classify(message, ME) is AnswerKind.PERSON
