"""What goes wrong between the IMAP provider and its servers: never two sends, never a lost text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from servers.cutting_proxy import CuttingProxy
from servers.imap_account import (
    ADDRESS,
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
    DraftNotFoundError,
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
)
from mailer.model import Address, Draft, Reply, Search, SendStep
from mailer.testing.builders import make_reply
from providers.imap import ImapProvider, connection

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("dovecot")]

FIRST = "<1@northwind.example>"


@pytest.fixture
def provider(
    stack: MailStack, imap: CuttingProxy, smtp: CuttingProxy, tmp_path: Path
) -> Iterator[ImapProvider]:
    empty(stack)
    put(stack, "INBOX", make_mail(message_id=FIRST))
    with memory_keyring():
        opened = sign_in(
            open_account(
                stack,
                tmp_path / "account",
                **{"imap-host": f"127.0.0.1:{imap.port}", "smtp-host": f"127.0.0.1:{smtp.port}"},
            )
        )
        imap.writes.clear()
        smtp.writes.clear()
        yield opened
        opened.close()


def reply_to_first(provider: ImapProvider, **fields: object) -> Reply:
    thread = provider.read(FIRST)
    return make_reply(to=thread.messages[0], sender=Address("Alex Rivera", ADDRESS), **fields)


def count_writes(proxy: CuttingProxy, act: Callable[[], object]) -> int:
    before = len(proxy.writes)
    act()
    return len(proxy.writes) - before


def drafts(stack: MailStack) -> list[bytes]:
    return [m[b"BODY[]"] for m in listing(stack, "Drafts").values()]


def test_a_read_that_is_cut_anywhere_is_read_again(
    provider: ImapProvider, imap: CuttingProxy
) -> None:
    provider.close()
    writes = count_writes(imap, lambda: provider.read(FIRST))
    for loses_answer in (False, True):
        for number in range(1, writes + 1):
            provider.close()
            imap.loses_answer = loses_answer
            imap.cut_at = len(imap.writes) + number

            assert provider.read(FIRST).messages[0].message_id == FIRST

    assert imap.cuts >= writes


@pytest.mark.parametrize("loses_answer", [False, True])
def test_saving_that_is_cut_anywhere_leaves_one_draft_or_says_so(
    provider: ImapProvider, stack: MailStack, imap: CuttingProxy, loses_answer: bool
) -> None:
    first = reply_to_first(provider)
    writes = count_writes(imap, lambda: provider.save_reply(first))
    for number in range(1, writes + 1):
        reply = reply_to_first(provider, message_id=f"<cut-{number}@example.test>")
        imap.loses_answer, imap.cut_at = loses_answer, len(imap.writes) + number
        is_said_to_be_stored = False
        try:
            is_said_to_be_stored = bool(provider.save_reply(reply))
        except OutcomeUnknownError:
            is_said_to_be_stored = True
        except ProviderUnavailableError as error:
            is_said_to_be_stored = "Nothing was stored" not in error.message
        imap.cut_at = 0
        stored = [raw for raw in drafts(stack) if reply.message_id.encode() in raw]
        assert len(stored) == is_said_to_be_stored


@pytest.mark.parametrize("loses_answer", [False, True])
def test_replacing_that_is_cut_anywhere_never_loses_both_texts(
    provider: ImapProvider, stack: MailStack, imap: CuttingProxy, loses_answer: bool
) -> None:
    draft = provider.save_reply(reply_to_first(provider))
    second = reply_to_first(provider, text="Second text")
    writes = count_writes(imap, lambda: provider.save_reply(second, replacing=draft.ref))
    for number in range(1, writes + 1):
        with other_client(stack) as client:
            client.select_folder("Drafts")
            client.delete_messages(client.search(), silent=True)
            client.expunge()
        draft = provider.save_reply(reply_to_first(provider, text="First text"))
        reply = reply_to_first(provider, text="Second text")
        imap.loses_answer, imap.cut_at = loses_answer, len(imap.writes) + number
        try:
            provider.save_reply(reply, replacing=draft.ref)
            is_done = True
        except MailerError:
            is_done = False
        imap.cut_at = 0
        texts = [b"Second text" in raw for raw in drafts(stack)]
        assert any(texts) if is_done else texts
        assert len(texts) <= 2


def test_an_append_whose_answer_is_lost_is_found_again(
    provider: ImapProvider, stack: MailStack, imap: CuttingProxy
) -> None:
    reply = reply_to_first(provider)
    imap.loses_answer, imap.cut_after = True, rb"Content-Type: multipart"

    draft = provider.save_reply(reply)

    assert imap.cuts == 1
    assert draft.message_id == reply.message_id
    assert len(drafts(stack)) == 1


def test_an_append_whose_answer_is_lost_for_good_is_unknown(
    provider: ImapProvider, imap: CuttingProxy
) -> None:
    reply = reply_to_first(provider)
    imap.loses_answer, imap.stays_gone = True, True
    imap.cut_after = rb"Content-Type: multipart"

    with pytest.raises(OutcomeUnknownError):
        provider.save_reply(reply)


def send_after_cut(
    provider: ImapProvider, draft: Draft
) -> tuple[list[SendStep], MailerError | None]:
    steps: list[SendStep] = []
    try:
        provider.send_draft(draft.ref, note=steps.append)
    except MailerError as error:
        return steps, error
    return steps, None


@pytest.mark.parametrize("loses_answer", [False, True])
def test_a_send_that_is_cut_at_any_smtp_step_goes_out_once_at_most(
    provider: ImapProvider, stack: MailStack, smtp: CuttingProxy, loses_answer: bool
) -> None:
    draft = provider.save_reply(reply_to_first(provider))
    writes = count_writes(smtp, lambda: send_after_cut(provider, draft))
    unknown = 0
    for number in range(1, writes + 1):
        stack.relay.taken.clear()
        draft = provider.save_reply(reply_to_first(provider))
        smtp.loses_answer, smtp.cut_at = loses_answer, len(smtp.writes) + number
        steps, error = send_after_cut(provider, draft)
        smtp.cut_at = 0
        went_out = len(stack.relay.taken)
        assert went_out <= 1
        if error is None:
            assert went_out == 1
            assert steps == list(SendStep)
        elif isinstance(error, OutcomeUnknownError):
            unknown += 1
            assert steps == [SendStep.SUBMITTING]
        else:
            assert not went_out
            assert "Nothing was sent" in error.message
            assert provider.fetch_draft(draft.ref) == draft
    assert unknown >= 1


@pytest.mark.parametrize("loses_answer", [False, True])
def test_a_send_that_is_cut_at_any_imap_step_is_finished_later_without_a_second_send(
    provider: ImapProvider, stack: MailStack, imap: CuttingProxy, loses_answer: bool
) -> None:
    draft = provider.save_reply(reply_to_first(provider))
    writes = count_writes(imap, lambda: send_after_cut(provider, draft))
    for number in range(1, writes + 1):
        stack.relay.taken.clear()
        reply = reply_to_first(provider)
        draft = provider.save_reply(reply)
        imap.loses_answer, imap.cut_at = loses_answer, len(imap.writes) + number
        steps, error = send_after_cut(provider, draft)
        imap.cut_at = 0
        if SendStep.ACCEPTED not in steps:
            assert error is not None
            assert not stack.relay.taken
            continue
        provider.finish_send(draft.ref, done=steps[-1], note=steps.append)
        provider.finish_send(draft.ref, done=SendStep.ACCEPTED, note=steps.append)
        assert len(stack.relay.taken) == 1
        copies = [
            m for m in listing(stack, "Sent").values() if reply.message_id.encode() in m[b"BODY[]"]
        ]
        assert len(copies) == 1
        assert not drafts(stack)


def test_a_server_that_is_gone_for_a_while_is_said_and_found_again(
    provider: ImapProvider, stack: MailStack
) -> None:
    provider.read(FIRST)
    provider.close()
    stack.stop()
    try:
        with pytest.raises(ProviderUnavailableError, match="Nothing was stored or sent"):
            provider.read(FIRST)
    finally:
        stack.start()
    assert provider.read(FIRST).messages


def test_bye_in_the_middle_is_a_new_connection(provider: ImapProvider, imap: CuttingProxy) -> None:
    provider.read(FIRST)
    imap.answers[rb"UID SEARCH"] = b"* BYE Session timed out\r\n"

    assert provider.read(FIRST).messages
    assert not imap.answers


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"TAG NO [OVERQUOTA] Mailbox is full\r\n", "full"),
        (b"TAG NO [NOPERM] Read only\r\n", "permit"),
        (b"TAG BAD Syntax\r\n", "BAD"),
    ],
)
def test_a_refused_append_stores_nothing_and_says_so(
    provider: ImapProvider, stack: MailStack, imap: CuttingProxy, answer: bytes, words: str
) -> None:
    reply = reply_to_first(provider)
    imap.answers[rb"APPEND"] = answer

    with pytest.raises(RefusedError, match=words) as caught:
        provider.save_reply(reply)

    assert "Nothing was stored" in caught.value.message
    assert not drafts(stack)


def test_a_server_that_knows_no_utf8_is_asked_in_ascii(
    provider: ImapProvider, stack: MailStack, imap: CuttingProxy
) -> None:
    put(stack, "INBOX", make_mail("Grüße aus Köln", message_id="<2@x>", subject="Termin"))
    put(stack, "INBOX", make_mail("Grusse aus Kiel", message_id="<3@x>", subject="Termin"))
    provider.read(FIRST)
    for mailbox in range(6):
        imap.answers[rb"CHARSET UTF-8" + b"()" * mailbox] = b"TAG NO [BADCHARSET] no\r\n"

    threads = provider.search(Search(phrases=("termin köln",)))

    assert [t.key for t in threads] == ["<2@x>"]


def test_without_uidplus_the_draft_is_found_by_its_id_and_nobody_elses_mail_is_expunged(
    provider: ImapProvider, stack: MailStack, imap: CuttingProxy
) -> None:
    put(stack, "Drafts", make_mail("Mine", message_id="<mine@x>"), (b"\\Deleted",))
    imap.rewrites += [(rb"\[APPENDUID[^]]*\] ", b""), (rb"UIDPLUS ", b"")]
    provider.close()
    reply = reply_to_first(provider)

    draft = provider.save_reply(reply)
    provider.delete_draft(draft.ref)

    with pytest.raises(DraftNotFoundError):
        provider.fetch_draft(draft.ref)
    with other_client(stack) as client:
        client.select_folder("Drafts")
        assert len(client.search()) == 2


def test_old_servers_without_threads_and_ranges_give_the_same_thread(
    provider: ImapProvider, stack: MailStack, imap: CuttingProxy
) -> None:
    answer = make_mail("Yes", message_id="<2@example.test>", In_Reply_To=FIRST, sender=ADDRESS)
    put(stack, "Sent", answer)
    put(stack, "INBOX", make_mail("?", message_id="<3@x>", In_Reply_To="<2@example.test>"))
    imap.rewrites += [
        (rb"THREAD=\w+ ", b""),
        (rb"ESEARCH ", b""),
        (rb"LITERAL\+ ?", b""),
        (rb"SPECIAL-USE ?", b""),
        (rb" ?\\\\(Sent|Drafts|Archive|Trash|Junk)", b""),
    ]
    provider.close()

    (thread,) = provider.search(Search(phrases=("invite",)))

    assert [m.message_id for m in thread.messages] == [FIRST, "<2@example.test>", "<3@x>"]


def test_a_mailbox_made_anew_leaves_no_draft_behind_the_old_key(
    provider: ImapProvider, stack: MailStack
) -> None:
    draft = provider.save_reply(reply_to_first(provider))
    ((_, found),) = listing(stack, "Drafts").items()
    with other_client(stack) as client:
        client.delete_folder("Drafts")
        client.create_folder("Drafts")
        client.append("Drafts", make_mail("Another one", message_id="<other@x>"), (b"\\Draft",))
        client.append("Drafts", found[b"BODY[]"], (b"\\Draft",))

    again = provider.fetch_draft(draft.ref)

    assert again.message_id == draft.message_id
    assert again.version != draft.version
    assert again.fingerprint == draft.fingerprint


def test_messages_that_another_client_deletes_meanwhile_are_left_out(
    provider: ImapProvider, stack: MailStack
) -> None:
    put(stack, "INBOX", make_mail("More", message_id="<2@x>", In_Reply_To=FIRST))
    provider.search(Search(phrases=("invite",)))
    with other_client(stack) as client:
        client.select_folder("INBOX")
        client.delete_messages(client.search(["HEADER", "Message-ID", "<2@x>"]))
        client.expunge()

    assert [m.message_id for m in provider.read(FIRST).messages] == [FIRST]


def test_a_slow_server_is_given_up(
    provider: ImapProvider, imap: CuttingProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "READ_SECONDS", 0.2)
    imap.delay = 0.5

    with pytest.raises(ProviderUnavailableError, match="in time"):
        provider.read(FIRST)


def test_a_busy_server_is_no_wrong_password(provider: ImapProvider, imap: CuttingProxy) -> None:
    provider.close()
    imap.answers[rb"LOGIN"] = b"TAG NO [UNAVAILABLE] try later\r\n"

    with pytest.raises(ProviderUnavailableError, match="busy"):
        provider.read(FIRST)


def test_a_wrong_password_is_said(provider: ImapProvider, imap: CuttingProxy) -> None:
    provider.close()
    imap.answers[rb"LOGIN"] = b"TAG NO [AUTHENTICATIONFAILED] no\r\n"

    with pytest.raises(SignInError, match="refused"):
        provider.read(FIRST)


def test_a_message_refused_after_its_data_is_not_sent(
    provider: ImapProvider, stack: MailStack
) -> None:
    draft = provider.save_reply(reply_to_first(provider))
    stack.relay.fail_next = "552 5.3.4 too big"

    with pytest.raises(RefusedError, match="Nothing was sent"):
        provider.send_draft(draft.ref, note=lambda step: None)

    assert provider.fetch_draft(draft.ref) == draft
    assert not stack.relay.taken


def test_an_answer_to_the_message_that_says_nothing_leaves_doubt(
    provider: ImapProvider, stack: MailStack, smtp: CuttingProxy
) -> None:
    draft = provider.save_reply(reply_to_first(provider))
    smtp.answers[rb"Content-Type: multipart"] = b"what?\r\n"

    with pytest.raises(OutcomeUnknownError):
        provider.send_draft(draft.ref, note=lambda step: None)


def test_a_draft_edited_during_the_send_is_kept(provider: ImapProvider, stack: MailStack) -> None:
    reply = reply_to_first(provider)
    draft = provider.save_reply(reply)

    def edit_elsewhere(step: SendStep) -> None:
        if step is SendStep.ACCEPTED:
            ((uid, found),) = listing(stack, "Drafts").items()
            with other_client(stack) as client:
                edited = found[b"BODY[]"].replace(b"withdraw", b"stay")
                client.append("Drafts", edited, (b"\\Draft",))
                client.select_folder("Drafts")
                client.delete_messages([uid])
                client.expunge([uid])

    provider.send_draft(draft.ref, note=edit_elsewhere)

    assert len(drafts(stack)) == 1
    assert b"stay" in drafts(stack)[0]
    assert replace(draft, text="").message_id == reply.message_id
