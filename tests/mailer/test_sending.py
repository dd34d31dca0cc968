from datetime import timedelta
from pathlib import Path

import pytest
from exploring.desk import NOW, AppendingProvider, Desk

from mailer.errors import (
    DeclinedError,
    DraftChangedError,
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
    RuleStopError,
    SignInError,
    UnsupportedFeatureError,
    UsageError,
)
from mailer.journal_letters import LetterState
from mailer.model import Address, Kind, SendStep, Sent
from mailer.provider import Capability
from mailer.records import read_record
from mailer.reviewing import discard, show
from mailer.settling import settle, settle_by_word
from mailer.testing.builders import make_message
from mailer.watching import check_account


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# --- exactly what was seen ---


def test_a_scheduled_check_goes_on_while_the_question_stands(desk: Desk) -> None:
    desk.draft()
    checks = []

    def while_asked(_: object) -> bool:
        desk.now += timedelta(days=2)  # the unsent draft is due by now
        checks.append(check_account(desk.another_run(), is_scheduled=True))
        return True

    desk.send(says=while_asked)

    assert not checks[0].is_busy
    assert checks[0].requests > 0
    assert len(desk.provider.outbox) == 1


def test_it_shows_asks_and_sends_that_very_draft_once(desk: Desk) -> None:
    drafted = desk.draft()

    sending = desk.send(says=True)

    assert [o.draft.fingerprint for o in desk.offers] == [drafted.fingerprint]
    assert len(desk.provider.outbox) == 1
    assert desk.provider.drafts == {}
    record = desk.record()
    assert (record.state, record.sent_at, record.text) == (LetterState.SENT, NOW, "")
    assert record.approved == drafted.fingerprint
    assert sending.letters[0].record == record
    assert record.sent_message_id in desk.session.journal.withdrawal(record.withdrawal).message_ids


def test_a_no_leaves_everything_as_it_was(desk: Desk) -> None:
    desk.draft()

    with pytest.raises(DeclinedError):
        desk.send(says=False)

    assert desk.provider.outbox == []
    assert desk.states() == [LetterState.DRAFTED]


def test_a_script_names_the_fingerprint_it_wants(desk: Desk) -> None:
    drafted = desk.draft()

    desk.send(drafted.fingerprint)

    assert len(desk.provider.outbox) == 1


def test_another_fingerprint_sends_nothing(desk: Desk) -> None:
    drafted = desk.draft()
    desk.replace_in_draft("All the best", "All my best")

    with pytest.raises(RuleStopError) as caught:
        desk.send(drafted.fingerprint)

    assert caught.value.code == "changed"
    assert desk.provider.outbox == []


def test_without_a_question_a_fingerprint_is_wanted(desk: Desk) -> None:
    desk.draft()

    with pytest.raises(UsageError):
        desk.send()

    assert desk.provider.outbox == []


def test_the_users_edit_is_what_goes(desk: Desk) -> None:
    desk.draft()
    desk.replace_in_draft("All the best", "All my best")

    desk.send(says=True)

    assert desk.offers[0].reviewed.is_edited
    assert b"All my best" in desk.provider.outbox[0]


def test_an_edit_while_the_user_thinks_stops_it(desk: Desk) -> None:
    desk.draft()

    def edits(_: object) -> bool:
        desk.replace_in_draft("All the best", "All my best")
        return True

    with pytest.raises(DraftChangedError, match="changed after it was shown"):
        desk.send(says=edits)

    assert desk.provider.outbox == []


def test_an_edit_after_the_last_look_is_refused_by_the_provider(desk: Desk) -> None:
    drafted = desk.draft()
    desk.provider.faults.arm("send_draft", DraftChangedError("edited"))

    with pytest.raises(DraftChangedError):
        desk.send(drafted.fingerprint)

    assert desk.states() == [LetterState.DRAFTED]


def test_recipients_changed_in_the_mailbox_are_said_loudly(desk: Desk) -> None:
    desk.draft()
    desk.replace_in_draft("dana@northwind.example", "boss@northwind.example")

    desk.send(says=True, overruled=("changed",))

    assert any("boss@northwind.example" in line for line in desk.offers[0].loud)
    assert desk.record().facts["to"] == ["boss@northwind.example"]


def test_a_hidden_copy_and_a_reply_to_are_said_loudly(desk: Desk) -> None:
    desk.draft()
    desk.replace_in_draft("Subject:", "Bcc: me@home.example\r\nReply-To: x@y.example\r\nSubject:")

    desk.send(says=True, overruled=("changed",))

    said = " ".join(desk.offers[0].loud)
    assert "me@home.example" in said
    assert "x@y.example" in said


# --- what stops it ---


def stopped(desk: Desk, code: str, **options: tuple[str, ...]) -> RuleStopError:
    with pytest.raises(RuleStopError) as caught:
        desk.send(says=True, **options)
    assert caught.value.code == code
    assert desk.provider.outbox == []
    return caught.value


def test_a_newer_message_stops_it_and_is_shown(desk: Desk) -> None:
    desk.draft()
    desk.arrives("We moved the talk to Friday.")

    error = stopped(desk, "newer_message")

    (shown,) = error.details["newer_messages"]
    assert shown["words"] == "We moved the talk to Friday."
    assert shown["from"] == "dana@northwind.example"


def test_the_user_can_send_all_the_same(desk: Desk) -> None:
    desk.draft()
    desk.arrives()

    desk.send(says=True, overruled=("newer_message",))

    assert len(desk.provider.outbox) == 1


def test_own_and_automatic_mail_and_reactions_do_not_stop_it(desk: Desk) -> None:
    desk.draft()
    desk.arrives(sender=Address("Sam", "sam+jobs@rivera.example"))
    desk.arrives(headers=(("Auto-Submitted", "auto-replied"),))
    desk.arrives(headers=(("Return-Path", "<>"),))
    desk.arrives(is_reaction=True)

    desk.send(says=True)

    assert len(desk.provider.outbox) == 1


def test_a_message_while_the_user_thinks_stops_it_too(desk: Desk) -> None:
    desk.draft()

    def thinks(_: object) -> bool:
        desk.arrives()
        return True

    with pytest.raises(RuleStopError) as caught:
        desk.send(says=thinks)

    assert caught.value.code == "newer_message"
    assert desk.provider.outbox == []


def test_a_removed_in_reply_to_stops_it(desk: Desk) -> None:
    desk.draft()
    stored = desk.provider.drafts[desk.only_draft()]
    lines = stored.raw.split(b"\r\n")
    stored.raw = b"\r\n".join(li for li in lines if not li.lower().startswith(b"in-reply-to"))

    error = stopped(desk, "changed")

    assert "In-Reply-To" in error.message


@pytest.mark.parametrize(
    ("old", "new", "who"),
    [
        ("dana@northwind.example", "boss@northwind.example", "added boss@northwind.example"),
        ("Subject:", "Cc: rae@agency.example\r\nSubject:", "added rae@agency.example"),
        ("Subject:", "Bcc: me@home.example\r\nSubject:", "added me@home.example"),
        ("dana@northwind.example", "boss@northwind.example", "gone dana@northwind.example"),
    ],
    ids=["another", "a copy", "a hidden copy", "one less"],
)
def test_changed_recipients_stop_it_until_the_user_says_so(
    desk: Desk, old: str, new: str, who: str
) -> None:
    desk.draft()
    desk.replace_in_draft(old, new)

    error = stopped(desk, "changed")

    assert who in error.message
    desk.send(says=True, overruled=("changed",))
    assert len(desk.provider.outbox) == 1


def test_recipients_that_were_approved_once_do_not_stop_a_second_try(desk: Desk) -> None:
    desk.draft()
    desk.replace_in_draft("dana@northwind.example", "boss@northwind.example")
    desk.provider.faults.arm("send_draft", ProviderUnavailableError("down"))
    with pytest.raises(ProviderUnavailableError):
        desk.send(says=True, overruled=("changed",))

    desk.send(says=True)

    assert b"boss@northwind.example" in desk.provider.outbox[0]


def test_an_address_that_bounced_stops_it(desk: Desk) -> None:
    desk.draft()
    desk.arrives(
        "Your message to dana@northwind.example could not be delivered: 550 no such user.",
        sender=Address("Mail Delivery System", "mailer-daemon@mx.rivera.example"),
        subject="Undelivered Mail Returned to Sender",
    )

    error = stopped(desk, "changed")

    assert error.details["bounced"] == ["dana@northwind.example"]


def test_a_delay_is_no_bounce(desk: Desk) -> None:
    desk.draft()
    desk.arrives(
        "Your message to dana@northwind.example is delayed; we will try again.",
        sender=Address("Mail Delivery System", "mailer-daemon@mx.rivera.example"),
        subject="Delayed Mail (still being retried)",
    )

    desk.send(says=True)

    assert len(desk.provider.outbox) == 1


def test_a_deleted_draft_stops_it_and_is_noted(desk: Desk) -> None:
    desk.draft()
    desk.provider.drafts.clear()

    error = stopped(desk, "changed")

    assert "neither in Drafts nor in Sent" in error.message
    assert desk.states() == [LetterState.GONE]


def test_one_sent_by_hand_stops_it_and_is_noted_as_sent(desk: Desk) -> None:
    desk.draft()
    desk.send_by_hand()

    error = stopped(desk, "ended")

    assert "sent by you on 2026-11-10 12:00 from the mailbox" in error.message
    assert desk.states() == [LetterState.SENT]


def test_one_sent_by_hand_from_a_client_that_renames_it_is_known_by_its_words(desk: Desk) -> None:
    desk.draft()
    desk.replace_in_draft("All the best", "Warmly")
    desk.send_by_hand(message_id="<new-name@client.example>")

    stopped(desk, "ended")

    assert desk.record().sent_message_id == "<new-name@client.example>"


def test_another_answer_to_the_same_message_is_not_taken_for_the_letter(desk: Desk) -> None:
    desk.draft()
    desk.provider.drafts.clear()
    desk.arrives("Yes, Tuesday at three suits me well. See you there!", sender="sam@rivera.example",
                 special_use="sent", to="dana@northwind.example", date=NOW)  # fmt: skip

    stopped(desk, "changed")

    assert desk.states() == [LetterState.GONE]


def test_a_letter_that_left_is_never_sent_again(desk: Desk) -> None:
    desk.draft()
    desk.send(says=True)

    with pytest.raises(RuleStopError) as caught:
        desk.send(says=True)

    assert caught.value.code == "ended"
    assert len(desk.provider.outbox) == 1


def test_a_draft_that_names_nobody_is_not_sent(desk: Desk) -> None:
    desk.draft()
    stored = desk.provider.drafts[desk.only_draft()]
    lines = stored.raw.split(b"\r\n")
    stored.raw = b"\r\n".join(li for li in lines if not li.startswith(b"To:"))

    stopped(desk, "nobody_to_write_to")


def test_maildir_accounts_say_that_they_cannot_send(desk: Desk) -> None:
    desk.draft()
    desk.without(Capability.SEND)

    with pytest.raises(UnsupportedFeatureError) as caught:
        desk.send(says=True)

    assert "mail program" in caught.value.hint


# --- at most once ---


def test_a_lost_answer_is_unknown_and_never_repeated(desk: Desk) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", OutcomeUnknownError("lost"), after=True)
    desk.provider.hides_sent = True

    with pytest.raises(OutcomeUnknownError) as caught:
        desk.send(says=True)
    assert caught.value.exit_code == 8
    assert desk.states() == [LetterState.UNKNOWN]
    with pytest.raises(OutcomeUnknownError):
        desk.send(says=True)

    assert len(desk.provider.outbox) == 1


def test_sent_settles_it_as_soon_as_it_shows_it(desk: Desk) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", OutcomeUnknownError("lost"), after=True)
    with pytest.raises(OutcomeUnknownError):
        desk.send(says=True)

    sending = desk.send(says=True)

    assert desk.states() == [LetterState.SENT]
    assert sending.letters[0].offer is None
    assert len(desk.provider.outbox) == 1


def test_a_send_that_never_arrived_stays_in_doubt_until_the_user_says_so(desk: Desk) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", OutcomeUnknownError("lost"))
    with pytest.raises(OutcomeUnknownError):
        desk.send(says=True)
    (settled,) = settle(desk.session, desk.withdrawal)
    assert settled.record.state is LetterState.UNKNOWN
    assert "still lies in Drafts" in settled.note

    settle_by_word(desk.session, desk.withdrawal, was_sent=False)
    desk.send(says=True)

    assert desk.states() == [LetterState.SENT]
    assert len(desk.provider.outbox) == 1


def test_the_users_word_that_it_was_sent_counts(desk: Desk) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", OutcomeUnknownError("lost"), after=True)
    desk.provider.hides_sent = True
    with pytest.raises(OutcomeUnknownError):
        desk.send(says=True)

    settle_by_word(desk.session, desk.withdrawal, was_sent=True)

    assert desk.states() == [LetterState.SENT]


def test_the_users_word_does_not_stand_against_the_mailbox(desk: Desk) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", OutcomeUnknownError("lost"), after=True)
    with pytest.raises(OutcomeUnknownError):
        desk.send(says=True)

    with pytest.raises(UsageError, match="lies in Sent"):
        settle_by_word(desk.session, desk.withdrawal, was_sent=False)

    assert desk.states() == [LetterState.SENT]


def test_nothing_in_doubt_can_not_be_settled(desk: Desk) -> None:
    desk.draft()

    with pytest.raises(UsageError, match="in doubt"):
        settle_by_word(desk.session, desk.withdrawal, was_sent=True)

    assert desk.states() == [LetterState.DRAFTED]


@pytest.mark.parametrize(
    "error",
    [ProviderUnavailableError("down"), RefusedError("quota"), SignInError("expired")],
    ids=["down", "refused", "sign-in"],
)
def test_a_refusal_is_certain_and_can_be_tried_again(desk: Desk, error: MailerError) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", error)

    with pytest.raises(type(error)):
        desk.send(says=True)
    assert desk.states() == [LetterState.DRAFTED]
    desk.send(says=True)

    assert len(desk.provider.outbox) == 1


def test_any_other_error_after_the_hand_over_leaves_it_unknown(desk: Desk) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", MailerError("a fault"), after=True)
    desk.provider.hides_sent = True

    with pytest.raises(OutcomeUnknownError):
        desk.send(says=True)

    assert desk.states() == [LetterState.UNKNOWN]


def test_ctrl_c_after_the_hand_over_is_not_called_harmless(desk: Desk) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", KeyboardInterrupt(), after=True)

    with pytest.raises(OutcomeUnknownError, match="may have been sent"):
        desk.send(says=True)

    assert desk.states() == [LetterState.UNKNOWN]


def test_a_repeated_request_that_finds_the_draft_gone_is_in_doubt(desk: Desk) -> None:
    from mailer.errors import DraftNotFoundError

    desk.draft()
    desk.provider.faults.arm("send_draft", DraftNotFoundError("gone"), after=True)

    with pytest.raises(OutcomeUnknownError):
        desk.send(says=True)
    desk.send(says=True)

    assert desk.states() == [LetterState.SENT]
    assert len(desk.provider.outbox) == 1


class PowerCut(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_crash_at_the_hand_over_is_settled_by_looking(desk: Desk, after: bool) -> None:
    desk.draft()
    desk.provider.faults.arm("send_draft", PowerCut(), after=after)
    with pytest.raises(PowerCut):
        desk.send(says=True)
    assert desk.states() == [LetterState.SENDING]

    if after:
        desk.send(says=True)
        assert desk.states() == [LetterState.SENT]
    else:
        with pytest.raises(OutcomeUnknownError):
            desk.send(says=True)

    assert len(desk.provider.outbox) == int(after)


def test_a_crash_before_the_first_step_was_written_is_certainly_not_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.draft()

    def dies(*_: object, **__: object) -> Sent:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(desk.provider, "send_draft", dies)
        with pytest.raises(PowerCut):
            desk.send(says=True)
    assert desk.states() == [LetterState.SENDING]

    desk.send(says=True)

    assert desk.states() == [LetterState.SENT]
    assert len(desk.provider.outbox) == 1


def test_what_was_refused_for_some_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.draft()
    honest = desk.provider.send_draft

    def refuses_one(*args: object, **options: object) -> Sent:
        sent = honest(*args, **options)  # type: ignore[arg-type]
        return Sent(message_id=sent.message_id, sent_at=sent.sent_at, refused=("hr@x.example",))

    monkeypatch.setattr(desk.provider, "send_draft", refuses_one)

    sending = desk.send(says=True)

    assert any("hr@x.example" in note for note in sending.letters[0].notes)
    assert desk.record().facts["refused"] == ["hr@x.example"]


def test_two_runs_that_both_got_a_yes_send_once(desk: Desk) -> None:
    desk.draft()
    other = desk.another_run()

    def meanwhile(_: object) -> bool:
        desk.send(says=True, session=other)
        return True

    with pytest.raises(RuleStopError) as caught:
        desk.send(says=meanwhile)

    assert caught.value.code == "ended"
    assert len(desk.provider.outbox) == 1
    other.close()


def test_even_without_the_lock_only_one_of_two_moves_on(desk: Desk) -> None:
    letter = desk.draft().id
    journal = desk.session.journal
    journal.update_letter(letter, now=NOW, state=LetterState.APPROVED)

    moved = [
        journal.move_letter(letter, (LetterState.APPROVED,), LetterState.SENDING, now=NOW)
        for _ in range(2)
    ]

    assert moved == [True, False]


# --- a relay: what is left after the hand-over ---


class Relay:
    """Makes the memory provider act as IMAP with SMTP: it clears up in steps of its own."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk = desk
        self.finished: list[SendStep] = []
        desk.without(Capability.FILES_SENT)
        monkeypatch.setattr(desk.provider, "finish_send", self.finish)

    def finish(self, ref: object, *, done: SendStep, note: object) -> None:
        self.finished.append(done)
        note(SendStep.CLEARED)  # type: ignore[operator]


def test_what_a_crash_left_to_file_is_done_by_the_next_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    relay = Relay(desk, monkeypatch)
    letter = desk.draft()
    desk.session.journal.update_letter(
        letter.id, now=NOW, state=LetterState.SENDING, send_step=SendStep.ACCEPTED
    )

    (settled,) = settle(desk.session, desk.withdrawal)

    assert settled.record.state is LetterState.SENT
    assert relay.finished == [SendStep.ACCEPTED]
    assert settle(desk.session, desk.withdrawal) == ()


def test_a_draft_edited_after_it_was_sent_is_not_cleared_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    relay = Relay(desk, monkeypatch)
    letter = desk.draft()
    desk.session.journal.update_letter(
        letter.id,
        now=NOW,
        state=LetterState.SENT,
        send_step=SendStep.FILED,
        approved=letter.fingerprint,
    )
    desk.replace_in_draft("All the best", "All my best")

    (settled,) = settle(desk.session, desk.withdrawal)

    assert relay.finished == []
    assert "still lies in Drafts" in settled.note
    assert len(desk.provider.drafts) == 1


# --- several letters ---


def with_recruiter_note(desk: Desk) -> None:
    agency = make_message("Any news?", sender="Rae <rae@agency.example>", subject="Your search")
    desk.provider.deliver(agency)
    desk.draft()
    desk.draft(Kind.RECRUITER_NOTE, text="Dear Rae,\n\nI withdraw from the Northwind process. "
               "How will you tell them?\n\nSam", parent=agency)  # fmt: skip


def test_the_recruiter_is_told_first_and_the_letter_waits_if_the_user_wants(desk: Desk) -> None:
    with_recruiter_note(desk)
    answers = iter([True, False])

    sending = desk.send(says=lambda _: next(answers))

    assert [o.reviewed.record.kind for o in desk.offers] == [Kind.RECRUITER_NOTE, Kind.WITHDRAW]
    assert any("wait for their answer" in line for line in desk.offers[1].loud)
    assert [r.kind for r in sending.waiting] == [Kind.WITHDRAW]
    assert len(desk.provider.outbox) == 1
    assert b"rae@agency.example" in desk.provider.outbox[0]
    record = read_record(desk.session.journal, desk.withdrawal)
    assert record.state(desk.now) == "drafted"  # the letter itself has not left


def test_a_refusal_stops_the_letters_after_it(desk: Desk) -> None:
    with_recruiter_note(desk)
    desk.provider.faults.arm("send_draft", RefusedError("quota"))

    with pytest.raises(RefusedError):
        desk.send(says=True)

    assert [o.reviewed.record.kind for o in desk.offers] == [Kind.RECRUITER_NOTE]
    assert desk.provider.outbox == []


def test_a_fingerprint_picks_one_of_several(desk: Desk) -> None:
    with_recruiter_note(desk)
    letter = next(r for r in desk.session.journal.list_letters(desk.withdrawal.id))

    sending = desk.send(letter.fingerprint)

    assert [one.record.kind for one in sending.letters] == [Kind.WITHDRAW]
    assert any("E4" in line for line in sending.letters[0].offer.loud)  # type: ignore[union-attr]
    (sent,) = sending.letters
    assert "before the recruiter is told (E4)" in " ".join(sent.notes)
    assert [r.kind for r in sending.waiting] == [Kind.RECRUITER_NOTE]


# --- a draft whose filing was cut ---


def test_a_half_made_draft_is_never_sent(desk: Desk) -> None:
    letter = desk.draft()
    desk.session.journal.update_letter(
        letter.id, now=NOW, state=LetterState.SAVING, fingerprint="", text="quite another text"
    )

    error = stopped(desk, "changed")

    assert "cut while it filed" in error.message


def test_a_whole_draft_of_a_cut_run_is_taken_up(desk: Desk) -> None:
    letter = desk.draft()
    desk.session.journal.update_letter(letter.id, now=NOW, state=LetterState.SAVING, fingerprint="")

    desk.send(says=True)

    assert len(desk.provider.outbox) == 1
    assert not desk.offers[0].reviewed.is_edited


def _in_doubt(desk: Desk) -> None:
    """Lose the answer to a send."""
    desk.draft()
    desk.provider.hides_sent = True
    desk.provider.faults.arm("send_draft", OutcomeUnknownError("lost"), after=True)
    with pytest.raises(OutcomeUnknownError):
        desk.send(says=True)
    assert desk.states() == [LetterState.UNKNOWN]


@pytest.mark.parametrize("error", [ProviderUnavailableError, SignInError])
def test_nothing_was_sent_is_said_of_this_run_while_an_earlier_one_is_in_doubt(
    desk: Desk, error: type[MailerError]
) -> None:
    _in_doubt(desk)
    key = desk.withdrawal.id
    acts = (
        lambda: desk.send(says=True),
        lambda: check_account(desk.another_run()),
        lambda: settle_by_word(desk.another_run(), desk.withdrawal, was_sent=False),
    )

    for act in acts:
        for verb in ("find_sent", "changes"):
            desk.provider.faults.before[verb].clear()
            desk.provider.faults.arm(verb, error("Out of reach. Nothing was stored or sent."))
        with pytest.raises(error) as caught:
            act()
        assert f"the withdraw letter of {key} may have left in another one" in caught.value.message
        assert caught.value.details["in_doubt"] == [key]
        assert f"bowout status {key}" in caught.value.hint
    assert len(desk.provider.outbox) == 1


def test_where_nothing_is_in_doubt_an_error_says_no_more_than_it_did(desk: Desk) -> None:
    desk.draft()
    desk.provider.faults.arm("read", ProviderUnavailableError("Out of reach. Nothing was sent."))

    with pytest.raises(ProviderUnavailableError) as caught:
        desk.send(says=True)

    assert caught.value.message == "Out of reach. Nothing was sent."


def test_what_stops_the_second_letter_says_nothing_of_the_first_that_left(desk: Desk) -> None:
    desk.draft(Kind.RECRUITER_NOTE)
    desk.draft(Kind.WITHDRAW, text="Dear Dana,\n\nI withdraw my application.\n\nSam Rivera")
    asked = []

    def second_one_meets_a_cut(offer: object) -> bool:
        asked.append(offer)
        if len(asked) == 2:
            cut = ProviderUnavailableError("Out of reach. Nothing was sent.")
            desk.provider.faults.arm("send_draft", cut)
        return True

    with pytest.raises(ProviderUnavailableError, match="not of what left") as caught:
        desk.send(says=second_one_meets_a_cut)

    assert len(desk.provider.outbox) == 1
    assert caught.value.stored is True


def _cut_while_replacing(desk: Desk) -> None:
    """Leave two drafts: the new one, and the old one that a killed run did not delete any more."""
    desk.provider.__class__ = AppendingProvider
    desk.draft()
    desk.provider.faults.arm("delete_replaced", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        desk.draft(text="Dear Dana,\n\nI step back from the role.\n\nSam Rivera")
    assert len(desk.provider.drafts) == 2


def test_send_after_a_cut_replacement_sends_the_new_letter_and_leaves_no_old_one(
    desk: Desk,
) -> None:
    _cut_while_replacing(desk)

    desk.send(says=True)

    (left,) = desk.provider.outbox
    assert b"I step back" in left
    assert desk.provider.drafts == {}


def test_discard_after_a_cut_replacement_takes_both_drafts_of_the_tools(desk: Desk) -> None:
    _cut_while_replacing(desk)

    discard(desk.session, desk.withdrawal.id)

    assert desk.provider.drafts == {}


def test_show_marks_every_field_that_was_changed_by_hand(desk: Desk) -> None:
    desk.draft()
    desk.replace_in_draft(f"In-Reply-To: {desk.parent.message_id}\r\n", "")
    desk.replace_in_draft("To: ", "Bcc: eve@evil.example\r\nReply-To: me@other.example\r\nTo: ")

    _, (reviewed,) = show(desk.session, desk.withdrawal.id)

    marked = [line.partition(":")[0] for line in reviewed.differences]
    assert marked == ["Bcc", "Reply-To", "In-Reply-To"]
