"""The price list of an agreement as its page and files show it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from truso.kernel.identifiers import normalize_code
from truso.kernel.texts import LANGUAGES, in_language, like_literal
from truso.kernel.value import Value
from truso.modules.agreements.models import Agreement
from truso.platform.database.values import read_json

# Prices of the list now and to come, each with its article; narrowed by words or a number where something is looked for.
_ROWS = """
select r.variant_id, v.uuid, v.sku, coalesce(n.number, ''), coalesce(t.name, d.name, v.sku), v.unit, v.price_unit,
       r.minimum_quantity, r.amount, r.valid_from, r.valid_to, v.labels
from pricing_price r join catalog_variant v on v.id = r.variant_id
left join catalog_producttext t on t.product_id = v.product_id and t.language = %(language)s
left join lateral (select x.name from catalog_producttext x where x.product_id = v.product_id
                   order by array_position(%(languages)s::text[], x.language::text) limit 1) d on t.name is null
left join catalog_customerarticlenumber n on n.variant_id = v.id and n.customer_id = %(customer)s
where r.price_list_id = %(price_list)s and (r.valid_to is null or r.valid_to > %(day)s)
  and (%(text)s = '' or v.sku_normalized like %(code)s or n.number_normalized like %(code)s or t.name ilike %(like)s)
order by v.sku, r.valid_from, r.minimum_quantity, r.id limit %(limit)s offset %(offset)s
"""


class AgreedPrice(Value, frozen=True):
    """A price of an agreement: net per price unit, from a quantity, between days (`valid_to` counts no more)."""

    variant_id: int
    uuid: UUID
    sku: str
    own_number: str
    name: str
    unit: str
    price_unit: int
    minimum_quantity: Decimal
    amount: Decimal
    valid_from: date
    valid_to: date | None


def list_agreed_prices(
    agreement: Agreement, *, language: str, day: date, text: str = "", limit: int = 50, offset: int = 0
) -> list[AgreedPrice]:
    """Return prices of an agreement's list that hold on a day or later, by article number; found by number or name."""
    if agreement.price_list_id is None:
        return []
    words = text.strip()[:100]
    values: dict[str, Any] = {
        "price_list": agreement.price_list_id,
        "customer": agreement.customer_id,
        "language": language,
        "languages": list(LANGUAGES),
        "day": day,
        "text": words,
        "code": f"{like_literal(normalize_code(words))}%" if normalize_code(words) else "",
        "like": f"%{like_literal(words)}%",
        "limit": limit,
        "offset": offset,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, values)
        return [_price(row, language) for row in cursor.fetchall()]


def _price(row: tuple, language: str) -> AgreedPrice:  # type: ignore[type-arg]
    label = in_language(read_json(row[11]), language)
    variant_id, uuid, sku, own_number, name, unit, price_unit, minimum, amount, start, end = row[:11]
    full = f"{name}, {label}" if label else name
    return AgreedPrice(variant_id, uuid, sku, own_number, full, unit, price_unit, minimum, amount, start, end)


def every_agreed_price(agreement: Agreement, *, language: str, day: date, most: int = 500_000) -> Iterator[AgreedPrice]:
    """Yield all of them, a few thousand at a time."""
    step = 20_000
    for offset in range(0, most, step):
        rows = list_agreed_prices(agreement, language=language, day=day, limit=step, offset=offset)
        yield from rows
        if len(rows) < step:
            return
