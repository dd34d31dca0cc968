from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from exploring.desk import FIRST, NOW, Desk

from mailer.errors import ProviderUnavailableError
from mailer.following import read_facts
from mailer.incoming import find_answers
from mailer.journal_following import About, Reminder
from mailer.journal_letters import LetterState
from mailer.model import Kind, Message, SpecialUse, Thread
from mailer.notices import answer_line, make_notices
from mailer.provider import Capability
from mailer.records import read_record, state_words
from mailer.reminders import due_at
from mailer.testing.builders import make_message
from mailer.watching import check_account, check_withdrawal

PEOPLE = [
    {"name": "Dana Ortiz", "address": FIRST, "part": "hiring_manager"},
    {"name": "Rae Lin", "address": "rae@northwind.example", "part": "recruiter"},
    {"name": "Kim Olsen", "address": "kim@friends.example", "part": "referrer"},
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.session.journal.update_withdrawal(
        desk.withdrawal.id, facts={"people": PEOPLE}, thread_keys=[desk.provider._threads()[0].key]
    )
    desk.withdrawal = desk.session.journal.withdrawal(desk.withdrawal.id)
    return desk


def sent(desk: Desk) -> Message:
    """Draft and send the letter; return it as it lies in Sent."""
    desk.draft()
    desk.send(says=True)
    return next(m for m in desk.provider.messages if m.special_use is SpecialUse.SENT)


def answer(desk: Desk, text: str = "Thank you for letting us know.", **fields: object) -> Message:
    letter = next(m for m in desk.provider.messages if m.special_use is SpecialUse.SENT)
    fields.setdefault("date", desk.now)
    message = make_message(text, answers=letter, **fields)
    desk.provider.deliver(message)
    return message


def reminders(desk: Desk, about: About, state: str = "open") -> list[Reminder]:
    found = desk.session.journal.list_reminders(desk.withdrawal.id, state=state)
    return [r for r in found if r.about is about]


def kinds(desk: Desk) -> list[str]:
    return [a.kind for a in desk.session.journal.list_answers(desk.withdrawal.id)]


def check(desk: Desk, *, is_scheduled: bool = False):  # noqa: ANN201
    return check_account(desk.session, is_scheduled=is_scheduled, drafts_follow_ups=False)


# --- what costs a request ---


def test_an_account_without_withdrawals_costs_no_request(desk: Desk) -> None:
    desk.session.journal.forget(desk.withdrawal.id)

    assert check(desk).requests == 0


def test_an_account_with_nothing_to_watch_costs_no_request(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=5)
    answer(desk)
    check(desk)
    before = desk.provider.requests

    desk.now += timedelta(days=30)

    assert check(desk).requests == 0
    assert desk.provider.requests == before


def test_a_scheduled_check_asks_only_every_three_hours_while_nothing_is_due(desk: Desk) -> None:
    sent(desk)
    check(desk, is_scheduled=True)
    desk.now += timedelta(hours=1)
    assert check(desk, is_scheduled=True).requests == 0

    desk.now += timedelta(hours=2)
    assert check(desk, is_scheduled=True).requests == 1


def test_a_look_at_an_unchanged_mailbox_is_one_request(desk: Desk) -> None:
    sent(desk)
    check(desk)
    desk.now += timedelta(hours=5)

    assert check(desk).requests == 1


# --- what came back ---


def test_a_persons_answer_closes_the_loop_and_says_what_it_asks_for(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=20)
    answer(desk, "Sorry to see you go. Could we have a quick call about your reasons?")

    checked = check(desk)

    (found,) = desk.session.journal.list_answers(desk.withdrawal.id)
    assert (found.kind, found.address) == ("person", FIRST)
    assert found.facts["asks"] == ["call", "reason"]
    assert reminders(desk, About.ANSWER) == []
    texts = [n.text for n in make_notices(checked, desk.now, again=False)]
    assert any("Dana Ortiz answered and asks for a call and the reason" in t for t in texts)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("auto-reply", {"headers": (("Auto-Submitted", "auto-replied"),)}),
        ("auto-reply", {"subject": "Automatic reply: Engineer at Northwind"}),
        ("acknowledgement", {"sender": "Northwind <no-reply@northwind.example>"}),
        ("reaction", {"is_reaction": True}),
        ("calendar-reply", {"calendars": ("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR",)}),
    ],
)
def test_what_a_machine_sends_closes_nothing(
    desk: Desk, kind: str, fields: dict[str, object]
) -> None:
    sent(desk)
    desk.now += timedelta(hours=1)
    answer(desk, **fields)

    check(desk)

    assert kinds(desk) == [kind]
    assert len(reminders(desk, About.ANSWER)) == 1


def test_the_users_own_later_mail_is_no_answer(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=1)
    answer(desk, sender="Sam Rivera <sam@rivera.example>", to=FIRST, special_use=SpecialUse.SENT)

    check(desk)

    assert kinds(desk) == ["own"]
    assert len(reminders(desk, About.ANSWER)) == 1


def test_mail_that_was_there_before_the_letter_is_no_answer(desk: Desk) -> None:
    sent(desk)

    check(desk)

    assert kinds(desk) == []


@pytest.mark.parametrize(
    ("sender", "refers", "counts"),
    [
        ("x@stranger.example", False, False),  # the same subject proves nothing (G47)
        ("x@stranger.example", True, True),  # a colleague with another address (G82)
        (FIRST, False, True),
        ("jo@northwind.example", False, True),
    ],
)
def test_in_the_same_thread_references_or_a_known_sender_count(
    desk: Desk, sender: str, refers: bool, counts: bool
) -> None:
    letter = sent(desk)
    later = make_message(
        "Hello", sender=sender, date=desk.now + timedelta(hours=1), subject=letter.subject,
        references=(letter.message_id,) if refers else (),
    )  # fmt: skip
    facts = read_facts(desk.session.journal, desk.session.journal.withdrawal(desk.withdrawal.id))
    thread = Thread(desk.record().ref.thread_key, (letter, later))

    found = find_answers(facts, [thread], desk.session.me, desk.now)

    assert bool(found) is counts


def test_in_another_thread_a_reference_alone_does_not_count(desk: Desk) -> None:
    letter = sent(desk)
    facts = read_facts(desk.session.journal, desk.session.journal.withdrawal(desk.withdrawal.id))
    when = desk.now + timedelta(hours=1)
    messages = [
        make_message("Hello", sender=sender, date=when, references=(letter.message_id,))
        for sender in ("x@stranger.example", FIRST)
    ]
    threads = [Thread(m.message_id, (m,)) for m in messages]

    found = find_answers(facts, threads, desk.session.me, desk.now)

    assert [a.address for a in found] == [FIRST]


def test_a_colleague_of_theirs_who_answers_counts(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=1)
    answer(desk, "Dana is away, so I thank you in her name.", sender="Jo <jo@northwind.example>")

    check(desk)

    assert kinds(desk) == ["person"]


def test_an_answer_is_told_once(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=1)
    answer(desk)
    first = check(desk)
    desk.session.journal.note_answers_told(first.untold_answers(), now=desk.now)

    assert check(desk).untold_answers() == []


def a_bounce_comes(desk: Desk, dead: str = FIRST) -> None:
    desk.provider.deliver(
        make_message(
            f"Final-Recipient: rfc822; {dead}\nAction: failed\nStatus: 5.1.1",
            sender="Mail Delivery System <MAILER-DAEMON@mx.rivera.example>",
            subject="Undelivered Mail Returned to Sender",
            headers=(("Auto-Submitted", "auto-replied"), ("X-Failed-Recipients", dead)),
            date=desk.now,
        )
    )


def test_a_bounce_names_the_dead_address_and_who_else_could_get_it(desk: Desk) -> None:
    letter = sent(desk)
    desk.now += timedelta(minutes=3)
    a_bounce_comes(desk)

    checked = check(desk)

    (bounce,) = desk.session.journal.list_answers(desk.withdrawal.id)
    assert bounce.kind == "bounce"
    assert bounce.facts["dead"] == [FIRST]
    assert bounce.facts["others"] == ["Rae Lin <rae@northwind.example>"]
    (text,) = [n.text for n in make_notices(checked, desk.now, again=False) if n.what == "bounce"]
    assert FIRST in text
    assert "Rae Lin" in text
    assert letter.message_id


def test_a_bounced_copy_undoes_nothing_and_says_who_got_the_letter(desk: Desk) -> None:
    sent(desk)
    letter = desk.record()
    facts = {**letter.facts, "cc": ["rae@northwind.example"]}
    desk.session.journal.update_letter(letter.id, now=desk.now, facts=facts)
    desk.now += timedelta(minutes=3)
    a_bounce_comes(desk, "rae@northwind.example")

    check(desk)

    (found,) = desk.session.journal.list_answers(desk.withdrawal.id)
    assert found.facts["dead"] == ["rae@northwind.example"]
    assert found.facts["reached"] == [FIRST]
    assert found.facts["others"] == []  # whom the letter reached needs no second one
    assert f"From {FIRST} nothing came back" in answer_line(found, desk.withdrawal.id)
    record = read_record(desk.session.journal, desk.withdrawal)
    assert state_words(record, desk.now) == "sent"


def test_a_delay_is_no_bounce(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=4)
    desk.provider.deliver(
        make_message(
            f"Delivery to {FIRST} has been delayed.",
            sender="MAILER-DAEMON@mx.rivera.example",
            subject="Warning: message delayed 4 hours",
            date=desk.now,
        )
    )

    check(desk)

    assert kinds(desk) == []


def test_somebody_elses_bounce_is_left_alone(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=1)
    desk.provider.deliver(
        make_message(
            "Could not reach other@elsewhere.example",
            sender="MAILER-DAEMON@mx.rivera.example",
            subject="Undeliverable",
            date=desk.now,
        )
    )

    check(desk)

    assert kinds(desk) == []


def test_a_friend_to_whom_the_user_passed_the_letter_on_answers_nothing(desk: Desk) -> None:
    letter = sent(desk)
    desk.now += timedelta(hours=1)
    forward = make_message(
        "Look, I did it!", sender=letter.sender, to="Kim <kim@home.example>", answers=letter,
        subject="Fwd: Engineer", date=desk.now, special_use=SpecialUse.SENT,
    )  # fmt: skip
    desk.provider.deliver(forward)
    desk.now += timedelta(hours=1)
    desk.provider.deliver(
        make_message("Good for you!", sender="Kim <kim@home.example>", answers=forward)
    )

    check(desk)

    assert kinds(desk) == []
    assert reminders(desk, About.ANSWER)


def test_a_person_may_answer_from_an_address_that_nobody_knows(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=1)
    answer(desk, "From my private account: thank you!", sender="Dana <dana@home.example>")

    check(desk)

    assert kinds(desk) == ["person"]


# --- what the user did by hand ---


def test_a_letter_sent_by_hand_is_noticed_and_gets_its_reminder(desk: Desk) -> None:
    desk.draft()
    check(desk)
    desk.now += timedelta(hours=2)
    desk.send_by_hand()

    checked = check(desk)

    assert desk.record().state is LetterState.SENT
    assert desk.record().facts["sent_by_hand"] is True
    assert [e.what for e in checked.events] == ["sent_by_hand"]
    assert len(reminders(desk, About.ANSWER)) == 1
    assert reminders(desk, About.DRAFT) == []


def test_a_draft_deleted_by_hand_is_noticed(desk: Desk) -> None:
    desk.draft()
    check(desk)
    key = desk.only_draft()
    desk.provider.drafts.pop(key)
    desk.provider._changes.append(desk.parent.message_id)

    checked = check(desk)

    assert desk.record().state is LetterState.GONE
    assert [e.what for e in checked.events] == ["deleted"]
    assert reminders(desk, About.DRAFT) == []


def test_an_edit_is_written_down_once(desk: Desk) -> None:
    desk.draft()
    desk.replace_in_draft("All the best", "Best wishes")
    check(desk)
    desk.provider._changes.append(desk.parent.message_id)
    check(desk)

    acts = desk.session.journal.list_acts(desk.withdrawal.id)

    assert [a.what for a in acts].count("edit_noticed") == 1


def test_an_unknown_send_is_settled_from_sent(desk: Desk) -> None:
    record = desk.draft()
    desk.send_by_hand()
    desk.session.journal.update_letter(record.id, now=desk.now, state=LetterState.UNKNOWN)

    check(desk)

    assert desk.record().state is LetterState.SENT


# --- when things are due ---


def test_the_answer_is_due_after_three_working_days_of_the_country(desk: Desk) -> None:
    desk.session.settings.values["reminders.country"] = "US"  # type: ignore[index]
    desk.now = datetime(2026, 11, 24, 15, tzinfo=ZoneInfo("America/New_York"))

    sent(desk)

    (reminder,) = reminders(desk, About.ANSWER)
    due = due_at(reminder, ZoneInfo("America/New_York"))
    assert due == datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("America/New_York"))  # Thanksgiving


def test_a_reminder_moves_with_the_user_into_another_zone(desk: Desk) -> None:
    desk.now = datetime(2026, 11, 10, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    sent(desk)
    (reminder,) = reminders(desk, About.ANSWER)

    there = due_at(reminder, ZoneInfo("America/New_York"))

    assert (there.hour, there.utcoffset()) == (9, timedelta(hours=-5))
    assert reminder.due == datetime(2026, 11, 13, 8, tzinfo=UTC)
    assert reminder.zone == "Europe/Berlin"


def test_a_draft_unsent_for_a_working_day_comes_first(desk: Desk) -> None:
    desk.draft()
    check(desk)
    desk.now += timedelta(days=1)

    notices = make_notices(check(desk), desk.now, again=False)

    assert notices[0].what == "draft"
    assert "lies unsent" in notices[0].text


def test_promises_are_due_within_two_days_of_sending(desk: Desk) -> None:
    desk.draft(promises=[{"what": "referral", "who": "Ana"}, {"what": "documents", "who": ""}])
    desk.send(says=True)

    found = reminders(desk, About.PROMISE)

    assert [r.due for r in found] == [NOW + timedelta(hours=48)] * 2
    desk.now += timedelta(hours=25)
    texts = [n.text for n in make_notices(check(desk), desk.now, again=False)]
    assert any("put them in touch with Ana" in t for t in texts)


def test_the_services_own_flag_is_set_where_it_has_one(desk: Desk) -> None:
    letter = sent(desk)

    assert desk.provider.flags == {letter.message_id: datetime(2026, 11, 13, 9, tzinfo=UTC)}


def test_without_a_flag_none_is_tried(desk: Desk) -> None:
    desk.without(Capability.FLAG)

    sent(desk)

    assert desk.provider.flags == {}


# --- repeating and failing ---


def test_a_check_repeated_changes_nothing(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=1)
    answer(desk)
    check(desk)
    journal = desk.session.journal
    before = (
        journal.list_reminders(),
        journal.list_answers(),
        journal.list_letters(desk.withdrawal.id),
    )

    check_withdrawal(desk.session, desk.withdrawal.id)
    check(desk)

    after = (
        journal.list_reminders(),
        journal.list_answers(),
        journal.list_letters(desk.withdrawal.id),
    )
    assert before == after


def test_one_withdrawal_can_be_checked_by_its_key_alone(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(hours=1)
    answer(desk)

    checked = check_withdrawal(desk.session, desk.withdrawal.id)

    assert kinds(desk) == ["person"]
    assert checked.requests == 2  # its threads, and a search for strays


def test_the_check_of_one_withdrawal_finds_its_bounce_in_another_thread(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(minutes=3)
    a_bounce_comes(desk)

    check_withdrawal(desk.session, desk.withdrawal.id)

    assert kinds(desk) == ["bounce"]


def test_a_cut_while_looking_loses_nothing(desk: Desk) -> None:
    sent(desk)
    check(desk)
    desk.now += timedelta(hours=1)
    answer(desk)
    desk.provider.faults.arm("read", ProviderUnavailableError("out of reach"))
    with pytest.raises(ProviderUnavailableError):
        check(desk)

    check(desk)

    assert kinds(desk) == ["person"]


def test_without_changes_the_threads_are_read_instead(desk: Desk) -> None:
    desk.without(Capability.CHANGES)
    sent(desk)
    desk.now += timedelta(hours=1)
    answer(desk)

    check(desk)

    assert kinds(desk) == ["person"]


def test_a_follow_up_letter_is_awaited_but_never_followed_up(desk: Desk) -> None:
    sent(desk)
    desk.now += timedelta(days=3)
    desk.draft(kind=Kind.FOLLOW_UP)
    desk.send(says=True)

    assert len(reminders(desk, About.ANSWER)) == 1
    assert replace(desk.record()).kind is Kind.FOLLOW_UP
