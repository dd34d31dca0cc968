"""Own words, signature and quote, as mail programs of thirty years have written them."""

from __future__ import annotations

import pytest
from tables import each

from mailer.reading.quotes import own_words, split_quote

OWN = "Tuesday works for me.\n\nAlex"
BELOW = {
    "Outlook without addresses": (
        " -----Original Message-----\nFrom: \tOrtiz, Dana  \nSent:\tMonday, 3 May 2004 9:12 AM\n"
        "To:\tAlex Moran\nSubject:\tRE: Interview\n\nCould you come on Tuesday?"
    ),
    "Outlook, German, under a line": (
        "________________________________\nVon: Ortiz, Dana\nGesendet: Montag, 3. Mai 2004 10:00\n"
        "An: Alex Moran\nBetreff: Gespräch\n\nPasst Dienstag?"
    ),
    "Outlook, no line at all": (
        "De : Ortiz, Dana\nEnvoyé : lundi 3 mai 2004 10:00\nÀ : Alex Moran\nObjet : Entretien\n\n"
        "Mardi ?"
    ),
    "Notes": (
        "Dana Ortiz\n05/03/2004 09:11 AM\nTo:\tAlex Moran/PAR/NW@NW\ncc:\t\nSubject:\tInterview\n\n"
        "Could you come?"
    ),
    "Notes from outside": (
        '"Ortiz, Dana" <dana@northwind.example> on 05/03/2004 09:11:22 AM\nTo: alex@moran.example\n'
        "cc:\nSubject: Interview\n\nCould you come?"
    ),
    "Notes, forwarded": (
        "-------------- Forwarded by Dana Ortiz/PAR/NW on 05/03/2004 09:30 AM -----------\n"
        "\n\nRae Lin\n05/03/2004 09:11 AM\nTo: Dana Ortiz/PAR/NW@NW\n"
    ),
    "Gmail, forwarded, no address": (
        "---------- Forwarded message ----------\nFrom: Dana Ortiz\nDate: Mon, May 3, 2004\n"
        "Subject: Interview\nTo: Alex\n\nHello"
    ),
    "Apple, forwarded": "Begin forwarded message:\n\nFrom: Dana Ortiz\n\nHello",
    "Eudora": "At 09:12 AM 5/3/2004 -0600, you wrote:\n>Could you come?\n>\n>Dana",
    "a bare attribution": "Dana Ortiz writes:\n> Could you come?",
    "initials": "DO> Could you come?\nDO> On Tuesday?",
}


@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW.keys())
def test_what_a_mail_program_put_below_is_no_own_word(below: str) -> None:
    split = split_quote(f"{OWN}\n\n{below}")

    assert split.own == OWN
    assert split.quote.strip() == below.strip()


@pytest.mark.parametrize("quote", ["Dana Ortiz writes:\n > Could you come?\n", "DO> Could you?\n"])
def test_an_answer_below_the_quote_is_own_words(quote: str) -> None:
    assert split_quote(f"{quote}\n{OWN}").own.strip() == OWN


@each(
    "text",
    [
        "Hi Alex,\n\n----- Agenda for the day -----\n9:00 arrival\n10:00 Dana\n\nSee you",
        "When: Tuesday 3 pm\nWhere: Rue du Bac\nWho: Dana and Rae\n\nDana",
        "Here is the schedule.\nTo: Paris\n\nDana",
        "Salary > 50k is fine.\n\nDana",
        "From: Tuesday\n\nDana",
    ],
)
def test_what_people_write_themselves_is_no_quote(text: str) -> None:
    assert split_quote(text).own == text


def test_own_words_end_before_a_signature() -> None:
    text = "Tuesday works.\n\nBest regards,\nDana Ortiz\nHead of Data, Northwind"

    assert own_words(text).strip() == "Tuesday works."
