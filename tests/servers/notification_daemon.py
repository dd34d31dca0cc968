"""A desktop's notification service (org.freedesktop.Notifications), which writes down what it is
asked to show; run as a program of its own: notification_daemon.py FILE."""

# ruff: noqa: F722, F821 - annotations are D-Bus signatures here

import asyncio
import sys
from pathlib import Path

from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


class Notifications(ServiceInterface):
    """The methods of the Desktop Notifications Specification 1.2 that a client calls."""

    def __init__(self, file: Path) -> None:
        super().__init__(_NAME)
        self._file = file
        self._count = 0

    @dbus_method()
    def GetCapabilities(self) -> "as":
        return ["body"]

    @dbus_method()
    def GetServerInformation(self) -> "ssss":
        return ["test", "bowout", "1", "1.2"]

    @dbus_method()
    def Notify(
        self,
        app: "s",
        replaces: "u",
        icon: "s",
        summary: "s",
        body: "s",
        actions: "as",
        hints: "a{sv}",
        timeout: "i",
    ) -> "u":
        self._count += 1
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{app}\t{summary}\t{body}\n")
        return self._count

    @dbus_method()
    def CloseNotification(self, number: "u"):  # noqa: ANN201 - it gives nothing back
        pass


async def serve(file: Path) -> None:
    """Own the name until the session ends."""
    bus = await MessageBus().connect()
    bus.export(_PATH, Notifications(file))
    await bus.request_name(_NAME)
    print("ready", flush=True)
    await bus.wait_for_disconnect()


asyncio.run(serve(Path(sys.argv[1])))
