"""The rows of the cards that people look at: a process, a draft, a plan."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mailer.output import print_heading, print_letter, print_rows, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mailer.model import Address, Candidacy, Draft, Finding, Interview, Plan

Rows = list[tuple[str, str]]

_PARTS = {
    "hiring_manager": "hiring manager",
    "recruiter": "recruiter",
    "agency_recruiter": "agency recruiter",
    "coordinator": "coordinator",
    "interviewer": "interviewer",
    "referrer": "referrer",
    "other": "",
}


def candidacy_rows(candidacy: Candidacy, now: datetime) -> Rows:
    """Return what is known of a process: people, stage, channel, interview, language."""
    from mailer.documents import answered_thread

    people = "\n".join(
        f"{p.name or p.address}{f' <{p.address}>' if p.name else ''}"
        f"{f', {_PARTS[p.part]}' if _PARTS[p.part] else ''}{' (left)' if p.has_left else ''}"
        for p in candidacy.people[:6]
    )
    channel = candidacy.channel.value
    ended = f" ({candidacy.ended})" if candidacy.ended else ""
    return [
        ("thread", answered_thread(candidacy).messages[0].subject),
        ("people", people),
        ("stage", f"{candidacy.stage.value}{ended}, mostly by {channel}"),
        ("interview", interview_line(candidacy.next_interview(now), now)),
        ("written in", f"{candidacy.language}, {candidacy.tone.value}"),
        ("last mail", f"{candidacy.last_message_at:%a %d %b %Y, %H:%M}"),
    ]


def interview_line(interview: Interview | None, now: datetime) -> str:
    """Return the booked interview with how long until then; empty where none stands."""
    if interview is None:
        return ""
    start = interview.start.astimezone(now.tzinfo)
    source = " (from the text of a mail)" if interview.source == "prose" else ""
    when = f"{start:%a %d %b %Y}" if interview.is_all_day else f"{start:%a %d %b %Y, %H:%M %Z}"
    return f"{when}, {how_long(interview.start - now)}{source}"


def how_long(span: timedelta) -> str:
    """Return a length of time ahead in plain words."""
    hours = int(span.total_seconds() // 3600)
    if hours < 1:
        return "in under an hour"
    if hours < 36:
        return f"in {hours} hour{'s' if hours > 1 else ''}"
    return f"in {round(hours / 24)} days"


def people_line(addresses: Iterable[Address]) -> str:
    """Return addresses as people write them."""
    return ", ".join(str(a) for a in addresses)


def draft_rows(draft: Draft) -> Rows:
    """Return the header of a draft as the mailbox now holds it (G28)."""
    return [
        ("From", str(draft.sender)),
        ("To", people_line(draft.to)),
        ("Cc", people_line(draft.cc)),
        ("Bcc", people_line(draft.bcc)),
        ("Subject", draft.subject),
        ("Attached", ", ".join(a.name for a in draft.attachments)),
    ]


def print_draft(draft: Draft, own_text: str, findings: Sequence[Finding], *, title: str) -> None:
    """Print a stored draft: header, own text, findings, where it lies."""
    print_rows(draft_rows(draft))
    print_letter(own_text, title=title)
    print_findings(findings)
    print_rows([("draft", draft.link), ("fingerprint", draft.fingerprint)])


def print_findings(findings: Sequence[Finding]) -> None:
    """Print what the checker says; nothing where it is content."""
    for finding in findings:
        words = f" “{finding.words}”" if finding.words else ""
        say(f"{finding.level} {finding.rule}: {finding.message}{words}")


def print_plan(plan: Plan) -> None:
    """Print the plan and what is to be said loudly."""
    for advice in plan.advice:
        print_heading(f"! {advice}")
    steps = plan.steps
    if len(steps) > 1 or plan.stop:
        say("The plan:")
        for number, step in enumerate(steps, 1):
            done = " [done]" if step.is_done else ""
            say(
                f"  {number}. {step.who}: {step.why}{done}"
                if step.who
                else f"  {number}. {step.why}"
            )
