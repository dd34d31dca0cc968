"""Somebody else's package: registered by its entry point, proved by the suite in the wheel."""

import os
import shutil
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("outsider")  # installed once

PROVIDER = """
from mailer.testing.memory import MemoryProvider

class PigeonProvider(MemoryProvider):
    name = "pigeon"
    title = "Pigeon Post"
"""

SUITE = """
from datetime import UTC, datetime
import pytest
from bowout_pigeon import PigeonProvider
from mailer.parsing import parse_message
from mailer.testing.provider_contract import ProviderContract

class TestPigeon(ProviderContract):
    @pytest.fixture
    def provider(self):
        return PigeonProvider.for_user("sam@rivera.example", now=lambda: datetime.now(UTC))

    @pytest.fixture
    def deliver(self, provider):
        return lambda raw: provider.deliver(
            parse_message(raw, key=f"in-{len(provider.messages):03}", is_read=False)
        )
"""


def install(folder: Path, name: str, code: str, entry: str) -> None:
    """Lay a package down as an installer does: its module, and what it registers."""
    (folder / f"{name}.py").write_text(textwrap.dedent(code))
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[bowout.providers]\n{entry}\n")


def pip_install(folder: Path, name: str, code: str, entry: str) -> None:
    """Have pip install a wheel of it (a wheel is a zip with a record, PEP 427)."""
    laid = folder / "laid"
    laid.mkdir()
    install(laid, name, code, entry)
    about = f"{name}-1.0.dist-info"
    (laid / about / "WHEEL").write_text("Wheel-Version: 1.0\nTag: py3-none-any\n")
    files = [p.relative_to(laid).as_posix() for p in laid.rglob("*") if p.is_file()]
    record = f"{about}/RECORD"
    (laid / record).write_text("".join(f"{one},,\n" for one in [*files, record]))
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for one in [*files, record]:
            archive.write(laid / one, one)
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index",
         "--target", str(folder), str(wheel)],
        check=True,
    )  # fmt: skip


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "BOWOUT_HOME": str(folder / "home")}
    return subprocess.run(
        [sys.executable, "-m", *command],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    pip_install(folder, "bowout_pigeon", PROVIDER, "pigeon = bowout_pigeon:PigeonProvider")
    return folder


@pytest.fixture
def outside(installed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(installed, tmp_path, dirs_exist_ok=True))


def test_a_package_of_others_is_a_kind_of_account(outside: Path) -> None:
    assert "pigeon" in run(outside, "mailer", "providers").stdout
    assert "Pigeon Post" in run(outside, "mailer", "login", "pigeon", "--help").stdout


def test_it_proves_itself_with_the_suite_of_the_wheel(outside: Path) -> None:
    (outside / "test_pigeon.py").write_text(SUITE)

    done = run(
        outside, "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "test_pigeon.py"
    )

    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import no_such_library", "no_such_library"),
        ("raise SystemExit('goodbye')", "goodbye"),
        ("class BrokenProvider: pass", "Provider"),
        ("def", "syntax"),
    ],
)
def test_a_broken_package_is_named_with_its_reason_and_stops_nothing(
    outside: Path, code: str, reason: str
) -> None:
    install(outside, "bowout_broken", code, "broken = bowout_broken:BrokenProvider")

    listed = run(outside, "mailer", "providers")

    assert listed.returncode == 0, listed.stderr
    line = next(x for x in listed.stdout.splitlines() if "broken" in x)
    assert reason.casefold() in listed.stdout.casefold(), line
    assert "pigeon" in listed.stdout
    assert "maildir" in listed.stdout


def test_a_package_cannot_take_the_name_of_a_built_in_one(outside: Path) -> None:
    install(outside, "bowout_fake", "class P: pass", "maildir = bowout_fake:P")

    listed = run(outside, "mailer", "providers").stdout

    assert "bowout_fake" in listed
    assert "the name belongs to a built-in provider" in " ".join(listed.split())
    assert "maildir  bowout " in listed
