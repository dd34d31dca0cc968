"""`call`: logs a phone call, then drafts what follows it in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mailer.cli.opening import (
    account_option,
    can_ask,
    debug_option,
    json_option,
    opened,
    query_argument,
)
from mailer.cli.wishes import take_wish, wish_options

if TYPE_CHECKING:
    from mailer.model import Call
    from mailer.orders import Order
    from mailer.session import Session


@click.command()
@query_argument()
@click.option("--reached", is_flag=True, help="You spoke with them.")
@click.option("--voicemail", is_flag=True, help="You left a voicemail.")
@click.option("--no-answer", is_flag=True, help="Nobody answered.")
@click.option("--with", "with_name", default="", metavar="NAME", help="Whom you called.")
@click.option("--at", default="", metavar="TIME", help="When, such as `today 3pm`; now by default.")
@click.option("--notes", default="", metavar="TEXT", help="For yourself; never goes into a letter.")
@click.option("--script", is_flag=True, help="Print the phone script instead; log nothing.")
@click.option("--change", type=int, metavar="N", help="Change the logged call N instead.")
@click.option("--delete", type=int, metavar="N", help="Delete the logged call N instead.")
@click.option("--thread", "thread_key", default="", metavar="KEY", help="Answer in this thread.")
@click.option("--dry-run", is_flag=True, help="Show what would be drafted; write nowhere.")
@wish_options
@account_option
@json_option
@debug_option
def call(query: str, account: str, as_json: bool, debug: bool, **values: Any) -> None:  # noqa: ANN401 - wish_options
    """Log a phone call about QUERY, then draft its written confirmation.

    --reached drafts a short confirmation that names the day of the call; --voicemail and
    --no-answer draft the full letter, which says that you tried to call.
    """
    values["outcome"] = _take_outcome(values)
    with opened(account, debug=debug, as_json=as_json) as session:
        if values["script"]:
            _print_script(session, query, values, as_json=as_json)
        elif values["change"] is not None or values["delete"] is not None:
            _change(session, query, values, as_json=as_json)
        else:
            _log(session, query, values, as_json=as_json)


def _take_outcome(values: dict[str, Any]) -> str | None:
    """Return the one outcome that is named, None where none is."""
    flags = {"reached": "reached", "voicemail": "voicemail", "no_answer": "no-answer"}
    named = [outcome for flag, outcome in flags.items() if values.pop(flag)]
    if len(named) > 1:
        raise click.UsageError(
            "A call went one way: --reached, --voicemail or --no-answer. Nothing was stored."
        )
    return named[0] if named else None


def _log(session: Session, query: str, values: dict[str, Any], *, as_json: bool) -> None:
    from mailer.calling import log_call
    from mailer.output import end_progress, print_document

    logged = _take_call(session, values, asks=not as_json and can_ask())
    order = _make_order(session, query, values)
    drafted = log_call(session, order, logged)
    end_progress()
    if as_json:
        from mailer.results import draft_document

        print_document(draft_document(session, drafted, is_dry_run=order.is_dry_run))
    else:
        from mailer.cli.cards_draft import print_drafted

        print_drafted(session, drafted, is_dry_run=order.is_dry_run)


def _take_call(session: Session, values: dict[str, Any], *, asks: bool) -> Call:
    """Take the call out of the options, or ask for it on a terminal."""
    from mailer.model import Call, CallOutcome
    from mailer.when import parse_when

    outcome, name, at = values["outcome"], values["with_name"], values["at"]
    if outcome is None:
        if not asks:
            raise click.UsageError("Say how the call went: --reached, --voicemail or --no-answer.")
        choices = click.Choice([o.value for o in CallOutcome])
        outcome = click.prompt("How did the call go", type=choices, err=True)
    if asks and not name:
        name = click.prompt(
            "With whom (empty: who leads)", default="", show_default=False, err=True
        )
    now = session.clock()
    moment = parse_when(at, now, is_past=True) if at else now
    if moment > now:
        raise click.UsageError(f"That call is in the future: {moment:%Y-%m-%d %H:%M}.")
    return Call(
        outcome=CallOutcome(outcome),
        at=moment,
        with_name=name.strip(),
        notes=values["notes"].strip(),
    )


def _make_order(session: Session, query: str, values: dict[str, Any]) -> Order:
    from mailer.orders import Order

    touch = bool(session.settings["letters.stay_in_touch"])
    return Order(
        query=query,
        wish=take_wish(values, now=session.clock(), stay_in_touch=touch),
        thread_key=values["thread_key"],
        is_dry_run=values["dry_run"],
    )


def _print_script(session: Session, query: str, values: dict[str, Any], *, as_json: bool) -> None:
    from mailer.calling import phone_script
    from mailer.documents import person_document, plan_document
    from mailer.output import end_progress, print_document, print_letter, say

    situation, plan = phone_script(session, _make_order(session, query, values))
    end_progress()
    callable_people = [p for p in situation.candidacy.people if p.phone]
    if as_json:
        print_document(
            {
                "company": situation.candidacy.company,
                "script": plan.script,
                "people": [person_document(p) for p in callable_people],
                "plan": plan_document(plan),
            }
        )
        return
    for person in callable_people:
        say(f"{person.name or person.address}: {person.phone}")
    print_letter(plan.script, title="phone script")
    say("After the call: `bowout call … --reached`, `--voicemail` or `--no-answer`.")


def _change(session: Session, query: str, values: dict[str, Any], *, as_json: bool) -> None:
    from mailer.calling import find_call
    from mailer.output import print_document, say
    from mailer.reviewing import find_withdrawal

    withdrawal = find_withdrawal(session, query)
    is_deleted = values["delete"] is not None
    number = values["delete"] if is_deleted else values["change"]
    known = find_call(session, withdrawal, number)
    session.journal.replace_call(number, None if is_deleted else _edit(session, known, values))
    if as_json:
        print_document({"withdrawal": withdrawal.id, "call": number, "deleted": is_deleted})
        return
    say(f"Call {number} of {withdrawal.id} was {'deleted' if is_deleted else 'changed'}.")
    say(f"The draft is as it was; `bowout draft {withdrawal.id}` writes it anew.")


def _edit(session: Session, known: Call, values: dict[str, Any]) -> Call:
    """Return a logged call with what the options say of it; the rest stays."""
    from dataclasses import replace

    given = _take_call(
        session, {**values, "outcome": values["outcome"] or known.outcome.value}, asks=False
    )
    return replace(
        known,
        outcome=given.outcome,
        at=given.at if values["at"] else known.at,
        with_name=given.with_name or known.with_name,
        with_address="" if given.with_name else known.with_address,
        notes=given.notes or known.notes,
    )
