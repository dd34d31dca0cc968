"""Whose other threads are looked for, once the first are read: by addresses, and by names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailer.letters import spelled
from mailer.model import Address, Candidacy, Me, Message, Part, Person, Stage, Thread
from mailer.reading.answers import is_bulk, is_person
from mailer.reading.callings import people_announced, people_told, people_who_will_write
from mailer.reading.company import fold, squash
from mailer.reading.days import is_calendar_word
from mailer.reading.display_names import GREETINGS, clean_name, split_name
from mailer.reading.guests import guests_in
from mailer.reading.moves import names_signed
from mailer.reading.names import variants
from mailer.reading.quotes import said_in
from mailer.reading.ranking import Choice
from mailer.reading.role_names import VACANCY_NUMBER, sought_in
from mailer.reading.senders import belongs_to_company, is_freemail, is_reachable, org_domain
from mailer.reading.words import HIRING

_TOOLS = re.compile(r"\b(?:teams|meet|zoom|webex|skype|linkedin|calendly|google|microsoft)\b", re.I)
_HOUSE = re.compile(
    spelled(
        r"(?<=[\pL,;:] )((?-i:[\pU])[\w&'’-]+"
        r"(?: (?-i:[\pU])[\w&'’-]+){1,2})|"
        r"\b(?:found(?:er|ed)|started|client is|fundador\w*|fondat\w+|fondé|gründer\w*|gegründet|"
        r"(?:azienda|cantina|società|empresa|firma|unternehmen|bedrijf|företaget|entreprise|société|"
        r"maison|company|house|bodega|casa) (?:è|is|es|é|est|ist|är|to|heißt|s'appelle|se llama|"
        r"chama-se|si chiama|heet|heter|nazywa się)|"
        r"klant is|kunde ist|oprichter)(?: (?:of|da|do|de|del|von|van|di|der|die|la))* "
        r"((?-i:[\pU])[\w&'’-]{3,})|"
        r"(?:负责|客户是|代表|为)([\u4e00-\u9fff]{2,8}?(?:工作室|公司|集团|科技|网络))|"
        r"(?<!\w)(?!人事|採用|総務|営業|担当|今日|本日|先日|以前|弊社|当社|上記)([\u30a0-\u30ff\u3400-\u9fff]{2,10})の[\u3400-\u9fff]{1,4}(?:です|でございます|と申)|(株式会社[\u30a0-\u30ff\u4e00-\u9fff]{2,12}|[\u30a0-\u30ff\u4e00-\u9fff]{2,12}株式会社)"
    ),
    re.I,
)


def wanted_of(
    candidacies: Sequence[Candidacy],
    choice: Choice,
    threads: Sequence[Thread],
    query: str,
    me: Me,
) -> tuple[list[str], list[str]]:
    """Return whose other threads are still to be looked for: addresses and domains, and names.

    Names are those of who leads, who may write from home too; a receipt has the company's alone.
    """
    seeds = [choice.best] if choice.best else list(choice.several)
    wanted = _participants(
        seeds[:4] if query else [c for c in candidacies if c.is_alive], query, me
    )
    if not query:
        return wanted, []
    if not seeds:
        return [*wanted, *_correspondents(threads, me)], []
    wanted += [a for a in _namesakes(threads, query, me) if a not in wanted]
    if choice.best and not choice.best.people:
        return wanted, [choice.best.company] if choice.best.company else []
    parts = (Part.HIRING_MANAGER, Part.RECRUITER, Part.AGENCY_RECRUITER)
    leaders = [p for p in people_of(choice) if p.part in parts and p.messages_written]
    known = [p for p in leaders if p.given_name and p.family_name][:3]
    names = [p.name for p in known]
    names += [p.family_name for p in known if len(p.family_name) > 4]  # `Frau Pöschl told me`
    names += [p.given_name for p in known if len(p.given_name) > 3]  # `Camilla says that you`
    short = (v for p in known[:2] for v in sorted(variants(p.given_name)) if len(v) > 3)
    names += [v.capitalize() for v in short if v.capitalize() not in names][:6]
    if choice.best is None:
        return wanted, names
    names += _names_of_guests(choice.best, me) + _names_signed(choice.best)
    subjects = dict.fromkeys(m.subject for m in messages_of(choice.best))
    names += list(dict.fromkeys(c for s in subjects for c in VACANCY_NUMBER.findall(s)))[:2]
    company = choice.best.company
    first = next(iter(re.findall(r"\w+", company)), "")
    flat = squash(query)
    house = [n for n in (company, first) if len(squash(n)) > 4 and flat not in squash(n)]
    return wanted, [*names, *house, *_houses_told(choice.best, me)]


LATE = (Stage.FINAL, Stage.OFFER, Stage.ACCEPTED)
"""When people write from home about the process, who wrote from the house before."""


def told_of(choice: Choice, me: Me) -> list[str]:
    """Return by what names people speak of others who may write too, from wherever they do.

    Who leads or arranges alone speaks of those who recruit; who recruits announces who leads, and
    who leads may speak of the post alone.
    """
    best = choice.best
    wrote = [p for p in people_of(choice) if p.messages_written]
    if best is None or not wrote:
        return []
    alone = len(wrote) == 1 and wrote[0].part in (Part.HIRING_MANAGER, Part.COORDINATOR)
    from_home = alone and not wrote[0].organisation
    if best.stage in LATE and not from_home and any(p.part is Part.HIRING_MANAGER for p in wrote):
        return _short_names([p for p in wrote if p.part is Part.HIRING_MANAGER])
    if not alone and any(p.part is Part.HIRING_MANAGER for p in wrote):
        return []
    own = {fold(w) for p in wrote for w in p.name.split()} | set(fold(me.name).split())
    said = [said_in(m) for m in messages_of(best) if is_person(m, me)][:8]
    finds = (people_told, people_announced) if alone else (people_announced,)
    found = dict.fromkeys(name for find in finds for text in said for name in find(text))
    # a family's name may stand in the name of the house that wrote: `Dirección Ureña e Hijos`
    own |= {"hej", "hi", "hey", *GREETINGS}
    names = [n for n in found if fold(n).split()[0] not in own and not HIRING.search(n)]
    if alone and wrote[0].organisation and wrote[0].part is Part.HIRING_MANAGER:
        # the query has found who writes from the same house: only a name that is told is news
        text = f"{best.company} {best.role} {wrote[0].organisation}"
        known = set(re.findall(r"\w+", fold(text)))
        return [n for n in names if not (is_calendar_word(fold(n)) or fold(n) in known)][:6]
    write = {n for text in said for n in people_who_will_write(text) if " " in n}
    names = [w for n in names for w in ((n, n.split()[-1]) if n in write else (n,))]
    posts = [best.role, *(sought_in(text) for text in said[:2])]
    return [*names[:8], *dict.fromkeys(p for p in posts if len(p) > 9), *_short_names(wrote)]


def _short_names(people: Sequence[Person]) -> list[str]:
    """Return the given names of three letters; the longer ones were asked for."""
    return [p.given_name for p in people if len(p.given_name) == 3 and p.given_name.isalpha()]


def writers_at_home(threads: Sequence[Thread], me: Me) -> list[str]:
    """Return who writes from home in threads that names have found: others may say more."""
    wrote = (m.sender.address for t in threads for m in t.messages if is_person(m, me))
    return [a for a in dict.fromkeys(wrote) if is_freemail(a)][:4]


def _names_signed(candidacy: Candidacy) -> list[str]:
    """Return who signs in full what comes from a house's own mailbox: `chair@`, Peter Marland."""
    bare = {a.casefold() for p in candidacy.people if not p.family_name for a in p.addresses}
    names = names_signed([m for m in messages_of(candidacy) if m.sender.folded in bare])
    return [n for name in dict.fromkeys(names) for n in (name, name.split()[-1])][:6]


def _names_of_guests(candidacy: Candidacy, me: Me) -> list[str]:
    """Return what those are called who are only invited so far: who leads may write from home."""
    houses = {p.organisation for p in candidacy.people if p.messages_written} - {""}
    guests = [p for p in candidacy.people if not p.messages_written and p.organisation in houses]
    found: list[str] = []
    for guest in guests[:3]:
        spelt = re.fullmatch(r"[a-z]{1,2}[._-]([a-z]{5,})", guest.address.partition("@")[0].lower())
        found += [guest.name] if guest.given_name and guest.family_name else []
        found += [guest.family_name] if len(guest.family_name) > 4 else []
        found += [spelt[1]] if spelt and not guest.family_name else []
    known = {p.name for p in candidacy.people} | {me.name}
    invited = (g for m in messages_of(candidacy) for c in m.calendars for g in guests_in(c))
    told = {clean_name(name) for name, address in invited if not me.is_me(address)}
    whole = (n for n in told - known if all(len(w) > 2 for w in split_name(n)))
    return [*found, *sorted(whole)[:4]]


def _houses_told(candidacy: Candidacy, me: Me) -> list[str]:
    """Return what may be the company's name where nobody wrote from there.

    An agency or a founder at home tells it, and who recruits for a house of their group.
    """
    outside = (Part.AGENCY_RECRUITER, Part.REFERRER, Part.RECRUITER)
    wrote = [p for p in candidacy.people if p.messages_written and p.part not in outside]
    if any(p.organisation for p in wrote):
        return []
    people = [*(p.name for p in candidacy.people), me.name]
    known = {squash(w) for text in people for w in text.split()}
    known |= {squash(p.organisation.partition(".")[0]) for p in candidacy.people}
    found: list[str] = []
    for message in sorted(messages_of(candidacy), key=lambda m: m.date)[:12]:
        if is_person(message, me) or me.is_me(message.sender):
            told = f"{message.subject}\n{said_in(message)}"
            found += [next(filter(None, m.groups())) for m in _HOUSE.finditer(told)]
    spaced = [name.split() for name in found]
    tails = [words[1:] for words in spaced if len(words) > 2]  # a noun may stand before the name
    return [
        name
        for name in dict.fromkeys(map(" ".join, [*spaced, *tails]))
        if not any(squash(w) in k for w in name.split() for k in known if k)
        and not (HIRING.search(name) or _TOOLS.search(name))
    ][:8]


def _participants(seeds: Sequence[Candidacy], query: str, me: Me) -> list[str]:
    """Return whose other threads must be looked for: those that the query did not cover."""
    flat = squash(query)
    wanted: list[str] = []
    for seed in seeds:
        for person in seed.people:
            for bare in person.addresses:
                if is_reachable(bare) and (not flat or flat not in squash(bare)):
                    wanted.append(bare)
        domains = {
            org_domain(p.address)
            for p in seed.people
            if p.messages_written and belongs_to_company(Address("", p.address))
        }
        wanted += [d for d in domains if d and (not flat or flat not in squash(d))]
        wanted += _addresses_told(seed, me)
    return list(dict.fromkeys(wanted))[: 20 if query else 60]


def _addresses_told(candidacy: Candidacy, me: Me) -> list[str]:
    """Return the addresses that people write into their mails: `he mails from home (hjb@…)`."""
    said = (said_in(m) for m in messages_of(candidacy) if is_person(m, me))
    found = [a.casefold().rstrip(".") for text in said for a in _ADDRESS.findall(text)]
    return [a for a in dict.fromkeys(found) if is_reachable(a) and not me.is_me(a)][:4]


_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _namesakes(threads: Sequence[Thread], query: str, me: Me) -> list[str]:
    """Return the houses of all who bear the name asked for: any of them may be meant."""
    name = fold(query)
    by_hand = [m for t in threads for m in t.messages if is_person(m, me) and not is_bulk(m)]
    bear = (m.sender for m in by_hand if name in fold(m.sender.name).split())
    return list(dict.fromkeys(org_domain(a.address) for a in bear if belongs_to_company(a)))[:4]


def _correspondents(threads: Sequence[Thread], me: Me) -> list[str]:
    """Return who takes part by hand in threads that name what was asked for, but tell no process.

    The rest of such a talk may lie in threads that do not name it: a friend brought them together.
    """
    by_hand = [m for t in threads for m in t.messages if is_person(m, me) and not is_bulk(m)]
    few = [m for m in by_hand if len(m.recipients) <= 4]
    found = [*(m.sender for m in by_hand), *(a for m in few for a in m.recipients)]
    people = [a for a in found if is_reachable(a.address) and not me.is_me(a)]
    wanted = list(dict.fromkeys(a.folded for a in people))[:12]
    houses = dict.fromkeys(org_domain(a.address) for a in people if belongs_to_company(a))
    return [*wanted, *list(houses)[:4]]


def people_of(choice: Choice) -> tuple[Person, ...]:
    """Return the people of the process chosen, if one is."""
    return choice.best.people if choice.best else ()


def messages_of(candidacy: Candidacy) -> list[Message]:
    """Return all messages of a process."""
    return [m for t in candidacy.threads for m in t.messages]
