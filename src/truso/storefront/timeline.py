"""What happened to an order, in sentences. What concerns only the warehouse or the bank's inner workings stays out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from truso.kernel.buyer import Buyer
from truso.modules.identity.models import Person
from truso.modules.orders.models import Order, OrderStep
from truso.storefront.formats import format_moment, format_money

# kind -> (what happened, how it is marked)
STEPS: dict[str, tuple[str, str]] = {
    "placed": (gettext_noop("Order placed"), "good"),
    "approve": (gettext_noop("Approved"), "good"),
    "reject": (gettext_noop("Not approved"), "problem"),
    "expire": (gettext_noop("Expired"), "problem"),
    "cancel": (gettext_noop("Cancelled"), "problem"),
    "withdrawal_waived": (gettext_noop("Agreed to have files and keys at once, without a right of withdrawal"), ""),
    "pay": (gettext_noop("Payment reserved"), "good"),
    "picking": (gettext_noop("Being picked in the warehouse"), ""),
    "shipped": (gettext_noop("Sent"), "good"),
    "invoiced": (gettext_noop("Invoiced"), ""),
    "handed_over": (gettext_noop("Files and keys are ready for you"), "good"),
    "performed": (gettext_noop("Service performed"), "good"),
    "payment_registered": (gettext_noop("Payment received"), "good"),
    "paid_too_late": (gettext_noop("The payment came too late and is not charged"), "warning"),
    "payment_lifted": (gettext_noop("The reserved amount is released"), ""),
    "rest_cancelled": (gettext_noop("The rest of the order is cancelled"), "warning"),
    "return_announced": (gettext_noop("Return announced"), ""),
    "credited": (gettext_noop("Credited"), ""),
    "claimed": (gettext_noop("Moved to your account"), ""),
    "complete": (gettext_noop("Everything sent and invoiced"), "good"),
}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened."""

    title: str
    text: str
    at: str
    kind: str


def write_timeline(order: Order, buyer: Buyer) -> list[TimelineEntry]:
    """Return the order's timeline, the latest first, with the names of the buyer's own people."""
    steps = [step for step in order.steps.all() if step.kind in STEPS]
    people = (
        _names({step.person_id for step in steps if step.by == "buyer" and step.person_id}) if buyer.is_business else {}
    )
    return [
        TimelineEntry(
            title=_("Ready for pickup") if step.kind == "shipped" and order.is_pickup else _(STEPS[step.kind][0]),
            text=_detail(step, buyer, people),
            at=format_moment(step.at, buyer.language, buyer.market.timezone),
            kind=STEPS[step.kind][1],
        )
        for step in reversed(steps)
    ]


def _names(ids: set[int]) -> dict[int, str]:
    return {person.pk: str(person) for person in Person.objects.filter(pk__in=ids)} if ids else {}


def _detail(step: OrderStep, buyer: Buyer, people: Mapping[int, str]) -> str:
    params: Mapping[str, Any] = step.params
    parts = []
    if name := people.get(step.person_id or 0, ""):
        parts.append(_("by %(name)s") % {"name": name})
    if params.get("shipment") and step.kind == "shipped":
        parts.append(_("Delivery %(number)s") % {"number": params["shipment"]})
    if params.get("tracking"):
        parts.append(_("Tracking number %(number)s") % {"number": params["tracking"]})
    if params.get("invoice"):
        parts.append(str(params["invoice"]))
    if params.get("amount") and params.get("currency"):
        parts.append(format_money(Decimal(params["amount"]), params["currency"], buyer.language))
    if params.get("comment") and step.by == "buyer":
        parts.append(f"“{params['comment']}”")
    return " · ".join(parts)
