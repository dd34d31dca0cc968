#!/usr/bin/env python3
"""Processor time of reading and ranking header-level messages, and how it grows.

To reach: 1,000 messages in at most 0.5 s, twice as many in about twice the time. The messages are
those of a labelled mailbox, copied under other ids, names and companies, without bodies. Every run
reads fresh ones, as every mailbox is: what is kept of texts that were read before helps none. The
first run in a process compiles what others find compiled; of the others the best of three counts.
"""

from __future__ import annotations

import itertools
import re
import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mailer.finding import read_candidacies
from mailer.model import Address, Me, Message
from mailer.reading.role_names import VACANCY_NUMBER
from mailer.threads import group_threads

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from score import load


def copy(message: Message, number: int, family: re.Pattern[str], me: Me) -> Message:
    """Return the message as another company's: other ids, people, domains and vacancies, no body.

    The user stays the same.
    """
    tag = f"x{number}"
    ending = "".join(chr(ord("a") + int(digit)) for digit in str(number))

    def new_id(message_id: str) -> str:
        return message_id.replace("@", f"@{tag}.")

    def new_address(address: Address) -> Address:
        if me.is_me(address):
            return address
        return Address(rename(address.name), address.address.replace("@", f"@{tag}"))

    def rename(text: str) -> str:
        return VACANCY_NUMBER.sub(rf"\g<0>{number}", family.sub(rf"\g<0>{ending}", text))

    return replace(
        message,
        key=f"{tag}-{message.key}",
        message_id=new_id(message.message_id),
        in_reply_to=tuple(map(new_id, message.in_reply_to)),
        references=tuple(map(new_id, message.references)),
        sender=new_address(message.sender),
        reply_to=tuple(map(new_address, message.reply_to)),
        to=tuple(map(new_address, message.to)),
        cc=tuple(map(new_address, message.cc)),
        subject=rename(message.subject),
        snippet=rename((message.text or "")[:120]),
        text=None,
        html=None,
        calendars=(),
    )


class Mailbox:
    """A labelled mailbox from which any number of messages is made; none is given out twice."""

    def __init__(self, path: Path) -> None:
        _, provider, self.me, self.now = load(path)
        self._one = list(provider.messages)
        names = {w for m in self._one for w in re.findall(r"\w+", m.sender.name) if len(w) > 2}
        self._family = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
        self._numbers = itertools.count()

    def make(self, count: int) -> list[Message]:
        """Return so many fresh messages: no text of them was read before."""
        copies = -(-count // len(self._one))
        made = [
            copy(message, number, self._family, self.me)
            for number in itertools.islice(self._numbers, copies)
            for message in self._one
        ]
        return made[:count]

    def measure(self, count: int) -> float:
        """Return the processor seconds for so many fresh messages."""
        return _once(self.make(count), self.me, self.now)


def _once(messages: list[Message], me: Me, now: datetime) -> float:
    started = time.process_time()
    read_candidacies(group_threads(messages), query="northpeak", me=me, now=now)
    return time.process_time() - started


def main() -> None:
    """Print the times and the growth."""
    mailbox = Mailbox(sorted((HERE / "mailboxes").glob("*.json"))[0])
    print(f" 1000 messages: {mailbox.measure(1_000):.2f} s, first in a process")
    times = {
        count: min(mailbox.measure(count) for _ in range(3)) for count in (250, 500, 1_000, 2_000)
    }
    for count, seconds in times.items():
        print(f"{count:5} messages: {seconds:.2f} s")
    print(f"twice as many take {times[2_000] / times[1_000]:.1f} times as long")


if __name__ == "__main__":
    main()
