"""HTML of mail: to plain text, from plain text, and made harmless for a quote.

Everything in here is linear in its input: depth and size are capped before any HTML library sees
the text, because a hostile mail may nest tags twenty thousand deep.
"""

from __future__ import annotations

import html as escapes
import re
from typing import Any

_MAX_SIZE = 1_000_000
_MAX_DEPTH = 400
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SKIPPED = frozenset("head style script title template noscript svg math iframe object".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split()
)
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre".split())
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.I)
_INVISIBLE = re.compile("[\u00ad\u034f\u200b\u200c\u200d\u2060\ufeff]")
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_ALLOWED_TAGS = frozenset(
    "a abbr b blockquote br caption code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 "
    "hr i img ins li ol p pre q s small span strong sub sup table tbody td tfoot th thead tr u "
    "ul".split()
)


def html_to_text(html: str) -> str:
    """Return the text that a reader of this HTML sees, quotes marked with `> `.

    Hidden preheaders, styles and scripts are left out; links keep their text. HTML that nests
    too deep or is too large is stripped of its tags instead.
    """
    if len(html) > _MAX_SIZE or _depth(html) > _MAX_DEPTH:
        return _strip_tags(html[:_MAX_SIZE])
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(html).body
    return _Writer().write(body) if body is not None else ""


def text_to_html(text: str) -> str:
    """Return plain text as an HTML fragment: paragraphs at empty lines, escaped exactly once."""
    paragraphs = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").strip("\n"))
    return "".join(
        f"<p>{'<br>'.join(_escape_line(line) for line in one.splitlines())}</p>"
        for one in paragraphs
    )


def sanitise(html: str) -> str:
    """Return HTML without script, style sheets, trackers, forms and frames, for a quote.

    Images stay only where they are part of the message (`cid:`). HTML that nests too deep or is
    too large comes back as its text.
    """
    if len(html) > _MAX_SIZE or _depth(html) > _MAX_DEPTH:
        return text_to_html(_strip_tags(html[:_MAX_SIZE]))
    import nh3

    return nh3.clean(
        html,
        tags=set(_ALLOWED_TAGS),
        clean_content_tags={"script", "style", "title", "template", "noscript"},
        attributes={
            "*": {"dir", "align", "class"},
            "a": {"href"},
            "img": {"src", "alt", "width", "height"},
            "td": {"colspan", "rowspan", "valign"},
            "th": {"colspan", "rowspan", "valign"},
            "blockquote": {"type"},
            "font": {"color", "face", "size"},
        },
        url_schemes={"https", "http", "mailto", "tel", "cid"},
        attribute_filter=_keep_attribute,
        link_rel=None,
    )


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "img" and name == "src" and not value.startswith("cid:"):
        return None
    return value


class _Writer:
    """Walks a parsed page without recursion and writes its text."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""
        self._quote = 0
        self._pre = 0
        self._blank_wanted = False

    def write(self, root: Any) -> str:  # noqa: ANN401 - selectolax has no types
        """Return the text below a node."""
        stack: list[tuple[Any, bool]] = [(root, True)]
        while stack:
            node, is_start = stack.pop()
            tag = node.tag or "!"  # a processing instruction (<?…?>) has no name
            if not is_start:
                self._end(tag)
                continue
            if tag == "-text":
                self._text(node.text_content or "")
                continue
            if tag.startswith(("-", "_", "!")) or self._is_skipped(node, tag):
                continue
            self._start(node, tag)
            stack.append((node, False))
            children = list(node.iter(include_text=True))
            stack.extend((child, True) for child in reversed(children))
        self._break()
        return "\n".join(self._lines).strip("\n")

    def _is_skipped(self, node: Any, tag: str) -> bool:  # noqa: ANN401 - see write
        if tag in _SKIPPED:
            return True
        attributes = node.attributes
        return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))

    def _start(self, node: Any, tag: str) -> None:  # noqa: ANN401 - see write
        if tag == "br":
            self._break(keeps_empty=True)
        elif tag in _BLOCKS:
            self._break()
            if tag in _PARAGRAPHS:
                self._blank_wanted = True
        elif tag in ("td", "th") and self._line.strip():
            self._line += "  "
        if tag == "li":
            self._line += "- "
        if tag == "pre":
            self._pre += 1
        if tag == "blockquote":
            self._quote += 1

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
            if tag in _PARAGRAPHS:
                self._blank_wanted = True
        if tag == "pre":
            self._pre -= 1
        if tag == "blockquote":
            self._quote -= 1

    def _text(self, text: str) -> None:
        text = _INVISIBLE.sub("", text)
        if self._pre:
            first, *rest = text.split("\n")
            self._line += first
            for line in rest:
                self._break(keeps_empty=True)
                self._line += line
            return
        text = _SPACES.sub(" ", text)
        self._line += text.lstrip(" ") if not self._line or self._line.endswith(" ") else text

    def _break(self, *, keeps_empty: bool = False) -> None:
        line = self._line.rstrip()
        self._line = ""
        if not line and not keeps_empty:
            return
        mark = ">" * self._quote
        if self._blank_wanted and self._lines and self._lines[-1].strip("> "):
            self._lines.append(mark)
        self._blank_wanted = False
        if not line and self._lines and not self._lines[-1].strip("> "):
            return
        self._lines.append(f"{mark} {line}".rstrip() if mark else line)


def _escape_line(line: str) -> str:
    """Escape one line; the spaces it starts with stay visible."""
    stripped = line.lstrip(" ")
    return "&nbsp;" * (len(line) - len(stripped)) + escapes.escape(stripped, quote=False)


def _depth(html: str) -> int:
    """Return how deep tags nest at most, closing tags taken at their word."""
    depth = deepest = 0
    for closing, name, itself in _TAG.findall(html):
        if name.lower() in _VOID or itself:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _strip_tags(html: str) -> str:
    text = re.sub(r"<(script|style)\b[^>]*>.*?</\1\s*>", " ", html, flags=re.I | re.S)
    text = re.sub(r"<(?:br|/p|/div|/tr|/li)\b[^>]*>", "\n", text, flags=re.I)
    return escapes.unescape(re.sub(r"<[^>]*>", "", text)).strip()
