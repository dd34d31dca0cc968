"""Gmail by its own interface."""

from providers.gmail.provider import GmailProvider

__all__ = ["GmailProvider"]
