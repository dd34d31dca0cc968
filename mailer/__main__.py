"""`python -m mailer`, and the `bowout` command."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line; the only place that turns errors into exit statuses."""
    os.umask(0o077)
    from mailer.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
