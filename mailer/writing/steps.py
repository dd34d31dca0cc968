"""The steps that etiquette advises, in the order in which they are to be taken (E4–E15, E24)."""

from __future__ import annotations

from mailer.model import CallOutcome, Channel, Kind, Part, Stage, Step
from mailer.writing.case import AFTER_LEAVING, LATE, LEAVING, Case

_WRITING = {
    Kind.WITHDRAW: ("write", "You write by mail, so the answer belongs in the same thread", "E9"),
    Kind.DECLINE_OFFER: (
        "write",
        "The offer is declined in writing, exactly and with an apology for the trouble",
        "E22",
    ),
    Kind.CONFIRMATION: ("confirm", "A call is confirmed in writing the same day", "E15"),
    Kind.RESCHEDULE: ("write", "You only can't make the date: offer others", "E2"),
    Kind.CANCEL: ("write", "Only this interview is cancelled, not the process", "E2"),
    Kind.CLARIFY: ("write", "One short talk may clear the doubt before you decide", "E1"),
    Kind.RECRUITER_NOTE: ("tell-recruiter", "Who brought you in hears it first", "E4"),
    Kind.REFERRER_THANKS: ("thank-referrer", "Who recommended you is thanked privately", "E7"),
    Kind.FOLLOW_UP: ("write", "No answer came yet: a gentle line in the same thread", "E30"),
    Kind.FEEDBACK: ("write", "They asked: observations, and nothing else", "E34"),
    Kind.CORRECTION: ("write", "Apologize once, explain briefly, start afresh", "E36"),
}


def list_steps(case: Case, stop: str) -> list[Step]:
    """Return the steps in the order in which they are to be taken."""
    if case.kind not in AFTER_LEAVING:
        return [_letter_step(case)] if not case.is_unreachable else list_aside_steps(case)
    if case.candidacy.stage is Stage.CLOSED:
        return list_aside_steps(case) if case.is_unreachable else [_letter_step(case)]
    steps = [*_thank_referrers(case), *_tell_recruiters(case)]
    if stop == "nobody_to_write_to":
        return [*steps, *list_aside_steps(case)]
    if case.has_call_step():
        steps.append(_call_step(case))
    steps.append(_letter_step(case))
    return steps + _decline_steps(case)


def _tell_recruiters(case: Case) -> list[Step]:
    """Return a note for each agency recruiter who does not stand in the letter's thread."""
    steps = []
    for person in case.candidacy.people_with(Part.AGENCY_RECRUITER):
        if not person.is_reachable or person.has_left or case.stands_in_letter(person):
            continue
        steps.append(
            Step(
                step="tell-recruiter",
                who=person.name or person.address,
                channel="email",
                why="Who brought you in hears it first, in their own thread, and says how and "
                "when they tell the team. (E4)",
                rule="E4",
                kind=Kind.RECRUITER_NOTE,
                person=person,
                parent=case.newest_with(person),
            )
        )
    return steps[:1]


def _thank_referrers(case: Case) -> list[Step]:
    return [
        Step(
            step="thank-referrer",
            who=person.name or person.address,
            channel="email",
            why="Who recommended you is thanked privately, before the letter goes and never "
            "in copy. (E4, E7)",
            rule="E7",
            kind=Kind.REFERRER_THANKS,
            person=person,
            parent=case.newest_with(person),
        )
        for person in case.candidacy.people_with(Part.REFERRER)
        if person.is_reachable
    ][:1]


def _call_step(case: Case) -> Step:
    person = case.whom_to_call()
    who = (person.name or person.address) if person else "the person who leads"
    if person and person.phone:
        who = f"{who} ({person.phone})"
    why, rule = _reason_to_call(case)
    return Step(
        step="call",
        who=who,
        channel="phone",
        why=f"{why} ({rule})",
        rule=rule,
        is_done=bool(case.calls),
        person=person,
    )


def _reason_to_call(case: Case) -> tuple[str, str]:
    if any(call.outcome is not CallOutcome.REACHED for call in case.calls) and not case.reached:
        return "You called without reaching anybody; the letter says so", "E12"
    if case.candidacy.stage in LATE:
        return "This late they should hear it from you in person first", "E11"
    if case.candidacy.channel is Channel.PHONE:
        return "You mostly speak by phone, so this belongs on the phone too", "E11"
    if case.is_near:
        return "The interview is less than a day away; a mail may be read too late", "E24"
    return "You spoke with them", "E15"


def _letter_step(case: Case) -> Step:
    who = ", ".join(p.name or p.address for p in case.readers) or "the hiring side"
    kind = case.kind
    if kind in LEAVING and case.must_call and not case.is_unreachable:
        kind = Kind.CONFIRMATION
    step, why, rule = _WRITING.get(kind, _WRITING[Kind.WITHDRAW])
    if kind is Kind.WITHDRAW:
        why, rule = _how_to_write(case)
    return Step(
        step=step,
        who=who,
        channel="email",
        why=f"{why} ({rule})",
        rule=rule,
        kind=kind,
        person=case.readers[0] if case.readers else None,
        parent=case.recipients.parent,
    )


def _how_to_write(case: Case) -> tuple[str, str]:
    if case.calls and not case.reached:
        return "Nobody was reached by phone, so the full letter goes by mail", "E12"
    if case.candidacy.stage is Stage.INTERVIEW:
        return "You are in the middle of it by mail: reply there, and offer a call", "E10"
    return "You write by mail, so the answer belongs in the same thread", "E9"


def _decline_steps(case: Case) -> list[Step]:
    if not case.wish.decline_invitation or not case.has_invitation():
        return []
    interview = case.interview
    assert interview is not None
    assert interview.organizer is not None
    return [
        Step(
            step="decline-invitation",
            who=interview.organizer.name or interview.organizer.address,
            channel="email",
            why="Declining frees the time in their calendar as well; it goes after the "
            "letter. (E24)",
            rule="E24",
            kind=Kind.DECLINE_INVITATION,
            parent=case.message_of(interview),
        )
    ]


def list_aside_steps(case: Case) -> list[Step]:
    """Return what is done where no mail can go: the platform (E13) or the portal (E14)."""
    is_platform = case.candidacy.channel is Channel.PLATFORM or bool(case.candidacy.platform)
    where = case.candidacy.platform if is_platform else case.candidacy.portal
    return [
        Step(
            step="paste" if is_platform else "portal",
            who=where or case.candidacy.company or "the hiring side",
            channel="platform" if is_platform else "portal",
            why=name_other_way(case),
            rule="E13" if is_platform else "E14",
        )
    ]


def name_other_way(case: Case) -> str:
    """Return how to withdraw without a mail, as a sentence."""
    if case.candidacy.channel is Channel.PLATFORM or case.candidacy.platform:
        where = case.candidacy.platform or "the platform"
        return f"You talk on {where}: paste the text below there. (E13)"
    where = case.candidacy.portal or "the portal that they apply through"
    return (
        f"Withdraw in the portal itself: sign in at {where}, open your application and choose "
        "to withdraw it. (E14)"
    )
