"""People who write from elsewhere: owners at home, namesakes, assistants of a brand."""

from datetime import timedelta

from looking import ME, found, subjects, talk
from tables import each

from mailer.model import Kind, Part, Wish
from mailer.reading.callings import people_announced
from mailer.reading.names import is_inflected
from mailer.testing.builders import START, make_message
from mailer.writing.recipients import choose_recipients

OFFICE = "Hilde Kolb <info@metzler-tools.example>"
OWNER = "R. Metzler <ruedi.metzler@talpost.example>"


def companies(query: str, *messages) -> set[str]:  # noqa: ANN002 - messages
    """Return the companies that a query offers, or the one that it finds."""
    choice = found(query, *messages).choice
    return {c.company for c in ([choice.best] if choice.best else choice.several) if c}


@each(
    ("told", "leads"),
    [
        ("I am the boss here and a slow typist. Do ring me. Ruedi Metzler", True),
        ("Training is off on Friday, the hall is closed. Ruedi", False),
    ],
)
def test_an_owner_who_bears_the_houses_name_leads_from_anywhere(told: str, leads: bool) -> None:
    visit = talk(OFFICE, "Your visit", "On behalf of Mr Metzler I invite you to an interview.")
    owner = make_message(told, sender=OWNER, subject="your visit, again", date=START + timedelta(3))

    assert ("your visit, again" in subjects("Metzler Tools", *visit, owner)) is leads


def test_a_namesake_who_offers_a_job_of_their_own_is_another_process() -> None:
    recruiter = talk(
        "Anna Kowal <anna.kowal@tarcza.example>",
        "Your application to Tarcza",
        "I recruit for Tarcza. Thank you for your application. An interview on Monday?",
    )
    boss = talk(
        "Anna Kowal <ania.kowal.fk@gmail.com>",
        "Chief accountant wanted",
        "I head accounting at Orzech Furniture and look for an accountant for my team. Interested?",
        day=5,
    )

    offer = talk(
        "Anna Kowal <anna.kowal@tarcza.example>",
        "Your contract",
        "Please find our offer attached. We ask for your answer by the end of the month.",
        day=8,
    )

    choice = found("Anna Kowal", *recruiter, *boss, *offer).choice
    assert choice.best is None
    assert len(choice.several) == 2


def test_whom_a_boss_at_home_names_is_looked_for() -> None:
    hr = talk(
        "Tess Lindholm <tess@kelpwave.example>",
        "Kelpwave: lead engineer",
        "Thanks for applying to Kelpwave! I am the recruiter here. Shall we talk on Friday?",
    )
    boss = talk(
        "Maren Okafor <mokafor.diver@coldmail.example>",
        "quick one",
        "Maren here, the founder you met with Tess. You would report to me.",
        day=4,
    )

    assert subjects("Maren", *hr, *boss) == {"quick one", "Kelpwave: lead engineer"}


def test_whom_a_secretary_announces_is_looked_for_wherever_he_writes() -> None:
    office = talk(
        "Marisa Couto <estudio@rialouton.example>",
        "Visit",
        "I am the secretary of Rial Outon Architects. Xoan would like to see you for an interview.",
    )
    boss = talk(
        "Xoan Rial <rial.xoan@correogal.example>",
        "las bodegas",
        "I founded the studio and need an architect by my side. Marisa will find us a day.",
        day=2,
    )

    assert subjects("Rial Outon", *office, *boss) == {"Visit", "las bodegas"}


def invited(told: str) -> set[str]:
    """Return who is in copy where a brand's assistant sent only an invitation."""
    recruiter = talk(
        "Lorna Beck <lorna.beck@harcourt-group.example>",
        "Marlow Wharf: beverage manager",
        f"I recruit for Harcourt. Mr Anstey would like to interview you. {told}",
    )
    when = START + timedelta(days=40)
    invitation = make_message(
        "See attached.",
        sender="Gemma Holt <gemma.holt@marlowwharf.example>",
        subject="Interview Sam Rivera / R Anstey",
        date=START + timedelta(days=2),
        calendars=(
            "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:anstey-1\n"
            f"DTSTART:{when:%Y%m%dT%H%M%S}Z\nSUMMARY:Interview\n"
            "ORGANIZER:mailto:gemma.holt@marlowwharf.example\n"
            "ATTENDEE:mailto:sam@rivera.example\nEND:VEVENT\nEND:VCALENDAR\n",
        ),
    )
    best = found("beverage manager", *recruiter, invitation).choice.best
    assert best is not None
    to = choose_recipients(best, kind=Kind.WITHDRAW, wish=Wish(), me=ME, now=START)
    return {a.address for a in to.cc}


def test_an_assistant_of_a_brand_whom_the_recruiter_names_is_in_copy() -> None:
    assert invited("His PA Gemma Holt will send the invitation.") == {
        "gemma.holt@marlowwharf.example"
    }
    assert invited("You will hear from us.") == set()


def test_a_machines_receipt_of_a_group_joins_no_brand_where_the_group_writes_itself() -> None:
    receipt = make_message(
        "We have received your application.",
        sender="Tessaro <notification@smartrecruiters.com>",
        subject="Application received: Head of Communication",
    )
    group = talk(
        "Lorenza Pianta <l.pianta@tessaro.example>",
        "Your application",
        "I recruit for Tessaro. A first interview on Monday?",
        day=1,
    )
    brand = talk(
        "Rita Quaresma <rita@marisol.example>",
        "Marketing lead at Marisol",
        "I recruit for Marisol, since May part of Tessaro. We look for a marketing lead. A call?",
        day=2,
    )

    assert companies("Tessaro", receipt, *group, *brand) == {"Tessaro", "Marisol"}
    assert subjects("Marisol", receipt, *group, *brand) == {"Marketing lead at Marisol"}


def test_an_invitation_written_by_hand_is_answered() -> None:
    invitation = make_message(
        "Dear Sam,\n\nI arrange the interviews for our panel. Please see the attached appointment "
        "and tell me if it does not suit.\n\nYours sincerely,\nNicola Prout\nInterview Coordinator",
        sender="Nicola Prout <n.prout@oatley.example>",
        subject="Interview arrangements, restaurant manager",
        calendars=(
            "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:oatley-1\n"
            "DTSTART:20300624T130000Z\nSUMMARY:Panel interview\n"
            "ORGANIZER:mailto:n.prout@oatley.example\nEND:VEVENT\nEND:VCALENDAR\n",
        ),
    )

    best = found("Oatley", invitation).choice.best
    assert best is not None
    assert best.parent is not None
    assert best.parent.message_id == invitation.message_id
    assert [(p.name, p.part) for p in best.people] == [("Nicola Prout", Part.COORDINATOR)]


@each(
    ("told", "names"),
    [
        ("Bram, onze Head of Data, wil je graag spreken.", {"Bram"}),
        ("Next you would meet Rosalind, who leads firmware. She will write to you.", {"Rosalind"}),
        ("La selezione prosegue con il collega Dario Fusco, che le scriverà.", {"Dario Fusco"}),
        ("The GM is Fionnuala Darcy, sound woman.", {"Fionnuala Darcy"}),
        ("Anil will write to you.", {"Anil"}),
        ("We went to Berlin and saw Tom.", set()),
        ("Thank you for your time on Monday.", set()),
    ],
)
def test_who_is_announced_is_known_by_name(told: str, names: set[str]) -> None:
    assert names <= set(people_announced(told))
    assert bool(names) == bool(people_announced(told))


@each(
    ("one", "other", "is_one"),
    [
        ("Pętla", "Pętli", True),
        ("Szkwału i Wspólników", "Szkwal Wspolnicy", True),
        ("Tarczy", "Tarcza", True),
        ("Orzechu", "Orzech", True),
        ("Tarcza", "Tartak", False),
        ("Northlight", "Northgate", False),
    ],
)
def test_a_name_in_another_case_is_the_same_name(one: str, other: str, is_one: bool) -> None:
    assert is_inflected(one, other) is is_one


@each(
    ("told", "is_found"),
    [
        ("Jan, our owner and your future boss, mails from home (jb.dev@ijsselpost.example).", True),
        ("Jan, our owner and your future boss, mails from home.", False),
    ],
)
def test_an_address_told_by_who_recruits_is_looked_for(told: str, is_found: bool) -> None:
    hr = talk(
        "Annelies Dekker <a.dekker@brouwer.example>",
        "Sales director",
        f"I recruit for Brouwer and liked your application. Next comes an interview. {told}",
    )
    boss = talk(
        "J.B. <jb.dev@ijsselpost.example>", "saturday", "Coffee at ten at my kitchen table?", day=3
    )

    found = subjects("sales director", *hr, *boss)
    assert ("saturday" in found) is is_found


def test_who_leads_from_home_and_speaks_of_the_one_post_is_of_its_process() -> None:
    agent = talk(
        "Anke Voss <voss@kessler-search.example>",
        "Boarding school",
        "For my client, a foundation, we seek a Gesamtleitung. Your CV fits the position. Talk?",
    )
    boss = talk(
        "Friedrich von Rheden <f.vonrheden@t-online.de>",
        "your visit",
        "The Gesamtleitung would report to me. Please come to a last interview on 1 June at 3 pm.",
        day=5,
    )

    assert "your visit" in subjects("Kessler Search", *agent, *boss)
