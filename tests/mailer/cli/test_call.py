"""`call` by hand, on the sample mailbox."""

import json
from pathlib import Path
from typing import Any

import pytest

from mailer.cli.main import run
from mailer.journal import Journal
from mailer.settings import find_places

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def demo(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    monkeypatch.setenv("BOWOUT_NOW", "2026-11-16T10:00:00")
    assert run(["demo", "--path", str(tmp_path / "mail")]) == 0
    capsys.readouterr()


def _call(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["call", "brightwater", *arguments, "--json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def _logged(withdrawal: str) -> list[str]:
    journal = Journal(find_places().journal)
    calls = [call.outcome.value for _, call in journal.list_calls(withdrawal)]
    journal.close()
    return calls


def test_whoever_was_reached_once_gets_the_confirmation_also_after_a_vain_call(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first = _call(capsys, "--reached", "--at", "today 9:30")

    second = _call(capsys, "--no-answer", "--at", "yesterday 9:00")

    assert run(["draft", "brightwater", "--json"]) == 0
    third = json.loads(capsys.readouterr().out)
    assert [one["kind"] for one in (first, second, third)] == ["confirmation"] * 3
    assert third["adopted"]
    assert _logged(first["withdrawal"]) == ["no-answer", "reached"]


def test_a_call_that_is_told_twice_is_kept_once(capsys: pytest.CaptureFixture[str]) -> None:
    first = _call(capsys, "--reached", "--at", "today 9:30", "--notes", "kind")

    _call(capsys, "--reached", "--at", "today 9:30", "--with", "Ingrid")
    assert _logged(first["withdrawal"]) == ["reached"]

    _call(capsys, "--reached", "--at", "today 9:45")
    assert _logged(first["withdrawal"]) == ["reached", "reached"]


def test_nobody_is_thanked_for_a_call_with_somebody_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["call", "brightwater", "--reached", "--with", "Nobody Atall"]) == 2

    said = capsys.readouterr().err
    assert "Nobody of this process is called 'Nobody Atall'" in said
    assert "Ingrid Solberg" in said
    assert not find_places().journal.exists()


def test_two_outcomes_of_one_call_are_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["call", "brightwater", "--reached", "--voicemail"]) == 2
    assert "A call went one way" in capsys.readouterr().err
