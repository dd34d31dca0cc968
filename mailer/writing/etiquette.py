"""What to do now, in which order, and what holds the letter back (E1–E16, E22, E24, E37, E38).

`advise` makes the plan for one process; `decide.py` holds the questions that come before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mailer.model import Call, Candidacy, Kind, Me, Plan, Stage, Wish
from mailer.writing.case import AFTER_LEAVING, CALLABLE, LATE, LEAVING, Case
from mailer.writing.letter import PASTE, SCRIPT
from mailer.writing.render import TemplateFolder
from mailer.writing.steps import list_aside_steps, list_steps, name_other_way

_WHY_ACCEPTED = (
    "You accepted this offer already. Backing out now can have legal or contractual consequences: "
    "read what you signed, notice periods included, and take advice if you are unsure. Then call "
    "before you write. (E22)"
)


def default_kind(stage: Stage) -> Kind:
    """Return the letter that leaves a process at a stage (E22)."""
    return Kind.DECLINE_OFFER if stage in (Stage.OFFER, Stage.ACCEPTED) else Kind.WITHDRAW


def advise(
    candidacy: Candidacy,
    wish: Wish,
    *,
    me: Me,
    now: datetime,
    calls: Sequence[Call] = (),
    templates: TemplateFolder | None = None,
    answers_invitations: bool = True,
) -> Plan:
    """Return the steps that etiquette advises, in order, with the reason for each.

    A stop holds the drafts back; what has to be said or done instead stands in the plan. The
    script and the platform text come from `templates`, the built-in ones where it is None.
    `answers_invitations` tells whether the mailbox can keep an answer to an invitation.
    """
    kind = wish.kind or default_kind(candidacy.stage)
    case = Case(
        candidacy, replace(wish, kind=kind), me, now, tuple(calls), templates, answers_invitations
    )
    stop, why = find_stop(case)
    return Plan(
        steps=tuple(list_steps(case, stop)),
        stop=stop,
        why_stop=why,
        advice=tuple(list_advice(case)),
        script=_write_script(case) if kind in AFTER_LEAVING and case.awaits_call() else "",
        paste=_write_paste(case, stop),
    )


def write_script(
    candidacy: Candidacy,
    wish: Wish,
    *,
    me: Me,
    now: datetime,
    templates: TemplateFolder | None = None,
) -> str:
    """Return what to say on the phone (E16), whether or not the plan asks for a call."""
    wish = replace(wish, kind=wish.kind or default_kind(candidacy.stage))
    return _write_script(Case(candidacy, wish, me, now, (), templates))


def find_stop(case: Case) -> tuple[str, str]:
    """Return the stop and its sentence, or two empty texts."""
    company = case.candidacy.company or "This company"
    if case.kind in LEAVING and not case.wish.anyway:
        if case.candidacy.stage is Stage.CLOSED or case.candidacy.ended:
            return "ended", _why_ended(case)
        if case.candidacy.stage is Stage.ACCEPTED:
            return "accepted", _WHY_ACCEPTED
    if case.is_unreachable:
        return "nobody_to_write_to", _why_unreachable(case, company)
    if case.must_call:
        return "call_first", f"{_why_call(case)} (E11)"
    return "", ""


def _why_unreachable(case: Case, company: str) -> str:
    messages = [m for t in case.candidacy.threads for m in t.messages if not m.is_draft]
    if case.recipients.to and not any(m.message_id for m in messages):
        return (
            f"No mail of {company} has a Message-ID, so that no letter can stand as its "
            f"answer (G11). Write to {case.recipients.to[0].address} in your mail program."
        )
    return f"{company} has no person's address here to write to. {name_other_way(case)}"


def _why_ended(case: Case) -> str:
    how = {
        "rejected": "They have already said no, so there is nothing to withdraw from.",
        "withdrawn": "You have withdrawn from it already.",
        "filled": "They have filled the position already.",
    }.get(case.candidacy.ended, "It has come to an end already.")
    return f"This process is closed. {how}"


def _why_call(case: Case) -> str:
    person = case.whom_to_call()
    name = person.name if person and person.name else "the person who leads"
    number = f" on {person.phone}" if person and person.phone else ""
    if case.candidacy.stage in LATE:
        return (
            f"At this stage ({case.candidacy.stage.value}) they should hear it from you first: "
            f"call {name}{number}, then confirm it in writing."
        )
    return f"You mostly speak by phone: call {name}{number}, then confirm it in writing."


def list_advice(case: Case) -> list[str]:
    """Return sentences for the user, the most urgent first."""
    advice = []
    if case.is_near and case.kind is not Kind.CONFIRMATION and not case.reached:
        advice.append(_near_advice(case))
    if case.candidacy.stage is Stage.ACCEPTED and case.kind in AFTER_LEAVING:
        advice.append(_WHY_ACCEPTED)
    elif case.candidacy.stage is Stage.OFFER and case.kind in AFTER_LEAVING:
        advice.append(
            "An offer is out: be exact about dates, and send what papers they need. (E22)"
        )
    is_unasked = case.kind in AFTER_LEAVING and not case.wish.decline_invitation
    if is_unasked and case.has_invitation():
        how = (
            "--decline-invitation answers it along with the letter"
            if case.answers_invitations
            else "decline it there as well"
        )
        advice.append(f"An invitation stands in your calendar: {how}. (E24)")
    return advice


def _near_advice(case: Case) -> str:
    assert case.interview is not None
    hours = max(int((case.interview.start - case.now).total_seconds() // 3600), 0)
    left = "less than an hour" if hours == 0 else f"{hours} hour{'s' if hours > 1 else ''}"
    person = case.whom_to_call()
    name = person.name if person and person.name else "them"
    number = f" on {person.phone}" if person and person.phone else ""
    return (
        f"The interview is in {left}: call {name}{number} now as well, a mail alone may be "
        "read too late. The letter apologizes for it. (E24)"
    )


def _write_script(case: Case) -> str:
    """Return what to say on the phone (E16)."""
    person = case.whom_to_call()
    return case.write_aside_for(SCRIPT, (person,) if person else ())


def _write_paste(case: Case, stop: str) -> str:
    """Return the text for the platform (E13), where that is the way."""
    if stop != "nobody_to_write_to" or list_aside_steps(case)[0].step != "paste":
        return ""
    return case.write_aside_for(PASTE, case.candidacy.people_with(*CALLABLE)[:1])
