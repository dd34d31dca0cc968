import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailer.model import Address, Message, Reply
from mailer.parsing import parse_draft, parse_message
from mailer.writing.mime import attribution, make_message, references_for

NEW_YORK = timezone(timedelta(hours=-5))
DANA = Address("Dana Ortiz", "dana@northwind.example")
SAM = Address("Sam Rivera", "sam@rivera.example")


def make_parent(**changes: object) -> Message:
    parent = Message(
        key="k1",
        thread_key="t1",
        message_id="<p1@northwind.example>",
        date=datetime(2026, 11, 10, 9, 12, tzinfo=NEW_YORK),
        sender=DANA,
        to=(SAM,),
        subject="Second round",
        text="Hi Sam,\n\nTuesday at 3?\n> you wrote\nDana",
    )
    return replace(parent, **changes)  # type: ignore[arg-type]


def make_reply(**changes: object) -> Reply:
    parent = changes.pop("parent", None) or make_parent()
    assert isinstance(parent, Message)
    reply = Reply(
        message_id="<m1@rivera.example>",
        date=datetime(2026, 11, 11, 10, 0, tzinfo=UTC),
        sender=SAM,
        to=(DANA,),
        subject="Re: Second round",
        in_reply_to=parent.message_id,
        references=references_for(parent),
        text="Hi Dana,\n\nthank you — I have to withdraw.\n\nSam",
        html="<p>Hi Dana,</p><p>thank you — I have to withdraw.</p><p>Sam</p>",
        parent=parent,
        thread_key="t1",
    )
    return replace(reply, **changes)  # type: ignore[arg-type]


def wire(reply: Reply) -> bytes:
    return make_message(reply).as_bytes()


def test_every_header_field_reads_back() -> None:
    reply = make_reply(
        cc=(Address("Müller, Zoë", "zoe@agency.example"),), bcc=(Address("", "b@x.example"),)
    )

    draft = parse_draft(wire(reply), key="k", version="v", thread_key="t")

    assert (draft.sender, draft.to, draft.cc, draft.bcc) == (
        reply.sender,
        reply.to,
        reply.cc,
        reply.bcc,
    )
    assert (draft.subject, draft.in_reply_to, draft.references) == (
        reply.subject,
        reply.in_reply_to,
        reply.references,
    )
    assert draft.message_id == reply.message_id


@pytest.mark.parametrize(
    "name", ["高木 健太", 'Dana "D" Ortiz', "O'Neil, Dana", "Zoë", "a" * 200, "x <y@z>"]
)
def test_G38_names_survive(name: str) -> None:
    draft = parse_draft(
        wire(make_reply(to=(Address(name, "d@x.example"),))), key="", version="", thread_key=""
    )

    assert draft.to == (Address(name, "d@x.example"),)


@pytest.mark.parametrize(
    "subject", ["Re: 二次面接のご案内 " * 9, "Re: Gespräch über Größe", "Re: <b> & [x]"]
)
def test_G38_subjects_survive(subject: str) -> None:
    draft = parse_draft(wire(make_reply(subject=subject)), key="", version="", thread_key="")

    assert draft.subject == subject.strip()


def test_G40_no_line_is_too_long() -> None:
    reply = make_reply(text="word " * 5000, html=f"<p>{'x' * 5000}</p>")

    assert max(len(line) for line in wire(reply).split(b"\r\n")) <= 998


def test_long_ids_are_folded_whole() -> None:
    ids = tuple(f"<{'a' * 100}{n}@mail.example>" for n in range(12))
    parent = make_parent(references=ids)

    raw = wire(make_reply(parent=parent))
    header = raw.split(b"\r\n\r\n")[0]

    assert b"=?utf-8?" not in header
    assert parse_message(raw, key="").references == (*ids, parent.message_id)


@pytest.mark.parametrize(
    ("references", "in_reply_to", "expected"),
    [
        (("<a@x>", "<b@x>"), ("<b@x>",), ("<a@x>", "<b@x>", "<p1@northwind.example>")),
        ((), ("<b@x>",), ("<b@x>", "<p1@northwind.example>")),
        ((), ("<a@x>", "<b@x>"), ("<p1@northwind.example>",)),
        ((), (), ("<p1@northwind.example>",)),
        (("<p1@northwind.example>", "<a@x>"), (), ("<a@x>", "<p1@northwind.example>")),
    ],
)
def test_G12_references_follow_the_rule(
    references: tuple[str, ...], in_reply_to: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert references_for(make_parent(references=references, in_reply_to=in_reply_to)) == expected


def test_G83_own_text_stands_above_signature_above_quote() -> None:
    message = email.message_from_bytes(
        wire(make_reply(signature_text="Sam Rivera\n+1 555 0100")), policy=email.policy.default
    )
    plain = message.get_body(("plain",))
    rich = message.get_body(("html",))
    assert plain is not None
    assert rich is not None

    text, html = plain.get_content().replace("\r\n", "\n"), rich.get_content()

    assert (
        text.index("have to withdraw")
        < text.index("-- \nSam Rivera")
        < text.index("wrote:")
        < text.index("> Hi Sam")
    )
    assert (
        html.index("have to withdraw") < html.index("555 0100") < html.index('class="gmail_quote')
    )
    assert html.count("have to withdraw") == 1


def test_quotes_of_quotes_get_one_mark_more() -> None:
    assert b">> you wrote" in wire(make_reply())


def test_script_in_the_parent_does_not_reach_the_quote() -> None:
    parent = make_parent(
        html="<p onclick=x()>Hi</p><script>evil()</script><img src='https://t.example/1.gif'>"
    )

    raw = wire(make_reply(parent=parent))

    assert b"evil" not in raw
    assert b"onclick" not in raw
    assert b"t.example" not in raw


@pytest.mark.parametrize(
    "bad",
    [
        "Dana\r\nBcc: thief@x.example",
        "Dana\nX: y",
        "Dana\x00\x1b[31m",
        "=?utf-8?Q?=0D=0ABcc:_thief@x.example",
        "Zoë =?utf-8?Q?=0D=0ABcc:_thief@x.example?=",
        "=?utf-8?B?DQpCY2M6IHRoaWVmQHguZXhhbXBsZQ==",
    ],
)
def test_a_hostile_name_or_subject_adds_no_header_field(bad: str) -> None:
    parent = make_parent(sender=Address(bad, "dana@northwind.example"))
    reply = make_reply(
        parent=parent, to=(Address(bad, "dana@northwind.example"),), subject=f"Re: {bad}"
    )

    read = parse_message(wire(reply), key="")

    assert read.bcc == ()
    assert [a.address for a in read.to] == ["dana@northwind.example"]
    assert read.header("X") is None
    head = wire(reply).partition(b"\r\n\r\n")[0]
    assert not re.search(rb"^(?:Bcc|X):", head, re.MULTILINE), head


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "On Tue, Nov 10, 2026 at 2:12 PM, Dana Ortiz <dana@northwind.example> wrote:"),
        ("de", "Am Di., 10. Nov. 2026 um 14:12 schrieb Dana Ortiz <dana@northwind.example>:"),
        ("fr", "Le mar. 10 nov. 2026 à 14:12, Dana Ortiz <dana@northwind.example> a écrit\u00a0:"),
        ("ja", "2026年11月10日(火) 14:12 Dana Ortiz <dana@northwind.example>:"),
        ("fi", "On Tue, Nov 10, 2026 at 2:12 PM, Dana Ortiz <dana@northwind.example> wrote:"),
    ],
)
def test_the_attribution_line_is_in_the_language_and_zone_of_the_writer(
    language: str, expected: str
) -> None:
    assert attribution(make_parent(), language, datetime(2026, 11, 11, tzinfo=UTC)) == expected


def test_an_internationalised_address_stays_readable() -> None:
    raw = wire(make_reply(to=(Address("Dana", "dana@bücher.example"),)))

    assert "dana@bücher.example".encode() in raw


def test_a_calendar_reply_has_no_quote_and_names_its_method() -> None:
    calendar = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n"
    message = email.message_from_bytes(
        wire(make_reply(calendar_reply=calendar)), policy=email.policy.default
    )

    part = next(p for p in message.walk() if p.get_content_type() == "text/calendar")

    assert part.get_param("method") == "REPLY"
    assert part.get_payload(decode=True) == calendar.encode()
    assert "wrote:" not in message.as_string()
