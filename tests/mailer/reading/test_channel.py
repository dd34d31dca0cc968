from robin import ME, mail
from tables import each

from mailer.model import Channel
from mailer.reading.channel import read_channel


def channel_of(texts: tuple[str, ...]) -> Channel:
    mails = [mail(text, day) for day, text in enumerate(texts)]
    return read_channel(mails, ME, ("dana@northwind.example",)).channel


@each(
    "texts",
    [
        (
            "Kul att höra på telefon att det kändes bra!",
            "Ring, mejla inte :)",
        ),
        (
            "bel je mij? 06 5550 7733, mijn mail is traag",
            "Dank voor de telefoon! Als je iets weet: gewoon bellen.",
        ),
        (
            "Sorry I missed your call.",
            "Phone's better for me, I'm on building sites all day. 07700 900123.",
        ),
        (
            "Danke für das Telefonat gestern.",
            "Schreiben Sie mir nicht, rufen Sie lieber an, ich sitze im Auto.",
        ),
        (
            "Appelez-moi au 06 55 50 12 34.",
            "Je ne lis pas mes mails, un coup de fil et c'est réglé.",
        ),
        (
            "Llámame cuando puedas.",
            "No me escribas, que no miro el correo; dame un toque.",
        ),
        (
            "Liga-me quando puderes, sou um desastre com emails.",
            "Obrigado pela chamada! Qualquer coisa, liga.",
        ),
        (
            "Mi chiami pure al 340 555 0142.",
            "Preferisco sentirci a voce, le mail le vedo tardi.",
        ),
        (
            "Mi chiami pure al 340 555 0142.",
            "La posta la guardo ogni tanto, ci sentiamo a voce: mi chiami.",
        ),
        (
            "Bel me maar, ik zit altijd in de auto.",
            "Ik probeerde je te bellen, bel je even terug?",
        ),
        (
            "Wolę rozmawiać przez telefon.",
            "Dzwoniłam, proszę oddzwonić.",
        ),
        (
            "お電話いただけますか。",
            "先ほどお電話しましたがつながらず、折り返しお願いします。",
        ),
        (
            "邮件我不常看,打我手机吧。",
            "刚给您打电话没接,方便时回电。",
        ),
        (
            "Jag är dålig på mejl, ring när du kan.",
            "Tack för pratet! Ringer i morgon förmiddag.",
            "Som sagt i telefon: allt gick fint. Jag ringer dig.",
        ),
        (
            "Thanks for calling back. Please do ring rather than write.",
            "As agreed on the phone: Monday at ten. I will dial you.",
        ),
        (
            "Wolę gadać niż pisać: zadzwoń.",
            "Dogadajmy resztę przez telefon, na maile odpisuję raz w tygodniu. Dzwoń!",
        ),
        (
            "Good to speak yesterday.",
            "If anything comes up just pick up the phone, I never get to my inbox.",
        ),
        (
            "I'd rather do this by phone. When can I reach you?",
            "Phone call went well, I thought. I'll ring again Thursday.",
        ),
        (
            "Rufst du mich kurz an?",
            "Lass uns das am Telefon besprechen, ruf an wenn du Zeit hast.",
        ),
        (
            "Llámame al 600 555 123 mejor.",
            "Lo hablamos por teléfono, que es más rápido.",
        ),
        (
            "Mi chiami al cellulare.",
            "L'ho cercata stamattina, mi richiami.",
        ),
        (
            "Ring mig på 070-555 01 42.",
            "Försökte ringa dig, ring upp när du kan.",
        ),
        (
            "お電話にてお願いいたします。",
            "先ほどお電話いたしましたが、ご不在でしたのでまたかけます。",
        ),
        ("Schreib nicht, ruf an.",),
        ("Mejla inte, ring mig.",),
        ("Please don't write, just ring me on 07700 900123.",),
    ],
)
def test_who_wants_to_be_rung_is_on_the_phone(texts: tuple[str, ...]) -> None:
    assert channel_of(texts) is Channel.PHONE


@each(
    "texts",
    [
        (
            "Thanks for the call on Tuesday.",
            "Attached is the programme of the day, write if anything is unclear.",
        ),
        (
            "We will ring the bell at nine.",
            "If you can't find the door, ring me.",
        ),
        (
            "Can we set up a call on Teams?",
            "The link is in the invitation.",
        ),
        (
            "Jag ringer på torsdag kl 10 som avtalat.",
            "Tack för samtalet, här är nästa steg: intervju den 3.",
        ),
        (
            "Skicka gärna ditt CV på mejl.",
            "Ring om du inte hittar.",
        ),
        (
            "Bel me als je voor de deur staat.",
            "Tot dinsdag, het programma volgt per mail.",
        ),
        (
            "Grazie per la telefonata.",
            "Le scrivo per confermare il colloquio di martedì.",
        ),
        (
            "Vielen Dank für das Telefonat.",
            "Bitte senden Sie mir die Unterlagen per Mail.",
        ),
        (
            "Gracias por la llamada.",
            "Te escribo con los detalles de la entrevista.",
        ),
        (
            "Merci pour notre échange téléphonique.",
            "Je vous écris pour confirmer la date.",
        ),
        (
            "Obrigado pela chamada.",
            "Envio por email o programa.",
        ),
        (
            "Dziękuję za rozmowę telefoniczną.",
            "Szczegóły przesyłam mailem.",
        ),
        (
            "先日はお電話ありがとうございました。",
            "メールにてご連絡ください。",
        ),
        (
            "谢谢您的来电。",
            "请邮件回复。",
        ),
        (
            "My number is 0170 5550123 in case you are late.",
            "Please answer by email.",
        ),
        (
            "Je ne suis pas joignable par téléphone cette semaine, écrivez-moi.",
            "Merci pour votre mail.",
        ),
        (
            "Non chiamarmi, scrivimi.",
            "Grazie della mail.",
        ),
        (
            "Please don't call, write.",
            "Thanks for your mail.",
        ),
        (
            "I'll call you Tuesday at ten as agreed.",
            "Lovely to meet you. The contract talks are by mail from here.",
        ),
        (
            "Sie erreichen mich unter der Durchwahl 12.",
            "Bitte bestätigen Sie den Termin per E-Mail.",
        ),
        (
            "Rufen Sie bei Verspätung bitte an.",
            "Wir freuen uns auf Sie.",
        ),
        (
            "Vous pouvez m'appeler en cas de retard.",
            "Merci de confirmer par mail.",
        ),
        (
            "Si te pierdes, llámame.",
            "Confirma por correo, por favor.",
        ),
        (
            "Se fate tardi mi chiami.",
            "Confermi via mail, grazie.",
        ),
        (
            "Als je vertraagd bent, bel me even.",
            "Stuur je cv per mail.",
        ),
        (
            "Ring mig om du blir sen.",
            "Skicka dina referenser på mejl.",
        ),
        (
            "到了给我打电话。",
            "请邮件确认。",
        ),
        (
            "We'll ring the candidates one by one.",
            "Please reply by mail.",
        ),
        (
            "No emails have reached me since Monday, sorry, now it works.",
            "Write again.",
        ),
        (
            "Do not write your name on the test.",
            "See you.",
        ),
    ],
)
def test_thanks_for_a_call_or_a_number_for_the_day_is_mail(texts: tuple[str, ...]) -> None:
    assert channel_of(texts) is Channel.EMAIL


@each(
    "said",
    [
        "I am hopeless with email, half of it unread. Please just ring me.",
        "Jag tar helst allt på telefon, mejlen läser jag knappt.",
        "E-Mails sehe ich kaum, am besten rufen Sie mich am Handy an.",
        "Les mails, je les lis à peine ; le téléphone, c'est mieux pour moi.",
        "El correo casi no lo miro, prefiero el teléfono.",
        "Mal vejo o correio; prefiro telefone.",
        "Le mail le guardo di rado, meglio al telefono.",
        "Mail lees ik nooit op tijd, bellen gaat het snelst.",
        "Maile czytam rzadko, najlepiej zadzwonić.",
        "Appelle-moi direct, je ne lis quasi plus mes mails.",
        "Maila helst inte, ring mig: 070-555 01 88.",
        "メールはほとんど読めないので、返事も電話でお願いします。",
    ],
)
def test_who_says_twice_that_calls_are_liked_better_is_called(said: str) -> None:
    assert channel_of(("We can talk about the role.", said)) is Channel.PHONE


@each(
    "said",
    [
        "Would you prefer a call or shall we meet?",
        "Tuesday is better for the call, and do mail me your CV.",
        "I rarely see a CV as good as yours; shall we have a call?",
    ],
)
def test_a_call_that_is_only_arranged_is_no_channel(said: str) -> None:
    assert channel_of(("Thanks for your application.", said)) is Channel.EMAIL


@each(
    "texts",
    [
        (
            "Dottoressa, il profilo mi piace. Passi un pomeriggio che ci sono io.",
            "Dottoressa, le notti sono nove all'anno, non di più. Il superminimo va bene. "
            "Però mi faccia la cortesia, la risposta me la dia a voce: 0346 555 0143, dopo le "
            "19.30. La posta la apro quando mi ricordo.",
        ),
        (
            "Hoi Sam, ich suche für mein Team jemanden für die komplexen Fälle. Kommst du mal?",
            "War so schön mit dir! Ich kann dir siebzig Prozent ab Februar geben. Ruf mich doch "
            "einfach an, 079 555 41 12, ich lese die Mails immer erst am Abend und dann nur "
            "halb. Alles weitere mündlich gell.",
        ),
    ],
)
def test_who_would_rather_talk_says_so_in_words_of_their_own(texts: tuple[str, ...]) -> None:
    assert channel_of(texts) is Channel.PHONE
