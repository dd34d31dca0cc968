"""Mail as it really lies in mailboxes: damaged, hostile, and thirty years old."""

import pytest

from mailer.fields import parse_addresses, parse_date
from mailer.model import Address, Message
from mailer.parsing import parse_draft, parse_message


def read(raw: bytes) -> Message:
    return parse_message(raw, key="k")


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("Dana @ Northwind <dana@x.example>", ["Dana @ Northwind <dana@x.example>"]),
        ("Joe <j@x.example>,Ann@Co <a@x.example>", ["Joe <j@x.example>", "Ann@Co <a@x.example>"]),
        ("Ortiz, Dana, Dr. <dana@x.example>", ["Ortiz, Dana, Dr. <dana@x.example>"]),
        ('"Ortiz, Dana" <dana@x.example>', ["Ortiz, Dana <dana@x.example>"]),
        ("=?utf-8?q?Ortiz=2C_Zo=C3=AB?= <z@x.example>", ["Ortiz, Zoë <z@x.example>"]),
        ("dana@x.example <evil@y.example>", ["dana@x.example <evil@y.example>"]),
        ("'dana@x.example'", ["dana@x.example"]),
        ("Dana Ortiz [mailto:dana@x.example]", ["dana@x.example"]),
        ("dana@x.example (Dana Ortiz)", ["Dana Ortiz <dana@x.example>"]),
        ("Dana <d@x.example>; Joe <j@x.example>", ["Dana <d@x.example>", "Joe <j@x.example>"]),
        ("Team: Dana <dana@x.example>, joe@x.example;", ["Dana <dana@x.example>", "joe@x.example"]),
        ("undisclosed-recipients:;", []),
        ("<@relay.example:dana@x.example>", ["dana@x.example"]),
        ("/G=Dana/S=Ortiz/C=US/@gw.example", ["/G=Dana/S=Ortiz/C=US/@gw.example"]),
        ("mcvax!ukc!dana (Dana)", ["Dana <mcvax!ukc!dana>"]),
        ("root, alex@x.example", ["alex@x.example"]),
    ],
)  # fmt: skip
def test_an_address_list_is_read_as_it_was_meant(value: str, people: list[str]) -> None:
    found = [f"{a.name} <{a.address}>" if a.name else a.address for a in parse_addresses(value)]

    assert found == people


@pytest.mark.parametrize("character", [*'(<@,"\\[;:>', "a@b <", "((a)", "=?utf-8?q?a?= "])
def test_no_header_field_is_too_odd_to_be_read(character: str) -> None:
    value = (character * 10_000).encode()
    names = ("From", "To", "Cc", "Subject", "Date", "Message-ID", "References", "Content-Type")

    message = read(b"".join(b"%s: %s\n" % (n.encode(), value) for n in names) + b"\ntext")

    assert isinstance(message.sender, Address)


def test_an_old_date_is_read_and_a_senseless_one_left() -> None:
    assert str(parse_date("10 Nov 98 9:00 PDT")) == "1998-11-10 09:00:00-07:00"
    assert str(parse_date("Tue, 10 Nov 26 09:00 EST")) == "2026-11-10 09:00:00-05:00"
    assert parse_date("Tue, 10 Nov 9999 09:00:00 +0100") is None
    assert parse_date("yesterday at noon") is None


def test_ids_are_picked_out_of_what_old_programs_wrote_around_them() -> None:
    message = read(
        b"Message-ID: bare@x.example\n"
        b'In-Reply-To: Your message of "Mon, 9 Nov" <b@x>\n'
        b"References: <a@x>\n\t <c d@e>garbage\n <b@x>\n\tand more (comment)\n\n"
    )

    assert message.message_id == "<bare@x.example>"
    assert message.in_reply_to == ("<b@x>",)
    assert message.references == ("<a@x>", "<b@x>")


def test_a_multipart_without_parts_is_shown_as_it_stands() -> None:
    message = read(
        b"Content-Type: multipart/mixed\n\n--b\nContent-Type: text/plain\n\nWe invite you"
    )

    assert "We invite you" in (message.text or "")


def test_a_thousand_nested_parts_are_shown_as_they_stand() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1000)
    )

    assert "We invite you" in (read(nested + b"\nWe invite you").text or "")


def test_a_text_as_long_as_a_book_is_shortened_and_a_draft_never_is() -> None:
    raw = b"From: dana@x.example\n\n" + b"word " * 100_000 + b"end"

    text = read(raw).text or ""
    draft = parse_draft(raw, key="k", version="v", thread_key="t")

    assert text.endswith("\n[…]")
    assert len(text) < 101_000
    assert draft.text.endswith("end")


@pytest.mark.parametrize("charset", ["utf-8", "shift_jis"])
def test_a_text_cut_within_a_character_keeps_its_charset(charset: str) -> None:
    head = f"Content-Type: text/plain; charset={charset}\n\n".encode()

    assert read(head + "面接の日程".encode(charset)[:-1]).text == "面接の日"


def test_a_charset_that_lies_is_read_as_what_it_is() -> None:
    head = b"Content-Type: text/plain; charset=utf-8\n\n"

    assert read(head + "Grüße, Zoë".encode("latin-1")).text == "Grüße, Zoë"
    assert read(head.replace(b"utf-8", b"x-klingon") + "Zoë".encode()).text == "Zoë"
