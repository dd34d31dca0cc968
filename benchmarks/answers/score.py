#!/usr/bin/env python3
"""Scores which mail is taken for a person's answer: score.py [--misses] [--markdown].

Each labelled mail (*.toml) is made into a MIME message, parsed, put where it
would lie, and given to the very function with which `bowout remind check` finds answers. Mail of
the labelled mailboxes beside (../understanding/mailboxes, labels in mailboxes.json) goes through
the same classification. Two figures count: persons' answers that were found, and machine mail
that was taken for an answer. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from mailer.incoming import find_answers
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import DraftRef, Kind, Me, SpecialUse, Thread
from mailer.parsing import parse_message
from mailer.reading.answers import classify
from mailer.reminders import Facts

HERE = Path(__file__).resolve().parent
SENT_AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
ME = Me("Sam Rivera", ("sam@rivera.example",))
FOUND_AT_LEAST, TAKEN_AT_MOST = 0.98, 0.01
_PEOPLE = [
    {"name": "Dana Ortiz", "address": "dana.ortiz@northwind.example", "part": "hiring_manager"},
    {"name": "Rae Lin", "address": "rae.lin@northwind.example", "part": "recruiter"},
    {"name": "Priya Nair", "address": "priya@larkfieldsearch.example", "part": "agency_recruiter"},
]
_SAME = {"receipt": "auto-reply", "delay": ""}


@dataclass(frozen=True)
class Verdict:
    """One mail: what it is, and what was made of it (empty: nothing that came back)."""

    source: str
    language: str
    label: str
    got: str
    subject: str
    text: str
    dead_missed: bool = False

    @property
    def is_person(self) -> bool:
        return self.label == "person"

    @property
    def is_wrong(self) -> bool:
        return (self.got == "person") != self.is_person


def own_mails(path: Path) -> Iterator[Verdict]:
    """Judge the mails of one file."""
    for number, mail in enumerate(tomllib.loads(path.read_text("utf-8"))["mail"]):
        found = find_answers(*_case(mail, number), ME, SENT_AT + timedelta(days=1))
        got = found[0].kind if found else ""
        dead = found[0].facts.get("dead", []) if found else []
        yield Verdict(
            source=path.stem,
            language=mail["language"],
            label=mail["label"],
            got=got,
            subject=mail["subject"],
            text=mail["text"],
            dead_missed=bool(mail.get("dead")) and dead != [mail["dead"]],
        )


def _case(mail: dict[str, Any], number: int) -> tuple[Facts, list[Thread]]:
    parent, letter = "<p1@northwind.example>", "<w1@rivera.example>"
    record = LetterRecord(
        id=1, withdrawal="w1", kind=Kind.WITHDRAW, state=LetterState.SENT,
        ref=DraftRef(key="k", message_id=letter, thread_key="t"), sent_message_id=letter,
        facts={"to": [_PEOPLE[0]["address"]], "cc": [_PEOPLE[1]["address"]], "thread_seen": [parent]},
        created_at=SENT_AT, updated_at=SENT_AT, sent_at=SENT_AT,
    )  # fmt: skip
    withdrawal = Withdrawal(
        id="w1", account="a", company="Northwind", role="Senior Engineer", created_at=SENT_AT,
        thread_keys=("t",), message_ids=frozenset({parent}), facts={"people": _PEOPLE},
    )  # fmt: skip
    place = mail.get("place", "reply")
    key = "other" if place == "new" else "t"
    refers = {"reply": [letter], "thread": [parent], "new": []}[place]
    message = parse_message(
        _mime(mail, number, refers), key=str(number), thread_key=key,
        special_use=SpecialUse.INBOX,
    )  # fmt: skip
    return Facts(withdrawal=withdrawal, letters=(record,)), [Thread(key, (message,))]


def _mime(mail: dict[str, Any], number: int, refers: Sequence[str]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = mail["from"], "Sam Rivera <sam@rivera.example>"
    message["Subject"] = mail["subject"]
    message["Date"] = SENT_AT + timedelta(hours=5)
    message["Message-ID"] = f"<m{number}@northwind.example>"
    if refers:
        message["In-Reply-To"] = refers[-1]
        message["References"] = " ".join(refers)
    for name, value in mail.get("headers", {}).items():
        message[name] = value
    message.set_content(mail["text"] + "\n")
    if mail.get("calendar"):
        message.add_alternative(
            f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{mail['calendar']}\r\nBEGIN:VEVENT\r\n"
            "UID:1@x\r\nDTSTART:20261130T150000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            subtype="calendar",
        )
    if mail.get("reaction"):
        message.add_alternative(
            b'{"version": 1, "emoji": "x"}',
            maintype="text",
            subtype="vnd.google.email-reaction+json",
        )
    return _as_report(message, mail) if mail.get("report") else message.as_bytes()


def _as_report(message: EmailMessage, mail: dict[str, Any]) -> bytes:
    """Make a delivery report (RFC 3464) or a receipt (RFC 8098) of it."""
    kind = mail["report"]
    who = mail.get("dead", "rae.lin@northwind.example")
    action = "delayed" if mail["label"] == "delay" else "failed"
    said = {
        "delivery-status": f"Action: {action}\nStatus: 5.1.1",
        "disposition-notification": "Disposition: manual-action/MDN-sent-manually; displayed",
    }[kind]
    text = message.as_bytes()
    head, _, body = text.partition(b"\n\n")
    kept, inner = [], []
    for line in head.split(b"\n"):
        (inner if line.lower().startswith((b"content-", b"mime-")) else kept).append(line)
    boundary = b"=_report"
    top = (
        b"Content-Type: multipart/report; report-type="
        + kind.encode()
        + b'; boundary="'
        + boundary
        + b'"'
    )
    status = f"Content-Type: message/{kind}\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; {who}\n{said}\n"
    parts = [b"\n".join(inner) + b"\n\n" + body, status.encode()]
    joined = b"".join(b"--" + boundary + b"\n" + part + b"\n" for part in parts)
    return b"\n".join([*kept, top]) + b"\n\n" + joined + b"--" + boundary + b"--\n"


def mailbox_mails() -> Iterator[Verdict]:
    """Judge what came in to the processes of the labelled mailboxes."""
    spec = importlib.util.spec_from_file_location(
        "understanding", HERE.parent / "understanding" / "score.py"
    )
    assert spec is not None
    assert spec.loader is not None
    understanding = importlib.util.module_from_spec(spec)
    sys.modules["understanding"] = understanding
    spec.loader.exec_module(understanding)
    labels = json.loads((HERE / "mailboxes.json").read_text("utf-8"))
    for name, special in labels.items():
        data, _, me, _ = understanding.load(understanding.HERE / "mailboxes" / f"{name}.json")
        for number, entry in enumerate(data["messages"]):
            label = special.get(entry["message_id"], "person")
            if entry["folder"] not in ("INBOX", "Archive") or not entry["process"] or not label:
                continue
            message = replace(understanding.to_message(number, entry), key=str(number))
            got = classify(message, me).value
            yield Verdict("mailboxes", "", label, got, message.subject, message.text or "")


def interval(good: int, total: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval."""
    if not total:
        return 0.0, 1.0
    z, share = 1.96, good / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(share * (1 - share) / total + z * z / (4 * total**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def all_verdicts() -> list[Verdict]:
    """Judge everything there is."""
    files = sorted(HERE.glob("*.toml"))
    return [*(v for path in files for v in own_mails(path)), *mailbox_mails()]


def rates(verdicts: Sequence[Verdict]) -> tuple[float, float]:
    """Return the share of persons' answers that were found, and of machine mail taken for one."""
    people = [v for v in verdicts if v.is_person]
    machines = [v for v in verdicts if not v.is_person]
    found = sum(v.got == "person" for v in people) / max(1, len(people))
    return found, sum(v.got == "person" for v in machines) / max(1, len(machines))


def main() -> int:
    """Print the figures; 1 where they are not reached."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="each mail that was misjudged")
    parser.add_argument("--markdown", action="store_true", help="a table for the documents")
    options = parser.parse_args()
    verdicts = all_verdicts()
    sources = dict.fromkeys(v.source for v in verdicts)
    rows = [(name, [v for v in verdicts if v.source == name]) for name in sources]
    rows.append(("all", verdicts))
    if options.markdown:
        print("| mail | persons' answers found | machine mail taken for an answer |\n|---|---|---|")
    for name, some in rows:
        _print_row(name, some, is_markdown=options.markdown)
    if options.misses:
        _print_misses(verdicts)
    found, taken = rates(verdicts)
    return 0 if found >= FOUND_AT_LEAST and taken <= TAKEN_AT_MOST else 1


def _print_row(name: str, some: Sequence[Verdict], *, is_markdown: bool) -> None:
    people = [v for v in some if v.is_person]
    machines = [v for v in some if not v.is_person]
    cells = []
    for group in (people, machines):
        count = sum(v.got == "person" for v in group)
        low, high = interval(count, len(group))
        share = count / max(1, len(group))
        cells.append(f"{count} of {len(group)} ({share:.1%}; {low:.1%}–{high:.1%})")
    if is_markdown:
        print(f"| {name} | {cells[0]} | {cells[1]} |")
    else:
        print(f"{name:10}  found {cells[0]:38} taken {cells[1]}")


def _print_misses(verdicts: Sequence[Verdict]) -> None:
    kinds = Counter((v.label, v.got) for v in verdicts if _SAME.get(v.label, v.label) != v.got)
    for (label, got), count in kinds.most_common():
        print(f"  {label} read as {got or 'nothing'}: {count}")
    for v in verdicts:
        if v.is_wrong or v.dead_missed:
            what = (
                "dead address missed"
                if v.dead_missed
                else f"{v.label} read as {v.got or 'nothing'}"
            )
            print(f"- {v.source} {v.language}: {what}: {v.subject!r}: {v.text[:90]!r}")


if __name__ == "__main__":
    sys.exit(main())
