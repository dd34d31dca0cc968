"""What one thread tells before it is joined with others: whose names, which job, whether it is hiring."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from mailer.model import Message, Part
from mailer.reading import clauses, people_words, stage_words, words
from mailer.reading.agencies import employs
from mailer.reading.answers import AnswerKind
from mailer.reading.begun import BegunTalk
from mailer.reading.callings import called
from mailer.reading.claims import claim_of_self
from mailer.reading.company import fold, squash
from mailer.reading.display_names import clean_name, name_of, names_of, split_name
from mailer.reading.endings import refusal_in
from mailer.reading.frames import Says
from mailer.reading.hiring import hiring_points, hiring_words
from mailer.reading.introductions import introduces
from mailer.reading.kept import cached_property
from mailer.reading.notices import judge_notice
from mailer.reading.quotes import said_in, signature_of, split_quote
from mailer.reading.role_names import role_words_of
from mailer.reading.senders import (
    belongs_to_company,
    is_freemail,
    is_hiring_role,
    is_organisation,
    is_scheduler,
    org_domain,
)
from mailer.subjects import is_forward_subject, is_reply_subject

_THE_OTHER = re.compile(
    r"(?:something (?:else|different)|another (?:thing|one)|etwas (?:anderes|neues)|(?:une )?autre chose|otra cosa|outra coisa|un'altra cosa|iets anders|en annan sak|inna sprawa|別件|另一件事|(?:and )?the other (?:one|thing|matter|role|job|position|search)|(?:die )?andere (?:sache|stelle|position|suche)|l'autre (?:poste|sujet|affaire|mission)|(?:lo|el) otro(?: (?:puesto|tema|proceso))?|"
    r"(?:o )?outr[oa] (?:assunto|vaga|processo)|l'altr[oa] (?:cosa|posizione|ricerca)|de andere (?:zaak|functie|rol|vacature)|den andra (?:saken|tjänsten|rollen)|(?:ta )?druga (?:sprawa|rola|oferta)|もう(?:一つ|1つ|一件)の(?:件|求人|案件)|另(?:外)?一个(?:职位|岗位|机会))[.!]?"
)
"""A subject that is a recruiter's second vacancy and no more."""


_HIRING = 1.5
"""From so many points on a thread can be an interview process by itself."""
_SURELY, _SURELY_NOT = 2.0, -3.0
"""Beyond these log-odds the words of a first mail say so alone."""
_AGAINST_MARKS = 4.0
"""Beyond these they say so where marks speak against it (26 of 5,000 first mails of no process do)."""
_OF_PROCESS, _OF_NONE = 3.0, -4.0
"""Beyond these a machine's mail is of a process, or of none, whatever marks it bears."""


def _tells_founder(said: str) -> bool:
    folded = said.lower()
    return any(
        may_be.search(folded) and surely.search(said)
        for may_be, surely in (
            (people_words.FOUNDER_FOLDED, people_words.FOUNDER),
            (people_words.FOUNDED_FOLDED, people_words.FOUNDED),
        )
    )


def _sets_apart(said: str) -> bool:
    """Tell whether a text, in lower case, speaks of another process that runs now: not of last year's."""
    return any(
        not _AGO.search(said[max(0, found.start() - 60) : found.end() + 40])
        and not _ASKED_AFTER.search(said[max(0, found.start() - 30) : found.end() + 30])
        for found in words.SEPARATE_FOLDED.finditer(said)
    )


_AGO = re.compile(
    r"\b(?:(?:a|one|two|some|few) (?:year|month)s? ago|last (?:year|spring|summer|autumn|fall|winter)|vor (?:einem|zwei|\w+) jahr(?:en)?|letztes jahr|voriges jahr|il y a (?:un|deux|\w+) ans?|l'an(?:née)? (?:dernier|passée|dernière)|hace (?:un|dos|\w+) años?|el año pasado|há (?:um|dois|\w+) anos?|(?:o )?ano passado|"
    r"(?:un|due|\w+) ann[oi] fa|l'anno scorso|(?:een|twee|\w+) jaar geleden|vorig jaar|för (?:ett|två|\w+) år sed(?:an)?|förra året|rok temu|(?:dwa|\w+) lata temu|w zeszłym roku)\b|去年|昨年|一年前"
)


_ASKED_AFTER = re.compile(
    r"\bhow (?:are|is) (?:your|the) (?:other|parallel)|\bany (?:news|update) (?:on|from|with) (?:your|the) other|"
    r"\bwie (?:steht|stehen|läuft|laufen) (?:es )?(?:bei |mit )?(?:ihren?|deinen?) anderen|进展|怎么样了|進捗"
)
"""Who asks how the user's other processes go speaks of no other of their own."""


@dataclass
class Strand(BegunTalk):
    """One thread with what it tells by itself."""

    colleagues: frozenset[str] = frozenset()
    """The names, folded, of all who write from the houses of those who write here, in any thread."""
    is_claimed: bool = False
    """Whether people write from the very domain from which a machine wrote here."""
    owners: frozenset[str] = frozenset()
    """The domains from which people write that bear the name of the company for which a machine wrote."""
    has_own_recruiter: bool = False
    """Whether somebody who recruits opens a talk from the house of those who write here."""

    @cached_property
    def compared(self) -> dict[int, tuple[Strand, bool]]:
        """The threads, by their `id`, with which this one was compared, and whether they are of two processes."""
        return {}

    @cached_property
    def is_separate(self) -> bool:
        """Tell whether somebody says here that it is another process than a colleague's."""
        told = [*self.by_people, *self.of_kind(AnswerKind.OWN)]
        return any(_sets_apart(said_in(m).lower()) for m in told)

    def is_apart_from(self, other: Strand) -> bool:
        """Tell whether both begin with a job, and one is said to be another than the other."""
        if self.is_receipt or other.is_receipt:
            return False  # a machine knows of no other process
        if self.announces_another or other.announces_another:
            newer, older = (self, other) if self.first_at > other.first_at else (other, self)
            return newer.announces_another and not newer.continues_subject_of(older)
        if self.is_agency and other.is_agency:
            older, newer = (self, other) if self.first_at < other.first_at else (other, self)
            if older.ended_at and newer.first_at > older.ended_at:
                return not newer.continues_subject_of(older)  # the next vacancy
        if not (self.opens and other.opens and (self.is_separate or other.is_separate)):
            return False
        # who sent the user, and to whom: what they set apart is a third process
        return not (
            self.capitals & (other.names_of_writers - self.names_of_writers)
            and other.capitals & (self.names_of_writers - other.names_of_writers)
        )

    @cached_property
    def announces_another(self) -> bool:
        """Tell whether it begins with a recruiter's word that it is about another client or vacancy."""
        first = self.messages[0]
        recruits = self.is_agency or self.has_recruiter or self.has_own_recruiter
        by_agency = recruits and self.kinds[first.key] is AnswerKind.PERSON
        is_reply = is_reply_subject(first.subject) or bool(first.in_reply_to)
        if not by_agency or is_reply:
            return False
        told = f"{first.subject}\n{said_in(first)}".lower()
        is_other = _THE_OTHER.fullmatch(first.subject.strip().lower()) is not None
        return is_other or bool(words.SEPARATE_FOLDED.search(told) or words.DIFFERENT.search(told))

    @cached_property
    def ended_at(self) -> datetime | None:
        """When people said that a position was filled or the user refused; None where nobody did."""
        ended = (m for m in self.by_people if refusal_in(said_in(m)))
        return max((m.date for m in ended), default=None)

    def names_writer_of(self, other: Strand) -> bool:
        """Tell whether somebody who writes in another thread is named in this one."""
        if self.is_apart_from(other):
            return False
        # the user may tell one recruiter of the other
        only_theirs = self.has_recruiter and other.has_recruiter
        for message in other.by_hand:
            if message.sender.folded not in self.participants and any(
                fold(name) not in self.own_names
                and not self._bears_name(name)
                and self._says(fold(name), only_theirs=only_theirs)
                for name in names_of(name_of(message.sender))
            ):
                return True
        return False

    def _bears_name(self, name: str) -> bool:
        """Tell whether a signature names the house by somebody's name: `Torp & Ask` of Henrik Ask."""
        parts = (re.findall(r"\w+", fold(house)) for house in self.signed_names)
        return any(fold(name) in words_ and len(words_) > 1 for words_ in parts)

    def names_by_nickname(self, other: Strand) -> bool:
        """Tell whether somebody who writes in another thread is named here, be it by a nickname."""
        names = {fold(n) for m in other.by_hand for n in called(name_of(m.sender))}
        told = (n for n in names - self.own_names if len(n) > (3 if n.isascii() else 1))
        return any(self._says(n, only_theirs=True) for n in told)

    def names_any_of(self, other: Strand) -> bool:
        """Tell whether a name of somebody else who writes in another thread stands here."""
        return not self.is_apart_from(other) and self._is_told(other.names_of_writers)

    def names_colleague_of(self, other: Strand) -> bool:
        """Tell whether somebody else of the house of another thread is named here."""
        return self._is_told(other.colleagues)

    @cached_property
    def says_moved(self) -> bool:
        """Tell whether somebody says that they write from another address than before."""
        return any(words.MOVED.search(said_in(m).lower()) for m in self.by_people)

    @cached_property
    def has_founder(self) -> bool:
        """Tell whether somebody says to have founded the company, or is said to."""
        return any(_tells_founder(said_in(m)) for m in self.by_people)

    @cached_property
    def is_passed_on(self) -> bool:
        """Tell whether the user began it by passing something on to somebody else."""
        first = self.messages[0]
        if self.kinds[first.key] is not AnswerKind.OWN or not is_forward_subject(first.subject):
            return False
        if is_reply_subject(first.subject):  # an answer to what was passed on to the user
            return False
        return not any(a.folded in (first.text or "").casefold() for a in first.recipients)

    @cached_property
    def is_platforms(self) -> bool:
        """Tell whether a platform passes on what somebody wrote of a job."""
        return bool(self.of_kind(AnswerKind.PLATFORM)) and self.is_hiring

    @cached_property
    def is_receipt(self) -> bool:
        """Tell whether machines alone wrote of hiring."""
        return self.is_hiring and not self.by_people

    @cached_property
    def subject_words(self) -> frozenset[str]:
        """The long words of the subjects that may tell one process from another, folded."""
        found = {w for text in self.subjects for w in re.findall(r"\w{6,}", fold(text))}
        houses = self.labels | self.named_by_machine
        return frozenset(
            w
            for w in found
            if not (words.HIRING.match(w) or words.LEANING.match(w) or any(w in h for h in houses))
        )

    @cached_property
    def employs(self) -> bool:
        """Tell whether somebody says that their house hires for itself, or speaks of their own team."""
        return self.has_own_team or any(map(employs, self.by_people))

    @cached_property
    def has_recruiter(self) -> bool:
        """Tell whether somebody who recruits, by their title, writes of a job."""
        signed = (signature_of(m) for m in self.by_people)
        return self.is_hiring and any(people_words.RECRUITER_TITLE.search(s) for s in signed)

    @cached_property
    def has_own_team(self) -> bool:
        """Tell whether somebody who writes speaks of a team of their own."""
        return any(people_words.OWN_TEAM_FOLDED.search(said_in(m).lower()) for m in self.by_people)

    @cached_property
    def claims_lead(self) -> bool:
        """Tell whether somebody says to lead the team, or that the user would report to them."""
        claims = (claim_of_self(said_in(m)) for m in self.by_people)
        return self.has_own_team or any(c and c[0] is Part.HIRING_MANAGER for c in claims)

    @cached_property
    def opens(self) -> bool:
        """Tell whether it begins a talk about a job: an approach, an application, a vacancy."""
        first = next(iter(self.by_people), None)
        if first is None or not self.is_hiring or arranges(first):
            return False
        text = f"{self.messages[0].subject}\n{first.subject}\n{said_in(first)}".lower()
        told = said_in(first)
        if words.CONTINUES.search(told) or refusal_in(told) or clauses.find(told, Says.OFFERED):
            return False
        return bool(self.role_words) or words.OPENS.search(text) is not None

    @cached_property
    def is_of_none(self) -> bool:
        """Tell whether all the words of its first mail say that it is of no process: a friend's, a boss's."""
        return self.hiring < _HIRING + 1 and self.of_process < _SURELY_NOT

    @cached_property
    def is_personal(self) -> bool:
        """Tell whether somebody wrote to the user by hand: greeted by name, a talk of two, or by its words."""
        answered = (a for m in self.by_people for a in m.reply_to)
        if not (self.writer_domains or any(map(belongs_to_company, answered))):
            return False
        names = {n for n in split_name(self.me.name) if len(n) > 1}
        greeted = any(name in (m.text or m.snippet)[:120] for m in self.by_hand for name in names)
        likely = self.of_process > _SURELY
        return bool(self.by_hand) and (greeted or self.is_talk or likely)

    @cached_property
    def is_anothers(self) -> bool:
        """Tell whether it began with somebody passing on what was written to them, not to the user."""
        first = self.messages[0]
        if self.kinds[first.key] is not AnswerKind.PERSON:
            return False
        quote = split_quote(first.text or "").quote
        if not is_forward_subject(first.subject) or not quote:
            return False
        fields = "\n".join(quote.splitlines()[:12]).casefold()
        to_sender = re.search(rf"^\W*\w+\W*:[^\n]*{re.escape(first.sender.folded)}", fields, re.M)
        names_user = any(a.casefold() in quote.casefold() for a in self.me.addresses)
        family = squash(split_name(clean_name(first.sender.name))[1])
        is_friend = is_freemail(first.sender.address) or (
            bool(family) and family in squash(org_domain(first.sender.address))
        )
        says_hiring = words.HIRING.search(said_in(first)) is not None
        return bool(to_sender) and not names_user and (is_friend or not says_hiring)

    @cached_property
    def hiring(self) -> float:
        """How much it looks like an interview process; from about 1.5 on it is one."""
        points = 0.0
        for message in self.messages[:12]:
            points += hiring_points(message, self.kinds[message.key])
        is_own = self.by_people and all(self._is_own_house(m.sender) for m in self.by_people)
        if is_own and not introduces(self.by_people[0]):
            points -= 1.5  # a family, a user's own employer
        names_role = self.by_people and role_words_of(self.messages[:1], subjects_only=True)
        points += (1.0 if self.is_talk else 0.0) + (0.5 if names_role else 0.0)
        is_near = 1.0 <= points < 1.5 and self.is_talk
        points += 0.5 if is_near and self.claims_lead else 0.0
        if points >= _HIRING and self.by_people:
            return points
        may_be = points > 0 or (self.is_talk and points > -1)
        if may_be and self.of_process > (_SURELY if points > 0 else _AGAINST_MARKS):
            return max(points, _HIRING)
        if self.notice and not self.notice.has_calendar:
            of_process = judge_notice(self.notice)
            if of_process > _OF_PROCESS:
                return max(points, _HIRING)
            if of_process < _OF_NONE:
                return min(points, 0.0)
        return points

    @cached_property
    def is_by_hand(self) -> bool:
        """Tell whether people wrote it, and little marks it as mail to many."""
        return bool(self.by_people or self.of_kind(AnswerKind.OWN)) and self.hiring >= 0

    @cached_property
    def work_words(self) -> frozenset[str]:
        """What people and the user say here that may be about work."""
        told = [*self.by_people, *self.of_kind(AnswerKind.OWN)]
        parts = [f"{m.subject}\n{said_in(m)}".lower() for m in told[:12]]
        for first in told[:1]:  # what began it may be gone
            parts.append(split_quote(first.text or "").quote.lower())
        said = {w for p in parts for w in (*words.LEANING.findall(p), *hiring_words(p))}
        leads = []
        if self.is_talk or len(self.by_hand) > 1:  # a founder may speak of no job
            leads = ["founder"] * self.has_founder + ["own team"] * self.has_own_team
        leads += ["agency"] * self.is_agency
        return frozenset(said.union(leads))

    @cached_property
    def is_about_work(self) -> bool:
        """Tell whether it speaks of work at all, or of an appointment."""
        if self.is_hiring or (self.is_agency and self.by_hand):
            return True
        if any(
            is_scheduler(m.sender.address)
            or not is_organisation(m.sender)
            or stage_words.INTERVIEW.search(m.subject)
            for m in self.messages
            if m.calendars
        ):
            return True
        is_office = any(is_hiring_role(m.sender.address) for m in self.by_people)
        return len(self.work_words) > (0 if is_office else 1)

    @cached_property
    def is_hiring(self) -> bool:
        """Tell whether it can be (part of) an interview process by itself."""
        return self.hiring >= _HIRING


def arranges(message: Message) -> bool:
    """Tell whether somebody writes for another: an assistant, a secretary, a scheduler of dates."""
    signature = signature_of(message)
    is_assistant = people_words.COORDINATOR_TITLE.search(
        signature
    ) and not people_words.RECRUITER_TITLE.search(signature)
    return bool(is_assistant or people_words.ON_BEHALF.search(said_in(message)))
