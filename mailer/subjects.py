"""Subjects: reply and forward prefixes, the base subject, and the subject of a reply.

The prefixes are what mail programs write in the languages of the world (their translation files;
G41): a prefix counts only at the very start and with its colon, so that "Ready to ship" and
"Reisekosten" stay whole. Only a reply prefix may tie a message to a thread, never a forward's.
"""

from __future__ import annotations

import re

_REPLY = (
    "Re RE AW Antw Antwort SV Vs VS Vá R Ats Odp Odg Për Sv YNT Yan Cvb Rif Ref Res BLS ATB Răsp "
    "Απ Σχετ Одг Адк Ответ השב מענה رد پاسخ 回复 回覆 答复 返信 답장 회신 Trả\\s?lời"
)
_FORWARD = (
    "Fwd Fw FW WG TR Rv RV Enc ENC I VB VL Doorst Tov Pd PD Ynlndr İlt İlet Πρθ Прсл Npr Posr "
    "Videresend Redir 転送 转发 轉寄 전달 העברה هدایت Chuyển\\s?tiếp"
)


def _alternatives(words: str) -> str:
    ordered = sorted(set(words.split()), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\\s\?", r"\s?") for w in ordered)


_COLON = "[:\uff1a]"
"""The colon, also as wide as a Chinese or Japanese letter, which such programs write."""
_REPLY_PREFIX = re.compile(
    rf"\s*(?:{_alternatives(_REPLY)})\.?\s?(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|\^\d{{1,3}})?\s?{_COLON}\s*",
    re.IGNORECASE,
)
_FORWARD_PREFIX = re.compile(rf"\s*(?:{_alternatives(_FORWARD)})\.?\s?{_COLON}\s*", re.IGNORECASE)
_TAG = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*")


def reply_subject(subject: str) -> str:
    """Return the subject of a reply: inherited, with exactly one reply prefix (G7, G41).

    A single prefix stays as it was written (`AW:` stays `AW:`), several become one `Re:`, and a
    gateway's tag in front of a prefix stays where it is.
    """
    one_line = " ".join(subject.split())
    found = _REPLY_PREFIX.match(one_line)
    if found is None:
        tag = _TAG.match(one_line)
        if tag and _REPLY_PREFIX.match(one_line, tag.end()):
            return one_line
        return f"Re: {one_line}"
    rest = _without_replies(one_line[found.end() :])
    return one_line if rest == one_line[found.end() :] else f"Re: {rest}"


def base_subject(subject: str) -> str:
    """Return the subject without reply and forward prefixes and gateway tags (RFC 5256 §2.1)."""
    rest = " ".join(subject.split())
    while True:
        for pattern in (_REPLY_PREFIX, _FORWARD_PREFIX, _TAG):
            found = pattern.match(rest)
            if found and found.end() < len(rest):
                rest = rest[found.end() :]
                break
        else:
            return rest.removesuffix("(fwd)").rstrip()


def is_reply_subject(subject: str) -> bool:
    """Tell whether the subject starts with a reply prefix, a gateway's tag aside."""
    tag = _TAG.match(subject)
    return _REPLY_PREFIX.match(subject, tag.end() if tag else 0) is not None


def is_forward_subject(subject: str) -> bool:
    """Tell whether a forward prefix stands at the start, reply prefixes and a tag aside."""
    rest = _without_replies(subject)
    tag = _TAG.match(rest)
    return _FORWARD_PREFIX.match(rest, tag.end() if tag else 0) is not None


def _without_replies(subject: str) -> str:
    while found := _REPLY_PREFIX.match(subject):
        subject = subject[found.end() :]
    return subject
