"""A whole mail service on loopback: Dovecot (IMAP, submission, LMTP) and a relay that captures.

    with MailStack({"alex@example.test": "pw"}) as stack:
        stack.deliver("alex@example.test", b"From: …")
        stack.imap_port, stack.submission_port, stack.relay.taken

Wants the system packages dovecot-imapd, dovecot-submissiond and dovecot-lmtpd. Everything lies in
one temporary folder and listens on loopback alone; runs as root (then Dovecot runs as nobody)
and as an ordinary user. Its processes serve one connection after the other, for tests open many.
"""

from __future__ import annotations

import contextlib
import datetime
import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from servers.ports import free_port
from servers.smtp_server import SmtpServer, deliver

_DOVECOT = next((p for p in ("/usr/sbin/dovecot", shutil.which("dovecot") or "") if p), "")

_CONFIG = r"""
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
instance_name = test-{imap}
listen = 127.0.0.1
protocols = imap submission lmtp
ssl = {ssl}
disable_plaintext_auth = no
auth_mechanisms = plain login{oauth_mechanisms}
auth_failure_delay = 0
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = {uid}
mail_location = maildir:~/Maildir
mail_max_userip_connections = 50
mail_plugins = quota
mail_fsync = never
{extra}
passdb {{
  driver = passwd-file
  args = scheme=plain {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
{mailboxes}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
  }}
}}
service submission-login {{
  chroot =
  service_count = 0
  inet_listener submission {{
    port = {submission}
  }}
  inet_listener submissions {{
    port = {submissions}
    ssl = yes
  }}
}}
service imap {{
  service_count = 1000
}}
service submission {{
  service_count = 1000
}}
service lmtp {{
  service_count = 0
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
protocol imap {{
  mail_plugins = quota imap_quota
  imap_capability = {imap_capability}
}}
lmtp_save_to_detail_mailbox = no
submission_relay_host = 127.0.0.1
submission_relay_port = {relay}
submission_relay_trusted = no
hostname = mail.example.test
postmaster_address = postmaster@example.test
"""


def is_installed() -> bool:
    """Tell whether Dovecot's programs are there."""
    return bool(_DOVECOT) and Path(_DOVECOT).exists()


@dataclass
class MailStack:
    """Runs while the context lasts."""

    users: dict[str, str]
    """Address to password."""
    separator: str = "/"
    prefix: str = ""
    mailboxes: dict[str, str] = field(
        default_factory=lambda: {
            "Drafts": "\\Drafts",
            "Sent": "\\Sent",
            "Archive": "\\Archive",
            "Trash": "\\Trash",
            "Junk": "\\Junk",
        }
    )
    """Mailboxes that are there from the start, and their special use, or `` for none."""
    has_tls: bool = False
    tokeninfo_url: str = ""
    """Where access tokens are checked; empty: there is no XOAUTH2."""
    quota_bytes: int = 0
    imap_capability: str = ""
    """What the server claims to know instead of what it does; `+X` adds."""

    def __post_init__(self) -> None:
        """Choose ports and a folder."""
        self.folder = Path(tempfile.mkdtemp(prefix="mailstack-"))
        self.imap_port, self.imaps_port = free_port(), free_port()
        self.submission_port, self.submissions_port = free_port(), free_port()
        self.lmtp_port = free_port()
        local = frozenset(address.casefold() for address in self.users)
        self.relay = SmtpServer(lmtp_port=self.lmtp_port, local=local)
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())

    @property
    def certificate(self) -> Path:
        """The self-signed certificate, for SSL_CERT_FILE."""
        return self.folder / "cert.pem"

    def __enter__(self) -> MailStack:
        """Start everything and wait until it answers."""
        self._write_files()
        self.relay.__enter__()
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop everything and delete the folder."""
        if self._process is not None:  # at once: what is asked to end takes a second for it
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(5)
            self._process = None
        self.relay.__exit__(None, None, None)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        """Start Dovecot (again)."""
        is_root = os.getuid() == 0
        self._process = subprocess.Popen(
            [_DOVECOT, "-F", "-c", str(self.folder / "dovecot.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            user=self._owner.pw_uid if is_root else None,
            group=self._owner.pw_gid if is_root else None,
            extra_groups=[] if is_root else None,
        )
        for port in (self.imap_port, self.submission_port, self.lmtp_port):
            self._wait_for(port)

    def stop(self) -> None:
        """Stop Dovecot alone: the server is gone for a while."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)
        self._process = None

    def deliver(self, user: str, content: bytes, sender: str = "someone@elsewhere.test") -> None:
        """Deliver a message into a user's INBOX by LMTP."""
        deliver(self.lmtp_port, sender, user, content)

    def put_messages(
        self,
        user: str,
        messages: Iterable[tuple[bytes, datetime.datetime]],
        mailbox: str = "INBOX",
        flags: str = "S",
    ) -> None:
        """Write messages, each with when it came, straight into a Maildir; fast for many."""
        cur = self.maildir(user, mailbox) / "cur"
        for name in ("cur", "new", "tmp"):
            (cur.parent / name).mkdir(parents=True, exist_ok=True)
        for number, (content, came) in enumerate(messages):
            path = cur / f"{int(came.timestamp())}.M{number}P1.put,S={len(content)}:2,{flags}"
            path.write_bytes(content)
            os.utime(path, (came.timestamp(), came.timestamp()))
        self._give_away(self.folder / "home")

    def maildir(self, user: str, mailbox: str = "INBOX") -> Path:
        """Return the folder (Maildir++) in which a mailbox of ASCII name lies."""
        root = self.folder / "home" / user / "Maildir"
        name = mailbox.removeprefix(self.prefix)
        if mailbox.upper() == "INBOX":
            return root
        return root / ("." + name.replace(self.separator, "."))

    def log(self) -> str:
        """Return what Dovecot logged."""
        path = self.folder / "dovecot.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def _write_files(self) -> None:
        for name in ("run", "state", "home"):
            (self.folder / name).mkdir()
        users = "".join(f"{user}:{password}\n" for user, password in self.users.items())
        (self.folder / "users").write_text(users)
        if self.has_tls:
            write_certificate(self.folder)
        config = _CONFIG.format(
            folder=self.folder,
            user=self._owner.pw_name,
            group=grp.getgrgid(self._owner.pw_gid).gr_name,
            uid=self._owner.pw_uid,
            gid=self._owner.pw_gid,
            imap=self.imap_port,
            imaps=self.imaps_port if self.has_tls else 0,
            submission=self.submission_port,
            submissions=self.submissions_port if self.has_tls else 0,
            lmtp=self.lmtp_port,
            relay=self.relay.port,
            ssl="yes" if self.has_tls else "no",
            oauth_mechanisms=" xoauth2 oauthbearer" if self.tokeninfo_url else "",
            extra=self._extra_config(),
            separator=self.separator,
            prefix=self.prefix,
            mailboxes="\n".join(map(_mailbox_config, self.mailboxes.items())),
            imap_capability=self.imap_capability,
        )
        (self.folder / "dovecot.conf").write_text(config)
        self._give_away(self.folder)

    def _extra_config(self) -> str:
        lines = []
        if self.has_tls:
            lines += [f"ssl_cert = <{self.folder}/cert.pem", f"ssl_key = <{self.folder}/key.pem"]
        if self.quota_bytes:
            lines.append(
                "plugin {\n  quota = maildir:User quota\n"
                f"  quota_rule = *:storage={self.quota_bytes}B\n}}"
            )
        if self.tokeninfo_url:
            # tokeninfo_url, not introspection: only there a bad token is AUTHENTICATIONFAILED
            (self.folder / "oauth2.ext").write_text(
                f"tokeninfo_url = {self.tokeninfo_url}/tokeninfo?access_token=\n"
                "username_attribute = email\nusername_format = %u\n"
            )
            lines.append(
                "passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n"
                f"  args = {self.folder}/oauth2.ext\n}}"
            )
        return "\n".join(lines)

    def _give_away(self, folder: Path) -> None:
        """Make the files those of the user that Dovecot runs as."""
        if os.getuid() != 0:
            return
        folder.chmod(0o755)
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, self._owner.pw_uid, self._owner.pw_gid)

    def _wait_for(self, port: int) -> None:
        deadline = time.monotonic() + 10
        while True:
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", port), 0.2) as connection,
            ):
                connection.settimeout(3)
                if connection.recv(10):
                    return
            if time.monotonic() > deadline or (self._process and self._process.poll() is not None):
                raise RuntimeError(f"Dovecot did not start:\n{self.log()}")
            time.sleep(0.02)


def _mailbox_config(item: tuple[str, str]) -> str:
    name, use = item
    special = f"    special_use = {use}\n" if use else ""
    return f'  mailbox "{name}" {{\n    auto = subscribe\n{special}  }}'


def write_certificate(folder: Path) -> None:
    """Write key.pem and a self-signed cert.pem for localhost and 127.0.0.1."""
    import ipaddress

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
