"""What sentences claim of somebody's part, put as nobody has put them in a list."""

from datetime import timedelta

from tables import each

from mailer.model import Address, Me, Message, Part
from mailer.reading.claims import claim_of_self
from mailer.reading.claims_of_others import claim_of_other
from mailer.reading.own_words import own_team
from mailer.reading.people import Found, read_people
from mailer.reading.successions import goes_on_from, hands_to, is_short_absence
from mailer.testing.builders import START, make_message

NAMES = ("Robin Vale", "Vale", "Robin")
ME = Me("Sam Rivera", ("sam@rivera.example",))
ROBIN = "Robin Vale <robin@northwind.example>"


def mail(text: str, sender: str, to: str = "Sam Rivera <sam@rivera.example>") -> Message:
    return make_message(text, sender=sender, to=to, subject="The role", date=START)


def people(*messages: Message) -> Found:
    return read_people(messages, (), ME, company="Northwind")


@each(
    "said",
    [
        "Whoever we take will be line-managed by me.",
        "I'm the one you would be answering to.",
        "The seat is in the unit I'm in charge of.",
        "Ihr direkter Vorgesetzter wäre übrigens ich.",
        "You'd report to me if this works out, so I'm booking an hour.",
        "Cześć, prowadzę Prognozy (Head of Data) i to ja miałbym Cię na głowie.",
        "Sie würden in dem Team arbeiten, das ich seit Januar führe.",
        "Als Ihr künftiger Chef wollte ich mich kurz vorstellen.",
        "Votre responsable hiérarchique, ce serait moi.",
        "L'équipe que j'anime compte six personnes.",
        "Yo sería tu responsable directa, así que prefiero presentarme.",
        "O time que eu toco tem cinco pessoas e a vaga é a sexta.",
        "Sarei io il Suo responsabile.",
        "Ik stuur de afdeling aan waar deze vacature zit.",
        "Den som får jobbet kommer att ha mig som chef.",
        "Kieruję działem, do którego szukamy osoby.",
        "私が部門の責任者で、入社後は私のもとで働いていただきます。",
        "这个组是我带的，你会直接向我汇报。",
    ],
)
def test_who_says_to_lead_is_the_boss(said: str) -> None:
    claim = claim_of_self(said)

    assert claim is not None
    assert claim[0] is Part.HIRING_MANAGER


@each(
    "said",
    [
        "Does Tuesday at ten work for you? It works for me.",
        "Please get back to me by Friday, the team is looking forward to it.",
        "I run every morning and the team here thinks I am mad.",
        "We need a reference from your manager, please send it to me.",
        "Ich habe das Team gefragt, die Stelle ist noch frei.",
        "Melden Sie sich gern bei mir, das Team freut sich.",
        "J'ai transmis à l'équipe, votre futur responsable vous appellera.",
        "Puede responder a mi correo, el equipo está informado.",
        "Può rispondere a me o all'ufficio.",
        "Jag har pratat med gruppen, du kan svara mig.",
        "I lead the recruitment team.",
    ],
)
def test_who_asks_for_an_answer_or_lauds_the_team_claims_nothing(said: str) -> None:
    claim = claim_of_self(said)

    assert claim is None or claim[0] is not Part.HIRING_MANAGER


@each(
    ("said", "part"),
    [
        ("The team is led by Robin Vale.", Part.HIRING_MANAGER),
        ("You would work under Robin Vale, who has run the depot for years.", Part.HIRING_MANAGER),
        ("Fachlich sind Sie Robin Vale zugeordnet.", Part.HIRING_MANAGER),
        ("Das Team wird von Robin Vale geführt.", Part.HIRING_MANAGER),
        ("Vous travailleriez sous la direction de Robin Vale.", Part.HIRING_MANAGER),
        ("Reportarías a Robin Vale, en la sede de Bilbao.", Part.HIRING_MANAGER),
        ("A sua gestora seria a Robin Vale.", Part.HIRING_MANAGER),
        ("Il reparto è diretto da Robin Vale.", Part.HIRING_MANAGER),
        ("Robin Vale wordt je leidinggevende.", Part.HIRING_MANAGER),
        ("Chef för gruppen är Robin Vale.", Part.HIRING_MANAGER),
        ("Vill du träffa ekonomichefen Robin Vale (kopia)?", Part.HIRING_MANAGER),
        ("Robin Vale will write to you. The role reports to him.", Part.HIRING_MANAGER),
        ("Zespołem kieruje Robin Vale.", Part.HIRING_MANAGER),
        ("All the bookings go through Robin Vale.", Part.COORDINATOR),
        ("We like Robin Vale a lot. She keeps everybody's diary.", Part.COORDINATOR),
        ("Wegen der Uhrzeit meldet sich Robin Vale bei Ihnen.", Part.COORDINATOR),
        ("Bitte machen Sie die Uhrzeit direkt mit Robin Vale aus.", Part.COORDINATOR),
        ("C'est Robin Vale qui vous proposera un créneau.", Part.COORDINATOR),
        ("De la agenda se ocupa Robin Vale.", Part.COORDINATOR),
        ("A Robin Vale vai marcar a entrevista.", Part.COORDINATOR),
        ("Robin Vale La chiamerà per concordare l'orario.", Part.COORDINATOR),
        ("Voor het inplannen van het gesprek kun je bij Robin Vale terecht.", Part.COORDINATOR),
        ("Tiden bokas av Robin Vale.", Part.COORDINATOR),
        ("W sprawie terminu proszę kontaktować się z Robin Vale.", Part.COORDINATOR),
        ("Robin Vale manages applications on our side.", Part.RECRUITER),
        ("Robin Vale s'occupe des candidatures.", Part.RECRUITER),
    ],
)
def test_what_others_say_of_somebody_tells_their_part(said: str, part: Part) -> None:
    claim = claim_of_other(said, NAMES)

    assert claim is not None
    assert claim[0] is part


@each(
    "said",
    [
        "You will meet Robin Vale at the interview on Tuesday.",
        "I am arranging a call with Robin Vale for next week.",
        "Please send me some times for a talk with Robin Vale.",
        "I will send an invite to you and Robin Vale.",
        "Robin Vale asked me to set up your interview.",
        "Jean, who is assistant to Robin Vale, will send the invite.",
        "Wir suchen einen Termin mit Robin Vale.",
        "Nous cherchons un créneau avec Robin Vale.",
        "Buscamos una fecha con Robin Vale.",
        "Robin Vale books a lot of revenue.",
        "Robin Vale is in the team too and likes it.",
        "Robin Vale will report to the board on this.",
    ],
)
def test_whom_one_meets_neither_leads_nor_arranges(said: str) -> None:
    assert claim_of_other(said, NAMES) is None


@each(
    "said",
    [
        "I am moving to a new role at another firm; please direct everything to Robin Vale.",
        "Meine Nachfolge tritt Robin Vale an, ich scheide zum Monatsende aus.",
        "Je change de service, Robin Vale suivra votre dossier.",
        "Me jubilo este mes y Robin Vale llevará su candidatura.",
        "Deixo a empresa na sexta; a Robin Vale fica com o seu processo.",
        "Vado in maternità, La seguirà Robin Vale.",
        "Ik ga met pensioen, Robin Vale neemt het van mij over.",
        "Jag går på föräldraledighet och Robin Vale tar över.",
        "Odchodzę na emeryturę, sprawę przejmie Robin Vale.",
    ],
)
def test_who_leaves_hands_to_whom_they_name(said: str) -> None:
    assert hands_to(said, NAMES)


@each(
    "said",
    [
        "I'm on holiday until Monday, in urgent cases contact Robin Vale.",
        "Ich bin bis Freitag im Urlaub, Robin Vale vertritt mich.",
        "Robin Vale will take care of you at reception.",
        "Robin Vale left us last year, that is why the post is open.",
        "今後は私から直接ご連絡し、ロビン様にもCCいたします。",
    ],
)
def test_who_is_away_for_days_hands_nothing_over(said: str) -> None:
    assert not hands_to(said, NAMES)


def test_days_away_are_no_leave_of_months() -> None:
    assert is_short_absence("I'm on holiday until Monday, Robin covers for me.")
    assert not is_short_absence("I go on maternity leave until next spring, Robin covers for me.")


@each(
    "said",
    [
        "I have inherited your application from Robin Vale, who retired.",
        "Robin Vale ist in Elternzeit, ich führe das Verfahren weiter.",
        "Robin Vale a pris sa retraite, c'est désormais moi qui suis votre candidature.",
        "Robin Vale se ha ido de la empresa y ahora llevo yo tu proceso.",
        "Robin Vale har slutat, så jag tar hand om din ansökan nu.",
        "Robin Vale odeszła z firmy, przejmuję Pani sprawę.",
    ],
)
def test_who_goes_on_says_from_whom(said: str) -> None:
    assert goes_on_from(said, NAMES)


def test_a_badge_clerk_goes_on_from_nobody() -> None:
    assert not goes_on_from("Robin Vale left me your number, I run the archive.", NAMES)


def test_a_reply_to_of_a_mailing_list_does_not_stand_for_the_person() -> None:
    private = make_message(
        "You would report to me.\n\nRobin",
        sender=ROBIN,
        to="sam@rivera.example",
        reply_to=(Address("", "kernel@lists.northwind.example"),),
        subject="Re: [kernel] a job",
        date=START,
    )

    assert [p.address for p in people(private).people] == ["robin@northwind.example"]


def test_one_of_a_committee_is_no_boss_beside_one_who_says_so() -> None:
    boss = mail("The fellow would answer to me.\n\nBo Lind\nDean", "Bo <bo@northwind.example>")
    other = mail(
        "I sit on the committee you will meet.\n\nRobin Vale\nAssociate Professor of Law", ROBIN
    )

    parts = {p.address: p.part for p in people(boss, other).people}
    assert parts["robin@northwind.example"] is Part.INTERVIEWER
    assert parts["bo@northwind.example"] is Part.HIRING_MANAGER


@each(
    ("said", "leads"),
    [
        ("je komt dus direct onder mij", True),
        ("You would be working straight under me.", True),
        ("du skulle ligga direkt under mej", True),
        ("responde direto pra mim", True),
        ("saresti sotto di me", True),
        ("Du wärst mein erster Servicetechniker.", True),
        ("You'd be my first hire here.", True),
        ("僕の右腕としてお願いしたいです。", True),
        ("You would be my first call of the day.", False),
        ("She sits under the window, and the boiler is under me.", False),
    ],
)
def test_who_has_the_user_under_them_leads(said: str, leads: bool) -> None:
    assert (own_team(said) is not None) is leads


@each(
    ("said", "leads"),
    [
        ("I run design here and would be the person you complain to.", True),
        ("I lead engineering at Kestrel.", True),
        ("Ich verantworte hier die Entwicklung.", True),
        ("Je dirige la production ici.", True),
        ("Dirijo ventas aquí.", True),
        ("Mi occupo io della ricerca in azienda.", True),
        ("Jag ansvarar för utvecklingen här.", True),
        ("我负责研发。", True),
        ("I run recruitment here.", False),
        ("I look after recruitment for engineering and product.", False),
        ("I run the risk of being late.", False),
        ("I manage operations dates for the panel.", False),
    ],
)
def test_who_leads_an_area_leads_though_no_team_is_named(said: str, leads: bool) -> None:
    claim = claim_of_self(said)

    assert (claim is not None and claim[0] is Part.HIRING_MANAGER) is leads


@each(
    "said",
    [
        "Robin gave me your address.",
        "Robin hat mir von Ihnen erzählt.",
        "Robin m'a donné ton adresse.",
        "Robin me pasó tu contacto.",
        "Robin mi ha parlato di te.",
        "Robin gaf me je adres.",
        "Robin tipsade om dig.",
    ],
)
def test_a_friend_of_whom_is_said_that_they_gave_the_address_refers(said: str) -> None:
    friend = mail("You should talk to Dana.", "Robin Vale <robin@home.example>")
    boss = mail(f"{said} I have founded Kestrel.", "Dana Ortiz <dana@kestrel.example>")
    parts = {p.name: p.part for p in people(friend, boss).people}

    assert parts["Robin Vale"] is Part.REFERRER


def test_whose_assistant_writes_leads_and_does_not_arrange() -> None:
    boss = mail("The role would report to me.", ROBIN)
    assistant = mail(
        "I am Robin Vale's executive assistant and arrange things for him.",
        "Marcy Lund <marcy@northwind.example>",
    )
    parts = {p.name: p.part for p in people(boss, assistant).people}

    assert parts == {"Robin Vale": Part.HIRING_MANAGER, "Marcy Lund": Part.COORDINATOR}


def test_somebody_put_in_copy_at_a_new_address_is_one_person_there() -> None:
    old = mail("My client would like to meet you.", "Ansgar Tiedtke <tiedtke@medikon.example>")
    newer = make_message(
        "Thank you for the visit.",
        sender="Anna Holl <holl@seeblick.example>",
        to="Sam Rivera <sam@rivera.example>",
        cc="Ansgar Tiedtke <ansgar@tpp.example>",
        subject="The role",
        date=START + timedelta(days=4),
    )
    found = [p for p in people(old, newer).people if p.family_name == "Tiedtke"]

    assert [p.address for p in found] == ["ansgar@tpp.example"]


@each(
    ("said", "is_claim"),
    [
        ("面接の日程調整は私が担当いたします。", True),
        ("面接の日程調整は私が担当しましょうか？", False),
        ("面试时间由我来安排。", True),
        ("面试时间由我来安排吗？", False),
    ],
)
def test_what_is_asked_in_japanese_or_chinese_claims_nothing(said: str, is_claim: bool) -> None:
    assert (claim_of_self(said) is not None) is is_claim
