"""Agreements to test with: a company, its agreement owner, drafts, lists, and a signature."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from tests.factories import Shop, texts
from truso.kernel.buyer import Buyer
from truso.modules.agreements.models import Agreement, AgreementStep
from truso.modules.agreements.operations import save_agreement, sign_agreement
from truso.modules.customers.models import Customer
from truso.modules.pricing.models import Price, PriceList
from truso.modules.pricing.queries import prices_for
from truso.platform import clock
from truso.platform.shortlived import forget
from truso.processes.agreements import send_agreement

D = Decimal
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
TODAY = NOON.date()


def new_company(shop: Shop) -> Customer:
    """Return a company that is told in English."""
    return shop.company(email="post@fjellbygg.example", language="en")


def new_owner(shop: Shop, company: Customer) -> Buyer:
    """Return its agreement owner, who orders too."""
    return shop.buyer(shop.member(company, "owner@example.com", "owner", "orderer"), company)


def draft(company: Customer, owner: Buyer | None = None, **fields: Any) -> Agreement:
    values = {"title": "Frame", "valid_from": TODAY, "owner_id": owner.person_id if owner else None, **fields}
    return save_agreement(agreement=Agreement(customer=company, **values))


def sent(company: Customer, owner: Buyer, **fields: Any) -> Agreement:
    with clock.moved_to(NOON):
        return send_agreement(uuid=draft(company, owner, **fields).uuid, person_id=7)


def sign(owner: Buyer, agreement: Agreement, at: datetime = NOON, **values: str) -> Agreement:
    with clock.moved_to(at):
        words = {"name": "Ola Owner", "sha256": agreement.sha256, "accepted": "1", **values}
        return sign_agreement(buyer=owner, uuid=agreement.uuid, values=words, address="10.0.0.7")


def contract(company: Customer, shop: Shop, **amounts: str) -> PriceList:
    """A list of the company's own with prices, which does not count yet."""
    made = PriceList.objects.create(
        code=f"contract-{PriceList.objects.count()}", names=texts("Contract"), kind="contract", currency="NOK",
        customer=company, is_active=False,
    )  # fmt: skip
    for sku, amount in amounts.items():
        variant = shop.variants.get(sku) or shop.add_article(sku, stock="100")
        Price.objects.create(price_list=made, variant=variant, amount=D(amount))
    return made


def price_of(shop: Shop, buyer: Buyer, sku: str = "A1") -> Decimal | None:
    forget()
    found = prices_for(buyer.at(clock.now()), [shop.variants[sku].pk])
    return found[shop.variants[sku].pk].unit_price if found else None


def kinds(agreement: Agreement) -> list[str]:
    return list(AgreementStep.objects.filter(agreement=agreement).values_list("kind", flat=True))
