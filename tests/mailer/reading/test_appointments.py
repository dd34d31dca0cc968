"""Times agreed in words: whole and partial answers, moves, refusals, zones, words of no time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from tables import each
from talking import BERLIN, ME, NOW, at, invited, standing, talk

from mailer.reading.agreement import find_calling_off
from mailer.reading.appointments import read_prose
from mailer.reading.moments import read_mentions, zone_at


@each(
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


@each(
    ("answer", "is_agreed"),
    [
        ("Thanks, the team has your slides.", False),
        ("Great, see you then.", True),
    ],
)
def test_what_the_user_proposed_is_agreed_in_words_alone(answer: str, is_agreed: bool) -> None:
    told = standing("When would it suit you?", "me: Friday 20 November at 10:00.", answer)

    assert told == ([at(20, 10)] if is_agreed else [])


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


@each(
    ("subject", "expected"),
    [
        ("Zeitplan Hearing 20.11.", [at(20, 10, 20)]),
        ("Zeitplan Hearing", []),
        ("Zeitplan Hearing 20.11. oder 23.11.", []),
        ("Zeitplan am Freitag", []),
    ],
)
def test_a_time_alone_is_of_the_one_date_of_the_subject(
    subject: str, expected: list[datetime]
) -> None:
    asked, answer = talk("Frau Rivera: 10:20 Uhr, Sitzungssaal 2.", "me: Danke, ist notiert.")
    messages = [replace(m, subject=subject) for m in (asked, answer)]

    assert [i.start for i in read_prose(messages, ME, NOW)] == expected


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


@each(
    "said",
    [
        "Please send the form by Friday 20 November at 17:00.",
        "Kindly indicate by 5pm Friday 20 November whether you wish to be considered.",
        "Thank you for coming last Tuesday at 10:00.",
        "mon équipe à 14h",
        "I sat down at 10:00 with the team.",
        "Na segunda fase, às 10h, falamos.",
    ],
)
def test_a_deadline_a_past_day_and_a_word_like_a_weekday_are_no_appointment(said: str) -> None:
    assert not [m for m in read_mentions(said, NOW) if m.is_whole]


@each(
    ("said", "expected"),
    [
        ("7月14日（火）15:00～16:00", time(15)),
        ("7月10日（周五）上午10:00（北京时间）", time(10)),
        ("w poniedziałek 26 października o godz. 12:00", time(12)),
        ("w dniu 27 listopada 2026 r. (piątek) o godz. 11:30", time(11, 30)),
        ("14 grudnia, 9:00", time(9)),
        ("den 27:e november kl 9.00", time(9)),
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


@each(
    ("said", "hour"),
    [
        ("3 pm ET", 20),
        ("15:00 London time", 15),
        ("3pm (Irish time)", 15),
        ("15:00 Uhr", 14),
        ("às 15h no horário de Brasília", 18),
        ("at 3 pm. All times are London", 15),
    ],
)
def test_a_zone_that_is_named_counts(said: str, hour: int) -> None:
    (mention,) = [m for m in read_mentions(f"Friday 20 November {said}", NOW) if m.is_whole]

    assert mention.moment(BERLIN, BERLIN).astimezone(UTC).hour == hour


def test_a_date_behind_a_change_of_the_clocks_keeps_its_hour() -> None:
    summer = datetime.fromisoformat("2026-10-12T09:00:00+02:00")
    (mention,) = [m for m in read_mentions("Wednesday 28 October at 14:00", summer) if m.is_whole]

    moment = mention.moment(zone_at(summer, summer.tzinfo), None)

    assert moment.isoformat() == "2026-10-28T14:00:00+01:00"


@each("word", ["sali", "SALI", "Mon", "ſat", "ıan", "\u0130"])
def test_no_spelling_raises(word: str) -> None:
    read_mentions(f"{word} 10:00 {word} 3/4 {word}.", NOW)


@each(
    ("said", "day", "hour", "minute"),
    [
        ("Friday 20 November at twenty past ten", 20, 10, 20),
        ("Thursday at ten o'clock in the morning", 19, 10, 0),
        ("Freitag um drei Uhr nachmittags", 20, 15, 0),
        ("Freitag um viertel vor elf", 20, 10, 45),
        ("vendredi à dix heures et demie", 20, 10, 30),
        ("vendredi à onze heures moins le quart", 20, 10, 45),
        ("el viernes a las cuatro y media de la tarde", 20, 16, 30),
        ("el miercoles a las diez de la mañana", 18, 10, 0),
        ("sexta-feira às duas e meia da tarde", 20, 14, 30),
        ("venerdì alle undici meno un quarto", 20, 10, 45),
        ("vrijdag om kwart over twee", 20, 14, 15),
        ("fredag klockan halv tre", 20, 14, 30),
        ("w piątek o wpół do trzeciej", 20, 14, 30),
        ("11月20日（金）午後2時半", 20, 14, 30),
        ("周五下午三点", 20, 15, 0),
        ("Freitag, 20.11., 14-15 Uhr", 20, 14, 0),
        ("Friday 20 November, 11-1pm", 20, 11, 0),
        ("vrijdag tussen 14 en 15 uur", 20, 14, 0),
        ("Fr., 20.11.2026, 14:00-15:00 Uhr", 20, 14, 0),
        ("the day after tomorrow at 10", 18, 10, 0),
        ("après-demain à 10h", 18, 10, 0),
        ("jeudi 19 à 18h", 19, 18, 0),
        ("a week on Friday at 10", 27, 10, 0),
        ("next Tuesday at 3pm", 24, 15, 0),
        ("martedì della prossima settimana alle 15", 24, 15, 0),
        ("下周二下午2点", 24, 14, 0),
    ],
)
def test_times_in_words_spans_and_days_ahead(said: str, day: int, hour: int, minute: int) -> None:
    (mention,) = [m for m in read_mentions(said, NOW) if m.is_whole]

    assert mention.moment(BERLIN, BERLIN) == at(day, hour, minute)


@each(
    "said",
    [
        "Friday at two different sites",
        "our offices, ten people each, meet Friday",
        "vendredi, deux heures de route",
        "venerdì avremo due ore",
        "the interview on Friday takes 1 h",
        "Friday: 2-3 hours",
        "um eins vorweg: Freitag",
        "a las 10 de la mañana",
        "Friday: developer no. 2. 58 000 and an office",
        "11月20日(金)、1時間ください",
    ],
)
def test_numbers_and_lengths_are_no_times_of_day(said: str) -> None:
    assert not [m for m in read_mentions(said, NOW) if m.is_whole]


@each(
    "boilerplate",
    [
        "Great, see you then! If you need to reschedule, just let me know.",
        "Super. Falls Sie verschieben müssen, melden Sie sich kurz.",
        "Merci ! Si vous deviez annuler, prévenez-nous.",
        "me: Sorry for the late form, it is attached now.",
    ],
)
def test_what_may_happen_and_an_apology_call_nothing_off(boilerplate: str) -> None:
    said = ("Friday 20 November at 14:00?", "me: Friday works.", boilerplate)

    assert standing(*said) == [at(20, 14)]


@each(
    "said",
    [
        "Entonces hablamos el viernes 20 de noviembre a las 10:00, por Teams.",
        "Wir hören uns dann am Freitag, 20. November, um 10 Uhr.",
        "They have you down for Friday 20 November at 10.",
        "Les he confirmado que vas: viernes 20 de noviembre a las 10:00.",
        "me: As agreed on the phone, I'll be with you on Friday 20 November at 10:00.",
        "The programme for Friday 20 November: 10:00 arrival, 10:30 talk, 12:00 panel.",
    ],
)
def test_what_is_said_as_a_fact_is_settled(said: str) -> None:
    assert standing(said) == [at(20, 10)]


@each(
    "said",
    [
        "¿Hablamos el viernes 20 de noviembre a las 10:00?",
        "Sehen wir uns am Freitag, 20. November, um 10 Uhr?",
        "me: I can do Friday 20 November at 10:00.",
        "Our schedule on Friday 20 November leaves 10:00 or 14:00, which do you prefer?",
        "I can confirm that we received your form on Friday 13 November at 10:00.",
    ],
)
def test_what_is_asked_or_over_settles_nothing(said: str) -> None:
    assert standing(said) == []


@pytest.mark.parametrize(
    ("answer", "is_agreed"),
    [
        ("Vrijdag 20 november 10.00 is prima, tot dan.", True),
        ("11月20日（金）10時で承知いたしました。", True),
        ("Would Friday 20 November at 10:00 be fine?", False),
    ],
)
def test_who_accepts_what_is_not_at_hand_has_agreed(answer: str, is_agreed: bool) -> None:
    _, message = talk("Lost.", f"me: {answer}")

    found = [i.start for i in read_prose([message], ME, NOW)]

    assert found == ([at(20, 10)] if is_agreed else [])
    assert standing("How are you?", f"me: {answer}") == []


def test_an_answer_may_be_given_in_the_own_time() -> None:
    asked = "Interview with Hoku: Friday 20 November, 9am Eastern, I will ring you."

    assert standing(asked, "me: 15:00 on the 20th it is.") == [at(20, 15)]


def test_a_zone_told_of_all_times_or_in_the_answer_counts() -> None:
    """Central is seven hours behind Berlin in November."""
    both = "They offer Tuesday, November 24 at 10:30 or Wednesday, November 25 at 2, both Central."
    asked = "They offer Tuesday, November 24 at 10:30 or Wednesday, November 25 at 2."

    assert standing(both, "me: the Tuesday please.") == [at(24, 17, 30)]
    assert standing(asked, "me: the Tuesday please, 10:30 Central.") == [at(24, 17, 30)]


@each(
    "said",
    [
        "Small change: not before 11:00, the day stays.",
        "Kleine Änderung: bitte erst um 11 Uhr, Frau Falk kommt mit dem Zug. Der Tag bleibt.",
        "Petit changement : plutôt à 11h, le jour ne change pas.",
    ],
)
def test_an_hour_moves_on_a_day_that_stays(said: str) -> None:
    agreed = ("Interview on Friday 20 November at 9:00?", "me: Friday at 9 works, thank you.")

    assert standing(*agreed, said, "me: 11:00 is fine.") == [at(20, 11)]


def test_another_day_asked_for_is_given_with_an_hour_of_its_own() -> None:
    agreed = (
        "Interview on Wednesday 18 November at 9:00?",
        "me: Suits me, but is Friday possible?",
    )
    told = "Hej, absolut. Vi säger fredagen den 20 november kl. 13.15 i stället, samma rum."

    assert standing(*agreed, told) == [at(20, 13, 15)]


@each(
    ("said", "answer"),
    [
        ("次は面接です。11/20(金)の15時でどうでしょう？", "了解です！11/20(金)15時、伺いますね。"),
        ("一面约在11月20日（周五）下午3点，面试官是总监。你看OK吗？", "OK的，到时见！"),
    ],
)  # fmt: skip
def test_japanese_and_chinese_appointments(said: str, answer: str) -> None:
    assert standing(said, f"me: {answer}") == [at(20, 15)]


@each(
    ("said", "expected"),
    [
        (["We have to cancel Friday's interview, the position is on hold."], []),
        (
            ["Can we push our call to Monday 23 November, 11:00?", "me: Monday is fine."],
            [at(23, 11)],
        ),
        (["me: I'm afraid I can't make Friday after all."], []),
        (["I moved the interview to Friday 20 November at 10:00."], [at(20, 10)]),
        (["Please ignore the earlier invitation, I will cancel it."], [at(20, 10)]),
        (["If you need to cancel the interview, write to me."], [at(20, 10)]),
        (["See you Friday at 9:45, at the desk."], [at(20, 10)]),
    ],
)
def test_words_after_a_calendar_may_end_what_it_said(
    said: list[str], expected: list[datetime]
) -> None:
    assert invited(*said) == expected


@pytest.mark.parametrize("said", ["Suoni al cancello grande.", "I cancelli aprono alle 9."])
def test_a_gate_calls_nothing_off(said: str) -> None:
    assert not find_calling_off(said)
    assert find_calling_off(f"{said} Devo cancellare l'incontro.")
