"""How a thread begins: the first mail that somebody wrote, or that a machine sent."""

from __future__ import annotations

from dataclasses import dataclass

from mailer.reading.answers import AnswerKind
from mailer.reading.kept import cached_property
from mailer.reading.notices import Notice
from mailer.reading.openings import FirstMail, begins, odds_of_beginning
from mailer.reading.posts import PostedTalk
from mailer.reading.quotes import split_quote
from mailer.subjects import is_reply_subject


@dataclass
class BegunTalk(PostedTalk):
    """A thread that knows how it begins."""

    @cached_property
    def opening(self) -> float:
        """The log-odds that it begins a process and does not go on with one, by its first mail's words."""
        return self._beginning[0]

    @cached_property
    def of_process(self) -> float:
        """The log-odds that its first mail is of a process at all."""
        return self._beginning[1]

    @cached_property
    def _beginning(self) -> tuple[float, float]:
        return odds_of_beginning(begins(self.first_mail)) if self.first_mail else (0.0, 0.0)

    @cached_property
    def first_mail(self) -> FirstMail | None:
        """The first mail that somebody wrote; None where nobody did."""
        if not self.by_people:
            return None
        first, begun = self.by_people[0], self.messages[0]
        return FirstMail(
            subject=first.subject,
            text=split_quote(first.text or first.snippet).own,
            writers=tuple(dict.fromkeys(m.sender.name for m in self.by_people)),
            user=self.me.name,
            is_begun_by_user=self.kinds[begun.key] is AnswerKind.OWN,
            is_begun_by_reply=is_reply_subject(begun.subject),
            is_answer=bool(begun.in_reply_to),
        )

    @cached_property
    def notice(self) -> Notice | None:
        """The first mail, where machines alone wrote and it is one of theirs."""
        first = self.messages[0]
        if self.by_people or self.kinds[first.key] is AnswerKind.OWN:
            return None
        return Notice(
            subject=first.subject,
            text=split_quote(first.text or first.snippet).own,
            sender=first.sender.folded,
            name=first.sender.name,
            user=self.me.name,
            is_bulk=bool(first.header("List-Unsubscribe") or first.header("List-Id")),
            has_calendar=bool(first.calendars),
        )
