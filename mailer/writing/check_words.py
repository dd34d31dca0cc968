"""The words' half of the checker (E25–E27, E34): what a letter says, and what it leaves unsaid.

What to look for in each language stands in `templates/<language>/language.toml`; English patterns
are tried on every letter for placeholders alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mailer.model import Finding, Kind
from mailer.writing.check_tables import Patterns, Table, load_table
from mailer.writing.render import built_in_languages

if TYPE_CHECKING:
    from mailer.writing.check import CheckContext

MAX_WORDS = 180
MAX_CHARACTERS = 600
"""For languages that put no spaces between words."""

_LEAVING = (Kind.WITHDRAW, Kind.DECLINE_OFFER)
_FRANK = (Kind.FEEDBACK, Kind.CORRECTION, Kind.CLARIFY)
"""Letters that must say how things went, or ask about them."""
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
_ORDINAL = re.compile(r"(?<=\b\d)\.(?= ?[A-ZÄ]\w{2,8}\b)|(?<=\b\d\d)\.(?= ?[A-ZÄ]\w{2,8}\b)")
"""The dot after a day of the month; where it ends a sentence, little is lost."""
_ACRONYM = re.compile(r"[A-Z]{1,4}$")


def find_word_faults(text: str, context: CheckContext) -> Iterator[Finding]:
    """Yield every fault of the own text."""
    text = _unwrap(text.replace("'", "’").replace("\u00a0", " "))
    language = context.language.partition("-")[0]
    table = load_table(language if language in built_in_languages() else "en")
    yield from _placeholders(text)
    yield from _empty_greeting(text, table)
    yield from _wrong_company(text, context, table)
    yield from _other_employer(text, context, table)
    said = _without_names(text, context)
    meant = _without_courtesy(said, table)
    yield from _phrases(meant, context, table)
    if context.kind not in _FRANK:
        yield from _judged(meant, table)
    yield from _apologies(said, table)
    if context.kind == Kind.FEEDBACK:
        yield from _judgements(said, table)
    yield from _shape(said, context, table)


def _unwrap(text: str) -> str:
    """Join what is one sentence: lines that a mail program wrapped, and `2. November`."""
    whole = re.sub(r"^(.{55,})(?<=\S)\n(?=\S)", r"\1 ", text, flags=re.M)
    return _ORDINAL.sub("", whole)


def _without_names(text: str, context: CheckContext) -> str:
    """Return the text with role and company blanked: a Compensation Manager gives no reason."""
    for name in (context.role, context.company):
        if len(name) > 2:
            words = r"\s+".join(map(re.escape, name.replace("'", "’").split()))
            text = re.sub(rf"(?<!\w){words}(?!\w)", "…", text, flags=re.I)
    return text


def _without_courtesy(text: str, table: Table) -> str:
    """Return the text with hard words about the user's own act blanked: no grievance is in them."""
    for courtesy in table.courtesy:
        text = courtesy.sub(lambda found: "…" * len(found[0]), text)
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
    stays = context.kind in (*_FRANK, Kind.RESCHEDULE)
    for group in table.groups:
        if stays and group.rule == "E27" and group.level != "note":
            continue  # nobody leaves here: a door may stay open, and two questions be asked
        for pattern in group.patterns:
            for found in pattern.finditer(text):
                if context.kind == Kind.CORRECTION and _blames_oneself(text, found, table):
                    continue
                level = group.level
                if level == "error" and _is_thanked_for(text, found, table):
                    level = "warning"
                yield _finding(group.rule, level, group.message, found[0])


def _is_thanked_for(text: str, found: re.Match[str], table: Table) -> bool:
    """Tell whether the clause of a hard word thanks or praises: to look at, not to be stopped."""
    start = 0
    for clause in re.split(r"([,;:.!?。！？、\n–—])", text):
        end = start + len(clause)
        if start <= found.start() < end:
            return found[0] != "" and _any((*table.thanks, *table.praise), clause)
        start = end
    return False


def _blames_oneself(text: str, found: re.Match[str], table: Table) -> bool:
    """Tell whether a hard word of a correction (E36) is about the user's own message."""
    for sentence in _SENTENCE.finditer(text):
        if sentence.start() <= found.start() < sentence.end():
            return _any((*table.own_message, *table.apology), sentence[0])
    return False


def _judged(text: str, table: Table) -> Iterator[Finding]:
    """Yield sentences that say how their side seemed, or was liked, with no kind word in them."""
    for sentence in _paragraph_sentences(text):
        if _any(table.judged, sentence) and not _any((*table.praise, *table.thanks), sentence):
            yield _finding(
                "E26",
                "warning",
                "This can be read as a judgement of them; see whether the letter needs it.",
                sentence,
            )


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
    if context.kind in (*_LEAVING, Kind.CONFIRMATION):
        yield from _decision(text, context, table)
    if context.kind in (*_LEAVING, Kind.CONFIRMATION, Kind.RECRUITER_NOTE):
        yield from _reasons(text, table)
        if not _any(table.thanks, text):
            yield _finding("E27", "warning", "It thanks nobody; one line of thanks belongs in.", "")


def _decision(text: str, context: CheckContext, table: Table) -> Iterator[Finding]:
    """Yield a finding where no sentence says, without a perhaps, that the user goes.

    No list of words is complete. So an error needs more than silence: the only decision is hedged,
    the letter sounds like staying, or nothing in it sounds like leaving. Else the reader is asked
    to look, and nothing is blocked.
    """
    deciding = [s for s in _paragraph_sentences(text) if _any(table.decision, s)]
    if any(not _any(table.hedge, s) for s in deciding):
        return
    is_doubtful = _any(table.leaving, text) and not _any(table.interest, text)
    if deciding:
        said, words = "It only half says that you withdraw", deciding[0]
    elif is_doubtful:
        said, words = "See whether it says clearly that you withdraw: no such sentence is known", ""
    else:
        said, words = "It never says clearly that you withdraw", ""
    blocks = context.kind in _LEAVING and (bool(deciding) or not is_doubtful)
    level = "error" if blocks else "warning"
    yield _finding("E27", level, f"{said}; for example: {table.decision_example}", words)


def _reasons(text: str, table: Table) -> Iterator[Finding]:
    found: dict[str, str] = {}
    for reason, patterns in table.reasons.items():
        for pattern in patterns:
            if match := pattern.search(text):
                found.setdefault(reason, match[0])
    if "relocation" in found:
        found.pop("personal", None)  # a family that moves is one reason
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


# --- what the rules share ------------------------------------------------------------------------


def _any(patterns: Patterns, text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _sentences(text: str) -> list[str]:
    return [found[0].strip() for found in _SENTENCE.finditer(text)]


def _paragraph_sentences(text: str) -> list[str]:
    """Return the sentences of each paragraph, also those broken by hand into short lines."""
    return _sentences(re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", text))


def _finding(rule: str, level: str, message: str, words: str) -> Finding:
    return Finding(rule=rule, level=level, message=message, words=" ".join(words.split())[:120])
