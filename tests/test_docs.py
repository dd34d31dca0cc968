"""What the documents say is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mailer.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent


def test_the_readme_lists_every_command_with_its_help() -> None:
    text = (ROOT / "README.md").read_text("utf-8")

    listed = dict(re.findall(r"^\| `bowout (\w+)` \| (.+) \|$", text, re.M))

    assert listed == {name: help_text for name, (_, help_text) in COMMANDS.items()}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_says_the_same_in_short(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mailer", name, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Usage:" in done.stdout


def test_every_document_is_linked_from_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")

    assert not [p.name for p in (ROOT / "docs").glob("*.md") if f"(docs/{p.name})" not in text]


def test_the_rooms_that_contributing_names_are_there() -> None:
    table = [x for x in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines() if "| `" in x]
    named = re.findall(
        r"`((?:mailer|providers|templates)/[\w/*.]*)(?:<\w+>[\w./]*)?`", "".join(table)
    )

    assert len(named) > 20
    assert not [name for name in named if not list(ROOT.glob(name))]


def test_the_tables_made_from_code_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "write_tables.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "page",
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")],
    ids=lambda p: p.name,
)
def test_no_link_between_documents_is_dead(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8"))

    missing = [t for t in targets if not (page.parent / t).exists()]

    assert not missing
