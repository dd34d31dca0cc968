"""The three servers on which commands are killed: Dovecot with submission, Gmail, Graph."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path
from unittest.mock import patch

import servers.imap_account as imap
from crashing.drive import Rig
from crashing.killing import LIGHT_COST
from servers.gmail_account import deliver_in_one_thread, raw_letter
from servers.gmail_world import ADDRESS, SCOPES, GmailWorld
from servers.graph.rig import NOW, AtTerminal, letter, options_for
from servers.graph.server import GraphServer
from servers.graph.store import Mailbox, plain
from servers.mailstack import MailStack
from servers.outlook_account import checked_server

from mailer.provider import Account, Context
from mailer.settings import Places, save_account
from providers import _passphrase
from providers._secrets import Secrets
from providers.outlook import OutlookProvider
from providers.outlook.clouds import SEND_SCOPES

PASSPHRASE = {"BOWOUT_SECRETS": "file", "BOWOUT_PASSPHRASE": "a long one"}
TITLE = "Interview for Data Engineer at Northwind"
FIRST = (
    "Hi Alex,\n\nthank you for your application for the Data Engineer role at Northwind. When "
    "could you come for an interview?\n\nBest,\nDana Ortiz\nEngineering Manager, Northwind"
)
LAST = "Hi Alex,\n\nshall we say Tuesday, 24 November at 10:00?\n\nBest,\nDana"
DANA = "Dana Ortiz <dana@northwind.example>"


def own_words(raw: bytes) -> str:
    """Return the plain text of a message above its quote."""
    body = message_from_bytes(raw, policy=SMTP).get_body(("plain",))
    text = str(body.get_content()) if body is not None else ""
    return text.partition("\n>")[0]


@dataclass
class ImapRig:
    """Dovecot, with submission to a relay that counts what it took."""

    stack: MailStack
    name: str = "Dovecot"
    files_sent: bool = False

    def reset(self, home: Path) -> Mapping[str, str]:
        imap.empty(self.stack)
        ids = ("<1@northwind.example>", "<2@northwind.example>")
        imap.put(self.stack, "INBOX", imap.make_mail(FIRST, message_id=ids[0], subject=TITLE))
        later = datetime(2026, 11, 12, 9, tzinfo=UTC)
        answer = {"In_Reply_To": ids[0], "References": ids[0]}
        imap.put(
            self.stack,
            "INBOX",
            imap.make_mail(LAST, message_id=ids[1], subject=f"Re: {TITLE}", date=later, **answer),
        )
        folder = _account_folder(home)
        opened = imap.sign_in(imap.open_account(self.stack, folder, secrets="file"))
        _keep_account(home, opened.account)
        opened.close()
        return {**PASSPHRASE, "BOWOUT_NOW": imap.NOW.isoformat()}

    def drafts(self) -> list[str]:
        found = imap.listing(self.stack, "Drafts").values()
        return [own_words(entry[b"BODY[]"]) for entry in found]

    def left(self) -> int:
        return len(self.stack.relay.taken)

    def filed(self) -> int:
        return len(imap.listing(self.stack, "Sent"))


@dataclass
class GmailRig:
    """myworld's Gmail behind the gateway."""

    world: GmailWorld
    name: str = "Gmail"
    files_sent: bool = True

    def reset(self, home: Path) -> Mapping[str, str]:
        self.world.reset()
        first, last = (raw_letter(DANA, text=FIRST, subject=TITLE),
                       raw_letter(DANA, text=LAST, subject=f"Re: {TITLE}"))  # fmt: skip
        deliver_in_one_thread(self.world, first, last)
        options = {"endpoint": self.world.root, "secrets": "file"}
        account = Account("work", "gmail", ADDRESS, "Alex Candidate", options=options)
        kept = {
            "token": self.world.token, "refresh_token": "refresh", "expiry": "",
            "client_id": "client", "client_secret": "secret",
            "token_uri": f"{self.world.root}token", "scopes": list(SCOPES),
        }  # fmt: skip
        Secrets(account, Context(_account_folder(home), self.world.now)).write(json.dumps(kept))
        _keep_account(home, account)
        return {**PASSPHRASE, "BOWOUT_NOW": self.world.now().isoformat()}

    def drafts(self) -> list[str]:
        listed = self.world.ask("GET", "drafts").get("drafts", [])
        found = [self.world.ask("GET", f"drafts/{d['id']}", params={"format": "raw"})
                 for d in listed]  # fmt: skip
        return [own_words(base64.urlsafe_b64decode(d["message"]["raw"])) for d in found]

    def left(self) -> int:
        return self.filed()

    def filed(self) -> int:
        return len(self.world.ask("GET", "messages", params={"q": "in:sent"}).get("messages", []))


@dataclass
class GraphRig:
    """Our Graph server, checked against Microsoft's own description."""

    server: GraphServer
    name: str = "Graph"
    files_sent: bool = True

    def reset(self, home: Path) -> Mapping[str, str]:
        server = self.server
        server.box = Mailbox(server.address, server.name)
        server.log.clear()
        ids = ("<1@northwind.example>", "<2@northwind.example>")
        server.box.deliver(letter(DANA, subject=TITLE, text=FIRST, message_id=ids[0]), is_read=True)
        last = letter(DANA, subject=f"Re: {TITLE}", text=LAST, message_id=ids[1], answers=ids[0],
                      days_ago=1)  # fmt: skip
        server.box.deliver(last, is_read=True)
        options = options_for(server.base, secrets="file")
        context = Context(_account_folder(home), lambda: NOW, terminal=AtTerminal())
        account = OutlookProvider(
            Account("work", "outlook", "", options=options), context
        ).sign_in()
        provider = OutlookProvider(account, context)
        provider._entra.token(SEND_SCOPES, "")
        provider.close()
        _keep_account(home, account)
        return {**PASSPHRASE, "BOWOUT_NOW": NOW.isoformat()}

    def drafts(self) -> list[str]:
        return [plain(item.body).partition("From:")[0]
                for item in self.server.box.in_folder("drafts")]  # fmt: skip

    def left(self) -> int:
        return self.filed()

    def filed(self) -> int:
        return len(self.server.box.in_folder("sentitems"))


def places(home: Path) -> Places:
    """Return where a run with `BOWOUT_HOME` keeps things."""
    return Places(home / "config.toml", home / "data", home / "templates")


def _account_folder(home: Path) -> Path:
    return places(home).account_folder("work")


def _keep_account(home: Path, account: Account) -> None:
    save_account(places(home).config, replace(account, name="work"), make_default=True)


@contextmanager
def open_rig(name: str) -> Iterator[Rig]:
    """Start the server of that name: `dovecot`, `gmail` or `graph`; keys are light meanwhile."""
    with patch.object(_passphrase, "_COST", LIGHT_COST), _open_rig(name) as rig:
        yield rig


@contextmanager
def _open_rig(name: str) -> Iterator[Rig]:
    if name == "dovecot":
        with MailStack({imap.ADDRESS: imap.PASSWORD}) as stack:
            yield ImapRig(stack)
    elif name == "gmail":
        with GmailWorld() as world:
            yield GmailRig(world)
            assert not world.complaints, world.complaints
    else:
        with checked_server() as server:
            yield GraphRig(server)


NAMES = ("dovecot", "gmail", "graph")
