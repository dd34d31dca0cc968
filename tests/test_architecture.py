"""The arrows between the rooms (CONTRIBUTING.md): a wrong import fails the build."""

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("arrows")  # each file is parsed once
ROOT = Path(__file__).resolve().parent.parent

PURE = (
    "mailer.model",
    "mailer.errors",
    "mailer.subjects",
    "mailer.bodies",
    "mailer.calendars",
    "mailer.charsets",
    "mailer.fields",
    "mailer.markup",
    "mailer.matching",
    "mailer.parsing",
    "mailer.threads",
    "mailer.special_use",
)
FOR_PROVIDERS = {*PURE, "mailer.provider", "mailer.writing.mime"}
OF_INTERVIEWS = set("Candidacy Person Part Stage Interview Wish Kind Plan Letter".split())


def modules(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    assert len(found) > 10, folders
    return found


def wrong(paths: Iterable[Path], judge: Callable[[Path], set[str]]) -> dict[str, set[str]]:
    """Return every file in which `judge` finds what must not be there, and what it is."""
    return {str(path.relative_to(ROOT)): found for path in paths if (found := judge(path))}


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    """The modules of the core that a file imports; a name in a module counts as the module."""
    found = set()
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "mailer":
            continue
        while len(parts) > 1 and not is_module(parts):
            parts.pop()
        if len(parts) > 1:
            found.add(".".join(parts))
    return found


def is_module(parts: list[str]) -> bool:
    place = ROOT.joinpath(*parts)
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def test_the_core_never_imports_a_provider() -> None:
    def of_providers(path: Path) -> set[str]:
        return {name for name in imports(path) if name.partition(".")[0] == "providers"}

    assert wrong(modules("mailer"), of_providers) == {}


def test_a_provider_uses_only_what_the_contract_offers() -> None:
    allowed = {*FOR_PROVIDERS, "mailer.writing"}

    assert wrong(modules("providers"), lambda path: ours(path) - allowed) == {}


def test_a_provider_speaks_mail_and_knows_nothing_of_interviews() -> None:
    names = {f"mailer.model.{name}" for name in OF_INTERVIEWS}

    assert wrong(modules("providers"), lambda path: set(imports(path)) & names) == {}


def test_a_provider_never_imports_another_one() -> None:
    def others(path: Path) -> set[str]:
        own = path.relative_to(ROOT / "providers").parts[0].removesuffix(".py")
        named = {name.split(".")[1] for name in imports(path) if name.startswith("providers.")}
        return {name for name in named if not name.startswith("_")} - {own}

    assert wrong(modules("providers"), others) == {}


def test_reading_and_writing_know_no_workflow_no_journal_and_no_provider() -> None:
    allowed = (*PURE, "mailer.letters", "mailer.reading", "mailer.writing")

    def others(path: Path) -> set[str]:
        return {name for name in ours(path) if not name.startswith(allowed)}

    assert wrong(modules("mailer/reading", "mailer/writing"), others) == {}


def test_nothing_below_the_command_line_imports_it() -> None:
    below = [p for p in modules("mailer") if "cli" not in p.parts and p.name != "__main__.py"]

    def of_cli(path: Path) -> set[str]:
        return {name for name in ours(path) if name.startswith("mailer.cli")}

    assert wrong(below, of_cli) == {}


def test_commands_never_touch_the_reading_room() -> None:
    def of_reading(path: Path) -> set[str]:
        return {name for name in ours(path) if name.startswith("mailer.reading")}

    assert wrong(modules("mailer/cli"), of_reading) == {}


def test_pure_rooms_ask_no_clock_and_open_no_socket() -> None:
    rooms = modules("mailer/reading", "mailer/writing")
    pure = [p for p in rooms if p.name not in ("render.py", "template_check.py")]

    def of_the_world(path: Path) -> set[str]:
        calls = {
            node.func.attr
            for node in nodes(path)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        named = set(imports(path)) & {"socket", "requests", "time", "subprocess", "os"}
        return calls & {"now", "utcnow", "today"} | named

    assert wrong(pure, of_the_world) == {}
