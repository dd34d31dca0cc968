"""How the person who leads and the candidate really talk (E9-E14)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailer.model import Channel, Evidence, Me, Message
from mailer.reading import words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.quotes import said_in
from mailer.reading.senders import platform_of

_LINK = re.compile(r"https?://[^\s>\"')]+")


@dataclass(frozen=True, slots=True)
class ChannelFound:
    """The channel in use, its name or address, and why."""

    channel: Channel
    platform: str
    portal: str
    evidence: Evidence


def read_channel(messages: Sequence[Message], me: Me, leader: Sequence[str]) -> ChannelFound:
    """Return the channel; `leader` are the bare addresses of who leads, none where nobody wrote."""
    kinds = {m.key: classify(m, me) for m in messages}
    people = [m for m in messages if kinds[m.key] is AnswerKind.PERSON]
    if not people:
        return _without_people(messages)
    own = {a.casefold() for a in leader}
    lead = [m for m in people if m.sender.folded in own] or people
    asks = [m for m in lead if words.PREFERS_PHONE.search(said_in(m))]
    calls = [m for m in lead if m in asks or words.PHONE.search(said_in(m))]
    is_recent = any(m in asks for m in lead[-2:])
    refusing = words.REFUSES_MAIL.search(said_in(lead[-1])) if lead[-1] in calls else None
    if refusing:
        return ChannelFound(
            Channel.PHONE, "", "",
            Evidence("channel", "phone", "they would rather not be written to", lead[-1].message_id, refusing[0]),
        )  # fmt: skip
    insists = len(_preferences(lead[-1])) > 1
    is_used = len(calls) * 2 >= len(lead) and len(calls) > 1
    if insists or ((len(asks) > 1 or is_recent) and is_used):
        said_last = said_in(calls[-1])
        found = words.PHONE.search(said_last) or words.PREFERS_PHONE.search(said_last)
        said = found[0] if found else ""
        return ChannelFound(
            Channel.PHONE, "", "",
            Evidence("channel", "phone", f"{len(calls)} of {len(lead)} mails speak of calls", calls[-1].message_id, said),
        )  # fmt: skip
    return ChannelFound(
        Channel.EMAIL, "", "",
        Evidence("channel", "email", "they write mail", lead[-1].message_id),
    )  # fmt: skip


def _preferences(message: Message) -> set[str]:
    """Return in which words somebody says that a call is liked better: one may be by the way."""
    return {found[0].lower() for found in words.PREFERS_PHONE.finditer(said_in(message))}


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
