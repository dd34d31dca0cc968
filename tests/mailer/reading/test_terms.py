"""Offers, refusals, leavings and yeses told in passing, and mail that only comes near them."""

import pytest
from robin import ME, mail

from mailer.model import Stage
from mailer.reading.stage import StageFound, read_stage

ENGLISH_AND_GERMAN = """
accepted|Dear Dana, I am delighted to accept and have returned one copy by registered post. See you on the first.
accepted|Hallo Dana, ich freu mich riesig und sage hiermit verbindlich zu. Gekündigt habe ich heute Morgen schon!
accepted|Hi Dana, the kids have voted, I've voted, and it's unanimous: I'm joining you. Papers signed and in the envelope.
near|Dear Robin, please find attached a contract template so you can see what our freelancers usually sign. We haven't chosen anybody yet.
near|Hi Robin, the panel liked you and wants you back for round three with the CEO. Salary we can discuss then; the band is 48 to 56.
near|Hi Robin, the trustees have approved the budget for the post, so we can finally start interviewing. Are you free on the 9th?
near|Hi Robin, you're the one person I haven't managed to reach this week! Can I call at four?
near|Robin, could you let me have your current salary and notice period? The client won't see anybody without.
near|Robin, good news, they want you in for a chat with the MD on Monday. If that goes well there'll be an offer by the end of the week.
offer|Dear Robin, the references came back glowing. Find herewith the terms on which we would engage you; kindly initial each page and let me have it back by Friday.
offer|Hallo Robin, der Klient ist begeistert und legt 78 auf den Tisch, dazu Bonus und Bahncard. Wenn du ja sagst, setze ich heute noch den Vertrag auf.
offer|Hey Robin! Just got out of the debrief and everyone's in. Expect a call from Jo with numbers tomorrow, then paperwork. So excited to work with you!
offer|Hey Robin, just between us until HR gets its act together: the job is going to you. Base is what you asked for. Start dreaming about desk plants.
offer|Hi Robin, Al here. Client phoned while I was on the school run: it's a green light, 510 a day, starting Monday week if you can swing it. Shall I tell them yes?
offer|Liebe Robin, wir haben im Kollegium abgestimmt: Du wirst die Neue in der 3b! Der Kirchenkreis schickt dir den Anstellungsvertrag, Beginn ist nach den Osterferien.
offer|Robin, it's Al. They've pulled the trigger! Day rate 475, outside IR35, six months initially. Can you give me a verbal by close of play so I can lock it in?
own-near|Hi Dana, I won't be taking the train after all, I'll drive. See you Tuesday.
own-near|Hi Dana, thanks for the invitation, I'm happy to accept: Tuesday at ten.
refused|Dear Robin, the school has had to withdraw the vacancy following the local authority's budget decision. I appreciate how disappointing this must be.
refused|Hey Robin, we loved the energy, but for where we are right now we need someone who's shipped hardware before. Let's keep in touch?
refused|Hi Robin, I won't dress it up. You came second. First place accepted this afternoon.
refused|Hi Robin, the client rang. It's a pass, I'm afraid: too corporate for them, their words. I've two other things you might like.
refused|Liebe Robin, das Team hat lange diskutiert, und am Schluss lag eine andere Person hauchdünn vorn. Ich hoffe, du bist nicht zu enttäuscht.
refused|Robin, quick and painful: they've gone cold on the whole idea of a new hire and will make do with who they have. Gutted.
withdrawn|Dear Dana, things have moved fast on another front and I have accepted a post in Leeds. Would you please take me out of the running?
withdrawn|Hi Dana, I've had a long think and my heart isn't in it. Rather than waste your Thursday I'd like to bow out now, with real thanks.
withdrawn|Liebe Frau Ortiz, mein jetziger Chef hat mir überraschend die Teamleitung gegeben, deshalb bleibe ich und ziehe mich bei Ihnen zurück. Danke für alles!
"""
ROMANCE = """
accepted|Bonjour Dana, c'est un oui franc et massif. Vous trouverez ci-joint l'exemplaire signé, j'ai hâte.
accepted|Hola Dana, firmado y escaneado. Estoy deseando empezar en febrero con vosotros.
accepted|Oi Dana, aceito sim! Contrato assinado em anexo, até dia 2.
near|Bonjour Robin, l'autre candidat s'est désisté, du coup on peut avancer votre entretien à lundi.
near|Bonjour Robin, le directeur veut vous revoir avec la DRH jeudi. La rémunération sera évoquée à ce moment-là.
near|Bonjour, malheureusement je serai absent jeudi, ma collègue vous recevra à ma place.
near|Bonjour, nous avons retenu trois candidatures dont la vôtre pour la dernière phase. Merci de m'indiquer vos prétentions.
near|Hola Robin, dirección ha aprobado la plaza y arrancamos las entrevistas la semana que viene. ¿Puedes el martes?
near|Robin, c'est oui pour mardi, je réserve la salle. Le contrat type est en pièce jointe pour information.
offer|Hola Robin, está hecho: la plaza es para ti. Te paso en un rato las condiciones que ya hablamos (36 brutos, 24 días) y me dices fecha.
offer|Oi Robin, deu tudo certo! Você passou em todas as etapas e a vaga é sua. Pacote: 11 mil CLT, PLR e plano Bradesco. Me confirma até sexta?
offer|Oi Robin, o cliente bateu o martelo em você! PJ, 14 mil, começo imediato. Posso confirmar o seu aceite hoje ainda?
offer|Olá Robin, ficou decidido: entras tu. 1.800 base, subsídio de refeição e seguro, começas quando quiseres. Dá-me um sim e eu trato do contrato.
offer|Robin, le client lève la main : 52 k fixe et un véhicule, ils vous attendent pour le 15. Dites-moi vite si je peux leur répondre favorablement.
offer|Robin, los de Getafe te hacen oferta: 48 brutos, seguro médico y coche. El contrato lo mandan en cuanto des el visto bueno. Llámame.
offer|Robin, on te prend ! 2 600 brut, les tickets et le train payé. Tu me confirmes et je lance la compta sur ton contrat ?
own-near|Bonjour Dana, c'est oui pour mardi, je me réjouis de vous rencontrer.
own-near|Hola Dana, el martes cuenta conmigo a las diez.
refused|Estimada Robin, le informamos de que su candidatura no continúa en el proceso de selección. Agradecemos su interés y le deseamos éxito.
refused|Hola Robin, te escribo con la boca pequeña: han preferido a un chico que ya había trabajado con ellos. Me da mucha rabia, porque en la entrevista estuviste de diez.
refused|Madame, après examen attentif, le jury n'a pas classé votre candidature en rang utile. Nous vous remercions de l'intérêt porté à notre établissement.
refused|Olá Robin, o conselho decidiu não avançar com a contratação este ano. Ficamos com o seu contacto para o futuro.
refused|Robin, le client a finalement repourvu le poste avec une intérimaire qui était déjà sur place. Voilà, je voulais vous le dire moi-même.
refused|Robin, malas noticias de Getafe: central ha tumbado el puesto. Nada que ver contigo, pero se acabó.
withdrawn|Bonjour Dana, toutes choses pesées, je vais rester dans ma boîte actuelle. Merci de retirer mon nom de votre liste.
withdrawn|Hola Dana, al final me quedo donde estoy, me han mejorado las condiciones. Mil gracias y perdona las vueltas.
withdrawn|Oi Dana, pensei bem e não vou dar sequência, a distância pesa demais. Obrigada por tudo!
"""
OTHERS = """
accepted|Dana您好,条件没有问题,我接受,合同已签好寄出,3月1日准时报到。
accepted|Hej Dana, jag tackar ja och ser fram emot att börja den 1 mars. Avtalet är påskrivet.
accepted|Hoi Dana, mijn antwoord is volmondig ja. Contract getekend retour.
near|Beste Robin, de commissie wil je graag nog een keer spreken, over het salaris hebben we het dan ook.
near|Dzień dobry, szef chce się z Panią spotkać jeszcze raz w czwartek, wtedy porozmawiacie o wynagrodzeniu.
near|Hej Robin, chefen vill träffa dig igen på torsdag, lönen tar ni då.
near|Hoi Robin, de directie is akkoord met de vacature, dus we kunnen gesprekken plannen. Dinsdag?
near|Hoi Robin, helaas is de zaal dinsdag bezet, we zitten in lokaal 4.
near|Pani Robin, zarząd zatwierdził budżet na to stanowisko, więc możemy zacząć rozmowy. Czy wtorek pasuje?
offer|Cześć Robin, rozmawiałem z szefem, jesteś przyjęta! 11 na rękę na początek, po trzech miesiącach podwyżka. Wpadnij w czwartek podpisać papiery.
offer|Dag Robin, kort en goed: je hebt de baan. Schaal 9, vast na een jaar, en een sleutel van het pand. Het contract krijg je van Trees, lees het op je gemak.
offer|Hej Robin! Vi är överens här hemma på byrån: vi vill ha dig. 44 tusen, flextid, start när du är klar på Volvo. Avtalet kommer i brevlådan på torsdag.
offer|Hej Robin, nu har chefen skrivit på så tjänsten är din om du säger ja. 39 500 och fem veckors semester, avtalet mejlas i eftermiddag.
offer|Hoi Robin, goed nieuws: ze willen je! Dinsdag komt het contract jouw kant op, 4.600 plus lease. Even checken met thuis en mij dan appen?
offer|Robin,客户拍板了,就要你!年薪45万,签三年,下月1号到岗,offer邮件今晚发你邮箱。
offer|ロビン様 取締役会で承認がおり、4月より開発課長としてお迎えできることになりました。年俸は750万円です。契約書をお送りしますので、ご署名のうえご返送ください。
own-near|Dana你好,周二的面试我可以参加,条件方面到时候再聊。
own-near|Hoi Dana, dinsdag lukt me niet, ik doe het liever woensdag.
refused|Beste Robin, de gemeente heeft een vacaturestop afgekondigd en daarmee is ook onze functie van tafel.
refused|Hej Robin, det blev tyvärr en person med längre erfarenhet av upphandling som fick tjänsten. Hoppas vi ses i ett annat sammanhang.
refused|Hoi Robin, na lang wikken en wegen heeft de directie de knoop doorgehakt ten gunste van de interne kandidaat. Balen, ik had het je gegund.
refused|Pani Robin, zespół wskazał inną osobę, choć różnica była minimalna. Będę o Pani pamiętać przy kolejnych projektach.
refused|Robin,客户反馈说你的经验偏管理,他们想要更偏技术的,这次就先不推进了。
refused|ロビン様 社内で協議を重ねましたが、今回は採用を見合わせることといたしました。末筆ながら、今後のご活躍をお祈りいたします。
withdrawn|Dana你好,考虑再三,我还是决定留在现在的公司,就不参加后面的面试了,抱歉。
withdrawn|Hoi Dana, ik haak af. Het reizen wordt me te gek met de tweeling.
withdrawn|Hoi Dana, ik heb besloten om bij mijn huidige werkgever te blijven. Zet mijn naam maar niet meer op de lijst.
"""


@pytest.mark.parametrize("table", [ENGLISH_AND_GERMAN, ROMANCE, OTHERS])
def test_what_is_told_in_passing_is_read_and_what_comes_near_is_not(table: str) -> None:
    rows = [row.split("|") for row in table.strip().splitlines()]

    assert [(_told(kind, text), text) for kind, text in rows] == [(k, t) for k, t in rows]


def test_a_bundle_of_pay_is_an_offer_only_after_a_talk() -> None:
    pay = "58 base plus bonus, start in May, the contract is in the post. Let me know."

    assert read_stage([mail(pay, 0)], (), ME).stage is not Stage.OFFER
    assert _after(pay).stage is Stage.OFFER


def test_welcome_in_the_mail_that_offers_accepts_nothing() -> None:
    assert _after("Welcome aboard if you like! The offer letter is attached.").stage is Stage.OFFER


def _told(kind: str, text: str) -> str:
    """Return what is read of a text in terms of the tables; who wrote it goes by the kind."""
    found = _after(text, own=kind in OWN, offered=kind == "accepted")
    told = {Stage.OFFER: "offer", Stage.ACCEPTED: "accepted"}.get(found.stage, "")
    ended = "refused" if found.ended in ("filled", "rejected") else found.ended
    return ended or told or ("own-near" if kind in OWN else "near")


OWN = ("withdrawn", "accepted", "own-near")


def _after(text: str, *, own: bool = False, offered: bool = False) -> StageFound:
    talk = [
        mail("Would you come to an interview with the team on Tuesday?", 0),
        mail("Tuesday is fine. Robin", 1, own=True),
        mail("We would like to make you an offer, the contract is attached.", 2),
    ]
    return read_stage([*talk[: 2 + offered], mail(text, 5, own=own)], (), ME)


def test_a_yes_after_terms_and_a_welcome_are_an_acceptance() -> None:
    said = [
        "After our two talks I would love you to lead Stage 2 for me. 185k, relocation 12k, "
        "start Monday 3 May. The agreement is on its way for signature.",
        "Yes! I accept, and have just signed the agreement. See you on 3 May.",
        "Made my week. Welcome aboard.",
    ]
    mails = [mail(text, day, own=day == 1) for day, text in enumerate(said)]
    stages = [read_stage(mails[: n + 1], (), ME).stage for n in range(3)]

    assert stages == [Stage.OFFER, Stage.ACCEPTED, Stage.ACCEPTED]


def test_what_somebody_only_wants_to_say_is_no_offer() -> None:
    told = "I just want you to have the judgment before you hear of it from the papers."

    assert read_stage([mail(told, 0)], (), ME).stage is not Stage.OFFER
