from robin import ME, mail
from tables import each

from mailer.model import Stage
from mailer.reading.stage import StageFound, read_stage


def stage_after(*texts: str) -> StageFound:
    talk = [mail("Hi Robin, would you come to an interview with the team on Tuesday?", 0)]
    talk += [mail(text, 3 + day, own=bool(day % 2)) for day, text in enumerate(texts)]
    return read_stage(talk, (), ME)


OFFER = "We would like to make you an offer, the contract is attached."


@each(
    "text",
    [
        "As I said on the phone, the job's yours: 52,000 plus the van. Think it over.",
        "Je kan bij ons beginnen als hoofd constructies. Bel me als je eruit bent.",
        "Please find attached your contract of employment for signature.",
        "We'd like you to come and work for us, 48k, start in May.",
        "Te adjunto la oferta con las condiciones que hablamos.",
        "A vaga é sua se quiser. 3.200 brutos, início em maio.",
        "Abbiamo deciso: vogliamo te. Trovi le condizioni in allegato.",
        "Bijgaand ons contractvoorstel, graag getekend retour.",
        "Wir haben uns für Sie entschieden und würden Sie gern zum 1. April einstellen.",
        "Nous avons décidé de vous confier le poste, vous trouverez le contrat ci-joint.",
        "Vous trouverez en pièce jointe votre contrat de travail à nous retourner signé.",
        "Här kommer anställningsavtalet för påskrift.",
        "Vi har bestämt oss för dig! Villkoren ligger i bilagan.",
        "Zdecydowaliśmy się na Panią! Proponujemy 14 000 brutto od 1 maja.",
        "ぜひ弊社にお迎えしたく、条件を添付いたします。",
        "正式にオファーをお出ししたいと思います。",
        "我们决定录用您,月薪两万五,五月一日入职。",
        "We've agreed that you're the one. Paperwork to follow.",
        "They'd like to offer it to you at 450 a day.",
        "Wir freuen uns, Ihnen einen Vertrag anbieten zu können.",
        "Le client vous fait une proposition à 52k.",
        "Enhorabuena, el puesto es para ti.",
        "Parabéns, ficaste com a vaga!",
        "Congratulazioni, sei assunta!",
        "Gefeliciteerd, je bent aangenomen!",
        "Grattis, du fick jobbet!",
        "Gratulacje, ma Pani tę pracę!",
        "ぜひご入社いただきたいと考えております。年収は680万円です。",
        "Great news! The board approved it: we're offering you the job.",
        "Die Geschäftsführung hat zugestimmt, Sie bekommen die Stelle.",
        "Nous souhaitons vous faire une proposition, voir la pièce jointe.",
        "Nos gustaría contar contigo, en el adjunto va la oferta económica.",
        "Gostaríamos de contar contigo; a proposta vai em anexo.",
        "Siamo lieti di proporle l'assunzione.",
        "De directie is akkoord: de baan is van jou.",
        "Ledningen har sagt ja: tjänsten är din.",
        "Zarząd się zgodził, proponujemy Pani pracę od maja.",
        "採用が決まりました。条件通知書をお送りします。",
        "Här kommer erbjudandet: start 2 november, svara gärna på fredag.",
        "というわけで正式にオファーです。8月開始でお願いします。",
        "6000 bij 36 uur. Dat is mijn aanbod, denk er rustig over na.",
        "で、本題。年収620+ストックで来てほしいです。書面はあとで送ります。",
    ],
)
def test_an_offer_in_other_words_is_one(text: str) -> None:
    assert stage_after(text).stage is Stage.OFFER


@each(
    "text",
    [
        "The contract of employment would be for two years, we can talk about that on Tuesday.",
        "Could you sign and return the enclosed NDA before the interview?",
        "We'd like you to come and work with us for a trial day.",
        "What salary would you expect and when could you start?",
        "The salary is 48k to 55k and the start is in May; shall we talk?",
        "Everyone wants to meet you. The programme is in the PDF.",
        "When could you start if all goes well?",
        "Your contract with the current employer: what is the notice?",
        "Was hätten Sie sich als Gehalt vorgestellt, und ab wann könnten Sie anfangen?",
        "Wir haben uns für Sie entschieden und laden Sie in die zweite Runde ein.",
        "Wir haben uns für Sie und drei andere entschieden, die Gespräche sind im Mai.",
        "Der Vertrag wäre zunächst auf ein Jahr befristet, mehr im Gespräch.",
        "Le contrat serait un CDI, on en parle mardi ?",
        "Quelles seraient vos prétentions et votre préavis ?",
        "Je vous propose un entretien au téléphone mardi.",
        "Te ofrezco hablar por teléfono el martes, ¿te va bien?",
        "El contrato sería indefinido, ¿hablamos el martes?",
        "Queremos que conozcas al equipo el 1 de marzo, en el adjunto tienes el programa.",
        "O contrato seria sem termo, falamos na terça.",
        "A proposta do cliente é interessante, posso enviar o seu CV?",
        "Il contratto sarebbe a tempo indeterminato, ne parliamo martedì.",
        "Ti ho offerto il caffè, adesso vieni a vedere la cucina?",
        "De arbeidsovereenkomst zou voor een jaar zijn, daar praten we dinsdag over.",
        "Wij willen graag met jou verder praten.",
        "Wij willen graag met jou verder: tweede gesprek op dinsdag?",
        "Vi har bestämt oss för att träffa dig igen.",
        "Vi vill gå vidare med dig till nästa steg.",
        "Umowa byłaby na rok, porozmawiamy we wtorek.",
        "Zdecydowaliśmy się na Panią i jeszcze jedną osobę w kolejnym etapie.",
        "条件面については面談でお話しします。",
        "合同是一年期的,周二我们再谈。",
        "The client's proposal is not ready, nothing has been decided.",
        "Das Angebot bekommen Sie, wenn die Referenzen da sind.",
        "The client pays 60k to 70k for this role. Shall I send your CV?",
        "We hired Anna last week; she will join the panel.",
        "Der Kunde bietet 72.000 bis 80.000, wäre das etwas für Sie?",
        "Le client propose 45 à 50k selon profil.",
        "O cliente oferece até 45k, posso avançar com o teu CV?",
        "De klant biedt 80 tot 90 per uur, interesse?",
        "Oferujemy umowę o pracę i pakiet medyczny, zapraszamy na rozmowę.",
        "薪资范围两万到三万,您看可以聊聊吗?",
        "Félicitations, vous passez au deuxième tour !",
        "Gefeliciteerd met je verjaardag, tot dinsdag.",
        "We offer free lunch on the day.",
        "Ti offriamo il pranzo, a martedì.",
        "Vi erbjuder dig en intervju den 3 maj.",
        "恭喜您通过初试,下周二复试。",
        "Busca a alguien para formar a los correos: un puesto que creo que es para ti.",
    ],
)
def test_pay_contracts_and_praise_alone_offer_nothing(text: str) -> None:
    assert stage_after(text).stage not in (Stage.OFFER, Stage.ACCEPTED)


@each(
    "text",
    [
        "Bijgaand de getekende overeenkomst, ik ga graag akkoord!",
        "Ik zeg ja!",
        "I'd love to take the job.",
        "I've signed and sent it back.",
        "Anbei der unterschriebene Vertrag.",
        "Ich nehme die Stelle gern an.",
        "Ci-joint le contrat signé.",
        "J'ai signé, vous le trouverez en pièce jointe.",
        "Os mando el contrato firmado.",
        "¡Digo que sí! Nos vemos el 1.",
        "Aceito com muito gosto.",
        "In allegato il contratto firmato.",
        "Dico di sì, ci vediamo il 1 aprile!",
        "Jag tackar ja!",
        "Podpisaną umowę przesyłam w załączniku.",
        "謹んでお受けいたします。",
        "署名した契約書をお送りします。",
        "合同已签字,附件请查收。",
        "Yes please! Where do I sign?",
        "Count me in, I start on 4 May.",
        "Den Vertrag habe ich heute unterschrieben in die Post gegeben.",
        "Gerne nehme ich Ihr Angebot an.",
        "Je signe !",
        "Adjunto el contrato firmado.",
        "Accetto volentieri.",
        "Ik accepteer het aanbod graag.",
        "Jag accepterar med glädje.",
        "Akceptuję warunki.",
        "オファーをお受けいたします。",
        "I'm pleased to confirm that I accept.",
        "Contract signed, scan attached.",
        "Ich freue mich, Ihr Angebot anzunehmen.",
        "Veuillez trouver ci-joint mon contrat signé.",
        "Acepto la propuesta, os envío el contrato firmado mañana.",
        "Confermo che accetto la proposta.",
        "Ik accepteer jullie aanbod met veel plezier.",
        "Jag accepterar ert erbjudande.",
        "Umowa podpisana, skan w załączniku.",
        "喜んで入社させていただきます。",
        "Wchodzę! Podpisaną podrzucę w tygodniu. Od 1 lutego.",
    ],
)
def test_a_yes_in_other_words_accepts(text: str) -> None:
    assert stage_after(OFFER, text).stage is Stage.ACCEPTED


@each(
    "text",
    [
        "Thanks for the signed contract, we look forward to your first day.",
        "Got the signed copy, thank you. The induction plan follows.",
        "We're so glad you said yes!",
        "Great that you're joining us in May.",
        "Danke für den unterschriebenen Vertrag, wir freuen uns auf Ihren ersten Arbeitstag.",
        "Schön, dass Sie bei uns anfangen!",
        "Merci pour le contrat signé, à très vite dans nos bureaux.",
        "Ravi de votre arrivée parmi nous le 2 mai.",
        "Gracias por el contrato firmado. ¡Bienvenida a la casa!",
        "Obrigado pelo contrato assinado, até dia 1.",
        "Grazie per il contratto firmato, la aspettiamo il primo aprile.",
        "Dank voor het getekende contract, goed ontvangen.",
        "Fijn dat je bij ons komt werken!",
        "Tack för det påskrivna avtalet, vi ses den 1 maj.",
    ],
)
def test_who_is_thanked_for_signing_has_accepted(text: str) -> None:
    assert stage_after(OFFER, "Thanks, great.", text).stage is Stage.ACCEPTED


@each(
    "text",
    [
        "I have not signed yet, there is a question about the notice.",
        "Before I sign, could we talk about the salary?",
        "Yes, I got it. I need till Friday.",
        "I would love to take the job, but the salary is too low.",
        "Ich sage Ihnen bis Freitag Bescheid.",
        "Ich habe noch nicht unterschrieben.",
        "Je n'ai pas encore signé, une question sur la période d'essai.",
        "Si j'accepte le poste, quand faut-il commencer ?",
        "Aún no he firmado.",
        "Se accetto, quando dovrei iniziare?",
        "Ainda não assinei, posso responder sexta?",
        "Ik ga nog niet akkoord, eerst een vraag over de reistijd.",
        "Ik heb nog niet getekend.",
        "Jag har inte skrivit på än.",
        "Jeszcze nie podpisałem umowy.",
        "お返事は金曜までお待ちいただけますか。",
        "我还没签,周五前答复您。",
        "Déjame leerlo con calma y te digo esta semana.",
        "Do I have to send the signed contract by post?",
        "Thank you, I will read it and come back to you on Monday.",
        "I'm in two minds.",
        "Danke, ich lese mir den Vertrag durch.",
        "Merci, je reviens vers vous lundi.",
        "Gracias, lo miro y te digo.",
        "Obrigado, vou ler com calma.",
        "Dank je, ik laat het bezinken.",
        "Dziękuję, odezwę się w poniedziałek.",
        "谢谢,我考虑一下。",
    ],
)
def test_a_yes_denied_put_off_or_asked_about_accepts_nothing(text: str) -> None:
    assert stage_after(OFFER, text).stage is Stage.OFFER


@each(
    "text",
    [
        "This is the last step: a talk with our CEO.",
        "You are through to the final round.",
        "There are only two of you left.",
        "The last hurdle is a chat with the owner.",
        "Sie sind unter den letzten zwei.",
        "Es geht in die letzte Runde.",
        "Sie sind in der Endauswahl.",
        "Vous êtes dans la dernière ligne droite.",
        "Vous êtes parmi les deux derniers candidats.",
        "Ha pasado a la última fase.",
        "Solo quedáis dos.",
        "Está entre os dois finalistas.",
        "Chegou à última fase.",
        "È arrivato all'ultimo colloquio.",
        "Siete rimasti in due.",
        "Je zit in de laatste ronde.",
        "Het gaat nu tussen jou en één andere kandidaat.",
        "Du är en av två kvar.",
        "Det här är sista intervjun.",
        "To już ostatni etap.",
        "Zostało dwoje kandydatów.",
        "次回が最終面接となります。",
        "这是最后一轮面试。",
        "只剩两位候选人了。",
        "Come to the final on Wednesday, an hour of design and an hour with our CTO.",
    ],
)
def test_the_last_round_in_other_words_is_told(text: str) -> None:
    assert stage_after(text).stage is Stage.FINAL


@each(
    "text",
    [
        "Last week we spoke; next comes the technical interview.",
        "The final details of the visit follow.",
        "At last we meet!",
        "Letzte Woche war ich krank.",
        "Das letzte Mal haben wir Java besprochen.",
        "La semaine dernière j'étais absent.",
        "La última vez hablamos de Java.",
        "Na última semana estive fora.",
        "L'ultima volta abbiamo parlato di Java.",
        "De laatste keer ging het over Java.",
        "Förra veckan var jag sjuk.",
        "Ostatnio rozmawialiśmy o Javie.",
        "There are only two of us in the team.",
        "Two of you will be tested together.",
        "We have moved the final report to Friday.",
    ],
)
def test_the_last_time_is_no_last_round(text: str) -> None:
    assert stage_after(text).stage is Stage.INTERVIEW
