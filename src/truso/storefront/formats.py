"""Numbers, amounts and dates as the reader writes them. Patterns come from CLDR, read once per language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time

from truso.kernel.money import minor_units
from truso.modules.output.formats import MINUS

NO_BREAK = "\u00a0"
_TERRITORIES = {"nb": "NO", "sv": "SE", "pl": "PL", "en": "GB"}
# The currency whose short sign a reader of the language takes for granted; others are named by their code.
_OWN_SIGNS = {("nb", "NOK"): "kr", ("sv", "SEK"): "kr", ("pl", "PLN"): "zł"}


@dataclass(frozen=True, slots=True)
class Signs:
    """How a language writes numbers."""

    decimal: str
    group: str
    currency_first: bool


@lru_cache(maxsize=16)
def locale_of(language: str) -> Locale:
    """Return the locale of one of the shop's languages."""
    return Locale(language if language in _TERRITORIES else "en", _TERRITORIES.get(language, "GB"))


@lru_cache(maxsize=16)
def signs_of(language: str) -> Signs:
    """Return the signs numbers are written with."""
    locale = locale_of(language)
    symbols = locale.number_symbols
    symbols = symbols.get("latn", symbols)
    return Signs(symbols["decimal"], symbols["group"], locale.currency_formats["standard"].pattern.startswith("¤"))


def format_number(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Write a number: with exactly `decimals` places, or without trailing zeros."""
    signs = signs_of(language)
    text = f"{value:,f}" if decimals is None else f"{value:,.{decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, fraction = text.partition(".")
    # Polish, like Spanish, groups from five digits on; four stand together.
    grouped = language != "pl" or len(whole.replace(",", "").lstrip("-")) > 4
    whole = whole.replace(",", signs.group if grouped else "")
    return f"{whole}{signs.decimal}{fraction}" if fraction else whole


def currency_sign(currency: str, language: str) -> str:
    """Return how the currency is named to a reader: by the sign they take for granted, else by its code."""
    return _OWN_SIGNS.get((language, currency), currency)


def amount_places(amount: Decimal, currency: str) -> int:
    """Return how many decimals an amount needs: the currency's own, up to four for prices of small parts."""
    exponent = amount.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return min(4, max(minor_units(currency), places))


def format_amount(amount: Decimal, currency: str, language: str) -> str:
    """Write an amount without its currency: `1 234,50`, `0,0834`."""
    return format_number(amount, language, amount_places(amount, currency))


def format_money(amount: Decimal, currency: str, language: str) -> str:
    """Write an amount with its currency: `1 234,50 kr`, `NOK 1,234.50`."""
    text, sign = format_amount(amount, currency, language).replace("-", MINUS), currency_sign(currency, language)
    return f"{sign}{NO_BREAK}{text}" if signs_of(language).currency_first else f"{text}{NO_BREAK}{sign}"


def format_day(day: date, language: str, style: str = "long") -> str:
    """Write a date: `weekday` gives `tirsdag 3. desember`, `long` `3. desember 2026`, `short` `03.12.2026`."""
    locale = locale_of(language)
    if style == "weekday":
        pattern = {"en": "EEEE d MMMM", "sv": "EEEE d MMMM", "pl": "EEEE, d MMMM"}.get(language, "EEEE d. MMMM")
        return format_date(day, pattern, locale=locale)
    return format_date(day, style, locale=locale)


def format_moment(moment: datetime, language: str, timezone: str, style: str = "short") -> str:
    """Write an instant in the market's time zone: the day in a style, the time to the minute."""
    local = moment.astimezone(ZoneInfo(timezone))
    locale = locale_of(language)
    return f"{format_date(local.date(), style, locale=locale)} {format_time(local, 'HH:mm', locale=locale)}"


def format_file_size(size: int, language: str) -> str:
    """Write a file's size: `84 kB`, `1,2 MB`."""
    if size < 1_000_000:
        return f"{format_number(Decimal(max(1, round(size / 1000))), language)}{NO_BREAK}kB"
    return f"{format_number(Decimal(size) / 1_000_000, language, 1)}{NO_BREAK}MB"
