"""Words by which mail that no header field marks gives itself away as a machine's (G69); pure.

A person may write that they were away, or will be; an absence note opens with being away now,
says until when or whom to ask instead, and greets nobody by name. Ten languages.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.model import Me, Message
from mailer.reading.alternatives import grouped
from mailer.reading.quotes import split_quote
from mailer.reading.senders import is_hiring_role, is_hiring_system, is_organisation

_OPENING, _WHOLE = 600, 1500
"""Characters that are looked at: absence notes are short."""


def _words(*patterns: str) -> re.Pattern[str]:
    """Compile for text in lower case, which is found in half the time."""
    return re.compile(grouped("|".join(patterns)))


_SENTENCE = re.compile(r"(?:[^.!?。！？\n:]|(?<=\d)[.:](?=\s?[\d\w])|[.:](?=\w))+")
_FILLER = _words(
    r"^\W*(?:hello|hi|hey|dear|good (?:morning|day|afternoon)|guten (?:tag|morgen)|hallo|liebe|sehr geehrte|"
    r"bonjour|madame|monsieur|chère?s?|buen[oa]s|hola|estimad|bom dia|boa tarde|olá|prezad|car[oai]s?\b|"
    r"buongiorno|salve|gentil|ciao|goede(?:n|)dag|goedemorgen|beste|geachte|hej|god(?:dag| morgon)|"
    r"dzień dobry|witam|cześć|szanown)\b[^.!?]{0,50}$",
    r"^\W*(?:many |kind )?(?:thanks|thank you)\b.{0,40}(?:e-?mail|message|mail|contacting|writing|note|reaching out)\b.{0,25}$",
    r"^\W*(?:vielen|herzlichen|besten)? ?dank\b.{0,40}(?:nachricht|mail|anfrage|interesse)\b.{0,25}$",
    r"^\W*merci\b.{0,40}(?:message|mail|courriel|contact\w*)\b.{0,25}$",
    r"^\W*(?:muchas )?gracias\b.{0,40}(?:mensaje|correo|e-?mail|contactar)\b.{0,25}$",
    r"^\W*(?:muito )?obrigad[oa]\b.{0,40}(?:mensagem|mail|contact\w*|contat\w*)\b.{0,25}$",
    r"^\W*(?:la ringrazio|grazie|ringraziamo)\b.{0,40}(?:messaggio|mail|contattat\w*)\b.{0,25}$",
    r"^\W*(?:hartelijk |harte)?(?:bedankt|dank)\b.{0,40}(?:bericht|mail)\b.{0,25}$",
    r"^\W*tack\b.{0,40}(?:meddelande|mejl|mail|kontaktar?\w*)\b.{0,25}$",
    r"^\W*dziękuj\w+\b.{0,40}(?:wiadomość|mail\w*|kontakt\w*)\b.{0,25}$",
    r"^.{0,30}(?:様|御中|です|と申します|お世話になって\w*|お疲れ様\w*)$|(?:メール|お問い合わせ|ご連絡).{0,12}ありがとう",
)
_AWAY = _words(
    r"\b(?:i am|i'm|i will be|i'll be|we are)\b.{0,40}(?:out of (?:the )?office|away|on (?:\w+ )?(?:leave|holidays?|vacation)|"
    r"not in the office|out of town|travell?ing|unavailable)\b",
    r"^\W*(?:currently |now )?(?:out of (?:the )?office|on (?:annual |parental )?leave)\b",
    r"\b(?:parental|maternity|paternity|annual|sick) leave\b|\bsabbatical\b",
    r"\b(?:bin|befinde|sind|ist)\b.{0,60}(?:nicht im (?:büro|haus\w*)|urlaub|elternzeit|abwesend|außer haus|"
    r"nicht (?:erreichbar|am platz|da)|dienstreise|unterwegs)\b|\babwesend bis\b|\bhabe?\b.{0,60}\burlaub\b",
    r"\b(?:je suis|nous sommes|je serai|étant)\b.{0,40}(?:absente?s?|en congés?|en déplacement|"
    r"hors du bureau|en vacances|en arrêt|indisponible)\b|\bpas accès à (?:ma messagerie|mes mails)\b",
    r"\b(?:estoy|estaré|me encuentro|estamos)\b.{0,40}(?:fuera de (?:la )?oficina|vacaciones|ausente|"
    r"de baja|de viaje|de permiso)\b|\bpor vacaciones\b|\b(?:sin|no tend\w+) acceso al correo\b",
    r"\b(?:estou|estarei|encontro-me|estamos)\b.{0,40}(?:ausente|férias|fora do escritório|licença|"
    r"em viagem|de baixa)\b|\bmotivo de férias\b|\bsem acesso ao e-?mail\b",
    r"\b(?:sono|sarò|mi trovo)\b.{0,40}(?:fuori (?:ufficio|sede)|assente|in (?:ferie|congedo|vacanza|trasferta)|"
    r"in maternità)\b|\bnon leggo la posta\b",
    r"\b(?:ben|ik ben)\b.{0,60}(?:afwezig|niet (?:op kantoor|aanwezig|bereikbaar)|vakantie|verlof|buiten kantoor|onderweg)\b|"
    r"\bwegens vakantie\b|\blees (?:mijn|ik) (?:e-?)?mail niet\b",
    r"\b(?:är|har)\b.{0,40}(?:inte på (?:kontoret|plats)|semester|tjänstledig|föräldraledig|ledig|"
    r"frånvarande|bortrest|tjänsteresa|på resa)\b|\bgrund av semester\b|\bläser inte min (?:mejl|mail)\b",
    r"\b(?:jestem|przebywam|będę)\b.{0,40}(?:nieobecn\w+|urlopie|poza biurem|zwolnieniu|delegacji|niedostępn\w+|w podróży)\b|"
    r"\bpowodu urlopu\b|\bnie czytam poczty\b",
    r"(?:不在|休暇|休業|出張|夏休み|育休|休職)[^。]{0,12}(?:に?して(?:おり|い)|とさせていただ|いただいております|頂いております|中です|のため|中のため|取得)",
)
"""Being away, now or in what follows."""
_HABIT = _words(
    r"\bi (?:only |currently |usually )?(?:check|read|answer) (?:my )?(?:e-?)?mails?\b|\b(?:large|high) volume of (?:e-?mail|mail|messages)|"
    r"\bmy (?:working|office) (?:days|hours)\b|\bi (?:do not|don't) work on\b|\bi work part[- ]time\b|"
    r"\boffices? (?:is|are) closed\b",
    r"\b(?:arbeite|bin) in teilzeit\b|\bmeine arbeitszeiten\b|\blese meine (?:e-?)?mails nur\b|\b(?:büro|haus)\b.{0,40}\bgeschlossen\b",
    r"\bje ne travaille pas (?:le|les)\b|\bje travaille à temps partiel\b|\bje (?:ne )?consulte mes (?:e-?)?mails\b|\bbureaux (?:sont|seront) fermés\b",
    r"\bmi (?:jornada|horario)\b|\bno trabajo\b|\bsolo (?:leo|consulto) (?:el|mi) correo\b|\boficinas están cerradas\b",
    r"\btrabalho em tempo parcial\b|\bnão trabalho\b|\bsó (?:leio|consulto) (?:o|meu) e-?mail\b|\bmeu horário\b",
    r"\blavoro part[- ]time\b|\bnon lavoro (?:il|di)\b|\bleggo la posta solo\b|\buffici sono chiusi\b",
    r"\bik werk (?:op|parttime|niet op)\b|\bmijn werkdagen\b|\blees mijn (?:e-?)?mail (?:slechts|alleen)\b|\bkantoor is gesloten\b",
    r"\bjag (?:arbetar|jobbar) (?:deltid|inte)\b|\bläser bara (?:min )?(?:mejl|mail)\b|\bkontoret är stängt\b",
    r"\bpracuję (?:w|na część|na pół)\b|\bnie pracuję\b|\bczytam pocztę tylko\b|\bbiuro (?:jest )?(?:nieczynne|zamknięte)\b",
    r"時短勤務|営業時間外|定休日|メールの確認は",
)
"""When somebody works or reads mail at all."""
_MOVED = _words(
    r"\b(?:e-?mail |mail )?address\b.{0,40}\b(?:no longer|not|has changed|will be (?:closed|deleted))\b|\bchanged my (?:e-?mail|mail)? ?address\b|"
    r"\byour (?:message|e-?mail|mail)\b.{0,80}\bforwarded\b|\b(?:mailbox|account) (?:is|will be|has been) (?:no longer|closed|deactivated|disabled)\b",
    r"\b\w*adresse\b.{0,40}\bnicht mehr\b|\b(?:neue|geänderte) (?:e-?)?mail-?adresse\b|\bpostfach\b.{0,30}\b(?:nicht mehr|geschlossen)\b|"
    r"\bihre (?:nachricht|e-?mail|mail)\b.{0,60}\bweitergeleitet\b",
    r"\badresse\b.{0,40}\b(?:n'est plus|a changé|désactivée)\b|\bvotre (?:message|mail|courriel)\b.{0,60}\btransféré\b",
    r"\b(?:dirección|cuenta|buzón)\b.{0,40}\b(?:ya no|desactivad[ao]|ha cambiado)\b|\bsu (?:mensaje|correo)\b.{0,60}\breenviado\b",
    r"\b(?:endereço|conta|caixa)\b.{0,40}\b(?:já não|não está mais|desativad[ao]|mudou)\b|\bsua mensagem\b.{0,60}\bencaminhada\b",
    r"\b(?:indirizzo|casella)\b.{0,40}\b(?:non è più|dismess[ao]|cambiato)\b|\b(?:suo|vostro) messaggio\b.{0,60}\binoltrato\b",
    r"\b(?:adres|mailbox)\b.{0,40}\b(?:niet (?:meer|langer)|gewijzigd)\b|\buw (?:bericht|mail)\b.{0,60}\bdoorgestuurd\b",
    r"\b(?:adress\w*|brevlåda\w*)\b.{0,40}\b(?:inte längre|ändrats)\b|\bditt (?:meddelande|mejl)\b.{0,60}\bvidarebefordra\w+",
    r"\b(?:adres|skrzynka)\b.{0,40}\b(?:nie jest już|nieaktywn\w+|zmienił\w*)\b|\bwiadomość\b.{0,60}\bprzekazana\b",
    r"(?:アドレス|メールボックス).{0,20}(?:使用され|使われ|変更|廃止)|転送(?:され|いたし)",
)
"""An address that is given up, or mail that is passed on."""
_BACK = _words(
    r"\buntil\b|\b(?:will|shall|'ll) (?:return|be back|reply|respond|answer|read|get back|not be read)|back (?:on|in|at)\b|"
    r"limited access|\burgent|in my absence|please (?:contact|reach)|upon my return|when i(?:'m| am)? (?:return|back)|"
    r"\bmy colleague|checking (?:my )?e?-?mails?|take (?:up to|longer)|in the meantime|\blooks? after\b|\bpressing\b|was not forwarded",
    r"\bbis (?:zum|einschließlich|auf|\w+tag|\d)|wieder (?:da|erreichbar|im (?:büro|haus)|für sie|zurück|ab)|"
    r"rückkehr|weitergeleitet|dringend|wenden sie sich|vertret|vertritt|zurück|melde mich|lese keine|eingeschränkt|\beilig|kolleg",
    r"jusqu.au|de retour|à mon retour|urgen|merci de (?:contacter|vous adresser)|en mon absence|accès|dès mon retour|"
    r"\binclus\b|\bjoindre\b|\bcollègue",
    r"hasta el|\bvolver[ée]|regres|reincorpor|a mi vuelta|urgen|en mi ausencia|acceso|escriba a|durante mi ausencia|contestaré|responderé|"
    r"\bcompañer|\batenderá|centralita",
    r"\baté\b|regress|quando voltar|\bvolto\b|voltarei|retorn|urg[eê]n|na minha ausência|acesso|responderei|assim que possível|"
    r"nesse período|\bcolega",
    r"fino al|rientr|mio ritorno|urgen|mia assenza|accesso|contattare|appena possibile|\bdal \d|\brivolger|\bcollega|non leggo",
    r"\btot\b|weer (?:aanwezig|bereikbaar|terug|op kantoor)|terug\b|terugkeer|mijn vakantie|niet gelezen|beantwoord|dringend|spoed|mijn afwezigheid|"
    r"neemt .{0,20}waar|\bcollega",
    r"till och med|\btill\b|förrän|tillbaka|\båter|brådskande|min frånvaro|kontakta|ersätter|växeln|kollega",
    r"\bdo (?:dnia )?\d|\bwr(?:ócę|acam)|powrocie|piln|nieobecności|zastęp|pisać na|recepcj",
    r"まで|出社|戻(?:る|り)|明け|急ぎ|代わり|復帰|対応いた|確認できません",
)
"""Until when, whom to ask instead, or that mail is not read meanwhile."""
_ELSEWHERE = _words(
    r"@|\d[\d\s/()+-]{6,}\d",
    r"\bnot (?:been )?(?:read|forwarded|monitored)\b|\bplease (?:contact|write|address|direct)\b|\bupdate your\b",
    r"\bnicht (?:gelesen|weitergeleitet)\b|\bwenden sie sich\b|\bmerci (?:de contacter|d'adresser)\b|\bcontact\w*\b|\bescrib\w+ a\b|"
    r"\bdirij\w+\b|\bfavor\b.{0,10}\bcontatar\b|\brivolgersi\b|\bneem contact\b|\bkontakt\w*\b|ご連絡|お問い合わせ",
)
"""Where to write instead, or that nobody reads it here."""
_REGARD = _words(
    r"\b(?:sorry|regret|understand|understood|luck|congrat\w*|decision|withdraw\w*|all the best|wish you|no worries|no problem)\b",
    r"\b(?:schade|bedauer\w*|verst(?:ehe|eh|ehen|änd\w*)|alles gute|viel (?:erfolg|glück)|entscheidung|absage|glückwunsch|tut mir leid)\b",
    r"\b(?:dommage|regret\w*|compren(?:ds|ons|d)|bonne (?:chance|continuation)|réussite|décision|choix|félicit\w*)\b",
    r"\b(?:lástima|pena|sentimos|lamento|lamentamos|entend(?:emos|emos|ido)|comprendemos|suerte|decisión|enhorabuena)\b",
    r"\b(?:que pena|lamento|lamentamos|compreend\w+|entend(?:emos|ido|i)|boa sorte|sucesso|decisão|parabéns)\b",
    r"\b(?:peccato|dispiace|capi(?:sco|amo)|comprendiamo|in bocca al lupo|fortuna|decisione|scelta|auguri\w*|complimenti)\b",
    r"\b(?:jammer|begrijp\w*|succes|beslissing|besluit|keuze|gefeliciteerd|spijt\w*)\b",
    r"\b(?:synd|tråkigt|förstå\w*|lycka till|beslut\w*|grattis|beklaga\w*)\b",
    r"\b(?:szkoda|rozumie\w*|powodzenia|decyzj\w*|gratul\w*|przykro)\b",
    r"残念|承知(?:いた|しま|です)|辞退|ご活躍|ご健闘|お気持ち|おめでとう",
    r"[?？]",
)
"""Words on what the user wrote, or a question: no note does that."""
_LEFT = _words(
    r"\bno longer (?:with|works?|working|employed|at|part of|a part)\b|\bhas left\b",
    r"\bnicht mehr (?:für|bei|im unternehmen|in unserem|tätig)|\bausgeschieden\b|\bverlassen\b",
    r"\bne (?:fai[st]|travaille) plus\b|\bn'est plus\b|\ba quitté\b",
    r"\bya no (?:forma parte|trabaja|pertenece)|\bha dejado\b",
    r"\bjá não (?:faz parte|trabalha)|\bnão (?:faz|trabalha) mais\b|\bdeixou (?:a|de)\b",
    r"\bnon (?:fa|lavora|è) più\b|\bha lasciato\b",
    r"\bniet (?:langer|meer)\b[^.!?]{0,20}(?:werkzaam|dienst|bij)|\bwerkt niet meer\b|\bverlaten\b",
    r"\bhar slutat\b|\b(?:arbetar|jobbar) inte (?:längre|kvar)\b",
    r"\bnie (?:jest już|pracuje już)\b|\bjuż nie pracuje\b",
    r"退職|退社",
)
_NUMBERED = _words(
    r"\b(?:ticket|case|reference|request|enquiry|inquiry)\b.{0,20}\d{3,}|\ba ticket has been\b",
    r"\b(?:\w*(?:nummer|zeichen))\b.{0,20}\d{3,}",
    r"\b(?:numéro|dossier)\b.{0,20}\d{3,}",
    r"\b(?:número|protocolo)\b.{0,20}\d{3,}",
    r"\b(?:numero|pratica)\b.{0,20}\d{3,}",
    r"\b(?:numer(?:em)?|nr)\b.{0,20}\d{3,}",
    r"(?:番号|受付).{0,8}\d{2,}",
)
"""A number that mail is filed under."""
_RECEIVED = _words(
    r"\b(?:has been|have been|was|we have|we've|we) (?:safely )?received\b|\b(?:we have|we've|we) (?:got|registered|logged) your\b",
    r"\beingegangen\b|\bhaben (?:wir )?.{0,30}erhalten\b|\berfasst\b",
    r"\bbien reçu\b|\ba (?:bien )?été (?:reçu|enregistré)",
    r"\b(?:hemos|ha sido) (?:recibid|registrad)[oa]\b|\bhemos registrado\b",
    r"\brecebemos\b|\bfoi (?:recebid|registrad)[oa]\b",
    r"\babbiamo ricevuto\b|\bè stat[oa] (?:ricevut|registrat|pres)[oa]\b",
    r"\bhebben .{0,30}ontvangen\b|\bis (?:ontvangen|geregistreerd)\b|\bin goede orde\b",
    r"\btagit emot\b|\bhar (?:mottagits|registrerats)\b",
    r"\botrzymaliśmy\b|\bpotwierdzamy (?:przyjęcie|otrzymanie)\b|\bzostał[oa]? (?:przyjęt|zarejestrowan)",
    r"受け付け(?:ました|いたしました)|受付(?:いたし|しました)|お問い合わせ.{0,10}ありがとう",
)
_SOON = _words(
    r"\b(?:will|shall) (?:get back|respond|reply|answer|be in touch|contact you)|working days|business days|"
    r"\bbeing (?:reviewed|processed)\b|\bunder review\b",
    r"schnellstmöglich|so schnell wie möglich|in kürze|zeitnah|bearbeitet|werktag",
    r"vous recontacter|meilleurs délais|plus brefs délais|jours ouvrés|répondra",
    r"en breve|lo antes posible|a la mayor brevedad|días (?:hábiles|laborables)|responderá",
    r"maior brevidade|o mais (?:breve|rápido)|dias úteis|responderá",
    r"prima possibile|al più presto|giorni lavorativi|risponderà",
    r"zo (?:snel|spoedig) mogelijk|werkdagen",
    r"så snart|återkommer|arbetsdagar",
    r"najszybciej|niezwłocznie|dni robocz|odpowiemy",
    r"営業日|担当者より|追って|順次",
)
_AUTOMATED = _words(
    r"\bthis (?:is an?|e-?mail (?:was|is|has been)|message (?:was|is|has been)) (?:an )?(?:auto|system[- ]gen)",
    r"(?<!not )\bautomatically (?:generated|sent)\b|\bdo not (?:reply|respond) to this\b|\bis not monitored\b",
    r"(?<!nicht )\bautomatisch (?:erzeugt|generiert|erstellt|versand|versendet)|\bist eine automatisch",
    r"\bbitte nicht (?:auf diese|direkt auf|antworten)|\bantworten sie (?:bitte )?nicht auf\b",
    r"\best un (?:message|courriel|e-?mail) (?:\w+ )?automatique|\bgénéré automatiquement|\bmerci de ne pas (?:y )?répondre",
    r"\bes un (?:mensaje|correo) (?:\w+ )?autom[aá]tico|\bgenerado (?:de forma )?autom[aá]tica|\bno responda a este\b",
    r"\bé uma? (?:mensagem|e-?mail) autom[aá]tic|\bgerad[ao] automaticamente|\bpor favor,? não responda",
    r"\bè un (?:messaggio|e-?mail) (?:\w+ )?automatic|\bgenerat[oa] automaticamente|\bsi prega di non rispondere",
    r"\bis een automatisch|\bautomatisch (?:gegenereerd|verzonden|verstuurd)|\b(?:hierop )?niet (?:antwoorden|beantwoorden|reageren)\b",
    r"\bär ett automatiskt|\bautomatiskt (?:genererat|skickat)|\binte (?:går att )?(?:besvaras?|svara på)",
    r"\bwygenerowan\w+ automatycznie|\bautomatycznie wygenerowan|\bnie odpowiadać\b",
    r"自動(?:送信|配信|返信)(?:され|して|により|です|メールです)|送信専用|自動的に送信",
)
_TICKET = re.compile(
    r"[\[【(（].{0,12}[#＃:№番]?\s?\d{3,}[\s#]{0,3}[\])】）]|\b(?:ticket|case|request)\s?[#:]\s?\d{3,}",
    re.I,
)
_RECEIPT = re.compile(
    r"^(?:(?:not )?read|(?:un)?gelesen|(?:non )?lu|(?:no )?leído|(?:não )?lida?|(?:non )?letto|(?:niet )?gelezen|"
    r"ej läst|läst|(?:nie )?przeczytan[oay]|開封(?:済み)?|未開封|已读|read receipt|return receipt[^:]*|lesebestätigung|"
    r"accusé de (?:lecture|réception)[^:]*|confirmación de lectura|confirmação de leitura|conferma di lettura|"
    r"leesbevestiging|läskvitto|potwierdzenie przeczytania)\s*[:：]",
    re.I,
)


def is_receipt(message: Message) -> bool:
    """Tell whether it says that a message was opened (RFC 8098)."""
    kinds = {a.content_type for a in message.attachments}
    return "message/disposition-notification" in kinds or bool(_RECEIPT.match(message.subject))


def reads_as_absence(message: Message, me: Me) -> bool:
    """Tell whether an answer is nothing but a note that somebody is away or has left."""
    if not (message.in_reply_to or message.references) or is_greeted(message, me):
        return False
    own = _own(message).lower()
    if _REGARD.search(own):
        return False
    first = _first_sentence(own[:_OPENING])
    if _AWAY.search(first) or _HABIT.search(first):
        return bool(_BACK.search(own))
    return bool(_LEFT.search(first) or _MOVED.search(first)) and bool(_ELSEWHERE.search(own))


def reads_as_acknowledgement(message: Message) -> bool:
    """Tell whether a department's mail says that it is a machine's, or only that mail came in."""
    own = _own(message).lower()
    is_impersonal = is_hiring_role(message.sender.address) or is_organisation(message.sender)
    by_system = is_hiring_system(message.sender.address)
    if (is_impersonal or by_system) and _AUTOMATED.search(own):
        return True
    if not (is_impersonal or _TICKET.search(message.subject)):
        return False
    if re.search(r"[?？]", own[:_OPENING]):  # a department's people ask; its receipts do not
        return False
    said = f"{message.subject.lower()}. {own[:_OPENING]}"
    signs = (_RECEIVED.search(said), _NUMBERED.search(own[:_OPENING]), _SOON.search(own))
    return sum(sign is not None for sign in signs) > 1


def is_greeted(message: Message, me: Me) -> bool:
    """Tell whether the first line calls the user by name, which machines' notes do not."""
    first = next((line for line in _own(message).splitlines() if line.strip()), "")[:60]
    return bool(_calling(me.name).search(first)) or first.rstrip(" 　、,").endswith(
        ("様", "さん", "殿")
    )


@lru_cache(maxsize=64)
def _calling(name: str) -> re.Pattern[str]:
    """Return a pattern for any word of a name; it finds nothing where there is none."""
    parts = map(re.escape, re.findall(r"\w{2,}", name))
    return re.compile(rf"\b(?:{'|'.join(parts) or '(?!)'})\b", re.I)


def _own(message: Message) -> str:
    text = (message.text or message.snippet).replace("\r\n", "\n")
    return split_quote(text[: 4 * _WHOLE]).own.strip()[:_WHOLE]


def _first_sentence(opening: str) -> str:
    """Return the first sentence that is no greeting, no name and no thanks for the mail."""
    for found in _SENTENCE.finditer(opening):
        sentence = found[0].strip(" ,;、-–\t")
        is_filler = _FILLER.search(sentence) and not (
            _AWAY.search(sentence) or _LEFT.search(sentence)
        )
        if sentence and not is_filler:
            return sentence
    return ""
