"""Appointments as people of eleven countries set, move and call them off, and what does not."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tables import each
from talking import NOW, at, invited, standing

from mailer.reading.days import read_days
from mailer.reading.moments import read_mentions
from mailer.reading.spelt_times import in_digits

AGREED = ("Friday 20 November at 11:00, does that work?", "me: Works for me, thanks.")
TWO = "Could you come on Thursday 19 November at 15:00 or Friday 20 November at 11:00?"
OURS = "me: I could do Thursday 19 November at 15:00 or Friday 20 November at 11:00."

FIXED = (
    "Your technical discussion is slotted on 20th Nov (Friday) at 11:00 AM.",
    "Sexta-feira, 20 de novembro, às 11h, por Teams. Fica então marcado, mando o link no dia.",
    "Fechado então, dia 20 de novembro às 11h.",
    "All sorted: Friday 20 November, 11am on Teams with Oliver.",
    "Dann nehmen wir verbindlich Freitag, 20. November um 11 Uhr, Raum 4.12.",
    "Fica então marcada para sexta-feira, 20 de Novembro, às 11h00, nas nossas instalações.",
    "That's you booked in for Friday 20 November at 11.00.",
    "You're all set for Friday, November 20 at 11 am.",
    "I've put you in for Friday 20 November, 11am.",
    "Der Termin ist somit fix: Freitag, 20. November, 11 Uhr.",
    "Wir halten also Freitag, 20.11., 11 Uhr fest.",
    "Ich habe Sie für Freitag, 20. November, 11 Uhr eingeplant.",
    "Ich habe für Sie Freitag, den 20. November um 11 Uhr reserviert.",
    "C'est donc calé pour le vendredi 20 novembre à 11h.",
    "Rendez-vous est pris pour le vendredi 20 novembre à 11 h.",
    "Nous vous recevrons le vendredi 20 novembre à 11h00.",
    "Je vous ai inscrite pour vendredi 20 novembre à 11h.",
    "Le rendez-vous est arrêté au vendredi 20 novembre à 11h.",
    "La entrevista queda finalmente fijada para el viernes 20 de noviembre a las 11:00.",
    "Te he apuntado para el viernes 20 de noviembre a las 11.",
    "Le esperamos el viernes 20 de noviembre a las 11:00 en nuestras oficinas.",
    "Quedamos entonces el viernes 20 de noviembre a las 11:00.",
    "Ficou marcado para sexta, 20 de novembro, às 11h.",
    "Deixei agendado para sexta-feira, 20 de novembro, às 11h.",
    "Aguardamos por si na sexta-feira, 20 de novembro, às 11h00.",
    "Fica V. Exa. convocado(a) para a entrevista a realizar no dia 20 de novembro, às 11h00.",
    "Resta dunque fissato per venerdì 20 novembre alle 11.",
    "L'appuntamento è per venerdì 20 novembre alle ore 11.",
    "Ho segnato il colloquio per venerdì 20 novembre alle 11:00.",
    "La aspettiamo venerdì 20 novembre alle 11.",
    "Dan zetten we het op vrijdag 20 november om 11 uur.",
    "Ik heb je ingepland op vrijdag 20 november om 11.00 uur.",
    "De afspraak staat op vrijdag 20 november om 11 uur.",
    "We verwachten u vrijdag 20 november om 11.00 uur.",
    "Då säger vi fredag 20 november kl 11.",
    "Jag har bokat in dig fredag 20 november kl. 11.00.",
    "Då är det bestämt: fredag den 20 november klockan 11.",
    "Välkommen fredag 20 november kl 11.00.",
    "W takim razie umawiamy się na piątek 20 listopada o 11:00.",
    "Spotkanie odbędzie się w piątek 20 listopada o godz. 11:00.",
    "Zapisałam Panią na piątek 20 listopada, godz. 11:00.",
    "それでは11月20日(金)11時に確定とさせていただきます。",
    "11月20日(金)11:00よりお願いいたします。",
    "当日は11月20日(金)11時にお越しください。",
    "那就定11月20日(周五)11点。",
    "面试时间为11月20日周五11:00。",
    "已帮您约在11月20日11点。",
    "Your interview has been fixed for Friday 20 November at 11:00.",
    "Please report to reception at 11:00 on Friday 20 November.",
    "Then let's make it Friday 20 November at 11.",
    "So Friday 20 November at 11 it is.",
    "Come in on Friday 20 November at 11, ask for me at the desk.",
    "We have you down for 11am on Friday 20 November.",
    "Bitte kommen Sie am Freitag, 20. November um 11 Uhr in unser Büro.",
    "Wir erwarten Sie am Freitag, dem 20. November, um 11 Uhr.",
    "Es bleibt bei Freitag, 20. November, 11 Uhr.",
)  # fmt: skip
OFFERED = (
    "Would Friday 20 November at 11 be all right?",
    "I could offer Friday 20 November at 11.",
    "Ich schlage Freitag, 20. November um 11 Uhr vor.",
    "Je vous propose le vendredi 20 novembre à 11h.",
    "Le propongo el viernes 20 de noviembre a las 11:00.",
    "Proponho sexta-feira, 20 de Novembro, às 11h00.",
    "Vi proponiamo venerdì 20 novembre alle 11.",
    "Ik stel vrijdag 20 november om 11 uur voor.",
    "Jag föreslår fredag 20 november kl 11.",
    "Proponuję piątek 20 listopada o 11:00.",
    "11月20日(金)11時はいかがでしょうか。",
    "11月20日周五11点您方便吗?",
    "Our all-hands is on Friday 20 November at 11.",
    "If you're free, come on Friday 20 November at 11?",
    "Ich würde Sie gerne am Freitag, 20. November um 11 Uhr sehen. Passt das?",
    "Soll ich Sie für Freitag, 20. November, 11 Uhr einplanen?",
    "Shall I put you in for Friday 20 November, 11am?",
    "Ik kan je inplannen op vrijdag 20 november om 11 uur, past dat?",
    "Please join our webinar on Friday 20 November at 11.",
    "Please complete the test, it is set to close on Friday 20 November at 11:00.",
    "Bitte kommen Sie zum Tag der offenen Tür am Freitag, 20. November, 11 Uhr.",
    "Bitte schicken Sie die Unterlagen, ich habe mir Freitag, 20. November, 11 Uhr notiert.",
    "Merci de m'envoyer le test, c'est noté pour le vendredi 20 novembre à 11h.",
    "Kom gerust langs op onze open dag, vrijdag 20 november om 11 uur.",
    "Venga alla giornata porte aperte, venerdì 20 novembre alle 11.",
    "Välkommen till öppet hus fredag 20 november kl 11.",
    "11月20日(金)11時までにご提出をお願いいたします。",
    "请于11月20日周五11点之前提交测试。",
    "The office reopens on Friday 20 November at 11.",
    "Oliver is back on Friday 20 November at 11 and will be in touch.",
)  # fmt: skip
OFF = (
    "El CIO está en Perpiñán y me anulan lo del viernes.",
    "Il 20 ho i vigili del fuoco per il collaudo, non si può.",
    "On the 20 I have the auditors in, so no good.",
    "Det blir ingen intervju på fredag, Ann har influensa.",
    "sorry, Freitag wird leider nix: drei sind krank.",
    "The 20th is off, I'm afraid.",
    "Der 20. ist damit hinfällig, wir melden uns.",
    "Der Freitag hat sich erledigt, Herr Krause ist krank.",
    "Freitag klappt bei uns nun doch nicht.",
    "Le rendez-vous de vendredi tombe à l'eau, désolé.",
    "Vendredi n'est plus possible, je reviens vers vous.",
    "Lo del viernes se cae, te digo algo.",
    "El viernes ya no va a poder ser.",
    "O dia 20 fica sem efeito.",
    "A entrevista de sexta fica sem efeito.",
    "L'appuntamento di venerdì salta, le faccio sapere.",
    "Venerdì non se ne fa niente, scusami.",
    "Vrijdag komt te vervallen, ik laat je iets weten.",
    "Vrijdag gaat helaas niet lukken, we zoeken een ander moment.",
    "Fredagen utgår tyvärr, vi återkommer.",
    "Fredag blir det inget, återkommer.",
    "Piątkowe spotkanie jest nieaktualne, odezwę się.",
    "Piątek niestety odpada.",
    "20日の面接は見送らせてください。",
    "20日はキャンセルとさせてください。",
    "周五的面试取消了，之后再约。",
    "周五不行了，改天再约。",
    "Friday won't happen after all, Oliver is ill.",
    "Please scrap Friday, we need to find another slot.",
    "Can we hold off on Friday? The budget is on ice.",
    "Friday no longer works on our side.",
    "Oliver can't make Friday after all.",
    "Frau Keller ist am Freitag leider verhindert.",
    "Wir müssen den Termin leider streichen.",
    "Nous sommes contraints d'annuler vendredi.",
    "Tenemos que dejarlo para más adelante, lo siento.",
    "Dobbiamo rimandare a data da destinarsi.",
    "Vamos ter de adiar, aviso quando souber.",
)  # fmt: skip
NOT_OFF = (
    "Please avoid rescheduling Friday, the panel is difficult to get.",
    "See you on Friday. If you have to cancel, ring me.",
    "Oliver will be there on Friday too.",
    "Looking forward to Friday. Please cancel any hotel through us.",
    "The Thursday slot is off, so Friday it stays.",
    "Wenn Freitag nicht klappt, sagen Sie Bescheid.",
    "Bitte bringen Sie am Freitag Ihre Zeugnisse mit.",
    "Donnerstag ist hinfällig, es bleibt beim Freitag.",
    "Der Parkplatz ist am Freitag leider nicht verfügbar.",
    "Pensez à votre pièce d'identité vendredi.",
    "En caso de no poder venir el viernes, avísenos.",
    "Vrijdag is de lift helaas buiten gebruik, neem de trap.",
    "Na sexta a entrada é pela rua de trás.",
    "Venerdì c'è lo sciopero dei treni, attenzione.",
    "Our canteen is closed on Friday, so bring a sandwich.",
)  # fmt: skip
INSTEAD = (
    "Oliver is in Leeds on Friday; he would like to see you instead on Tuesday 24 November at 14:00. Kindly confirm.",
    "Statt Freitag nun bitte Dienstag, 24. November um 14 Uhr. Geht das?",
    "Au lieu de vendredi, serait-il possible mardi 24 novembre à 14h ?",
    "En lugar del viernes, ¿podría ser el martes 24 de noviembre a las 14:00?",
    "Em vez de sexta, pode ser terça, 24 de novembro, às 14h?",
    "Invece di venerdì, andrebbe bene martedì 24 novembre alle 14?",
    "In plaats van vrijdag, kan dinsdag 24 november om 14 uur?",
    "Istället för fredag, kan vi ta tisdag 24 november kl 14?",
    "Zamiast piątku, czy może być wtorek 24 listopada o 14:00?",
    "20日の代わりに11月24日(火)14時はいかがでしょうか。",
    "周五改到11月24日周二14点可以吗?",
    "Could we make it Tuesday 24 November at 14:00 rather than Friday?",
    "Können wir von Freitag auf Dienstag, 24. November, 14 Uhr wechseln?",
)  # fmt: skip
SECOND = (
    "me: Yes, the second one.",
    "me: Option 2 please.",
    "me: The latter suits me.",
    "me: The second slot would be great.",
    "me: Second option works.",
    "me: Lieber der zweite Termin.",
    "me: Der zweite passt.",
    "me: Option 2 nehme ich gern.",
    "me: Letzterer passt gut.",
    "me: Le deuxième créneau me convient.",
    "me: Je préfère le second.",
    "me: La segunda opción, por favor.",
    "me: Me va mejor la segunda.",
    "me: A segunda opção, por favor.",
    "me: Prefiro a segunda hipótese.",
    "me: La seconda va benissimo.",
    "me: Preferirei il secondo.",
    "me: De tweede graag.",
    "me: Optie 2 is prima.",
    "me: Det andra alternativet passar.",
    "me: Gärna den andra tiden.",
    "me: Wybieram drugi termin.",
    "me: Druga opcja pasuje.",
    "me: 第二候補でお願いいたします。",
    "me: 2つ目の日程でお願いします。",
    "me: ②でお願いします。",
    "me: 第二个时间可以。",
    "me: 选第二个。",
    "me: b) please",
    "me: The later one please.",
    "me: Friday is better for me.",
    "me: Freitag wäre mir lieber.",
)  # fmt: skip
FIRST = (
    "me: The first one, please.",
    "me: Option 1.",
    "me: Der erste passt.",
    "me: Ersterer bitte.",
    "me: Le premier me va.",
    "me: La primera.",
    "me: A primeira.",
    "me: La prima va bene.",
    "me: De eerste.",
    "me: Den första.",
    "me: Pierwszy termin pasuje.",
    "me: 第一希望でお願いします。",
    "me: 第一个可以。",
    "me: The former please.",
    "me: The earlier of the two.",
)  # fmt: skip
NEITHER = (
    "me: Neither the first nor the second works, sorry.",
    "me: Both work for me.",
    "me: Beide passen.",
    "me: Les deux me vont.",
    "me: Ambas me van bien.",
    "me: Entrambe vanno bene.",
    "me: Beide zijn goed.",
    "me: Båda funkar.",
    "me: Oba pasują.",
    "me: どちらでも大丈夫です。",
    "me: 两个都可以。",
    "me: Is it the second interview already?",
    "me: Thanks for the first interview, it was fun. I'll check and come back.",
    "me: One second, let me check.",
    "me: My second child is due that week, I'll see.",
    "me: Der zweite Termin geht leider nicht.",
    "me: Le premier ne me convient pas.",
)  # fmt: skip
AGREEING = (
    "me: Det dur! Boller er et stærkt argument.",
    "me: Nerd heaven. I'll bring my own cup.",
    "me: Mille grazie, porto la giacca.",
    "me: Count me in.",
    "me: Tiden passar.",
    "me: Tiden funkar fint.",
    "me: I'll be there.",
    "me: That's perfect, thank you!",
    "me: Absolutely.",
    "me: Will do.",
    "me: You bet!",
    "me: Roger that.",
    "me: Ja, sehr gern.",
    "me: Ist notiert!",
    "me: Geht in Ordnung.",
    "me: Alles klar, bis dahin.",
    "me: Das passt wunderbar.",
    "me: Ja, das richte ich ein.",
    "me: Wird gemacht.",
    "me: Ça me va.",
    "me: Pas de souci.",
    "me: Nickel !",
    "me: Impeccable, merci.",
    "me: Bien sûr, à vendredi.",
    "me: C'est bon pour moi.",
    "me: Estupendo, gracias.",
    "me: Sin problema.",
    "me: Fenomenal.",
    "me: Cuenta conmigo.",
    "me: Por supuesto.",
    "me: Allí nos vemos.",
    "me: Tudo certo.",
    "me: Fechado!",
    "me: Por mim tudo bem.",
    "me: Sem problema.",
    "me: Com certeza.",
    "me: Benissimo, grazie.",
    "me: Nessun problema.",
    "me: Ok per me.",
    "me: Certo, a venerdì.",
    "me: Is goed!",
    "me: Doen we.",
    "me: Helemaal goed.",
    "me: Tot vrijdag!",
    "me: Funkar fint!",
    "me: Det går bra.",
    "me: Absolut, vi ses då.",
    "me: Jadå!",
    "me: Odpowiada mi ten termin.",
    "me: Oczywiście.",
    "me: Jasne, będę.",
    "me: Zgoda.",
    "me: Świetnie, do zobaczenia.",
    "me: 了解しました。",
    "me: かしこまりました。",
    "me: その日程で結構です。",
    "me: 没有问题。",
    "me: 好，到时候见。",
    "me: 收到，谢谢！",
    "me: 可以的。",
)  # fmt: skip
LOOKING_FIRST = (
    "me: Great to hear from you, let me check my diary and come back.",
    "me: Thanks, I'll check and let you know.",
    "me: Ok, let me look at my calendar first.",
    "me: Great, I'll confirm by tomorrow.",
    "me: Sure, can I get back to you?",
    "me: Danke, ich prüfe das gern und melde mich.",
    "me: Gerne, ich muss nur noch klären, ob ich frei bekomme.",
    "me: Super, ich schaue nach und sage Bescheid.",
    "me: Merci, je vérifie et je vous confirme demain.",
    "me: Avec plaisir, je regarde mon agenda et reviens vers vous.",
    "me: Genial, lo miro y te confirmo.",
    "me: Perfecto, déjame que lo consulte y te digo.",
    "me: Ótimo, vou verificar e confirmo amanhã.",
    "me: Volentieri, controllo e le faccio sapere.",
    "me: Prima, ik kijk even en laat het weten.",
    "me: Kul! Jag kollar och återkommer.",
    "me: Super, sprawdzę i dam znać.",
    "me: ありがとうございます。確認して折り返しご連絡いたします。",
    "me: 好的，我看一下再回复您。",
    "me: I'd be happy to talk, but I have to check with my boss first.",
)  # fmt: skip
LATER = (
    "Could we start an hour later? Sorry!",
    "Sorry, could we push Friday back by an hour?",
    "Could we move it back an hour?",
    "Können wir eine Stunde später anfangen?",
    "Geht es am Freitag auch eine Stunde später?",
    "Pouvons-nous commencer une heure plus tard ?",
    "¿Podemos empezar una hora más tarde?",
    "Podemos começar uma hora mais tarde?",
    "Possiamo iniziare un'ora dopo?",
    "Kunnen we een uur later beginnen?",
    "Kan vi börja en timme senare?",
    "Czy możemy zacząć godzinę później?",
    "1時間後ろにずらせますでしょうか。",
    "可以晚一个小时吗？",
    "能推迟一小时吗？",
)  # fmt: skip
EARLIER = (
    "We need to start half an hour earlier on Friday. See you then.",
    "Wir müssen Freitag eine halbe Stunde früher anfangen.",
    "Nous commencerons vendredi une demi-heure plus tôt.",
    "El viernes empezamos media hora antes.",
    "Vrijdag beginnen we een half uur eerder.",
    "Venerdì iniziamo mezz'ora prima.",
    "Sexta começamos meia hora mais cedo.",
)  # fmt: skip
NO_SHIFT = (
    "Please arrive fifteen minutes earlier to sign in.",
    "Bitte kommen Sie zehn Minuten früher wegen der Anmeldung.",
    "It will take an hour, maybe half an hour longer.",
    "Merci d'arriver dix minutes plus tôt.",
    "Oliver joined two years earlier than me.",
    "Come ten minutes before, the desk is slow.",
    "We may run half an hour later than planned on the day.",
)  # fmt: skip
MOVED = (
    "We had to move you to Tuesday 24 November at 14:00.",
    "Neuer Termin: Dienstag, 24. November, 14 Uhr.",
    "Der neue Termin ist Dienstag, der 24. November um 14:00 Uhr.",
    "L'entretien est reporté au mardi 24 novembre à 14h.",
    "L'entretien est avancé au mardi 24 novembre à 14h.",
    "La entrevista se traslada al martes 24 de noviembre a las 14:00.",
    "La entrevista pasa al martes 24 de noviembre a las 14:00.",
    "A entrevista passa para terça, 24 de novembro, às 14h.",
    "Il colloquio è spostato a martedì 24 novembre alle 14.",
    "Het gesprek is verplaatst naar dinsdag 24 november om 14 uur.",
    "Intervjun flyttas till tisdag 24 november kl 14.",
    "Spotkanie zostało przełożone na wtorek 24 listopada o 14:00.",
    "面接は11月24日(火)14時に変更となりました。",
    "面试改到11月24日周二14点。",
    "New time: Tuesday 24 November, 14:00. Sorry about that.",
    "Change of plan: Tuesday 24 November at 14:00, same place.",
    "Terminänderung: Dienstag, 24.11., 14:00 Uhr, gleicher Ort.",
    "Changement : mardi 24 novembre à 14h, même lieu.",
    "Cambio de fecha: martes 24 de noviembre, 14:00, mismo sitio.",
    "Cambio data: martedì 24 novembre, ore 14, stesso posto.",
    "Nieuwe datum: dinsdag 24 november, 14.00 uur.",
    "Ny tid: tisdag 24 november kl 14.",
    "Nowy termin: wtorek 24 listopada, godz. 14:00.",
    "Your interview has been brought forward to Tuesday 24 November at 14:00.",
    "It's Tuesday 24 November at 14:00 now, not Friday.",
)  # fmt: skip
DECLINED_ONE = (
    "me: Thursday doesn't work for me, but Friday is perfect.",
    "me: I can't do Thursday, sorry. Friday at 11 is great.",
    "me: Donnerstag geht leider nicht, Freitag passt.",
    "me: Am Donnerstag bin ich verhindert, am Freitag gerne.",
    "me: Jeudi je ne peux pas, vendredi c'est parfait.",
    "me: Jeudi impossible, vendredi me convient.",
    "me: El jueves no puedo, el viernes sí.",
    "me: El jueves me viene mal, pero el viernes perfecto.",
    "me: Quinta não posso, mas sexta pode ser.",
    "me: Giovedì non posso, venerdì va bene.",
    "me: Donderdag lukt niet, vrijdag wel.",
    "me: Torsdag går inte, men fredag passar bra.",
    "me: W czwartek nie mogę, ale piątek pasuje.",
    "me: 木曜は難しいですが、金曜は大丈夫です。",
    "me: 19日は都合が悪いため、20日でお願いいたします。",
    "me: 周四不行，周五可以。",
    "me: 周四没空，周五上午11点没问题。",
    "me: Friday suits me better than Thursday.",
    "me: Friday rather than Thursday, please.",
    "me: Lieber Freitag als Donnerstag.",
    "me: I prefer Friday over Thursday.",
    "me: Not Thursday please, Friday is good.",
    "me: Freitag statt Donnerstag bitte.",
    "me: Plutôt vendredi que jeudi.",
)  # fmt: skip
DECLINED_BOTH = (
    "me: Thursday doesn't work and Friday is difficult too.",
    "me: Friday is not possible, Thursday I don't know yet.",
    "me: Donnerstag geht leider nicht, Freitag muss ich prüfen.",
    "me: Thursday and Friday are both fine.",
    "me: Jeudi je ne peux pas, vendredi non plus.",
    "me: Ni jueves ni viernes, lo siento.",
    "me: Non posso né giovedì né venerdì.",
    "me: 木曜も金曜も難しいです。",
    "me: 周四周五都不行。",
    "me: Friday could work, let me check with my boss.",
    "me: Freitag könnte klappen, ich prüfe das und melde mich.",
)  # fmt: skip
PICKED = (
    "Friday it is!",
    "Let's do the second.",
    "Freitag passt uns gut.",
    "Dann nehmen wir den Freitag.",
    "Va pour vendredi.",
    "Alors vendredi !",
    "Mejor el viernes.",
    "El viernes, perfecto.",
    "Sexta então.",
    "Facciamo venerdì.",
    "Dan vrijdag.",
    "Vi tar fredag.",
    "Wybieramy piątek.",
    "それでは20日でお願いいたします。",
    "那就周五吧。",
    "11 on Friday works for Oliver.",
    "The Friday slot is best for us.",
    "第二候補の20日で確定いたします。",
    "I've gone with Friday.",
    "The later one suits Oliver.",
)  # fmt: skip
NOT_PICKED = (
    "Thanks, I'll ask Oliver and come back to you.",
    "Danke, ich kläre das mit Herrn Krause.",
    "Neither works, sorry. Any time the week after?",
    "Merci, je vois avec M. Roux.",
    "Gracias, lo consulto y le digo.",
)  # fmt: skip
ABOUT_IT = (
    "Looking forward to Friday!",
    "Reminder: your interview is on Friday 20 November at 11:00.",
    "Am Freitag erwartet Sie Frau Keller am Empfang.",
    "Your interview tomorrow week will be with Jane.",
    "The address is 12 Quay Row, ring the bell at 10:55 on Friday.",
    "Le code de la porte est 4512, à vendredi.",
    "Please confirm your train by Wednesday 18 November, 17:00.",
    "Please send me your CV by Wednesday 18 November at 12:00.",
    "Bitte senden Sie die Unterlagen bis Mittwoch, 18. November, 12 Uhr.",
    "Our webinar is on Wednesday 18 November at 17:00, feel free to join.",
    "The interview lasts from 11:00 to 12:30.",
    "On Friday 20 November at 11:00 Jane meets you, at 12:00 there is lunch.",
)  # fmt: skip
OLD_FORMS = (
    "This is to confirm your interview: 20 Nov 2026, 11:00 hrs.",
    "Interview date: 20-Nov-2026, time: 1100 hrs, please report to Gate 3.",
    "Hiermit bestaetige ich Ihnen den Termin am Fr. 20.11.2026, 11:00 Uhr, Geb. B.",
    "Sie sind fuer Freitag, den 20. November 2026, 11.00 Uhr vorgemerkt.",
    "Nous vous confirmons le RV du vendredi 20 novembre 2026 a 11h00.",
    "Le confirmo la cita: viernes 20/11/2026, 11:00 hs.",
    "Fica confirmado: 6a feira, 20/11/2026, 11:00.",
    "Le confermo l'appuntamento per il giorno 20 novembre p.v. alle ore 11,00.",
    "Hierbij bevestig ik de afspraak op vr. 20-11-2026, 11.00 uur.",
    "Härmed bekräftas tiden fre 20/11 kl 11.00.",
    "Potwierdzam termin: 20.11.2026 (piątek), godz. 11.00.",
    "日時:2026年11月20日(金)11:00~",
    "时间：2026年11月20日（星期五）11:00",
    "Your appt is on Fri. 11/20/2026 at 11:00 a.m.",
    "Interview: Friday 20th Nov @ 11am sharp, as agreed on the phone.",
    "You are booked for 11.00am Friday 20th November in Room 4.12.",
    "Termin: Freitag, 20.11., 11:00 Uhr s.t., Raum 3.07, wie besprochen.",
    "Fr, 20.11. 11h c.t.? Nein: 11 Uhr, wie vereinbart.",
    "Wir sehen uns am Freitag um 11.",
    "Alors à vendredi 11h, comme convenu.",
    "Entonces el viernes a las 11, como quedamos.",
    "Allora ci vediamo venerdì alle 11.",
)  # fmt: skip
ZONES = (
    "See you Friday 20 November at 10:00 GMT.",
    "We'll speak on Friday 20 November at 10am UK time.",
    "We'll call you on Friday 20 November at 5am EST.",
    "We'll call you on Friday 20 November, 11:00 CET / 10:00 GMT.",
    "We'll call you on Friday 20 November at 10:00 (11:00 your time).",
    "We'll call you on Friday 20 November, 5:00 AM Eastern / 11:00 AM Berlin.",
    "Wir rufen Sie am Freitag, 20. November um 10 Uhr Londoner Zeit an, wie besprochen.",
    "Nous vous appellerons vendredi 20 novembre à 10h (heure de Londres).",
    "Le llamaremos el viernes 20 de noviembre a las 10:00 (hora de Lisboa).",
    "Fica marcado para sexta, 20 de novembro, às 10h00 (hora de Portugal).",
    "Fica marcado para sexta, 20 de novembro, às 7h (horário de Brasília).",
    "La chiamiamo venerdì 20 novembre alle 10 (ora di Londra).",
    "We bellen je vrijdag 20 november om 10 uur Engelse tijd.",
    "Vi hörs fredag 20 november kl 11 svensk tid.",
    "それでは11月20日(金)19時(日本時間)に確定いたします。",
    "定在11月20日18点（北京时间）。",
    "We'll call you on Friday 20 November at 10:00 UTC.",
    "We'll call you Friday 20 November at 2am PT.",
    "You're booked for Friday 20 November, 10:00 Irish time.",
    "You're booked for Friday 20 November, 12:00 EET.",
    "You're booked for Friday 20 November, 11:00 UTC+1.",
    "You're booked for Friday 20 November, 10:00 GMT+0.",
    "You're booked for Friday 20 November, 10:00 London / 11:00 Berlin.",
    "You're booked for Friday 20 November at 11:00 your time, 10:00 ours.",
    "You're booked for Friday 20 November at 10:00 our time (UK), so 11:00 for you.",
)  # fmt: skip
CALENDAR_REPLACED = (
    "Dr. Pillai has been called to the Leeds plant on the 20th. He would like to see you instead on Monday, November 23 at 11:00. Please disregard the calendar entry.",
    "Wegen einer Sitzung am 20. bittet Herr Krause Sie stattdessen am Montag, 23. November, um 11 Uhr. Passt das?",
    "Monsieur Roux est pris le 20, il vous propose plutôt le lundi 23 novembre à 11h au lieu du vendredi 20.",
    "El día 20 no puede ser; ¿le va bien el lunes 23 de noviembre a las 11:00 en su lugar?",
    "Al posto di venerdì 20, le andrebbe bene lunedì 23 novembre alle 11?",
    "In plaats van vrijdag 20 november: kan maandag 23 november om 11 uur?",
    "Istället för fredagen den 20: skulle måndag 23 november kl 11 passa?",
    "20日の代わりに11月23日(月)11時でいかがでしょうか。",
    "20号的面试改到11月23日周一11点可以吗?",
    "Friday the 20th has become difficult. Would Monday 23 November at 11:00 do instead?",
)  # fmt: skip
CALENDAR_OFF = (
    "Friday's interview is off, I'm afraid. I'll be in touch.",
    "Der Termin am Freitag hat sich leider erledigt, Herr Krause ist krank.",
    "Das Gespräch am 20. ist hinfällig, wir melden uns.",
    "L'entretien de vendredi tombe à l'eau, je reviens vers vous.",
    "La entrevista del viernes queda sin efecto.",
    "A entrevista de sexta-feira fica sem efeito.",
    "Il colloquio di venerdì salta, le faccio sapere.",
    "Het gesprek van vrijdag komt te vervallen.",
    "Intervjun på fredag utgår tyvärr.",
    "Piątkowa rozmowa jest nieaktualna, odezwę się.",
    "20日の面接はキャンセルとさせてください。",
    "周五的面试取消了，之后再约。",
    "me: I have to cancel Friday's interview, I'm ill.",
    "me: Leider muss ich das Gespräch am Freitag absagen.",
    "me: Je suis malade et dois annuler l'entretien de vendredi.",
    "me: No puedo ir a la entrevista del viernes, lo siento.",
)  # fmt: skip
CALENDAR_STANDS = (
    "See you Friday! The lift is off, take the stairs.",
    "Oliver can't make Friday, so Jane will step in for him.",
    "Herr Krause ist am Freitag verhindert, Frau Keller übernimmt das Gespräch.",
    "M. Roux ne pourra pas être là vendredi, Mme Petit le remplace.",
    "El viernes no podrá ser con Juan, lo sustituye Ana.",
    "Venerdì il dott. Rossi non può, lo sostituisce la collega.",
    "Vrijdag kan Jan niet, Els vervangt hem.",
    "If Friday no longer works, tell me.",
    "The old invitation is void, only the new one counts.",
    "Bring your ID on Friday. Parking is not possible on site.",
    "Friday at 10 instead of the usual Thursday round, see you then.",
    "Our office party on Thursday is off.",
    "Please use the side door instead of the main one on Friday.",
    "Ich freue mich auf Freitag, der Parkplatz ist gestrichen.",
    "me: Thanks, see you on Friday at 10!",
    "me: Could I bring a laptop on Friday instead of paper?",
    "Es geht am Freitag nicht um Technik, sondern um Sie.",
    "The second interviewer on Friday will be Jane instead of Tom.",
    "The call on Monday 23 November at 11:00 with the agency is instead of our usual catch-up.",
)  # fmt: skip
DAYS = (
    ("Thursday week at 3pm", (26, 15)),
    ("a week on Thursday at 3pm", (26, 15)),
    ("Thursday of next week at 3pm", (26, 15)),
    ("this coming Thursday at 3pm", (19, 15)),
    ("Thursday fortnight at 3pm", (3, 15)),
    ("two weeks on Thursday at 3pm", (3, 15)),
    ("today week at 3pm", (23, 15)),
    ("tomorrow week at 3pm", (24, 15)),
    ("in a week's time, on Monday at 3pm", (23, 15)),
    ("Donnerstag in einer Woche um 15 Uhr", (26, 15)),
    ("Donnerstag in 14 Tagen um 15 Uhr", (3, 15)),
    ("übernächsten Donnerstag um 15 Uhr", (26, 15)),
    ("am Donnerstag übernächster Woche um 15 Uhr", (3, 15)),
    ("übernächste Woche Donnerstag um 15 Uhr", (3, 15)),
    ("heute in einer Woche um 15 Uhr", (23, 15)),
    ("morgen in einer Woche um 15 Uhr", (24, 15)),
    ("diesen Donnerstag um 15 Uhr", (19, 15)),
    ("kommenden Donnerstag um 15 Uhr", (19, 15)),
    ("Donnerstag in acht Tagen um 15 Uhr", (26, 15)),
    ("Donnerstag in zwei Wochen, 15 Uhr", (3, 15)),
    ("jeudi en huit à 15h", (26, 15)),
    ("jeudi en quinze à 15h", (3, 15)),
    ("jeudi prochain à 15h", (19, 15)),
    ("jeudi de la semaine prochaine à 15h", (26, 15)),
    ("dans deux semaines, jeudi à 15h", (3, 15)),
    ("demain en huit à 15h", (24, 15)),
    ("jeudi dans quinze jours à 15h", (3, 15)),
    ("jeudi d'après à 15h", None),
    ("el jueves de la semana que viene a las 15:00", (26, 15)),
    ("el jueves que viene a las 15:00", (19, 15)),
    ("el próximo jueves a las 15:00", (19, 15)),
    ("el jueves de dentro de dos semanas a las 15:00", (3, 15)),
    ("el jueves de la otra semana a las 15:00", None),
    ("este jueves a las 15:00", (19, 15)),
    ("quinta que vem às 15h", (19, 15)),
    ("quinta-feira da próxima semana às 15h", (26, 15)),
    ("quinta da semana que vem às 15h", (26, 15)),
    ("daqui a duas semanas, quinta-feira, às 15h", (3, 15)),
    ("esta quinta às 15h", (19, 15)),
    ("giovedì prossimo alle 15", (19, 15)),
    ("giovedì della prossima settimana alle 15", (26, 15)),
    ("giovedì fra due settimane alle 15", (3, 15)),
    ("giovedì tra quindici giorni alle 15", (3, 15)),
    ("questo giovedì alle 15", (19, 15)),
    ("donderdag over een week om 15 uur", (26, 15)),
    ("donderdag over twee weken om 15 uur", (3, 15)),
    ("aanstaande donderdag om 15 uur", (19, 15)),
    ("volgende week donderdag om 15 uur", (26, 15)),
    ("donderdag over veertien dagen om 15 uur", (3, 15)),
    ("morgen over een week om 15 uur", (24, 15)),
    ("på torsdag kl 15", (19, 15)),
    ("torsdag nästa vecka kl 15", (26, 15)),
    ("torsdag om två veckor kl 15", (3, 15)),
    ("torsdag om 14 dagar kl 15", (3, 15)),
    ("nu på torsdag kl 15", (19, 15)),
    ("w najbliższy czwartek o 15:00", (19, 15)),
    ("w czwartek za tydzień o 15:00", (26, 15)),
    ("w czwartek za dwa tygodnie o 15:00", (3, 15)),
    ("za dwa tygodnie w czwartek o 15:00", (3, 15)),
    ("w czwartek w przyszłym tygodniu o 15:00", (26, 15)),
    ("来週の木曜日15時", (26, 15)),
    ("再来週の木曜日15時", (3, 15)),
    ("今週の木曜15時", (19, 15)),
    ("明後日15時", (18, 15)),
    ("翌週木曜15時", (26, 15)),
    ("下周四15点", (26, 15)),
    ("下下周四15点", (3, 15)),
    ("本周四下午3点", (19, 15)),
    ("这周四下午三点", (19, 15)),
    ("后天下午3点", (18, 15)),
    ("大后天下午3点", (19, 15)),
    ("tomorrow at 15:00", (17, 15)),
    ("27 listopada o godz. 11:00", (27, 11)),
    ("w dniu 27 listopada 2026 r. (piątek) o godz. 11:00", (27, 11)),
    ("den 27:e november kl 11.00", (27, 11)),
    ("the day after tomorrow at 15:00", (18, 15)),
    ("in two days' time at 15:00", None),
    ("in three days at 15:00", None),
)  # fmt: skip


@each("said", FIXED)
def test_an_office_fixes_a_time(said: str) -> None:
    assert standing(said) == [at(20, 11)]


@each("said", OFFERED)
def test_what_is_offered_fixes_no_time(said: str) -> None:
    assert standing(said) == []


@each("said", OFF)
def test_what_is_said_to_be_off_stands_no_more(said: str) -> None:
    assert standing(*AGREED, said) == []


@each("said", NOT_OFF)
def test_words_of_other_things_call_nothing_off(said: str) -> None:
    assert standing(*AGREED, said) == [at(20, 11)]


@each("said", INSTEAD)
def test_one_time_takes_the_place_of_another(said: str) -> None:
    assert standing(*AGREED, said, "me: Fine by me, see you then.") == [at(24, 14)]


@each("said", SECOND)
def test_the_second_of_two_may_be_picked_by_its_place(said: str) -> None:
    assert standing(TWO, said) == [at(20, 11)]


@each("said", FIRST)
def test_the_first_of_two_may_be_picked_by_its_place(said: str) -> None:
    assert standing(TWO, said) == [at(19, 15)]


@each("said", NEITHER)
def test_a_number_of_something_else_or_of_both_picks_none(said: str) -> None:
    assert standing(TWO, said) == []


@each("said", AGREEING)
def test_short_words_agree(said: str) -> None:
    assert standing(AGREED[0], said) == [at(20, 11)]


@each("said", LOOKING_FIRST)
def test_who_has_to_look_first_has_not_agreed(said: str) -> None:
    assert standing(AGREED[0], said) == []


@each("said", LATER)
def test_an_hour_later_is_a_time(said: str) -> None:
    assert standing(*AGREED, said, "me: Sure, no problem.") == [at(20, 12)]


@each("said", EARLIER)
def test_half_an_hour_earlier_may_be_a_fact(said: str) -> None:
    assert standing(*AGREED, said) == [at(20, 10, 30)]


@each("said", NO_SHIFT)
def test_who_is_to_arrive_earlier_is_not_met_earlier(said: str) -> None:
    assert standing(*AGREED, said) == [at(20, 11)]


@each("said", MOVED)
def test_a_move_may_be_said_as_a_fact(said: str) -> None:
    assert standing(*AGREED, said) == [at(24, 14)]


@each("said", DECLINED_ONE)
def test_one_day_is_turned_down_and_the_other_taken(said: str) -> None:
    assert standing(TWO, said) == [at(20, 11)]


@each("said", DECLINED_BOTH)
def test_two_days_turned_down_or_taken_settle_none(said: str) -> None:
    assert standing(TWO, said) == []


@each("said", PICKED)
def test_they_pick_one_of_the_users_times(said: str) -> None:
    assert standing("When are you free?", OURS, said) == [at(20, 11)]


@each("said", NOT_PICKED)
def test_they_pick_none_while_they_ask(said: str) -> None:
    assert standing("When are you free?", OURS, said) == []


@each("said", ABOUT_IT)
def test_what_is_told_about_an_appointment_changes_nothing(said: str) -> None:
    assert standing(*AGREED, said) == [at(20, 11)]


@each("said", OLD_FORMS)
def test_times_are_fixed_in_the_forms_of_offices_and_of_old_mail(said: str) -> None:
    assert standing(said) == [at(20, 11)]


@each("said", ZONES)
def test_a_zone_is_named_in_many_ways(said: str) -> None:
    assert standing(said) == [at(20, 11)]


@each("said", CALENDAR_REPLACED)
def test_words_put_another_time_in_the_place_of_a_calendars(said: str) -> None:
    assert invited(said, "me: Confirmed, thank you.") == [at(23, 11)]


@each("said", CALENDAR_OFF)
def test_words_call_off_what_a_calendar_said(said: str) -> None:
    assert invited(said) == []


@each("said", CALENDAR_STANDS)
def test_words_of_other_things_leave_a_calendars_time_alone(said: str) -> None:
    assert invited(said) == [at(20, 10)]


@each(("said", "expected"), DAYS)
def test_a_week_on_a_fortnight_on_and_the_week_after_next(
    said: str, expected: tuple[int, int] | None
) -> None:
    """Read on Monday the 16th; a day that may be one of two is none."""
    whole = [m for m in read_mentions(said, NOW) if m.day is not None and m.clock is not None]

    assert [(m.day.day.day, m.clock.clock.hour) for m in whole if m.day and m.clock] == (
        [expected] if expected else []
    )


def test_a_room_that_looks_like_a_date_is_none() -> None:
    named = read_mentions("Dienstag, 24. November, 11 Uhr, Raum 4.12.", datetime(2026, 11, 16, 9))

    assert len(named) == 1


@each(
    ("said", "hour"),
    [
        (("We see candidates on Friday 20 November in the Garden Room. I have you down for 2pm; you should be away by 3.15.", "me: Confirmed with pleasure, 2pm on the 20th."), (14, 0)),
        (("La aspettiamo venerdì 20 novembre. Il colloquio è alle 10:30 e il resto è visita libera.", "me: Confermo, venerdì 20 novembre alle 10:30."), (10, 30)),
        (("Interviews fall on Friday 20 November. I can offer 9.30, 10.40 or 2.15. Which would you prefer?", "me: The middle one please."), (10, 40)),
        ((*AGREED, "Could we say 1.30 pm instead of 11, same day?", "me: Yes, that is fine."), (13, 30)),
        ((*AGREED, "Können wir am selben Tag um 15 Uhr sprechen?", "me: Ja, das passt."), (15, 0)),
    ],
)  # fmt: skip
def test_a_day_and_its_hour_may_stand_in_two_sentences(
    said: tuple[str, ...], hour: tuple[int, int]
) -> None:
    assert standing(*said) == [at(20, *hour)]


@each(
    ("said", "stands"),
    [
        ("11am, goods entrance, I'll come down for you.", True),
        ("11am or 3pm, what do you prefer?", False),
        ("11am is what the others take. Is Tuesday possible?", False),
    ],
)
def test_a_time_is_added_to_the_day_that_was_taken(said: str, stands: bool) -> None:
    told = standing("Could you do Friday?", "me: Friday 20 November works. What time?", said)
    assert told == ([at(20, 11)] if stands else [])


@each(
    ("said", "days"),
    [
        ("Agendei você para 09/11, às 14h.", [date(2026, 11, 9)]),
        ("Le comité se réunit chaque lundi. On se voit le 05/11 à 14h ?", [date(2026, 11, 5)]),
        ("O comitê se reúne toda segunda.", []),
        ("You are down for 09/11.", []),
    ],
)
def test_a_date_is_read_where_its_order_and_its_week_are_certain(
    said: str, days: list[date]
) -> None:
    assert [d.day for d in read_days(said, datetime(2026, 10, 2, tzinfo=UTC))] == days


@each(
    ("proposed", "answered"),
    [
        ("Depot, Friday 20 November, half 5.", "me: Friday 20th, 5.30pm at the depot."),
        ("Friday 20 November, half past five?", "me: Yes, gladly."),
    ],
)
def test_half_an_hour_past_is_said_shortly_in_english(proposed: str, answered: str) -> None:
    assert standing(proposed, answered) == [at(20, 17, 30)]


def test_a_dutch_half_is_before_the_hour() -> None:
    assert in_digits("vrijdag half 5") == "vrijdag half 5"
    assert in_digits("the depot, Friday half 5") == "the depot, Friday 5:30"


@each(
    "said",
    [
        "I can drop by Friday 20 November at 11:00, if that suits?",
        "Friday November 20, from 11?",
        "El viernes 20 de noviembre a las 12:00 de Madrid (11:00 tuyas), ¿te va?",
    ],
)
def test_what_only_looks_like_a_deadline_or_another_hour_is_a_time(said: str) -> None:
    assert standing(said, "me: Works for me, thanks.") == [at(20, 11)]


def test_even_better_agrees_to_another_day() -> None:
    said = (
        "Not the 20th then: come Saturday 21 November, same hour.",
        "me: Saturday at 11, even better.",
    )

    assert standing(*AGREED, *said) == [at(21, 11)]


@each(
    "said",
    [
        "me: On the 19th I have the early shift. Would another week be possible?",
        "me: Am 19.11. habe ich Frühdienst. Ginge auch eine andere Woche, gern nachmittags?",
        "me: Le 19 je suis de garde. Une autre date serait-elle envisageable ?",
        "me: El 19 tengo guardia. ¿Podría ser otro día?",
        "me: No dia 19 estou de serviço. Seria possível outra data?",
        "me: Il 19 sono di turno. Andrebbe bene un altro giorno?",
        "me: Op 19 november heb ik dienst. Kan het een andere dag?",
        "me: Den 19 november jobbar jag. Går en annan dag?",
        "me: 19 listopada mam dyżur. Czy możliwy byłby inny termin?",
        "me: 11月19日我值班，能换个时间吗？",
        "me: 19日は早番です。別の日は可能でしょうか。",
    ],
)
def test_who_asks_for_another_day_has_not_agreed_to_the_one_they_name(said: str) -> None:
    assert standing("Could you come on Thursday 19 November at 15:00?", said) == []
