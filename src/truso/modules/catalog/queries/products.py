"""Products: their page, their address."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import NotFound
from truso.kernel.texts import in_language, language_order
from truso.modules.catalog.models import Brand, OldSlug
from truso.modules.catalog.queries.cards import read_product_cards
from truso.modules.catalog.queries.compatibility import RELATED, without_repeats
from truso.modules.catalog.queries.documents import OF_PRODUCT, OFFERED, documents_of_rows, terms_of
from truso.modules.catalog.queries.documents import ROW as DOCUMENT_ROW
from truso.modules.catalog.queries.families import family_definitions
from truso.modules.catalog.queries.pictures import picture_of_json
from truso.modules.catalog.rules import resolve_values
from truso.modules.catalog.values import BlockView, BrandView, PictureRef, ProductView, SizeGuideView
from truso.modules.catalog.visibility import VISIBLE_NAMED, range_of
from truso.platform.shortlived import short_lived

_PICTURE = """json_build_object('uuid', i.uuid, 'width', i.width, 'height', i.height, 'content_type', i.content_type,
    'alternative_texts', i.alternative_texts)"""
_FRAME = _PICTURE.replace("i.", "x.")
_ABOUT = f"""json_build_array(
    p.status = 'active', p.attributes,
    (select json_object_agg(t.language, json_build_array(coalesce(nullif(ct.name, ''), t.name), t.slug,
        coalesce(nullif(ct.summary, ''), t.summary), coalesce(nullif(ct.description, ''), t.description)))
     from catalog_producttext t left join catalog_channeltext ct
        on ct.product_id = t.product_id and ct.channel_id = %(channel)s and ct.language = t.language
     where t.product_id = p.id),
    (select json_agg({_PICTURE} order by g.position, g.id)
     from catalog_productpicture g join catalog_picture i on i.id = g.picture_id where g.product_id = p.id),
     (select json_agg({DOCUMENT_ROW}) from catalog_document d where d.id in ({OF_PRODUCT}) and {OFFERED}),
     {RELATED},
    (select json_build_array(s.names, s.advice, s.table, case when i.id is null then null else {_PICTURE} end)
     from catalog_sizeguide s left join catalog_picture i on i.id = s.picture_id where s.id = p.size_guide_id),
    (select json_agg(json_build_array(k.uuid, k.headings, k.texts, k.media, case when i.id is null then null else {_PICTURE} end,
        k.content_type, k.embed, (select json_agg({_FRAME} order by f.position) from catalog_spinframe f
            join catalog_picture x on x.id = f.picture_id where f.block_id = k.id)) order by k.position, k.id)
     from catalog_productblock k left join catalog_picture i on i.id = k.picture_id where k.product_id = p.id))
"""  # noqa: S608
_BY_SLUG = """p.id = (select s.product_id from catalog_producttext s where s.slug = %(slug)s
    and s.language = any(%(languages)s) order by array_position(%(languages)s::text[], s.language::text) limit 1)"""
_BY_SKU = f"""p.id = (select p.id from catalog_variant v join catalog_product p on p.id = v.product_id
    where v.sku_normalized = %(normalized)s and v.sku = %(sku)s and {VISIBLE_NAMED})"""  # noqa: S608
_SEEN = f"""
select exists (
    select 1 from catalog_product p join catalog_variant v on v.product_id = p.id where p.id = %(product)s and {VISIBLE_NAMED})
"""  # noqa: S608
_ADDRESSES = f"""
select t.slug from catalog_producttext t join catalog_product p on p.id = t.product_id
where t.language = %(language)s and p.status = 'active'
  and exists (select 1 from catalog_variant v where v.product_id = p.id and v.status = 'active' and {VISIBLE_NAMED})
order by p.id limit %(limit)s
"""  # noqa: S608


def product_id_by_slug(buyer: Buyer, slug: str) -> int | None:
    """Return the product at an address: in the buyer's language, else in another; None when there is none."""
    with connection.cursor() as cursor:
        cursor.execute("select language, product_id from catalog_producttext where slug = %s", [slug])
        rows = dict(cursor.fetchall())
    return next((rows[code] for code in language_order(buyer.language) if code in rows), None)


def find_product_by_old_slug(buyer: Buyer, slug: str) -> int | None:
    """Return the product that had this address before, if the buyer may see it."""
    rows = dict(OldSlug.objects.filter(slug=slug).values_list("language", "product_id"))
    product = next((rows[code] for code in language_order(buyer.language) if code in rows), None)
    return product if product is not None and is_visible(buyer, product) else None


def is_visible(buyer: Buyer, product_id: int) -> bool:
    """Tell whether the buyer may see at least one article of a product."""
    with connection.cursor() as cursor:
        cursor.execute(_SEEN, {"product": product_id, **range_of(buyer).parameters})
        return bool(cursor.fetchone()[0])


def get_product(buyer: Buyer, product_id: int) -> ProductView:
    """Return what the page of a product says; raises NotFound alike for unknown ones and those out of the buyer's range."""
    return _product(buyer, "p.id = %(product)s", {"product": product_id})


def get_product_by_slug(buyer: Buyer, slug: str) -> ProductView:
    """Return the product at an address: in the buyer's language, else in another; raises NotFound as `get_product` does."""
    return _product(buyer, _BY_SLUG, {"slug": slug})


def get_product_by_uuid(buyer: Buyer, uuid: UUID) -> ProductView:
    """Return the product with a UUID; raises NotFound as `get_product` does."""
    return _product(buyer, "p.uuid = %(uuid)s", {"uuid": uuid})


def get_product_of_sku(buyer: Buyer, sku: str) -> ProductView:
    """Return the product an article number belongs to, if the buyer may see that article; else raises NotFound."""
    return _product(buyer, _BY_SKU, {"sku": sku, "normalized": normalize_code(sku)})


def _product(buyer: Buyer, clause: str, parameters: dict[str, Any]) -> ProductView:
    variants, about = read_product_cards(buyer, clause, {**parameters, **terms_of(buyer)}, _ABOUT)
    if not variants:
        raise NotFound("product")
    first, language = variants[0], buyer.language
    is_active, attributes, texts, pictures, documents, relations, size_guide, blocks = about
    texts = texts or {}
    text_language = next((code for code in language_order(language) if code in texts), language)
    name, slug, summary, description = texts.get(text_language, [first.product_code, first.product_code, "", ""])
    return ProductView(
        id=first.product_id, uuid=first.product_uuid, code=first.product_code, is_active=is_active, name=name, slug=slug,
        slugs={code: text[1] for code, text in texts.items()}, summary=summary, description=description,
        text_language=text_language, brand_code=first.brand_code, brand=first.brand, category_id=first.category_id,
        family_id=first.family_id, attributes=resolve_values(attributes or {}, language, buyer.market.code),
        definitions=family_definitions(first.family_id, language),
        variants=tuple(variants), pictures=_pictures(pictures, language), documents=documents_of_rows(documents, language),
        relations=without_repeats(relations), size_guide=_size_guide(size_guide, language),
        blocks=_blocks(blocks, language),
    )  # fmt: skip


def _pictures(rows: list[dict[str, Any]] | None, language: str) -> tuple[PictureRef, ...]:
    found = (picture_of_json(row, language) for row in rows or ())
    return tuple(picture for picture in found if picture)


def _blocks(rows: list[list[Any]] | None, language: str) -> tuple[BlockView, ...]:
    return tuple(
        BlockView(
            uuid=UUID(uuid), heading=in_language(headings, language), text=in_language(texts, language), media=media,
            picture=picture_of_json(picture, language) if picture else None, content_type=content_type, embed=embed,
            frames=_pictures(frames, language),
        )
        for uuid, headings, texts, media, picture, content_type, embed, frames in rows or ()
    )  # fmt: skip


def _size_guide(row: list[Any] | None, language: str) -> SizeGuideView | None:
    if not row:
        return None
    names, advice, table, picture = row
    return SizeGuideView(
        name=in_language(names, language), advice=in_language(advice, language),
        columns=tuple(in_language(column.get("names"), language) for column in table.get("columns", ())),
        rows=tuple(tuple(str(cell) for cell in cells) for cells in table.get("rows", ())),
        picture=picture_of_json(picture, language) if picture else None,
    )  # fmt: skip


@short_lived(seconds=30)
def list_brands(language: str) -> tuple[BrandView, ...]:
    """Return all brands by name."""
    return tuple(
        BrandView(brand.pk, brand.code, brand.name, in_language(brand.statements, language))
        for brand in Brand.objects.all()
    )


def get_brand(buyer: Buyer, code: str) -> BrandView:
    """Return a brand by its code; raises NotFound."""
    found = next((brand for brand in list_brands(buyer.language) if brand.code == code), None)
    if found is None:
        raise NotFound("brand")
    return found


def product_addresses(buyer: Buyer, *, limit: int) -> list[str]:
    """Return the addresses of the products the buyer may see that have a text in the buyer's language."""
    with connection.cursor() as cursor:
        cursor.execute(_ADDRESSES, {"language": buyer.language, "limit": limit, **range_of(buyer).parameters})
        return [row[0] for row in cursor.fetchall()]
