"""Identifiers of goods, parties and payments: how they are written, compared and checked."""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = re.compile(r"[\s\-_./\u00a0]+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_FOLD = str.maketrans(
    {"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "å": "a", "Å": "a", "ł": "l", "Ł": "l", "ß": "ss", "đ": "d"}
)


def fold(text: str) -> str:
    """Return the text in lower case without accents (`Skrue-sæt Ł` becomes `skrue-saet l`)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_FOLD).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slugify(text: str) -> str:
    """Return the text as a part of an address: lower case letters, digits and single dashes."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")[:120].strip("-")


def normalize_code(code: str) -> str:
    """Return an article number as it is compared: no spaces, dashes, dots or slashes, upper case."""
    return (code if code.isalnum() else _SEPARATORS.sub("", code)).upper()


def without_leading_zeros(code: str) -> str:
    """Return a normalized code without leading zeros, as spreadsheets tend to mangle it."""
    return code.lstrip("0") or code


def gtin_forms(code: str) -> list[str]:
    """Return the ways a GTIN is written that differ by leading zeros: of 8, 12, 13 and 14 digits; none for what is no number."""
    bare = code.lstrip("0")
    if not (bare.isascii() and bare.isdigit()) or len(bare) > 14:
        return []
    return list(dict.fromkeys([code, bare, *(bare.zfill(length) for length in (8, 12, 13, 14))]))


def is_valid_gtin(code: str) -> bool:
    """Tell whether this is a GTIN-8, -12, -13 or -14 with a right check digit. Source: GS1 General Specifications 7.9."""
    if len(code) not in (8, 12, 13, 14) or not (code.isascii() and code.isdigit()):
        return False
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(code[:-1])))
    return (10 - weighted % 10) % 10 == int(code[-1])


def gtin_check_digit(body: str) -> str:
    """Return the check digit that completes a GTIN body. Source: GS1 General Specifications 7.9."""
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return str((10 - weighted % 10) % 10)


def luhn_digit(body: str) -> str:
    """Return the mod 10 check digit of a digit string. Source: ISO/IEC 7812-1 annex B."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str((10 - total % 10) % 10)


def payment_reference(body: str) -> str:
    """Return a Norwegian KID (and Swedish OCR) of the given digits with a mod 10 check digit.

    Refuses bodies that are not 1 to 24 digits. Source: Bits, Systemspesifikasjon OCR giro (2 to 25 digits).
    """
    if not (body.isascii() and body.isdigit() and 1 <= len(body) <= 24):
        raise ValueError("a payment reference is made of 1 to 24 digits")
    return body + luhn_digit(body)
