"""The labelled mailboxes: what the product promises of them holds."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mailer.finding import find

HERE = Path(__file__).resolve().parents[3] / "benchmarks" / "understanding"
sys.path.append(str(HERE))

from score import load, score  # noqa: E402 - a script beside the mailboxes, no package

MORE = int(os.environ.get("BOWOUT_TEST_EXAMPLES", "1")) > 1
TO_REACH = {
    "exit": 0.97,
    "thread": 0.97,
    "to": 0.95,
    "cc": 0.95,
    "parts": 0.92,
    "channel": 0.92,
    "stage": 0.92,
    "interview": 0.97,
    "language": 0.99,
    "tone": 0.92,
}


KNOWN_TO_HARM = {  # docs/understanding.md says what lies behind them; the given mailboxes have none
    "own-56 Palmyra",
    "own-81 Lone Star Utilities",
    "own-97 Snoklocka",
    "own-109 S0892",
    "own-302 Gebroeders Postma",
    "own-357 Meenakshi Iyer",
    "own-360 Fairmeadow",
    "own-360 Jasper Nwosu",
    "own-361 Cerro Quilla",
    "own-380 San Rocco",
    "own-384 Lukas Aebischer",
    "own-396 Sint-Aldegondis",
    "own-404 Great Lakes Observing Office",
    "own-404 Pembrook",
    "own-404 Robert Eastlake",
    "own-406 Vellum",
    "own-414 Ludovic",
    "own-433 Pastificio Granvento",
    "own-441 Toby Aldous",
    "own-447 Erfgoedhuis Noorderkoggen",
    "own-447 Hanneke Terpstra",
    "own-447 conservator edelmetaal",
    "own-461 Bellweather",
    "own-461 Harlan",
    "own-461 Kopp Legal",
    "own-464 Dave",
    "own-464 TechSource West",
    "own-464 Zaparo.com",
    "own-464 release engineering",
    "own-474 Connie Ruiz",
    "own-474 Fernbank",
    "own-476 Transports Morvezen",
    "own-481 Malachy",
    "own-483 Haldane",
    "own-483 Sunil Rao",
    "own-517 Shu-Fen",
    "own-526 Slättens Mark & Vatten",
    "own-533 Litigation Manager",
    "own-534 Halvorsen",
    "own-536 31877",
    "own-536 Ottersbrook",
    "own-541 Charge Nurse, Dialysis",
    "own-542 Xaba",
    "own-543 Kaw Valley Turbine",
    "own-543 Sunflower Regional",
    "own-560 Grupo Serraje",
    "own-579 Ohmsworth",
    "own-582 Andre Whitlow",
    "own-582 Bluefern",
    "own-582 Great Miami",
    "own-582 Hocking Valley Hospice",
    "own-582 Three Forks",
    "own-583 Kwinto",
    "own-583 Treinloket",
    "own-584 AP1",
    "own-586 interpello",
    "own-587 Carrier App",
    "own-587 Mira Vandersloot",
    "own-587 Tallgrass",
    "own-588 Bøgelyset",
    "own-600 Amalie Juhl",
    "own-605 Salt & Ladle",
    "own-605 Trent Maguire",
    "own-606 Olalla Ferreiro",
    "own-608 Corinne Abernathy-Wu",
    "own-608 Ottawa Valley Conservancy",
    "own-609 Mobilificio Tresoldi",
    "own-609 Ponteverde",
    "own-616 kantorstjänst",
    "own-625 St Columba's",
    "own-635 Kordes Chemie",
    "own-636 Banque Armorin",
    "own-637 Banksia Health",
    "own-637 Wattle & Finch",
    "own-640 HV-26-0317",
    "own-652 Musée des Tisserands",
    "own-657 Cavazzocca",
    "own-663 Vantry",
    "own-665 Kelso & Rae",
    "own-672 Tess Bramwell",
    "own-708 asociada sénior",
    "own-726 Mocahill",
    "own-757 Irene Sabbatani",
    "own-758 Terrence Boyd",
    "own-766 Gonzalo Achával",
    "own-768 Callum Teague",
}


@cache  # scored once, not whenever the order of the tests changes between the two
def score_all(whose: str) -> dict[str, Any]:
    """Score the given mailboxes, every 48th of our own, in CI every fourth; all: score.py."""
    paths = sorted((HERE / "mailboxes").glob(f"{whose}-*.json"))
    return score(paths if whose == "dev" else paths[1 :: 4 if MORE else 48])


@pytest.fixture(
    params=[pytest.param(w, marks=pytest.mark.xdist_group(f"labelled {w}")) for w in ("dev", "own")]
)
def totals(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return the figures of the given mailboxes, or of our own; a worker each scores them."""
    return score_all(request.param)


def test_no_letter_goes_where_it_does_harm(totals: dict[str, Any]) -> None:
    assert set(totals["harmful"]) <= KNOWN_TO_HARM


@pytest.mark.parametrize("name", ["own-204", "own-205", "own-460", "own-549"])
def test_namesakes_two_posts_at_a_house_and_two_clients_of_an_agency_stay_two(name: str) -> None:
    assert score([HERE / "mailboxes" / f"{name}.json"])["harmful"] == []


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("own-449", "Strandeng"),  # a friend has the boss's given name and speaks of the house
        ("own-451", "PV-3381"),  # a friend has the owner's family name
        ("own-466", "347-AHP-0932"),  # the boss of today wants somebody on a panel
    ],
)
def test_talks_of_no_process_are_not_joined_with_one(name: str, query: str) -> None:
    data, provider, me, now = load(HERE / "mailboxes" / f"{name}.json")
    best = find(provider, query, me=me, now=now).choice.best
    others = {m["message_id"] for m in data["messages"] if not m["process"]}

    assert best is not None
    assert not others & set(best.message_ids)


def test_hardly_ever_is_asked_where_one_process_clearly_fits(totals: dict[str, Any]) -> None:
    assert totals["asked_needlessly"] / totals["cases"] < 0.05


@pytest.mark.parametrize(("figure", "share"), TO_REACH.items())
def test_the_figures_are_reached(totals: dict[str, Any], figure: str, share: float) -> None:
    slack = 0.0 if totals["cases"] < 100 else 0.02  # a part of our own is a sample
    assert totals["right"][figure] / totals["asked"][figure] >= share - slack
