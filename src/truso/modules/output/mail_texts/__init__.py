"""The words of the mails, one table per language, with the plural forms each language has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale

from truso.kernel.texts import language_order
from truso.modules.output.formats import locale_of
from truso.modules.output.mail_texts import en, nb, pl, sv
from truso.modules.output.mail_texts.forms import Mails, Texts

COMMON: dict[str, Texts] = {"nb": nb.COMMON, "sv": sv.COMMON, "pl": pl.COMMON, "en": en.COMMON}
MAILS: dict[str, Mails] = {"nb": nb.MAILS, "sv": sv.MAILS, "pl": pl.MAILS, "en": en.MAILS}


def nearest_language(language: str) -> str:
    """Return the language whose mails a reader gets: their own or the nearest there is."""
    return next(code for code in language_order(language) if code in MAILS)


def mail_text(mail: str, key: str, language: str, values: Mapping[str, Any]) -> str:
    """Return a text of a mail, or of all mails, with its values in it; `count` chooses the plural form."""
    text = MAILS[language][mail].get(key) or COMMON[language][key]
    if isinstance(text, dict):
        form = Locale.parse(locale_of(language)).plural_form(values["count"])
        text = text.get(form) or text["other"]
    return text.format_map(values)
