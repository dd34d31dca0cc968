"""Reads, checks and writes `config.toml`; `SETTINGS` lists every setting there is."""

from __future__ import annotations

import contextlib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mailer.errors import ProviderUnavailableError, UnreadableError, UsageError
from mailer.provider import Account

_HEADER = re.compile(r"\s*\[+([^\]]+)\]")
_KEY = re.compile(r"""\s*([\w."'-]+)\s*=""")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of `config.toml`, accounts aside."""

    name: str
    kind: type
    default: Any
    help: str

    @property
    def table(self) -> str:
        """The TOML table it stands in; empty for the top."""
        return self.name.rpartition(".")[0]


SETTINGS = (
    Setting("default_account", str, "", "The account used where none is named."),
    Setting("letters.signature", str, "", "Text put under every letter, above the quote; "
            "empty: the mailbox's own signature, where the service tells it."),
    Setting("letters.sign_with", str, "", "The name under a letter; empty: as you "
            "sign in the thread."),
    Setting("letters.stay_in_touch", bool, False, "Offer to stay in touch unless told otherwise."),
    Setting("letters.employer", str, "", "The domain of your present employer: never written to."),
    Setting("reminders.after", str, "3d", "Working days without an answer until a follow-up is "
            "drafted; empty: no reminder."),
    Setting("reminders.country", str, "", "Country (and region) whose holidays count, such as "
            "`DE` or `DE-BY`; empty: the system's."),
    Setting("reminders.quiet", str, "20:00-08:00", "Hours in which nothing is shown."),
    Setting("reminders.notify", bool, True, "Show desktop notices from the scheduled check."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Places:
    """Where bowout keeps its files on this machine."""

    config: Path
    """`config.toml`."""
    data: Path
    """The folder of the journal and the accounts' own folders."""
    templates: Path
    """The user's own letters."""

    @property
    def journal(self) -> Path:
        """The journal's file."""
        return self.data / "journal.sqlite3"

    def account_folder(self, account: str) -> Path:
        """Make and return an account's own folder, readable by the user alone."""
        folder = self.data / "accounts" / account
        make_private(folder)
        return folder


@dataclass(frozen=True, slots=True)
class Settings:
    """What `config.toml` says, checked."""

    values: Mapping[str, Any] = field(default_factory=dict)
    accounts: Mapping[str, Account] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - the table says which type it is
        """Return a setting's value or its default; an unknown name is a fault of ours."""
        default = next(s.default for s in SETTINGS if s.name == name)
        return self.values.get(name, default)

    @property
    def default_account(self) -> str:
        """The account used where none is named: the chosen one, else the only one."""
        chosen = str(self["default_account"])
        if chosen in self.accounts or len(self.accounts) != 1:
            return chosen
        return next(iter(self.accounts))


def find_places() -> Places:
    """Return the platform's folders, or those below `BOWOUT_HOME`; makes none of them."""
    home = os.environ.get("BOWOUT_HOME", "")
    if home:
        root = Path(home).expanduser().absolute()
        return Places(root / "config.toml", root / "data", root / "templates")
    from platformdirs import PlatformDirs

    folders = PlatformDirs("bowout", appauthor=False)
    config = Path(folders.user_config_dir)
    return Places(config / "config.toml", Path(folders.user_data_dir), config / "templates")


def load_settings(path: Path) -> Settings:
    """Read and check the settings; a missing file means defaults.

    Raises:
        UnreadableError: the file is damaged or says what no setting allows; it is left as it is.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UnreadableError(
            f"The settings can't be read: {path}: {error}. Nothing was changed.",
            hint="Mend that line, or move the file away and sign in again.",
        ) from error
    tables = data.pop("accounts", {})
    if not isinstance(tables, dict):
        raise _wrong(path, "accounts", "it must be a table")
    accounts = {name: _read_account(path, name, table) for name, table in tables.items()}
    return Settings(_read_values(path, data), accounts)


def check_account_name(name: str) -> str:
    """Return the name, or say what a name may look like (it becomes a folder's name too)."""
    if _NAME.fullmatch(name):
        return name
    raise UsageError(
        f"{name!r} can't be an account's name. Nothing was stored.",
        hint="Use up to 40 letters, digits, dots, dashes and underscores, such as `work`.",
    )


def save_account(path: Path, account: Account, *, make_default: bool) -> None:
    """Write one account into the settings; everything else, comments too, stays as it is."""
    import tomlkit

    document = _open_document(path)
    accounts = document.setdefault("accounts", tomlkit.table(is_super_table=True))
    table = tomlkit.table()
    table.add("provider", account.provider)
    table.add("address", account.address)
    table.add("name", account.display_name)
    if account.aliases:
        table.add("aliases", list(account.aliases))
    for name, value in account.options.items():
        table.add(name, value)
    accounts[account.name] = table
    if make_default:
        document["default_account"] = account.name
    _write(path, document)


def save_default_account(path: Path, name: str) -> None:
    """Make `name` the default account."""
    document = _open_document(path)
    document["default_account"] = name
    _write(path, document)


def delete_account(path: Path, name: str) -> None:
    """Take one account out of the settings; the default falls to none if it was the one."""
    document = _open_document(path)
    document.get("accounts", {}).pop(name, None)
    if document.get("default_account") == name:
        del document["default_account"]
    _write(path, document)


def make_private(folder: Path) -> None:
    """Make a folder, and its parents, that only the user can enter.

    Raises:
        ProviderUnavailableError: the disk is full or read-only, or a file stands in the way.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(folder, error) from error


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 0600 so that a cut leaves the old one whole.

    Raises:
        ProviderUnavailableError: the disk does not take it; what was there before stands.
    """
    make_private(path.parent)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise disk_error(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def disk_error(path: Path, error: OSError) -> ProviderUnavailableError:
    """Make the error for a file or folder that the disk refuses to write."""
    return ProviderUnavailableError(
        f"{path} can't be written: {error.strerror or error}. It was left as it was.",
        hint="Free some space, or mend the folder's permissions, and run the command again.",
    )


def _read_account(path: Path, name: str, table: object) -> Account:
    if not isinstance(table, dict) or not _NAME.fullmatch(name):
        raise _wrong(path, f"accounts.{name}", "it must be a table with a plain name")
    fields = {key: value for key, value in table.items() if key != "aliases"}
    aliases = table.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(a, str) for a in aliases):
        raise _wrong(path, f"accounts.{name}.aliases", "it must be a list of addresses")
    for key, value in fields.items():
        if not isinstance(value, str):
            raise _wrong(path, f"accounts.{name}.{key}", "it must be text in quotes")
    if not fields.get("provider"):
        raise _wrong(path, f"accounts.{name}.provider", "it is missing")
    return Account(
        name=name,
        provider=fields.pop("provider"),
        address=fields.pop("address", ""),
        display_name=fields.pop("name", ""),
        aliases=tuple(aliases),
        options=fields,
    )


def _read_values(path: Path, data: Mapping[str, Any]) -> dict[str, Any]:
    known = {s.name: s for s in SETTINGS}
    flat: dict[str, Any] = {}
    for key, value in data.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": content for inner, content in value.items()}
        else:
            flat[key] = value
    for key, value in flat.items():
        setting = known.get(key)
        if setting is None:
            raise _wrong(path, key, "there is no such setting")
        if not isinstance(value, setting.kind):
            wanted = "text in quotes" if setting.kind is str else "true or false"
            raise _wrong(path, key, f"it must be {wanted}")
    return flat


def _wrong(path: Path, name: str, why: str) -> UnreadableError:
    return UnreadableError(
        f"The settings can't be used: {path}{_line_of(path, name)}: `{name}`: {why}. "
        "Nothing was changed.",
        hint="docs/settings.md lists every setting.",
    )


def _line_of(path: Path, name: str) -> str:
    """Name the line of a key, else of the table that holds it (or lacks it)."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if header := _HEADER.match(line):
            table = here = re.sub(r"[\s\"']", "", header[1])
        elif key := _KEY.match(line):
            here = f"{table}.{key[1]}".replace('"', "").replace("'", "").lstrip(".")
        else:
            continue
        lines.setdefault(here, number)
    while name and name not in lines:
        name = name.rpartition(".")[0]
    return f", line {lines[name]}" if name else ""


def _open_document(path: Path) -> Any:  # noqa: ANN401 - tomlkit's document is a free-form mapping
    import tomlkit

    load_settings(path)  # a damaged file is said, never overwritten
    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return tomlkit.document()


def _write(path: Path, document: Any) -> None:  # noqa: ANN401 - see _open_document
    import tomlkit

    write_private(path, tomlkit.dumps(document))
