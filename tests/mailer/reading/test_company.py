import pytest
from looking import found, talk
from tables import each

from mailer.model import Me
from mailer.reading.company import company_names, find_word, replace_words
from mailer.reading.role_names import role_of, role_words_of
from mailer.testing.builders import SAM, make_message

ME = Me(name="Sam Rivera", addresses=(SAM.address,))


@pytest.mark.parametrize("name", ["株式会社あおぞらテック", "あおぞらテック株式会社"])
def test_a_japanese_company_is_named_as_it_signs_not_as_its_domain_is_spelt(name: str) -> None:
    text = f"リベラ様\n\n一次面接のご案内です。\n\n--\n{name}\n人事部 佐藤 花子"
    message = make_message(text, sender="佐藤 花子 <sato@aozora-tech.example>")

    assert company_names([message], ME).most_common(1)[0][0] == name


@each(
    ("subject", "words"),
    [
        ("Schlussgespräch mit der Geschäftsleitung", ""),
        ("Final interview with Group CIO - schedule", ""),
        ("Entretien avec la directrice", ""),
        ("Entrevista con el director financiero", ""),
        ("Abschlussgespräch Netzplaner – Herr Brockmann", "netzplaner brockmann"),
        ("Tourenplaner / Ihre Vorstellung bei uns", "tourenplaner"),
        (
            "Ihre Bewerbung als Oberärztin Kardiologie, Kennziffer KW-26-081",
            "oberarztin kardiologie",
        ),
        ("Praxismanagement MVZ Lindau", "praxismanagement mvz lindau"),
        ("Vacature conceptontwikkelaar wonen", "conceptontwikkelaar"),
        ("Medical Science Liaison Extremadura", "medical science liaison extremadura"),
    ],
)
def test_a_role_is_told_by_its_own_words_not_by_the_talk_about_it(subject: str, words: str) -> None:
    message = make_message("Hi", sender="Dana Ortiz <dana@northwind.example>", subject=subject)

    assert role_words_of([message], subjects_only=True) == frozenset(words.split())


@each(
    ("said", "role"),
    [
        ("vielen Dank für Ihre Bewerbung als Netzwerkadministratorin.", "Netzwerkadministratorin"),
        ("Merci pour votre candidature au poste de secrétaire adjointe.", "secrétaire adjointe"),
        ("Du har sökt tjänsten som dataarkitekt hos oss.", "dataarkitekt"),
        ("Nous avons repris le poste d'Hélène.", ""),
        ("Ihre Bewerbung liegt uns vor.", ""),
    ],
)
def test_a_post_is_told_by_what_stands_before_it(said: str, role: str) -> None:
    message = make_message(said, sender="Dana Ortiz <dana@northwind.example>", subject="Hello")

    assert role_of([message]) == role


@each(
    ("subject", "role"),
    [
        ("LAM-26-0417 Lead Pharmacist, Antimicrobials", "Lead Pharmacist"),
        ("REQ-12345: Data Analyst", "Data Analyst"),
        ("Senior Engineer (R-0049217)", "Senior Engineer"),
    ],
)
def test_the_number_of_a_vacancy_is_no_part_of_the_role(subject: str, role: str) -> None:
    message = make_message("Hi", sender="Dana Ortiz <dana@northwind.example>", subject=subject)

    assert role_of([message]) == role


@each(
    ("text", "at"),
    [
        ("ana", 0),
        ("Juliana, ana", 9),
        ("anaana ana", 7),
        ("ana1 _ana anas", -1),
        ("", -1),
    ],
)
def test_a_word_stands_by_itself(text: str, at: int) -> None:
    assert find_word("ana", text) == at


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "Ana Soto asks, and Ana's team too; Anabel does not.",
            "* asks, and *'s team too; Anabel does not.",
        ),
        ("nobody", "nobody"),
        ("", ""),
    ],
)
def test_the_longest_of_several_words_is_replaced_wherever_it_stands_alone(
    text: str, marked: str
) -> None:
    assert replace_words(["Ana", "Ana Soto", ""], text, lambda *_: "*") == marked


def test_words_of_scripts_without_spaces_are_replaced_within_others() -> None:
    told = replace_words(["樋口"], "三ツ葉の樋口です", lambda *_: "*", spaced=False)

    assert told == "三ツ葉の*です"


@each(
    ("subject", "role"),
    [
        (
            "Ihre Bewerbung: Leitung der Abteilung für Intensivmedizin (GZ 4/26)",
            "Leitung der Abteilung für Intensivmedizin",
        ),
        ("Responsabile della Qualità", "Responsabile della Qualità"),
        ("Backend Engineer, Berlin office", "Backend Engineer"),
    ],
)
def test_a_post_is_named_with_what_it_is_of(subject: str, role: str) -> None:
    assert role_of([make_message("Hello", subject=subject)]) == role


@each(
    ("asked", "role"),
    [
        ("qa engineer, mobile", "QA Engineer, Mobile"),
        ("QA Engineer, Mobile", "QA Engineer, Mobile"),
        ("Hugh Scally", ""),
        ("opening under me", ""),
    ],
)
def test_a_role_that_only_a_body_names_is_called_as_it_stands_there(asked: str, role: str) -> None:
    """So that a letter to a house with two posts says which."""
    said = "I look after our apps and have a QA Engineer, Mobile spot opening under me. Interested?"
    best = found(
        asked, *talk("Hugh Scally <hugh@quillstone.example>", "saw your talk", said)
    ).choice.best

    assert best is not None
    assert best.role == role
