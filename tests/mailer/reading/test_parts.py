"""Who has which part: assistants, successors, agencies, introducers, bosses without a title."""

from datetime import timedelta

import pytest
from tables import each

from mailer.model import Me, Message, Part, Tone
from mailer.reading.agencies import speaks_for_client
from mailer.reading.introductions import introduces
from mailer.reading.own_words import own_team
from mailer.reading.people import Found, read_people
from mailer.reading.tone import read_tone
from mailer.testing.builders import START, make_message

ME = Me("Sam Rivera", ("sam@rivera.example",))
SAM = "Sam Rivera <sam@rivera.example>"
NINA = "Nina Falk <nina@northwind.example>"
BO = "Bo Lindqvist <bo@northwind.example>"


def mail(text: str, sender: str = NINA, day: int = 0, cc: str = "") -> Message:
    return make_message(
        text,
        sender=sender,
        to=SAM,
        cc=cc or (),
        subject="The role",
        date=START + timedelta(days=day),
    )


def people(*messages: Message) -> Found:
    return read_people(messages, (), ME, company="Northwind")


def part_of(who: str, *messages: Message) -> Part:
    return next(p.part for p in people(*messages).people if p.address in who)


@each(
    "said",
    [
        "Jag är assistent till Bo och bokar mötet med er.",
        "I am the assistant to Bo and will send you the dates.",
        "Ich bin Assistentin von Herrn Lindqvist und melde mich wegen des Termins.",
        "Je suis l'assistante de M. Lindqvist, je vous propose mardi.",
        "Ik ben de secretaresse van Bo, past dinsdag?",
        "Soy la asistente de Bo, ¿le va bien el martes?",
    ],
)
def test_whose_assistant_writes_is_the_boss(said: str) -> None:
    assistant = mail(f"Hej Sam,\n\n{said}\n\nNina Falk")
    boss = mail("Hi Sam, one question: how large a team are you used to?\n\nBo", BO, 1)

    assert part_of(BO, assistant, boss) is Part.HIRING_MANAGER
    assert part_of(NINA, assistant, boss) is Part.COORDINATOR


@each(
    ("said", "part"),
    [
        ("I sit on the panel so cannot tell you the questions.", Part.INTERVIEWER),
        ("You would report to me, I lead the lab.", Part.HIRING_MANAGER),
    ],
)
def test_who_has_no_say_does_not_lead(said: str, part: Part) -> None:
    recruiter = mail("Hi Sam, thanks for your application.\n\n--\nNina Falk\nRecruiter")
    visit = "You asked to look round. I would be glad to show you the lab and our ward round."
    other = mail(f"Hi Sam,\n\n{visit} {said}\n\nBo Lindqvist\nConsultant", BO, 4)

    assert part_of(BO, recruiter, other) is part


@each(
    "said",
    [
        "Ik ben straks je collega-adviseur, mocht het wat worden.",
        "I'd be your peer here, should it come to that.",
        "Ich wäre Ihr direkter Kollege.",
        "Je serais votre future collègue.",
    ],
)
def test_a_colleague_to_be_neither_leads_nor_recruits_where_the_post_is_in_personnel(
    said: str,
) -> None:
    first = mail(f"Hi Sam, shall we speak about your application?{PARTNER}")
    colleague = mail(f"Hi Sam, {said}\n\nTanja Roth\nHR Advisor", TANJA, 5)

    assert part_of(TANJA, first, colleague) is Part.INTERVIEWER


@each(
    ("name", "line", "is_department"),
    [
        ("Lourdes Cebrián Oltra", "Lourdes Cebrián Oltra", False),
        ("Recursos Humanos", "Recursos Humanos", True),
        ("Northwind People Team", "Northwind People Team", True),
    ],
)
def test_a_person_may_write_from_an_address_that_looks_like_an_offices(
    name: str, line: str, is_department: bool
) -> None:
    office = mail(
        f"Hi Sam, thanks for your application.\n\n--\n{line}\nUnidad de Recursos Humanos",
        f"{name} <rrhh.lco@northwind.example>",
    )

    assert [p.is_department for p in people(office).people] == [is_department]


TA = "\n\n--\nNina Falk\nTalent Acquisition Partner"


@each(
    "said",
    [
        "Od marca jestem na macierzyńskim, przejmuje Bo Lindqvist.",
        "Idę na urlop rodzicielski. Bo Lindqvist zastępuje mnie od jutra.",
        "Jag går på föräldraledighet, Bo Lindqvist tar över.",
        "Idag är min sista dag, Bo ersätter mig.",
        "Ik ga met zwangerschapsverlof, Bo neemt het van mij over.",
        "Estaré de baja por maternidad; Bo me sustituirá.",
        "Saio em licença-maternidade, o Bo vai ficar no meu lugar.",
        "Vado in congedo parentale, al mio posto trovi Bo.",
        "I am going on paternity leave and my colleague, in copy, takes over.",
    ],
)
def test_a_successor_recruits_after_a_leave(said: str) -> None:
    leaving = mail(f"Hej Sam,\n\n{said}{TA}", cc=BO)
    taken = mail("Hej Sam, when would you like to talk?\n\nBo", BO, 3)
    found = people(leaving, taken)

    assert [p.part for p in found.people if p.address in BO] == [Part.RECRUITER]
    assert [p.has_left for p in found.people if p.address in NINA] == [True]


def test_a_boss_who_hands_the_dates_to_a_recruiter_stays() -> None:
    boss = mail("Hi Sam, you would report to me. Bo takes over from here for the dates.\n\nNina")
    recruiter = mail("Hi Sam, Tuesday?\n\n--\nBo Lindqvist\nRecruiter", BO, 1)
    found = people(boss, recruiter)

    assert [p.part for p in found.people if not p.has_left] == [
        Part.HIRING_MANAGER,
        Part.RECRUITER,
    ]


@each(
    "said",
    [
        "Als Vorstandsvorsitzender suche ich jemanden, der so fragt.",
        "As CTO I'd like somebody who asks that.",
        "Nina here, honorary treasurer at the trust. Could we talk?",
        "Whoever does this job answers to me, for better or worse.",
        "Du skulle rapportera direkt till mig.",
        "Podlegałabyś bezpośrednio mi, w moim zespole.",
        "Como directora, busco a alguien con criterio.",
        "En tant que présidente, je tiens à vous voir moi-même.",
        "Buduję tu zespół rozliczeń i chciałabym, żebyś do nas dołączył.",
        "I am building the billing team here.",
    ],
)
def test_a_boss_is_known_without_a_title_below(said: str) -> None:
    recruiter = mail("Hi Sam, thanks for your application.\n\n--\nBo Lindqvist\nRecruiter", BO)

    assert part_of(NINA, recruiter, mail(f"Hello Sam,\n\n{said}\n\nNina", NINA, 2)) is (
        Part.HIRING_MANAGER
    )


@each(
    "said",
    [
        "ich leite das Konzernpersonal der Gruppe.",
        "I head our recruiting team here.",
        "Je dirige le recrutement du groupe.",
        "Ich leite Ihr Profil an den Fachbereich weiter, die Bewerbung ist komplett.",
        "Me dirijo a usted en relación con su candidatura.",
        "As Head of Data you would lead five people; your application reads well.",
    ],
)
def test_who_leads_those_who_recruit_is_no_boss(said: str) -> None:
    assert part_of(NINA, mail(f"Hello Sam,\n\n{said}\n\nNina")) is Part.RECRUITER


@each(
    ("said", "signed"),
    [
        ("na zlecenie naszego klienta szukam programisty.", "Konsultant"),
        ("för vår kunds räkning söker vi en controller.", "Konsult"),
        ("for a biotech company near Leeds I'm looking for a chemist.", "Consultant"),
        ("Voor een productiebedrijf in de Kempen zoek ik een planner.", "Consultant"),
        ("für einen Maschinenbauer-Konzern im Süden suchen wir eine Leitung.", "Berater"),
        ("para una empresa de Zaragoza busco una técnica.", "Consultora"),
        ("per un'azienda di Bologna cerchiamo un tecnico.", "Consulente"),
        ("tengo una cosa que te cuadra, llámame.", "Northwind ETT · Zaragoza"),
        ("have a role in Naas, ring me.", "Northwind Pharmacy Recruitment\n\nSent from my iPhone"),
        ("O cliente gostou e quer conhecê-lo. Envio o CV ao cliente hoje.", "Consultor"),
        ("je prépare votre dossier avant de l'envoyer au client.", "Claire"),
        ("I'm recruiting for a publisher in Leeds. Up for a chat?", "Principal Consultant, Games"),
        ("seguo io le ricerche per le nostre partecipate.", "Head of Talent"),
        ("kan jag ringa dig?", "Northwind Bemanning AB"),
    ],
)
def test_an_agency_is_known_by_what_it_says_or_signs(said: str, signed: str) -> None:
    assert speaks_for_client(mail(f"Hello Sam,\n\n{said}\n\nNina Falk\n{signed}"))


@each(
    "said",
    [
        "we are a company that looks after its clients, and we are looking for a chemist.",
        "Für unser Unternehmen suchen wir eine Leitung.",
        "Voor ons bedrijf zoeken we een planner.",
        "para nuestra empresa buscamos una técnica.",
        "du får ett svar i veckan, vi söker en controller till kundtjänst.",
        "szukamy kogoś, kto zadba o klientów.",
        "hablamos con el cliente a diario, y buscamos una técnica.",
        "I'm recruiting for a role in our team.",
        "I'm hiring for a business analyst and a group controller.",
        "la persona va a presentar propuestas al cliente.",
        "Pigmento\nSelección",
    ],
)
def test_a_house_that_hires_for_itself_is_no_agency(said: str) -> None:
    assert not speaks_for_client(mail(f"Hello Sam,\n\n{said}\n\nNina Falk\nPeople Partner"))


@each(
    ("subject", "said"),
    [
        ("Bo, Sam. Sam, Bo", "Bo needs an engineer and you need Bo."),
        ("Sam, Bo / Bo, Sam", "Feu un cafè."),
        ("hello", "Sam, Bo: poznajcie się! Zostawiam was."),
        ("hello", "Bo, Sam. Jag kopplar ihop er, resten fixar ni två."),
        ("hello", "Os pongo en contacto, ya me contaréis."),
        ("hello", "Je vous mets en relation."),
        ("hello", "Connecting you two. I'll leave you to it."),
        ("hello", "dałem twoje cv mojej szefowej, jakby dzwonił nieznany numer to odbierz"),
        ("hello", "I passed your CV on to my boss, she may ring."),
        ("hello", "ich habe deinen Lebenslauf meiner Chefin gegeben"),
        ("hello", "j'ai donné ton CV à ma cheffe"),
        ("hello", "Lieve mensen, jullie moeten elkaar kennen. Ik stap er nu tussenuit!"),
        ("Kickan - Ebba", "Hej tjejer! Kickan driver hemmet. Ni borde tala med varandra. Kram"),
        ("Ulla og Jens", "Ulla søger en tegner. I to burde tale sammen."),
        ("hola", "Inés busca dibujante, deberíais hablar."),
        ("cześć", "Ula szuka rysownika. Powinniście pogadać."),
    ],
)
def test_who_brings_two_together_introduces(subject: str, said: str) -> None:
    assert introduces(make_message(said, subject=subject))


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Sam, your visit", "Bo will take it from here and leave the dates to you."),
        ("Data Engineer, Leeds / Lead, York", "Przedstawiam ofertę."),
        ("Bo, Sam", "See you both at lunch."),
    ],
)
def test_who_only_names_two_introduces_nobody(subject: str, said: str) -> None:
    assert not introduces(make_message(said, subject=subject))


def test_a_team_of_old_is_nobodys_now() -> None:
    assert own_team("Dale ran my group at Lytton for five years.") is None
    assert own_team("Sie war in meinem Team bei Ashgrove.") is None
    assert own_team("Trabajó en mi equipo tres años.") is None
    assert own_team("You would be in my group.") is not None
    assert own_team("Sie wären in meinem Team.") is not None


PARTNER = "\n\nNina Falk\nTalent Partner"
TANJA = "Tanja Roth <tanja@northwind.example>"


@each(
    "said",
    [
        "Nina here no more: I'm taking over from Nina.",
        "I have picked this up from Nina, so write to me.",
        "Ich habe die Stelle von Nina übernommen.",
        "Je prends le relais de Nina.",
        "Tomo el relevo de Nina en esta selección.",
        "Subentro a Nina da questa settimana.",
        "Ik neem dit over van Nina.",
        "Jag tar över efter Nina.",
        "Tanja här, som nu vikarierar för Nina.",
        "Przejmuję rekrutację po Nina.",
    ],
)
def test_who_says_whom_they_follow_takes_their_place(said: str) -> None:
    first = mail(f"Hi Sam, shall we speak about your application?{PARTNER}")
    then = mail(f"Hi Sam, {said}\n\nTanja Roth", TANJA, 5)

    assert [p.name for p in people(first, then).people if p.has_left] == ["Nina Falk"]
    assert part_of(TANJA, first, then) is Part.RECRUITER


@each(
    "said",
    [
        "Nina tells me you took over a team from Bo at Lytton.",
        "Nina asked me to pick a time.",
        "I took over the platform group in March, Nina may have said so.",
        "Nina is picking you up from the station.",
        "Ich habe von Nina viel Gutes gehört.",
    ],
)
def test_who_only_names_a_recruiter_does_not_follow_them(said: str) -> None:
    first = mail(f"Hi Sam, shall we speak about your application?{PARTNER}")
    then = mail(f"Hi Sam, {said}\n\nTanja Roth", TANJA, 5)

    assert not any(p.has_left for p in people(first, then).people)


def test_a_hand_over_is_read_where_only_a_quote_has_it() -> None:
    first = mail(f"Hi Sam, shall we speak about your application?{PARTNER}")
    told = "> Hi Sam,\n>\n> My last day is Friday. Tanja will look after you.\n>\n> Nina"
    quoted = f"On Mon, 5 Jan 2026 at 16:02, Nina Falk <nina@northwind.example> wrote:\n\n{told}"
    then = mail(f"Hi Sam, could you send me three dates?\n\nTanja\n\n{quoted}", TANJA, 5)
    later = mail(f"Sorry, I am back after all.{PARTNER}", NINA, 9)

    assert [p.name for p in people(first, then).people if p.has_left] == ["Nina Falk"]
    assert not any(p.has_left for p in people(first, then, later).people)


LEADER = "Hi Sam, you would report to me.\n\nBo"


@each(
    "said",
    [
        "For the contract I need your bank details and a scan of your passport.",
        "Bitte schicken Sie mir Bankverbindung und Steuer-ID.",
        "Merci de m'envoyer votre RIB et la carte vitale.",
        "Necesito el número de la Seguridad Social y la cuenta bancaria.",
        "Mi servono codice fiscale e coordinate bancarie.",
        "Graag je BSN en een kopie van je paspoort.",
    ],
)
def test_who_only_asks_for_papers_recruits_nobody(said: str) -> None:
    boss = mail(LEADER, BO)
    papers = mail(f"Hello Sam,\n\n{said}\n\nTanja", TANJA, 9)

    assert part_of(TANJA, boss, papers) is Part.OTHER


def test_who_asks_for_papers_does_not_take_the_place_of_who_recruits() -> None:
    recruiter = mail(f"Hi Sam, shall we speak about your application?{PARTNER}")
    papers = mail("Please fill in the onboarding forms.\n\nTanja Roth\nHR Officer", TANJA, 9)

    assert part_of(NINA, recruiter, papers) is Part.RECRUITER
    assert part_of(TANJA, recruiter, papers) is Part.OTHER


def test_who_recruits_alone_may_ask_for_papers() -> None:
    papers = mail("We need your bank details for the travel.\n\nTanja Roth\nHR Officer", TANJA, 9)

    assert part_of(TANJA, mail(LEADER, BO), papers) is Part.RECRUITER
    assert part_of(TANJA, papers) is Part.RECRUITER


@each(
    ("office", "notice"),
    [
        ("Ufficio Personale", "con riferimento alla selezione in oggetto il colloquio si terrà"),
        ("Personalabteilung", "im Auswahlverfahren findet das Gespräch statt"),
        ("Service des ressources humaines", "vous êtes convoquée au concours"),
        ("Human Resources Office", "selection process ref 12: the interview takes place"),
    ],
)
def test_an_office_that_sends_a_public_summons_does_not_recruit(office: str, notice: str) -> None:
    boss = mail(LEADER, BO)
    summons = mail(f"Gentile candidata,\n\n{notice}.\n\nTanja Roth\n{office}", TANJA, 3)
    by_name = mail(f"Dear Ms Rivera,\n\n{notice}.\n\nTanja Roth\n{office}", TANJA, 3)

    assert part_of(TANJA, boss, summons) is Part.COORDINATOR
    assert part_of(TANJA, boss, by_name) is Part.RECRUITER


@each(
    "said",
    [
        "Mijn webshop verkoopt meer dan de winkel.",
        "My online shop sells more than I can pack.",
        "Ma librairie cherche quelqu'un.",
        "La mia panetteria cresce.",
        "Meine Gärtnerei sucht jemanden fürs Büro.",
    ],
)
def test_who_speaks_of_a_shop_of_their_own_leads(said: str) -> None:
    assert part_of("noe@gmail.com", mail(said, "Noé <noe@gmail.com>")) is Part.HIRING_MANAGER


BOSS = "Birgitta Lund <birgitta.lund@northwind.example>"
HEAD = "\n\n--\nBirgitta Lund\nHead of Data"


@each(
    ("said", "sender"),
    [
        ("Still me, my work inbox is down. Please use this address.", "B. Lund <b.l@post.example>"),
        ("hier Birgitta von meiner privaten Adresse.", "Bibbi Lund <bibbi@home.example>"),
        ("c'est Birgitta, écrivez-moi plutôt ici.", "Bibbi Lund <bibbi@home.example>"),
        ("soy Birgitta, te escribo desde mi correo personal.", "Bibbi L <b.lund@home.example>"),
        ("Birgitta hier vanaf mijn privéadres.", "Bibbi Lund <bibbi@home.example>"),
        ("tu Birgitta z prywatnego adresu.", "Bibbi Lund <bibbi@home.example>"),
        ("skriv till mig på den här adressen så länge.", "Bibbi Lund <bibbi@home.example>"),
        ("今後はこちらのアドレスにご連絡ください。", "Bibbi Lund <bibbi@home.example>"),
        ("See you on Thursday.", "Birgitta <birgitta.lund@gmail.com>"),
        ("See you on Thursday.", "lund b. <lund.b@gmail.com>"),
    ],
)
def test_a_boss_who_writes_from_home_is_one_person_and_is_answered_there(
    said: str, sender: str
) -> None:
    found = people(mail(f"Hi Sam, one question.{HEAD}", BOSS), mail(said, sender, 2))

    assert [(p.address in sender, p.part) for p in found.people] == [(True, Part.HIRING_MANAGER)]


@each(
    ("said", "sender"),
    [
        ("my sister Birgitta told me about you.", "Berit Lund <berit@gmail.com>"),
        ("writing from home today, join us for lunch?", "Bosse Lund <bosse@gmail.com>"),
        ("please use this address from now on.", "Eva Ek <eva@home.example>"),
        ("please use this address from now on.", "Birgitta Sund <birgitta@home.example>"),
        ("still me, see you.", "Bengt Lund <bengt.lund@northwind.example>"),
    ],
)
def test_who_shares_a_name_with_the_boss_is_somebody_else(said: str, sender: str) -> None:
    found = people(mail(f"Hi Sam, one question.{HEAD}", BOSS), mail(f"Hi Sam, {said}", sender, 2))

    assert {p.address for p in found.people} == {BOSS[15:-1], sender.split("<")[1][:-1]}


OTTO = "Otto Dahl <otto@dahl.example>"


@each(
    ("said", "answer"),
    [
        ("Nina startar något. Jag backar ur nu.", "Hej Sam, när?"),
        ("I'll get out of the way now.", "Hi Sam, when?"),
        ("Vous devriez vous parler.", "Bonjour Sam, quand ?"),
        ("Musicie się poznać!", "Cześć Sam, kiedy?"),
        ("voi due, parlatevi.", "Ciao Sam, quando?"),
        ("Sam is who I mentioned.", "Thanks Otto (you're in bcc)! Sam, when?"),
        ("hier is Sam.", "Bedankt, Otto. Sam, wanneer?"),
    ],
)
def test_who_brings_two_together_or_is_thanked_for_it_is_a_referrer(said: str, answer: str) -> None:
    text = f"Hi both, {said}\n\nOtto"
    first = make_message(text, sender=OTTO, to=f"{NINA}, {SAM}", subject="Hi", date=START)

    assert part_of(OTTO, first, mail(answer, NINA, 1)) is Part.REFERRER


@each(
    "said",
    [
        "wij nemen je in vaste dienst en detacheren je bij klanten.",
        "Sie werden bei uns fest angestellt und arbeiten bei unserem Kunden.",
        "en CDI chez nous, vous interviendrez chez notre client.",
        "du blir anställd hos oss och jobbar hos vår kund.",
        "umowa o pracę z nami, praca u naszego klienta.",
        "our client-facing team would love to meet you.",
        "you'd be at the client three days a week and with us on Fridays.",
        "they are on site with a client most mornings, so the interview is at two.",
        "our client director will be there too, and would like to meet you.",
        "Sollte der Kunde ihn an dem Tag brauchen, verschieben wir das Gespräch.",
        "Der Kunde sieht Sie als Gesicht unseres Hauses.",
        "Ich suche jemanden in meinem Team. Unser Kunde in Emden stellt gerade um.",
        "unsere Kunden werden Sie schnell kennenlernen.",
        "on recrute en CDI, tu es salariée de chez nous, le client tu le rencontres ensuite.",
        "la personne recrutée rejoindra mon équipe. Notre client attend un diagnostic.",
        "siamo tutti in tribunale per un cliente e abbiamo dovuto annullare il colloquio.",
        "assumiamo noi; il primo progetto sarebbe presso un cliente, il colloquio qui.",
    ],
)
def test_who_employs_and_sends_to_clients_is_no_agency(said: str) -> None:
    assert not speaks_for_client(mail(f"Hello Sam,\n\n{said}\n\nNina Falk\nRecruiter"))


@each(
    "said",
    [
        "Je recrute pour le compte de l'un de mes clients.",
        "Ich suche im Auftrag eines Kunden eine Leitung.",
        "één van onze opdrachtgevers zoekt een planner.",
        "uno dei nostri clienti cerca una direttrice.",
        "jeden z naszych klientów szuka księgowej.",
        "I've been retained by a family firm to find their next director.",
        "The client, Harbour Hospice, would like to meet you on Friday.",
        "Ferncliff has asked me to find their Director of Finance.",
        "My first search here is for Fenwick Pharma. Would you let me submit you?",
        "Voor een opdrachtgever in Groningen zoek ik een teamleider.",
        "para um cliente do setor hospitalar conduzo a seleção de um gerente.",
        "Theo on my team handles the dates. We are an executive search firm.",
    ],
)
def test_who_searches_for_a_client_is_an_agency(said: str) -> None:
    assert speaks_for_client(mail(f"Hello Sam,\n\n{said}\n\nNina Falk\nPartner"))


@each(
    "said",
    [
        "Nina will fix a time.",
        "Nina runs my calendar.",
        "My PA Nina will be in touch.",
        "Nina plant dat voor mij.",
        "Nina meldet sich wegen des Termins.",
        "Nina bokar.",
        "Nina s'occupe de l'organisation.",
        "Nina te llamará para cerrar la fecha.",
        "A Nina trata da agenda.",
        "Nina fisserà l'appuntamento.",
        "Nina umawia termin.",
    ],
)
def test_who_is_said_to_arrange_is_a_coordinator(said: str) -> None:
    boss = mail(f"Hi Sam, you'd be in my team. {said}\n\nBo", BO)
    silent = mail("Dear Sam, Tuesday at 10?\n\nNina", NINA, 1)

    assert part_of(NINA, boss, silent) is Part.COORDINATOR


@each(
    "said",
    [
        "I look after Bo's diary.",
        "ich koordiniere die Termine für Bo.",
        "je gère l'agenda de Bo.",
        "llevo la agenda de Bo.",
        "gestisco l'agenda di Bo.",
        "ik beheer de agenda van Bo.",
        "Bo bad mig boka en tid.",
        "Bo poprosił mnie o umówienie spotkania.",
    ],
)
def test_who_keeps_the_diary_of_a_boss_is_a_coordinator(said: str) -> None:
    boss = mail("Hi Sam, you'd be in my team.\n\nBo", BO)
    diary = mail(f"Dear Sam, {said} Tuesday?\n\nNina", NINA, 1)

    assert part_of(NINA, boss, diary) is Part.COORDINATOR
    assert part_of(BO, boss, diary) is Part.HIRING_MANAGER


@each(
    "said",
    ["Nina will sit in.", "Nina ist auch dabei.", "Nina schuift aan.", "También estará Nina."],
)
def test_who_is_said_to_sit_in_and_never_wrote_interviews(said: str) -> None:
    assert part_of(NINA, mail(f"Hi Sam, join my team. {said}\n\nBo", BO, cc=NINA)) is (
        Part.INTERVIEWER
    )


@each(
    ("title", "assists"),
    [
        ("General Counsel and Secretary to the Trustees", False),
        ("Assistant Professor of Physics", False),
        ("Segretario generale", False),
        ("Executive Assistant to the CEO", True),
        ("Directiesecretaresse", True),
        ("Secretary to the Managing Director", True),
    ],
)
def test_a_secretary_of_an_organisation_is_no_assistant(title: str, assists: bool) -> None:
    recruiter = mail("Hi Sam, thanks for your application.\n\n--\nBo Lindqvist\nRecruiter", BO)
    found = part_of(NINA, recruiter, mail(f"Tuesday?\n\n--\nNina Falk\n{title}", NINA, 1))

    assert (found is Part.COORDINATOR) is assists


@each(
    ("said", "leaves"),
    [
        ("From Monday Bo is your contact.", True),
        ("Ich wechsle die Abteilung, Bo ist künftig Ihr Ansprechpartner.", True),
        ("À partir de lundi, Bo sera votre interlocuteur.", True),
        ("Cambio de puesto; Bo seguirá con tu proceso.", True),
        ("Jag byter jobb, Bo tar vid.", True),
        ("Jag är tjänstledig från den 1:a. Bo (kopia) går in som tf och övertar den.", True),
        ("I'm off to run our Bergen office, so I hand this vacancy to Bo (copied).", True),
        ("ik ga per 1 mei naar Delfzijl. Bo neemt het vanaf hier van me over.", True),
        ("come d'accordo con Bo ti allego la lettera, dal 1° febbraio.", False),
        ("As agreed with Bo, you start from Monday.", False),
        ("以后由Bo负责跟进。", True),
        ("Bo will call you on Tuesday, and I stay your contact.", False),
        ("er heißt Bo und ist für die Plattform zuständig.", False),
        ("Da lunedì Bo è in ferie.", False),
    ],
)
def test_a_contact_named_for_the_time_to_come_takes_over(said: str, leaves: bool) -> None:
    found = people(mail(f"Hi Sam,\n\n{said}{TA}", cc=BO), mail("Hi Sam, when?\n\nBo", BO, 3))

    assert [p.has_left for p in found.people if p.address in NINA] == [leaves]


@pytest.mark.parametrize(
    ("said", "tone"),
    [
        ("Guten Tag Frau Rivera, darf ich Ihnen die Eckdaten schicken?", Tone.FORMAL),
        ("Hey Sam, hast du Lust auf einen Kaffee?", Tone.FRIENDLY),
    ],
)
def test_the_tone_of_what_a_platform_passed_on_counts_where_nobody_else_wrote(
    said: str, tone: Tone
) -> None:
    notice = mail(f"Lena Aeby\n\n{said}\n", "Lena Aeby <inmail-hit-reply@linkedin.com>")

    assert read_tone((notice,), ME, "de")[0] is tone


@each(
    ("said", "leaves"),
    [
        ("I'm handing your file to Bo.", True),
        ("Bo betreut Sie ab sofort.", True),
        ("je vous laisse entre les mains de Bo.", True),
        ("od teraz zajmuje się tym Bo.", True),
        ("今後はBoが窓口となります。", True),
        ("From now on we meet in the new office, Bo too.", False),
        ("ab sofort gilt die neue Adresse, Bo freut sich auf Sie.", False),
        ("desde hoy la oficina está en Gràcia; Bo te espera allí.", False),
    ],
)
def test_whose_hands_somebody_is_in_from_now_on_takes_over(said: str, leaves: bool) -> None:
    found = people(mail(f"Hi Sam,\n\n{said}{TA}", cc=BO), mail("Hi Sam, when?\n\nBo", BO, 3))

    assert [p.has_left for p in found.people if p.address in NINA] == [leaves]


@each(
    ("said", "part"),
    [
        ("I run People Strategy and this role would report to me.", Part.HIRING_MANAGER),
        ("I run People Operations here.", Part.RECRUITER),
        ("Je suis responsable RH des Bains de Belmont.", Part.RECRUITER),
        ("Ich bin Leiterin der Personalabteilung bei uns.", Part.RECRUITER),
        ("Je suis responsable du laboratoire et cherche quelqu'un.", Part.HIRING_MANAGER),
    ],
)
def test_who_leads_hiring_recruits_unless_the_post_reports_to_them(said: str, part: Part) -> None:
    assert part_of(OTTO, mail(f"Hello Sam,\n\n{said}\n\nOtto", OTTO)) is part


def test_a_chair_who_writes_from_a_couples_address_is_one_person() -> None:
    chair = "Chair <chair@northwind.example>"
    home = "Peter & Ann Marland <marlands@home.example>"
    first = mail("Hello Sam, you would report to me.\n\nPeter Marland\nChair, Northwind", chair)
    second = mail("I write from home, do please reply here.\n\nPeter Marland", home, 2)

    assert [p.address for p in people(first, second).people] == ["marlands@home.example"]


@each(
    ("told", "part"),
    [
        ("Otto Dahl, Head of Design, is hiring for his team and is copied.", Part.HIRING_MANAGER),
        ("Otto Dahl sucht jemanden für sein Team und liest mit.", Part.HIRING_MANAGER),
        ("Otto Dahl looks after hiring here and is copied.", Part.RECRUITER),
    ],
)
def test_who_hires_for_their_own_team_leads_it(told: str, part: Part) -> None:
    first = make_message(f"Hello Sam,\n\n{told}", sender=NINA, to=SAM, cc=OTTO, date=START)

    assert part_of(OTTO, first, mail("Thanks for the talk today.", OTTO, 2)) is part


@each(
    ("told", "part"),
    [
        ("A final talk with Otto Dahl; our desk will send the invitation.", Part.HIRING_MANAGER),
        ("Theo does the scheduling. You will hear from Otto Dahl himself.", Part.HIRING_MANAGER),
        ("Otto Dahl will send you the invitation.", Part.HIRING_MANAGER),
        ("At the request of Mr Dahl I am arranging your interview on Friday.", Part.HIRING_MANAGER),
        ("Por indicação do Eng.º Dahl, venho marcar a sua entrevista.", Part.HIRING_MANAGER),
    ],
)  # fmt: skip
def test_who_says_to_lead_is_believed_before_what_stands_near_their_name(
    told: str, part: Part
) -> None:
    boss = mail("Hello Sam,\n\nI lead pumps and you would be in my team.\n\nOtto Dahl", OTTO, 2)

    assert part_of(OTTO, mail(told), boss) is part


@each(
    ("said", "part"),
    [
        ("I run marketing for Asia, so this role would sit with me.", Part.HIRING_MANAGER),
        ("Founder of Northwind Tutors here. I need a head of primary.", Part.HIRING_MANAGER),
        ("Estarías directamente conmigo, la finca queda en mis manos.", Part.HIRING_MANAGER),
        ("You'd report to me if this works out, so I'm booking an hour.", Part.HIRING_MANAGER),
        ("Te pongo en copia a Emili, nuestro CEO, que sería tu jefe.", Part.RECRUITER),
        ("Il colloquio sarà con il titolare.", Part.RECRUITER),
        ("Bo hat die Firma gegründet und sucht dringend jemanden.", Part.RECRUITER),
    ],
)
def test_who_leads_says_so_of_themselves_and_of_nobody_else(said: str, part: Part) -> None:
    assert part_of(OTTO, mail(f"Hello Sam,\n\n{said}\n\nOtto Dahl", OTTO)) is part


def test_who_only_recommends_and_names_who_will_write_is_a_referrer() -> None:
    friend = "Miriam Jessen <miriam@jessen-family.example>"
    told = mail("Met Otto, who founded Northwind. I told him about you, may he write?", friend)
    boss = mail("Miriam says hello. You would report to me.\n\nOtto", OTTO, 2)

    assert part_of(friend, told, boss) is Part.REFERRER


@each(
    ("said", "tone"),
    [
        ("Dear Sam,\n\nThe position has now been filled.\n\nBest regards,\nNina Falk", Tone.FORMAL),
        ("Hi Sam,\n\nThe position has now been filled.\n\nNina", Tone.FRIENDLY),
    ],
)  # fmt: skip
def test_dear_and_regards_alone_are_formal(said: str, tone: Tone) -> None:
    assert read_tone([mail(said)], ME, "en")[0] is tone


def test_who_recruits_from_now_on_hands_over_to_nobody() -> None:
    """The agency's consultant stays in copy, who is named beside it."""
    agent = "Rubén Gil <ruben@selecta.example>"
    told = (
        "Soy Nina, de Recursos Humanos. Rubén nos pasó tu candidatura y a partir de ahora "
        "llevo yo el proceso, él sigue en copia."
    )
    first = make_message(f"Hola Sam,\n\n{told}\n\nNina", sender=NINA, to=SAM, cc=agent, date=START)
    mails = (first, mail("Mi cliente está contento contigo.\n\nRubén", agent, 3))

    assert not any(p.has_left for p in people(*mails).people)


@each(
    "said",
    [
        "I am one of your two interviewers on Monday. The case is attached.",
        "I ran Wednesday's technical interview with you. This is the paper that I mentioned.",
    ],
)
def test_who_says_to_interview_and_not_to_lead_is_an_interviewer(said: str) -> None:
    recruiter = mail("I recruit for Northwind. Shall we talk?\n\nNina Falk\nRecruiter")
    interviewer = mail(f"Hello Sam,\n\n{said}\n\nOtto Dahl\nEngineering Lead", OTTO, 2)

    assert part_of(OTTO, recruiter, interviewer) is Part.INTERVIEWER


@each(
    ("told", "part"),
    [
        ("Adding Otto Dahl, our Head of Design and the hiring manager.", Part.HIRING_MANAGER),
        ("Otto Dahl will write to you. The role reports to him.", Part.HIRING_MANAGER),
    ],
)
def test_who_is_told_to_be_the_boss_is(told: str, part: Part) -> None:
    recruiter = mail(f"Hello Sam,\n\n{told} I recruit for Northwind.\n\nNina Falk\nRecruiter")
    other = mail("Hello Sam, it was good to meet you.\n\nOtto", OTTO, 2)

    assert part_of(OTTO, recruiter, other) is part


def test_a_friend_who_tells_who_founded_a_house_has_not() -> None:
    friend = "Lorena Prats <lorena@correito.example>"
    told = make_message(
        "Sam, este es Otto, el fundador de Northwind. Otto, Sam. ¡Hablad!",
        sender=friend,
        subject="os presento: Sam y Otto",
        to=SAM,
        cc=OTTO,
        date=START,
    )
    boss = mail("Gracias, Lore. Trabajarías conmigo, te llamo mañana.\n\nOtto", OTTO, 2)

    parts = {p.given_name: p.part for p in people(told, boss).people}
    assert parts == {"Lorena": Part.REFERRER, "Otto": Part.HIRING_MANAGER}


def test_a_recruiter_who_hands_on_to_the_boss_recruits_on() -> None:
    first = make_message(
        "Bonjour Sam,\n\nOtto, qui dirige la production, prend la suite.\n\nNina\nRH, Northwind",
        sender=NINA,
        to=SAM,
        cc=OTTO,
        date=START,
    )
    boss = mail("Hello Sam, it is a yes from our side. Nina prepares the contract.", OTTO, 2)

    parts = {p.given_name: p.part for p in people(first, boss).people}
    assert parts == {"Otto": Part.HIRING_MANAGER, "Nina": Part.RECRUITER}
