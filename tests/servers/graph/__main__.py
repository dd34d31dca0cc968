"""Runs the server by itself: `python -m graph`, in the folder above this one."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from .server import GraphServer
from .store import WELL_KNOWN


def main() -> None:
    """Start, say where, and serve until Ctrl-C."""
    options = _read_options()
    server = GraphServer(
        options.address, options.name, is_personal=options.personal, port=options.port
    )
    with server:
        count = _fill(server, options.mail) if options.mail else 0
        token = server.bearer("Mail.ReadWrite", "Mail.Send", "User.Read")["Authorization"]
        print(f"endpoint       {server.endpoint}")
        print(f"authority      {server.base}/common")
        print(f"client id      {server.entra.clients[0]}")
        print(f"Authorization  {token}")
        print(f"mailbox        {options.address}, {count} messages; {server.base}/control/requests")
        print("Ctrl-C stops it and forgets everything.", flush=True)
        try:
            _tell(server)
        except KeyboardInterrupt:
            print()


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m graph", description="A Microsoft Graph mail server to test against."
    )
    parser.add_argument("--address", default="alex.candidate@outlook.example")
    parser.add_argument("--name", default="Alex Candidate", help="the mailbox owner's name")
    parser.add_argument("--port", type=int, default=0, help="any free one, if not named")
    parser.add_argument(
        "--personal", action="store_true", help="refuse filters on conversationId (G54)"
    )
    parser.add_argument(
        "--mail", type=Path, metavar="DIR",
        help="lay down DIR/*.eml in the Inbox, DIR/sentitems/*.eml in Sent Items, and so on",
    )  # fmt: skip
    return parser.parse_args()


def _fill(server: GraphServer, folder: Path) -> int:
    files = [(path, "inbox") for path in sorted(folder.glob("*.eml"))]
    for name in WELL_KNOWN:
        files += [(path, name) for path in sorted((folder / name).glob("*.eml"))]
    for path, name in files:
        server.box.deliver(path.read_bytes(), name)
    return len(files)


def _tell(server: GraphServer) -> None:
    """Print every request and complaint as it comes."""
    told = complained = 0
    while True:
        for one in server.log[told:]:
            told += 1
            print(f"{one.status} {one.method} {one.path} {one.query or ''}", flush=True)
        for complaint in server.complaints[complained:]:
            complained += 1
            print(f"!   {complaint}", flush=True)
        time.sleep(0.2)


if __name__ == "__main__":
    main()
