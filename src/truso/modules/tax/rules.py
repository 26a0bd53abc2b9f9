"""Which tax a line carries. Source of categories: EN 16931 (UNCL 5305)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from stdnum.eu import vat as eu_vat
from stdnum.no import mva

from truso.kernel.period import Period
from truso.kernel.value import Value, replace

# Member states of the Union by ISO 3166; VAT numbers of Greece begin with EL.
EU = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
_PREFIXES = {"EL": "GR"}
TAXED = ("S", "Z")
ZERO = Decimal(0)
# How long an answer spares asking again, and how long it holds while the register cannot be reached.
FRESH_FOR = timedelta(hours=24)
VALID_FOR = timedelta(days=30)


class Rate(Value, frozen=True):
    """A rate in force in a country for a tax class and a period. `percent` is 25 for 25 %.

    `reason` names why no tax is charged where it is not the rate itself that says so: `intra_eu`, `reverse_charge`, `export`
    or `certificate`; `exemption_reason` is the text for the document. Of a class of services `is_service` is true; with
    `is_reversed`, businesses with a VAT number account for the tax themselves.
    """

    country: str
    tax_class_id: int
    category: str
    percent: Decimal
    period: Period
    exemption_reason: str = ""
    reason: str = ""
    is_service: bool = False
    is_reversed: bool = False


class Certificate(Value, frozen=True):
    """A customer's accepted proof that it buys without tax in a country: for some classes, or for all when it names none."""

    country: str
    tax_class_ids: tuple[int, ...]
    category: str
    text: str
    period: Period


class Sale(Value, frozen=True):
    """What decides the tax of a sale besides what is sold: from where to where, when, and what is known of the buyer.

    `vat_number` is one found valid, else empty; `in_one_stop_shop` tells whether the seller accounts for destination VAT.
    """

    home: str
    ship_to: str
    on: date
    vat_number: str = ""
    in_one_stop_shop: bool = False
    certificates: tuple[Certificate, ...] = ()


class Treatment(StrEnum):
    """How a sale is taxed."""

    DOMESTIC = "domestic"
    DESTINATION = "destination"
    INTRA_EU = "intra_eu"
    EXPORT = "export"


class NoTaxRate(LookupError):
    """Raised when goods of a class are sold to a country and day for which nobody has entered a rate."""


def find_rate(rates: Iterable[Rate], *, country: str, tax_class_id: int, on: date) -> Rate:
    """Return the rate of a class in a country on a day; raises `NoTaxRate`, never guesses."""
    for rate in rates:
        if rate.country == country and rate.tax_class_id == tax_class_id and rate.period.contains(on):
            return rate
    raise NoTaxRate(f"{country} has no rate for tax class {tax_class_id} on {on}")


def treatment_of(sale: Sale) -> Treatment:
    """Return how a sale is taxed.

    At home: the home rates. Between member states: without tax to whoever has a valid VAT number of another member state
    (directive 2006/112/EC article 138 (1)), else at the destination's rates when the seller is in the One Stop Shop (articles
    33 and 369b), else at home's (article 59c). To anywhere else: export (article 146; in Norway merverdiavgiftsloven § 6-21).
    """
    if sale.ship_to == sale.home:
        return Treatment.DOMESTIC
    if not {sale.home, sale.ship_to} <= EU:
        return Treatment.EXPORT
    if sale.vat_number and country_of(sale.vat_number) in EU - {sale.home}:
        return Treatment.INTRA_EU
    return Treatment.DESTINATION if sale.in_one_stop_shop else Treatment.DOMESTIC


def rates_of_sale(home: Mapping[int, Rate], destination: Mapping[int, Rate], sale: Sale) -> dict[int, Rate]:
    """Return the rate of each tax class in a sale. A class without a rate is left out: nobody guesses one.

    What is exempt or outside the scope at home stays so wherever it goes.
    """
    treatment = treatment_of(sale)
    if treatment == Treatment.DESTINATION:
        return {key: _at_home(rate, sale) for key, rate in destination.items()}
    if treatment == Treatment.DOMESTIC:
        return {key: _at_home(rate, sale) for key, rate in home.items()}
    return {key: _abroad(rate, treatment) if rate.category in TAXED else rate for key, rate in home.items()}


def _abroad(rate: Rate, treatment: Treatment) -> Rate:
    if treatment == Treatment.EXPORT:
        return replace(rate, category="G", percent=ZERO, reason="export")
    # Of services the buyer's country taxes the buyer (article 196), of goods it taxes the acquisition.
    category, reason = ("AE", "reverse_charge") if rate.is_service else ("K", "intra_eu")
    return replace(rate, category=category, percent=ZERO, reason=reason)


def _at_home(rate: Rate, sale: Sale) -> Rate:
    if rate.category != "S":
        return rate
    if rate.is_reversed and sale.vat_number and country_of(sale.vat_number) == rate.country:
        return replace(rate, category="AE", percent=ZERO, reason="reverse_charge")
    for one in sale.certificates:
        if one.country == rate.country and one.period.contains(sale.on) and _covers(one, rate.tax_class_id):
            return replace(rate, category=one.category, percent=ZERO, reason="certificate", exemption_reason=one.text)
    return rate


def _covers(certificate: Certificate, tax_class_id: int) -> bool:
    return not certificate.tax_class_ids or tax_class_id in certificate.tax_class_ids


def compact(number: str) -> str:
    """Return a VAT number as registers write it: capital letters and digits alone."""
    return re.sub(r"[\s.\-/]", "", number).upper()


def full_number(number: str, country: str) -> str:
    """Return a VAT number with its country: one written without a prefix is of the country (ISO) it is used in."""
    found = compact(number)
    prefix = next((one for one, iso in _PREFIXES.items() if iso == country), country)
    return f"{prefix}{found}" if found[:1].isdigit() else found


def country_of(number: str) -> str:
    """Return the ISO code of the country a VAT number is of; empty without a prefix."""
    prefix = compact(number)[:2]
    return _PREFIXES.get(prefix, prefix) if prefix.isalpha() else ""


def is_possible_number(number: str) -> bool:
    """Tell whether a number has the form and check digits its country gives it; of countries we don't know, just a form."""
    found, country = compact(number), country_of(number)
    if country in EU:
        return bool(eu_vat.is_valid(found))
    if country == "NO":
        return bool(mva.is_valid(found if found.endswith("MVA") else f"{found}MVA"))
    return bool(country) and 4 <= len(found) <= 16 and found.isascii() and found.isalnum()
