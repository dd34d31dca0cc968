"""The one place that builds a message: RFC 5322 header fields, MIME parts, the quote.

Own text stands above the signature, the signature above the quote. The quote has the form that
mail programs fold away (`gmail_quote`), its HTML is sanitised. In-Reply-To and References are
folded id by id, because the email package would write a long one as an encoded word, which no
program follows.
"""

from __future__ import annotations

import html as html_escapes
import re
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Any

from mailer.errors import RuleStopError
from mailer.model import Address, Message, Reply
from mailer.subjects import reply_subject

__all__ = [
    "MessagePolicy",
    "attribution",
    "make_message",
    "own_html",
    "quote_html",
    "quote_text",
    "references_for",
    "reply_subject",
]

_ADDRESS_FIELDS = frozenset({"from", "to", "cc", "bcc", "reply-to"})
_ID_FIELDS = frozenset({"message-id", "in-reply-to", "references"})
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_LONGEST_NAME = 200
"""Of a display name: one word of a thousand letters can't be folded (RFC 5322 §2.1.1)."""
_QUOTE_STYLE = "margin:0 0 0 0.8ex;border-left:1px solid #ccc;padding-left:1ex"


class MessagePolicy(EmailPolicy):
    """The email package's policy for mail on the wire, with three kinds of field folded by us.

    Its own folding writes a long id as an encoded word, and loses or adds spaces between encoded
    words and plain ones (RFC 2047 §6.2).
    """

    def header_store_parse(
        self,
        name: str,
        value: Any,  # noqa: ANN401 - as in the class above
    ) -> tuple[str, Any]:
        """Take ids as they are: the package would decode what looks like an encoded word."""
        if name.casefold() in _ID_FIELDS:
            return name, " ".join(str(value).split())
        stored: tuple[str, Any] = super().header_store_parse(name, value)
        return stored

    def fold(self, name: str, value: str) -> str:
        """Fold a header field (RFC 5322 §2.2.3): ids and addresses one a line."""
        lines = self._lines(name.casefold(), value)
        if lines is None:
            folded: str = super().fold(name, value)
            return folded
        return f"{name}: " + f"{self.linesep} ".join(lines) + self.linesep

    def fold_binary(self, name: str, value: str) -> bytes:
        """Fold a header field for the wire."""
        return self.fold(name, value).encode("utf-8", "replace")

    def _lines(self, name: str, value: str) -> list[str] | None:
        if name in _ID_FIELDS:
            return str(value).split()
        if name in _ADDRESS_FIELDS:
            one_each = [self._address(a) for a in getattr(value, "addresses", ())]
            return [f"{line}," for line in one_each[:-1]] + one_each[-1:]
        if name == "subject" and not self.utf8 and not str(value).isascii():
            return _encoded(str(value), len("Subject: "))
        return None

    def _address(self, address: HeaderAddress) -> str:
        name = address.display_name
        if self.utf8 or name.isascii():
            return str(address)
        return f"{f'{self.linesep} '.join(_encoded(name, 0))} <{address.addr_spec}>"


_POLICY = MessagePolicy(linesep="\r\n", max_line_length=78)


def make_message(reply: Reply) -> EmailMessage:
    """Build the complete message of a reply: header fields, own text, signature and quote.

    An internationalised address makes a message that wants SMTPUTF8 (RFC 6532).
    """
    people = (reply.sender, *reply.to, *reply.cc, *reply.bcc)
    needs_utf8 = not all(a.address.isascii() for a in people)
    message = EmailMessage(policy=_POLICY.clone(utf8=needs_utf8))
    message["Date"] = format_datetime(reply.date)
    message["From"] = _field((reply.sender,))
    for name, addresses in (("To", reply.to), ("Cc", reply.cc), ("Bcc", reply.bcc)):
        if addresses:
            message[name] = _field(addresses)
    message["Subject"] = _one_line(reply.subject)
    message["Message-ID"] = reply.message_id
    if reply.in_reply_to:
        message["In-Reply-To"] = reply.in_reply_to
    if reply.references:
        message["References"] = " ".join(reply.references)
    _set_bodies(message, reply)
    return message


def references_for(parent: Message) -> tuple[str, ...]:
    """Return the ids for References of a reply to `parent`, oldest first (RFC 5322 §3.6.4).

    The parent's References, or where it has none its In-Reply-To if that holds exactly one id;
    then the parent's own id (G12).
    """
    chain = parent.references or (parent.in_reply_to if len(parent.in_reply_to) == 1 else ())
    own = (parent.message_id,) if parent.message_id else ()
    return (*(i for i in dict.fromkeys(chain) if i not in own), *own)


def own_html(reply: Reply) -> str:
    """Return own text and signature as one HTML fragment, without the quote."""
    return f'<div dir="auto">{reply.html}</div>{_signature_html(reply)}'


def quote_text(reply: Reply) -> str:
    """Return the quoted parent as plain text, attribution line first."""
    body = (reply.parent.text or "").rstrip()
    quoted = "\n".join(_quote_line(line) for line in body.splitlines())
    return f"{attribution(reply.parent, reply.language, reply.date)}\n\n{quoted}"


def quote_html(reply: Reply) -> str:
    """Return the quoted parent in the form that mail programs fold away (G30, G83)."""
    from mailer.markup import sanitise, text_to_html

    parent = reply.parent
    body = sanitise(parent.html) if parent.html else text_to_html(parent.text or "")
    line = html_escapes.escape(attribution(parent, reply.language, reply.date))
    return (
        f'<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">{line}'
        f'<br></div><blockquote class="gmail_quote" type="cite" style="{_QUOTE_STYLE}">'
        f"{body}</blockquote></div>"
    )


def attribution(parent: Message, language: str, written_at: datetime) -> str:
    """Return the line above the quote, in the letter's language and the writer's zone."""
    from babel import Locale
    from babel.dates import format_date, format_time

    form = _ATTRIBUTIONS.get(language.partition("-")[0], _ATTRIBUTIONS["en"])
    locale = Locale.parse(form.locale)
    when = parent.date.astimezone(written_at.tzinfo)
    return form.pattern.format(
        date=format_date(when, form.date_format, locale=locale),
        time=format_time(when, "short", locale=locale).replace("\u202f", " "),
        author=_CONTROL.sub(" ", str(parent.sender)).strip(),
    )


@dataclass(frozen=True, slots=True)
class _Attribution:
    locale: str
    date_format: str
    pattern: str


_ATTRIBUTIONS = {
    "en": _Attribution("en_US", "EEE, MMM d, y", "On {date} at {time}, {author} wrote:"),
    "de": _Attribution("de_DE", "EEE, d. MMM y", "Am {date} um {time} schrieb {author}:"),
    "fr": _Attribution("fr_FR", "EEE d MMM y", "Le {date} à {time}, {author} a écrit\u00a0:"),
    "es": _Attribution("es_ES", "EEE, d MMM y", "El {date} a las {time}, {author} escribió:"),
    "pt": _Attribution(
        "pt_BR", "EEE, d 'de' MMM 'de' y", "Em {date} às {time}, {author} escreveu:"
    ),
    "it": _Attribution(
        "it_IT", "EEE d MMM y", "Il giorno {date} alle ore {time}, {author} ha scritto:"
    ),
    "nl": _Attribution("nl_NL", "EEE d MMM y", "Op {date} om {time} schreef {author}:"),
    "ja": _Attribution("ja_JP", "y年M月d日(E)", "{date} {time} {author}:"),
}


def _set_bodies(message: EmailMessage, reply: Reply) -> None:
    if reply.calendar_reply:
        _set_calendar_reply(message, reply)
        return
    parts = [reply.text.rstrip()]
    if reply.signature_text.strip():
        parts.append(f"-- \n{reply.signature_text.strip()}")
    parts.append(quote_text(reply))
    message.set_content("\n\n".join(parts) + "\n", cte="quoted-printable")
    page = f"<html><head></head><body>{own_html(reply)}<br>{quote_html(reply)}</body></html>"
    message.add_alternative(page, subtype="html", cte="quoted-printable")


def _set_calendar_reply(message: EmailMessage, reply: Reply) -> None:
    """Put text and the iTIP REPLY side by side (RFC 6047 §2.4)."""
    message.set_content(reply.text.rstrip() + "\n", cte="quoted-printable")
    message.add_alternative(
        reply.calendar_reply, subtype="calendar", cte="base64", params={"method": "REPLY"}
    )


def _signature_html(reply: Reply) -> str:
    if reply.signature_html.strip():
        return f"<br>{reply.signature_html}"
    if reply.signature_text.strip():
        from mailer.markup import text_to_html

        return f'<br><div class="gmail_signature">-- <br>{text_to_html(reply.signature_text)}</div>'
    return ""


def _quote_line(line: str) -> str:
    return f">{line}" if line.startswith(">") else f"> {line}".rstrip()


def _field(addresses: tuple[Address, ...]) -> list[HeaderAddress]:
    return [_header_address(address) for address in addresses]


def _header_address(address: Address) -> HeaderAddress:
    """Return the address as the email package wants it.

    Raises:
        RuleStopError: no mail can go to it (RFC 5322 §3.4.1): it came so with somebody's mail.
    """
    name, bare = _one_line(address.name)[:_LONGEST_NAME], address.address
    try:
        if bare.isascii():
            return HeaderAddress(display_name=name, addr_spec=bare)
        return HeaderAddress(name, *bare.rsplit("@", 1))
    except (ValueError, IndexError, MessageError) as error:
        raise RuleStopError(
            "nobody_to_write_to",
            f"No mail can go to {_one_line(bare)!r}, which is no whole address. "
            "Nothing was stored.",
            hint="Name the right address with --to or --cc.",
        ) from error


def _encoded(text: str, taken: int) -> list[str]:
    """Return the whole text as encoded words, each within 75 octets (RFC 2047 §2)."""
    header = Header(text, charset="utf-8", maxlinelen=75 - taken)
    return header.encode(linesep="\n").split("\n ")


def _one_line(text: str) -> str:
    """Return text that is one header field's value and nothing else.

    What still begins like an encoded word (RFC 2047 §2) was damaged or hostile: the library would
    decode it, line breaks and all, into a field of its own.
    """
    return _CONTROL.sub(" ", text).replace("=?", "= ?").strip()
