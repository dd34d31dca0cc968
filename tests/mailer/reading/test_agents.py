"""Who recruits for another house: told by all the words of a mail."""

from __future__ import annotations

from looking import ME, found, talk
from tables import each

from mailer.model import Part
from mailer.reading.agencies import speaks_for_client
from mailer.reading.agents import SURELY, SURELY_NOT, odds_of_agency
from mailer.reading.people_words import COORDINATOR_TITLE
from mailer.reading.sifting import make_strands
from mailer.testing.builders import make_message
from mailer.threads import group_threads


@each(
    ("sender", "subject", "text"),
    [
        ("Iris Kuhl <iris@kuhl-dahm.example>", "Werkleitung, Raum Ulm",
         "Hallo Sam,\n\nein Familienbetrieb im Raum Ulm sucht eine Werkleitung, den Namen darf ich "
         "noch nicht nennen. Darf ich Ihr Profil dort vorstellen?\n\nIris Kuhl\nKuhl Dahm"),
        ("Jon Pratt <jon@prattmayhew.example>", "Plant manager near Leeds",
         "Hi Sam,\n\nA family business near Leeds wants a plant manager. I can't give you the name "
         "yet. Shall I send them your CV?\n\nJon Pratt\nPratt Mayhew"),
        ("Laia Roca <laia@rocavives.example>", "Oportunidad en Girona",
         "Hola Sam:\n\nTengo una vacante de jefe de planta en una empresa familiar de Girona. De "
         "momento no puedo darte el nombre. ¿Te presento?\n\nLaia Roca\nConsultora | Roca Vives"),
    ],
)  # fmt: skip
def test_an_agent_is_told_by_words_that_no_phrase_knows(
    sender: str, subject: str, text: str
) -> None:
    mail = make_message(text, sender=sender, subject=subject)
    (strand,) = make_strands(group_threads([mail]), ME)

    assert not speaks_for_client(mail)
    assert odds_of_agency(mail, ME.name) > SURELY
    assert strand.is_agency


CONSULTANTS = (
    "Priya Naidu <priya.naidu@hallmoor-marine.example>",
    "Hallmoor Marine: flood risk consultant",
    "Thanks for applying for our role of flood risk consultant. Could we speak for half an hour "
    "this week? The team in Rotterdam would love to meet you.\n\n"
    "Priya Naidu | People Team\nHallmoor Marine Consultants | Rotterdam",
)


def test_a_house_that_phrases_take_for_an_agency_is_none() -> None:
    mail, _ = talk(*CONSULTANTS)
    (strand,) = make_strands(group_threads([mail]), ME)
    best = found("Hallmoor", *talk(*CONSULTANTS)).choice.best

    assert speaks_for_client(mail)
    assert odds_of_agency(mail, ME.name) < SURELY_NOT
    assert not strand.is_agency
    assert best is not None
    assert [p.part for p in best.people] == [Part.RECRUITER]


@each(
    ("title", "arranges"),
    [
        ("Coordinatrice", True),
        ("Coordinatrice des entretiens", True),
        ("Coordinatrice du plateau de médecine nucléaire", False),
        ("Coordinator of Nursing Services", False),
        ("Interview Coordinator, Harrow & Pike", True),
        ("Koordinatorin der Abteilung für Notfallmedizin", False),
    ],
)
def test_who_coordinates_a_ward_or_a_service_arranges_no_interviews(
    title: str, arranges: bool
) -> None:
    assert (COORDINATOR_TITLE.search(title) is not None) is arranges
