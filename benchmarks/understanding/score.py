#!/usr/bin/env python3
"""Scores what is understood of labelled mailboxes: score.py [FILE...] [--misses] [--write].

Loads each mailbox into the memory provider and runs the very functions that the command line
runs: finding, reading, ranking, recipients. `harm` counts letters that would have gone into a
wrong thread or to a wrong person without asking. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, getaddresses
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mailer.finding import Found, find
from mailer.model import Candidacy, Channel, Kind, Me, Message, SpecialUse, Wish
from mailer.parsing import parse_message
from mailer.reading import candidacy
from mailer.reading.strands import Strand
from mailer.testing.memory import MemoryProvider
from mailer.writing.recipients import choose_recipients

HERE = Path(__file__).resolve().parent
FOLDERS = {
    "INBOX": SpecialUse.INBOX,
    "Sent": SpecialUse.SENT,
    "Drafts": SpecialUse.DRAFTS,
    "Archive": SpecialUse.ARCHIVE,
    "Spam": SpecialUse.JUNK,
    "Trash": SpecialUse.TRASH,
}
KEYS = (
    "exit",
    "offers",
    "thread",
    "to",
    "cc",
    "parts",
    "channel",
    "stage",
    "interview",
    "language",
    "tone",
)


def load(path: Path) -> tuple[dict[str, Any], MemoryProvider, Me, datetime]:
    """Return a labelled mailbox as it is, and as a provider."""
    data = json.loads(path.read_text("utf-8"))
    now = datetime.fromisoformat(data["now"])
    me = data["me"]
    provider = MemoryProvider.for_user(me["address"], name=me["name"], now=lambda: now)
    provider.deliver(*(to_message(n, m) for n, m in enumerate(data["messages"])))
    return data, provider, Me(me["name"], (me["address"], *me.get("aliases", []))), now


def to_message(number: int, entry: dict[str, Any]) -> Message:
    """Return one entry of a mailbox file as the mailbox would give it: made and parsed again."""
    return parse_message(
        to_raw(entry),
        key=str(number),
        special_use=FOLDERS[entry["folder"]],
        is_draft=entry["folder"] == "Drafts",
    )


def to_raw(entry: dict[str, Any]) -> bytes:
    """Return one entry of a mailbox file as RFC 5322 bytes."""
    made = EmailMessage(policy=SMTP)
    for name, values in (
        ("From", [entry["from"]]),
        ("To", entry.get("to")),
        ("Cc", entry.get("cc")),
        ("Reply-To", [entry["reply_to"]] if entry.get("reply_to") else []),
    ):
        if values:
            made[name] = [HeaderAddress(n, addr_spec=a) for n, a in getaddresses(values)]
    made["Date"] = format_datetime(datetime.fromisoformat(entry["date"]))
    for name, value in (
        ("Subject", entry["subject"]),
        ("Message-ID", entry["message_id"]),
        ("In-Reply-To", entry.get("in_reply_to")),
        ("References", " ".join(entry.get("references") or ())),
        *(entry.get("headers") or {}).items(),
    ):
        if value:
            made[name] = value
    made.set_content(entry.get("text") or "")
    if entry.get("html"):
        made.add_alternative(entry["html"], subtype="html")
    if entry.get("ics"):
        method = re.search(r"^METHOD:(\w+)", entry["ics"], re.M)
        made.add_alternative(
            entry["ics"], subtype="calendar", params={"method": method[1] if method else "PUBLISH"}
        )
    return made.as_bytes()


def judge(
    case: dict[str, Any], found: Found, me: Me, now: datetime, process: set[str]
) -> tuple[dict[str, bool], bool, str]:
    """Return the verdict for each judged key, whether it harms, and a note."""
    expect, choice = case["expect"], found.choice
    wanted = expect.get("exit", 0)
    acceptable = [set(t) for t in expect.get("threads", [])]
    if wanted == 3:
        ids = [set(c.message_ids) for c in choice.several]
        verdict = {
            "exit": bool(choice.several),
            "offers": all(any(t & s for s in ids) for t in acceptable),
        }
        return verdict, choice.best is not None, f"best {choice.best and choice.best.company!r}"
    if wanted == 4:
        is_none = choice.best is None and not choice.several
        return (
            {"exit": is_none},
            choice.best is not None,
            f"best {choice.best and choice.best.company!r} {choice.best and choice.best.evidence[0]}",
        )
    best = choice.best
    if best is None:
        what = [(c.company, round(c.score, 2)) for c in choice.several] or [
            (c.company, round(c.score, 2)) for c in found.candidacies[:3]
        ]
        return {"exit": False}, False, f"{'asked' if choice.several else 'none'} {what}"
    recipients = choose_recipients(best, kind=Kind.WITHDRAW, wish=Wish(), me=me, now=now)
    nobody = expect.get("channel") in ("portal", "platform")
    stops = best.channel in (Channel.PORTAL, Channel.PLATFORM) or not recipients.to
    to = set() if stops else {a.folded for a in recipients.to}
    cc = set() if stops else {a.folded for a in recipients.cc}
    verdict = {"exit": nobody or not stops}
    if stops and not nobody:
        return verdict, False, "nobody to write to"
    note, harm = "", False
    if acceptable and not (nobody and stops):
        parent = recipients.parent.message_id if recipients.parent else ""
        verdict["thread"] = any(parent in t for t in acceptable)
        harm |= not verdict["thread"]
    for key, got in (("to", to), ("cc", cc)):
        if key in expect:
            want = {a.lower() for a in expect[key]}
            verdict[key] = got == want
            note += "" if verdict[key] else f" {key}: want {sorted(want)} got {sorted(got)};"
    if "to" in expect and not to <= {a.lower() for a in [*expect["to"], *expect.get("cc", [])]}:
        harm = True
    referrers = {a for a, part in expect.get("parts", {}).items() if part == "referrer"}
    harm |= bool((to | cc) & referrers) or not (to | cc) <= process
    _judge_facts(expect, best, now, verdict)
    for key in ("channel", "stage", "language", "tone"):
        if key in verdict and not verdict[key]:
            note += f" {key}: want {expect[key]} got {getattr(best, key)};"
    if verdict.get("interview") is False:
        note += f" interview: want {expect['interview_start']} got {[(str(i.start), i.is_cancelled, i.source) for i in best.interviews]};"
    if verdict.get("parts") is False:
        got_parts = {a: p.part.value for p in best.people for a in p.addresses}
        note += f" parts: want {expect['parts']} got { {a: got_parts.get(a) for a in expect['parts']} };"
    return verdict, harm, note


def _judge_facts(
    expect: dict[str, Any], best: Candidacy, now: datetime, verdict: dict[str, bool]
) -> None:
    for key in ("channel", "stage", "language", "tone"):
        if key in expect:
            verdict[key] = str(getattr(best, key)).split("-")[0] == expect[key].split("-")[0]
    if "interview_start" in expect:
        coming = best.next_interview(now)
        want = expect["interview_start"]
        verdict["interview"] = (coming.start if coming else None) == (
            datetime.fromisoformat(want) if want else None
        )
    if "parts" in expect:
        got = {a.lower(): p.part.value for p in best.people for a in p.addresses}
        verdict["parts"] = all(got.get(a.lower()) == part for a, part in expect["parts"].items())


def correspondents(data: dict[str, Any]) -> set[str]:
    """All addresses that stand in any message of any process."""
    fields = [
        v
        for m in data["messages"]
        if m.get("process")
        for v in [m["from"], m.get("reply_to") or "", *(m.get("to") or []), *(m.get("cc") or [])]
    ]
    return {a.lower() for _, a in getaddresses(fields) if a}


def wilson(right: int, asked: int) -> tuple[float, float]:
    """Return the 95 % interval of a share."""
    if not asked:
        return 0.0, 1.0
    z, share = 1.96, right / asked
    middle = (share + z * z / (2 * asked)) / (1 + z * z / asked)
    half = (
        z
        * math.sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
        / (1 + z * z / asked)
    )
    return max(0.0, middle - half), min(1.0, middle + half)


def score(paths: list[Path], *, shows_misses: bool = False) -> dict[str, Any]:
    """Return the totals over mailboxes, and which cases would have done harm."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    totals: Counter[str] = Counter(cases=0, asked_needlessly=0)
    harmful: list[str] = []
    for path in paths:
        data, provider, me, now = load(path)
        people = correspondents(data)
        for case, found in find_each(data["cases"], provider, me, now):
            verdict, harm, note = judge(case, found, me, now, people)
            totals["cases"] += 1
            if harm:
                harmful.append(f"{data['mailbox']} {case['query']}")
            totals["asked_needlessly"] += (
                bool(found.choice.several) and case["expect"].get("exit", 0) == 0
            )
            for key, ok in verdict.items():
                asked[key] += 1
                right[key] += ok
            if shows_misses and (harm or not all(verdict.values())):
                wrong = ",".join(k for k, ok in verdict.items() if not ok)
                print(
                    f"{'HARM ' if harm else ''}{data['mailbox']} {case['query']!r} wrong: {wrong};{note} ({case.get('why', '')[:80]})"
                )
    return {
        **totals,
        "right": right,
        "asked": asked,
        "harm": len(harmful),
        "harmful": harmful,
    }


def score_side_by_side(paths: list[Path], *, shows_misses: bool = False) -> dict[str, Any]:
    """Return the same, worked out on all processors."""
    work = partial(score, shows_misses=shows_misses)
    totals: dict[str, Any] = score([])
    with Pool() as pool:
        for part in pool.imap(work, [[path] for path in paths]):
            totals = {key: value + part[key] for key, value in totals.items()}
    return totals


def find_each(
    cases: list[dict[str, Any]], provider: MemoryProvider, me: Me, now: datetime
) -> Iterator[tuple[dict[str, Any], Found]]:
    """Find what each case asks for; a process that several of them come upon is read once.

    Reading one is pure and most of the work. What is kept is told apart by all that is known of its
    threads, and forgotten with the mailbox.
    """
    read, kept = candidacy.read_candidacy, dict[tuple[Any, ...], Candidacy]()

    def read_once(group: Sequence[Strand], me: Me, now: datetime) -> Candidacy:
        key = tuple(getattr(strand, f.name) for strand in group for f in fields(strand))
        if key not in kept:
            kept[key] = read(group, me, now)
        return kept[key]

    with patch.object(candidacy, "read_candidacy", read_once):
        for case in cases:
            yield case, find(provider, case["query"], me=me, now=now)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--write", action="store_true", help="write the table into the docs")
    options = parser.parse_args()
    paths = options.files or sorted((HERE / "mailboxes").glob("*.json"))
    totals = score_side_by_side(paths, shows_misses=options.misses)
    for key in KEYS:
        right, asked = totals["right"][key], totals["asked"][key]
        if asked:
            low, high = wilson(right, asked)
            print(f"{key:10} {right:4}/{asked:<4} {right / asked:6.1%}  ({low:.0%}-{high:.0%})")
    print(summary(totals))
    if options.write:
        write_table(totals)


def summary(totals: dict[str, Any]) -> str:
    """Return the counts in a line."""
    asked = totals["asked_needlessly"]
    return f"{totals['cases']} cases, harm {totals['harm']}, asked needlessly {asked}"


def write_table(totals: dict[str, Any]) -> None:
    """Write the table into docs/understanding.md."""
    lines = ["| figure | right | of | share | 95 % interval |", "|---|---|---|---|---|"]
    for key in KEYS:
        right, asked = totals["right"][key], totals["asked"][key]
        low, high = wilson(right, asked)
        lines.append(
            f"| {key} | {right} | {asked} | {right / asked:.1%} | {low:.0%} to {high:.0%} |"
        )
    table = "\n".join([*lines, "", f"{summary(totals)}."])
    page = HERE.parents[1] / "docs" / "understanding.md"
    text = page.read_text("utf-8")
    begin, end = "<!-- score:begin -->", "<!-- score:end -->"
    head, tail = text.split(begin)[0], text.split(end)[1]
    page.write_text(f"{head}{begin}\n{table}\n{end}{tail}", "utf-8")


if __name__ == "__main__":
    main()
