"""`decide`: the four questions that come before a letter (E1)."""

from __future__ import annotations

from collections.abc import Mapping
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
from mailer.model import Reason

if TYPE_CHECKING:
    from mailer.journal_withdrawals import Withdrawal
    from mailer.model import Candidacy
    from mailer.orders import Situation
    from mailer.session import Session
    from mailer.writing.decide import Advice


@click.command()
@query_argument(is_required=False)
@click.option("--committed/--not-committed", default=None, help="Signed or committed elsewhere?")
@click.option("--blocked/--not-blocked", default=None, help="Does relocation or a visa block?")
@click.option("--misfit/--no-misfit", default=None, help="A basic misfit of role or culture?")
@click.option("--talk/--no-talk", default=None, help="Could one short talk clear the doubt?")
@click.option("--reason", type=click.Choice([r.value for r in Reason]), help="What drives you.")
@click.option("--thread", "thread_key", default="", metavar="KEY", help="Think of this thread.")
@account_option
@json_option
@debug_option
def decide(query: str, account: str, as_json: bool, debug: bool, **values: Any) -> None:  # noqa: ANN401 - the options
    """Think it over before you withdraw: four questions, and advice.

    Asks on a terminal; elsewhere the options answer, and what is left open counts as no. With a
    QUERY your answers are kept with that process; without one nothing is stored.
    """
    if not query:
        if values["thread_key"]:
            raise click.UsageError("--thread goes with a QUERY.")
        _advise(None, None, values, as_json=as_json)
        return
    with opened(account, debug=debug, as_json=as_json) as session:
        _advise(session, _find(session, query, values), values, as_json=as_json)


def _find(session: Session, query: str, values: Mapping[str, Any]) -> Situation:
    from mailer.choosing import find_situation
    from mailer.model import Wish
    from mailer.orders import Order
    from mailer.output import end_progress

    order = Order(query=query, wish=Wish(), thread_key=values["thread_key"], is_dry_run=True)
    situation = find_situation(session, order, needs_leader=False)
    end_progress()
    return situation


def _advise(
    session: Session | None,
    situation: Situation | None,
    values: Mapping[str, Any],
    *,
    as_json: bool,
) -> None:
    from mailer.writing.decide import advice

    candidacy = situation.candidacy if situation else None
    asks = not as_json and can_ask()
    if candidacy is not None and not as_json:
        _print_process(candidacy)
    answers, reason = _take_answers(values, asks=asks)
    given = advice(answers, reason, candidacy)
    withdrawal = _keep(session, situation, answers, reason)
    if as_json:
        _print_json(given, answers, reason, candidacy, withdrawal)
    elif answers or reason is not Reason.NONE:
        _print_advice(given, reason, withdrawal)
    else:
        _print_questions()


def _take_answers(values: Mapping[str, Any], *, asks: bool) -> tuple[dict[str, bool], Reason]:
    """Return what the options answer, and on a terminal what the person does."""
    from mailer.writing.decide import QUESTIONS

    answers: dict[str, bool] = {}
    for question in QUESTIONS:
        answer = values[question.key]
        if answer is None and asks:
            answer = click.confirm(question.text, default=False, err=True)
        if answer is not None:
            answers[question.key] = answer
    reason = values["reason"]
    if reason is None and asks:
        choices = click.Choice([r.value for r in Reason])
        reason = click.prompt("What drives you", type=choices, default="none", err=True)
    return answers, Reason(reason or "none")


def _keep(
    session: Session | None,
    situation: Situation | None,
    answers: Mapping[str, bool],
    reason: Reason,
) -> Withdrawal | None:
    """Keep the answers; where nothing was answered, nothing is stored."""
    if session is None or situation is None or not (answers or reason is not Reason.NONE):
        return situation.withdrawal if situation else None
    from mailer.deciding import keep_answers

    return keep_answers(session, situation, answers, reason)


def _print_process(candidacy: Candidacy) -> None:
    from mailer.output import print_heading

    title = " · ".join(filter(None, [candidacy.company, candidacy.role, candidacy.stage.value]))
    print_heading(title)


def _print_json(
    given: Advice,
    answers: Mapping[str, bool],
    reason: Reason,
    candidacy: Candidacy | None,
    withdrawal: Withdrawal | None,
) -> None:
    from mailer.output import print_document
    from mailer.writing.decide import QUESTIONS

    is_stored = withdrawal is not None and bool(answers or reason is not Reason.NONE)
    print_document(
        {
            "withdrawal": withdrawal.id if withdrawal else None,
            "company": candidacy.company if candidacy else "",
            "role": candidacy.role if candidacy else "",
            "stored": is_stored,
            "questions": [
                {"key": q.key, "question": q.text, "answer": answers.get(q.key)} for q in QUESTIONS
            ],
            "reason": reason.value,
            "kind": given.kind.value,
            "talk_first": given.is_talk_first,
            "advice": list(given.sentences),
        }
    )


def _print_questions() -> None:
    """Print the questions for somebody who can't be asked here."""
    from mailer.output import hint, say
    from mailer.writing.decide import QUESTIONS

    for question in QUESTIONS:
        say(f"- {question.text} (--{question.key})")
    hint("Answer on a terminal, or with these options; `bowout decide --help` shows all.")


def _print_advice(given: Advice, reason: Reason, withdrawal: Withdrawal | None) -> None:
    from mailer.output import say

    for sentence in given.sentences:
        say(f"- {sentence}")
    name = withdrawal.id if withdrawal else "QUERY"
    extra = f" --reason {reason.value}" if reason is not Reason.NONE else ""
    extra += " --propose TIME" if given.kind.value == "reschedule" else ""
    say(f"You decide. Next: `bowout draft {name} --kind {given.kind.value}{extra}`.")
