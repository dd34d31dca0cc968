"""The only code that prints: text for people on stdout, one JSON document with `--json`.

Whatever came out of a mailbox passes through `clean` first, so that a hostile name or subject
never reaches the terminal as an escape. rich is imported only on a terminal.
"""

from __future__ import annotations

import json
import os
import re
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from mailer.errors import MailerError

_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_LABEL_WIDTH = 11
_TEXT_WIDTH = 78


def clean(text: str) -> str:
    """Make text safe for a terminal: no control or escape characters, no direction overrides.

    Line ends and tabs stay; everything else unsafe becomes the replacement character.
    """
    return _UNSAFE.sub("\ufffd", text.replace("\r\n", "\n"))


def clean_line(text: str) -> str:
    """Make text safe and keep it on one line."""
    return " ".join(clean(text).split())


def print_document(document: Mapping[str, Any]) -> None:
    """Print the one JSON document."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    click.echo(text.encode("utf-8", "replace").decode("utf-8"))


def say(text: str = "") -> None:
    """Print text for people on stdout."""
    click.echo(clean(text))


def hint(text: str) -> None:
    """Print a hint on stderr."""
    click.echo(clean(text), err=True)


def show_progress(words: str) -> None:
    """Show what is being done, on stderr, only where somebody watches; erased by the next line."""
    if _is_watched():
        sys.stderr.write(f"\r\x1b[2K{clean_line(words)[:70]} …\r")
        sys.stderr.flush()


def end_progress() -> None:
    """Wipe the line of `show_progress`."""
    if _is_watched():
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()


def _is_watched() -> bool:
    """Tell whether somebody sees stderr; a scheduled run on Windows has none at all."""
    return sys.stderr is not None and sys.stderr.isatty() and "NO_COLOR" not in os.environ


def print_error(error: MailerError, *, wants_json: bool) -> None:
    """Print an error: as JSON on stdout, or as sentences on stderr."""
    end_progress()
    if wants_json:
        from mailer.documents import error_document

        print_document(error_document(error))
        return
    click.echo(clean(error.message), err=True)
    _print_choices(error)
    if error.hint:
        click.echo(clean(f"Hint: {error.hint}"), err=True)


def _print_choices(error: MailerError) -> None:
    for thread in error.details.get("threads", ()):
        people = ", ".join(p["name"] or p["address"] for p in thread["people"][:3])
        title = " · ".join(filter(None, [thread["company"], thread["role"], thread["stage"]]))
        click.echo(clean(f"  {title or thread['subject']} ({people})"), err=True)
        click.echo(clean(f"    --thread '{thread['thread_key']}'"), err=True)
    for withdrawal in error.details.get("withdrawals", ()):
        title = " · ".join(filter(None, [withdrawal["company"], withdrawal["role"]]))
        click.echo(clean(f"  {withdrawal['withdrawal']}  {title}"), err=True)
    if plan := error.details.get("plan"):
        click.echo("", err=True)
        for number, step in enumerate(plan, 1):
            click.echo(clean(f"  {number}. {step['why']}"), err=True)
    for name in ("script", "paste"):
        if text := error.details.get(name):
            click.echo(clean("\n" + textwrap.indent(text, "    ") + "\n"), err=True)


def print_rows(rows: Iterable[tuple[str, str]]) -> None:
    """Print labelled lines, the labels in one column; empty values are left out."""
    for label, value in rows:
        if value:
            _print_row(label, clean(value))


def _print_row(label: str, value: str) -> None:
    name = click.style(f"{label:<{_LABEL_WIDTH}}", dim=True)
    lines = [part for line in value.splitlines() for part in _wrapped(line)]
    click.echo(f"{name} {lines[0] if lines else ''}")
    for line in lines[1:]:
        click.echo(" " * (_LABEL_WIDTH + 1) + line)


def print_letter(text: str, *, title: str) -> None:
    """Print a letter, framed on a terminal, indented elsewhere."""
    if not sys.stdout.isatty():
        click.echo(clean(f"\n--- {title} ---"))
        for line in text.splitlines():
            click.echo(clean("\n".join(_wrapped(line))))
        click.echo("---\n")
        return
    from rich.console import Console
    from rich.panel import Panel
    from rich.text import Text

    console = Console(width=min(88, Console().width), highlight=False)
    console.print(
        Panel(Text(clean(text)), title=clean_line(title), title_align="left", padding=(1, 2))
    )


def print_heading(text: str) -> None:
    """Print a heading."""
    click.echo(click.style(clean_line(text), bold=True))


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print columns; on a terminal with rich, elsewhere with plain spaces."""
    cells = [[clean_line(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*header, box=None, pad_edge=False, header_style="dim")
        for row in cells:
            table.add_row(*(Text(cell) for cell in row))
        Console(highlight=False).print(table)
        return
    widths = [max(len(row[i]) for row in [list(header), *cells]) for i in range(len(header))]
    for row in [list(header), *cells]:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(line.rstrip())


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _TEXT_WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
