"""Puts own text into the HTML that Exchange made for a reply, and finds it again.

Exchange's own quote stays as it is (G42, G43): own text and signature go right behind the real
`<body>` tag, above the rule and the `divRplyFwdMsg` block with which the quote begins. Only the
Sent line of the outermost block is touched, and only where it is letter for letter the time of
the quoted message in UTC as Exchange words it in English (G45).
"""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

QUOTE_ID = "divrplyfwdmsg"
SIGNATURE_ID = "signature"


class _FoundError(Exception):
    """Everything looked for was found: the rest, which may be hostile, is not parsed."""


def _scan(parser: HTMLParser, text: str) -> None:
    """Feed a parser, but never end it: at the end of unclosed markup it would take for ever."""
    with contextlib.suppress(_FoundError):
        parser.feed(text)


class _Places(HTMLParser):
    """Notes where the body tag ends and where the quote begins.

    The parser knows comments, attributes and raw text apart from tags, which a pattern does not:
    a `<body>` in a comment or in a style sheet is none.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0]
        for match in re.finditer("\n", text):
            self._lines.append(match.end())
        self.body_end = -1
        self.quote_start = -1
        self._rule = (-1, -1)
        self._text = text
        _scan(self, text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        row, column = self.getpos()
        start = self._lines[row - 1] + column
        end = start + len(self.get_starttag_text() or "")
        if tag == "body" and self.body_end < 0:
            self.body_end = end
        elif tag == "hr":
            self._rule = (start, end)
        elif self.quote_start < 0 and (dict(attrs).get("id") or "").casefold() == QUOTE_ID:
            between = self._text[self._rule[1] : start] if self._rule[0] >= 0 else "none"
            self.quote_start = start if between.strip() else self._rule[0]
            raise _FoundError


def put_own(page: str, own: str) -> str:
    """Return the page with own HTML right behind its body tag."""
    at = max(_Places(page).body_end, 0)
    if at == 0 and page and "<html" in page[:200].casefold():
        return f"<html><body>{own}{page}</body></html>"
    return page[:at] + own + page[at:]


def swap_own(page: str, own: str) -> str | None:
    """Return the page with what stands above its quote replaced; None where no quote is found."""
    places = _Places(page)
    if places.quote_start < 0 or places.quote_start < places.body_end:
        return None
    at = max(places.body_end, 0)
    return page[:at] + own + page[places.quote_start :]


def as_page(quote_text: str) -> str:
    """Return a plain-text body as a page, for the rare account that answers in plain text."""
    from mailer.markup import text_to_html

    return f"<html><body>{text_to_html(quote_text)}</body></html>"


def holds_own(page: str, own: str) -> bool:
    """Tell whether own text stands in a stored body; as text, for Exchange cleans HTML (G61)."""
    from mailer.markup import html_to_text

    return _even(html_to_text(own)) in _even(html_to_text(page))


def localise_sent(page: str, sent: datetime) -> str:
    """Put the outermost Sent line into the writer's zone where it is certainly UTC (G45)."""
    places = _Places(page)
    if places.quote_start < 0:
        return page
    line = f"<b>Sent:</b> {_worded(sent.astimezone(UTC))}<br>"
    at = page.find("<b>Sent:</b>", places.quote_start)
    if at < 0 or not page.startswith(line, at):
        return page
    local = f"<b>Sent:</b> {_worded(sent.astimezone())}<br>"
    return page[:at] + local + page[at + len(line) :]


def signature_of(page: str) -> str:
    """Return the signature block of an own sent message, outside any quote; may be empty (G37)."""
    places = _Places(page)
    own = page[: places.quote_start] if places.quote_start >= 0 else page
    finder = _Block(own)
    return finder.block


class _Block(HTMLParser):
    """Takes out the element whose id is `Signature`, nested elements of its kind included."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]
        self._tag = ""
        self._depth = 0
        self._start = 0
        self.block = ""
        self._text = text
        _scan(self, text)

    def _at(self) -> int:
        row, column = self.getpos()
        return self._lines[row - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._tag:
            self._depth += tag == self._tag
        elif not self.block and (dict(attrs).get("id") or "").casefold() == SIGNATURE_ID:
            self._tag, self._depth = tag, 1
            self._start = self._at() + len(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._tag and tag == self._tag:
            self._depth -= 1
            if self._depth == 0:
                self.block, self._tag = self._text[self._start : self._at()], ""
                raise _FoundError


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _worded(when: datetime) -> str:
    """Word a time as Exchange does in English, whatever this machine's language."""
    half = "AM" if when.hour < 12 else "PM"
    return (
        f"{_DAYS[when.weekday()]}, {_MONTHS[when.month - 1]} {when.day}, {when.year} "
        f"{when.hour % 12 or 12}:{when:%M:%S} {half}"
    )


def _even(text: str) -> str:
    return " ".join(text.split())
