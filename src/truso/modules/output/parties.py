"""Numbers of trading parties as e-invoices write and check them."""

from __future__ import annotations

import re

from stdnum import luhn
from stdnum.no import mva, orgnr
from stdnum.pl import nip

from truso.modules.output.documents import Party

# ISO 6523 codes under which a legal number may be given in PartyLegalEntity.
LEGAL_SCHEMES = {"NO": "0192", "SE": "0007", "DK": "0184"}
_BANKGIRO = re.compile(r"^\d{3,4}-\d{4}$")
_PLUSGIRO = re.compile(r"^[\d ]{1,10}-\d$")


def digits(text: str) -> str:
    """Return the digits alone."""
    return "".join(character for character in text if character.isascii() and character.isdigit())


def vat_number(party: Party) -> str:
    """Return the VAT number as it is sent: no spaces, country prefix first, Norwegian ones ending in `MVA`."""
    compact = re.sub(r"[\s.\-]", "", party.vat_number).upper()
    return f"{party.country}{compact}" if compact[:1].isdigit() else compact


def is_valid_vat_number(party: Party) -> bool:
    """Tell whether the number has the form its country gives it. Source: Peppol rules NO-R-001, SE-R-001 and -002."""
    number = vat_number(party)
    country, rest = number[:2], number[2:]
    if country == "NO":
        return rest.endswith("MVA") and mva.is_valid(rest)
    if country == "SE":
        return len(rest) == 12 and rest.isdigit() and luhn.is_valid(rest[:10])
    if country == "PL":
        return nip.is_valid(rest)
    return country.isalpha() and 2 <= len(rest) <= 12 and rest.isalnum()


def legal_number(party: Party) -> str:
    """Return the legal number as it is sent; digits alone where the country's register has only digits."""
    number = party.organization_number.strip()
    return digits(number) if party.country in LEGAL_SCHEMES else number


def is_valid_electronic_number(scheme: str, number: str) -> bool:
    """Tell whether an identifier fits its ISO 6523 scheme. Source: Peppol rules COMMON-R041 and -R049.

    Schemes this shop does not sell under are taken as given.
    """
    if scheme == "0192":
        return orgnr.is_valid(number)
    if scheme == "0007":
        return len(number) == 10 and luhn.is_valid(number)
    if scheme == "9945":
        return nip.is_valid(number.removeprefix("PL"))
    return bool(number)


def swedish_giro(account: str) -> tuple[str, str] | None:
    """Return the giro system (`SE:BANKGIRO`, `SE:PLUSGIRO`) and its digits, by how the number is written."""
    if _BANKGIRO.match(account.strip()):
        return "SE:BANKGIRO", digits(account)
    if _PLUSGIRO.match(account.strip()):
        return "SE:PLUSGIRO", digits(account)
    return None
