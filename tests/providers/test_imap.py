"""The IMAP provider on a real Dovecot: reading, drafts, sending."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from servers.imap_account import (
    ADDRESS,
    NOW,
    RECRUITER,
    empty,
    listing,
    make_mail,
    memory_keyring,
    open_account,
    other_client,
    put,
    sign_in,
)
from servers.mailstack import MailStack

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    RefusedError,
    ThreadNotFoundError,
)
from mailer.model import Address, DraftRef, Search, SendStep, SpecialUse
from mailer.parsing import parse_message
from mailer.testing.builders import make_reply
from providers.imap import ImapProvider

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("dovecot")]

FIRST = "<1@northwind.example>"
SECOND = "<2@example.test>"
THIRD = "<3@northwind.example>"


@pytest.fixture
def provider(stack: MailStack, tmp_path: Path) -> Iterator[ImapProvider]:
    empty(stack)
    with memory_keyring():
        opened = sign_in(open_account(stack, tmp_path / "account"))
        yield opened
        opened.close()


def fill(stack: MailStack) -> None:
    put(stack, "INBOX", make_mail(message_id=FIRST))
    put(
        stack,
        "Sent",
        make_mail(
            "Thank you, I will come.",
            message_id=SECOND,
            sender=f"Alex Rivera <{ADDRESS}>",
            to=RECRUITER,
            In_Reply_To=FIRST,
            References=FIRST,
            date=datetime(2026, 11, 11, 9, 0, tzinfo=UTC),
        ),
        (b"\\Seen",),
    )
    put(
        stack,
        "Archive",
        make_mail(
            "See you then, Zoë",
            message_id=THIRD,
            In_Reply_To=SECOND,
            References=f"{FIRST} {SECOND}",
            date=datetime(2026, 11, 12, 9, 0, tzinfo=UTC),
        ),
    )
    put(stack, "INBOX", make_mail("Buy shoes", message_id="<noise@x>", subject="Sale"))


def test_a_thread_is_put_together_from_all_mailboxes(
    provider: ImapProvider, stack: MailStack
) -> None:
    fill(stack)

    threads = provider.search(Search(phrases=("zoë",)))

    assert [t.key for t in threads] == [FIRST]
    assert [m.message_id for m in threads[0].messages] == [FIRST, SECOND, THIRD]
    assert [m.special_use for m in threads[0].messages] == [
        SpecialUse.INBOX,
        SpecialUse.SENT,
        SpecialUse.ARCHIVE,
    ]
    whole = provider.read(FIRST)
    assert whole.is_whole
    assert "Zoë" in (whole.messages[2].text or "")


def test_reading_marks_nothing(provider: ImapProvider, stack: MailStack) -> None:
    fill(stack)
    before = {uid: m[b"FLAGS"] for uid, m in listing(stack, "INBOX").items()}

    provider.read(provider.search(Search(phrases=("invite",)))[0].key)

    after = {uid: m[b"FLAGS"] for uid, m in listing(stack, "INBOX").items()}
    assert {u: set(f) - {b"\\Recent"} for u, f in after.items()} == {
        u: set(f) - {b"\\Recent"} for u, f in before.items()
    }
    assert not any(b"\\Seen" in flags for flags in after.values())


def test_a_draft_is_sent_once_filed_and_cleared(provider: ImapProvider, stack: MailStack) -> None:
    fill(stack)
    thread = provider.read(FIRST)
    reply = make_reply(
        to=thread.messages[2],
        sender=Address("Alex Rivera", ADDRESS),
        cc=(Address("Zoë", "zoe@northwind.example"),),
        bcc=(Address("", "me@elsewhere.example"),),
    )
    draft = provider.save_reply(reply)
    assert provider.fetch_draft(draft.ref) == draft
    assert {b"\\Draft", b"\\Seen"} <= set(next(iter(listing(stack, "Drafts").values()))[b"FLAGS"])
    steps: list[SendStep] = []

    sent = provider.send_draft(draft.ref, note=steps.append)

    assert steps == list(SendStep)
    assert sent.message_id == reply.message_id
    (taken,) = stack.relay.taken
    assert set(taken.recipients) == {
        RECRUITER,
        "zoe@northwind.example",
        "me@elsewhere.example",
    }
    assert b"bcc" not in taken.content.lower().split(b"\r\n\r\n")[0]
    assert not listing(stack, "Drafts")
    assert sum(reply.message_id.encode() in m[b"BODY[]"] for m in listing(stack, "Sent").values())
    found = provider.find_sent([THIRD], draft.date or datetime.now(UTC) - timedelta(days=1))
    assert [m.message_id for m in found] == [reply.message_id]


def test_what_a_mail_program_noted_in_the_draft_goes_to_nobody(
    provider: ImapProvider, stack: MailStack
) -> None:
    notes = (
        b"FCC: imap://alex%40example.test@mail.example.test/Sent\r\nX-Identity-Key: id1\r\n"
        b"X-Mozilla-Draft-Info: internal/draft; vcard=0;\r\n receipt=0\r\n"
        b"Bcc: me@elsewhere.example\r\n"
    )
    letter = make_mail(
        "I withdraw.", message_id="<d@example.test>", sender=ADDRESS, to=RECRUITER, date=NOW
    )
    put(stack, "Drafts", notes + letter, (b"\\Draft",))
    draft = provider.fetch_draft(DraftRef(key="", message_id="<d@example.test>"))

    provider.send_draft(draft.ref, note=lambda step: None)

    (taken,) = stack.relay.taken
    assert taken.content.endswith(letter)
    assert not re.search(rb"(?im)^(fcc|x-|bcc)", taken.content.partition(b"\r\n\r\n")[0])
    assert taken.recipients == (RECRUITER, "me@elsewhere.example")


def test_a_draft_of_last_week_is_sent_with_the_date_of_today(
    provider: ImapProvider, stack: MailStack
) -> None:
    fill(stack)
    last_week = NOW - timedelta(days=7)
    parent = provider.read(FIRST).messages[2]
    reply = make_reply(to=parent, sender=Address("Alex Rivera", ADDRESS), date=last_week)
    draft = provider.save_reply(reply)
    assert draft.date == last_week

    provider.send_draft(draft.ref, note=lambda step: None)

    (taken,) = stack.relay.taken
    (copy,) = provider.find_sent([reply.message_id], NOW)
    assert parse_message(taken.content, key="").date == copy.date == NOW
    assert copy.message_id == reply.message_id
    assert not listing(stack, "Drafts")


def test_a_refused_recipient_stops_everything(provider: ImapProvider, stack: MailStack) -> None:
    fill(stack)
    thread = provider.read(FIRST)
    reply = make_reply(
        to=thread.messages[2],
        sender=Address("Alex Rivera", ADDRESS),
        cc=(Address("", "bounce@northwind.example"),),
    )
    draft = provider.save_reply(reply)

    with pytest.raises(RefusedError, match=r"bounce@northwind\.example"):
        provider.send_draft(draft.ref, note=lambda step: None)

    assert not stack.relay.taken
    assert provider.fetch_draft(draft.ref) == draft


def test_a_draft_edited_elsewhere_is_neither_replaced_nor_sent_nor_deleted(
    provider: ImapProvider, stack: MailStack
) -> None:
    fill(stack)
    thread = provider.read(FIRST)
    reply = make_reply(to=thread.messages[2], sender=Address("Alex Rivera", ADDRESS))
    draft = provider.save_reply(reply)
    ((uid, found),) = listing(stack, "Drafts").items()
    put(stack, "Drafts", found[b"BODY[]"].replace(b"withdraw", b"stay with"), (b"\\Draft",))
    with other_client(stack) as client:
        client.select_folder("Drafts")
        client.delete_messages([uid])
        client.expunge([uid])

    with pytest.raises(DraftChangedError):
        provider.save_reply(replace(reply, message_id="<new@x>"), replacing=draft.ref)
    with pytest.raises(DraftChangedError):
        provider.send_draft(draft.ref, note=lambda step: None)
    with pytest.raises(DraftChangedError):
        provider.delete_draft(draft.ref)
    edited = provider.fetch_draft(draft.ref)
    assert "stay with" in edited.text
    provider.delete_draft(edited.ref)
    with pytest.raises(DraftNotFoundError):
        provider.fetch_draft(draft.ref)


@pytest.mark.parametrize("field", ["X-None: 1", "Message-ID: <two words@x>", "Message-ID: 1@x"])
def test_a_message_without_a_right_id_is_read_all_the_same(
    provider: ImapProvider, stack: MailStack, field: str
) -> None:
    odd = make_mail("Please come, Zoë", message_id="<id@x>")
    put(stack, "INBOX", odd.replace(b"Message-ID: <id@x>", field.encode()))
    (thread,) = provider.search(Search(phrases=("zoë",)))
    put(stack, "Archive", make_mail(message_id=FIRST))  # what the search found is no longer all

    (message,) = provider.read(thread.key).messages

    assert message.text is not None


def test_a_thread_that_is_gone_is_said(provider: ImapProvider) -> None:
    with pytest.raises(ThreadNotFoundError):
        provider.read("<nowhere@x>")
