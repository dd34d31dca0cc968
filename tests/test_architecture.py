"""The arrows between the rooms (CONTRIBUTING.md): a wrong import fails the build."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

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


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


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


@pytest.mark.parametrize("path", modules("mailer"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_core_never_imports_a_provider(path: Path) -> None:
    assert not {name for name in imports(path) if name.partition(".")[0] == "providers"}


@pytest.mark.parametrize("path", modules("providers"), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_provider_uses_only_what_the_contract_offers(path: Path) -> None:
    assert ours(path) - {"mailer.writing"} <= FOR_PROVIDERS


@pytest.mark.parametrize("path", modules("providers"), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_provider_speaks_mail_and_knows_nothing_of_interviews(path: Path) -> None:
    assert not set(imports(path)) & {f"mailer.model.{name}" for name in OF_INTERVIEWS}


@pytest.mark.parametrize("path", modules("providers"), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_provider_never_imports_another_one(path: Path) -> None:
    own = path.relative_to(ROOT / "providers").parts[0].removesuffix(".py")
    others = {
        name.split(".")[1]
        for name in imports(path)
        if name.startswith("providers.") and not name.split(".")[1].startswith("_")
    }
    assert others <= {own}


@pytest.mark.parametrize(
    "path",
    [p for room in ("mailer/reading", "mailer/writing") for p in modules(room)],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_reading_and_writing_know_no_workflow_no_journal_and_no_provider(path: Path) -> None:
    allowed = (*PURE, "mailer.reading", "mailer.writing")
    assert not {name for name in ours(path) if not name.startswith(allowed)}


@pytest.mark.parametrize(
    "path",
    [p for p in modules("mailer") if "cli" not in p.parts and p.name != "__main__.py"],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_nothing_below_the_command_line_imports_it(path: Path) -> None:
    names = {name for name in ours(path) if name.startswith("mailer.cli")}
    assert not names


@pytest.mark.parametrize("path", modules("mailer/cli"), ids=lambda p: p.name)
def test_commands_never_touch_the_reading_room(path: Path) -> None:
    assert not {name for name in ours(path) if name.startswith("mailer.reading")}


@pytest.mark.parametrize(
    "path",
    [
        p
        for room in ("mailer/reading", "mailer/writing")
        for p in modules(room)
        if p.name not in ("render.py", "template_check.py")
    ],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_pure_rooms_ask_no_clock_and_open_no_socket(path: Path) -> None:
    calls = {
        node.func.attr
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not calls & {"now", "utcnow", "today"}
    assert not set(imports(path)) & {"socket", "requests", "time", "subprocess", "os"}
