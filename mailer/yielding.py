"""What becomes of a draft that gives way to a newer letter where a service can't change a draft.

There the newer draft is filed beside the older one, which is deleted after. An error in between
leaves both; the next command on the process settles it here: one draft stands, what the user
edited is never deleted, and what left by hand is taken note of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from mailer.errors import DraftNotFoundError, MailerError, RuleStopError
from mailer.journal import Journal
from mailer.journal_letters import LetterRecord, LetterState
from mailer.locating import find_draft, find_sent, is_the_letter
from mailer.model import Draft, DraftRef, Me, Message
from mailer.provider import Provider

_STANDING = (LetterState.DRAFTED, LetterState.APPROVED)
_UNDER_WAY = (LetterState.SAVING, LetterState.SENDING, LetterState.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Yielded:
    """What became of the older letter."""

    record: LetterRecord
    """Still `yielding` where two drafts stand."""
    note: str = ""
    """What stands now, for the user; empty where that is what was meant all along."""
    error: MailerError | None = None
    """Why two drafts stand; None where one does."""
    draft: Draft | None = None
    """The older draft, where it stays."""
    left: LetterRecord | None = None
    """Which of the two the user sent by hand."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both letters with their drafts as they stand now; None: there is no such draft."""

    older: LetterRecord
    newer: LetterRecord
    old: Draft | None
    new: Draft | None

    @property
    def is_old_edited(self) -> bool:
        return self.old is not None and self.old.fingerprint != self.older.fingerprint

    @property
    def is_new_edited(self) -> bool:
        return self.new is not None and self.new.fingerprint != self.newer.fingerprint


@dataclass(frozen=True, slots=True)
class Yielding:
    """Settles which of two drafts of one letter stands; the caller holds the lock."""

    provider: Provider
    journal: Journal
    me: Me
    clock: Callable[[], datetime]

    def settle_all(self, withdrawal: str) -> list[Yielded]:
        """Settle every letter of a withdrawal that yields to a finished one."""
        return [
            self.settle(record)
            for record in self.journal.list_letters(withdrawal)
            if record.state is LetterState.YIELDING and not self._is_under_way(record)
        ]

    def finish(self, older: LetterRecord, newer: LetterRecord, stored: Draft) -> Yielded:
        """End a replacement whose newer draft was just stored; the service did so, as a rule."""
        if stored.key == older.ref.key:
            return self._end(older, LetterState.REPLACED)
        is_by_hand = bool(newer.facts.get("by_hand"))
        newer = replace(newer, fingerprint="" if is_by_hand else stored.fingerprint)
        try:
            old = self.provider.fetch_draft(
                DraftRef(key=older.ref.key, message_id=older.ref.message_id)
            )
        except DraftNotFoundError:
            return self._end(older, LetterState.REPLACED)
        except MailerError as error:
            return _both_stand(older, error)
        return self._choose(_Pair(older, newer, None if old.key == stored.key else old, stored))

    def settle(self, older: LetterRecord) -> Yielded:
        """Leave one draft of two; where that fails both stand, and the note says so."""
        newer = self.journal.letter(int(older.facts["yields_to"]))
        try:
            pair = self._look(older, newer)
            if pair.new is not None and pair.new.key == older.ref.key:
                return self._end(older, LetterState.REPLACED)  # the service changed it in place
            if newer.state not in _STANDING:
                return self._clear_behind(pair)
            if pair.old is None or pair.new is None:
                return self._settle_missing(pair)
        except MailerError as error:
            return _both_stand(older, error)
        return self._choose(pair)

    def _is_under_way(self, older: LetterRecord) -> bool:
        return self.journal.letter(int(older.facts["yields_to"])).state in _UNDER_WAY

    def _look(self, older: LetterRecord, newer: LetterRecord) -> _Pair:
        new = find_draft(self.provider, newer, self.me, but={older.ref.message_id})
        known = {newer.ref.message_id, new.message_id if new else ""}
        old = find_draft(self.provider, older, self.me, but=known)
        if old is not None and new is not None and old.key == new.key:
            old = None  # both names lead to the newer one
        return _Pair(older, newer, old, new)

    # --- both, one, or none ---

    def _choose(self, pair: _Pair) -> Yielded:
        """Of two drafts the one that the user edited stands, else the newer one."""
        older, newer = pair.older, pair.newer
        if pair.old is None:
            return self._end(older, LetterState.REPLACED)
        if pair.is_old_edited and pair.is_new_edited:
            error = RuleStopError(
                "edited",
                f"Two drafts of the {older.kind.value} letter lie in Drafts, and you edited both.",
                hint="Delete the one that you don't want, then run this again.",
                stored=True,
            )
            return Yielded(record=older, note=error.message, error=error)
        is_old_to_go = not pair.is_old_edited
        going = pair.old if is_old_to_go else pair.new
        assert going is not None
        if failed := self._delete(older if is_old_to_go else newer, going):
            return _both_stand(older, failed)
        if is_old_to_go:
            return self._end(older, LetterState.REPLACED, f"The older draft of the "
                f"{older.kind.value} letter was deleted; the newer one stands.")  # fmt: skip
        ended = self.journal.end_yielding(
            older.id, LetterState.DRAFTED, now=self.clock(),
            newer=(newer.id, LetterState.DISCARDED),
        )  # fmt: skip
        note = (
            f"You edited the older of two drafts of the {older.kind.value} letter, so it stands; "
            "the newer one, in which you had changed nothing, was deleted."
        )
        return Yielded(record=ended, note=note, draft=pair.old)

    def _settle_missing(self, pair: _Pair) -> Yielded:
        """Settle where one of the two is not there any more, or neither."""
        older, newer = pair.older, pair.newer
        if pair.new is None and pair.old is None:
            return self._end(older, LetterState.REPLACED)  # the newer one is looked for as ever
        missing = older if pair.old is None else newer
        sent = self._sent(missing)
        if sent is not None:
            return self._note_sent(pair, missing, sent)
        if pair.old is None:
            return self._end(older, LetterState.REPLACED)
        ended = self.journal.end_yielding(
            older.id, LetterState.DRAFTED, now=self.clock(), newer=(newer.id, LetterState.GONE)
        )
        note = (
            f"The newer of two drafts of the {older.kind.value} letter is gone; the older one "
            "stands."
        )
        return Yielded(record=ended, note=note, draft=pair.old)

    def _note_sent(self, pair: _Pair, left: LetterRecord, sent: Message) -> Yielded:
        """Note that the user sent one of two; the other one goes, unless it was edited."""
        older, newer = pair.older, pair.newer
        stands, other = (pair.new, newer) if left is older else (pair.old, older)
        assert stands is not None
        is_kept = stands.fingerprint != other.fingerprint
        if not is_kept and (error := self._delete(other, stands)):
            return _both_stand(older, error)
        noted = self._write_sent(left, sent)
        if left is older:
            if not is_kept:
                self.journal.update_letter(
                    newer.id, now=self.clock(), state=LetterState.DISCARDED, before=_STANDING
                )
            ended = self.journal.letter(older.id)
        else:
            ended = self.journal.end_yielding(older.id, LetterState.REPLACED, now=self.clock())
        fate = "still lies in Drafts, because you edited it" if is_kept else "was deleted"
        when = sent.date.astimezone(self.clock().tzinfo)
        note = (
            f"You sent one of two drafts of the {left.kind.value} letter on "
            f"{when:%Y-%m-%d %H:%M}; the other one {fate}."
        )
        return Yielded(record=ended, note=note, left=noted)

    def _clear_behind(self, pair: _Pair) -> Yielded:
        """Delete the older draft of a letter that left, was discarded or is gone by now."""
        older = pair.older
        if pair.old is None:
            return self._end(older, LetterState.REPLACED)
        has_left = pair.newer.state is LetterState.SENT
        if pair.newer.state is LetterState.GONE or pair.is_old_edited:
            note = f"An older draft of the {older.kind.value} letter still lies in Drafts."
            end = LetterState.REPLACED if has_left else LetterState.DRAFTED
            return replace(self._end(older, end, note), draft=pair.old)
        if error := self._delete(older, pair.old):
            return _both_stand(older, error)
        return self._end(older, LetterState.REPLACED)

    # --- acts ---

    def _sent(self, letter: LetterRecord) -> Message | None:
        sent = find_sent(self.provider, letter, self.me)
        return sent if sent is not None and is_the_letter(letter, sent) else None

    def _write_sent(self, letter: LetterRecord, sent: Message) -> LetterRecord:
        self.journal.update_withdrawal(letter.withdrawal, message_ids=[sent.message_id])
        return self.journal.update_letter(
            letter.id,
            now=self.clock(),
            state=LetterState.SENT,
            sent_at=sent.date,
            sent_message_id=sent.message_id,
            facts={**letter.facts, "sent_by_hand": True},
        )

    def _delete(self, letter: LetterRecord, draft: Draft) -> MailerError | None:
        """Delete that version of a draft; returns what kept it from going."""
        act = self.journal.begin_act(
            letter.withdrawal, "delete_replaced", now=self.clock(), letter=letter.id
        )
        failed: MailerError | None = None
        outcome = "deleted"
        try:
            self.provider.delete_draft(draft.ref)
        except DraftNotFoundError:
            outcome = "gone already"
        except MailerError as error:
            failed, outcome = error, f"left alone: {error.code}"
        self.journal.end_act(act, outcome, now=self.clock())
        return failed

    def _end(self, older: LetterRecord, state: LetterState, note: str = "") -> Yielded:
        ended = self.journal.end_yielding(older.id, state, now=self.clock())
        return Yielded(record=ended, note=note)


def _both_stand(older: LetterRecord, error: MailerError) -> Yielded:
    """Say that the older draft is not gone yet; the error is of a deletion or of a look."""
    note = (
        f"Two drafts of the {older.kind.value} letter may lie in Drafts: the older one could not "
        "be deleted yet."
    )
    error.qualify(note)
    error.hint = (
        f"Run `bowout status {older.withdrawal}` later: it leaves one of them, and deletes none "
        "that you edited. Or delete the older one in your mail program."
    )
    return Yielded(record=older, note=note, error=error)
