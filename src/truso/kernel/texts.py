"""Texts in several languages: a mapping from language code to text, with one rule for what to show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

LANGUAGES = ("nb", "sv", "pl", "en")
# Who reads which language when their own is missing: Scandinavians each other's first, then English.
_FALLBACKS = {"nb": ("sv", "en"), "sv": ("nb", "en"), "pl": ("en",), "en": ()}


@lru_cache(maxsize=256)
def language_order(language: str) -> tuple[str, ...]:
    """Return the languages to try for a reader, best first."""
    first = (language, *_FALLBACKS.get(language, ("en",)))
    return first + tuple(code for code in LANGUAGES if code not in first)


def in_language(texts: Mapping[str, str] | None, language: str) -> str:
    """Return the text for a reader of the language, or the nearest there is; empty when there is none."""
    if not texts:
        return ""
    exact = texts.get(language)
    if exact:
        return exact
    return next((texts[code] for code in language_order(language) if texts.get(code)), "")


def one_line(text: str) -> str:
    """Return a text somebody typed into a line: without control characters, line breaks and spaces around it."""
    return "".join(character for character in text if character.isprintable()).strip()


def like_literal(text: str) -> str:
    """Return a text in which no sign stands for another in a pattern of SQL's `like`."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
