"""Who speaks for a client: recruitment agencies, by their words, their names, their domains."""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.model import Message
from mailer.reading import people_words
from mailer.reading.agency_words import (
    AGENCY,
    AGENCY_NAME,
    AT_CLIENT,
    CLIENT,
    EMPLOYS,
    HIRES_FOR,
    OF_A_CLIENT,
)
from mailer.reading.company import squash
from mailer.reading.display_names import clean_name, split_name
from mailer.reading.quotes import said_in, signature_of
from mailer.reading.senders import org_domain

AGENCY_DOMAIN = re.compile(
    r"recruit|talent|search|staffing|personal|career|headhunt|selez|selecc|hunt|resourcing|rekrut|rekryt|bemann|kadry|placement|uitzend|interim"
)


_JA_AGENCY = re.compile(
    r"^.*(?:エージェント|人材|キャリア|リクルート(?!部)|猎头|猎聘|人才(?:咨询|顾问|服务|猎)|人力资源(?:咨询|顾问|服务)|寻访).*(?:株式会社|$)|株式会社.*(?:エージェント|人材|キャリア)",
    re.M,
)


_IN_HOUSE = re.compile(
    r"\b(?:group|global|corporate|regional|senior|head of|lead|team) (?:talent|recruit\w*|people)\b|"
    r"\b(?:talent acquisition|recruit(?:ing|ment) (?:lead|manager|partner|specialist|officer|adviser|advisor|coordinator|team))\b",
    re.I,
)
"""A title in the house that hires, not a name."""
_WEAK = re.compile(r"\b(?:partners|associates|careers?|talent)\b", re.I)
"""What agencies are called, and other houses too: clinics, law firms, architects."""
_RECRUITS = re.compile(
    r"recruit|search|resourcing|staffing|headhunt|personal(?:beratung|vermittlung|dienst)|selezione|selec?[cç][iã]|recrutement|werving|bemanning|rekryt|interim|intérim|uitzend|zeitarbeit",
    re.I,
)
"""Beside a weak word: `Tern & Partners Recruitment`."""
_MANDATED = re.compile(
    r"\b(?:retained|mandat(?:e[ds]?)?|search|candidates?|appoint|on behalf|represent|my clients|meine (?:kunden|mandanten)|mes clients|mis clientes|meus clientes|(?:i )?miei clienti|mijn (?:klanten|opdrachtgevers)|mina kunder|moi klienci|moich klientów)\b",
    re.I,
)


@lru_cache(maxsize=8_192)
def under_name(message: Message) -> str:
    """Return the signature, each part on a line of its own, and what stands under the name.

    A mail program's own line (`Sent from my iPhone`) may have cut the name off.
    """
    lines = said_in(message).splitlines()
    name = clean_name(message.sender.name)
    signs = {name, split_name(name)[0]} - {""}
    places = [n for n, line in enumerate(lines) if line.strip(" ,.-–") in signs]
    under = lines[places[-1] + 1 : places[-1] + 5] if places else []
    return _PARTED.sub("\n", "\n".join([*under, signature_of(message)]))


_PARTED = re.compile(r"[ \t][|·•–][ \t]|, ")


@lru_cache(maxsize=8_192)
def speaks_for_client(message: Message) -> bool:
    """Tell whether the writer says so: `my client`, or an agency's words in the signature.

    A house that serves clients speaks of them too: `you'd be at the client three days a week`.
    """
    if _may_employ(message):
        return False
    if names_agency(message):
        return True
    told = _told(message)
    speaks = AGENCY.search(told) or (CLIENT.search(told) and _hires_for_client(message))
    return bool(speaks) and not people_words.OWN_TEAM_FOLDED.search(told)


@lru_cache(maxsize=8_192)
def names_agency(message: Message) -> bool:
    """Tell whether more than a word of clients says that the writer recruits for others."""
    found = (m[0] for m in AGENCY.finditer(_told(message)))
    return any(not OF_A_CLIENT.search(words_) for words_ in found) or has_agency_name(message)


@lru_cache(maxsize=8_192)
def _told(message: Message) -> str:
    """Return what is said and signed, in lower case."""
    return f"{said_in(message)}\n{under_name(message)}".lower()


def employs(message: Message) -> bool:
    """Tell whether the writer says that their house hires for itself: `assumiamo noi`."""
    return _may_employ(message) and EMPLOYS.search(said_in(message).lower()) is not None


@lru_cache(maxsize=8_192)
def _may_employ(message: Message) -> bool:
    """Tell whether they say so there, or it is signed."""
    return EMPLOYS.search(_told(message)) is not None


def _hires_for_client(message: Message) -> bool:
    """Tell whether a sentence says what a client wants of who is looked for, not what one does for it."""
    told = f"{message.subject}\n\n{said_in(message)}".lower()
    sentences = (" ".join(s.split()) for s in _SENTENCE.split(told))
    return any(
        CLIENT.search(s) and HIRES_FOR.search(s) and not AT_CLIENT.search(s) for s in sentences
    )


_SENTENCE = re.compile(r"[.!?;。！？]|\n\s*\n")


@lru_cache(maxsize=8_192)
def has_agency_name(message: Message) -> bool:
    """Tell whether a signature names an agency that the mail's own domain names too.

    `Larkfield Search` at larkfieldsearch.example is one; `Personalreferentin Recruiting` is a title.
    """
    signed = under_name(message)
    if _JA_AGENCY.search(signed):
        return True
    label = squash(org_domain(message.sender.address).partition(".")[0])
    told = f"{message.subject}\n{said_in(message)}"
    for found in AGENCY_NAME.finditer(signed):
        flat = squash(found[1])
        first = squash(re.split(r"[\s&]+", found[1].strip())[0])
        is_weak = _WEAK.search(found[0]) and not _RECRUITS.search(found[0])
        if _IN_HOUSE.search(found[0]) or (is_weak and not _MANDATED.search(told)):
            continue
        if len(first) > 2 and label and (first in label or flat in label or label in flat):
            return not people_words.RECRUITER_TITLE.search(found[1])
    return False
