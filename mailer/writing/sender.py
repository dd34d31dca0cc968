"""From whom a letter goes: the address to which the thread was addressed (G32)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mailer.errors import UsageError
from mailer.model import Identity, Message, same_address

_ENVELOPE_FIELDS = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")


def choose_identity(
    identities: Sequence[Identity], messages: Iterable[Message], *, wanted: str = ""
) -> Identity:
    """Return the identity to write from.

    The one the user wants; else the one that the newest message of the thread was sent to, or
    that the user last wrote from; else the default one. An unverified identity is never chosen.

    Raises:
        UsageError: `wanted` is no identity, or one that the service has not verified.
    """
    if wanted:
        return _named(identities, wanted)
    usable = [i for i in identities if i.is_verified]
    for message in sorted(messages, key=lambda m: m.date, reverse=True):
        for address in _own_side(message):
            for identity in usable:
                if same_address(identity.address.address, address):
                    return identity
    return next((i for i in usable if i.is_default), usable[0] if usable else identities[0])


def _named(identities: Sequence[Identity], wanted: str) -> Identity:
    for identity in identities:
        if same_address(identity.address.address, wanted):
            if identity.is_verified:
                return identity
            raise UsageError(
                f"{wanted} is not verified for sending yet. Nothing was stored.",
                hint="Confirm the address in your mail service's settings, then try again.",
            )
    known = ", ".join(i.address.address for i in identities)
    raise UsageError(
        f"You can't write from {wanted}. Nothing was stored.",
        hint=f"There are: {known}. `bowout login … --alias` adds one.",
    )


def _own_side(message: Message) -> list[str]:
    """Return every address of the message that may be the user's, best clue first."""
    listed = [a.address for a in (*message.to, *message.cc)]
    envelope = [message.header(name) or "" for name in _ENVELOPE_FIELDS]
    return [message.sender.address, *listed, *(e.strip("<> ") for e in envelope if e)]
