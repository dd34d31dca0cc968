"""Explores every interleaving of the real code with a failing world, up to a bound.

Runs are repeated from the start along a list of choices (who goes next, how a deed ends, who
crashes, what the user does), depth first; a state that was seen before is not explored again. A
state is the whole mailbox, all letters of the journal, and for each process its command with all
the answers it got since that began; processes that run the same may change places.

Of orders that come to the same only one is explored:
- what the user does, and what happens by itself, touches the mailbox alone; so it comes right after
  a step that spoke to the mailbox, never between a write to the journal and what follows it;
- a process that has only looked since its last deed leaves by dying what it would have left by
  dying before; so it dies right after its deeds.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from exploring.world import DANA, NOW, PARENT, SAM, THREAD, ModelProvider, World

from mailer import offering, reviewing, sending, settling
from mailer.errors import DeclinedError, MailerError, ProviderUnavailableError
from mailer.filing import FilingCabinet
from mailer.journal import Journal
from mailer.journal_letters import LetterState
from mailer.model import Kind, Message, Reply
from mailer.papers import Paper
from mailer.session import Session
from mailer.settings import Places, Settings


class Crash(BaseException):
    """The process dies here."""


class Abort(BaseException):
    """The run is over; nothing more is of interest."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may go wrong in one run."""

    crashes: int = 1
    faults: int = 1
    user_acts: int = 1


@dataclass(frozen=True, slots=True)
class Scenario:
    """What each process runs, one command after the other, and how much may go wrong."""

    name: str
    processes: tuple[tuple[str, ...], ...]
    budget: Budget
    is_relay: bool = False


@dataclass
class Counts:
    """What an exploration covered."""

    runs: int = 0
    states: int = 0
    steps: int = 0
    ended: int = 0
    """Runs that went to the end, the others met a state seen before."""
    crashes: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    window: Counter[str] = field(default_factory=Counter)
    violations: Counter[str] = field(default_factory=Counter)
    example: dict[str, list[str]] = field(default_factory=dict)
    """For each violation and each ending the shortest run that led to it."""
    is_complete: bool = True

    def add(self, other: Counts) -> None:
        for name in ("runs", "states", "steps", "ended", "crashes"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("endings", "window", "violations"):
            getattr(self, name).update(getattr(other, name))
        self.example.update(other.example)
        self.is_complete = self.is_complete and other.is_complete


def explore(scenario: Scenario, *, most_runs: int) -> Counts:
    """Explore a scenario depth first; stops at `most_runs`, which `is_complete` tells."""
    counts = Counts()
    seen: set[int] = set()
    waiting: list[list[int]] = [[]]
    while waiting:
        if counts.runs >= most_runs:
            counts.is_complete = False
            break
        prefix = waiting.pop()
        run = Run(scenario, prefix, seen)
        run.go()
        counts.runs += 1
        counts.steps += len(run.widths)
        counts.crashes += run.crashed
        for at in range(len(prefix), len(run.widths)):
            for other in range(1, run.widths[at]):
                waiting.append([*run.taken[:at], other])
        counts.window.update(run.world.window)
        counts.violations.update(run.world.violations)
        if run.ending:
            counts.ended += 1
            counts.endings[run.ending] += 1
        for what in (*run.world.violations, run.ending):
            if len(run.log) < len(counts.example.get(what, [""] * 999)):
                counts.example[what] = run.log
    counts.states = len(seen)
    return counts


_LOOKS = ("read", "fetch", "find_sent")
"""Points at which the mailbox is only looked at; what was seen there is noted by itself."""
_INSIDE = ("journal", "lock")
"""Points at which the mailbox is not spoken to."""
_WITHOUT_LOCK = ("show", "settle")
"""Commands that look before they wait for the lock, if they do."""


class Baton:
    """Hands the turn from one thread to another; a bare lock, because it is most of the time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lock.acquire()

    def take(self) -> None:
        self._lock.acquire()

    def give(self) -> None:
        with contextlib.suppress(RuntimeError):  # given already, to a run that is over
            self._lock.release()


class Process:
    """One process of the tool: runs its commands, dies where it is told to, starts again."""

    def __init__(self, run: Run, number: int, commands: Sequence[str]) -> None:
        self.run = run
        self.number = number
        self.commands = commands
        self.current = 0
        self.seen: list[object] = []
        """Everything the present command has seen: with the world, all that decides what it
        does next."""
        self.at: tuple[str, tuple[str, ...]] = ("start", ("ok",))
        self.may_die = True
        """It has done something, or nothing at all, since it could last have died."""
        self.is_over = False
        self.answer = ""
        self.wake = Baton()
        self.thread = threading.Thread(target=self._work, daemon=True)

    def _work(self) -> None:
        self.wake.take()
        try:
            for number, command in enumerate(self.commands):
                self.current, self.seen, self.may_die = number, [], True
                try:
                    if command in _WITHOUT_LOCK:
                        self.point("start", "ok")
                    self.run.execute(self, command)
                except Crash:
                    self.run.crashed += 1
                    self.run.release(self)
                except MailerError as error:
                    self.run.log.append(f"{self.number}: {command} ended: {error.message[:90]}")
                    self.run.release(self)
        except Abort:
            pass
        except Exception as error:  # a fault in the code under test, shown with its run
            self.run.world.violations.append(f"fault: {error!r}")
        finally:
            self.is_over = True
            self.run.back.give()

    def point(self, name: str, *outcomes: str) -> str:
        """Let the explorer choose what happens next, then how this deed ends."""
        if self.run.is_aborted:
            raise Abort
        self.at = (name, outcomes or ("ok",))
        self.run.back.give()
        self.wake.take()
        if self.run.is_aborted:
            raise Abort
        if self.answer == "crash":
            raise Crash
        self.may_die = name not in (*_LOOKS, "lock", "start")
        self.seen.append((name, self.answer, self.run.observed(name)))
        return self.answer

    def notice(self, answer: object) -> None:
        """Take note of what the mailbox showed, from where on it may change behind our back."""
        self.seen.append(answer)
        self.run.may_move = True

    def state(self) -> int:
        """Return, folded, all that decides what it does next."""
        if self.is_over:
            return 0
        is_owner = self.run.owner is self
        return hash((self.current, self.at, self.may_die, is_owner, *self.seen))


class Run:
    """One run along a list of choices."""

    def __init__(self, scenario: Scenario, prefix: Sequence[int], seen: set[int]) -> None:
        self.scenario = scenario
        self.prefix = prefix
        self.visited = seen
        self.widths: list[int] = []
        self.taken: list[int] = []
        self.log: list[str] = []
        self.world = World(is_relay=scenario.is_relay)
        self.budget = scenario.budget
        self.journal = ExploredJournal(self)
        self.crashed = 0
        self.ending = ""
        self.owner: Process | None = None
        self.is_aborted = False
        self.is_seen = False
        self.may_move = True
        """The last step spoke to the mailbox, so that the mailbox may now change by itself."""
        self.back = Baton()
        self.active: Process | None = None
        self.processes = [
            Process(self, number, commands) for number, commands in enumerate(scenario.processes)
        ]

    def go(self) -> None:
        """Run to the end, or to a state seen before."""
        for process in self.processes:
            process.thread.start()
            self._resume(process, "ok")
        try:
            while options := self._options():
                if not self._take(options):
                    return
                self._check()
            if len(self.taken) < len(self.prefix) or not self._was_here():
                self._epilogue()
        finally:
            self._abort()
            self.journal.close()

    # --- choosing ---

    def _options(self) -> list[tuple[Process | None, str]]:
        options: list[tuple[Process | None, str]] = []
        alive = [p for p in self.processes if not p.is_over]
        for process in alive:
            name, outcomes = process.at
            if name == "lock" and self.owner is not None:
                continue
            for outcome in outcomes:
                if not outcome.startswith("fault:") or self.budget.faults:
                    options.append((process, outcome))
            if self.budget.crashes and name != "start" and process.may_die:
                options.append((process, "crash"))
        if not options:
            return []
        if self.may_move:
            options += [(None, event) for event in self.world.events()]
            if self.budget.user_acts:
                options += [(None, f"user: {act}") for act in self.world.user_acts()]
        return options

    def _take(self, options: list[tuple[Process | None, str]]) -> bool:
        at = len(self.taken)
        if at < len(self.prefix):
            choice = self.prefix[at]
        else:
            if self._was_here():
                self.is_seen = True
                return False
            choice = 0
        self.widths.append(len(options))
        self.taken.append(choice)
        process, what = options[choice]
        if process is not None:
            name = process.commands[process.current]
            self.log.append(f"{process.number}: {name}: {process.at[0]}: {what}")
            self._spend(what)
            self.may_move = what != "crash" and process.at[0] not in _INSIDE
            self._resume(process, what)
        elif what.startswith("user: "):
            self.log.append(what)
            self.may_move = True
            self.budget = replace(self.budget, user_acts=self.budget.user_acts - 1)
            self.world.act(what.removeprefix("user: "))
        else:
            self.log.append(f"by itself: {what}")
            self.may_move = True
            self.world.happen(what)
        return True

    def _spend(self, what: str) -> None:
        if what == "crash":
            self.budget = replace(self.budget, crashes=self.budget.crashes - 1)
        elif what.startswith("fault:"):
            self.budget = replace(self.budget, faults=self.budget.faults - 1)

    def _resume(self, process: Process, answer: str) -> None:
        process.answer = answer
        self.active = process
        process.wake.give()
        self.back.take()

    def _abort(self) -> None:
        self.is_aborted = True
        for process in self.processes:
            while process.thread.is_alive():
                process.wake.give()
                process.thread.join(0.5)

    def _was_here(self) -> bool:
        """Tell whether this state was explored before, with at least as much that may follow."""
        processes: Sequence[int] = [p.state() for p in self.processes]
        if len(set(self.scenario.processes)) == 1:
            processes = sorted(processes)
        place = (self.world.state(), self.journal.state(), self.budget, *processes)
        with_moves, without = hash((True, *place)), hash((False, *place))
        if with_moves in self.visited or (not self.may_move and without in self.visited):
            return True
        self.visited.add(with_moves if self.may_move else without)
        return False

    def observed(self, name: str) -> int:
        """Return what a process may see of the mailbox until its next point, folded.

        Only where something is done to it: a look notes its answer, and so does the journal.
        """
        return 0 if name in (*_INSIDE, *_LOOKS) else hash(self.world.state())

    # --- what processes do ---

    def execute(self, process: Process, command: str) -> None:
        provider = ModelProvider(self.world, process.point, process.notice)
        session = ExploredSession(self, process, provider)
        COMMANDS[command](session)

    def release(self, process: Process) -> None:
        if self.owner is process:
            self.owner = None

    # --- what must hold ---

    def _check(self) -> None:
        """Check after each step that nothing false is claimed."""
        has_left = any(d.by in ("tool", "hand") for d in self.world.deliveries)
        for state in self.journal.letter_states():
            if state == LetterState.SENT and not has_left:
                self._violate("the journal says sent, but the letter did not leave")

    def _violate(self, what: str) -> None:
        if what not in self.world.violations:
            self.world.violations.append(what)

    def _epilogue(self) -> None:
        """Let everything arrive, settle, and see that it ends well without a further fault."""
        for process in self.processes:
            if process.is_over:
                process.thread.join(1)
        self.budget = Budget(0, 0, 0)
        while events := self.world.events():
            self.world.happen(events[0])
        left = [d.by for d in self.world.deliveries]
        for command in ("status", "settle", "draft one", "send"):
            self._alone(command)
            self._check()
        states = set(self.journal.letter_states())
        if states & {LetterState.SENDING, LetterState.UNKNOWN}:
            self._violate("a letter stayed in doubt although the user settled it")
        self._check_nothing_lost()
        after = [d.by for d in self.world.deliveries]
        if "tool" in left and len(after) != len(left):
            self._violate("the letter was sent again after it had left")
        self._check_nothing_left_over(has_left="tool" in after)
        self.ending = self._summary(left, after)

    def _alone(self, command: str) -> None:
        provider = ModelProvider(self.world, lambda name, *ways: "ok")
        session = ExploredSession(self, None, provider)
        try:
            COMMANDS[command](session)
        except MailerError as error:
            self.log.append(f"at the end: {command} ended: {error.message[:90]}")

    def _check_nothing_lost(self) -> None:
        world = self.world
        has_left = any(d.by in ("tool", "hand") for d in world.deliveries)
        has_discarded = any("discard" in c for p in self.scenario.processes for c in p)
        if not (has_left or world.user_removed or has_discarded or world.drafts):
            self._violate("the draft was lost")

    def _check_nothing_left_over(self, *, has_left: bool) -> None:
        """Of the tool's own drafts one is left at most, and none beside the letter that left."""
        world = self.world
        own = [d for d in world.drafts if not d.is_of_user]
        if len(own) > (0 if has_left else 1) and not world.is_doubled:
            self._violate("an unedited draft of the tool's was left over")
        is_beside = bool(own) and len(own) < len(world.drafts)
        if is_beside and not (world.is_doubled or world.is_edited_anew):
            self._violate("an unedited draft of the tool's stands beside one that the user edited")

    def _summary(self, left: list[str], after: list[str]) -> str:
        if "tool" in left:
            return "sent by the tool" + (", and by hand" if "hand" in left else "")
        if "hand" in left:
            return "sent by hand" + (", and by the tool" if "tool" in after else "")
        if "bare" in left:
            return "the bare draft sent by hand" + (", sent at the end" if "tool" in after else "")
        return "sent at the end" if "tool" in after else "not sent: stopped"


class ExploredSession(Session):
    """A session on the world, with the explorer's lock."""

    def __init__(self, run: Run, process: Process | None, provider: ModelProvider) -> None:
        nowhere = Places(Path("config.toml"), Path("data"), Path("templates"))
        super().__init__(Settings(), nowhere, provider.account, clock=lambda: NOW)
        self.__dict__["provider"] = provider
        self.__dict__["journal"] = run.journal
        self.run = run
        self.process = process

    @property
    def has_journal(self) -> bool:
        return True

    @property
    def identities(self) -> Any:
        return self.provider.identities()

    @contextmanager
    def lock(self) -> Iterator[None]:
        if self.process is not None:
            self.process.point("lock", "ok")
            self.run.owner = self.process
        try:
            yield
        finally:
            if self.process is not None:
                self.run.release(self.process)


class ExploredJournal(Journal):
    """The real journal, in memory, where each write is a point at which a process may die."""

    def __init__(self, run: Run) -> None:
        self.path = Path("journal")
        self.run = run
        self.kept: tuple[object, ...] | None = None
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.deserialize(_template())
        self._db.row_factory = sqlite3.Row

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        process = self._explored()
        if process is not None and process.point("journal", "ok", "fault:full") == "fault:full":
            raise ProviderUnavailableError("the disk is full")
        with super()._change() as db:
            yield db
        self.kept = None

    @contextmanager
    def _mapped(self) -> Iterator[None]:
        process = self._explored()
        if process is not None:
            process.seen.append(hash(self.state()))
        with super()._mapped():
            yield

    def _explored(self) -> Process | None:
        """Return the process that speaks; None: the explorer itself does, at the end."""
        process = self.run.active
        is_explored = process is not None and threading.current_thread() is process.thread
        return process if is_explored else None

    def state(self) -> tuple[object, ...]:
        """Return all letters, hashable; of acts nothing that is explored takes notice."""
        if self.kept is None:
            letters = self._db.execute("SELECT * FROM letters").fetchall()
            self.kept = tuple(map(tuple, letters))
        return self.kept

    def letter_states(self) -> list[str]:
        return [row["state"] for row in self._db.execute("SELECT state FROM letters")]


@cache
def _template() -> bytes:
    journal = _open_in_memory()
    journal.add_withdrawal(
        account="model", company="Northwind", role="Engineer", now=NOW,
        thread_keys=[THREAD], message_ids=[PARENT],
    )  # fmt: skip
    return journal._db.serialize()


def _open_in_memory() -> Journal:
    journal = Journal.__new__(Journal)
    journal.path = Path("journal")
    journal._db = sqlite3.connect(":memory:", isolation_level=None)
    journal._db.row_factory = sqlite3.Row
    from mailer.journal import _MIGRATIONS

    journal._migrate(_MIGRATIONS)
    return journal


# --- the commands -----------------------------------------------------------------------------


def _withdrawal(session: Session) -> Any:
    return session.journal.list_withdrawals()[0]


def _draft(text: str) -> Callable[[ExploredSession], None]:
    def run(session: ExploredSession) -> None:
        with session.lock():
            thread = session.provider.read(THREAD)
            number = len(session.journal.list_letters(_withdrawal(session).id))
            reply = _reply(text, f"<letter-{number}@rivera.example>", thread.messages[0])
            facts = {"to": [DANA.address], "cc": [], "subject": reply.subject,
                     "from": SAM.address, "thread_seen": sorted(thread.message_ids)}  # fmt: skip
            cabinet = FilingCabinet(session.provider, session.journal, session.me, session.clock)
            paper = Paper(kind=Kind.WITHDRAW, reply=reply, thread=thread, facts=facts)
            cabinet.file(_withdrawal(session), paper)

    return run


def _reply(text: str, message_id: str, parent: Message) -> Reply:
    return Reply(
        message_id=message_id, date=NOW, sender=SAM, to=(DANA,), subject="Re: Second round",
        in_reply_to=PARENT, references=(PARENT,), text=text, html="", parent=parent,
        thread_key=THREAD,
    )  # fmt: skip


def _send(session: ExploredSession) -> None:
    provider = session.provider
    assert isinstance(provider, ModelProvider)

    def confirm(offer: offering.Offer) -> bool:
        provider.approved_texts.append(offer.draft.text)
        return True

    order = offering.SendOrder(query=_withdrawal(session).id, confirm=confirm)
    with contextlib.suppress(DeclinedError):
        sending.send(session, order, sending.Sending())


def _status(session: ExploredSession) -> None:
    with session.lock():
        settling.settle(session, _withdrawal(session))


def _settle(session: ExploredSession) -> None:
    """The user tells the truth, and waits until nothing can arrive any more."""
    world = session.run.world
    if any(verb == "send" for verb, _ in world.in_flight):
        return
    was_sent = any(d.by in ("tool", "hand") for d in world.deliveries)
    settling.settle_by_word(session, _withdrawal(session), was_sent=was_sent)


def _show(session: ExploredSession) -> None:
    reviewing.show(session, _withdrawal(session).id)


def _discard(session: ExploredSession) -> None:
    reviewing.discard(session, _withdrawal(session).id)


LETTER = "Dear Dana,\n\nThank you for your time. I withdraw my application.\n\nSam Rivera"
ANOTHER = "Dear Dana,\n\nThank you for the talk. I have decided to withdraw.\n\nSam Rivera"

COMMANDS: dict[str, Callable[[ExploredSession], None]] = {
    "draft one": _draft(LETTER),
    "draft two": _draft(ANOTHER),
    "send": _send,
    "status": _status,
    "settle": _settle,
    "show": _show,
    "discard": _discard,
}
