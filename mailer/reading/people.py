"""Who is who in a process: the parts, from signatures, domains, words and introductions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import combinations

from mailer.model import Address, Evidence, Interview, Me, Message, Part, Person
from mailer.reading import words
from mailer.reading.agencies import AGENCY_DOMAIN, speaks_for_client
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.company import fold, squash
from mailer.reading.display_names import clean_name, name_in_address, split_name
from mailer.reading.quotes import said_in, signature_of, split_quote
from mailer.reading.senders import (
    belongs_to_company,
    is_freemail,
    is_hiring_role,
    is_no_reply,
    is_reachable,
    is_scheduler,
    org_domain,
    platform_of,
)
from mailer.subjects import base_subject, is_reply_subject

_PHONE = re.compile(r"(?<![\w.])(\+?\(?\d[\d\s().\-/]{6,20}\d)(?![\w.])")


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
        """The fullest clean name, in the order in which the signature has it."""
        return _full_name(tuple(self.names), tuple(self.signatures), self.address)

    def add(self, part: Part, points: float, reason: str, message: Message, said: str = "") -> None:
        """Count for a part, with the reason."""
        self.points[part] += points
        self.evidence.append(
            Evidence("part", f"{self.address}: {part.value}", reason, message.message_id, said[:80])
        )


@lru_cache(maxsize=4096)
def _full_name(names: tuple[str, ...], signatures: tuple[str, ...], address: str) -> str:
    fullest = max(
        map(clean_name, names),
        key=lambda n: (len(n.split()) > 1, len(n)),
        default=name_in_address(address),
    )
    signed = "\n".join(signatures)
    if not fullest.isascii() and 2 < len(fullest) < 7 and " " not in fullest:
        spaced = re.search("[ \u3000]?".join(map(re.escape, fullest)), signed)
        return " ".join(spaced[0].split()) if spaced else fullest
    turned = " ".join(reversed(fullest.split()))
    return turned if fullest not in signed and turned in signed else fullest


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
    _hand_over(dossiers, agencies)
    people = [_make_person(d, agencies, employer) for d in dossiers.values()]
    ordered = sorted(people, key=_precedence)
    evidence = tuple(e for d in dossiers.values() for e in d.evidence)
    return Found(tuple(ordered), evidence, employer, frozenset(agencies))


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
        if kind is AnswerKind.OWN:
            _note_quoted(dossiers, message)
    aliases = {d.reply_to.casefold(): d for d in dossiers.values() if d.reply_to}
    for key in [k for k in dossiers if k in aliases and aliases[k] is not dossiers[k]]:
        merged, other = aliases[key], dossiers.pop(key)
        merged.addresses += other.addresses
        merged.seen_in_copy += other.seen_in_copy
    _merge_namesakes(dossiers)
    _note_guests(dossiers, interviews, me)
    return {
        k: d
        for k, d in dossiers.items()
        if not is_no_reply(d.reply_to or d.address) and not is_scheduler(d.address)
    }


def _merge_namesakes(dossiers: dict[str, _Dossier]) -> None:
    """Make one of a person who writes from several addresses: who wrote last says where from."""
    for one, other in combinations(list(dossiers), 2):
        if one not in dossiers or other not in dossiers:
            continue
        a, b = dossiers[one], dossiers[other]
        if not (a.written and b.written and is_same_name(a.name, b.name)):
            continue
        kept, gone = (one, other) if _last(a) >= _last(b) else (other, one)
        newer, older = dossiers[kept], dossiers.pop(gone)
        newer.addresses += older.addresses
        newer.names += older.names
        newer.signatures = [*older.signatures, *newer.signatures]
        newer.written = sorted([*older.written, *newer.written], key=lambda m: m.date)
        newer.title = newer.title or older.title
        newer.phone = newer.phone or older.phone
        newer.seen_in_copy += older.seen_in_copy


def _last(dossier: _Dossier) -> datetime:
    return dossier.written[-1].date


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two full names are one person's: equal, or one with an initial."""
    (given, family), (second, name) = split_name(fold(one)), split_name(fold(other))
    if not (given and family and second and name):
        return False
    is_full = max(len(given), len(second)) > 1 and max(len(family), len(name)) > 1
    return is_full and _agree(given, second) and _agree(family, name)


def _agree(one: str, other: str) -> bool:
    one, other = one.strip("."), other.strip(".")
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def _dossier(dossiers: dict[str, _Dossier], address: Address) -> _Dossier:
    dossier = dossiers.setdefault(address.folded, _Dossier(address.address))
    if address.name and address.name not in dossier.names:
        dossier.names.append(address.name)
    if address.address not in dossier.addresses:
        dossier.addresses.append(address.address)
    return dossier


def _note_writer(dossier: _Dossier, message: Message) -> None:
    dossier.written.append(message)
    own = split_quote(message.text or "").own
    signature = signature_of(message)
    if signature and signature not in dossier.signatures:
        dossier.signatures.append(signature)
        dossier.title = _title(signature) or dossier.title
        phone = _PHONE.search(signature)
        dossier.phone = phone[1].strip() if phone else dossier.phone
    if not dossier.title and dossier.name:
        named = re.search(rf"{re.escape(dossier.name)},\s*([^.\n]{{3,60}})", own)
        dossier.title = _title(named[1]) if named else ""
    said = _PHONE.search(said_in(message))
    if said and words.PHONE.search(own):
        dossier.phone = said[1].strip()
    for address in message.reply_to:
        is_other = address.folded != message.sender.folded
        is_listed = any(address.folded == r.folded for r in message.recipients)
        if is_other and not is_listed and is_reachable(address.address):
            dossier.reply_to = address.address


def _note_quoted(dossiers: dict[str, _Dossier], message: Message) -> None:
    """Read the title under a name that the user quoted: the mail itself may lie in spam."""
    lines = [re.sub(r"^[>\s]+", "", q) for q in split_quote(message.text or "").quote.splitlines()]
    for dossier in dossiers.values():
        if dossier.title or not dossier.name:
            continue
        for number, line in enumerate(lines):
            if line.strip() == dossier.name:
                dossier.title = _title("\n".join(lines[number + 1 : number + 3]))
                break


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
        points[domain] += sum(map(speaks_for_client, dossier.written))
        points[domain] += 0.5 * bool(AGENCY_DOMAIN.search(domain))
        points[domain] -= sum(bool(words.OWN_TEAM.search(said_in(m))) for m in dossier.written)
    return {domain for domain, count in points.items() if count >= 1}


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
        if len(others) > 1 and introduces(first) and _is_alone(key, dossiers):
            found.add(key)
    return found


def introduces(message: Message) -> bool:
    """Tell whether a message brings two people together, by its words or its subject."""
    subject = "" if is_reply_subject(message.subject) else message.subject
    said = said_in(message)
    hires = words.RECRUITER_TITLE.search(signature_of(message)) or words.INTERVIEW.search(said)
    return not hires and bool(words.INTRODUCES.search(f"{subject}\n{said}"))


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
        kind = classify(message, me)
        if kind is AnswerKind.PERSON:
            _judge_by_mentions(dossiers, message)
        elif kind is AnswerKind.OWN:
            _judge_by_greeting(dossiers, message)
    for dossier in dossiers.values():
        arranges = dossier.points.get(Part.COORDINATOR, 0) >= 4
        if arranges and Part.AGENCY_RECRUITER in dossier.points:
            dossier.add(Part.COORDINATOR, 5, "arranges for an agency", dossier.written[0])
    _judge_referrers(dossiers, introducers)
    _judge_by_default(dossiers, agencies, employer)


def _judge_by_domain(dossier: _Dossier, agencies: set[str]) -> None:
    if org_domain(dossier.address) in agencies and dossier.written:
        dossier.add(Part.AGENCY_RECRUITER, 8, "writes for an agency", dossier.written[0])


def _judge_by_title(dossier: _Dossier) -> None:
    if any(_PROFESSOR.search(n) for n in dossier.names) or any(
        _PROFESSOR.search(s) for s in dossier.signatures
    ):
        dossier.add(
            Part.HIRING_MANAGER, 2.5, "is a professor", (dossier.written or dossier.seen_in_copy)[0]
        )
    if not dossier.title or not dossier.written:
        return
    message, title = dossier.written[-1], dossier.title
    if words.COORDINATOR_TITLE.search(title):
        dossier.add(Part.COORDINATOR, 4, "has such a title", message, title)
    elif words.RECRUITER_TITLE.search(title):
        dossier.add(Part.RECRUITER, 4, "has such a title", message, title)
    elif words.MANAGER_TITLE.search(title):
        dossier.add(Part.HIRING_MANAGER, 3, "has such a title", message, title)


_PROFESSOR = re.compile(
    r"\b(?:prof|professor|professur|lehrstuhl\w*|principal investigator)\b", re.I
)


def _judge_by_own_words(dossier: _Dossier) -> None:
    for message in dossier.written:
        said = said_in(message)
        for part, points, pattern, reason in _OWN_WORDS:
            found = pattern.search(said)
            if found and (part is not Part.HIRING_MANAGER or org_domain(dossier.address)):
                dossier.add(part, points, reason, message, found[0])


_CALENDAR_WORK = re.compile(
    r"\b(?:calendar (?:hold|invite)|i'll (?:set|send) (?:up |out )?the (?:calendar|invite)|send(?:ing)? (?:you )?(?:options|an? invit)|"
    r"schick\w* ihnen (?:einen|den) termin|anbei der termin|invitation pour votre|ci-joint l'invitation|"
    r"te envío la invitación|in allegato l'invito|hierbij de uitnodiging)\b|日程調整|面接の日程",
    re.I,
)
_APPLICATION = re.compile(
    r"\b(?:your (?:application|cv|resume|résumé)|our (?:hiring|recruitment|selection|interview) (?:process|team)|next steps|i (?:look after|handle|run) (?:the )?(?:hiring|recruitment))\b|"
    r"unterlagen|bewerbung|candidature|candidatura|sollicitatie|選考|ご応募|简历|应聘",
    re.I,
)
_OWN_WORDS = (
    (Part.HIRING_MANAGER, 3.0, words.FOUNDER, "has founded the company"),
    (Part.HIRING_MANAGER, 1.5, words.OWN_TEAM, "speaks of a team of their own"),
    (Part.COORDINATOR, 3.5, words.ON_BEHALF, "arranges for somebody else"),
    (Part.COORDINATOR, 1.0, _CALENDAR_WORK, "sets up the calendar"),
    (Part.COORDINATOR, 1.0, words.ARRANGES, "arranges the interview"),
    (Part.RECRUITER, 0.5, _APPLICATION, "speaks of the application"),
)


def _judge_by_mentions(dossiers: dict[str, _Dossier], message: Message) -> None:
    """Read what somebody says of somebody else, near their name."""
    said = said_in(message)
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


def _judge_by_greeting(dossiers: dict[str, _Dossier], message: Message) -> None:
    """Read whom the user greets as a professor."""
    greeting = next((line for line in said_in(message).splitlines() if line.strip()), "")
    if not _PROFESSOR.search(greeting):
        return
    for dossier in dossiers.values():
        family = split_name(dossier.name)[1]
        if len(family) > 1 and family in greeting:
            dossier.add(Part.HIRING_MANAGER, 3, "is greeted as a professor", message, greeting)


def _judge_mention(dossier: _Dossier, before: str, after: str, message: Message) -> None:
    near = f"{before}{after}"
    title = before.rpartition("\n")[2][-45:]
    if _ARRANGES.search(after):
        dossier.add(Part.COORDINATOR, 3, "is said to arrange", message, near)
    elif (
        _FOUNDS.search(after)
        or words.BOSS_WORDS.search(after)
        or _BOSS_BEFORE.search(before)
        or _IN_BRACKETS.search(after)
    ):
        dossier.add(Part.HIRING_MANAGER, 4, "is said to lead", message, near)
    elif words.COORDINATOR_TITLE.search(near):
        dossier.add(Part.COORDINATOR, 3, "is said to arrange", message, near)
    elif words.RECRUITER_TITLE.search(after):
        dossier.add(Part.RECRUITER, 2, "is said to look after hiring", message, near)
    elif words.MANAGER_TITLE.search(after[:40]) or _APPOSITION.search(title):
        dossier.add(Part.HIRING_MANAGER, 2.5, "is said to lead", message, near)


_BOSS_BEFORE = re.compile(
    r"\b(?:report(?:ing|s)? (?:straight |directly )?(?:in)?to|work(?:ing)? (?:for|under)|hiring manager,?|your (?:future |new )?(?:boss|manager),?|berichte\w* (?:direkt )?an|"
    r"rattachée? à|reportando (?:directamente )?a|a riporto di|rapporteert aan)\s+(?:(?:mr|mrs|ms|dr|herrn?|frau|mme|m)\.?\s+)?$",
    re.I,
)
_IN_BRACKETS = re.compile(
    r"^[^.\n]{0,12}\(.{0,30}(?:vp|head|director|cto|ceo|lead|manager|leiter|chef|jef[ea])\b", re.I
)
_FOUNDS = re.compile(
    r"^\W*(?:is |has )?(?:starting|building|founded|started|co-?founder|founder|gründet|a fondé|ha fundado|ha fondato)\b",
    re.I,
)
_ARRANGES = re.compile(
    r"owns the calendar|will (?:send|find|arrange|set|schedule|sort|be in touch (?:to|with)|write to you about dates|contact you to (?:arrange|schedule))|"
    r"schickt (?:ihnen|dir)|wird sich .{0,40}termin|vous adressera|vous proposera|te enviará|le enviará|ti manderà|le invierà|stuurt (?:je|u)|日程",
    re.I,
)
_APPOSITION = re.compile(
    rf"(?:{words.MANAGER_TITLE.pattern})[^.!?\n]{{0,25}},?\s+(?:(?:mr|mrs|ms|dr|prof|herrn?|frau|mme|m|sig|dott|sr|sra)\.?\s+)*$",
    re.I,
)


def _spoken_names(name: str) -> list[str]:
    given, family = split_name(name)
    return [n for n in (name, family, given) if len(n) > 1]


def _judge_referrers(dossiers: dict[str, _Dossier], introducers: set[str]) -> None:
    for key in introducers:
        first = dossiers[key].written[0]
        said = said_in(first)
        dossiers[key].add(Part.REFERRER, 6, "introduces the two", first, said)


def _judge_by_default(dossiers: dict[str, _Dossier], agencies: set[str], employer: str) -> None:
    """Give those who wrote and are not known yet the part that their mail suggests."""
    known = {max(d.points, key=lambda p: d.points[p]) for d in dossiers.values() if d.points}
    has_assistant = any(
        d.points.get(Part.COORDINATOR, 0) >= 3 and not words.RECRUITER_TITLE.search(d.title)
        for d in dossiers.values()
    )
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
        said = "\n".join(said_in(m) for m in dossier.written)
        hires = words.RECRUITER_TITLE.search(said) or words.RECEIVED.search(said)
        others_recruit = bool(known & {Part.RECRUITER, Part.AGENCY_RECRUITER})
        if hires or not (others_recruit or has_assistant or Part.REFERRER in known):
            dossier.add(Part.RECRUITER, 1, "leads the talk", dossier.written[0])
        elif _only_interviews(dossier) or Part.HIRING_MANAGER in known:
            dossier.add(Part.INTERVIEWER, 1, "writes beside who leads", dossier.written[0])
        else:
            dossier.add(
                Part.HIRING_MANAGER, 1, "writes beside those who recruit", dossier.written[0]
            )


def _only_interviews(dossier: _Dossier) -> bool:
    """Tell whether somebody wrote little and is a guest of the interview, or says to be one."""
    said = "\n".join(said_in(m) for m in dossier.written)
    is_guest = dossier.is_attendee and not dossier.organizes
    only_thanked = all(_THANKS.search(base_subject(m.subject)) for m in dossier.written)
    wrote_little = len(dossier.written) < 2 and (is_guest or only_thanked)
    return wrote_little or bool(words.INTERVIEWS.search(said))


_THANKS = re.compile(
    r"^(?:many |with )?thank|^thx\b|^merci|^dank|^vielen dank|^gracias|^obrigad|^grazie|^bedankt|^お礼|^感谢",
    re.I,
)


def _hand_over(dossiers: dict[str, _Dossier], agencies: set[str]) -> None:
    """Mark who left the talk, once the one whom they named wrote or was put in copy."""
    for dossier in dossiers.values():
        for message in dossier.written:
            said = said_in(message)
            found = words.LEAVING.search(said)
            if not found or dossier.written[-1].date > message.date:
                continue
            others = [o for o in dossiers.values() if o is not dossier]
            if org_domain(dossier.address) in agencies:  # who hands over to a client stays in
                others = [o for o in others if org_domain(o.address) in agencies]
            if any(_takes_over(o, message, said) for o in others):
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
        is_department=_is_department(dossier),
        is_reachable=is_reachable(address) and not dossier.has_left and not platform_of(address),
        messages_written=len(dossier.written),
        last_wrote_at=max((m.date for m in dossier.written), default=None),
        has_left=dossier.has_left,
    )


def _is_department(dossier: _Dossier) -> bool:
    """Tell whether a role's mailbox wrote and nobody signed: `Northwind HR <recruitment@…>`."""
    if not is_hiring_role(dossier.address) or (0 < len(dossier.name) < 5):
        return False
    label = org_domain(dossier.address).partition(".")[0]
    lines = [line for s in dossier.signatures for line in s.splitlines()]
    return not any(
        _SIGNED.match(line.strip()) and squash(line.split()[0]) not in label for line in lines
    )


_SIGNED = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]+(?: [a-z]{2,4})? [A-ZÀ-Þ][\w'’-]+\W*$|[\u3040-\u30ff\u4e00-\u9fff]{2,4}[ \u3000]?[\u3040-\u30ff\u4e00-\u9fff]{0,3}$"
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
