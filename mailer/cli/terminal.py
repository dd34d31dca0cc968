"""The person at the terminal: asks, tells and opens the browser."""

from __future__ import annotations

import sys

import click

from mailer.errors import SignInError


class PersonAtTerminal:
    """Fulfils `mailer.provider.Terminal` on stderr and stdin."""

    def __init__(self, *, opens_browser: bool = True) -> None:
        """With `opens_browser` false (`--no-browser`) addresses are printed instead."""
        self._opens_browser = opens_browser

    def ask(self, question: str, *, secret: bool = False) -> str:
        """Ask for one line.

        Raises:
            SignInError: standard input is no terminal, so that nobody could answer.
        """
        if sys.stdin is None or not sys.stdin.isatty():
            raise SignInError(
                f"Nobody is there to answer: {question}. Nothing was stored.",
                hint="Run the command in a terminal; a password can come by --password-stdin.",
            )
        from mailer.output import end_progress

        end_progress()
        answer = click.prompt(question, hide_input=secret, err=True, default="", show_default=False)
        return str(answer)

    def say(self, text: str) -> None:
        """Tell something."""
        from mailer.output import clean, end_progress

        end_progress()
        click.echo(clean(text), err=True)

    def open_browser(self, url: str) -> bool:
        """Open an address in the browser, or print it."""
        if self._opens_browser:
            import webbrowser

            if webbrowser.open(url):
                return True
        click.echo(f"Open this address in a browser:\n\n  {url}\n", err=True)
        return False
