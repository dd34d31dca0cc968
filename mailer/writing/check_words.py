"""The words' half of the checker (E25–E27, E34): what a letter says, and what it leaves unsaid.

What to look for in each language stands in `templates/<language>/language.toml`; English patterns
are tried on every letter for placeholders alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from mailer.model import Finding, Kind
from mailer.writing.render import built_in_languages, read_language

if TYPE_CHECKING:
    from mailer.writing.check import CheckContext

MAX_WORDS = 180
MAX_CHARACTERS = 600
"""For languages that put no spaces between words."""

_LEAVING = (Kind.WITHDRAW, Kind.DECLINE_OFFER)
_NAME = (
    r"(?P<name>(?-i:[A-ZÀ-Þ][\w&'’.-]*[\w])"
    r"(?:\s+(?-i:(?:[A-ZÀ-Þ][\w&'’.-]*[\w])|of|and|&|de|du|der|und)){0,6}(?<!\sof)(?<!\sand)(?<!\sde)(?<!\sund))"
)
_PLACEHOLDERS = re.compile(
    r"\[(?!\d+\])[^\]\n]{1,60}\]|\{\{.*?\}\}|\{%.*?%\}|\{[\w .]{1,30}\}|"
    r"<(?!https?:)[^\W\d][\w .'/-]{1,40}>|\b[Xx]{3,}\b|\b(?:TODO|TBD|TBC|FIXME)\b|_{3,}|"
    r"\$\{\w+\}|%[A-Z][A-Z_]+%|[○〇◯△□×●]{2,}|\?\?\?+|\.{5,}|\blorem ipsum\b|"
    r"\b(?:INSERT|ENTER|YOUR) (?:NAME|COMPANY|ROLE|DATE|POSITION|TITLE)\b|"
    r"\((?:your |the )?(?:company|role|position|job title|recruiter|hiring manager)"
    r"(?:[ '’s]*name)?\)|\((?:date|time)\)|"
    r"[((](?:intitulé du poste|nom (?:du poste|de l’entreprise)|Stellenbezeichnung|Stellentitel|"
    r"(?:nombre|título) (?:del puesto|de la empresa)|nome da (?:empresa|vaga)|nome dell’azienda|"
    r"functienaam|bedrijfsnaam|naam (?:bedrijf|functie)|Name|Firma|Firmenname|Datum|"
    r"Position|nom|entreprise|poste|empresa|nombre|cargo|nome|"
    r"azienda|posizione|naam|bedrijf|functie|vaga|氏名|会社名|企業名|日時|職種|お名前)[))]"
)
_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")
_ACRONYM = re.compile(r"[A-Z]{1,4}$")


def find_word_faults(text: str, context: CheckContext) -> Iterator[Finding]:
    """Yield every fault of the own text."""
    text = text.replace("'", "’").replace("\u00a0", " ")
    language = context.language.partition("-")[0]
    table = _patterns(language if language in built_in_languages() else "en")
    yield from _placeholders(text)
    yield from _empty_greeting(text, table)
    yield from _wrong_company(text, context, table)
    yield from _other_employer(text, context, table)
    said = _without_names(text, context)
    yield from _phrases(said, context, table)
    yield from _apologies(said, table)
    if context.kind == Kind.FEEDBACK:
        yield from _judgements(said, table)
    yield from _shape(said, context, table)


def _without_names(text: str, context: CheckContext) -> str:
    """Return the text with role and company blanked: a Compensation Manager gives no reason."""
    for name in (context.role, context.company):
        if len(name) > 2:
            words = r"\s+".join(map(re.escape, name.replace("'", "’").split()))
            text = re.sub(rf"(?<!\w){words}(?!\w)", "…", text, flags=re.I)
    return text


# --- E25 -----------------------------------------------------------------------------------------


def _placeholders(text: str) -> Iterator[Finding]:
    for found in _PLACEHOLDERS.finditer(text):
        yield _finding(
            "E25", "error", "A placeholder was left; put in what belongs there.", found[0]
        )


def _empty_greeting(text: str, table: Table) -> Iterator[Finding]:
    lines = text.strip().splitlines()
    first = lines[0].strip() if lines else ""
    if not text.strip():
        yield _finding("E25", "error", "The letter is empty.", "")
    elif _any(table.empty_greeting, first) or re.fullmatch(r"\w+\s+[,:;]", first):
        yield _finding("E25", "error", "The greeting names nobody; put the name in.", first)


def _wrong_company(text: str, context: CheckContext, table: Table) -> Iterator[Finding]:
    if not context.company:
        return
    for sentence in _sentences(text):
        if _any(table.elsewhere, sentence):
            continue
        for pattern in table.company:
            for found in pattern.finditer(sentence):
                name = found["name"].strip()
                if not _is_known(name, context):
                    yield _finding(
                        "E25",
                        "error",
                        f"This letter goes to {context.company}, but names {name}.",
                        name,
                    )


def _is_known(name: str, context: CheckContext) -> bool:
    """Tell whether a capitalised name belongs to this process, or is none at all."""
    if _ACRONYM.fullmatch(name) or name.casefold() in _PRONOUNS:
        return True
    if _is_japanese(name) and (not _is_japanese(context.company) or len(name) < 2):
        return True  # katakana and Latin spellings of one name can't be compared
    name = _COMPANY_FORM.sub("", name)
    known = _words(f"{_COMPANY_FORM.sub('', context.company)} {context.role} {context.own_name}")
    for person in context.people:
        known |= _words(person.name)
        known |= {a.rpartition("@")[2].partition(".")[0].casefold() for a in person.addresses}
    words = _words(name)
    joined = "".join(sorted(known))
    return bool(words & known) or not words or "".join(name.casefold().split()) in joined


def _is_japanese(text: str) -> bool:
    return re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text) is not None


def _words(text: str) -> set[str]:
    found = re.findall(r"[^\W_]+", text.casefold())
    return {w for w in found if len(w) > 1 and w not in _EMPTY}


_COMPANY_FORM = re.compile(r"株式会社|合同会社|有限会社|[((]株[))]")
_PRONOUNS = frozenset(
    "you they we he she it i this that ils elle elles nous il on ich man wir es "
    "ihnen sie ihr ihre ihrem ihrer euch lei loro usted ustedes u uw vous".split()
)
_EMPTY = frozenset("of and the de du der und gmbh inc ltd llc ag sa srl bv co corp company".split())


# --- E26 -----------------------------------------------------------------------------------------


def _phrases(text: str, context: CheckContext, table: Table) -> Iterator[Finding]:
    for group in table.groups:
        for pattern in group.patterns:
            for found in pattern.finditer(text):
                if context.kind == Kind.CORRECTION and _blames_oneself(text, found, table):
                    continue
                yield _finding(group.rule, group.level, group.message, found[0])


def _blames_oneself(text: str, found: re.Match[str], table: Table) -> bool:
    """Tell whether a hard word of a correction (E36) is about the user's own message."""
    for sentence in _SENTENCE.finditer(text):
        if sentence.start() <= found.start() < sentence.end():
            return _any((*table.own_message, *table.apology), sentence[0])
    return False


def _other_employer(text: str, context: CheckContext, table: Table) -> Iterator[Finding]:
    for pattern in table.other_employer:
        for found in pattern.finditer(text):
            if not _is_known(found["name"], context):
                yield _finding(
                    "E26",
                    "warning",
                    "The other employer is nobody's business here; say `another position`.",
                    found[0],
                )


def _apologies(text: str, table: Table) -> Iterator[Finding]:
    found = [f[0] for pattern in table.apology for f in pattern.finditer(text)]
    if len(found) > table.most_apologies:
        yield _finding(
            "E26", "warning", "One apology is enough; keep the first.", " … ".join(found)
        )


def _judgements(text: str, table: Table) -> Iterator[Finding]:
    for pattern in table.judgement:
        for found in pattern.finditer(text):
            yield _finding(
                "E34",
                "error",
                "Feedback holds facts alone: say what happened, when and how long; no judgement.",
                found[0],
            )


# --- E27 -----------------------------------------------------------------------------------------


def _shape(text: str, context: CheckContext, table: Table) -> Iterator[Finding]:
    length, most = _length(text, context.language)
    if length > most:
        unit = "characters" if most == MAX_CHARACTERS else "words"
        yield _finding("E27", "warning", f"It has {length} {unit}; {most} are plenty.", "")
    if context.kind in (*_LEAVING, Kind.CONFIRMATION) and not _any(table.decision, text):
        yield _finding(
            "E27",
            "error" if context.kind in _LEAVING else "warning",
            f"It never says clearly that you withdraw; for example: {table.decision_example}",
            "",
        )
    if context.kind in (*_LEAVING, Kind.CONFIRMATION, Kind.RECRUITER_NOTE):
        yield from _reasons(text, table)
        if not _any(table.thanks, text):
            yield _finding("E27", "warning", "It thanks nobody; one line of thanks belongs in.", "")


def _reasons(text: str, table: Table) -> Iterator[Finding]:
    found: dict[str, str] = {}
    for reason, patterns in table.reasons.items():
        for pattern in patterns:
            if match := pattern.search(text):
                found.setdefault(reason, match[0])
    if len(found) > 1:
        yield _finding(
            "E27",
            "warning",
            f"It gives {len(found)} reasons ({', '.join(found)}); one is enough.",
            " … ".join(found.values()),
        )


def _length(text: str, language: str) -> tuple[int, int]:
    if language.partition("-")[0] in ("ja", "zh", "th"):
        return len(re.sub(r"\s", "", text)), MAX_CHARACTERS
    return len(text.split()), MAX_WORDS


# --- the tables ----------------------------------------------------------------------------------


Patterns = tuple[re.Pattern[str], ...]


class Group:
    """Phrases of one category, with what is said about them."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.rule: str = document.get("rule", "E26")
        self.level: str = document["level"]
        self.message: str = document["message"]
        self.patterns = _compile(document["patterns"])


class Table:
    """All that is looked for in one language."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.decision = _compile(document["decision"])
        self.decision_example: str = document["decision_example"]
        self.thanks = _compile(document["thanks"])
        self.apology = _compile(document["apology"])
        self.own_message = _compile(document.get("own_message", []))
        self.most_apologies: int = document.get("most_apologies", 1)
        self.empty_greeting = _compile(document["empty_greeting"])
        self.company = _compile(document["company"])
        self.elsewhere = _compile(document["elsewhere"])
        self.other_employer = _compile(document["other_employer"])
        self.judgement = _compile(document["judgement"])
        self.reasons = {name: _compile(p) for name, p in document["reasons"].items()}
        self.groups = [Group(g) for g in document["groups"]]


def _compile(patterns: list[str]) -> Patterns:
    return tuple(re.compile(p.replace("{NAME}", _NAME), re.I | re.M) for p in patterns)


@cache
def _patterns(language: str) -> Table:
    return Table(read_language(language)["checker"])


def _any(patterns: Patterns, text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _sentences(text: str) -> list[str]:
    return [found[0].strip() for found in _SENTENCE.finditer(text)]


def _finding(rule: str, level: str, message: str, words: str) -> Finding:
    return Finding(rule=rule, level=level, message=message, words=" ".join(words.split())[:120])
