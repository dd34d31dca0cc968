"""Bytes to text, where the charset that is named may be wrong."""

from __future__ import annotations


def decode(content: bytes, charset: str) -> str:
    """Decode by the declared charset, else as UTF-8, else as Windows-1252."""
    for candidate in (charset.strip("\"'"), "utf-8"):
        if candidate and candidate not in ("unknown-8bit", "us-ascii", "ascii"):
            try:
                return content.decode(candidate)
            except UnicodeDecodeError as error:
                good = content[: error.start]
                if len(content) - len(good) < 4 and not good.isascii():
                    return good.decode(candidate, "replace")  # cut in the middle of a character
            except (LookupError, UnicodeError, ValueError):
                continue
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
