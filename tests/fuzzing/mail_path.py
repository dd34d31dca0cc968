"""The way of a hostile message through the whole mail path, and what must hold on it.

Parsed, threaded, read, quoted in a reply, built, parsed again. Whatever the bytes are: nothing
raises, the reply goes to whom it was meant for and to nobody else, says what
it was meant to say above the quote, and carries no script.
"""

from __future__ import annotations

import email
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from typing import Any

from mailer.locating import likeness
from mailer.model import Address, Me, Message, Reply
from mailer.output import clean, clean_line
from mailer.parsing import parse_draft, parse_message
from mailer.preview import preview_page
from mailer.reading.bounces import dead_addresses
from mailer.reading.quotes import split_quote
from mailer.stops import is_automatic
from mailer.subjects import reply_subject
from mailer.threads import group_threads
from mailer.writing.mime import make_message, references_for

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)
OWN = "Dear Dana,\n\nI withdraw my application.\n\nSam Rivera"
SAM = Address("Sam Rivera", "sam@rivera.example")
DANA = Address("Dana Ortiz", "dana@northwind.example")
ME = Me("Sam Rivera", (SAM.address,))
FIELDS = {
    "date", "from", "to", "subject", "message-id", "in-reply-to", "references", "mime-version",
    "content-type", "content-transfer-encoding",
}  # fmt: skip
_ACTIVE_TAGS = frozenset(
    "script iframe object embed form base meta link svg math style frame applet input button".split()
)
_ESCAPES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def run_case(raw: bytes) -> None:
    """Take one message all the way; an AssertionError or any other exception is a finding."""
    message = parse_message(raw, key="k1", thread_key="t1")
    if len(raw) % 8 == 0:
        again = parse_message(raw, key="k1", thread_key="t1")
        assert message == again, "parsing is not the same twice"
    parse_draft(raw, key="d1", version="1", thread_key="t1")
    _read(message)
    _reply_to(message)


def _read(message: Message) -> None:
    threads = group_threads([message])
    assert sum(len(t.messages) for t in threads) == 1
    split_quote(message.text or "")
    is_automatic(message)
    dead_addresses([message])
    likeness(OWN, message.text or "")
    for text in (message.subject, str(message.sender), message.text or "", message.snippet):
        assert not _ESCAPES.search(clean(text)), "an escape reaches the terminal"
        assert "\n" not in clean_line(text)
    for read in _readers():
        read(threads)


@cache
def _readers() -> tuple[Any, ...]:
    """Return the reading room's ways in, as far as they are installed."""
    from mailer.reading.candidacy import read_candidacies

    def candidacies(threads: Any) -> None:
        read_candidacies(threads, query="northwind", me=ME, now=NOW)

    return (candidacies,)


def _reply_to(message: Message) -> None:
    reply = Reply(
        message_id="<own@rivera.example>",
        date=NOW,
        sender=SAM,
        to=(Address(message.sender.name, DANA.address),),
        subject=reply_subject(message.subject),
        in_reply_to=message.message_id,
        references=references_for(message),
        text=OWN,
        html="<p>Dear Dana,</p><p>I withdraw my application.</p><p>Sam Rivera</p>",
        parent=message,
        thread_key="t1",
    )
    built = make_message(reply).as_bytes()
    _check_fields(built, reply)
    draft = parse_draft(built, key="d1", version="1", thread_key="t1")
    assert [a.address for a in draft.to] == [DANA.address], "another recipient"
    assert (draft.cc, draft.bcc, draft.reply_to) == ((), (), ())
    assert draft.sender.address == SAM.address
    assert draft.text.replace("\r\n", "\n").startswith(OWN), "the own text does not come first"
    assert_harmless(draft.html)
    if len(built) % 8 == 0:
        assert_harmless(preview_page(draft).partition("</head>")[2])
        again = parse_draft(built, key="x", version="2", thread_key="")
        assert draft.fingerprint == again.fingerprint


class _Tags(HTMLParser):
    """Collects what is active in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE_TAGS:
            self.active.append(tag)
        for name, value in attrs:
            bare = re.sub(r"[\x00-\x20]", "", value or "").casefold()
            if name.startswith("on") or bare.startswith(("javascript:", "vbscript:", "data:")):
                self.active.append(f"{tag} {name}")


def assert_harmless(html: str) -> None:
    """Nothing in it runs, loads or posts."""
    tags = _Tags()
    tags.feed(html)
    tags.close()
    assert not tags.active, f"active: {tags.active[:3]}"


def _check_fields(built: bytes, reply: Reply) -> None:
    head = built.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    names = [line.split(b":")[0].decode("ascii", "replace").casefold()
             for line in head.split(b"\n") if line[:1] not in (b" ", b"\t")]  # fmt: skip
    assert len(names) == len(set(names)), f"a header field twice: {sorted(names)}"
    assert set(names) <= FIELDS, f"a header field from outside: {set(names) - FIELDS}"
    assert max(map(len, built.split(b"\n"))) <= 999, "a line longer than RFC 5322 allows"
    strict = email.message_from_bytes(built)
    answered = re.search(rb"^in-reply-to: *(.*)$", head, re.IGNORECASE | re.MULTILINE)
    stands = answered[1].decode("utf-8", "replace") if answered else ""
    assert stands == reply.in_reply_to, "answers another message"
    assert not strict.defects


# --- making cases -----------------------------------------------------------------------------

TOKENS = (
    b"\r\n", b"\n", b"\r", b"\x00", b"\x1b[2J", b"\x1b]0;x\x07", b"\xff", b"\xc3\x28", b"=?", b"?=",
    b"=?utf-8?B?Cg==?=", b"=?utf-8?Q?=0D=0ABcc:_x@y.example?=", b"=?x-none?B?////?=", b"<", b">", b"@",
    b",", b";", b":", b"\"", b"(", b")", b"\\", b"Bcc: evil@x.example\r\n", b"--b", b"--b--",
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n", b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n",
    b"Content-Transfer-Encoding: x-uuencode\r\n", b"charset=utf-7", b"charset=utf-16",
    b"charset=idna", b"charset=punycode", b"charset=unicode_escape", b"charset=rot13",
    b"<script>alert(1)</script>", b"<img src=x onerror=alert(1)>", b"<a href=javascript:1>",
    b"<style>*{display:none}</style>", b"<!--", b"-->", b"<![CDATA[", b"&#x6a;avascript:", b"<div>" * 40,
    b"{{ 7*7 }}", b"{% for x in y %}", b"\xe2\x80\xae", b"\xd8\x9c", b"References: <a@b> <a@b>\r\n",
    b"In-Reply-To: <own@rivera.example>\r\n", b"Date: Thu, 99 Foo 99999 99:99:99 +9999\r\n",
    b"Message-ID: <>\r\n", b"Reply-To: \"dana@northwind.example\" <evil@x.example>\r\n",
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99999999T999999Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    b"> " * 30, b"On Mon, Nov 9, 2026 at 9:00, Dana <dana@northwind.example> wrote:\r\n",
    b"_" * 40, b"=\r\n", b"=3D=3D", b"A" * 1200, b"\xef\xbb\xbf", b" " * 900, b"From: \r\n",
)  # fmt: skip


def seeds() -> list[bytes]:
    """Return believable messages of many shapes to start from."""
    plain = (
        b"From: Dana Ortiz <dana@northwind.example>\r\nTo: Sam <sam@rivera.example>\r\n"
        b"Subject: =?utf-8?Q?Gespr=C3=A4ch?= am Donnerstag\r\nMessage-ID: <1@northwind.example>\r\n"
        b"Date: Mon, 9 Nov 2026 09:00:00 +0100\r\nReferences: <0@a.example>\r\n"
    )
    text = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    words = "Hi Sam,\r\n\r\nsehen wir uns um 15:00 Uhr? Grüße\r\n-- \r\nDana\r\n".encode()
    quote = (
        b"\r\nOn Sun, Nov 8, 2026 at 8:00 AM Sam <sam@rivera.example> wrote:\r\n> Yes\r\n>> No\r\n"
    )
    html = (b"Content-Type: text/html; charset=iso-8859-1\r\n\r\n<html><body><p>Hello &amp; "
            b"<b>bye</b></p><table><tr><td>1</td></tr></table></body></html>\r\n")  # fmt: skip
    calendar = (
        b"Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n"
        b"BEGIN:VEVENT\r\nUID:1@x\r\nDTSTART;TZID=Europe/Berlin:20261112T150000\r\nSUMMARY:Talk\r\n"
        b"ORGANIZER:mailto:dana@northwind.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    both = (b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n" + text + words
            + b"\r\n--b\r\n" + html + b"\r\n--b--\r\n")  # fmt: skip
    mixed = (b"Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n" + both + b"--c\r\n" + calendar
             + b"--c\r\nContent-Type: application/pdf; name*=utf-8''%C3%A4.pdf\r\n"
             b"Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--c--\r\n")  # fmt: skip
    bounce = (
        b"From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail\r\nAuto-Submitted: auto-replied\r\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n--r\r\n\r\n"
        b"dana@northwind.example failed\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\n"
        b"Final-Recipient: rfc822; dana@northwind.example\r\nAction: failed\r\n\r\n--r--\r\n"
    )
    return [plain + text + words + quote, plain + html, plain + both, plain + mixed,
            plain + calendar, bounce, plain + b"\r\n" + words, b"", b"\r\n\r\n"]  # fmt: skip


def mutate(raw: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Return the message damaged in one to six ways."""
    case = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(case) + 1)
        end = min(len(case), at + chance.randint(1, 40))
        kind = chance.randrange(7)
        if kind == 0:
            case[at:at] = chance.choice(TOKENS)
        elif kind == 1:
            case[at:end] = chance.choice(TOKENS)
        elif kind == 2:
            case[at:end] = b""
        elif kind == 3:
            case[at:at] = case[at:end] * chance.randint(1, 8)
        elif kind == 4 and case:
            case[at % len(case)] = chance.randrange(256)
        elif kind == 5:
            other = chance.choice(others)
            case[at:] = other[chance.randrange(len(other) + 1) :]
        else:
            lines = bytes(case).split(b"\n")
            chance.shuffle(lines)
            case = bytearray(b"\n".join(lines))
    return bytes(case[:20_000])


def cases(seed: int, count: int) -> Iterator[bytes]:
    """Return damaged messages, always the same ones for a seed."""
    chance = random.Random(seed)
    pool = seeds()
    for number in range(count):
        case = mutate(chance.choice(pool), chance, pool)
        if number % 5 == 0:
            pool.append(case)
            pool = pool[:9] + pool[-200:]
        yield case
