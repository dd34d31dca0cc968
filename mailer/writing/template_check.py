"""Tries the user's own templates on every situation and names what breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mailer.errors import UsageError
from mailer.model import Kind, Tone
from mailer.writing.letter import PASTE, SCRIPT, write_aside
from mailer.writing.render import TemplateFolder, built_in_languages
from mailer.writing.situations import Situation, list_situations, make_situation, write_situation

_SUFFIX = ".txt.j2"


def check_templates(folder: TemplateFolder) -> Iterator[str]:
    """Yield one sentence for each fault, file and line in it; nothing where all is well.

    Only languages in which the user has a file are tried: an own block may break any letter of
    its language.
    """
    for name in folder.list_own():
        language, _, file = name.partition("/")
        if language not in built_in_languages():
            yield f"{folder.path_of(name)}: there is no language {language!r} to put letters into."
        elif not _is_letter(file) and file != f"base{_SUFFIX}":
            yield f"{folder.path_of(name)}: no letter is called {file.removesuffix(_SUFFIX)!r}."
    for language in sorted({n.partition("/")[0] for n in folder.list_own()}):
        if language in built_in_languages():
            yield from _faults(folder, language)


def _is_letter(file: str) -> bool:
    stem = file.removesuffix(_SUFFIX)
    return stem in (SCRIPT, PASTE) or stem in [kind.value for kind in Kind]


def _faults(folder: TemplateFolder, language: str) -> Iterator[str]:
    """Yield each fault once, with the first situation in which it shows and how many more do."""
    found: dict[str, list[str]] = {}
    for fault, title in _list_faults(folder, language):
        found.setdefault(fault, []).append(title)
    for fault, (first, *others) in found.items():
        more = f", and {len(others)} more" if others else ""
        yield f"{fault} ({first}{more})"


def _list_faults(folder: TemplateFolder, language: str) -> Iterator[tuple[str, str]]:
    for situation in list_situations(language):
        try:
            _write(folder, situation)
        except UsageError as error:
            yield error.message.removesuffix(" Nothing was stored."), situation.title
    for tone in Tone:
        for name in (SCRIPT, PASTE):
            try:
                _write_aside(folder, name, make_situation(language, Kind.WITHDRAW, tone=tone))
            except UsageError as error:
                yield error.message.removesuffix(" Nothing was stored."), f"{name}, {tone.value}"


def _write(folder: TemplateFolder, situation: Situation) -> None:
    wish = replace(situation.wish, language=situation.candidacy.language)
    write_situation(replace(situation, wish=wish), folder)


def _write_aside(folder: TemplateFolder, name: str, situation: Situation) -> str:
    return write_aside(
        name,
        situation.candidacy,
        wish=situation.wish,
        me=situation.me,
        now=situation.now,
        readers=situation.candidacy.people[:1],
        templates=folder,
    )
