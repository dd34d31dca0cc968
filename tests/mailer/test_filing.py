from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from exploring.desk import AppendingProvider

from mailer.errors import (
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RuleStopError,
    UnsupportedFeatureError,
)
from mailer.filing import FilingCabinet
from mailer.journal import Journal
from mailer.journal_letters import LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Address, DraftRef, Kind, Me, Message, Reply, SpecialUse
from mailer.papers import Paper
from mailer.provider import Capability
from mailer.testing.builders import make_message, make_reply
from mailer.testing.memory import MemoryProvider

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)


class Kill(BaseException):
    """A kill -9: nothing catches it."""


class Desk:
    """A mailbox with one thread, a journal, and the cabinet between them."""

    def __init__(self, folder: Path) -> None:
        self.now = NOW
        self.provider = MemoryProvider.for_user(
            "sam@rivera.example", name="Sam", now=lambda: self.now
        )
        first = make_message("Shall we talk?", subject="Engineer at Northwind")
        self.parent = make_message("Tuesday at 3?", answers=first)
        self.provider.deliver(first, self.parent)
        self.journal = Journal(folder / "journal.sqlite3")
        self.withdrawal: Withdrawal = self.journal.add_withdrawal(
            account="memory", company="Northwind", role="", now=NOW
        )

    @property
    def cabinet(self) -> FilingCabinet:
        me = Me("Sam Rivera", ("sam@rivera.example",))
        return FilingCabinet(self.provider, self.journal, me, lambda: self.now)

    def reply(
        self, text: str = "Dear Dana,\n\nI withdraw.\n\nSam", parent: Message | None = None
    ) -> Reply:
        parent = parent or self.parent
        key = next(t.key for t in self.provider._threads() if parent.message_id in t.message_ids)
        return make_reply(to=parent, text=text, thread_key=key)

    def paper(
        self,
        text: str = "Dear Dana,\n\nI withdraw.\n\nSam",
        kind: Kind = Kind.WITHDRAW,
        **more: bool,
    ) -> Paper:
        reply = self.reply(text)
        thread = self.provider.read(reply.thread_key)
        facts = {"to": [a.address for a in reply.to], "cc": [a.address for a in reply.cc]}
        return Paper(kind=kind, reply=reply, thread=thread, facts=facts, **more)

    def states(self) -> list[LetterState]:
        return [one.state for one in self.journal.list_letters(self.withdrawal.id)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_letter_becomes_one_draft(desk: Desk) -> None:
    filed = desk.cabinet.file(desk.withdrawal, desk.paper())

    assert not filed.is_adopted
    assert list(desk.provider.drafts) == [filed.draft.key]
    assert filed.record.state is LetterState.DRAFTED
    assert filed.record.fingerprint == filed.draft.fingerprint


def test_G66_a_second_run_changes_nothing(desk: Desk) -> None:
    first = desk.cabinet.file(desk.withdrawal, desk.paper())

    second = desk.cabinet.file(desk.withdrawal, desk.paper())

    assert second.is_adopted
    assert second.draft == first.draft
    assert len(desk.provider.drafts) == 1


def test_an_unedited_draft_is_replaced_by_a_new_text(desk: Desk) -> None:
    desk.cabinet.file(desk.withdrawal, desk.paper())

    filed = desk.cabinet.file(desk.withdrawal, desk.paper("Dear Dana,\n\nAnother text.\n\nSam"))

    assert not filed.is_adopted
    assert len(desk.provider.drafts) == 1
    assert "Another text." in filed.draft.text


def test_G66_an_edited_draft_is_never_touched(desk: Desk) -> None:
    filed = desk.cabinet.file(desk.withdrawal, desk.paper())
    desk.provider.edit_draft(filed.draft.key, "I withdraw", "I must withdraw")

    with pytest.raises(RuleStopError) as caught:
        desk.cabinet.file(desk.withdrawal, desk.paper("Dear Dana,\n\nNew.\n\nSam"))

    assert caught.value.code == "edited"
    (draft,) = desk.provider.drafts.values()
    assert b"I must withdraw" in draft.raw


def test_a_draft_deleted_by_hand_is_made_anew(desk: Desk) -> None:
    desk.cabinet.file(desk.withdrawal, desk.paper())
    desk.provider.drafts.clear()

    filed = desk.cabinet.file(desk.withdrawal, desk.paper())

    assert not filed.is_adopted
    assert desk.states() == [LetterState.GONE, LetterState.DRAFTED]


def test_a_letter_sent_by_hand_is_noticed_and_never_drafted_again(desk: Desk) -> None:
    filed = desk.cabinet.file(desk.withdrawal, desk.paper())
    desk.now += timedelta(hours=1)
    desk.provider.send_draft(filed.draft.ref, note=lambda step: None)

    with pytest.raises(RuleStopError) as caught:
        desk.cabinet.file(desk.withdrawal, desk.paper())

    assert caught.value.code == "ended"
    assert desk.states() == [LetterState.SENT]
    assert not desk.provider.drafts


def test_a_draft_of_the_users_own_stops_it(desk: Desk) -> None:
    desk.provider.deliver(own_draft(desk))

    with pytest.raises(RuleStopError) as caught:
        desk.cabinet.file(desk.withdrawal, desk.paper())

    assert caught.value.code == "own_draft"
    assert not desk.provider.drafts
    assert desk.states() == []


def test_a_second_draft_is_made_only_where_the_service_can_hold_two(desk: Desk) -> None:
    desk.provider.deliver(own_draft(desk))
    desk.provider.capabilities -= {Capability.SEVERAL_DRAFTS}
    with pytest.raises(UnsupportedFeatureError, match="G5"):
        desk.cabinet.file(desk.withdrawal, desk.paper(allow_second=True))

    desk.provider.capabilities |= {Capability.SEVERAL_DRAFTS}
    filed = desk.cabinet.file(desk.withdrawal, desk.paper(allow_second=True))

    assert filed.record.state is LetterState.DRAFTED


def own_draft(desk: Desk) -> Message:
    return make_message(
        "Hi Dana, about Tuesday …",
        sender=Address("Sam", "sam@rivera.example"),
        to=(desk.parent.sender,),
        answers=desk.parent,
        is_draft=True,
        special_use=SpecialUse.DRAFTS,
    )


def test_another_letter_to_the_hiring_side_takes_the_unedited_drafts_place(desk: Desk) -> None:
    desk.cabinet.file(desk.withdrawal, desk.paper())

    filed = desk.cabinet.file(
        desk.withdrawal,
        desk.paper("Dear Dana,\n\nThank you for the call.\n\nSam", Kind.CONFIRMATION),
    )

    assert len(desk.provider.drafts) == 1
    assert filed.record.kind is Kind.CONFIRMATION
    assert desk.states() == [LetterState.REPLACED, LetterState.DRAFTED]


@pytest.mark.parametrize("verb", ["begin_letter", "begin_act", "end_act", "update_letter"])
@pytest.mark.parametrize("is_after", [False, True])
@pytest.mark.parametrize("has_earlier", [False, True])
def test_a_kill_at_any_point_leaves_one_draft_and_the_next_run_settles_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, verb: str, is_after: bool, has_earlier: bool
) -> None:
    if has_earlier:
        desk.cabinet.file(desk.withdrawal, desk.paper("Dear Dana,\n\nThe old text.\n\nSam"))
    kill_at(desk.journal, verb, monkeypatch, is_after=is_after)
    with pytest.raises(Kill):
        desk.cabinet.file(desk.withdrawal, desk.paper())
    monkeypatch.undo()
    assert len(desk.provider.drafts) <= 1

    filed = desk.cabinet.file(desk.withdrawal, desk.paper())

    assert list(desk.provider.drafts) == [filed.draft.key]
    assert "I withdraw." in filed.draft.text
    assert desk.states().count(LetterState.DRAFTED) == 1
    assert LetterState.SAVING not in desk.states()


def kill_at(
    journal: Journal, verb: str, monkeypatch: pytest.MonkeyPatch, *, is_after: bool
) -> None:
    real = getattr(Journal, verb)

    def killed(self: Journal, *args: object, **kwargs: object) -> object:
        if is_after:
            real(self, *args, **kwargs)
        raise Kill

    monkeypatch.setattr(Journal, verb, killed)


def test_a_kill_inside_the_save_leaves_one_draft(desk: Desk) -> None:
    desk.provider.faults.arm("save_reply", Kill(), after=True)
    with pytest.raises(Kill):
        desk.cabinet.file(desk.withdrawal, desk.paper())

    filed = desk.cabinet.file(desk.withdrawal, desk.paper())

    assert filed.is_adopted
    assert len(desk.provider.drafts) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sam\r\n", "Sam\r\n\r\nPS: all the best to the team.\r\n"),
        ("I withdraw.", "I withdraw, with a heavy heart."),
        ("To: Dana", "Cc: rae@agency.example\r\nTo: Dana"),
    ],
    ids=["below the letter", "inside it", "recipients"],
)
def test_what_the_user_adds_to_a_draft_that_a_kill_left_is_never_overwritten(
    desk: Desk, old: str, new: str
) -> None:
    desk.provider.faults.arm("save_reply", Kill(), after=True)
    with pytest.raises(Kill):
        desk.cabinet.file(desk.withdrawal, desk.paper())
    (key,) = desk.provider.drafts
    desk.provider.edit_draft(key, old, new)
    edited = desk.provider.drafts[key].raw
    assert new.encode() in edited

    for text in ("Dear Dana,\n\nI withdraw.\n\nSam", "Dear Dana,\n\nAnother text.\n\nSam"):
        with pytest.raises(RuleStopError) as caught:
            desk.cabinet.file(desk.withdrawal, desk.paper(text))
        assert caught.value.code == "edited"

    assert desk.provider.drafts[key].raw == edited
    assert desk.states() == [LetterState.DRAFTED]


@pytest.mark.parametrize(
    "quote",
    [
        "From: Dana Ortiz <dana@northwind.example>\r\nSent: Monday, November 9, 2026 9:00 AM\r\n"
        "To: Sam\r\nSubject: Talk\r\n\r\nTuesday at 3?",
        "________________________________\r\nVon: Dana Ortiz <dana@northwind.example>\r\n"
        "Gesendet: Montag, 9. November 2026 09:00\r\nAn: Sam\r\nBetreff: Talk\r\n\r\nDienstag?",
        "On Mon, Nov 9, 2026 at 9:00 AM Dana <dana@northwind.example> wrote:\r\n> Tuesday at 3?",
    ],
    ids=["outlook", "outlook in german", "gmail"],
)
def test_G51_a_draft_that_holds_nothing_but_the_quote_is_filled_by_the_next_run(
    desk: Desk, quote: str
) -> None:
    desk.provider.faults.arm("save_reply", Kill(), after=True)
    with pytest.raises(Kill):
        desk.cabinet.file(desk.withdrawal, desk.paper())
    (key,) = desk.provider.drafts
    head = desk.provider.drafts[key].raw.partition(b"MIME-Version")[0]
    plain = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{quote}\r\n"
    desk.provider.drafts[key].raw = head + plain.encode()

    filed = desk.cabinet.file(desk.withdrawal, desk.paper())

    assert list(desk.provider.drafts) == [filed.draft.key]
    assert "I withdraw." in filed.draft.text


def test_G64_a_lost_answer_is_settled_by_looking(desk: Desk) -> None:
    desk.provider.faults.arm("save_reply", OutcomeUnknownError("lost"), after=True)
    with pytest.raises(OutcomeUnknownError):
        desk.cabinet.file(desk.withdrawal, desk.paper())
    assert desk.states() == [LetterState.SAVING]

    filed = desk.cabinet.file(desk.withdrawal, desk.paper())

    assert filed.is_adopted
    assert len(desk.provider.drafts) == 1


def test_a_service_out_of_reach_leaves_no_trace(desk: Desk) -> None:
    desk.provider.faults.arm("save_reply", ProviderUnavailableError("down"))

    with pytest.raises(ProviderUnavailableError):
        desk.cabinet.file(desk.withdrawal, desk.paper())

    assert desk.states() == []
    assert not desk.provider.drafts


def test_a_journal_that_fails_after_the_save_says_that_the_draft_is_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = MemoryProvider.save_reply

    def save_and_fail(self: MemoryProvider, *args: object, **kwargs: object) -> object:
        draft = real(self, *args, **kwargs)
        desk.journal._db.execute("PRAGMA query_only = ON")
        return draft

    monkeypatch.setattr(MemoryProvider, "save_reply", save_and_fail)
    with pytest.raises(ProviderUnavailableError) as caught:
        desk.cabinet.file(desk.withdrawal, desk.paper())
    monkeypatch.undo()
    desk.journal._db.execute("PRAGMA query_only = OFF")

    assert caught.value.stored is True
    assert "lies in your mailbox" in caught.value.message
    assert desk.cabinet.file(desk.withdrawal, desk.paper()).is_adopted
    assert len(desk.provider.drafts) == 1


def test_an_unknown_send_is_never_drafted_over(desk: Desk) -> None:
    filed = desk.cabinet.file(desk.withdrawal, desk.paper())
    desk.journal.update_letter(filed.record.id, now=NOW, state=LetterState.UNKNOWN)

    with pytest.raises(OutcomeUnknownError):
        desk.cabinet.file(desk.withdrawal, desk.paper())


def test_G28_what_comes_back_different_is_not_called_done(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = desk.provider._draft
    monkeypatch.setattr(desk.provider, "_draft", lambda key: replace(real(key), cc=(), to=()))

    with pytest.raises(MailerError, match="To"):
        desk.cabinet.file(desk.withdrawal, desk.paper())


def _cut_while_replacing(desk: Desk) -> str:
    """Kill a run between its new draft and the end of the old one; returns the old one's key."""
    desk.provider.__class__ = AppendingProvider
    old = desk.cabinet.file(desk.withdrawal, desk.paper()).draft
    desk.provider.faults.arm("delete_replaced", Kill())
    with pytest.raises(Kill):
        desk.cabinet.file(desk.withdrawal, desk.paper("Dear Dana,\n\nI step back.\n\nSam"))
    assert len(desk.provider.drafts) == 2
    return old.key


def test_of_two_drafts_that_a_cut_replacement_left_the_new_one_stays(desk: Desk) -> None:
    old = _cut_while_replacing(desk)

    filed = desk.cabinet.file(desk.withdrawal, desk.paper("Dear Dana,\n\nI step back.\n\nSam"))

    assert filed.is_adopted
    assert list(desk.provider.drafts) == [filed.draft.key]
    assert filed.draft.key != old
    assert "step back" in filed.draft.text


def test_a_third_letter_after_a_cut_replacement_leaves_one_draft(desk: Desk) -> None:
    _cut_while_replacing(desk)

    filed = desk.cabinet.file(desk.withdrawal, desk.paper("Dear Dana,\n\nI leave.\n\nSam"))

    assert list(desk.provider.drafts) == [filed.draft.key]
    assert "I leave" in filed.draft.text


def test_what_the_user_wrote_into_the_old_draft_after_a_cut_replacement_stays_alone(
    desk: Desk,
) -> None:
    old = _cut_while_replacing(desk)
    desk.provider.edit_draft(old, "I withdraw", "With a heavy heart I withdraw")

    with pytest.raises(RuleStopError) as caught:
        desk.cabinet.file(desk.withdrawal, desk.paper("Dear Dana,\n\nI step back.\n\nSam"))

    assert caught.value.code == "edited"
    assert list(desk.provider.drafts) == [old]
    assert "heavy heart" in desk.provider.fetch_draft(DraftRef(key=old)).text
    assert desk.states() == [LetterState.DRAFTED, LetterState.DISCARDED]


def test_a_discarded_draft_is_only_deleted_in_the_version_seen(desk: Desk) -> None:
    filed = desk.cabinet.file(desk.withdrawal, desk.paper())
    desk.provider.edit_draft(filed.draft.key, "I withdraw", "I stay")

    with pytest.raises(MailerError):
        desk.cabinet.delete(filed.record, filed.draft.ref)
    assert len(desk.provider.drafts) == 1

    now = desk.provider.fetch_draft(DraftRef(key=filed.draft.key))
    desk.cabinet.delete(filed.record, now.ref)
    assert desk.states() == [LetterState.DISCARDED]
