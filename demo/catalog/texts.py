"""Small tools for texts in four languages."""

from __future__ import annotations

import re
from decimal import Decimal

from demo.catalog.values import LANGUAGES, Texts


def t(nb: str, sv: str, pl: str, en: str) -> Texts:
    """Return one text in the four languages of the shop."""
    return {"nb": nb, "sv": sv, "pl": pl, "en": en}


def same(text: str) -> Texts:
    """Return a text that is written alike everywhere, such as `M8 × 40`."""
    return dict.fromkeys(LANGUAGES, text)


def measure(text: str) -> Texts:
    """Return a measure written with decimal commas, with points in English."""
    return {**same(text), "en": re.sub(r"(?<=\d),(?=\d)", ".", text)}


def join(*parts: Texts, by: str = " ") -> Texts:
    """Return the parts one after the other, empty ones left out."""
    return {language: by.join(part[language] for part in parts if part[language]) for language in LANGUAGES}


def fill(pattern: Texts, **values: Texts | str) -> Texts:
    """Return the pattern with its `{names}` replaced, per language."""
    return {
        language: text.format(**{name: v if isinstance(v, str) else v[language] for name, v in values.items()})
        for language, text in pattern.items()
    }


def figure(value: Decimal | float, unit: str = "") -> Texts:
    """Return a figure with the decimal sign of each language."""
    plain = f"{Decimal(str(value)).normalize():f}"
    tail = f" {unit}" if unit else ""
    return {language: (plain if language == "en" else plain.replace(".", ",")) + tail for language in LANGUAGES}


def first_sentence(text: Texts) -> Texts:
    """Return what stands before the first full stop."""
    return {language: words.split(". ")[0].rstrip(".") + "." for language, words in text.items()}


EMPTY = same("")
