"""How a letter addresses its reader (E20): close or formal, and with which honorific.

Nothing is guessed from a name: `Frau` or `Mr` stands in a greeting only where the mails of the
process themselves put it before that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mailer.model import Address, Candidacy, Person, Tone, same_address

_FORMAL = {
    "de": re.compile(r"(?<![.!?:\n] )(?<!^)\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b", re.M),
    "fr": re.compile(r"\b(?:vous|votre|vos)\b", re.I),
    "es": re.compile(r"\b(?:usted(?:es)?|le agradec\w+|su candidatura)\b", re.I),
    "it": re.compile(r"\b(?:Lei|Le|La ringrazi\w+|Sua|Suo)\b"),
    "nl": re.compile(r"\b(?:u|uw)\b"),
    "ja": re.compile(r"(?<!皆)様|でございます|存じます|申し上げ"),
}
_CLOSE = {
    "de": re.compile(r"\b(?:du|dir|dich|dein(?:e[nmrs]?)?|euch|euer|eure[nmrs]?)\b", re.I),
    "fr": re.compile(r"\b(?:tu|toi|ton|ta|tes)\b|\bt['’]\w", re.I),
    "es": re.compile(r"\b(?:tú|tu|tus|te|contigo)\b", re.I),
    "it": re.compile(r"\b(?:tu|ti|tuo|tua|tuoi|tue)\b", re.I),
    "nl": re.compile(r"\b(?:je|jij|jou|jouw)\b", re.I),
    "ja": re.compile(r"さん(?=[、。\s　!！])|ですね|ますね|！"),
}
_HONORIFICS = {
    "en": r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\.?",
    "de": r"(?:Frau|Herrn?)(?: (?:(?:Dr|Prof|Mag|Ing|Prim|Univ\.-Prof)\.|Primar(?:ia)?|PD\.?))*",
    "fr": r"(?:Madame|Monsieur|Mme|M\.)",
    "es": r"(?:[Ss]ra?\.|[Ss]eñora?|Dra?\.|Don|Doña)",
    "pt": r"(?:[Ss]ra?\.|[Ss]enhora?|Dra?\.)",
    "it": r"(?:[Ss]ig\.(?:ra)?|[Ss]ignora?|[Dd]ott\.(?:ssa)?|[Dd]ottoressa|[Dd]ottor|Ing\.|Avv\.)",
    "nl": r"(?:[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Mm]eneer|[Hh]eer|[Dd]hr\.)",
}
_ONE_FORM = {
    "Herrn": "Herr", "Mme": "Madame", "M.": "Monsieur", "Professor": "Prof.",
    "sra.": "Sra.", "sr.": "Sr.", "señora": "Sra.", "señor": "Sr.", "Señora": "Sra.",
    "Señor": "Sr.", "senhora": "Sra.", "senhor": "Sr.", "Senhora": "Sra.", "Senhor": "Sr.",
    "sig.": "Sig.", "sig.ra": "Sig.ra", "signora": "Sig.ra", "signor": "Sig.",
    "Signora": "Sig.ra", "Signor": "Sig.", "dott.": "Dott.", "dott.ssa": "Dott.ssa",
    "dottoressa": "Dott.ssa", "Dottoressa": "Dott.ssa", "dottor": "Dott.", "Dottor": "Dott.",
    "Mevrouw": "mevrouw", "Mevr.": "mevrouw", "mevr.": "mevrouw", "Mw.": "mevrouw",
    "mw.": "mevrouw", "Meneer": "meneer", "Heer": "meneer", "heer": "meneer", "Dhr.": "meneer",
    "dhr.": "meneer",
}  # fmt: skip


def is_close(candidacy: Candidacy, language: str, tone: Tone) -> bool:
    """Tell whether the letter may use the close form: first names, `du`, `tu`, `je` (E20).

    Friendly alone is not enough where the other side keeps to `Sie` or `vous`.
    """
    if tone is not Tone.FRIENDLY:
        return False
    if language not in _FORMAL:
        return True
    texts = " ".join(_texts_of_others(candidacy))
    formal = len(_FORMAL[language].findall(texts))
    close = len(_CLOSE[language].findall(texts))
    return close >= formal


def find_honorific(candidacy: Candidacy, person: Person, language: str) -> str:
    """Return the honorific that the mails put before the person's family name, or an empty text.

    The fullest counts (`Frau Mag.`, where `Frau` is said too); two different ones (a namesake, a
    slip) count as none.
    """
    words = _HONORIFICS.get(language)
    if person.honorific or not words or not person.family_name:
        return person.honorific
    given = rf"(?:{re.escape(person.given_name)} )?" if person.given_name else ""
    named = re.compile(rf"(?<!\w)({words}) {given}(?i:{re.escape(person.family_name)})(?!\w)")
    found = {_one_form(f[1]) for text in _all_texts(candidacy) for f in named.finditer(text)}
    fullest = max(found, key=len, default="")
    return fullest if all(fullest.startswith(f) for f in found) else ""


def _one_form(honorific: str) -> str:
    first, _, rest = honorific.partition(" ")
    first = _ONE_FORM.get(first, first)
    return f"{first} {rest}".strip()


def find_readers(candidacy: Candidacy, to: Sequence[Address]) -> tuple[Person, ...]:
    """Return the people to whom a letter is addressed; unknown ones by their name alone."""
    return tuple(_person_of(candidacy, address) for address in to)


def _person_of(candidacy: Candidacy, address: Address) -> Person:
    for person in candidacy.people:
        if any(same_address(a, address.address) for a in (person.address, *person.addresses)):
            return person
    given, _, family = address.name.rpartition(" ")
    return Person(
        name=address.name, address=address.address, given_name=given or family, family_name=family
    )


def _all_texts(candidacy: Candidacy) -> Iterable[str]:
    for thread in candidacy.threads:
        for message in thread.messages:
            yield message.sender.name
            yield message.text or ""


def _texts_of_others(candidacy: Candidacy) -> Iterable[str]:
    known = {a.casefold() for p in candidacy.people for a in (p.address, *p.addresses)}
    for thread in candidacy.threads:
        for message in thread.messages:
            if message.sender.folded in known and message.text:
                yield _own_lines(message.text)


def _own_lines(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith(">"))
