"""`threads`: the interview processes found, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mailer.cli.opening import account_option, debug_option, json_option, opened, query_argument

if TYPE_CHECKING:
    from datetime import datetime

    from mailer.model import Candidacy


@click.command()
@query_argument(is_required=False)
@click.option(
    "--explain", is_flag=True, help="Show the messages and words that each finding rests on."
)
@account_option
@json_option
@debug_option
def threads(query: str, explain: bool, account: str, as_json: bool, debug: bool) -> None:
    """Show the interview processes that fit QUERY; without one, all that look alive.

    Reads only: nothing is stored, nothing is marked as read.
    """
    from mailer.documents import threads_document
    from mailer.errors import NothingFitsError
    from mailer.finding import find
    from mailer.output import end_progress, print_document

    with opened(account, debug=debug, as_json=as_json) as session:
        found = find(
            session.provider,
            query,
            me=session.me,
            now=session.clock(),
            progress=session.progress,
        )
        end_progress()
        if as_json:
            print_document(threads_document(query, session.account.name, found.candidacies))
            return
        if not found.candidacies:
            raise NothingFitsError(
                f"No interview process fits {query!r}." if query else "No live process was found.",
                hint="Try the company's mail domain or a person's name.",
            )
        for candidacy in found.candidacies:
            _print_candidacy(candidacy, session.clock(), explain=explain)


def _print_candidacy(candidacy: Candidacy, now: datetime, *, explain: bool) -> None:
    from mailer.cli.cards import candidacy_rows
    from mailer.output import print_heading, print_rows, say

    title = " · ".join(filter(None, [candidacy.company, candidacy.role])) or "(no company named)"
    print_heading(title)
    print_rows(candidacy_rows(candidacy, now))
    if explain:
        for evidence in candidacy.evidence:
            words = f": “{evidence.words}”" if evidence.words else ""
            where = f" ({evidence.message_id})" if evidence.message_id else ""
            say(f"    {evidence.finding} = {evidence.value}: {evidence.reason}{words}{where}")
    say()
