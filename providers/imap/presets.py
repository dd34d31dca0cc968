"""What is known of mail services by the domain of an address: hosts, habits, app passwords.

`files_sent` is set only where the service itself files what it takes by SMTP: Gmail and Zoho by
default, Proton's bridge always. Everywhere else the provider files the copy, after looking.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mailer.errors import SignInError


class Security(StrEnum):
    """How a connection is kept private."""

    IMPLICIT = "implicit"
    """TLS from the first byte."""
    STARTTLS = "starttls"
    """TLS after a command; without it nothing is sent."""
    NONE = "none"
    """Plain; on loopback alone."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a service listens and how it is talked to."""

    host: str
    port: int
    security: Security

    @property
    def place(self) -> str:
        """`HOST:PORT`, as the options hold it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Preset:
    """What is known of one mail service."""

    title: str
    imap: Server
    smtp: Server
    app_passwords: str = ""
    """The page on which one makes an app password; empty: the usual password is right."""
    files_sent: bool = False
    """What it takes by SMTP lies in its Sent mailbox without our doing."""
    note: str = ""
    """What else has to be done first."""


def _preset(
    title: str,
    imap: str,
    smtp: str,
    app_passwords: str = "",
    *,
    smtp_port: int = 465,
    files_sent: bool = False,
    note: str = "",
) -> Preset:
    security = Security.IMPLICIT if smtp_port == 465 else Security.STARTTLS
    return Preset(
        title,
        Server(imap, 993, Security.IMPLICIT),
        Server(smtp, smtp_port, security),
        app_passwords,
        files_sent,
        note,
    )


_GMAIL = _preset(
    "Gmail",
    "imap.gmail.com",
    "smtp.gmail.com",
    "https://myaccount.google.com/apppasswords",
    files_sent=True,
    note="Google gives app passwords only where 2-Step Verification is on.",
)
_ICLOUD = _preset(
    "iCloud Mail",
    "imap.mail.me.com",
    "smtp.mail.me.com",
    "https://account.apple.com/account/manage",
    smtp_port=587,
)
_FASTMAIL = _preset(
    "Fastmail",
    "imap.fastmail.com",
    "smtp.fastmail.com",
    "https://app.fastmail.com/settings/security/apps",
)
_YAHOO = _preset(
    "Yahoo Mail",
    "imap.mail.yahoo.com",
    "smtp.mail.yahoo.com",
    "https://login.yahoo.com/account/security",
)
_AOL = _preset("AOL Mail", "imap.aol.com", "smtp.aol.com", "https://login.aol.com/account/security")
_GMX = _preset(
    "GMX",
    "imap.gmx.net",
    "mail.gmx.net",
    note="Switch on “POP3 & IMAP” in GMX's settings first.",
)
_GMX_COM = _preset(
    "GMX",
    "imap.gmx.com",
    "mail.gmx.com",
    note="Switch on “POP3 & IMAP” in GMX's settings first.",
)
_WEB_DE = _preset(
    "WEB.DE",
    "imap.web.de",
    "smtp.web.de",
    smtp_port=587,
    note="Switch on “POP3/IMAP” in WEB.DE's settings first.",
)
_MAILBOX_ORG = _preset("mailbox.org", "imap.mailbox.org", "smtp.mailbox.org")
_POSTEO = _preset("Posteo", "posteo.de", "posteo.de")
_ZOHO = _preset(
    "Zoho Mail",
    "imap.zoho.com",
    "smtp.zoho.com",
    "https://accounts.zoho.com/home#security/app_password",
    files_sent=True,
)
_ZOHO_EU = _preset(
    "Zoho Mail",
    "imap.zoho.eu",
    "smtp.zoho.eu",
    "https://accounts.zoho.eu/home#security/app_password",
    files_sent=True,
)
_PROTON = Preset(
    "Proton Mail",
    Server("127.0.0.1", 1143, Security.NONE),
    Server("127.0.0.1", 1025, Security.NONE),
    files_sent=True,
    note="Proton Mail Bridge has to run; the password is the one that the bridge shows.",
)
_T_ONLINE = _preset(
    "T-Online",
    "secureimap.t-online.de",
    "securesmtp.t-online.de",
    note="The e-mail password of the Telekom login is needed, not that of the web page.",
)
_ORANGE = _preset("Orange", "imap.orange.fr", "smtp.orange.fr")
_FREE = _preset("Free", "imap.free.fr", "smtp.free.fr")
_LAPOSTE = _preset("La Poste", "imap.laposte.net", "smtp.laposte.net")
_LIBERO = _preset("Libero", "imapmail.libero.it", "smtp.libero.it")
_SEZNAM = _preset("Seznam", "imap.seznam.cz", "smtp.seznam.cz")
_ONET = _preset("Onet", "imap.poczta.onet.pl", "smtp.poczta.onet.pl")
_WP = _preset("WP", "imap.wp.pl", "smtp.wp.pl")
_YANDEX = _preset(
    "Yandex", "imap.yandex.com", "smtp.yandex.com", "https://id.yandex.com/security/app-passwords"
)
_COMCAST = _preset("Xfinity", "imap.comcast.net", "smtp.comcast.net", smtp_port=587)
_RUNBOX = _preset("Runbox", "mail.runbox.com", "mail.runbox.com")
_MIGADU = _preset("Migadu", "imap.migadu.com", "smtp.migadu.com")

_DOMAINS: dict[str, Preset] = {
    **dict.fromkeys(("gmail.com", "googlemail.com"), _GMAIL),
    **dict.fromkeys(("icloud.com", "me.com", "mac.com"), _ICLOUD),
    **dict.fromkeys(("fastmail.com", "fastmail.fm", "sent.com", "messagingengine.com"), _FASTMAIL),
    **dict.fromkeys(("aol.com", "aol.de", "aim.com"), _AOL),
    **dict.fromkeys(("gmx.de", "gmx.net", "gmx.at", "gmx.ch"), _GMX),
    **dict.fromkeys(("gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es"), _GMX_COM),
    "web.de": _WEB_DE,
    "mailbox.org": _MAILBOX_ORG,
    **dict.fromkeys(("posteo.de", "posteo.net", "posteo.eu", "posteo.org"), _POSTEO),
    **dict.fromkeys(("zoho.com", "zohomail.com"), _ZOHO),
    **dict.fromkeys(("zoho.eu", "zohomail.eu"), _ZOHO_EU),
    **dict.fromkeys(("proton.me", "protonmail.com", "protonmail.ch", "pm.me"), _PROTON),
    **dict.fromkeys(("t-online.de", "magenta.de"), _T_ONLINE),
    **dict.fromkeys(("orange.fr", "wanadoo.fr"), _ORANGE),
    "free.fr": _FREE,
    "laposte.net": _LAPOSTE,
    **dict.fromkeys(("libero.it", "inwind.it", "iol.it", "blu.it"), _LIBERO),
    **dict.fromkeys(("seznam.cz", "email.cz", "post.cz"), _SEZNAM),
    **dict.fromkeys(("onet.pl", "op.pl", "vp.pl", "onet.eu"), _ONET),
    "wp.pl": _WP,
    **dict.fromkeys(("yandex.com", "yandex.ru", "ya.ru"), _YANDEX),
    "comcast.net": _COMCAST,
    "runbox.com": _RUNBOX,
    "migadu.com": _MIGADU,
}
_MICROSOFT = frozenset({"outlook", "hotmail", "live", "msn", "passport"})


def find_preset(address: str) -> Preset | None:
    """Return what is known of the service of an address.

    Raises:
        SignInError: it is Microsoft's, which refuses passwords.
    """
    domain = address.rpartition("@")[2].casefold()
    label = domain.partition(".")[0]
    if label in _MICROSOFT:
        raise SignInError(
            f"{domain} takes no password from other programs (Microsoft ended that in 2024). "
            "Nothing was stored.",
            hint="Use `bowout login outlook`.",
        )
    return preset_of_domain(domain)


def preset_of_domain(domain: str) -> Preset | None:
    """Return what is known of a mail domain."""
    if domain.partition(".")[0] in ("yahoo", "ymail", "rocketmail"):
        return _YAHOO
    return _DOMAINS.get(domain)


def preset_of_host(imap_host: str) -> Preset | None:
    """Return what is known of the service that a host belongs to (own domains at Fastmail …)."""
    wanted = imap_host.casefold()
    if wanted in ("127.0.0.1", "localhost", "::1"):
        return None
    return next((p for p in (*_DOMAINS.values(), _YAHOO) if p.imap.host == wanted), None)


def usual_servers(domain: str) -> tuple[tuple[Server, ...], tuple[Server, ...]]:
    """Return what to try for a domain that nothing is known of: IMAP, then submission."""
    imap = [Server(f"{name}.{domain}", 993, Security.IMPLICIT) for name in ("imap", "mail")]
    imap += [Server(domain, 993, Security.IMPLICIT)]
    imap += [Server(f"{name}.{domain}", 143, Security.STARTTLS) for name in ("imap", "mail")]
    smtp = []
    for name in ("smtp", "mail"):
        smtp.append(Server(f"{name}.{domain}", 465, Security.IMPLICIT))
        smtp.append(Server(f"{name}.{domain}", 587, Security.STARTTLS))
    return tuple(imap), tuple(smtp)


def parse_server(value: str, *, security: str, is_imap: bool) -> Server:
    """Read `HOST[:PORT]`; without a security named, the port tells: 993 and 465 are implicit.

    Raises:
        SignInError: the port is no number, or a plain connection would leave the machine.
    """
    host, port_text = _split_place(value)
    implicit_port, plain_port = (993, 143) if is_imap else (465, 587)
    if port_text and not (port_text.isdecimal() and 0 < int(port_text) < 65536):
        raise SignInError(
            f"{value!r} is no HOST:PORT. Nothing was stored.",
            hint="Write it as in --imap-host imap.example.com:993.",
        )
    if security:
        chosen = Security(security)
        default = implicit_port if chosen is Security.IMPLICIT else plain_port
    else:
        default = implicit_port
        port = int(port_text or default)
        chosen = Security.IMPLICIT if port == implicit_port else Security.STARTTLS
    if chosen is Security.NONE and not is_loopback(host):
        raise SignInError(
            f"A connection without TLS to {host} would show the password to everybody on the "
            "way. Nothing was stored.",
            hint="Use --tls implicit or --tls starttls.",
        )
    return Server(host, int(port_text or default), chosen)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this very machine."""
    import ipaddress

    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split_place(value: str) -> tuple[str, str]:
    """Split `host:port`, `[v6]:port`, or a bare host."""
    text = value.strip()
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        return host, rest.removeprefix(":")
    if text.count(":") == 1:
        host, _, port = text.partition(":")
        return host, port
    return text, ""
