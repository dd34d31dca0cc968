"""What to do now, in which order, and what holds the letter back (E1–E16, E22, E24, E37, E38).

`advise` makes the plan for one process; `decide.py` holds the questions that come before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
    Plan,
    Stage,
    Step,
    Thread,
    Wish,
)
from mailer.writing.addressing import find_readers
from mailer.writing.letter import PASTE, SCRIPT, write_aside
from mailer.writing.render import TemplateFolder
from mailer.writing.scene import SOON

if TYPE_CHECKING:
    from mailer.writing.recipients import Recipients

LATE = frozenset({Stage.FINAL, Stage.OFFER, Stage.ACCEPTED})
"""The stages at which one calls before one writes (E11)."""

LEAVING = frozenset({Kind.WITHDRAW, Kind.DECLINE_OFFER})
_AFTER_LEAVING = LEAVING | {Kind.CONFIRMATION}
_CALLABLE = (Part.HIRING_MANAGER, Part.RECRUITER, Part.AGENCY_RECRUITER, Part.COORDINATOR)

_WHY_ACCEPTED = (
    "You accepted this offer already. Backing out now can have legal or contractual consequences: "
    "read what you signed, notice periods included, and take advice if you are unsure. Then call "
    "before you write. (E22)"
)


def default_kind(stage: Stage) -> Kind:
    """Return the letter that leaves a process at a stage (E22)."""
    return Kind.DECLINE_OFFER if stage in (Stage.OFFER, Stage.ACCEPTED) else Kind.WITHDRAW


def advise(
    candidacy: Candidacy,
    wish: Wish,
    *,
    me: Me,
    now: datetime,
    calls: Sequence[Call] = (),
    templates: TemplateFolder | None = None,
    answers_invitations: bool = True,
) -> Plan:
    """Return the steps that etiquette advises, in order, with the reason for each.

    A stop holds the drafts back; what has to be said or done instead stands in the plan. The
    script and the platform text come from `templates`, the built-in ones where it is None.
    `answers_invitations` tells whether the mailbox can keep an answer to an invitation.
    """
    kind = wish.kind or default_kind(candidacy.stage)
    case = _Case(
        candidacy, replace(wish, kind=kind), me, now, tuple(calls), templates, answers_invitations
    )
    stop, why = case.find_stop()
    return Plan(
        steps=tuple(case.list_steps(stop)),
        stop=stop,
        why_stop=why,
        advice=tuple(case.list_advice()),
        script=case.write_script() if kind in _AFTER_LEAVING and case.awaits_call() else "",
        paste=case.write_paste(stop),
    )


def write_script(
    candidacy: Candidacy,
    wish: Wish,
    *,
    me: Me,
    now: datetime,
    templates: TemplateFolder | None = None,
) -> str:
    """Return what to say on the phone (E16), whether or not the plan asks for a call."""
    wish = replace(wish, kind=wish.kind or default_kind(candidacy.stage))
    return _Case(candidacy, wish, me, now, (), templates).write_script()


class _Case:
    """One process with one wish, while it is thought through."""

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

    # --- what holds the letter back ---

    def find_stop(self) -> tuple[str, str]:
        """Return the stop and its sentence, or two empty texts."""
        company = self.candidacy.company or "This company"
        if self.kind in LEAVING and not self.wish.anyway:
            if self.candidacy.stage is Stage.CLOSED or self.candidacy.ended:
                return "ended", self._why_ended()
            if self.candidacy.stage is Stage.ACCEPTED:
                return "accepted", _WHY_ACCEPTED
        if self.is_unreachable:
            return "nobody_to_write_to", self._why_unreachable(company)
        if self.must_call:
            return "call_first", f"{self._why_call()} (E11)"
        return "", ""

    @property
    def is_unreachable(self) -> bool:
        """Tell whether nobody can get the letter by mail (E13, E14)."""
        if self.kind in (Kind.RECRUITER_NOTE, Kind.REFERRER_THANKS):
            return False
        return not self.recipients.to or self.recipients.parent is None

    def _why_unreachable(self, company: str) -> str:
        messages = [m for t in self.candidacy.threads for m in t.messages if not m.is_draft]
        if self.recipients.to and not any(m.message_id for m in messages):
            return (
                f"No mail of {company} has a Message-ID, so that no letter can stand as its "
                f"answer (G11). Write to {self.recipients.to[0].address} in your mail program."
            )
        return f"{company} has no person's address here to write to. {self._other_way()}"

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

    def _why_ended(self) -> str:
        how = {
            "rejected": "They have already said no, so there is nothing to withdraw from.",
            "withdrawn": "You have withdrawn from it already.",
            "filled": "They have filled the position already.",
        }.get(self.candidacy.ended, "It has come to an end already.")
        return f"This process is closed. {how}"

    def _why_call(self) -> str:
        person = self.whom_to_call()
        name = person.name if person and person.name else "the person who leads"
        number = f" on {person.phone}" if person and person.phone else ""
        if self.candidacy.stage in LATE:
            return (
                f"At this stage ({self.candidacy.stage.value}) they should hear it from you first: "
                f"call {name}{number}, then confirm it in writing."
            )
        return f"You mostly speak by phone: call {name}{number}, then confirm it in writing."

    def _other_way(self) -> str:
        if self.candidacy.channel is Channel.PLATFORM or self.candidacy.platform:
            where = self.candidacy.platform or "the platform"
            return f"You talk on {where}: paste the text below there. (E13)"
        where = self.candidacy.portal or "the portal that they apply through"
        return (
            f"Withdraw in the portal itself: sign in at {where}, open your application and choose "
            "to withdraw it. (E14)"
        )

    # --- the steps ---

    def list_steps(self, stop: str) -> list[Step]:
        """Return the steps in the order in which they are to be taken."""
        if self.kind not in _AFTER_LEAVING:
            return [self._letter_step()] if not self.is_unreachable else self._aside_steps()
        if self.candidacy.stage is Stage.CLOSED:
            return self._aside_steps() if self.is_unreachable else [self._letter_step()]
        steps = [*self._thank_referrers(), *self._tell_recruiters()]
        if stop == "nobody_to_write_to":
            return [*steps, *self._aside_steps()]
        if self._has_call_step():
            steps.append(self._call_step())
        steps.append(self._letter_step())
        return steps + self._decline_steps()

    def _has_call_step(self) -> bool:
        if self.kind is Kind.CONFIRMATION:
            return True
        return (self.should_call or self.is_near or bool(self.calls)) and bool(self.whom_to_call())

    def _tell_recruiters(self) -> list[Step]:
        """Return a note for each agency recruiter who does not stand in the letter's thread."""
        steps = []
        for person in self.candidacy.people_with(Part.AGENCY_RECRUITER):
            if not person.is_reachable or person.has_left or self._stands_in_letter(person):
                continue
            steps.append(
                Step(
                    step="tell-recruiter",
                    who=person.name or person.address,
                    channel="email",
                    why="Who brought you in hears it first, in their own thread, and says how and "
                    "when they tell the team. (E4)",
                    rule="E4",
                    kind=Kind.RECRUITER_NOTE,
                    person=person,
                    parent=self._newest_with(person),
                )
            )
        return steps[:1]

    def _thank_referrers(self) -> list[Step]:
        return [
            Step(
                step="thank-referrer",
                who=person.name or person.address,
                channel="email",
                why="Who recommended you is thanked privately, before the letter goes and never "
                "in copy. (E4, E7)",
                rule="E7",
                kind=Kind.REFERRER_THANKS,
                person=person,
                parent=self._newest_with(person),
            )
            for person in self.candidacy.people_with(Part.REFERRER)
            if person.is_reachable
        ][:1]

    def _call_step(self) -> Step:
        person = self.whom_to_call()
        who = (person.name or person.address) if person else "the person who leads"
        if person and person.phone:
            who = f"{who} ({person.phone})"
        why, rule = self._reason_to_call()
        return Step(
            step="call",
            who=who,
            channel="phone",
            why=f"{why} ({rule})",
            rule=rule,
            is_done=bool(self.calls),
            person=person,
        )

    def _reason_to_call(self) -> tuple[str, str]:
        if any(call.outcome is not CallOutcome.REACHED for call in self.calls) and not self.reached:
            return "You called without reaching anybody; the letter says so", "E12"
        if self.candidacy.stage in LATE:
            return "This late they should hear it from you in person first", "E11"
        if self.candidacy.channel is Channel.PHONE:
            return "You mostly speak by phone, so this belongs on the phone too", "E11"
        if self.is_near:
            return "The interview is less than a day away; a mail may be read too late", "E24"
        return "You spoke with them", "E15"

    def _letter_step(self) -> Step:
        who = ", ".join(p.name or p.address for p in self.readers) or "the hiring side"
        kind = self.kind
        if kind in LEAVING and self.must_call and not self.is_unreachable:
            kind = Kind.CONFIRMATION
        step, why, rule = _WRITING.get(kind, _WRITING[Kind.WITHDRAW])
        if kind is Kind.WITHDRAW:
            why, rule = self._how_to_write()
        return Step(
            step=step,
            who=who,
            channel="email",
            why=f"{why} ({rule})",
            rule=rule,
            kind=kind,
            person=self.readers[0] if self.readers else None,
            parent=self.recipients.parent,
        )

    def _how_to_write(self) -> tuple[str, str]:
        if self.calls and not self.reached:
            return "Nobody was reached by phone, so the full letter goes by mail", "E12"
        if self.candidacy.stage is Stage.INTERVIEW:
            return "You are in the middle of it by mail: reply there, and offer a call", "E10"
        return "You write by mail, so the answer belongs in the same thread", "E9"

    def _decline_steps(self) -> list[Step]:
        if not self.wish.decline_invitation or not self._has_invitation():
            return []
        interview = self.interview
        assert interview is not None
        assert interview.organizer is not None
        return [
            Step(
                step="decline-invitation",
                who=interview.organizer.name or interview.organizer.address,
                channel="email",
                why="Declining frees the time in their calendar as well; it goes after the "
                "letter. (E24)",
                rule="E24",
                kind=Kind.DECLINE_INVITATION,
                parent=self._message_of(interview),
            )
        ]

    def _aside_steps(self) -> list[Step]:
        is_platform = self.candidacy.channel is Channel.PLATFORM or bool(self.candidacy.platform)
        where = self.candidacy.platform if is_platform else self.candidacy.portal
        return [
            Step(
                step="paste" if is_platform else "portal",
                who=where or self.candidacy.company or "the hiring side",
                channel="platform" if is_platform else "portal",
                why=self._other_way(),
                rule="E13" if is_platform else "E14",
            )
        ]

    # --- what is said loudly ---

    def list_advice(self) -> list[str]:
        """Return sentences for the user, the most urgent first."""
        advice = []
        if self.is_near and self.kind is not Kind.CONFIRMATION and not self.reached:
            advice.append(self._near_advice())
        if self.candidacy.stage is Stage.ACCEPTED and self.kind in _AFTER_LEAVING:
            advice.append(_WHY_ACCEPTED)
        elif self.candidacy.stage is Stage.OFFER and self.kind in _AFTER_LEAVING:
            advice.append(
                "An offer is out: be exact about dates, and send what papers they need. (E22)"
            )
        is_unasked = self.kind in _AFTER_LEAVING and not self.wish.decline_invitation
        if is_unasked and self._has_invitation():
            how = (
                "--decline-invitation answers it along with the letter"
                if self.answers_invitations
                else "decline it there as well"
            )
            advice.append(f"An invitation stands in your calendar: {how}. (E24)")
        return advice

    def _near_advice(self) -> str:
        assert self.interview is not None
        hours = max(int((self.interview.start - self.now).total_seconds() // 3600), 0)
        left = "less than an hour" if hours == 0 else f"{hours} hour{'s' if hours > 1 else ''}"
        person = self.whom_to_call()
        name = person.name if person and person.name else "them"
        number = f" on {person.phone}" if person and person.phone else ""
        return (
            f"The interview is in {left}: call {name}{number} now as well, a mail alone may be "
            "read too late. The letter apologizes for it. (E24)"
        )

    def awaits_call(self) -> bool:
        """Tell whether a call is among the steps and nobody was reached yet."""
        return self._has_call_step() and not self.reached

    def write_script(self) -> str:
        """Return what to say on the phone (E16)."""
        person = self.whom_to_call()
        return self._aside(SCRIPT, (person,) if person else ())

    def write_paste(self, stop: str) -> str:
        """Return the text for the platform (E13), where that is the way."""
        if stop != "nobody_to_write_to" or self._aside_steps()[0].step != "paste":
            return ""
        return self._aside(PASTE, self.candidacy.people_with(*_CALLABLE)[:1])

    def _aside(self, name: str, readers: Sequence[Person]) -> str:
        return write_aside(
            name,
            self.candidacy,
            wish=self.wish,
            me=self.me,
            now=self.now,
            readers=readers,
            templates=self.templates,
        )

    # --- looking things up ---

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
        leads = [p for p in self.readers if p.part in _CALLABLE]
        leads += [p for p in self.candidacy.people_with(*_CALLABLE) if not p.has_left]
        with_number = next((p for p in leads if p.phone), None)
        if leads and leads[0].part is Part.HIRING_MANAGER:
            return leads[0]
        return with_number or next(iter(leads), None)

    def _stands_in_letter(self, person: Person) -> bool:
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

    def _newest_with(self, person: Person) -> Message | None:
        """Return the newest message of that person's own; None where they never wrote."""
        own = [
            m
            for thread in self.candidacy.threads
            for m in thread.messages
            if not m.is_draft and not m.is_reaction and _is_from(person, m)
        ]
        return max(own, key=lambda m: m.date, default=None)

    def _message_of(self, interview: Interview) -> Message | None:
        for thread in self.candidacy.threads:
            for message in thread.messages:
                if message.message_id and message.message_id == interview.message_id:
                    return message
        return None

    def _has_invitation(self) -> bool:
        """Tell whether an invitation stands that somebody of the hiring side sent."""
        interview = self.interview
        if interview is None or not interview.calendar or interview.organizer is None:
            return False
        return not self.me.is_me(interview.organizer)


_WRITING = {
    Kind.WITHDRAW: ("write", "You write by mail, so the answer belongs in the same thread", "E9"),
    Kind.DECLINE_OFFER: (
        "write",
        "The offer is declined in writing, exactly and with an apology for the trouble",
        "E22",
    ),
    Kind.CONFIRMATION: ("confirm", "A call is confirmed in writing the same day", "E15"),
    Kind.RESCHEDULE: ("write", "You only can't make the date: offer others", "E2"),
    Kind.CANCEL: ("write", "Only this interview is cancelled, not the process", "E2"),
    Kind.CLARIFY: ("write", "One short talk may clear the doubt before you decide", "E1"),
    Kind.RECRUITER_NOTE: ("tell-recruiter", "Who brought you in hears it first", "E4"),
    Kind.REFERRER_THANKS: ("thank-referrer", "Who recommended you is thanked privately", "E7"),
    Kind.FOLLOW_UP: ("write", "No answer came yet: a gentle line in the same thread", "E30"),
    Kind.FEEDBACK: ("write", "They asked: observations, and nothing else", "E34"),
    Kind.CORRECTION: ("write", "Apologize once, explain briefly, start afresh", "E36"),
}


def _takes_part(person: Person, message: Message) -> bool:
    listed = (message.sender, *message.recipients)
    known = {a.casefold() for a in (person.address, *person.addresses)}
    return any(a.folded in known for a in listed)


def _is_from(person: Person, message: Message) -> bool:
    return message.sender.folded in {a.casefold() for a in (person.address, *person.addresses)}
