"""Adopt-or-create: files a letter as a draft so that a second run never makes a second one.

Keyed by (withdrawal, kind of letter); one draft per thread at a time (G5, G65, G66). Each outward
act stands in the journal before it is done. What the user edited is never touched, what a crash
left behind is found by looking, never by doing it again.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from mailer.earlier import EarlierLetters, already_sent, edited
from mailer.errors import MailerError, OutcomeUnknownError, ProviderUnavailableError
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.locating import Whereabouts, locate
from mailer.model import Draft, DraftRef
from mailer.papers import Paper, check_stored, says_the_same


@dataclass(frozen=True, slots=True)
class Filed:
    """What the mailbox now holds."""

    draft: Draft
    record: LetterRecord
    is_adopted: bool
    """An earlier run's draft already says the same; nothing was changed."""
    notes: tuple[str, ...] = ()
    """What was settled on the way, or is left to do: sentences for the user."""


class FilingCabinet(EarlierLetters):
    """Files letters of one account."""

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
                raise edited(withdrawal, draft)
        if not records:
            self._stop_at_own_drafts(withdrawal.id, paper)

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
            raise edited(withdrawal, draft)
        if record.kind == paper.kind and says_the_same(paper.reply, draft):
            return Filed(draft, record, is_adopted=True, notes=notes)
        filed = self._replace(withdrawal, record, draft, paper)
        return dataclasses.replace(filed, notes=(*notes, *filed.notes))

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
                raise edited(withdrawal, yielded.draft)
            record = self._note_drafted(record, draft)
        except ProviderUnavailableError as error:
            raise _stored_unnoted(error) from error
        check_stored(paper.reply, draft)
        notes = (yielded.note,) if yielded and yielded.note else ()
        return Filed(draft, record, is_adopted=False, notes=notes)


def _stored_unnoted(error: ProviderUnavailableError) -> ProviderUnavailableError:
    """Make the error for a draft that the journal could not note any more."""
    return ProviderUnavailableError(
        f"The draft lies in your mailbox, but that could not be noted. {error.message}",
        hint=f"{error.hint} It finds that draft and makes no second one.",
        stored=True,
    )
