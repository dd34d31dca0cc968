"""What the library has no public way for: ESEARCH, strict quoting, LIST RETURN (SPECIAL-USE).

IMAPClient writes a search word as an atom unless it holds a space or a quote, so that `(x` or
`{3}` would be read as syntax, and closes a parenthesis inside of a literal. Here every word comes
quoted, or as a literal where it is not ASCII. ESEARCH (RFC 4731) answers with ranges; a plain
SEARCH answer of more than a million characters is more than imaplib takes. Neither library sends
a command before the last one is answered, so nothing here is pipelined.
"""

from __future__ import annotations

import imaplib
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imapclient import IMAPClient

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_ALL = re.compile(rb"\bALL ([0-9:,*]+)", re.IGNORECASE)
_MIN = re.compile(rb"\bMIN (\d+)", re.IGNORECASE)
_THREAD_TOKEN = re.compile(rb"[()]|\d+")
_MOST_UIDS = 2_000_000


def quoted(text: str) -> bytes:
    """Return a search word ready to send; what is not ASCII will go as a literal."""
    clean = _CONTROL.sub(" ", text)
    if not clean.isascii():
        return clean.encode()
    return b'"' + clean.replace("\\", "\\\\").replace('"', '\\"').encode() + b'"'


def search_uids(client: IMAPClient, criteria: Sequence[bytes]) -> list[int]:
    """Run UID SEARCH in the open mailbox; ascending. The charset is named only where needed."""
    library: Any = client
    arguments = list(criteria)
    if not all(token.isascii() for token in arguments):
        arguments = [b"CHARSET", b"UTF-8", *arguments]
    if not client.has_capability("ESEARCH"):
        answer = library._raw_command_untagged(b"SEARCH", arguments)
        return sorted(_plain_numbers(answer))
    library._imap.untagged_responses.pop("ESEARCH", None)
    kind, data = library._raw_command(b"SEARCH", [b"RETURN", b"(ALL)", *arguments])
    if kind != "OK":
        raise imaplib.IMAP4.error(f"search failed: {data!r}")
    answers = library._imap.untagged_responses.pop("ESEARCH", [])
    return sorted(_ranged_numbers(answers))


def first_uid(client: IMAPClient, criteria: Sequence[bytes]) -> int:
    """Return the first UID that matches in the open mailbox; 1 where the server can't tell."""
    library: Any = client
    if not client.has_capability("ESEARCH"):
        return 1
    library._imap.untagged_responses.pop("ESEARCH", None)
    kind, _ = library._raw_command(b"SEARCH", [b"RETURN", b"(MIN)", *criteria])
    answers = library._imap.untagged_responses.pop("ESEARCH", [])
    found = _MIN.search(answers[-1] or b"") if kind == "OK" and answers else None
    return int(found[1]) if found else 4_294_967_295 if kind == "OK" else 1


def list_threads(client: IMAPClient, algorithm: str) -> list[set[int]]:
    """Run UID THREAD (RFC 5256) over the open mailbox; each thread as the UIDs in it."""
    library: Any = client
    answer = library._raw_command_untagged(b"THREAD", [algorithm.encode(), b"UTF-8", b"UNDELETED"])
    threads: list[set[int]] = []
    depth = 0
    for token in _THREAD_TOKEN.findall(b" ".join(line for line in answer if line)):
        if token == b"(":
            depth += 1
            if depth == 1:
                threads.append(set())
        elif token == b")":
            depth -= 1
        elif threads and depth:
            threads[-1].add(int(token))
    return threads


def list_special_use(client: IMAPClient) -> list[tuple[tuple[bytes, ...], bytes, str]]:
    """Ask for the mailboxes with their roles, of servers that tell only when asked (RFC 6154)."""
    library: Any = client
    kind, data = library._imap._simple_command("LIST", '""', '"*"', "RETURN", "(SPECIAL-USE)")
    kind, data = library._imap._untagged_response(kind, data, "LIST")
    if kind != "OK":
        return []
    found: list[tuple[tuple[bytes, ...], bytes, str]] = library._proc_folder_list(data)
    return found


def _plain_numbers(answer: Iterable[bytes | None]) -> set[int]:
    return {int(n) for line in answer if line for n in line.split(b"(")[0].split() if n.isdigit()}


def _ranged_numbers(answers: Iterable[bytes]) -> set[int]:
    numbers: set[int] = set()
    for answer in answers:
        found = _ALL.search(answer or b"")
        for part in found[1].split(b",") if found else ():
            first, _, last = part.partition(b":")
            low, high = sorted((int(first), int(last or first)))
            if high - low > _MOST_UIDS:
                raise imaplib.IMAP4.error("search failed: an impossible range")
            numbers.update(range(low, high + 1))
    return numbers
