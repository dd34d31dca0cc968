"""What a sentence claims of somebody's part, told from what it is made of.

Lists of phrases know what was written before. Here a verb of leading with a team, a word of
reporting with `to me`, a verb of arranging with a word of dates, a word of leaving with one of
taking over are enough, within a bounded distance in one sentence, of the writer or of a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.model import Part
from mailer.reading import people_words
from mailer.reading.claim_groups import (
    LIGHT,
    ClaimGroups,
    apart,
    groups_of,
    near,
    recruits_in,
    sentences_of,
)

_AS_BOSS = re.compile(
    r"(?<!\w)(?:(?:me|mich|moi|a mí|a mim|me|mij|mig|mnie|(?<=j')ai) (?:\w+ )?(?:as|als|zum|zur|comme|pour|como|por|come|per|som|till|jako|za) (?:\w+ ){0,2}?(?:boss|manager|chefin|chef|cheffe|vorgesetzten?|responsable|jef[ea]|capo|responsabile|chefe|gestora?|baas|bazin|leidinggevende|szefa|szefową|przełożon\w+))(?!\w)"
)
"""`You would only have me as your boss`, in the languages whose words for it are alike."""


@lru_cache(maxsize=8_192)
def claim_of_self(said: str) -> tuple[Part, float, str] | None:
    """Return the part that a writer claims, with points and the sentence."""
    arranges: tuple[Part, float, str] | None = None
    for groups in groups_of(said):
        for sentence in sentences_of(said):
            if leads := _leads_self(sentence, groups):
                return Part.HIRING_MANAGER, leads, sentence
            if arranges is None and (part := _serves_self(sentence, groups)):
                arranges = part, 3, sentence
    return arranges


def _leads_self(sentence: str, groups: ClaimGroups) -> float:
    """Return how surely a sentence says that its writer is the boss, nought where it does not."""
    find = groups.find
    reports = near(sentence, 30 if groups.table.is_spaced else 6, find("report"), find("to_me"))
    if reports and not groups.denies(sentence, reports):
        return 2.5
    leads = _leads_team(sentence, groups)
    return 0 if leads and recruits_in(sentence) else leads


def _leads_team(sentence: str, groups: ClaimGroups) -> float:
    """Return how surely a sentence says so by the post or the team of its writer, who may recruit."""
    find = groups.find
    for spans, points in (
        (near(sentence, 16, find("am"), find("boss")), 2.5),
        (_heads(sentence, groups), 1.5),
        (near(sentence, 45, find("my_team"), find("you")), 1.5),
        (_titled_aside(sentence, groups), 1.5),
    ):
        if spans and not groups.denies(sentence, spans):
            return points
    spans = near(sentence, 12, _AS_BOSS)
    if spans and not groups.denies(sentence, spans):
        return 2.5
    for boss in find("boss").finditer(sentence):
        if _as_your_boss(sentence, boss, groups):
            return 2.5
        ends = re.match(
            rf"[^.,;]{{0,24}}(?<!\w)(?:{groups.table.me})(?=[,.;:!)]|$)", sentence[boss.end() :]
        )
        if ends and not find("with_").search(ends[0]) and not groups.denies(sentence, [boss]):
            return 2.5
    return 0


def _as_your_boss(sentence: str, boss: re.Match[str], groups: ClaimGroups) -> bool:
    """Tell whether a writer speaks as the boss of who reads: `Als Ihr künftiger Chef wollte ich`."""
    if not re.search(
        r"(?<!\w)(?:as|als|en tant que|comme|como|come|som|jako) $", sentence[: boss.start()]
    ):
        return False
    after = sentence[boss.end() : boss.end() + 40]
    return groups.code in _PRO_DROP or bool(groups.find("i").search(after))


_PRO_DROP = frozenset({"es", "pt", "it", "pl"})


def _heads(sentence: str, groups: ClaimGroups) -> list[re.Match[str]]:
    """Return where the writer leads a team: verb and noun, nothing else begun between them."""
    find = groups.find
    if find("hiring").search(sentence):
        return []
    for leads in find("leads1").finditer(sentence):
        if find("team").search(leads[0]):
            return [leads]
    area = near(sentence, 14, find("leads1", "cares1"), _AREA, in_order=True)
    if area and not find("dates", "talk").search(area[1][0]):
        return area
    spans = near(sentence, 45, find("leads1"), find("team"))
    between = sentence[min(s.end() for s in spans) : max(s.start() for s in spans)] if spans else ""
    return [] if _AND.search(between) else spans


def _titled_aside(sentence: str, groups: ClaimGroups) -> list[re.Match[str]]:
    """Return where the writer leads something and adds the title: `prowadzę Prognozy (Head of Data)`."""
    for aside in _ASIDE.finditer(sentence):
        leads = groups.find("leads1").search(sentence, max(0, aside.start() - 40), aside.start())
        if leads and people_words.MANAGER_TITLE.search(aside[1]):
            return [leads, aside]
    return []


_ASIDE = re.compile(r"\(([^()]{3,40})\)")
_AREA = re.compile(
    r"(?<!\w)(?:design|engineering|product|research|r&d|sales|marketing|finance|operations|ops|data|it|legal|production|development|quality|logistics|procurement|purchasing|communications|editorial|content|growth|analytics|infrastructure|platform|security|manufacturing|kitchen|clinic|shop|workshop|pharmacy|warehouse|newsroom|library|nursing|"
    r"entwicklung|technik|vertrieb|einkauf|produktion|fertigung|logistik|forschung|konstruktion|buchhaltung|finanzen|redaktion|küche|werkstatt|praxis|apotheke|pflege|qualität|disposition|kommunikation|"
    r"produit|ventes|production|finances?|achats|recherche|logistique|qualité|rédaction|cuisine|atelier|ingénierie|comptabilité|données|"
    r"ingeniería|producto|ventas|producción|finanzas|compras|investigación|calidad|diseño|cocina|taller|datos|redacción|contabilidad|"
    r"engenharia|produto|vendas|produção|finanças|qualidade|investigação|cozinha|oficina|dados|redação|"
    r"prodotto|vendite|produzione|finanza|acquisti|ricerca|qualità|progettazione|cucina|officina|redazione|contabilità|"
    r"ontwikkeling|verkoop|inkoop|productie|financiën|onderzoek|logistiek|keuken|werkplaats|redactie|"
    r"utveckling(?:en)?|försäljning(?:en)?|inköp(?:et)?|produktion(?:en)?|ekonomi(?:n)?|forskning(?:en)?|logistik(?:en)?|kök(?:et)?|"
    r"sprzedaż|rozwój|produkcj[ęa]|zakupy|badania|finanse|logistyk[ęa]|jakość|kuchni[ęa])"
    r"(?= (?:here|at|for (?:us|the)|in|side|end|and|floor|hier|bei|im|ici|chez|aquí|en|aqui|na|no|qui|da noi|in azienda|bij|här|på|hos|u nas|w)\b|[,.!;:)]|$)|(?:開発|設計|営業|研究|企画|製造|品質|研发|设计|销售|技术|市场|生产|产品)"
)
"""What somebody leads who names no team: `I run design here`."""
_AND = re.compile(r"(?<!\w)(?:and|und|et|y|en|och|but|aber|mais|pero|mas|ma|maar|men|ale)(?!\w)")


def _serves_self(sentence: str, groups: ClaimGroups) -> Part | None:
    """Return whether a writer says to look after dates, or after hiring."""
    if sentence.endswith(("?", "\uff1f")):
        return None
    find = groups.find
    hires = near(sentence, 35, find("cares1"), find("hiring"))
    dates = _looks_after_dates(sentence, groups)
    if dates and not (hires and _distance(hires) < _distance(dates)):
        return Part.COORDINATOR
    if hires and not groups.denies(sentence, hires):
        return Part.RECRUITER
    return None


def _distance(spans: list[re.Match[str]]) -> int:
    return max(0, apart(spans[0], spans[1]))


def _looks_after_dates(sentence: str, groups: ClaimGroups) -> list[re.Match[str]]:
    """Return the verb and the noun where a writer says to look after dates."""
    find = groups.find
    for cares in find("cares1").finditer(sentence):
        nouns = find("dates", "talk") if _COORDINATES.search(cares[0]) else find("dates")
        for noun in nouns.finditer(sentence):
            if _POST_BEFORE.search(sentence, max(0, noun.start() - 20), noun.start()):
                continue
            is_within = cares.start() < noun.start() < cares.end()
            is_close = is_within or 0 <= apart(cares, noun) <= 35
            if is_close and noun[0] not in LIGHT and not groups.denies(sentence, [cares, noun]):
                return [cares, noun]
    return []


_POST_BEFORE = re.compile(r"(?<!\w)(?:head|director|vp|chief|lead) (?:of )?$")
"""Before a word of an English post that is a word of dates elsewhere: `Head of Data`, `data`."""
_COORDINATES = re.compile(r"co[oö]rdin|koordin|\bplan\b|samordn|調整|协调")
