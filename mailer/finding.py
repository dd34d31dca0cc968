"""Asks the mailbox well: finds the threads of the process that a query names, and reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailer.model import (
    Candidacy,
    Channel,
    Kind,
    Me,
    Message,
    Part,
    Search,
    Thread,
    Wish,
)
from mailer.provider import Provider
from mailer.reading.callings import told_names
from mailer.reading.candidacy import read_candidacies as read_processes
from mailer.reading.company import fold, house_in_notice, squash
from mailer.reading.display_names import CJK, without_honorific
from mailer.reading.leaders import each_led, is_named_last
from mailer.reading.names import nearest, nearest_told, nearest_word
from mailer.reading.ranking import SURE, Choice, choose, without_and
from mailer.reading.senders import org_domain, platform_of
from mailer.reading.words import HIRING
from mailer.subjects import base_subject
from mailer.widening import (
    LATE,
    messages_of,
    people_of,
    told_of,
    wanted_of,
    writers_at_home,
)
from mailer.writing.recipients import choose_recipients

Progress = Callable[[str], None]

_RECENT = timedelta(days=400)
_LIMIT = 50
_FEW = 20
"""Threads for names that are only told: others may bear them."""
_ROUNDS = 3
"""How often the people found are asked for: manager and recruiter may share no thread."""
_VOCABULARY = (
    "interview", "application", "applying", "recruiter", "recruitment", "recruiting", "CV",
    "hiring", "candidate", "talent acquisition", "phone screen", "position", "Stelle", "poste",
    "puesto", "posizione", "functie", "rekrytering", "tjänsten", "rekrutacja", "stanowisko",
    "next round",
    "first conversation",
    "the role", "your CV", "job offer", "Bewerbung", "Gespräch", "candidature", "entretien",
    "recrutement", "entrevista", "candidatura", "vaga", "colloquio", "selezione", "sollicitatie",
    "gesprek", "vacature", "面接", "選考", "応募", "求人", "面试", "招聘", "mülakat", "founder",
    "Gründer", "fondateur", "fundador", "fondatore", "oprichter", "創業", "InMail",
)  # fmt: skip
_WRITTEN = {"ae": "ä", "oe": "ö", "ue": "ü"}
_DIGRAPH = re.compile(r"(?<![aeq])(?:ae|oe|ue)(?=[^aeiou\W]|$)", re.I)
"""Umlauts written out, where one may stand: `Flueckiger`, not `Manuel` or `queue`."""
_HAN_NAME = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{3,5}")
"""What may be a family and a given name, which mail programs write with a space between."""
_EAST_KIND = re.compile(
    r"^(?:株式|有限|合同)会社|(?:ホールディングス|グループ|製作所|精工|精機|工業|産業|商事|商会|電機|電気|電子|製薬|薬品|化学|食品|物流|運輸|建設|設計|不動産|銀行|証券|保険|(?:株式|有限|合同)会社|"
    r"科技|集团|网络|信息|智能|电子|股份|银行|(?:有限)?公司)+$"
)
"""What kind of house a Japanese or Chinese name says it is; its people leave that out."""
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
    found = _find(provider, query, me, now, progress)
    choice = _decided(found.choice, me, now)
    best = choice.best or found.choice.best
    shown = (best if best and c is found.choice.best else c for c in found.candidacies)
    return Found(tuple(shown), choice)


def _decided(choice: Choice, me: Me, now: datetime) -> Choice:
    """Ask where two may lead, unless the query names the one who wrote last."""
    if choice.best is None:
        return choice
    if is_named_last(choice.best):
        return choice
    led = tuple(with_parent(c, me, now) for c in each_led(choice.best))
    return Choice(best=led[0]) if len(led) == 1 else Choice(several=led, undecided=choice.best)


def _find(
    provider: Provider, query: str, me: Me, now: datetime, progress: Progress | None
) -> Found:
    _say(progress, "searching the mailbox")
    if not query.strip() or _is_general(query, me):
        threads = _whole(provider, provider.search(_vocabulary(now)))
        found = _read(provider, threads, "", me, now, progress)
        alive = tuple(c for c in found.candidacies if c.is_alive and c.score >= SURE)
        return Found(alive, Choice(several=alive))
    for since in (now - _RECENT, None):
        threads = _whole(provider, provider.search(_search(query, since)))
        found = _read(provider, threads, query, me, now, progress)
        if found.choice.best is not None or found.choice.several:
            return found
    if _is_house(query, threads, me):
        return Found((), Choice())
    spelt = _by_words(provider, query, me, now, progress)
    return spelt or _near(provider, query, me, now, progress)


def _is_house(query: str, threads: Iterable[Thread], me: Me) -> bool:
    """Tell whether one of that very name writes, of no process: then it is no misspelt other."""
    flat = squash(query)
    senders = (m.sender for t in threads for m in t.messages if not me.is_me(m.sender))
    return len(flat) > _SHORT and any(
        _in_words(flat, s.name) or _in_words(flat, org_domain(s.address)) for s in senders
    )


def _in_words(flat: str, text: str) -> bool:
    """Tell whether a squashed name is made of whole words: `hazelhof` is not Hazelhoff."""
    words = [squash(w) for w in re.split(r"[^\w'’]+", text)]
    ends = range(1, len(words) + 1)
    return any(flat == "".join(words[start:end]) for end in ends for start in range(end))


_SHORT = 4
"""Letters; so short a name stands in many others."""


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
    searched: set[str] = set()
    at_home: list[str] = []
    for _ in range(_ROUNDS + 1):
        addresses, names = wanted_of(candidacies, choice, threads, query, me)
        addresses = [a for a in dict.fromkeys((*addresses, *at_home)) if a not in searched]
        names = [n for n in names if n not in searched]
        limit = _LIMIT
        if not (addresses or (names and _may_hide_somebody(choice))):
            names = [n for n in told_of(choice, me) if n not in searched]
            limit = _FEW
        if not (addresses or names):
            break
        searched |= {*addresses, *names}
        wanted = Search(
            phrases=tuple(names),
            participants=tuple(addresses),
            since=now - _RECENT,
            limit=limit,
        )
        fresh = _unknown(provider, threads, wanted)
        if not fresh:
            continue
        threads = [*threads, *fresh]
        at_home = writers_at_home(fresh, me) if names else []
        candidacies = read_candidacies(threads, query=query, me=me, now=now)
        choice = choose(candidacies, query=query)
    return Found(candidacies, choice)


def _may_hide_somebody(choice: Choice) -> bool:
    """Tell whether who leads may write in a thread that names neither company nor address.

    Where the hiring manager has written no more is asked, so a draft stays at four requests, but
    late in a process: people write from home about an offer.
    """
    if choice.best and choice.best.stage in LATE:
        return True
    wrote = [p for p in people_of(choice) if p.messages_written]
    return not any(p.part is Part.HIRING_MANAGER for p in wrote)


def read_candidacies(
    threads: Sequence[Thread], *, query: str, me: Me, now: datetime
) -> tuple[Candidacy, ...]:
    """Read the processes of these threads, each with the message that a letter would answer."""
    return tuple(
        with_parent(c, me, now) for c in read_processes(threads, query=query, me=me, now=now)
    )


def with_parent(candidacy: Candidacy, me: Me, now: datetime) -> Candidacy:
    """Return a process with the message that a letter to who leads it would answer."""
    return replace(candidacy, parent=_parent(candidacy, me, now))


def _parent(candidacy: Candidacy, me: Me, now: datetime) -> Message | None:
    if candidacy.channel in (Channel.PORTAL, Channel.PLATFORM):
        return None
    kind = Kind.WITHDRAW
    return choose_recipients(candidacy, kind=kind, wish=Wish(), me=me, now=now).parent


def _search(query: str, since: datetime | None) -> Search:
    text = " ".join(query.split())
    bare = without_honorific(text)
    phrases = [text, bare, fold(bare), bare.lower().translate(_UMLAUTS), without_and(bare)]
    squashed = squash(text)
    if len(text.split()) > 1 and squashed.isascii():
        phrases.append(squashed)
    participants = [text.strip("<>")] if re.fullmatch(r"\S*[.@]\S*\.?\S+", text) else []
    phrases.append(_DIGRAPH.sub(lambda found: _WRITTEN[found[0].lower()], bare))
    if _HAN_NAME.fullmatch(text):
        phrases += [
            f"{text[:n]}{space}{text[n:]}" for n in range(1, len(text)) for space in " \u3000"
        ]
    phrases.append(re.sub(r"(\w{3,})s\b", r"\1's", text))  # `St Oswins` is St Oswin's
    short = _EAST_KIND.sub("", text)
    if not text.isascii() and len(short) > 1:
        phrases.append(short)
    if squashed.isascii() and len(squashed) > 2:
        phrases.append(re.sub(r"\W+", " ", text))
    return Search(
        phrases=tuple(dict.fromkeys(p for p in phrases if p.strip())),
        participants=tuple(participants),
        since=since,
        limit=_LIMIT,
    )


def _vocabulary(now: datetime, days: int = 180) -> Search:
    return Search(phrases=_VOCABULARY, since=now - timedelta(days=days), limit=150)


def _houses(now: datetime, known: Sequence[Candidacy]) -> Search | None:
    """Ask for the known companies' names, if any: somebody may write from home and of no work."""
    names = [without_and(c.company) for c in known if len(c.company) > 3][:30]
    if not names:
        return None  # a search for nothing finds everything
    return Search(phrases=tuple(dict.fromkeys(names)), since=now - _RECENT, limit=_LIMIT)


def _lately(now: datetime) -> Search:
    """Ask for the newest threads whatever they say: an agency may write no word of hiring."""
    return Search(since=now - timedelta(days=120), limit=150)


def _by_words(
    provider: Provider, query: str, me: Me, now: datetime, progress: Progress | None
) -> Found | None:
    """Ask for the longer words of a query each by itself: one may be spelt with an accent there."""
    words = [w for w in re.findall(r"\w+", query) if len(w) > 4]
    if len(query.split()) < 2 or not words:
        return None
    search = Search(phrases=tuple(words), since=now - _RECENT, limit=_LIMIT)
    found = _read(provider, _whole(provider, provider.search(search)), query, me, now, progress)
    return found if found.choice.best or found.choice.several else None


def _near(
    provider: Provider, query: str, me: Me, now: datetime, progress: Progress | None
) -> Found:
    """Try near spellings: one clear neighbour among the companies and people is taken."""
    _say(progress, "trying near spellings")
    threads: list[Thread] = []
    name: str | None = None
    everyone: tuple[Candidacy, ...] = ()
    for search in (_vocabulary(now), None, _lately(now), _vocabulary(now, _RECENT.days)):
        wider = search or _houses(now, everyone)  # which are known after the first
        fresh = _unknown(provider, threads, wider) if wider else []
        if not fresh:
            continue
        threads = [*threads, *fresh]
        if CJK.search(query):  # names there are written with and without a middle dot
            found = _read(provider, threads, query, me, now, progress)
            if found.choice.best or found.choice.several:
                return found
        everyone = _read(provider, threads, "", me, now, progress).candidacies
        name = _nearest(query, everyone, me)
        if name is not None:
            break
    if name is None:
        return Found((), Choice())
    threads = [*threads, *_unknown(provider, threads, _search(name, None))]
    return _read(provider, threads, name, me, now, progress)


def _nearest(query: str, candidacies: Sequence[Candidacy], me: Me) -> str | None:
    count = len(query.split())
    found = nearest(query, (_names(c, count) for c in candidacies)) or nearest_told(
        query,
        (
            told_names(messages_of(c), me, count) | _beginnings(c, len(squash(query)))
            for c in candidacies
        ),
    )
    if found is None and count > 1:
        return nearest_word(query, (_names(c, 1) for c in candidacies))
    return found


def _beginnings(candidacy: Candidacy, length: int) -> set[str]:
    """Return what long mail domains begin with: `lindqvist` of lindqvistpack.example."""
    domains = {org_domain(p.address) for p in candidacy.people}
    labels = [d.partition(".")[0] for d in domains]
    return {label[:length] for label in labels if len(label) > length}


def _unknown(provider: Provider, threads: Sequence[Thread], search: Search) -> list[Thread]:
    """Return the threads that a search finds besides those already read."""
    known = {t.key for t in threads}
    return _whole(provider, [t for t in provider.search(search) if t.key not in known])


def _names(candidacy: Candidacy, count: int) -> set[str]:
    """Return what a process may be called by: company, its words and domains, people, subjects.

    Subjects are taken in runs of as many words as the query has.
    """
    people = [p.name for p in candidacy.people]
    people += [re.sub(r"-\w+$", "", name) for name in people if re.search(r" \S+-\w+$", name)]
    domains = {org_domain(p.address) for p in candidacy.people}
    found = {candidacy.company, *people, *domains}
    found |= {d.partition(".")[0] for d in domains}
    found |= {w for text in (candidacy.company, *people) for w in text.split()}
    notices = (m for m in messages_of(candidacy) if platform_of(m.sender.address))
    found |= set(map(house_in_notice, notices))
    texts = {candidacy.company, *people, *(base_subject(m.subject) for m in messages_of(candidacy))}
    for words in (text.split() for text in texts):
        found |= {" ".join(words[n : n + count]) for n in range(len(words) - count + 1)}
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
