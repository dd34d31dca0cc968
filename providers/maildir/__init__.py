"""Mail that lies on this machine as Maildir files, put there by a mail program or a syncing one."""

from providers.maildir.provider import MaildirProvider

__all__ = ["MaildirProvider"]
