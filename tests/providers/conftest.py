"""Servers that take a while to come up: one of each for all tests, emptied for every one."""

from collections.abc import Iterator
from functools import cache

import pytest
from servers.cutting_proxy import CuttingProxy
from servers.gmail_world import GmailWorld, missing
from servers.imap_account import ADDRESS, PASSWORD
from servers.mailstack import MailStack

from providers import _passphrase


@pytest.fixture(scope="session")
def stack() -> Iterator[MailStack]:
    """Run Dovecot; `servers.imap_account.empty` makes it as good as new."""
    with MailStack({ADDRESS: PASSWORD}) as running:
        yield running


@pytest.fixture
def imap(stack: MailStack) -> Iterator[CuttingProxy]:
    """Stand between the provider and the IMAP server."""
    with CuttingProxy(stack.imap_port) as proxy:
        yield proxy


@pytest.fixture
def smtp(stack: MailStack) -> Iterator[CuttingProxy]:
    """Stand between the provider and the submission server."""
    with CuttingProxy(stack.submission_port) as proxy:
        yield proxy


@pytest.fixture(scope="session")
def world() -> Iterator[GmailWorld]:
    """Run Gmail; its `reset` makes it as good as new."""
    assert not missing()
    with GmailWorld() as running:
        yield running


@pytest.fixture
def _keys_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a passphrase's key once a test, not once a command: it is meant to take its time."""
    monkeypatch.setattr(_passphrase, "_stretch", cache(_passphrase._stretch))
