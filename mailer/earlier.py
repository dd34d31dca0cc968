"""Letters that an earlier run filed, or meant to: taken up, taken note of, or in the way.

What a crash left behind is found by looking, never by doing it again; what the user edited is never
touched.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailer.errors import OutcomeUnknownError, RuleStopError, UnsupportedFeatureError
from mailer.journal import Journal
from mailer.journal_letters import OPEN_STATES, LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.locating import Located
from mailer.model import Draft, DraftRef, Kind, Me, Message
from mailer.papers import (
    ONCE_KINDS,
    SAME_THREAD_KINDS,
    Paper,
    begins_as_meant,
    is_bare,
    is_whole,
)
from mailer.provider import Capability, Provider
from mailer.yielding import Yielding


@dataclass
class EarlierLetters:
    """The letters of one account that are there already."""

    provider: Provider
    journal: Journal
    me: Me
    clock: Callable[[], datetime]

    def take_up(self, record: LetterRecord, draft: Draft) -> LetterRecord | None:
        """Note as drafted what a cut run did file; None where it is not what it meant to file.

        What the user put below it since is an edit like any other.
        """
        if not begins_as_meant(record, draft):
            return None
        noted = self._note_drafted(record, draft, is_edited=not is_whole(record, draft))
        self._settle_yielding(record.withdrawal)
        return noted if self._reopened(noted) is None else None

    def delete(self, record: LetterRecord, ref: DraftRef) -> None:
        """Delete a draft of that version, written down before and after."""
        act = self.journal.begin_act(
            record.withdrawal, "delete_draft", now=self.clock(), letter=record.id
        )
        self.provider.delete_draft(ref)
        self.journal.end_act(act, "deleted", now=self.clock())
        self.journal.update_letter(record.id, now=self.clock(), state=LetterState.DISCARDED)

    # --- for filing ---

    def _stop_at_sent(self, withdrawal: Withdrawal, paper: Paper) -> None:
        """Stop where such a letter left: the journal knows it before Sent shows it."""
        for record in self.journal.list_letters(withdrawal.id, paper.kind):
            is_sent = record.state is LetterState.SENT
            if is_sent and paper.kind in ONCE_KINDS and not paper.is_again:
                raise already_sent(record)

    def _open_letters(self, withdrawal: Withdrawal, paper: Paper) -> Sequence[LetterRecord]:
        """Return the open letters that this one takes the place of."""
        return [
            record
            for record in self.journal.list_letters(withdrawal.id)
            if record.state in OPEN_STATES
            and (record.kind == paper.kind or {record.kind, paper.kind} <= SAME_THREAD_KINDS)
        ]

    def _stop_at_unknown(self, withdrawal: Withdrawal, record: LetterRecord) -> None:
        if record.state in (LetterState.SENDING, LetterState.UNKNOWN):
            raise OutcomeUnknownError(
                "An earlier send of this letter has no known outcome. Nothing was stored now.",
                hint=f"Run `bowout status {withdrawal.id}` first; it looks in Sent.",
            )

    def _take_up(self, record: LetterRecord, draft: Draft) -> LetterRecord:
        """Note as drafted what a cut run left: what it meant, or else the user's.

        What holds nothing yet (G51) is to be filled, and never noted as a letter: neither `send`
        nor the user's own sending of it would be one.
        """
        if is_bare(record, draft):
            return dataclasses.replace(record, ref=draft.ref, fingerprint=draft.fingerprint)
        is_ours = bool(record.fingerprint) and draft.fingerprint == record.fingerprint
        is_ours = is_ours or is_whole(record, draft)
        return self._note_drafted(record, draft, is_edited=not is_ours)

    def _settle_yielding(self, withdrawal: str) -> tuple[str, ...]:
        """Leave one draft where a replacement left two; a third one is never made."""
        settled = self._yielding.settle_all(withdrawal)
        for one in settled:
            if one.error is not None:
                raise one.error
        return tuple(one.note for one in settled if one.note)

    def _reopened(self, newer: LetterRecord) -> LetterRecord | None:
        """Return the older letter that stands again in the place of a newer one."""
        if self.journal.letter(newer.id).state is not LetterState.DISCARDED:
            return None
        letters = self.journal.list_letters(newer.withdrawal)
        return next((r for r in letters if r.facts.get("yields_to") == newer.id), None)

    @property
    def _yielding(self) -> Yielding:
        return Yielding(self.provider, self.journal, self.me, self.clock)

    def _stop_at_own_drafts(self, withdrawal: str, paper: Paper) -> None:
        """Stop at a draft of the user's own, or of ours where a thread holds only one (G5)."""
        there = [m for m in paper.thread.messages if m.is_draft]
        known = self.journal.list_letters(withdrawal) if withdrawal else ()
        ours = [r for r in known if r.state in (*OPEN_STATES, LetterState.YIELDING)]
        own = [m for m in there if not any(_is_draft_of(r, m) for r in ours)]
        if len(own) < len(there) and not self._can_hold_two:
            raise _one_at_a_time(self.provider.title, paper.kind)
        if not own:
            return
        if not paper.allow_second:
            raise _own_draft(own[-1], can_hold_two=self._can_hold_two)
        if not self._can_hold_two:
            raise UnsupportedFeatureError(
                f"{self.provider.title} can't hold two drafts in one thread: the older one could "
                "not be opened any more (G5). Nothing was stored.",
                hint="Send or delete your own draft there first.",
            )

    @property
    def _can_hold_two(self) -> bool:
        return Capability.SEVERAL_DRAFTS in self.provider.capabilities

    def _note_drafted(
        self, record: LetterRecord, draft: Draft, *, is_edited: bool = False
    ) -> LetterRecord:
        """Write down what lies in the mailbox; without a fingerprint it counts as edited.

        So does what the user wrote before it was filed (`--edit`): the next run leaves it alone.
        """
        is_edited = is_edited or bool(record.facts.get("by_hand"))
        return self.journal.update_letter(
            record.id,
            now=self.clock(),
            ref=draft.ref,
            state=LetterState.DRAFTED,
            fingerprint="" if is_edited else draft.fingerprint,
            approved="",
        )

    def _note_sent(self, record: LetterRecord, located: Located) -> LetterRecord:
        assert located.sent is not None
        return self.journal.update_letter(
            record.id,
            now=self.clock(),
            state=LetterState.SENT,
            sent_at=located.sent.date,
            sent_message_id=located.sent.message_id,
            facts={**record.facts, "sent_by_hand": True},
        )

    def _forget(self, record: LetterRecord) -> None:
        if record.state is LetterState.SAVING and not record.fingerprint:
            self.journal.delete_letter(record.id)
        else:
            self.journal.update_letter(record.id, now=self.clock(), state=LetterState.GONE)


def already_sent(record: LetterRecord) -> RuleStopError:
    """Make the error for a letter that left, through bowout or by hand."""
    day = (record.sent_at or record.updated_at).strftime("%Y-%m-%d %H:%M")
    where = " from the mailbox" if record.facts.get("sent_by_hand") else ""
    return RuleStopError(
        "ended",
        f"You sent the {record.kind.value} letter on {day}{where}. Nothing was stored.",
        hint=f"`bowout status {record.withdrawal}` shows the whole history; `--anyway` writes "
        "another one.",
    )


def edited(withdrawal: Withdrawal, draft: Draft) -> RuleStopError:
    """Make the error for a draft that the user edited."""
    return RuleStopError(
        "edited",
        "You edited this draft; it was left as it is. Nothing was stored.",
        hint=f"`bowout show {withdrawal.id}` shows it, `bowout send {withdrawal.id}` sends it, "
        f"`bowout discard {withdrawal.id} --fingerprint {draft.fingerprint}` deletes it.",
        details={"fingerprint": draft.fingerprint, "draft_key": draft.key},
    )


def _own_draft(message: Message, *, can_hold_two: bool) -> RuleStopError:
    when = message.date.strftime("%Y-%m-%d %H:%M")
    either = ", or run again with --new to put a second one beside it" if can_hold_two else ""
    return RuleStopError(
        "own_draft",
        f"A draft of your own from {when} lies in that thread. Nothing was stored.",
        hint=f"Send it or delete it in your mail program{either}.",
    )


def _is_draft_of(record: LetterRecord, message: Message) -> bool:
    """Tell whether a draft that reading showed is the one that the journal knows."""
    ref = record.ref
    return message.key == ref.key or (bool(ref.message_id) and message.message_id == ref.message_id)


def _one_at_a_time(title: str, kind: Kind) -> RuleStopError:
    return RuleStopError(
        "own_draft",
        f"Another letter of this process lies as a draft in that thread, and {title} opens only "
        f"one. The {kind.value} letter was not stored.",
        hint="Send the other one first, then run this again.",
    )
