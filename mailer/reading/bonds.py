"""The bonds between two threads, by how sure they are."""

from __future__ import annotations

import re
from datetime import timedelta

from mailer.reading import people_words
from mailer.reading.callings import names_in, spellings
from mailer.reading.company import fold, squash
from mailer.reading.display_names import split_name
from mailer.reading.elsewhere import (
    are_both_there,
    comes_from,
    founded,
    has_moved,
    is_expected,
    is_known_there,
    is_of_family,
    is_one_writer,
    is_titled,
    leads_and_names,
)
from mailer.reading.parting import are_far_apart, east_names, names_label
from mailer.reading.roles import roles_differ
from mailer.reading.senders import (
    is_freemail,
    is_hiring_system,
    is_scheduler,
)
from mailer.reading.strands import Strand
from mailer.subjects import is_reply_subject

SAME_TALK, SHARED, NUMBERED, NAMED, PROBABLE = 5, 4, 3, 2, 1
_CLOSE = timedelta(days=45)
_SOON = timedelta(days=14)
"""So near in time a short subject is the same talk's too."""


def bond_of(one: Strand, other: Strand, alone: frozenset[str]) -> int:
    """Return how surely two threads belong together; 0 where nothing says so.

    `alone` are the organisations with which there is one process at the most.
    """
    if _is_same_talk(one, other):
        return SAME_TALK
    if one.is_apart_from(other):
        return 0
    if one.platform_writers & other.platform_writers or _goes_on_by_mail(one, other):
        return SHARED
    if one.told_addresses & other.writers or other.told_addresses & one.writers:
        return SHARED
    shared = one.participants & other.participants
    if shared and shared <= one.introducers | other.introducers:
        return 0
    if shared and _share_people(one, other, shared):
        return SHARED
    if shared & alone and _may_be_one(one, other, is_shared=True):
        return 0 if are_far_apart(one, other, _CLOSE) else SHARED
    if is_one_writer(one, other, alone):
        return NAMED if one.is_agency and other.is_agency else SHARED
    if are_both_there(one, other):
        return SHARED
    if has_moved(one, other) or has_moved(other, one):
        return NAMED
    if is_expected(one, other) or is_expected(other, one):
        return NAMED
    domains = one.domains & other.domains
    if one.codes & other.codes:
        return NUMBERED
    if domains and not shared and _name_each_other(one, other):
        return NAMED
    if one.alias_keys & other.alias_keys & alone and _may_be_one(one, other, is_shared=False):
        return 0 if are_far_apart(one, other, _CLOSE) else SHARED
    if domains and not shared and domains <= one.agencies | other.agencies:
        return 0  # another consultant's client
    if domains & alone and _may_be_one(one, other, is_shared=bool(shared)):
        return 0 if are_far_apart(one, other, _CLOSE) else PROBABLE
    if domains or shared:
        return 0
    is_receipt = _is_receipt_of(one, other) or _is_receipt_of(other, one)
    is_receipt = is_receipt or _are_receipts(one, other)
    is_notice = _is_notice_of(one, other) or _is_notice_of(other, one)
    is_notice = is_notice or _is_sent_for(one, other) or _is_sent_for(other, one)
    is_notice = is_notice or _invites_by_itself(one, other) or _invites_by_itself(other, one)
    is_named = is_receipt or is_notice or _agency_names(one, other) or _know_each_other(one, other)
    is_named = is_named or recruits_for(one, other) or recruits_for(other, one)
    is_named = is_named or _is_sent_by(one, other, alone) or _is_sent_by(other, one, alone)
    is_named = is_named or _announces(one, other) or _announces(other, one)
    is_named = is_named or _is_relayed(one, other, alone) or _is_relayed(other, one, alone)
    return NAMED if is_named else 0


def _goes_on_by_mail(one: Strand, other: Strand) -> bool:
    """Tell whether somebody who wrote through a platform writes in the other talk under that name."""
    told = one.platform_names | other.platform_names
    mail = {
        squash(f"{g}{f}") for s in (one, other) if not s.platform_writers for g, f in s.names_full
    }
    return bool(told & mail) and not roles_differ(one, other)


def _may_be_one(one: Strand, other: Strand, *, is_shared: bool) -> bool:
    """Tell whether two threads with the one organisation may be of its one process.

    What its people write to the user by hand may be, even where it speaks of no work at all.
    """
    about_work = (one.is_about_work, other.is_about_work)
    if is_shared:
        return any(about_work)
    return all(s.is_about_work or s.is_personal for s in (one, other)) and any(about_work)


def _is_relayed(relay: Strand, talk: Strand, alone: frozenset[str]) -> bool:
    """Tell whether a hiring system passes on the mail of the house of a talk, of its one process."""
    is_house = bool(relay.relay_houses & talk.house_names) and not relay.writer_domains
    about_work = relay.is_hiring and (talk.is_about_work or talk.is_personal)
    return (
        is_house and about_work and talk.writer_domains <= alone and not roles_differ(relay, talk)
    )


def _is_notice_of(notice: Strand, talk: Strand) -> bool:
    """Tell whether a scheduler's mail is about an interview with people of that talk."""
    is_scheduled = any(is_scheduler(m.sender.address) for m in notice.messages)
    is_theirs = has_invitation(notice) and notice.participants <= talk.participants
    is_notice = (is_theirs or is_scheduled) and not notice.by_people
    return is_notice and talk.is_about_work and notice.names_in_full(talk)


def _is_sent_for(notice: Strand, talk: Strand) -> bool:
    """Tell whether only invitations came from somebody whom an earlier talk names.

    A brand's assistant sends them under its own domain: `Frau Noack schickt die Einladung`.
    """
    if not (notice.inviters and talk.work_words) or notice.first_at < talk.first_at:
        return False
    own, told = talk.own_names, set(re.findall(r"\w+", talk.told))
    return any(
        not ({given, family} & own or people_words.COORDINATOR_TITLE.search(given))
        and ({given, family} <= told or is_titled(family, talk.told))
        for given, family in notice.inviters
    )


def _invites_by_itself(notice: Strand, talk: Strand) -> bool:
    """Tell whether only invitations came from somebody who writes the rest through a hiring system."""
    relayed = any(is_hiring_system(m.sender.address) for m in talk.by_people)
    return relayed and talk.is_about_work and bool(notice.inviters & talk.names_full)


def _know_each_other(one: Strand, other: Strand) -> bool:
    """Tell whether two talks name each other's writers: a founder at home, and the office."""
    if comes_from(one, other) or comes_from(other, one):
        return True
    if leads_and_names(one, other) or leads_and_names(other, one):
        return True
    if _name_one_another(one, other):
        return True
    if is_of_family(one, other) or is_of_family(other, one):
        return True
    if not (one.is_private or other.is_private):
        return False
    if is_known_there(one, other) or is_known_there(other, one):
        return True
    of_work = all(s.is_about_work or s.work_words for s in (one, other))
    if of_work and one.names_writer_of(other) and other.names_writer_of(one):
        return True
    return founded(one, other) or founded(other, one)


def _name_one_another(one: Strand, other: Strand) -> bool:
    """Tell whether each side names who writes in the other talk, one of them in full.

    The head of a school writes from there, who recruits from the group's own domain.
    """
    if not (one.is_about_work and other.is_about_work) or one.writer_names & other.writer_names:
        return False
    return any(a.names_in_full(b) and b.names_any_of(a) for a, b in ((one, other), (other, one)))


def has_invitation(strand: Strand) -> bool:
    """Tell whether a calendar's mail is in the thread."""
    return any(m.calendars for m in strand.messages)


def _is_same_talk(one: Strand, other: Strand) -> bool:
    """Join one event's invitations, notices of a platform, and a talk whose References are lost."""
    if one.events & other.events or one.platform_talks & other.platform_talks:
        return True
    return (one.is_platforms and other.is_platforms and bool(_subjects_of_both(one, other))) or (
        is_torn(one, other)
    )


def is_torn(one: Strand, other: Strand) -> bool:
    """Tell whether two threads are one talk whose References were lost.

    They have a subject in common, a reply prefix, the same people.
    """
    if not _subjects_of_both(one, other):
        return False
    mails = (*one.messages, *other.messages)
    is_reply = any(is_reply_subject(m.subject) for m in mails)
    broken = any(not m.references and not m.in_reply_to for m in mails)
    is_same = one.participants & other.participants or one.names_full & other.names_full
    return bool(is_reply and broken and is_same)


def _subjects_of_both(one: Strand, other: Strand) -> set[str]:
    """Return the subjects that two threads have in common, and that are long enough to tell."""
    is_soon = abs(one.first_at - other.first_at) < _SOON
    least = (2 if one.writers & other.writers else 4) if is_soon else 6
    return {s for s in set(one.subjects) & set(other.subjects) if len(squash(s)) > least}


def _share_people(one: Strand, other: Strand, shared: frozenset[str]) -> bool:
    if one.domains & other.domains and not (one.is_agency and other.is_agency):
        return True
    private = {a for a in shared if is_freemail(a)}
    if private and not (one.is_agency or other.is_agency):
        # a friend in copy, who writes of anything but work elsewhere, is in both by chance
        return any(
            private & a.writers and (a.is_about_work or private & a.writers & b.writers)
            for a, b in ((one, other), (other, one))
        ) or (one.is_about_work and other.is_about_work)
    if any(is_hiring_system(a) for a in shared):  # such an address is made for one application
        return True
    employers = (one.domains | other.domains) - (one.writer_domains & other.writer_domains)
    if employers and not (one.is_agency and other.is_agency):
        return True
    return _same_client(one, other)


def _same_client(one: Strand, other: Strand) -> bool:
    """Tell whether two talks with one agency are about one client: a rare name in both."""
    if east_names(one) & east_names(other):
        return True
    names = {n for s in (one, other) for text in s.subjects for n in names_in(text)}
    names |= {n for n in one.clients | other.clients if len(n) > 4}
    agencies = (one.writer_domains & other.writer_domains) | one.agencies | other.agencies
    own = {squash(d.partition(".")[0]) for d in agencies}
    return any(
        name in one.flat and name in other.flat
        for name in names
        if not any(name in label or label in name for label in own)
    )


def _name_each_other(one: Strand, other: Strand) -> bool:
    """Tell whether two talks at one company name one of each other's people, or the same role."""
    if squash(one.role) and squash(one.role) == squash(other.role):
        return True
    if one.acronyms & other.acronyms and one.is_about_work and other.is_about_work:
        return True
    if not (one.by_people or has_invitation(one)) or not (other.by_people or has_invitation(other)):
        return bool(one.is_hiring and other.is_hiring)
    pairs = ((one, other), (other, one))
    return any(not a.is_separate and a.names_writer_of(b) for a, b in pairs)


def _is_receipt_of(receipt: Strand, talk: Strand) -> bool:
    """Tell whether a hiring system's mail belongs to a talk with people of that company."""
    if not (receipt.is_receipt and talk.is_hiring):
        return False
    if receipt.is_claimed and talk.by_people and not receipt.machine_domains & talk.domains:
        return False  # a sister house's
    is_named = any(
        len(n) > 2 and len(label) > 2 and (n in label or label in n)
        for n in receipt.named_by_machine
        for label in talk.labels | talk.relay_houses
    )
    by_system = any(is_hiring_system(m.sender.address) for m in talk.by_people)
    leads = talk.has_founder or talk.has_own_team or talk.role
    is_friends = not (talk.writer_domains or by_system or leads)
    is_others = bool(receipt.owners) and not receipt.owners & talk.domains
    relay_named = not (is_friends or is_others) and any(
        len(n) > 3 and n in talk.flat for n in receipt.machine_companies
    )
    return is_named or (relay_named and not roles_differ(receipt, talk))


def _are_receipts(one: Strand, other: Strand) -> bool:
    """Tell whether machines tell of one application in two threads."""
    machines = not (one.by_people or other.by_people) and one.is_hiring and other.is_hiring
    return machines and bool(
        one.machine_companies & other.machine_companies
        or one.machine_domains & other.machine_domains
    )


def _agency_names(one: Strand, other: Strand) -> bool:
    """Tell whether an agency's talk names the company of the other talk."""
    for agency, talk in ((one, other), (other, one)):
        if agency.is_agency and not talk.is_agency and agency.is_hiring:
            for domain in talk.writer_domains - agency.domains:
                label = squash(domain.partition(".")[0])
                told = any(n in agency.flat for n in spellings(label))
                told = told or names_label(agency, spellings(label))
                if len(label) > 4 and (told or _label_words(label, agency)):
                    return True
    return False


def _is_sent_by(house: Strand, agency: Strand, alone: frozenset[str]) -> bool:
    """Tell whether who writes names in full the recruiter who sent them, of one client or of theirs.

    A group's staff write for a brand that the agency names: `Tidewater (part of Marlin)`.
    """
    if house.is_agency or not (agency.is_agency and agency.is_hiring):
        return False
    if not house.is_about_work or not house.names_in_full(agency):
        return False
    if house.full_names & agency.full_names or house.writer_names & agency.writer_names:
        return False  # a namesake's own name
    if agency.writers <= alone:
        return True
    told = {w for names in agency.mandate_words for w in names if len(w) > 4}
    signed = {w for n in house.signed_names for w in re.findall(r"\w+", fold(n)) if len(w) > 4}
    return bool(signed & agency.spoken) or any(w in house.signed for w in told)


def _announces(agency: Strand, house: Strand) -> bool:
    """Tell whether a recruiter names in full who writes for the client afterwards."""
    if house.is_agency or not (agency.is_agency and agency.is_hiring) or not house.is_about_work:
        return False
    if house.first_at < agency.first_at or house.writer_names & agency.writer_names:
        return False
    return agency.names_in_full(house)


def recruits_for(one: Strand, other: Strand) -> bool:
    """Tell whether a talk about a job names the house of another talk and who writes there.

    The staff of a group hire for its houses under their own domain.
    """
    if not (one.has_recruiter and other.by_people):
        return False
    own = {squash(n) for n in split_name(one.me.name) if len(n) > 2}
    family = {squash(n) for n in other.writer_names}  # whose domain may bear nothing else
    houses = [
        name
        for name in other.house_names
        if len(name) > 4
        and name in one.flat
        and name not in family
        and not any(n in name for n in own)
        and name not in one.house_names
    ]
    if not houses or other.has_recruiter:
        return False
    is_group = bool(one.writer_domains) and any(len(name) > 7 for name in houses)
    is_theirs = is_group and other.is_personal and not (other.opens or other.has_own_recruiter)
    return is_theirs or one.names_any_of(other) or (not is_group and other.names_any_of(one))


def _label_words(label: str, agency: Strand) -> bool:
    return any(
        len(n) > 5 and (n in label or label in n) for s in agency.subjects for n in names_in(s)
    )
