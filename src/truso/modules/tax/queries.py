"""The rates in force, and those of a buyer's purchase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from truso.kernel.buyer import Buyer, Right
from truso.kernel.period import Period
from truso.kernel.refusals import NotFound
from truso.kernel.value import replace
from truso.modules.customers.models import Customer
from truso.modules.customers.queries import get_customer
from truso.modules.output.texts import label
from truso.modules.tax.models import ExemptionCertificate, TaxClass, TaxRate, VatCheck
from truso.modules.tax.rules import (
    EU,
    FRESH_FOR,
    Certificate,
    NoTaxRate,
    Rate,
    Sale,
    Treatment,
    country_of,
    find_rate,
    full_number,
    is_possible_number,
    rates_of_sale,
    treatment_of,
)
from truso.platform.shortlived import short_lived

__all__ = ["NoTaxRate", "list_rates", "rate_for", "rates_for", "rates_on"]


@short_lived(seconds=15)
def list_rates(country: str) -> tuple[Rate, ...]:
    """Return every rate a country ever had."""
    return tuple(
        Rate(
            row.country,
            row.tax_class_id,
            row.category,
            row.percent,
            Period(row.period.lower, row.period.upper),
            row.exemption_reason,
            is_service=row.tax_class.is_service,
            is_reversed=row.is_reversed,
        )
        for row in TaxRate.objects.filter(country=country).select_related("tax_class")
    )


def rates_on(country: str, on: date) -> dict[int, Rate]:
    """Return the rate of each tax class in a country on a day, by tax class id."""
    return {rate.tax_class_id: rate for rate in list_rates(country) if rate.period.contains(on)}


def rate_for(country: str, tax_class_id: int, on: date) -> Rate:
    """Return one rate; raises `NoTaxRate`."""
    return find_rate(list_rates(country), country=country, tax_class_id=tax_class_id, on=on)


def sale_to(buyer: Buyer, ship_to: str = "") -> Sale:
    """Return what decides the tax of what the buyer buys today. `ship_to` is a country; empty means the market's."""
    market, customer, day = buyer.market, buyer.customer, buyer.today
    is_valid = customer and customer.vat_valid_until and day < customer.vat_valid_until
    return Sale(
        home=market.country,
        ship_to=ship_to or market.country,
        on=day,
        vat_number=full_number(customer.vat_number, market.country) if customer and is_valid else "",
        in_one_stop_shop=bool(market.oss_since and market.oss_since <= day),
        certificates=_certificates(buyer),
    )


def rates_for(buyer: Buyer, ship_to: str = "") -> dict[int, Rate]:
    """Return the rate of each tax class for what the buyer buys today, sent to a country (empty: the market's own).

    Classes without a rate there are left out. Reasons for no tax are in the buyer's language.
    """
    key = f"rates:{ship_to or buyer.market.country}"
    if key not in buyer.memo:
        sale = sale_to(buyer, ship_to)
        home, there = rates_on(sale.home, sale.on), rates_on(sale.ship_to, sale.on)
        buyer.memo[key] = {one: _worded(rate, buyer) for one, rate in rates_of_sale(home, there, sale).items()}
    rates: dict[int, Rate] = buyer.memo[key]
    return rates


def _worded(rate: Rate, buyer: Buyer) -> Rate:
    if not rate.reason or rate.reason == "certificate":
        return rate
    key = f"no_tax_{rate.reason}"
    if rate.reason == "export" and rate.country == "NO":
        key = "no_tax_export_no"
    return replace(rate, exemption_reason=label(key, buyer.language))


def _certificates(buyer: Buyer) -> tuple[Certificate, ...]:
    if buyer.customer is None or not buyer.customer.has_exemption:
        return ()
    if "certificates" not in buyer.memo:
        found = ExemptionCertificate.objects.filter(customer_id=buyer.customer.id, state="accepted")
        buyer.memo["certificates"] = tuple(
            Certificate(
                one.country,
                tuple(sorted(cover.pk for cover in one.tax_classes.all())),
                one.category,
                f"{one.reason} ({one.number})",
                Period(one.valid_from, one.valid_to),
            )
            for one in found.order_by("valid_from", "id").prefetch_related("tax_classes")
        )
    certificates: tuple[Certificate, ...] = buyer.memo["certificates"]
    return certificates


@dataclass(frozen=True, slots=True)
class TaxStanding:
    """What is known of a customer's VAT number: `state` is none, local, valid, invalid, unavailable, waiting or malformed.

    A number of a country outside the Union is `local`: no register is asked, staff may confirm it. One that was valid stays
    so until `valid_until`, also while the register does not answer.
    """

    number: str
    state: str
    valid_until: date | None = None
    checked_at: datetime | None = None
    name: str = ""


def standing_of(customer: Customer, today: date) -> TaxStanding:
    """Return what is known of a customer's VAT number on a day."""
    number = number_of(customer)
    if not number:
        return TaxStanding("", "none")
    last = latest_check(customer)
    until, at = customer.vat_valid_until, last.checked_at if last else None
    if customer.vat_valid_number == customer.vat_number and until and today < until:
        return TaxStanding(number, "valid", until, at, last.name if last else "")
    if last is not None:
        return TaxStanding(number, "waiting" if last.outcome == "valid" else last.outcome, None, at)
    if not is_possible_number(number):
        return TaxStanding(number, "malformed")
    return TaxStanding(number, "waiting" if country_of(number) in EU else "local")


def number_of(customer: Customer) -> str:
    """Return a customer's VAT number with its country, as registers write it; empty when it has none."""
    return full_number(customer.vat_number, customer.market.country)


def latest_check(customer: Customer, *, definite: bool = False) -> VatCheck | None:
    """Return the last answer about the number a customer has now; of definite ones only, if so wanted."""
    checks = VatCheck.objects.filter(customer=customer, written=customer.vat_number)
    return (checks.exclude(outcome=VatCheck.Outcome.UNAVAILABLE) if definite else checks).first()


def needs_check(customer: Customer, now: datetime) -> bool:
    """Tell whether the register ought to be asked: a number of a member state whose last answer is a day old, or none."""
    number = number_of(customer)
    if not {country_of(number), customer.market.country} <= EU or not is_possible_number(number):
        return False
    last = latest_check(customer, definite=True)
    return last is None or last.checked_at + FRESH_FOR <= now


def consultation_of(buyer: Buyer) -> str:
    """Return the register's proof of the check the buyer's VAT number is held valid by; empty when there is none."""
    if buyer.customer is None or not buyer.customer.vat_number:
        return ""
    checks = VatCheck.objects.filter(customer_id=buyer.customer.id, written=buyer.customer.vat_number)
    return checks.filter(outcome="valid").values_list("consultation_number", flat=True).first() or ""


def unverified_reason(buyer: Buyer, ship_to: str) -> str:
    """Return why a company pays tax on goods sent to another member state, as a state of `standing_of`; empty when it does not."""
    sale = sale_to(buyer, ship_to)
    if not buyer.is_business or ship_to in ("", sale.home) or treatment_of(sale) == Treatment.INTRA_EU:
        return ""
    return standing_of(get_customer(buyer), buyer.today).state if {sale.home, ship_to} <= EU else ""


def list_exemptions(buyer: Buyer) -> QuerySet[ExemptionCertificate]:
    """Return the certificates of the buyer's own company; raises NotFound without the right to manage it."""
    if buyer.customer is None or not buyer.is_business or not buyer.can(Right.MANAGE_MEMBERS):
        raise NotFound("exemptions")
    return ExemptionCertificate.objects.filter(customer_id=buyer.customer.id).prefetch_related("tax_classes")


def get_exemption(buyer: Buyer, uuid: UUID) -> ExemptionCertificate:
    """Return one of them; raises NotFound alike for unknown and foreign ones."""
    found = list_exemptions(buyer).filter(uuid=uuid).first()
    if found is None:
        raise NotFound("exemption")
    return found


def list_tax_classes() -> list[TaxClass]:
    """Return the kinds of goods for tax."""
    return list(TaxClass.objects.all())
