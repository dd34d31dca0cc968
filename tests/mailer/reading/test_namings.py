"""Talks that share neither address nor house, tied by the people whom one names in the other."""

from dataclasses import replace
from datetime import timedelta

from looking import found, subjects, talk
from tables import each

from mailer.model import Address
from mailer.testing.builders import START, make_message

HR = "Denise Halloran <sciota+email+48213-9f0c7ad1@talent.icims.com>"
BOSS = "Anil Bhatt <anil.bhatt@svf-clinics.example>"
OPENING = talk(
    HR,
    "Sciota Family Health: nurse practitioner",
    "I recruit for Sciota Family Health and liked your application. Could we talk Monday?",
)


@each(
    ("told", "answer", "is_one"),
    [
        ("Dr. Bhatt will write.", "Denise told me of you. The NP would report to me.", True),
        ("Anil will write to you.", "Denise says you asked. You would be on my team.", True),
        ("The clinic has your papers.", "You asked. You would be on my team.", False),
        ("Anil has your papers.", "You asked about hours, here is the rota of our choir.", False),
    ],
)  # fmt: skip
def test_who_is_named_both_ways_leads_the_same_process(
    told: str, answer: str, is_one: bool
) -> None:
    more = make_message(told, sender=HR, subject=f"Re: {OPENING[0].subject}", answers=OPENING[-1])
    more = replace(more, date=START + timedelta(days=3))
    boss = talk(BOSS, "your question", answer, day=5)

    assert ("your question" in subjects("Sciota", *OPENING, more, *boss)) is is_one


def test_a_name_that_two_people_bear_ties_nothing_by_itself() -> None:
    other = talk(
        "Anil Kapoor <anil@ridgeview.example>", "call rota", "Could you swap Friday?", day=2
    )
    boss = talk(BOSS, "your question", "The NP would report to me.", day=5)
    more = make_message(
        "Anil has your papers.", sender=HR, subject=f"Re: {OPENING[0].subject}", answers=OPENING[-1]
    )
    more = replace(more, date=START + timedelta(days=3))

    assert "call rota" not in subjects("Sciota", *OPENING, more, *other, *boss)


def test_a_friend_who_knows_a_recruiter_by_name_has_no_part_in_it() -> None:
    friend = talk(
        "Trudi Ammann <trudi@homemail.example>", "choir", "Say hi to Denise from me!", day=4
    )

    assert "choir" not in subjects("Sciota", *OPENING, *friend)


def test_who_is_named_beside_another_process_belongs_to_that_one() -> None:
    first = talk(
        "Joanna Petrakis <joanna.petrakis@stannard.example>",
        "Your application - Project Manager Pipelines",
        "Thanks for your application to Stannard. Wayne, who the job reports to, will be in touch.",
    )
    second = talk(
        "Joanna Petrakis <joanna.petrakis@stannard.example>",
        "Another one for you?",
        "Separate to the pipelines job, which stays with Wayne, we need a Construction Manager. "
        "Shall I pass on your CV?\n\nJoanna Petrakis\nTalent Acquisition Partner",
        day=6,
    )
    boss = talk(
        "Wayne Duggan <w.duggan@hallmark.example>",
        "gday from the pipe mob",
        "Joanna gave me your details. You'd be running my two crews. Come and see the job?",
        day=8,
    )
    assert subjects("Project Manager Pipelines", *first, *second, *boss) == {
        "Your application - Project Manager Pipelines",
        "gday from the pipe mob",
    }


@each(
    ("address", "name"),
    [
        ("northlight+7d21c0@us.greenhouse-mail.io", "Rosa Feld"),
        ("rosa-feld.northlight@inbound.ashbyhq.com", "Rosa Feld"),
        ("rosa.feld@northlight.teamtailor-mail.com", "Rosa Feld"),
    ],
)
def test_a_relay_tells_its_house_in_its_address(address: str, name: str) -> None:
    house = talk(
        "Dana Ortiz <dana@northlight.example>",
        "Data Engineer at Northlight",
        "Thank you for your application to Northlight. When can we talk?",
    )
    relay = talk(
        f"{name} <{address}>",
        "Your application",
        "I follow Dana, who has left us. May I ask for a sample of your code?",
        day=9,
    )
    best = found("Northlight", *house, *relay).choice.best

    assert best is not None
    assert len(best.threads) == 2


@each(
    ("told", "who"),
    [
        ("Next you will hear from Hannes, our founder.", "Johannes Oelze <oelze@home.example>"),
        ("Kasia, our founder, will write to you.", "Katarzyna Nowak <nowak@home.example>"),
    ],
)
def test_a_nickname_and_small_letters_name_who_bears_the_name(told: str, who: str) -> None:
    thanks = f"Thank you for your application to Kiezfunk, Sam. {told}"
    house = talk("Mira Stolz <mira@kiezfunk.example>", "Your application to Kiezfunk", thanks)
    boss = talk(who, "diaries", "", day=4)
    small = "mira told me of you. you would report to me, coffee next week?"
    boss[0] = replace(boss[0], text=small)
    best = found("Kiezfunk", *house, *boss).choice.best

    assert best is not None
    assert len(best.threads) == 2


def test_who_wrote_through_a_platform_goes_on_by_mail() -> None:
    notice = make_message(
        "Omar Haddad\nRecruiter at Tidewater\n\nHi Sam, we look for a Senior Producer.",
        sender="Omar Haddad <hit-reply@linkedin.com>",
        to="sam@rivera.example",
        subject="Omar Haddad: Senior Producer at Tidewater (InMail)",
    )
    mail = talk(
        "Omar Haddad <omar.haddad@tidewater.example>",
        "Following up from LinkedIn",
        "As promised by mail: are two days a week in the studio fine for the role?",
        day=3,
    )
    best = found("Tidewater", notice, *mail).choice.best

    assert best is not None
    assert len(best.threads) == 2


def test_an_agency_whose_answers_go_elsewhere_has_two_clients() -> None:
    first = talk(
        "Greta Kaars <greta@kaars-search.example>",
        "In confidence: director, Aalst",
        "My client is a care group and looks for a director. May I send your CV?",
    )
    second = talk(
        "Greta Kaars <greta@kaars-search.example>",
        "Breda",
        "Separate from the other search: a foundation wants a director. Call me?",
        day=6,
    )
    second[0] = replace(second[0], reply_to=(Address("Greta Kaars", "greta@ks-mobile.example"),))
    choice = found("Greta Kaars", *first, *second).choice

    assert len(choice.several) == 2


def test_an_owner_and_the_daughter_who_hires_for_him_are_one_house() -> None:
    daughter = talk(
        "Katrin Hülsmann <personal@sped-h.example>",
        "Ihre Bewerbung",
        "Danke für Ihre Bewerbung als Disponent. Mein Vater, der Inhaber, meldet sich selbst.",
    )
    owner = talk(
        "Dieter Hülsmann <d.huelsmann@t-online.de>",
        "lager und dispo",
        "Katrin hat mir Ihre Mappe gegeben. Kommen Sie zum Gespräch auf den Hof?",
        day=5,
    )
    best = found("Hülsmann", *daughter, *owner).choice.best

    assert best is not None
    assert len(best.threads) == 2


def test_a_house_that_bears_a_familys_name_names_nobody_of_that_name() -> None:
    """The caterer wrote back of `Marlow Catering`; Peter Marlow's shop is another one."""
    caterer = talk(
        "Ruth Coppel <rcoppel@marlow-catering.example>",
        "Pastry cook at Marlow Catering",
        "We have received your application to Marlow Catering. Do you work at weekends?\n\n"
        "Ruth Coppel\nHuman resources, Marlow Catering",
    )
    shop = talk(
        "Peter Marlow <peter@housemarlow.example>",
        "your visit to the shop",
        "My wife says you looked at our window like one of the trade. I look for somebody to "
        "help me and then take over. You would work with me, come by one morning.",
        day=9,
    )

    assert subjects("Marlow Catering", *caterer, *shop) == {caterer[0].subject}
