"""The labelled mailboxes: what the product promises of them holds."""

import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parents[3] / "benchmarks" / "understanding"
sys.path.append(str(HERE))

from score import score  # noqa: E402 - a script beside the mailboxes, no package

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


KNOWN_TO_HARM = {  # docs/understanding.md says what lies behind each; the given mailboxes have none
    "own-56 Palmyra",
    "own-81 Lone Star Utilities",
    "own-82 Gualtiero",
    "own-97 06-114",
    "own-97 Wetenschappelijk Rekenen",
    "own-97 Snoklocka",
    "own-109 S0892",
    "own-109 boxroom",
    "own-115 Unipadalta",
    "own-115 2005/D1/17",
}


@cache  # scored once, not whenever the order of the tests changes between the two
def score_all(whose: str) -> dict[str, Any]:
    """Score the given mailboxes, and every fifth of our own; all of them: score.py."""
    paths = sorted((HERE / "mailboxes").glob(f"{whose}-*.json"))
    return score(paths if whose == "dev" else paths[::5])


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
    slack = 0.0 if totals["cases"] < 100 else 0.02  # a fifth of the mailboxes is a sample
    assert totals["right"][figure] / totals["asked"][figure] >= share - slack
