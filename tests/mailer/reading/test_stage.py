import pytest
from robin import ME, mail, stage_after
from tables import each

from mailer.model import Channel, Stage
from mailer.reading.channel import read_channel
from mailer.reading.stage import read_stage


@each(
    "text",
    [
        "I have decided to step away from the process; my family needs me here.",
        "After a long weekend of thinking, I'll bow out here. Thank you for everything.",
        "I've since accepted another role, so please give the slot to somebody else.",
        "ich steige hiermit aus Ihrem Bewerbungsprozess aus und danke Ihnen.",
        "Vielen Dank für das gute Gespräch. Nach reiflicher Überlegung ziehe ich meine\n"
        "Bewerbung als Entwicklerin hiermit zurück.",
        "Je préfère en rester là, merci encore pour votre temps.",
        "He aceptado otra oferta y quería decírtelo cuanto antes.",
        "Aceitei outra proposta e por isso não vou continuar no processo.",
        "Ho accettato un'altra offerta, mi dispiace.",
        "Ik stap uit de procedure, de reistijd is te lang.",
        "Jag tackar nej till tjänsten, tack för allt.",
        "Rezygnuję z dalszego udziału, dziękuję za rozmowę.",
        "他社への入社を決めました。ありがとうございました。",
        "考虑再三,我决定退出本次面试,谢谢。",
    ],
)
def test_who_leaves_without_the_word_has_left(text: str) -> None:
    assert stage_after(text, own=True).ended == "withdrawn"


@each(
    "text",
    [
        "If I have to step back from the process because of the move, I will tell you.",
        "I do not want to withdraw my application, only to move the date.",
        "I'm no longer available on Tuesday, would Wednesday do?",
        "I have another offer, so a decision by Friday would help.",
        "Am Dienstag stehe ich leider nicht zur Verfügung, geht Mittwoch?",
        "When I stepped back from my old role I learned a lot.",
        "I am not going to be in the office before nine.",
    ],
)
def test_who_only_speaks_of_leaving_is_still_there(text: str) -> None:
    assert stage_after(text, own=True).ended == ""


@each(
    ("text", "ended"),
    [
        ("After careful consideration the position has been filled internally.", "filled"),
        ("In the end we went in a different direction. It was close.", "rejected"),
        ("This hurts to write: we've hired someone with more years in retail.", "rejected"),
        ("They've had to freeze everything: the role has been scrapped.", "filled"),
        ("Die Wahl ist auf eine andere Bewerberin gefallen.", "rejected"),
        ("Vi har dessverre valgt å gå videre med en kandidat fra Oslo.", "rejected"),
        ("Die Stelle wurde leider auf Eis gelegt.", "filled"),
        ("Notre choix s'est porté sur une personne plus expérimentée.", "rejected"),
        ("Al final nos hemos decantado por otra persona.", "rejected"),
        ("Desta vez não foi, escolhemos outra pessoa.", "rejected"),
        ("Abbiamo scelto un'altra persona, ci spiace.", "rejected"),
        ("De keuze is op iemand anders gevallen.", "rejected"),
        ("Vi har valt en annan kandidat den här gången.", "rejected"),
        ("Zdecydowaliśmy się na innego kandydata.", "rejected"),
        ("今回は別の候補者の方に決まりました。", "rejected"),
        ("Det blev desværre ikke dig. Tak for din tid.", "rejected"),
        ("Vi har valgt en kandidat med mere erfaring.", "rejected"),
        ("Decidimos ficar com um colega que já cá estagiava.", "rejected"),
        ("我们最终选择了另一位候选人。", "rejected"),
    ],
)
def test_a_warm_refusal_is_one(text: str, ended: str) -> None:
    assert stage_after(text).ended == ended


@each(
    "text",
    [
        "If we went with someone else, I would tell you myself.",
        "The other candidate cannot come on Monday, so you may have that slot.",
        "We'll go in a different room this time, ask at the desk.",
        "Leider muss ich unser Gespräch am Dienstag absagen, ginge Freitag?",
        "Herr Aebi liegt im Bett, das Gespräch vom Freitag muss ich leider absagen.",
        "Leider kann ich am Montag nicht, ginge Dienstag?",
        "Leider habe ich noch keine Antwort der Kollegen.",
        "Malheureusement je ne peux pas mardi.",
        "Lamentablemente el martes no puedo.",
        "Helaas lukt dinsdag niet, donderdag?",
        "Niestety w poniedziałek nie mogę.",
        "Igor chose someone from the data team to join the call.",
    ],
)
def test_near_words_refuse_nobody(text: str) -> None:
    assert stage_after(text).ended == ""


@each(
    "text",
    [
        "The board said yes. This is an offer, the letter follows.",
        "The job is yours if you want it.",
        "Everybody agreed before lunch, so here it is: your offer letter is attached.",
        "68.000 brutto, Start 1. September. Der Dienstvertrag hängt dran.",
        "C'est officiel : je te propose le poste de directrice, contrat en PJ.",
        "El puesto es tuyo, dime si lo quieres.",
        "O contrato segue em anexo.",
        "Il posto è tuo!",
        "We willen je heel graag aannemen.",
        "Vi vill erbjuda dig tjänsten.",
        "Chcielibyśmy zaproponować Pani stanowisko starszej programistki.",
        "採用することに決定いたしました。",
        "Ich freue mich, Ihnen die Stelle (20 Stunden, ab 1. Februar) anbieten zu können.",
        "Stillingen er din, hvis du vil have den.",
    ],
)
def test_an_offer_in_plain_words_is_one(text: str) -> None:
    assert stage_after(text).stage is Stage.OFFER


@each(
    "text",
    [
        "The job is yours to shape, you would answer to me.",
        "Once the references are in we are sending the offer.",
        "Je vous propose le poste suivant chez un client de Lyon.",
        "Der Vertrag ist noch nicht fertig.",
        "Here are the offer role and its interview plan.",
        "Gracias por inscribirse en nuestra oferta.",
    ],
)
def test_near_words_offer_nothing(text: str) -> None:
    assert stage_after(text).stage not in (Stage.OFFER, Stage.ACCEPTED)


@each(
    "text",
    [
        "It is down to you and one other person.",
        "She will set up your final-round visit.",
        "Es ist das Abschlußgespräch mit dem Vorstand.",
        "C'est la dernière ligne droite.",
        "Zapraszamy na ostatni etap.",
        "Det är sista steget.",
    ],
)
def test_the_last_round_is_told(text: str) -> None:
    assert stage_after(text).stage is Stage.FINAL


def test_a_contract_signed_in_dutch_is_accepted() -> None:
    offer = mail("Hier is ons aanbod, met het contract.", 4)
    yes = mail("Ik neem jullie aanbod met veel plezier aan!", 6, own=True)

    assert read_stage([offer, yes], (), ME).stage is Stage.ACCEPTED


@each(
    "texts",
    [
        ("Would you send me your number? I am no good at typing.", "Just give me a ring."),
        ("Czy mogę prosić o numer telefonu?", "Próbowałem się dodzwonić, proszę o telefon."),
        ("Hab dir auf die Combox gesprochen.", "Mails les ich nur abends, ruf mich an."),
        ("Jag ringde i går.", "Jag har sökt dig, ring mig gärna."),
    ],
)
def test_who_would_rather_be_rung_is_on_the_phone(texts: tuple[str, str]) -> None:
    mails = [mail(text, day) for day, text in enumerate(texts)]

    assert read_channel(mails, ME, ("dana@northwind.example",)).channel is Channel.PHONE


@pytest.mark.parametrize(
    "texts",
    [
        ("Thanks for the call.", "Please don't email him, he is away. I answer here."),
        ("My number is below.", "Bitte schicken Sie mir Ihre Unterlagen per Mail."),
        ("Dziękuję za CV.", "Proszę o odpowiedź mailem."),
    ],
)
def test_a_number_alone_asks_for_no_call(texts: tuple[str, str]) -> None:
    mails = [mail(text, day) for day, text in enumerate(texts)]

    assert read_channel(mails, ME, ("dana@northwind.example",)).channel is Channel.EMAIL


@each(
    "text",
    [
        "Ik trek bij deze mijn kandidatuur in, het is te ver.",
        "Je préfère me désister, merci pour tout.",
        "Ich ziehe mein Dossier nach langem Nachdenken zurück.",
        "Please withdraw my name.",
        "Wycofuję kandydaturę, dziękuję.",
    ],
)
def test_a_candidacy_taken_back_under_another_name_is(text: str) -> None:
    assert stage_after(text, own=True).ended == "withdrawn"


def test_a_yes_accepts_only_what_was_offered() -> None:
    yes = mail("Dear Dana, my answer is yes.", 6, own=True)
    asked = mail("May I put you forward for a second interview?", 4)
    offer = mail("Unanimous! Bea will send you the offer tomorrow.", 4)
    assert read_stage([asked, yes], (), ME).stage is not Stage.ACCEPTED
    assert read_stage([offer], (), ME).stage is Stage.OFFER
    assert read_stage([offer, yes], (), ME).stage is Stage.ACCEPTED


def test_an_agency_that_only_handed_the_papers_on_is_at_the_start() -> None:
    talk = [
        mail("May I send them your papers?", 0),
        mail("Please do.", 1, own=True),
        mail("Submitted today, they read slowly.", 2),
    ]
    assert read_stage(talk, (), ME, {"dana@northwind.example"}).stage is Stage.APPLIED
    assert read_stage(talk, (), ME).stage is Stage.SCREEN


@each(
    ("told", "stage"),
    [
        (
            "Your file is with the team in Singapore, I will write.",
            Stage.APPLIED,
        ),
        ("The team would like an interview with you next week.", Stage.INTERVIEW),
    ],
)
def test_papers_that_are_only_looked_at_are_an_application(told: str, stage: Stage) -> None:
    mails = [
        mail("Thank you for applying. Please let me know your notice period.", 0),
        mail("Two months.", 1, own=True),
        mail(told, 2),
    ]
    assert read_stage(mails, (), ME).stage is stage
