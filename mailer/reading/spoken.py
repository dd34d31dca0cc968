"""One thread as it lies there: who wrote and takes part, what was said, in what words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from mailer.letters import spelled
from mailer.model import Me, Message, Thread
from mailer.reading import words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.company import find_word, fold, squash
from mailer.reading.display_names import (
    GREETINGS,
    clean_name,
    name_of,
    name_part,
    names_of,
    split_name,
)
from mailer.reading.guests import ATTENDEE, EVENT, guests_in, unfolded
from mailer.reading.kept import cached_property
from mailer.reading.names import POLISH, names_in_cases
from mailer.reading.quotes import said_in, signature_of, split_quote
from mailer.reading.senders import (
    is_no_reply,
    is_organisation,
    is_scheduler,
    org_domain,
    platform_of,
)
from mailer.subjects import base_subject, is_forward_subject

_NAME = spelled(r"[\pU][\w-]+")
_CAPITAL = re.compile(rf"(?<!\w){_NAME}")
_PLATFORM_TALK = re.compile(
    r"https?://[^\s?#]+/(?:messag\w*|chat|inbox|conversations?|nachrichten|threads?)/[^\s?#]*\w"
)
_EAST_NAME = r"[\u30a0-\u30ff\u3400-\u9fff]{2,12}"
_SENTENCE = re.compile(r"[^.!?\n]+")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CAPITALIZED = re.compile(spelled(r"[\pU][ß\pL]"))
_WORD = re.compile(r"\w+")
_SMALL = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")


@lru_cache(maxsize=8_192)
def _capitals_in(text: str) -> frozenset[str]:
    if not _CAPITALIZED.search(text):  # who writes all in small letters writes names so too
        return frozenset(map(fold, _SMALL.findall(text)))
    sentences = [text]
    if words.SEPARATE_FOLDED.search(text.lower()):
        sentences = [
            s for s in _SENTENCE.findall(text) if not words.SEPARATE_FOLDED.search(s.lower())
        ]
    return frozenset(fold(w) for s in sentences for w in _CAPITAL.findall(s))


def _family_told(message: Message) -> str:
    """Return the family name that somebody gives whose sender's field has none: `C'est Yann Kerdanet`."""
    given, family = split_name(name_of(message.sender))
    initial = family.strip(".")
    if len(given) < 3 or len(initial) > 1:
        return ""
    own = split_quote(message.text or message.snippet).own
    found = re.search(rf"(?<!\w){re.escape(given)} ({_NAME})(?!\w)", own)
    return found[1] if found and fold(found[1]).startswith(fold(initial)) else ""


@dataclass
class Talk:
    """One thread, and what can be seen in it without judging."""

    thread: Thread
    me: Me
    parts: tuple[Thread, ...] = ()
    """The threads into which it fell apart, oldest first; none where it is one."""

    @property
    def threads(self) -> tuple[Thread, ...]:
        """The mailbox's own threads that it is made of."""
        return self.parts or (self.thread,)

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
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], [])
        return [m for m in self.messages if self.kinds[m.key] in kinds]

    @cached_property
    def _by_kind(self) -> dict[AnswerKind, list[Message]]:
        found: dict[AnswerKind, list[Message]] = {}
        for message in self.messages:
            found.setdefault(self.kinds[message.key], []).append(message)
        return found

    @cached_property
    def by_people(self) -> list[Message]:
        """The messages that persons wrote."""
        return self.of_kind(AnswerKind.PERSON)

    @cached_property
    def by_hand(self) -> list[Message]:
        """Those of them that bear somebody's own name, no department's."""
        return [m for m in self.by_people if not is_organisation(m.sender)]

    @cached_property
    def writers(self) -> frozenset[str]:
        """The folded addresses of the people who wrote."""
        return frozenset(m.sender.folded for m in self.by_people)

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
        return frozenset(found) | self.guests

    @cached_property
    def guests(self) -> frozenset[str]:
        """The folded addresses of the people whom calendars invite or who do, but the user."""
        found = (a for c in self._calendars for a in ATTENDEE.findall(c) if self._is_human(a))
        return frozenset(a.casefold() for a in found)

    @cached_property
    def guest_names(self) -> frozenset[tuple[str, str]]:
        """The given and family names, folded, of the people whom calendars invite, but the user."""
        found = (
            split_name(fold(clean_name(name)))
            for calendar in self._calendars
            for name, address in guests_in(calendar)
            if self._is_human(address)
        )
        return frozenset((given, family) for given, family in found if len(given) > 2 and family)

    @cached_property
    def events(self) -> frozenset[str]:
        """The calendar's own names of the events (RFC 5545, 3.8.4.7)."""
        return frozenset(uid.strip() for c in self._calendars for uid in EVENT.findall(c))

    @cached_property
    def _calendars(self) -> list[str]:
        """The calendar parts, unfolded."""
        return [unfolded(c) for m in self.messages for c in m.calendars]

    def _is_human(self, bare: str) -> bool:
        return "@" in bare and not (
            self.me.is_me(bare) or is_no_reply(bare) or is_scheduler(bare) or platform_of(bare)
        )

    @cached_property
    def platform_writers(self) -> frozenset[str]:
        """Who wrote through a platform, by platform and name: they have no address of their own."""
        return frozenset(
            f"{platform_of(m.sender.address)}: {name}"
            for m in self.of_kind(AnswerKind.PLATFORM)
            if (name := squash(clean_name(m.sender.name)))
            and name != squash(platform_of(m.sender.address))
        )

    @cached_property
    def east_homes(self) -> frozenset[str]:
        """From where people say to be, before their family name: `三ツ葉の樋口です`."""
        found: set[str] = set()
        for message in self.by_hand:
            family = split_name(name_of(message.sender))[1]
            if family.isascii():  # `shun`: the mail alone tells
                family = "[\\u3400-\\u9fff]{1,4}"
            if len(family) > 1:
                told = re.findall(
                    rf"({_EAST_NAME})の{family}(?:です|でございます|と申|だ)",
                    said_in(message),
                )
                found |= {squash(name) for name in told}
        return frozenset(found)

    @cached_property
    def platform_talks(self) -> frozenset[str]:
        """The links to the talks that a platform's notices are of: each stands for one talk."""
        told = (m.text or "" for m in self.of_kind(AnswerKind.PLATFORM))
        return frozenset(link for text in told for link in _PLATFORM_TALK.findall(text))

    @property
    def platform_names(self) -> frozenset[str]:
        """The squashed names of who wrote through a platform."""
        return frozenset(writer.partition(": ")[2] for writer in self.platform_writers)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """All words of `said`."""
        return frozenset(_WORD.findall(self.said))

    def continues_subject_of(self, other: Talk) -> bool:
        """Tell whether both have a subject in common."""
        return bool(set(self.subjects) & set(other.subjects))

    @cached_property
    def full_names(self) -> frozenset[tuple[str, str]]:
        """The given and family names, folded, of all who take part by hand but the user."""
        people = [a for m in self.by_hand for a in (m.sender, *m.recipients)]
        names = (split_name(fold(name_of(a))) for a in people if not self.me.is_me(a))
        return frozenset((given, family) for given, family in names if len(given) > 2 and family)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words with a capital that people say, folded, but of what they say of another process."""
        said = (_capitals_in(split_quote(m.text or m.snippet).own) for m in self.by_people)
        return frozenset(word for found in said for word in found)

    @cached_property
    def names_full(self) -> frozenset[tuple[str, str]]:
        """The given and family names, folded, of the people who wrote by hand."""
        return frozenset((g, f) for g, f in self.names_written if len(g) > 2 and f)

    @cached_property
    def names_of_writers(self) -> frozenset[str]:
        """The given and family names of the people who wrote, folded; CJK ones squashed."""
        parts = {n for m in self.by_hand for n in names_of(name_of(m.sender))}
        return frozenset(fold(n) if n.isascii() else squash(n) for n in parts if len(n) > 1)

    @cached_property
    def local_names(self) -> frozenset[str]:
        """The words of the addresses from which people write: `gualtiero`, `sansone`."""
        parts = (w for m in self.by_people for w in re.findall(r"[a-z]{5,}", m.sender.local_part))
        return frozenset(parts)

    @property
    def address_words(self) -> frozenset[str]:
        """The same with those of their domains: a family's name may stand there."""
        domains = {org_domain(m.sender.address).partition(".")[0] for m in self.by_people}
        return self.local_names | {w for d in domains for w in re.findall(r"[a-z]{5,}", d)}

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of the people who wrote, folded: `mz` of Matthias Zander."""
        names = (split_name(name_of(m.sender)) for m in self.by_people)
        return frozenset(fold(g[0] + f[0]) for g, f in names if g and f and g.isascii())

    @cached_property
    def told_addresses(self) -> frozenset[str]:
        """The addresses, folded, that people write into their mails: who else will write, and whence."""
        found = {
            address.casefold().rstrip(".")
            for m in self.by_hand
            if "@" in (m.text or m.snippet)
            for address in _ADDRESS.findall(said_in(m))
        }
        return frozenset(a for a in found - self.writers if self._is_human(a))

    @cached_property
    def inviters(self) -> frozenset[tuple[str, str]]:
        """The given and family names, folded, of people of whom only invitations came here."""
        if self.by_people:
            return frozenset()
        people = [m.sender for m in self.of_kind(AnswerKind.INVITATION)]
        names = (split_name(fold(name_of(a))) for a in people if self._is_human(a.address))
        return frozenset((given, family) for given, family in names if len(given) > 1 and family)

    @cached_property
    def writer_names(self) -> frozenset[str]:
        """The family names of the people who wrote, folded, be they told in the mail alone."""
        families = (split_name(name_of(m.sender))[1] for m in self.by_hand)
        told = map(_family_told, self.by_hand)
        return frozenset(fold(name) for name in (*families, *told) if name)

    @cached_property
    def own_names(self) -> frozenset[str]:
        """The names, folded, of those who take part here: they name no namesake elsewhere.

        Each word of a family name of several is one too: `Vega` of `Carmen Vega Doménech`.
        """
        people = [a for m in self.messages for a in (m.sender, *m.recipients)]
        names = {fold(n) for a in people for n in split_name(clean_name(name_part(a))) if n}
        return frozenset(names | {w for n in names for w in n.split() if len(w) > 2})

    def _is_told(self, names: frozenset[str]) -> bool:
        """Tell whether people say one of these names, folded, that is nobody's who takes part."""
        own = self.own_names.union(map(fold, split_name(self.me.name)), GREETINGS)
        return any(self._says(n, only_theirs=True) for n in names if len(n) > 3 and n not in own)

    def names_in_full(self, other: Talk) -> bool:
        """Tell whether the whole name of somebody who writes in another thread stands here.

        Where somebody who takes part here bears it as well, it is theirs.
        """
        return any(
            self._says(g) and self._says(f) and not {g, f} <= self.own_names
            if g and f
            else _is_han(f) and self._says(f)
            for g, f in other.names_written
        )

    @cached_property
    def names_written(self) -> frozenset[tuple[str, str]]:
        """The given and family names, folded, of those who wrote by hand, be they of a letter."""
        names = {name_of(m.sender) for m in self.by_hand}
        return frozenset((fold(g), fold(f)) for g, f in map(split_name, names))

    def _says(self, name: str, *, only_theirs: bool = False) -> bool:
        said = self.told if only_theirs else self.said
        if len(name) > 1 and not name.isascii():
            return squash(name) in squash(said)
        if len(name) < 3 or name[:3] not in said:
            return False
        if name in said and (not name.isalnum() or find_word(name, said) >= 0):
            return True
        return self.is_polish and bool(names_in_cases(re.findall(r"\w+", self.told), [name]))

    @cached_property
    def is_polish(self) -> bool:
        """Tell whether Polish is written here, whose names have cases."""
        return any(POLISH.search(f"{m.subject} {m.text or m.snippet}") for m in self.messages[:6])

    def speaks_of(self, name: str) -> bool:
        """Tell whether a squashed name stands here, in one word or several."""
        is_rare = len(name) > 7 or not name.isascii()
        return name in self.spoken or (is_rare and name in self.flat)

    @cached_property
    def told(self) -> str:
        """What people said to the user, folded, without what the user said."""
        texts = [f"{m.subject}\n{split_quote(m.text or m.snippet).own}" for m in self.by_people]
        return fold("\n".join(texts))

    @cached_property
    def said(self) -> str:
        """Subjects, names and own words of all, folded, for finding mentions."""
        mails = ((m.key for m in t.messages if not m.is_draft) for t in self.threads)
        openers = {next(keys, "") for keys in mails}
        parts: list[str] = []
        for message in self.messages:
            parts += [message.subject, message.sender.name, *(a.name for a in message.recipients)]
            split = split_quote(message.text or message.snippet)
            parts.append(split.own)
            if message.key in openers or is_forward_subject(message.subject):
                parts.append(split.quote)
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
    def signed(self) -> str:
        """All signatures of those who write, folded: a house names its group there, or its brands."""
        return fold("\n".join(map(signature_of, self.by_people)))

    @cached_property
    def first_at(self) -> datetime:
        """When it began."""
        return min((m.date for m in self.messages), default=self.thread.messages[0].date)

    @cached_property
    def last_at(self) -> datetime:
        """When it was last written in."""
        return max((m.date for m in self.messages), default=self.first_at)

    @cached_property
    def is_talk(self) -> bool:
        """Tell whether both sides wrote."""
        return bool(self.by_people and self.of_kind(AnswerKind.OWN))


def _is_han(name: str) -> bool:
    """Tell whether a name is Chinese or Japanese, written without a space."""
    return (
        len(name) > 1 and not name.isascii() and re.fullmatch(r"[\u4e00-\u9fff]+", name) is not None
    )
