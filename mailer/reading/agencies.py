"""Who speaks for a client: recruitment agencies, by their words, their names, their domains."""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.model import Message
from mailer.reading import words
from mailer.reading.agency_words import AGENCY, AGENCY_NAME, EMPLOYS
from mailer.reading.company import squash
from mailer.reading.display_names import clean_name, split_name
from mailer.reading.quotes import said_in, signature_of
from mailer.reading.senders import org_domain

AGENCY_DOMAIN = re.compile(
    r"recruit|talent|search|staffing|personal|career|headhunt|selez|selecc|hunt|resourcing|rekrut|rekryt|bemann|kadry|placement|uitzend|interim"
)


_JA_AGENCY = re.compile(
    r"^.*(?:エージェント|人材|キャリア|リクルート(?!部)|猎头).*(?:株式会社|$)|株式会社.*(?:エージェント|人材|キャリア)",
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
_MANDATED = re.compile(
    r"\b(?:clients?|retained|mandat(?:e[ds]?)?|search|candidates?|appoint|on behalf|represent|kunden?|"
    r"mandant\w*|client[es]?|cliente|klant|opdrachtgever)\b",
    re.I,
)


@lru_cache(maxsize=8_192)
def _signed(message: Message) -> str:
    """Return the signature, each part on a line of its own, and what stands under the name.

    A mail program's own line (`Sent from my iPhone`) may have cut the name off.
    """
    lines = said_in(message).splitlines()
    name = clean_name(message.sender.name)
    signs = {name, split_name(name)[0]} - {""}
    places = [n for n, line in enumerate(lines) if line.strip(" ,.-–") in signs]
    under = lines[places[-1] + 1 : places[-1] + 5] if places else []
    return re.sub(r"[ \t][|·•–][ \t]", "\n", "\n".join([*under, signature_of(message)]))


@lru_cache(maxsize=8_192)
def speaks_for_client(message: Message) -> bool:
    """Tell whether the writer says so: `my client`, or an agency's words in the signature."""
    signature = _signed(message)
    told = f"{said_in(message)}\n{signature}".lower()
    if AGENCY.search(told):
        return not EMPLOYS.search(told)
    return bool(signature and has_agency_name(message))


@lru_cache(maxsize=8_192)
def has_agency_name(message: Message) -> bool:
    """Tell whether a signature names an agency that the mail's own domain names too.

    `Larkfield Search` at larkfieldsearch.example is one; `Personalreferentin Recruiting` is a title.
    """
    signed = _signed(message)
    if _JA_AGENCY.search(signed):
        return True
    label = squash(org_domain(message.sender.address).partition(".")[0])
    told = f"{message.subject}\n{said_in(message)}"
    for found in AGENCY_NAME.finditer(signed):
        flat = squash(found[1])
        first = squash(re.split(r"[\s&]+", found[1].strip())[0])
        if _IN_HOUSE.search(found[0]) or (_WEAK.search(found[0]) and not _MANDATED.search(told)):
            continue
        if len(first) > 2 and label and (first in label or flat in label or label in flat):
            return not words.RECRUITER_TITLE.search(found[1])
    return False
