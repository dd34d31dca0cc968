"""The means to write a mailbox by hand: days around today, people, talks with quotes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.utils import format_datetime

from mailer.writing.mime import MessagePolicy

_POLICY = MessagePolicy(linesep="\r\n")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days counted from today."""

    now: datetime

    def at(self, days: int, clock: str) -> datetime:
        """Return a time so many working days from today (negative: ago), in the user's zone."""
        day = self.now.date()
        step = timedelta(days=1 if days > 0 else -1)
        left = abs(days)
        while left > 0 or day.weekday() > 4:
            day += step
            if day.weekday() < 5:
                left -= 1
        return self.on(day, clock)

    def on(self, day: date, clock: str) -> datetime:
        """Return that day at that time."""
        return datetime.combine(day, time.fromisoformat(clock), tzinfo=self.now.tzinfo)

    def ago(self, days: int, clock: str) -> datetime:
        """Return a time so many days ago, week-ends included."""
        return self.on(self.now.date() - timedelta(days=days), clock)


@dataclass(frozen=True, slots=True)
class Who:
    """A correspondent: name, address and what stands under their mail."""

    name: str
    address: str
    signature: str = ""

    @property
    def header(self) -> HeaderAddress:
        """For an address field."""
        return HeaderAddress(self.name, addr_spec=self.address)


ME = Who("Robin Castell", "robin@castell.example")


@dataclass(frozen=True, slots=True)
class Piece:
    """One message, ready to be laid down."""

    raw: bytes
    date: datetime
    folder: str
    is_unread: bool = False


@dataclass
class Talk:
    """A thread in the making: each message answers the one before and quotes it."""

    subject: str
    pieces: list[Piece] = field(default_factory=list)
    _ids: list[str] = field(default_factory=list)
    _last: tuple[Who, datetime, str] | None = None

    def mail(
        self,
        sender: Who,
        when: datetime,
        text: str,
        *,
        to: tuple[Who, ...] = (ME,),
        cc: tuple[Who, ...] = (),
        folder: str = "",
        headers: dict[str, str] | None = None,
        calendar: str = "",
        html: str = "",
    ) -> Talk:
        """Add a message; mail of the user's own goes to Sent."""
        own = text.strip()
        if sender.signature:
            own += f"\n\n{sender.signature}"
        body = own + (self._quote() if self._ids else "")
        message = new_message(
            sender, to, cc, self.subject if not self._ids else f"Re: {self.subject}", when, headers
        )
        if self._ids:
            message["In-Reply-To"] = self._ids[-1]
            message["References"] = " ".join(self._ids)
        fill(message, body, html=html, calendar=calendar)
        place = folder or ("Sent" if sender is ME else "INBOX")
        self.pieces.append(Piece(message.as_bytes(), when, place))
        self._ids.append(str(message["Message-ID"]))
        self._last = (sender, when, body)
        return self

    def _quote(self) -> str:
        assert self._last is not None
        who, when, body = self._last
        lines = "\n".join(f"> {line}".rstrip() for line in body.splitlines())
        return f"\n\nOn {when:%a, %b %d, %Y at %H:%M} {who.name} <{who.address}> wrote:\n\n{lines}"


def new_message(
    sender: Who,
    to: tuple[Who, ...],
    cc: tuple[Who, ...],
    subject: str,
    when: datetime,
    headers: dict[str, str] | None = None,
) -> EmailMessage:
    """Make a message without a body; its Message-ID depends on its header fields alone."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = sender.header
    message["To"] = [one.header for one in to]
    if cc:
        message["Cc"] = [one.header for one in cc]
    message["Date"] = format_datetime(when)
    message["Subject"] = subject
    seed = f"{sender.address}{when.isoformat()}{subject}"
    digest = hashlib.sha256(seed.encode()).hexdigest()[:26]
    message["Message-ID"] = f"<{digest}@{sender.address.rpartition('@')[2]}>"
    for name, value in (headers or {}).items():
        message[name] = value
    return message


def fill(message: EmailMessage, text: str, *, html: str = "", calendar: str = "") -> None:
    """Give a message its body: plain text, and HTML or a calendar part beside it."""
    message.set_content(text + "\n", cte="quoted-printable" if not text.isascii() else None)
    if html:
        message.add_alternative(html, subtype="html", cte="quoted-printable")
    if calendar:
        method = "CANCEL" if "METHOD:CANCEL" in calendar else "REQUEST"
        message.add_alternative(
            calendar, subtype="calendar", cte="base64", params={"method": method}
        )


def invitation(
    *,
    organizer: Who,
    summary: str,
    start: datetime,
    minutes: int,
    uid: str,
    guests: tuple[Who, ...],
) -> str:
    """Return an iTIP REQUEST in UTC (RFC 5546) for the user and the guests."""
    from datetime import UTC

    end = start + timedelta(minutes=minutes)
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Sample//Calendar//EN",
        "VERSION:2.0",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "SEQUENCE:0",
        f"DTSTAMP:{start - timedelta(days=5):%Y%m%dT%H%M%SZ}",
        f"DTSTART:{start.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTEND:{end.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SUMMARY:{summary}",
        f"ORGANIZER;CN={organizer.name}:mailto:{organizer.address}",
        *(
            f"ATTENDEE;CN={one.name};PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{one.address}"
            for one in (ME, *guests)
        ),
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines)
