#!/usr/bin/env python3
"""Learns what signs weigh from labelled mailboxes: learn.py [FILE...] [--test FILE...].

Wants scikit-learn (`pip install scikit-learn`), which bowout itself does not. The processes are put
together by their labels, so that the weights learn nothing of how bowout joins threads. Writes
mailer/reading/part_weights.csv and opening_weights.csv; with --test it writes nothing and tells how
many of the people and threads in those files the weights alone would get right.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy.sparse import csr_matrix
from score import HERE, load
from sklearn.linear_model import LogisticRegression

from mailer.model import Me, Message, Part, Search
from mailer.reading import people
from mailer.reading.candidacy import read_candidacy
from mailer.reading.dossiers import Dossier
from mailer.reading.openings import CONTINUES, NEITHER, OPENS, signs_of_opening
from mailer.reading.person_signs import signs_of_person
from mailer.reading.sifting import make_strands
from mailer.reading.signs import STANDING
from mailer.reading.strands import Strand
from mailer.reading.weights import Weights, word_scale

ROOM = HERE.parents[1] / "mailer" / "reading"
PARTS = tuple(part.value for part in Part if part is not Part.OTHER)
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


def read(path: Path) -> tuple[str, dict[str, list[Strand]], list[Strand], Any, Any, dict[str, str]]:
    """Return a mailbox's name, its threads by labelled process and all of them, and its labels."""
    data, provider, me, now = load(path)
    keys = [t.key for t in provider.search(Search(limit=2000))]
    label = {m["message_id"]: m["process"] for m in data["messages"]}
    strands = make_strands(provider.read_many(keys), me)
    groups = defaultdict(list)
    for strand in strands:
        counted = Counter(label.get(m.message_id) for m in strand.messages)
        groups[counted.most_common(1)[0][0]].append(strand)
    parts = {a.lower(): p for c in data["cases"] for a, p in c["expect"].get("parts", {}).items()}
    return data["mailbox"], groups, strands, me, now, parts


def people_of(path: Path) -> list[Sample]:
    """Return the people of a mailbox who wrote and whose part is labelled."""
    mailbox, groups, _, me, now, parts = read(path)
    found: list[Sample] = []

    def record(
        dossier: Dossier, everybody: Iterable[Dossier], messages: Sequence[Message], me: Me
    ) -> frozenset[str]:
        signs = signs_of_person(dossier, everybody, messages, me)
        seen = [dossier.reply_to or dossier.address, *dossier.addresses]
        answer = next((parts[a.casefold()] for a in seen if a.casefold() in parts), None)
        if answer in PARTS:
            found.append(Sample(mailbox, signs, answer))
        return signs

    with patch.object(people, "signs_of_person", record):
        for process, group in groups.items():
            if process:
                read_candidacy(group, me, now)
    return found


def openings_of(path: Path) -> list[Sample]:
    """Return the threads of a mailbox in which people wrote: the first of each process opens it."""
    mailbox, groups, *_ = read(path)
    found = []
    for process, group in groups.items():
        firsts = [s.first_mail for s in sorted(group, key=lambda s: s.first_at) if s.first_mail]
        for number, first in enumerate(firsts):
            answer = (CONTINUES if number else OPENS) if process else NEITHER
            found.append(Sample(mailbox, signs_of_opening(first), answer))
    return found


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
    rows = model.coef_.T.copy()
    for number, sign in enumerate(kept):
        rows[number] *= STANDS if sign.startswith(STANDING) else WORDS
    rows = np.round(rows, 2)
    table = {s: tuple(map(float, rows[n])) for n, s in enumerate(kept) if rows[n].any()}
    return Weights(answers, tuple(map(float, np.round(model.intercept_, 2))), table)


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


def gather(work: Callable[[Any], list[Sample]], tasks: Sequence[Any]) -> list[Sample]:
    """Return what a work finds in all mailboxes, on all processors."""
    samples: list[Sample] = []
    with Pool() as pool:
        for number, found in enumerate(pool.imap(work, tasks)):
            samples += found
            if sys.stderr.isatty():
                print(f"\r{work.__name__}: {number + 1} of {len(tasks)}", end="", file=sys.stderr)
    return samples


def learn(paths: Sequence[Path]) -> dict[str, tuple[Weights, list[Sample]]]:
    """Return the weights that these mailboxes teach, and of what."""
    found = {name: gather(work, paths) for name, (work, _) in TASKS.items()}
    return {name: (fit(samples, TASKS[name][1]), samples) for name, samples in found.items()}


TASKS = {"part": (people_of, PARTS), "opening": (openings_of, (OPENS, CONTINUES, NEITHER))}
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
    taught = learn(paths)
    for name, (weights, samples) in taught.items():
        print(
            f"{name}: {len(samples)} samples of {len(paths)} mailboxes, {len(weights.rows)} signs"
        )
        if not options.test:
            write(name, weights)
    for name, (work, _) in TASKS.items() if options.test else ():
        tried = gather(work, options.test)
        told = [taught[name][0].judge(s.signs) for s in tried]
        right = sum(max(t, key=t.__getitem__) == s.answer for t, s in zip(told, tried, strict=True))
        print(
            f"{name}: by the weights alone {right} of {len(tried)} right ({right / len(tried):.1%})"
        )


if __name__ == "__main__":
    main()
