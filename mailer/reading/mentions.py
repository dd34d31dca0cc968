"""What people say of each other near a name: who leads, arranges, looks after hiring."""

from __future__ import annotations

import re

from mailer.model import Message, Part
from mailer.reading import people_words
from mailer.reading.claims_of_others import claim_of_other
from mailer.reading.company import find_word, fold
from mailer.reading.display_names import split_name
from mailer.reading.dossiers import Dossier, spoken_names
from mailer.reading.quotes import said_in

PROFESSOR = re.compile(
    r"\b(?:prof|professor|professur|lehrstuhl\w*|principal investigator)\b", re.I
)


SAID_TO_ARRANGE = "is said to arrange"
_SAID = {
    Part.HIRING_MANAGER: "is said to lead",
    Part.COORDINATOR: SAID_TO_ARRANGE,
    Part.RECRUITER: "is said to look after hiring",
}


_LATIN = re.compile(r"[^\W\u3040-\u9fff]")
"""A letter beside which no name ends: kana and ideographs stand right beside one."""


def judge_by_mentions(dossiers: dict[str, Dossier], message: Message) -> None:
    """Read what somebody says of somebody else, near their name."""
    said = said_in(message)
    for dossier in dossiers.values():
        if dossier.address.casefold() == message.sender.folded:
            continue
        _judge_address_told(dossier, said, message)
        claim = claim_of_other(said, _called(dossier))
        if claim is not None and claim[0] in (Part.HIRING_MANAGER, Part.RECRUITER):
            _add(dossier, claim, message)
            continue
        known = len(dossier.evidence)
        for name in (*spoken_names(dossier.name), _short_of(dossier)):
            if not name or name not in said:
                continue
            start = find_word(name, said, _LATIN) if name.isascii() else said.find(name)
            if start < 0:
                continue
            end = start + len(name)
            after = re.split(r"[.!?]\s|[。！？]", said[end : end + 110])[0]
            before = _SENTENCE_END.split(said[max(0, start - 45) : start])[-1]
            denied = _NO_BOSS.search(said[end : end + 200])
            if denied:
                dossier.add(Part.INTERVIEWER, 5, "is said to be no boss", message, denied[0])
            else:
                _judge_mention(dossier, before, after, message)
            break
        new = dossier.evidence[known:]
        recruits = dossier.title and people_words.RECRUITER_TITLE.search(dossier.title)
        if (
            claim is not None
            and not any(_says_already(e.reason, claim[0]) for e in new)
            and not (recruits and claim[0] is Part.COORDINATOR)
        ):
            _add(dossier, claim, message)


def _judge_address_told(dossier: Dossier, said: str, message: Message) -> None:
    """Read whose address somebody tells: `your future boss; he mails from home (hjb@…)`."""
    at = said.casefold().find(dossier.address.casefold())
    if at < 0:
        return
    near = said[max(0, at - 240) : at]
    if (
        people_words.BOSS_WORDS.search(near)
        or people_words.FOUNDED.search(near)
        or _FOUNDER.search(near)
    ):
        dossier.add(Part.HIRING_MANAGER, 3, "is said to lead", message, near[-80:])


_FOUNDER = re.compile(
    r"\b(?:founder|owner|boss|gründer(?:in)?|inhaber(?:in)?|fondat(?:eur|rice)|patronn?e?|fundador[a]?|dueñ[oa]|don[oa]|titolare|fondat(?:ore|rice)|oprichter|eigenaar|baas|grundare|ägare|założyciel\w*|właściciel\w*|szef\w*)\b",
    re.I,
)


_NO_BOSS = re.compile(
    r"\b(?:not|isn't|wouldn't be|won't be)(?: going to)?(?: be)? (?:your|the) (?:\w+ )?(?:boss|manager|supervisor)\b|\bnicht (?:deine?|ihre?|der|die) (?:\w+ )?(?:chef(?:in)?|vorgesetzte\w*|führungskraft)\b|"
    r"\b(?:ne sera|n'est|ne serait) pas (?:ton|ta|votre|le|la) (?:\w+ )?(?:chef(?:fe)?|responsable|manager)\b|\bno (?:será|sería|es|va a ser) (?:tu|su|el|la) (?:jef[ae]|responsable)\b|\bnão (?:será|seria|é|vai ser) (?:o teu|a tua|seu|sua|o seu|a sua) chefe\b|"
    r"\bnon (?:sarà|sarebbe|è) (?:il tuo|la tua|il suo|la sua) (?:capo|responsabile)\b|\b(?:wordt|is) niet (?:je|jouw|uw) (?:baas|leidinggevende)\b|\b(?:blir|är) inte din chef\b|\b(?:bliver|er) ikke din chef\b|\bnie (?:będzie|byłby|byłaby) (?:twoim|twoją|pana|pani) (?:szef|przełożon)\w*|"
    r"\b(?:tu|su|votre|ton|your|deine?|ihre?) (?:jef[ae]|responsable|boss|manager|chef(?:in)?)(?: direct[oa]?)? (?:será|sería|serait|sera|would be|will be|wäre|wird) (?:la persona|otra persona|quelqu'un|somebody|someone|jemand)",
    re.I,
)
"""Who speaks of somebody so says that another leads: `He is not going to be your boss`."""
_SENTENCE_END = re.compile(r"(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![A-Z][a-z]{3})[.!?]\s|[。！？]")
"""An end of a sentence, no title's full stop: `Mr. `."""


def _says_already(reason: str, part: Part) -> bool:
    return reason in (_SAID[Part.HIRING_MANAGER], _SAID[part])


def _called(dossier: Dossier) -> tuple[str, ...]:
    """Return how people speak of somebody: names, and a title of one word, `the Dean`."""
    title = dossier.title.strip()
    is_office = (
        len(title) > 3 and title.isalpha() and bool(people_words.MANAGER_TITLE.search(title))
    )
    chief = [f"{dossier.name[0]}总"] if _HAN_NAME.fullmatch(dossier.name) else []
    called = [short] if (short := _short_of(dossier)) else []
    return (*spoken_names(dossier.name), *called, *([title] if is_office else []), *chief)


def _short_of(dossier: Dossier) -> str:
    """Return the beginning of a given name that is somebody's own address: `sid@`, Siddharth."""
    local = dossier.address.partition("@")[0]
    given = split_name(dossier.name)[0]
    is_short = 2 < len(local) < len(given) and fold(given).startswith(local)
    return local.capitalize() if is_short else ""


_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}")
"""Of whom people may speak as `郑总`: the family name stands first."""


def _add(dossier: Dossier, claim: tuple[Part, float, str], message: Message) -> None:
    part, points, sentence = claim
    dossier.add(part, points, _SAID[part], message, sentence)


def judge_by_greeting(dossiers: dict[str, Dossier], message: Message) -> None:
    """Read whom the user greets as a professor."""
    greeting = next((line for line in said_in(message).splitlines() if line.strip()), "")
    if not PROFESSOR.search(greeting):
        return
    for dossier in dossiers.values():
        family = split_name(dossier.name)[1]
        if len(family) > 1 and family in greeting:
            dossier.add(Part.HIRING_MANAGER, 3, "is greeted as a professor", message, greeting)


def _judge_mention(dossier: Dossier, before: str, after: str, message: Message) -> None:
    if _ARRANGES.search(after):
        after = _OF_TEAM.sub("", after)
    after = _COUNTED.sub("", after)
    does = _OTHERS_DO.split(after)[0]
    near = f"{before}{after}"
    done = _WITH_BOSS.sub(" ", after)
    title = before.rpartition("\n")[2][-45:]
    recruits = people_words.RECRUITER_TITLE.search(after[:45])
    if recruits and people_words.COORDINATOR_TITLE.search(after[:60]):
        recruits = None
    is_theirs = bool(re.match(r"['’]s |との|と(?!申)", after))
    if _EAST_RECRUITS.search(before) or (
        recruits
        and not people_words.BOSS_WORDS.search(after[: recruits.start()].replace("heads", ""))
    ):
        dossier.add(Part.RECRUITER, 3, "is said to look after hiring", message, near)
    elif (
        _ASSISTANT_TO.search(before)
        or _AT_REQUEST_OF.search(before)
        or _HAS_ASSISTANT.search(after)
        or _ASKS_TO_ARRANGE.search(after)
    ):
        is_told = people_words.BOSS_WORDS.search(after[:40]) or people_words.MANAGER_TITLE.search(
            after[:40]
        )
        surely = 4 if is_told else 2.5
        dossier.add(Part.HIRING_MANAGER, surely, "has an assistant", message, near)
    elif (_ARRANGES.search(does) and not is_theirs) or _MY_ASSISTANT.search(before):
        dossier.add(Part.COORDINATOR, 3, SAID_TO_ARRANGE, message, near)
    elif (
        _FOUNDS.search(after)
        or (
            people_words.BOSS_WORDS.search(done)
            and not _LEADS_TALK.search(after)
            and not _REPORTS.match(after)
        )
        or _BOSS_BEFORE.search(before)
        or _IN_BRACKETS.search(after)
    ):
        dossier.add(Part.HIRING_MANAGER, 4, "is said to lead", message, near)
    elif people_words.COORDINATOR_TITLE.search(near) and not is_theirs:
        dossier.add(Part.COORDINATOR, 3, SAID_TO_ARRANGE, message, near)
    elif people_words.RECRUITER_TITLE.search(after):
        dossier.add(Part.RECRUITER, 2, "is said to look after hiring", message, near)
    elif _SITS_IN.search(after) or _SITS_BEFORE.search(before):
        dossier.sits_in = True
    elif people_words.MANAGER_TITLE.search(done[:40]) or _APPOSITION.search(title):
        dossier.add(Part.HIRING_MANAGER, 2.5, "is said to lead", message, near)


_EAST_RECRUITS = re.compile(
    r"(?:人事|人財|採用)(?:部|課|担当)?の?$|(?:HR|人事|招聘)(?:经理|专员|负责人)?$"
)
"""Where the office stands before the name: `先方人事の花岡様が直接`."""
_OTHERS_DO = re.compile(
    r"[;:]\s|,?\s(?:and|und|et|y|e|en|och|i|but|aber|mais)\s(?:our|my|unser\w*|mein\w*|notre|mon|ma|nuestr\w+|noss\w+|il nostro|la nostra|onze|mijn|vår|nasz\w*)\s",
    re.I,
)
"""Where another begins to do something: `with Jürgen; our interview desk will send the invitation`."""
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|\d+) people\b", re.I)
"""How many take part is no word of personnel."""
_OF_TEAM = re.compile(
    r"^\W{0,2}(?:on|in|from|of|aus|de|del|da|do|na|z|från|uit|di|dans) (?:my|our|meinem|unserem|mon|notre|mi|nuestro|nuestra|minha|nossa|meu|nosso|mio|nostro|mijn|ons|mitt|vårt|mojego|naszego)"
    r" (?:team|side|office|équipe|equipo|equipe|equipa|gruppo|squadra|zespołu|gäng)\b,?|"
    r"^\W{0,2}(?:på|i|in|at|from|aus|vom|du|de|van|z) (?:the |der |dem |la |le |de |het )?(?:förvaltningen|kansliet|expeditionen|personal\w*|hr|rh|office|personnel|sekretariat|büro|service rh|oficina|secretaría|kantoor|biura|kadr)\b,?",
    re.I,
)
"""Whose colleague somebody is tells nothing of what they do: `Theo on my team will schedule`."""
_WITH_BOSS = re.compile(
    r"(?<!\w)(?:with|mit|avec|con|com|met|med|hos|z|ze)(?: (?:the|our|your|dem|der|unser\w{0,2}|ihre[mr]|le|la|notre|el|los|nuestr[oa]|o|a|os|nosso|il|lo|i|de|het|onze|vår|vårt|naszym|naszą))?(?: \w+){1,3}",
    re.I,
)
"""With whom somebody arranges a talk, and who is not they."""
_BOSS_BEFORE = re.compile(
    r"\b(?:report(?:ing|s)? (?:straight |directly )?(?:in)?to|work(?:ing)? (?:for|under)|hiring manager,?|your (?:future |new )?(?:boss|manager),?|berichte\w* (?:direkt )?an|"
    r"rattachée? à|reportando (?:directamente )?a|a riporto di|rapporteert aan)\s+(?:(?:mr|mrs|ms|dr|herrn?|frau|mme|m)\.?\s+)?$",
    re.I,
)


_ASSISTANT_TO = re.compile(
    r"(?:\b(?:[ep]a|assistant|secretary)\s+(?:to|of|for)|\b(?:assistenz|assistentin|assistent|sekretärin|referentin|sekretariat|büro|vorzimmer)\s+(?:von|bei|des|der)|\b(?:assistant|assistante|secrétaire)\s+(?:de|d['’])|"
    r"\b(?:asistente|secretari[ao]|assistente|secretári[ao]|segretari[ao])\s+(?:de|del|da|do|di|van)|\b(?:secretaresse|assistent|managementassistente?)\s+van|\b(?:assistent|sekreterare)\s+(?:till|åt)|\b(?:asystentką|asystentem|asystentka|sekretarką))"
    r"\s*(?:(?:mr|mrs|ms|dr|prof|herrn?|frau|mme|m|sig|dott|sr|sra|señora?|el|la|de heer|mevrouw|dhr|mevr|pana?|pani)\.?\s+){0,2}$",
    re.I,
)
"""Whose assistant writes leads: `Jag är assistent till Henrik`."""
_AT_REQUEST_OF = re.compile(
    r"\b(?:at the (?:request|behest) of|on (?:the )?(?:instructions?|behalf) (?:of|from)|im (?:auftrag|namen) (?:von|der|des)|auf wunsch (?:von|der|des)|à la demande (?:de|d['’])|de la part (?:de|d['’])|"
    r"a petición de|por (?:indicación|encargo) de|(?:por indicação|a pedido|em nome) d[aeo]|su (?:indicazione|richiesta|incarico) d(?:i|el|ella|ell['’])|per conto d(?:i|el|ella)|op verzoek van|namens|på uppdrag av|na prośbę)"
    r"\s*(?:(?:mr|mrs|ms|dr|prof|eng|ing|herrn?|frau|mme|m|sig|dott|sr|sra|dra|señora?|el|la|a|o|de heer|mevrouw|dhr|mevr|pana?|pani)(?:\.?º|\.|ª)?\s+){0,2}$",
    re.I,
)
"""At whose request somebody arranges leads: `Por indicação do Eng.º Falcão`."""
_ASKS_TO_ARRANGE = re.compile(
    r"^,? (?:(?:has |hat |m'a |a |ha |heeft |har )?(?:asked me|told me|mich (?:darum )?gebeten|demandé|chargée? de|chiesto|incaricat[oa]|gevraagd|bett mig)|mi (?:dice|ha detto) di|me (?:pide|dice|ha pedido|ha dicho) que|me pediu|m'a dit|vroeg (?:me|mij) om|bad mig|prosił[a]? mnie)\b"
    r"[^.!?\n]{0,25}\b(?:arrang|schedul|organi[sz]|book|set up|fix|find|termin|vereinbar|organisier|fixer|caler|convenir|fijar|concertar|agendar|marcar|fissare|organizzare|plannen|regelen|boka|hitta|umówi|ustali)\w*",
    re.I,
)
"""Who has somebody arrange a day leads: `Il sig. Ettore mi dice di fissare il colloquio`."""
_HAS_ASSISTANT = re.compile(
    r"^(?:さん|様|氏|部長|社長|本部長|課長)*の(?:指示|依頼|要望|意向|命)|^(?:'s|’s|s|') (?:(?:executive|personal|team|chief|departmental|trusty|new|persönliche[rn]?) ){0,2}(?:pa|ea|diary|calendar|assistant|secretary|office|schedule|kalender|assistent|sekretär\w*|assistenz)\b|^(?:さん|様)?の(?:秘書|アシスタント|代理)|^的(?:助理|秘书)",
    re.I,
)
"""Whose diary somebody keeps: `I look after Bo's diary`."""
_REPORTS = re.compile(r"\W{0,3}(?:will |would |is to |has to |must )?report(?:s|ing)? ", re.I)
_LEADS_TALK = re.compile(
    r"^[^.!?\n]{0,20}\b(?:leads?|leitet|führt|dirige|lidera|conduce|guida|leidt|leder|prowadzi) (?:through )?(?:the|our|your|this|das|die|durch das|l'|la|le|el|o|a|il|het|de)? ?(?:\w+ )?(?:session|interview|call|conversation|exercise|workshop|gespräch|interview|entretien|entrevista|colloquio|gesprek|intervju\w*|samtal\w*|rozmow\w+)\b",
    re.I,
)
"""Who leads a talk leads no team."""
_MY_ASSISTANT = re.compile(
    r"\b(?:(?:my|our) (?:pa|ea|(?:executive |personal )?assistant|secretary|office manager|coordinator)|meine?r? (?:assistent(?:in)?|sekretärin|assistenz|büroleiterin)|(?:mon|ma|notre) (?:assistante?|secrétaire)|(?:mi|nuestra) (?:asistente|secretari[ao]|ayudante)|(?:a )?minha (?:assistente|secretária)|(?:o )?meu (?:assistente|secretário)|(?:la )?mia (?:assistente|segretaria)|mijn (?:assistente?|secretaresse|officemanager)|min (?:assistent|sekreterare)|moja (?:asystentka|sekretarka)|mój asystent)"
    r"[,:]? (?:(?:mr|mrs|ms|herr|frau|mme|m|sra?|sig\.ra|mevrouw|pani)\.? )?$|\b(?:liaise|coordinate|arrange (?:it|that|a time|the (?:date|time))|sort out (?:a time|the (?:date|time|timing))) with $|(?:秘書|アシスタント)の$|我的(?:助理|秘书)$|(?:时间|安排|面试|日程)由$|日程は$",
    re.I,
)
"""Who is introduced as whose assistant: `my PA Carol will be in touch`."""
_SITS_IN = re.compile(
    r"^[^.!?\n]{0,25}\b(?:(?:will |'ll |would |is going to )?(?:sit(?:s|ting)? in|join(?:s|ing)? (?:us|me|the (?:call|interview|conversation|meeting|talk))|be (?:there|on the call|in the room|present)|attend(?:s|ing)?|take part)|sitzt (?:mit )?(?:dabei|am tisch)|(?:ist|wird) (?:auch |ebenfalls |mit )?(?:dabei|anwesend)|nimmt (?:auch |ebenfalls )?(?:am gespräch |daran )?teil|kommt (?:auch |mit )?dazu|"
    r"(?:sera|seront) (?:aussi |également )?(?:présente?s?|là|des nôtres|avec nous)|(?:participe|participera|assiste|assistera)|(?:estará|estarán|asistirá|asiste|participa|participará|nos acompaña|se une|se unirá)|(?:vai estar|estará|assiste|se junta|junta-se)|(?:sarà|saranno) (?:anche |con noi )?(?:presente|presenti|dei nostri|con noi|lì)|(?:parteciperà|partecipa|assisterà)|(?:schuift|sluit) (?:ook )?aan|(?:is|zit) (?:er )?(?:ook )?(?:bij|aan tafel)|"
    r"sitter (?:också )?med|(?:är|kommer att vara) (?:också )?med|deltar|ansluter|(?:też |również |także )(?:będzie|weźmie udział)|(?:dołączy|weźmie udział|będzie (?:z nami|obecn\w|uczestniczy\w+)))\b|^(?:さん|様)?(?:も|が)?(?:同席|参加|出席)|^也?会?(?:参加|在场|一起)",
    re.I,
)
"""Who is a guest of the interview by somebody's word: `Laura will sit in`."""
_SITS_BEFORE = re.compile(
    r"\b(?:(?:también |además )?(?:estará|asistirá|participará)(?: también)?|(?:também )?(?:estará|vai estar|participa)(?: também)?(?: [oa])?|(?:sarà presente|saranno presenti|sarà con noi|ci sarà|parteciperà)(?: anche)?|(?:you'll|you will) (?:also )?meet|(?:will be )?joined by|sitting in (?:is|will be)|(?:mit )?dabei (?:ist|sind|sein wird)(?: auch)?|(?:y sera|sera présente?)(?: aussi)?|ook aanwezig is|med är(?: också)?|będzie też) $",
    re.I,
)


_IN_BRACKETS = re.compile(
    r"^[^.\n]{0,12}\(.{0,30}(?:vp|head|director|cto|ceo|lead|manager|leiter|chef|jef[ea])\b", re.I
)


_FOUNDS = re.compile(
    r"^\W*(?:who |that )?(?:is |has )?(?:starting|building|founded|started|co-?founder|founder|gründet|a fondé|ha fundado|ha fondato)\b",
    re.I,
)


_ARRANGES = re.compile(
    r"owns the calendar|will (?:find|arrange|set|schedule|sort|be in touch (?:to|with)|write to you about dates|contact you to (?:arrange|schedule))|"
    r"(?:will send|schickt|vous adressera|vous proposera|te enviará|le enviará|vai te mandar|ti manderà|le invierà|stuurt)\b.{0,40}\b(?:invit\w*|dates?|times?|calendar|slots?|termin\w*|einladung\w*|kalender\w*|link|créneau\w*|cita|hora\w*|fecha\w*|convite|orari\w*|uitnodiging|afspraak|agenda)|"
    r"(?:te |le |vous |ti |vi )?(?:busca(?:rá)?|buscan|cherche(?:ra)?|trouve(?:ra)?|cerca|cercherà|encontra(?:rá)?) (?:una? )?(?:día|fecha|hora|date|jour|créneau|data|giorno|horário)\b|stimmt .{0,30}termin|(?:findet|sucht) .{0,20}termin|(?:zoekt|prikt|vindt) .{0,20}(?:datum|moment)|(?:skickar|bokar|hittar|återkommer med) .{0,30}(?:inbjudan|tid|datum|kallelse)|(?:wyśle|umówi|ustali|znajdzie|prześle) .{0,30}(?:zaproszeni|termin|rozmow|spotkani)|"
    r"wird sich .{0,40}termin|日程|安排时间|"
    r"^\W{0,3}(?:who |that )?(?:will |is going to |can |'ll |to )?(?:fix(?:es)?|sorts?|books?|arranges?|organi[sz]es?|set(?:s|ting)? up|schedules?|finds?) (?:it|that|this|everything|the rest|all of it|(?:the|a|your) (?:final |next |full |whole |on-?site )?(?:loop|rounds?|panel|interviews)|(?:(?:a|the|your|our|my|you|us) )?(?:a )?(?:time|date|day|slot|call|meeting|interview|appointment|visit|details?|logistics|calendar|rooms?|travel|invite)s?)\b|\b(?:runs|keeps|manages|handles|looks after|has|does|owns) (?:my|his|her|their|our|the) (?:calendar|diary|schedule|agenda|dates)\b|will (?:be in touch|get back to you|write to you|contact you|call you|ring you|email you) (?:about|with|to fix|to find|to agree|to set|to sort|regarding) (?:a |the |some |possible )?(?:dates?|times?|slots?|day|logistics)|"
    r"^\W{0,3}(?:meldet sich|kommt auf (?:sie|dich) zu|ruft (?:sie|dich) an) (?:wegen|mit|für|zur) .{0,20}termin|^\W{0,3}(?:vereinbart|organisiert|plant|bucht|koordiniert|macht) (?:alles|das|den termin|die termine|einen termin|mit ihnen|mit dir|für mich)\b|"
    r"^\W{0,3}(?:vous |te )?(?:contactera|appellera|écrira|rappellera) pour (?:fixer|convenir|caler|trouver|organiser)|^\W{0,3}(?:s'occupe|s'occupera|se charge|se chargera) (?:de l'organisation|des? (?:rendez-vous|dates?)|du (?:rendez-vous|calendrier)|de l'agenda|de fixer)|"
    r"^\W{0,3}(?:te |le |les )?(?:llamará|escribirá|contactará) para (?:cerrar|fijar|concretar|acordar|buscar)|^\W{0,3}se (?:pondrá en contacto|encarga|encargará|ocupa) (?:contigo |con usted )?(?:para|de) (?:la cita|la agenda|fijar|cerrar|concretar|la fecha|las fechas|organizar)|^\W{0,3}(?:lleva|gestiona) (?:mi|la|su) agenda|"
    r"^\W{0,3}(?:vai |irá )?(?:marcar|marca|agenda|agendar|combinar|combina) (?:contigo|consigo|com você|com o senhor|com a senhora|a data|o dia|tudo)|^\W{0,3}(?:trata|cuida) (?:da|das|do) (?:agenda|datas|marcação|agendamento)|^\W{0,3}(?:fisserà|fissa|organizza|organizzerà|concorderà) (?:l'appuntamento|un appuntamento|l'incontro|tutto|la data|con (?:te|lei))|^\W{0,3}si occupa (?:dell'agenda|degli appuntamenti|di fissare|dell'organizzazione)|"
    r"^\W{0,3}(?:plant|regelt|maakt|prikt) (?:dat|het|dit|alles|de afspraak|een afspraak|de datum|een datum|met je|met u)\b|^\W{0,3}(?:gaat|zal) (?:een|de|het) (?:afspraak|datum|moment)|^\W{0,3}(?:bokar|fixar|ordnar)(?:[.!,\n]| (?:det|in|tid|mötet|intervjun|allt|en tid|resten)|$)|^\W{0,3}hör av sig (?:om|med|angående|för) (?:en |tid|tider|datum|bokning)|^\W{0,3}(?:odezwie się|skontaktuje się|zadzwoni|napisze) (?:do (?:pani|pana|ciebie) )?(?:w sprawie|z propozycj\w{1,2}|żeby ustalić|aby ustalić) ?(?:terminu?)?|^\W{0,3}(?:umawia|ustala|organizuje|rezerwuje) (?:termin|spotkani|wszystko)|"
    r"^\W{0,3}(?:who |that )?(?:will |'ll |is going to )?(?:is arranging|send|sends|circulate|circulates|share|shares|propose|proposes|offer|suggest|suggests|handle|handles)\b[^.!?\n]{0,25}\b(?:slots|times|dates|invite|invitation|calendar|scheduling|logistics|room)\b|^\W{0,3}is (?:arranging|organi[sz]ing|scheduling|setting up)\b|"
    r"^\W{0,3}(?:klärt|bespricht|stimmt) (?:das organisatorische|die organisation|alles organisatorische|den ablauf)|^\W{0,3}(?:va |vous |t'|te |vous )*(?:enverra|envoie|envoyer|transmettra|propose|communiquera)\b[^.!?\n]{0,20}\b(?:créneaux?|dates?|invitation|lien|horaires?)|^\W{0,3}(?:te |le |os |les )?(?:pasa|pasará|manda|mandará|envía|enviará|propone|propondrá)\b[^.!?\n]{0,20}\b(?:huecos|fechas?|horas?|horarios?|cita|convocatoria|invitación)|"
    r"^\W{0,3}(?:vai )?(?:te |lhe )?(?:envia|enviar|manda|mandar|propõe|sugere)(?:-te|-lhe)?\b[^.!?\n]{0,20}\b(?:horários?|datas?|convite|agenda)|^\W{0,3}(?:ti |le |vi )?(?:propone|proporrà|manda|manderà|invia|invierà)\b[^.!?\n]{0,20}\b(?:dat[ae]|orari|invito|appuntamento)|^\W{0,3}(?:stuurt|mailt|geeft)\b[^.!?\n]{0,20}\b(?:data|tijden|momenten|datums|uitnodiging)|"
    r"^(?:さん|様)?(?:から|より|が)[^。\n]{0,8}(?:候補日|日時|日程|時間|招待)|^会?(?:给你|给您|跟你|跟您)?(?:发|提供|约)[^。\n]{0,6}(?:时间|日程|邀请)|"
    r"^(?:さん)?(?:から|より)(?:ご?連絡|ご案内)|^(?:来|会)?(?:安排|约时间|跟你约|与您约)",
    re.I,
)


_APPOSITION = re.compile(
    rf"(?:{people_words.MANAGER_TITLE.pattern})[^.!?\n]{{0,25}},?\s+(?:(?:mr|mrs|ms|dr|prof|herrn?|frau|mme|m|sig|dott|sr|sra)\.?\s+)*$",
    re.I,
)
