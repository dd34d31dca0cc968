"""The signs by which somebody's mail tells their part: their words, what others say of them, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mailer.model import Me, Message
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.dossiers import Dossier, spoken_names
from mailer.reading.quotes import said_in, split_quote
from mailer.reading.senders import is_freemail, is_hiring_role, org_domain
from mailer.reading.signs import STANDING, THEY, beginnings, few, names_in_signs, runs


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
        found |= set(runs(text, "", 2, names))
        found |= set(runs(message.subject, "s:", 2, names))
        found |= set(beginnings(text, "5:", names))
    found |= set(runs(dossier.title, "t:", 3, names))
    for signature in dossier.signatures:
        found |= set(runs(signature, "g:", 2, names))
    for kind, sentence in _said_of(dossier, messages, me):
        place = "o:" if kind is AnswerKind.OWN else "m:"
        found |= set(runs(sentence, place, 3, names_in_signs((), me.name)))
    return frozenset(found | _standing(dossier, dossiers, messages, me))


def _said_of(
    dossier: Dossier, messages: Sequence[Message], me: Me
) -> Iterator[tuple[AnswerKind, str]]:
    """Yield the sentences in which others name somebody, and whether the user says them."""
    forms = [n for n in spoken_names(dossier.name) if len(n) > 2 or not n.isascii()]
    if not forms:
        return
    alternatives = (
        rf"(?<!\w){re.escape(n)}(?!\w)" if n.isascii() else re.escape(n)
        for n in sorted(forms, key=len, reverse=True)
    )
    named = re.compile("|".join(alternatives))
    own = {m.key for m in dossier.written}
    for message in messages:
        kind = classify(message, me)
        if message.key in own or kind not in (AnswerKind.PERSON, AnswerKind.OWN):
            continue
        for sentence in re.split(r"(?<=[.!?。！？])\s+|\n", said_in(message)):
            if named.search(sentence):
                yield kind, named.sub(THEY, sentence)


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
    return found | {f"{STANDING}where:{told['same']:d}{told['diff']:d}{told['free']:d}"}
