"""Opens the preview page of a draft in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mailer.reviewing import Reviewed
    from mailer.session import Session


def open_preview(session: Session, reviewed: Reviewed) -> None:
    """Write the page into the account's own folder, private to the user, and open it."""
    from mailer.cli.terminal import PersonAtTerminal
    from mailer.output import hint
    from mailer.preview import preview_page
    from mailer.settings import write_private

    path = session.places.account_folder(session.account.name) / "preview.html"
    language = str(reviewed.record.facts.get("language", ""))
    write_private(path, preview_page(reviewed.draft, language=language))
    hint(f"The preview lies at {path}; the next one overwrites it.")
    PersonAtTerminal().open_browser(path.as_uri())
