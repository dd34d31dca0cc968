"""The user's own editor (`--edit`): what was written in it outlives a failure to store it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from mailer.errors import UsageError


class Editor:
    """Lets the user change texts, each in a file that only they can read."""

    def __init__(self) -> None:
        """No file is made before the first text."""
        self._texts: dict[Path, str] = {}

    def __call__(self, text: str) -> str:
        """Return the text as the user left it.

        Raises:
            UsageError: there is no such editor, or it said that it failed.
        """
        path = _write_file(text)
        self._texts[path] = text
        try:
            click.edit(filename=str(path))
        except click.ClickException as error:
            raise UsageError(
                f"The editor failed ({error.format_message()}). Nothing was stored.",
                hint="Name one that works in $VISUAL or $EDITOR, or leave out --edit.",
            ) from error
        return _read_file(path)

    @contextmanager
    def keeping_texts(self) -> Iterator[None]:
        """Clear up in the end; after an error what the user wrote is kept."""
        try:
            yield
        except BaseException:
            self.clear_up(keeps_texts=True)
            raise
        self.clear_up(keeps_texts=False)

    def clear_up(self, *, keeps_texts: bool) -> None:
        """Delete the files; with `keeps_texts` those stay, and are named, that the user changed."""
        for path, text in self._texts.items():
            if keeps_texts and _read_file(path).strip() not in ("", text.strip()):
                click.echo(f"What you wrote is kept in {path}", err=True)
            else:
                path.unlink(missing_ok=True)
        self._texts.clear()


def _write_file(text: str) -> Path:
    """Make a file of mode 0600; Windows' own editor wants the mark of UTF-8."""
    handle, name = tempfile.mkstemp(prefix="bowout-", suffix=".txt")
    encoding = "utf-8-sig" if os.name == "nt" else "utf-8"
    with os.fdopen(handle, "w", encoding=encoding) as file:
        file.write(text.rstrip() + "\n")
    return Path(name)


def _read_file(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace") if path.exists() else ""
