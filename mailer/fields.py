"""Reads header fields, whatever stands in them, and never raises (RFC 5322, RFC 2047).

Python's modern header parser raises on some real malformed mail, so fields are read raw and each
is decoded on its own, with what can be saved of it.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from datetime import UTC, datetime
from email.message import Message as Part
from email.utils import getaddresses, parsedate_to_datetime

from mailer.charsets import decode
from mailer.model import Address

_LONGEST_LIST = 50_000
_MESSAGE_ID = re.compile(r"<[^<>\s]+>")
_LONGEST_ID = 900
"""In octets; a longer id fits no line (RFC 5322 §2.1.1), so nothing can answer it by name."""
_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(=\?[^?\s]{1,40}\?[bBqQ]\?[^?]*\?=)\s+(?==\?)")
_BARE_NAME = re.compile(r"""(?:^|(?<=[,:;>)]))([^"\\(),:;<>]*+)<""")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x80-\x9f]+")
_HOSTILE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x9b\u202d\u202e]")
"""Steers a terminal, or turns the reading direction over: in nobody's name. Not all of \x80-\x9f,
which are apostrophes in Windows-1252 that calls itself ISO-8859-1."""
_DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202c\u2066-\u2069]")


class Fields:
    """The header fields of a parsed message, decoded one by one."""

    def __init__(self, parsed: Part) -> None:
        self._raw = [(name, unescape(str(value))) for name, value in parsed.raw_items()]
        self.all = tuple((_CONTROL.sub("", n), decode_header(v)) for n, v in self._raw)

    def first(self, name: str) -> str:
        """Return the first field of that name, decoded; empty where there is none."""
        return next((v for n, v in self.all if n.casefold() == name), "")

    def addresses(self, name: str) -> tuple[Address, ...]:
        """Return the addresses of all fields of that name."""
        values = [v for n, v in self._raw if n.casefold() == name]
        return tuple(a for v in values for a in parse_addresses(" ".join(v.split())))


def parse_addresses(value: str) -> tuple[Address, ...]:
    """Read an address list (RFC 5322 §3.4), encoded words in names decoded (G39).

    Names that lack their quotes are taken for names: `Dana @ Northwind <dana@x.example>` and
    `Ortiz, Dana <dana@x.example>` are one address each. What has no `@` is an address only where
    nothing beside it has one.
    """
    quoted = _BARE_NAME.sub(_put_in_quotes, value[:_LONGEST_LIST])
    try:
        pairs = _read_addresses(quoted)
    except (ValueError, IndexError, RecursionError):
        return ()
    found, before = [], ""
    is_any_whole = any("@" in address for _, address in pairs)
    for name, address in pairs:
        bare = _CONTROL.sub("", address).strip()
        if len(bare) > 2 and bare[0] == bare[-1] == "'":
            bare = bare[1:-1]
        if is_any_whole and bare and "@" not in bare:
            before = "" if name else f"{before}{bare}, "
            continue
        shown = display_name(_joined_words(name)).strip("'\"").strip()
        if bare or shown:
            found.append(Address(f"{before}{shown}" if shown else "", bare))
        before = ""
    return tuple(found)


def display_name(text: str) -> str:
    """Return a decoded display name (RFC 5322 §3.4) on one line; empty where it is hostile.

    What is left of `Dana <ESC>]0;…` without its escape would stand in a greeting: whoever writes
    such a name is called by the address.
    """
    if _HOSTILE.search(text) or "=?" in text:  # an encoded word that can't be decoded
        return ""
    return " ".join(_CONTROL.sub(" ", _DIRECTION.sub("", text)).split())


def message_ids(value: str) -> tuple[str, ...]:
    """Return every msg-id of a header field, with `< >`, in order, each once."""
    found = dict.fromkeys(_MESSAGE_ID.findall(value))
    return tuple(i for i in found if len(i.encode("utf-8", "replace")) <= _LONGEST_ID)


def parse_message_id(value: str) -> str:
    """Return the id of a Message-ID field, with `< >` put back where they are missing; or empty."""
    found = message_ids(value)
    if found:
        return found[0]
    bare = value.strip().strip("<>")
    is_one = "@" in bare and len(bare) <= _LONGEST_ID and not re.search(r"[\s<>]", bare)
    return f"<{bare}>" if is_one else ""


def parse_date(value: str) -> datetime | None:
    """Read a Date field; aware, and None where it can't be read or makes no sense.

    An unknown zone (`-0000`, RFC 5322 §3.3) counts as UTC.
    """
    try:
        date = parsedate_to_datetime(value)
        if date.tzinfo is None:
            date = date.replace(tzinfo=UTC)
        if 1971 <= date.year <= 2200:
            date.astimezone(UTC)
            return date
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        pass
    return None


def decode_header(value: str) -> str:
    """Return a header field's value on one line, encoded words decoded, controls left out."""
    decoded = _joined_words(value)
    return _CONTROL.sub(" ", decoded.replace("\r\n", "\n").replace("\n", " ")).strip()


def unescape(value: str) -> str:
    """Give raw 8-bit header bytes back their characters."""
    try:
        return decode(value.encode("ascii", "surrogateescape"), "")
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode("utf-8", "replace")


def _read_addresses(value: str) -> list[tuple[str, str]]:
    try:
        return getaddresses([value], strict=False)  # type: ignore[call-arg,unused-ignore]
    except TypeError:  # Python before the strict mode came
        return getaddresses([value])


def _put_in_quotes(found: re.Match[str]) -> str:
    name = found[1].strip()
    return f' "{name}" <' if "@" in name else found[0]


def _joined_words(value: str) -> str:
    return _decode_words(_BETWEEN_WORDS.sub(r"\1", value))


def _decode_words(value: str) -> str:
    """Decode runs of encoded words; bytes of one charset are joined before they are decoded."""
    out: list[str] = []
    pending, charset, position = b"", "", 0
    for found in _WORD.finditer(value):
        between = value[position : found.start()]
        if pending and (between or found[1].casefold() != charset):
            out.append(decode(pending, charset))
            pending = b""
        out.append(between)
        charset, position = found[1].casefold(), found.end()
        pending += _word_bytes(found)
    if pending:
        out.append(decode(pending, charset))
    return "".join(out) + value[position:]


def _word_bytes(found: re.Match[str]) -> bytes:
    content = found[3].encode("ascii", "replace")
    if found[2] in "qQ":
        return quopri.decodestring(content.replace(b"_", b" "), header=True)
    try:
        return base64.b64decode(content + b"=" * (-len(content) % 4))
    except (binascii.Error, ValueError):
        return found[0].encode("utf-8", "replace")
