"""Order of names: each language's alphabet, numbers by value (M6 before M10), as comparable bytes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from truso.kernel.identifiers import fold

_RUNS = re.compile(r"\d+|\D+")
_SPACE, _DIGITS, _FIRST_LETTER, _OTHER = 0x02, 0x10, 0x40, 0xF0


def _alphabet(language: str) -> dict[str, int]:
    letters = {chr(ord("a") + i): _FIRST_LETTER + 3 * i for i in range(26)}
    after_z = letters["z"] + 6
    if language == "nb":
        letters |= {"æ": after_z, "ä": after_z, "ø": after_z + 1, "ö": after_z + 1, "å": after_z + 2}
    elif language == "sv":
        letters |= {"å": after_z, "ä": after_z + 1, "æ": after_z + 1, "ö": after_z + 2, "ø": after_z + 2}
    elif language == "pl":
        letters |= {accented: letters[fold(accented)] + 1 for accented in "ąćęłńóśź"}
        letters["ż"] = letters["z"] + 2
    return letters


_ALPHABETS = {language: _alphabet(language) for language in ("nb", "sv", "pl", "en")}


@lru_cache(maxsize=4096)
def _character_key(character: str, language: str) -> bytes:
    letters = _ALPHABETS.get(language, _ALPHABETS["en"])
    if character in letters:
        return bytes([letters[character]])
    if character.isspace():
        return bytes([_SPACE])
    if not character.isalnum():
        return b""
    plain = fold(character)
    if plain and all(c in letters for c in plain):
        return bytes(letters[c] for c in plain)
    return bytes([_OTHER]) + character.encode("utf-8", "replace")


def collation_key(text: str, language: str) -> bytes:
    """Return bytes that compare as the texts are sorted in the language; case and punctuation do not count."""
    plain = unicodedata.normalize("NFC", text).lower().strip()
    key = bytearray()
    for run in _RUNS.findall(plain):
        if run.isascii() and run.isdigit():
            digits = run.lstrip("0")[:200] or "0"
            key += bytes([_DIGITS, len(digits)]) + digits.encode()
        else:
            for character in run:
                key += _character_key(character, language)
    return bytes(key)
