"""Threads to interview processes: what belongs together is joined, doubt splits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations

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
from mailer.reading import words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.channel import read_channel
from mailer.reading.company import (
    clean_company,
    company_names,
    domain_name,
    role_of,
    squash,
)
from mailer.reading.invitations import read_invitations, read_prose
from mailer.reading.language import most_spoken
from mailer.reading.people import Found, read_people
from mailer.reading.quotes import own_words, signature_of, split_quote
from mailer.reading.ranking import match
from mailer.reading.senders import is_freemail, org_domain
from mailer.reading.stage import read_stage
from mailer.reading.strands import Strand, make_strands
from mailer.reading.tone import read_tone
from mailer.subjects import is_reply_subject

_FAR = timedelta(days=75)
_ALIVE = timedelta(days=120)


def read_candidacies(
    threads: Sequence[Thread], *, query: str, me: Me, now: datetime
) -> tuple[Candidacy, ...]:
    """Return the interview processes in these threads, those that fit the query best first.

    An empty query keeps every process; otherwise those that do not fit at all are left out.
    """
    strands = make_strands(threads, me)
    found = []
    for group in join_strands(strands):
        candidacy = read_candidacy(group, me, now)
        score, evidence = match(candidacy, group, query)
        if query and score <= 0:
            continue
        found.append(replace(candidacy, score=score, evidence=(evidence, *candidacy.evidence)))
    return tuple(
        sorted(found, key=lambda c: (c.score, c.is_alive, c.last_message_at), reverse=True)
    )


# --- joining ----------------------------------------------------------------------------------


def join_strands(strands: Sequence[Strand]) -> list[list[Strand]]:
    """Return groups of strands that are one process; strands that are none are left out.

    The surest bonds are tied first. A group keeps to one role: what would join two roles joins
    neither. Threads that do not speak of hiring belong to a process only through one that does.
    """
    usable = [s for s in strands if s.is_hiring or s.by_people or _has_invitation(s)]
    bonds = sorted(
        (
            (bond, -abs((one.last_at - other.last_at).total_seconds()), one, other)
            for one, other in _related(usable)
            if (bond := _bond(one, other))
        ),
        key=lambda b: b[:2],
        reverse=True,
    )
    return [g for g in _tie(usable, bonds) if _is_process(g)]


def _related(strands: Sequence[Strand]) -> Iterator[tuple[Strand, Strand]]:
    """Yield the pairs that share anything a bond can rest on; the others need no look.

    Receipts and agencies may name a company whose people they share nothing else with.
    """
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for kind, values in (("person", strand.participants), ("domain", strand.domains)):
            for value in values:
                shared[kind, value].append(number)
    pairs = {(a, b) for numbers in shared.values() for a, b in combinations(numbers, 2)}
    for number, strand in enumerate(strands):
        is_receipt = strand.is_hiring and not strand.by_people
        if is_receipt or (strand.is_agency and strand.is_hiring):
            pairs |= {(min(number, n), max(number, n)) for n in range(len(strands)) if n != number}
    for a, b in sorted(pairs):
        yield strands[a], strands[b]


def _tie(
    strands: Sequence[Strand], bonds: Sequence[tuple[int, float, Strand, Strand]]
) -> list[list[Strand]]:
    """Join along the bonds until nothing changes: hiring spreads from thread to thread."""
    group_of = {id(s): [s] for s in strands}
    changed = True
    while changed:
        changed = False
        for bond, _, one, other in bonds:
            a, b = group_of[id(one)], group_of[id(other)]
            if a is b or not _may_join(a, b, bond):
                continue
            a.extend(b)
            group_of.update((id(s), a) for s in b)
            changed = True
    unique = {id(g): g for g in group_of.values()}
    return list(unique.values())


def _may_join(a: Sequence[Strand], b: Sequence[Strand], bond: int) -> bool:
    if bond == _SAME_TALK:
        return True
    if not (_is_process(a) or _is_process(b)):
        return False
    return not any(
        _roles_differ(x, y) for x in _one_a_role(a).values() for y in _one_a_role(b).values()
    )


def _one_a_role(group: Sequence[Strand]) -> dict[str, Strand]:
    return {s.role: s for s in group if s.role}


def _is_process(group: Sequence[Strand]) -> bool:
    """Tell whether a group is one by what any thread, or all of one talk together, say."""
    if any(s.is_hiring for s in group):
        return True
    return len(group) > 1 and sum(s.hiring for s in group) >= _ENOUGH and _is_talk(group)


def _is_talk(group: Sequence[Strand]) -> bool:
    return any(s.by_people for s in group) and any(s.of_kind(AnswerKind.OWN) for s in group)


_SAME_TALK, _SHARED, _NAMED = 3, 2, 1
_ENOUGH = 1.5


def _bond(one: Strand, other: Strand) -> int:
    """Return how surely two threads belong together; 0 where nothing says so."""
    if _are_far(one, other):
        return 0
    if _is_same_talk(one, other):
        return _SAME_TALK
    shared = one.participants & other.participants
    if shared and shared <= one.introducers | other.introducers:
        return 0
    if shared:
        return _SHARED if _share_people(one, other, shared) else 0
    if one.domains & other.domains:
        return _NAMED if _name_each_other(one, other) else 0
    is_receipt = _is_receipt_of(one, other) or _is_receipt_of(other, one)
    return _NAMED if is_receipt or _agency_names(one, other) else 0


def _has_invitation(strand: Strand) -> bool:
    return bool(strand.of_kind(AnswerKind.INVITATION))


def _are_far(one: Strand, other: Strand) -> bool:
    gap = max(one.first_at, other.first_at) - min(one.last_at, other.last_at)
    return gap > _FAR


def _is_same_talk(one: Strand, other: Strand) -> bool:
    """Join a talk whose References are lost: same subject, a reply prefix, the same people."""
    subjects = {s for s in one.subjects if len(squash(s)) > 6} & set(other.subjects)
    is_reply = any(is_reply_subject(m.subject) for m in (*one.messages, *other.messages))
    broken = any(not m.references and not m.in_reply_to for m in (*one.messages, *other.messages))
    return bool(subjects and is_reply and broken and one.participants & other.participants)


def _roles_differ(one: Strand, other: Strand) -> bool:
    a, b = squash(one.role), squash(other.role)
    if not a or not b or a in b or b in a:
        return False
    common = set(re.findall(r"\w+", one.role.casefold())) & set(
        re.findall(r"\w+", other.role.casefold())
    )
    return len(common) < 2


def _share_people(one: Strand, other: Strand, shared: frozenset[str]) -> bool:
    if one.domains & other.domains and not (one.is_agency and other.is_agency):
        return True
    if any(is_freemail(a) for a in shared) and not (one.is_agency or other.is_agency):
        return True
    employers = (one.domains | other.domains) - (one.writer_domains & other.writer_domains)
    if employers and not (one.is_agency and other.is_agency):
        return True
    return _same_client(one, other)


def _same_client(one: Strand, other: Strand) -> bool:
    """Tell whether two talks with one agency are about one client: a rare name in both."""
    names = {n for s in (one, other) for text in s.subjects for n in _names_in(text)}
    own = {squash(d.partition(".")[0]) for d in one.domains | other.domains}
    return any(
        name in one.flat and name in other.flat
        for name in names
        if not any(name in label or label in name for label in own)
    )


def _names_in(text: str) -> set[str]:
    found = re.findall(
        r"[A-ZÀ-Þ][\w'&-]+(?:\s+(?:(?:van|de|der|den|di|von)\s+)*[A-ZÀ-Þ][\w'&-]+)+", text
    )
    return {squash(name) for name in found if len(squash(name)) > 5}


def _name_each_other(one: Strand, other: Strand) -> bool:
    """Tell whether two talks at one company name one of each other's people, or the same role."""
    if squash(one.role) and squash(one.role) == squash(other.role):
        return True
    if not (one.by_people or _has_invitation(one)) or not (
        other.by_people or _has_invitation(other)
    ):
        return bool(one.is_hiring and other.is_hiring)
    for a, b in ((one, other), (other, one)):
        for message in a.by_people:
            family = message.sender.name.split()[-1] if message.sender.name else ""
            if len(family) > 2 and squash(family) in b.flat:
                return True
    return False


def _is_receipt_of(receipt: Strand, talk: Strand) -> bool:
    """Tell whether a hiring system's mail belongs to a talk with people of that company."""
    if receipt.by_people or not receipt.is_hiring or not talk.is_hiring:
        return False
    is_named = any(
        len(n) > 2 and len(label) > 2 and (n in label or label in n)
        for n in receipt.named_by_machine
        for label in talk.labels
    )
    relay_named = any(len(n) > 3 and n in talk.flat for n in receipt.machine_companies)
    return is_named or (relay_named and not _roles_differ(receipt, talk))


def _agency_names(one: Strand, other: Strand) -> bool:
    """Tell whether an agency's talk names the company of the other talk."""
    for agency, talk in ((one, other), (other, one)):
        if agency.is_agency and not talk.is_agency and agency.is_hiring:
            for domain in talk.writer_domains - agency.domains:
                label = squash(domain.partition(".")[0])
                if len(label) > 4 and (label in agency.flat or _label_words(label, agency)):
                    return True
    return False


def _label_words(label: str, agency: Strand) -> bool:
    return any(
        len(n) > 5 and (n in label or label in n) for s in agency.subjects for n in _names_in(s)
    )


# --- reading one process ----------------------------------------------------------------------


def read_candidacy(group: Sequence[Strand], me: Me, now: datetime) -> Candidacy:
    """Read one process from its threads; pure."""
    threads = tuple(
        s.thread for s in sorted(group, key=lambda s: s.thread.last_message_at, reverse=True)
    )
    messages = sorted((m for s in group for m in s.messages), key=lambda m: m.date)
    interviews = read_interviews(messages, me, now)
    hint = _company_hint(messages, me)
    found = read_people(messages, interviews, me, company=hint)
    leader = _leader(found.people)
    language = _language(messages, me, leader)
    tone, tone_why = read_tone(_led_by(messages, me, leader), me, language)
    stage = read_stage(messages, interviews, me)
    channel = read_channel(messages, me, leader.addresses[-1] if leader else "")
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


def read_interviews(messages: Sequence[Message], me: Me, now: datetime) -> tuple[Interview, ...]:
    """Return all appointments: the calendar's, and those in prose that no calendar covers."""
    invited = read_invitations(messages, now)
    last_invited = max(
        (m.date for m in messages if m.calendars), default=datetime.min.replace(tzinfo=now.tzinfo)
    )
    dates = {m.message_id: m.date for m in messages}
    prose = [
        i
        for i in read_prose(messages, me, now)
        if not any(abs(i.start - v.start) < timedelta(hours=3) for v in invited)
        and dates.get(i.message_id, last_invited) > last_invited
    ]
    return tuple(sorted([*invited, *prose], key=lambda i: i.start))


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
    return domain_name(domain) if domain else _subject_company(messages)


def _client(messages: Sequence[Message], me: Me) -> str:
    """Return the client that an agency names, newest word first."""
    for message in reversed(messages):
        if classify(message, me) is not AnswerKind.PERSON:
            continue
        found = _CLIENT.search(own_words(message.text or ""))
        if found:
            name = clean_company(next(filter(None, found.groups())))
            if len(name) > 2:
                return name
    return ""


_NAME = r"((?:[A-ZÀ-Þ][\w'’&.-]*)(?:\s+(?:(?:van|de|der|den|di|von|of|and|&)\s+)*[A-ZÀ-Þ][\w'’&-]*){0,4})"
_CLIENT = re.compile(
    rf"(?:retained (?:exclusively )?by|my client,? (?:is )?|our client,? (?:is )?|on behalf of|it's|it is|gaat om|per conto di|"
    rf"es handelt sich um|il s'agit de|se trata de|trata-se d[ae]|the company is|client is)\s+{_NAME}"
    r"|(株式会社[\w\u3040-\u30ff\u4e00-\u9fff]{2,12}|[\u3040-\u30ff\u4e00-\u9fff]{2,12}株式会社)"
)


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
            own_words(m.text or ""),
            (3.0 if m.sender.folded in own else 1.5 if m.key in led else 0.7),
        )
        for m in messages
        if classify(m, me) in kinds
    ]
    spoken = most_spoken(texts)
    if not spoken:
        spoken = most_spoken((f"{m.subject}\n{m.text or m.snippet}", 1.0) for m in messages)
    return spoken or "en"


def _questions(messages: Sequence[Message], me: Me) -> tuple[str, ...]:
    """Return what was asked since the user last wrote."""
    asked: list[str] = []
    for message in messages:
        kind = classify(message, me)
        if kind is AnswerKind.OWN:
            asked = []
        elif kind is AnswerKind.PERSON:
            said = own_words(message.text or "")
            asked += [
                " ".join(q.split())[:160]
                for q in re.findall(r"[^.!?。？\n][^.!?。？]{4,240}[?？]", said)
            ]
    return tuple(asked)


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


def is_hiring_word(text: str) -> bool:
    """Tell whether a text speaks of hiring at all."""
    return words.HIRING.search(text) is not None
