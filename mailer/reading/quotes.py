"""Splits a text into own words, signature and quote, in any language and in linear time.

No list of languages decides: a quote begins at an attribution line (an address or a date, then
lines with `>`), at a block of `Label: value` header lines with an address, or at a separator of
dashes or underscores around one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailer.model import Message

_HEADER_LINE = re.compile(r"^\s*\*?[^\W\d_][\w\s.’'\-/()]{0,28}\*?\s?[:：]\*?\s*\S")
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,190}")
_SEPARATOR = re.compile(r"^\s*(?:_{10,}|-{3,}\s*[^-\n]{2,60}\s*-{3,})\s*$")
_DIGITS = re.compile(r"\d+")
_WROTE = re.compile(
    r"(wrote|writes|schrieb|écrit|ecrit|escribió|escribio|escreveu|ha scritto|scrive|schreef|"
    r"geschreven|skrev|kirjoitti|napisał|写道|寫道|作成|書きました|написал|yazdı)",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    r"^(sent from|get outlook for|von meinem|gesendet (?:von|mit)|envoyé (?:de|depuis)|"
    r"enviado (?:desde|do|de)|inviato da|verzonden (?:vanaf|met|via)|verstuurd vanaf|iphoneから送信|outlook for)\b.{0,40}$",
    re.IGNORECASE,
)
_CLOSERS = re.compile(
    r"^(?:(?:with |very |many |all the |kind(?:est)? |warm(?:est|ly)? |best )*(?:regards|wishes|"
    r"best|cheers|sincerely|thanks|thank you|talk soon|warmly|yours (?:sincerely|faithfully|truly)|take care)|"
    r"(?:mit )?(?:freundlichen?|besten?|vielen?|herzlichen?|liebe|schöne|viele) "
    r"(?:grüßen?|grüsse?n?|dank)|"
    r"(?:lg|vg|mfg|gruß|grüße|gruss)|"
    r"(?:bien )?cordialement|bien à vous|sincères salutations|salutations(?: distinguées)?|"
    r"(?:com )?(?:os )?(?:meus |melhores )*cumprimentos(?: cordiais)?|(?:cordiais )?saudações|"
    r"(?:un )?(?:saludos?|abrazo)(?: cordial(?:es)?)?|atentamente|atenciosamente|att|abraços?|abs|"
    r"(?:cordiali|distinti) saluti|un saluto|a presto|"
    r"(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?)[\s,.!–-]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Split:
    """A text in its parts; `own` holds the signature, `quote` begins at its attribution."""

    own: str
    quote: str


@dataclass(frozen=True, slots=True)
class SignatureSplit:
    """Own text in its parts."""

    body: str
    signature: str


def split_quote(text: str) -> Split:
    """Part own text from the quote; text below a quote counts as own where none stands above."""
    lines = text.splitlines()
    start = _quote_start(lines)
    above = "\n".join(lines[:start]).rstrip()
    quote = "\n".join(lines[start:])
    if above.strip() or not quote:
        return Split(above, quote)
    below = [line for line in lines[start:] if not line.lstrip().startswith(">")]
    answers = [line for line in below if not _is_attribution(line)]
    if len(below) < len(lines) - start and any(line.strip() for line in answers):
        return Split("\n".join(answers).strip("\n"), quote)
    return Split(above, quote)


def split_signature(own: str, name: str = "") -> SignatureSplit:
    """Part the words from what stands below them.

    A signature begins at `-- `, at a closing line, at the line with the writer's own `name`, or
    with a last paragraph of short lines.
    """
    lines = own.rstrip().splitlines()
    for number, line in enumerate(lines):
        if line.rstrip() in ("--", "—", "––") or _MOBILE.match(line.strip()):
            return _cut(lines, number)
    for number in range(len(lines) - 1, max(-1, len(lines) - 16), -1):
        if _CLOSERS.match(lines[number].strip()):
            return _cut(lines, number)
    named = _name_line(lines, name)
    if named:
        return _cut(lines, named)
    block = _last_block(lines)
    if block and _looks_like_signature(lines[block:]):
        return _cut(lines, block)
    return SignatureSplit(own.rstrip(), "")


def own_words(text: str) -> str:
    """Return what the writer said: no quote, no signature."""
    return split_signature(split_quote(text).own).body


def signature_of(message: Message) -> str:
    """Return the signature under a message's own text; empty where there is none."""
    return split_signature(split_quote(message.text or "").own, message.sender.name).signature


def _name_line(lines: list[str], name: str) -> int:
    """Return the line near the end that begins with the writer's name; 0 where none does."""
    parts = name.split()
    if len(parts) < 2:
        return 0
    for number in range(len(lines) - 1, max(0, len(lines) - 12), -1):
        line = lines[number].strip(" *_-–—").casefold()
        if line.startswith(name.casefold()) and len(line) < 120:
            return number
    return 0


def _cut(lines: list[str], number: int) -> SignatureSplit:
    return SignatureSplit("\n".join(lines[:number]).rstrip(), "\n".join(lines[number:]).strip())


def _last_block(lines: list[str]) -> int:
    """Return where the last paragraph begins; 0 where there is only one."""
    for number in range(len(lines) - 1, 0, -1):
        if not lines[number - 1].strip():
            return number
    return 0


def _looks_like_signature(block: list[str]) -> bool:
    """Tell whether a last paragraph is short lines without sentences."""
    words = [line for line in block if line.strip()]
    if not words or len(words) > 12:
        return False
    sentences = sum(
        len(line) > 60 or line.rstrip().endswith((".", "?", "!", "。")) for line in words
    )
    return sentences == 0 and (len(words) > 1 or len(words[0].split()) <= 3)


def _quote_start(lines: list[str]) -> int:
    """Return the line at which the quote begins, or the number of lines."""
    count = len(lines)
    for number, line in enumerate(lines):
        if line.startswith(">"):
            return _with_attribution(lines, number)
        if _SEPARATOR.match(line) and _is_header_block(lines, _next_text(lines, number + 1)):
            return number
        if _is_header_block(lines, number):
            return number
        if _is_attribution(line) or (
            number + 1 < count and _is_attribution(f"{line} {lines[number + 1]}")
        ):
            following = _next_text(lines, number + (1 if _is_attribution(line) else 2))
            if (
                following >= count
                or lines[following].startswith(">")
                or _WROTE.search(f"{line} {lines[min(number + 1, count - 1)]}")
            ):
                return number
    return count


def _with_attribution(lines: list[str], first: int) -> int:
    """Return the line of the attribution above the first quoted line."""
    number = first
    while number > 0 and not lines[number - 1].strip() and first - number < 2:
        number -= 1
    for size in (1, 2, 3):
        begin = number - size
        if begin >= 0 and _is_attribution(" ".join(lines[begin:number])):
            return begin
    return first


def _is_attribution(line: str) -> bool:
    stripped = line.strip()
    if not stripped.endswith((":", "：")) or len(stripped) > 300:
        return False
    digits = len(_DIGITS.findall(stripped))
    has_address = _ADDRESS.search(stripped) is not None
    return (digits >= 3 and (has_address or bool(_WROTE.search(stripped)))) or (
        has_address and bool(_WROTE.search(stripped))
    )


def _is_header_block(lines: list[str], start: int) -> bool:
    """Tell whether three or more `Label: value` lines with an address begin here."""
    block = lines[start : start + 3]
    if len(block) < 3 or not all(_HEADER_LINE.match(line) for line in block):
        return False
    return any(_ADDRESS.search(line) for line in block) and _ADDRESS.search(block[0]) is not None


def _next_text(lines: list[str], number: int) -> int:
    while number < len(lines) and not lines[number].strip():
        number += 1
    return number
