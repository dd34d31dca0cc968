"""The contract suite on the providers that need no server."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailer.model import Draft
from mailer.parsing import parse_message
from mailer.provider import Account, Context
from mailer.testing.memory import MemoryProvider
from mailer.testing.provider_contract import ProviderContract
from providers.maildir import MaildirProvider

ADDRESS = "sam@rivera.example"


class TestMemory(ProviderContract):
    @pytest.fixture
    def provider(self) -> MemoryProvider:
        return MemoryProvider.for_user(ADDRESS, now=lambda: datetime.now(UTC))

    @pytest.fixture
    def deliver(self, provider: MemoryProvider) -> Callable[[bytes], None]:
        def put(raw: bytes) -> None:
            number = len(provider.messages)
            provider.deliver(parse_message(raw, key=f"in-{number:03}", is_read=False))

        return put

    @pytest.fixture
    def edit_elsewhere(self, provider: MemoryProvider) -> Callable[[Draft], None]:
        return lambda draft: provider.edit_draft(draft.key, "withdraw", "take back")


class TestMaildir(ProviderContract):
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        for name in ("", ".Sent", ".Drafts"):
            for part in ("cur", "new", "tmp"):
                (tmp_path / "mail" / name / part).mkdir(parents=True)
        return tmp_path / "mail"

    @pytest.fixture
    def provider(self, root: Path, tmp_path: Path) -> MaildirProvider:
        account = Account("local", "maildir", ADDRESS, options={"path": str(root)})
        return MaildirProvider(account, Context(folder=tmp_path, now=lambda: datetime.now(UTC)))

    @pytest.fixture
    def deliver(self, root: Path) -> Callable[[bytes], None]:
        def put(raw: bytes) -> None:
            number = len(list((root / "new").iterdir()))
            (root / "new" / f"1795000000.{number}.host").write_bytes(raw)

        return put

    @pytest.fixture
    def edit_elsewhere(self) -> Callable[[Draft], None]:
        def edit(draft: Draft) -> None:
            path = Path(draft.link)
            path.write_bytes(path.read_bytes().replace(b"withdraw", b"take back"))

        return edit
