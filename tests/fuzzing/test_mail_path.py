"""A bounded run of what benchmarks/fuzz.py does without end, and every finding it ever made."""

from pathlib import Path

import pytest
from fuzzing.mail_path import cases, run_case, seeds

FINDINGS = sorted((Path(__file__).parent / "findings").glob("*.eml"))


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.stem)
def test_what_fuzzing_found_stays_mended(path: Path) -> None:
    run_case(path.read_bytes())


def test_there_are_findings_to_run() -> None:
    assert FINDINGS


@pytest.mark.parametrize("number", range(len(seeds())))
def test_a_believable_message_goes_all_the_way(number: int) -> None:
    run_case(seeds()[number])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_damaged_mail_goes_all_the_way(seed: int) -> None:
    for case in cases(seed, 250):
        run_case(case)


def test_a_reply_that_names_somebody_else_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The net itself holds: what it looks for is noticed."""
    from fuzzing import mail_path

    honest = mail_path.make_message

    def leaky(reply: object) -> object:
        message = honest(reply)  # type: ignore[arg-type]
        message["Bcc"] = "evil@x.example"
        return message

    monkeypatch.setattr(mail_path, "make_message", leaky)

    with pytest.raises(AssertionError, match="from outside"):
        run_case(seeds()[0])
