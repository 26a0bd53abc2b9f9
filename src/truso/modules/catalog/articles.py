"""Articles: variants as carts, orders and lists need them, in the buyer's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import gtin_forms, normalize_code, without_leading_zeros
from truso.kernel.texts import in_language, language_order
from truso.kernel.value import Value
from truso.modules.catalog.visibility import VISIBLE_NAMED, range_of, visible_ids
from truso.platform.database.values import read_json

_ARTICLES = (
    """
select v.id, v.uuid, v.sku, v.gtin, v.mpn, v.labels, v.unit, v.price_unit, v.minimum_quantity, v.quantity_multiple,
       v.maximum_quantity, v.pack_size, v.pack_names, v.weight_kg, v.is_stocked, v.lead_days,
       p.status = 'active' and v.status = 'active', p.id, p.tax_class_id, t.name, t.slug,
       coalesce(pic.uuid, (select x.uuid from catalog_productpicture pp join catalog_picture x on x.id = pp.picture_id
                           where pp.product_id = p.id order by pp.position, pp.id limit 1)),
       own.number, b.name, v.kind, v.is_cut_to_length
from catalog_variant v
join catalog_product p on p.id = v.product_id
join catalog_brand b on b.id = p.brand_id
left join catalog_picture pic on pic.id = v.picture_id
left join catalog_customerarticlenumber own on own.variant_id = v.id and own.customer_id = %(customer)s
left join lateral (
    select coalesce(nullif(ct.name, ''), pt.name) as name, pt.slug from catalog_producttext pt
    left join catalog_channeltext ct on ct.product_id = pt.product_id and ct.channel_id = %(channel)s and ct.language = pt.language
    where pt.product_id = p.id
    order by array_position(%(languages)s::text[], pt.language::text) limit 1
) t on true
where v.id = any(%(ids)s::bigint[]) and """
    + VISIBLE_NAMED
)

_MATCHES = """
select 'own' as kind, n.number_normalized as code, n.variant_id from catalog_customerarticlenumber n
where n.customer_id = any(%(customers)s) and n.number_normalized = any(%(codes)s)
union all select 'sku', v.sku_normalized, v.id from catalog_variant v where v.sku_normalized = any(%(codes)s)
union all select 'gtin', v.gtin, v.id from catalog_variant v where v.gtin <> '' and v.gtin = any(%(gtins)s)
union all select 'mpn', v.mpn_normalized, v.id from catalog_variant v where v.mpn_normalized <> '' and v.mpn_normalized = any(%(codes)s)
"""
# Which number wins when a code fits several articles: the house's own first, then the customer's, GTIN, maker's.
MATCH_ORDER = ("sku", "own", "gtin", "mpn")


class Article(Value, frozen=True):
    """A variant with its name and selling rules. `is_active` is False when it is discontinued; `kind` is a `Variant.Kind`."""

    variant_id: int
    uuid: UUID
    sku: str
    gtin: str
    mpn: str
    name: str
    label: str
    product_name: str
    slug: str
    product_id: int
    brand: str
    unit: str
    price_unit: int
    minimum_quantity: Decimal
    quantity_multiple: Decimal
    maximum_quantity: Decimal | None
    pack_size: Decimal
    pack_name: str
    weight_kg: Decimal
    is_stocked: bool
    lead_days: int | None
    is_active: bool
    tax_class_id: int
    picture_uuid: UUID | None
    own_number: str
    kind: str = "goods"
    is_cut_to_length: bool = False

    @property
    def is_goods(self) -> bool:
        """Tell whether it is something to be packed and sent, not a service or a file."""
        return self.kind == "goods"


def articles_for(buyer: Buyer, variant_ids: Iterable[int]) -> dict[int, Article]:
    """Return those of the variants the buyer may see, in one query; others are left out, as if they did not exist."""
    with connection.cursor() as cursor:
        cursor.execute(
            _ARTICLES,
            {
                "customer": buyer.customer_id,
                "languages": list(language_order(buyer.language)),
                "ids": list(variant_ids),
                **range_of(buyer).parameters,
            },
        )
        return {row[0]: _article(row, buyer.language) for row in cursor.fetchall()}


def variant_ids_of(uuids: Iterable[UUID]) -> dict[UUID, int]:
    """Return the keys of variants by UUID; unknown ones are left out. Whether the buyer may see them is asked later."""
    with connection.cursor() as cursor:
        cursor.execute("select uuid, id from catalog_variant where uuid = any(%s)", [list(uuids)])
        return dict(cursor.fetchall())


def _texts(value: Any) -> Mapping[str, str]:
    return read_json(value)  # type: ignore[no-any-return]


def _article(row: tuple, language: str) -> Article:  # type: ignore[type-arg]
    label = in_language(_texts(row[5]), language)
    product_name = row[19] or row[2]
    return Article(
        variant_id=row[0],
        uuid=row[1],
        sku=row[2],
        gtin=row[3],
        mpn=row[4],
        label=label,
        product_name=product_name,
        name=f"{product_name}, {label}" if label else product_name,
        unit=row[6],
        price_unit=row[7],
        minimum_quantity=row[8],
        quantity_multiple=row[9],
        maximum_quantity=row[10],
        pack_size=row[11],
        pack_name=in_language(_texts(row[12]), language),
        weight_kg=row[13],
        is_stocked=row[14],
        lead_days=row[15],
        is_active=row[16],
        product_id=row[17],
        tax_class_id=row[18],
        slug=row[20] or "",
        picture_uuid=row[21],
        own_number=row[22] or "",
        brand=row[23],
        kind=row[24],
        is_cut_to_length=row[25],
    )


class Match(Value, frozen=True):
    """An article a code names, and by which of its numbers."""

    variant_id: int
    kind: str


def match_codes(buyer: Buyer, codes: Iterable[str]) -> dict[str, list[Match]]:
    """Return, per code as typed, the articles it names that the buyer may see, the best match first.

    Codes are compared without spaces, dashes and leading zeros. One query for all codes, one for the range.
    """
    typed = list(dict.fromkeys(codes))
    normal = {code: normalize_code(code) for code in typed}
    values = {value for value in normal.values() if value}
    customers = list(buyer.customer.ids) if buyer.customer else []
    with connection.cursor() as cursor:
        cursor.execute(
            _MATCHES,
            {
                "customers": customers,
                "codes": list(values),
                "gtins": [form for value in values for form in gtin_forms(value)],
            },
        )
        rows = cursor.fetchall()
    visible = visible_ids(buyer, {row[2] for row in rows})
    by_code: dict[str, list[Match]] = {}
    for kind, code, variant in sorted(rows, key=lambda row: MATCH_ORDER.index(row[0])):
        if variant in visible:
            by_code.setdefault(without_leading_zeros(code), []).append(Match(variant, kind))
    return {code: _once(by_code.get(without_leading_zeros(value), [])) for code, value in normal.items()}


def _once(matches: list[Match]) -> list[Match]:
    return list({match.variant_id: match for match in reversed(matches)}.values())[::-1]
