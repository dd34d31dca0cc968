"""Names: the company of a thread and the role, from subjects, display names, domains, bodies."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from mailer.model import Me, Message
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.quotes import own_words, signature_of
from mailer.reading.senders import belongs_to_company, is_hiring_system, org_domain
from mailer.subjects import base_subject

_GENERIC = re.compile(
    r"\b(?:careers?|recruit(?:ing|ment)|talent(?: acquisition)?|people team|hiring team|jobs?|team|hr|no-?reply|notifications?|via .*|bewerbung|karriere|recrutement|candidate experience)\b",
    re.I,
)
_LEGAL = re.compile(
    r",?\s+(?:inc|llc|llp|ltd|limited|gmbh(?: & co\.? kg)?|ag|se|kg|s\.?p\.?a|s\.?r\.?l|s\.?a\.?s?|b\.?v|n\.?v|plc|corp|oy|ab|as)\.?(?=\s|$|,)",
    re.I,
)
_ROLE = re.compile(
    r"\b(?:(?:senior|staff|principal|lead|junior|head of|director of|vp of|chief|associate|mid(?:-level)?|sr\.?)\s+)?"
    r"(?:[A-ZÀ-Þ][\w&/+\-À-ÿ]*\s+){0,4}(?:engineer|developer|designer|manager|analyst|scientist|architect|director|lead|consultant|specialist|officer|"
    r"researcher|writer|editor|producer|accountant|administrator|planner|strategist|nurse|teacher|lawyer|counsel|technician|"
    r"entwickler(?:in)?|ingenieur(?:in)?|referent(?:in)?|leiter(?:in)?|berater(?:in)?|responsable|directrice|directeur|chef(?:fe)?|analista|ingenier[oa]|desarrollador[a]?|"
    r"diretor[a]?|gerente|engenheir[oa]|responsabile|sviluppatore|medewerker|ontwikkelaar|adviseur)\b[^,;|()\n]{0,40}",
    re.I,
)
_KEEP = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """Return text for comparing: no case, no accents, full-width evened out."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def squash(text: str) -> str:
    """Return folded text without anything but letters and digits."""
    return _KEEP.sub("", fold(text)).replace("_", "")


def company_names(messages: Sequence[Message], me: Me) -> Counter[str]:
    """Return candidates for the employer's name with their weights."""
    found: Counter[str] = Counter()
    for message in messages:
        kind = classify(message, me)
        if kind is AnswerKind.OWN:
            continue
        if is_hiring_system(message.sender.address):
            name = clean_company(message.sender.name)
            if name and kind is AnswerKind.ACKNOWLEDGEMENT:
                found[name] += 4
        if kind is AnswerKind.PERSON:
            signature = signature_of(message)
            for name in _signature_companies(signature, message):
                found[name] += 2
    return found


def clean_company(name: str) -> str:
    """Return a company's name without legal form and generic words."""
    text = _GENERIC.sub("", _LEGAL.sub("", name.replace("@ icims", "")))
    return " ".join(text.replace("@", " ").split()).strip(" -–|,'\"")


def domain_name(domain: str) -> str:
    """Return a readable name for a domain where nothing else names the company."""
    label = domain.partition(".")[0]
    return label.replace("-", " ").title()


def role_of(messages: Iterable[Message]) -> str:
    """Return the role as the oldest subjects, then the oldest texts, name it."""
    ordered = sorted(messages, key=lambda m: m.date)
    for text in (base_subject(m.subject) for m in ordered):
        found = _ROLE.search(text)
        if found:
            return _tidy_role(found[0])
    for message in ordered[:4]:
        found = re.search(r"\b(?:for|as|als|the|de|di|position|role|poste|puesto|vaga)\s+(?:our |the |an? |de |di )?(" + _ROLE.pattern + ")", own_words(message.text or ""))  # fmt: skip
        if found:
            return _tidy_role(found[1])
    return ""


def _tidy_role(text: str) -> str:
    text = re.split(
        r"\s+(?:at|bei|chez|en|@|in|à|role|position|on|team|with|für|for)\b|\s[-–—]\s|[:,]",
        text.strip(),
    )[0]
    return " ".join(text.split()).strip(" -–:")


def _signature_companies(signature: str, message: Message) -> Iterable[str]:
    """Yield lines of a signature that agree with the sender's own domain."""
    label = squash(org_domain(message.sender.address).partition(".")[0])
    if not label or not belongs_to_company(message.sender):
        return
    for line in re.split(r"[\n|,–•·]| - | at | @ ", signature):
        name = clean_company(line.strip())
        flat = squash(name)
        if (
            2 < len(flat) < 40
            and "@" not in line
            and "." not in name
            and (flat in label or label in flat)
        ):
            yield name
