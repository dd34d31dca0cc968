"""`draft` by hand, on the sample mailbox."""

import json
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mailer.__main__ import main

NOW = "2026-11-16T10:00:00"


@dataclass
class Result:
    exit_code: int
    stdout: str


Run = Callable[..., Result]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lay_demo: Callable[[], Path],
) -> Run:
    """Run commands at a fixed time, after `demo`."""
    monkeypatch.setenv("BOWOUT_NOW", NOW)
    monkeypatch.setenv("TZ", "Europe/Berlin")

    def invoke(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["bowout", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return Result(int(ended.value.code or 0), capsys.readouterr().out)

    lay_demo()
    return invoke


def drafts() -> list[Path]:
    return sorted(Path(os.environ["BOWOUT_HOME"], "data/demo/.Drafts/cur").iterdir())


def document(result: Result) -> dict[str, Any]:
    return dict(json.loads(result.stdout))


def test_a_second_run_changes_nothing(run: Run) -> None:
    first = document(run("draft", "northwind", "--json"))
    before = {p: p.read_bytes() for p in drafts()}

    second = document(run("draft", "northwind", "--json"))

    assert (first["adopted"], second["adopted"]) == (False, True)
    assert {p: p.read_bytes() for p in drafts()} == before
    assert first["fingerprint"] == second["fingerprint"]


def test_another_reason_replaces_the_draft_that_nobody_edited(run: Run) -> None:
    run("draft", "northwind")
    run("draft", "northwind", "--reason", "accepted-offer")

    (draft,) = drafts()
    assert "accepted" in draft.read_text()


def test_an_edited_draft_is_left_alone(run: Run) -> None:
    run("draft", "northwind")
    (draft,) = drafts()
    draft.write_text(draft.read_text().replace("Dana,", "dear Dana,", 1))
    before = draft.read_bytes()

    result = run("draft", "northwind", "--reason", "accepted-offer", "--json")

    assert result.exit_code == 7
    assert document(result)["error"]["code"] == "edited"
    assert draft.read_bytes() == before


def test_a_draft_of_the_users_own_stops_it(run: Run) -> None:
    run("draft", "northwind")
    (draft,) = drafts()
    run("forget", "northwind", "--yes")
    assert draft.exists()

    result = run("draft", "northwind", "--json")

    assert result.exit_code == 7
    assert document(result)["error"]["code"] == "own_draft"
    assert len(drafts()) == 1


def test_the_invitation_is_declined_beside_the_letter_and_to_who_sent_it(run: Run) -> None:
    run("draft", "northwind")
    (letter,) = drafts()

    run("draft", "northwind", "--decline-invitation")

    assert letter.exists()
    (answer,) = [p for p in drafts() if p != letter]
    text = answer.read_text()
    assert "method=reply" in text.lower() or 'method="reply"' in text.lower()
    assert "To: Dana Ortiz" in text


def test_a_correction_is_remembered_for_the_process(run: Run) -> None:
    run("draft", "northwind", "--to", "priya@larkfieldsearch.example", "--tone", "formal")

    again = document(run("draft", "northwind", "--json"))

    assert again["to"] == ["priya@larkfieldsearch.example"]
    assert again["tone"] == "formal"
    assert again["adopted"]


def test_what_was_only_found_is_no_correction(run: Run) -> None:
    run("draft", "northwind")

    shown = document(run("status", "northwind", "--json"))

    assert "corrections" not in json.dumps(shown) or not shown.get("corrections")


def test_who_recommended_you_is_thanked_beside_the_letter_where_the_service_holds_both(
    run: Run,
) -> None:
    drafted = document(run("draft", "tidewell", "--json"))

    assert drafted["to"] == ["teo@tidewell.example"]
    (thanks,) = drafted["also"]
    assert (thanks["kind"], thanks["to"]) == ("referrer-thanks", ["lena.fischer@posthaven.example"])
    assert thanks["stored"]
    assert drafted["notes"] == []
    assert len(drafts()) == 2
    assert document(run("draft", "tidewell", "--json"))["also"][0]["adopted"]


def test_what_the_user_wrote_into_the_draft_is_checked_when_it_is_shown(run: Run) -> None:
    assert document(run("draft", "northwind", "--json"))["checks"] == []
    assert document(run("show", "northwind", "--json"))["checks"] == []
    (path,) = drafts()
    text = path.read_text("utf-8")
    path.write_text(text.replace("After some thought,", "The salary you pay is a joke. After"))

    checks = document(run("show", "northwind", "--json"))["checks"]

    assert "E26" in {found["rule"] for found in checks}


def test_a_recruiter_left_out_on_purpose_is_no_finding(run: Run) -> None:
    made = document(run("draft", "northwind", "--no-recruiter", "--json"))
    shown = document(run("show", "northwind", "--json"))

    assert made["cc"] == []
    assert made["checks"] == shown["checks"] == []


def test_late_in_a_process_the_call_comes_first(run: Run) -> None:
    result = run("draft", "brightwater", "--json")

    assert result.exit_code == 7
    assert document(result)["error"]["code"] == "call_first"
    assert drafts() == []


def test_a_logged_call_brings_the_confirmation(run: Run) -> None:
    result = run(
        "call", "brightwater", "--reached", "--with", "Ingrid", "--at", "today 9:30am", "--json"
    )

    assert result.exit_code == 0
    assert document(result)["kind"] == "confirmation"
    assert document(result)["to"] == ["ingrid.solberg@brightwater.example"]
    assert len(drafts()) == 1


@pytest.mark.parametrize("outcome", ["--voicemail", "--no-answer"])
def test_a_call_that_reached_nobody_brings_the_whole_letter(run: Run, outcome: str) -> None:
    result = run("call", "brightwater", outcome, "--json")

    assert document(result)["kind"] == "withdraw"
    text = document(result)["text"]
    assert any(word in text for word in ("call", "phone", "voicemail"))  # one was tried (E12)


def test_a_call_early_in_a_process_brings_the_confirmation_too(run: Run) -> None:
    drafted = document(run("call", "northwind", "--reached", "--at", "yesterday 3pm", "--json"))

    assert drafted["kind"] == "confirmation"
    assert "Sunday, November 15" in " ".join(drafted["text"].split())


def test_the_confirmation_takes_the_place_of_the_letter_that_lay_there(run: Run) -> None:
    letter = document(run("call", "northwind", "--voicemail", "--json"))
    drafted = document(run("call", "northwind", "--reached", "--json"))

    assert (letter["kind"], drafted["kind"]) == ("withdraw", "confirmation")
    assert len(drafts()) == 1


def test_a_call_about_a_new_date_brings_no_confirmation_of_a_withdrawal(run: Run) -> None:
    moved = document(
        run(
            *("call", "northwind", "--reached", "--kind", "reschedule"),
            *("--propose", "monday 10:00", "--json"),
        )
    )

    assert moved["kind"] == "reschedule"
    assert "withdraw" not in moved["text"]
    script = run("call", "northwind", "--script", "--kind", "reschedule", "--json")
    assert script.exit_code == 2


def test_a_reason_given_before_the_call_stays(run: Run) -> None:
    run("draft", "northwind", "--reason", "timing")

    letter = document(run("call", "northwind", "--voicemail", "--json"))

    assert letter["reason"] == "timing"


def test_one_thing_of_a_logged_call_is_changed_and_the_rest_stays(run: Run) -> None:
    run("call", "northwind", "--voicemail", "--at", "yesterday 3pm", "--with", "Dana")

    assert run("call", "northwind", "--change", "1", "--notes", "try Tuesday").exit_code == 0

    shown = run("status", "northwind").stdout
    assert "Sun 15 Nov 2026 15:00" in shown
    assert "voicemail for Dana Ortiz" in shown
    assert "try Tuesday" in shown
    assert run("call", "northwind", "--change", "9", "--notes", "x").exit_code == 2


def test_a_phone_script_is_there_even_where_no_call_is_advised(run: Run) -> None:
    script = document(run("call", "northwind", "--script", "--json"))["script"]

    assert "withdraw" in script
    assert drafts() == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("draft", "interview"), 3),
        (("draft", "nonsuch"), 4),
        (("draft", "northwind", "--account", "nope"), 2),
        (("draft", "northwind", "--to", "nobody"), 2),
        (("draft", " "), 2),
        (("draft", "x" * 10_000), 2),
        (("send", "northwind", "--yes", "--fingerprint", "0"), 2),
        (("show", "northwind"), 4),
    ],
)
def test_what_cannot_be_is_said_and_stores_nothing(
    run: Run, arguments: tuple[str, ...], status: int
) -> None:
    result = run(*arguments, "--json")

    assert result.exit_code == status
    assert drafts() == []


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name a real editor program: it runs the Python of `edit.py`, its path in `sys.argv[1]`."""
    script = tmp_path / "edit.py"
    script.write_text("")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, str(script)]))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return script


APPEND = "import sys; open(sys.argv[1], 'a', encoding='utf-8').write('\\nMy own line.\\n')"


def texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in folder.glob("bowout-*.txt")]


def test_what_the_user_wrote_in_the_editor_is_never_written_over(run: Run, editor: Path) -> None:
    editor.write_text(APPEND)
    first = document(run("draft", "northwind", "--edit", "--json"))
    assert first["text"].endswith("My own line.")
    before = {p: p.read_bytes() for p in drafts()}

    editor.write_text("raise SystemExit('the editor was opened')")
    for arguments in ((), ("--reason", "timing"), ("--edit",)):
        result = run("draft", "northwind", *arguments, "--json")
        assert result.exit_code == 7
        assert document(result)["error"]["code"] == "edited"

    assert {p: p.read_bytes() for p in drafts()} == before
    assert document(run("status", "northwind", "--json"))["withdrawals"][0]["reason"] == "none"
    assert texts(editor.parent) == []


def test_a_text_left_as_it_was_in_the_editor_stays_the_tools_own(run: Run, editor: Path) -> None:
    first = document(run("draft", "northwind", "--edit", "--json"))
    second = document(run("draft", "northwind", "--reason", "timing", "--json"))

    assert (second["stored"], len(drafts())) == (True, 1)
    assert second["fingerprint"] != first["fingerprint"]


def test_an_editor_that_fails_stores_nothing(run: Run, editor: Path) -> None:
    editor.write_text("raise SystemExit(3)")

    result = run("draft", "northwind", "--edit", "--json")

    assert result.exit_code == 2
    assert "Nothing was stored" in document(result)["error"]["message"]
    assert drafts() == []
    assert document(run("status", "--json"))["withdrawals"] == []


def test_what_was_written_in_the_editor_outlives_a_mailbox_that_fails(
    run: Run, editor: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = Path(os.environ["BOWOUT_HOME"], "data/demo/.Drafts")
    editor.write_text(
        f"{APPEND}; import shutil; shutil.rmtree({str(box)!r}); open({str(box)!r}, 'w')"
    )

    result = run("draft", "northwind", "--edit", "--json")

    assert result.exit_code != 0
    assert [t.endswith("My own line.\n") for t in texts(editor.parent)] == [True]


def test_the_history_says_that_a_draft_was_replaced_by_the_tool(run: Run) -> None:
    run("draft", "northwind", "--json")
    run("draft", "northwind", "--reason", "timing", "--json")

    history = run("status", "northwind").stdout
    assert "Put another letter in the place of the withdraw draft." in history
    assert "You deleted" not in history


@pytest.mark.parametrize("is_for_good", [True, False])
def test_what_was_said_of_the_visa_stays_in_the_letter_after_a_call(
    run: Run, is_for_good: bool
) -> None:
    end = "--for-good" if is_for_good else "--for-now"
    run("draft", "northwind", "--reason", "visa", end, "--json")

    letter = document(run("call", "northwind", "--voicemail", "--json"))

    assert letter["reason"] == "visa"
    said = re.search(r"no further step|for good|final|permanent", letter["text"])
    assert bool(said) is is_for_good, letter["text"]
    assert (
        bool(re.search(r"for now|for the time being|for the present", letter["text"]))
        != is_for_good
    )
