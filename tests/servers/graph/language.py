"""The three little languages of Graph's query options: KQL, OData filters, and `$select`.

Only what concerns mail, and with the refusals that the service documents:

- `$search` is KQL inside one pair of double quotes; `"` and `\\` in it are escaped by `\\`
  (learn.microsoft.com/graph/search-query-parameter). Words are joined by AND, and match whole
  words of From, Subject and body without regard to case; `word*` matches beginnings.
- `contains` on a body, and a sort order that the filter does not begin with, are refused as
  too complex (G53).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Test = Callable[[Any], bool]

_KQL_TOKEN = re.compile(
    r'\s*(?:(?P<prop>\w+)(?P<op>:|>=|<=|>|<|=)(?="|[^\s()])|"(?P<phrase>[^"]*)"'
    r"|(?P<paren>[()])|(?P<word>[^\s()\"]+))"
)
_WORD = re.compile(r"\w+", re.UNICODE)


class RefusedQuery(Exception):  # noqa: N818 - it is an answer of the service
    """The service refuses the query, with its error code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


# --- KQL -----------------------------------------------------------------------------------


def compile_kql(search: str) -> Test:
    """Return the test for the value of `$search`, its outer quotes included."""
    match = re.fullmatch(r'"((?:[^"\\]|\\.)*)"', search)
    if not match:
        raise RefusedQuery("BadRequest", "Syntax error: the search must stand in double quotes")
    text = re.sub(r"\\(.)", r"\1", match[1])
    tokens = [m.groupdict() for m in _KQL_TOKEN.finditer(text)]
    if not tokens or text.count('"') % 2:
        raise RefusedQuery("BadRequest", "Syntax error in the search expression")
    return _Kql(tokens).parse()


class _Kql:
    """A recursive descent over OR, AND (also unwritten), NOT and parentheses."""

    def __init__(self, tokens: list[dict[str, str | None]]) -> None:
        self.tokens = tokens
        self.at = 0

    def parse(self) -> Test:
        test = self._any()
        if self.at < len(self.tokens):
            raise RefusedQuery("BadRequest", "Syntax error: unbalanced parenthesis")
        return test

    def _peek(self) -> dict[str, str | None]:
        return self.tokens[self.at] if self.at < len(self.tokens) else {}

    def _takes(self, word: str) -> bool:
        if self._peek().get("word") == word:
            self.at += 1
            return True
        return False

    def _any(self) -> Test:
        tests = [self._all()]
        while self._takes("OR"):
            tests.append(self._all())
        return lambda item: any(test(item) for test in tests)

    def _all(self) -> Test:
        tests = [self._one()]
        while True:
            self._takes("AND")
            ahead = self._peek()
            if not ahead or ahead.get("paren") == ")" or ahead.get("word") == "OR":
                return lambda item: all(test(item) for test in tests)
            tests.append(self._one())

    def _one(self) -> Test:
        if self._takes("NOT"):
            inner = self._one()
            return lambda item: not inner(item)
        token = self._peek()
        if not token:
            raise RefusedQuery("BadRequest", "Syntax error: an operand is missing")
        self.at += 1
        if token["paren"] == "(":
            test = self._any()
            if self._peek().get("paren") != ")":
                raise RefusedQuery("BadRequest", "Syntax error: unbalanced parenthesis")
            self.at += 1
            return test
        if token["prop"]:
            return self._property(token["prop"].casefold(), token["op"] or ":")
        return _words(token["phrase"] or token["word"] or "", _default_text)

    def _property(self, name: str, operator: str) -> Test:
        token = self._peek()
        self.at += 1
        value = token.get("phrase") or token.get("word") or ""
        if name in _TEXTS:
            return _words(value, _TEXTS[name])
        if name in ("received", "sent"):
            return _dated(name, operator, value)
        raise RefusedQuery("BadRequest", f"The property '{name}' is not searchable")


def _words(value: str, text_of: Callable[[Any], str]) -> Test:
    wanted = [w.casefold() for w in _WORD.findall(value)]
    is_prefix = value.endswith("*")

    def test(item: Any) -> bool:
        have = [w.casefold() for w in _WORD.findall(text_of(item))]
        for start in range(len(have) - len(wanted) + 1):
            window = have[start : start + len(wanted)]
            if window[:-1] == wanted[:-1] and (
                window[-1] == wanted[-1] or (is_prefix and window[-1].startswith(wanted[-1]))
            ):
                return True
        return False

    return test if wanted else lambda item: False


def _dated(name: str, operator: str, value: str) -> Test:
    def test(item: Any) -> bool:
        day = getattr(item, name).date().isoformat()
        return {
            ">=": day >= value, "<=": day <= value, ">": day > value, "<": day < value,
        }.get(operator, day == value)  # fmt: skip

    return test


def _people(*fields: str) -> Callable[[Any], str]:
    def text(item: Any) -> str:
        people = [p for name in fields for p in getattr(item, name)]
        return " | ".join(f"{name} | {address}" for name, address in people)

    return text


def _default_text(item: Any) -> str:
    return f"{_people('from_')(item)} | {item.subject} | {item.plain_text}"


_TEXTS: dict[str, Callable[[Any], str]] = {
    "from": _people("from_"),
    "to": _people("to"),
    "cc": _people("cc"),
    "bcc": _people("bcc"),
    "recipients": _people("to", "cc", "bcc"),
    "participants": _people("from_", "to", "cc", "bcc"),
    "subject": lambda item: str(item.subject),
    "body": lambda item: str(item.plain_text),
}

# --- OData ---------------------------------------------------------------------------------

_ODATA_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<any>singleValueExtendedProperties/any\()"
    r"|(?P<call>contains|startswith)\(|(?P<mark>[(),])"
    r"|(?P<time>\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))|(?P<name>[\w/]+:?))"
)


@dataclass(frozen=True)
class Filter:
    """A compiled `$filter`."""

    test: Test
    properties: frozenset[str]
    """The paths that it compares."""


def compile_filter(text: str) -> Filter:
    """Return the test for the value of `$filter`."""
    tokens = list(_ODATA_TOKEN.finditer(text))
    if not tokens or "".join(m[0] for m in tokens).strip() != text.strip():
        raise RefusedQuery("BadRequest", f"Invalid filter clause: {text}")
    parser = _OData(tokens)
    test = parser.any_of()
    if parser.at < len(tokens):
        raise RefusedQuery("BadRequest", f"Syntax error in '{text}'")
    return Filter(test, frozenset(parser.properties))


class _OData:
    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.properties: set[str] = set()
        self.prefix = ""

    def _peek(self) -> str:
        return self.tokens[self.at][0].strip() if self.at < len(self.tokens) else ""

    def _next(self) -> re.Match[str]:
        if self.at >= len(self.tokens):
            raise RefusedQuery("BadRequest", "Syntax error: the filter ends too early")
        self.at += 1
        return self.tokens[self.at - 1]

    def any_of(self) -> Test:
        tests = [self._all_of()]
        while self._peek() == "or":
            self.at += 1
            tests.append(self._all_of())
        return lambda item: any(test(item) for test in tests)

    def _all_of(self) -> Test:
        tests = [self._one()]
        while self._peek() == "and":
            self.at += 1
            tests.append(self._one())
        return lambda item: all(test(item) for test in tests)

    def _one(self) -> Test:
        token = self._next()
        if token["mark"] == "(":
            test = self.any_of()
            self._expect(")")
            return test
        if token["any"]:
            return self._extended()
        if token["call"]:
            return self._call(token["call"])
        path, operator, value = token["name"] or "", self._next()[0].strip(), self._literal()
        self.properties.add(path)
        return lambda item: _compare(item.odata(path), operator, value)

    def _extended(self) -> Test:
        """`any(ep: ep/id eq '…' and ep/value eq '…')`; on values also contains."""
        variable = self._next()[0].strip().rstrip(":")
        start = self.at
        depth = 1
        while depth:
            depth += {"(": 1, ")": -1}.get(self._next()[0].strip()[-1:], 0)
        inner = " ".join(t[0].strip() for t in self.tokens[start : self.at - 1])
        test = compile_filter(inner.replace(f"{variable}/", "").replace("( ", "(")).test
        return lambda item: any(test(pair) for pair in item.extended_pairs())

    def _call(self, name: str) -> Test:
        path = self._next()[0].strip()
        self._expect(",")
        value = str(self._literal()).casefold()
        self._expect(")")
        self.properties.add(path)
        if path.startswith("body"):
            raise RefusedQuery(
                "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes."
            )
        if name == "contains":
            return lambda item: value in str(item.odata(path)).casefold()
        return lambda item: str(item.odata(path)).casefold().startswith(value)

    def _literal(self) -> Any:
        token = self._next()
        if token["text"]:
            return token["text"][1:-1].replace("''", "'")
        if token["time"]:
            return datetime.fromisoformat(token["time"])
        return {"true": True, "false": False, "null": None}.get(token[0].strip(), token[0].strip())

    def _expect(self, mark: str) -> None:
        if self._next()[0].strip() != mark:
            raise RefusedQuery("BadRequest", f"Syntax error: '{mark}' is missing")


def _compare(actual: Any, operator: str, value: Any) -> bool:
    if operator == "eq":
        return bool(actual == value)
    if operator == "ne":
        return bool(actual != value)
    if actual is None or value is None:
        return False
    answers = {"ge": actual >= value, "gt": actual > value, "le": actual <= value,
               "lt": actual < value}  # fmt: skip
    if operator not in answers:
        raise RefusedQuery("BadRequest", f"Unknown operator '{operator}'")
    return bool(answers[operator])


def expansions(expand: str) -> Iterator[tuple[str, str]]:
    """Yield each relation of `$expand` and the options in its parentheses."""
    for match in re.finditer(r"(\w+)(?:\(((?:[^()']|'[^']*')*)\))?", expand):
        yield match[1], match[2] or ""
