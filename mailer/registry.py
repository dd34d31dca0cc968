"""Finds a provider by its name, through the entry-point group `bowout.providers`.

The settings name the provider; nothing is guessed by priority. A plugin that can't be imported
is listed with its reason and stops nothing else; it can't take the name of a built-in one.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

from mailer.errors import MailerError, UsageError
from mailer.provider import ENTRY_POINT_GROUP, Provider

if TYPE_CHECKING:
    from collections.abc import Iterator

DISTRIBUTION = "bowout"


@dataclass(frozen=True, slots=True)
class Plugin:
    """One registered provider, or the reason why it can't be used."""

    name: str
    package: str
    """The distribution that registers it."""
    provider: type[Provider] | None
    problem: str = ""
    """Why it can't be used; empty where it can."""


def list_plugins() -> tuple[Plugin, ...]:
    """Return all registered providers, ours first, broken ones with their reason."""
    return tuple(_load(point) for point in _ordered())


def find_provider(name: str) -> type[Provider]:
    """Return the provider class of that name.

    Raises:
        UsageError: there is none, or it is broken; the message says which.
    """
    points = [point for point in _ordered() if point.name == name]
    if not points:
        known = ", ".join(sorted({point.name for point in _ordered()}))
        raise UsageError(
            f"There is no kind of account called {name!r}. Nothing was stored.",
            hint=f"There are: {known}.",
        )
    plugin = _load(points[0])
    if plugin.provider is None:
        raise MailerError(
            f"The provider {name!r} of the package {plugin.package} can't be used: "
            f"{plugin.problem}. Nothing was stored or sent.",
            hint="`bowout providers` lists all of them; reinstall or remove that package.",
        )
    return plugin.provider


def _ordered() -> list[EntryPoint]:
    points = list(entry_points(group=ENTRY_POINT_GROUP))
    unique = {(point.name, point.value): point for point in points}.values()
    return sorted(unique, key=lambda p: (_package(p) != DISTRIBUTION, p.name, _package(p)))


def _load(point: EntryPoint) -> Plugin:
    package = _package(point)
    if package != DISTRIBUTION and point.name in set(_built_in_names()):
        return Plugin(point.name, package, None, "the name belongs to a built-in provider")
    try:
        found = point.load()
    except (Exception, SystemExit) as error:  # a plugin may fail in any way; the user is told how
        return Plugin(point.name, package, None, f"{type(error).__name__}: {error}")
    if not (isinstance(found, type) and issubclass(found, Provider)):
        return Plugin(point.name, package, None, f"{point.value} is no Provider class")
    return Plugin(point.name, package, found)


def _built_in_names() -> Iterator[str]:
    return (p.name for p in entry_points(group=ENTRY_POINT_GROUP) if _package(p) == DISTRIBUTION)


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else ""
