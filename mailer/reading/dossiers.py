"""What is gathered of each person of a process: names, addresses, own mails, signatures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mailer.model import Address, Evidence, Interview, Me, Message, Part
from mailer.reading import people_words, words
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.company import fold, squash
from mailer.reading.display_names import clean_name, name_in_address, name_part, split_name
from mailer.reading.quotes import said_in, signature_of, split_quote
from mailer.reading.senders import (
    belongs_to_company,
    is_freemail,
    is_hiring_system,
    is_no_reply,
    is_reachable,
    is_scheduler,
    org_domain,
)

PHONE_NUMBER = re.compile(r"(?<![\w.])(\+?\(?\d[\d\s().\-/]{6,20}\d)(?![\w.])")


@dataclass
class Dossier:
    """What is gathered of one person on the way."""

    address: str
    names: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    written: list[Message] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    title: str = ""
    phone: str = ""
    is_attendee: bool = False
    sits_in: bool = False
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

    @property
    def house(self) -> str:
        """The organisation's domain: their company's where they write from home and answers go there."""
        answered = next(filter(None, map(company_answered, self.written)), self.address)
        return org_domain(answered)

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


def company_answered(message: Message) -> str:
    """Return the address at their company to which answers go of who writes from home, or nothing.

    The one they write from is then a mail provider's, whether or not a list knows it.
    """
    home = org_domain(message.sender.address)
    for address in message.reply_to:
        if (
            belongs_to_company(address)
            and org_domain(address.address) != home
            and _is_personal(address.local_part, message.sender.name)
            and (is_freemail(home) or not _is_personal(address.domain, message.sender.name))
            and squash(home.partition(".")[0]) not in squash(message.text or message.snippet)
        ):
            return address.address
    return ""


def _is_personal(local: str, name: str) -> bool:
    """Tell whether a local part is made of somebody's name: `maite` of Maite Zubeldia."""
    return any(len(n) > 2 and squash(n) in squash(local) for n in split_name(clean_name(name)))


def gather_dossiers(messages: Sequence[Message], me: Me) -> dict[str, Dossier]:
    """Return who wrote or was written to, by folded address."""
    dossiers: dict[str, Dossier] = {}
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
    return dossiers


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two full names are one person's: equal, one with an initial, or turned round."""
    given, family = map(fold, split_name(one))
    second, name = map(fold, split_name(other))
    if not (given and family and second and name):
        return False
    if (given, family) == (name, second):
        return True
    is_full = max(len(given), len(second)) > 1 and max(len(family), len(name)) > 1
    return is_full and _agree(given, second) and _agree(family, name)


def _agree(one: str, other: str) -> bool:
    one, other = one.strip("."), other.strip(".")
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def _dossier(dossiers: dict[str, Dossier], address: Address) -> Dossier:
    dossier = dossiers.setdefault(address.folded, Dossier(address.address))
    name = name_part(address)
    if name and name not in dossier.names:
        dossier.names.append(name)
    if address.address not in dossier.addresses:
        dossier.addresses.append(address.address)
    return dossier


def _note_writer(dossier: Dossier, message: Message) -> None:
    dossier.written.append(message)
    own = split_quote(message.text or "").own
    signature = signature_of(message)
    if signature and signature not in dossier.signatures:
        dossier.signatures.append(signature)
        dossier.title = _title(signature) or dossier.title
        phone = PHONE_NUMBER.search(signature)
        dossier.phone = phone[1].strip() if phone else dossier.phone
    if not dossier.title and dossier.name and dossier.name in own:
        named = re.search(rf"{re.escape(dossier.name)},\s*([^.\n]{{3,60}})", own)
        dossier.title = _title(named[1]) if named else ""
    parts = [p for p in split_name(dossier.name) if len(p) > 2] if "," in own else []
    if not dossier.title and parts:
        names = "|".join(map(re.escape, parts))
        signed = re.search(
            rf"^(?:\W*(?:mvh|hälsningar|lg|vg|gruß|cdlt|saludos|un saludo|atte|groet(?:en)?|pozdrawiam)\W{{1,3}})?(?:{names}),\s*([^.,\n]{{4,40}})$",
            own,
            re.M | re.I,
        )
        dossier.title = _title(signed[1]) if signed else ""
    family = split_name(dossier.name)[1]
    if not dossier.title and len(family) > 2 and family in own:
        signed = re.search(
            rf"^(?:\w{{1,3}}\. ?){{1,2}}{re.escape(family)}\n(.{{3,60}})$", own, re.M
        )
        dossier.title = _title(signed[1]) if signed else ""
    said = PHONE_NUMBER.search(said_in(message))
    if said and words.PHONE.search(own):
        dossier.phone = said[1].strip()
    for address in message.reply_to:
        is_other = address.folded != message.sender.folded
        is_listed = any(address.folded == r.folded for r in message.recipients)
        is_listed = is_listed or _is_list(address, message.subject)
        if is_other and not is_listed and is_reachable(address.address):
            dossier.reply_to = address.address


def _is_list(address: Address, subject: str) -> bool:
    """Tell whether an address is a mailing list's: by its host, or by the tag of the subject.

    A list's Reply-To in a mail to the user alone is a habit of the program; the person answers.
    """
    return bool(_LIST_HOST.match(address.domain)) or f"[{address.local_part}]" in subject.casefold()


_LIST_HOST = re.compile(
    r"(?:lists?|groups?|mailman|listserv|lists?\d|ml|listen|listes|listas|liste|sympa)\.|(?:googlegroups\.com|groups\.io|yahoogroups\.|freelists\.org|listserv\.)"
)


def _note_quoted(dossiers: dict[str, Dossier], message: Message) -> None:
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
    lines = signature.splitlines()[:8]
    parts = (part.strip(" *_|") for line in lines for part in re.split(r"\s[|·•]\s", line))
    for text in parts:
        if (
            2 < len(text) < 90
            and not re.search(r"\S@\S", text)
            and not _FOOTER.search(text)
            and (
                people_words.RECRUITER_TITLE.search(text)
                or people_words.COORDINATOR_TITLE.search(text)
                or people_words.MANAGER_TITLE.search(text)
            )
        ):
            return text
    return ""


_FOOTER = re.compile(
    r"\blicen[cs]e (?:no|number|nr)\b|geschäftsführ\w*\s*:|geschäftsleitung\s*:|vorst[aä]nde?\w*\s*:|vorsitz\w*\s*:|aufsichtsrat|amtsgericht|handelsregister|\bhr[ab] ?\d|"
    r"\b(?:managing )?directors?\s*:|\b(?:chair|president|ceo)\s*:|registered (?:in|office|address|number)|\bcompany (?:no|number|reg)|sitz der gesellschaft|"
    r"ust-?id|\brcs\b|siège social|capital (?:social|de)|registro mercantil|\bp\.? ?iva\b|sede legal|\bkvk\b|\bcnpj\b",
    re.I,
)
"""What the law wants in a footer: it names the directors of the house, not the writer."""


def note_guests(dossiers: dict[str, Dossier], interviews: Sequence[Interview], me: Me) -> None:
    """Note who is a guest of an appointment and whose calendar sends it."""
    known = {a.casefold(): d for d in dossiers.values() for a in d.addresses}
    for interview in interviews:
        for bare in interview.attendees:
            if not me.is_me(bare) and "@" in bare and not is_scheduler(bare):
                guest = known.get(bare.casefold()) or _dossier(dossiers, Address("", bare))
                guest.is_attendee = True
        organizer = interview.organizer
        if organizer and not me.is_me(organizer) and organizer.address:
            host = known.get(organizer.folded) or _behind_relay(organizer, dossiers)
            (host or _dossier(dossiers, organizer)).organizes = True


def _behind_relay(organizer: Address, dossiers: dict[str, Dossier]) -> Dossier | None:
    """Return who writes through a hiring system whose name the organizer's own address spells."""
    spelt = squash(organizer.local_part)
    for dossier in dossiers.values():
        if dossier.written and is_hiring_system(dossier.reply_to or dossier.address):
            given, family = map(squash, split_name(dossier.name))
            if given and family and spelt in (given + family, family + given):
                return dossier
    return None


def only_reachable(dossiers: dict[str, Dossier]) -> dict[str, Dossier]:
    """Leave out addresses that nobody reads."""
    return {
        k: d
        for k, d in dossiers.items()
        if not is_no_reply(d.reply_to or d.address) and not is_scheduler(d.address)
    }


def spoken_names(name: str) -> list[str]:
    """Return the forms in which people speak of somebody: whole, family name, given name."""
    given, family = split_name(name)
    middle = [w for w in given.split()[1:] if len(w) > 3]  # `Dr. Montfort`, Aurelio Montfort Sáez
    titled = [f"{title} {w}" for w in middle for title in _SPANISH]
    return [n for n in (name, family, given, *titled) if len(n) > 1]


_SPANISH = (
    "Dr.",
    "Dra.",
    "Sr.",
    "Sra.",
    "Don",
    "Doña",
    "Ing.",
    "señor",
    "señora",
    "doctor",
    "doctora",
)
"""What stands before the first of two family names, where people have two."""
