"""One test for each rule of docs/etiquette.md; the number in a test's name is the rule's.

The rules' finer cases are tested where the code lies; here each is proved once, end to end.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from exploring.desk import FIRST, Desk
from exploring.desk import NOW as DESK_NOW

from mailer.errors import UsageError
from mailer.following import list_reminders, make_rules
from mailer.journal_following import About, Reminder
from mailer.model import (
    Address,
    Call,
    CallOutcome,
    Candidacy,
    Channel,
    Interview,
    Kind,
    Part,
    Person,
    Plan,
    Reason,
    SpecialUse,
    Stage,
    Thread,
    Tone,
    Wish,
)
from mailer.records import read_record
from mailer.reminders import letter_promises
from mailer.testing.builders import make_message
from mailer.watching import check_account
from mailer.writing.check import CheckContext, KnownPerson, check_letter, context_for
from mailer.writing.decide import QUESTIONS, advice
from mailer.writing.etiquette import advise
from mailer.writing.letter import SCRIPT, write_aside
from mailer.writing.recipients import choose_recipients
from mailer.writing.render import TemplateFolder
from mailer.writing.situations import NOW, Situation, make_situation, write_situation

ROOT = Path(__file__).resolve().parent.parent
FOLDER = TemplateFolder()
RULES = [f"E{number}" for number in range(1, 39)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    people = [{"name": "Dana Ortiz", "address": FIRST, "part": "hiring_manager"}]
    key = desk.provider._threads()[0].key
    desk.session.journal.update_withdrawal(
        desk.withdrawal.id, facts={"people": people}, thread_keys=[key]
    )
    desk.withdrawal = desk.session.journal.withdrawal(desk.withdrawal.id)
    return desk


def _withdraw(**changes: object) -> Situation:
    return make_situation("en", Kind.WITHDRAW, **changes)  # type: ignore[arg-type]


def _text(made: Situation, *calls: Call, **wishes: object) -> str:
    made = replace(made, wish=replace(made.wish, **wishes), calls=calls or made.calls)
    return write_situation(made, FOLDER).text


def _plan(candidacy: Candidacy, *calls: Call, **wishes: object) -> Plan:
    return advise(candidacy, Wish(**wishes), me=_withdraw().me, now=NOW, calls=calls)


def _steps(plan: Plan) -> list[str]:
    return [step.step for step in plan.steps]


def _recipients(candidacy: Candidacy, kind: Kind = Kind.WITHDRAW, **wishes: object):  # noqa: ANN202
    return choose_recipients(candidacy, kind=kind, wish=Wish(**wishes), me=_withdraw().me, now=NOW)


def _person(name: str, part: Part, address: str, **fields: object) -> Person:
    given, _, family = name.rpartition(" ")
    return Person(
        name=name,
        given_name=given,
        family_name=family,
        address=address,
        addresses=(address,),
        part=part,
        messages_written=1,
        last_wrote_at=NOW - timedelta(days=1),
        **fields,  # type: ignore[arg-type]
    )


def _joined(candidacy: Candidacy, person: Person) -> Candidacy:
    """The process with one more person, who wrote in a thread of their own."""
    message = make_message(
        "Hello Sam", sender=Address(person.name, person.address), date=NOW - timedelta(days=1)
    )
    return replace(
        candidacy,
        people=(*candidacy.people, person),
        threads=(*candidacy.threads, Thread(f"own-{person.name}", (message,))),
    )


def _call(outcome: CallOutcome) -> Call:
    return Call(outcome=outcome, at=NOW - timedelta(hours=1), with_name="Dana Ortiz")


def _rules(text: str, **context: object) -> set[str]:
    made = CheckContext(kind="withdraw", language="en", company="Northwind", **context)  # type: ignore[arg-type]
    return {f.rule for f in check_letter(text, context=made)}


GOOD = "Dear Dana,\n\nThank you for your time. I have decided to withdraw my application.\n\nSam"


# --- decide ---


def test_e01_a_doubt_that_a_talk_can_solve_is_talked_over_first() -> None:
    assert len(QUESTIONS) == 4
    for reason in (Reason.LOCATION, Reason.COMPENSATION, Reason.TIMING):
        given = advice({}, reason)
        assert (given.kind, given.is_talk_first) == (Kind.CLARIFY, True)
    unclear = " ".join(advice({"talk": True}, Reason.NOT_A_FIT).sentences)
    assert "decline the next round" in unclear
    assert advice({"committed": True, "talk": True}, Reason.COMPENSATION).kind is Kind.WITHDRAW
    no_to_all = " ".join(advice({q.key: False for q in QUESTIONS}, Reason.NONE).sentences)
    assert "Nothing of this speaks for leaving" in no_to_all
    assert "Nothing of this" not in " ".join(advice({}, Reason.NONE).sentences)


def test_e02_who_only_cannot_make_the_date_offers_others() -> None:
    for reason in (Reason.ILLNESS, Reason.EMERGENCY, Reason.CONFLICT, Reason.TRAVEL):
        assert advice({}, reason).kind is Kind.RESCHEDULE
    made = make_situation("en", Kind.RESCHEDULE, reason=Reason.ILLNESS)
    assert "November 16 at 3:00 PM" in _text(made)
    with pytest.raises(UsageError, match="at least one"):
        _text(made, propose=())


def test_e03_an_unsent_draft_is_the_first_thing_a_reminder_speaks_of(desk: Desk) -> None:
    journal, rules = desk.session.journal, make_rules(desk.session.settings)
    desk.draft()
    later = DESK_NOW + timedelta(days=2)
    other = Reminder(
        withdrawal=desk.withdrawal.id,
        about=About.OWN,
        mark="own:1",
        text="Buy a cake.",
        due=DESK_NOW + timedelta(hours=1),
        created_at=DESK_NOW,
    )
    journal.add_reminders([other])

    listed = list_reminders(journal, rules, later, [desk.withdrawal])

    assert [one.reminder.about for one in listed] == [About.DRAFT, About.OWN]
    assert listed[0].due <= later
    assert read_record(journal, desk.withdrawal).age_days(later) == 2


# --- whom, in which order ---


def test_e04_who_brought_you_in_hears_it_before_the_letter_goes() -> None:
    agency = _person("Rae Lin", Part.AGENCY_RECRUITER, "rae@hale.example")
    plan = _plan(_joined(_withdraw().candidacy, agency))

    assert _steps(plan) == ["thank-referrer", "tell-recruiter", "write"]
    note = next(s for s in plan.steps if s.step == "tell-recruiter")
    assert (note.kind, note.parent is not None) == (Kind.RECRUITER_NOTE, True)
    inside = make_situation("en", Kind.WITHDRAW, leader=Part.AGENCY_RECRUITER).candidacy
    assert "tell-recruiter" not in _steps(_plan(inside))


def test_e05_the_future_boss_gets_the_letter_and_the_recruiters_a_copy() -> None:
    made = _recipients(_withdraw().candidacy)
    assert [a.address for a in made.to] == ["first@northwind.example"]
    assert [a.address for a in made.cc] == ["second@northwind.example"]

    alone = _recipients(_withdraw(leader=Part.AGENCY_RECRUITER).candidacy)
    assert [a.address for a in alone.to] == ["first@hale.example"]

    clarify = _recipients(_withdraw().candidacy, Kind.CLARIFY)
    assert [a.address for a in clarify.to] == ["second@northwind.example"]


def test_e06_the_recruiter_one_spoke_with_is_named() -> None:
    assert "Tom Reed" in _text(_withdraw())


def test_e07_a_referrer_is_thanked_privately_and_never_copied() -> None:
    candidacy = _withdraw().candidacy
    referrer = _person("Claire Martin", Part.REFERRER, "claire@friends.example")
    candidacy = _joined(candidacy, referrer)
    parent = candidacy.parent
    assert parent is not None
    seen = replace(parent, cc=(Address(referrer.name, referrer.address),))
    own = Thread("t1", (*candidacy.threads[0].messages[:-1], seen))
    candidacy = replace(candidacy, parent=seen, threads=(own, *candidacy.threads[1:]))

    everyone = _recipients(candidacy, reply_all=True)
    assert "claire@friends.example" not in {a.address for a in (*everyone.to, *everyone.cc)}
    assert "thank-referrer" in _steps(_plan(candidacy))


def test_e08_others_stay_in_copy_only_where_asked_or_where_they_own_the_interview() -> None:
    candidacy = _joined(
        _withdraw().candidacy, _person("Kim Olsen", Part.COORDINATOR, "kim@northwind.example")
    )
    panel = Address("Lee Park", "lee@northwind.example")
    parent = candidacy.parent
    assert parent is not None
    crowded = replace(parent, cc=(panel,))
    candidacy = replace(
        candidacy,
        parent=crowded,
        threads=(
            Thread("t1", (*candidacy.threads[0].messages[:-1], crowded)),
            *candidacy.threads[1:],
        ),
    )
    booked = Interview(start=NOW + timedelta(days=2), arranged_by="kim@northwind.example")
    held = replace(candidacy, interviews=())
    owning = replace(candidacy, interviews=(booked,))

    assert "kim@northwind.example" not in {a.address for a in _recipients(held).cc}
    assert "kim@northwind.example" in {a.address for a in _recipients(owning).cc}
    assert panel.address not in {a.address for a in _recipients(held).cc}
    assert panel.address in {a.address for a in _recipients(held, reply_all=True).cc}


# --- the channel ---


def test_e09_early_and_by_mail_it_is_a_reply_in_the_thread() -> None:
    candidacy = _withdraw(stage=Stage.APPLIED, hours=0).candidacy
    leader = candidacy.people[0].address
    plan = _plan(candidacy)

    step = plan.steps[-1]
    assert (step.step, step.channel, step.rule, plan.stop) == ("write", "email", "E9", "")
    theirs = [m for m in candidacy.threads[0].messages if m.sender.address == leader]
    assert len(candidacy.threads[0].messages) > 1
    assert step.parent == max(theirs, key=lambda m: m.date)


def test_e10_in_the_middle_the_reply_offers_a_call() -> None:
    assert _plan(_withdraw().candidacy).steps[-1].rule == "E10"
    assert re.search(r"by phone", _text(_withdraw()))
    assert not re.search(r"by phone", _text(_withdraw(stage=Stage.APPLIED, hours=0)))


@pytest.mark.parametrize("stage", [Stage.FINAL, Stage.OFFER])
def test_e11_late_or_mostly_by_phone_one_calls_first(stage: Stage) -> None:
    late = _withdraw(stage=stage).candidacy
    by_phone = replace(_withdraw().candidacy, channel=Channel.PHONE)
    for candidacy in (late, by_phone):
        plan = _plan(candidacy)
        assert plan.stop == "call_first"
        assert plan.script
        assert _steps(plan).index("call") < len(plan.steps) - 1
        assert _plan(candidacy, by_mail=True).stop == ""
        assert _plan(candidacy, _call(CallOutcome.REACHED)).stop == ""


@pytest.mark.parametrize("outcome", [CallOutcome.VOICEMAIL, CallOutcome.NO_ANSWER])
def test_e12_after_a_call_in_vain_the_letter_says_that_it_was_tried(outcome: CallOutcome) -> None:
    made = _withdraw(stage=Stage.FINAL)
    plan = _plan(made.candidacy, _call(outcome))

    assert plan.stop == ""
    assert plan.steps[-1].kind is Kind.WITHDRAW or plan.steps[-1].kind is Kind.DECLINE_OFFER
    assert re.search(r"\bI called|phone", _text(made, _call(outcome)))


def _unreachable(**changes: object) -> Candidacy:
    people = (_person("", Part.OTHER, "no-reply@northwind.example"),)
    people = tuple(replace(p, is_reachable=False) for p in people)
    return replace(_withdraw().candidacy, people=people, parent=None, threads=(), **changes)


def test_e13_on_a_platform_there_is_a_text_to_paste() -> None:
    plan = _plan(_unreachable(channel=Channel.PLATFORM, platform="LinkedIn"))

    assert plan.stop == "nobody_to_write_to"
    assert "withdraw" in plan.paste
    assert "LinkedIn" in plan.why_stop


def test_e14_at_a_portal_its_own_withdraw_step_is_named() -> None:
    plan = _plan(_unreachable(channel=Channel.PORTAL, portal="https://jobs.northwind.example"))

    assert plan.stop == "nobody_to_write_to"
    assert _steps(plan)[-1] == "portal"
    assert "https://jobs.northwind.example" in plan.why_stop


def test_g11_where_no_mail_has_a_message_id_that_is_said_and_no_portal_made_up() -> None:
    candidacy = _withdraw().candidacy
    threads = tuple(
        replace(t, messages=tuple(replace(m, message_id="") for m in t.messages))
        for t in candidacy.threads
    )
    plan = _plan(replace(candidacy, threads=threads, parent=None))

    assert plan.stop == "nobody_to_write_to"
    assert "Message-ID" in plan.why_stop
    assert candidacy.people[0].address in plan.why_stop


def test_e15_a_call_is_confirmed_in_writing_with_its_day_and_nothing_that_was_not_said() -> None:
    made = make_situation("en", Kind.CONFIRMATION, stage=Stage.FINAL, hours=0)
    text = _text(made, reason=Reason.COMPENSATION)

    assert "Monday, November 9" in text
    assert "withdraw" in text
    assert not re.search(r"compensation|salary|promised|agreed|as we\b", text, re.I)


def test_e16_the_script_says_who_what_and_thanks_and_is_short() -> None:
    made = _withdraw(stage=Stage.FINAL)
    text = write_aside(
        SCRIPT, made.candidacy, wish=made.wish, me=made.me, now=NOW, templates=FOLDER
    )

    assert made.me.name in text
    assert re.search(r"withdraw.*Thank you.*confirm this by email", text, re.S)
    assert len(text.split()) < 90


# --- the letter ---


def test_e17_thanks_decision_reason_and_wishes_come_in_this_order() -> None:
    text = _text(_withdraw(stage=Stage.APPLIED, hours=0), reason=Reason.RELOCATION)
    places = [re.search(p, text) for p in ("Than", "withdraw", "relocat|move", "wish|hope")]

    assert all(places)
    starts = [found.start() for found in places if found]
    assert starts == sorted(starts)
    assert not re.search("stay in touch", text)
    assert re.search("stay in touch", _text(_withdraw(), stay_in_touch=True))


def test_e18_every_reason_has_words_of_its_own_and_none_says_none() -> None:
    made = _withdraw(stage=Stage.APPLIED, hours=0)
    bare = _text(made)
    leaving = [
        r
        for r in Reason
        if r not in (Reason.ILLNESS, Reason.EMERGENCY, Reason.CONFLICT, Reason.TRAVEL)
    ]
    texts = {reason: _text(made, reason=reason) for reason in leaving}

    assert texts[Reason.NONE] == bare
    assert len(set(texts.values())) == len(leaving)
    neutral = check_letter(
        texts[Reason.CONCERNS],
        context=context_for(
            made.candidacy, kind=made.kind, me=made.me, to=(), needs_recruiter=False
        ),
    )
    assert not [f for f in neutral if f.rule == "E26"]


def test_e19_one_line_of_the_talk_makes_it_personal() -> None:
    assert "your plans for the Lisbon team" in _text(
        _withdraw(), mention="your plans for the Lisbon team"
    )


def test_e20_the_letter_keeps_their_tone_and_language() -> None:
    assert _text(_withdraw(tone=Tone.FRIENDLY)).startswith("Hi Dana,")
    assert _text(_withdraw(tone=Tone.FORMAL)).startswith("Dear Ms Ortiz,")
    german = make_situation("de", Kind.WITHDRAW, tone=Tone.FRIENDLY)
    formal = make_message("Wann passt es Ihnen? Ich freue mich auf Ihre Antwort.")
    spoken = replace(
        german.candidacy,
        threads=(Thread("t1", (replace(formal, sender=Address("", "first@northwind.example")),)),),
    )
    assert re.search(r"\bdir\b|\bdu\b", _text(german), re.I)
    assert "Sie" in _text(replace(german, candidacy=spoken))


def test_e21_each_closing_offer_has_its_own_switch() -> None:
    plain = _text(_withdraw())
    for wish, words in (
        ({"offer_debrief": True}, "explain my decision"),
        ({"suggest_peer": "Robin Hale"}, "Robin Hale"),
        ({"ask_feedback": True}, "feedback"),
    ):
        assert words not in plain
        assert words in _text(_withdraw(), **wish)


def test_e22_an_offer_is_declined_exactly_and_what_was_accepted_stops_first() -> None:
    offer = make_situation("en", Kind.DECLINE_OFFER, stage=Stage.OFFER, reason=Reason.VISA)
    text = _text(offer)
    assert re.search(r"apologize|sorry", text)
    assert "documents" in text or "papers" in text or "document" in text

    accepted = make_situation("en", Kind.DECLINE_OFFER, stage=Stage.ACCEPTED)
    plan = _plan(accepted.candidacy)
    assert plan.stop == "accepted"
    assert "contract" in plan.why_stop
    assert _plan(accepted.candidacy, anyway=True, by_mail=True).stop == ""
    assert "November 10" in _text(accepted)


def test_e23_a_refused_visa_says_whether_for_good_or_for_now() -> None:
    made = _withdraw(reason=Reason.VISA)

    good = _text(made, visa_for_good=True)
    assert re.search(r"final|no further|for good", good)
    now = _text(made, visa_for_good=False)
    assert re.search(r"for now|time being|present", now)


def test_e24_a_booked_interview_is_cancelled_by_date_time_and_zone() -> None:
    assert "Friday, November 13 at 10:30 AM (Berlin time)" in _text(_withdraw(hours=72))

    made = _withdraw(hours=72)
    (*_, booked) = made.candidacy.interviews
    overseas = replace(booked, timezone="Pacific/Auckland")
    abroad = replace(made, candidacy=replace(made.candidacy, interviews=(overseas,)))
    assert "Friday, November 13 at 10:30 PM (Auckland time)" in _text(abroad)

    near = _withdraw(hours=5)
    assert re.search(r"sorry|apologize", _text(near), re.I)
    assert "call" in " ".join(_plan(near.candidacy).advice)
    assert _plan(near.candidacy).stop == ""
    assert not _plan(_withdraw(hours=72).candidacy).advice


# --- the checker ---


@pytest.mark.parametrize(
    "words", ["[Name]", "{{ role }}", "<company>", "XXX", "the Engineer role at Globex"]
)
def test_e25_a_placeholder_or_a_wrong_company_is_found(words: str) -> None:
    assert "E25" in _rules(GOOD.replace("application", f"application for {words}"))
    assert "E25" in _rules(GOOD.replace("Dear Dana,", "Dear ,"))
    assert "E25" not in _rules(GOOD)


@pytest.mark.parametrize(
    "words",
    [
        "Your process was a waste of my time.",
        "I have a better offer.",
        "They pay $150,000.",
        "I accepted an offer from Contoso.",
        "I am heartbroken.",
        "I am sorry. I apologize. Sorry again.",
        "Good luck with that!",
    ],
)
def test_e26_grievance_comparison_figures_and_strong_feelings_are_found(words: str) -> None:
    assert "E26" in _rules(f"{GOOD}\n\n{words}")
    assert "E26" not in _rules(GOOD)


def test_e27_length_reasons_decision_and_thanks_are_looked_at() -> None:
    assert "E27" not in _rules(GOOD)
    for text in (
        GOOD + " and so on" * 80,
        GOOD.replace("I have decided to withdraw my application.", "Things have changed."),
        GOOD.replace("Thank you for your time. ", ""),
        f"{GOOD} I cannot relocate, and the salary does not suit me.",
    ):
        assert "E27" in _rules(text)


def test_e28_the_recipients_are_looked_at() -> None:
    people = (
        KnownPerson(name="Dana", part="hiring_manager", addresses=("dana@northwind.example",)),
        KnownPerson(name="Tom", part="recruiter", addresses=("tom@northwind.example",)),
        KnownPerson(name="Kim", part="referrer", addresses=("kim@friends.example",)),
    )
    to = ("dana@northwind.example", "tom@northwind.example")
    known = {"people": people, "own_addresses": ("sam@rivera.example",), "employer": "acme.example"}

    assert "E28" not in _rules(GOOD, to=to, **known)
    for wrong in (
        {"to": to[:1]},
        {"to": (*to, "kim@friends.example")},
        {"to": (*to, "no-reply@northwind.example")},
        {"to": (*to, "dana@n0rthwind.example")},
        {"to": (*to, "boss@acme.example")},
        {"to": to, "reply_to": ("other@elsewhere.example",)},
    ):
        assert "E28" in _rules(GOOD, **{**known, **wrong})


# --- after ---


def _sent(desk: Desk, **facts: object) -> None:
    desk.draft(**facts)
    desk.send(says=True)


def _reminders(desk: Desk, about: About) -> list:
    return [r for r in desk.session.journal.list_reminders(desk.withdrawal.id) if r.about is about]


def _answered(desk: Desk, text: str, **fields: object) -> None:
    letter = next(m for m in desk.provider.messages if m.special_use is SpecialUse.SENT)
    desk.provider.deliver(make_message(text, answers=letter, date=desk.now, **fields))
    check_account(desk.session, is_scheduled=False, drafts_follow_ups=False)


def test_e29_a_promise_is_due_within_two_days(desk: Desk) -> None:
    promised = letter_promises(Kind.WITHDRAW, Wish(suggest_peer="Robin Hale"), Stage.INTERVIEW)

    _sent(desk, **promised)

    (reminder,) = _reminders(desk, About.PROMISE)
    assert "Robin Hale" in reminder.text
    assert reminder.due - DESK_NOW == timedelta(hours=48)


def test_e30_silence_is_reminded_of_and_an_automatic_reply_is_no_answer(desk: Desk) -> None:
    _sent(desk)
    desk.now = DESK_NOW + timedelta(hours=1)
    _answered(desk, "I am out of office.", subject="Automatic reply: Engineer")

    (reminder,) = _reminders(desk, About.ANSWER)
    assert reminder.state == "open"
    assert (reminder.due.date() - DESK_NOW.date()).days == 3
    text = _text(make_situation("en", Kind.FOLLOW_UP))
    assert "last" in text
    assert len(text.split()) < 90


def test_e31_an_answer_closes_the_loop_and_says_what_it_asks_for(desk: Desk) -> None:
    _sent(desk)
    desk.now = DESK_NOW + timedelta(days=1)
    _answered(desk, "Sorry to hear that. Could you give us some feedback on the process?")

    record = read_record(desk.session.journal, desk.withdrawal)
    assert record.state(desk.now) == "answered"
    assert record.answer is not None
    assert "feedback" in str(record.answer.facts)
    assert [r.state for r in _reminders(desk, About.ANSWER)] == ["done"]


def test_e32_the_history_and_a_line_of_reflection_are_kept(desk: Desk) -> None:
    _sent(desk)
    desk.session.journal.add_reflection(desk.withdrawal.id, "Liked the team.", now=DESK_NOW)

    record = read_record(desk.session.journal, desk.withdrawal)

    assert {"decided", "sent", "note"} <= {event.what for event in record.timeline()}
    assert record.reflections[0][1] == "Liked the team."


def test_e33_an_offer_to_stay_in_touch_becomes_a_reminder(desk: Desk) -> None:
    _sent(desk, stay_in_touch=True)

    (reminder,) = _reminders(desk, About.CONNECT)
    assert "Dana Ortiz" in reminder.text


def test_e34_feedback_holds_observations_and_no_judgement() -> None:
    made = make_situation("en", Kind.FEEDBACK)
    text = _text(made, observations=("The task took six hours.",))
    assert "The task took six hours." in text
    with pytest.raises(UsageError, match="observations"):
        _text(made, observations=())

    context = context_for(made.candidacy, kind=Kind.FEEDBACK, me=made.me, to=())
    judged = text.replace("six hours.", "six hours, which was far too long.")
    assert not check_letter(text, context=context)
    assert "E34" in {f.rule for f in check_letter(judged, context=context)}


# --- more for the letter ---


def test_e35_what_one_looks_for_and_a_recommendation_are_said_where_wanted() -> None:
    made = _withdraw(reason=Reason.NOT_A_FIT)
    text = _text(made, looking_for="a role closer to data", recommend=True)

    assert "a role closer to data" in text
    assert "recommend" in text
    assert "recommend" not in _text(made)


def test_e36_a_correction_apologises_once_explains_and_resets() -> None:
    missed = _text(make_situation("en", Kind.CORRECTION, reason=Reason.ILLNESS))
    tone = _text(make_situation("en", Kind.CORRECTION, stage=Stage.APPLIED, hours=0))

    assert "November 5" in missed
    assert "ill" in missed
    assert "tone" in tone
    for text in (missed, tone):
        assert len(re.findall(r"sorry|apologi[sz]e", text)) == 1


def test_e37_a_counter_offer_asks_to_pause() -> None:
    said = " ".join(advice({}, Reason.COUNTER_OFFER).sentences)

    assert "pause" in said
    assert "E37" in said


def test_e38_where_the_custom_is_unknown_one_asks_the_recruiter() -> None:
    said = advice({}, Reason.NONE, _withdraw().candidacy).sentences[-1]

    assert "Tom Reed" in said
    assert "prefer" in said


# --- all of them ---


def test_every_rule_of_the_page_has_a_test_that_names_it() -> None:
    page = (ROOT / "docs" / "etiquette.md").read_text("utf-8")
    defined = {int(n) for n in re.findall(r"\bE(\d+)\b", page)}
    tests: dict[str, Callable[..., None]] = {
        name: value for name, value in globals().items() if name.startswith("test_e")
    }
    named = {int(found[1]) for name in tests if (found := re.match(r"test_e(\d\d)_", name))}

    assert defined == named == {int(rule[1:]) for rule in RULES}
