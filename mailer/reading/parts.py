"""The part each person has in a process, by signs that add up: domain, title, own words, others' words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from mailer.model import Address, Me, Message, Part
from mailer.reading import words
from mailer.reading.agencies import AGENCY_DOMAIN, speaks_for_client
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.claim_groups import recruits_in
from mailer.reading.claims import claim_of_self
from mailer.reading.dossiers import Dossier
from mailer.reading.mentions import PROFESSOR, SAID_TO_ARRANGE, judge_by_greeting, judge_by_mentions
from mailer.reading.quotes import said_in
from mailer.reading.senders import belongs_to_company, is_freemail, is_organisation, org_domain
from mailer.subjects import base_subject


def agency_domains_of(dossiers: dict[str, Dossier]) -> set[str]:
    """Return the domains of agencies, by their own words, signatures and names."""
    points: dict[str, float] = defaultdict(float)
    for dossier in dossiers.values():
        domain = org_domain(dossier.address)
        if not belongs_to_company(Address("", dossier.address)):
            continue
        points[domain] += sum(map(speaks_for_client, dossier.written))
        points[domain] += 0.5 * bool(AGENCY_DOMAIN.search(domain))
        points[domain] -= sum(_is_inside(said_in(m)) for m in dossier.written)
    return {domain for domain, count in points.items() if count >= 1}


def _is_inside(said: str) -> bool:
    """Tell whether somebody speaks of the house's own teams and posts."""
    return own_team(said) is not None or bool(_POST_REPORTS.search(said))


_POST_REPORTS = re.compile(r"\bto whom (?:the|this) (?:\w+ ){1,3}(?:will |would )?reports?\b", re.I)


def own_team(said: str) -> re.Match[str] | None:
    """Return where somebody speaks of a team that they lead now: `you would report to me`."""
    return next(
        (
            found
            for found in words.OWN_TEAM.finditer(said)
            if not words.ONCE.search(said[max(0, found.start() - 40) : found.start()])
            and not _OFF_WORK.search(said[found.end() : found.end() + 30])
            and not _NO_TEAM.search(said[found.end() : found.end() + 40])
            and not (
                found[0].lower().startswith("to whom")
                and not _I.search(said[found.end() : found.end() + 60])
            )
        ),
        None,
    )


_NO_TEAM = re.compile(
    r"^ (?:(?:the|our|this|a|la|l'|le|el|o|il) ?)?(?:\w+ )?(?:conversation|interview|session|call|meeting|discussion|exercise|panel|entretien|discussion|entrevista|charla|conversa|colloquio|risk|errands|late|out)\b|^ (?:votre|vos|ta|ton|tes|vous|tu|su|sua|seu|tua|la sua|il suo) \w+ (?:vers|à|au|a|al|para|hacia|verso)\b",
    re.I,
)
"""Who leads a talk or passes a letter on leads no team."""
_I = re.compile(r"\b(?:I|me|my)\b")
_OFF_WORK = re.compile(
    r"^\W{0,2}(?:at|in|from|of|im|beim|vom|au|à|du|de|en|no|na|del|bij|op|på|i|w|na|z)? ?(?:the |der |la |le |de |den |l')?(?:gym|church|choir|football|soccer|rugby|cricket|running club|pub quiz|fussball\w*|kirchenchor|chor|verein|sportverein|foot|chorale|coro|fútbol|futebol|calcio|palestra|voetbal\w*|koor|fotboll\w*|kör\w*|chór\w*|piłk\w+)\b",
    re.I,
)
"""Whose `my team` is no team of work."""


def _names_company(domain: str, company: str) -> bool:
    label = re.sub(r"[^a-z0-9]", "", domain.partition(".")[0])
    name = re.sub(r"[^a-z0-9]", "", company.casefold())
    return bool(name) and len(name) > 2 and (name in label or label in name)


def employer_domain_of(
    dossiers: dict[str, Dossier], agencies: set[str], introducers: set[str], company: str
) -> str:
    """Return the domain from which most of the employer's people write, empty where none does."""
    counts: dict[str, float] = defaultdict(float)
    for key, dossier in dossiers.items():
        domain = dossier.house
        is_employers = (
            belongs_to_company(Address("", domain and f"@{domain}")) and key not in introducers
        )
        if is_employers and domain not in agencies:
            counts[domain] += 1 + 2 * len(dossier.written) + dossier.is_attendee
            counts[domain] += 5 * _names_company(domain, company)
    return max(counts, key=lambda d: counts[d], default="")


def judge_parts(
    dossiers: dict[str, Dossier],
    messages: Sequence[Message],
    me: Me,
    agencies: set[str],
    employer: str,
    introducers: set[str],
) -> None:
    """Count for every part what speaks for it; the most points win."""
    for dossier in dossiers.values():
        _judge_by_domain(dossier, agencies)
        _judge_by_title(dossier)
        _judge_by_own_words(dossier)
    for message in messages:
        kind = classify(message, me)
        if kind is AnswerKind.PERSON:
            judge_by_mentions(dossiers, message)
        elif kind is AnswerKind.OWN:
            judge_by_greeting(dossiers, message)
    for dossier in dossiers.values():
        arranges = dossier.points.get(Part.COORDINATOR, 0) >= 4
        if arranges and Part.AGENCY_RECRUITER in dossier.points:
            dossier.add(Part.COORDINATOR, 5, "arranges for an agency", dossier.written[0])
    _judge_panel(dossiers)
    _judge_referrers(dossiers, introducers)
    _judge_from_home(dossiers, employer)
    _judge_clerks(dossiers, me)
    _judge_by_default(dossiers, agencies, employer)


def _judge_by_domain(dossier: Dossier, agencies: set[str]) -> None:
    if org_domain(dossier.address) in agencies and dossier.written:
        dossier.add(Part.AGENCY_RECRUITER, 8, "writes for an agency", dossier.written[0])


def _judge_by_title(dossier: Dossier) -> None:
    if any(PROFESSOR.search(n) for n in dossier.names) or any(
        PROFESSOR.search(s) for s in dossier.signatures
    ):
        dossier.add(
            Part.HIRING_MANAGER, 2.5, "is a professor", (dossier.written or dossier.seen_in_copy)[0]
        )
    if not dossier.title or not dossier.written:
        return
    message, title = dossier.written[-1], dossier.title
    if words.COORDINATOR_TITLE.search(title):
        dossier.add(Part.COORDINATOR, 4, "has such a title", message, title)
    elif words.RECRUITER_TITLE.search(title):
        dossier.add(Part.RECRUITER, 4, "has such a title", message, title)
    elif words.MANAGER_TITLE.search(title):
        dossier.add(Part.HIRING_MANAGER, 3, "has such a title", message, title)


def _judge_by_own_words(dossier: Dossier) -> None:
    for message in dossier.written:
        said = said_in(message)
        _judge_by_introduction(dossier, message, said)
        _judge_by_claim(dossier, message, said)
        for part, points, pattern, reason in _OWN_WORDS:
            found = own_team(said) if pattern is words.OWN_TEAM else pattern.search(said)
            if found and pattern is words.OWN_TEAM and (hires := _leads_hiring(said, found)):
                found = own_team(said[found.end() :])
                if not found:  # `I run People Strategy, and this role would report to me`
                    dossier.add(Part.RECRUITER, 2, "leads those who recruit", message, hires)
            if found and (part is not Part.HIRING_MANAGER or org_domain(dossier.address)):
                dossier.add(part, points, reason, message, found[0])


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
        dossier.add(part, points, "says to lead", message, sentence)


def _leads_hiring(said: str, found: re.Match[str]) -> str:
    """Return whom somebody leads if those recruit: `Ich leite das Konzernpersonal`."""
    if not _LEADS.match(found[0]):
        return ""
    led = re.split(r"[.!?,;\n]", said[found.start() : found.end() + 45])[0]
    return led if words.RECRUITER_TITLE.search(led) else ""


_LEADS = re.compile(
    r"(?:i|we)(?:'m| am)? (?:run|head|lead|manage|build|built)|ich leite|je dirige|di[rg]i[gj]o|lidero|guido|ik leid|geef leiding|jag leder|kieruję|prowadzę|zarządzam",
    re.I,
)


def _judge_by_introduction(dossier: Dossier, message: Message, said: str) -> None:
    """Read what somebody calls themselves: `Soy Pilar Otero, directora de Enfermería`."""
    if dossier.title:
        return
    as_boss = _AS_BOSS.search(said)
    if as_boss and words.MANAGER_TITLE.search(as_boss[0]) and not words.RECRUITER_TITLE.search(as_boss[0]):  # fmt: skip
        dossier.add(Part.HIRING_MANAGER, 2.5, "writes as who leads", message, as_boss[0])
        return
    for found in _I_AM.finditer(said):
        told = re.split(r"[.!?;\n]", said[found.end() : found.end() + 70])[0]
        titles = [
            (title.start() - 25 * (part is Part.COORDINATOR), part, points)
            for part, points, pattern in (
                (Part.COORDINATOR, 3.0, words.COORDINATOR_TITLE),
                (Part.RECRUITER, 3.0, words.RECRUITER_TITLE),
                (Part.HIRING_MANAGER, 2.5, words.MANAGER_TITLE),
            )
            if (title := pattern.search(told)) and not _OF_OTHERS.search(told[: title.start()])
            if not (part is Part.HIRING_MANAGER and _heads_hiring(told, title))
            if not (part is Part.RECRUITER and own_team(said[found.end() + title.end() :]))
        ]
        if titles:
            _, part, points = min(titles, key=lambda t: t[0])
            dossier.add(part, points, "says so of themselves", message, told.strip())
            return


def _heads_hiring(told: str, title: re.Match[str]) -> bool:
    """Tell whether a title goes on as one of hiring: `responsable RH`, `Leiterin der HR`."""
    hires = words.RECRUITER_TITLE.search(told, title.end())
    return hires is not None and _OF.fullmatch(told, title.end(), hires.start()) is not None


_OF = re.compile(
    r"[ ,]{0,2}(?:(?:of|for|der|des|für|de|du|de la|del|do|da|dos|di|delle|dei|van|för|ds\.) )?"
)
_OF_OTHERS = re.compile(
    r"\b(?:your|ihre?|votre|ton|tu|su|uw|jouw|to the|zur|der|for the|with the)\W*$", re.I
)
_I_AM = re.compile(
    r"\b(?:I am|I'm|[Ii]ch bin|[Jj]e suis|[Mm]oi,? c'est|[Tt]his is|[Hh]ier ist|[Ii]ci|[Aa]qui (?:é|fala)|[Aa]quí|[Ss]oy|[Ss]ou|[Ss]ono|[Ii]k ben|[Jj]ag är|my name is|[Mm]ein Name ist|[Mm]i nombre es|[Mm]eu nome é|[Mm]i chiamo|[Ll]e scrive|[Tt]e escribe|[Ll]e escribe|[Mm]ijn naam is|[Jj]ag heter|[Dd]et är|[Jj]estem|[Nn]azywam się|[A-ZÀ-Þ]\w{1,20},? (?:here|hier|här|aquí|z tej strony)[,.:;]?|[A-ZÀ-Þ]\w{1,20} heter jag(?: och)?,?)\s"
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


_RECRUITS = re.compile(
    r"\bi (?:also )?recruit (?:for|into|across)\b|\bich rekrutiere (?:für|im)\b|\bje recrute pour\b|\b(?:yo )?recluto para\b|\beu recruto para\b|"
    r"\brecluto per\b|\bik werf voor\b|\bjag rekryterar (?:för|till|åt)\b|\brekrutuję (?:dla|do)\b|採用を担当|负责招聘",
    re.I,
)
_OWN_WORDS = (
    (Part.HIRING_MANAGER, 3.0, words.FOUNDER, "has founded the company"),
    (Part.HIRING_MANAGER, 1.5, words.OWN_TEAM, "speaks of a team of their own"),
    (Part.COORDINATOR, 3.5, words.ON_BEHALF, "arranges for somebody else"),
    (Part.COORDINATOR, 1.0, _CALENDAR_WORK, "sets up the calendar"),
    (Part.COORDINATOR, 1.0, words.ARRANGES, "arranges the interview"),
    (Part.RECRUITER, 0.5, _APPLICATION, "speaks of the application"),
    (Part.RECRUITER, 2.0, _RECRUITS, "says to recruit"),
)


def judge_organizers(dossiers: dict[str, Dossier]) -> None:
    """Make a coordinator of who sends the invitations where another recruiter leads."""
    leading = [
        d
        for d in dossiers.values()
        if d.written and not (d.organizes or d.has_left) and d.points.get(Part.RECRUITER, 0) >= 3
    ]
    for dossier in dossiers.values():
        arranges = any(e.reason == SAID_TO_ARRANGE for e in dossier.evidence)
        recruits = dossier.points.get(Part.RECRUITER, 0) >= 3
        if dossier.organizes and dossier.written and arranges and not recruits:
            why = "sends the invitations, as was said"
            dossier.add(Part.COORDINATOR, 2, why, dossier.written[-1])
        house = org_domain(dossier.address)
        first = min((m.date for d in leading if org_domain(d.address) == house for m in d.written), default=None)  # fmt: skip
        leads = dossier.points.get(Part.HIRING_MANAGER, 0) >= 2.5
        if not (dossier.organizes and dossier.written and first) or leads:
            continue
        if dossier.written[0].date > first:
            dossier.add(Part.COORDINATOR, 5, "sends the invitations", dossier.written[-1])


def _judge_panel(dossiers: dict[str, Dossier]) -> None:
    """Take who says to be one of a panel for no boss where another says to be it."""
    bosses = [
        d for d in dossiers.values() if any(own_team(said_in(m)) or _leads(m) for m in d.written)
    ]
    for dossier in dossiers.values():
        leads = dossier.points.get(Part.HIRING_MANAGER, 0)
        message = next((m for m in dossier.written if words.INTERVIEWS.search(said_in(m))), None)
        if message and leads and bosses and dossier not in bosses:
            dossier.add(Part.INTERVIEWER, leads + 1, "is one of the panel", message)


def _leads(message: Message) -> bool:
    claim = claim_of_self(said_in(message))
    return claim is not None and claim[0] is Part.HIRING_MANAGER


def _judge_referrers(dossiers: dict[str, Dossier], introducers: set[str]) -> None:
    for key in introducers:
        first = dossiers[key].written[0]
        said = said_in(first)
        dossiers[key].add(Part.REFERRER, 6, "introduces the two", first, said)


def _judge_from_home(dossiers: dict[str, Dossier], employer: str) -> None:
    """Take who writes from home, beside those who recruit from the house, for who leads.

    Nobody recruits from a private address.
    """
    recruits = [d for d in dossiers.values() if d.written and d.points.get(Part.RECRUITER, 0) >= 2]
    if any(_counts(d, Part.HIRING_MANAGER) for d in dossiers.values() if d.written):
        return  # who leads is known, and writes from the house or from home
    for dossier in dossiers.values():
        if not (dossier.written and is_freemail(dossier.address)) or dossier.title:
            continue
        if is_organisation(dossier.written[-1].sender):
            continue
        if dossier.points.get(Part.REFERRER) or dossier.points.get(Part.COORDINATOR):
            continue
        if any(d is not dossier and not is_freemail(d.address) for d in recruits):
            why = "writes from home beside those who recruit"
            dossier.add(Part.HIRING_MANAGER, 1.5, why, dossier.written[0])


def _judge_clerks(dossiers: dict[str, Dossier], me: Me) -> None:
    """Take out who only asks for papers, and the office that only sends a public summons.

    Neither recruits where somebody else leads; the one writes last and would take their place.
    """
    for dossier in dossiers.values():
        if not dossier.written or dossier.points.get(Part.COORDINATOR, 0) >= 3:
            continue
        others = [d for d in dossiers.values() if d is not dossier and d.written]
        recruited = any(_counts(d, Part.RECRUITER) or _counts(d, Part.AGENCY_RECRUITER) for d in others)  # fmt: skip
        led = any(_counts(d, Part.HIRING_MANAGER) for d in others)
        recruits = dossier.points.get(Part.RECRUITER, 0)
        only_papers = all(map(_asks_for_papers, dossier.written))
        leads = dossier.points.get(Part.HIRING_MANAGER, 0)
        if only_papers and not leads and (recruited or (led and recruits < 2)):
            dossier.add(Part.OTHER, recruits + 1, "only asks for papers", dossier.written[-1])
        elif led and recruits and _only_summons(dossier, me):
            dossier.add(Part.COORDINATOR, recruits + 1, "sends the summons", dossier.written[-1])


def _counts(dossier: Dossier, part: Part) -> bool:
    """Tell whether clear signs speak for a part of somebody who does not only ask for papers."""
    clear = dossier.points.get(part, 0) >= (1.5 if part is Part.HIRING_MANAGER else 2)
    return clear and not all(map(_asks_for_papers, dossier.written))


def _asks_for_papers(message: Message) -> bool:
    """Tell whether a mail is about the papers of who begins: bank, insurance, identity."""
    said = f"{message.subject}\n{said_in(message)}"
    return bool(words.PAPERS.search(said)) and not words.INTERVIEW.search(said)


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


def _judge_by_default(dossiers: dict[str, Dossier], agencies: set[str], employer: str) -> None:
    """Give those who wrote and are not known yet the part that their mail suggests."""
    known = {max(d.points, key=lambda p: d.points[p]) for d in dossiers.values() if d.points}
    has_assistant = any(
        d.points.get(Part.COORDINATOR, 0) >= 3 and not words.RECRUITER_TITLE.search(d.title)
        for d in dossiers.values()
    )
    for dossier in dossiers.values():
        if dossier.points or not dossier.written:
            continue
        is_outside = bool(employer) and employer not in (org_domain(dossier.address), dossier.house)
        if (
            is_outside
            and not is_freemail(dossier.address)
            and belongs_to_company(Address("", dossier.address))
        ):
            continue
        said = "\n".join(said_in(m) for m in dossier.written)
        hires = recruits_in(said) or words.RECEIVED.search(said)
        others_recruit = bool(known & {Part.RECRUITER, Part.AGENCY_RECRUITER})
        if hires or not (others_recruit or has_assistant or Part.REFERRER in known):
            dossier.add(Part.RECRUITER, 1, "leads the talk", dossier.written[0])
        elif _only_interviews(dossier) or Part.HIRING_MANAGER in known:
            dossier.add(Part.INTERVIEWER, 1, "writes beside who leads", dossier.written[0])
        else:
            dossier.add(
                Part.HIRING_MANAGER, 1, "writes beside those who recruit", dossier.written[0]
            )


def _only_interviews(dossier: Dossier) -> bool:
    """Tell whether somebody wrote little and is a guest of the interview, or says to be one."""
    said = "\n".join(said_in(m) for m in dossier.written)
    is_guest = dossier.is_attendee and not dossier.organizes
    only_thanked = all(_THANKS.search(base_subject(m.subject)) for m in dossier.written)
    wrote_little = len(dossier.written) < 2 and (is_guest or only_thanked)
    return wrote_little or bool(words.INTERVIEWS.search(said))


_THANKS = re.compile(
    r"^(?:many |with )?thank|^thx\b|^merci|^dank|^vielen dank|^gracias|^obrigad|^grazie|^bedankt|^お礼|^感谢",
    re.I,
)
