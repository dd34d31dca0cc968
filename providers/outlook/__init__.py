"""Outlook: personal, work and school mailboxes on Microsoft Graph, signed in with msal."""

from providers.outlook.provider import OutlookProvider

__all__ = ["OutlookProvider"]
