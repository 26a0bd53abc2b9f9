"""Goods as they stand: everything an import may change of an article and its product, read a portion at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.modules.catalog.models import PackagingLevel, ProductText, Variant
from truso.modules.inventory.bulk import read_stock
from truso.modules.pricing.bulk import read_prices
from truso.modules.pricing.operations import FIRST_DAY
from truso.platform.database.values import read_json
from truso.processes.imports.house import House

ONE = Decimal(1)
_ARTICLES = """
select v.sku_normalized, v.id, v.product_id, v.sku, v.gtin, v.mpn, v.kind, v.status, v.unit, v.price_unit, v.minimum_quantity,
       v.quantity_multiple, v.maximum_quantity, v.weight_kg, v.is_stocked, v.lead_days, v.is_cut_to_length, v.labels, v.attributes,
       p.code, p.family_id, p.category_id, p.brand_id, p.tax_class_id, p.status, p.attributes, b.variant_id is not null
from catalog_variant v join catalog_product p on p.id = v.product_id
left join catalog_bundle b on b.variant_id = v.id
"""
_BY_NUMBER = _ARTICLES + "where v.sku_normalized = any(%s) order by v.id"
_BY_KEY = _ARTICLES + "where v.id = any(%s) order by v.id"
_LOCKED = " for update of v, p"
_STATEMENTS = {
    (False, False): _BY_NUMBER, (False, True): _BY_NUMBER + _LOCKED, (True, False): _BY_KEY, (True, True): _BY_KEY + _LOCKED,
}  # fmt: skip
VARIANT_FIELDS = (
    "sku", "gtin", "mpn", "kind", "status", "unit", "price_unit", "minimum_quantity", "quantity_multiple", "maximum_quantity",
    "weight_kg", "is_stocked", "lead_days", "is_cut_to_length",
)  # fmt: skip
PRODUCT_FIELDS = ("product_code", "family", "category", "brand", "tax_class", "product_status")


class Record:
    """An article with its product, as one row of an import sees them: values by field code."""

    __slots__ = (
        "attributes",
        "is_bundle",
        "labels",
        "product_attributes",
        "product_id",
        "texts",
        "values",
        "variant_id",
    )

    def __init__(self, row: tuple[Any, ...]) -> None:
        self.variant_id, self.product_id = row[1], row[2]
        self.values: dict[str, Any] = dict(zip(VARIANT_FIELDS, row[3:17], strict=True))
        self.labels: Mapping[str, str] = read_json(row[17]) or {}
        self.attributes: Mapping[str, Any] = read_json(row[18]) or {}
        self.values |= zip(PRODUCT_FIELDS, row[19:25], strict=True)
        self.product_attributes: Mapping[str, Any] = read_json(row[25]) or {}
        self.is_bundle = bool(row[26])
        self.texts: dict[str, dict[str, str]] = {}

    def get(self, field: str) -> Any:
        """Return the present value of a field; None for none."""
        kind, _colon, rest = field.partition(":")
        if kind == "attribute":
            code, _colon, key = rest.partition(":")
            value = self.attributes.get(code, self.product_attributes.get(code))
            return value.get(key) if key and isinstance(value, Mapping) else None if key else value
        if kind == "label":
            return self.labels.get(rest) or None
        if kind == "text":
            language, _colon, name = rest.partition(":")
            return self.texts.get(language, {}).get(name) or None
        value = self.values.get(field)
        return None if value == "" else value


def read_articles(
    skus: Iterable[str] = (), *, variant_ids: Iterable[int] | None = None, lock: bool = False
) -> dict[str, Record]:
    """Return articles by their normalized number. Locked, articles first and then products, in the order of their keys."""
    by_key = variant_ids is not None
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENTS[by_key, lock], [list(variant_ids if variant_ids is not None else skus)])
        found = {row[0]: Record(row) for row in cursor.fetchall()}
    by_product: dict[int, list[Record]] = {}
    for record in found.values():
        by_product.setdefault(record.product_id, []).append(record)
    for product, texts in read_texts(by_product).items():
        for record in by_product[product]:
            record.texts = texts
    return found


def read_texts(product_ids: Iterable[int]) -> dict[int, dict[str, dict[str, str]]]:
    """Return the words of products: by product, language and field; with their slugs."""
    found: dict[int, dict[str, dict[str, str]]] = {}
    names = ("name", "summary", "description", "slug")
    for product, language, *words in ProductText.objects.filter(product_id__in=list(product_ids)).values_list(
        "product_id", "language", *names
    ):
        found.setdefault(product, {})[language] = dict(zip(names, words, strict=True))
    return found


def read_products(codes: Iterable[str]) -> dict[str, tuple[int, dict[str, Any], Mapping[str, Any]]]:
    """Return products by code: key, values by field, attributes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select code, id, family_id, category_id, brand_id, tax_class_id, status, attributes from catalog_product where code = any(%s)",
            [list(codes)],
        )
        return {
            row[0]: (row[1], dict(zip(PRODUCT_FIELDS, (row[0], *row[2:7]), strict=True)), read_json(row[7]) or {})
            for row in cursor.fetchall()
        }


def gtin_owners(gtins: Iterable[str]) -> dict[str, str]:
    """Return whose GTINs these are: GTIN -> article number, of articles and of packagings."""
    wanted = [gtin for gtin in gtins if gtin]
    if not wanted:
        return {}
    owners = dict(PackagingLevel.objects.filter(gtin__in=wanted).values_list("gtin", "variant__sku"))
    return owners | dict(Variant.objects.filter(gtin__in=wanted).values_list("gtin", "sku"))


def prices_of(house: House, variant_ids: Iterable[int]) -> dict[int, Decimal]:
    """Return today's price for one on the list the import writes."""
    if house.price_list is None or house.market is None:
        return {}
    keys = {(house.price_list.pk, variant, ONE, FIRST_DAY) for variant in variant_ids}
    return {key[1]: amount for key, (amount, _end) in read_prices(keys=keys).items()}


def stock_of(house: House, variant_ids: Iterable[int]) -> dict[int, Decimal]:
    """Return what is on hand at the location the import counts."""
    if house.location is None:
        return {}
    items = read_stock(keys={(variant, house.location.pk) for variant in variant_ids})
    return {key[0]: item.on_hand for key, item in items.items()}
