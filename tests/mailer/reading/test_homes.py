"""Who writes from home: unknown providers, guests, whom others announce or bring in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from looking import found, subjects, talk, written_to
from tables import each

from mailer.finding import find
from mailer.model import Address, Me, Message, Part
from mailer.reading.senders import bears_year, is_freemail, is_organisation, org_domain
from mailer.testing.builders import START, make_message
from mailer.testing.memory import MemoryProvider

RECRUITER = "Nadia Blum <nadia.blum@helden-stiftung.example>"
APPLIED = "Thank you for your application. I recruit here. A first talk on the phone on Friday?"


@each(
    ("address", "is_home"),
    [
        ("nlobato71@correiocasa.example", True),
        ("halina.bak1961@skrzynka.example", True),
        ("ruedi@talpost.example", True),
        ("anna@dace-family.example", True),
        ("jsmith2@northwind.example", False),
        ("jd1234@northwind.example", False),
        ("sales24@northwind.example", False),
        ("editor@washingtonpost.example", False),
        ("hr@correos.example", False),
    ],
)
def test_a_provider_is_known_by_a_year_of_birth_or_by_its_name(address: str, is_home: bool) -> None:
    assert is_freemail(address) is is_home


@each(
    ("name", "address", "is_house"),
    [
        ("Ola Pyrek", "ola@kodernia.example", False),
        ("Kodernia", "ola@kodernia.example", True),
        ("Paweł Gajda", "pawel@gajda.example", False),
        ("Søren Kjær", "soren@kjaer.example", False),
        ("Gajda", "biuro@gajda.example", True),
    ],
)
def test_a_person_is_told_from_a_house_in_every_alphabet(
    name: str, address: str, is_house: bool
) -> None:
    assert is_organisation(Address(name, address)) is is_house


def test_a_year_of_birth_makes_the_whole_domain_a_providers() -> None:
    """People who share a provider are no colleagues: a friend's dinner is no part of it."""
    boss = talk(
        "Nuno L. <nlobato71@casanossa.example>",
        "conversation",
        "I run Trace & Concrete and need an engineer who works with me. Come to an interview.",
    )
    friend = talk("Teresa Nunes <teresa@casanossa.example>", "sunday", "Dinner at two?", day=2)

    assert bears_year("nlobato71@casanossa.example")
    assert subjects("nlobato71@casanossa.example", *boss, *friend) == {"conversation"}


@each(
    ("told", "is_joined"),
    [
        ("Our director, Paul-Henri Vasseur, to whom the post reports, will write to you.", True),
        ("Mr Vasseur is away.", False),
    ],
)
def test_whom_a_recruiter_announces_leads_though_he_never_speaks_of_work(
    told: str, is_joined: bool
) -> None:
    house = talk(RECRUITER, "Helden: editor", f"{APPLIED} {told}")
    boss = talk(
        "PH Vasseur <phv@livingbox.example>",
        "your texts",
        "I have read your three articles. The second is a little long.",
        day=5,
    )

    assert ("your texts" in subjects("Helden Stiftung", *house, *boss)) is is_joined


def test_who_begins_with_a_name_from_a_familys_address_is_who_was_announced() -> None:
    agent = "Glenn Tarrant <glenn@harrowsearch.example>"
    told = (
        "Our client Bluefin want a director of analytics. Dale Pruitt leads it. "
        "Dale says he'll drop you a line."
    )
    search = talk(agent, "Bluefin: director of analytics", told)
    boss = talk(
        "The Pruitts <pruittfamily5@homemail.example>",
        "loyalty",
        "Dale here, from Bluefin. Whoever gets this job sits next to me.",
        day=5,
    )

    assert subjects("Bluefin", *search, *boss) == {"Bluefin: director of analytics", "loyalty"}


def test_a_name_is_known_in_every_case_of_polish() -> None:
    """`Grzegorzowi Hałasowi` is Grzegorz Hałas: the talks that know of each other are one."""
    told = (
        "Przekazałam Pana kandydaturę na stanowisko inżyniera sprzedaży Dyrektorowi, "
        "p. Grzegorzowi Hałasowi, któremu to stanowisko podlega. Odezwie się osobno."
    )
    recruiter = talk("Marta Lis <m.lis@hydropol.example>", "Inżynier sprzedaży", told)
    boss = talk(
        "Grzegorz Hałas <g.halas@hydropol.example>",
        "Pytanie o Płock",
        "W CV pisze Pan o pompach. U mnie w dziale handlowiec musi to umieć.",
        day=3,
    )

    assert subjects("Marta Lis", *recruiter, *boss) == {"Inżynier sprzedaży", "Pytanie o Płock"}


def test_what_is_told_in_two_parts_of_a_torn_talk_is_told_in_one() -> None:
    """The founder says in the one part to lead, and in the other names who recruits."""
    house = talk("Ola Pyrek <ola@kodernia.example>", "Kodernia: data engineer", APPLIED)
    boss = talk(
        "Tomek Hałas <tomasz.halas@gmail.com>",
        "hurtownia i takie tam",
        "Founder here, you would report straight to me. Coffee on Tuesday?",
        day=5,
    )
    torn = make_message(
        "saw that Ola sent the papers. write to me if anything grates.",
        sender="Tomek Hałas <tomasz.halas@gmail.com>",
        subject="Re: hurtownia i takie tam",
        date=START + timedelta(days=12),
    )
    best = found("Kodernia", *house, *boss, torn).choice.best

    assert best is not None
    assert len(best.threads) == 3
    assert written_to("Kodernia", *house, *boss, torn)[0] == ["tomasz.halas@gmail.com"]


def test_a_boss_at_home_who_names_a_namesake_of_the_recruiter_leads_another_process() -> None:
    """Each house has its boss, and neither knows of the other."""
    house = talk(
        "Inês Couto <ines@ferrovia.example>",
        "Proposta: técnico de via",
        "Junto enviamos a proposta de contrato para a função de técnico de via.",
        day=4,
    )
    boss = talk(
        "Amadeu Saraiva <amadeu@ferrovia.example>",
        "Entrevista lote 3",
        "Fiquei com vontade de o ter na minha equipa. A Inês Couto envia-lhe a proposta.",
    )
    other = talk(
        "Nuno L. <nlobato71@correiocasa.example>",
        "conversa",
        "Preciso de alguém a trabalhar comigo na minha equipa. Falamos os três, tu, eu e a Inês.",
        day=2,
    )

    told = subjects("Ferrovia", *house, *boss, *other)
    assert told == {"Proposta: técnico de via", "Entrevista lote 3"}


def test_names_in_kanji_tie_an_agency_and_the_house_that_names_its_agent() -> None:
    agent = talk(
        "小野寺 誠 <m.onodera@linden-career.example>",
        "【求人ご紹介】UXデザイナー",
        "弊社クライアントの青嶺製作所様にて、UXデザイナーを募集されています。ご応募のご意向をお聞かせください。",
    )
    house = talk(
        "木村 浩一 <k.kimura@aomine-mfg.example>",
        "【青嶺製作所】選考のご連絡",
        "人事部採用課の木村です。小野寺様よりご紹介いただきました。面接の日程をご相談させてください。",
        day=9,
    )

    assert len(subjects("小野寺", *agent, *house)) == 2


def test_a_boss_who_bears_the_name_of_the_house_is_looked_for_at_home() -> None:
    agent = "Beatriz Llorente <beatriz@talaiasearch.example>"
    told = (
        "Nuestro cliente es Conservas Ureña. He presentado su candidatura a don Anselmo Ureña, "
        "director general, que la llamará."
    )
    search = talk(agent, "Dirección Comercial", told)
    office = talk(
        "Dirección Ureña <direccion@urena.example>",
        "Visita a fábrica",
        "De parte de don Anselmo le propongo el jueves para la entrevista.",
        day=5,
    )
    boss = talk(
        "Anselmo Ureña <anselmo.urena58@gmail.com>",
        "Nuestra charla",
        "Busco a alguien que trabaje conmigo mano a mano.",
        day=3,
    )

    assert "Nuestra charla" in subjects("conservas urena", *search, *office, *boss)


def invitation(guest: str) -> Message:
    """Return the recruiter's invitation, with somebody as a guest beside Sam."""
    when = START + timedelta(days=40)
    return make_message(
        "See attached.",
        sender=RECRUITER,
        subject="Final interview",
        date=START + timedelta(days=4),
        calendars=(
            "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:final-1\n"
            f"DTSTART:{when:%Y%m%dT%H%M%S}Z\nSUMMARY:Final interview\n"
            f"ORGANIZER:mailto:nadia.blum@helden-stiftung.example\nATTENDEE;{guest}\n"
            "ATTENDEE:mailto:sam@rivera.example\nEND:VEVENT\nEND:VCALENDAR\n",
        ),
    )


@each(
    ("guest", "is_joined"),
    [
        ("CN=Agnes Corvin:mailto:agnes@helden-stiftung.example", True),
        ("CN=Agnes Corwell:mailto:agnes@helden-stiftung.example", False),
    ],
)
def test_a_guest_of_an_interview_is_known_at_home_by_the_whole_name(
    guest: str, is_joined: bool
) -> None:
    house = talk(RECRUITER, "Helden: editor", APPLIED)
    boss = talk(
        "Agnes Corvin <agnes.corvin.ac@gmail.com>",
        "two lines after today",
        "I liked how you took my plan apart. Which part would you begin with?",
        day=6,
    )

    told = subjects("Helden Stiftung", *house, invitation(guest), *boss)
    assert ("two lines after today" in told) is is_joined


@each(
    ("said", "told"),
    [
        ("I gave Karl your number, he needs an engineer.", "Got your name from Zoe."),
        ("I gave her your mail, I hope that is fine.", "Zoe told me about you."),
    ],
)
def test_a_friend_who_gave_an_address_is_a_referrer_and_gets_no_copy(said: str, told: str) -> None:
    friend = make_message(
        f"Hi Sam,\n\n{said}\n\nZoe",
        sender="Zoe Prat <zoe@quietpost.example>",
        subject="somebody looks for you",
    )
    boss = talk(
        "Karl Ek <karl.ek@hemmapost.example>",
        "a post",
        f"{told} I founded Lanternfish and need an engineer in my team. An interview soon?",
        day=3,
    )

    best = found("Lanternfish", friend, *boss).choice.best
    assert best is not None
    parts = {a: p.part for p in best.people for a in p.addresses}
    assert parts["zoe@quietpost.example"] is Part.REFERRER
    assert written_to("Lanternfish", friend, *boss) == (["karl.ek@hemmapost.example"], [])


def test_who_shares_the_writers_family_name_with_a_house_is_not_of_it() -> None:
    """A namesake's address tells no house: `ruedi.metzler@` is not of Metzler Tools by that."""
    office = talk(
        "Hilde Kolb <info@metzler-tools.example>",
        "Your visit",
        "On behalf of Mr Metzler I invite you to an interview.",
    )
    namesake = talk(
        "Ruedi Metzler <ruedi.metzler@gmail.com>",
        "training",
        "Training is off on Friday, the hall is closed.",
        day=3,
    )

    assert subjects("Metzler Tools", *office, *namesake) == {"Your visit"}


def test_all_who_bear_the_name_asked_for_are_offered() -> None:
    """The first process that is found does not hide a second one of another Urs."""
    one = talk(
        "Urs Lehner <urs@lehner-stubete.example>",
        "Next step",
        "I founded Lehner Stubete and look for a designer in my team. An interview on Monday?",
    )
    hr = talk(
        "Bea Amrein <bea.amrein@ruegg-cie.example>",
        "Your application: head of finance",
        "Thank you for your application. I am the recruiter. The post reports to Mr Tschannen.",
        day=1,
    )
    other = talk(
        "Urs Tschannen <urs.tschannen@ruegg-cie.example>",
        "handbook",
        "Here is the handbook of which we spoke. What do you think?",
        day=4,
    )

    assert len(found("Urs", *one, *hr, *other).choice.several) == 2


def test_a_name_in_katakana_is_found_without_its_middle_dot() -> None:
    me = Me("望月 沙耶", ("saya@hinode.example",))
    mail = make_message(
        "望月さん、こんにちは！人事の辻です。面接は5月19日（火）18時でいかがですか？",
        sender="Tsuji Haruka <haruka.tsuji@hlab.example>",
        to="望月 沙耶 <saya@hinode.example>",
        subject="ハルモニア・ラボ面接の件",
    )
    provider = MemoryProvider.for_user(
        me.addresses[0], name=me.name, now=lambda: START + timedelta(days=9)
    )
    own = make_message(
        "辻さん その時間で大丈夫です！",
        sender="望月 沙耶 <saya@hinode.example>",
        to=(mail.sender,),
        subject=f"Re: {mail.subject}",
        answers=mail,
    )
    provider.deliver(mail, own)

    best = find(provider, "ハルモニアラボ", me=me, now=START + timedelta(days=9)).choice.best
    assert best is not None
    assert mail.message_id in best.message_ids


@each(
    ("answers_to", "are_two"),
    [
        ("camille.roux@atelier-vanillon.example", True),
        ("camille@roux-camille.example", False),
    ],
)
def test_a_namesake_whose_answers_go_to_another_house_is_somebody_else(
    answers_to: str, are_two: bool
) -> None:
    farm = talk(
        "Camille Roux <camille.roux@amandiers.example>",
        "Les Amandiers: head waiter",
        "Thank you for your application to Les Amandiers. I recruit here. An interview on Monday?",
    )
    atelier = talk(
        "Camille Roux <camille@roux-camille.example>",
        "your book",
        "I write from my private address. I look for somebody to lead my team. An interview soon?",
        day=4,
    )
    atelier[0] = replace(atelier[0], reply_to=(Address("Camille Roux", answers_to),))

    assert (len(found("Camille Roux", *farm, *atelier).choice.several) == 2) is are_two


def test_one_consultant_with_two_numbered_mandates_leads_two_processes() -> None:
    consultant = "Katja Winkel <winkel@winkel-personal.example>"
    dairy = talk(
        consultant,
        "Mandat 298: Wiesengrund, Leitung Logistikcontrolling",
        "Für meinen Kunden suche ich eine Leitung Logistikcontrolling. Haben Sie Interesse?",
    )
    shipping = talk(
        consultant,
        "Mandat 311: Reederei, Leitung Logistik",
        "Für einen weiteren Kunden suche ich eine Leitung Logistik. Ein Gespräch am Montag?",
        day=9,
    )

    assert len(found("Katja Winkel", *dairy, *shipping).choice.several) == 2


def test_who_takes_over_does_not_leave_though_they_name_the_boss() -> None:
    first = talk(
        "Jess Lind <jess@tether.example>",
        "Tether: operations manager",
        "I recruit for Tether. A first talk on Friday?",
    )
    second = make_message(
        "Hi Sam, Omar here, taking over from Jess. Patrick (co-founder, your would-be boss) wants "
        "an interview.",
        sender="Omar Sidd <omar@tether.example>",
        subject="Re: Tether: operations manager",
        answers=first[-1],
        date=START + timedelta(days=5),
    )
    boss = talk(
        "Patrick Yoon <patrick@tether.example>",
        "homework",
        "Patrick from Tether, you would report to me. Here is the homework for our interview.",
        day=6,
    )

    assert written_to("Tether", *first, second, *boss) == (
        ["patrick@tether.example"],
        ["omar@tether.example"],
    )


@each(
    ("address", "house"),
    [
        ("a@mail.girls.school.test", "girls.school.test"),  # in no list: told by what is customary
        ("a@riverbend.school.nz", "riverbend.school.nz"),
        ("a@mail.school.nl", "school.nl"),
        ("a@school.test", "school.test"),
        ("a@hr.northwind.example", "northwind.example"),
    ],
)
def test_houses_that_share_a_name_as_schools_do_are_apart(address: str, house: str) -> None:
    assert org_domain(address) == house
