"""One HTML page that shows a draft as its recipient's mail program would; pure.

The letter is sanitised, and a content security policy stands behind that: no script runs, nothing
is fetched. The quote folds behind three dots as mail programs do it.
"""

from __future__ import annotations

import html as escapes
import re

from mailer.markup import sanitise, text_to_html
from mailer.model import Address, Draft

_QUOTE = re.compile(r'<div class="gmail_quote|<div id="divRplyFwdMsg"|<div id="appendonsend"', re.I)

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1f; --soft: #6b6b70; --paper: #fff; --desk: #f2f2f4;
        --line: #d9d9de; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --soft: #a0a0a8; --paper: #1c1c1f;
        --desk: #111113; --line: #38383d; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--desk); color: var(--ink);
       font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; background: var(--paper); border: 1px solid var(--line);
       border-radius: 8px; padding: 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.2rem; margin: 0 0 .75rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .75rem; margin: 0 0 1rem;
     padding-bottom: 1rem; border-bottom: 1px solid var(--line); font-size: .9rem; }
dt { color: var(--soft); } dd { margin: 0; }
.letter { max-width: 100%; overflow-x: auto; }
.letter img, .letter table { max-width: 100%; height: auto; }
.letter pre { white-space: pre-wrap; }
.letter font { color: inherit; }
.letter a { color: inherit; }
blockquote { margin: 0 0 0 .8ex; padding-left: 1ex; border-left: 2px solid var(--line);
             color: var(--soft); }
summary { cursor: pointer; color: var(--soft); margin: 1rem 0; width: max-content;
          padding: 0 .6rem; border: 1px solid var(--line); border-radius: 6px; }
"""


def preview_page(draft: Draft, *, language: str = "") -> str:
    """Return the whole page; everything of the draft in it is escaped or sanitised.

    The browser chooses the glyphs by the language: Japanese ones are not the Chinese ones.
    """
    own, quote = split_html(draft.html or text_to_html(draft.text))
    rows = [
        ("From", (draft.sender,)),
        ("To", draft.to),
        ("Cc", draft.cc),
        ("Bcc", draft.bcc),
    ]
    header = "".join(_row(name, addresses) for name, addresses in rows if addresses)
    folded = f"<details><summary>•••</summary>{sanitise(quote)}</details>" if quote else ""
    return (
        f"<!doctype html><html lang='{escapes.escape(language)}'><head><meta charset='utf-8'>"
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; "
        "style-src 'unsafe-inline'; img-src data:\">"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>{escapes.escape(draft.subject)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escapes.escape(draft.subject)}</h1><dl>{header}</dl>"
        f"<div class='letter'>{sanitise(own)}{folded}</div></main></body></html>"
    )


def split_html(html: str) -> tuple[str, str]:
    """Return own part and quote of a message's HTML, cut where mail programs fold."""
    found = _QUOTE.search(html)
    return (html[: found.start()], html[found.start() :]) if found else (html, "")


def _row(name: str, addresses: tuple[Address, ...]) -> str:
    people = ", ".join(escapes.escape(str(a)) for a in addresses)
    return f"<dt>{name}</dt><dd>{people}</dd>"
