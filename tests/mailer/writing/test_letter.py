import re
from dataclasses import replace

import pytest

from mailer.errors import UsageError
from mailer.markup import html_to_text
from mailer.model import Address, Kind, Part, Reason, Stage, Tone
from mailer.writing.check import check_letter, context_for
from mailer.writing.letter import PASTE, SCRIPT, write_aside
from mailer.writing.render import TemplateFolder, built_in_languages, sentences
from mailer.writing.situations import (
    LETTERS,
    Situation,
    list_reasons,
    list_situations,
    make_situation,
    with_everything,
    write_situation,
)

FOLDER = TemplateFolder()
LANGUAGES = built_in_languages()
ONE_PROCESS = (
    Kind.CLARIFY,
    Kind.RESCHEDULE,
    Kind.CANCEL,
    Kind.RECRUITER_NOTE,
    Kind.REFERRER_THANKS,
    Kind.WITHDRAW,
    Kind.DECLINE_INVITATION,
    Kind.CONFIRMATION,
    Kind.FOLLOW_UP,
    Kind.FEEDBACK,
    Kind.CORRECTION,
)


def _written(situation: Situation, earlier: tuple[str, ...] = ()) -> str:
    return write_situation(situation, FOLDER, earlier=earlier).text


def _length(text: str, language: str) -> int:
    return len("".join(text.split())) if language == "ja" else len(text.split())


def _bounds(situation: Situation) -> tuple[int, int]:
    """The fewest and most words; a refused offer must explain, and may carry every extra."""
    if situation.candidacy.language == "ja":
        return 150, 450
    if situation.kind is Kind.WITHDRAW:
        return 45, 150
    if situation.kind is Kind.DECLINE_OFFER:
        return 45, 150 if situation.wish.mention else 120
    return 25, 90


def test_the_eight_languages_are_there() -> None:
    assert LANGUAGES == ("de", "en", "es", "fr", "it", "ja", "nl", "pt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_lacks_no_letter(language: str) -> None:
    wanted = {f"{language}/{kind.value}.txt.j2" for kind in Kind}
    wanted |= {f"{language}/{name}.txt.j2" for name in ("base", SCRIPT, PASTE)}

    missing = wanted - set(FOLDER.list_names())

    assert missing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_plain_paragraphs_of_a_length_that_people_read(language: str) -> None:
    faults = []
    for situation in list(list_situations(language))[::7]:
        text = _written(situation)
        least, most = _bounds(situation)
        if not least <= _length(text, language) <= most:
            faults.append((situation.title, _length(text, language)))
        if re.search(r"  |\n\n\n|[{}<>]| [,.;](?:\s|$)|\.\.|,,|\bNone\b", text):
            faults.append((situation.title, text))

    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [Kind.WITHDRAW, Kind.DECLINE_OFFER])
@pytest.mark.parametrize("leader", [Part.HIRING_MANAGER, Part.AGENCY_RECRUITER])
def test_every_extra_at_once_still_makes_a_letter_of_the_right_length(
    language: str, kind: Kind, leader: Part
) -> None:
    stage = Stage.ACCEPTED if kind is Kind.DECLINE_OFFER else Stage.FINAL
    lengths = {}
    for reason in list_reasons(kind):
        made = make_situation(
            language, kind, reason=reason, stage=stage, tone=Tone.FORMAL, leader=leader, hours=5
        )
        full = with_everything(made)
        lengths[reason] = _length(_written(full), language)
        most = _bounds(full)[1]

    assert max(lengths.values()) <= most, lengths


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
def test_within_one_process_no_two_letters_share_a_sentence(language: str, tone: Tone) -> None:
    earlier: tuple[str, ...] = ()
    seen: set[str] = set()
    for kind in ONE_PROCESS:
        reason = Reason.PERSONAL if kind in (Kind.RECRUITER_NOTE, Kind.WITHDRAW) else Reason.NONE
        text = _written(make_situation(language, kind, reason=reason, tone=tone), earlier)
        assert not sentences(text) & seen, kind
        seen |= sentences(text)
        earlier += (text,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tones_and_the_stages_read_differently(language: str) -> None:
    for kind in (Kind.WITHDRAW, Kind.CONFIRMATION, Kind.CLARIFY):
        tones = {_written(make_situation(language, kind, tone=tone)) for tone in Tone}
        assert len(tones) == 2
    stages = {_written(make_situation(language, Kind.WITHDRAW, stage=s, hours=0)) for s in Stage}
    assert len(stages) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_is_short_enough_to_be_said(language: str) -> None:
    for stage in (Stage.INTERVIEW, Stage.OFFER, Stage.ACCEPTED):
        made = make_situation(language, Kind.WITHDRAW, stage=stage, reason=Reason.ACCEPTED_OFFER)
        text = write_aside(
            SCRIPT,
            made.candidacy,
            wish=made.wish,
            me=made.me,
            now=made.now,
            readers=made.candidacy.people[:1],
            templates=FOLDER,
        )
        assert _length(text, language) < (320 if language == "ja" else 90)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "facts",
    [
        {"role": ""},
        {"company": ""},
        {"role": "", "company": ""},
        {"company": "Müller & Söhne"},
        {"company": "Acme Inc."},
        {"role": "Compensation Manager", "company": "Visa"},
        {"role": "Senior Principal Software Engineer, Machine Learning Platform (m/f/d)"},
    ],
)
def test_odd_facts_leave_no_seam_and_nothing_for_the_checker(
    language: str, facts: dict[str, str]
) -> None:
    faults = []
    for number, kind in enumerate(LETTERS):
        for leader in (Part.HIRING_MANAGER, Part.AGENCY_RECRUITER):
            reason = list_reasons(kind)[number % len(list_reasons(kind))]
            made = make_situation(language, kind, reason=reason, leader=leader)
            made = replace(made, candidacy=replace(made.candidacy, **facts))
            text = _written(made)
            to = [Address("", made.candidacy.people[0].address)]
            context = context_for(made.candidacy, kind=kind, me=made.me, to=to)
            found = [f for f in check_letter(text, context=context) if f.rule in ("E25", "E26")]
            seams = re.findall(r"\.\.|[ (] |  | [,.](?:\s|$)|\bNone\b|\(\)", text)
            faults += [(made.title, text, found, seams)] if found or seams else []

    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sentences_of_a_letter_begin_alike(language: str) -> None:
    alike = []
    for situation in list(list_situations(language))[::11]:
        said = re.split(r"(?<=\D[.!?:])\s+|\n+", _written(situation))
        begins = [" ".join(s.split()[:3]).casefold() for s in said if len(s.split()) > 4]
        alike += [(situation.title, b) for b in set(begins) if begins.count(b) > 1]

    assert alike == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_readers_are_both_greeted_and_one_without_a_name_is_not_invented(
    language: str,
) -> None:
    made = make_situation(language, Kind.WITHDRAW, tone=Tone.FORMAL)
    leader, second, *_ = made.candidacy.people
    both = replace(
        made.wish, to=(Address("", leader.address), Address(second.name, second.address))
    )
    nobody = replace(leader, name="", given_name="", family_name="", honorific="")
    unknown = replace(made.candidacy, people=(nobody,))

    greeting = "\n".join(_written(replace(made, wish=both)).splitlines()[:2])
    without = _written(replace(made, candidacy=unknown)).splitlines()[0]

    assert leader.family_name.casefold() in greeting.casefold()
    assert second.family_name in greeting
    assert without
    assert leader.family_name not in without


def test_the_html_says_what_the_text_says() -> None:
    letter = write_situation(make_situation("fr", Kind.WITHDRAW), FOLDER)

    assert html_to_text(letter.html).split() == letter.text.split()


def test_a_language_without_letters_gets_the_english_one_and_a_note() -> None:
    made = make_situation("en", Kind.WITHDRAW)
    finnish = replace(made.candidacy, language="fi")

    letter = write_situation(replace(made, candidacy=finnish), FOLDER)

    assert letter.language == "en"
    assert "Finnish" in letter.notes[0]


@pytest.mark.parametrize("kind", [Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.CONFIRMATION])
def test_a_reason_to_move_an_interview_is_no_reason_to_leave(kind: Kind) -> None:
    made = make_situation("en", kind, reason=Reason.ILLNESS)

    with pytest.raises(UsageError, match="not to leave"):
        _written(made)


def test_what_comes_from_mail_cannot_break_out_of_its_line() -> None:
    made = make_situation("en", Kind.WITHDRAW)
    hostile = replace(made.candidacy, role="Engineer\r\nBcc: x@evil.example\u202e{{ 7 * 7 }}")

    text = _written(replace(made, candidacy=hostile))

    assert "\u202e" not in text
    assert "49" not in text
    assert not any(line.startswith("Bcc:") for line in text.splitlines())


def test_the_list_of_kinds_is_complete() -> None:
    assert {*LETTERS, Kind.DECLINE_INVITATION} == set(Kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_to_an_agent_alone_names_their_client_and_not_the_agency(language: str) -> None:
    made = make_situation(
        language,
        Kind.WITHDRAW,
        reason=Reason.PERSONAL,
        stage=Stage.INTERVIEW,
        tone=Tone.FORMAL,
        leader=Part.AGENCY_RECRUITER,
    )
    agents = tuple(
        replace(p, organisation="hunterlowe.example")
        for p in made.candidacy.people_with(Part.AGENCY_RECRUITER)
    )
    unnamed = replace(made.candidacy, company="Hunter Lowe", people=agents)
    named = replace(unnamed, company="Castell Robotics")

    assert agents
    assert "Hunter Lowe" not in _written(replace(made, candidacy=unnamed))
    assert "Castell Robotics" in _written(replace(made, candidacy=named))
