"""`remind check` on a real Dovecot, on the Graph server and on myworld's Gmail, in virtual time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from itertools import count
from pathlib import Path

import pytest

from mailer.drafting import draft
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Kind, Reason, Search, SpecialUse, Wish
from mailer.offering import SendOrder
from mailer.orders import Order
from mailer.provider import Provider
from mailer.records import read_record
from mailer.sending import Sending, send
from mailer.session import Session
from mailer.settings import Places, Settings
from mailer.watching import AccountCheck, check_account, check_withdrawal

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("dovecot")]

START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DANA = "Dana Ortiz <dana@northwind.example>"
RAE = "Rae Lin <rae.lin@northwind.example>"
SUBJECT = "Data Engineer at Northwind: a first interview"
_NUMBERS = count(1)


@dataclass
class Street:
    """One account on one server: the same few verbs for each service."""

    provider: Provider
    now: Callable[[], datetime]
    wait: Callable[[timedelta], None]
    put: Callable[[bytes, str], None]
    """Delivers a message; the thread's key is for services that thread by hand."""
    most_requests: int
    """That a look at a mailbox in which nothing happened may take."""


@dataclass
class _Clock:
    moment: datetime = START

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, span: timedelta) -> None:
        self.moment += span


def imap_street(stack: ExitStack, folder: Path) -> Street:
    from servers.imap_account import ADDRESS, PASSWORD, memory_keyring, open_account, sign_in
    from servers.mailstack import MailStack

    clock = _Clock()
    server = stack.enter_context(MailStack({ADDRESS: PASSWORD}))
    stack.enter_context(memory_keyring())
    provider = sign_in(open_account(server, folder / "account", now=clock))
    stack.callback(provider.close)
    return Street(provider, clock, clock.wait, lambda raw, _: server.deliver(ADDRESS, raw), 12)


def outlook_street(stack: ExitStack, folder: Path) -> Street:
    from servers.outlook_account import checked_server, signed_in

    clock = _Clock()
    server = stack.enter_context(checked_server())
    server.box.now = clock
    provider = stack.enter_context(signed_in(server, folder, now=clock))
    return Street(provider, clock, clock.wait, lambda raw, _: server.box.deliver(raw), 2)


def gmail_street(stack: ExitStack, folder: Path) -> Street:
    from servers.gmail_account import signed_in
    from servers.gmail_world import GmailWorld, missing

    if why := missing():
        pytest.skip(why)
    world = stack.enter_context(GmailWorld())
    provider = stack.enter_context(signed_in(world, folder / "account"))
    return Street(
        provider,
        world.now,
        lambda span: world.advance(int(span.total_seconds())),
        lambda raw, thread: world.insert(raw, thread),
        2,
    )


STREETS = {"imap": imap_street, "outlook": outlook_street, "gmail": gmail_street}


class Desk:
    """A process in the mailbox, its letter sent, and the session that watches it."""

    def __init__(self, street: Street, folder: Path) -> None:
        self.street = street
        places = Places(folder / "config.toml", folder / "data", folder / "templates")
        values = {"reminders.country": "DE", "reminders.quiet": ""}
        account = street.provider.account
        self.session = Session(Settings(values=values), places, account, clock=street.now)
        self.session.__dict__["provider"] = street.provider
        self.me = account.address

    def arrives(
        self,
        text: str,
        *,
        sender: str = DANA,
        subject: str = f"Re: {SUBJECT}",
        answers: LetterRecord | None = None,
        late: timedelta = timedelta(),
        **headers: str,
    ) -> None:
        """Let a message come in, dated `late` ago."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = sender, self.me, subject
        message["Date"] = format_datetime(self.street.now() - late)
        message["Message-ID"] = f"<{next(_NUMBERS)}.in@northwind.example>"
        if answers is not None:
            message["In-Reply-To"] = message["References"] = answers.sent_message_id
        for name, value in headers.items():
            message[name.replace("_", "-")] = value
        message.set_content(text)
        thread = answers.ref.thread_key if answers is not None else ""
        self.street.put(message.as_bytes().replace(b"\n", b"\r\n"), thread)

    def withdraw(self, *, has_recruiter: bool = False) -> tuple[Withdrawal, LetterRecord]:
        if has_recruiter:
            self.arrives(
                "Hi Alex,\n\nyour application has reached us. Dana will write to you about an "
                "interview.\n\nRae Lin\nSenior Recruiter, Northwind",
                sender=RAE,
                subject="Data Engineer at Northwind: your application",
            )
        self.arrives(
            "Hi Alex,\n\nthank you for applying for the Data Engineer role in my team at "
            "Northwind, you would report to me. Could we have the first interview on Tuesday?\n\n"
            "Dana Ortiz\nHead of Data, Northwind",
            subject=SUBJECT,
        )
        self.street.wait(timedelta(hours=2))
        order = Order(query="northwind", wish=Wish(reason=Reason.ACCEPTED_OFFER, by_mail=True))
        drafted = draft(self.session, order)
        assert drafted.withdrawal is not None
        send(
            self.session,
            SendOrder(query=drafted.withdrawal.id, fingerprints=(), confirm=lambda _: True),
            Sending(),
        )
        self.street.wait(timedelta(hours=1))
        return self.session.journal.withdrawal(drafted.withdrawal.id), self.letter(Kind.WITHDRAW)

    def letter(self, kind: Kind) -> LetterRecord:
        (withdrawal,) = self.session.journal.list_withdrawals()
        return self.session.journal.list_letters(withdrawal.id, kind)[-1]

    def check(self) -> AccountCheck:
        return check_account(self.session)

    def answers(self) -> list[tuple[str, dict]]:
        (withdrawal,) = self.session.journal.list_withdrawals()
        return [(a.kind, dict(a.facts)) for a in self.session.journal.list_answers(withdrawal.id)]

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.answers()]

    def state(self) -> str:
        (withdrawal,) = self.session.journal.list_withdrawals()
        return read_record(self.session.journal, withdrawal).state(self.street.now())

    def drafts(self) -> list[object]:
        found = self.street.provider.search(Search(participants=("northwind.example",)))
        keys = [thread.key for thread in found]
        threads = self.street.provider.read_many(keys)
        return [m for t in threads for m in t.messages if m.special_use is SpecialUse.DRAFTS]


@pytest.fixture(params=STREETS)
def desk(request: pytest.FixtureRequest, tmp_path: Path, wants) -> Iterator[Desk]:  # noqa: ANN001
    if request.param == "imap":
        wants("doveadm", "dovecot-imapd, dovecot-submissiond and dovecot-lmtpd")
    with ExitStack() as stack:
        yield Desk(STREETS[request.param](stack, tmp_path), tmp_path)


def test_from_the_letter_over_an_absence_note_and_a_follow_up_to_the_answer(desk: Desk) -> None:
    _, letter = desk.withdraw()
    assert letter.state is LetterState.SENT
    assert desk.check().events == ()
    assert desk.answers() == []

    desk.street.wait(timedelta(hours=4))
    assert desk.check().requests <= desk.street.most_requests  # nothing happened

    desk.arrives(
        "I am out of the office until Monday. Please contact Rae Lin.",
        subject=f"Automatic reply: {SUBJECT}",
        answers=letter,
        Auto_Submitted="auto-replied",
    )
    desk.street.wait(timedelta(hours=4))
    desk.check()
    assert desk.kinds() == ["auto-reply"]
    assert desk.state() == "sent"

    desk.street.wait(timedelta(days=6))
    first, again = desk.check(), desk.check()
    assert [event.what for event in first.events] == ["follow_up"]
    assert again.events == ()
    follow_up = desk.letter(Kind.FOLLOW_UP)
    assert follow_up.state is LetterState.DRAFTED
    assert follow_up.ref.thread_key == letter.ref.thread_key
    (in_mailbox,) = desk.drafts()
    assert in_mailbox.thread_key == letter.ref.thread_key

    desk.arrives(  # written before the follow-up was drafted, delivered only now
        "Hi Alex, sorry to hear that. Could we have a short call?", answers=letter,
        late=timedelta(hours=30),
    )  # fmt: skip
    desk.check()
    assert desk.answers()[-1] == ("person", {"letter": "withdraw", "asks": ["call"]})
    assert desk.state() == "answered"
    assert desk.check().events == ()


def test_a_bounce_names_the_dead_address_and_who_else_could_get_it(desk: Desk) -> None:
    """Myworld knows Dana alone, and bounces what goes to Rae by itself."""
    desk.withdraw(has_recruiter=True)
    dead, other = "dana@northwind.example", "rae.lin@northwind.example"
    if desk.street.provider.name == "gmail":
        dead, other = other, dead
    else:
        desk.arrives(
            f"The mail system could not deliver your message to {dead}: 550 5.1.1 User unknown.",
            sender="Mail Delivery System <mailer-daemon@mx.example.test>",
            subject="Undelivered Mail Returned to Sender",
            X_Failed_Recipients=dead,
            Auto_Submitted="auto-replied",
        )

    desk.check()

    ((kind, facts),) = desk.answers()
    assert kind == "bounce"
    assert facts["dead"] == [dead]
    assert any(other in named for named in [*facts["others"], *facts["reached"]])
    if dead.startswith("dana"):  # nobody in To got it: to follow it up is no use
        desk.street.wait(timedelta(days=6))
        assert [event.what for event in desk.check().events] == ["no_follow_up"]
        assert desk.drafts() == []


def test_one_withdrawal_can_be_checked_again_and_again(desk: Desk) -> None:
    withdrawal, letter = desk.withdraw()
    desk.street.wait(timedelta(hours=1))
    desk.arrives("Thank you for telling us, Alex.", answers=letter)

    first = check_withdrawal(desk.session, withdrawal.id)
    second = check_withdrawal(desk.session, withdrawal.id)

    assert first.requests <= (80 if desk.street.provider.name == "imap" else 12)  # IMAP: commands
    assert second.requests == 0  # the loop is closed
    assert desk.kinds() == ["person"]
