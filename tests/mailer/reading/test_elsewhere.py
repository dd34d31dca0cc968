"""People who write from elsewhere: owners at home, namesakes, assistants of a brand."""

from datetime import timedelta

from looking import SAM, found, subjects, talk, written_to
from tables import each

from mailer.model import Part
from mailer.reading.callings import people_announced
from mailer.reading.names import is_inflected
from mailer.testing.builders import START, make_message

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
    return set(written_to("beverage manager", *recruiter, invitation)[1])


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
        ("im Auftrag von Herrn Dr. Hallmann möchte ich Sie einladen.", {"Hallmann"}),
        ("次は代表の秋山と面談をお願いできればと存じます。", {"秋山"}),
        ("HR 林一诺会直接给您发邮件。", {"林一诺"}),
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
        ("Nowickiej", "Nowicka", True),
        ("Dalej", "Daly", False),
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


WARD = "Jana Thiel <thiel@herzwerk.example>"


def test_two_posts_at_the_house_that_is_asked_for_are_both_offered() -> None:
    receipt = make_message(
        "Dear Sam Rivera,\n\nthank you for your application as Practice trainer.",
        sender="St. Hedwig Seniorendienste <no-reply@message.teamtailor.com>",
        subject="Your application as Practice trainer",
        to=(SAM,),
    )
    trainer = talk(
        "Johannes Wiek <wiek@hedwig-senioren.example>",
        "Practice trainer",
        "I recruit for this post. An interview on Monday?\n\nJohannes Wiek\n"
        "Recruiting, St. Hedwig Seniorendienste",
        day=1,
    )
    ward = talk(
        "Jana Thiel <thiel@hedwig-senioren.example>",
        "Ward manager",
        "I lead nursing here at St. Hedwig and would like to interview you for my team.",
        day=4,
    )

    assert len(found("St. Hedwig", receipt, *ward, *trainer).choice.several) == 2
    assert subjects("Jana Thiel", receipt, *ward, *trainer) == {"Ward manager"}


@each(
    ("typed", "is_found"),
    [
        ("Herzwek Heimbetreuung", True),  # one letter short
        ("Gesellschaft Heimbetreuung", False),
        ("Herzog Heimbetreuung", False),
    ],
)
def test_a_first_word_that_comes_very_near_is_understood(typed: str, is_found: bool) -> None:
    ward = talk(WARD, "Your application as ward manager", "I recruit here. Interview on Monday?")

    assert bool(subjects(typed, *ward)) is is_found


def test_a_word_that_many_houses_share_finds_none() -> None:
    paper = talk(
        "Lea Brun <lea@atelier-saone.example>",
        "Your application to Atelier Saône",
        "I recruit for Atelier Saône. Shall we meet for an interview on Monday?",
    )

    assert not subjects("Atelier Comète", *paper)
    assert not subjects("Ateliers Brume", *paper)


def test_a_house_of_which_only_another_process_is_told_is_not_this_one() -> None:
    agency = talk(
        "Piet Aalders <piet@aalders-search.example>",
        "Your profile",
        "I recruit for Deltaplan and would like to put you forward to them. "
        "This runs independently of my colleague (Kwelder).",
    )

    assert subjects("Deltaplan", *agency)
    assert not subjects("Kwelder", *agency)


def test_the_group_s_name_is_asked_about_where_two_of_its_houses_write() -> None:
    inn = talk(
        "Nora Falk <nora@gasthofadler.example>",
        "Head of kitchen at Gasthof Adler",
        "I recruit for Gasthof Adler, we are part of Tessaro. An interview on Monday?",
    )
    group = talk(
        "Ivo Tess <ivo@tessaro.example>",
        "Group food manager at Tessaro",
        "I lead purchasing at Tessaro and would like to interview you for my team.",
        day=3,
    )

    assert found("Tessaro", *inn, *group).choice.best is None
    assert subjects("Gasthof Adler", *inn, *group) == {"Head of kitchen at Gasthof Adler"}


def test_two_houses_of_one_japanese_agent_stay_two() -> None:
    agent = "大久保 拓也 <okubo@mirai-jinzai.example>"
    chemistry = talk(
        agent,
        "【みらい人材】サンライト化学様 営業マネージャーのご紹介",
        "みらい人材の大久保です。サンライト化学様の求人票をお送りします。ご応募いただけますか。",
    )
    packaging = talk(
        agent,
        "【みらい人材】東洋パッケージ様 営業部 次長ポジション",
        "みらい人材の大久保です。もう一社、急ぎの求人が出ました。面接をご希望ですか。",
        day=6,
    )

    assert found("みらい人材", *chemistry, *packaging).choice.best is None
    assert len(subjects("東洋パッケージ", *chemistry, *packaging)) == 1


def test_a_house_that_writes_through_a_hiring_systems_own_host_bears_its_name() -> None:
    north = talk(
        "Filipe Antunes <filipe.antunes@hidrovale.teamtailor-mail.com>",
        "Site engineer, Porto",
        "I am the recruiter for the north. Thank you for your application. A call on Tuesday?",
    )
    south = talk(
        "Graça Pimentel <graca.pimentel@hidrovale.example>",
        "Technical director, Faro",
        "I recruit for Hidrovale in the south. We would like to interview you on Friday.",
        day=5,
    )

    assert len(found("Hidrovale", *north, *south).choice.several) == 2


def test_people_of_one_name_at_two_houses_lead_two_processes() -> None:
    hotel = talk(
        "Carmen Vega <carmen.vega@alcor.example>",
        "Deputy manager at Alcor",
        "I am Carmen, the recruiter at Alcor. Thank you for your application. A call on Friday?",
    )
    events = talk(
        "Carmen Vega Domenech <cvega@costalirio.example>",
        "Head of events",
        "I am Carmen Vega Domenech, director of the hotel. The head of events reports to me. "
        "I would like to interview you on Monday.",
        day=4,
    )

    assert len(found("Carmen Vega", *hotel, *events).choice.several) == 2
    assert subjects("Alcor", *hotel, *events) == {"Deputy manager at Alcor"}


def test_two_posts_of_swedish_titles_at_one_house_stay_two() -> None:
    quality = talk(
        "Anna Lind <anna.lind@fjallverk.example>",
        "Kvalitetsingenjör Borlänge",
        "Tack för din ansökan. Kan du komma på intervju på måndag?",
    )
    upkeep = talk(
        "Per Kratz <per.kratz@fjallverk.example>",
        "Underhållschef Avesta",
        "Vi söker en underhållschef. Jag vet att Anna har dig på kvalitetsrollen också. Intervju?",
        day=6,
    )

    assert len(found("fjallverk", *quality, *upkeep).choice.several) == 2
