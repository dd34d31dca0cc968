"""A first talk with who recruits, or an interview: told by who, where, how long, which."""

import pytest
from robin import DANA, ME, mail

from mailer.model import Message, Stage
from mailer.reading.stage import read_stage
from mailer.testing.builders import make_message

RECRUITS = {"dana@northwind.example"}

ENGLISH_AND_GERMAN = """
interview|They'd like you over at the Leith office for a proper sit-down with Moira, who heads the group. The 14th?
interview|They want to see you. Tuesday 10.30 at their place in Leeds, ask for Gwen Pike, she runs operations.
interview|I've got you a slot with the hiring manager, Friday at two over Teams. His name's Colin.
interview|Could you do the little exercise attached by Monday? Priya will go through it with you.
interview|Would you be able to spend half a day with us? You'd shadow Kim on the floor.
screen|Before I pass anything on I like to hear a voice. A quarter of an hour on Thursday for me to ring you?
screen|Nice to catch up yesterday. I've shared my notes with the hiring manager and will say whether she'd like to meet you.
screen|You and I should speak by telephone first; if that goes well, you would then meet the head of department.
screen|I'd love to chat for 20 minutes about the Care Navigation team, just me.
screen|Lovely intro call last week! Joost is checking next steps with the team.
interview|Das Telefonat hat mir gut gefallen. Jetzt möchte dich gern Herr Brandt, der die Abteilung leitet, in Ulm sehen.
interview|Wir laden Sie in unser Haus ein. Neben mir werden Frau Thoma (Bereichsleitung) und der Personalrat dabei sein.
interview|Du triffst den Werksleiter und seine rechte Hand, Donnerstag 14 Uhr in Fürth.
screen|Hätten Sie morgen ein Viertelstündchen am Telefon für mich, damit ich ein paar Eckdaten klären kann?
screen|Danke für das nette Gespräch gestern. Ich schicke dein Profil heute an den Kunden und melde mich.
screen|Ich bespreche das nun mit der Fachabteilung und gebe Bescheid, ob sie dich kennenlernen möchte.
"""
ROMANCE = """
interview|Je vous propose de venir jeudi à Nantes faire la connaissance de M. Hardy, votre futur responsable.
interview|Le client souhaite vous recevoir mardi à 9 h dans ses locaux avec la DRH et le directeur technique.
screen|Seriez-vous joignable demain vers 17 h ? J'aurais quelques questions, un quart d'heure tout au plus.
screen|Merci pour notre échange de ce matin. Je présente votre candidature au directeur technique.
interview|El siguiente paso es una reunión de una hora con Nuria, la jefa de producto. ¿Te cuadra el jueves?
interview|Te esperan el miércoles a las 12 en sus oficinas de Getafe, preguntas por el director de planta.
screen|¿Te puedo llamar mañana un ratito? Solo para conocernos y contarte cómo va la cosa.
interview|Podes passar cá no dia 8 para conheceres o Rui, que lidera a área?
screen|Vi seu currículo e queria trocar uma ideia rápida com você por telefone, coisa de 15 minutinhos.
interview|Il dott. Riva, responsabile della produzione, gradirebbe incontrarla in stabilimento. Va bene il 9?
screen|Posso chiamarti domani per due parole? Ti racconto chi siamo e mi dici cosa cerchi.
"""
OTHERS = """
interview|Na ons belletje wil Karin, die het team leidt, graag kennis met je maken bij ons in Zwolle. Dinsdag?
interview|Donderdag om 9 uur verwachten Pieter (zaakvoerder) en zijn zus je in Aalst.
screen|Zal ik je donderdag even bellen om over en weer wat vragen te stellen?
interview|Kul att prata häromdagen. Nu vill Lena, som är chef för gruppen, träffa dig på plats i Lund.
screen|Har du tio minuter på telefon i morgon så att jag kan ställa några frågor?
interview|Kierowniczka działu, pani Nowak, chciałaby porozmawiać z Panią osobiście w naszym biurze.
screen|Czy mogę jutro zadzwonić na kwadrans? Chciałabym zadać kilka pytań o doświadczenie.
interview|次は部門長の佐藤がお目にかかりたいと申しております。本社までお越しいただけますでしょうか。
screen|まずは人事の私と15分ほどお電話でお話しできればと存じます。
interview|上次电话聊得不错,部门负责人王总想约你周四来公司当面聊聊,方便吗?
screen|我是HR小李,明天下午方便接个电话吗?大概十分钟,了解一下您的求职意向。
"""


@pytest.mark.parametrize("table", [ENGLISH_AND_GERMAN, ROMANCE, OTHERS])
def test_a_first_talk_and_an_interview_are_told_by_facts(table: str) -> None:
    rows = [row.split("|") for row in table.strip().splitlines()]

    told = [(_stage(mail(text, 0), mail("OK! Robin", 1, own=True)).value, text) for _, text in rows]

    assert told == [(want, text) for want, text in rows]


def test_who_leads_and_asks_to_talk_means_an_interview() -> None:
    boss = make_message(
        "I'd be the person you report to. Shall we talk on Thursday?",
        sender="Bea Stone <bea@northwind.example>",
        to=ME.addresses[0],
        date=mail("", 2).date,
    )
    first = mail("Could I ring you for a first chat?", 0)

    assert _stage(first) is not Stage.INTERVIEW
    assert _stage(first, boss) is Stage.INTERVIEW


def test_a_second_talk_stays_one_after_it_was_called_off() -> None:
    asked = mail("Suite à notre échange, nous souhaitons vous recevoir à Neuchâtel le 25.", 0)
    off = mail("Je dois annuler, notre directeur est souffrant. Je vous appelle.", 2)

    assert _stage(asked, mail("C'est noté.", 1, own=True), off) is Stage.INTERVIEW


def _stage(*talk: Message) -> Stage:
    assert DANA.endswith("<dana@northwind.example>")
    return read_stage(talk, (), ME, RECRUITS).stage
