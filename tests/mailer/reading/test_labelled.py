"""The labelled mailboxes: what the product promises of them holds."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parents[3] / "benchmarks" / "understanding"
sys.path.append(str(HERE))

from score import score  # noqa: E402 - a script beside the mailboxes, no package

ALL = int(os.environ.get("BOWOUT_TEST_EXAMPLES", "1")) > 1
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
    "own-97 06-114",
    "own-97 Snoklocka",
    "own-97 Wetenschappelijk Rekenen",
    "own-106 Priyanka Deshmukh",
    "own-109 S0892",
    "own-170 Gorska",
    "own-170 Hutmar",
    "own-206 Noordzee Bank",
    "own-206 Testkracht",
    "own-246 Brandani",
    "own-302 Gebroeders Postma",
    "own-345 Corrie Bluestone",
    "own-345 Pinafore",
    "own-347 Halcro",
    "own-347 Priyanka",
    "own-350 Baldassarri",
    "own-354 Karin Ebner",
    "own-357 Meenakshi Iyer",
    "own-361 Cerro Quilla",
    "own-374 Acieries Blavet",
    "own-376 Estrategia Regulatoria",
    "own-377 Waterstofwerk",
    "own-377 lead engineer hoogspanning",
    "own-380 San Rocco",
    "own-384 Lukas Aebischer",
    "own-388 Delphine Marmy",
    "own-388 Passerelle Executive",
    "own-396 Sint-Aldegondis",
    "own-404 Great Lakes Observing Office",
    "own-404 Pembrook",
    "own-404 Robert Eastlake",
    "own-406 Vellum",
    "own-414 Ludovic",
    "own-420 Tess Bosveld",
    "own-424 Moyra Insurance",
    "own-433 Pastificio Granvento",
}


@cache  # scored once, not whenever the order of the tests changes between the two
def score_all(whose: str) -> dict[str, Any]:
    """Score the given mailboxes, and every twelfth of our own; in CI all of them."""
    paths = sorted((HERE / "mailboxes").glob(f"{whose}-*.json"))
    return score(paths if whose == "dev" or ALL else paths[5::12])


@pytest.fixture(
    params=[pytest.param(w, marks=pytest.mark.xdist_group(f"labelled {w}")) for w in ("dev", "own")]
)
def totals(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return the figures of the given mailboxes, or of our own; a worker each scores them."""
    return score_all(request.param)


def test_no_letter_goes_where_it_does_harm(totals: dict[str, Any]) -> None:
    assert set(totals["harmful"]) <= KNOWN_TO_HARM


@pytest.mark.parametrize("name", ["own-204", "own-205"])
def test_namesakes_at_two_houses_and_two_posts_at_one_stay_two(name: str) -> None:
    assert score([HERE / "mailboxes" / f"{name}.json"])["harmful"] == []


def test_hardly_ever_is_asked_where_one_process_clearly_fits(totals: dict[str, Any]) -> None:
    assert totals["asked_needlessly"] / totals["cases"] < 0.05


@pytest.mark.parametrize(("figure", "share"), TO_REACH.items())
def test_the_figures_are_reached(totals: dict[str, Any], figure: str, share: float) -> None:
    slack = 0.02 if 100 < totals["cases"] < 1_000 else 0.0  # a twelfth of our own is a sample
    assert totals["right"][figure] / totals["asked"][figure] >= share - slack
