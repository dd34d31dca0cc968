"""Any mailbox by IMAP and SMTP; each module's docstring lists the quirks it deals with."""

from providers.imap.provider import ImapProvider as ImapProvider
