"""`draft --all-open`: the plan for every process that is alive, then one draft after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from mailer.cli.editor import Editor
from mailer.cli.opening import can_ask
from mailer.cli.wishes import ask_reason, check_wish, take_wish
from mailer.drafting_all import (
    FATAL,
    Outcome,
    Outlook,
    Planned,
    all_document,
    draft_planned,
    plan_all,
)
from mailer.errors import DeclinedError, MailerError
from mailer.output import clean_line, end_progress, hint, print_document, print_table, say

if TYPE_CHECKING:
    from mailer.orders import Order
    from mailer.session import Session

_MARKS = {
    Outlook.LETTER: "letter",
    Outlook.DRAFTED: "drafted",
    Outlook.TOLD: "told",
    Outlook.STOPPED: "not by mail yet",
    Outlook.EXCEPTED: "left out",
}
_ONE_PROCESS_ONLY = ("thread_key", "to", "only", "new", "anyway")
_KINDS = (None, "withdraw", "decline-offer")


@dataclass(slots=True)
class _Run:
    """One run; keeps what was done so far, for whatever ends it."""

    session: Session
    order: Order
    remind: str | None
    outcomes: list[Outcome] = field(default_factory=list)
    fatal: MailerError | None = None
    is_cut: bool = False


def draft_all(session: Session, values: dict[str, Any], *, as_json: bool) -> None:
    """Show the plan for all open processes, then draft; asks for each one unless `--yes`.

    Nothing is ever sent. Ends with status 130 where it was interrupted and with the first
    failure's where one failed; drafts that were saved before stay saved.
    """
    _check_options(values)
    says_yes, is_dry_run = values["yes"], values["dry_run"]
    asks = not as_json and can_ask()
    excepted = [query.strip() for query in values["excluded"] if query.strip()]
    editor = Editor()
    order = _make_order(session, values, editor=editor, asks=asks)
    run = _Run(session, order, values["remind"])
    planned = plan_all(session, run.order, excepted)
    end_progress()
    if not as_json:
        _print_plan(planned)
    if is_dry_run:
        _report_dry(run, planned, as_json=as_json)
        return
    if not (says_yes or asks):
        raise DeclinedError(
            "Nothing was stored: nobody is there to ask.",
            hint="--dry-run shows the plan, --yes drafts all of it. Neither sends anything.",
        )
    _draft_each(run, planned, asks=not says_yes)
    has_failed = run.fatal is not None or run.is_cut or any(o.error for o in run.outcomes)
    editor.clear_up(keeps_texts=has_failed)
    _report(run, planned, as_json=as_json)


def _check_options(values: dict[str, Any]) -> None:
    for name in _ONE_PROCESS_ONLY:
        if values.get(name):
            option = "thread" if name == "thread_key" else name
            raise click.UsageError(f"--{option} is for one process; it can't go with --all-open.")
    if values["kind"] not in _KINDS:
        raise click.UsageError(f"--all-open writes withdrawals, not --kind {values['kind']}.")


def _make_order(session: Session, values: dict[str, Any], *, editor: Editor, asks: bool) -> Order:
    from mailer.orders import Order

    has_reason, edits, is_dry_run = values["reason"] is not None, values["edit"], values["dry_run"]
    wish = take_wish(
        values, now=session.clock(), stay_in_touch=bool(session.settings["letters.stay_in_touch"])
    )
    if asks and not has_reason:
        wish = ask_reason(wish)
    check_wish(wish)
    return Order(query="", wish=wish, is_dry_run=is_dry_run, edit=editor if edits else None)


def _print_plan(planned: Sequence[Planned]) -> None:
    rows = [
        [
            str(number),
            " · ".join(filter(None, [one.candidacy.company, one.candidacy.role])) or "?",
            one.candidacy.stage.value,
            _MARKS[one.outlook],
            _whom(one) if one.is_to_draft else one.why,
        ]
        for number, one in enumerate(planned, 1)
    ]
    print_table(["", "process", "stage", "what", "to, or why not"], rows)
    if any(one.outlook is Outlook.STOPPED for one in planned):
        hint("Where mail is not the way yet, `bowout draft COMPANY` shows the script or the text.")
    say()


def _whom(planned: Planned) -> str:
    to = ", ".join(a.name or a.address for a in planned.to)
    cc = ", ".join(a.name or a.address for a in planned.cc)
    return f"{to} (copy to {cc})" if cc else to


# --- drafting ----------------------------------------------------------------------------------


def _draft_each(run: _Run, planned: Sequence[Planned], *, asks: bool) -> None:
    """Draft one after the other until all are done, one fails for all, or the user stops."""
    todo = [one for one in planned if one.is_to_draft]
    try:
        with _bar(len(todo), is_shown=not asks) as advance:
            for number, one in enumerate(todo, 1):
                if asks and not _agrees(one, number, len(todo)):
                    run.outcomes.append(Outcome(planned=one, what="declined"))
                    continue
                run.outcomes.append(_draft_one(run, one))
                advance(1)
    except FATAL as error:
        run.fatal = error
    except (KeyboardInterrupt, click.Abort):
        run.is_cut = True


def _draft_one(run: _Run, planned: Planned) -> Outcome:
    from mailer.following import remind_after

    outcome = draft_planned(run.session, run.order, planned)
    if run.remind and outcome.drafted is not None and outcome.drafted.withdrawal is not None:
        remind_after(run.session, outcome.drafted.withdrawal, run.remind)
    return outcome


def _agrees(planned: Planned, number: int, count: int) -> bool:
    company = clean_line(planned.candidacy.company or planned.candidacy.role or "this process")
    again = ", again" if planned.outlook is Outlook.DRAFTED else ""
    question = f"{number} of {count}: draft the letter to {company}{again}?"
    return click.confirm(question, default=True, err=True)


@contextmanager
def _bar(length: int, *, is_shown: bool) -> Iterator[Any]:
    """Show a progress bar on stderr where somebody watches."""
    if not (is_shown and length and sys.stderr.isatty()):
        yield lambda _: None
        return
    with click.progressbar(length=length, label="Drafting", file=sys.stderr) as bar:
        yield bar.update


# --- telling -----------------------------------------------------------------------------------


def _all_outcomes(run: _Run, planned: Sequence[Planned], unmet: str) -> list[Outcome]:
    """Return one outcome for each process, in the order of the plan."""
    met = {id(outcome.planned): outcome for outcome in run.outcomes}
    return [
        met.get(id(one))
        or Outcome(planned=one, what=unmet if one.is_to_draft else one.outlook.value)
        for one in planned
    ]


def _report_dry(run: _Run, planned: Sequence[Planned], *, as_json: bool) -> None:
    if as_json:
        outcomes = _all_outcomes(run, planned, "planned")
        print_document(all_document(run.session, outcomes, is_cut=False))
    else:
        say("Nothing was stored: this was a dry run.")


def _report(run: _Run, planned: Sequence[Planned], *, as_json: bool) -> None:
    end_progress()
    outcomes = _all_outcomes(run, planned, "not reached")
    if as_json:
        print_document(all_document(run.session, outcomes, is_cut=run.is_cut))
    else:
        _print_outcomes(run, outcomes)
    failures = [run.fatal, *(o.error for o in outcomes)]
    first = next((error for error in failures if error is not None), None)
    if run.is_cut:
        click.get_current_context().exit(130)
    if first is not None:
        click.get_current_context().exit(first.exit_code)


def _print_outcomes(run: _Run, outcomes: Sequence[Outcome]) -> None:
    from mailer.output import print_error

    for outcome in outcomes:
        name = outcome.planned.candidacy.company or outcome.planned.candidacy.role or "?"
        if outcome.drafted is not None and outcome.drafted.withdrawal is not None:
            verb = "already in Drafts" if outcome.what == "adopted" else "drafted"
            say(f"{outcome.drafted.withdrawal.id}  {name}: {verb}{_warned(outcome)}")
        elif outcome.error is not None:
            hint(f"{name}: {outcome.error.message}")
        elif outcome.what in ("declined", "not reached"):
            say(f"{name}: {outcome.what}")
    if run.fatal is not None:
        print_error(run.fatal, wants_json=False)
    count = sum(o.drafted is not None for o in outcomes)
    stopped = " before it was interrupted" if run.is_cut else ""
    say(f"{count} of {sum(o.planned.is_to_draft for o in outcomes)} letters lie in Drafts"
        f"{stopped}; nothing was sent. "
        + ("Run it again for the rest." if run.is_cut or run.fatal else
           "Next: `bowout show ID` and `bowout send ID`, one by one."))  # fmt: skip


def _warned(outcome: Outcome) -> str:
    assert outcome.drafted is not None
    findings = [f for made in outcome.drafted.letters for f in made.findings]
    worst = [f for f in findings if f.level in ("error", "warning")]
    return f" ({len(worst)} to look at: {worst[0].message})" if worst else ""
