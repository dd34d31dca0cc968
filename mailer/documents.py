"""The JSON documents of the command line (docs/json.md), made from values; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from mailer.errors import MailerError
from mailer.model import Address, Candidacy, Evidence, Finding, Interview, Person, Plan, Thread

Document = dict[str, Any]


def threads_document(query: str, account: str, candidacies: Iterable[Candidacy]) -> Document:
    """Return what `threads --json` prints."""
    found = [candidacy_document(c) for c in candidacies]
    return {"query": query, "account": account, "threads": found}


def candidacy_document(candidacy: Candidacy) -> Document:
    """Return one entry of `threads`."""
    thread = answered_thread(candidacy)
    return {
        "thread_key": thread.key,
        "score": round(candidacy.score, 3),
        "subject": thread.messages[0].subject,
        "company": candidacy.company,
        "role": candidacy.role,
        "last_message_at": time(candidacy.last_message_at),
        "messages": sum(len(t.messages) for t in candidacy.threads),
        "message_ids": sorted(candidacy.message_ids),
        "people": [person_document(p) for p in candidacy.people],
        "stage": candidacy.stage.value,
        "ended": candidacy.ended,
        "channel": candidacy.channel.value,
        "language": candidacy.language,
        "tone": candidacy.tone.value,
        "interviews": [interview_document(i) for i in candidacy.interviews],
        "evidence": [evidence_document(e) for e in candidacy.evidence],
    }


def answered_thread(candidacy: Candidacy) -> Thread:
    """Return the thread that a letter to the hiring side would answer."""
    if candidacy.parent is not None:
        for thread in candidacy.threads:
            if any(m.key == candidacy.parent.key for m in thread.messages):
                return thread
    return candidacy.threads[0]


def person_document(person: Person) -> Document:
    """Return one of `people`."""
    return {
        "name": person.name,
        "address": person.address,
        "part": person.part.value,
        "title": person.title,
        "phone": person.phone,
        "wrote": person.messages_written,
        "left": person.has_left,
    }


def interview_document(interview: Interview) -> Document:
    """Return one of `interviews`."""
    return {
        "start": time(interview.start),
        "end": time(interview.end),
        "timezone": interview.timezone,
        "cancelled": interview.is_cancelled,
        "source": interview.source,
        "all_day": interview.is_all_day,
        "summary": interview.summary,
        "message_id": interview.message_id,
    }


def evidence_document(evidence: Evidence) -> Document:
    """Return one of `evidence`."""
    return {
        "finding": evidence.finding,
        "value": evidence.value,
        "reason": evidence.reason,
        "message_id": evidence.message_id,
        "words": evidence.words,
    }


def plan_document(plan: Plan) -> list[Document]:
    """Return `plan`."""
    return [
        {"step": s.step, "who": s.who, "channel": s.channel, "why": s.why, "done": s.is_done}
        for s in plan.steps
    ]


def checks_document(findings: Iterable[Finding]) -> list[Document]:
    """Return `checks`."""
    return [
        {"rule": f.rule, "level": f.level, "message": f.message, "words": f.words} for f in findings
    ]


def error_document(error: MailerError) -> Document:
    """Return what stands on stdout instead of the result, with `--json`."""
    return {
        "error": {
            "code": error.code,
            "message": error.message,
            "hint": error.hint,
            "stored": error.stored,
            **error.details,
        }
    }


def bare(addresses: Sequence[Address]) -> list[str]:
    """Return bare addresses."""
    return [a.address for a in addresses]


def time(moment: datetime | None) -> str | None:
    """Return an ISO time with its offset."""
    return moment.isoformat() if moment else None
