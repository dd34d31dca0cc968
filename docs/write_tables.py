#!/usr/bin/env python3
"""Writes the tables of docs/ that come from code: settings, exit statuses, capabilities, commands.

Run `python docs/write_tables.py`; with `--check` it only says whether they are up to date.
"""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parent


def settings_page() -> str:
    """Every setting of config.toml."""
    from mailer.settings import SETTINGS

    rows = [f"| `{s.name}` | {s.kind.__name__} | `{s.default!r}` | {s.help} |" for s in SETTINGS]
    return "\n".join(
        [
            "# Settings",
            "",
            "`config.toml` lies in your platform's folder for settings, or in `BOWOUT_HOME`; "
            "`bowout doctor` says where. A name with a dot stands in a table: "
            "`letters.signature` is `signature` under `[letters]`. Accounts are written by "
            "`bowout login` and hold no secrets.",
            "",
            "| setting | type | default | meaning |",
            "|---|---|---|---|",
            *rows,
            "",
            "| environment | meaning |",
            "|---|---|",
            "| `BOWOUT_HOME` | one folder for settings, data and caches |",
            "| `BOWOUT_ACCOUNT` | the account to use where none is named |",
            "| `BOWOUT_NOW` | an ISO time that fixes the clock, for demonstrations and tests |",
            "| `NO_COLOR` | no colours, no progress line |",
            "| `BOWOUT_SECRETS` | `file`: new sign-ins are kept as by `--secrets file` |",
            "| `BOWOUT_PASSPHRASE` | that passphrase, where nobody is there to type it |",
            "| `PYTHON_KEYRING_BACKEND` | the keyring backend to use |",
            "",
        ]
    )


def exit_page() -> str:
    """Every error class with its exit status and code."""
    from mailer import errors

    rows = []
    for one in _tree(errors.MailerError):
        if one.__module__ != errors.__name__:
            continue  # a provider's own, which never leaves it
        first = (inspect.getdoc(one) or "").splitlines()[0]
        codes = (
            ", ".join(f"`{c}`" for c in one.CODES)
            if one is errors.RuleStopError
            else f"`{one.code}`"
        )
        rows.append((one.exit_code, f"| {one.exit_code} | {codes} | {first} |"))
    return "\n".join(
        [
            "# Exit statuses",
            "",
            "0 is done, 130 is interrupted with nothing half-made. With `--json` the document is "
            '`{"error": {"code", "message", "hint", "stored"}}`.',
            "",
            "| status | `error.code` | means |",
            "|---|---|---|",
            *(row for _, row in sorted(rows, key=lambda pair: pair[0])),
            "",
        ]
    )


def capabilities_page() -> str:
    """What each built-in provider can do beyond finding, reading and filing drafts."""
    from mailer.provider import Capability
    from mailer.registry import list_plugins

    plugins = [p for p in list_plugins() if p.provider and p.package == "bowout"]
    lines = re.findall(
        r'^    ([A-Z_]+) = "[^"]+"\n    """(.+?)"""', inspect.getsource(Capability), re.M | re.S
    )
    meanings = {name: " ".join(text.split()) for name, text in lines}
    rows = [
        f"| `{c.value}` | {meanings[c.name]} | "
        + " | ".join(
            "yes" if p.provider and c in p.provider.capabilities else "no" for p in plugins
        )
        + " |"
        for c in Capability
    ]
    titles = " | ".join(p.provider.title for p in plugins if p.provider)
    return "\n".join(
        [
            "# What each kind of account can do",
            "",
            "All of them find, read, file, replace, show and delete drafts. What is not declared "
            "is refused with a sentence, never skipped in silence.",
            "",
            f"| capability | meaning | {titles} |",
            f"|---|---|{'---|' * len(plugins)}",
            *rows,
            "",
        ]
    )


_DEMO = (
    "bowout demo",
    "bowout threads northwind",
    "bowout draft northwind --reason accepted-offer",
)


def readme_page() -> str:
    """The README with what `make demo` prints; names that differ each time are cut short."""
    shown = []
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "BOWOUT_HOME": home,
            "BOWOUT_NOW": "2026-11-16T10:00:00",
            "TZ": "Europe/Berlin",
        }
        for command in _DEMO:
            done = subprocess.run(  # noqa: S603 - our own commands
                [sys.executable, "-m", "mailer", *command.split()[1:]],
                env=environment, capture_output=True, text=True, check=True, cwd=DOCS.parent,
            )  # fmt: skip
            out = (done.stdout + done.stderr).replace(home, "build/demo")
            out = re.sub(r"(\.Drafts/cur/)\S+", r"\1…:2,DS", out)
            out = re.sub(r"(fingerprint +)[0-9a-f]{12}", r"\g<1>3f60c1b2a794", out)
            out = re.sub(r"(bowout show )w\w+", r"\1wa1c", out)
            shown.append(f"$ {command}\n{out.rstrip()}\n")
    block = "```\n" + "\n".join(shown) + "```"
    text = (DOCS.parent / "README.md").read_text("utf-8")
    begin, end = "<!-- demo:begin -->\n", "\n<!-- demo:end -->"
    before, _, rest = text.partition(begin)
    return before + begin + block + end + rest.partition(end.strip())[2]


PAGES = {
    "settings.md": settings_page,
    "exit-statuses.md": exit_page,
    "capabilities.md": capabilities_page,
    "../README.md": readme_page,
}


def outdated() -> list[str]:
    """The pages that are not as the code says."""
    return [
        name
        for name, make in PAGES.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != make()
    ]


def main() -> None:
    """Command line."""
    if "--check" in sys.argv:
        sys.exit(f"not up to date: {outdated()}" if outdated() else 0)
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), "utf-8")


def _tree(root: type) -> Iterator[type]:
    yield root
    for child in root.__subclasses__():
        yield from _tree(child)


if __name__ == "__main__":
    main()
