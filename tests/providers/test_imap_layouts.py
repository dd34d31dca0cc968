"""The IMAP provider on the layouts, sign-ins and certificates that servers come with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.cutting_proxy import CuttingProxy
from servers.imap_account import (
    ADDRESS,
    PASSWORD,
    Person,
    listing,
    make_mail,
    memory_keyring,
    open_account,
    other_client,
    put,
    sign_in,
)
from servers.mailstack import MailStack
from servers.smtp_server import SmtpServer
from servers.token_server import TokenServer

from mailer.errors import (
    MailerError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
)
from mailer.model import Address, SendStep
from mailer.testing.builders import make_reply
from providers._secrets import Secrets
from providers.imap import ImapProvider

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("dovecot")]

FIRST = "<1@northwind.example>"
SAM = Address("Alex Rivera", ADDRESS)

GERMAN = {"[Gmail]/Entwürfe": "\\Drafts", "[Gmail]/Gesendet": "\\Sent"}
BY_NAME = {"INBOX.Entwürfe": "", "INBOX.Gesendete Objekte": "", "INBOX.Papierkorb": ""}
LAYOUTS = {
    "slash": (MailStack({ADDRESS: PASSWORD}), "Drafts", "Sent"),
    "prefix": (MailStack({ADDRESS: PASSWORD}, separator=".", prefix="INBOX."), None, None),
    "flags": (MailStack({ADDRESS: PASSWORD}, mailboxes=GERMAN), *GERMAN),
    "names": (
        MailStack(
            {ADDRESS: PASSWORD},
            separator=".",
            prefix="INBOX.",
            mailboxes={name.removeprefix("INBOX."): use for name, use in BY_NAME.items()},
        ),
        "INBOX.Entwürfe",
        "INBOX.Gesendete Objekte",
    ),
    "none": (MailStack({ADDRESS: PASSWORD}, mailboxes={}), "Drafts", "Sent"),
}


@pytest.fixture(autouse=True)
def _keyring() -> Iterator[None]:
    with memory_keyring():
        yield


def draft_and_send(provider: ImapProvider) -> str:
    thread = provider.read(FIRST)
    reply = make_reply(to=thread.messages[0], sender=SAM)
    draft = provider.save_reply(reply)
    steps: list[SendStep] = []
    provider.send_draft(draft.ref, note=steps.append)
    assert steps[-1] is SendStep.CLEARED
    return reply.message_id


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_drafts_and_copies_go_where_other_programs_look(layout: str, tmp_path: Path) -> None:
    stack, drafts, sent = LAYOUTS[layout]
    drafts = drafts or "INBOX.Drafts"
    sent = sent or "INBOX.Sent"
    with stack:
        put(stack, "INBOX", make_mail(message_id=FIRST))
        provider = sign_in(open_account(stack, tmp_path))
        thread = provider.read(FIRST)
        draft = provider.save_reply(make_reply(to=thread.messages[0], sender=SAM))
        assert draft.message_id.encode() in next(iter(listing(stack, drafts).values()))[b"BODY[]"]
        provider.delete_draft(draft.ref)

        message_id = draft_and_send(provider)
        provider.close()

        assert not listing(stack, drafts)
        assert message_id.encode() in next(iter(listing(stack, sent).values()))[b"BODY[]"]


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_both_kinds_of_tls_work_with_a_certificate_that_is_trusted(
    tls: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with MailStack({ADDRESS: PASSWORD}, has_tls=True) as stack:
        monkeypatch.setenv("SSL_CERT_FILE", str(stack.certificate))
        put(stack, "INBOX", make_mail(message_id=FIRST))
        imap = stack.imaps_port if tls == "implicit" else stack.imap_port
        smtp = stack.submissions_port if tls == "implicit" else stack.submission_port
        provider = sign_in(
            open_account(
                stack,
                tmp_path,
                **{"imap-host": f"localhost:{imap}", "smtp-host": f"127.0.0.1:{smtp}", "tls": tls},
            )
        )

        draft_and_send(provider)

        assert len(stack.relay.taken) == 1
        assert all(line.is_ok for line in provider.check())
        provider.close()


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_a_certificate_that_is_not_trusted_is_refused_and_no_password_sent(
    tls: str, tmp_path: Path
) -> None:
    with MailStack({ADDRESS: PASSWORD}, has_tls=True) as stack:
        target = stack.imaps_port if tls == "implicit" else stack.imap_port
        with CuttingProxy(target) as proxy:
            provider = open_account(
                stack, tmp_path, **{"imap-host": f"127.0.0.1:{proxy.port}", "tls": tls}
            )

            with pytest.raises(SignInError, match="not trusted"):
                provider.sign_in()

            assert PASSWORD.encode() not in b"".join(proxy.writes)
            assert Secrets(provider.account, provider.context).read() is None


def test_a_server_without_tls_gets_no_password(tmp_path: Path) -> None:
    with MailStack({ADDRESS: PASSWORD}) as stack, CuttingProxy(stack.imap_port) as proxy:
        provider = open_account(
            stack, tmp_path, **{"imap-host": f"127.0.0.1:{proxy.port}", "tls": "starttls"}
        )

        with pytest.raises(SignInError, match="offers no TLS"):
            provider.sign_in()

        assert PASSWORD.encode() not in b"".join(proxy.writes)


def test_a_plain_connection_leaves_the_machine_never(tmp_path: Path) -> None:
    stack = MailStack({ADDRESS: PASSWORD})
    provider = open_account(stack, tmp_path, **{"imap-host": "imap.example.test", "tls": "none"})

    with pytest.raises(SignInError, match="without TLS"):
        provider.sign_in()


def test_a_wrong_password_keeps_nothing(tmp_path: Path) -> None:
    with MailStack({ADDRESS: "another"}) as stack:
        provider = open_account(stack, tmp_path)

        with pytest.raises(SignInError, match="refused"):
            provider.sign_in()

        assert Secrets(provider.account, provider.context).read() is None


def test_a_server_that_is_not_there_or_speaks_otherwise_is_said(tmp_path: Path) -> None:
    with MailStack({ADDRESS: PASSWORD}) as stack:
        nobody = open_account(stack, tmp_path, **{"imap-host": "127.0.0.1:1"})
        with pytest.raises(ProviderUnavailableError, match="refused") as caught:
            nobody.sign_in()
        assert "--imap-host" in caught.value.hint
        other_way = open_account(stack, tmp_path, tls="implicit")
        with pytest.raises(ProviderUnavailableError, match="No TLS") as caught:
            other_way.sign_in()
        assert "--tls starttls" in caught.value.hint
        silent = open_account(stack, tmp_path, **{"smtp-host": "127.0.0.1:1"})
        with pytest.raises(ProviderUnavailableError, match="Reading works") as caught:
            silent.sign_in()
        assert "--smtp-host" in caught.value.hint
        assert "draft" not in caught.value.message


def test_smtp_is_tried_at_sign_in_and_told_apart_by_doctor(tmp_path: Path) -> None:
    with MailStack({ADDRESS: PASSWORD}) as stack:
        provider = sign_in(open_account(stack, tmp_path))
        with CuttingProxy(stack.submission_port) as proxy:
            proxy.is_gone = True
            broken = open_account(stack, tmp_path, **{"smtp-host": f"127.0.0.1:{proxy.port}"})

            with pytest.raises(MailerError, match="Reading works, sending does not"):
                broken.sign_in()
            lines = {line.what: line.is_ok for line in broken.check()}

        assert lines["IMAP"]
        assert not lines["SMTP"]
        provider.sign_out()
        assert Secrets(provider.account, provider.context).read() is None


def test_microsoft_is_sent_to_its_own_provider(tmp_path: Path) -> None:
    stack = MailStack({ADDRESS: PASSWORD})
    for address in ("sam@outlook.com", "sam@hotmail.co.uk", "sam@live.de"):
        provider = open_account(
            stack, tmp_path, address=address, **{"imap-host": "", "smtp-host": "", "tls": ""}
        )
        with pytest.raises(SignInError) as caught:
            provider.sign_in()
        assert "bowout login outlook" in caught.value.hint


def test_an_unknown_domain_is_told_what_was_tried(tmp_path: Path) -> None:
    stack = MailStack({ADDRESS: PASSWORD})
    provider = open_account(
        stack,
        tmp_path,
        address="sam@nowhere.invalid",
        person=Person(),
        **{"imap-host": "", "smtp-host": "", "tls": ""},
    )

    with pytest.raises(SignInError, match=r"imap\.nowhere\.invalid:993") as caught:
        provider.sign_in()

    assert "--imap-host" in caught.value.hint


def test_a_full_mailbox_is_said_and_nothing_lost(tmp_path: Path) -> None:
    with MailStack({ADDRESS: PASSWORD}, quota_bytes=30_000) as stack:
        put(stack, "INBOX", make_mail(message_id=FIRST))
        provider = sign_in(open_account(stack, tmp_path))
        thread = provider.read(FIRST)
        draft = provider.save_reply(make_reply(to=thread.messages[0], sender=SAM))
        bigger = make_reply(to=thread.messages[0], sender=SAM, text="x " * 20_000)

        with pytest.raises(RefusedError, match="full"):
            provider.save_reply(bigger, replacing=draft.ref)

        assert provider.fetch_draft(draft.ref) == draft
        provider.close()


@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_a_token_signs_in_at_both_servers(mechanism: str, tmp_path: Path) -> None:
    from providers.imap.connection import Connection
    from providers.imap.credentials import authenticate
    from providers.imap.presets import Security, Server
    from providers.imap.submission import Credentials, close, open_submission

    with (
        TokenServer(tokens={"good": ADDRESS}) as tokens,
        MailStack({ADDRESS: PASSWORD}, tokeninfo_url=tokens.url) as stack,
        CuttingProxy(stack.imap_port) as proxy,
    ):
        if mechanism == "OAUTHBEARER":
            proxy.rewrites.append((rb"AUTH=XOAUTH2 ?", b""))
        server = Server("127.0.0.1", proxy.port, Security.NONE)
        for token in ("good", "bad"):
            credentials = Credentials(ADDRESS, token, is_token=True)
            opened = Connection(server, lambda c, k=credentials: authenticate(c, k), lambda: None)
            submission = Server("127.0.0.1", stack.submission_port, Security.NONE)
            if token == "good":
                assert opened.read(lambda client: client.folder_exists("INBOX"))
                close(open_submission(submission, credentials))
            else:
                with pytest.raises(SignInError):
                    opened.read(lambda client: None)
                with pytest.raises(SignInError):
                    open_submission(submission, credentials)
            opened.close()


@pytest.mark.parametrize("offers_utf8", [True, False])
def test_an_internationalised_address_goes_only_where_it_is_taken(
    offers_utf8: bool, tmp_path: Path
) -> None:
    login = {ADDRESS: PASSWORD}
    with MailStack(login) as stack, SmtpServer(users=login, smtputf8=offers_utf8) as smtp:
        put(stack, "INBOX", make_mail(message_id=FIRST))
        provider = sign_in(open_account(stack, tmp_path, **{"smtp-host": f"127.0.0.1:{smtp.port}"}))
        thread = provider.read(FIRST)
        draft = provider.save_reply(
            make_reply(
                to=thread.messages[0], sender=SAM, cc=(Address("Jörg", "jörg@köln.example"),)
            )
        )
        if offers_utf8:
            provider.send_draft(draft.ref, note=lambda step: None)
            assert "jörg@köln.example" in smtp.taken[0].recipients
        else:
            with pytest.raises(RefusedError, match="jörg@köln"):
                provider.send_draft(draft.ref, note=lambda step: None)
            assert not smtp.taken
        provider.close()


def test_a_copy_that_is_there_already_is_not_doubled(tmp_path: Path) -> None:
    with MailStack({ADDRESS: PASSWORD}) as stack:
        put(stack, "INBOX", make_mail(message_id=FIRST))
        provider = sign_in(open_account(stack, tmp_path))
        thread = provider.read(FIRST)
        draft = provider.save_reply(make_reply(to=thread.messages[0], sender=SAM))

        def file_as_the_service_would(step: SendStep) -> None:
            if step is SendStep.ACCEPTED:
                put(stack, "Sent", stack.relay.taken[0].content, (b"\\Seen",))

        provider.send_draft(draft.ref, note=file_as_the_service_would)
        provider.close()

        assert len(listing(stack, "Sent")) == 1


def test_changes_name_the_threads_that_new_mail_and_flags_touched(tmp_path: Path) -> None:
    with MailStack({ADDRESS: PASSWORD}) as stack:
        put(stack, "INBOX", make_mail(message_id=FIRST))
        put(stack, "INBOX", make_mail("Other", message_id="<other@x>"))
        provider = sign_in(open_account(stack, tmp_path))
        start = provider.changes(None)
        assert provider.changes(start.cursor).thread_keys == ()

        put(stack, "Sent", make_mail("Yes", message_id="<2@x>", In_Reply_To=FIRST, sender=ADDRESS))
        after = provider.changes(start.cursor)
        assert after.thread_keys == (FIRST,)
        assert after.is_complete

        with other_client(stack) as client:
            client.select_folder("INBOX")
            client.add_flags(client.search(["HEADER", "Message-ID", "<other@x>"]), [b"\\Seen"])
        assert provider.changes(after.cursor).thread_keys == ("<other@x>",)
        assert not provider.changes("garbage").is_complete
        provider.close()


def test_a_large_message_is_read_without_its_attachment(tmp_path: Path) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "dana@northwind.example", ADDRESS, "Offer"
    message["Message-ID"], message["Date"] = FIRST, "Mon, 09 Nov 2026 10:00:00 +0100"
    message.set_content("The offer is attached, Zoë.")
    message.add_alternative("<p>The offer is <b>attached</b>, Zoë.</p>", subtype="html")
    message.add_attachment(
        b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
        maintype="text",
        subtype="calendar",
        filename="invite.ics",
    )
    message.add_attachment(
        b"%PDF" + b"x" * 900_000,
        maintype="application",
        subtype="pdf",
        filename="Angebot für dich.pdf",
    )
    with MailStack({ADDRESS: PASSWORD}) as stack, CuttingProxy(stack.imap_port) as proxy:
        put(stack, "INBOX", message.as_bytes().replace(b"\n", b"\r\n"))
        provider = sign_in(
            open_account(stack, tmp_path, **{"imap-host": f"127.0.0.1:{proxy.port}"})
        )

        (read,) = provider.read(FIRST).messages

        assert read.text is not None
        assert read.text.strip() == "The offer is attached, Zoë."
        assert "<b>attached</b>" in (read.html or "")
        assert "METHOD:REQUEST" in read.calendars[0]
        (pdf,) = read.attachments
        assert (pdf.name, pdf.content_type) == ("Angebot für dich.pdf", "application/pdf")
        assert abs(pdf.size - 900_004) < 30_000
        assert not any(b"BODY.PEEK[]" in w for w in proxy.writes)
        provider.close()
