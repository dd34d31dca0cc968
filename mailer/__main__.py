"""`python -m mailer`, and the `bowout` command."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence


def main() -> None:
    """Run the command line; the only place that turns errors into exit statuses."""
    os.umask(0o077)
    set_encodings(sys.argv[1:])
    from mailer.cli.main import run

    sys.exit(run(sys.argv[1:]))


def set_encodings(arguments: Sequence[str]) -> None:
    """Let no letter or name fail on a stream's encoding, such as a redirected one on Windows.

    A JSON document is UTF-8 (RFC 8259 §8.1); other text has `?` for what the encoding lacks.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = "utf-8" if "--json" in arguments else None
        sys.stdout.reconfigure(encoding=encoding, errors="replace")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
