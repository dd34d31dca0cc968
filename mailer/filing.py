"""Adopt-or-create: files a letter as a draft so that a second run never makes a second one.

Keyed by (withdrawal, kind of letter); one draft per thread at a time (G5, G65, G66). Each outward
act stands in the journal before it is done. What the user edited is never touched, what a crash
left behind is found by looking, never by doing it again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mailer.errors import (
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RuleStopError,
    UnsupportedFeatureError,
)
from mailer.journal import Journal
from mailer.journal_letters import OPEN_STATES, LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.locating import Located, Whereabouts, locate, own_text
from mailer.model import Draft, DraftRef, Kind, Me, Message, Reply, Thread, same_address
from mailer.provider import Capability, Provider
from mailer.yielding import Yielding

SAME_THREAD_KINDS = frozenset(
    {
        Kind.WITHDRAW,
        Kind.DECLINE_OFFER,
        Kind.CONFIRMATION,
        Kind.RESCHEDULE,
        Kind.CANCEL,
        Kind.CLARIFY,
        Kind.FOLLOW_UP,
        Kind.FEEDBACK,
        Kind.CORRECTION,
    }
)
"""Letters to the hiring side: a new one takes the place of an unedited draft of another."""


ONCE_KINDS = frozenset(
    {Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.RECRUITER_NOTE, Kind.REFERRER_THANKS}
)
"""Letters that nobody writes twice in one process, unless asked for with `--anyway`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished letter on its way into the mailbox."""

    kind: Kind
    reply: Reply
    thread: Thread
    """The thread as it was just read, drafts included."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the journal keeps of it besides its text."""
    allow_second: bool = False
    """`--new`: although a draft of the user's own is in the thread."""
    is_again: bool = False
    """`--anyway`: although such a letter left already."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What the mailbox now holds."""

    draft: Draft
    record: LetterRecord
    is_adopted: bool
    """An earlier run's draft already says the same; nothing was changed."""
    notes: tuple[str, ...] = ()
    """What was settled on the way, or is left to do: sentences for the user."""


@dataclass
class FilingCabinet:
    """Files letters of one account."""

    provider: Provider
    journal: Journal
    me: Me
    clock: Callable[[], datetime]

    def file(self, withdrawal: Withdrawal, paper: Paper) -> Filed:
        """File the letter: adopt what is there, replace what is ours and unedited, or create.

        Raises:
            RuleStopError: `edited`, `own_draft` or `ended` (already sent); nothing was changed.
            OutcomeUnknownError: an earlier send, or this very save, has an unknown outcome.
        """
        notes = self._settle_yielding(withdrawal.id)
        self._stop_at_sent(withdrawal, paper)
        for record in self._open_letters(withdrawal, paper):
            filed = self._settle(withdrawal, record, paper)
            if filed is not None:
                return dataclasses.replace(filed, notes=(*notes, *filed.notes))
        self._stop_at_own_drafts(withdrawal.id, paper)
        return dataclasses.replace(self._create(withdrawal, paper), notes=notes)

    def look(self, withdrawal: Withdrawal | None, paper: Paper) -> None:
        """Raise what `file` would stop at; nothing is changed, here or in the mailbox.

        Raises:
            RuleStopError, OutcomeUnknownError: as `file` does.
        """
        if withdrawal is None:
            self._stop_at_own_drafts("", paper)
            return
        self._stop_at_sent(withdrawal, paper)
        records = self._open_letters(withdrawal, paper)
        for record in records:
            self._stop_at_unknown(withdrawal, record)
            draft = locate(self.provider, record, self.me).draft
            is_left_over = record.state is LetterState.SAVING
            if draft and draft.fingerprint != record.fingerprint and not is_left_over:
                raise _edited(withdrawal, draft)
        if not records:
            self._stop_at_own_drafts(withdrawal.id, paper)

    # --- what is there already ---

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

    def _settle(self, withdrawal: Withdrawal, record: LetterRecord, paper: Paper) -> Filed | None:
        """Deal with an earlier letter; None where it is out of the way."""
        self._stop_at_unknown(withdrawal, record)
        located = locate(self.provider, record, self.me)
        if located.where is Whereabouts.GONE:
            self._forget(record)
            return None
        if located.where is Whereabouts.SENT:
            raise already_sent(self._note_sent(record, located))
        draft = located.draft
        assert draft is not None
        if record.state is LetterState.SAVING:
            record = self._take_up(record, draft)
            notes = self._settle_yielding(withdrawal.id)
            older = self._reopened(record)
            if older is not None:
                return self._settle(withdrawal, older, paper)
        else:
            notes = ()
        if draft.fingerprint != record.fingerprint:
            raise _edited(withdrawal, draft)
        if record.kind == paper.kind and says_the_same(paper.reply, draft):
            return Filed(draft, record, is_adopted=True, notes=notes)
        filed = self._replace(withdrawal, record, draft, paper)
        return dataclasses.replace(filed, notes=(*notes, *filed.notes))

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
        if _is_bare(record, draft):
            return dataclasses.replace(record, ref=draft.ref, fingerprint=draft.fingerprint)
        is_ours = bool(record.fingerprint) and draft.fingerprint == record.fingerprint
        is_ours = is_ours or _is_whole(record, draft)
        return self._note_drafted(record, draft, is_edited=not is_ours)

    def take_up(self, record: LetterRecord, draft: Draft) -> LetterRecord | None:
        """Note as drafted what a cut run did file; None where it is not what it meant to file.

        What the user put below it since is an edit like any other.
        """
        meant = _squeezed(record.text)
        if not (meant and _has_recipients(record, draft) and _own(record, draft).startswith(meant)):
            return None
        noted = self._note_drafted(record, draft, is_edited=not _is_whole(record, draft))
        self._settle_yielding(record.withdrawal)
        return noted if self._reopened(noted) is None else None

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

    # --- outward acts ---

    def _create(self, withdrawal: Withdrawal, paper: Paper) -> Filed:
        record = self._begin(withdrawal, paper, DraftRef(key=""))
        return self._save(withdrawal, record, paper, old=None)

    def _replace(
        self, withdrawal: Withdrawal, old: LetterRecord, draft: Draft, paper: Paper
    ) -> Filed:
        if old.ref.thread_key and old.ref.thread_key != paper.reply.thread_key:
            return self._move(withdrawal, old, draft, paper)
        record = self._begin(withdrawal, paper, draft.ref, old=old, fingerprint=draft.fingerprint)
        older = dataclasses.replace(self.journal.letter(old.id), ref=draft.ref)
        return self._save(withdrawal, record, paper, old=older)

    def _move(self, withdrawal: Withdrawal, old: LetterRecord, draft: Draft, paper: Paper) -> Filed:
        """Take an unedited draft out of one thread and file the new one in another."""
        self._stop_at_own_drafts(withdrawal.id, paper)
        self.delete(old, draft.ref)
        return self._create(withdrawal, paper)

    def delete(self, record: LetterRecord, ref: DraftRef) -> None:
        """Delete a draft of that version, written down before and after."""
        act = self.journal.begin_act(
            record.withdrawal, "delete_draft", now=self.clock(), letter=record.id
        )
        self.provider.delete_draft(ref)
        self.journal.end_act(act, "deleted", now=self.clock())
        self.journal.update_letter(record.id, now=self.clock(), state=LetterState.DISCARDED)

    def _begin(
        self,
        withdrawal: Withdrawal,
        paper: Paper,
        ref: DraftRef,
        *,
        old: LetterRecord | None = None,
        fingerprint: str = "",
    ) -> LetterRecord:
        """Write down the intent; with `old` its draft is taken over in the same breath."""
        reply = paper.reply
        return self.journal.begin_letter(
            withdrawal.id,
            kind=paper.kind,
            ref=DraftRef(
                key=ref.key,
                version=ref.version,
                message_id=reply.message_id,
                thread_key=reply.thread_key,
            ),
            parent_message_id=reply.in_reply_to,
            text=reply.text,
            html=reply.html,
            facts=paper.facts,
            now=self.clock(),
            fingerprint=fingerprint,
            supersedes=old.id if old else None,
        )

    def _save(
        self,
        withdrawal: Withdrawal,
        record: LetterRecord,
        paper: Paper,
        *,
        old: LetterRecord | None,
    ) -> Filed:
        act = self.journal.begin_act(
            withdrawal.id, "save_reply", now=self.clock(), letter=record.id
        )
        try:
            draft = self.provider.save_reply(paper.reply, replacing=old.ref if old else None)
        except OutcomeUnknownError:
            self.journal.end_act(act, "unknown", now=self.clock())
            raise
        except MailerError as error:
            self.journal.end_act(act, f"not stored: {error.code}", now=self.clock())
            if old is None:
                self.journal.delete_letter(record.id)
            raise
        try:
            self.journal.end_act(act, "stored", now=self.clock())
            yielded = self._yielding.finish(old, record, draft) if old else None
            if yielded and yielded.draft is not None:
                raise _edited(withdrawal, yielded.draft)
            record = self._note_drafted(record, draft)
        except ProviderUnavailableError as error:
            raise _stored_unnoted(error) from error
        _check_stored(paper.reply, draft)
        notes = (yielded.note,) if yielded and yielded.note else ()
        return Filed(draft, record, is_adopted=False, notes=notes)

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


def says_the_same(reply: Reply, draft: Draft) -> bool:
    """Tell whether a stored draft already is what the reply would make of it."""
    return not differences(reply, draft) and draft.text.replace("\r\n", "\n").lstrip().startswith(
        reply.text.strip()
    )


def differences(reply: Reply, draft: Draft) -> list[str]:
    """Name the header fields in which the stored draft differs from what was meant."""
    pairs = {
        "From": ([reply.sender.address], [draft.sender.address]),
        "To": (_bare(reply.to), _bare(draft.to)),
        "Cc": (_bare(reply.cc), _bare(draft.cc)),
        "Bcc": (_bare(reply.bcc), _bare(draft.bcc)),
        "In-Reply-To": ([reply.in_reply_to], [draft.in_reply_to]),
        "thread": ([reply.thread_key], [draft.thread_key]),
    }
    return [name for name, (meant, stored) in pairs.items() if not _same(meant, stored)]


def _check_stored(reply: Reply, draft: Draft) -> None:
    """Refuse to claim success where the mailbox holds something else than was meant (G28)."""
    wrong = differences(reply, draft)
    if wrong:
        raise MailerError(
            f"The draft was stored, but its {', '.join(wrong)} came back different from what was "
            "asked. Nothing was sent.",
            hint="Look at it with `bowout show`; `bowout discard` takes it away again.",
            stored=True,
        )


def _stored_unnoted(error: ProviderUnavailableError) -> ProviderUnavailableError:
    """Make the error for a draft that the journal could not note any more."""
    return ProviderUnavailableError(
        f"The draft lies in your mailbox, but that could not be noted. {error.message}",
        hint=f"{error.hint} It finds that draft and makes no second one.",
        stored=True,
    )


def _bare(addresses: Sequence[Any]) -> list[str]:
    return sorted(a.address for a in addresses)


def _same(meant: Sequence[str], stored: Sequence[str]) -> bool:
    return len(meant) == len(stored) and all(
        same_address(one, other) for one, other in zip(meant, stored, strict=True)
    )


def _is_bare(record: LetterRecord, draft: Draft) -> bool:
    """Tell whether nobody wrote anything into a draft yet."""
    return not _own(record, draft) and not draft.attachments


def _is_whole(record: LetterRecord, draft: Draft) -> bool:
    """Tell whether a draft is what the run meant to file, and not a word more."""
    says_it = _own(record, draft) == _squeezed(record.text)
    return says_it and _has_recipients(record, draft) and not draft.attachments


def _has_recipients(record: LetterRecord, draft: Draft) -> bool:
    pairs = ((record.facts.get("to", []), draft.to), (record.facts.get("cc", []), draft.cc))
    return not draft.bcc and all(_same(sorted(meant), _bare(stands)) for meant, stands in pairs)


def _own(record: LetterRecord, draft: Draft) -> str:
    return _squeezed(own_text(draft, str(record.facts.get("signature", ""))))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


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


def _edited(withdrawal: Withdrawal, draft: Draft) -> RuleStopError:
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
