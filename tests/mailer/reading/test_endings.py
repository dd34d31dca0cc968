import datetime

import pytest

from mailer.model import Me, Message, Stage
from mailer.reading.stage import StageFound, read_stage
from mailer.testing.builders import make_message

ME = Me("Robin Castell", ("robin@castell.example",))
DANA = "Dana Ortiz <dana@northwind.example>"
NOON = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)


def mail(text: str, day: int, *, own: bool = False) -> Message:
    sender, to = ("robin@castell.example", DANA) if own else (DANA, "robin@castell.example")
    date = NOON + datetime.timedelta(days=day)
    return make_message(text, sender=sender, to=to, subject="Re: Data Engineer", date=date)


def stage_after(text: str, *, own: bool = False) -> StageFound:
    talk = [
        mail("Hi Robin, would you come to an interview with the team on Tuesday?", 0),
        mail("Tuesday is fine. Robin", 1, own=True),
        mail(text, 5, own=own),
    ]
    return read_stage(talk, (), ME)


@pytest.mark.parametrize(
    "text",
    [
        "Inmiddels hebben we iemand gevonden voor deze functie.",
        "We've just had someone sign for this one, so I'm closing the search.",
        "The post was filled from within, so we are ending the procedure here.",
        "I'm afraid the seat is taken: an internal colleague moved over.",
        "Just heard that they found their person last week, so this one's closed.",
        "Die Stelle konnte zwischenzeitlich mit einer internen Kandidatin besetzt werden.",
        "Wir haben die Position nun intern nachbesetzt und schließen das Verfahren.",
        "Le poste vient d'être attribué à un candidat en interne.",
        "La plaza ya se ha cubierto con una persona de la casa.",
        "Ya hemos cerrado el proceso con un candidato interno.",
        "A vaga acabou por ser ocupada por um colega interno.",
        "Já fechámos a vaga com alguém de dentro, obrigado na mesma.",
        "Il ruolo è stato assegnato a una risorsa interna, quindi chiudiamo la selezione.",
        "Abbiamo chiuso la ricerca con un profilo interno.",
        "Tjänsten har nu gått till en intern sökande och rekryteringen är avslutad.",
        "Vi har nu hittat rätt person för rollen och avslutar därför rekryteringen.",
        "The funding fell through, so nobody will be hired after all.",
        "Our grant was not renewed, so the post will not be filled.",
        "They've shelved the role until further notice, budget reasons.",
        "Die Mittel wurden gestrichen, deshalb brechen wir das Verfahren ab.",
        "Das Auswahlverfahren wurde aufgehoben, weil die Finanzierung weggefallen ist.",
        "Le budget a été retiré et le recrutement est abandonné.",
        "Le poste est supprimé suite aux coupes budgétaires.",
        "Se cancela la búsqueda por falta de fondos.",
        "O financiamento caiu e a contratação foi cancelada.",
        "Il budget è stato tagliato e non assumeremo nessuno.",
        "Wegens bezuinigingen gaat de vacature niet door.",
        "Het bestuur heeft het budget ingetrokken en de werving stopt.",
        "Rekrutacja została anulowana z powodu braku środków.",
        "採用計画が白紙になりました。",
        "HC被砍了,招聘取消。",
    ],
)
def test_a_post_that_is_gone_ends_it(text: str) -> None:
    assert stage_after(text).ended == "filled"


@pytest.mark.parametrize(
    "text",
    [
        "We had to choose and it wasn't you this time.",
        "I'm sorry, but you weren't the one they picked.",
        "Thank you for your interest; your application was not taken further.",
        "The others on the panel had a different favourite, so this is where it ends.",
        "Am Ende haben wir einer anderen Bewerberin den Vorzug gegeben.",
        "Die Entscheidung fiel zugunsten eines anderen Kandidaten aus.",
        "Votre profil n'a pas été sélectionné.",
        "Notre choix s'est arrêté sur un autre profil.",
        "Finalmente se ha elegido a otra persona.",
        "Hemos decidido no continuar con tu proceso.",
        "Decidimos não avançar com a sua candidatura.",
        "A tua candidatura não foi selecionada.",
        "La scelta è ricaduta su un'altra candidata.",
        "We hebben besloten niet met je verder te gaan.",
        "De voorkeur ging uit naar een kandidaat met meer ervaring.",
        "Vi har beslutat att gå vidare med andra kandidater.",
        "Du gick inte vidare till nästa steg.",
        "Nie zakwalifikowała się Pani do kolejnego etapu.",
        "After much discussion the panel felt another candidate was a better fit.",
        "They felt you were overqualified and passed.",
        "It's a no, I'm afraid.",
        "Sie sind knapp Zweite geworden.",
        "Le client ne donne pas suite.",
        "C'est un non, désolée.",
        "Se han quedado con otro candidato.",
        "Não ficaste com o lugar, lamento.",
        "Il cliente ha dato esito negativo.",
        "Ze zien het niet zitten, sorry.",
        "Du fick tyvärr inte jobbet.",
        "先方より今回は見送りとのご連絡がありました。",
        "面试没通过,很抱歉。",
        "Unfortunately the vacancy has since been filled by a colleague from our Leeds branch.",
        "Head office has imposed a recruitment freeze.",
        "The client has gone internal, sorry.",
        "Der Auftraggeber hat das Mandat zurückgezogen.",
        "Der Kunde hat sich intern für jemanden entschieden.",
        "Le client a pris quelqu'un en interne.",
        "La dirección ha decidido no cubrir la plaza.",
        "O cliente desistiu da contratação.",
        "La direzione ha bloccato le assunzioni.",
        "Er is een vacaturestop afgekondigd.",
        "Kunden har dragit tillbaka uppdraget.",
        "Zamrożono wszystkie etaty.",
        "他の方で決まってしまいました。",
        "Sadly the project has been cancelled and the position with it.",
        "They have reorganised and the job does not exist any more.",
        "Das Projekt wurde gestoppt, damit entfällt auch die Stelle.",
        "Der Vorstand hat alle Neueinstellungen auf Eis gelegt.",
        "L'entreprise suspend tous ses recrutements.",
        "Nos han congelado las contrataciones.",
        "A empresa suspendeu todas as contratações.",
        "L'azienda ha sospeso tutte le assunzioni.",
        "Alle vacatures zijn bevroren.",
        "Alla rekryteringar har stoppats.",
        "Wstrzymano wszystkie rekrutacje.",
        "项目取消了,这个岗位也没有了。",
        "I wish I had better news: the team chose the other finalist.",
        "We cannot consider you for this role.",
        "Ihre Unterlagen senden wir Ihnen zu unserer Entlastung zurück.",
        "Nous ne retiendrons pas votre candidature.",
        "Hemos seleccionado un perfil más ajustado.",
        "Optámos por outro perfil.",
        "Abbiamo individuato un candidato più in linea.",
        "We gaan verder met andere kandidaten.",
        "Vi väljer att inte gå vidare med din ansökan.",
        "Pana profil nie odpowiada naszym oczekiwaniom.",
        "您的经历与岗位要求不太匹配,祝您早日找到心仪的工作。",
    ],
)
def test_a_refusal_in_other_words_is_one(text: str) -> None:
    assert stage_after(text).stage is Stage.CLOSED


@pytest.mark.parametrize(
    "text",
    [
        "If the budget is cut, I will tell you at once.",
        "The role has not been filled yet, we still see two people.",
        "We have not chosen anyone yet.",
        "Funding is secured until 2029, so nothing will be cancelled.",
        "Once the vacancy is filled you will get a second colleague.",
        "A colleague's post was cut last year, which is why this one matters.",
        "Die Stelle ist noch nicht besetzt, wir sprechen nächste Woche weiter.",
        "Die andere Stelle ist besetzt, aber diese hier passt besser zu Ihnen.",
        "Falls das Budget gestrichen wird, melde ich mich.",
        "Le poste n'est pas encore pourvu, nous continuons avec vous.",
        "Si le budget est retiré, je vous préviens.",
        "La plaza aún no está cubierta, seguimos adelante contigo.",
        "A vaga ainda não foi preenchida.",
        "Il ruolo non è ancora stato assegnato.",
        "De vacature is nog niet ingevuld, we praten verder.",
        "Wij zoeken iemand die de vacature zo snel mogelijk invult.",
        "Tjänsten är inte tillsatt än.",
        "Vi letar fortfarande efter rätt person för rollen, och vill träffa dig igen.",
        "Stanowisko nie zostało jeszcze obsadzone.",
        "まだ募集は終了しておりません。",
        "岗位还没有招满,我们继续聊。",
        "I was told the funding round closed last week: 12 million!",
        "The search committee meets on Friday and will choose someone then.",
        "We found someone to cover your train fare.",
        "They picked someone from the panel to ring you.",
        "Wir haben jemanden gefunden, der Sie vom Bahnhof abholt.",
        "Vi har hittat en ny tid för intervjun.",
        "Abbiamo trovato una persona che la accompagnerà.",
        "Hemos encontrado a alguien que te enseñe la oficina.",
        "Nobody will be hired before the second round is over.",
        "Do not worry, we did not prefer another applicant.",
        "The office will be closed from Christmas; we speak in January.",
        "We close the recruitment next Friday, so please send the papers before.",
        "Vi stänger ansökan den 3 mars och hör av oss sedan.",
        "Het budget is rond, dus we gaan door!",
        "Last year we had to cancel the search, this year the money is there.",
        "Other candidates were rejected, you were not.",
        "The previous holder has gone to another company.",
        "You are not the only one who has trouble with the parking.",
        "Das Verfahren ist etwas langwierig, wir haben Sie aber nicht vergessen.",
        "Herr Meier wurde zum Leiter bestellt, seine alte Stelle wäre Ihre.",
        "Le poste de votre prédécesseur a été supprimé, le vôtre est nouveau.",
        "Aún no hemos elegido a nadie.",
        "O processo está a decorrer, dou notícias na sexta.",
        "De procedure loopt nog, ik bel je maandag.",
        "Rekryteringen pågår, vi hör av oss på fredag.",
        "選考は来週も続きます。",
        "They took someone from the bank last time, so your background is fine.",
        "The room is taken, so we meet in the canteen.",
        "Der Platz im Hotel ist besetzt, ich suche ein anderes.",
        "I have closed the window in the form for Monday; Tuesday is still open.",
        "Das Team hat sich für den 3. Mai entschieden.",
        "Wir gehen mit Ihnen gern weiter.",
        "The project you asked about was cancelled, but that has nothing to do with your role.",
        "The other finalist comes on Monday, you on Tuesday.",
        "We are offering you two slots.",
        "Please sign the consent form attached.",
        "Wir suchen für Sie eine andere Uhrzeit.",
        "Unsere Suche läuft, Sie sind in der engeren Wahl.",
        "Le poste est rattaché à la direction.",
        "El proceso se retrasa una semana.",
        "O processo atrasou-se uma semana.",
        "La selezione slitta di una settimana.",
        "De procedure duurt wat langer.",
        "Rekryteringen drar ut på tiden.",
        "Rekrutacja się przedłuża, proszę o cierpliwość.",
        "流程有点慢,请再等等。",
        "He has not found his glasses, so my apologies for the typos.",
        "Our search for a flat for you goes on.",
        "Nobody will be disturbed, the meeting room is ours.",
        "It wasn't you who missed the call, it was my phone.",
        "Die Position der Kamera bitte so, dass man Sie sieht.",
        "Le poste de garde est fermé, entrez par la rue.",
        "Platsen på parkeringen är upptagen.",
        "Mi posto è occupato da un collega il martedì, ci vediamo in sala 2.",
    ],
)
def test_words_of_a_post_that_is_still_open_end_nothing(text: str) -> None:
    assert stage_after(text).ended == ""


@pytest.mark.parametrize(
    "text",
    [
        "Please consider my application withdrawn.",
        "I'm going to have to say no to the role.",
        "Ich habe mich entschieden, bei meinem Arbeitgeber zu bleiben.",
        "Bitte betrachten Sie meine Bewerbung als gegenstandslos.",
        "Je ne donnerai pas suite à votre proposition.",
        "Tengo que renunciar al puesto.",
        "Quisiera retirarme de la selección.",
        "Prefiro não avançar, obrigado.",
        "Vorrei ritirarmi dalla selezione.",
        "Ik zie af van de functie.",
        "Ik bedank voor de baan, sorry.",
        "Jag avstår från tjänsten.",
        "Muszę zrezygnować z oferty.",
        "せっかくのお話ですが、見送らせていただきたく存じます。",
    ],
)
def test_who_says_no_to_the_post_has_left(text: str) -> None:
    assert stage_after(text, own=True).ended == "withdrawn"


@pytest.mark.parametrize(
    "text",
    [
        "I had to turn down the Wednesday slot, could we do Thursday?",
        "I'm going to have to say no to the dinner, but the interview stands.",
        "Ich verfolge Ihre Firma schon lange und möchte die Bewerbung weiterverfolgen.",
        "Ich muss den Termin am Freitag leider absagen, geht Montag?",
        "Je renonce à mes vacances pour venir vous voir.",
        "Tengo que renunciar al día 3, ¿podría ser el 4?",
        "Prefiro não avançar com datas antes de falar com a família.",
        "Devo rinunciare alla cena, ma al colloquio ci sono.",
        "Ik zie af van de lunch, het gesprek blijft staan.",
        "Jag avstår från fikat men kommer till intervjun.",
        "Muszę zrezygnować z piątku, może poniedziałek?",
        "会食は欠席いたしますが、面接は伺います。",
        "我放弃休假来参加面试。",
    ],
)
def test_who_says_no_to_a_day_or_a_dinner_stays(text: str) -> None:
    assert stage_after(text, own=True).ended == ""


@pytest.mark.parametrize(
    "text",
    [
        "It is between you and one other candidate now.",
        "We still have to see two other applicants next week, then you hear from us.",
        "We are meeting other candidates until Friday.",
        "The other applicants were younger, which did not help them.",
        "Wir sprechen noch mit anderen Kandidaten und melden uns dann.",
        "Es gibt noch eine andere Bewerberin, mit der wir am Freitag sprechen.",
        "Für einen anderen Termin rufen Sie bitte an.",
        "Nous voyons encore d'autres candidats cette semaine.",
        "C'est entre vous et un autre candidat.",
        "Un autre candidat vient lundi, vous mardi.",
        "Está entre tú y otro candidato.",
        "Todavía tenemos que ver a otros candidatos.",
        "Ainda vamos ver outros candidatos esta semana.",
        "Está entre si e outro candidato.",
        "Vediamo ancora altri candidati, poi decidiamo.",
        "È tra lei e un altro candidato.",
        "Het gaat nu tussen jou en één andere kandidaat.",
        "We spreken deze week nog met andere kandidaten.",
        "Vi träffar andra kandidater i veckan.",
        "Spotykamy się jeszcze z innymi kandydatami.",
        "他の候補者の方との面接も続いております。",
        "我们还要见其他候选人。",
        "I'm sorry to tell you that the lift is not working.",
        "Unfortunately I am not in on Monday.",
        "Leider habe ich die Unterlagen nicht gefunden, schicken Sie sie noch einmal?",
        "Malheureusement votre pièce jointe n'est pas lisible.",
        "Lamentablemente no pude abrir el PDF, ¿me lo reenvías?",
        "Infelizmente não consegui abrir o anexo.",
        "Purtroppo l'allegato non si apre.",
        "Helaas kan ik de bijlage niet openen.",
        "Tyvärr kan jag inte öppna bilagan.",
        "Niestety nie mogę otworzyć załącznika.",
        "Helaas was de ruimte bezet, we zitten nu in zaal 3.",
        "Unsuccessful attempts to reach you by phone: two.",
        "Die Absage der Bahn betrifft Sie hoffentlich nicht.",
        "Leider kann Frau Meier nicht dabei sein, Herr Wolf kommt an ihrer Stelle.",
    ],
)
def test_regret_and_other_candidates_alone_end_nothing(text: str) -> None:
    assert stage_after(text).ended == ""
