"""Articles as lists show them, in one statement however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.texts import in_language, language_order
from truso.modules.catalog.queries.pictures import picture_ref
from truso.modules.catalog.rules import resolve_values
from truso.modules.catalog.values import VariantCard
from truso.modules.catalog.visibility import VISIBLE_NAMED, Range, range_of
from truso.platform.database.values import read_json
from truso.platform.shortlived import short_lived

_CARDS = """
select v.id, v.uuid, v.sku, v.gtin, v.mpn, v.labels, p.id, p.uuid, p.code, coalesce(t.name, p.code), coalesce(t.slug, p.code),
       coalesce(t.summary, ''), b.code, b.name, p.category_id, p.family_id, p.attributes, v.attributes,
       i.uuid, i.width, i.height, i.content_type, i.alternative_texts,
       v.unit, v.price_unit, v.minimum_quantity, v.quantity_multiple, v.maximum_quantity, v.pack_size, v.pack_names,
       v.is_stocked, v.status = 'active' and p.status = 'active', v.kind, v.is_cut_to_length"""
_FROM = """
from catalog_variant v
join catalog_product p on p.id = v.product_id
join catalog_brand b on b.id = p.brand_id
left join lateral (
    select coalesce(nullif(ct.name, ''), pt.name) as name, pt.slug, coalesce(nullif(ct.summary, ''), pt.summary) as summary
    from catalog_producttext pt left join catalog_channeltext ct
        on ct.product_id = pt.product_id and ct.channel_id = %(channel)s and ct.language = pt.language
    where pt.product_id = p.id order by array_position(%(languages)s::text[], pt.language::text) limit 1
) t on true
left join lateral (
    select * from catalog_picture where id = coalesce(v.picture_id, (
        select g.picture_id from catalog_productpicture g where g.product_id = p.id order by g.position, g.id limit 1)) offset 0
) i on true
"""
_BY_VARIANT = f"{_CARDS} {_FROM} where v.id = any(%(ids)s) and {VISIBLE_NAMED}"
_BY_PRODUCT = f"""{_CARDS} {_FROM} where v.id in (
    select distinct on (p.id) v.id from catalog_product p join catalog_variant v on v.product_id = p.id
    where p.id = any(%(ids)s) and p.status = 'active' and v.status = 'active' and {VISIBLE_NAMED}
    order by p.id, v.popularity desc, v.position, v.id)
"""  # noqa: S608
_SELECTED = f"""
select p.id from catalog_product p
join catalog_variant v on v.product_id = p.id
join catalog_category c on c.id = p.category_id
where p.status = 'active' and v.status = 'active' and {VISIBLE_NAMED}
  and (c.path && %(categories)s::bigint[] or p.id = any(%(products)s::bigint[]) or p.code = any(%(codes)s::text[]))
group by p.id
order by array_position(%(codes)s::text[], p.code::text), max(v.popularity) desc, p.id limit %(limit)s
"""  # noqa: S608
# By the category alone: beside the other ways to choose, no index answers it and the whole catalog is read.
_POPULAR = f"""
select p.id from catalog_category c
join catalog_product p on p.category_id = c.id
join catalog_variant v on v.product_id = p.id
where c.path @> array[%(category)s::bigint] and p.status = 'active' and v.status = 'active' and {VISIBLE_NAMED}
group by p.id order by max(v.popularity) desc, p.id limit %(limit)s
"""  # noqa: S608


def cards_for(buyer: Buyer, variant_ids: Iterable[int]) -> list[VariantCard]:
    """Return the articles asked for in the order asked for; what the buyer may not see is left out."""
    wanted = list(dict.fromkeys(variant_ids))
    found = {card.variant_id: card for card in _read_cards(buyer, _BY_VARIANT, {"ids": wanted})} if wanted else {}
    return [found[one] for one in wanted if one in found]


def cards_of_products(buyer: Buyer, product_ids: Iterable[int]) -> list[VariantCard]:
    """Return one article per product, the most bought the buyer may see, in the order asked for."""
    wanted = list(dict.fromkeys(product_ids))
    found = {card.product_id: card for card in _read_cards(buyer, _BY_PRODUCT, {"ids": wanted})} if wanted else {}
    return [found[one] for one in wanted if one in found]


def product_ids_of(
    buyer: Buyer,
    *,
    category_ids: Iterable[int] = (),
    product_ids: Iterable[int] = (),
    codes: Iterable[str] = (),
    limit: int = 12,
) -> list[int]:
    """Return visible products in the categories (and below), of the ids or of the codes: the most bought first."""
    return _selected(range_of(buyer), list(category_ids), list(product_ids), list(codes), limit)


def popular_in(buyer: Buyer, category_id: int, limit: int) -> tuple[int, ...]:
    """Return the most bought products of a category (and below) in the buyer's range, as they were up to ten minutes ago."""
    return _popular(range_of(buyer), category_id, limit)


# What is bought most is counted each night, and a large category has to be gone through: whoever shows these reads them anew.
@short_lived(seconds=600, most=5000)
def _popular(limits: Range, category_id: int, limit: int) -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_POPULAR, {"category": category_id, "limit": limit, **limits.parameters})
        return tuple(row[0] for row in cursor.fetchall())


def _selected(
    limits: Range, category_ids: list[int], product_ids: list[int], codes: list[str], limit: int
) -> list[int]:
    parameters: dict[str, Any] = {
        "categories": category_ids,
        "products": product_ids,
        "codes": codes,
        "limit": limit,
        **limits.parameters,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SELECTED, parameters)
        return [row[0] for row in cursor.fetchall()]


def _read_cards(buyer: Buyer, statement: str, parameters: dict[str, Any]) -> list[VariantCard]:
    """Run a statement that returns the columns of `_CARDS`."""
    return [_card(row, buyer) for row in _read(buyer, statement, parameters)]


def read_product_cards(
    buyer: Buyer, clause: str, parameters: dict[str, Any], about_product: str
) -> tuple[list[VariantCard], Any]:
    """Return the articles of the one product a clause finds (`p.id = …`), and one expression about it, on the first row."""
    rows = _read(buyer, _of_one_product(clause, about_product), parameters)
    return [_card(row[:-1], buyer) for row in rows], rows[0][-1] if rows else None


@cache
def _of_one_product(clause: str, about_product: str) -> str:
    return (
        f"{_CARDS}, case when row_number() over (order by v.position, v.id) = 1 then {about_product} end {_FROM} "
        f"where {clause} and {VISIBLE_NAMED} order by v.position, v.id"
    )


def _read(buyer: Buyer, statement: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            statement,
            {
                "languages": list(language_order(buyer.language)),
                **range_of(buyer).parameters,
                **parameters,
            },
        )
        return list(cursor.fetchall())


def _card(row: tuple[Any, ...], buyer: Buyer) -> VariantCard:
    language = buyer.language
    return VariantCard(
        variant_id=row[0], uuid=row[1], sku=row[2], gtin=row[3], mpn=row[4], label=in_language(_json(row[5]), language),
        product_id=row[6], product_uuid=row[7], product_code=row[8], name=row[9], slug=row[10], summary=row[11],
        brand_code=row[12], brand=row[13], category_id=row[14], family_id=row[15],
        attributes=resolve_values({**_json(row[16]), **_json(row[17])}, language, buyer.market.code),
        picture=picture_ref(row[18], row[19], row[20], row[21], _json(row[22]), language),
        unit=row[23], price_unit=row[24], minimum_quantity=row[25], quantity_multiple=row[26], maximum_quantity=row[27],
        pack_size=row[28], pack_name=in_language(_json(row[29]), language), is_stocked=row[30], is_active=row[31],
        kind=row[32], is_cut_to_length=row[33],
    )  # fmt: skip


def _json(value: Any) -> dict[str, Any]:
    return read_json(value) or {}
