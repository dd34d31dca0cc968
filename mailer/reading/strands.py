"""What one thread tells before it is joined with others: who, which company, whether it is hiring."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from mailer.model import Address, Me, Message, Thread
from mailer.reading import words
from mailer.reading.answers import AnswerKind, classify, is_bulk
from mailer.reading.company import clean_company, fold, role_of, squash
from mailer.reading.quotes import own_words, signature_of, split_quote
from mailer.reading.senders import (
    belongs_to_company,
    is_freemail,
    is_hiring_system,
    is_no_reply,
    is_scheduler,
    org_domain,
    platform_of,
)
from mailer.subjects import base_subject

_ATTENDEE = re.compile(r"^(?:ATTENDEE|ORGANIZER)[^\n]*?mailto:([^\s;>]+)", re.I | re.M)


@dataclass
class Strand:
    """One thread with what it tells by itself."""

    thread: Thread
    me: Me

    @cached_property
    def messages(self) -> list[Message]:
        """The thread's messages, drafts aside."""
        return [m for m in self.thread.messages if not m.is_draft]

    @cached_property
    def kinds(self) -> dict[str, AnswerKind]:
        """What each message is, by its key."""
        return {m.key: classify(m, self.me) for m in self.messages}

    def of_kind(self, *kinds: AnswerKind) -> list[Message]:
        """Return the messages of these kinds."""
        return [m for m in self.messages if self.kinds[m.key] in kinds]

    @cached_property
    def by_people(self) -> list[Message]:
        """The messages that persons wrote."""
        return self.of_kind(AnswerKind.PERSON)

    @cached_property
    def participants(self) -> frozenset[str]:
        """Bare folded addresses of all humans but the user, calendar guests included."""
        found: set[str] = set()
        for message in self.messages:
            if self.kinds[message.key] in (AnswerKind.BULK, AnswerKind.PLATFORM):
                continue
            for address in (message.sender, *message.reply_to, *message.recipients):
                if self._is_human(address.address):
                    found.add(address.folded)
            for calendar in message.calendars:
                unfolded = calendar.replace("\r\n", "\n").replace("\n ", "")
                found |= {a.casefold() for a in _ATTENDEE.findall(unfolded) if self._is_human(a)}
        return frozenset(found)

    def _is_human(self, bare: str) -> bool:
        return "@" in bare and not (
            self.me.is_me(bare) or is_no_reply(bare) or is_scheduler(bare) or platform_of(bare)
        )

    @cached_property
    def introducers(self) -> frozenset[str]:
        """Who only brought the two together: a friend's other mail is no part of the process."""
        first = next(iter(self.by_people), None)
        if first is None or not words.INTRODUCES.search(own_words(first.text or first.snippet)):
            return frozenset()
        domain = first.sender.domain
        others = [a for a in first.recipients if self._is_human(a.address)]
        is_alone = not any(a.domain == domain and not is_freemail(a.address) for a in others)
        return frozenset({first.sender.folded}) if others and is_alone else frozenset()

    @cached_property
    def domains(self) -> frozenset[str]:
        """The organisations' domains of the participants."""
        return frozenset(
            org_domain(a) for a in self.participants if belongs_to_company(Address("", a))
        )

    @cached_property
    def writer_domains(self) -> frozenset[str]:
        """The organisations' domains of the people who wrote."""
        return frozenset(
            org_domain(m.sender.address) for m in self.by_people if belongs_to_company(m.sender)
        )

    @cached_property
    def said(self) -> str:
        """Subjects, names and own words of all, folded, for finding mentions."""
        parts: list[str] = []
        for message in self.messages:
            parts += [message.subject, message.sender.name, *(a.name for a in message.recipients)]
            parts.append(split_quote(message.text or message.snippet).own)
            parts += message.calendars
        return fold("\n".join(parts))

    @cached_property
    def flat(self) -> str:
        """`said` without anything but letters and digits."""
        return squash(self.said)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """The base subjects, oldest first."""
        return tuple(dict.fromkeys(base_subject(m.subject) for m in self.messages))

    @cached_property
    def role(self) -> str:
        """The role that the thread names."""
        return role_of(self.messages)

    @cached_property
    def machine_companies(self) -> frozenset[str]:
        """The companies that hiring systems name as their customer, squashed."""
        found = set()
        for message in self.of_kind(AnswerKind.ACKNOWLEDGEMENT):
            name = squash(clean_company(message.sender.name))
            if name and is_hiring_system(message.sender.address):
                found.add(name)
        return frozenset(found)

    @cached_property
    def labels(self) -> frozenset[str]:
        """What the company may be called: by mail domains, display names and hiring systems."""
        domains = {squash(d.partition(".")[0]) for d in self.domains}
        names = {squash(clean_company(m.sender.name)) for m in self.by_people}
        return frozenset(domains | names | self.machine_companies)

    @cached_property
    def named_by_machine(self) -> frozenset[str]:
        """What machines' mail calls the company, their own domain included."""
        domains = {org_domain(m.sender.address) for m in self.messages}
        return self.machine_companies | {squash(d.partition(".")[0]) for d in domains}

    @cached_property
    def is_agency(self) -> bool:
        """Tell whether those who write speak for a client."""
        return any(
            words.AGENCY.search(own_words(m.text or ""))
            or words.AGENCY_NAME.search(signature_of(m))
            for m in self.by_people
        )

    @cached_property
    def first_at(self) -> datetime:
        """When it began."""
        return min((m.date for m in self.messages), default=self.thread.messages[0].date)

    @cached_property
    def last_at(self) -> datetime:
        """When it was last written in."""
        return max((m.date for m in self.messages), default=self.first_at)

    @cached_property
    def hiring(self) -> float:
        """How much it looks like an interview process; from about 1.5 on it is one."""
        points = 0.0
        for message in self.messages[:12]:
            points += self._points(message)
        if self.by_people and self.of_kind(AnswerKind.OWN):
            points += 1.0
        return points

    def _points(self, message: Message) -> float:
        kind = self.kinds[message.key]
        text = f"{message.subject}\n{own_words(message.text or message.snippet)}"
        hits = len(set(words.HIRING_FOLDED.findall(text.lower())))
        points = min(hits, 3) * 0.5
        if kind is AnswerKind.PLATFORM:
            return 2.0 if words.INMAIL.search(text) and hits else -3.0
        if words.ALERT.search(message.subject) or kind is AnswerKind.BULK:
            return points - 3.0
        if kind is AnswerKind.ACKNOWLEDGEMENT:
            is_receipt = words.RECEIVED.search(text) or words.REJECTED.search(text)
            return (
                points
                + (1.5 if is_hiring_system(message.sender.address) else 0.0)
                + (1.0 if is_receipt else -1.5)
            )
        if kind is AnswerKind.INVITATION:
            return points + (0.5 if words.INTERVIEW.search(text) or hits else 0.0)
        if kind is AnswerKind.PERSON:
            points += 1.0 if words.RECRUITER_TITLE.search(signature_of(message)) else 0.0
            points += 1.0 if is_hiring_system(message.sender.address) else 0.0
            points -= 2.5 if is_bulk(message) and not message.in_reply_to else 0.0
            return points
        return points * 0.3 if kind is AnswerKind.OWN else 0.0

    @cached_property
    def is_hiring(self) -> bool:
        """Tell whether it can be (part of) an interview process by itself."""
        if self.by_people or self.of_kind(AnswerKind.OWN):
            return self.hiring >= 1.5
        return self.hiring >= 2.0


def make_strands(threads: Iterable[Thread], me: Me) -> list[Strand]:
    """Return the strands of threads that hold anything but drafts."""
    strands = [Strand(thread, me) for thread in threads]
    return [s for s in strands if s.messages]
