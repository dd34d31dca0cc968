"""A Jinja environment in which a template can neither reach out nor run away.

Jinja's own sandbox keeps a template away from Python's insides. On top of that every round of a
loop, every call and every template that is drawn in costs one step of a budget, and every piece
of output counts against a size; the pieces from which a text could be blown up without a loop
(`*` on texts, `**`, `%`, `str.format`, `namespace`, most filters) are not there. So an endless
template stops with an error on every system, without a signal or a thread.
"""

# ruff: noqa: ANN401 - the signatures are Jinja's

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import CodeType
from typing import Any, cast

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateRuntimeError, nodes
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MAX_STEPS = 5_000
MAX_CHARACTERS = 50_000
_MAX_TEXT = 20_000
_MAX_NUMBER = 10**9

_FILTERS = (
    "capitalize default first int join last length list lower reject rejectattr replace reverse "
    "select selectattr sort string title trim unique upper wordcount map"
).split()
_TESTS = "defined undefined none string number mapping sequence in eq ne lt le gt ge true false"
_GLOBALS = ("range", "dict")
_TEXT_METHODS = frozenset(
    "capitalize casefold endswith isdigit isupper lower lstrip removeprefix removesuffix rstrip "
    "split startswith strip title upper".split()
)
_LIST_METHODS = frozenset("get items keys values index count".split())


class TemplateLimitError(TemplateRuntimeError):
    """The template does more than a letter can need: an endless loop, or a text blown up."""


class _Compiled(BytecodeCache):
    """Keeps each template compiled while the process runs: every letter has a folder of its own.

    A text that was changed meanwhile has another checksum and is compiled anew.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket the code that was made of the same text, if any was."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED = _Compiled()


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox with a budget of steps and characters; `refill` starts a new one."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=False,
            finalize=self._finalize,
            bytecode_cache=_COMPILED,
        )
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters["_counted"] = self._counted
        self.filters["_joined"] = self._joined
        self.filters["replace"] = self._replace
        self.filters["join"] = self._join
        self.tests = {name: self.tests[name] for name in _TESTS.split()}
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.refill()

    def refill(self) -> None:
        """Start a new budget; called before each letter."""
        self._steps = self._characters = 0

    # --- the budget ---

    def step(self) -> None:
        """Take one step.

        Raises:
            TemplateLimitError: the budget is used up.
        """
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise TemplateLimitError(
                f"it takes more than {MAX_STEPS} steps; probably a loop never ends"
            )

    def _finalize(self, value: Any) -> Any:
        self._characters += len(value) if isinstance(value, str) else 20
        if self._characters > MAX_CHARACTERS:
            raise TemplateLimitError(f"it makes more than {MAX_CHARACTERS} characters")
        return value

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.step()
            yield value

    def _joined(self, values: list[Any]) -> str:
        return _short("".join(str(value) for value in values))

    @staticmethod
    def _replace(text: Any, old: str, new: str) -> str:
        text, old, new = str(text), str(old), str(new)
        if not old or len(text) * (len(new) + 1) > _MAX_TEXT * 10:
            raise TemplateLimitError("`replace` makes too long a text")
        return _short(text.replace(old, new))

    def _join(self, values: Iterable[Any], between: str = "") -> str:
        return _short(str(between).join(str(value) for value in self._counted(values)))

    # --- where the sandbox asks us ---

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Count every call of a macro or function."""
        __self.step()
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with small numbers and short texts only."""
        if operator == "+":
            return _small(left + right)
        plain = isinstance(left, (int, float)) and isinstance(right, (int, float))
        if operator == "**" or not plain:
            raise TemplateLimitError(f"`{operator}` is not for letters")
        return _small(left * right if operator == "*" else left % right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow plain data, and the few methods of texts that can't blow one up."""
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        if isinstance(obj, (list, tuple, dict)) and callable(value):
            return attr in _LIST_METHODS
        return super().is_safe_attribute(obj, attr, value)

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002
        self.step()
        return super()._load_template(name, globals)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        counted: nodes.Template = _Bounds().visit(tree)
        return counted


class _Bounds(NodeTransformer):
    """Puts the budget into every loop and every `~`."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 (the visitor's naming)
        self.generic_visit(node)
        node.iter = _filtered(node.iter, "_counted")
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(nodes.List(list(node.nodes), lineno=node.lineno), "_joined")


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", node), name, [], [], None, None, lineno=node.lineno)


def _small(value: Any) -> Any:
    if isinstance(value, (int, float)) and abs(value) > _MAX_NUMBER:
        raise TemplateLimitError("a number grows too big")
    if isinstance(value, (str, list, tuple)) and len(value) > _MAX_TEXT:
        raise TemplateLimitError("a text grows too long")
    return value


def _short(text: str) -> str:
    _small(text)
    return text
