"""Goods as a file that can be brought in again: headings are the fields' codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from truso.kernel.quantity import format_quantity
from truso.modules.catalog.models import Variant
from truso.processes.imports.fields import goods_fields
from truso.processes.imports.house import House
from truso.processes.imports.parsing import shown
from truso.processes.imports.records import prices_of, read_articles, stock_of

PORTION = 1000


def export_goods(
    fields: Sequence[str] = (), options: Mapping[str, Any] | None = None
) -> tuple[list[str], Iterator[list[str]]]:
    """Return headings and rows of all articles in the order of their keys, read a portion at a time.

    `fields` are codes in the order wanted; all of them when none are named. A file written from this and brought in again
    changes nothing.
    """
    known = [field.code for field in goods_fields()]
    wanted = [code for code in fields if code in known] or known
    if "sku" not in wanted:
        wanted.insert(0, "sku")
    return wanted, _rows(wanted, dict(options or {}))


def _rows(fields: Sequence[str], options: Mapping[str, Any]) -> Iterator[list[str]]:
    last = 0
    while True:
        ids = list(Variant.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:PORTION])
        if not ids:
            return
        last = ids[-1]
        house = House(options)
        prices = prices_of(house, ids) if "list_price" in fields else {}
        stock = stock_of(house, ids) if "stock" in fields else {}
        for record in read_articles(variant_ids=ids).values():
            present = {"list_price": prices.get(record.variant_id), "stock": stock.get(record.variant_id)}
            yield [_cell(code, present[code] if code in present else record.get(code), house) for code in fields]


def _cell(field: str, value: Any, house: House) -> str:
    told = shown(field, value, house)
    if told is None:
        return ""
    if isinstance(told, bool):
        return "true" if told else "false"
    if isinstance(told, list | tuple):
        # A range is written as one, several choices by a bar.
        is_range = len(told) == 2 and all(_is_number(one) for one in told)
        return "–".join(told) if is_range else "|".join(str(one) for one in told)
    return format_quantity(told) if hasattr(told, "as_tuple") else str(told)


def _is_number(text: Any) -> bool:
    return isinstance(text, str) and text.lstrip("-").replace(".", "", 1).isdigit()
