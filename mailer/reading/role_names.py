"""Roles: what a post is called, from subjects and bodies, and what tells one from another; vacancies' numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mailer.letters import spelled
from mailer.matching import fold
from mailer.model import Message
from mailer.reading.quotes import said_in
from mailer.subjects import base_subject

_ROLE = re.compile(
    spelled(
        r"\b(?:(?:head|director|[se]?vp|vice president|chief|manager|lead),? (?:(?:of|for) )?(?-i:[\pU])[\w&-]*(?: (?:(?:and|&) )?(?-i:[\pU])[\w&-]*)*|chief (?:\w+ )?officer)\b|"
        r"\b(?:(?:senior|staff|principal|group|lead|junior|head of|director of|vp of|vp,?|chief|associate|assistant|deputy|mid(?:-level)?|sr\.?|jr\.?|interim)\s+)*"
        r"(?:(?-i:[\pU])[\w&/+\-À-ÿ]*\s+){0,4}(?:(?<=[a-z.] )(?-i:PM|PO|EM|PMM|TPM|SWE|SRE|SDE|DBA|UX)|(?-i:SDET)|(?:art|creative) direction|direction artistique|direct(?:eur|rice) artistique|styliste|modéliste|chef(?:fe)? de produit|patronista|diseñadora jefa|engineer|developer|designer|manager|analyst|scientist|architect|director|lead|consultant|specialist|officer|liaison|company secretary|"
        r"C[EFOTMPI]O|tester|advis[eo]r|trainer|instructor|tutor|pharmacist|physician|therapist|librarian|curator|paralegal|solicitor|surveyor|auditor|actuary|economist|statistician|chemist|biologist|translator|copywriter|illustrator|midwife|radiographer|treasurer|representative|associate|"
        r"\w+manager(?:in)?|\w+lei(?:der|ter|terin)|\w+(?:tester|prüfer|planer|berater|verkäufer|betreuer|architekt|pfleger|meister|lehrer|forscher|redakteur|buchhalter|chef)(?:in)?|architekt(?:in)?|buchhalter(?:in)?|"
        r"dév(?:eloppeu(?:r|se))?|architecte|comptable|juriste|avocate?|cheff?e? d'équipe|professeure?|acheteu(?:r|se)|commerciale?|technico-commerciale?|infirmi(?:er|ère)|enseignante?|chercheu(?:r|se)|"
        r"editor[ae]|redactor[a]?|periodista|estratega|guionista|productor[a]?|traductor[a]?|médic[oa]|jornalista|redator[a]?|estrategista|produtor[a]?|tradutor[a]?|giornalista|redattor[e]|traduttrice|traduttore|journaliste|rédact(?:eur|rice)|traduct(?:eur|rice)|chef(?:fe)? de programme|journalist|strateeg|arquitect[oa]|arquitet[oa]|diseñador[a]?|programador[a]?|abogad[oa]|profesor[a]?|contable|comercial|científic[oa]|investigador[a]?|pesquisador[a]?|contador[a]?|advogad[oa]|"
        r"architett[oa]|progettista|impiegat[oa]|insegnante|contabile|programmatore|capo area|ricercat(?:ore|rice)|avvocat[oa]|"
        r"\w*(?:utvecklare|ingenjör)|projektledare|säljare|redaktör|lärare|sjuksköterska|\w*adviseur|redacteur|docent|verpleegkundige|onderzoeker|jurist|ontwerper|programista|kierownik|analityk|projektant|księgow[ay]|nauczyciel|"
        r"\w*(?:ärzt(?:in)?|arzt)|internist(?:in)?|pflegedienstleitung|hebamme|apotheker(?:in)?|médecin|pharmacien(?:ne)?|sage-femme|médico|farmacéutic[oa]|farmacêutic[oa]|farmacista|apotheker|läkare|lekarz|pielęgniark\w|"
        r"researcher|writer|editor|producer|accountant|administrator|planner|strategist|nurse|teacher|lawyer|counsel|technician|programmer|lecturer|principal|head ?teacher|headmaster|headmistress|deputy head|(?:senior |assistant )?deputy|postdoc(?:toral \w+)?|"
        r"research associate|(?:research |senior |visiting |postdoctoral )?fellow|fellowship|supervisor|marketer|buyer|controller|coordinator|executive|president|marketing|"
        r"konstrukteur(?:in)?|disponent(?:in)?|justi[tz]iar(?:in)?|syndikus|\w*beauftragter?|\w*entwickler(?:in)?|\w*ingenieur(?:in)?|\w*referent(?:in)?|\w*informatiker(?:in)?|\w*techniker(?:in)?|\w*kaufmann|\w*kauffrau|\w*assistent(?:in)?|\w*leiter(?:in)?|\w*leitung|\w{4,}management|berater(?:in)?|sachbearbeiter(?:in)?|werkstudent(?:in)?|fachkraft|redakteur(?:in)?|"
        r"responsable|directrice|directeur|chef(?:fe)? de \w+|chargée? d[eu'] ?\w+|ingénieure?|développeu(?:r|se)|contrôleu(?:r|se)|"
        r"analista|ingenier[oa]|desarrollador[a]?|técnic[oa] (?:de|en) \w+|enfermer[oa]|coordinador[a]?|diretor[a]?|gerente|engenheir[oa]|desenvolvedor[a]?|coordenador[a]?|"
        r"responsabile|sviluppatore|ingegnere|addett[oa] \w+|infermier[ea]|medewerker|\w*ontwikkelaar|adviseur|beleidsmedewerker|ingenjör|utvecklare|inżynier)\b"
        r"(?:[ ,/–-]+(?-i:(?:[\pU][\w&+.À-ÿ-]*|of|for|für|de|du|des|di|da|del|en|e|y|et|und|and|&|II|III)\b))*"
    ),
    re.I,
)
_CJK_ROLE = re.compile(
    r"[\w・ー/]{0,14}(?:エンジニア|デザイナー|マネージャー|プランナー|ディレクター|コンサルタント|アナリスト|サイエンティスト|責任者|工程师|经理|设计师|分析师|研究员|总监|专员)"
)
_RANKS = frozenset(
    "senior junior lead staff principal sr jr mid ii iii the of for and m w d f h x de du des di da del en e y et und für".split()
)
_NO_ROLE_WORDS = frozenset(
    "erstes zweites drittes erste zweite dritte first second third premier deuxième troisième primera segunda tercera primo secondo terzo primeira terceira eerste tweede derde första andra tredje pierwsza druga trzecia "
    "private confidential strictly vertraulich confidentiel confidencial riservato vertrouwelijk "
    "vacature vacancy vacante vaga urgent reminder update updated new date moved neu neuer neue termin terminänderung nouvelle "
    "nueva fecha nuova nieuwe datum kennziffer referenz referenznummer reference ref req requisition id nr no "
    "mr mrs ms miss mx dr prof herr frau hr fr mme mlle sr sra srta sig dott dhr mevr pan pani "
    "your our my you us ihr ihre ihren unser unsere mein meine sie dein deine votre notre vos nos vous "
    "tu su sus nuestro nuestra seu sua nosso nossa suo vostro nostro uw ons onze jouw din ert vår pana".split()
)
"""What a subject adds to a role and tells it from no other: how and to whom it is written."""
_NO_ROLE_STEM = re.compile(
    r"(?:interview|vorstellungs?(?:gesprach|termin|$)|(?:abschluss|kennenlern|erst|zweit|fach|auswahl)(?:gesprach|interview|runde|termin|tag)|"
    r"bewerb|einladung|gesprach|hearing|runde$|kennenlernen|entretien|entrevista|charla|colloqui|incontro|gesprek|kennismak|sollicit|"
    r"intervju|samtal|rozmow|spotkani|invit|candidat(?:ur|o$|a$)|postulat|convoca|rendez$|afspraak|feedback|"
    r"(?:application|screening|meeting|visit|call|round|appointment|reunion|conversation)$)"
)
"""The same of what the mail is about, folded: a talk, an application."""
_TALK_NOUN = re.compile(
    r"(?:gesprek|gesprach|interview|samtal|termin|runde|ronde|meeting|besuch|bezoek|kandidatu\w+|kolloquium|verfahren|ausschreibung|besetzung|angebot|(?:arbeits|dienst)vertrag|aanbod|erbjudande|anstallningsavtal|offerta?|oferta|offre|proposta|propuesta)$"
)
VACANCY_NUMBER = re.compile(
    r"(?!\b(?:ISO|EN|DIN|BS|IEC|SOC|RFC|UTF|IFRS|GMP|COVID)\b)\b(?:[A-Z]{1,6}[-/ ]?){1,2}\d{2,4}[-/]\d{2,6}\b(?![-.]\d)|\b[A-Z]{1,5}-\d{3,8}\b|\b[A-Z]{2,4}(?!(?:19|20)\d\d\b)\d{4,6}\b|\b\d{4}/\d{2,5}\b"
)
"""A vacancy's reference: `HM-0522`, `HRA-2026/017`, `R-0049217`."""
NUMBERED_VACANCY = re.compile(
    r"(?:\bNo|\bNr|\bN°|vacature|vacancy|job|req(?:uisition)?|posting|stelle|kennziffer|réf|ref|vaga|vacante|求人番号|求人)"
    r"(?:nummer)?(?:\s?(?:no|nr|id|n°))?[.:#\s]{0,3}(\d{4,8}|\d{2}[-/]\d{2,5})|\b(?:mandate?|mandato|mandaat)\s(?:no\.? ?|nr\.? ?|n° ?)?(\d{2,6})\b",
    re.I,
)
"""One that its noun tells: `vacature 06-114`, `req 11872BR`, `No.88213`."""
_DIGIT = re.compile(r"\d")


def has_digits(text: str) -> bool:
    """Tell whether a number may stand there: a vacancy's pattern takes ten times as long to tell."""
    return _DIGIT.search(text) is not None


def role_of(messages: Iterable[Message]) -> str:
    """Return the role as the oldest subjects, then the oldest texts, name it."""
    ordered = sorted(messages, key=lambda m: m.date)
    subjects = [base_subject(m.subject) for m in ordered]
    for text in subjects:
        found = _role_in(text)
        if found and (role := _tidy_role(found[0])):
            whole = _OF_WHAT.match(text, found.end())
            return f"{role}{whole[0]}" if whole and found[0].endswith(role) else role
    for message in ordered[:4]:
        found = _named_role_in(said_in(message))
        if found:
            return _tidy_role(found[1] or found[2])
    told = (f"{base_subject(m.subject)}.\n{said_in(m)}" for m in ordered[:4])
    return next((role for text in told if (role := _called_role_in(text))), "")


def role_as_written(messages: Iterable[Message], asked: str) -> str:
    """Return a role that was asked for as a mail has it; empty where it is none, or no mail names it."""
    name = re.compile(rf"(?<!\w){re.escape(asked.strip())}(?!\w)", re.I)
    told = (name.search(said_in(m)) for m in messages)
    return next((t[0] for t in told if t and _is_role(t[0])), "")


def _is_role(text: str) -> bool:
    found = _role_in(text)
    if not found or found.start():
        return False
    more = _ADDITION.match(text, found.end())
    return (more or found).end() == len(text)


_OF_WHAT = re.compile(
    spelled(
        r" (?:der|des|della|dello|degli|van (?:de|het)) [\pU][\w-]+(?: (?:für|und|per|e|voor|en) [\pU][\w-]+)*"
    )
)
"""What a post that says nothing alone is of: `Leitung der Abteilung für Intensivmedizin`."""


@lru_cache(maxsize=4_096)
def _called_role_in(text: str) -> str:
    """Return what follows on words that only a post follows: `Bewerbung als`, `poste de`."""
    found = _CALLED_ROLE.search(text)
    words = (found["noun"] or found["words"]).split() if found else []
    ends = (n for n, w in enumerate(words) if _STOP.fullmatch(w))
    return " ".join(words[: next(ends, len(words))])


_CALLED_ROLE = re.compile(
    spelled(
        r"\b(?:(?i:bewerbung|beworben|bewerben|stelle|position|funktion|vorstellungsgespräch) (?i:als|der|des|einer|eines)(?: (?i:eine[rs]?|unsere[rs]?|neue[rs]?))? |Vorstellungsgespräch: )"
        r"(?P<noun>[A-ZÄÖÜ][\wäöüß/-]{4,}(?: [A-ZÄÖÜ][\wäöüß-]+){0,2})|"
        r"\b(?:(?i:poste d)['’](?=[\pL])|(?i:poste de |(?:puesto|plaza|vaga|cargo|posição|posizione|ruolo) d[ei] |(?:tjänsten|rollen) som |functie van ))"
        r"(?P<words>[\wÀ-ÿ-]{4,}(?: (?:(?:de|di|da|do|d'|van) ?)?[\wÀ-ÿ-]{4,}){0,2})"
    )
)
_STOP = re.compile(
    r"(?:pour|dans|avec|chez|para|nella?|nell'\w+|presso|bij|voor|hos|från|som|wurde|haben|Kennziffer|\w*\d\w*)",
    re.I,
)


_NAMED_ROLE = re.compile(
    r"\b(?:(?:position|role|post|job|opening|vacancy|stelle|position|poste|puesto|vaga|posizione|ruolo|functie|vacature|tjänst|stanowisko)\s+"
    r"(?:of|as|als|for|de|di|da|van|:)?\s*|(?:applying|application|applied|bewerbung|beworben|candidature|candidatura|sollicitatie)\s+(?:for|as|als|um|au|para|per|naar|de|à|a|auf)\s+|as our (?:new )?|for our (?:new )?)"
    r"(?:the |an? |our |eine[nrs]? |die |der |la |le |el |un[ae]? |il |o )?(?:poste d[e'] ?|puesto de |vaga de |ruolo di |functie van )?("
    + _ROLE.pattern
    + r")|("
    + _ROLE.pattern
    + r")\s+(?:role|position|post|opening|vacancy|job|team lead role)\b",
    re.I,
)
_MAY_NAME_ROLE = re.compile(
    r"position|role|post|job|opening|vacan|stelle|puesto|vaga|posizione|ruolo|functie|vacature|tjänst|stanowisko|"
    r"appl|bew[eo]rb|candida|sollicit|(?:as|for) our "
)
"""What each of those texts holds, in lower case; most hold nothing, which is found sooner so."""


def role_words_of(messages: Iterable[Message], *, subjects_only: bool = False) -> frozenset[str]:
    """Return what tells one role from another: its words and its addition, without the ranks.

    `Staff Engineer, Developer Platform` is another role than `Senior Backend Engineer (Ledger)`.
    """
    ordered = sorted(messages, key=lambda m: m.date)
    for subject in (base_subject(m.subject) for m in ordered):
        text = VACANCY_NUMBER.sub(" ", subject) if has_digits(subject) else subject
        found = _role_in(text)
        if found and _tidy_role(found[0]):
            more = _ADDITION.match(text, found.end())
            role = re.split(r"\s+(?:at|bei|chez|@)\s", found[0])[0] + (more[0] if more else "")
            found_words = frozenset(re.findall(r"\w+", fold(role))) - _RANKS - _NO_ROLE_WORDS
            return frozenset(
                w for w in found_words if not (_NO_ROLE_STEM.match(w) or _TALK_NOUN.search(w))
            )
    if subjects_only:
        return frozenset()
    return frozenset(re.findall(r"\w+", fold(role_of(ordered)))) - _RANKS


def sought_in(text: str) -> str:
    """Return the role that a client wants filled, by a recruiter's words: `find its next …`."""
    found = _SOUGHT.search(text)
    return _tidy_role(found[1]) if found else ""


_SOUGHT = re.compile(
    r"\b(?:find|finding|seeks?|seeking|needs?|wants?|(?:looking|hunting|searching) for|appoint|appointing|recruit|recruiting|suchen|will|veut|voudrait|quiere|quieren|vuole|vogliono|quer|querem|wil|søger|chce|sucht|cherch\w{1,4}|recrut\w{1,4}|"
    r"busca\w{0,3}|procura\w{0,3}|cerca\w{0,3}|zoekt|zoeken|söker|szuka\w{0,2}|suche|zoek) (?:(?:wir|ich|wij|we|ik|jag|vi) )?"
    r"(?:(?:its|their|his|her|our|an?|eine[nr]?|ihre[nr]?|seine[nr]?|une?|son|sa|leur|una?|su|um|uma|seu|sua|il suo|een|hun|en|ett|sin|sitt) )?"
    r"(?:next |new |neue[nr]? )?(" + _ROLE.pattern + r")",
    re.I,
)


@lru_cache(maxsize=8_192)
def _role_in(subject: str) -> re.Match[str] | None:
    """Return where a subject names a role, not with whom one is to talk."""
    found = _ROLE.search(subject) or _CJK_ROLE.search(subject)
    if found and _WITH.search(subject[: found.start()]):
        return _ROLE.search(subject, found.end())
    return found


_WITH = re.compile(
    r"(?<!\w)(?:with|mit|avec|con|com|met|med|z|ze)(?: (?:the|our|your|der|dem|den|unser\w{0,2}|ihre[mnr]|la|le|les|notre|el|los|las|nuestr[oa]|o|a|os|as|nosso|nossa|il|lo|gli|i|de|het|onze|vår|vårt|din|naszym|naszą))?(?: \w+)?\s*$",
    re.I,
)
"""What stands before whom one is to talk with: `Schlussgespräch mit der Geschäftsleitung`."""


@lru_cache(maxsize=4_096)
def _named_role_in(text: str) -> re.Match[str] | None:
    return _NAMED_ROLE.search(text) if _MAY_NAME_ROLE.search(text.lower()) else None


_ADDITION = re.compile(spelled(r"\s*[,(\uFF08–-]\s*((?:[\pU][\w&+À-ÿ-]*\s*){1,3})"))


_NO_ROLE = re.compile(
    r"^(?:(?:interview|application|invitation|opportunity|position|role|job|vacancy|offer|bewerbung|stelle|candidature|poste|entretien|candidatura|vaga|puesto|entrevista|colloquio|sollicitatie|vacature|your|ihre|votre|the|for|as|als)\b[\s:–-]*)+",
    re.I,
)


_NO_JOB = re.compile(
    r"^(?:hiring|line|account|talent|recruit\w*) manager$|^(?:lead|principal|manager|director|executive)$",
    re.I,
)


_RANK = re.compile(
    spelled(r"^((?:[se]?vp|vice president|director|manager|head|lead|chief)),\s+(?-i:(?=[\pU]))"),
    re.I,
)
"""A rank with its field behind a comma: `Director, Brand Marketing`."""


_AFTER_ROLE = re.compile(
    r"\s+(?:at|bei|chez|en|@|in|à|role|position|on|team|with|für|for)\b|\s[-–—]\s|[:,]"
)


def _tidy_role(text: str) -> str:
    numbered = VACANCY_NUMBER.match(text.strip())
    text = text.strip()[numbered.end() :] if numbered else text
    text = _RANK.sub(r"\1 ", _NO_ROLE.sub("", text.strip(" -–:")) or text)
    text = _AFTER_ROLE.split(text.strip(), maxsplit=1)[0]
    role = " ".join(text.split()).strip(" -–:")
    return "" if _NO_JOB.match(role) else role
