"""Turn planned orders into the rows the operations would have written, by the same rules."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from demo.history.documents import Documents
from demo.history.ledger import Ledger
from demo.history.plan import PlannedOrder
from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.queries import terms_in_force
from truso.modules.approvals.models import ApprovalRequest
from truso.modules.catalog.articles import Article, articles_for
from truso.modules.customers.models import Customer
from truso.modules.customers.queries import Hat, list_hats, make_buyer
from truso.modules.delivery.queries import DeliveryOption, list_delivery_options
from truso.modules.fulfillment.models import Shipment, ShipmentLine
from truso.modules.identity.models import Person
from truso.modules.inventory.models import EntryKind, Location, StockEntry
from truso.modules.markets.models import Market
from truso.modules.markets.queries import market_for_buyer
from truso.modules.orders.models import LineKind, Order, OrderLine, OrderState, OrderStep
from truso.modules.orders.operations import FIRST_NUMBER
from truso.modules.orders.rules import LineProgress, derive_statuses, is_complete
from truso.modules.pricing.queries import add_charges, price_basket
from truso.modules.pricing.values import Basket, BasketLine, Charge, PricedBasket, PricedLine
from truso.processes.place_order import explained
from truso.processes.review import FREIGHT, INVOICE

CARD = "card"


@dataclass
class Trade:
    """What the history is written from, looked up once."""

    markets: Mapping[str, Market]
    customers: Mapping[int, Customer]
    people: Mapping[int, Person]
    addresses: Mapping[int, dict[str, str]]
    locations: Sequence[Location]
    staff_id: int | None
    until: datetime
    approvers: Mapping[int, int] = field(default_factory=dict)
    hats: dict[int, list[Hat]] = field(default_factory=dict)
    articles: dict[str, dict[int, Article]] = field(default_factory=dict)
    agreements: dict[int, Agreement | None] = field(default_factory=dict)


def write_history(trade: Trade, planned: Sequence[PlannedOrder]) -> dict[str, int]:
    """Write planned orders with all that follows; return how many rows each table got."""
    ledger, rng = Ledger(), random.Random(11)
    documents = Documents(ledger, trade)
    for plan in planned:
        priced = _price(trade, plan)
        if priced is None:
            continue
        order, lines = _order_rows(trade, ledger, plan, *priced, rng)
        documents.follow(order, lines, plan, _shipments(trade, ledger, plan, order, lines))
    documents.finish()
    for order, frozen in documents.orders:
        _settle_statuses(ledger, order, frozen, documents)
    return ledger.write()


def _buyer(trade: Trade, plan: PlannedOrder) -> Buyer:
    if plan.person_id not in trade.hats:
        trade.hats[plan.person_id] = list_hats(plan.person_id)
    hat = next(hat for hat in trade.hats[plan.person_id] if hat.customer.id == plan.customer_id)
    customer = trade.customers[plan.customer_id]
    return make_buyer(
        market=market_for_buyer(trade.markets[plan.market_code]), language=customer.language, now=plan.placed_at,
        person_id=plan.person_id, person_name=str(trade.people[plan.person_id]), hat=hat,
    )  # fmt: skip


def _price(trade: Trade, plan: PlannedOrder) -> tuple[Buyer, dict[int, Article], PricedBasket, DeliveryOption] | None:
    buyer = _buyer(trade, plan)
    known = trade.articles.setdefault(
        f"{plan.customer_id}:{buyer.language}" if buyer.is_business else f"{plan.market_code}:{buyer.language}", {}
    )
    missing = [variant for variant, _ in plan.lines if variant not in known]
    if missing:
        known.update(articles_for(buyer, missing))
    lines = [(variant, quantity) for variant, quantity in plan.lines if variant in known]
    if len(lines) != len(plan.lines):
        return None
    wishes = tuple(BasketLine(str(index), variant, quantity) for index, (variant, quantity) in enumerate(lines))
    goods = price_basket(buyer, Basket(wishes))
    weight = sum((known[variant].weight_kg * quantity for variant, quantity in lines), ZERO)
    if plan.customer_id not in trade.agreements:
        trade.agreements[plan.customer_id] = terms_in_force(buyer)
    agreed = trade.agreements[plan.customer_id]
    options = list_delivery_options(
        buyer, weight_kg=weight, goods=goods.goods_shown, free_from=agreed.free_freight_from if agreed else None
    )
    options = [option for option in options if not option.is_pickup] or options
    if goods.unpriced or not options:
        return None
    freight = Charge(FREIGHT, options[0].amount, options[0].tax_class_id)
    return buyer, known, add_charges(buyer, goods, [freight]), options[0]


def _order_rows(
    trade: Trade, ledger: Ledger, plan: PlannedOrder, buyer: Buyer, articles: Mapping[int, Article], basket: PricedBasket,
    delivery: DeliveryOption, rng: random.Random,
) -> tuple[Order, list[OrderLine]]:  # fmt: skip
    market, customer, person = (
        trade.markets[plan.market_code],
        trade.customers[plan.customer_id],
        trade.people[plan.person_id],
    )
    address = trade.addresses[plan.customer_id]
    term = (customer.payment_term or market.invoice_term) if plan.is_business else None
    confirmed_at = plan.placed_at
    needs_approval = bool(buyer.is_business and buyer.order_limit is not None and basket.net > buyer.order_limit)
    if needs_approval:
        confirmed_at += timedelta(minutes=rng.randrange(15, 150))
    order = Order(
        uuid=_uuid(rng), checkout_id=_uuid(rng), market=market, customer=customer, person=person, is_business=plan.is_business,
        state=OrderState.CONFIRMED, language=buyer.language, currency=buyer.currency, prices_include_vat=buyer.display_gross,
        payment_method=INVOICE if plan.is_business else CARD, payment_term=term, delivery_method_id=delivery.method_id,
        contact_name=str(person), email=person.email, phone=person.phone, delivery_address=address, billing_address=address,
        po_number=plan.po_number, reference=plan.reference, net=basket.net, tax=basket.tax, gross=basket.gross,
        placed_at=plan.placed_at, confirmed_at=confirmed_at, promised_on=delivery.arrives_on,
    )  # fmt: skip
    ledger.add(order)
    order.number = str(FIRST_NUMBER + order.pk)
    lines = [
        _line(ledger, order, position, line, articles, delivery, rng)
        for position, line in enumerate((*basket.lines, *basket.charges), start=1)
    ]
    ledger.add(OrderStep(order=order, kind="placed", at=plan.placed_at, by="buyer", person_id=person.pk))
    if needs_approval:
        _approval(trade, ledger, order, buyer, basket, confirmed_at)
    return order, lines


def _approval(
    trade: Trade, ledger: Ledger, order: Order, buyer: Buyer, basket: PricedBasket, decided_at: datetime
) -> None:
    approver = trade.approvers[buyer.customer_id or 0]
    limit = buyer.order_limit or ZERO
    ledger.add(
        ApprovalRequest(
            customer_id=order.customer_id or 0, subject_kind="order", subject_uuid=order.uuid, requested_by_id=order.person_id or 0,
            amount=basket.net, limit=limit, currency=order.currency, state=ApprovalRequest.State.APPROVED,
            requested_at=order.placed_at, deadline_at=order.placed_at + timedelta(days=order.market.approval_days),
            decided_by_id=approver, decided_at=decided_at,
        )
    )  # fmt: skip
    ledger.add(OrderStep(order=order, kind="approve", at=decided_at, by="buyer", person_id=approver))


def _line(
    ledger: Ledger,
    order: Order,
    position: int,
    line: PricedLine,
    articles: Mapping[int, Article],
    delivery: DeliveryOption,
    rng: random.Random,
) -> OrderLine:
    article = articles.get(line.variant_id or 0)
    row = OrderLine(
        uuid=_uuid(rng), order=order, position=position, quantity=line.quantity, list_price=line.list_price, unit_price=line.unit_price,
        tax_class_id=line.tax_class_id, tax_category=line.tax_category, tax_rate=line.tax_rate, net=line.net, tax=line.tax, gross=line.gross,
        kind=LineKind.CHARGE, name=delivery.name, explanation=[explained(offer) for offer in line.explanation],
    )  # fmt: skip
    if article:
        row.kind, row.name, row.variant_id, row.sku, row.gtin = (
            LineKind.ITEM,
            article.name[:300],
            article.variant_id,
            article.sku,
            article.gtin,
        )
        row.unit, row.price_unit, row.buyer_number, row.promised_on = (
            article.unit,
            article.price_unit,
            article.own_number,
            delivery.arrives_on,
        )
    return ledger.add(row)  # type: ignore[no-any-return]


def _uuid(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)


def _shipments(
    trade: Trade, ledger: Ledger, plan: PlannedOrder, order: Order, lines: Sequence[OrderLine]
) -> list[tuple[Shipment, list[ShipmentLine]]]:
    location = trade.locations[min(plan.location, len(trade.locations) - 1)]
    found: list[tuple[Shipment, list[ShipmentLine]]] = []
    for at, quantities in plan.parts:
        shipment = ledger.add(
            Shipment(
                order=order, location=location, state=Shipment.State.SHIPPED, created_by_id=trade.staff_id, created_at=at - timedelta(hours=2),
                shipped_at=at, tracking_number=f"{order.pk:07d}{len(found) + 1}",
            )
        )  # fmt: skip
        rows = []
        moved: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for line, quantity in zip(lines, quantities, strict=False):
            if quantity > ZERO:
                rows.append(ledger.add(ShipmentLine(shipment=shipment, order_line=line, quantity=quantity)))
                line.shipped_quantity += quantity
                moved[line.variant_id or 0] += quantity
        for variant, quantity in moved.items():
            ledger.add(
                StockEntry(
                    variant_id=variant, location=location, kind=EntryKind.SHIPMENT, quantity=-quantity, subject_kind="shipment",
                    subject_uuid=shipment.uuid, at=at,
                )
            )  # fmt: skip
        found.append((shipment, rows))
    return found


def _settle_statuses(ledger: Ledger, order: Order, lines: Sequence[OrderLine], documents: Documents) -> None:
    progress = [
        LineProgress(
            line.kind == LineKind.ITEM,
            line.quantity,
            line.shipped_quantity,
            line.invoiced_quantity,
            line.cancelled_quantity,
        )
        for line in lines
    ]
    paid, refunded = documents.paid[order.pk], documents.refunded[order.pk]
    authorized = ZERO if order.payment_method == INVOICE else order.gross
    statuses = derive_statuses(progress, gross=order.gross, authorized=authorized, paid=paid, refunded=refunded)
    order.fulfillment_status, order.invoice_status, order.payment_status = (
        statuses.fulfillment,
        statuses.invoice,
        statuses.payment,
    )
    if is_complete(progress):
        order.state = OrderState.COMPLETED
        ledger.add(OrderStep(order=order, kind="complete", at=documents.last_invoiced[order.pk], by="system"))
