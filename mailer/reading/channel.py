"""How the person who leads and the candidate really talk (E9-E14)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailer.model import Channel, Evidence, Me, Message
from mailer.reading import words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.quotes import own_words
from mailer.reading.senders import platform_of

_ASKS_TO_CALL = re.compile(
    r"\b(?:just |please |simply )?(?:call|ring|phone|text) (?:me|or text me)\b|\bgive me a (?:ring|call|buzz|bell|shout)\b|"
    r"\brufen sie\b|\bruf mich\b|\bappelez[- ]moi\b|\brappelez[- ]moi\b|\bll[aá]m[ae]me\b|\bme liga\b|\bmi chiami\b|\bbel me\b|お電話ください",
    re.I,
)
_LINK = re.compile(r"https?://[^\s>\"')]+")


@dataclass(frozen=True, slots=True)
class ChannelFound:
    """The channel in use, its name or address, and why."""

    channel: Channel
    platform: str
    portal: str
    evidence: Evidence


def read_channel(messages: Sequence[Message], me: Me, leader: str) -> ChannelFound:
    """Return the channel; `leader` is the bare address of who leads, empty where nobody wrote."""
    kinds = {m.key: classify(m, me) for m in messages}
    people = [m for m in messages if kinds[m.key] is AnswerKind.PERSON]
    if not people:
        return _without_people(messages)
    lead = [m for m in people if m.sender.folded == leader.casefold()] or people
    calls = [m for m in lead if words.PHONE.search(own_words(m.text or ""))]
    asks = [m for m in lead[-2:] if _ASKS_TO_CALL.search(own_words(m.text or ""))]
    if (
        len(calls) * 2 >= len(lead)
        and len(calls) >= 2
        and (asks or len(calls) * 3 >= len(lead) * 2)
    ):
        found = words.PHONE.search(own_words(calls[-1].text or ""))
        said = found[0] if found else ""
        return ChannelFound(
            Channel.PHONE, "", "",
            Evidence("channel", "phone", f"{len(calls)} of {len(lead)} mails speak of calls", calls[-1].message_id, said),
        )  # fmt: skip
    return ChannelFound(
        Channel.EMAIL, "", "",
        Evidence("channel", "email", "they write mail", lead[-1].message_id),
    )  # fmt: skip


def _without_people(messages: Sequence[Message]) -> ChannelFound:
    for message in reversed(messages):
        name = platform_of(message.sender.address)
        if name:
            return ChannelFound(
                Channel.PLATFORM, name, "",
                Evidence("channel", "platform", f"all mail came through {name}", message.message_id),
            )  # fmt: skip
    machine = next((m for m in reversed(messages) if m.text), messages[-1])
    link = _LINK.search(machine.text or "")
    portal = link[0] if link else (machine.sender.name or machine.sender.domain)
    return ChannelFound(
        Channel.PORTAL, "", portal,
        Evidence("channel", "portal", "only a no-reply address wrote", machine.message_id),
    )  # fmt: skip
