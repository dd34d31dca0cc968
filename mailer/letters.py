r"""Letters of the languages that are read, by short names: `\pU` capitals, `\pL` small ones.

Python's patterns know no classes of letters; the accented ones beyond Latin-1 are Polish, Czech,
Turkish and Hungarian.
"""

from __future__ import annotations

from functools import lru_cache

_CLASSES = {r"\pU": "A-ZÀ-ÞĄĆĘŁŃŚŹŻČŠŽŐŰİŞĞ", r"\pL": "a-zà-ÿąćęłńśźżčšžőűışğ"}


@lru_cache(maxsize=256)
def spelled(pattern: str) -> str:
    r"""Return a pattern in which `\pU` and `\pL`, which stand within brackets, are spelled out."""
    for name, letters in _CLASSES.items():
        pattern = pattern.replace(name, letters)
    return pattern
