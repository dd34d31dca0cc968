"""The small scenarios, explored to the end; benchmarks/explore.py does so with the large ones."""

import pytest
from exploring.explorer import Budget, Scenario, explore
from exploring.scenarios import SMALL

from mailer import settling

ALONE = (("draft one", "send"),)
LOST_ANSWER = Budget(crashes=0, faults=1, user_acts=0)


@pytest.mark.parametrize("scenario", SMALL, ids=lambda scenario: scenario.name)
def test_nothing_leaves_twice_is_lost_or_claimed_falsely(scenario: Scenario) -> None:
    counts = explore(scenario, most_runs=5_000)

    assert counts.violations == {}, counts.example
    assert counts.is_complete
    assert counts.endings


@pytest.mark.parametrize("is_relay", [False, True], ids=["service", "relay"])
def test_without_any_fault_one_run_sends_one_letter(is_relay: bool) -> None:
    counts = explore(Scenario("calm", ALONE, Budget(0, 0, 0), is_relay), most_runs=100)

    assert counts.is_complete
    assert set(counts.endings) == {"sent by the tool"}
    assert counts.violations == {}


def test_every_lost_answer_to_one_send_is_explored_to_the_end() -> None:
    counts = explore(Scenario("lost", ALONE, LOST_ANSWER), most_runs=5_000)

    assert counts.is_complete
    assert {"sent by the tool", "sent at the end"} <= set(counts.endings)
    assert counts.violations == {}


# --- the net itself holds: with the guard taken away it finds what would go wrong ---


def test_a_tool_that_took_an_unknown_send_for_unsent_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settling, "_look_in_sent", settling._take_back)

    relay = Scenario("careless", ALONE, LOST_ANSWER, is_relay=True)
    counts = explore(relay, most_runs=5_000)

    assert "the tool sent the letter twice" in counts.violations


def test_a_tool_that_forgot_the_draft_it_replaced_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("mailer.locating._refs", lambda letter: iter([letter.ref]))
    twice = Scenario("forgetful", (("draft one", "draft two"),), Budget(1, 0, 0), is_relay=True)

    counts = explore(twice, most_runs=1_000)

    assert "an unedited draft of the tool's was left over" in counts.violations


def test_a_tool_that_called_a_lost_send_sent_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settling, "_look_in_sent", settling._settle_as_sent)

    counts = explore(Scenario("boastful", ALONE, LOST_ANSWER), most_runs=5_000)

    assert "the journal says sent, but the letter did not leave" in counts.violations


def test_a_tool_that_overwrote_what_the_user_added_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("mailer.earlier.is_whole", lambda record, draft: True)
    twice = Scenario("rude", (("draft one", "draft two"),), Budget(1, 0, 1))

    counts = explore(twice, most_runs=20_000)

    assert any(what.startswith("a text of the user's was lost") for what in counts.violations)
