"""Mail leaves in one place (docs/privacy.md): anything else that sends fails the build."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def calls(path: Path) -> Iterator[str]:
    """The dotted names that a file calls, as far as they are names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def callers(folder: str, ending: str) -> set[str]:
    return {
        str(path.relative_to(ROOT))
        for path in (ROOT / folder).rglob("*.py")
        if any(name.endswith(ending) for name in calls(path))
    }


def test_only_the_sending_workflow_asks_a_provider_to_send() -> None:
    wanted = {path for path in callers("mailer", ".send_draft") if "testing" not in path}

    assert wanted == {str(Path("mailer/sending.py"))}


def test_gmail_sends_a_stored_draft_from_one_place_and_never_a_message() -> None:
    assert callers("providers/gmail", "drafts().send") == {str(Path("providers/gmail/sending.py"))}
    assert callers("providers/gmail", "messages().send") == set()
    assert callers("providers/gmail", "messages().insert") == set()
    assert callers("providers/gmail", "messages().import_") == set()


@pytest.mark.parametrize("word", ["gmail.metadata", "gmail.modify", "gmail.send", "/mail.google"])
def test_gmail_asks_for_no_wider_scope(word: str) -> None:
    from providers.gmail.provider import SCOPES

    assert not [scope for scope in SCOPES if word in scope]
