"""Who hands over to whom, and who goes on from whom, by what a sentence is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mailer.reading.claim_groups import NAME, ClaimGroups, groups_of, named_sentences, sentences_of


@lru_cache(maxsize=8_192)
def hands_to(said: str, names: tuple[str, ...]) -> str:
    """Return the sentence in which a writer who leaves names who goes on, empty where none does."""
    for groups, sentence, around in _told_of(said, names):
        if not groups.find("follows").search(sentence) or _AGREED_WITH.search(sentence):
            continue
        leaves = groups.find("leave").search(around)
        if not leaves and (groups.find("back").search(around)):
            continue
        if leaves and groups.find("back").search(around) and not _LONG.search(around):
            continue
        if leaves or (_does_from_now(sentence, groups) and not _goes_on_alone(sentence, groups)):
            return sentence
    return ""


def _goes_on_alone(sentence: str, groups: ClaimGroups) -> bool:
    """Tell whether a writer says to do it from now on: `a partir de ahora llevo yo el proceso`."""
    return groups.find("follows1").search(sentence) is not None


_AGREED_WITH = re.compile(
    rf"(?:agreed|discussed|spoken) with {NAME}|mit {NAME} (?:\w+ )?(?:besprochen|vereinbart|abgestimmt)|(?:convenu|d'accord) avec {NAME}|(?:de acuerdo|acordado|hablado) con {NAME}|(?:combinado|acordado|falado) com {NAME}|"
    rf"(?:d'accordo|concordato|parlato) con {NAME}|(?:besproken|afgesproken|overlegd) met {NAME}|met {NAME} (?:besproken|afgesproken)|(?:överens|avstämt|pratat) med {NAME}|(?:ustalone|uzgodnione|uzgodnieniu) z {NAME}"
)
"""With whom something was agreed hands nothing over: `come d'accordo con Micaela`."""
_LONG = re.compile(
    r"maternity|paternity|parental|mutterschutz|elternzeit|maternité|parental|maternidad|maternidade|paternidad|maternità|verlof|föräldra|macierzy|rodziciel|産休|育休|产假|last (?:working )?day|letzte|dernier jour|último día|último dia|ultimo giorno|laatste|sista|ostatni"
)


@lru_cache(maxsize=8_192)
def speaks_of_leaving(said: str) -> bool:
    """Tell whether a text speaks of somebody who leaves, or of what is so from now on."""
    text = " ".join(sentences_of(said))
    return any(groups.find("leave", "from_now").search(text) for groups in groups_of(said))


@lru_cache(maxsize=8_192)
def is_short_absence(said: str) -> bool:
    """Tell whether a text speaks of days away, and of nobody who leaves."""
    return any(
        groups.find("back").search(text) and not groups.find("leave", "from_now").search(text)
        for groups in groups_of(said)
        for text in [" ".join(sentences_of(said))]
    )


def _does_from_now(sentence: str, groups: ClaimGroups) -> bool:
    return bool(groups.find("from_now").search(sentence)) and not groups.find(
        "dates", "talk"
    ).search(sentence)


@lru_cache(maxsize=8_192)
def goes_on_from(said: str, names: tuple[str, ...]) -> str:
    """Return the sentence in which a writer says to go on in the place of whom the names name."""
    for groups, sentence, around in _told_of(said, names):
        if groups.find("follows1").search(around) and groups.find("leave").search(around):
            return sentence
    return ""


def _told_of(said: str, names: tuple[str, ...]) -> Iterator[tuple[ClaimGroups, str, str]]:
    """Yield the sentences that name somebody, each with its neighbours, by language."""
    if not any(n in said for n in names):
        return
    for groups in groups_of(said):
        sentences = named_sentences(said, names, groups)
        for number, sentence in enumerate(sentences):
            if NAME in sentence:
                yield groups, sentence, " ".join(sentences[max(0, number - 1) : number + 2])
