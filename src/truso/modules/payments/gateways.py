"""The port every payment gateway fills, and the demo's own. Calls go out of the house: never inside a transaction."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol
from urllib.parse import quote

from django.db import transaction

from truso.modules.payments.models import DemoCharge


@dataclass(frozen=True, slots=True)
class Started:
    """A payment the gateway has taken on: its reference there, and where to send the buyer."""

    reference: str
    redirect_url: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gateway says: `state` is created, authorized, refused, cancelled or expired; amounts as it holds them."""

    state: str
    amount: Decimal
    currency: str
    refusal: str = ""


class Gateway(Protocol):
    """A payment gateway. Every call may be repeated with the same key and then does nothing new."""

    code: str

    def start(self, *, key: str, amount: Decimal, currency: str, return_url: str) -> Started: ...

    def status(self, *, reference: str) -> Outcome: ...

    def capture(self, *, reference: str, key: str, amount: Decimal) -> bool: ...

    def refund(self, *, reference: str, key: str, amount: Decimal) -> bool: ...

    def cancel(self, *, reference: str) -> bool: ...


class DemoGateway:
    """The demo's card gateway: its bank page lies at `/demo/gateway/<reference>`, its books in `DemoCharge`."""

    code = "card"

    def start(self, *, key: str, amount: Decimal, currency: str, return_url: str) -> Started:
        DemoCharge.objects.get_or_create(reference=key, defaults={"amount": amount, "currency": currency})
        return Started(key, f"/demo/gateway/{key}?return={quote(return_url, safe='')}")

    def status(self, *, reference: str) -> Outcome:
        charge = DemoCharge.objects.filter(reference=reference).first()
        if charge is None:
            return Outcome("created", Decimal(0), "")
        return Outcome(charge.state, charge.amount, charge.currency, "declined" if charge.state == "refused" else "")

    def capture(self, *, reference: str, key: str, amount: Decimal) -> bool:
        with transaction.atomic():
            charge = DemoCharge.objects.select_for_update().get(reference=reference)
            if charge.state != "authorized" or charge.captured + amount > charge.amount:
                return False
            charge.captured += amount
            charge.save(update_fields=["captured"])
        return True

    def refund(self, *, reference: str, key: str, amount: Decimal) -> bool:
        with transaction.atomic():
            charge = DemoCharge.objects.select_for_update().get(reference=reference)
            if charge.refunded + amount > charge.captured:
                return False
            charge.refunded += amount
            charge.save(update_fields=["refunded"])
        return True

    def cancel(self, *, reference: str) -> bool:
        return (
            DemoCharge.objects.filter(reference=reference, captured=0)
            .exclude(state="cancelled")
            .update(state="cancelled")
            >= 0
        )


_gateways: dict[str, Gateway] = {}


def register_gateway(gateway: Gateway) -> None:
    """Make a gateway available under its code. Called by the composition (`config`)."""
    _gateways[gateway.code] = gateway


def get_gateway(code: str) -> Gateway:
    """Return the gateway of a code; raises KeyError for one that is not registered."""
    return _gateways[code]


def gateway_codes() -> tuple[str, ...]:
    """Return the codes of all registered gateways."""
    return tuple(_gateways)
