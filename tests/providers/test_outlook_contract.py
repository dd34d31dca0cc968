"""The contract suite on our Graph server, each request and answer through the strict validator."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from servers.graph.server import GraphServer
from servers.outlook_account import checked_server, signed_in

from mailer.model import Draft, Message
from mailer.testing.provider_contract import ProviderContract
from providers.outlook import OutlookProvider


class TestOutlook(ProviderContract):
    @pytest.fixture
    def server(self) -> Iterator[GraphServer]:
        with checked_server() as running:
            yield running

    @pytest.fixture
    def provider(self, server: GraphServer, tmp_path: Path) -> Iterator[OutlookProvider]:
        with signed_in(server, tmp_path, lambda: datetime.now(UTC)) as opened:
            yield opened

    @pytest.fixture
    def deliver(self, server: GraphServer) -> Callable[[bytes], None]:
        def put(raw: bytes) -> None:
            server.box.deliver(message_from_bytes(raw, policy=default), is_read=False)

        return put

    @pytest.fixture
    def edit_elsewhere(self, server: GraphServer) -> Callable[[Draft], None]:
        def edit(draft: Draft) -> None:
            (item,) = server.box.in_folder("drafts")
            item.body = item.body.replace("withdraw", "take back")
            server.box.touch(item)

        return edit

    @pytest.fixture
    def discard_elsewhere(self, server: GraphServer) -> Callable[[Message], None]:
        def discard(message: Message) -> None:
            item = server.box.find(message.key)
            assert item is not None
            server.box.move(item, "deleteditems")

        return discard
