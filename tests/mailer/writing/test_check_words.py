import pytest

from mailer.model import Finding
from mailer.writing.check import CheckContext, check_letter
from mailer.writing.check_tables import load_table
from mailer.writing.render import built_in_languages

DECIDED = "I have decided to withdraw my application."


def _find(decision: str, *, kind: str = "withdraw", language: str = "en") -> tuple[Finding, ...]:
    context = CheckContext(
        kind=kind, language=language, to=("dana@northwind.example",), needs_recruiter=False
    )
    text = f"Dear Dana,\n\nThank you for your time. {decision}\n\nAll the best,\nSam"
    return tuple(f for f in check_letter(text, context=context) if f.rule in ("E26", "E27"))


def _levels(decision: str, **more: str) -> list[tuple[str, str]]:
    return [(f.rule, f.level) for f in _find(decision, **more)]


@pytest.mark.parametrize(
    "decision",
    [
        DECIDED,
        "I won't be taking this any further.",
        "Please take me out of the running.",
        "It's a no from me.",
        "I'd rather not go ahead.",
        "After long thought I am stepping\naside.",
    ],
)
def test_a_decision_is_known_in_many_words(decision: str) -> None:
    assert _find(decision) == ()


@pytest.mark.parametrize(
    "decision",
    [
        "Perhaps I should withdraw my application.",
        "I am thinking of stepping back.",
        "I might have to decline.",
        "I think I should withdraw, but I have not decided.",
    ],
)
def test_a_decision_with_a_perhaps_blocks(decision: str) -> None:
    found = _find(decision)

    assert [f.level for f in found if f.rule == "E27"][:1] == ["error"]
    assert "half says" in found[0].message
    assert found[0].words in decision


def test_a_perhaps_beside_a_clear_decision_blocks_nothing() -> None:
    assert _find(f"{DECIDED} Perhaps our paths cross again.") == ()


def test_a_letter_without_any_word_of_leaving_blocks() -> None:
    assert _levels("It was lovely to meet everybody.") == [("E27", "error")]


def test_a_letter_that_sounds_like_staying_blocks() -> None:
    assert _levels("I look forward to our interview and have not changed my mind.") == [
        ("E27", "error")
    ]


def test_a_letter_that_leaves_in_unknown_words_asks_to_look_and_blocks_nothing() -> None:
    found = _find("I have signed elsewhere and wish you well.")

    assert [(f.rule, f.level) for f in found] == [("E27", "warning")]
    assert found[0].message.startswith("See whether it says clearly")


def test_a_confirmation_is_never_blocked_for_its_wording() -> None:
    assert _levels("It was lovely to talk.", kind="confirmation") == [("E27", "warning")]


@pytest.mark.parametrize(
    "courtesy",
    [
        "I'm sorry to disappoint you.",
        "I'm afraid I have disappointing news.",
        "I did not want to waste your time.",
    ],
)
def test_hard_words_about_ones_own_act_are_no_grievance(courtesy: str) -> None:
    assert _find(f"{courtesy} {DECIDED}") == ()


def test_an_apology_does_not_cover_the_blame_behind_it() -> None:
    assert ("E26", "error") in _levels(f"{DECIDED} I'm sorry, but your process was a mess.")


def test_how_they_seemed_is_asked_about_unless_it_was_kind() -> None:
    assert _levels(f"{DECIDED} The manager seemed to have his mind on lunch.") == [
        ("E26", "warning")
    ]
    assert _find(f"{DECIDED} The team seemed wonderful.") == ()


def test_a_phrase_that_a_mail_program_wrapped_is_still_found() -> None:
    line = "We did talk about it for some time at home and it seemed a waste of\nmy time to go on."

    assert ("E26", "error") in _levels(f"{DECIDED}\n\n{line}")


@pytest.mark.parametrize("language", built_in_languages())
def test_the_example_that_the_checker_gives_is_a_decision_to_itself(language: str) -> None:
    table = load_table(language)
    example = table.decision_example.strip("“”„«»「」 ")

    assert any(p.search(example) for p in table.decision)
    assert not any(p.search(example) for p in (*table.hedge, *table.interest))


THANKS = {
    "en": "Thank you for your time. I have decided to withdraw my application.",
    "de": "Vielen Dank für Ihre Zeit. Ich ziehe meine Bewerbung zurück.",
    "fr": "Merci pour votre temps. Je retire ma candidature.",
    "es": "Gracias por su tiempo. Retiro mi candidatura.",
    "pt": "Obrigado pelo seu tempo. Retiro a minha candidatura.",
    "it": "Grazie per il tempo. Ritiro la mia candidatura.",
    "nl": "Bedankt voor uw tijd. Ik trek mijn sollicitatie in.",
    "ja": "お時間をいただきありがとうございました。選考を辞退いたします。",
}


def _rules(language: str, sentence: str, kind: str = "withdraw") -> set[str]:
    context = CheckContext(
        kind=kind,
        language=language,
        company="Northwind",
        to=("dana@northwind.example",),
        needs_recruiter=False,
    )
    found = check_letter(f"Dana,\n\n{THANKS[language]} {sentence}\n\nSam", context=context)
    return {f.rule for f in found if f.level != "note"}


@pytest.mark.parametrize("language", built_in_languages())
def test_thanks_and_a_decision_alone_are_a_good_letter(language: str) -> None:
    assert _rules(language, "") == set()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "For one thing the shifts start at five, for another my course runs on Fridays."),
        ("en", "It was partly the hours and partly the long drive."),
        ("de", "Zum einen passt die Schicht nicht, zum anderen baue ich gerade ein Haus."),
        ("fr", "D'une part les gardes sont longues, d'autre part je reprends des études."),
        ("es", "Además nos mudamos a Lugo y, por otra parte, empiezo un curso."),
        ("pt", "Em primeiro lugar mudo de casa, em segundo lugar começo um mestrado."),
        ("it", "In primo luogo cambio casa, in secondo luogo comincio un corso."),
        ("nl", "Ten eerste verbouw ik mijn huis, ten tweede begin ik aan een studie."),
        ("ja", "一つは引っ越しのため、もう一つは学業のためです。"),
        ("en", "Please do not cancel my visit yet, I could see things differently on Monday."),
        ("de", "Streichen Sie mich bitte noch nicht von der Liste."),
        ("fr", "Ne me rayez pas encore de la liste."),
        ("es", "No me borren todavía de la lista."),
        ("pt", "Não me risquem ainda da lista."),
        ("it", "Non mi cancelli ancora dalla lista."),
        ("nl", "Haal mij nog niet van de lijst."),
        ("ja", "面接の予定はまだ取り消さないでください。"),
    ],
)
def test_more_reasons_than_one_and_a_decision_taken_back_are_found(
    language: str, sentence: str
) -> None:
    assert "E27" in _rules(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        # gossip about people there
        ("en", "I hear the director is on her way out after the row in spring."),
        ("de", "Der Bereichsleiter soll die halbe Schicht vergrault haben."),
        ("fr", "On raconte que le directeur a fait fuir deux assistantes et hurle."),
        ("es", "Me han contado que la gerente grita a todo el mundo."),
        ("pt", "Ouvi dizer que o diretor vai ser demitido."),
        ("it", "Ho sentito che il direttore urla in reparto."),
        ("nl", "Ik hoorde dat de manager iedereen heeft weggejaagd."),
        ("ja", "ここだけの話ですが、店長がよく怒鳴ると聞きました。"),
        # sarcasm about slowness, and the number of interviews
        ("en", "Four interviews for a summer internship show some care."),
        ("de", "Vier Gespräche für einen Minijob muss man erst einmal ansetzen."),
        ("fr", "Trois entretiens pour un stage, il fallait y penser."),
        ("es", "Cuatro entrevistas para una suplencia, hay que tener ganas."),
        ("pt", "Quatro entrevistas para um estágio, é preciso ter fôlego."),
        ("it", "Quattro colloqui per uno stage, ci vuole fantasia."),
        ("nl", "Vier gesprekken voor een bijbaan, daar moet je op komen."),
        ("ja", "アルバイトの採用に四回も面接がありました。"),
        ("en", "Answering applicants is probably not one of your priorities."),
        ("de", "Bewerbern zu schreiben hat bei Ihnen wohl keine Priorität."),
        # a lawyer over expenses
        ("en", "My travel expenses remain unpaid, and a solicitor will write next."),
        ("de", "Fehlt die Erstattung am Montag noch, folgen rechtliche Schritte."),
        ("fr", "Sans remboursement de mes frais, un huissier vous écrira."),
        ("es", "Si no me abonan los gastos, mandaré un burofax."),
        ("pt", "Sem o reembolso, procuro um advogado."),
        ("it", "Senza il rimborso mi rivolgo a un avvocato."),
        ("nl", "Zonder mijn reiskosten schakel ik een incassobureau in."),
        ("ja", "交通費のお支払いがない場合は内容証明をお送りします。"),
        # an answer that took so long that …
        ("en", "As your reply was so long in coming, I looked elsewhere."),
        ("de", "Da Ihre Antwort auf sich warten ließ, habe ich mich anders entschieden."),
        ("fr", "Comme votre réponse tardait, je me suis engagée ailleurs."),
        ("es", "Como su respuesta se demoraba, seguí buscando."),
        ("pt", "Como a sua resposta demorou, segui outro caminho."),
        ("it", "Visto che la vostra risposta tardava, ho scelto altro."),
        ("nl", "Omdat uw antwoord uitbleef, heb ik iets anders gekozen."),
        ("ja", "ご回答がなかなかいただけなかったため、別の道を選びました。"),
        # what they did not have, what would have helped
        ("en", "I wanted prospects that I did not see with you."),
        ("it", "Cercavo una stabilità che da voi non trovavo."),
        ("es", "Habría ayudado que alguien leyera mi carta."),
        ("de", "Es hätte geholfen, wenn jemand die Mappe gelesen hätte."),
    ],
)
def test_what_blames_or_threatens_without_a_hard_word_is_found_by_family(
    language: str, sentence: str
) -> None:
    assert "E26" in _rules(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "I was glad of the two hours that Ms Lindqvist gave me."),
        ("en", "Dr Abara made me feel at home, and gave me a tour of the lab."),
        ("en", "There is no need to keep my place open for me."),
        ("en", "I can't accept the offer from Ms Reid by Friday."),
        ("en", "I also heard that your director speaks in York next week."),
        ("en", "The travel expenses are settled, many thanks."),
        ("en", "Please don't send the badge to the old address."),
        ("en", "As the decision did not come easily, I slept on it first."),
        ("en", "It is for family reasons: we look after my father."),
        ("en", "I send the receipt of my expenses for the day as a solicitor."),
        ("de", "Die Stelle liegt teils im Büro, teils im Lager."),
        ("de", "Bitte sagen Sie es den Kollegen noch nicht weiter."),
        ("de", "Den Kaffee bei Ihnen werde ich vermissen."),
        ("fr", "Cela aurait été agréable si nous avions pu nous revoir."),
        ("es", "Si algún día puedo ayudar, cuenta conmigo."),
        ("es", "Por una parte me da pena, por otra parte sé que es lo correcto."),
        ("it", "Da una parte mi dispiace, dall'altra so che è giusto."),
        ("ja", "ご連絡が遅くなりましたので、取り急ぎメールで失礼いたします。"),
        ("ja", "気持ちが固まりましたので、お伝えいたします。"),
        ("de", "Frau Ilic wollte dafür den Ofen freihalten."),
        ("de", "Sie müssen den Platz nicht für mich freihalten."),
        ("de", "Ich danke zum einen für die Führung, zum anderen für den Kaffee."),
        ("de", "Ihr Chef soll bitte auch Bescheid wissen."),
        ("de", "Die Reisekosten müssen Sie nicht erstatten."),
        ("fr", "Mme Ferrand m'a fait visiter l'atelier."),
        ("fr", "Inutile de garder ma place."),
        ("fr", "D'une part pour la visite, d'autre part pour le café, merci encore."),
        ("es", "No tengo permiso para trabajar en Chile."),
        ("es", "Me refiero al puesto de cocinero en Sevilla."),
        ("es", "Marta me ha enseñado el taller, gracias."),
        ("pt", "O Renato me deu boas dicas, obrigado."),
        ("pt", "Não tenho visto para trabalhar no Brasil."),
        ("it", "Marco mi ha fatto vedere il laboratorio, grazie."),
        ("it", "Non ho il permesso per lavorare in Italia."),
        ("nl", "Pieter heeft me een rondleiding gegeven, bedankt."),
        ("nl", "De reiskosten hoeft u niet te vergoeden."),
        ("ja", "交通費は不要でございます。"),
    ],
)
def test_what_stands_near_a_family_is_left_alone(language: str, sentence: str) -> None:
    assert _rules(language, sentence) == set()


def test_a_wrong_company_is_still_told_from_a_place() -> None:
    assert _rules("es", "Me refiero al puesto de cocinero en Globex.") == {"E25"}


def test_two_questions_are_no_two_reasons() -> None:
    questions = "Firstly I would like to know the hours, and secondly the starting day."

    assert _rules("en", questions, kind="clarify") == set()
    assert _rules("en", questions) == {"E27"}
