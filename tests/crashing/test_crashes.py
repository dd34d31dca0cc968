"""A bounded drive for every run of the tests; benchmarks/crashes.py kills at every step."""

import os
from collections.abc import Iterator

import pytest
from crashing.drive import COMMANDS, Drive, open_runs
from crashing.rigs import NAMES, PASSPHRASE, open_rig
from servers.gmail_world import missing
from servers.mailstack import is_installed

pytestmark = [
    pytest.mark.server,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the drive forks its processes"),
]


@pytest.fixture(scope="module", params=[
    pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in NAMES
])  # fmt: skip
def drive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Drive]:
    assert is_installed()
    assert not missing()
    with open_rig(request.param) as rig, open_runs(tmp_path_factory.mktemp("runs")) as runs:
        yield Drive(rig, runs)


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PASSPHRASE.items():
        monkeypatch.setenv(name, value)


def some(steps: int) -> list[int]:
    """The last step, where the command is as good as done, and one in its middle."""
    return [steps, steps // 2]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("passphrase")
def test_a_kill_leaves_one_draft_and_one_letter_at_most(drive: Drive, command: str) -> None:
    before = drive.tally.kills

    drive.kill(command, some)

    assert drive.tally.kills == before + 2
