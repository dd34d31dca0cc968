"""What a text claims of somebody whom it names: who leads, arranges or recruits."""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.model import Part
from mailer.reading import people_words
from mailer.reading.claim_groups import (
    LIGHT,
    NAME,
    ClaimGroups,
    groups_of,
    named_sentences,
    near,
    recruits_in,
)

_VERB_LAST = frozenset({"de", "nl", "ja", "zh"})
_NO_INVERSION = frozenset({"en", "zh"})
_TITLES = r"(?:(?:mr|mrs|ms|dr|prof|herrn?|frau|mme|m|madame|monsieur|sig|sra?|don|doña|dott|dr\.ssa|de heer|mevrouw|pan[aiu]?|panią|our|unser\w*|notre|nuestr[oa]|nosso|nossa|il|la|el|o|a|de|to|colleague|kolleg\w+|collègue|collega|colega|kollega\w*)\.? ){0,3}"
_ABOUT = r"(?:for|about|regarding|concerning|für|wegen|bezüglich|zu[rm]?|pour|concernant|au sujet d\w*|para|por|sobre|per|riguardo|voor|over|för|om|angående|w sprawie|co do)"
_IN = r"(?:parte d[ao]|parte del|in|into|join\w*|im|ins|dans|rejoindr\w+|intégr\w+|en|al|na|no|nel|nella|i|w|do|to)"
_REFERENCE = re.compile(
    r"\b(?:references?|current|former|referenz\w*|zeugnis\w*|jetzig\w+|bisherig\w+|référence|actuele?|actual|referencia|referência|attuale|huidige|nuvarande|obecn\w+)\b"
)
_YOURS = r"(?:your|ihre?n?|deine?n?|votre|ton|ta|tu|su|seu|sua|suo|uw|je|jouw|din|ditt) "
_PLEASE = r"(?:please|kindly|bitte|merci de|veuillez|por favor|per favore|graag|vänligen|proszę)"


@lru_cache(maxsize=8_192)
def claim_of_other(said: str, names: tuple[str, ...]) -> tuple[Part, float, str] | None:
    """Return the part that a text claims of whom these names name."""
    if not any(n in said for n in names):
        return None
    for groups in groups_of(said):
        for sentence in named_sentences(said, names, groups):
            if NAME not in sentence:
                continue
            if sentence.endswith(("?", "\uff1f")):
                if near(sentence, 1, people_words.MANAGER_TITLE, _NAME, in_order=True):
                    return Part.HIRING_MANAGER, 3, sentence  # `vill du träffa ekonomichefen ¤?`
                continue
            if _leads_other(sentence, groups):
                return Part.HIRING_MANAGER, 4, sentence
            if _arranges_other(sentence, groups) and not _is_of_hiring(sentence):
                return Part.COORDINATOR, 3, sentence
            if _hires_other(sentence, groups):
                return Part.RECRUITER, 3, sentence
    return None


def _is_of_hiring(sentence: str) -> bool:
    """Tell whether the name stands beside a word of recruiting: who recruits may arrange too."""
    at = sentence.index(NAME)
    near = sentence[max(0, at - 20) : at + 30]
    return bool(
        people_words.RECRUITER_TITLE.search(near)
        and not people_words.COORDINATOR_TITLE.search(near)
    )


_NAME = re.compile(re.escape(NAME))


def _leads_other(sentence: str, groups: ClaimGroups) -> bool:
    find, table = groups.find, groups.table
    if _FOR_OWN_TEAM.search(sentence) or _HIRING_MANAGER.search(sentence):
        return True
    if recruits_in(sentence) or people_words.COORDINATOR_TITLE.search(sentence):
        return False
    spans = _reports_to(sentence, groups) or near(sentence, 0, _TO_WHOM)
    if not spans:
        spans = near(sentence, 30, find("team"), _LED_BY) or near(
            sentence, 14, find("report"), _IS_NAME
        )
        spans = spans if _LED_BY.search(sentence) or _WHOM.search(sentence) else []
    if not spans:
        spans = near(sentence, 45, find("leads3"), find("team"), _NAME)
        spans = [] if find("leads1", "hiring").search(sentence) else spans
    if not spans and not (_REFERENCE.search(sentence) or find("leads1").search(sentence)):
        spans = near(sentence, 25, find("boss"), _NAME)
        between = (
            sentence[min(s.end() for s in spans) : max(s.start() for s in spans)] if spans else ""
        )
        spans = [] if find("with_").search(between) or "'s" in between else spans
    if not spans and table.is_spaced:
        team = rf"(?:{NAME}(?:'s|s|')? (?:\w+ ){{0,2}}(?:{table.team})|(?:{table.team}) (?:\w+ )?(?:{table.of}) {_TITLES}{NAME})"
        joins = re.search(rf"(?<!\w){_IN} (?:\w+ ){{0,2}}{team}(?!\w)", sentence)
        spans = [joins] if joins and find("you").search(sentence) else []
    return bool(spans) and not groups.denies(sentence, spans)


_HIRING_MANAGER = re.compile(
    rf"{NAME}[^.;?\n]{{0,45}}(?<!not )(?:the|our|your|your would-be|as) hiring manager\b|\bhiring manager,? (?:\w+ )?{NAME}"
)
"""`¤, our Head of Design and the hiring manager for this one`."""
_FOR_OWN_TEAM = re.compile(
    rf"{NAME}[^.;\n]{{0,45}}\b(?:"
    r"(?:is|who's|who is|he's|she's|they're) (?:hiring|recruiting) (?:for (?:his|her|their) (?:own )?(?:\w+ )?(?:team|group|lab|department|unit|crew)|(?:his|her|their) (?:next|new|first|own)\b)|"
    r"(?:sucht|stellt) (?:\w+ ){0,3}für (?:sein|ihr)\w* (?:team|gruppe|abteilung)|recrute (?:\w+ ){0,3}pour (?:son|sa) (?:équipe|service|pôle)|"
    r"(?:busca|contrata|está contratando|procura) (?:\w+ ){0,3}(?:para|pra) (?:su|o seu|a sua) (?:equipo|equipa|equipe|time|área)|(?:cerca|assume) (?:\w+ ){0,3}per (?:il suo|la sua) (?:team|squadra|reparto|gruppo)|"
    r"zoekt (?:\w+ ){0,3}voor (?:zijn|haar) (?:team|afdeling|groep)|(?:söker|rekryterar) (?:\w+ ){0,3}till (?:sitt|sin) (?:team|grupp|avdelning)|(?:szuka|rekrutuje) (?:\w+ ){0,3}do swojego (?:zespołu|działu))"
)
"""`Fredrik, Head of Design, is hiring for his team`: who hires for their own team leads it."""
_LED_BY = re.compile(
    rf"(?<!\w)(?:led|run|headed(?: up)?|managed|overseen|geleitet|geführt|dirigée?|pilotée?|animée?|dirigid[oa]|liderad[oa]|chefiad[oa]|guidat[oa]|dirett[oa]|coordinat[oa]|geleid|leds|kierowan\w+|prowadzon\w+) (?:by|von|par|por|pela|pelo|da|dal|dalla|door|av|przez) {_TITLES}{NAME}"
    rf"|(?<!\w)(?:von|door) {_TITLES}{NAME} (?:\w+ ){{0,2}}(?:geleitet|geführt|verantwortet|geleid|aangestuurd)(?!\w)"
)
_WHOM = re.compile(
    r"\b(?:to whom|a la que|al que|a quien|a quem|à qui|auquel|a cui|an die|an den|aan wie|till vilken|som du)\b"
)
_IS_NAME = re.compile(
    rf"(?<!\w)(?:is|would be|ist|wäre|est|serait|es|sería|é|seria|è|sarebbe|blir|är) {_TITLES}{NAME}"
)
"""`La persona a la que reportarías es Robin`."""
_DATIVE = re.compile(rf"{NAME} (?:\w+ )?(?:zugeordnet|unterstellt|unterstehen)(?!\w)")
_TO_WHOM = re.compile(
    rf"{NAME},? (?:to whom|whom|an den|an die|dem|der|auquel|à laquelle|à qui|a quien|a quem|a cui|aan wie|till vilken|któremu|której|who(?= (?:\w+ ){{1,4}}(?:reports?|answers?) to))(?: \w+){{0,4}} (?:report\w*|answers?|berichte\w*|unterst\w+|rapporte\w*|depend\w*|riport\w+|podlega\w*)(?!\w)|{NAME}[^。！？\n]{{0,40}}(?:向|跟)(?:他|她)(?:直接)?汇报|{NAME}[^。！？\n]{{0,30}}(?:直属の?)?上司(?:に|と)な"
)
"""`The Dean, to whom this post reports`."""


def _reports_to(sentence: str, groups: ClaimGroups) -> list[re.Match[str]]:
    """Return where somebody reports to the name."""
    if not groups.table.is_spaced:
        return near(sentence, 8, groups.find("report"), re.compile(re.escape(NAME)))
    if groups.code == "de" and (dative := near(sentence, 0, _DATIVE)):
        return dative
    to = re.compile(rf"(?<!\w)(?:{groups.table.to}) {_TITLES}{NAME}")
    return near(sentence, 25, groups.find("report"), to)


def _arranges_other(sentence: str, groups: ClaimGroups) -> bool:
    find, table = groups.find, groups.table
    if _is_told_when(sentence, groups):
        return True
    if table.is_spaced:
        by = re.compile(rf"(?<!\w)(?:{table.by}) {_TITLES}{NAME}(?!')")
        spans = near(sentence, 45, find("dates", "talk"), by, in_order=True)
        if spans and not groups.denies(sentence, spans):
            return True
        topic = re.compile(
            rf"(?<!\w){_ABOUT} (?:(?!{_YOURS})\w+ ){{0,2}}(?:{table.dates}|{table.arranges})(?!\w)"
        )
        asked = re.compile(
            rf"(?<!\w)(?:{table.ask})(?: \w+){{0,2}}? {_TITLES}{NAME}|bij {_TITLES}{NAME} terecht"
        )
        spans = near(sentence, 25, topic, asked)
        if spans and not groups.denies(sentence, spans):
            return True
        please = re.compile(
            rf"(?<!\w){_PLEASE}(?: \w+){{1,5}}? (?:{table.dates})(?: \w+)? (?:{table.with_}) {_TITLES}{NAME}"
        ).search(sentence)
        if please and not _ASKED.search(please[0]):
            return True
    return _does(sentence, groups, find("arranges"), find("dates", "talk")) or _does(
        sentence, groups, find("cares"), find("dates")
    )


def _is_told_when(sentence: str, groups: ClaimGroups) -> bool:
    """Tell whether who reads is to tell the name which time suits."""
    suits = _SUITS.search(sentence)
    if not suits or not groups.find("dates").search(sentence):
        return False
    if not groups.table.is_spaced:
        return bool(
            re.search(
                rf"{NAME}(?:さん|様)?(?:まで|に|へ|宛)|(?:告诉|发给|告知|回复){NAME}", sentence
            )
        )
    return bool(
        re.search(rf"(?<!\w){_TELL}(?: \w+){{0,6}}? {_TITLES}{NAME}(?!')", sentence)
        and not _ASKED.search(sentence)
    )


_TELL = (
    r"(?:let|tell|inform|confirm|give|send|geben|gib|sag\w*|teilen|nennen|schick\w*|d'indiquer|indiqu\w+|communiqu\w+|confirm\w+|donn\w+|transm\w+|envoy\w+|précis\w+|indica\w*|"
    r"comunica\w*|dile|dí|env[ií]\w*|mand\w+|diga|inform\w+|comunichi|indichi|conferm\w+|dica|faccia sapere|fammi|laat|geef|meld|meddela|säg|svara|podać|przekazać|poinformować|dać znać|potwierdzić)"
)
_SUITS = re.compile(
    r"\b(?:suits?|you can make|prefer\w*|convenient|availab\w+|work(?:s)? (?:best )?for you|passt|paßt|passen|möglich|recht (?:ist|wäre)|conv(?:ient|iendr\w+|ien|iene|ém|enga|iene)|disponib\w+|prefier\w+|te venga|le venga|melhor|preferis\w+|schikt|uitkomt|past|passar|dogodn\w+|odpowiada|pasuje)\b|都合|方便|可以的"
)


def _does(
    sentence: str,
    groups: ClaimGroups,
    verb: re.Pattern[str],
    noun: re.Pattern[str],
    *,
    light: bool = True,
) -> bool:
    """Tell whether the name is the subject of such a verb with such a noun."""
    name = re.compile(re.escape(NAME))
    ways = [near(sentence, 40, name, verb, noun, in_order=True)]
    if groups.code in _VERB_LAST:
        ways.append(near(sentence, 40, name, noun, verb, in_order=True))
    if groups.code not in _NO_INVERSION:
        ways.append(near(sentence, 16, verb, name, noun, in_order=True))
        ways.append(near(sentence, 40, noun, verb, name, in_order=True))
    for spans in ways:
        if not spans or groups.denies(sentence, spans):
            continue
        if not light and any(s[0] in LIGHT for s in spans):
            continue
        named = next(s for s in spans if s[0] == NAME)
        did = next(s for s in spans if s.re is verb)
        if _is_subject(sentence, named, did, groups):
            return True
    return False


def _is_subject(
    sentence: str, named: re.Match[str], did: re.Match[str], groups: ClaimGroups
) -> bool:
    """Tell whether the name is who does it, not with whom or for whom somebody does."""
    table = groups.table
    before, after = sentence[: named.start()], sentence[named.end() :]
    if re.match(r"'s?(?!\w)", after):
        return False  # whose diary it is
    if groups.code == "ja":
        return bool(
            re.match(
                r"(?:さん|様|氏)?(?:[(（][^)）]{0,20}[)）])?(?:が|より|から|は|の(?:方|ほう)|まで)",
                after,
            )
        )
    if groups.code == "zh":
        return not re.search(r"(?:和|跟|与|见|给|向|对)$", before)
    if groups.code == "pt":
        before = re.sub(r"^\W*[ao] $", "", before)  # an article
    prepositions = f"{table.with_}|{table.to}|{table.of}"
    if re.search(rf"(?<!\w)(?:{prepositions}) {_TITLES}$", before) and named.end() <= did.start():
        return False
    if _YOU_DO.search(sentence[did.end() : named.start()]):
        return False
    if _ASKED_BY.search(before[-45:]):
        return False
    if re.search(rf"(?<!\w)(?:{table.with_}) {_TITLES}$", before) and groups.code != "pl":
        return False
    if _ASKED.search(sentence[named.end() : did.start()]):
        return False
    subject = sentence[max(0, did.start() - 12) : did.start()]
    return not re.search(rf"(?<!\w)(?:{table.i})(?!\w)[^,]*$", subject)


_ASKED_BY = re.compile(
    r"(?:encarreg\w+|pediu|pede|incumbiu|solicitou)(?:-me|-nos)|(?:me|nos) (?:encarg\w+|ha encargado|pid\w+|ha pedido|solicit\w+|pediu|pede|encarreg\w+|ha chiesto|chiede|ha incaricato)|"
    r"(?:m'a|nous a|me|nous) (?:chargée?s?|demandée?|demande|prie)|(?:bat|bittet|beauftragt\w*|gebeten hat) (?:mich|uns)|(?:mich|uns) (?:bat|bittet|hat|beauftragt)|vroeg (?:me|mij|ons)|bad (?:mig|oss)|poprosił\w? (?:mnie|nas)|(?:asked|asks) (?:me|us)"
)
"""What makes the name after it the one who asks the writer: `Encarrega-me o Eng. Serrano de marcar`."""
_YOU_DO = re.compile(r"(?<!\w)(?:sie|du|ihr|wir|ich|u|je|jij|we|ni|vi|jag)(?!\w)")
"""Whose doing it is where the name is only its object: `Schicken Sie Robin`."""
_ASKED = re.compile(
    r"(?<!\w)(?:me|us|mich|mir|uns|moi|nous|m'\w+|mi|nos|mij|ons|mig|oss|mnie|nas|mim)(?!\w)"
)
"""Who asks the writer to do it leads: `Ana asked me to set up a call`."""


def _hires_other(sentence: str, groups: ClaimGroups) -> bool:
    find = groups.find
    return _does(sentence, groups, find("cares", "leads3", "arranges"), find("hiring"), light=False)
