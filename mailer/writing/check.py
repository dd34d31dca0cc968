"""Checks a letter as it stands in the mailbox, in its own language (E25–E28, E34).

Errors block a send until they are mended or overruled by name: E25, E28, grievance (E26), and a
withdrawal that is never said (E27). Everything else warns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from mailer.model import Address, Candidacy, Draft, Finding, Kind, Me
from mailer.writing.check_recipients import find_recipient_faults
from mailer.writing.check_words import find_word_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Somebody of the process, as far as the checker needs to know them."""

    name: str
    part: str
    addresses: tuple[str, ...]
    is_reachable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What the checker knows of a letter besides its text; JSON-able, kept in the journal."""

    kind: str
    language: str
    company: str = ""
    role: str = ""
    people: tuple[KnownPerson, ...] = ()
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    """The Reply-To that the draft itself carries."""
    own_addresses: tuple[str, ...] = ()
    own_name: str = ""
    employer: str = ""
    """The present employer: a domain, or a name."""
    needs_recruiter: bool = True
    """False where the user left the recruiter out on purpose."""

    def to_document(self) -> dict[str, Any]:
        """Return it as plain data for the journal."""
        return asdict(self)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> CheckContext:
        """Read what `to_document` wrote; unknown keys of later versions are left out."""
        known = {k: v for k, v in document.items() if k in cls.__dataclass_fields__}
        people = tuple(
            KnownPerson(**{**p, "addresses": tuple(p.get("addresses", ()))})
            for p in known.pop("people", ())
        )
        plain: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in known.items()
        }
        return cls(people=people, **plain)

    def for_draft(self, draft: Draft) -> CheckContext:
        """Return it with the recipients that the draft has now."""
        return replace(
            self,
            to=_bare(draft.to),
            cc=_bare(draft.cc),
            bcc=_bare(draft.bcc),
            reply_to=_bare(draft.reply_to),
            own_addresses=(*self.own_addresses, draft.sender.address),
        )


def context_for(
    candidacy: Candidacy,
    *,
    kind: Kind,
    me: Me,
    to: Sequence[Address],
    cc: Sequence[Address] = (),
    employer: str = "",
    language: str = "",
    needs_recruiter: bool = True,
) -> CheckContext:
    """Return the context of a letter that is about to be filed."""
    return CheckContext(
        kind=kind.value,
        language=language or candidacy.language,
        company=candidacy.company,
        role=candidacy.role,
        people=tuple(
            KnownPerson(
                name=person.name,
                part=person.part.value,
                addresses=tuple(dict.fromkeys((person.address, *person.addresses))),
                is_reachable=person.is_reachable and not person.has_left,
            )
            for person in candidacy.people
        ),
        to=_bare(to),
        cc=_bare(cc),
        own_addresses=tuple(me.addresses),
        own_name=me.name,
        employer=employer,
        needs_recruiter=needs_recruiter,
    )


def check_letter(draft_text_own: str, *, context: CheckContext) -> tuple[Finding, ...]:
    """Return what is wrong with the own text and its recipients, errors first."""
    if context.kind == Kind.DECLINE_INVITATION:
        return ()
    findings = [*find_word_faults(draft_text_own, context), *find_recipient_faults(context)]
    order = {"error": 0, "warning": 1, "note": 2}
    return tuple(sorted(_distinct(findings), key=lambda f: order[f.level]))


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    return list({(f.rule, f.message, f.words): f for f in findings}.values())


def _bare(addresses: Iterable[Address]) -> tuple[str, ...]:
    return tuple(a.address for a in addresses if a.address)
