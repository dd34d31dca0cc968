"""Finds a letter's template and renders it: the one place that reads `templates/`.

The user's own folder wins file by file. A name that a template misspells, a loop that never ends
and a syntax error are a `UsageError` with file and line; nothing is stored then.
"""

from __future__ import annotations

import re
import tomllib
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mailer.errors import UsageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from mailer.writing.sandbox import BoundedEnvironment

BREAK = "\u2028"
"""What `{{ br }}` puts: a line end that stays (all others in a template are spaces)."""

_SUFFIX = ".txt.j2"
_GAP = re.compile(r"\n[ \t]*\n\s*")
_SPACES = re.compile(r"[ \t\r\n]+")
_WIDE_GAP = re.compile(r"(?<=[。、！？」）]) ")
"""No space follows the full-width punctuation of Japanese."""
_FRENCH_GAP = re.compile(r"(?<=\S) (?=[;:?!»](?:\s|$))")
"""The space before these marks must not break (French)."""
_TWO_ENDS = re.compile(r"(?<=[^.][.!?])\.(?=\s|$)")
"""The full stop after a name that brings its own: `at Acme Inc..`, `at Yahoo!.`."""
_MAX_FILE = 200_000


@cache
def template_root() -> Traversable:
    """Return the folder of built-in templates, in a wheel or in a checkout."""
    packaged = files("mailer") / "_templates"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parent.parent.parent / "templates"


@dataclass(frozen=True)
class TemplateFolder:
    """The letters: the built-in ones, and before them the user's own."""

    user: Path | None = None
    """The user's own folder; it need not exist."""

    def list_names(self) -> tuple[str, ...]:
        """Return every template as `<language>/<name>.txt.j2`, own ones included."""
        return tuple(sorted({*_list(template_root()), *self.list_own()}))

    def list_own(self) -> tuple[str, ...]:
        """Return the names of the user's own templates."""
        return tuple(sorted(_list(self.user))) if self.user is not None else ()

    def is_own(self, name: str) -> bool:
        """Tell whether the user's own file is the one that counts."""
        return name in self.list_own()

    def path_of(self, name: str) -> str:
        """Return where a template lies, for messages."""
        return str(self.user / name) if self.user and self.is_own(name) else f"templates/{name}"

    def read(self, name: str) -> str:
        """Return the text of a template.

        Raises:
            UsageError: there is none of that name, or it can't be read as UTF-8.
        """
        if name not in self.list_names():
            raise UsageError(
                f"There is no template called {name!r}.",
                hint="`bowout templates list` shows all of them.",
            )
        place = self.user / name if self.user and self.is_own(name) else _at(name)
        try:
            text = place.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"The template {self.path_of(name)} can't be read ({error}). Nothing was stored.",
                hint="It must be a text file in UTF-8.",
            ) from error
        if len(text) > _MAX_FILE:
            raise UsageError(f"The template {self.path_of(name)} is too long to be a letter. "
                             "Nothing was stored.")  # fmt: skip
        return text

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Return the letter's text: paragraphs parted by one empty line, lines not wrapped.

        Raises:
            UsageError: the template is faulty, or renders to nothing; names file and line.
        """
        from jinja2 import TemplateError

        environment = self._environment
        environment.refill()
        try:
            text = environment.get_template(name).render(values)
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise self._faulty(name, error) from error
        except (RecursionError, MemoryError) as error:
            raise self._faulty(name, error) from error
        letter = tidy(text)
        if not letter:
            raise UsageError(
                f"The template {self.path_of(name)}: the letter is empty. Nothing was stored.",
                hint="Write something into that file, or delete it to have the built-in one.",
            )
        return letter

    @cached_property
    def _environment(self) -> BoundedEnvironment:
        from jinja2 import FunctionLoader

        from mailer.writing.sandbox import BoundedEnvironment

        return BoundedEnvironment(FunctionLoader(self._load))

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in self.list_names():
            return None
        return self.read(name), self.path_of(name), lambda: True

    def _faulty(self, name: str, error: BaseException) -> UsageError:
        from jinja2 import TemplateNotFound

        place, line = self._place(name, error)
        what = str(error).rstrip(".") or type(error).__name__
        if isinstance(error, TemplateNotFound):
            what = f"there is no template {error.name!r} to take from"
        if isinstance(error, RecursionError):
            what = "it calls itself without end"
        return UsageError(
            f"The template {place}, line {line}: {what}. Nothing was stored.",
            hint="Mend that line; `bowout templates check` then tries it on all situations.",
        )

    def _place(self, name: str, error: BaseException) -> tuple[str, int]:
        """Return file and line of the fault: of the syntax, else of the innermost template."""
        from jinja2 import TemplateSyntaxError

        if isinstance(error, TemplateSyntaxError):
            return error.filename or self.path_of(error.name or name), error.lineno
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if f.filename.endswith(_SUFFIX)]
        return (ours[-1].filename, ours[-1].lineno or 0) if ours else (self.path_of(name), 0)


def tidy(text: str) -> str:
    """Even a rendered text out: paragraphs by one empty line, one space between words."""
    paragraphs = (_even(paragraph) for paragraph in _GAP.split(text.strip()))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _even(paragraph: str) -> str:
    spaced = (_SPACES.sub(" ", line).strip(" ") for line in paragraph.split(BREAK))
    ended = (_TWO_ENDS.sub("", line) for line in spaced)
    lines = (_FRENCH_GAP.sub("\u00a0", _WIDE_GAP.sub("", line)) for line in ended)
    return "\n".join(line for line in lines if line)


@dataclass
class Picker:
    """Chooses among wordings: the same for the same seed, never a sentence twice."""

    seed: str
    is_close: bool
    used: set[str] = field(default_factory=set)
    _count: int = 0

    def __call__(self, *both: str, close: Sequence[str] = (), formal: Sequence[str] = ()) -> str:
        """Return one of the wordings; `close` and `formal` count only in that register."""
        from hashlib import sha256

        options = [*both, *(close if self.is_close else formal)]
        fresh = [o for o in options if not sentences(o) & self.used] or options
        if not fresh:
            return ""
        self._count += 1
        digest = sha256(f"{self.seed}\x1f{self._count}".encode()).digest()
        chosen = str(fresh[digest[0] % len(fresh)])
        self.used |= sentences(chosen)
        return chosen


_ENDS = (".", "!", "?", "…", "。", "！", "？")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")
_FORMULA = re.compile(
    r"^\S{0,4}お世話になっております$|(?:応募|お世話)\S+(?:です|でございます)$|"
    r"^(?:何卒|どうぞ)?よろしくお願い(?:いたし|申し上げ)ます$"
)
"""What opens and closes every Japanese letter, as a greeting and `Kind regards` do elsewhere."""


def sentences(text: str) -> set[str]:
    """Return the sentences of a text, evened out for comparing; greetings and names left out."""
    found = (s.strip() for s in _SENTENCE_END.split(text.replace(BREAK, "\n")))
    whole = (s.rstrip(" .!?。！？…").casefold() for s in found if s.endswith(_ENDS))
    told = (s for s in whole if not _FORMULA.search(s))
    return {s for s in told if len(s.split()) > 3 or (len(s) > 9 and s[0] > "\u2fff")}


@cache
def read_language(language: str) -> Mapping[str, Any]:
    """Return the built-in table of a language: forms of dates, and what the checker looks for."""
    return tomllib.loads(_at(f"{language}/language.toml").read_text(encoding="utf-8"))


@cache
def built_in_languages() -> tuple[str, ...]:
    """Return the languages whose folder is complete enough to write and to check."""
    root = template_root()
    return tuple(sorted(f.name for f in root.iterdir() if (f / "language.toml").is_file()))


def _at(name: str) -> Traversable:
    folder, _, file = name.partition("/")
    return template_root() / folder / file


def _list(root: Traversable | None) -> Iterable[str]:
    if root is None or not root.is_dir():
        return
    for folder in root.iterdir():
        if folder.is_dir():
            names = (f.name for f in folder.iterdir() if f.name.endswith(_SUFFIX))
            yield from (f"{folder.name}/{name}" for name in names)
