"""Threads to interview processes: what belongs together is joined, doubt splits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from mailer.model import (
    Candidacy,
    Evidence,
    Interview,
    Me,
    Message,
    Part,
    Person,
    Stage,
    Thread,
)
from mailer.reading import stage_words, words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.channel import read_channel
from mailer.reading.company import clean_company, company_names, domain_name, relay_houses_named
from mailer.reading.interviews import read_interviews
from mailer.reading.joining import is_process, join_strands
from mailer.reading.language import most_spoken
from mailer.reading.people import Found, read_people
from mailer.reading.quotes import said_in, signature_of, split_quote
from mailer.reading.ranking import AGENT_ALONE, match, may_match, said_by_agent
from mailer.reading.role_names import role_as_written, role_of
from mailer.reading.senders import org_domain
from mailer.reading.sifting import make_strands
from mailer.reading.stage import read_stage
from mailer.reading.strands import Strand
from mailer.reading.tone import read_tone

_FAR = timedelta(days=75)
_DOUBT = 0.08
"""What a fit loses where the words of hiring are few: beside a surer one it is asked."""
_UNANSWERED = 0.12
_ALIVE = timedelta(days=120)
_RECRUITERS = (Part.RECRUITER, Part.AGENCY_RECRUITER)


def read_candidacies(
    threads: Sequence[Thread], *, query: str, me: Me, now: datetime
) -> tuple[Candidacy, ...]:
    """Return the interview processes in these threads, those that fit the query best first.

    An empty query keeps every process, and those that may be one with a score below a half;
    otherwise those that do not fit at all are left out.
    """
    strands = make_strands(threads, me)
    found = []
    fits = partial(may_match, query=query) if query else None
    for group in join_strands(strands, fits):
        is_sure = is_process(group)
        if query and not any(may_match(strand, query) for strand in group):
            continue
        candidacy = read_candidacy(group, me, now)
        score, evidence = match(candidacy, group, query)
        if query and score <= 0:
            continue
        if query and not candidacy.role:
            wrote = (m for s in group for m in s.by_people)
            candidacy = replace(candidacy, role=role_as_written(wrote, query))
        if query and _is_only_offered(group):
            score -= _UNANSWERED
        if not is_sure or not (query or _is_ours(group, me)):
            score = score - _DOUBT if query else min(score, 0.3)
        parts = [candidacy]
        if evidence.reason == AGENT_ALONE:
            parts = _by_client(group, evidence.words, me, now)
        found += [replace(p, score=score, evidence=(evidence, *p.evidence)) for p in parts]
    return tuple(
        sorted(found, key=lambda c: (c.score, c.is_alive, c.last_message_at), reverse=True)
    )


def _by_client(group: Sequence[Strand], client: str, me: Me, now: datetime) -> list[Candidacy]:
    """Read two processes from one: what an agent says of a client alone, and what a house writes too.

    Nothing tells whether they are two: the user is asked, and a letter for the one says nothing of
    the other's interviews.
    """
    told = said_by_agent(group, client)
    houses = [s for s in group if s not in told]
    return [
        replace(read_candidacy(told, me, now), company=client),
        read_candidacy(houses, me, now),
    ]


def _is_only_offered(group: Sequence[Strand]) -> bool:
    """Tell whether an agency wrote once, and the user never: it competes with no talk."""
    wrote = [m for s in group for m in s.by_people]
    is_talk = any(s.of_kind(AnswerKind.OWN) for s in group)
    is_offer = len(wrote) == 1 and not is_talk and all(s.is_agency for s in group)
    return is_offer and not stage_words.RECEIVED.search(f"{wrote[0].subject}\n{said_in(wrote[0])}")


def _is_ours(group: Sequence[Strand], me: Me) -> bool:
    """Tell whether the user wrote or was written to: what came by a list may not name them."""
    mails = (m for s in group for m in s.messages)
    return any(me.is_me(a) for m in mails for a in (m.sender, *m.recipients))


def read_candidacy(group: Sequence[Strand], me: Me, now: datetime) -> Candidacy:
    """Read one process from its threads; pure."""
    threads = tuple(
        sorted((t for s in group for t in s.threads), key=lambda t: t.last_message_at, reverse=True)
    )
    messages = sorted((m for s in group for m in s.messages), key=lambda m: m.date)
    interviews = read_interviews(messages, me, now)
    hint = _company_hint(messages, me)
    copied = {org_domain(a.address) for m in messages for a in m.recipients}
    agencies = frozenset(d for s in group for d in (s.writer_domains | copied) & s.agencies)
    houses = frozenset(d for s in group for d in s.writer_domains & s.own_houses)
    found = read_people(
        messages, interviews, me, company=hint, known_agencies=agencies, known_houses=houses
    )
    leader = _leader(found.people)
    language = _language(messages, me, leader)
    tone, tone_why = read_tone(_led_by(messages, me, leader), me, language)
    recruiters = {a.casefold() for p in found.people if p.part in _RECRUITERS for a in p.addresses}
    stage = read_stage(messages, interviews, me, recruiters)
    if stage.stage is Stage.ACCEPTED:  # a welcome lunch, an induction
        interviews = tuple(i for i in interviews if stage_words.INTERVIEW.search(i.summary))
    channel = read_channel(messages, me, leader.addresses if leader else ())
    company = _company(messages, me, found, hint)
    return Candidacy(
        company=company,
        role=role_of(messages),
        threads=threads,
        people=found.people,
        stage=stage.stage,
        ended=stage.ended,
        channel=channel.channel,
        platform=channel.platform,
        portal=channel.portal,
        interviews=interviews,
        language=language,
        tone=tone,
        is_alive=stage.stage is not Stage.CLOSED and now - messages[-1].date <= _ALIVE,
        questions=_questions(messages, me),
        user_signs_as=_signs_as(messages, me),
        evidence=(
            stage.evidence,
            channel.evidence,
            tone_why,
            *(_interview_evidence(i) for i in interviews),
            *found.evidence,
        ),
    )


def _company_hint(messages: Sequence[Message], me: Me) -> str:
    names = company_names(messages, me)
    return names.most_common(1)[0][0] if names else ""


def _company(messages: Sequence[Message], me: Me, found: Found, hint: str) -> str:
    employer_side = any(
        p.messages_written and p.organisation == found.employer_domain for p in found.people
    )
    if found.employer_domain and (employer_side or hint):
        names = company_names(
            [m for m in messages if org_domain(m.sender.address) == found.employer_domain], me
        )
        best = names.most_common(1)
        return best[0][0] if best else hint or domain_name(found.employer_domain)
    client = _client(messages, me)
    if client:
        return client
    if hint:
        return hint
    domain = found.employer_domain or next(iter(found.agency_domains), "")
    if domain:
        return domain_name(domain)
    return next(iter(relay_houses_named(messages)), "") or _subject_company(messages)


def _client(messages: Sequence[Message], me: Me) -> str:
    """Return the client that an agency names, newest word first."""
    for message in reversed(messages):
        if classify(message, me) is not AnswerKind.PERSON:
            continue
        found = words.CLIENT.search(said_in(message))
        if found:
            name = clean_company(next(filter(None, found.groups())))
            if len(name) > 2:
                return name
    return ""


def _subject_company(messages: Sequence[Message]) -> str:
    found = re.search(
        r"\(([^()]{3,40})\)|(?:\bat|@|\bbei|\bchez)\s+([A-Z][\w& ]{2,30})", messages[0].subject
    )
    return clean_company(found[1] or found[2]) if found else ""


def _leader(people: Sequence[Person]) -> Person | None:
    wrote = [p for p in people if p.messages_written and not p.has_left]
    return next(
        (p for part in (Part.HIRING_MANAGER, Part.RECRUITER, Part.AGENCY_RECRUITER, Part.COORDINATOR) for p in wrote if p.part is part),
        wrote[0] if wrote else None,
    )  # fmt: skip


def _led_by(messages: Sequence[Message], me: Me, leader: Person | None) -> list[Message]:
    """Return the mail between the user and who leads; all of it where that is too little."""
    if leader is None:
        return list(messages)
    own = {a.casefold() for a in leader.addresses}
    between = [
        m for m in messages if m.sender.folded in own or any(a.folded in own for a in m.recipients)
    ]
    return between or list(messages)


def _language(messages: Sequence[Message], me: Me, leader: Person | None) -> str:
    kinds = (AnswerKind.PERSON, AnswerKind.OWN)
    led = {m.key for m in _led_by(messages, me, leader)}
    own = {a.casefold() for a in leader.addresses} if leader else set()
    texts = [
        (
            said_in(m),
            (3.0 if m.sender.folded in own else 1.5 if m.key in led else 0.7),
        )
        for m in messages
        if classify(m, me) in kinds
    ]
    spoken = most_spoken(texts)
    if not spoken:
        spoken = most_spoken((_told_by_machine(m, me), 1.0) for m in messages)
    return spoken or "en"


def _told_by_machine(message: Message, me: Me) -> str:
    """Return a machine's mail; of what a platform passes on what stands above its link."""
    text = message.text or message.snippet
    if classify(message, me) is not AnswerKind.PLATFORM:
        return f"{message.subject}\n{text}"
    return _LINKED.split(text)[0]


_LINKED = re.compile(r"^.*https?://", re.M)
"""The line with the link to the platform: what follows is its footer."""


def _questions(messages: Sequence[Message], me: Me) -> tuple[str, ...]:
    """Return what was asked since the user last wrote."""
    asked: list[str] = []
    for message in messages:
        kind = classify(message, me)
        if kind is AnswerKind.OWN:
            asked = []
        elif kind is AnswerKind.PERSON:
            said = said_in(message)
            asked += [
                " ".join(q.split())[:160]
                for q in (_QUESTION.findall(said) if "?" in said or "？" in said else ())
            ]
    return tuple(asked)


_QUESTION = re.compile(r"[^.!?。？\n][^.!?。？]{4,240}[?？]")


def _signs_as(messages: Sequence[Message], me: Me) -> str:
    """Return the name under the user's own newest mail."""
    given = me.name.split()[0] if me.name.split() else ""
    for message in reversed(messages):
        if classify(message, me) is not AnswerKind.OWN:
            continue
        own = split_quote(message.text or "").own
        tail = [line.strip(" ,") for line in own.rstrip().splitlines()[-6:] if line.strip()]
        for line in reversed(tail):
            if line == me.name or (given and line == given):
                return line
        signature = signature_of(message)
        if me.name and me.name in signature:
            return me.name
    return ""


def _interview_evidence(interview: Interview) -> Evidence:
    state = "cancelled" if interview.is_cancelled else interview.start.isoformat()
    return Evidence(
        "interview", state, f"from {interview.source}", interview.message_id, interview.summary[:80]
    )
