"""How documents write amounts, rates, quantities and days in each language."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from truso.kernel.money import minor_units
from truso.modules.output.texts import unit_name

_LOCALES = {"nb": "nb_NO", "sv": "sv_SE", "pl": "pl_PL", "en": "en_GB"}
_UNBROKEN = re.compile(r"\S{31,}")
MINUS = "\u2212"
NARROW_BREAK = "\u200b"


def locale_of(language: str) -> str:
    """Return the locale whose habits a language's documents follow; English for languages without one."""
    return _LOCALES.get(language, "en_GB")


def format_money(amount: Decimal, currency: str, language: str, *, with_currency: bool = False) -> str:
    """Write an amount with the currency's decimals: `12 345,00`, with its code behind when asked."""
    decimals = minor_units(currency)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(amount, format=pattern, locale=locale_of(language)).replace("-", MINUS)
    return f"{text}\u00a0{currency}" if with_currency else text


def format_unit_price(amount: Decimal, language: str) -> str:
    """Write a price per unit with two to six decimals, as many as it has."""
    return str(format_decimal(amount, format="#,##0.00####", locale=locale_of(language)))


def format_number(quantity: Decimal, language: str) -> str:
    """Write a quantity with the decimals it has, up to three."""
    return str(format_decimal(quantity, format="#,##0.###", locale=locale_of(language)))


def format_typed(number: Decimal, language: str, decimals: int = 0) -> str:
    """Write a number as the reader would type it into a form: no groups, the decimals it has, at least so many."""
    pattern = "0." + "0" * decimals + "#" * (6 - decimals)
    return str(format_decimal(number, format=pattern, locale=locale_of(language))).replace(MINUS, "-")


def format_measure(quantity: Decimal, unit: str, language: str) -> str:
    """Write a quantity with its unit, kept on one line."""
    return f"{format_number(quantity, language)}\u00a0{unit_name(unit, language)}"


def format_rate(rate: Decimal, language: str) -> str:
    """Write a rate given in percent: `25 %`, `11,11 %`."""
    return str(format_percent(rate / 100, locale=locale_of(language), decimal_quantization=False))


def country_name(country: str, language: str) -> str:
    """Write a country given by its ISO 3166 code; a code without a name stands for itself."""
    return str(Locale.parse(locale_of(language)).territories.get(country, country))


def format_day(day: date | None, language: str) -> str:
    """Write a day with the month in letters, which no reader mistakes; empty for None."""
    return format_date(day, format="medium", locale=locale_of(language)) if day else ""


def breakable(text: str) -> str:
    """Let words of 31 letters and more break anywhere, so that no code or name leaves its column.

    Payment references (25 at most) stay whole: they are copied into banks.
    """
    return _UNBROKEN.sub(lambda word: NARROW_BREAK.join(word.group()), text)
