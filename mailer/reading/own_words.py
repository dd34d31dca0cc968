"""What somebody says of themselves makes their part: a team, a claim, an introduction."""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.letters import spelled
from mailer.matching import fold
from mailer.model import Message, Part
from mailer.reading import people_words
from mailer.reading.claims import claim_of_self
from mailer.reading.display_names import split_name
from mailer.reading.dossiers import Dossier
from mailer.reading.quotes import said_in
from mailer.reading.senders import org_domain

_NO_TEAM = re.compile(
    r"^ (?:(?:the|our|this|a|la|l'|le|el|o|il) ?)?(?:\w+ )?(?:conversation|interview|session|call|meeting|discussion|exercise|panel|entretien|discussion|entrevista|charla|conversa|colloquio|risk|errands|late|out)\b|^ (?:votre|vos|ta|ton|tes|vous|tu|su|sua|seu|tua|la sua|il suo) \w+ (?:vers|à|au|a|al|para|hacia|verso)\b",
    re.I,
)
"""Who leads a talk or passes a letter on leads no team."""
_I = re.compile(r"\b(?:I|me|my)\b")
_OF_ANOTHER = re.compile(r"\b(?:que|quien|qui|quem|che|él|ella|ele|ela|lui|elle|il)\s+$", re.I)
"""Who would be the boss is another: `Emili, que sería tu jefe`."""
_OFF_WORK = re.compile(
    r"^\W{0,2}(?:at|in|from|of|im|beim|vom|au|à|du|de|en|no|na|del|bij|op|på|i|w|na|z)? ?(?:the |der |la |le |de |den |l')?(?:gym|church|choir|football|soccer|rugby|cricket|running club|pub quiz|fussball\w*|kirchenchor|chor|verein|sportverein|foot|chorale|coro|fútbol|futebol|calcio|palestra|voetbal\w*|koor|fotboll\w*|kör\w*|chór\w*|piłk\w+)\b",
    re.I,
)
"""Whose `my team` is no team of work."""
_LEADS = re.compile(
    r"(?:i|we)(?:'m| am)? (?:run|head|lead|manage|build|built)|ich leite|je dirige|di[rg]i[gj]o|lidero|guido|ik leid|geef leiding|jag leder|kieruję|prowadzę|zarządzam",
    re.I,
)
_OF = re.compile(
    r"[ ,]{0,2}(?:(?:of|for|der|des|für|de|du|de la|del|do|da|dos|di|delle|dei|van|för|ds\.) )?"
)
_OF_OTHERS = re.compile(
    r"\b(?:your|ihre?|votre|ton|tu|su|uw|jouw|to the|zur|der|for the|with the)\W*$", re.I
)
_I_AM = re.compile(
    spelled(
        r"\b(?:I am|I'm|[Ii]ch bin|[Jj]e suis|[Mm]oi,? c'est|[Tt]his is|[Hh]ier ist|[Ii]ci|[Aa]qui (?:é|fala)|[Aa]quí|[Ss]oy|[Ss]ou|[Ss]ono|[Ii]k ben|[Jj]ag är|my name is|[Mm]ein Name ist|[Mm]i nombre es|[Mm]eu nome é|[Mm]i chiamo|[Ll]e scrive|[Tt]e escribe|[Ll]e escribe|[Mm]ijn naam is|[Jj]ag heter|[Dd]et är|[Jj]estem|[Nn]azywam się|[\pU]\w{1,20},? (?:here|hier|här|aquí|z tej strony)[,.:;]?|[\pU]\w{1,20} heter jag(?: och)?,?)\s"
    )
)
_AS_BOSS = re.compile(
    r"\bas (?:the |your future |your )?[\w &-]{2,40}?,? (?:i |i'[mdlv])|\bals [\w -]{2,40}? (?:such|hätt|würd|möcht|leit|brauch|wünsch|freu|bin|will|wil|zoek|heb|ben|zou)\w{0,3} (?:ich|ik)\b|"
    r"\b(?:en tant que|comme|en (?:ma )?qualité de) [\w '’-]{2,40}?,? (?:je |j'|moi)|\bcomo [\w -]{2,40}?,? (?:yo|eu|busco|procuro|necesito|preciso|quiero|quero|me gustar|gostar)|"
    r"\b(?:come|in qualità di|da) [\w '’-]{2,40}?,? (?:io|cerco|vorrei|mi serve|ho bisogno)\b|\bsom [\w -]{2,30}? (?:söker|behöver|vill|letar|har|skulle) jag\b|"
    r"\bjako [\w -]{2,30}?,? (?:szukam|potrzebuję|chciał|zależy mi)",
    re.I,
)
"""`Als Vorstandsvorsitzender suche ich`: what they are, and that they speak of themselves."""
_CALENDAR_WORK = re.compile(
    r"\b(?:calendar (?:hold|invite)|i'll (?:set|send) (?:up |out )?the (?:calendar|invite)|send(?:ing)? (?:you )?(?:options|an? invit)|"
    r"schick\w* ihnen (?:einen|den) termin|anbei der termin|invitation pour votre|ci-joint l'invitation|"
    r"te envío la invitación|in allegato l'invito|hierbij de uitnodiging)\b|日程調整|面接の日程",
    re.I,
)
_APPLICATION = re.compile(
    r"\b(?:your (?:application|cv|resume|résumé)|our (?:hiring|recruitment|selection|interview) (?:process|team)|next steps|i (?:look after|handle|run) (?:the )?(?:hiring|recruitment))\b|"
    r"unterlagen|bewerbung|candidature|candidatura|sollicitatie|選考|ご応募|简历|应聘",
    re.I,
)
SAYS_TO_RECRUIT = re.compile(
    r"\bi (?:also )?recruit (?:for|into|across)\b|\bich rekrutiere (?:für|im)\b|\bje recrute pour\b|\b(?:yo )?recluto para\b|\beu recruto para\b|"
    r"\brecluto per\b|\bik werf voor\b|\bjag rekryterar (?:för|till|åt)\b|\brekrutuję (?:dla|do)\b|採用を担当|负责招聘",
    re.I,
)
HAS_NO_SAY = "says to have no say"
"""Why somebody is no boss, whatever else they write."""
IS_COLLEAGUE = "says to be a colleague to be"
"""Why somebody neither leads nor recruits, even where the post is one in personnel."""
ANOTHER_DECIDES = "says that another decides"
"""Why somebody is no boss where another writes who may be one."""
_OWN_WORDS = (
    (Part.HIRING_MANAGER, 3.0, people_words.FOUNDER, "has founded the company"),
    (Part.HIRING_MANAGER, 1.5, people_words.OWN_TEAM, "speaks of a team of their own"),
    (Part.COORDINATOR, 3.5, people_words.ON_BEHALF, "arranges for somebody else"),
    (Part.COORDINATOR, 1.0, _CALENDAR_WORK, "sets up the calendar"),
    (Part.COORDINATOR, 1.0, people_words.ARRANGES, "arranges the interview"),
    (Part.RECRUITER, 0.5, _APPLICATION, "speaks of the application"),
    (Part.RECRUITER, 2.0, SAYS_TO_RECRUIT, "says to recruit"),
    (Part.INTERVIEWER, 2.0, people_words.HAS_NO_SAY, HAS_NO_SAY),
    (Part.INTERVIEWER, 4.0, people_words.DECIDES_NOT, ANOTHER_DECIDES),
    (Part.INTERVIEWER, 4.0, people_words.IS_COLLEAGUE, IS_COLLEAGUE),
)


@lru_cache(maxsize=4_096)
def own_team(said: str) -> re.Match[str] | None:
    """Return where somebody speaks of a team that they lead now: `you would report to me`."""
    if not people_words.OWN_TEAM_FOLDED.search(said.lower()):
        return None
    return next(
        (
            found
            for found in people_words.OWN_TEAM.finditer(said)
            if not people_words.ONCE.search(said[max(0, found.start() - 40) : found.start()])
            and not _OF_ANOTHER.search(said[max(0, found.start() - 12) : found.start()])
            and not _OFF_WORK.search(said[found.end() : found.end() + 30])
            and not _NO_TEAM.search(said[found.end() : found.end() + 40])
            and not (
                found[0].lower().startswith("to whom")
                and not _I.search(said[found.end() : found.end() + 60])
            )
        ),
        None,
    )


def judge_by_own_words(dossier: Dossier) -> None:
    """Count what somebody says of themselves in what they wrote."""
    for message in dossier.written:
        said = said_in(message)
        _judge_by_introduction(dossier, message, said)
        _judge_by_claim(dossier, message, said)
        for part, points, pattern, reason, find in _FINDERS:
            found = (
                founder_in(said, dossier.name) if pattern is people_words.FOUNDER else find(said)
            )
            if found and pattern is people_words.OWN_TEAM and (hires := _leads_hiring(said, found)):
                found = own_team(said[found.end() :])
                if not found:  # `I run People Strategy, and this role would report to me`
                    dossier.add(Part.RECRUITER, 2, "leads those who recruit", message, hires)
            if found and (part is not Part.HIRING_MANAGER or org_domain(dossier.address)):
                dossier.add(part, points, reason, message, found[0])


def founder_in(said: str, name: str = "") -> re.Match[str] | None:
    """Return where a writer of that name says to have founded the company, and not that another has."""
    if not people_words.FOUNDER_FOLDED.search(said.lower()):
        return None
    others = [found.span() for found in people_words.FOUNDED.finditer(said)]
    return next(
        (
            found
            for found in people_words.FOUNDER.finditer(said)
            if not any(start <= found.start() and found.end() <= end for start, end in others)
            and not _OTHERS_ASIDE.search(said[: found.start()])
            and not _is_of_another(said[: found.start()], name)
        ),
        None,
    )


def _is_of_another(before: str, name: str) -> bool:
    """Tell whether a title stands behind another's name: `este es Quique, el fundador de Nido`."""
    told = _NAMED_ASIDE.search(before) if name else None
    return told is not None and fold(told[1]) not in fold(name)


_NAMED_ASIDE = re.compile(
    spelled(
        r"(?:\b(?:this is|meet|das ist|c'est|voici|este es|esta es|este é|esta é|questo è|questa è|dit is|det här är|to jest|poznaj)|[,;:.]) "
        r"([\pU][\w'’-]+)(?: [\pU][\w'’-]+)?, (?:(?:the|our|der|die|unser\w*|le|la|l'|notre|el|nuestr[oa]|o|a|nosso|nossa|il|lo|nostr[oa]|de|onze|vår) ?)?$"
    )
)


SAYS_TO_LEAD = "says to lead"
"""Why somebody is the boss who says so: of 721 who do 707 are."""
_OTHERS_ASIDE = re.compile(spelled(r"[\pU][\w'’-]+ \((?:\w+ ){0,2}$"))
"""Behind whose name it is said: `Patrick (co-founder, your would-be boss)`."""
_FINDERS = tuple(
    (*row, own_team if row[2] is people_words.OWN_TEAM else row[2].search) for row in _OWN_WORDS
)
"""The same with how each is looked for, once for all."""


def _judge_by_claim(dossier: Dossier, message: Message, said: str) -> None:
    """Read what somebody says to do here, however they put it."""
    claim = claim_of_self(said)
    if claim is None:
        return
    part, points, sentence = claim
    if part is not Part.HIRING_MANAGER:
        dossier.add(part, points, "says to look after it", message, sentence)
    elif org_domain(dossier.address):
        points -= 1.5 * (own_team(said) is not None)
        dossier.add(part, points, SAYS_TO_LEAD, message, sentence)


def _judge_by_introduction(dossier: Dossier, message: Message, said: str) -> None:
    """Read what somebody calls themselves: `Soy Pilar Otero, directora de Enfermería`."""
    if dossier.title:
        return
    as_boss = _AS_BOSS.search(said)
    if as_boss and people_words.MANAGER_TITLE.search(as_boss[0]) and not people_words.RECRUITER_TITLE.search(as_boss[0]):  # fmt: skip
        dossier.add(Part.HIRING_MANAGER, 2.5, "writes as who leads", message, as_boss[0])
        return
    given = split_name(dossier.name)[0].lower() or "\n"
    lowered = said.lower()
    starts = [f.end() for f in _I_AM.finditer(said)]
    for found in _IT_IS.finditer(said):
        end = found.end() + len(given)
        if lowered[found.end() : end] == given and not lowered[end : end + 1].isalnum():
            starts.append(end)
    for start in starts:
        told = re.split(r"[.!?;\n]", said[start : start + 70])[0]
        titles = [
            (title.start() - 25 * (part is Part.COORDINATOR), part, points)
            for part, points, pattern in (
                (Part.COORDINATOR, 3.0, people_words.COORDINATOR_TITLE),
                (Part.RECRUITER, 3.0, people_words.RECRUITER_TITLE),
                (Part.HIRING_MANAGER, 2.5, people_words.MANAGER_TITLE),
            )
            if (title := pattern.search(told)) and not _OF_OTHERS.search(told[: title.start()])
            if not (part is Part.HIRING_MANAGER and _heads_hiring(told, title))
            if not (part is Part.RECRUITER and own_team(said[start + title.end() :]))
        ]
        if titles:
            _, part, points = min(titles, key=lambda t: t[0])
            if part is Part.COORDINATOR and own_team(said):
                continue  # who coordinates a ward leads it
            dossier.add(part, points, "says so of themselves", message, told.strip())
            return


_IT_IS = re.compile(r"\b(?:c'est|it's|hier|ici|qui|aqui|aquí|tu|tutaj|här) ", re.I)
"""What stands before a given name: `Hier Jonas, Teamleiter`."""


def _leads_hiring(said: str, found: re.Match[str]) -> str:
    """Return whom somebody leads if those recruit: `Ich leite das Konzernpersonal`."""
    if not _LEADS.match(found[0]):
        return ""
    led = re.split(r"[.!?,;\n]", said[found.start() : found.end() + 45])[0]
    return led if people_words.RECRUITER_TITLE.search(led) else ""


def _heads_hiring(told: str, title: re.Match[str]) -> bool:
    """Tell whether a title goes on as one of hiring: `responsable RH`, `Leiterin der HR`."""
    hires = people_words.RECRUITER_TITLE.search(told, title.end())
    return hires is not None and _OF.fullmatch(told, title.end(), hires.start()) is not None
