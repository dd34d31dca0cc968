#!/usr/bin/env python3
"""Learns what signs weigh from labelled mailboxes: learn.py [FILE...] [--test FILE...].

Wants scikit-learn (`pip install scikit-learn`), which bowout itself does not. The processes are put
together by their labels, so that the weights learn nothing of how bowout joins threads. Writes
mailer/reading/part_weights.csv, opening_weights.csv and stage_weights.csv; with --test it writes nothing
and tells how many of the people, threads and processes in those files the weights alone would get right.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import Pool
from pathlib import Path
from unittest.mock import patch

import numpy as np
from scipy.sparse import csr_matrix
from score import HERE, load
from sklearn.linear_model import LogisticRegression

from mailer.model import Me, Message, Part, Search, Stage
from mailer.reading import people
from mailer.reading.candidacy import read_candidacy
from mailer.reading.dossiers import Dossier
from mailer.reading.openings import CONTINUES, NEITHER, OPENS, signs_of_opening
from mailer.reading.person_signs import signs_of_person
from mailer.reading.sifting import make_strands
from mailer.reading.signs import STANDING
from mailer.reading.stage_signs import signs_of_stage
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


@dataclass(frozen=True)
class Labelled:
    """A labelled mailbox: its threads by the process that they are of, and what the labels say."""

    name: str
    groups: dict[str | None, list[Strand]]
    parts: dict[str, str]
    stages: dict[str | None, str]
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
    return Labelled(
        name=data["mailbox"],
        groups=groups,
        parts={a.lower(): p for x in expected for a, p in x.get("parts", {}).items()},
        stages={
            label[i]: x["stage"]
            for x in expected
            for thread in (x.get("threads", ()) if "stage" in x else ())
            for i in thread
        },
        me=me,
        now=now,
    )


def people_of(mailbox: Labelled) -> list[Sample]:
    """Return the people of a mailbox who wrote and whose part is labelled."""
    found: list[Sample] = []

    def record(
        dossier: Dossier, everybody: Iterable[Dossier], messages: Sequence[Message], me: Me
    ) -> frozenset[str]:
        signs = signs_of_person(dossier, everybody, messages, me)
        seen = [a.casefold() for a in (dossier.reply_to or dossier.address, *dossier.addresses)]
        answer = next((mailbox.parts[a] for a in seen if a in mailbox.parts), None)
        if answer in PARTS:
            found.append(Sample(mailbox.name, signs, answer))
        return signs

    with patch.object(people, "signs_of_person", record):
        for process, group in mailbox.groups.items():
            if process:
                read_candidacy(group, mailbox.me, mailbox.now)
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


def stages_of(mailbox: Labelled) -> list[Sample]:
    """Return the processes of a mailbox whose stage is labelled."""
    found = []
    for process, group in mailbox.groups.items():
        if process and process in mailbox.stages:
            messages = sorted((m for s in group for m in s.messages), key=lambda m: m.date)
            signs = signs_of_stage(messages, mailbox.me)
            found.append(Sample(mailbox.name, signs, mailbox.stages[process]))
    return found


def samples_of(path: Path) -> dict[str, list[Sample]]:
    """Return all that a mailbox teaches, by what is learned."""
    mailbox = read(path)
    return {name: work(mailbox) for name, (work, _) in TASKS.items()}


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


def gather(paths: Sequence[Path]) -> dict[str, list[Sample]]:
    """Return what all mailboxes teach, worked out on all processors."""
    samples: dict[str, list[Sample]] = {name: [] for name in TASKS}
    with Pool() as pool:
        for number, found in enumerate(pool.imap(samples_of, paths)):
            for name in TASKS:
                samples[name] += found[name]
            if sys.stderr.isatty():
                print(f"\r{number + 1} of {len(paths)}", end="", file=sys.stderr)
    return samples


TASKS = {
    "part": (people_of, PARTS),
    "opening": (openings_of, (OPENS, CONTINUES, NEITHER)),
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
    taught = {name: fit(samples[name], answers) for name, (_, answers) in TASKS.items()}
    for name, weights in taught.items():
        told = f"{len(samples[name])} samples of {len(paths)} mailboxes, {len(weights.rows)} signs"
        print(f"{name}: {told}")
        if not options.test:
            write(name, weights)
    for name, tried in gather(options.test).items() if options.test else ():
        answers = (taught[name].judge(s.signs) for s in tried)
        right = sum(
            max(a, key=a.__getitem__) == s.answer for a, s in zip(answers, tried, strict=True)
        )
        print(
            f"{name}: by the weights alone {right} of {len(tried)} right ({right / len(tried):.1%})"
        )


if __name__ == "__main__":
    main()
