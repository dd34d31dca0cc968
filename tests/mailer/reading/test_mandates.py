"""Clients of one recruiter, people who moved, names in texts: told apart, or found."""

from dataclasses import replace
from datetime import timedelta

import pytest
from looking import ALIAS, ME, subjects, talk
from looking import found as look

from mailer.reading.agencies import speaks_for_client
from mailer.reading.bonds import NAMED, bond_of
from mailer.reading.strands import Strand
from mailer.testing.builders import START, make_message, make_thread

PRIYA = "Priya Shah <priya@larkfieldsearch.example>"


BANK = talk(
    PRIYA, "A quiet bank in Leeds", "My client is a bank and needs an analyst. May I send your CV?"
)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Another one for you", "A games house in Hull this time. Shall I put you forward?"),
        ("Hull", "Separate from the other search: a games house wants a programmer. Yes or no?"),
        ("Ett uppdrag till: Hull", "Ett helt annat uppdrag: ett spelhus söker en programmerare."),
        ("Something quite different", "A games house in Hull. May I pass on your CV there?"),
    ],
)
def test_a_recruiters_second_client_is_a_second_process(subject: str, text: str) -> None:
    found = look("Priya Shah", *BANK, *talk(PRIYA, subject, text, day=4))

    assert len(found.choice.several) == 2


def test_what_names_only_one_client_belongs_to_it() -> None:
    games = talk(PRIYA, "Another one for you", "Fennimore in Hull, they make games. Yes?", day=4)
    later = talk(
        PRIYA,
        "quick note",
        "Hi Sam,\n\nthe people of Fennimore liked your CV and would like to meet you. "
        "Which days suit you?\n\nPriya",
        day=9,
    )
    best = look("Fennimore", *BANK, *games, *later).choice.best

    assert best is not None
    subjects = {t.messages[0].subject for t in best.threads}
    assert subjects == {"Another one for you", "quick note"}


def test_a_line_that_only_names_the_client_is_asked_about() -> None:
    """The facts of the two threads speak for two, and a name in both is not enough against them."""
    games = talk(PRIYA, "Another one for you", "Fennimore in Hull, they make games. Yes?", day=4)
    later = talk(PRIYA, "quick note", "I hear that Fennimore decide on Monday.", day=9)
    several = look("Fennimore", *BANK, *games, *later).choice.several

    told = {t.messages[0].subject for c in several for t in c.threads}
    assert told == {"Another one for you", "quick note"}


def test_a_name_that_an_opening_of_another_post_holds_too_ties_nothing() -> None:
    """Who brings up a post of their own may speak of the other one, and of who recruits for it."""
    orla = "Orla Mannix <orla@quillstone.example>"
    hugh = "Hugh Scally <hugh@quillstone.example>"
    tests = talk(
        orla,
        "SDET, Payments @ Quillstone",
        "You applied for our SDET, Payments opening. Free for a chat on Friday?\n\nOrla Mannix\n"
        "Recruiting",
    )
    boss = make_message(
        "Hi Sam! Nothing to prepare. I will share a flow that we got wrong, and we pull it apart. "
        "That is what I would want from you on my team.\n\nPriyanka",
        sender="Priyanka Desh <priyanka@quillstone.example>",
        answers=tests[-1],
        subject=f"Re: {tests[0].subject}",
    )
    tests.append(replace(boss, date=START + timedelta(days=8)))
    apps = talk(
        hugh,
        "mobile QA - saw your talk",
        "Sam, Hugh Scally here, I look after the mobile apps. I have a QA engineer spot opening "
        "under me in October. Interested? Just deal with me.\n\nHugh",
        day=9,
    )
    apps[1] = replace(apps[1], text="Hi Hugh, I am already talking to Orla about the Payments one.")
    more = make_message(
        "No bother, I squared it with Priyanka, may the best team win. Here is the role spec.",
        sender=hugh,
        answers=apps[1],
        subject=f"Re: {apps[0].subject}",
    )
    apps.append(more)

    assert len(look("Quillstone", *tests, *apps).choice.several) == 2


def test_a_mail_of_a_second_client_does_not_join_the_first_by_the_consultants_name() -> None:
    """The client's own recruiter names the consultant, who writes of two clients."""
    house = talk(
        "Petra Weber <petra@hohenwald.example>",
        "Hohenwald: first talk",
        "Priya Shah sent us your papers. I recruit for Hohenwald: a call on Friday?",
        day=6,
    )
    spa = talk(PRIYA, "Hohenwald needs a CIO", "My client Hohenwald needs a CIO. Agreed?", day=4)
    reveal = talk(PRIYA, "Invitation", "It is Ashgrove Bank. They would like to meet you.", day=12)

    told = subjects("Petra Weber", *BANK, *spa, *house, *reveal)
    assert told == {"Hohenwald: first talk", "Hohenwald needs a CIO"}


def test_a_brand_is_asked_for_by_its_whole_name() -> None:
    """Two divisions share a domain: each name means its own."""
    one = talk(
        "Lorraine Petit <petit@brockway.example>",
        "Technical writer, Kingston",
        "Thank you for your application.\n\nLorraine Petit\nHuman Resources\nBrockway Instruments",
    )
    other = talk(
        "Stan Olek <olek@brockway.example>",
        "Manuals editor, Dartmouth",
        "Thank you for your resume.\n\nStan Olek\nHR Generalist\nBrockway Marine",
        day=2,
    )

    assert subjects("Brockway Instruments", *one, *other) == {"Technical writer, Kingston"}
    assert subjects("Brockway Marine", *one, *other) == {"Manuals editor, Dartmouth"}
    assert len(look("Brockway", *one, *other).choice.several) == 2


def test_the_next_vacancy_after_a_refusal_is_another_process() -> None:
    refused = make_message(
        "Hi Sam,\n\nunfortunately the bank has filled the position internally.\n\nPriya",
        sender=PRIYA,
        subject="Re: A quiet bank in Leeds",
        answers=BANK[-1],
    )
    refused = replace(refused, date=START + timedelta(days=6))
    games = talk(PRIYA, "Hull", "A games house needs a programmer. May I send your CV?", day=25)
    best = look("Priya Shah", *BANK, refused, *games).choice.best

    assert best is not None
    assert [t.messages[0].subject for t in best.threads] == ["Hull"]


def test_namesakes_at_two_houses_are_two_processes() -> None:
    one = talk(
        "Anna Nowak <a.nowak@northwind.example>",
        "Data platform",
        "We have a vacancy in our data team and your profile fits. Shall we talk?",
    )
    other = talk(
        "Anna Nowak <anna.nowak@quillstone.example>",
        "Mobile apps",
        "I am hiring for our mobile apps, a position in Oslo. Would you apply?",
    )

    assert len(look("Anna Nowak", *one, *other).choice.several) == 2


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("M. Oduya <oduya.family@letterbox.example>", "Writing from home, please reply here."),
        ("The Oduyas <kofi@oduya-home.example>", "Sorry for the odd address, the work one died."),
        ("Mira Oduya <mira@quillstone-group.example>", "We changed our domain, use this address."),
    ],
)
def test_who_says_to_write_from_elsewhere_is_who_wrote_before(sender: str, text: str) -> None:
    before = talk(
        "Mira Oduya <mira@quillstone.example>",
        "Query planners",
        "You would join my team as an engineer and report to me. When can we have an interview?",
    )
    now = talk(sender, "one more thing", f"{text} Tuesday then.", day=5)
    best = look("Oduya", *before, *now).choice.best

    assert best is not None
    assert len(best.threads) == 2


def test_talks_that_name_each_other_are_one_across_two_domains() -> None:
    group = talk(
        "Bart Claes <bart.claes@harbourgroup.example>",
        "Your application HG-2027-018",
        "I recruit for the schools of our group. Hilde Maas decides and will write to you herself.",
    )
    head = talk(
        "Hilde Maas <office@quayschool.example>",
        "coffee",
        "Bart gave me your letter about the teaching post. You would report to me. Friday?",
        day=3,
    )
    best = look("Hilde Maas", *group, *head).choice.best

    assert best is not None
    assert {p.given_name for p in best.people if p.messages_written} == {"Bart", "Hilde"}


def test_two_applications_under_two_addresses_are_told_apart_by_them() -> None:
    one = talk(
        "Lin Wu <lin@northwind.example>",
        "Your application",
        "I recruit for our data team: a vacancy that fits. Shall we talk?",
    )
    other = talk(
        "Ola Berg <ola@northwind.example>",
        "Your papers",
        "I recruit for mobile apps: a position in Oslo. Would you apply?",
        alias=ALIAS,
    )
    boss = talk(
        "Pat Moss <pat@northwind.example>",
        "swipes",
        "You would report to me in this position. What is your notice period?",
        day=3,
        alias=ALIAS,
    )
    found = look("northwind", *one, *other, *boss)
    groups = [{p.given_name for p in c.people} for c in found.candidacies]

    assert {"Ola", "Pat"} in groups


@pytest.mark.parametrize("query", ["Fenimore", "Fennimoor", "Quilstone"])
def test_a_misspelt_name_is_found_in_what_people_tell(query: str) -> None:
    games = talk(
        PRIYA,
        "a name at last",
        "My client is a house of games, and I may say it now: they are Fennimore Games.",
    )
    pack = talk(
        "Ana Soto <ana.soto@quillstonepack.example>",
        "your visit",
        "We would like to offer you the position of process engineer.",
    )
    best = look(query, *games, *pack).choice.best

    assert best is not None


@pytest.mark.parametrize(("query", "is_found"), [("Quilstone", True), ("Quillstane", False)])
def test_a_house_that_writes_of_no_process_is_no_misspelt_other(query: str, is_found: bool) -> None:
    pack = talk(
        "Ana Soto <ana.soto@quillstonepack.example>",
        "your visit",
        "We would like to offer you the position of process engineer.",
    )
    news = make_message(
        "New in our shop: paper.",
        sender="Quillstane Paper <news@quillstane.example>",
        subject="Spring sale",
        headers=(("List-Unsubscribe", "<mailto:off@quillstane.example>"),),
    )

    assert (look(query, *pack, news).choice.best is not None) is is_found


def test_a_name_that_nobody_tells_is_found_nowhere() -> None:
    assert look("Marchmont", *BANK).choice.best is None


def test_a_client_of_an_agency_is_asked_about_beside_the_houses_own_process() -> None:
    direct = talk(
        "Iris Bos <iris@polderbank.example>",
        "Your application as Risk Engineer",
        "I recruit for Polderbank. Shall we have an interview about the position?",
    )
    agency = talk(
        PRIYA,
        "Analytics Engineer for a bank",
        "My client is Polderbank, the marketing team. May I send your CV?",
        day=2,
    )

    assert len(look("Polderbank", *direct, *agency).choice.several) == 2


def test_the_house_that_takes_over_belongs_to_the_client_it_was_told_of() -> None:
    agency = "Ottavia Castaldi <o.castaldi@castaldi-partners.example>"
    first = talk(
        agency,
        "un incarico riservato",
        "La Fondazione Morelli, mio cliente, La inserisce nella rosa. Il colloquio è a settembre.",
    )
    second = talk(
        agency,
        "Clinica Villa Armonia / Responsabile Day Hospital",
        "Altro cliente: Villa Armonia cerca chi guidi il day hospital. Presento il Suo profilo "
        "al responsabile del personale, il dott. Fusco?",
        day=5,
    )
    house = talk(
        "Dario Fusco <dfusco@armoniacliniche.example>",
        "Il Suo colloquio con noi",
        "Ho avuto il Suo profilo dalla dott.ssa Castaldi. Propongo un colloquio in sede martedì.",
        day=9,
    )
    house[0] = replace(house[0], cc=(first[0].sender,))
    assert subjects("Villa Armonia", *first, *second, *house) == {
        second[0].subject,
        house[0].subject,
    }


def test_a_recruiter_who_puts_one_forward_to_our_svp_is_no_agency() -> None:
    said = "I'm the recruiter, putting you forward to Ingrid Vos, our SVP, who you'd report to."

    assert not speaks_for_client(make_message(said, sender="Callum <callum@hotels.example>"))
    assert speaks_for_client(
        make_message("My client would like to meet you.", sender="Callum <callum@hotels.example>")
    )


def test_a_post_is_known_by_its_letters() -> None:
    boss = talk(
        "Elena Zorzi <elena.zorzi@unitressa.example>",
        "RTT MED/15: ci pensi?",
        "Si apre un posto e sarebbe nel mio gruppo. Il bando esce lunedì.",
    )
    office = talk(
        "Marta Rigon <reclutamento.docenti@unitressa.example>",
        "Proposta di contratto RTT",
        "In allegato la proposta di contratto triennale.",
        day=20,
    )
    one, other = (Strand(make_thread(*mails), ME) for mails in (boss, office))

    assert bond_of(one, other, alone=frozenset()) == NAMED


def test_a_brand_of_a_group_is_not_asked_about_for_its_name_under_a_signature() -> None:
    signature = "\n\nAnke Dörfler\nHR Business Partner\nFrostLinie · NordKiste · Rheinwald Kontrakt"
    first = talk(
        "Anke Dörfler <anke@rwg-holding.example>",
        "Ihre Bewerbung als Leiter Logistik bei FrostLinie",
        f"Danke für Ihre Bewerbung. Passt Ihnen ein Gespräch am Donnerstag?{signature}",
    )
    second = talk(
        "Kevin Matthes <kevin@rwg-holding.example>",
        "NordKiste - Standortleitung Emmerich",
        "Ich betreue das Recruiting für NordKiste. Dürfen wir Ihre Unterlagen verwenden?",
        day=8,
    )
    assert subjects("NordKiste", *first, *second) == {second[0].subject}


def test_a_client_that_the_agent_alone_names_beside_anothers_boss_is_asked_about() -> None:
    """One thread is about two clients: the boss of the first gets no letter for the other."""
    agent = talk(
        "Trent Maguire <trent@saltladle-recruitment.example>",
        "Head chef, Quartz Hill Estate",
        "My client Quartz Hill Estate wants a head chef. Fiona Ravenscroft, who owns it, will "
        "write to you herself. Shall I send your CV? I also put you forward at the "
        "Hotel Marchetti.\n\nTrent Maguire\nRecruitment Consultant\nSalt & Ladle Recruitment",
    )
    boss = talk(
        "Fiona Ravenscroft <fiona@quartzhill.example>",
        "the kitchen",
        "Trent sent me your CV. I own Quartz Hill and you would report to me; come and cook for us "
        "on 22 November at 11:00?\n\nFiona Ravenscroft\nOwner, Quartz Hill Estate",
        day=3,
    )

    assert look("Quartz Hill", *agent, *boss).choice.best is not None
    choice = look("Hotel Marchetti", *agent, *boss).choice
    assert choice.best is None
    assert {c.company for c in choice.several} == {"Hotel Marchetti", "Quartz Hill Estate"}
    (client,) = (c for c in choice.several if c.company == "Hotel Marchetti")
    assert [p.given_name for p in client.people if p.messages_written] == ["Trent"]
    assert not client.interviews
