"""The clock of the command line; everything below it takes `now` as an argument."""

from __future__ import annotations

import os
from datetime import UTC, datetime, tzinfo

from mailer.errors import UsageError


def now() -> datetime:
    """Return the present, aware, in the user's zone; `BOWOUT_NOW` (ISO time) fixes it."""
    fixed = os.environ.get("BOWOUT_NOW", "")
    if not fixed:
        return datetime.now(UTC).astimezone(local_zone())
    try:
        moment = datetime.fromisoformat(fixed)
    except ValueError as error:
        raise UsageError(f"BOWOUT_NOW is no ISO time: {fixed!r}.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=local_zone())


def local_zone() -> tzinfo:
    """Return the zone of this machine, by its IANA name where the system tells it."""
    from tzlocal import get_localzone

    try:
        return get_localzone()
    except Exception:  # a machine with a broken zone setting still has an offset
        zone = datetime.now().astimezone().tzinfo
        return zone if zone is not None else UTC
