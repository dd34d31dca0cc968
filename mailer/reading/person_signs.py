"""The signs by which somebody's mail tells their part: their words, what others say of them, where they stand."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence

from mailer.model import Me, Message
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.company import replace_words
from mailer.reading.dossiers import Dossier, spoken_names
from mailer.reading.quotes import said_in, split_quote
from mailer.reading.senders import is_freemail, is_hiring_role, org_domain
from mailer.reading.signs import STANDING, THEY, few, names_in_signs, runs, words_of
from mailer.subjects import base_subject


def signs_of_person(
    dossier: Dossier, dossiers: Iterable[Dossier], messages: Sequence[Message], me: Me
) -> frozenset[str]:
    """Return all that tells somebody's part, who wrote: runs of words, each with where it stands.

    `messages` are those of the process, oldest first. No name of the two is in it.
    """
    names = names_in_signs((*dossier.names, dossier.name), me.name)
    found: set[str] = set()
    for message in dossier.written:
        text = split_quote(message.text or "").own
        found |= set(runs(text, "", 2, names, beginning=True))
        found |= set(runs(message.subject, "s:", 2, names))
    found |= set(runs(dossier.title, "t:", 3, names))
    for signature in dossier.signatures:
        found |= set(runs(signature, "g:", 2, names))
    for kind, sentence in _said_of(dossier, messages, me):
        place = "o:" if kind is AnswerKind.OWN else "m:"
        found |= set(runs(sentence, place, 3, names_in_signs((), me.name)))
    label = org_domain(dossier.reply_to or dossier.address).partition(".")[0]
    found |= {f"d:{end}" for n in _ENDS for end in (label[:n], label[-n:]) if len(label) >= n}
    return frozenset(found | _standing(dossier, dossiers, messages, me))


_ENDS = (4, 5, 6)
"""So many letters with which a house's domain begins or ends are a sign: `…talent`."""


def _said_of(
    dossier: Dossier, messages: Sequence[Message], me: Me
) -> Iterator[tuple[AnswerKind, str]]:
    """Yield the sentences in which others name somebody, and whether the user says them."""
    own = {m.key for m in dossier.written}
    forms = [n for n in spoken_names(dossier.name) if len(n) > 2 or not n.isascii()]
    told = [m for m in messages if m.key not in own and any(n in said_in(m) for n in forms)]
    if not told:
        return
    spaced = [n for n in forms if n.isascii()]
    others = [n for n in forms if not n.isascii()]
    for message in told:
        kind = classify(message, me)
        if kind not in (AnswerKind.PERSON, AnswerKind.OWN):
            continue
        for sentence in _SENTENCE_END.split(said_in(message)):
            marked = replace_words(others, sentence, lambda *_: THEY, spaced=False)
            marked = replace_words(spaced, marked, lambda *_: THEY)
            if marked != sentence:
                yield kind, marked


_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s+|\n")


def _standing(
    dossier: Dossier, dossiers: Iterable[Dossier], messages: Sequence[Message], me: Me
) -> set[str]:
    """Return how somebody stands among the others: who began, who writes from the same house."""
    kinds = [(m, classify(m, me)) for m in messages]
    people = [m for m, kind in kinds if kind is AnswerKind.PERSON]
    own = {m.key for m in dossier.written}
    home = org_domain(dossier.reply_to or dossier.address)
    others = [o for o in dossiers if o is not dossier and o.written]
    houses = {org_domain(o.reply_to or o.address) for o in others}
    told = {
        "first": bool(people) and people[0].key in own,
        "last": bool(people) and people[-1].key in own,
        "free": is_freemail(dossier.reply_to or dossier.address),
        "role": is_hiring_role(dossier.reply_to or dossier.address),
        "same": home in houses,
        "diff": bool(houses - {home}),
        "organizes": dossier.organizes,
        "guest": dossier.is_attendee,
        "oneway": all(kind is not AnswerKind.OWN for _, kind in kinds),
    }
    found = {f"{STANDING}{name}:{value:d}" for name, value in told.items()}
    found |= {f"{STANDING}mails:{few(len(own))}", f"{STANDING}others:{few(len(others))}"}
    found.add(f"{STANDING}where:{told['same']:d}{told['diff']:d}{told['free']:d}")
    return found | _turn(dossier, kinds)


def _turn(dossier: Dossier, kinds: Sequence[tuple[Message, AnswerKind]]) -> set[str]:
    """Return when somebody wrote: in whose talk, beside whom, how late, how much, whether answered.

    Who interviews writes a line or two when it is over, in answer to the user's thanks; who leads
    writes before.
    """
    own = {m.key for m in dossier.written}
    subjects = {base_subject(m.subject).casefold() for m in dossier.written}
    talk = [(m, k) for m, k in kinds if base_subject(m.subject).casefold() in subjects]
    first, kind = talk[0]
    begun = "user" if kind is AnswerKind.OWN else "they" if first.key in own else "other"
    in_talk = {m.key for m, _ in talk}
    others = [m.key for m, k in kinds if k is AnswerKind.PERSON and m.key not in own]
    is_alone = in_talk.isdisjoint(others)
    people = [m.key for m, k in kinds if k is AnswerKind.PERSON]
    turns = [n for n, key in enumerate(people) if key in own]
    found = {
        f"begun:{begun}",
        f"alone:{is_alone:d}{not in_talk.issuperset(others):d}",
        f"begun alone:{begun}{few(len(own))}{is_alone:d}",
        f"copied:{few(len(dossier.seen_in_copy))}",
    }
    if len(people) > 1 and turns:
        found.add(f"turn:{min(3, 4 * turns[0] // len(people))}")
        found.add(f"late:{2 * turns[0] >= len(people):d}{len(turns) == 1:d}")
    theirs = {a.casefold() for a in (dossier.address, dossier.reply_to, *dossier.addresses)}
    answered = [
        m for m, k in kinds if k is AnswerKind.OWN and any(a.folded in theirs for a in m.to)
    ]
    lengths = sorted(len(words_of(split_quote(m.text or "").own)) for m in dossier.written)
    found.add(f"answered:{few(len(answered))}")
    found.add(f"length:{bisect(_LENGTHS, lengths[len(lengths) // 2])}")
    return {f"{STANDING}{sign}" for sign in found}


_LENGTHS = (15, 40, 100)
"""Up to so many words a mail is a line, a few, some, or long."""
