"""How a process ended: what reads as a refusal, as leaving, and as a post that is gone.

Found apart from the stage, since a date that does not suit, a farewell and a doubt look alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mailer.model import Evidence, Me, Message, Stage
from mailer.reading import clauses, stage_words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.farewells import leave_taken_in
from mailer.reading.frames import Says
from mailer.reading.quotes import said_in

_IF = re.compile(
    r"\b(?:if|whether|unless|should|until|might|may|could|falls|wenn|ob|sobald|si|quando|als|"
    r"jeśli|jeżeli|gdyby)\b[^.!?,]{0,40}$|(?:如果|要是|一旦|假如|もし|万が一)[^。\n]{0,16}$|"
    r"\b(?:consid[eé]r(?!ation)\w*|assume|sans (?:réponse|nouvelles?)|sin respuesta|sem resposta|"
    r"senza risposta|ohne (?:antwort|rückmeldung)|zonder (?:reactie|bericht))\b[^.!?]{0,60}$",
    re.I,
)
_NOT_LEAVING = re.compile(
    r"\b(?:if|whether|unless|falls|wenn|jeśli|jeżeli|gdyby)\b[^.!?,;\n]{0,40}$|"
    r"\b(?:not|never|nicht|keineswegs|nie chcę|no quiero|não quero|non voglio|ne veux pas)"
    r"(?: (?:want|wish|like|going|planning|intend\w*|mean\w*|trying|have))?(?: to)?\W*$|"
    r"n't(?: (?:want|wish|like|intend|mean|have))?(?: to)?\W*$|"
    r"\b(?:no|não|non|ne|nie|inte)(?: (?:me|mi|se|si))?\W*$|"
    r"\b(?:om jag|als ik|si (?:je|j'|tuv|tengo|dev|dois)\w*|se (?:eu|dov|tiv|tenho)\w*)\b[^.!?,;\n]{0,40}$|"
    r"(?:如果|要是|一旦|假如|もし|万が一)[^。\n]{0,16}$",
    re.I,
)
"""What stands before words of leaving that mean none: `if I have to withdraw`, `I won't step back`."""
_KEEPS = re.compile(
    r"(?:zieh|trete|steig|nehm|trek|stap)\w*\b[^\n]{0,90}\b(?:nicht|niet) (?:zurück|aus|raus|terug|in|uit)",
    re.I,
)
"""Verbs of leaving that are denied between their parts: `ich ziehe meine Bewerbung nicht zurück`."""
_NOT_AFTER_ALL = re.compile(
    r"\s*(?:nicht|niet|inte|pas)\b|(?:する|した|を)?(?:つもり|考え|意思|予定)(?:は|も)?(?:ござい|あり|い|おり)?(?:ませ|な)|"
    r"(?:する|した|となる|になる)?(?:場合|かもしれ|際は)",
    re.I,
)
"""What denies words of leaving or of an end, or makes them conditional, after them."""
_WRAPPED = re.compile(r"(?<=[^\n]{40})(?<![.!?:])[ \t]?\n(?=\w)")
"""The end of a line that a mail program broke, not the writer."""


@dataclass(frozen=True, slots=True)
class StageFound:
    """The stage, how it ended if it did, and why."""

    stage: Stage
    ended: str
    evidence: Evidence


def find_ending(spoken: list[Message], me: Me) -> StageFound | None:
    """Find a rejection or a withdrawal after which nobody went on."""
    for number in range(len(spoken) - 1, -1, -1):
        message = spoken[number]
        kind = classify(message, me)
        said = told_in(message)
        if kind is AnswerKind.OWN:
            if not message.in_reply_to:
                said = f"{message.subject}\n{said}"
            found = _withdrawal(said)
            leaves = found[0] if found else _clause(said, Says.WITHDRAWN)
            if leaves:
                return StageFound(
                    Stage.CLOSED, "withdrawn", evidence_of(Stage.CLOSED, message, leaves)
                )
        elif kind in (AnswerKind.PERSON, AnswerKind.ACKNOWLEDGEMENT):
            refusal = refusal_in(said)
            if refusal:
                why, told = refusal
                return StageFound(Stage.CLOSED, why, evidence_of(Stage.CLOSED, message, told))
            if goes_on(said):
                return None
    return None


@lru_cache(maxsize=4_096)
def refusal_in(said: str) -> tuple[str, str] | None:
    """Return why a process ended by the house's words, `filled` or `rejected`, and the words."""
    found = _rejection(said)
    if found:
        return "filled" if _FILLED.search(found[0]) else "rejected", found[0]
    clause = clauses.find(said, Says.FILLED, Says.REJECTED)
    if clause:
        return clause.kind.value, clause.words
    left = leave_taken_in(said)
    return ("rejected", left) if left else None


def _clause(said: str, kind: Says) -> str:
    """Return the words of a clause that says it; empty where none does."""
    found = clauses.find(said, kind)
    return found.words if found else ""


def _withdrawal(said: str) -> re.Match[str] | None:
    """Return the user's own words of leaving, where they are meant."""
    for found in stage_words.WITHDRAWN.finditer(said):
        before, after = said[max(0, found.start() - 60) : found.start()], said[found.end() :][:16]
        if not (
            _NOT_LEAVING.search(before) or _KEEPS.match(found[0]) or _NOT_AFTER_ALL.match(after)
        ):
            return found
    return None


def _rejection(said: str) -> re.Match[str] | None:
    """Return words of refusal that stand unconditionally and are not about a meeting."""
    if not stage_words.REJECTED_FOLDED.search(said.lower()):
        return None
    for found in stage_words.REJECTED.finditer(said):
        sentence = _SENTENCE.match(said, found.start())
        if sentence and _is_of_a_date(found[0], sentence[0]):
            continue
        whole = _around(said, found)
        if (
            _is_still_open(said, found)
            or _is_of_a_meeting(found[0], whole)
            or _is_of_something_else(found[0], whole)
            or _UNDECIDED.search(whole)
        ):
            continue
        if _ASKED.match(said, found.end()):
            continue
        if _WHERE_IT.match(said, found.end()) or _CHOSEN_YOU.match(said, found.start()):
            continue
        if not _IF.search(said[max(0, found.start() - 90) : found.start()]):
            return found
    return None


_ASKED = re.compile(r"[^.!?\n]{0,60}[?\uff1f]")
_WHERE_IT = re.compile(r"[^。\n]{0,4}(?:場合|かもしれ|可能性)")
"""What makes an end a condition, after it."""
_CHOSEN_YOU = re.compile(
    r"厳正なる選考の結果[^。]{0,40}(?:内定|採用(?:いたし|し|させ)|合格|通過(?:され|し))"
)
"""`After strict selection` opens a yes as well as a no."""
_UNDECIDED = re.compile(
    r"\b(?:noch nicht (?:\w+ )?entschieden|(?:not|n't) (?:yet )?(?:decided|made up our)|pas encore (?:décidé|tranché|choisi)|"
    r"(?:aún|todavía) no (?:hemos|ha|han) (?:decidido|elegido)|ainda não (?:decidi|escolhe)\w+|non abbiamo ancora (?:deciso|scelto)|"
    r"nog niet (?:beslist|besloten|gekozen)|inte bestämt|nie zdecydowa\w+)\b",
    re.I,
)


def _is_still_open(said: str, found: re.Match[str]) -> bool:
    """Tell whether words of a post that is gone speak of later, of long ago or of another post."""
    if not _FILLED.search(found[0]):
        return False
    before, after = said[max(0, found.start() - 40) : found.start()], said[found.end() :][:24]
    return bool(
        _STILL.search(found[0])
        or _STILL.search(before)
        or _ONCE.search(before)
        or _OTHER_POST.search(before)
        or _THEN.match(after)
    )


def _around(said: str, found: re.Match[str]) -> str:
    """Return the sentence in which words were found, at most 160 characters to either side."""
    before, after = clauses.sentence_around(said, found)
    return before + found[0] + after


def _is_of_something_else(words_found: str, sentence: str) -> bool:
    """Tell whether regret is not of a candidacy, or others are named of whom none is chosen."""
    if _REGRET.match(words_found):
        return not (_CANDIDACY.search(sentence) or _DECIDES.search(sentence))
    is_of_others = bool(_OTHERS.fullmatch(words_found))
    return is_of_others and (not _CHOSEN.search(sentence) or bool(_OUT.search(sentence)))


_REGRET = re.compile(
    r"(?:leider|malheureusement|lamentablemente|infelizmente|purtroppo|helaas|tyvärr|niestety|zu unserem bedauern|tot onze spijt|"
    r"(?:sorry|regret) to (?:have to )?(?:tell|say|let you know))\b(?! müssen wir| mussten wir)",
    re.I,
)
_DECIDES = re.compile(
    r"absag|entschied|berücksicht|weiter|fortsetz|zusag|zusammen|überzeug|gereicht|engere|auswahl|"
    r"anbieten|einstell|besetz|runde|retenu|retenir|suite|poursuiv|correspond|profil|choi[sx]|sélection|"
    r"recrut|négati|\bsegui|\bcontinu|avan[zç]|sele(?:c)?cion|elegi|perfil|proces|encaja|prossegu|escolh|"
    r"prosegu|proced|avanti|selezion|scelt|idone|esito|verder|doorg|gekozen|keuze|kandida|functie|"
    r"aanbied|afwij|uitnodig|teleurstel|geworden|vidare|valt|ansökan|tjänst|jobbet|avslut|kontynu|wybra|kandyd|"
    r"aplikac|rekrut|stanowisk|zakwalif|etap|propon|proceed|forward|progress|success|select|chos|"
    r"shortlist|offer|filled|decid|further|job|panel|team|"
    r"\b(?:ander|autre|otr[oa]|outr[oa]|altr[oaie]|annan|andra|inn(?:ego|ą|ych)|(?:an)?other|else)",
    re.I,
)
_OTHERS = re.compile(
    r"(?:andere kandida|autre candidat|d'autres (?:profils|candidat)|altr[io] candidat|"
    r"outros candidatos|other applicants?)",
    re.I,
)
_OUT = re.compile(
    r"withdr[ae]w|pulled out|dropped out|abgesagt|zurückgezogen|désist|retir|rinunci|teruggetrokken|afgehaakt|dragit sig|desist|wycofa",
    re.I,
)
"""Another one left: that ends nothing for the user."""
_CHOSEN = re.compile(
    r"cho[so]|decided|select|prefer|better|closer|strong|forward|proceed|progress|appoint|offer|whose|"
    r"choisi|choix|reten|privilég|suite|poursuiv|préfér|correspond|scelt|deciso|preferit|prosegu|"
    r"selezion|orientat|optato|più|avant|escolh|avan[cç]|segu|optá|opta|prefer|selec|gekozen|kiez|keuze|verder|"
    r"door(?:gaan|gegaan)?\b|voorkeur|besloten|beter|aansl|past",
    re.I,
)
_STILL = re.compile(
    r"\b(?:not yet|noch (?:nicht|keine)|(?:pas|jamais) encore|(?:aún|todavía) no|ainda não|"
    r"(?:non|ancora)\b[^.!?\n]{0,16}\b(?:ancora|non)|nog (?:niet|geen)|(?:ännu )?inte|jeszcze|"
    r"has not|hasn't|have not|haven't|letar|suchen noch)\b[^.!?\n]{0,24}$|"
    r"\b(?:noch nicht|pas encore|(?:aún|todavía) no|ainda não|ancora non|nog niet|jeszcze)\b|"
    r"まだ|还没|尚未",
    re.I,
)
_ONCE = re.compile(
    r"(?:(?<!at )\bonce|\b(?:when|as soon as|until|sobald|bevor|dès que|lorsque|avant que|una vez que|"
    r"cuando|en cuanto|assim que|quando|(?:non )?appena|zodra|voordat|tot|tills|innan|när|gdy|kiedy|"
    r"zanim|last year|letztes jahr|voriges jahr|l'an dernier|el año pasado|no ano passado|l'anno scorso|"
    r"vorig jaar|förra året|w zeszłym roku))\b[^.!?,;\n]{0,30}$|(?:去年|昨年)[^。\n]{0,20}$",
    re.I,
)
_OTHER_POST = re.compile(
    r"\b(?:andere[nrs]?|other|autre|otr[oa]|outr[oa]|altr[oa]|andra|inne)\s$|l'(?:autre|altr[oa])\s$|"
    r"\b(?:one of (?:our|the|these) \w+|eine der \w+|l'un des \w+|una de las \w+|uno dei \w+|een van de \w+) \w+\s$",
    re.I,
)
_THEN = re.compile(
    r"\s(?:for (?:\w+ ){0,2}(?:years?|months?|candidates|applicants)|(?:än|ännu)\b|(?:wird|werden) (?:soll|sollen|muss)|"
    r"(?:seit|desde|depuis|sedan|sinds|da) \w+ (?:jahr|año|an|år|jaar|ann))",
    re.I,
)


_FILLED = re.compile(
    r"filled|cancel|pulled|hold|freeze|frozen|froze|paused|scrapped|no longer (?!available)|"
    r"taken\b(?! further| any)|gone\b|clos(?:ed|ing)|stopp|abandon|halt|shelv|axed|mothball|parked|"
    r"hir(?:e|ing) any|be hired|internal|advert|no money|not to fill|not exist|lost|fell through|fallen|(?:ing|ed) all|found (?:our|their|the right|a suit)|(?:ing|ed) (?:the|this) (?:search|recruit)|"
    r"besetz|vergeben|intern|mandat|auftrag z|gestrichen|eingefroren|auf eis|verfahren|ausschreibung|suche\b|niemand|fällt|gestoppt|auf eis|eingefroren|"
    r"pourvu|gelé|attribué|supprim|confié|annul|retirée?$|recrutement|procédure|recherche|recruter|embaucher|projet|se ha|se han|contrataciones|suspen|projeto|progetto|assunzioni|stopgezet|vacatures|projekt|rekryteringar|取り下げ|没有了|没了|"
    r"suspend|congelad|cubiert|cerrado|paraliz|amortiz|suprimid|ocupad|contrata(?:r|ci)|"
    r"preenchid|extint|fechá|fechar|ninguém|cancelad|copert|sospes|assegnat|soppress|chius|chiud|ricerca|nessuno|"
    r"vervuld|ingevuld|bevroren|bezet|geschrapt|ingetrokken|vervallen|gevonden voor|procedure|werving|gaat|"
    r"tillsatt|pausa|fryst|gått till|gick till|dragits|indragen|rekryteringen|hittat|anställ|obsadz|wstrzyman|"
    r"objęł|objął|zaj[ęą]ł|zakończ|zamknęl|anul|unieważ|odwołan|zatrudni|募集|充足|凍結|埋ま|クローズ|中止|終了|"
    r"白紙|取りやめ|招满|招到|冻结|取消|填补|有人了|找到|终止|停止|结束|不再招",
    re.I,
)
"""Words of an ending that lies in the post, not in the candidate."""


def goes_on(said: str) -> bool:
    """Tell whether a talk goes on: `if you ever want to interview again` is a farewell."""
    hits = [*stage_words.INTERVIEW.finditer(said), *stage_words.OFFER.finditer(said)]
    return any(
        not _IF.search(said[max(0, found.start() - 90) : found.start()])
        and not _OFF.match(said, found.end())
        and not _OFF_BEFORE.search(said[max(0, found.start() - 40) : found.start()])
        for found in hits
    )


_OFF = re.compile(
    r"[^.!?\n]{0,20}\b(?:off (?:the|your|our|my) (?:calendar|diary|books)|(?:uit (?:de|mijn|onze)|aus (?:dem|meinem|unserem)|d[eu] (?:l'|mon |notre )?|d(?:el|o|a|al|all'|alla|allo)(?: mi| nuestr[oa]| minha| nossa| mio| nostro)?|ur|z(?: naszego| mojego)?) ?(?:agendas?|kalender\w*|kalendarza|calend[aá]rio)|cancell?ed|released|(?:abgesagt|storniert|gestrichen|annulée?|cancelad[ao]|anulad[ao]|annullat[oa]|geannuleerd|avbokad|odwołan\w+))\b",
    re.I,
)
_OFF_BEFORE = re.compile(
    r"\b(?:cancell?ed|released|cancel|removed|taken|abgesagt|stornier\w*|annul\w+|cancel[ao]\w*|anul\w+|geannuleerd|annuleren|avboka\w*|odwoł\w+|"
    r"struck|deleted|gestrichen|gelöscht|herausgenommen|supprimée?|retirée?|quitad[ao]|borrad[ao]|retirei|removi|tolt[ao]|eliminat[ao]|geschrapt|verwijderd|strukit|struken|tagit bort|usun\w+|skreśl\w+)\b[^.!?\n]{0,20}$",
    re.I,
)
"""An interview that is called off after a farewell is no going on."""


def _is_of_a_date(words_found: str, sentence: str) -> bool:
    """Tell whether only a day does not suit, or nothing is known: `Leider noch keine Antwort`."""
    if _DAY_OFF.search(sentence):
        return True
    if not _SORRY.match(words_found) or _CANDIDACY.search(sentence) or _ELSE.search(sentence):
        return False
    return bool(_DAY.search(sentence) or _NOT_YET.search(sentence))


_DAY_OFF = re.compile(
    r"\b(?:den|unseren|am|vom|für) (?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|\d{1,2}\.|termin|gespräch)"
    r"[^.!?\n]{0,40}\b(?:absagen|abgesagt|verschieben|verschoben|verlegen)\b",
    re.I,
)
_SENTENCE = re.compile(r"[^.!?\n]{0,120}")
_SORRY = re.compile(
    r"leider|bedauerlicherweise|malheureusement|lamentablemente|infelizmente|purtroppo|helaas|"
    r"tyvärr|niestety",
    re.I,
)
_DAY = re.compile(
    r"\b(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|termin|urlaub|uhr|krank|woche|morgen|heute|"
    r"lundi|mardi|mercredi|jeudi|vendredi|semaine|demain|lunes|martes|miércoles|jueves|viernes|"
    r"semana|mañana|segunda|terça|quarta|quinta|sexta|amanhã|lunedì|martedì|mercoledì|giovedì|"
    r"venerdì|settimana|domani|(?:maan|dins|woens|donder|vrij)dag|morgen|(?:mån|tis|ons|tors|fre)dag|"
    r"vecka|imorgon|poniedziałek|wtorek|środę|czwartek|piątek|jutro|tydzień|tygodniu|\d{1,2}[:h]\d\d)",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:noch (?:nicht|keine?)|(?:pas|rien) encore|encore (?:pas|rien|aucun)|(?:todavía|aún) no|"
    r"ainda não|ancora (?:non|niente|ness)|non .{0,20}ancora|nog (?:niet|geen)|ännu inte|inte ännu|"
    r"inte .{0,20}än|jeszcze nie|nie .{0,20}jeszcze)\b",
    re.I,
)
_ELSE = re.compile(
    r"\b(?:ander\w*|autres?|otr[oa]s?|outr[oa]s?|altr[oaie]|annan|andra|inn\w+|absag\w+|entschieden)\b"
    r"(?! (?:tag|termin|zeit|jour|date|créneau|día|fecha|dia|data|giorno|momento?|dag|tid|dzień))",
    re.I,
)


def _is_of_a_meeting(words_found: str, sentence: str) -> bool:
    """Tell whether only an appointment is called off: `leider muss ich unser Gespräch absagen`."""
    if _MEETING_OFF.search(sentence):
        return True
    return bool(_MEETING.search(words_found)) and not _CANDIDACY.search(words_found)


_MEETING = re.compile(
    r"\b(?:gespräch|termin|interview|telefonat|call|meeting|entretien|rendez-vous|entrevista|"
    r"reunión|reunião|colloquio|incontro|gesprek|afspraak)\b|面接|面談",
    re.I,
)
_MEETING_OFF = re.compile(
    r"\b(?:das|unser|ihr|euer|dieses|den|unseren|ihren|diesen) (?:\w+ )?(?:\w*gespräch|\w*termin|interview|treffen|telefonat|call)\b"
    r"[^.!?,;\n]{0,60}\babsagen\b",
    re.I,
)
"""Where the meeting stands before the regret: `das Gespräch vom Freitag muss ich leider absagen`."""
_CANDIDACY = re.compile(
    r"bewerb|(?<!an ihrer )(?<!an seiner )stelle|position|candidat|candidac|kandidat|application|role|poste|puesto|vaga|"
    r"vacatur|sollicit|選考|採用",
    re.I,
)


def told_in(message: Message) -> str:
    """Return a message's own words with the lines joined that its mail program broke."""
    return _WRAPPED.sub(" ", said_in(message))


def evidence_of(stage: Stage, message: Message, found: str) -> Evidence:
    """Return the words found as the reason for a stage, cut to 80 characters."""
    return Evidence("stage", stage.value, "they said so", message.message_id, found[:80])
