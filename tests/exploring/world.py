"""A mailbox that may fail in every way a real one does, small enough to be explored whole.

It comes in two kinds. A *service* (Gmail, Graph) sends by one request and files the message
itself, perhaps late. A *relay* (IMAP with SMTP) takes the message, and the tool then files the
copy and clears the draft. Neither offers a precondition on send, and the service, like Gmail, none
on a change or a deletion either: the draft is read again, and then the deed is done, so that a
window stays between the two; what happens inside it is counted, not hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    ThreadNotFoundError,
)
from mailer.model import (
    Address,
    Draft,
    DraftRef,
    Identity,
    Message,
    Reply,
    SendStep,
    Sent,
    SpecialUse,
    Thread,
)
from mailer.provider import Account, Capability, Context, Provider

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)
SAM = Address("Sam Rivera", "sam@rivera.example")
DANA = Address("Dana Ortiz", "dana@northwind.example")
THREAD = "thread-1"
PARENT = "<parent@northwind.example>"
QUOTE = "\n\nOn Mon, Nov 9, 2026, Dana Ortiz wrote:\n\n> See you on Thursday."
EDIT = "\nPS: all the best to the team."
OTHER_ANSWER = "Sure, that is the right phone number, thanks for checking with me again!"

Point = Callable[..., str]
"""Called before each deed with its name and the ways it may end; returns the way chosen."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One draft in the mailbox."""

    key: str
    version: int
    message_id: str
    text: str
    in_reply_to: str = PARENT
    is_of_user: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message that really left."""

    by: str
    """`tool`, `hand` (the draft, sent by the user), `bare` (one that held the quote alone, sent by
    the user) or `other` (another answer of the user's)."""
    message_id: str
    text: str


@dataclass
class World:
    """The whole mailbox, and what must never happen to it."""

    is_relay: bool
    drafts: list[Stored] = field(default_factory=list)
    sent: list[Delivery] = field(default_factory=list)
    hidden: list[Delivery] = field(default_factory=list)
    """Sent, but not yet shown in Sent."""
    deliveries: list[Delivery] = field(default_factory=list)
    in_flight: list[tuple[str, str]] = field(default_factory=list)
    """Requests that were lost on the way and may still arrive: verb and draft key."""
    newer: int = 0
    """How many newer messages of Dana's came."""
    keys: int = 0
    changes: int = 0
    user_texts: set[str] = field(default_factory=set)
    """Texts that the user wrote and that must not vanish."""
    user_removed: bool = False
    """The user deleted the draft, or had it discarded."""
    is_doubled: bool = False
    """A request to save was done twice, or late: two drafts lie there through no fault of ours."""
    is_edited_anew: bool = False
    """The user's program made another draft of an edited one, of which nothing tells whence."""
    window: dict[str, int] = field(default_factory=dict)
    """What happened between the last look and the send, by name."""
    violations: list[str] = field(default_factory=list)

    def state(self) -> tuple[object, ...]:
        """Return all that matters for what comes next, hashable."""
        return (
            tuple(self.drafts), tuple(self.sent), tuple(self.hidden), tuple(self.deliveries),
            tuple(self.in_flight), self.newer, self.keys, frozenset(self.user_texts),
            self.user_removed, self.is_doubled, self.is_edited_anew,
        )  # fmt: skip

    def fresh_key(self) -> str:
        self.keys += 1
        return f"draft-{self.keys}"

    def find(self, ref: DraftRef) -> Stored:
        for stored in self.drafts:
            if stored.key == ref.key:
                return stored
        for stored in self.drafts:
            if ref.message_id and stored.message_id == ref.message_id:
                return stored
        raise DraftNotFoundError("not among the drafts")

    def put(self, stored: Stored) -> None:
        self.drafts = [d for d in self.drafts if d.key != stored.key] + [stored]

    def remove(self, key: str) -> None:
        self.drafts = [d for d in self.drafts if d.key != key]

    # --- what the user does in the mailbox ---

    def user_acts(self) -> list[str]:
        acts = ["newer message"] if not self.newer else []
        if self.drafts:
            acts += ["edit", "delete", "send by hand"]
            acts += ["edit as new"] if self.is_relay else []
        if len(self.drafts) > 1:
            acts += ["edit the older", "delete the older", "send by hand the older"]
        if not any(d.by == "other" for d in self.deliveries):
            acts.append("other answer")
        return acts

    def act(self, name: str) -> None:
        self.changes += 1
        if name == "newer message":
            self.newer += 1
        elif name == "other answer":
            self._leave(Delivery("other", f"<other-{self.changes}@rivera.example>", OTHER_ANSWER))
        else:
            is_older = name.endswith(" the older")
            self._act_on(name.removesuffix(" the older"), self.drafts[0 if is_older else -1])

    def _act_on(self, name: str, draft: Stored) -> None:
        if name == "delete":
            self._forget_text(draft)
            self.user_removed = True
            self.remove(draft.key)
        elif name == "send by hand":
            self._forget_text(draft)
            self.remove(draft.key)
            by = "bare" if draft.text == QUOTE else "hand"
            self._leave(Delivery(by, draft.message_id, draft.text))
        else:
            own, _, quote = draft.text.partition(QUOTE)
            text = f"{own}{EDIT}{QUOTE}{quote}"
            self._forget_text(draft)
            self.user_texts.add(text)
            edited = replace(draft, text=text, version=draft.version + 1, is_of_user=True)
            if name == "edit as new":
                self.is_edited_anew = True
                self.remove(draft.key)
                key = self.fresh_key()
                edited = replace(edited, key=key, message_id=f"<{key}@client.example>")
            self.put(edited)

    def _forget_text(self, draft: Stored) -> None:
        self.user_texts.discard(draft.text)

    def overwrite(self, key: str, ref: DraftRef, window: str) -> None:
        """Let a draft give way; a service without a precondition does not see a late edit."""
        stored = self.find(DraftRef(key=key))
        if str(stored.version) != ref.version:
            self.window[window] = self.window.get(window, 0) + 1
            self._forget_text(stored)

    def _leave(self, delivery: Delivery) -> None:
        self.deliveries.append(delivery)
        self.sent.append(delivery)

    # --- what happens by itself ---

    def events(self) -> list[str]:
        found = [f"show {n}" for n in range(len(self.hidden))][:1]
        return found + [f"arrive {n}" for n in range(len(self.in_flight))][:1]

    def happen(self, event: str) -> None:
        if event.startswith("show"):
            self.sent.append(self.hidden.pop(0))
            return
        verb, what = self.in_flight.pop(0)
        if verb == "send":
            stored = next((d for d in self.drafts if d.key == what), None)
            if stored is not None:
                self.deliver(stored, shown=stored.text, is_late=False)
        elif verb == "save":
            key = self.fresh_key()
            self.put(Stored(key, 1, *what.split("\x1f")))

    # --- what the tool does ---

    def deliver(self, stored: Stored, *, shown: str, is_late: bool) -> None:
        """Let a message leave at the tool's request; a service clears and files by itself."""
        if stored.text != shown:
            self.window["edited in the window"] = self.window.get("edited in the window", 0) + 1
        self._check_at_most_once()
        delivery = Delivery("tool", stored.message_id, stored.text)
        self.deliveries.append(delivery)
        if not self.is_relay:
            self._forget_text(stored)
            self.remove(stored.key)
            (self.hidden if is_late else self.sent).append(delivery)

    def _check_at_most_once(self) -> None:
        if any(d.by == "tool" for d in self.deliveries):
            self.violations.append("the tool sent the letter twice")

    def check_no_text_lost(self) -> None:
        present = {d.text for d in self.drafts} | {d.text for d in self.deliveries}
        if lost := self.user_texts - present:
            self.violations.append(f"a text of the user's was lost: {sorted(lost)[0][:30]!r}")
            self.user_texts -= lost


class ModelProvider(Provider):
    """Speaks to the world; each deed may end in several ways, which `point` chooses."""

    name = "model"
    title = "The model"

    def __init__(
        self, world: World, point: Point, notice: Callable[[object], None] = lambda answer: None
    ) -> None:
        super().__init__(
            Account(name="model", provider="model", address=SAM.address, display_name=SAM.name),
            Context(folder=None, now=lambda: NOW),  # type: ignore[arg-type]
        )
        self.world = world
        self.point = point
        self.notice = notice
        """Takes what the mailbox answered to a look."""
        self.approved_texts: list[str] = []
        """What the user said yes to, newest last."""
        self.saw_by_hand = False
        """The thread, as last read, showed that the user had sent the letter."""
        capabilities = {Capability.SEND}
        if not world.is_relay:
            capabilities.add(Capability.FILES_SENT)
        self.capabilities = frozenset(capabilities)

    # --- reading ---

    def sign_in(self) -> Account:
        return self.account

    def sign_out(self) -> None: ...

    def check(self) -> Sequence[object]:  # type: ignore[override]
        return ()

    def identities(self) -> tuple[Identity, ...]:
        return (Identity(address=SAM, is_default=True),)

    def search(self, search: object) -> tuple[Thread, ...]:
        return (self.read(THREAD),)

    def read(self, thread_key: str) -> Thread:
        self._look("read")
        self.saw_by_hand = any(d.by == "hand" for d in self.world.sent)
        if thread_key != THREAD:
            raise ThreadNotFoundError("no such thread")
        world = self.world
        self.notice(("thread", world.newer, tuple(world.sent), tuple(world.drafts)))
        messages = [_incoming(PARENT, "See you on Thursday.")]
        messages += [_incoming(f"<newer-{n}@x>", "One more thing.") for n in range(world.newer)]
        messages += [_outgoing(d) for d in world.sent]
        messages += [_draft_message(d) for d in world.drafts if d.in_reply_to]
        return Thread(THREAD, tuple(messages))

    def find_sent(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        self._look("find_sent")
        self.notice(("sent", tuple(self.world.sent)))
        return tuple(_outgoing(d) for d in self.world.sent)

    def fetch_draft(self, ref: DraftRef) -> Draft:
        self._look("fetch")
        return _draft(self._find(ref))

    def _find(self, ref: DraftRef) -> Stored:
        try:
            stored = self.world.find(ref)
        except DraftNotFoundError:
            self.notice(("no draft", ref))
            raise
        self.notice(stored)
        return stored

    def _look(self, what: str) -> None:
        if self.point(what, "ok", "fault:down") == "fault:down":
            raise ProviderUnavailableError("out of reach")

    # --- filing ---

    def save_reply(self, reply: Reply, *, replacing: DraftRef | None = None) -> Draft:
        world = self.world
        if replacing is not None:
            self._checked(replacing)
        how = self.point(
            "save", "ok", "fault:down", "fault:lost done", "fault:lost not done",
            *(() if replacing else ("fault:lost late", "fault:twice")),
        )  # fmt: skip
        text = reply.text + QUOTE
        if how == "fault:down":
            raise ProviderUnavailableError("out of reach")
        world.is_doubled |= how in ("fault:lost late", "fault:twice")
        if how == "fault:lost late":
            world.in_flight.append(("save", f"{reply.message_id}\x1f{text}"))
        if how in ("fault:lost late", "fault:lost not done"):
            raise OutcomeUnknownError("lost")
        stored = self._stored(reply, replacing)
        if how == "fault:twice":
            world.put(stored)
            stored = replace(stored, key=world.fresh_key())
        stored = self._in_two_steps(stored)
        self._put(stored, replacing)
        if how == "fault:lost done":
            raise OutcomeUnknownError("lost")
        return _draft(stored)  # read back at once, before the replaced one is deleted

    def _stored(self, reply: Reply, replacing: DraftRef | None) -> Stored:
        text = reply.text + QUOTE
        if replacing is not None and not self.world.is_relay:
            old = self.world.find(replacing)
            return Stored(old.key, old.version + 1, reply.message_id, text)
        return Stored(self.world.fresh_key(), 1, reply.message_id, text)

    def _in_two_steps(self, stored: Stored) -> Stored:
        """A service files a bare reply first and puts the text in after, if it is still that."""
        if self.world.is_relay or any(d.key == stored.key for d in self.world.drafts):
            return stored
        bare = replace(stored, text=QUOTE, message_id=f"<{stored.key}@service.example>")
        self.world.put(bare)
        self.point("patch", "ok")
        bare = self._checked(DraftRef(key=stored.key, version="1"))
        return replace(bare, text=stored.text, version=bare.version + 1)

    def _put(self, stored: Stored, replacing: DraftRef | None) -> None:
        world = self.world
        if replacing is not None and not world.is_relay:
            world.overwrite(stored.key, replacing, "edited in the window before a replacement")
        world.put(stored)
        if replacing is not None and world.is_relay:
            how = self.point("delete replaced", "ok", "fault:down", "fault:lost done")
            try:
                if how != "fault:down":
                    world.remove(self._checked(replacing).key)
            except (DraftChangedError, DraftNotFoundError):
                return
        world.check_no_text_lost()

    def delete_draft(self, ref: DraftRef) -> None:
        stored = self._checked(ref)
        how = self.point("delete", "ok", "fault:down", "fault:lost done", "fault:lost not done")
        if how == "fault:down":
            raise ProviderUnavailableError("out of reach")
        if how != "fault:lost not done":
            if self.world.is_relay:
                self._checked(ref)  # another version is another UID
            self.world.overwrite(stored.key, ref, "edited in the window before a deletion")
            self.world.remove(stored.key)
            self.world.check_no_text_lost()
        if how.startswith("fault:lost"):
            raise OutcomeUnknownError("lost")

    def _checked(self, ref: DraftRef) -> Stored:
        stored = self._find(ref)
        if str(stored.version) != ref.version:
            raise DraftChangedError("edited since")
        return stored

    # --- sending ---

    def send_draft(self, ref: DraftRef, *, note: Callable[[SendStep], None]) -> Sent:
        stored = self._checked(ref)
        if stored.text not in self.approved_texts:
            self.world.violations.append("a text was sent that the user did not approve")
        if self.saw_by_hand:
            self.world.violations.append("the tool sent what the user had sent before it looked")
        note(SendStep.SUBMITTING)
        send = self._relay if self.world.is_relay else self._request
        send(stored, note)
        return Sent(message_id=stored.message_id, sent_at=NOW, thread_key=THREAD)

    def _request(self, read: Stored, note: Callable[[SendStep], None]) -> None:
        world = self.world
        how = self.point(
            "send", "ok", "ok late", "fault:down", "fault:lost done", "fault:lost done late",
            "fault:lost not done", "fault:lost late", "fault:twice",
        )  # fmt: skip
        if how == "fault:down":
            raise ProviderUnavailableError("refused")
        if how == "fault:lost late":
            world.in_flight.append(("send", read.key))
        if how in ("fault:lost not done", "fault:lost late"):
            raise OutcomeUnknownError("lost")
        world.deliver(world.find(DraftRef(key=read.key)), shown=read.text, is_late="late" in how)
        if how == "fault:twice":
            raise DraftNotFoundError("the second of two requests found it gone")
        if how.startswith("fault:lost"):
            raise OutcomeUnknownError("lost")
        note(SendStep.ACCEPTED)

    def _relay(self, read: Stored, note: Callable[[SendStep], None]) -> None:
        world = self.world
        how = self.point("send", "ok", "fault:down", "fault:lost done", "fault:lost not done")
        if how == "fault:down":
            raise ProviderUnavailableError("refused")
        if how == "fault:lost not done":
            raise OutcomeUnknownError("lost")
        if any(d.by == "hand" for d in world.deliveries):
            world.window["sent by hand in the window"] = 1
        world.deliver(read, shown=read.text, is_late=False)
        if how == "fault:lost done":
            raise OutcomeUnknownError("lost")
        note(SendStep.ACCEPTED)
        self._file_and_clear(read, SendStep.ACCEPTED, note)

    def finish_send(
        self, ref: DraftRef, *, done: SendStep, note: Callable[[SendStep], None]
    ) -> None:
        if self.world.is_relay:
            self._file_and_clear(self._checked(ref), done, note)

    def _file_and_clear(
        self, read: Stored, done: SendStep, note: Callable[[SendStep], None]
    ) -> None:
        world = self.world
        if done is SendStep.ACCEPTED:
            if self.point("file", "ok", "fault:down") == "fault:down":
                raise ProviderUnavailableError("out of reach")
            if not any(d.message_id == read.message_id for d in world.sent):
                world.sent.append(Delivery("tool", read.message_id, read.text))
            note(SendStep.FILED)
        if self.point("clear", "ok", "fault:down") == "fault:down":
            raise ProviderUnavailableError("out of reach")
        self._checked(DraftRef(key=read.key, version=str(read.version)))
        world.user_texts.discard(read.text)
        world.remove(read.key)
        world.check_no_text_lost()
        note(SendStep.CLEARED)


def _draft(stored: Stored) -> Draft:
    return Draft(
        key=stored.key,
        version=str(stored.version),
        thread_key=THREAD,
        message_id=stored.message_id,
        sender=SAM,
        to=(DANA,),
        subject="Re: Second round",
        in_reply_to=stored.in_reply_to,
        references=(PARENT,),
        text=stored.text,
        html="",
    )


def _incoming(message_id: str, text: str) -> Message:
    return Message(
        key=message_id, thread_key=THREAD, message_id=message_id, date=NOW, sender=DANA,
        to=(SAM,), subject="Second round", text=text, special_use=SpecialUse.INBOX,
    )  # fmt: skip


def _outgoing(delivery: Delivery) -> Message:
    return Message(
        key=f"sent-{delivery.message_id}", thread_key=THREAD, message_id=delivery.message_id,
        in_reply_to=(PARENT,), references=(PARENT,), date=NOW, sender=SAM, to=(DANA,),
        subject="Re: Second round", text=delivery.text, special_use=SpecialUse.SENT,
    )  # fmt: skip


def _draft_message(stored: Stored) -> Message:
    return Message(
        key=stored.key, thread_key=THREAD, message_id=stored.message_id,
        in_reply_to=(stored.in_reply_to,), references=(PARENT,), date=NOW, sender=SAM,
        to=(DANA,), subject="Re: Second round", text=stored.text, is_draft=True,
        special_use=SpecialUse.DRAFTS,
    )  # fmt: skip
