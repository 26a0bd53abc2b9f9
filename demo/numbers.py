"""Made-up company numbers with right check digits, from bodies no register gives out."""

from __future__ import annotations

from truso.kernel.identifiers import luhn_digit

_NORWEGIAN_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
_POLISH_WEIGHTS = (6, 5, 7, 2, 3, 4, 5, 6, 7)


def norwegian_number(body: str) -> str:
    """Return an organisasjonsnummer: eight digits and a mod 11 digit. Source: Brønnøysundregistrene.

    Real ones start with 8 or 9, the series of the authorities' test companies with 31.
    Raises ValueError for a body whose check digit would be 10.
    """
    check = -sum(int(d) * w for d, w in zip(body, _NORWEGIAN_WEIGHTS, strict=True)) % 11
    if check == 10:
        raise ValueError("no organization number has this body")
    return body + str(check)


def swedish_number(body: str) -> str:
    """Return an organisationsnummer `NNNNNN-NNNN`: nine digits and a Luhn digit. Source: Bolagsverket.

    Limited companies have 556 and 559 in use; 552 is not given out.
    """
    whole = body + luhn_digit(body)
    return f"{whole[:6]}-{whole[6:]}"


def polish_number(body: str) -> str:
    """Return a NIP: nine digits and a mod 11 digit. Real ones start with a tax office's number of at least 101.

    Raises ValueError for a body whose check digit would be 10.
    """
    check = sum(int(d) * w for d, w in zip(body, _POLISH_WEIGHTS, strict=True)) % 11
    if check == 10:
        raise ValueError("no NIP has this body")
    return body + str(check)
