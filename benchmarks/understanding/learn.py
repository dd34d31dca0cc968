#!/usr/bin/env python3
"""Learns what signs weigh from labelled mailboxes: learn.py [FILE...] [--test FILE...].

Wants scikit-learn (`pip install scikit-learn`), which bowout itself does not. The processes are put
together by their labels, so that the weights learn nothing of how bowout joins threads. Writes the
tables in mailer/reading (*_weights.csv, *_trees.csv); with --test it writes nothing and tells how
many of the people, threads and processes in those files the weights alone would get right.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from multiprocessing import Pool
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from score import HERE, load
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.tree._tree import Tree

from mailer.model import Address, Channel, Me, Message, Part, Search, Stage
from mailer.reading import channel, joining, part_facts, parting, people
from mailer.reading.agents import AGENCY, HOUSE, NOBODYS, signs_of_agent
from mailer.reading.candidacy import read_candidacy
from mailer.reading.channel_signs import signs_of_channel
from mailer.reading.dossiers import Dossier
from mailer.reading.notices import OF_NONE, OF_PROCESS, signs_of_notice
from mailer.reading.openings import (
    CONTINUES,
    NEITHER,
    OPENS,
    odds_of_beginning,
    signs_of_opening,
)
from mailer.reading.pair_facts import beginning_facts, facts_of_pair
from mailer.reading.part_facts import Writer, facts_of_part, reweigh, weigh
from mailer.reading.roles import roles_differ
from mailer.reading.senders import belongs_to_company, org_domain
from mailer.reading.sifting import make_strands
from mailer.reading.signs import STANDING
from mailer.reading.stage_signs import signs_of_stage
from mailer.reading.strands import Strand
from mailer.reading.trees import Node, Trees
from mailer.reading.weights import Weights, word_scale

ROOM = HERE.parents[1] / "mailer" / "reading"
PARTS = tuple(part.value for part in part_facts.PARTS)
CHANNELS = (Channel.EMAIL.value, Channel.PHONE.value)
MAILBOXES = 4
"""In so many mailboxes a sign must stand: what one mailbox alone says is nobody's habit."""
KEPT = 9000
"""So many signs are kept, those that tell most."""


@dataclass(frozen=True)
class Sample:
    """One person or thread of a labelled mailbox."""

    mailbox: str
    signs: frozenset[str]
    answer: str


@dataclass(frozen=True)
class Labelled:
    """A labelled mailbox: its threads by the process that they are of, and what the labels say."""

    name: str
    groups: dict[str | None, list[Strand]]
    parts: dict[str, str]
    stages: dict[str | None, str]
    channels: dict[str | None, str]
    me: Me
    now: datetime


def read(path: Path) -> Labelled:
    """Return a mailbox, its threads put together by their labels."""
    data, provider, me, now = load(path)
    keys = [t.key for t in provider.search(Search(limit=2000))]
    label = {m["message_id"]: m["process"] for m in data["messages"]}
    groups = defaultdict(list)
    for strand in make_strands(provider.read_many(keys), me):
        counted = Counter(label.get(m.message_id) for m in strand.messages)
        groups[counted.most_common(1)[0][0]].append(strand)
    expected = [c["expect"] for c in data["cases"]]

    def told(key: str) -> dict[str | None, str]:
        threads = ((x[key], t) for x in expected if key in x for t in x.get("threads", ()))
        return {label[i]: answer for answer, thread in threads for i in thread}

    return Labelled(
        name=data["mailbox"],
        groups=groups,
        parts={a.lower(): p for x in expected for a, p in x.get("parts", {}).items()},
        stages=told("stage"),
        channels=told("channel"),
        me=me,
        now=now,
    )


@dataclass(frozen=True)
class Person(Sample):
    """Somebody who wrote, whether or not their part is labelled, and who else did."""

    process: str
    writer: Writer


def people_of(mailbox: Labelled) -> list[Person]:
    """Return the people of a mailbox who wrote; where no label tells their part it is empty."""
    found: list[Person] = []

    def record(dossier: Dossier, signs: frozenset[str], table: Weights) -> Writer:
        seen = [a.casefold() for a in (dossier.reply_to or dossier.address, *dossier.addresses)]
        answer = next((mailbox.parts[a] for a in seen if mailbox.parts.get(a) in PARTS), "")
        writer = weigh(dossier, signs, table)
        found.append(Person(mailbox.name, signs, answer, process, writer))
        return writer

    with patch.object(people, "weigh", record):
        for process, group in mailbox.groups.items():
            if process:
                read_candidacy(group, mailbox.me, mailbox.now)
    return found


def agents_of(mailbox: Labelled) -> list[Sample]:
    """Return the first mail of each house in a thread: of an agency, of who hires, or of no process."""
    houses = dict[str, str]()
    for address, part in mailbox.parts.items():
        domain = org_domain(address)
        if part == Part.REFERRER.value or not belongs_to_company(Address("", address)):
            continue
        is_agency = part == Part.AGENCY_RECRUITER.value
        houses[domain] = AGENCY if is_agency else houses.get(domain, HOUSE)
    found = []
    for process, group in mailbox.groups.items():
        for strand in group:
            for domain, first in strand.first_of_houses.items():
                answer = houses.get(domain, "" if process else NOBODYS)
                found.append(Sample(mailbox.name, signs_of_agent(first, mailbox.me.name), answer))
    return found


def openings_of(mailbox: Labelled) -> list[Sample]:
    """Return the threads of a mailbox in which people wrote: the first of each process opens it."""
    found = []
    for process, group in mailbox.groups.items():
        firsts = [s.first_mail for s in sorted(group, key=lambda s: s.first_at) if s.first_mail]
        for number, first in enumerate(firsts):
            answer = (CONTINUES if number else OPENS) if process else NEITHER
            found.append(Sample(mailbox.name, signs_of_opening(first), answer))
    return found


def notices_of(mailbox: Labelled) -> list[Sample]:
    """Return the threads of a mailbox in which machines alone wrote: of a process, or of none."""
    return [
        Sample(mailbox.name, signs_of_notice(s.notice), OF_PROCESS if process else OF_NONE)
        for process, group in mailbox.groups.items()
        for s in group
        if s.notice
    ]


def stages_of(mailbox: Labelled) -> list[Sample]:
    """Return the processes of a mailbox whose stage is labelled."""
    found = []
    for process, group in mailbox.groups.items():
        if process and process in mailbox.stages:
            messages = sorted((m for s in group for m in s.messages), key=lambda m: m.date)
            signs = signs_of_stage(messages, mailbox.me)
            found.append(Sample(mailbox.name, signs, mailbox.stages[process]))
    return found


def channels_of(mailbox: Labelled) -> list[Sample]:
    """Return the processes of a mailbox in which people wrote and whose channel is labelled."""
    found: list[Sample] = []

    def record(messages: Sequence[Message], led: Sequence[Message], me: Me) -> None:
        if mailbox.channels[process] in CHANNELS:
            signs = signs_of_channel(messages, led, me)
            found.append(Sample(mailbox.name, signs, mailbox.channels[process]))

    with (
        patch.object(channel, "_calls_told", lambda _: None),
        patch.object(channel, "_calls_likely", record),
    ):
        for process, group in mailbox.groups.items():
            if process and process in mailbox.channels:
                read_candidacy(group, mailbox.me, mailbox.now)
    return found


@dataclass(frozen=True)
class Pair:
    """Two threads of a labelled mailbox, and how each begins."""

    mailbox: str
    facts: dict[str, float]
    beginnings: tuple[frozenset[str] | None, frozenset[str] | None]
    are_two: bool


def pairs_of(mailbox: Labelled) -> list[Pair]:
    """Return the pairs of threads that share a house or a writer, or that bowout would compare."""
    processes = {id(s): process for process, group in mailbox.groups.items() for s in group}
    strands = {id(s): s for group in mailbox.groups.values() for s in group}
    compared: set[frozenset[int]] = set()

    def record(one: Strand, other: Strand) -> bool:
        compared.add(frozenset((id(one), id(other))))
        return processes[id(one)] != processes[id(other)]

    with (
        patch.object(joining, "are_two_processes", record),
        patch.object(parting, "are_two_processes", record),
    ):
        joining.join_strands(sorted(strands.values(), key=lambda s: s.first_at))
    for one, other in combinations([s for s in strands.values() if s.by_hand], 2):
        if one.writer_domains & other.writer_domains or one.writers & other.writers:
            compared.add(frozenset((id(one), id(other))))
    found = []
    for pair in sorted(compared, key=lambda p: sorted(strands[i].messages[0].key for i in p)):
        one, other = sorted((strands[i] for i in pair), key=lambda s: s.first_at)
        labels = processes[id(one)], processes[id(other)]
        if not any(labels) or roles_differ(one, other) or one.is_apart_from(other):
            continue
        first = tuple(s.first_mail and signs_of_opening(s.first_mail) for s in (one, other))
        are_two = labels[0] != labels[1]
        found.append(Pair(mailbox.name, facts_of_pair(one, other), first, are_two))
    return found


def samples_of(path: Path) -> dict[str, list]:
    """Return all that a mailbox teaches, by what is learned."""
    mailbox = read(path)
    return {name: work(mailbox) for name, (work, _) in TASKS.items()} | {"pair": pairs_of(mailbox)}


FOLDS = 4


def grow_pairs(pairs: Sequence[Pair], openings: Sequence[Sample]) -> Trees:
    """Return the trees that these pairs teach.

    How the threads begin is told by what the mailboxes of the other folds teach: of those that
    taught it, it is too sure.
    """
    told: dict[int, dict[str, float]] = {}
    for fold in range(FOLDS):
        table = fit([s for s in openings if fold_of(s.mailbox) != fold], TASKS["opening"][1])
        for number, pair in enumerate(pairs):
            if fold_of(pair.mailbox) == fold:
                begun = beginning_facts(*(_beginning(table, s) for s in pair.beginnings))
                told[number] = pair.facts | begun
    facts = [told[number] for number in range(len(pairs))]
    return grow(facts, [p.are_two for p in pairs], count=250, learning=0.06, depth=4)


def grow_parts(writers: Sequence[Person]) -> Trees:
    """Return the trees that these people teach; what their words weigh is told by other folds too."""
    circles: dict[tuple[str, str], list[tuple[Person, Writer]]] = defaultdict(list)
    for fold in range(FOLDS):
        labelled = [p for p in writers if p.answer and fold_of(p.mailbox) != fold]
        table = fit(labelled, PARTS)
        for person in writers:
            if fold_of(person.mailbox) == fold:
                writer = reweigh(person.writer, person.signs, table)
                circles[person.mailbox, person.process].append((person, writer))
    facts, answers = [], []
    for circle in circles.values():
        everybody = [writer for _, writer in circle]
        for person, writer in circle:
            if person.answer:
                facts.append(facts_of_part(writer, everybody))
                answers.append(PARTS.index(person.answer))
    return grow(facts, answers, count=60, learning=0.12, depth=3)


def grow(
    facts: Sequence[Mapping[str, float]],
    answers: Sequence[int],
    *,
    count: int,
    learning: float,
    depth: int,
) -> Trees:
    """Return trees that tell these answers of these facts."""
    names = tuple(facts[0])
    model = GradientBoostingClassifier(
        n_estimators=count,
        learning_rate=learning,
        max_depth=depth,
        subsample=0.7,
        max_features=0.3,
        min_samples_leaf=8,
        random_state=1,
    )
    model.fit(np.array([[f[name] for name in names] for f in facts], float), answers)
    shares = np.bincount(np.array(answers, int)) / len(answers)
    bias = np.log(shares) if len(shares) > 2 else [np.log(shares[1] / shares[0])]
    grown = (_nodes(tree.tree_, learning) for step in model.estimators_ for tree in step)
    return Trees(names, tuple(round(float(b), 4) for b in bias), tuple(grown))


def fold_of(mailbox: str) -> int:
    """Return the fold that a mailbox is in."""
    return crc32(mailbox.encode()) % FOLDS


def _beginning(table: Weights, signs: frozenset[str] | None) -> tuple[float, float]:
    return odds_of_beginning(table.judge(signs)) if signs is not None else (0.0, 0.0)


def _nodes(tree: Tree, learning: float) -> tuple[Node, ...]:
    """Return a tree's nodes."""
    return tuple(
        (-1, round(learning * float(value[0][0]), 4), 0, 0)
        if low < 0
        else (int(fact), float(f"{limit:.5g}"), int(low), int(high))
        for fact, limit, low, high, value in zip(
            tree.feature,
            tree.threshold,
            tree.children_left,
            tree.children_right,
            tree.value,
            strict=True,
        )
    )


def write_trees(name: str, trees: Trees) -> None:
    """Write trees: the facts, the biases, then a node a line."""
    with (ROOM / f"{name}_trees.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(trees.facts)
        out.writerow(trees.bias)
        for number, tree in enumerate(trees.trees):
            out.writerows((number, *node) for node in tree)


def fit(samples: list[Sample], answers: tuple[str, ...]) -> Weights:
    """Return the weights that these samples teach."""
    where = defaultdict(set)
    for sample in samples:
        for sign in sample.signs:
            where[sign].add(sample.mailbox)
    vocabulary = sorted(s for s, boxes in where.items() if len(boxes) >= MAILBOXES)
    model, columns = regress(samples, vocabulary, answers)
    weight = np.abs(model.coef_).max(axis=0) * np.sqrt(np.diff((columns != 0).tocsc().indptr))
    best = set(np.argsort(-weight, kind="stable")[:KEPT])
    kept = [s for n, s in enumerate(vocabulary) if n in best or s.startswith(STANDING)]
    model, _ = regress(samples, kept, answers)
    rows, bias = model.coef_.T.copy(), model.intercept_
    if len(answers) == 2:  # one number tells both
        rows, bias = np.hstack([-rows, rows]) / 2, np.concatenate([-bias, bias]) / 2
    for number, sign in enumerate(kept):
        rows[number] *= STANDS if sign.startswith(STANDING) else WORDS
    rows = np.round(rows, 2)
    table = {s: tuple(map(float, rows[n])) for n, s in enumerate(kept) if rows[n].any()}
    return Weights(answers, tuple(map(float, np.round(bias, 2))), table)


WORDS, STANDS = 5.0, 0.3
"""What a word counts before it is scaled, and what a standing: the less, the more it must prove."""


def regress(
    samples: list[Sample], vocabulary: list[str], answers: tuple[str, ...]
) -> tuple[LogisticRegression, csr_matrix]:
    """Return the regression on these signs, and the matrix it saw."""
    place = {s: n for n, s in enumerate(vocabulary)}
    data, indices, ends = [], [], [0]
    for sample in samples:
        known = sorted(s for s in sample.signs if s in place)
        scale = WORDS * word_scale(sum(not s.startswith(STANDING) for s in known))
        for sign in known:
            indices.append(place[sign])
            data.append(STANDS if sign.startswith(STANDING) else scale)
        ends.append(len(indices))
    columns = csr_matrix((data, indices, ends), (len(samples), len(vocabulary)))
    model = LogisticRegression(C=10.0, max_iter=1000)
    return model.fit(columns, [answers.index(s.answer) for s in samples]), columns


def write(name: str, weights: Weights) -> None:
    """Write a table: the bias first, then a sign a line."""
    with (ROOM / f"{name}_weights.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("sign", *weights.answers))
        out.writerow(("", *weights.bias))
        out.writerows((sign, *row) for sign, row in sorted(weights.rows.items()))


def gather(paths: Sequence[Path]) -> dict[str, list]:
    """Return what all mailboxes teach, worked out on all processors."""
    samples: dict[str, list] = {name: [] for name in (*TASKS, "pair")}
    with Pool() as pool:
        for number, found in enumerate(pool.imap(samples_of, paths)):
            for name, theirs in found.items():
                samples[name] += theirs
            if sys.stderr.isatty():
                print(f"\r{number + 1} of {len(paths)}", end="", file=sys.stderr)
    return samples


TASKS = {
    "part": (people_of, PARTS),
    "opening": (openings_of, (OPENS, CONTINUES, NEITHER)),
    "agent": (agents_of, (AGENCY, HOUSE, NOBODYS)),
    "notice": (notices_of, (OF_PROCESS, OF_NONE)),
    "channel": (channels_of, CHANNELS),
    "stage": (stages_of, tuple(stage.value for stage in Stage)),
}
"""What is learned: of which samples, for which answers."""


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--test", nargs="+", type=Path, default=[])
    options = parser.parse_args()
    paths = options.files or sorted((HERE / "mailboxes").glob("*.json"))
    samples = gather(paths)
    taught = {
        name: fit([s for s in samples[name] if s.answer], answers)
        for name, (_, answers) in TASKS.items()
    }
    for name, weights in taught.items():
        told = f"{len(samples[name])} samples of {len(paths)} mailboxes, {len(weights.rows)} signs"
        print(f"{name}: {told}")
        if not options.test:
            write(name, weights)
    pairs, parts = grow_pairs(samples["pair"], samples["opening"]), grow_parts(samples["part"])
    two = sum(p.are_two for p in samples["pair"])
    print(f"pair: {len(samples['pair'])} pairs of threads, {two} of them of two processes")
    if not options.test:
        write_trees("pair", pairs)
        write_trees("part", parts)
        return
    tests = gather(options.test)
    wrong = Counter(p.are_two for p in tests["pair"] if (pairs.judge(p.facts) > 0) != p.are_two)
    two = sum(p.are_two for p in tests["pair"])
    print(f"pair: by the trees {wrong[True]} of {two} of two processes taken for one,", end=" ")
    print(f"{wrong[False]} of {len(tests['pair']) - two} of one for two")
    for name, tried in ((name, [s for s in tests[name] if s.answer]) for name in TASKS):
        answers = (taught[name].judge(s.signs) for s in tried)
        right = sum(
            max(a, key=a.__getitem__) == s.answer for a, s in zip(answers, tried, strict=True)
        )
        print(
            f"{name}: by the weights alone {right} of {len(tried)} right ({right / len(tried):.1%})"
        )


if __name__ == "__main__":
    main()
