"""Writes a letter: chooses the language, prepares the scene, renders the template."""

# ruff: noqa: ANN401 - template values are of any type

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from mailer.errors import UsageError
from mailer.markup import text_to_html
from mailer.model import Call, Candidacy, Kind, Letter, Me, Person, Reason, Wish
from mailer.writing.addressing import find_readers
from mailer.writing.render import (
    BREAK,
    Picker,
    TemplateFolder,
    built_in_languages,
    read_language,
    sentences,
)
from mailer.writing.scene import make_scene

FALLBACK = "en"
APPOINTMENT_REASONS = frozenset({Reason.ILLNESS, Reason.EMERGENCY, Reason.CONFLICT, Reason.TRAVEL})
"""Why somebody can't make a date; never why they leave (E2)."""

SCRIPT, PASTE = "script", "paste"


def write_letter(
    candidacy: Candidacy,
    *,
    kind: Kind,
    wish: Wish,
    me: Me,
    now: datetime,
    calls: Sequence[Call] = (),
    earlier: Sequence[str] = (),
    templates: TemplateFolder,
) -> Letter:
    """Write one letter of a process; `earlier` are own texts whose sentences it won't repeat.

    Raises:
        UsageError: the wish lacks what this kind needs, or the template is faulty.
    """
    _check_wish(kind, wish)
    language, notes = choose_language(wish.language or candidacy.language, templates)
    tone = wish.tone or candidacy.tone
    to, copied = _recipients(candidacy, kind=kind, wish=wish, me=me, now=now)
    scene = make_scene(
        candidacy,
        kind=kind,
        wish=wish,
        me=me,
        now=now,
        calls=calls,
        readers=to,
        copied=copied,
        forms=forms_of(language, wish.language or candidacy.language),
        tone=tone,
    )
    text = _render(f"{language}/{kind.value}", scene, earlier, templates)
    return Letter(
        kind=kind,
        reason=wish.reason,
        language=language,
        tone=tone,
        text=text,
        html=text_to_html(text),
        notes=notes,
    )


def write_aside(
    name: str,
    candidacy: Candidacy,
    *,
    wish: Wish,
    me: Me,
    now: datetime,
    calls: Sequence[Call] = (),
    readers: Sequence[Person] = (),
    templates: TemplateFolder,
) -> str:
    """Return the text of `script` (E16) or `paste` (E13), which are no mail."""
    language, _ = choose_language(wish.language or candidacy.language, templates)
    scene = make_scene(
        candidacy,
        kind=wish.kind or Kind.WITHDRAW,
        wish=wish,
        me=me,
        now=now,
        calls=calls,
        readers=readers,
        copied=(),
        forms=forms_of(language, wish.language or candidacy.language),
        tone=wish.tone or candidacy.tone,
    )
    return _render(f"{language}/{name}", scene, (), templates)


def choose_language(wanted: str, templates: TemplateFolder) -> tuple[str, tuple[str, ...]]:
    """Return the language of the letters for a BCP 47 tag, and a note where it is another one."""
    language = wanted.partition("-")[0].casefold() or FALLBACK
    if language in built_in_languages():
        return language, ()
    name = _language_name(language)
    return FALLBACK, (
        f"There are no letters in {name} yet, so this one is in English. Change it in the draft, "
        "or choose another language with --language.",
    )


def forms_of(language: str, tag: str = "") -> Mapping[str, Any]:
    """Return the language's forms of dates; a region in the tag (`en-GB`) has its own."""
    table = read_language(language)
    forms = dict(table["forms"]) | {"language": language, "words": table.get("words", {})}
    region = tag.partition("-")[2].upper()
    return forms | dict(table.get("regions", {}).get(region, {}))


def _language_name(language: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language).get_display_name("en") or language
    except (UnknownLocaleError, ValueError):
        return repr(language)


def _recipients(
    candidacy: Candidacy, *, kind: Kind, wish: Wish, me: Me, now: datetime
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    from mailer.writing.recipients import choose_recipients

    chosen = choose_recipients(candidacy, kind=kind, wish=wish, me=me, now=now)
    return find_readers(candidacy, chosen.to), find_readers(candidacy, chosen.cc)


def _render(
    name: str, scene: Mapping[str, Any], earlier: Sequence[str], templates: TemplateFolder
) -> str:
    seed = f"{scene['company']}\x1f{scene['role']}\x1f{name}".casefold()
    used = {s for text in earlier for s in sentences(text)}
    picker = Picker(seed=seed, is_close=bool(scene["close"]), used=used)
    values = {key: _clean(value) for key, value in scene.items()}
    return templates.render(f"{name}.txt.j2", {**values, "pick": picker, "br": BREAK})


_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")


def _clean(value: Any) -> Any:
    """Take line ends, control and direction characters out of what comes from mail."""
    if isinstance(value, str):
        return " ".join(_CONTROL.sub(" ", value).split())
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    return value


def _check_wish(kind: Kind, wish: Wish) -> None:
    if kind is Kind.RESCHEDULE and not wish.propose:
        raise UsageError(
            "A letter that asks for another date offers at least one (E2). Nothing was stored.",
            hint="Add --propose 'tuesday 15:00', as often as you like; "
            "or --kind cancel to cancel this interview alone.",
        )
    if kind is Kind.FEEDBACK and not wish.observations:
        raise UsageError(
            "Feedback consists of your observations (E34). Nothing was stored.",
            hint="Add --observation TEXT, once for each.",
        )
    leaves = kind in (Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.RECRUITER_NOTE, Kind.CONFIRMATION)
    if leaves and wish.reason in APPOINTMENT_REASONS:
        raise UsageError(
            f"{wish.reason.value!r} is a reason to move an interview, not to leave (E2). "
            "Nothing was stored.",
            hint="Use --kind reschedule or --kind cancel; or another --reason.",
        )
