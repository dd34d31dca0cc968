"""Names: the company of a thread, from subjects, display names, domains, bodies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

from mailer.letters import spelled
from mailer.matching import fold as fold  # all of reading compares by it
from mailer.model import Me, Message
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.quotes import said_in, signature_of
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
_JAPANESE = re.compile(
    r"(?:株式|合同|有限)会社[^\s、。・|,()（）【】「」]{2,20}|"
    r"[^\s、。・|,()（）【】「」]{2,20}(?:株式|合同|有限)会社(?!の|を|に|は)"
)
"""A name with its legal form, which a letter to it writes too; no domain is spelt like it."""
_CHINESE = re.compile(
    r"^[\u4e00-\u9fff]{2,12}?(?:有限公司|科技|集团|公司|网络|信息技术|智能|银行|资本|股份)(?![\u4e00-\u9fff])",
    re.M,
)
_KEEP = re.compile(r"[^\w]+")
_NO_LETTERS = dict.fromkeys(n for n in range(128) if not chr(n).isalnum())


_LETTER = re.compile(r"\w")


def find_word(word: str, text: str, letter: re.Pattern[str] = _LETTER, start: int = 0) -> int:
    """Return where a word begins that stands by itself, beside no letter or digit; else -1."""
    at = text.find(word, start)
    while at >= 0 and ((at and letter.match(text, at - 1)) or letter.match(text, at + len(word))):
        at = text.find(word, at + 1)
    return at


def replace_words(
    words: Collection[str], text: str, put: Callable[[int, int], str], *, spaced: bool = True
) -> str:
    """Return a text with something else for each of these words, the longest that begins at a place.

    `put` gets where one begins and ends. Where words are not `spaced`, they stand anywhere.
    """
    told, at = [], 0
    find = find_word if spaced else _find
    while found := [(n, -len(w)) for w in words if w and (n := find(w, text, start=at)) >= 0]:
        first, length = min(found)
        told += [text[at:first], put(first, first - length)]
        at = first - length
    return "".join([*told, text[at:]])


def _find(word: str, text: str, start: int) -> int:
    return text.find(word, start)


@lru_cache(maxsize=20_000)
def squash(text: str) -> str:
    """Return folded text without anything but letters and digits."""
    if text.isascii():
        return text.lower().translate(_NO_LETTERS)
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


def relay_houses_named(messages: Iterable[Message]) -> list[str]:
    """Return the houses that people name who write through a hiring system's address of theirs.

    `tessellatecro+email+4fk2@talent.icims.com` is of Tessellate Clinical Research, which the mail
    names; so is a line of the signature or a part of the subject that begins like the address.
    """
    found: list[str] = []
    for message in messages:
        if not is_hiring_system(message.sender.address):
            continue
        labels = [squash(p) for p in re.split(r"[+@]", message.sender.address.lower())]
        names = [at[1] for at in _AT_HOUSE.finditer(said_in(message))]
        names += re.split(r"[\n|]", f"{base_subject(message.subject)}\n{signature_of(message)}")
        for name in map(clean_company, names):
            first = squash(next(iter(name.split()), ""))
            is_short = 2 < len(name) < 40
            if is_short and len(first) > 3 and any(x.startswith(first) for x in labels):
                found.append(name)
    return found


_AT_HOUSE = re.compile(
    spelled(
        r"(?:\bat|@|\bbei|\bchez|\bbij|\bpresso|\bhos|\ben|\bna|\bw) ((?-i:[\pU])[\w&'’.-]+(?: (?:(?:&|and|und|et|de|of) )?(?-i:[\pU])[\w&'’.-]+){0,4})"
    ),
    re.I,
)


def house_in_notice(message: Message) -> str:
    """Return the house under a name in a platform's notice: `Talent Lead at Peregrine Mutual`."""
    found = _AT_HOUSE.search("\n".join((message.text or "").strip().splitlines()[:3]))
    return clean_company(found[1]) if found else ""


def clean_company(name: str) -> str:
    """Return a company's name without legal form and generic words."""
    text = _GENERIC.sub("", _LEGAL.sub("", name.replace("@ icims", "")))
    return " ".join(text.replace("@", " ").split()).strip(" -–|,'\"")


def names_company(domain: str, company: str) -> bool:
    """Tell whether a domain's first label and a company's name hold one another, in plain letters."""
    label = re.sub(r"[^a-z0-9]", "", domain.partition(".")[0])
    name = re.sub(r"[^a-z0-9]", "", company.casefold())
    return bool(name) and len(name) > 2 and (name in label or label in name)


def domain_name(domain: str) -> str:
    """Return a readable name for a domain where nothing else names the company."""
    label = domain.partition(".")[0]
    return label.replace("-", " ").title()


_PARTS_OF_LINE = re.compile(r"[\n|,–•·]| - | at | @ ")


def _signature_companies(signature: str, message: Message) -> Iterable[str]:
    """Yield lines of a signature that agree with the sender's own domain."""
    label = squash(org_domain(message.sender.address).partition(".")[0])
    if not label or not belongs_to_company(message.sender):
        return
    yield from _JAPANESE.findall(signature)
    yield from _CHINESE.findall(signature)
    for line in _PARTS_OF_LINE.split(signature):
        name = clean_company(line.strip())
        flat = squash(name)
        if (
            2 < len(flat) < 40
            and "@" not in line
            and "." not in name
            and (flat in label or label in flat)
        ):
            yield name
