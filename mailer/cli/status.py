"""`status`: all withdrawals, or the history of one."""

from __future__ import annotations

import click

from mailer.cli.opening import account_option, json_option, load, query_argument


@click.command()
@query_argument(is_required=False)
@account_option
@json_option
def status(query: str, account: str, as_json: bool) -> None:
    """Show all withdrawals, one line each, or the whole history of the one that QUERY names."""
    from mailer import clock
    from mailer.output import hint, print_document, print_table
    from mailer.records import list_records, status_document

    _, places = load()
    records = list_records(places, query, account)
    if as_json:
        print_document(status_document(records, clock.now()))
        return
    if not records:
        hint("The journal is empty: `bowout draft` starts a withdrawal.")
        return
    rows = [
        [
            r.withdrawal.id,
            r.withdrawal.company or "?",
            r.withdrawal.role,
            r.state,
            f"{r.age_days(clock.now())} d",
            r.withdrawal.account,
        ]
        for r in records
    ]
    print_table(["id", "company", "role", "state", "age", "account"], rows)
