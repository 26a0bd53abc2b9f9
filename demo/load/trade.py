"""Write the demo's history from its people and goods."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from decimal import Decimal

from demo.history.plan import PlanArticle, PlanCustomer, PlannedOrder, plan_history
from demo.history.write import Trade, write_history
from demo.load.base import Base
from demo.load.goods import Goods
from demo.load.parties import Parties
from demo.people import COMPANIES
from truso.kernel.buyer import Right
from truso.modules.cart.memory import remember_anew
from truso.modules.customers.models import Address, Customer, Membership
from truso.modules.customers.rules import rights_of
from truso.modules.orders.queries import all_purchases

SEED = 20260101
DAYS = 730
PER_YEAR = {"fjordverk": 330, "fjordverk-service": 120, "verkstaden": 210, "budowa": 190}
TRADES = {
    "fjordverk": ("power_tool", "anchor", "bolt", "bit", "garment", "site", "wood_screw"),
    "fjordverk-service": ("hand_tool", "measuring_tool", "bit", "protection", "glove"),
    "verkstaden": ("machine_screw", "bolt", "nut", "washer", "blade", "bit", "hand_tool"),
    "budowa": ("wood_screw", "anchor", "garment", "footwear", "site", "blade"),
}
PRIVATE = ("garment", "hand_tool", "power_tool", "wood_screw", "glove", "footwear", "storage", "office", "bit")


def load_trade(*, now: datetime, base: Base, goods: Goods, parties: Parties, days: int = DAYS) -> dict[str, int]:
    """Plan and write two years of orders (or the last `days`); return how many rows of each kind there were."""
    planned = plan_trade(now=now, goods=goods, parties=parties, days=days)
    written = write_history(make_trade(now=now, base=base, parties=parties), planned)
    remember_anew(all_purchases())
    return written


def plan_trade(*, now: datetime, goods: Goods, parties: Parties, days: int = DAYS) -> list[PlannedOrder]:
    """Return the orders of the demo's two years, or of the last `days`."""
    return plan_history(
        customers=_customers(parties, now),
        articles=_articles(goods),
        until=now,
        days=days,
        seed=SEED,
        timezone="Europe/Oslo",
    )


def make_trade(*, now: datetime, base: Base, parties: Parties) -> Trade:
    """Return what the history is written from."""
    customers = Customer.objects.select_related("payment_term", "market", "market__invoice_term", "parent")
    approvers = {
        membership.customer_id: membership.person_id
        for membership in Membership.objects.filter(roles__contains=["approver"]).order_by("-pk")
    }
    return Trade(
        markets=base.markets, customers={customer.pk: customer for customer in customers},
        people={person.pk: person for person in parties.people.values()}, addresses=_addresses(), locations=base.locations,
        staff_id=parties.people["jonas.eriksen@nordhavn.example"].pk, until=now, approvers=approvers,
    )  # fmt: skip


def _addresses() -> dict[int, dict[str, str]]:
    names = ("name", "contact", "street", "street2", "postcode", "city", "country", "phone")
    rows = Address.objects.filter(is_default=True)
    return {row.customer_id: {name: str(getattr(row, name)) for name in names} for row in rows}


def _articles(goods: Goods) -> list[PlanArticle]:
    return [
        PlanArticle(
            variant_id=goods.variants[variant.sku].pk, group=product.family, weight=variant.popularity, minimum=variant.minimum,
            multiple=variant.multiple, usual=int(variant.multiple), for_consumers=product.consumer,
        )
        for product in goods.catalog.products
        for variant in product.variants
        if variant.opening_stock_main + variant.opening_stock_second > Decimal(0)
    ]  # fmt: skip


def _customers(parties: Parties, now: datetime) -> list[PlanCustomer]:
    orderers: dict[int, list[int]] = defaultdict(list)
    for membership in Membership.objects.order_by("pk"):
        if Right.ORDER in rights_of(membership.roles):
            orderers[membership.customer_id].append(membership.person_id)
    planned = [
        PlanCustomer(
            key=spec.code, customer_id=parties.companies[spec.code].pk, person_ids=tuple(orderers[parties.companies[spec.code].pk]),
            market_code=parties.companies[spec.code].market.code, is_business=True, per_year=PER_YEAR[spec.code],
            groups=TRADES[spec.code], since_days=DAYS if spec.parent is None else 420, pays_late=spec.code == "budowa",
        )
        for spec in COMPANIES
    ]  # fmt: skip
    for index, customer in enumerate(parties.consumers.values()):
        planned.append(
            PlanCustomer(
                key=customer.number, customer_id=customer.pk,
                person_ids=(customer.consumer_person_id or 0,), market_code=customer.market.code, is_business=False,
                per_year=4.5 if index < 20 else 1.6 + index % 7 * 0.35, groups=tuple(PRIVATE[(index + step) % len(PRIVATE)] for step in range(4)),
                since_days=max(30, (now - customer.created_at).days),
            )
        )  # fmt: skip
    return planned
