"""Who only asks for papers, and the office that only sends a summons: they recruit nobody."""

from __future__ import annotations

import re

from mailer.model import Me, Message, Part
from mailer.reading import people_words, stage_words
from mailer.reading.dossiers import Dossier
from mailer.reading.quotes import said_in
from mailer.reading.successions import speaks_of_leaving

_OFFICE = re.compile(
    r"^\W*(?:(?:ufficio|area|settore|servizio|segreteria|ripartizione|u\.o\.)\b|(?:office|department) of\b|(?:\w+ ){0,3}office\b|"
    r"\w*(?:sachgebiet|dezernat|referat|abteilung|stelle)\b|(?:bureau|service|direction) (?:des|de|du)\b|(?:servicio|negociado|sección|unidad|vicerrectorado) de\b|"
    r"(?:serviço|secção|seção|divisão|núcleo|unidade) de\b|(?:dienst|afdeling|bureau)\b|\w*(?:enheten|avdelningen)\b|(?:biuro|dział)\b)|(?:課|係|事務局|处|办公室)\W*$",
    re.I,
)
"""What stands under the name of who writes for an office: no title of their own."""
_SELECTION = re.compile(
    r"\b(?:selezione (?:in oggetto|pubblica)|bando|concorso|procedura (?:selettiva|comparativa)|prova (?:orale|scritta)|convocazione|"
    r"selection (?:process|procedure|board) (?:ref|no)|competition (?:ref|no|number)|auswahlverfahren|kennziffer|berufungsverfahren|"
    r"concours|procédure de sélection|convoqu\w+|concurso|convocatoria|oposición|proceso selectivo|edital|prova (?:oral|escrita)|"
    r"selectieprocedure nr|konkurs|diarienummer|referensnummer)\b|採用試験|受験番号|公募|公开招聘|考试通知",
    re.I,
)


SENDS_SUMMONS = "sends the summons"
_SUMMONS = 4.5
_SURELY_RECRUITS = 6
"""Points of who has the title and says so too: they recruit, whatever papers they ask for."""


def judge_clerks(dossiers: dict[str, Dossier], me: Me) -> None:
    """Take out who only asks for papers, and the office that only sends a public summons.

    Neither recruits where somebody else leads; the one writes last and would take their place.
    """
    for dossier in dossiers.values():
        if not dossier.written or dossier.points.get(Part.COORDINATOR, 0) >= 3:
            continue
        others = [
            d
            for d in dossiers.values()
            if d is not dossier and d.written and not speaks_of_leaving(said_in(d.written[-1]))
        ]
        recruited = any(counts_as(d, Part.RECRUITER) or counts_as(d, Part.AGENCY_RECRUITER) for d in others)  # fmt: skip
        led = any(counts_as(d, Part.HIRING_MANAGER) for d in others)
        recruits = dossier.points.get(Part.RECRUITER, 0)
        only_papers = all(map(_asks_for_papers, dossier.written))
        leads = dossier.points.get(Part.HIRING_MANAGER, 0)
        only_papers = only_papers and recruits < _SURELY_RECRUITS
        if only_papers and not leads and (recruited or (led and recruits < 2)):
            dossier.add(Part.OTHER, recruits + 1, "only asks for papers", dossier.written[-1])
        elif led and recruits and _only_summons(dossier, me):
            points = recruits + _SUMMONS  # an office's words are those of who recruits
            dossier.add(Part.COORDINATOR, points, SENDS_SUMMONS, dossier.written[-1])


def counts_as(dossier: Dossier, part: Part) -> bool:
    """Tell whether clear signs speak for a part of somebody who does not only ask for papers."""
    clear = dossier.points.get(part, 0) >= (1.5 if part is Part.HIRING_MANAGER else 2)
    return clear and not all(map(_asks_for_papers, dossier.written))


def _asks_for_papers(message: Message) -> bool:
    """Tell whether a mail is about the papers of who begins: bank, insurance, identity."""
    said = f"{message.subject}\n{said_in(message)}"
    return bool(people_words.PAPERS.search(said)) and not stage_words.INTERVIEW.search(said)


def _only_summons(dossier: Dossier, me: Me) -> bool:
    """Tell whether an office wrote once, of a public selection, and greets nobody by name."""
    if len(dossier.written) > 1 or dossier.seen_in_copy:
        return False
    message = dossier.written[0]
    said = said_in(message)
    family = me.name.split()[-1:] or ["\n"]
    return bool(_OFFICE.search(dossier.title) and _SELECTION.search(said)) and not any(
        name in said for name in family
    )
