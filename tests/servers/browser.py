"""A real browser without a window, for pages that people will look at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

SWITCHES = (
    "headless=new",
    "no-sandbox",
    "disable-dev-shm-usage",
    "disable-gpu",
    "no-first-run",
    "disable-background-networking",
)


@contextmanager
def headless_chromium(profile: Path) -> Iterator[Any]:
    """Open Chromium; skip with a sentence where it is missing, fail instead where CI is set."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    if not (program and driver):
        sentence = "Chromium is missing: install chromium and chromium-driver"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(sentence)
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = program
    for switch in (*SWITCHES, f"user-data-dir={profile}"):
        options.add_argument(f"--{switch}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield browser
    finally:
        browser.quit()
