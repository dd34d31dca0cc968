"""Asks the mailbox well: finds the threads of the process that a query names, and reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailer.model import Address, Candidacy, Channel, Kind, Me, Message, Search, Thread, Wish
from mailer.provider import Provider
from mailer.reading.candidacy import read_candidacies as read_processes
from mailer.reading.company import fold, squash
from mailer.reading.names import nearest
from mailer.reading.ranking import Choice, choose
from mailer.reading.senders import belongs_to_company, is_reachable, org_domain
from mailer.reading.words import HIRING
from mailer.writing.recipients import choose_recipients

Progress = Callable[[str], None]

_RECENT = timedelta(days=400)
_LIMIT = 50
_VOCABULARY = (
    "interview", "application", "recruiter", "hiring", "candidate", "next round",
    "first conversation",
    "the role", "your CV", "job offer", "Bewerbung", "Gespräch", "candidature", "entretien",
    "recrutement", "entrevista", "candidatura", "vaga", "colloquio", "selezione", "sollicitatie",
    "gesprek", "vacature", "面接", "選考", "応募", "求人", "面试", "招聘", "mülakat",
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a"})


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a query, best first, and the choice it leaves."""

    candidacies: tuple[Candidacy, ...]
    choice: Choice


def find(
    provider: Provider,
    query: str,
    *,
    me: Me,
    now: datetime,
    progress: Progress | None = None,
) -> Found:
    """Return the interview processes that fit a query; without one, all that look alive.

    The newest 400 days are searched first, then everything; a query that fits nothing is tried
    with near spellings against what the vocabulary of hiring finds.
    """
    _say(progress, "searching the mailbox")
    if not query.strip() or _is_general(query, me):
        threads = _whole(provider, provider.search(_vocabulary(now)))
        found = _read(provider, threads, "", me, now, progress)
        alive = tuple(c for c in found.candidacies if c.is_alive)
        return Found(alive, Choice(several=alive))
    for since in (now - _RECENT, None):
        threads = _whole(provider, provider.search(_search(query, since)))
        found = _read(provider, threads, query, me, now, progress)
        if found.choice.best is not None or found.choice.several:
            return found
    return _near(provider, query, me, now, progress)


def find_known(
    provider: Provider,
    thread_keys: Sequence[str],
    message_ids: Iterable[str],
    *,
    me: Me,
    now: datetime,
    query: str,
    progress: Progress | None = None,
) -> Found:
    """Read a process that the journal knows again, with what came since."""
    _say(progress, "reading the thread")
    threads = provider.read_many(list(thread_keys))
    known = set(message_ids)
    candidacies = [
        c for c in read_candidacies(threads, query="", me=me, now=now) if c.message_ids & known
    ]
    if not candidacies:
        return Found((), Choice())
    best = max(candidacies, key=lambda c: len(c.message_ids & known))
    return Found(tuple(candidacies), Choice(best=best))


def _read(
    provider: Provider,
    threads: Sequence[Thread],
    query: str,
    me: Me,
    now: datetime,
    progress: Progress | None,
) -> Found:
    _say(progress, "understanding who is who")
    candidacies = read_candidacies(threads, query=query, me=me, now=now)
    choice = choose(candidacies, query=query)
    seeds = [choice.best] if choice.best else list(choice.several)
    wanted = _participants(seeds[:4] if query else [c for c in candidacies if c.is_alive], query)
    if wanted:
        more = provider.search(
            Search(participants=tuple(wanted), since=now - _RECENT, limit=_LIMIT)
        )
        known = {t.key for t in threads}
        fresh = [t for t in more if t.key not in known]
        if fresh:
            threads = [*threads, *_whole(provider, fresh)]
            candidacies = read_candidacies(threads, query=query, me=me, now=now)
            choice = choose(candidacies, query=query)
    return Found(candidacies, choice)


def _participants(seeds: Sequence[Candidacy], query: str) -> list[str]:
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
        wanted += [d for d in domains if d and flat not in squash(d)]
    return list(dict.fromkeys(wanted))[: 20 if query else 60]


def read_candidacies(
    threads: Sequence[Thread], *, query: str, me: Me, now: datetime
) -> tuple[Candidacy, ...]:
    """Read the processes of these threads, each with the message that a letter would answer."""
    return tuple(
        replace(c, parent=_parent(c, me, now))
        for c in read_processes(threads, query=query, me=me, now=now)
    )


def _parent(candidacy: Candidacy, me: Me, now: datetime) -> Message | None:
    if candidacy.channel in (Channel.PORTAL, Channel.PLATFORM):
        return None
    kind = Kind.WITHDRAW
    return choose_recipients(candidacy, kind=kind, wish=Wish(), me=me, now=now).parent


def _search(query: str, since: datetime | None) -> Search:
    text = " ".join(query.split())
    phrases = [text, fold(text), text.lower().translate(_UMLAUTS)]
    squashed = squash(text)
    if len(text.split()) > 1 and squashed.isascii():
        phrases.append(squashed)
    participants = [text.strip("<>")] if re.fullmatch(r"\S*[.@]\S*\.?\S+", text) else []
    if squashed.isascii() and len(squashed) > 2:
        phrases.append(re.sub(r"\W+", " ", text))
    return Search(
        phrases=tuple(dict.fromkeys(p for p in phrases if p.strip())),
        participants=tuple(participants),
        since=since,
        limit=_LIMIT,
    )


def _vocabulary(now: datetime) -> Search:
    return Search(phrases=_VOCABULARY, since=now - timedelta(days=180), limit=150)


def _near(
    provider: Provider, query: str, me: Me, now: datetime, progress: Progress | None
) -> Found:
    """Try near spellings: one clear neighbour among the companies and people is taken."""
    _say(progress, "trying near spellings")
    threads = _whole(provider, provider.search(_vocabulary(now)))
    everyone = read_candidacies(threads, query="", me=me, now=now)
    name = nearest(query, _names(everyone))
    if name is None:
        return Found((), Choice())
    return _read(provider, threads, name, me, now, progress)


def _names(candidacies: Iterable[Candidacy]) -> set[str]:
    """Return what the processes may be called by: companies, their words and domains, people."""
    found: set[str] = set()
    for candidacy in candidacies:
        people = [p.name for p in candidacy.people]
        domains = {org_domain(p.address) for p in candidacy.people}
        found |= {candidacy.company, *people, *domains}
        found |= {d.partition(".")[0] for d in domains}
        found |= {w for text in (candidacy.company, *people) for w in text.split()}
    return found - {""}


def _is_general(query: str, me: Me) -> bool:
    """Tell whether a query names no process: words of hiring alone, or the user's own name."""
    words = re.findall(r"\w+", fold(query))
    own = set(re.findall(r"\w+", fold(me.name)))
    return bool(words) and (
        set(words) <= own or all(HIRING.match(w) or w in ("offer", "call") for w in words)
    )


def _whole(provider: Provider, threads: Sequence[Thread]) -> list[Thread]:
    """Read what the search returned without bodies."""
    missing = [t.key for t in threads if not t.is_whole]
    read = {t.key: t for t in provider.read_many(missing)} if missing else {}
    return [read.get(t.key, t) for t in threads]


def _say(progress: Progress | None, words: str) -> None:
    if progress is not None:
        progress(words)
