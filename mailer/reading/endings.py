"""How a process ended: what reads as a refusal, as leaving, and as a post that is gone.

Found apart from the stage, since a date that does not suit, a farewell and a doubt look alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailer.model import Evidence, Me, Message, Stage
from mailer.reading import words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.quotes import said_in

_IF = re.compile(
    r"\b(?:if|whether|unless|should|until|might|may|could|falls|wenn|ob|sobald|si|quando|als|"
    r"jeśli|jeżeli|gdyby)\b[^.!?,]{0,40}$|"
    r"\b(?:consid[eé]r(?!ation)\w*|assume|sans (?:réponse|nouvelles?)|sin respuesta|sem resposta|"
    r"senza risposta|ohne (?:antwort|rückmeldung)|zonder (?:reactie|bericht))\b[^.!?]{0,60}$",
    re.I,
)
_NOT_LEAVING = re.compile(
    r"\b(?:if|whether|unless|falls|wenn|jeśli|jeżeli|gdyby)\b[^.!?,;\n]{0,40}$|"
    r"\b(?:not|never|nicht|keineswegs|nie chcę|no quiero|não quero|non voglio|ne veux pas)"
    r"(?: (?:want|wish|like|going|planning|intend\w*|mean\w*|trying|have))?(?: to)?\W*$|"
    r"n't(?: (?:want|wish|like|intend|mean|have))?(?: to)?\W*$",
    re.I,
)
"""What stands before words of leaving that mean none: `if I have to withdraw`, `I won't step back`."""
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
            if found:
                return StageFound(
                    Stage.CLOSED, "withdrawn", evidence_of(Stage.CLOSED, message, found)
                )
        elif kind in (AnswerKind.PERSON, AnswerKind.ACKNOWLEDGEMENT):
            found = _rejection(said)
            if found:
                why = "filled" if _FILLED.search(found[0]) else "rejected"
                return StageFound(Stage.CLOSED, why, evidence_of(Stage.CLOSED, message, found))
            if _goes_on(said):
                return None
    return None


def _withdrawal(said: str) -> re.Match[str] | None:
    """Return the user's own words of leaving, where they are meant."""
    found = words.WITHDRAWN.finditer(said)
    return next(
        (f for f in found if not _NOT_LEAVING.search(said[max(0, f.start() - 60) : f.start()])),
        None,
    )


def _rejection(said: str) -> re.Match[str] | None:
    """Return words of refusal that stand unconditionally and are not about a meeting."""
    for found in words.REJECTED.finditer(said):
        sentence = _SENTENCE.match(said, found.start())
        if sentence and _is_of_a_date(found[0], sentence[0]):
            continue
        if not _is_of_a_meeting(found[0]) and not _IF.search(
            said[max(0, found.start() - 90) : found.start()]
        ):
            return found
    return None


_FILLED = re.compile(
    r"filled|cancel|pulled|hold|freeze|frozen|froze|paused|scrapped|no longer (?!available)|"
    r"besetzt|vergeben|gestrichen|eingefroren|auf eis|pourvu|gelé|suspend|congelad|cubiert|"
    r"preenchid|copert|sospes|annullat|vervuld|ingevuld|bevroren|tillsatt|pausa|fryst|obsadz|"
    r"wstrzyman|募集|充足|凍結|埋ま|クローズ|招满|招到|冻结|取消",
    re.I,
)
"""Words of an ending that lies in the post, not in the candidate."""


def _goes_on(said: str) -> bool:
    """Tell whether a talk goes on: `if you ever want to interview again` is a farewell."""
    hits = [*words.INTERVIEW.finditer(said), *words.OFFER.finditer(said)]
    return any(not _IF.search(said[max(0, found.start() - 90) : found.start()]) for found in hits)


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


def _is_of_a_meeting(words_found: str) -> bool:
    """Tell whether only an appointment is called off: `leider muss ich unser Gespräch absagen`."""
    return bool(_MEETING.search(words_found)) and not _CANDIDACY.search(words_found)


_MEETING = re.compile(
    r"\b(?:gespräch|termin|interview|telefonat|call|meeting|entretien|rendez-vous|entrevista|"
    r"reunión|reunião|colloquio|incontro|gesprek|afspraak)\b|面接|面談",
    re.I,
)
_CANDIDACY = re.compile(
    r"bewerb|stelle|position|candidat|candidac|kandidat|application|role|poste|puesto|vaga|"
    r"vacatur|sollicit|選考|採用",
    re.I,
)


def told_in(message: Message) -> str:
    """Return a message's own words with the lines joined that its mail program broke."""
    return _WRAPPED.sub(" ", said_in(message))


def evidence_of(stage: Stage, message: Message, found: re.Match[str]) -> Evidence:
    """Return the words found as the reason for a stage, cut to 80 characters."""
    return Evidence("stage", stage.value, "they said so", message.message_id, found[0][:80])
