"""Display names as real mail has them."""

import pytest
from tables import each

from mailer.model import Address
from mailer.reading.display_names import (
    clean_name,
    name_in_address,
    name_part,
    split_name,
    without_honorific,
)


@each(
    ("written", "name"),
    [
        ("Dolores Whitcomb/HR/Halvard", "Dolores Whitcomb"),
        ("Dr. Voss, Henning", "Henning Voss"),
        ("THRELFALL, Alison (HAREWOODAIRE NHS)", "Alison THRELFALL"),
        ("Lisa Moser (Donauwerft Software)", "Lisa Moser"),
        ("Jordan Pace (they/them)", "Jordan Pace"),
        ("白樺システムズ 採用担当 森川由紀", "森川由紀"),
        ("藤本 剛 / Tsuyoshi Fujimoto", "藤本 剛"),
        ("Petra Lang via XING", "Petra Lang"),
        ("Lloyd-Hughes, Gareth", "Gareth Lloyd-Hughes"),
        ("Rieglhofer Anselm Prim. Univ.-Doz. Dr.", "Prim. Univ.-Doz. Dr. Anselm Rieglhofer"),
        ("Karl Huber, Dr.", "Dr. Karl Huber"),
        ("Huber, Karl, Dr.", "Karl Huber"),
        ("Anna Bauer PhD", "Anna Bauer"),
        ("Rossi Mario Dott.", "Dott. Mario Rossi"),
        ("Wei Ing", "Wei Ing"),
    ],
)
def test_a_name_is_told_from_what_stands_round_it(written: str, name: str) -> None:
    assert clean_name(written) == name


@pytest.mark.parametrize(
    ("typed", "bare"),
    [("大野様", "大野"), ("Dr. Voss", "Voss"), ("Frau Dr. Meier", "Meier")],
)
def test_an_honorific_is_no_part_of_a_query(typed: str, bare: str) -> None:
    assert without_honorific(typed) == bare


def test_an_address_may_hold_a_name() -> None:
    assert name_in_address("margaret.rhodes@castlegate.example") == "Margaret Rhodes"
    assert name_in_address("info@castlegate.example") == ""


def test_a_name_in_capitals_is_the_family_s() -> None:
    assert split_name("Nadège CORBIN") == ("Nadège", "Corbin")


@each(
    ("written", "given", "family"),
    [
        ("Prim. Univ.-Doz. Dr. Anselm Rieglhofer", "Anselm", "Rieglhofer"),
        ("Prof. Dr.-Ing. Jana Maier", "Jana", "Maier"),
        ("Dr. med. Eva Koch", "Eva", "Koch"),
        ("Prim Rose", "Prim", "Rose"),
    ],
)
def test_titles_are_no_part_of_a_name(written: str, given: str, family: str) -> None:
    assert split_name(written) == (given, family)


def test_a_particle_belongs_to_the_family_however_it_is_written() -> None:
    assert split_name("Sylvie Le Goff") == ("Sylvie", "Le Goff")
    assert split_name("Jan van den Berg") == ("Jan", "van den Berg")
    assert split_name("Anna Maria Berg") == ("Anna Maria", "Berg")


@each(
    ("written", "bare", "name"),
    [
        ("Brambati - Loredana Pezzotta", "office@brambati.example", "Loredana Pezzotta"),
        ("Segreteria UOC - Sabrina Toso", "sabrina.toso@aosbrigida.example", "Sabrina Toso"),
        ("Secretariaat Zorg", "fatiha.benali@rochus.example", "Fatiha Benali"),
        ("Secrétariat Kerdanet (Sylvie Le Goff)", "s@biscuits-kerdanet.example", "Sylvie Le Goff"),
        ("Lore Pezzotta - Brambati Spa", "a@brambati.example", "Lore Pezzotta - Brambati Spa"),
        ("Anna Bell - Marketing Lead", "anna@northwind.example", "Anna Bell - Marketing Lead"),
    ],
)  # fmt: skip
def test_a_person_is_told_from_the_office_before_them(written: str, bare: str, name: str) -> None:
    assert name_part(Address(written, bare)) == name
