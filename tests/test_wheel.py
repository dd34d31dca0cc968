"""What a user installs: the wheel alone, away from this checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


def test_the_wheel_holds_all_that_a_draft_needs(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling is missing: pip install --group test")
    build = "import sys, hatchling.build; print(hatchling.build.build_wheel(sys.argv[1]))"
    made = run(tmp_path, "-c", build, str(tmp_path), cwd=ROOT).splitlines()[-1]
    run(tmp_path, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target",
        str(tmp_path / "installed"), str(tmp_path / made))  # fmt: skip

    where = "import mailer, providers; print(mailer.__file__, providers.__file__)"
    assert run(tmp_path, "-c", where).count(str(tmp_path)) == 2
    run(tmp_path, "-m", "mailer", "demo")
    drafted = run(tmp_path, "-m", "mailer", "draft", "northwind", "--reason", "timing")
    listed = run(tmp_path, "-m", "mailer", "templates", "list")

    assert "Saved as a draft" in drafted
    assert {f"{x.parent.name}/{x.name}" for x in (ROOT / "templates").glob("*/*.j2")} == set(
        listed.split()[1:]
    )


def run(folder: Path, *arguments: str, cwd: Path | None = None) -> str:
    """Run Python as if only the wheel were there."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "installed")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd or folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
