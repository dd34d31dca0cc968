"""`discard`: deletes the tool's own draft."""

from __future__ import annotations

import click

from mailer.cli.opening import account_option, debug_option, json_option, opened, query_argument


@click.command()
@query_argument()
@click.option(
    "--fingerprint",
    default="",
    metavar="F",
    help="Delete an edited draft too, if it still is the one that `show` displayed.",
)
@account_option
@json_option
@debug_option
def discard(query: str, fingerprint: str, account: str, as_json: bool, debug: bool) -> None:
    """Delete the draft that bowout made for QUERY. What you edited stays, without --fingerprint."""
    from mailer.output import end_progress, print_document, say
    from mailer.results import letter_record_document
    from mailer.reviewing import discard as discard_workflow

    with opened(account, debug=debug, as_json=as_json) as session:
        deleted = discard_workflow(session, query, fingerprint=fingerprint.strip())
        end_progress()
        if as_json:
            print_document(
                {
                    "withdrawal": deleted[0].withdrawal if deleted else None,
                    "discarded": [letter_record_document(one) for one in deleted],
                }
            )
            return
        for one in deleted:
            say(f"Deleted the {one.kind.value} draft to {', '.join(one.facts.get('to', []))}.")
