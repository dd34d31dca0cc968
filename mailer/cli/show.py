"""`show`: the draft as it stands in the mailbox now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mailer.cli.opening import account_option, debug_option, json_option, opened, query_argument

if TYPE_CHECKING:
    from mailer.reviewing import Reviewed


@click.command()
@query_argument()
@click.option("--open", "opens", is_flag=True, help="Open the draft in your mailbox.")
@click.option(
    "--preview", is_flag=True, help="Show it in the browser as the recipient will see it."
)
@account_option
@json_option
@debug_option
def show(query: str, opens: bool, preview: bool, account: str, as_json: bool, debug: bool) -> None:
    """Show the draft of QUERY (or of an id) as the mailbox holds it now, your edits included.

    Marks what differs from what bowout wrote, runs the checker and prints the fingerprint.
    """
    from mailer.output import end_progress, print_document
    from mailer.results import show_document
    from mailer.reviewing import show as show_workflow

    with opened(account, debug=debug, as_json=as_json) as session:
        withdrawal, reviewed = show_workflow(session, query)
        end_progress()
        for one in () if as_json else reviewed:
            print_review(one)
        if opens:
            _open(reviewed[0])
        if preview:
            from mailer.cli.preview import open_preview

            open_preview(session, reviewed[0])
        if as_json:  # last: what fails before it is the only document then
            print_document(show_document(session, withdrawal, reviewed))


def print_review(reviewed: Reviewed) -> None:
    """Print one draft, what the user changed in it, and the checker's findings."""
    from mailer.cli.cards import print_draft
    from mailer.output import say

    for note in reviewed.notes:
        say(note)
    state = "edited by you" if reviewed.is_edited else "as bowout wrote it"
    title = f"{reviewed.record.kind.value}, {state}"
    print_draft(reviewed.draft, reviewed.own_text, reviewed.findings, title=title)
    if reviewed.differences:
        say("What you changed:")
        for line in reviewed.differences:
            say(f"  {line}")


def _open(reviewed: Reviewed) -> None:
    from mailer.cli.terminal import PersonAtTerminal
    from mailer.errors import UnsupportedFeatureError

    link = reviewed.draft.link
    if not link.startswith("https://"):
        where = f" It lies at {link}." if link else ""
        raise UnsupportedFeatureError(
            f"This kind of account has no address that opens a draft.{where}",
            hint="Open your mail program's Drafts.",
            stored=True,
        )
    PersonAtTerminal().open_browser(link)
