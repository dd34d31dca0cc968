"""What makes one process of talks that share little, and two of talks that share much."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from looking import ME, found, subjects, talk, written_to
from tables import each

from mailer.model import Message, Part
from mailer.reading.agencies import speaks_for_client
from mailer.reading.roles import roles_differ
from mailer.reading.senders import is_freemail, is_organisation
from mailer.reading.sifting import make_strands
from mailer.reading.strands import Strand
from mailer.reading.words import SEPARATE_FOLDED
from mailer.testing.builders import START, make_message, make_thread

HR = "Judith Farrow <judith@hallampryce.example>"
APPLIED = "Thank you for your application. An interview on Tuesday?\n\nJudith Farrow\nHR Manager"


def names_found(query: str, *messages) -> int:  # noqa: ANN002 - messages
    """Return how many processes a query leaves to choose from."""
    choice = found(query, *messages).choice
    return 1 if choice.best else len(choice.several)


def test_a_forger_who_wants_money_under_a_houses_name_is_no_part_of_it() -> None:
    house = talk(HR, "Audit manager at Hallam Pryce", APPLIED)
    forged = make_message(
        "Congratulations, the post is yours! Send a passport copy and a deposit of 75 GBP today.",
        sender="Hallampryce HR <hr@hallampryce-careers.test>",
        subject="Your Hallam Pryce offer letter",
    )
    honest = replace(forged, text="Your offer letter follows. We will be in touch.")
    own_house = replace(forged, sender=make_message("x", sender="HR <hr@nord-west.example>").sender)
    kept = [
        {s.messages[0].subject for s in make_strands([make_thread(*house), make_thread(m)], ME)}
        for m in (forged, honest, own_house)
    ]

    assert [forged.subject in subjects_ for subjects_ in kept] == [False, True, True]


@each(
    ("title", "is_one"),
    [
        ("Partner, Head of Audit South West", True),
        ("Partner, Head of Tax", False),
    ],
)
def test_who_leads_the_department_for_which_is_hired_is_of_that_process(
    title: str, is_one: bool
) -> None:
    hr = talk(HR, "Audit Senior Manager (HP/0425/17)", APPLIED)
    boss = talk(
        "Alasdair Munro <a.munro@hallampryce.example>",
        "The stock count",
        f"I look for a manager, the post reports to me. May we talk?\n\nAlasdair Munro\n{title}",
        day=3,
    )

    assert (names_found("hallampryce", *hr, *boss) == 1) is is_one


def test_a_note_after_a_talk_opens_no_second_process() -> None:
    hr = talk(HR, "Your application to Hallam Pryce", APPLIED)
    boss = talk(
        "Alasdair Munro <a.munro@hallampryce.example>",
        "this afternoon",
        "I much enjoyed our interview this afternoon. The post reports to me. More soon.",
        day=3,
    )

    assert subjects("hallampryce", *hr, *boss) == {
        "Your application to Hallam Pryce",
        "this afternoon",
    }


@pytest.mark.parametrize(
    "told",
    [
        "These are two separate searches, I run mine myself.",
        "Det är två skilda rekryteringar, jag sköter min själv.",
        "È un ruolo distinto da quello di cui parli con Judith.",
        "Het is een andere functie dan die van Judith, en ik doe deze zelf.",
    ],
)
def test_who_says_that_there_are_two_keeps_them_two(told: str) -> None:
    hr = talk(HR, "Auditor at Hallam Pryce", APPLIED)
    other = talk(
        "Bengt Svarvar <bengt@hallampryce.example>",
        "the tax desk",
        f"I recruit a tax manager for us. {told} Could we have an interview?",
        day=2,
    )

    assert names_found("hallampryce", *hr, *other) == 2


@each(
    ("said", "is_another"),
    [
        ("Nuestro otro centro, Las Alquerías, necesita media jornada.", True),
        ("Sin que una cosa quite la otra: ¿le interesaría?", True),
        ("Our other school in Torrent needs somebody part-time.", True),
        ("Xime, paralelo a lo otro me cayó ésta.", True),
        ("尾形さんの件と並行で大丈夫でしたら、お願いします。", True),
        ("Staat los van wat je met Karin bespreekt. Iets voor jou?", True),
        ("Das hat nichts mit dem zu tun, worüber Sie mit Karin sprechen.", True),
        ("No tiene relación con lo de Karin.", True),
        ("Não tem relação com o que discute com a Karin.", True),
        ("Non c'entra niente con quello che fa con Karin.", True),
        ("Det har inget med det du pratar med Karin om att göra.", True),
        ("Nie ma związku z tym, o czym Pan rozmawia z Kariną.", True),
        ("It has nothing to do with what you discuss with Karin.", True),
        ("Das hat nichts mit dem Wetter zu tun.", False),
        ("Jag har inget med rekryteringen att göra, jag sitter bara bredvid.", False),
        ("Nuestro centro abre a las ocho.", False),
        ("Our school is in Torrent, and a house beside it is to let.", False),
    ],
)
def test_our_other_house_and_what_runs_in_parallel_is_another_process(
    said: str, is_another: bool
) -> None:
    assert (SEPARATE_FOLDED.search(said.lower()) is not None) is is_another


def test_another_role_a_year_ago_sets_nothing_apart() -> None:
    agent = talk(
        "Elena Lorenzi <elena@randasearch.example>",
        "Auditor for a client",
        "My client Hallam Pryce needs an auditor. May I put you forward?",
    )
    own = make_message(
        "Yes. They saw me a year ago for another role.",
        sender="Sam Rivera <sam@rivera.example>",
        to=(agent[0].sender,),
        answers=agent[0],
        subject="Re: Auditor for a client",
    )
    house = talk(
        HR, "Hallam Pryce: interview", "Elena Lorenzi sent us your profile. A first talk?", day=4
    )
    told = {"Auditor for a client", "Hallam Pryce: interview"}
    own = replace(own, date=START + timedelta(hours=5))

    assert subjects("Hallam Pryce", *agent, own, *house) == told


def test_another_consultant_of_the_agency_is_not_of_the_clients_process() -> None:
    agent = talk(
        "Maria Backlund <maria@kvarken.example>",
        "Head of production",
        "My client Brannskar Pump needs a head of production. May I send your CV?",
    )
    house = talk(
        "Annika Fors <annika@brannskar.example>",
        "Brannskar Pump: interview",
        "Maria Backlund of Kvarken sent us your CV. I am the recruiter: Tuesday at nine?",
        day=3,
    )
    colleague = talk(
        "Joakim Lund <joakim@kvarken.example>",
        "tried to reach you",
        "I am a recruitment consultant and have a foundry for you, Sundbro. Ring me.",
        day=5,
    )

    assert subjects("Sundbro", *agent, *house, *colleague) == {"tried to reach you"}


def test_a_namesake_who_founded_a_firm_is_not_the_recruiter_of_another() -> None:
    founder = talk(
        "Marco Bianchin <marcobianchin.arch@gmail.com>",
        "a coffee?",
        "It is Marco, I founded Altana Architects and need a BIM coordinator beside me. Come by?",
    )
    recruiter = talk(
        "Marco Bianchin <marco.bianchin@grupposorgato.example>",
        "Gruppo Sorgato: your application",
        "I look after recruiting at Gruppo Sorgato. A first call?\n\nMarco Bianchin\nHR Specialist",
        day=3,
    )

    assert names_found("Marco Bianchin", *founder, *recruiter) == 2


def test_the_users_own_family_name_is_nobodys_house() -> None:
    """A brother's firm bears it, and the user's name stands in every mail to the user."""
    founder = talk(
        "Mia Reszka <mreszka.lab@gmail.com>",
        "Zorza and you",
        "I founded Zorza a year ago and look for a first hire who works with me. Interested?",
    )
    brother = talk("Max Rivera <max@rivera-roofs.example>", "the roof", "Will you chip in?", day=1)

    assert subjects("Zorza", *founder, *brother) == {"Zorza and you"}


def test_a_daughter_arranges_for_the_owner_who_writes_from_home() -> None:
    owner = talk(
        "H. Postma <hpostma.wommels@ziggo.example>",
        "the job",
        "I am the owner and look for an engineer, you would work with me. My daughter arranges it.",
    )
    office = talk(
        "Tess Postma <office@gebrpostma.example>",
        "Saturday at the yard",
        "On behalf of my father: Saturday at ten at the yard?",
        day=1,
    )

    assert subjects("Postma", *owner, *office) == {"the job", "Saturday at the yard"}


def test_a_family_name_that_stands_in_the_mail_alone_is_the_writers() -> None:
    owner = make_message(
        "Good evening, it's Yann Kerdanet, the owner of the bakery. I look for an accountant.",
        sender="Yann K <yannick29@laposteperso.example>",
    )
    other = replace(owner, text="Good evening, it's Yann from Kerdanet. I look for an accountant.")

    assert "kerdanet" in Strand(make_thread(owner), ME).writer_names
    assert "kerdanet" not in Strand(make_thread(other), ME).writer_names


def test_a_house_is_told_before_a_japanese_name() -> None:
    hr = talk(
        "大庭 恵子 <soumu@mitsuba-seiko.example>",
        "機械設計職ご応募の件",
        "採用を担当しております大庭です。面接はいかがでしょうか。\n\n-- \n三ツ葉精工株式会社",
    )
    boss = talk(
        "樋口 剛志 <higuchi.0415@gmail.com>",
        "先日はありがとうございました",
        "三ツ葉の樋口です。設計は私の直下になります。最終面接はいかがでしょう。",
        day=4,
    )

    assert subjects("三ツ葉精工", *hr, *boss) == {
        "機械設計職ご応募の件",
        "先日はありがとうございました",
    }


def test_the_clients_that_an_agent_names_in_japanese_mail_are_two() -> None:
    agent = "川端 美穂 <kawabata@technobridge.example>"
    pump = talk(
        agent, "求人のご紹介", "キャリアアドバイザーの川端です。東雲ポンプ製作所様の求人票です。"
    )
    motor = talk(agent, "ご推薦の件", "北斗アクチュエータ様へご推薦いたしました。", day=3)

    assert names_found("川端", *pump, *motor) == 2


def test_the_notices_of_one_talk_on_a_platform_are_one() -> None:
    link = "https://www.linkedin.com/messaging/thread/2-a1"
    first = make_message(
        f"Priya Shah sent you an InMail\nI recruit for Orbis Cargo: a manager role?\n{link}",
        sender="Priya Shah via LinkedIn <inmail-hit-reply@linkedin.com>",
        subject="Regional manager - Orbis Cargo",
    )
    second = make_message(
        f"Priya Shah: Thanks! Orbis Cargo have your profile for the role.\nView message: {link}",
        sender="LinkedIn <messages-noreply@linkedin.com>",
        subject="Priya sent you a new message",
        date=START + timedelta(days=4),
    )
    other = replace(second, text=second.text.replace("2-a1", "2-b7") if second.text else "")

    assert subjects("Orbis Cargo", first, second) == {first.subject, second.subject}
    assert second.subject not in subjects("Orbis Cargo", first, other)


def test_a_house_behind_a_relay_is_called_as_its_mail_calls_it() -> None:
    old = talk(
        "Craig Villa <craig@tessellatecro.example>",
        "Tessellate: project manager",
        "Thank you for your application. The position has been filled. I am the recruiter.",
    )
    live = talk(
        "Bridget Oyar <tessellatecro+email+4fk2@talent.icims.com>",
        "Associate director - phone screen",
        "I recruit for the rare disease unit at Tessellate Clinical Research. A phone screen?",
        day=20,
    )

    to, _ = written_to("Tessellate", *old, *live)
    assert to == ["tessellatecro+email+4fk2@talent.icims.com"]


def test_the_post_behind_the_companys_name_settles_which_of_two() -> None:
    one = talk(HR, "Hallam Pryce: QA Lead", APPLIED)
    other = talk(
        "Cecilia Noack <cecilia@hallampryce.example>",
        "Hallam Pryce: Test Engineer",
        "You also applied for this, separately from Judith, whom I do not ask. A screening call?",
        day=2,
    )

    assert names_found("Hallampryce", *one, *other) == 2
    assert subjects("Hallampryce Test Engineer", *one, *other) == {"Hallam Pryce: Test Engineer"}


def test_whose_answers_go_to_their_own_domain_writes_for_the_house_all_the_same() -> None:
    """`tansley-desk` bears the writer's name: lingvia is no mail provider for that."""
    hr = talk("Priya Nair <priya@lingvia.example>", "Learning manager at Lingvia", APPLIED)
    boss = talk(
        "Oliver Tansley <o.tansley@lingvia.example>",
        "After today",
        "Really enjoyed this morning. You would report to me. Just reply here.",
        day=3,
    )
    boss = [replace(m, reply_to=(_TANSLEY,)) if m is boss[0] else m for m in boss]

    assert subjects("Lingvia", *hr, *boss) == {"Learning manager at Lingvia", "After today"}


_TANSLEY = make_message("x", sender="Oliver Tansley <oliver@tansley-desk.example>").sender


def test_a_notifier_is_no_person() -> None:
    hr = talk(
        "田中 恵 <m-tanaka@aoba.example>",
        "一次面接のご案内",
        "青葉物流 人事課の田中です。ご応募ありがとうございます。一次面接はいかがでしょうか。",
    )
    parcel = make_message(
        "Rivera様 お荷物は明日お届けします。",
        sender="青葉物流 お届け通知 <otodoke@aoba.example>",
        subject="お荷物",
        date=START + timedelta(days=9),
    )

    assert subjects("aoba", *hr, parcel) == {"一次面接のご案内"}


@each(
    ("name", "address", "is_house"),
    [
        ("沈一帆", "shenyifan@163.com", False),
        ("網易", "163@163.com", False),
    ],
)
def test_a_domain_without_letters_makes_nobody_a_house(
    name: str, address: str, is_house: bool
) -> None:
    assert is_organisation(make_message("x", sender=f"{name} <{address}>").sender) is is_house


@each(
    ("address", "is_home"),
    [
        ("anna@ziggo.example", True),
        ("anna@bluewin.ch", True),
        ("anna@telenet.be", True),
        ("anna@laposteperso.example", True),
        ("anna@orange.example", False),
        ("anna@yahoo.example", False),
        ("anna@sunrise.example", False),
    ],
)
def test_a_provider_keeps_its_name_under_another_ending(address: str, is_home: bool) -> None:
    assert is_freemail(address) is is_home


def test_who_only_gives_the_address_of_who_hires_gets_no_copy() -> None:
    friend = make_message(
        "Hi Sam, Henk needs an engineer and I named you. Mail him: hpostma.wommels@ziggo.example.",
        sender="Wiebe Sinnema <wiebe@sinnema.example>",
        subject="Henk is looking",
    )
    owner = talk(
        "Henk Postma <hpostma.wommels@ziggo.example>",
        "the job",
        "You can start with us as an engineer, you would work with me. Come for an interview?",
        day=3,
    )
    best = found("hpostma.wommels@ziggo.example", friend, *owner).choice.best

    assert best is not None
    parts = {p.address: p.part for p in best.people}
    assert parts["wiebe@sinnema.example"] is Part.REFERRER
    assert written_to("hpostma.wommels@ziggo.example", friend, *owner) == (
        ["hpostma.wommels@ziggo.example"],
        [],
    )


def test_for_whom_a_secretary_fixes_a_day_leads() -> None:
    boss = talk(
        "Ettore Malvasi <ettore@valdorsa.example>",
        "Due righe",
        "Vorrei che tornasse per conoscere mia figlia. La Pina le scriverà per il giorno.",
    )
    office = talk(
        "Pina Todesco <segreteria@valdorsa.example>",
        "appuntamento",
        "Il sig. Ettore mi dice di fissare il secondo colloquio con lui. Mercoledì alle 10?",
        day=4,
    )
    best = found("valdorsa", *boss, *office).choice.best

    assert best is not None
    assert {p.address: p.part for p in best.people}[
        "ettore@valdorsa.example"
    ] is Part.HIRING_MANAGER


def test_a_client_that_an_agent_knows_to_be_going_is_the_other_ones() -> None:
    agent = "Sheila Navarro <sheila@gridline.example>"
    one = talk(agent, "Substation lead", "My client Burr Oak needs a lead. May I submit you?")
    other = talk(
        agent,
        "another one",
        "A different client: Castor Switchgear. I know you have Burr Oak going, this is slower.",
        day=4,
    )

    assert subjects("Burr Oak", *one, *other) == {"Substation lead"}
    assert subjects("Castor Switchgear", *one, *other) == {"another one"}


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Zweites Gespräch Redaktionsleitung Sachbuch", "Redaktionsleiterin Sachbuch", True),
        ("R2R Lead", "Record to Report Lead", True),
        ("Redaktionsleitung Sachbuch", "Vertriebsleiterin Sachbuch", False),
        (
            "Regional Sales Manager (Kanto), US medical devices",
            "一次面接のご案内（関東リージョナルセールスマネージャー）",
            True,
        ),
    ],
)
def test_one_post_may_be_written_in_two_ways(one: str, other: str, is_one: bool) -> None:
    threads = [
        Strand(make_thread(make_message("x", sender=HR, subject=s)), ME) for s in (one, other)
    ]

    assert roles_differ(*threads) is not is_one


def test_a_house_that_bears_a_name_names_nobody_by_it() -> None:
    boss = talk(
        "Henrik Ask <henrik@torpask.example>",
        "Landscape in Malmo?",
        "I lead the Malmo studio and recruit a landscape architect for it. An interview?",
    )
    hr = talk(
        "Sanna Wiklund <sanna@torpask.example>",
        "Project lead, Stockholm",
        "Thank you for applying. A call?\n\nSanna Wiklund\nRecruiter, Torp & Ask Architects",
        day=3,
    )

    assert names_found("torpask", *boss, *hr) == 2


@each(
    ("said", "speaks"),
    [
        ("Pour le compte de M. Quéméner, voici l'invitation pour votre entretien.", False),
        ("Je recrute pour le compte d'un client.", True),
        ("Notre cabinet accompagne un négociant qui cherche un responsable.", True),
        ("Voor onze opdrachtgever Havenlijn zoeken wij een manager.", True),
    ],
)
def test_who_writes_for_somebody_is_no_agency_yet(said: str, speaks: bool) -> None:
    assert speaks_for_client(make_message(said, sender="Ada Bost <ada@halles.example>")) is speaks


def test_who_moves_on_to_the_boss_is_the_user() -> None:
    hr = talk(
        "Rick Amato <rick@brightpath.example>",
        "Success lead",
        "Thank you for your application. An interview?\n\nRick Amato\nTalent Acquisition",
    )
    left = make_message(
        "You're moving on to Anand, who runs success. Today is my last day. Joelle Tran (in copy) "
        "takes over all the searches.",
        sender="Rick Amato <rick@brightpath.example>",
        to=(hr[1].sender,),
        cc=(make_message("x", sender="Joelle Tran <joelle@brightpath.example>").sender,),
        answers=hr[1],
        subject="Re: Success lead",
    )
    left = replace(left, date=START + timedelta(days=2))
    boss = talk(
        "Anand Pillai <anand@brightpath.example>", "that question", "I pulled the data.", day=4
    )
    best = found("brightpath", *hr, left, *boss).choice.best

    assert best is not None
    parts = {p.address: p.part for p in best.people}
    assert parts["anand@brightpath.example"] is Part.HIRING_MANAGER


@each(
    ("told", "count"),
    [
        ("Det är en annan sak än den vi pratat om. Vi söker en ekolog i Gävle.", 2),
        ("Vi ses gärna en gång till om samma tjänst.", 1),
    ],
)
def test_a_recruiter_who_says_that_it_is_another_matter_opens_a_second(
    told: str, count: int
) -> None:
    who = "Anneli Grip <anneli.grip@torvmossen.example>"
    signed = "\n\nAnneli Grip | HR Torvmossen Konsult AB"
    first = talk(who, "Konsult i Uppsala", f"Tack för din ansökan. En intervju på tisdag?{signed}")
    second = talk(who, "Ekolog, Gävle", f"{told} Kan du komma på intervju?{signed}", day=9)

    assert names_found("Torvmossen", *first, *second) == count


@each(
    "told",
    [
        "I would like to apply for the internship at your office. May I come for an interview?",
        "Ich bewerbe mich um das Praktikum bei euch. Wann ist das Vorstellungsgespräch?",
        "Je postule au stage chez vous. Quand puis-je venir pour un entretien ?",
    ],
)
def test_an_applicant_who_writes_to_the_user_is_no_process_of_theirs(told: str) -> None:
    applied = talk("Oliver Krarup <oliver@studie.example>", "Ansøgning om praktikplads", told)
    thanks = make_message("Tak!", sender=applied[0].sender, answers=applied[1])

    assert names_found("Oliver Krarup", *applied, thanks) == 0


def test_a_place_behind_a_houses_name_tells_which_of_its_posts_is_meant() -> None:
    text = "Thank you for your application. An interview on Tuesday?\n\n{}\nRecruiter\n"
    text += "Hallampryce Technologies"
    there = talk(HR, "Reliability engineer, Dublin", text.format("Judith Farrow"))
    who = "Aditi Menon <aditi@hallampryce.example>"
    here = talk(who, "Platform engineer, Bengaluru", text.format("Aditi Menon"), day=2)

    assert names_found("Hallampryce", *there, *here) == 2
    assert subjects("Hallampryce Dublin", *there, *here) == {"Reliability engineer, Dublin"}


def test_a_name_within_another_may_still_be_a_slip() -> None:
    professor = talk(
        "Wouter Hazelhoff <wouter.hazelhoff@hbl.example>",
        "your preprint",
        "I lead the laboratory and would like you to meet my group for an interview in Falun.",
    )

    assert subjects("Hazelhof", *professor) == {"your preprint"}


def test_a_chinese_consultant_serves_two_clients() -> None:
    signed = (
        "邢曼 Mandy Xing\n高级顾问\n启舟人才咨询（上海）有限公司\n本邮件内容保密，如误收请删除。"
    )

    def by_consultant(subject: str, told: str, day: int) -> list[Message]:
        mail, answer = talk("邢曼 <xingman@qizhou.example>", subject, "", day=day)
        return [replace(mail, text=f"{told}\n\n{signed}"), answer]

    first = by_consultant("产品总监", "手上有个产品总监机会，是澜贸集团，方便发一份简历吗？", 0)
    house = talk(
        "屠晓琳 <tu@lanmao.example>",
        "澜贸集团面试安排（产品总监）",
        "我是澜贸集团招聘屠晓琳，邢顾问推荐了您。11月6日上午10点面试是否合适？\n\n屠晓琳\n澜贸集团股份有限公司",
        day=4,
    )
    house[0] = replace(house[0], cc=(first[0].sender,))
    second = by_consultant("另一个机会：产品专家", "跟那个不冲突：棠溪银行招产品专家。", 9)

    assert subjects("澜贸", *first, *house, *second) == {"产品总监", house[0].subject}
    assert subjects("棠溪银行", *first, *house, *second) == {second[0].subject}


def test_what_applicants_say_is_not_what_recruiters_ask() -> None:
    asked = talk(
        "王磊 <wanglei@zhuqing.example>",
        "社区产品策划",
        "你应聘的职位已通过筛选，面试时间周五可以吗？",
    )

    assert names_found("zhuqing", *asked) == 1
