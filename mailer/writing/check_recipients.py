"""The recipients' half of the checker (E28): who is missing, and who must not get it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mailer.model import Finding, Kind, Part

if TYPE_CHECKING:
    from mailer.writing.check import CheckContext, KnownPerson

_NO_REPLY = re.compile(
    r"(?:^|[._+-])(?:no|not|non|do[._-]?not|dont|ne[._-]?pas)[._-]?(?:reply|replies|respond|"
    r"response|repondre|responder|rispondere|antwort\w*)|noreply|donotreply|mailer-daemon|"
    r"^postmaster$|^bounces?$|^(?:keine|nicht)[._-]?antwort\w*",
    re.I,
)
_LEAVING = (Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.CONFIRMATION)
_SIMILAR = str.maketrans("0135|!", "oiesll")
_FREE_MAIL = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com gmx.de "
    "gmx.net web.de proton.me protonmail.com aol.com mail.com".split()
)


def find_recipient_faults(context: CheckContext) -> Iterator[Finding]:
    """Yield every fault of To, Cc, Bcc and Reply-To."""
    everyone = (*context.to, *context.cc, *context.bcc)
    yield from _missing_recruiter(context, everyone)
    for address in everyone:
        yield from _one_address(context, address)
    yield from _reply_to(context)


def _missing_recruiter(context: CheckContext, everyone: Iterable[str]) -> Iterator[Finding]:
    if context.kind not in _LEAVING or not context.needs_recruiter:
        return
    reached = {a.casefold() for a in everyone}
    for part in (Part.RECRUITER, Part.AGENCY_RECRUITER):
        people = [p for p in context.people if p.part == part.value and p.is_reachable]
        if not people or any(_has(p, address) for p in people for address in reached):
            continue
        name = people[0].name or people[0].addresses[0]
        yield Finding(
            rule="E28",
            level="error",
            message=f"The recruiter {name} is neither in To nor in Cc; put them in copy, or leave "
            "them out on purpose with --no-recruiter.",
            words=people[0].addresses[0] if people[0].addresses else name,
        )


def _one_address(context: CheckContext, address: str) -> Iterator[Finding]:
    local, _, domain = address.casefold().rpartition("@")
    if _NO_REPLY.search(local):
        yield _fault("is an address that nobody reads; write to a person.", address)
    for person in context.people:
        is_referrer = person.part == Part.REFERRER.value and _has(person, address)
        if is_referrer and context.kind != Kind.REFERRER_THANKS:
            yield _fault(
                f"is {person.name or 'who'}, who referred you: thank them privately, never in "
                "copy (E7).",
                address,
            )
    if _is_employer(context.employer, domain):
        yield _fault("belongs to your present employer; take it out.", address)
    genuine = _imitated(context, address.casefold())
    if genuine:
        yield _fault(f"looks like {genuine}, but is another domain; check each letter.", address)
        return
    yield from _led_elsewhere(context, address)


def _led_elsewhere(context: CheckContext, address: str) -> Iterator[Finding]:
    """Warn where a person writes from one domain and is answered at another: a Reply-To's work."""
    domain = _domain(address)
    for person in context.people:
        others = [a for a in person.addresses if a.casefold() != address.casefold()]
        if not others or not _has(person, address):
            continue
        if not any(
            _is_within(domain, _domain(a)) or _is_within(_domain(a), domain) for a in others
        ):
            name = person.name or "this person"
            yield Finding(
                rule="E28",
                level="warning",
                message=f"{address} is in another domain than {others[0]}, from which {name} "
                "writes; check that it is theirs.",
                words=address,
            )


def _reply_to(context: CheckContext) -> Iterator[Finding]:
    own = {a.casefold() for a in context.own_addresses}
    for address in context.reply_to:
        if own and address.casefold() not in own:
            yield _fault(
                "stands in the draft's Reply-To, so that answers go elsewhere; take it out.",
                address,
            )


def _fault(message: str, address: str) -> Finding:
    return Finding(rule="E28", level="error", message=f"{address} {message}", words=address)


def _has(person: KnownPerson, address: str) -> bool:
    return address.casefold() in {a.casefold() for a in person.addresses}


def _is_employer(employer: str, domain: str) -> bool:
    """Tell whether a domain is the employer's: by domain, else by the name in it."""
    wanted = employer.strip().casefold().rpartition("@")[2]
    if not wanted or not domain:
        return False
    if "." in wanted:
        return domain == wanted or domain.endswith(f".{wanted}")
    name = re.sub(r"\W+", "", wanted)
    return len(name) > 2 and name in domain.replace("-", "").split(".")


def _imitated(context: CheckContext, address: str) -> str:
    """Return the domain that an address imitates, or an empty text.

    Its own domain is known by other people's addresses alone: who writes from an imitation, or
    asks for answers there, is no witness for it.
    """
    domain = _domain(address)
    others = (a for person in context.people for a in person.addresses if a.casefold() != address)
    known = {_domain(a) for a in others} | _FREE_MAIL
    if not domain or any(_is_within(domain, k) for k in known):
        return ""
    shape = _shape(domain)
    return next((k for k in sorted(known) if k and _looks_like(shape, domain, k)), "")


def _domain(address: str) -> str:
    return address.casefold().rpartition("@")[2]


def _is_within(domain: str, other: str) -> bool:
    return domain == other or domain.endswith(f".{other}")


def _looks_like(shape: str, domain: str, known: str) -> bool:
    if shape == _shape(known):
        return True
    return min(len(domain), len(known)) > 5 and _is_one_edit(domain, known)


def _shape(domain: str) -> str:
    """Return what the eye sees of a domain: punycode read, look-alikes and accents evened out."""
    labels = [_unpuny(label) for label in domain.split(".")]
    decomposed = unicodedata.normalize("NFKD", ".".join(labels)).casefold()
    plain = "".join(_LATIN.get(c, c) for c in decomposed if not unicodedata.combining(c))
    return plain.translate(_SIMILAR).replace("rn", "m").replace("vv", "w").replace("l", "i")


def _unpuny(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


_LATIN = dict(
    zip("аеорсухіѕјԁһӏкмтвнοαρνικτυ", "aeopcyxisjdhikmtbhoapvikty", strict=False),
) | {"ı": "i", "ɡ": "g", "ø": "o", "đ": "d", "ł": "l", "υ": "u"}


def _is_one_edit(one: str, other: str) -> bool:
    """Tell whether one insertion, deletion, change or swap of neighbours parts two texts."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]
