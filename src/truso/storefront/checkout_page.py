"""The checkout as its page shows it: fields with their errors, choices with their prices, the button that commits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer, Right
from truso.kernel.money import ZERO
from truso.kernel.refusals import Refusal
from truso.modules.content.queries import list_articles
from truso.modules.customers.models import Address
from truso.modules.customers.queries import list_addresses
from truso.modules.delivery.queries import DeliveryOption
from truso.modules.identity.models import Person
from truso.modules.orders.words import payment_method_name
from truso.modules.output.formats import country_name
from truso.modules.pricing.rules import gross_unit_price
from truso.modules.tax.queries import rates_for
from truso.processes.checkout import may_keep_address
from truso.processes.destination import served
from truso.processes.review import INVOICE, CheckoutData, CheckoutReview
from truso.storefront.arrival import option_arrival
from truso.storefront.basket import BasketView, write_basket
from truso.storefront.formats import format_money, format_number
from truso.storefront.refusals import by_subject, say
from truso.storefront.tax_words import tax_note

OTHER_ADDRESS = "other"
_TERMS = ("terms", "vilkar", "salgs", "kjops", "villkor", "kopvillkor", "regulamin", "warunki")


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to deliver or pay."""

    value: str
    name: str
    note: str
    amount: str
    is_chosen: bool
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class CheckoutPage:
    """Everything the template needs; `values` and `errors` by field name."""

    values: dict[str, str]
    errors: dict[str, str]
    problems: tuple[str, ...]
    basket: BasketView
    deliveries: tuple[Choice, ...]
    payments: tuple[Choice, ...]
    terms: tuple[Choice, ...]
    addresses: tuple[tuple[str, Address, bool], ...]
    is_other_address: bool
    may_type_address: bool
    asks_address: bool
    asks_delivery: bool
    asks_waiver: bool
    may_keep_address: bool
    postcode_keys: str
    countries: tuple[tuple[str, str], ...]
    country: str
    tax_note: str
    po_required: bool
    terms_slug: str
    button: str
    button_note: str
    expected_total: str
    checkout_id: str

    @property
    def error_count(self) -> int:
        return len(self.errors) + len(self.problems)


def prepare_data(buyer: Buyer, kept: Mapping[str, Any], person: Person | None) -> CheckoutData:
    """Return what is filled in so far, with what we know of the person where nothing is."""
    known = dict(kept)
    if person is not None:
        for name, value in (("email", person.email), ("name", person.get_full_name()), ("phone", person.phone)):
            known[name] = known.get(name) or value
    addresses = [str(address.uuid) for address in list_addresses(buyer)]
    if known.get("address") == OTHER_ADDRESS:
        known["address"] = ""
    elif known.get("address") not in addresses:
        typed = any(known.get(name) for name in ("street", "postcode", "city"))
        known["address"] = addresses[0] if addresses and not typed else ""
    # Private persons who order for the first time want it next time; a company's book is everybody's there.
    known.setdefault("keep_address", may_keep_address(buyer) and not buyer.is_business and not addresses)
    return CheckoutData.read(known)


def postcode_keys(country: str) -> str:
    """Return the keys a phone shows for a postcode: digits alone where no dash belongs in it."""
    return "numeric" if country in {"NO", "SE", "DK"} else "text"


def country_choices(buyer: Buyer) -> tuple[tuple[str, str], ...]:
    """Return the countries to choose from where orders go to more than one: the market's own first, others by name."""
    home, *others = served(buyer)
    named = sorted((country_name(one, buyer.language), one) for one in others)
    return ((home, country_name(home, buyer.language)), *((one, name) for name, one in named)) if named else ()


def write_checkout(
    buyer: Buyer, review: CheckoutReview, *, refusals: Iterable[Refusal] = (), is_other: bool = False
) -> CheckoutPage:
    """Write a checkout. `refusals` are shown at their fields once the buyer has tried to send the order."""
    data, told = review.data, by_subject(refusals, buyer)
    addresses = list_addresses(buyer)
    names = {one.name for one in fields(CheckoutData)}
    is_other = is_other or not data.address
    return CheckoutPage(
        values={name: _value(getattr(data, name)) for name in names},
        errors={subject: text for subject, text in told.items() if subject in names},
        problems=tuple(text for subject, text in told.items() if subject not in names),
        basket=write_basket(buyer, review),
        deliveries=tuple(_deliveries(buyer, review)),
        payments=tuple(_payments(buyer, review)),
        terms=tuple(_terms(buyer, review)) if len(review.term_options) > 1 else (),
        addresses=tuple((str(one.uuid), one, not is_other and str(one.uuid) == data.address) for one in addresses),
        is_other_address=is_other,
        may_keep_address=may_keep_address(buyer),
        postcode_keys=postcode_keys(data.country or buyer.market.country),
        countries=country_choices(buyer),
        country=data.country or buyer.market.country,
        tax_note=tax_note(buyer, review.ship_to),
        may_type_address=not buyer.is_business or buyer.can(Right.ORDER),
        asks_address=review.needs_address,
        asks_delivery=review.needs_delivery,
        asks_waiver=review.needs_waiver,
        po_required=bool(buyer.customer and buyer.customer.po_number_required),
        terms_slug=_terms_slug(buyer),
        button=_button(buyer, review),
        button_note=_("By sending the order you accept our terms of sale.") if buyer.is_business else "",
        expected_total=str(review.basket.gross),
        checkout_id=str(review.checkout_id or ""),
    )


def _value(value: str | bool) -> str:
    return ("1" if value else "") if isinstance(value, bool) else value


def _deliveries(buyer: Buyer, review: CheckoutReview) -> Iterable[Choice]:
    rates = rates_for(buyer, review.ship_to) if review.delivery_options else {}
    for option in review.delivery_options:
        yield Choice(
            value=option.code,
            name=option.name,
            note=_delivery_note(buyer, option, to_be_approved=review.approval is not None),
            amount=_delivery_price(buyer, option, rates),
            is_chosen=review.delivery is not None and option.code == review.delivery.code,
        )


def _delivery_note(buyer: Buyer, option: DeliveryOption, *, to_be_approved: bool) -> str:
    when = option_arrival(buyer, option, to_be_approved=to_be_approved)
    return ". ".join(part for part in (when, option.description) if part)


def _delivery_price(buyer: Buyer, option: DeliveryOption, rates: Mapping[int, Any]) -> str:
    if option.amount == ZERO:
        return _("Free")
    amount = option.amount
    if buyer.display_gross:
        amount = gross_unit_price(amount, rates[option.tax_class_id].percent, buyer.currency)
    return format_money(amount, buyer.currency, buyer.language)


def _payments(buyer: Buyer, review: CheckoutReview) -> Iterable[Choice]:
    notes = {INVOICE: _("By the terms of your agreement"), "card": _("You pay on the bank's secure page")}
    allowed = [option for option in review.payment_options if option.is_allowed]
    for option in review.payment_options:
        yield Choice(
            value=option.code,
            name=payment_method_name(option.code),
            note=notes.get(option.code, ""),
            amount="",
            is_chosen=option.is_allowed and (option.code == review.data.payment or len(allowed) == 1),
            refusal=say(option.refusal, buyer) if option.refusal else "",
        )


def _terms(buyer: Buyer, review: CheckoutReview) -> Iterable[Choice]:
    """Yield the payment terms of an order on invoice, each with what it does to the price."""
    on_invoice = review.term is not None and (not review.data.payment or review.data.payment == INVOICE)
    for one in review.term_options:
        percent = format_number(abs(one.percent), buyer.language)
        amount = _("−%(percent)s %%") if one.percent < 0 else _("+%(percent)s %%")
        note = ""
        if one.cash_percent is not None:
            values = {"percent": format_number(one.cash_percent, buyer.language), "days": one.cash_days}
            note = _("%(percent)s %% less when you pay within %(days)s days") % values
        yield Choice(
            value=one.code, name=one.name, note=note, amount=amount % {"percent": percent} if one.percent else "",
            is_chosen=one.id == review.term.id if on_invoice and review.term else one.is_own,
        )  # fmt: skip


def _terms_slug(buyer: Buyer) -> str:
    links = list_articles(buyer.language, "information")
    return next((link.slug for link in links if link.slug.startswith(_TERMS)), "")


def _button(buyer: Buyer, review: CheckoutReview) -> str:
    if review.approval:
        return _("Send for approval")
    return _("Place order") if buyer.is_business else _("Order with obligation to pay")
