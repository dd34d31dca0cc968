"""The sample mailbox, which `demo` lays down once for each moment, and a browser for all pages."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from servers.browser import headless_chromium

from mailer.cli.main import run


@pytest.fixture(scope="session")
def _kept_demo(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    kept: dict[tuple[str, str], Path] = {}

    def lay() -> Path:
        moment = (os.environ["BOWOUT_NOW"], os.environ.get("TZ", ""))
        if moment not in kept:
            home = tmp_path_factory.mktemp("demo")
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("BOWOUT_HOME", str(home))
                assert run(["demo"]) == 0
            kept[moment] = home
        return kept[moment]

    return lay


@pytest.fixture
def lay_demo(
    _kept_demo: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> Callable[[], Path]:
    """Return a function that gives the home of this test what `demo` leaves at BOWOUT_NOW."""

    def lay() -> Path:
        kept, home = _kept_demo(), Path(os.environ["BOWOUT_HOME"])
        shutil.copytree(kept, home, dirs_exist_ok=True)
        config = home / "config.toml"
        before, after = (str(p).replace("\\", "\\\\") for p in (kept, home))
        config.write_text(config.read_text("utf-8").replace(before, after), "utf-8")
        capsys.readouterr()
        return home

    return lay


@pytest.fixture(scope="session")
def _chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with headless_chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def browser(_chromium: Any) -> Any:
    """Return Chromium with what the last page was shown by undone, and nothing in its log."""
    _chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    _chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    _chromium.get_log("browser")
    return _chromium
