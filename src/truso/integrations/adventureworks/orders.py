"""The source's sales as closed orders: its own numbers and amounts at four decimals, nothing of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any

from django.db import connection

from truso.integrations.adventureworks.goods import Goods
from truso.integrations.adventureworks.ground import SOURCE, Ground, identity
from truso.integrations.adventureworks.parties import Party
from truso.integrations.adventureworks.source import ImportRefused, Row, Source
from truso.kernel.money import ZERO, round_unit_price
from truso.modules.orders.models import (
    FulfillmentStatus,
    InvoiceStatus,
    LineKind,
    Order,
    OrderLine,
    OrderState,
    OrderStep,
    PaymentStatus,
)
from truso.platform.database.copying import copy_rows, reserve_keys

FREIGHT = "Freight"
IMPORTED = "imported"
_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Channel:
    """One of the source's two sales files, with who bought there."""

    file: str
    buyer_key: str
    parties: Mapping[str, Party]
    is_business: bool


@dataclass(frozen=True, slots=True)
class Books:
    """What orders refer to."""

    source: Source
    ground: Ground
    goods: Goods
    promotions: Mapping[str, tuple[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Written:
    """How much of a channel was new."""

    orders: int
    lines: int


def read_promotions(source: Source) -> dict[str, tuple[str, Decimal]]:
    """Return name and share of the source's promotions, by key."""
    return {
        row.key("PromotionKey"): (row.text("EnglishPromotionName", 200), row.amount("DiscountPct"))
        for row in source.rows("DimPromotion")
    }


def load_orders(books: Books, channel: Channel) -> Written:
    """Write those orders of a channel that are not there yet, in passes over the file that keep no line in memory."""
    numbers = dict.fromkeys(row.text("SalesOrderNumber", 30) for row in books.source.rows(channel.file))
    known = set(Order.objects.filter(source=SOURCE).values_list("number", flat=True))
    new = [number for number in numbers if number not in known]
    if not new:
        return Written(0, 0)
    taken = _first_taken(new)
    if taken:
        raise ImportRefused(f"{channel.file}: the shop already has another order with number {taken}.")
    keys = dict(zip(new, reserve_keys(Order, len(new)), strict=True))
    orders = copy_rows(Order, _ORDER, _order_rows(books, channel, keys))
    lines = copy_rows(OrderLine, _LINE, _line_rows(books, channel, keys))
    copy_rows(OrderStep, ("order_id", "kind", "at", "by", "params"), _step_rows(books, channel, keys))
    return Written(orders, lines)


def _first_taken(numbers: list[str]) -> str | None:
    """Return one of the numbers that an order of the shop's has; joined, for a list of so many is compared one by one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select o.number from unnest(%s::text[]) as new(number) join orders_order o on o.number = new.number limit 1",
            [numbers],
        )
        row = cursor.fetchone()
    return row[0] if row else None


def _groups(books: Books, channel: Channel, keys: Mapping[str, int]) -> Iterator[tuple[int, list[Row]]]:
    """Yield the new orders' keys with their lines, which stand together in the file."""
    seen: set[str] = set()
    rows = books.source.rows(channel.file)
    for number, group in groupby(rows, key=lambda row: row.text("SalesOrderNumber", 30)):
        lines = list(group)
        if not number:
            raise lines[0].refusal("SalesOrderNumber", "is empty")
        if number in keys:
            if number in seen:
                raise lines[0].refusal("SalesOrderNumber", f"{number} comes twice: its lines must stand together")
            seen.add(number)
            yield keys[number], lines


_ORDER = (
    "id", "uuid", "number", "checkout_id", "market_id", "customer_id", "person_id", "is_business", "state", "fulfillment_status",
    "invoice_status", "payment_status", "language", "currency", "prices_include_vat", "payment_method", "payment_term_id",
    "contact_name", "email", "phone", "delivery_address", "billing_address", "po_number", "net", "tax", "gross", "placed_at",
    "confirmed_at", "promised_on", "source",
)  # fmt: skip
_SAME = ("CurrencyKey", "SalesTerritoryKey", "CustomerPONumber", "OrderDate", "DueDate")


def _order_rows(books: Books, channel: Channel, keys: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    ground = books.ground
    for key, lines in _groups(books, channel, keys):
        first = lines[0]
        for column in (*_SAME, channel.buyer_key):
            if any(line.text(column) != first.text(column) for line in lines[1:]):
                raise first.refusal(column, f"differs between the lines of {first.text('SalesOrderNumber')}")
        number, party = first.text("SalesOrderNumber"), _party(first, channel)
        market = ground.markets.get(ground.territories.get(first.text("SalesTerritoryKey"), ""))
        currency = ground.currencies.get(first.text("CurrencyKey"))
        if market is None or currency is None:
            raise first.refusal("SalesTerritoryKey" if market is None else "CurrencyKey", "is not known")
        net = sum((line.amount("SalesAmount") + line.amount("Freight") for line in lines), ZERO)
        tax = sum((line.amount("TaxAmt") for line in lines), ZERO)
        address, placed_at = party.address(), _noon(first.day("OrderDate"))
        yield (
            key, identity("order", number), number, identity("checkout", number), market.pk, party.customer_id, party.person_id,
            channel.is_business, OrderState.COMPLETED, FulfillmentStatus.SHIPPED, InvoiceStatus.INVOICED, PaymentStatus.PAID, "en",
            currency, False, IMPORTED, None, party.name, party.email, party.phone, address, address, first.text("CustomerPONumber", 100),
            net, tax, net + tax, placed_at, placed_at, first.day("DueDate"), SOURCE,
        )  # fmt: skip


def _party(row: Row, channel: Channel) -> Party:
    party = channel.parties.get(row.key(channel.buyer_key))
    if party is None:
        raise row.refusal(channel.buyer_key, "names nobody")
    return party


_LINE = (
    "uuid", "order_id", "kind", "position", "variant_id", "sku", "name", "quantity", "list_price", "unit_price", "tax_class_id",
    "tax_category", "tax_rate", "net", "tax", "gross", "explanation", "shipped_quantity", "invoiced_quantity",
)  # fmt: skip


def _line_rows(books: Books, channel: Channel, keys: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    tax_class = books.ground.tax_class.pk if books.ground.tax_class else None
    for key, lines in _groups(books, channel, keys):
        freight, last = ZERO, 0
        number = lines[0].text("SalesOrderNumber")
        for line in lines:
            position = int(line.amount("SalesOrderLineNumber"))
            freight, last = freight + line.amount("Freight"), max(last, position)
            yield _item(books, line, key, f"{number}:{position}", position, tax_class)
        if freight:
            yield (
                identity("line", f"{number}:freight"), key, LineKind.CHARGE, last + 1, None, "", FREIGHT, 1, None, freight, tax_class, "O",
                ZERO, freight, ZERO, freight, [], 0, 1,
            )  # fmt: skip


def _item(books: Books, line: Row, order: int, name: str, position: int, tax_class: int | None) -> tuple[Any, ...]:
    sku = books.goods.by_key.get(line.key("ProductKey"))
    promotion = books.promotions.get(line.key("PromotionKey"))
    quantity = line.amount("OrderQuantity")
    if sku is None or promotion is None or not quantity:
        raise line.refusal(
            "ProductKey" if sku is None else "PromotionKey" if promotion is None else "OrderQuantity",
            "is not known or zero",
        )
    net, tax, before = line.amount("SalesAmount"), line.amount("TaxAmt"), line.amount("UnitPrice")
    unit_price = round_unit_price(net / quantity)
    rate = (tax * _HUNDRED / net).quantize(_CENT, rounding=ROUND_HALF_UP) if net else ZERO
    return (
        identity("line", name), order, LineKind.ITEM, position, books.goods.variants[sku], sku, books.goods.articles[sku].name, quantity,
        before, unit_price, tax_class, "S" if rate else "O", rate, net, tax, net + tax, _explained(before, unit_price, promotion),
        quantity, quantity,
    )  # fmt: skip


def _explained(before: Decimal, unit_price: Decimal, promotion: tuple[str, Decimal]) -> list[dict[str, Any]]:
    """Return how the price came about, in the words of `pricing.values.Offer`: what it was, and what was taken off it."""
    name, share = promotion
    if unit_price == before:
        return []
    percent = (share * _HUNDRED).normalize() if share else None
    return [
        _offer("list", "", before, None, "base"),
        _offer("discount", name if share else "", unit_price, percent, "won"),
    ]


def _offer(source: str, name: str, amount: Decimal, percent: Decimal | None, outcome: str) -> dict[str, Any]:
    return {
        "source": source, "name": name, "amount": str(amount), "minimum_quantity": "1",
        "percent": None if percent is None else f"{percent:f}", "outcome": outcome,
    }  # fmt: skip


def _step_rows(books: Books, channel: Channel, keys: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    for key, lines in _groups(books, channel, keys):
        first = lines[0]
        shipped_at, tracking = _noon(first.day("ShipDate")), first.text("CarrierTrackingNumber", 60)
        yield key, "placed", _noon(first.day("OrderDate")), "buyer", {}
        yield key, "shipped", shipped_at, "system", {"shipment": "", "tracking": tracking}
        yield key, "complete", shipped_at, "system", {}


def _noon(day: date) -> datetime:
    """Return a moment that is on the same day in every market."""
    return datetime.combine(day, time(12), UTC)
