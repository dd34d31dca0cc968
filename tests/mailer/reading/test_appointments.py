"""Times agreed in words: whole and partial answers, moves, refusals, zones, words of no time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mailer.model import Me, Message
from mailer.reading.appointments import read_prose
from mailer.reading.moments import read_mentions, zone_at
from mailer.testing.builders import make_message

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 16, 9, tzinfo=BERLIN)  # a Monday
ME = Me("Sam Rivera", ("sam@rivera.example",))


def talk(*said: str) -> list[Message]:
    """Return a thread: they begin, then both take turns, an hour apart; `me: ` marks the user."""
    messages: list[Message] = []
    for number, text in enumerate(said):
        is_mine = text.startswith("me: ")
        message = make_message(
            text.removeprefix("me: "),
            sender="Sam Rivera <sam@rivera.example>"
            if is_mine
            else "Dana <dana@northwind.example>",
            to="dana@northwind.example" if is_mine else "sam@rivera.example",
            date=NOW - timedelta(days=1) + timedelta(hours=number),
            answers=messages[-1] if messages else None,
        )
        messages.append(message)
    return messages


def standing(*said: str) -> list[datetime]:
    return [i.start for i in read_prose(talk(*said), ME, NOW) if not i.is_cancelled]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    "answer",
    [
        "me: Friday at 10 works.",
        "me: The 20th suits me.",
        "me: 10 on Friday it is, see you then.",
        "me: Friday please, looking forward.",
    ],
)
def test_an_answer_may_name_one_of_several_options_in_part(answer: str) -> None:
    asked = "Could you come on Thursday 19 November at 15:00 or Friday 20 November at 10:00?"

    assert standing(asked, answer) == [at(20, 10)]


def test_an_answer_that_fits_several_options_settles_none() -> None:
    asked = "Thursday 19 November at 10:00 or Friday 20 November at 10:00?"

    assert standing(asked, "me: 10:00 is fine.") == []


def test_their_answer_settles_what_the_user_proposed() -> None:
    assert standing(
        "Wednesday 18 November at 14:00?",
        "me: I could do 13:00 that day, 14:00 is taken.",
        "13:00 on Wednesday is great, locked in.",
    ) == [at(18, 13)]


@pytest.mark.parametrize(
    "moved",
    [
        "Sorry, we need to move this: Monday 23 November at 14:00?",
        "Leider muss ich verschieben. Neu wäre Montag, 23. November, 14.00 Uhr.",
        "sorry. exam board. monday 23 same time ok?",
    ],
)
def test_a_later_move_ends_what_was_agreed(moved: str) -> None:
    assert standing(
        "Friday 20 November at 14:00?", "me: Friday works.", moved, "me: Monday at 14:00 is fine."
    ) == [at(23, 14)]


def test_what_is_called_off_without_another_date_stands_no_more() -> None:
    assert standing(
        "Friday 20 November at 14:00?", "me: Perfect.", "So sorry, I have to call off Friday."
    ) == []  # fmt: skip


def test_a_bare_weekday_that_repeats_what_was_agreed_changes_nothing() -> None:
    assert standing(
        "Tuesday, 1 December at 14:00 or Friday, 4 December at 9:00?",
        "me: 1 December at 14:00 works.",
        "Booked with the CFO, Tuesday 14:00.",
    ) == [datetime(2026, 12, 1, 14, tzinfo=BERLIN)]


def test_an_office_may_set_the_date_itself() -> None:
    summons = "Sie werden eingeladen, am Mittwoch, dem 18.11.2026, um 09:30 Uhr zu erscheinen."

    assert standing(summons) == [at(18, 9, 30)]


@pytest.mark.parametrize(
    "said",
    [
        "Please send the form by Friday 20 November at 17:00.",
        "Thank you for coming last Tuesday at 10:00.",
        "mon équipe à 14h",
        "I sat down at 10:00 with the team.",
        "Na segunda fase, às 10h, falamos.",
    ],
)
def test_a_deadline_a_past_day_and_a_word_like_a_weekday_are_no_appointment(said: str) -> None:
    assert not [m for m in read_mentions(said, NOW) if m.is_whole]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("7月14日（火）15:00～16:00", time(15)),
        ("7月10日（周五）上午10:00（北京时间）", time(10)),
        ("w poniedziałek 26 października o godz. 12:00", time(12)),
        ("fredag 20 mars kl 10", time(10)),
        ("mercoledì 20 maggio alle ore 10.30", time(10, 30)),
        ("on Wednesday 17th March at 2.15 pm", time(14, 15)),
        ("this coming Saturday 3/20, 10 in the morning", time(10)),
        ("Friday at noon", time(12)),
    ],
)
def test_times_are_read_as_people_of_many_countries_write_them(said: str, expected: time) -> None:
    (mention,) = [m for m in read_mentions(said, NOW) if m.is_whole]

    assert mention.clock is not None
    assert mention.clock.clock == expected


@pytest.mark.parametrize(
    ("said", "hour"),
    [("3 pm ET", 20), ("15:00 London time", 15), ("3pm (Irish time)", 15), ("15:00 Uhr", 14)],
)
def test_a_zone_that_is_named_counts(said: str, hour: int) -> None:
    (mention,) = [m for m in read_mentions(f"Friday 20 November {said}", NOW) if m.is_whole]

    assert mention.moment(BERLIN, BERLIN).astimezone(UTC).hour == hour


def test_a_date_behind_a_change_of_the_clocks_keeps_its_hour() -> None:
    summer = datetime.fromisoformat("2026-10-12T09:00:00+02:00")
    (mention,) = [m for m in read_mentions("Wednesday 28 October at 14:00", summer) if m.is_whole]

    moment = mention.moment(zone_at(summer, summer.tzinfo), None)

    assert moment.isoformat() == "2026-10-28T14:00:00+01:00"


@pytest.mark.parametrize("word", ["sali", "SALI", "Mon", "ſat", "ıan", "\u0130"])
def test_no_spelling_raises(word: str) -> None:
    read_mentions(f"{word} 10:00 {word} 3/4 {word}.", NOW)
