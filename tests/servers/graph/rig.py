"""What a test of a Graph client needs besides the server: somebody at the terminal, and mail."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

CLIENT_ID = "11111111-1111-1111-1111-111111111111"


@dataclass
class AtTerminal:
    """Somebody at the terminal, with a browser that says yes to everything."""

    email: str = ""
    """Whom to pick where the page offers several accounts."""
    device_page: Any = None
    """Called when a device code is shown."""
    has_browser: bool = True
    said: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def ask(self, question: str, *, secret: bool = False) -> str:
        """Answer nothing: no provider of this kind asks."""
        raise AssertionError(question)

    def say(self, text: str) -> None:
        """Take note; a device code is entered at once."""
        self.said.append(text)
        if self.device_page and "code" in text:
            self.device_page()

    def open_browser(self, url: str) -> bool:
        """Let the browser do its work in the background, as a real one does."""
        self.opened.append(url)
        if self.has_browser:
            threading.Thread(target=self._browse, args=(url,), daemon=True).start()
        return self.has_browser

    def _browse(self, url: str) -> None:
        import requests

        page = requests.get(url, timeout=20)
        forms = _Forms(page.text).forms
        for form in forms:
            if not self.email or form["fields"].get("email", "").casefold() == self.email:
                requests.post(urljoin(url, form["action"]), data=form["fields"], timeout=20)
                return


class _Forms(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: unescape(value or "") for name, value in attrs}
        if tag == "form":
            self.forms.append({"action": values.get("action", ""), "fields": {}})
        elif tag == "input" and self.forms and values.get("name"):
            self.forms[-1]["fields"][values["name"]] = values.get("value", "")


NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def letter(
    sender: str = "Hanna Manager <hanna@northwind.example>",
    *,
    to: str = "Alex Candidate <alex.candidate@outlook.example>",
    cc: str = "",
    subject: str = "Interview for Data Engineer",
    text: str = "Hello Alex,\n\nwhen could you come?\n\nHanna",
    html: str = "",
    message_id: str = "",
    answers: str = "",
    chain: str = "",
    days_ago: float = 3,
    calendar: str = "",
    reply_to: str = "",
) -> EmailMessage:
    """Write a message as it would travel."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = to
    if cc:
        message["Cc"] = cc
    if reply_to:
        message["Reply-To"] = reply_to
    message["Subject"] = subject
    when = NOW - timedelta(days=days_ago)
    message["Date"] = format_datetime(when)
    stamp = f"{when.timestamp():.0f}.{abs(hash((subject, sender))) % 9999}"
    message["Message-ID"] = message_id or f"<{stamp}@mail.example>"
    if answers:
        message["In-Reply-To"] = answers
        message["References"] = f"{chain} {answers}".strip()
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    if calendar:
        message.add_alternative(calendar, subtype="calendar", params={"method": "REQUEST"})
    return message


def make_keyring() -> Any:
    """Make a keyring that keeps its entries in this process."""
    from keyring.backend import KeyringBackend

    class Keyring(KeyringBackend):
        priority = 1  # type: ignore[assignment]

        def __init__(self) -> None:
            super().__init__()
            self.entries: dict[tuple[str, str], str] = {}

        def get_password(self, service: str, username: str) -> str | None:
            return self.entries.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            self.entries[service, username] = password

        def delete_password(self, service: str, username: str) -> None:
            from keyring.errors import PasswordDeleteError

            if (service, username) not in self.entries:
                raise PasswordDeleteError("not there")
            del self.entries[service, username]

    return Keyring()


def options_for(base: str, **more: str) -> dict[str, str]:
    """Return the account options that lead to a server on this machine."""
    return {"client-id": CLIENT_ID, "authority": base, "endpoint": f"{base}/v1.0", **more}


INVITATION = """BEGIN:VCALENDAR\r
METHOD:REQUEST\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:round-2@northwind.example\r
SEQUENCE:1\r
DTSTART;TZID=Europe/Berlin:20261125T100000\r
DTEND;TZID=Europe/Berlin:20261125T110000\r
SUMMARY:Second round\r
LOCATION:Room 4\\, first floor\r
ORGANIZER;CN=Hanna Manager:mailto:hanna@northwind.example\r
ATTENDEE:mailto:alex.candidate@outlook.example\r
END:VEVENT\r
END:VCALENDAR\r
"""
