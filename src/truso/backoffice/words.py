"""What staff read of states, steps, days and moments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_date, format_datetime
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from truso.backoffice.times import staff_timezone
from truso.modules.customers.models import Role
from truso.modules.output.formats import format_money, locale_of

_TONES = {
    "good": {
        "completed",
        "shipped",
        "invoiced",
        "paid",
        "active",
        "credited",
        "approved",
        "authorized",
        "succeeded",
        "new",
        "applied",
        "accepted",
    },
    "wait": {
        "pending_approval",
        "pending_payment",
        "pending",
        "partly_shipped",
        "partly_invoiced",
        "partly_paid",
        "picking",
        "trying",
        "applying",
        "undoing",
        "changed",
        "kept",
        "stopped",
    },
    "bad": {"rejected", "failed", "overdue", "refused", "aborted"},
    "open": {"confirmed", "requested", "received", "todo", "doing", "waiting", "created", "draft", "tried"},
}
_WAIT = {"requested", "waiting"}


def tone_of(code: str) -> str:
    """Return the tone a state is shown in: good, wait, bad, open or off."""
    if code in _WAIT:
        return "wait"
    return next((tone for tone, codes in _TONES.items() if code in codes), "off")


def language() -> str:
    """Return the language staff read."""
    return translation.get_language() or "en"


def day_text(day: date | None) -> str:
    """Write a day as lists do: short, the year in full."""
    return str(format_date(day, "d MMM yyyy", locale=locale_of(language()))) if day else ""


def moment_text(moment: datetime | None) -> str:
    """Write a moment in the shop's time."""
    if moment is None:
        return ""
    local = timezone.localtime(moment, staff_timezone())
    return str(format_datetime(local.replace(tzinfo=None), "d MMM yyyy HH:mm", locale=locale_of(language())))


STEPS = {
    "placed": gettext_noop("Order placed"),
    "approve": gettext_noop("Approved"),
    "reject": gettext_noop("Not approved"),
    "expire": gettext_noop("Expired"),
    "pay": gettext_noop("Payment reserved"),
    "complete": gettext_noop("Completed"),
    "cancel": gettext_noop("Cancelled"),
    "withdrawal_waived": gettext_noop("The buyer agreed to have files and keys at once, without a right of withdrawal"),
    "handed_over": gettext_noop("Files and keys were handed over"),
    "performed": gettext_noop("Service performed"),
    "rest_cancelled": gettext_noop("The rest was cancelled"),
    "picking": gettext_noop("Picking %(shipment)s began"),
    "picking_cancelled": gettext_noop("Picking %(shipment)s was given up"),
    "shipped": gettext_noop("Shipment %(shipment)s left"),
    "invoiced": gettext_noop("Invoice %(invoice)s: %(amount)s"),
    "credited": gettext_noop("Credit note %(invoice)s: %(amount)s"),
    "payment_registered": gettext_noop("Paid %(amount)s on %(invoice)s"),
    "return_announced": gettext_noop("Return %(return)s announced"),
    "paid_too_late": gettext_noop("Paid too late: the reservation is lifted"),
    "payment_lifted": gettext_noop("The reserved amount is released"),
    "capture_failed": gettext_noop("Taking the payment for %(document)s failed"),
    "refund_failed": gettext_noop("Paying back %(document)s failed"),
}


def step_text(kind: str, params: Mapping[str, Any]) -> str:
    """Return a step of an order's timeline as a sentence."""
    values = {name: str(value) for name, value in params.items()}
    if "amount" in values and values.get("currency"):
        values["amount"] = format_money(Decimal(values["amount"]), values["currency"], language(), with_currency=True)
    template = STEPS.get(kind)
    if template is None:
        return kind.replace("_", " ").capitalize()
    try:
        return _(template) % values
    except KeyError:  # a step of an older version may lack a value
        return kind.replace("_", " ").capitalize()


OFFERS = {
    "contract": gettext_noop("Contract"),
    "customer": gettext_noop("The customer's own list"),
    "segment": gettext_noop("Segment list"),
    "discount": gettext_noop("Discount"),
    "list": gettext_noop("List price"),
    "campaign": gettext_noop("Campaign"),
    "payment_term": gettext_noop("Payment term"),
    "part": gettext_noop("In the bundle"),
    "bundle": gettext_noop("Off the bundle"),
}
OUTCOMES = {
    "won": gettext_noop("This price counts"),
    "lost_to_rank": gettext_noop("An earlier source decides"),
    "lost_to_price": gettext_noop("Another price is lower"),
    "base": gettext_noop("The campaign counts instead"),
    "counted": gettext_noop("Counted"),
    "no_price": gettext_noop("Has no price for the article"),
    "below_step": gettext_noop("Has a price from a higher quantity on"),
    "does_not_fit": gettext_noop("Is for other goods"),
    "other_days": gettext_noop("Holds on other days"),
    "switched_off": gettext_noop("Is switched off"),
    "other_currency": gettext_noop("Is in another currency"),
}


def offer_text(source: str) -> str:
    """Return where a price comes from."""
    return _(OFFERS[source]) if source in OFFERS else source


def basis_text(basis: str) -> str:
    """Return what a list without a price of its own made its offer from; empty for its own."""
    return {"list": _("from the list price"), "cost": _("from the cost")}.get(basis, "")


def outcome_text(outcome: str) -> str:
    """Return what became of an offer."""
    return _(OUTCOMES[outcome]) if outcome in OUTCOMES else outcome


def state_text(states: Any, code: str) -> str:
    """Return a choice's label by its code."""
    return str(dict(states.choices).get(code, code))


def roles_text(codes: Iterable[str]) -> str:
    """Return what a member does for the company."""
    return ", ".join(state_text(Role, code) for code in codes)


def by_text(by: str) -> str:
    """Return who a step was done by when no name is known."""
    return {"buyer": _("customer"), "staff": _("staff")}.get(by, _("system"))
