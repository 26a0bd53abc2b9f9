"""Which column is which field: proposed by what they are called."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence

from truso.platform.imports.reader.shapes import Column
from truso.platform.imports.values import FieldSpec

# How alike two names must be to be taken for the same.
ALIKE = 0.86
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "ß": "ss", "đ": "d"})


def plain_name(text: str) -> str:
    """Return a heading without case, accents, spaces and punctuation: `Art.nr` and `art nr` are the same."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(letter for letter in letters if letter.isalnum())


def suggest_mapping(columns: Sequence[Column], fields: Iterable[FieldSpec]) -> dict[str, str]:
    """Return column key -> field code where a column's heading is a field's code, label or other name, or nearly so.

    Each field is proposed once, for the column that fits best; the same name goes before one that is only alike.
    """
    names: dict[str, str] = {}
    codes: set[str] = set()
    for field in fields:
        codes.add(field.code)
        for name in (field.code, str(field.label), *field.aliases):
            names.setdefault(plain_name(name), field.code)
    found: dict[str, str] = {}
    left = []
    for column in columns:
        if column.heading.strip() in codes:
            found[column.key] = column.heading.strip()
        elif (code := names.get(plain_name(column.heading))) and code not in found.values():
            found[column.key] = code
        elif column.heading:
            left.append(column)
    for column in left:
        near = difflib.get_close_matches(plain_name(column.heading), names, n=1, cutoff=ALIKE)
        if near and names[near[0]] not in found.values():
            found[column.key] = names[near[0]]
    return found
