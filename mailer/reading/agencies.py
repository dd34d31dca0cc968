"""Who speaks for a client: recruitment agencies, by their words, their names, their domains."""

from __future__ import annotations

import re

from mailer.model import Message
from mailer.reading import words
from mailer.reading.company import squash
from mailer.reading.quotes import said_in, signature_of
from mailer.reading.senders import org_domain

AGENCY_DOMAIN = re.compile(
    r"recruit|talent|search|staffing|personal|career|headhunt|selez|selecc|hunt|resourcing"
)


_JA_AGENCY = re.compile(
    r"^.*(?:エージェント|人材|キャリア|リクルート(?!部)|猎头).*(?:株式会社|$)|株式会社.*(?:エージェント|人材|キャリア)",
    re.M,
)


def speaks_for_client(message: Message) -> bool:
    """Tell whether the writer says so: `my client`, or an agency's words in the signature."""
    signature = signature_of(message)
    told = f"{said_in(message)}\n{signature}".lower()
    return bool(words.AGENCY.search(told) or (signature and has_agency_name(message)))


def has_agency_name(message: Message) -> bool:
    """Tell whether a signature names an agency that the mail's own domain names too.

    `Larkfield Search` at larkfieldsearch.example is one; `Personalreferentin Recruiting` is a title.
    """
    if _JA_AGENCY.search(signature_of(message)):
        return True
    label = squash(org_domain(message.sender.address).partition(".")[0])
    for found in words.AGENCY_NAME.finditer(signature_of(message)):
        flat = squash(found[1])
        first = squash(re.split(r"[\s&]+", found[1].strip())[0])
        if len(first) > 2 and label and (first in label or flat in label or label in flat):
            return not words.RECRUITER_TITLE.search(found[1])
    return False
