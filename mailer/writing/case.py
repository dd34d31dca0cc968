"""One process with one wish, while etiquette is thought through: the facts that its rules ask for.

`etiquette.py` says what holds the letter back and what is said loudly, `steps.py` what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from mailer.model import (
    Call,
    CallOutcome,
    Candidacy,
    Channel,
    Interview,
    Kind,
    Me,
    Message,
    Part,
    Person,
    Stage,
    Thread,
    Wish,
)
from mailer.writing.addressing import find_readers
from mailer.writing.letter import write_aside
from mailer.writing.render import TemplateFolder
from mailer.writing.scene import SOON

if TYPE_CHECKING:
    from mailer.writing.recipients import Recipients

LATE = frozenset({Stage.FINAL, Stage.OFFER, Stage.ACCEPTED})
"""The stages at which one calls before one writes (E11)."""

LEAVING = frozenset({Kind.WITHDRAW, Kind.DECLINE_OFFER})
AFTER_LEAVING = LEAVING | {Kind.CONFIRMATION}
CALLABLE = (Part.HIRING_MANAGER, Part.RECRUITER, Part.AGENCY_RECRUITER, Part.COORDINATOR)


class Case:
    """One process with one wish and the calls made so far."""

    def __init__(
        self,
        candidacy: Candidacy,
        wish: Wish,
        me: Me,
        now: datetime,
        calls: tuple[Call, ...],
        templates: TemplateFolder | None,
        answers_invitations: bool = True,
    ) -> None:
        from mailer.writing.recipients import choose_recipients

        self.candidacy, self.wish, self.me, self.now = candidacy, wish, me, now
        self.calls, self.templates = calls, templates or TemplateFolder()
        assert wish.kind is not None
        self.kind: Kind = wish.kind
        self.answers_invitations = answers_invitations
        self.recipients: Recipients = choose_recipients(
            candidacy, kind=self.kind, wish=wish, me=me, now=now
        )
        self.readers = find_readers(candidacy, self.recipients.to)
        self.interview = candidacy.next_interview(now)

    @property
    def is_unreachable(self) -> bool:
        """Tell whether nobody can get the letter by mail (E13, E14)."""
        if self.kind in (Kind.RECRUITER_NOTE, Kind.REFERRER_THANKS):
            return False
        return not self.recipients.to or self.recipients.parent is None

    @property
    def must_call(self) -> bool:
        """Tell whether a call comes before the letter (E11)."""
        if self.kind not in LEAVING or self.wish.by_mail or self.calls:
            return False
        if self.candidacy.stage in (Stage.CLOSED, Stage.ACCEPTED):
            return False  # both passed with a clear yes only, `anyway`
        return self.should_call

    @property
    def should_call(self) -> bool:
        """Tell whether E11 asks for a call, made or not."""
        late = self.candidacy.stage in LATE
        return late or self.candidacy.channel is Channel.PHONE

    @property
    def is_near(self) -> bool:
        """Tell whether an interview stands within a day (E24)."""
        return self.interview is not None and self.interview.start - self.now < SOON

    @property
    def reached(self) -> bool:
        """Tell whether a call reached somebody (E15)."""
        return any(call.outcome is CallOutcome.REACHED for call in self.calls)

    def whom_to_call(self) -> Person | None:
        """Return who gets the call: the letter's reader, or who leads and has a number."""
        leads = [p for p in self.readers if p.part in CALLABLE]
        leads += [p for p in self.candidacy.people_with(*CALLABLE) if not p.has_left]
        with_number = next((p for p in leads if p.phone), None)
        if leads and leads[0].part is Part.HIRING_MANAGER:
            return leads[0]
        return with_number or next(iter(leads), None)

    def has_call_step(self) -> bool:
        """Tell whether a call is one of the steps, made or not."""
        if self.kind is Kind.CONFIRMATION:
            return True
        return (self.should_call or self.is_near or bool(self.calls)) and bool(self.whom_to_call())

    def awaits_call(self) -> bool:
        """Tell whether a call is among the steps and nobody was reached yet."""
        return self.has_call_step() and not self.reached

    def stands_in_letter(self, person: Person) -> bool:
        """Tell whether the letter's thread has that person in it: the copy is the note (E4)."""
        parent = self.recipients.parent
        if parent is None:
            return False
        thread = self._thread_of(parent)
        return any(_takes_part(person, m) for m in (thread.messages if thread else (parent,)))

    def _thread_of(self, message: Message) -> Thread | None:
        for thread in self.candidacy.threads:
            if any(m.key == message.key for m in thread.messages):
                return thread
        return None

    def newest_with(self, person: Person) -> Message | None:
        """Return the newest message of that person's own; None where they never wrote."""
        own = [
            m
            for thread in self.candidacy.threads
            for m in thread.messages
            if not m.is_draft and not m.is_reaction and _is_from(person, m)
        ]
        return max(own, key=lambda m: m.date, default=None)

    def message_of(self, interview: Interview) -> Message | None:
        """Return the message that brought the invitation."""
        for thread in self.candidacy.threads:
            for message in thread.messages:
                if message.message_id and message.message_id == interview.message_id:
                    return message
        return None

    def has_invitation(self) -> bool:
        """Tell whether an invitation stands that somebody of the hiring side sent."""
        interview = self.interview
        if interview is None or not interview.calendar or interview.organizer is None:
            return False
        return not self.me.is_me(interview.organizer)

    def write_aside_for(self, name: str, readers: Sequence[Person]) -> str:
        """Return the script (E16) or the platform text (E13) of this case."""
        return write_aside(
            name,
            self.candidacy,
            wish=self.wish,
            me=self.me,
            now=self.now,
            readers=readers,
            templates=self.templates,
        )


def _takes_part(person: Person, message: Message) -> bool:
    listed = (message.sender, *message.recipients)
    known = {a.casefold() for a in (person.address, *person.addresses)}
    return any(a.folded in known for a in listed)


def _is_from(person: Person, message: Message) -> bool:
    return message.sender.folded in {a.casefold() for a in (person.address, *person.addresses)}
