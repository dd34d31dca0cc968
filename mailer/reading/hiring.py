"""How much a single message looks like hiring."""

from __future__ import annotations

from functools import lru_cache

from mailer.model import Message
from mailer.reading import people_words, stage_words, words
from mailer.reading.agencies import has_agency_name
from mailer.reading.alternatives import in_lower_case
from mailer.reading.answers import AnswerKind, is_bulk
from mailer.reading.quotes import said_in, signature_of
from mailer.reading.role_names import NUMBERED_VACANCY, role_of
from mailer.reading.senders import is_hiring_system, is_message_notice, is_organisation

_OF_AN_APPLICATION = (
    in_lower_case(stage_words.RECEIVED),
    stage_words.REJECTED_FOLDED,
    in_lower_case(stage_words.INTERVIEW),
)


@lru_cache(maxsize=8_192)
def hiring_words(lowered: str) -> frozenset[str]:
    """Return the words of hiring that a text in lower case holds."""
    return frozenset(words.HIRING_FOLDED.findall(lowered))


def hiring_points(message: Message, kind: AnswerKind) -> float:
    """Return how much a message speaks for an interview process; below 0 it speaks against one."""
    text = f"{message.subject}\n{said_in(message)}"
    if kind is AnswerKind.PLATFORM:
        text = f"{message.sender.name}\n{text}"
    lowered = text.lower()
    hits = len(hiring_words(lowered))
    points = min(hits, 3) * 0.5
    if kind is AnswerKind.PLATFORM:
        writer = "\n".join((message.text or "").strip().splitlines()[:3])
        is_about_work = (
            hits
            or words.LEANING.search(lowered)
            or role_of([message])
            or people_words.RECRUITER_TITLE.search(writer)
        )
        is_notice = is_message_notice(message.sender.address) or words.INMAIL.search(text)
        return 2.0 if is_notice and is_about_work else -3.0
    by_hand = kind is AnswerKind.OWN or (
        kind is AnswerKind.PERSON and not is_organisation(message.sender)
    )
    is_alert = (not by_hand or is_bulk(message)) and words.ALERT.search(message.subject)
    if is_alert or kind is AnswerKind.BULK:
        return points - 3.0
    told = said_in(message).lower()
    if kind is AnswerKind.PERSON and (
        words.INTERVIEWS_OTHERS.search(told) or words.APPLIES.search(told)
    ):
        return -3.0
    if kind is AnswerKind.ACKNOWLEDGEMENT:
        by_system = is_hiring_system(message.sender.address)
        is_receipt = any(p.search(lowered) for p in _OF_AN_APPLICATION)
        is_of_vacancy = by_system and (hits or NUMBERED_VACANCY.search(message.subject))
        return (
            points
            + (1.5 if by_system else 0.0)
            + (1.0 if is_receipt else 0.0 if is_of_vacancy else -1.5)
        )
    if kind is AnswerKind.INVITATION:
        return points + (0.5 if stage_words.INTERVIEW.search(text) or hits else 0.0)
    if kind is AnswerKind.PERSON:
        recruits = people_words.RECRUITER_TITLE.search(signature_of(message)) or has_agency_name(
            message
        )
        points += 1.0 if recruits else 0.0
        points += 1.0 if is_hiring_system(message.sender.address) else 0.0
        points -= 2.5 if is_bulk(message) and not message.in_reply_to else 0.0
        return points
    return points * 0.3 if kind is AnswerKind.OWN else 0.0
