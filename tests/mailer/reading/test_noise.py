"""Noise never changes what is understood: unrelated mail, order, ids, what was read."""

import os
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mailer.finding import find
from mailer.model import Address, Kind, Me, Message, Wish
from mailer.testing.memory import MemoryProvider
from mailer.writing.recipients import choose_recipients

HERE = Path(__file__).resolve().parents[3] / "benchmarks" / "understanding"
sys.path.append(str(HERE))

from score import load  # noqa: E402 - a script beside the mailboxes, no package

SUBJECTS = (
    "Your parcel",
    "Dinner?",
    "Invoice 2211",
    "Team lunch",
    "Photos",
    "Re: the boiler",
    "Fw: funny",
)
NAMES = ("Gus Field", "Mei Tan", "Ola Berg", "Rosa Prado", "Ticket Desk", "Weekly Digest")

EXAMPLES = int(os.environ.get("BOWOUT_TEST_EXAMPLES", "1"))
"""How often each mailbox is changed in a run, every time otherwise; CI asks for more."""
MAILBOXES = sorted((HERE / "mailboxes").glob("*.json"))[:: 1 if EXAMPLES > 1 else 40]
"""All of them where more is asked for, else every twentieth: each takes some two seconds."""

Answer = tuple[Any, ...]


@cache
def mailbox(path: Path) -> tuple[dict[str, Any], tuple[Message, ...], Me, datetime]:
    data, provider, me, now = load(path)
    return data, tuple(provider.messages), me, now


def answer(messages: list[Message], query: str, me: Me, now: datetime) -> Answer:
    """Return all that a letter rests on."""
    provider = MemoryProvider.for_user(me.addresses[0], name=me.name, now=lambda: now)
    provider.deliver(*messages)
    choice = find(provider, query, me=me, now=now).choice
    if choice.best is None:
        return ("several" if choice.several else "none",)
    best = choice.best
    people = choose_recipients(best, kind=Kind.WITHDRAW, wish=Wish(), me=me, now=now)
    coming = best.next_interview(now)
    return (
        best.company,
        sorted(a.folded for a in people.to),
        sorted(a.folded for a in people.cc),
        people.parent.subject if people.parent else "",
        best.stage,
        best.channel,
        best.language,
        best.tone,
        coming.start if coming else None,
    )


@cache
def expected(path: Path, number: int) -> Answer:
    data, messages, me, now = mailbox(path)
    return answer(list(messages), data["cases"][number]["query"], me, now)


@st.composite
def unrelated(draw: st.DrawFn) -> Message:
    number = draw(st.integers(0, 10_000))
    name = draw(st.sampled_from(NAMES))
    return Message(
        key=f"noise-{number}",
        message_id=f"<noise-{number}@{draw(st.sampled_from('abc'))}.test>",
        date=datetime(2026, 11, 10).astimezone() - timedelta(hours=draw(st.integers(0, 5_000))),
        subject=draw(st.sampled_from(SUBJECTS)),
        sender=Address(name, f"{name.split()[0].lower()}@{draw(st.sampled_from('abc'))}.test"),
        to=(Address("", "me@mine.test"),),
        text=draw(st.sampled_from(("See you at eight.", "Thanks!", "The total is 12.50.", ""))),
        headers=(("List-Unsubscribe", "<x>"),) if draw(st.booleans()) else (),
    )


def renamed(messages: list[Message], mark: str) -> list[Message]:
    """Give every message another id, and every reference with it."""

    def new(message_id: str) -> str:
        return message_id.replace("@", f".{mark}@", 1)

    return [
        replace(
            m,
            key=f"{mark}{m.key}",
            message_id=new(m.message_id),
            in_reply_to=tuple(map(new, m.in_reply_to)),
            references=tuple(map(new, m.references)),
        )
        for m in messages
    ]


@pytest.mark.parametrize("path", MAILBOXES, ids=lambda p: p.stem)
@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
@given(data=st.data())
def test_noise_never_changes_the_answer(path: Path, data: st.DataObject) -> None:
    labelled, messages, me, now = mailbox(path)
    number = data.draw(st.integers(0, len(labelled["cases"]) - 1))
    noise = data.draw(st.lists(unrelated(), max_size=25, unique_by=lambda m: m.message_id))
    changed = [*data.draw(st.permutations(messages)), *noise]
    assume(changed != [*messages])  # the simplest example, and always the first: nothing new
    if data.draw(st.booleans()):
        changed = renamed(changed, data.draw(st.sampled_from(("q", "zz", "0"))))
    changed = [replace(m, is_read=data.draw(st.booleans())) for m in changed[:5]] + changed[5:]

    found = answer(changed, labelled["cases"][number]["query"], me, now)

    assert found == expected(path, number)
