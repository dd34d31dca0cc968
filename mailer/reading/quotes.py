"""Splits a text into own words, signature and quote, in any language and in linear time.

A quote begins at an attribution line (an address or a date, then lines with `>`), at a block of
header lines, or at a separator of dashes or underscores around one. In a block of header lines the
first holds an address, or the labels are those that mail programs write (`From: Ortiz, Dana`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mailer.model import Message
from mailer.reading.display_names import CJK, clean_name

_HEADER_LINE = re.compile(r"^\s*\*?[^\W\d_][\w\s.’'\-/()]{0,28}\*?\s?[:：]\*?\s*\S")
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,190}")
_COLONS = (":", "：")
_MARKS = (*_COLONS, ">", "---")
"""One of these stands where any quote begins."""
_QUOTED = re.compile(r"^\s{0,3}[^\W\d_]{0,3}>")
"""A quoted line, also with the initials that old programs put before the mark."""
_SEPARATOR = re.compile(r"^\s*(?:_{10,}|-{3,}\s*\S[^\n]{0,140}?\S\s*-{3,})\s*$")
_RULE = re.compile(r"^\s*[―━─═＝=*_~〜・+-]{5,}\s*$")
_FORWARDED = re.compile(r"^\s*(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Início da mensagem reencaminhada|Inizio messaggio inoltrato|Begin doorgestuurd bericht|転送されたメッセージ)\s?[:：]\s*$", re.I)  # fmt: skip
_COLUMNS = re.compile(r"\s{2,}To:\s")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_FIELD_NAMES = {
    "from": "from von de da van från fra od feladó kimden от від 差出人 送信元 发件人 寄件者 gönderen",
    "date": "sent date gesendet datum envoyé fecha enviado data inviato verzonden skickat sendt dato "
    "wysłano odesláno tarih gönderilme отправлено дата 送信日時 送信日 日付 日時 发送时间 日期",
    "to": "to an à a para aan till til do komu kime кому 宛先 收件人 收件者",
    "cc": "cc kopie copie kopia kopi копия 抄送 副本",
    "subject": "subject betreff thema objet sujet asunto assunto oggetto onderwerp ämne emne temat předmět "
    "konu тема 件名 主题 主旨",
}
_FIELD = {name: field for field, names in _FIELD_NAMES.items() for name in names.split()}
_LABEL = re.compile(r"^\s*\*{0,2}([^\W\d_]{1,14})(?: \(cc\))?\s?\*{0,2}\s?[:：]", re.I)
_DIGITS = re.compile(r"\d+")
_WROTE = re.compile(
    r"(wrote|writes|schrieb|schreibt|schrijft|escribe|escreve|écrit|ecrit|escribió|escribio|escreveu|ha scritto|scrive|schreef|"
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


@lru_cache(maxsize=8_192)
def split_quote(text: str) -> Split:
    """Part own text from the quote; text below a quote counts as own where none stands above."""
    lines = text.splitlines()
    start = _quote_start(lines) if any(mark in text for mark in _MARKS) else len(lines)
    above = "\n".join(lines[:start]).rstrip()
    quote = "\n".join(lines[start:])
    if above.strip() or not quote:
        return Split(above, quote)
    below = [line for line in lines[start:] if not _QUOTED.match(line)]
    answers = [line for line in below if not (_is_attribution(line) or _is_bare(line))]
    if len(below) < len(lines) - start and any(line.strip() for line in answers):
        return Split("\n".join(answers).strip("\n"), quote)
    return Split(above, quote)


@lru_cache(maxsize=8_192)
def split_signature(own: str, name: str = "") -> SignatureSplit:
    """Part the words from what stands below them.

    A signature begins at `-- `, at a closing line, at the line with the writer's own `name`, or
    with a last paragraph of short lines.
    """
    lines = own.rstrip().splitlines()
    for number, line in enumerate(lines):
        if line.rstrip() in ("--", "—", "––") or _MOBILE.match(line.strip()):
            return _cut(lines, number)
        if number and _RULE.match(line) and len(lines) - number < 14:
            return _cut(lines, number)
    for number in range(len(lines) - 1, max(-1, len(lines) - 40), -1):
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


@lru_cache(maxsize=8_192)
def said_in(message: Message) -> str:
    """Return what the writer of a message said: no quote, no signature."""
    own = split_quote(message.text or message.snippet).own
    return split_signature(own, clean_name(message.sender.name)).body


def signature_of(message: Message) -> str:
    """Return the signature under a message's own text; empty where there is none."""
    return split_signature(
        split_quote(message.text or "").own, clean_name(message.sender.name)
    ).signature


def _name_line(lines: list[str], name: str) -> int:
    """Return the line near the end that begins with the writer's name; 0 where none does.

    A Chinese or Japanese name is whole without a space: `邢曼 Mandy Xing`.
    """
    parts = name.split()
    if len(parts) < 2 and not (len(name) > 1 and CJK.match(name)):
        return 0
    orders = (name.casefold(), " ".join([*parts[1:], parts[0]]).casefold())
    for number in range(len(lines) - 1, max(0, len(lines) - 12), -1):
        line = lines[number].strip(" *_-–—").casefold()
        is_named = line.startswith(orders) and len(line) < 120
        if is_named and (len(parts) > 1 or not CJK.match(line[len(name) :])):
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
    has_dates = any(_CLOCK.search(line) or "月" in line for line in words)
    return (
        not has_dates
        and not any(map(_is_sentence, words))
        and (len(words) > 1 or len(words[0].split()) <= 3)
    )


def _is_sentence(line: str) -> bool:
    """Tell a sentence from a line of a signature, such as `Northwind, Inc.`."""
    ends = line.rstrip().endswith((".", "?", "!", "。"))
    return len(line) > 75 or (ends and (len(line.split()) > 4 or line.endswith(("?", "!", "。"))))


def _quote_start(lines: list[str]) -> int:
    """Return the line at which the quote begins, or the number of lines."""
    count = len(lines)
    for number, line in enumerate(lines):
        if _QUOTED.match(line):
            return _with_attribution(lines, number)
        if _label(line) == "to" and _is_header_block(lines, number, least=2):
            named = _with_writer_and_date(lines, number)
            if named < number:
                return named
        if _is_separator(lines, number) or _is_header_block(lines, number):
            return number
        if (
            "To:" in line
            and _COLUMNS.search(line)
            and (block := _columns_start(lines, number)) is not None
        ):
            return block
        if _is_attribution(line) or (
            number + 1 < count and _is_attribution(f"{line} {lines[number + 1]}")
        ):
            following = _next_text(lines, number + (1 if _is_attribution(line) else 2))
            if (
                following >= count
                or _QUOTED.match(lines[following])
                or _WROTE.search(f"{line} {lines[min(number + 1, count - 1)]}")
            ):
                return number
    return count


def _is_separator(lines: list[str], number: int) -> bool:
    """Tell whether a line parts own text from what a program put below: header lines follow it.

    Notes writes who forwarded and when into the line itself.
    """
    line = lines[number]
    if not (_SEPARATOR.match(line) or _FORWARDED.match(line)):
        return False
    following = _next_text(lines, number + 1)
    return (
        _is_header_block(lines, following, least=2)
        or bool(_FORWARDED.match(line))
        or (len(_DIGITS.findall(line)) >= 3 and bool(_CLOCK.search(line)))
    )


def _with_writer_and_date(lines: list[str], first: int) -> int:
    """Return where the writer and date begin that Notes puts above `To:` and `cc:`."""
    last = (
        first - 1 if first > 1 and not lines[first - 1].strip() else first
    )  # an empty line between
    number = last
    while number > 0 and last - number < 3 and lines[number - 1].strip():
        number -= 1
    above = " ".join(lines[number:last])
    is_dated = len(_DIGITS.findall(above)) >= 3 and _CLOCK.search(above)
    return number if is_dated else first


def _columns_start(lines: list[str], number: int) -> int | None:
    """Return where the two columns of Notes 5 begin: the writer left, `To:` and `Subject:` right."""
    if not any(re.search(r"\s{2,}Subject:", line) for line in lines[number : number + 7]):
        return None
    while (
        number > 0
        and lines[number - 1].strip()
        and len(lines[number - 1]) - len(lines[number - 1].lstrip()) > 8
    ):
        number -= 1
    return number


def _with_attribution(lines: list[str], first: int) -> int:
    """Return the line of the attribution above the first quoted line."""
    number = first
    while number > 0 and not lines[number - 1].strip() and first - number < 2:
        number -= 1
    for size in (1, 2, 3):
        begin = number - size
        if begin >= 0 and _is_attribution(" ".join(lines[begin:number])):
            return begin
    return number - 1 if number and _is_bare(lines[number - 1]) else first


def _is_attribution(line: str) -> bool:
    stripped = line.strip()
    if not stripped.endswith((":", "：")) or len(stripped) > 300:
        return False
    digits = len(_DIGITS.findall(stripped))
    has_address = _ADDRESS.search(stripped) is not None
    return (digits >= 3 and (has_address or bool(_WROTE.search(stripped)))) or (
        has_address and bool(_WROTE.search(stripped))
    )


def _is_bare(line: str) -> bool:
    """Tell whether a line is an attribution without date and address: `Dana Ortiz writes:`."""
    bare = line.strip()
    return bare.endswith((":", "：")) and len(bare) < 100 and bool(_WROTE.search(bare))


def _is_header_block(lines: list[str], start: int, least: int = 3) -> bool:
    """Tell whether `least` or more header lines begin here.

    Their labels are known, or there are three and the first holds an address.
    """
    first = next((line for line in lines[start : start + 11] if line.strip()), "")
    if not any(map(first.__contains__, _COLONS)):
        return False
    fields: set[str] = set()
    spaced = [line for line in lines[start : start + 11] if line.strip()]  # a paragraph for each
    for line in spaced[:6]:
        if not (field := _label(line)):
            break
        fields.add(field)
    if len(fields) >= least and fields & {"from", "to"}:
        return True
    block = lines[start : start + 3]
    if len(block) < 3 or not all(_HEADER_LINE.match(line) for line in block):
        return False
    return _ADDRESS.search(block[0]) is not None


def _label(line: str) -> str:
    """Return which header field a line shows, in any usual language; empty where none."""
    found = _LABEL.match(line) if any(map(line.__contains__, _COLONS)) else None
    return _FIELD.get(found[1].casefold(), "") if found else ""


def _next_text(lines: list[str], number: int) -> int:
    while number < len(lines) and not lines[number].strip():
        number += 1
    return number
