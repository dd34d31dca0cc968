"""`draft`: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mailer.cli.editor import Editor
from mailer.cli.opening import (
    account_option,
    can_ask,
    debug_option,
    json_option,
    opened,
    query_argument,
)
from mailer.cli.wishes import KINDS, ask_reason, check_wish, take_wish, wish_options

if TYPE_CHECKING:
    from mailer.orders import Drafted, Order
    from mailer.session import Session


@click.command()
@query_argument(is_required=False)
@wish_options
@click.option("--only", type=click.Choice(KINDS), help="Draft just this letter of the plan.")
@click.option("--thread", "thread_key", default="", metavar="KEY", help="Answer in this thread.")
@click.option("--new", is_flag=True, help="Draft although a draft of your own is in that thread.")
@click.option("--all-open", is_flag=True, help="A letter for every process that is alive.")
@click.option(
    "--except", "excluded", multiple=True, metavar="QUERY", help="With --all-open: not these."
)
@click.option(
    "--yes", is_flag=True, help="With --all-open: draft all without asking. Sends nothing."
)
@click.option("--remind", default=None, metavar="TIME", help="Remind after this time, such as 3d.")
@click.option("--dry-run", is_flag=True, help="Show what would be drafted; write nowhere.")
@click.option("--edit", is_flag=True, help="Change the text in your editor before it is saved.")
@account_option
@json_option
@debug_option
def draft(query: str, account: str, as_json: bool, debug: bool, **values: Any) -> None:  # noqa: ANN401 - wish_options
    """Find the process that QUERY names and draft the letter as a reply in its thread.

    The draft lies in your mailbox's own Drafts. Nothing is sent. QUERY is what you would type: a
    company, a domain, a person, a role, words of the subject.
    """
    if values["all_open"] == bool(query):
        raise click.UsageError("Name one process by QUERY, or give --all-open, not both.")
    with opened(account, debug=debug, as_json=as_json) as session:
        if values.pop("all_open"):
            from mailer.cli.all_open import draft_all

            draft_all(session, values, as_json=as_json)
            return
        _draft(session, query, values, as_json=as_json)


def _draft(session: Session, query: str, values: dict[str, Any], *, as_json: bool) -> None:
    from mailer.drafting import draft as draft_workflow
    from mailer.output import end_progress, print_document

    editor = Editor()
    order = _make_order(session, query, values, editor=editor, as_json=as_json)
    with editor.keeping_texts():
        drafted = draft_workflow(session, order)
    reminder = _remind(session, drafted, values.get("remind"), is_dry_run=order.is_dry_run)
    end_progress()
    if as_json:
        from mailer.results import draft_document

        print_document(draft_document(session, drafted, is_dry_run=order.is_dry_run))
    else:
        from mailer.cli.cards_draft import print_drafted

        print_drafted(session, drafted, is_dry_run=order.is_dry_run, reminder=reminder)


def _make_order(
    session: Session, query: str, values: dict[str, Any], *, editor: Editor, as_json: bool
) -> Order:
    from mailer.model import Kind
    from mailer.orders import Order

    asks = not as_json and can_ask()
    has_reason = values["reason"] is not None
    wish = take_wish(
        values,
        now=session.clock(),
        stay_in_touch=bool(session.settings["letters.stay_in_touch"]),
    )
    if asks and not has_reason and wish.kind in (None, Kind.WITHDRAW, Kind.DECLINE_OFFER):
        wish = ask_reason(wish)
    check_wish(wish)
    return Order(
        query=query,
        wish=wish,
        thread_key=values["thread_key"],
        only=Kind(values["only"]) if values["only"] else None,
        allow_second=values["new"],
        is_dry_run=values["dry_run"],
        edit=editor if values["edit"] else None,
        confirm=_confirm if asks else None,
    )


def _confirm(why: str) -> bool:
    from mailer.output import hint

    hint(why)
    return click.confirm("Write the letter all the same?", err=True)


def _remind(session: Session, drafted: Drafted, span: str | None, *, is_dry_run: bool) -> str:
    """Set the reminder that was asked for; returns a line on it."""
    if is_dry_run or drafted.withdrawal is None or span is None:
        return ""
    from mailer.following import remind_after

    return remind_after(session, drafted.withdrawal, span)
