"""Who is who in a process: the parts, from signatures, domains, words and introductions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from mailer.model import Address, Evidence, Interview, Me, Message, Part, Person
from mailer.reading import words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.quotes import own_words, signature_of, split_quote
from mailer.reading.senders import (
    belongs_to_company,
    is_freemail,
    is_no_reply,
    is_reachable,
    is_scheduler,
    org_domain,
    platform_of,
)

_PRONOUNS = re.compile(
    r"\s*[(\[](?:she|he|they|sie|er|elle|il|ella|él|zij|hij)\b[^)\]]*[)\]]", re.I
)
_VIA = re.compile(r"\s+(?:via|at|from|@|\||/|-|–|—)\s+.*$", re.I)
_HONORIFIC = re.compile(
    r"^(?:dr|prof|mr|mrs|ms|miss|mx|herr|frau|dipl|ing|m|mme|mlle|sr|sra|srta|dott|dott\.ssa|ing|dhr|mevr)\.?(?:-ing\.?)?\s+",
    re.I,
)
_PHONE = re.compile(r"(?<![\w.])(\+?\(?\d[\d\s().\-/]{6,20}\d)(?![\w.])")
_CJK_NAME = re.compile(r"^[\u3040-\u30ff\u4e00-\u9fff\s]{2,12}$")


@dataclass
class _Dossier:
    """What is gathered of one person on the way."""

    address: str
    names: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    written: list[Message] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    title: str = ""
    phone: str = ""
    is_attendee: bool = False
    organizes: bool = False
    seen_in_copy: list[Message] = field(default_factory=list)
    reply_to: str = ""
    points: dict[Part, float] = field(default_factory=lambda: defaultdict(float))
    evidence: list[Evidence] = field(default_factory=list)
    has_left: bool = False

    @property
    def name(self) -> str:
        """The fullest clean name."""
        return max(
            map(clean_name, dict.fromkeys(self.names)),
            key=lambda n: (len(n.split()) > 1, len(n)),
            default="",
        )

    def add(self, part: Part, points: float, reason: str, message: Message, said: str = "") -> None:
        """Count for a part, with the reason."""
        self.points[part] += points
        self.evidence.append(
            Evidence("part", f"{self.address}: {part.value}", reason, message.message_id, said[:80])
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The people of a process and why."""

    people: tuple[Person, ...]
    evidence: tuple[Evidence, ...]
    employer_domain: str
    agency_domains: frozenset[str]


def read_people(
    messages: Sequence[Message], interviews: Sequence[Interview], me: Me, *, company: str = ""
) -> Found:
    """Return everybody of a process with their parts, who leads first."""
    dossiers = _gather(messages, interviews, me)
    agencies = _agency_domains(dossiers)
    introducers = _introducers(dossiers, agencies)
    employer = _employer_domain(dossiers, agencies, introducers, company)
    _judge(dossiers, messages, me, agencies, employer, introducers)
    _hand_over(dossiers, messages, me)
    people = [_make_person(d, agencies, employer) for d in dossiers.values()]
    ordered = sorted(people, key=_precedence)
    evidence = tuple(e for d in dossiers.values() for e in d.evidence)
    return Found(tuple(ordered), evidence, employer, frozenset(agencies))


@lru_cache(maxsize=10_000)
def clean_name(name: str) -> str:
    """Return a name as people write it: no pronouns, no company, family name last."""
    text = _PRONOUNS.sub("", name).strip().strip("'\"")
    text = _VIA.sub("", text).strip()
    if text.count(",") == 1 and not re.search(r"\b(?:inc|ltd|llc|gmbh|phd|md)\b", text, re.I):
        family, given = (part.strip() for part in text.split(","))
        text = f"{given} {family}" if given and family else text
    text = re.sub(r",.*$", "", text)
    return " ".join(text.split())


@lru_cache(maxsize=10_000)
def split_name(name: str) -> tuple[str, str]:
    """Return given and family name; a Japanese or Chinese name begins with the family's."""
    bare = name
    while (shorter := _HONORIFIC.sub("", bare)) != bare:
        bare = shorter
    parts = bare.split()
    if not parts:
        return "", ""
    if _CJK_NAME.match(bare):
        return (parts[1], parts[0]) if len(parts) == 2 else ("", bare)
    if len(parts) == 1:
        return parts[0], ""
    for number, part in enumerate(parts[1:], 1):
        if part.islower() and part in (
            "van",
            "von",
            "de",
            "der",
            "den",
            "da",
            "di",
            "del",
            "dos",
            "zu",
            "la",
        ):
            return " ".join(parts[:number]), " ".join(parts[number:])
    capitals = [p for p in parts if p.isupper() and len(p) > 2]
    if capitals and len(capitals) < len(parts):
        return " ".join(p for p in parts if p not in capitals), " ".join(
            p.title() for p in capitals
        )
    return " ".join(parts[:-1]), parts[-1]


# --- gathering --------------------------------------------------------------------------------


def _gather(
    messages: Sequence[Message], interviews: Sequence[Interview], me: Me
) -> dict[str, _Dossier]:
    dossiers: dict[str, _Dossier] = {}
    for message in messages:
        kind = classify(message, me)
        if kind is AnswerKind.PERSON:
            _note_writer(_dossier(dossiers, message.sender), message)
        elif kind is AnswerKind.AUTO_REPLY and is_reachable(message.sender.address):
            _dossier(dossiers, message.sender)
        if message.is_draft:
            continue
        for address in message.recipients:
            if address.address and not me.is_me(address) and "@" in address.address:
                _dossier(dossiers, address).seen_in_copy.append(message)
    aliases = {d.reply_to.casefold(): d for d in dossiers.values() if d.reply_to}
    for key in [k for k in dossiers if k in aliases and aliases[k] is not dossiers[k]]:
        merged, other = aliases[key], dossiers.pop(key)
        merged.addresses += other.addresses
        merged.seen_in_copy += other.seen_in_copy
    _note_guests(dossiers, interviews, me)
    return {
        k: d
        for k, d in dossiers.items()
        if not is_no_reply(d.address) and not is_scheduler(d.address)
    }


def _dossier(dossiers: dict[str, _Dossier], address: Address) -> _Dossier:
    dossier = dossiers.setdefault(address.folded, _Dossier(address.address))
    if address.name:
        dossier.names.append(address.name)
    if address.address not in dossier.addresses:
        dossier.addresses.append(address.address)
    return dossier


def _note_writer(dossier: _Dossier, message: Message) -> None:
    dossier.written.append(message)
    own = split_quote(message.text or "").own
    signature = signature_of(message)
    if signature:
        dossier.signatures.append(signature)
        dossier.title = _title(signature) or dossier.title
        phone = _PHONE.search(signature)
        dossier.phone = phone[1].strip() if phone else dossier.phone
    said = _PHONE.search(own_words(message.text or ""))
    if said and words.PHONE.search(own):
        dossier.phone = said[1].strip()
    for address in message.reply_to:
        is_other = address.folded != message.sender.folded
        is_listed = any(address.folded == r.folded for r in message.recipients)
        if is_other and not is_listed and is_reachable(address.address):
            dossier.reply_to = address.address


def _title(signature: str) -> str:
    """Return the line of a signature that reads like a job title."""
    for line in signature.splitlines()[:8]:
        text = line.strip(" *_|")
        if (
            2 < len(text) < 90
            and "@" not in text
            and (
                words.RECRUITER_TITLE.search(text)
                or words.COORDINATOR_TITLE.search(text)
                or words.MANAGER_TITLE.search(text)
            )
        ):
            return text
    return ""


def _note_guests(dossiers: dict[str, _Dossier], interviews: Sequence[Interview], me: Me) -> None:
    for interview in interviews:
        for bare in interview.attendees:
            if not me.is_me(bare) and "@" in bare and not is_scheduler(bare):
                _dossier(dossiers, Address("", bare)).is_attendee = True
        organizer = interview.organizer
        if organizer and not me.is_me(organizer) and organizer.address:
            _dossier(dossiers, organizer).organizes = True


# --- judging ----------------------------------------------------------------------------------


def _agency_domains(dossiers: dict[str, _Dossier]) -> set[str]:
    """Return the domains of agencies, by their own words, signatures and names."""
    points: dict[str, float] = defaultdict(float)
    for dossier in dossiers.values():
        domain = org_domain(dossier.address)
        if not belongs_to_company(Address("", dossier.address)):
            continue
        points[domain] += sum(
            bool(words.AGENCY.search(own_words(split_quote(m.text or "").own)))
            for m in dossier.written
        )
        points[domain] += any(words.AGENCY_NAME.search(s) for s in dossier.signatures)
        points[domain] += 0.5 * bool(_AGENCY_DOMAIN.search(domain))
        points[domain] -= sum(
            bool(words.OWN_TEAM.search(own_words(m.text or ""))) for m in dossier.written
        )
    return {domain for domain, count in points.items() if count >= 1}


_AGENCY_DOMAIN = re.compile(
    r"recruit|talent|search|staffing|personal|career|headhunt|selez|selecc|hunt|resourcing"
)


def _names_company(domain: str, company: str) -> bool:
    label = re.sub(r"[^a-z0-9]", "", domain.partition(".")[0])
    name = re.sub(r"[^a-z0-9]", "", company.casefold())
    return bool(name) and len(name) > 2 and (name in label or label in name)


def _introducers(dossiers: dict[str, _Dossier], agencies: set[str]) -> set[str]:
    """Return the keys of those who brought the two together: friends, alone at their domain."""
    found = set()
    for key, dossier in dossiers.items():
        if not dossier.written or org_domain(dossier.address) in agencies:
            continue
        first = dossier.written[0]
        others = [a for a in first.recipients if a.folded != dossier.address.casefold()]
        said = own_words(first.text or "")
        if len(others) > 1 and words.INTRODUCES.search(said) and _is_alone(key, dossiers):
            found.add(key)
    return found


def _is_alone(key: str, dossiers: dict[str, _Dossier]) -> bool:
    address = dossiers[key].address
    if is_freemail(address):
        return True
    domain = org_domain(address)
    return not any(k != key and org_domain(d.address) == domain for k, d in dossiers.items())


def _employer_domain(
    dossiers: dict[str, _Dossier], agencies: set[str], introducers: set[str], company: str
) -> str:
    counts: dict[str, float] = defaultdict(float)
    for key, dossier in dossiers.items():
        domain = org_domain(dossier.address)
        is_employers = belongs_to_company(Address("", dossier.address)) and key not in introducers
        if is_employers and domain not in agencies:
            counts[domain] += 1 + 2 * len(dossier.written) + dossier.is_attendee
            counts[domain] += 5 * _names_company(domain, company)
    return max(counts, key=lambda d: counts[d], default="")


def _judge(
    dossiers: dict[str, _Dossier],
    messages: Sequence[Message],
    me: Me,
    agencies: set[str],
    employer: str,
    introducers: set[str],
) -> None:
    for dossier in dossiers.values():
        _judge_by_domain(dossier, agencies)
        _judge_by_title(dossier)
        _judge_by_own_words(dossier)
    for message in messages:
        if classify(message, me) is AnswerKind.PERSON:
            _judge_by_mentions(dossiers, message)
    _judge_referrers(dossiers, introducers)
    _judge_by_default(dossiers, agencies, employer)


def _judge_by_domain(dossier: _Dossier, agencies: set[str]) -> None:
    if org_domain(dossier.address) in agencies and dossier.written:
        dossier.add(Part.AGENCY_RECRUITER, 8, "writes for an agency", dossier.written[0])


def _judge_by_title(dossier: _Dossier) -> None:
    if not dossier.title or not dossier.written:
        return
    message, title = dossier.written[-1], dossier.title
    if words.COORDINATOR_TITLE.search(title):
        dossier.add(Part.COORDINATOR, 4, "has such a title", message, title)
    elif words.RECRUITER_TITLE.search(title):
        dossier.add(Part.RECRUITER, 4, "has such a title", message, title)
    elif words.MANAGER_TITLE.search(title):
        dossier.add(Part.HIRING_MANAGER, 3, "has such a title", message, title)


_CALENDAR_WORK = re.compile(
    r"\b(?:calendar (?:hold|invite)|i'll (?:set|send) (?:up |out )?the (?:calendar|invite)|send(?:ing)? (?:you )?(?:options|an? invit)|"
    r"schick\w* ihnen (?:einen|den) termin|anbei der termin|invitation pour votre|ci-joint l'invitation|"
    r"te envío la invitación|in allegato l'invito|hierbij de uitnodiging)\b|日程調整|面接の日程",
    re.I,
)


def _judge_by_own_words(dossier: _Dossier) -> None:
    for message in dossier.written:
        said = own_words(message.text or "")
        found = words.OWN_TEAM.search(said)
        if found and org_domain(dossier.address):
            dossier.add(
                Part.HIRING_MANAGER, 1.5, "speaks of a team of their own", message, found[0]
            )
        found = _CALENDAR_WORK.search(said)
        if found:
            dossier.add(Part.COORDINATOR, 1, "sets up the calendar", message, found[0])
        found = re.search(r"\b(?:passed my notes|our (?:hiring )?team would|looping in|in touch with next steps|i look after hiring|love to find 30)\b|unterlagen|bewerbung|candidature|candidatura|sollicitatie|選考|ご応募", said, re.I)  # fmt: skip
        if found:
            dossier.add(Part.RECRUITER, 0.5, "speaks of the application", message, found[0])


def _judge_by_mentions(dossiers: dict[str, _Dossier], message: Message) -> None:
    """Read what somebody says of somebody else, near their name."""
    said = own_words(message.text or "")
    for dossier in dossiers.values():
        if dossier.address.casefold() == message.sender.folded:
            continue
        for name in _spoken_names(dossier.name):
            if name not in said:
                continue
            place = re.search(
                rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name), said
            )
            if not place:
                continue
            after = re.split(r"[.!?。]\s", said[place.end() : place.end() + 110])[0]
            before = said[max(0, place.start() - 45) : place.start()]
            _judge_mention(dossier, before, after, message)
            break


def _judge_mention(dossier: _Dossier, before: str, after: str, message: Message) -> None:
    near = f"{before}{after}"
    if words.BOSS_WORDS.search(after) or re.search(r"\(.{0,30}(?:vp|head|director|cto|ceo|lead|manager|leiter|chef|jef[ea])\b", after, re.I):  # fmt: skip
        dossier.add(Part.HIRING_MANAGER, 4, "is said to lead", message, near)
    elif words.COORDINATOR_TITLE.search(near) or re.search(r"owns the calendar|will send (?:options|you (?:a|an) )|schickt (?:ihnen|dir)|vous adressera|assistante?", after, re.I):  # fmt: skip
        dossier.add(Part.COORDINATOR, 3, "is said to arrange", message, near)
    elif words.RECRUITER_TITLE.search(after):
        dossier.add(Part.RECRUITER, 2, "is said to look after hiring", message, near)
    elif words.MANAGER_TITLE.search(after[:40]):
        dossier.add(Part.HIRING_MANAGER, 2.5, "is said to lead", message, near)


def _spoken_names(name: str) -> list[str]:
    given, family = split_name(name)
    return [n for n in (name, family, given) if len(n) > 1]


def _judge_referrers(dossiers: dict[str, _Dossier], introducers: set[str]) -> None:
    for key in introducers:
        first = dossiers[key].written[0]
        said = own_words(first.text or "")
        dossiers[key].add(Part.REFERRER, 6, "introduces the two", first, said)


def _judge_by_default(dossiers: dict[str, _Dossier], agencies: set[str], employer: str) -> None:
    """Give those who wrote and are not known yet the part that their mail suggests."""
    known = {max(d.points, key=lambda p: d.points[p]) for d in dossiers.values() if d.points}
    for dossier in dossiers.values():
        if dossier.points or not dossier.written:
            continue
        is_outside = bool(employer) and org_domain(dossier.address) != employer
        if (
            is_outside
            and not is_freemail(dossier.address)
            and belongs_to_company(Address("", dossier.address))
        ):
            continue
        said = "\n".join(own_words(m.text or "") for m in dossier.written)
        hires = words.RECRUITER_TITLE.search(said) or words.RECEIVED.search(said)
        others_recruit = bool(known & {Part.RECRUITER, Part.AGENCY_RECRUITER})
        founder = re.search(r"\b(?:we're (?:two|three|four|five|\d+) people|my co-?founder|numbers on paper|our startup|i'm building)\b", said, re.I)  # fmt: skip
        if founder or (others_recruit and not hires) or (Part.REFERRER in known and not hires):
            dossier.add(
                Part.HIRING_MANAGER, 1, "writes beside those who recruit", dossier.written[0]
            )
        else:
            dossier.add(Part.RECRUITER, 1, "leads the talk", dossier.written[0])


def _hand_over(dossiers: dict[str, _Dossier], messages: Sequence[Message], me: Me) -> None:
    """Mark who left the talk, once the one whom they named wrote or was put in copy."""
    for dossier in dossiers.values():
        for message in dossier.written:
            said = own_words(message.text or "")
            found = words.LEAVING.search(said)
            if not found or dossier.written[-1].date > message.date:
                continue
            if any(_takes_over(o, message, said) for o in dossiers.values() if o is not dossier):
                dossier.has_left = True
                dossier.evidence.append(
                    Evidence("left", dossier.address, "hands over", message.message_id, found[0])
                )


def _takes_over(other: _Dossier, message: Message, said: str) -> bool:
    in_copy = any(a.folded == other.address.casefold() for a in message.recipients)
    wrote_after = any(m.date > message.date for m in other.written)
    is_named = any(name in said for name in _spoken_names(other.name))
    return is_named and (in_copy or wrote_after)


# --- the result -------------------------------------------------------------------------------


def _make_person(dossier: _Dossier, agencies: set[str], employer: str) -> Person:
    part = max(dossier.points, key=lambda p: dossier.points[p], default=Part.OTHER)
    if not dossier.written:
        part = _part_of_silent(dossier, part, agencies, employer)
    given, family = split_name(dossier.name)
    address = dossier.reply_to or dossier.address
    return Person(
        name=dossier.name,
        address=address,
        part=part,
        addresses=tuple(dict.fromkeys([address, *dossier.addresses])),
        given_name=given,
        family_name=family,
        title=dossier.title,
        organisation=org_domain(dossier.address) if not is_freemail(dossier.address) else "",
        phone=dossier.phone,
        is_reachable=is_reachable(address) and not dossier.has_left and not platform_of(address),
        messages_written=len(dossier.written),
        last_wrote_at=max((m.date for m in dossier.written), default=None),
        has_left=dossier.has_left,
    )


def _part_of_silent(dossier: _Dossier, part: Part, agencies: set[str], employer: str) -> Part:
    if org_domain(dossier.address) in agencies:
        return Part.AGENCY_RECRUITER
    if dossier.organizes:
        return Part.COORDINATOR if part is Part.OTHER else part
    if dossier.is_attendee and part in (Part.OTHER, Part.HIRING_MANAGER):
        return Part.INTERVIEWER
    return part


_ORDER = (
    Part.HIRING_MANAGER,
    Part.RECRUITER,
    Part.AGENCY_RECRUITER,
    Part.COORDINATOR,
    Part.INTERVIEWER,
    Part.REFERRER,
    Part.OTHER,
)


def _precedence(person: Person) -> tuple[bool, int, bool, float]:
    last = person.last_wrote_at
    return (
        person.has_left,
        _ORDER.index(person.part),
        not person.messages_written,
        -(last.timestamp() if isinstance(last, datetime) else 0),
    )


def names_of(people: Iterable[Person]) -> str:
    """Return names for a sentence."""
    return ", ".join(p.name or p.address for p in people)
