"""The bonds of people who write from elsewhere in another thread: from home, or from a new address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from mailer.model import Message
from mailer.reading import words
from mailer.reading.callings import may_be_one_name
from mailer.reading.company import fold, squash
from mailer.reading.display_names import clean_name, name_of, split_name
from mailer.reading.dossiers import company_answered, is_same_name
from mailer.reading.moves import names_signed
from mailer.reading.names import variants
from mailer.reading.roles import roles_differ
from mailer.reading.senders import belongs_to_company, is_hiring_system, org_domain
from mailer.reading.strands import Strand

_TITLED = r"\b(?:herrn?|frau|avv|avvocat[oa]|ing|arch|ingegner\w?|mrs?|ms|mx|dr|prof|m|mme|mlle|madame|monsieur|signora?|sig|dott|dott\.ssa|señora?|sra?|dom|dona|senhora?|meneer|mevrouw|dhr|mevr|herra?|fru|pana?|pani|panem|panią)\.? (?:\w+ )?"
"""What stands before a family name, as one speaks of people and not of houses; folded."""


def is_one_writer(one: Strand, other: Strand, alone: frozenset[str]) -> bool:
    """Tell whether somebody writes in both, from work and from home.

    One of the addresses stands for no organisation with which there is another process.
    """
    if not one.writer_names & other.writer_names:
        at_home = any(_bears_name_of(a, b) for a, b in product(one.by_people, other.by_people))
        is_one = one.writer_domains | other.writer_domains <= alone
        is_client = one.is_agency or other.is_agency
        at_home = at_home and (is_one or not (is_client or (one.opens and other.opens)))
        return at_home and _may_be_of_work(one, other) and not roles_differ(one, other)
    if one.is_agency and other.is_agency and one.opens and other.opens:
        return False  # a consultant's next vacancy
    for a, b in product(one.by_people, other.by_people):
        names = clean_name(a.sender.name), clean_name(b.sender.name)
        if _answer_elsewhere(a, b) or _answer_elsewhere(b, a):
            continue  # a namesake who writes from home of another house
        if a.sender.folded != b.sender.folded and is_same_name(*names):
            at_work = [m for m in (a, b) if belongs_to_company(m.sender)]
            if len(at_work) > 1:
                has_moved = one.says_moved or other.says_moved
                is_clear = has_moved or _are_houses_one(one, other)
            else:
                is_same = fold(names[0]) == fold(names[1])
                is_clear = bool(at_work) and is_same and _may_be_of_work(one, other)
                is_clear = is_clear and not _begins_for_itself(one, other)
            relayed = [m for m in (a, b) if is_hiring_system(m.sender.address)]
            if relayed and not any(
                one.speaks_of(n) and other.speaks_of(n)
                for n in (*one.house_names, *other.house_names)
            ):
                continue
            if is_clear and {org_domain(m.sender.address) for m in at_work} <= alone:
                return not roles_differ(one, other)
    return False


def _answer_elsewhere(home: Message, work: Message) -> bool:
    """Tell whether answers to one go to a company that is not the other writer's."""
    answered = org_domain(company_answered(home))
    return (
        bool(answered)
        and belongs_to_company(work.sender)
        and answered != org_domain(work.sender.address)
    )


def is_expected(private: Strand, house: Strand) -> bool:
    """Tell whether who writes from home is a guest of the other talk's appointment, by the whole name."""
    if not private.is_private or house.is_private or not house.guest_names:
        return False
    return bool(private.names_full & house.guest_names) and not roles_differ(private, house)


def _bears_name_of(one: Message, other: Message) -> bool:
    """Tell whether one of two addresses is a private one made of who writes from the other.

    `Hélène R.` at `hroussin.montagne@` is Hélène Roussin: the given name is the same.
    """
    home, work = (other, one) if belongs_to_company(one.sender) else (one, other)
    if belongs_to_company(home.sender) or not belongs_to_company(work.sender):
        return False
    given, family = split_name(fold(name_of(work.sender)))
    own = split_name(fold(name_of(home.sender)))[0]
    return (
        bool(given)
        and given == own
        and len(family) > 4
        and squash(family) in squash(home.sender.local_part)
    )


def are_both_there(one: Strand, other: Strand) -> bool:
    """Tell whether two people of one thread are in the other under another domain: a house moved."""
    if one.is_private or other.is_private or (one.opens and other.opens):
        return False
    known, met = one.full_names, other.full_names
    return len(known & met) > 1 and not roles_differ(one, other)


def has_moved(new: Strand, old: Strand) -> bool:
    """Tell whether somebody says to write from elsewhere now, and may be who wrote in the older talk.

    Mail programs at home know people by nicknames and initials.
    """
    if not new.says_moved or new.first_at < old.first_at or (new.opens and old.opens):
        return False
    if new.domains & old.domains or not old.is_talk:
        return False
    if any(_answer_elsewhere(a, b) for a, b in product(new.by_hand, old.by_hand)):
        return False
    if not old.by_hand:  # a house's address, under which somebody gave a name
        return any(old.speaks_of(name) for name in new.local_names)
    if old.names_in_full(new):  # a nickname's address, told who that is
        return True
    told = squash(" ".join(f"{m.sender.name} {m.sender.address}" for m in new.by_people))
    signed = {name.split()[-1] for name in names_signed(old.by_people)}
    families = {squash(n) for n in {*old.writer_names, *signed} if len(squash(n)) > 4}
    if any(n in told for n in families):  # a family's address: `The Garsides`
        return True
    names = [name_of(m.sender) for m in new.by_people]
    known = [name_of(m.sender) for m in old.by_people]
    if any(may_be_one_name(a, b) for a in names for b in known):
        return True
    bare = {fold(n) for n in names if " " not in n and len(n) > 2}
    is_given = any(bare & variants(split_name(name)[0]) for name in known)
    return is_given and new.names_colleague_of(old)  # `Yusuf`, who names the recruiter


def _are_houses_one(one: Strand, other: Strand) -> bool:
    """Tell whether two domains are one house's: names alike, or one thread names the other's house.

    Two people may have one name.
    """
    if any(a.startswith(b) or b.startswith(a) for a in one.house_names for b in other.house_names):
        return True
    return any(other.speaks_of(n) for n in one.house_names) or any(
        one.speaks_of(n) for n in other.house_names
    )


def _may_be_of_work(one: Strand, other: Strand) -> bool:
    """Tell whether a talk from home is no mere namesake's: it speaks of work, or names the house."""
    home, work = (one, other) if one.is_private else (other, one)
    named = any(home.speaks_of(name) for name in work.house_names)
    known = home.names_writer_of(work) or home.names_colleague_of(work)
    return home.is_about_work or named or known or bool(home.work_words)


def _begins_for_itself(one: Strand, other: Strand) -> bool:
    """Tell whether a namesake writes from home of a job of their own, and not of the house."""
    home, work = (one, other) if one.is_private else (other, one)
    founds = home.has_founder and work.has_recruiter  # nobody who recruits there owns another house
    if not (founds or (home.opens and home.claims_lead)):
        return False
    names = work.house_names | work.signed_houses
    return not (any(map(home.speaks_of, names)) or home.names_colleague_of(work))


def leads_and_names(private: Strand, house: Strand) -> bool:
    """Tell whether who leads writes from home and names somebody of the house."""
    is_home = private.is_private or (private.says_moved and not private.is_hiring)
    leads = is_home and (private.has_founder or private.claims_lead)
    of_work = house.is_about_work or house.work_words
    return bool(leads and of_work) and not house.is_private and private.names_writer_of(house)


def is_of_family(private: Strand, house: Strand) -> bool:
    """Tell whether who writes from elsewhere bears the name of the house, and is of it.

    They name somebody there, or lead; or lead, and the house speaks of them: `on behalf of Mr Metzler`.
    """
    if house.is_private:
        return False
    own = set(map(fold, split_name(private.me.name)))
    families = {n for n in private.writer_names - own if len(n) > 3}
    named = {n for n in families if any(squash(n) in name for name in house.house_names)}
    if not named:
        return False
    relatives = " ".join(fold(m.sender.name) for m in house.by_people).split()
    if named.intersection(relatives) and _MY_FAMILY.search(house.told):
        return True  # the owner, and the daughter who arranges
    if private.has_founder and private.names_writer_of(house) and house.names_by_nickname(private):
        return True
    named = {n for n in named if len(n) > 4}
    if named and private.is_private and (private.names_writer_of(house) or private.has_own_team):
        return True
    leads = (
        private.has_founder or private.claims_lead or (private.is_private and private.is_about_work)
    )
    return bool(leads) and any(is_titled(n, house.told) for n in named)


_MY_FAMILY = re.compile(
    r"\b(?:(?:mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|my|our|mon|ma|notre|mi|meu|minha|il mio|mio|la mia|mia|mijn|onze|min|vår|moj\w{0,3}|moim) "
    r"(?:vater|mutter|mann|frau|tochter|sohn|schwester|bruder|father|mother|dad|mum|mom|husband|wife|daughter|son|sister|brother|pere|mere|mari|femme|fille|fils|soeur|frere|"
    r"padre|madre|marido|mujer|hija|hijo|hermana|hermano|pai|mae|esposa|filha|filho|irma|irmao|papa|mamma|marito|moglie|figlia|figlio|sorella|fratello|vader|moeder|vrouw|dochter|zoon|zus|broer|"
    r"far|mor|pappa|fru|dotter|son|syster|bror|ojcie?c\w*|tat\w|mam\w|maz|mez\w*|zon\w|cork\w|syn\w*|siostr\w|brat\w*))\b|父(?:の|が|に)|母の|娘(?:が|の)|息子(?:が|の)|我(?:爸|父亲|妈|女儿|儿子)"
)
"""Who of the family wants something, or sees to it: `namens mijn vader`; folded."""


def is_titled(family: str, told: str) -> bool:
    """Tell whether somebody is spoken of by title and family name, both folded: `herrn metzler`."""
    return re.search(_TITLED + re.escape(family) + r"(?!\w)", told) is not None


def is_known_there(private: Strand, house: Strand) -> bool:
    """Tell whether a talk from home names the house, and the house names who writes from home."""
    if house.is_private or not private.is_private:
        return False
    if not (private.is_about_work or private.work_words or private.is_talk):
        return False  # a friend who knows of it
    names = house.house_names | house.signed_houses | house.first_words
    own = set(map(squash, private.writer_names))  # which stands in their sender's field
    told = {n for n in names - own if len(n) > (4 if n.isascii() else 1)}
    return any(private.speaks_of(n) for n in told) and house.names_by_nickname(private)


def comes_from(private: Strand, house: Strand) -> bool:
    """Tell whether who writes from home says where from: `it's Tess from Lodestar`."""
    if house.is_private:
        return False
    if any(h.startswith(n) for n in private.east_homes for h in house.spoken_houses):
        return True
    if not private.says_where_from:
        return False
    names = {n for n in house.house_names | house.first_words if len(n) > 4 and n.isalnum()}
    told = (squash(found[0]) for found in words.COMES_FROM.finditer(private.told))
    return any(n in text for text in told for n in names)


def founded(private: Strand, house: Strand) -> bool:
    """Tell whether somebody who writes from home has founded the company of the other talk."""
    if house.is_private or not (private.is_private and house.house_names):
        return False
    return bool(houses_of(private, house.house_names | house.spoken_houses))


def _is_left(name: str, told: str) -> bool:
    """Tell whether a house is spoken of as the one where the user works now: `when Aireside lets you go`."""
    now = rf"{_NOW} (?:\w+ ){{0,2}}{re.escape(name)}(?!\w)|(?<!\w){re.escape(name)} (?:lets?|releases?|will|can|lässt|gibt|te|vous|ti|laat|släpper)\b[^.!?\n]{{0,12}} (?:you|go|dich|sie|gehen|libère|lascia|gaan)\b"
    return re.search(now, told) is not None


_NOW = r"\b(?:leav(?:e|ing)|notice (?:to|at)|current(?:ly)?|gekündigt bei|kündigung bei|quitt\w+|dejar|deixar|lasciare|weg bij|sluta på|odej\w+ z)"


def houses_of(private: Strand, houses: Iterable[str]) -> list[str]:
    """Return which companies somebody who writes from home has founded, or bears in the address.

    Where the company bears their family's name the address tells nothing: a namesake has it too.
    """
    locals_ = "\n".join({squash(m.sender.local_part) for m in private.by_people})
    own = {squash(n) for n in private.writer_names}
    users = {squash(n) for n in split_name(private.me.name)}  # greeted, or in a recipient's field
    return [
        name
        for name in houses
        if name not in users
        if (private.has_founder and private.speaks_of(name) and not _is_left(name, private.told))
        or (len(name) > 4 and name not in own and name in locals_)
    ]
