import base64
import errno
import os
import quopri
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    ProviderUnavailableError,
    RefusedError,
    ThreadNotFoundError,
    UnsupportedFeatureError,
    UsageError,
)
from mailer.model import DraftRef, Search, SpecialUse
from mailer.provider import Account, Context
from mailer.testing.builders import make_reply
from providers.maildir import MaildirProvider, store
from providers.maildir.layout import find_mailboxes

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
FIRST = "<one@northwind.example>"


def open_account(
    root: Path, tmp_path: Path, address: str = "sam@rivera.example"
) -> MaildirProvider:
    account = Account("local", "maildir", address, options={"path": str(root)})
    return MaildirProvider(account, Context(folder=tmp_path, now=lambda: NOW))


def make_mailbox(path: Path) -> Path:
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True, exist_ok=True)
    return path


def mail(
    message_id: str = FIRST,
    *,
    text: str = "We at Northwind would like to meet you.",
    subject: str = "Interview",
    sender: str = "Dana Ortiz <dana@northwind.example>",
    days_ago: float = 3,
    references: str = "",
    extra: str = "",
) -> bytes:
    date = (NOW - timedelta(days=days_ago)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    chain = (
        f"In-Reply-To: {references.split()[-1]}\nReferences: {references}\n" if references else ""
    )
    own = f"Message-ID: {message_id}\n" if message_id else ""
    return (
        f"From: {sender}\nTo: Sam Rivera <sam@rivera.example>\nSubject: {subject}\n"
        f"Date: {date}\n{own}{chain}{extra}\n{text}\n"
    ).encode()


def put(mailbox: Path, raw: bytes, name: str = "", flags: str = "S", *, part: str = "cur") -> Path:
    make_mailbox(mailbox)
    name = name or f"{int(NOW.timestamp())}.{len(list(mailbox.rglob('*')))}.host"
    path = mailbox / part / (f"{name}:2,{flags}" if part == "cur" else name)
    path.write_bytes(raw)
    return path


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = make_mailbox(tmp_path / "Maildir")
    for name in (".Sent", ".Drafts", ".Archive", ".Junk", ".Trash"):
        make_mailbox(path / name)
    return path


@pytest.fixture
def provider(root: Path, tmp_path: Path) -> MaildirProvider:
    return open_account(root, tmp_path)


@pytest.mark.parametrize(
    ("folders", "drafts"),
    [
        (["", ".Sent", ".Entw&APw-rfe", ".Archiv"], ".Entw&APw-rfe"),
        (["Inbox", "Sent", "Drafts", "Archive"], "Drafts"),
        (["INBOX", "[Gmail].Sent Mail", "[Gmail].Drafts"], "[Gmail].Drafts"),
        (
            ["Inbox", "[Gmail]/Gesendet", "[Gmail]/Entwürfe", "[Gmail]/Alle Nachrichten"],
            "[Gmail]/Entwürfe",
        ),
        (["", "Sent", "Drafts"], "Drafts"),
        (["INBOX", "INBOX/Envoyés", "INBOX/Brouillons"], "INBOX/Brouillons"),
        (["Inbox"], "Drafts"),
        ([""], ".Drafts"),
    ],
)
def test_every_usual_layout_is_read_and_the_draft_lies_where_its_program_looks(
    tmp_path: Path, folders: list[str], drafts: str
) -> None:
    root = tmp_path / "mail"
    for folder in folders:
        make_mailbox(root / folder)
    put(root / folders[0], mail())
    provider = open_account(root, tmp_path)

    (thread,) = provider.search(Search(phrases=("northwind",)))
    provider.save_reply(make_reply(to=thread.messages[0]))

    assert [p.name.rpartition(",")[2] for p in (root / drafts / "cur").iterdir()] == ["DS"]
    assert {m.is_draft for m in provider.read(FIRST).messages} == {True, False}


def test_roles_are_told_by_name_and_a_link_is_followed_once(root: Path) -> None:
    (root / ".Projects").symlink_to(root / ".Archive")
    (root / ".loop").symlink_to(root)

    roles = {m.name: m.special_use for m in find_mailboxes(root)}

    assert roles[""] is SpecialUse.INBOX
    assert roles["Trash"] is SpecialUse.TRASH
    assert len(roles) == 6


def test_reading_and_searching_change_no_file(provider: MaildirProvider, root: Path) -> None:
    put(root, mail(), part="new")
    put(root, mail("<two@x>", references=FIRST), flags="")
    before = snapshot(root)

    provider.search(Search(phrases=("northwind",)))
    provider.read(FIRST)
    provider.find_sent([FIRST], NOW - timedelta(days=30))
    provider.check()

    assert snapshot(root) == before


def test_filing_adds_one_file_and_touches_no_other(provider: MaildirProvider, root: Path) -> None:
    put(root, mail(), part="new")
    before = snapshot(root)
    thread = provider.read(FIRST)

    draft = provider.save_reply(make_reply(to=thread.messages[0]))

    after = snapshot(root)
    assert {k: after[k] for k in before} == before
    (added,) = set(after) - set(before)
    assert draft.link == str(root / added)
    assert added.startswith(".Drafts/cur/")
    assert oct((root / added).stat().st_mode & 0o777) in ("0o600", "0o666")  # the latter on Windows


@pytest.mark.parametrize(
    "body",
    [
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(b"Greetings from Kov\xc3\xa1\xc4\x8d Labs").decode(),
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        + quopri.encodestring(
            "Grüße von Kováč Labs, einer langen Zeile wegen hier umbrochen, ja".encode()
        ).decode(),
        "Content-Type: text/html\n\n<p>Greetings from Kov&aacute;&#269; <b>Labs</b></p>",
        "Subject: =?iso-8859-2?Q?Kov=E1=E8_Labs?=\n\nHello",
        "X-Nothing: here\n\nGreetings from Kovac Labs",
    ],
)
def test_a_company_that_only_an_encoded_text_names_is_found(
    provider: MaildirProvider, root: Path, body: str
) -> None:
    put(
        root,
        b"From: a@b.example\nMessage-ID: <enc@x>\nDate: Sun, 15 Nov 2026 10:00:00 +0000\n"
        + body.encode(),
    )
    put(root, mail(text="Nothing of that kind."))

    found = provider.search(Search(phrases=("kovac labs",)))

    assert [t.key for t in found] == ["<enc@x>"]


def test_a_search_by_domain_finds_copies_and_leaves_look_alikes(
    provider: MaildirProvider, root: Path
) -> None:
    put(root, mail("<sub@x>", sender="Jo <jo@mail.northwind.example>"))
    put(root, mail("<like@x>", sender="Jo <jo@notnorthwind.example>"))

    found = provider.search(Search(participants=("northwind.example",)))

    assert [t.key for t in found] == ["<sub@x>"]


def test_a_thread_holds_its_old_messages_too(provider: MaildirProvider, root: Path) -> None:
    old = put(
        root / ".Archive", mail("<root@x>", days_ago=900, text="long ago"), name="1700000000.1.h"
    )
    os.utime(old, (1_700_000_000, 1_700_000_000))
    put(root, mail("<new@x>", references="<root@x>"))

    (thread,) = provider.search(Search(phrases=("northwind",), since=NOW - timedelta(days=400)))

    assert [m.message_id for m in thread.messages] == ["<root@x>", "<new@x>"]
    assert thread.messages[0].special_use is SpecialUse.ARCHIVE


def test_a_draft_stays_in_a_thread_whose_mails_name_only_the_one_before(
    provider: MaildirProvider, root: Path
) -> None:
    put(root, mail(days_ago=6))
    put(root / ".Sent", mail("<two@rivera.example>", days_ago=5, references=FIRST))
    put(root, mail("<three@x>", days_ago=4, references="<two@rivera.example>"))
    (thread,) = provider.search(Search(phrases=("northwind",)))

    draft = provider.save_reply(make_reply(to=thread.messages[-1]))

    assert len(thread.messages) == 3
    assert (thread.key, draft.thread_key) == (FIRST, FIRST)
    assert provider.read(FIRST).key == FIRST
    assert provider.fetch_draft(draft.ref).thread_key == FIRST


def test_the_newest_threads_come_first_and_no_more_than_asked_for(
    provider: MaildirProvider, root: Path
) -> None:
    for number in range(6):
        put(root, mail(f"<{number}@x>", days_ago=number + 1))

    found = provider.search(Search(phrases=("northwind",), limit=3))

    assert [t.key for t in found] == ["<0@x>", "<1@x>", "<2@x>"]


def test_spam_trash_and_what_is_marked_for_deletion_are_never_seen(
    provider: MaildirProvider, root: Path
) -> None:
    put(root / ".Junk", mail("<junk@x>"))
    put(root / ".Trash", mail("<trash@x>"))
    put(root, mail("<deleted@x>"), flags="ST")

    assert provider.search(Search(phrases=("northwind",))) == ()
    with pytest.raises(ThreadNotFoundError):
        provider.read("<trash@x>")


# fmt: off
HOSTILE = {
    "empty": b"",
    "no header": b"\n\nnorthwind",
    "no id, no date": b"From: x@y.example\nSubject: northwind\n\nhello",
    "8-bit header": b"From: J\xf6rg <j@y.example>\nSubject: Gr\xfc\xdfe northwind\nMessage-ID: <b@x>\n\nhi",
    "unknown charset": b"Content-Type: text/plain; charset=klingon\nMessage-ID: <c@x>\n\nnorthwind \xff\xfe",
    "unclosed boundary": b"Content-Type: multipart/mixed; boundary=b\nMessage-ID: <d@x>\n\n--b\n\nnorthwind",
    "deep": b"Message-ID: <e@x>\n"
    + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(1000)
    )
    + b"Content-Type: text/plain\n\nnorthwind",
    "broken date": b"Date: Thu, 99 Foo 20x6 77:00\nMessage-ID: <f@x>\n\nnorthwind",
    "nul and escapes": b"From: \x1b[2Jevil <e@x.example>\nSubject: a\x00\x1b]0;b\nMessage-ID: <g@x>\n\nnorthwind",
    "endless header": b"References: " + b"<a@b> " * 50_000 + b"\n\nnorthwind",
}
# fmt: on


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_a_damaged_file_spoils_nothing_for_the_others(
    provider: MaildirProvider, root: Path, raw: bytes
) -> None:
    put(root, raw, name="hostile")
    put(root, mail())

    found = provider.search(Search(phrases=("northwind",)))

    assert FIRST in [t.key for t in found]
    for thread in found:
        assert provider.read(thread.key).messages


def test_a_fifty_megabyte_attachment_is_not_read(provider: MaildirProvider, root: Path) -> None:
    head = mail(extra="Content-Type: multipart/mixed; boundary=b\n", text="").rstrip(b"\n")
    body = b"\n\n--b\nContent-Type: text/plain\n\nNorthwind has an offer.\n--b\nContent-Type: application/zip\n\n"
    path = put(root, head + body)
    with path.open("ab") as file:
        file.truncate(50 * 1024 * 1024)

    (thread,) = provider.search(Search(phrases=("northwind",)))

    assert (thread.messages[0].text or "").strip() == "Northwind has an offer."


def test_a_draft_is_replaced_by_a_new_file_of_that_version_alone(
    provider: MaildirProvider, root: Path
) -> None:
    put(root, mail())
    parent = provider.read(FIRST).messages[0]
    first = provider.save_reply(make_reply(to=parent, text="One."))

    second = provider.save_reply(make_reply(to=parent, text="Two."), replacing=first.ref)

    assert len(list((root / ".Drafts" / "cur").iterdir())) == 1
    assert "Two." in provider.fetch_draft(second.ref).text
    with pytest.raises(DraftNotFoundError):
        provider.save_reply(
            make_reply(to=parent, text="Three."),
            replacing=DraftRef(key=first.key, version=first.version, message_id="<gone@x>"),
        )


def test_an_edited_draft_is_left_alone(provider: MaildirProvider, root: Path) -> None:
    put(root, mail())
    parent = provider.read(FIRST).messages[0]
    draft = provider.save_reply(make_reply(to=parent))
    Path(draft.link).write_bytes(Path(draft.link).read_bytes() + b"mine\n")
    before = snapshot(root)

    with pytest.raises(DraftChangedError):
        provider.save_reply(make_reply(to=parent), replacing=draft.ref)
    with pytest.raises(DraftChangedError):
        provider.delete_draft(draft.ref)

    assert snapshot(root) == before


def test_a_program_that_renames_the_draft_does_not_lose_it(
    provider: MaildirProvider, root: Path
) -> None:
    put(root, mail())
    draft = provider.save_reply(make_reply(to=provider.read(FIRST).messages[0]))
    path = Path(draft.link)
    path.rename(path.with_name(path.name.replace(":2,DS", ":2,DFS")))

    assert provider.fetch_draft(draft.ref).version == draft.version
    provider.delete_draft(draft.ref)

    with pytest.raises(DraftNotFoundError):
        provider.fetch_draft(draft.ref)


def test_a_draft_edited_elsewhere_under_a_new_name_is_found_by_its_message_id(
    provider: MaildirProvider, root: Path
) -> None:
    put(root, mail())
    draft = provider.save_reply(make_reply(to=provider.read(FIRST).messages[0]))
    raw = Path(draft.link).read_bytes()
    Path(draft.link).unlink()
    put(root / ".Drafts", raw.replace(b"Sam", b"Samuel"), name="other", flags="D")

    assert provider.fetch_draft(draft.ref).version != draft.version


def test_a_cut_between_the_new_file_and_the_old_loses_no_text(
    provider: MaildirProvider, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, mail())
    parent = provider.read(FIRST).messages[0]
    draft = provider.save_reply(make_reply(to=parent, text="One."))

    def cut(_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("providers.maildir.provider.remove", cut)
    with pytest.raises(KeyboardInterrupt):
        provider.save_reply(make_reply(to=parent, text="Two."), replacing=draft.ref)

    texts = b"".join(p.read_bytes() for p in (root / ".Drafts" / "cur").iterdir())
    assert b"One." in texts
    assert b"Two." in texts


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, ProviderUnavailableError),
        (errno.EROFS, RefusedError),
        (errno.EIO, ProviderUnavailableError),
    ],
)
def test_a_disk_that_refuses_is_said_and_nothing_stays(
    provider: MaildirProvider,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    error: type[Exception],
) -> None:
    put(root, mail())
    parent = provider.read(FIRST).messages[0]
    before = snapshot(root)

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(store.os, "fsync", refuse)
    with pytest.raises(error, match="Nothing was stored"):
        provider.save_reply(make_reply(to=parent))

    assert snapshot(root) == before


def test_a_folder_without_mailboxes_is_refused_at_login(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()

    with pytest.raises(UsageError, match="no Maildir"):
        open_account(tmp_path / "letters", tmp_path).sign_in()
    with pytest.raises(ProviderUnavailableError):
        open_account(tmp_path / "nowhere", tmp_path).sign_in()


def test_login_learns_the_address_from_what_was_sent(root: Path, tmp_path: Path) -> None:
    for number in range(3):
        put(root / ".Sent", mail(f"<s{number}@x>", sender="Sam Rivera <sam@rivera.example>"))
    put(root / ".Sent", mail("<alias@x>", sender="Sam <jobs@rivera.example>"))

    account = open_account(root, tmp_path, address="").sign_in()

    assert (account.address, account.display_name) == ("sam@rivera.example", "Sam Rivera")


def test_login_asks_for_an_address_that_nothing_tells(root: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="whose it is"):
        open_account(root, tmp_path, address="").sign_in()


def test_a_folder_that_went_away_is_out_of_reach(provider: MaildirProvider, root: Path) -> None:
    root.rename(root.with_name("elsewhere"))

    with pytest.raises(ProviderUnavailableError, match="can't be read"):
        provider.search(Search(phrases=("northwind",)))
    assert [c.is_ok for c in provider.check()] == [False]


def test_sent_mail_is_told_by_its_sender_where_no_mailbox_is_named_for_it(tmp_path: Path) -> None:
    root = make_mailbox(tmp_path / "all")
    put(root, mail())
    put(root, mail("<mine@x>", references=FIRST, sender="Sam <sam@rivera.example>", days_ago=1))
    put(root, mail("<theirs@x>", references=FIRST, days_ago=0.5))

    found = open_account(root, tmp_path).find_sent([FIRST], NOW - timedelta(days=30))

    assert [m.message_id for m in found] == ["<mine@x>"]


def test_it_cannot_send_and_says_what_to_do(provider: MaildirProvider, root: Path) -> None:
    put(root, mail())
    draft = provider.save_reply(make_reply(to=provider.read(FIRST).messages[0]))

    with pytest.raises(UnsupportedFeatureError) as caught:
        provider.send_draft(draft.ref, note=lambda _: None)

    assert "mail program" in caught.value.hint
    assert Path(draft.link).exists()
