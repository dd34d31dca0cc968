"""An error while the older draft is deleted leaves two; the next command leaves one."""

from datetime import timedelta
from pathlib import Path

import pytest
from exploring.desk import TEXT, AppendingProvider, Desk

from mailer.errors import MailerError, ProviderUnavailableError, RefusedError, RuleStopError
from mailer.journal_letters import LetterState
from mailer.locating import own_text
from mailer.model import DraftRef
from mailer.reviewing import discard, show
from mailer.settling import settle

NEWER = TEXT.replace("Thank you for your time.", "Thank you for the good talk.")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two drafts of one letter: the older one could not be deleted."""
    desk = Desk(tmp_path)
    desk.provider.__class__ = AppendingProvider
    desk.draft()
    refuse_deletions(desk, times=2)
    desk.draft(text=NEWER)
    assert len(desk.provider.drafts) == 2
    assert desk.states() == [LetterState.YIELDING, LetterState.DRAFTED]
    return desk


def refuse_deletions(desk: Desk, *, times: int) -> None:
    for _ in range(times):
        desk.provider.faults.arm("delete_draft", RefusedError("No right to delete."))


def texts(desk: Desk) -> list[str]:
    return [own_text(desk.provider.fetch_draft(DraftRef(key=key))) for key in desk.provider.drafts]


def test_the_run_itself_says_that_two_drafts_stand(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.provider.__class__ = AppendingProvider
    desk.draft()
    refuse_deletions(desk, times=2)

    notes = desk.file(text=NEWER).notes

    assert "Two drafts of the withdraw letter may lie in Drafts" in " ".join(notes)


@pytest.mark.parametrize("command", ["show", "settle", "draft", "draft anew", "discard", "send"])
def test_the_next_command_leaves_one(desk: Desk, command: str) -> None:
    run(desk, command)

    left = {"discard": [], "send": [], "draft anew": [TEXT]}.get(command, [NEWER])
    assert texts(desk) == left
    assert LetterState.YIELDING not in desk.states()
    assert len(desk.provider.outbox) == (command == "send")


def run(desk: Desk, command: str) -> None:
    session, withdrawal = desk.session, desk.withdrawal
    if command == "show":
        _, (reviewed,) = show(session, withdrawal.id)
        assert "The older draft" in " ".join(reviewed.notes)
    elif command == "settle":
        (settled,) = settle(session, withdrawal)
        assert "the newer one stands" in settled.note
    elif command.startswith("draft"):
        desk.draft(text=TEXT if "anew" in command else NEWER)
    elif command == "discard":
        discard(session, withdrawal.id)
    else:
        desk.send(says=True)


@pytest.mark.parametrize("command", ["show", "settle", "draft", "send"])
def test_an_older_draft_that_was_edited_stands_and_the_newer_one_goes(
    desk: Desk, command: str
) -> None:
    older, _ = desk.provider.drafts
    desk.provider.edit_draft(older, "All the best", "With all my best")
    edited = desk.provider.drafts[older].raw

    if command == "draft":
        with pytest.raises(RuleStopError, match="You edited this draft"):
            desk.draft(text=NEWER)
    elif command == "settle":
        (settled,) = settle(desk.session, desk.withdrawal)
        assert "You edited the older" in settled.note
    elif command == "show":
        _, (reviewed,) = show(desk.session, desk.withdrawal.id)
        assert reviewed.is_edited
        assert any("With all my best" in line for line in reviewed.differences)
    else:
        desk.send(says=lambda offer: "With all my best" in offer.draft.text)
        assert b"With all my best" in desk.provider.outbox[0]
        return

    assert [stored.raw for stored in desk.provider.drafts.values()] == [edited]
    assert desk.states() == [LetterState.DRAFTED, LetterState.DISCARDED]


def test_of_two_edited_drafts_none_is_deleted_and_none_is_sent(desk: Desk) -> None:
    for key in desk.provider.drafts:
        desk.provider.edit_draft(key, "All the best", "With all my best")

    for command in ("draft", "discard", "send"):
        with pytest.raises(RuleStopError, match="you edited both") as caught:
            run(desk, command)
        assert caught.value.code == "edited"

    assert len(desk.provider.drafts) == 2
    assert desk.provider.outbox == []


def test_a_newer_draft_that_was_edited_stands(desk: Desk) -> None:
    _, newer = desk.provider.drafts
    desk.provider.edit_draft(newer, "All the best", "With all my best")

    settle(desk.session, desk.withdrawal)

    assert list(desk.provider.drafts) == [newer]
    assert desk.states() == [LetterState.REPLACED, LetterState.DRAFTED]


def test_where_the_newer_one_was_deleted_by_hand_the_older_one_is_the_letter(desk: Desk) -> None:
    older, newer = desk.provider.drafts
    del desk.provider.drafts[newer]

    _, (reviewed,) = show(desk.session, desk.withdrawal.id)

    assert reviewed.draft.key == older
    assert not reviewed.is_edited
    assert desk.states() == [LetterState.DRAFTED, LetterState.GONE]


def test_where_the_older_one_was_deleted_by_hand_nothing_is_left_to_say(desk: Desk) -> None:
    older, newer = desk.provider.drafts
    del desk.provider.drafts[older]

    assert settle(desk.session, desk.withdrawal) == ()
    assert list(desk.provider.drafts) == [newer]


@pytest.mark.parametrize("which", [0, 1], ids=["older", "newer"])
@pytest.mark.parametrize("command", ["settle", "draft", "send"])
def test_where_one_was_sent_by_hand_the_other_one_never_leaves(
    desk: Desk, which: int, command: str
) -> None:
    send_by_hand(desk, which)

    if command == "settle":
        (settled,) = settle(desk.session, desk.withdrawal)
        assert "You sent one of two drafts" in settled.note
    elif command == "draft":
        with pytest.raises(RuleStopError, match="You sent the withdraw letter"):
            desk.draft(text=NEWER)
    else:
        desk.sent_or_stopped()

    assert desk.provider.drafts == {}
    assert desk.provider.outbox == []
    assert desk.states()[which] is LetterState.SENT


def send_by_hand(desk: Desk, which: int) -> None:
    """Let the user send one of the two from their mail program."""
    kept = dict(desk.provider.drafts)
    key = list(kept)[which]
    desk.now += timedelta(hours=1)
    desk.provider.drafts = {key: kept.pop(key)}
    desk.send_by_hand()
    desk.provider.drafts = kept


def test_one_sent_by_hand_beside_an_edited_one_stops_the_send(desk: Desk) -> None:
    _, newer = desk.provider.drafts
    desk.provider.edit_draft(newer, "All the best", "With all my best")
    send_by_hand(desk, 0)

    with pytest.raises(RuleStopError, match="reads like this letter") as caught:
        desk.send(says=True)

    assert caught.value.code == "ended"
    assert list(desk.provider.drafts) == [newer]
    assert desk.provider.outbox == []


@pytest.mark.parametrize("command", ["draft", "discard", "send"])
def test_while_the_older_one_still_cannot_be_deleted_nothing_more_is_stored_or_sent(
    desk: Desk, command: str
) -> None:
    refuse_deletions(desk, times=1)

    with pytest.raises(MailerError, match="Two drafts of the withdraw letter"):
        run(desk, command)

    assert len(desk.provider.drafts) == 2
    assert desk.provider.outbox == []
    assert LetterState.YIELDING in desk.states()


def test_show_works_although_the_older_one_still_cannot_be_deleted(desk: Desk) -> None:
    refuse_deletions(desk, times=1)

    _, (reviewed,) = show(desk.session, desk.withdrawal.id)

    assert "Two drafts of the withdraw letter" in " ".join(reviewed.notes)


def test_an_older_draft_edited_in_the_very_moment_wins(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.provider.__class__ = EditedInTheGap
    desk.draft()

    with pytest.raises(RuleStopError, match="You edited this draft"):
        desk.draft(text=NEWER)

    assert ["With all my best" in text for text in texts(desk)] == [True]


class EditedInTheGap(AppendingProvider):
    """The user edits the older draft while the newer one is filed."""

    def delete_draft(self, ref: DraftRef) -> None:
        if b"With all" not in b"".join(stored.raw for stored in self.drafts.values()):
            self.edit_draft(ref.key, "All the best", "With all my best")
            raise ProviderUnavailableError("cut")
        super().delete_draft(ref)


def test_a_letter_that_the_user_wrote_out_by_hand_stops_the_send(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.draft()
    kept = dict(desk.provider.drafts)
    desk.now += timedelta(hours=1)
    desk.send_by_hand(message_id="<by-hand@client.example>")
    desk.provider.drafts = kept

    with pytest.raises(RuleStopError, match="reads like this letter"):
        desk.send(says=True)
    assert desk.provider.outbox == []

    desk.send(says=True, overruled=("ended",))
    assert len(desk.provider.outbox) == 1
