"""When goods arrive, in words: which part which day, with whom or where to fetch them, and from when it is counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.modules.delivery.queries import DeliveryOption
from truso.modules.delivery.rules import PromisedPart, ships_on
from truso.modules.inventory.queries import Availability
from truso.modules.orders.models import Order, OrderLine
from truso.processes.promise import counted, promise_of, waits_for_approval
from truso.processes.review import CheckoutReview
from truso.storefront.formats import format_day, format_number


def write_parts(parts: Iterable[PromisedPart], unit: str, language: str) -> str:
    """Write which part comes when: `20 pcs Wednesday 2 December; 234 pcs about Monday 14 December`."""
    texts = []
    for place, part in enumerate(parts):
        quantity = f"{format_number(part.quantity, language)} {unit}"
        if part.arrives_on is None:
            texts.append(_("%(quantity)s on request") % {"quantity": quantity})
            continue
        day = format_day(part.arrives_on, language, "weekday")
        # What lies in the warehouse has a day; what is yet to be procured has one as far as we know.
        words = _("%(quantity)s about %(day)s") if place else _("%(quantity)s %(day)s")
        texts.append(words % {"quantity": quantity, "day": day})
    return "; ".join(texts)


def write_arrival(
    language: str, *, first_on: date, arrives_on: date, is_pickup: bool, place: str = "", to_be_approved: bool = False
) -> str:
    """Write when goods are with the buyer, or ready to be fetched."""
    values = {
        "day": format_day(arrives_on, language, "weekday"),
        "first": format_day(first_on, language, "weekday"),
        "place": place,
    }
    if is_pickup and first_on != arrives_on:
        text = _("The first ready for pickup %(first)s, everything about %(day)s")
    elif is_pickup:
        text = _("Ready for pickup %(day)s")
    elif first_on != arrives_on:
        text = _("The first with you %(first)s, everything about %(day)s")
    else:
        text = _("With you %(day)s")
    told = [text % values]
    if is_pickup and place:
        told.append(_("at %(place)s") % values)
    if to_be_approved:
        told.append(_("if the order is approved today"))
    return ", ".join(told)


def option_arrival(buyer: Buyer, option: DeliveryOption, *, to_be_approved: bool = False) -> str:
    """Write when goods arrive by a delivery on offer."""
    return write_arrival(
        buyer.language,
        first_on=option.first_on,
        arrives_on=option.arrives_on,
        is_pickup=option.is_pickup,
        place=option.pickup_place,
        to_be_approved=to_be_approved,
    )


def review_arrival(buyer: Buyer, review: CheckoutReview) -> str:
    """Write when the goods of a checkout arrive; empty without a delivery."""
    if review.delivery is None or not review.lines:
        return ""
    return option_arrival(buyer, review.delivery, to_be_approved=review.approval is not None)


def order_arrival(buyer: Buyer, order: Order) -> str:
    """Write when an order's goods arrive; while it waits for approval, as if it were approved today."""
    if order.promised_on is None:
        return ""
    first = min(
        (line.promised_first_on for line in order.lines.all() if line.promised_first_on), default=order.promised_on
    )
    return write_arrival(
        buyer.language,
        first_on=counted(buyer, order, first),
        arrives_on=counted(buyer, order, order.promised_on),
        is_pickup=order.is_pickup,
        place=order.pickup_place,
        to_be_approved=waits_for_approval(order),
    )


def order_parts(buyer: Buyer, order: Order, line: OrderLine, unit: str) -> str:
    """Write which part of an order's line comes when, where it does not all come together."""
    parts = promise_of(buyer, order, line)
    return write_parts(parts, unit, buyer.language) if len(parts) > 1 else ""


def leaving(buyer: Buyer, stock: Availability, quantity: Decimal, unit: str) -> str:
    """Write which part of a wished quantity leaves when."""
    parts = [
        PromisedPart(part, None if days is None else ships_on(buyer.today, days))
        for part, days in stock.parts(quantity)
    ]
    return _("Ships: %(parts)s") % {"parts": write_parts(parts, unit, buyer.language)}
