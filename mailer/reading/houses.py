"""Of which houses those are who write in one thread: by domains, signatures, machines and relays."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailer.model import Address, Message, untagged
from mailer.reading import words
from mailer.reading.answers import AnswerKind
from mailer.reading.callings import spellings
from mailer.reading.company import clean_company, company_names, fold, squash
from mailer.reading.display_names import GREETINGS, clean_name
from mailer.reading.dossiers import company_answered
from mailer.reading.introductions import introduces
from mailer.reading.kept import cached_property
from mailer.reading.senders import (
    bears_year,
    belongs_to_company,
    is_freemail,
    is_hiring_system,
    is_listed_freemail,
    org_domain,
)
from mailer.reading.spoken import Talk

_LEGAL_EAST = re.compile(r"(?:株式|合同|有限)会社|(?:股份)?有限公司$|集团$|公司$")
_BRACKETED = re.compile(r"【([^】]{2,24})】")
_ASIDE = re.compile(r"(?:[(\[|@]|\b(?:at|from|bei|chez|von|bij|presso)\b)\s*([^)\]|]{3,40})")
_RELAY_WORDS = frozenset(
    "email reply apply application applications candidate candidates careers jobs inbound mailer talent "
    "hiring recruit recruiting recruitment notification notifications messages message hello people".split()
)
"""What a hiring system's own addresses are made of."""
_RELAY_TAIL = re.compile(rf"(?:[-_](?:{'|'.join(sorted(_RELAY_WORDS))}))+$")
"""What such an address adds to the house: `kettwig-energie-jobs`."""


@dataclass
class HousedTalk(Talk):
    """One thread with the houses that it tells of."""

    agencies: frozenset[str] = frozenset()
    """The domains of agencies, as all threads together tell."""
    own_houses: frozenset[str] = frozenset()
    """The domains of houses that hire for themselves and serve clients, as all threads together tell."""
    homes: frozenset[str] = frozenset()
    """The domains of mail providers that no list knows, as all threads together tell."""

    @cached_property
    def writer_labels(self) -> frozenset[str]:
        """What the writers' mail domains are called."""
        return frozenset(squash(d.partition(".")[0]) for d in self.writer_domains)

    @cached_property
    def house_names(self) -> frozenset[str]:
        """What the writers' company may be called by others: its mail domain, or that one's first word."""
        labels = {d.partition(".")[0] for d in self.writer_domains}
        names = {squash(n) for label in labels for n in (label, label.partition("-")[0])}
        return frozenset(n for name in names - GREETINGS for n in spellings(name) if len(n) > 3)

    @cached_property
    def is_private(self) -> bool:
        """Tell whether somebody writes from an address of their own, or is introduced by it."""
        if any(
            is_freemail(m.sender.address) or org_domain(m.sender.address) in self.homes
            for m in self.by_people
        ):
            return True
        return any(map(is_freemail, self.participants)) and bool(self.introducers)

    @cached_property
    def says_where_from(self) -> bool:
        """Tell whether somebody tells of a house to which their mail domain does not belong."""
        is_home = self.is_private or not any(n in squash(self.told) for n in self.house_names)
        return is_home and words.COMES_FROM.search(self.told) is not None

    @cached_property
    def domains(self) -> frozenset[str]:
        """The organisations' domains of the participants; where the user has mail is none."""
        found = (org_domain(a) for a in self.participants if belongs_to_company(Address("", a)))
        return frozenset(found) - self.own_domains - self.home_domains

    @cached_property
    def alias_keys(self) -> frozenset[str]:
        """The organisations' domains, each with the one address of the user's to which they write.

        Who applies under two addresses keeps two processes apart by them.
        """
        people = (a for m in self.messages for a in (m.sender, *m.recipients))
        own = {untagged(a.folded) for a in people if self.me.is_me(a)}
        return frozenset(f"{domain} {next(iter(own))}" for domain in self.domains if len(own) == 1)

    @cached_property
    def home_domains(self) -> frozenset[str]:
        """The domains from which people write whose answers go to their company.

        They are those of mail providers that no list knows.
        """
        told = {org_domain(m.sender.address) for m in self.by_people if company_answered(m)}
        return self.homes | (told - self.agencies)

    @cached_property
    def own_domains(self) -> frozenset[str]:
        """The domains of the user's own addresses: a provider, a family, an employer; no school of old."""
        return frozenset(org_domain(a) for a in self.me.addresses if not _OF_ALUMNI.search(a))

    @property
    def first_of_houses(self) -> dict[str, Message]:
        """The first mail of people from each domain that can be an organisation's own."""
        mails = (m for m in reversed(self.by_people) if belongs_to_company(m.sender))
        return {org_domain(m.sender.address): m for m in mails}

    @cached_property
    def writer_domains(self) -> frozenset[str]:
        """The organisations' domains of the people who wrote."""
        return frozenset(
            org_domain(m.sender.address)
            for m in self.by_people
            if belongs_to_company(m.sender)
            and org_domain(m.sender.address) not in self.own_domains | self.home_domains
        )

    @cached_property
    def machine_companies(self) -> frozenset[str]:
        """The companies that hiring systems name as their customer, squashed."""
        return frozenset(map(squash, self.machine_names))

    @cached_property
    def machine_names(self) -> frozenset[str]:
        """The companies that hiring systems name, as they write them."""
        found: set[str] = set()
        for message in self.of_kind(AnswerKind.ACKNOWLEDGEMENT):
            if is_hiring_system(message.sender.address):
                found.add(clean_company(message.sender.name))
            found |= {clean_company(n) for n in _BRACKETED.findall(message.subject)}
        return frozenset(n for n in found if squash(n))

    @cached_property
    def labels(self) -> frozenset[str]:
        """What the company may be called: by mail domains, display names and hiring systems."""
        domains = {squash(d.partition(".")[0]) for d in self.domains}
        names = {squash(clean_company(m.sender.name)) for m in self.by_people}
        return frozenset(domains | names | self.machine_companies)

    @cached_property
    def signed_names(self) -> frozenset[str]:
        """The companies that stand in the signatures of those who write, as they write them."""
        return frozenset(n for n in company_names(self.by_people, self.me) if n.split())

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of what signatures and hiring systems call the company, folded."""
        return frozenset(fold(n.split()[0]) for n in self.signed_names | self.machine_names)

    @cached_property
    def signed_houses(self) -> frozenset[str]:
        """The same, squashed."""
        return frozenset(map(squash, self.signed_names))

    @cached_property
    def spoken_houses(self) -> frozenset[str]:
        """What people call the company whose domain spells another script: no legal form."""
        names = (_LEGAL_EAST.sub("", n) for n in self.signed_names if not n.isascii())
        return frozenset(squash(n) for n in names if len(n) > 1)

    @cached_property
    def asides(self) -> frozenset[str]:
        """What people who write through a hiring system call their company: `Katja Mehnert (Sonnhalde)`."""
        names = [m.sender.name for m in self.by_people if is_hiring_system(m.sender.address)]
        found = (squash(clean_company(n)) for name in names for n in _ASIDE.findall(name))
        return frozenset(n for n in found if len(n) > 2)

    @cached_property
    def relay_houses(self) -> frozenset[str]:
        """The houses to whose relay address at a hiring system answers go.

        It stands before the token, after who writes, or in the host's own label:
        `northlight+7d21@`, `dana-ortiz.northlight@`, `dana@northlight.teamtailor-mail.com`.
        """
        relays = [
            (a, squash(clean_name(m.sender.name)))
            for m in self.by_people
            for a in (m.sender, *m.reply_to)
            if is_hiring_system(a.address)
        ]
        found = {
            squash(_RELAY_TAIL.sub("", part))
            for a, name in relays
            for part in (*re.split(r"[+.]", a.local_part), *a.domain.split(".")[:-2])
            if squash(part) not in name
        }
        return frozenset(n for n in found if len(n) > 4 and n.isalpha() and n not in _RELAY_WORDS)

    @cached_property
    def machine_domains(self) -> frozenset[str]:
        """The organisations' own domains from which machines write."""
        told = self.of_kind(AnswerKind.ACKNOWLEDGEMENT)
        return frozenset(org_domain(m.sender.address) for m in told if belongs_to_company(m.sender))

    @cached_property
    def named_by_machine(self) -> frozenset[str]:
        """What machines' mail calls the company, their own domain included."""
        domains = {org_domain(m.sender.address) for m in self.messages}
        return self.machine_companies | {squash(d.partition(".")[0]) for d in domains}

    def _is_own_house(self, address: Address) -> bool:
        """Tell whether somebody writes from the user's own domain: a family's, an employer's, a town's."""
        is_listed = is_listed_freemail(address.address) or bears_year(address.address)
        return not is_listed and org_domain(address.address) in self.own_domains

    @cached_property
    def introducers(self) -> frozenset[str]:
        """Who only brought the two together: a friend's other mail is no part of the process."""
        first = next(iter(self.by_people), None)
        if first is None or org_domain(first.sender.address) in self.agencies:
            return frozenset()  # an agency brings its client in
        domain = first.sender.domain
        others = [a for a in first.recipients if self._is_human(a.address)]
        is_alone = not any(a.domain == domain and not is_freemail(a.address) for a in others)
        is_friend = others and is_alone and introduces(first)
        return frozenset({first.sender.folded}) if is_friend else frozenset()


_OF_ALUMNI = re.compile(
    r"[@.](?:alum(?:ni|nus|na)?|alumnos|exalumnos|ehemalige|anciens|oud-?leden)\.[^.]+\.", re.I
)
"""What stands in the address of somebody who has left a school: it may well employ them now."""
