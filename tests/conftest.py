"""Every test runs in a home of its own, without a network and without a keyring."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts


@pytest.fixture(autouse=True)
def _loopback_only(request: pytest.FixtureRequest) -> None:
    if "live" not in request.keywords:
        socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


_untouched: list[Path] = []
"""Homes in which a test left nothing, so that another may have them: making one takes a while."""


@pytest.fixture(autouse=True)
def _own_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    home = _untouched.pop() if _untouched else tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("BOWOUT_HOME", str(home / "bowout"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("BOWOUT_ACCOUNT", "BOWOUT_NOW", "BOWOUT_SECRETS", "BOWOUT_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    if "BOWOUT_TEST_KEYRING" not in os.environ:
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    yield home
    if home.is_dir() and not any(home.iterdir()):
        _untouched.append(home)


@pytest.fixture
def wants():  # noqa: ANN201 - a small function
    """Skip with a sentence where a program is missing; fail instead where CI is set."""
    import shutil

    def check(program: str, package: str) -> None:
        if shutil.which(program) is None:
            sentence = f"{program} is missing: install {package}"
            if os.environ.get("CI"):
                pytest.fail(sentence)
            pytest.skip(sentence)

    return check
