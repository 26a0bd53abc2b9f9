"""Goods by the thousand: a constant number of statements however many there are. Who calls has judged every row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from django.db import connection
from psycopg.types.json import Jsonb

from truso.kernel.identifiers import normalize_code, slugify
from truso.kernel.value import Value
from truso.modules.catalog.models import Brand, OldSlug, Product, ProductText, Variant
from truso.modules.catalog.operations import announce_products, link_files
from truso.platform import clock
from truso.platform.database.copying import copy_rows, reserve_keys

_UPDATE_VARIANTS = """
update catalog_variant v set gtin = d.gtin, mpn = d.mpn, mpn_normalized = d.mpn_normalized, kind = d.kind, status = d.status,
    unit = d.unit, price_unit = d.price_unit, minimum_quantity = d.minimum_quantity, quantity_multiple = d.quantity_multiple,
    maximum_quantity = d.maximum_quantity, weight_kg = d.weight_kg, is_stocked = d.is_stocked, lead_days = d.lead_days,
    is_cut_to_length = d.is_cut_to_length, labels = d.labels, attributes = d.attributes
from unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::int[], %s::numeric[], %s::numeric[],
    %s::numeric[], %s::numeric[], %s::boolean[], %s::int[], %s::boolean[], %s::jsonb[], %s::jsonb[]) as d(id, gtin, mpn, mpn_normalized, kind,
    status, unit, price_unit, minimum_quantity, quantity_multiple, maximum_quantity, weight_kg, is_stocked, lead_days, is_cut_to_length,
    labels, attributes)
where v.id = d.id
"""
_UPDATE_PRODUCTS = """
update catalog_product p set family_id = d.family, category_id = d.category, brand_id = d.brand, tax_class_id = d.tax_class,
    status = d.status, attributes = d.attributes, updated_at = %s,
    published_at = case when d.status = 'active' then coalesce(p.published_at, %s) else p.published_at end
from unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::text[], %s::jsonb[])
    as d(id, family, category, brand, tax_class, status, attributes)
where p.id = d.id
"""
_WRITE_TEXTS = """
insert into catalog_producttext (product_id, language, name, slug, summary, description)
select * from unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[])
on conflict (product_id, language) do update
set name = excluded.name, slug = excluded.slug, summary = excluded.summary, description = excluded.description
"""
VARIANT_COLUMNS = (
    "kind", "status", "unit", "price_unit", "minimum_quantity", "quantity_multiple", "maximum_quantity", "weight_kg", "is_stocked",
    "lead_days", "is_cut_to_length", "labels", "attributes",
)  # fmt: skip


class ProductRow(Value, frozen=True):
    """A product as it is written: its references by key, the status, its attributes; `id` is that of one there is."""

    code: str
    family: int
    category: int
    brand: int
    tax_class: int
    status: str
    attributes: Mapping[str, Any]
    id: int = 0


class TextRow(Value, frozen=True):
    """A product's words in one language, whole; `before` is its slug so far, to be led on from."""

    product: str
    language: str
    name: str
    summary: str
    description: str
    slug: str = ""
    is_renamed: bool = True


class VariantRow(Value, frozen=True):
    """An article as it is written, by its columns; `id` is that of one there is."""

    sku: str
    product: str
    gtin: str
    mpn: str
    values: Mapping[str, Any]
    id: int = 0


def make_brands(names: Sequence[str], taken: set[str]) -> dict[str, int]:
    """Make brands of these names; `taken` are the codes there are. Returns name -> key."""
    made = []
    for name in dict.fromkeys(names):
        code = slugify(name)[:60]
        while code in taken:
            code = f"{slugify(name)[:50]}-{uuid4().hex[:6]}"
        taken.add(code)
        made.append(Brand(code=code, name=name))
    return {brand.name: brand.pk for brand in Brand.objects.bulk_create(made)}


def write_goods(
    *,
    products: Sequence[ProductRow],
    texts: Sequence[TextRow],
    variants: Sequence[VariantRow],
    known: Mapping[str, int],
) -> dict[str, int]:
    """Write new and changed products, their words and articles, and announce them. Returns the keys of articles by number.

    Texts and articles name their product by code: one of `products`, or one there is (`known`). Addresses are given so
    that none is taken twice; old ones lead on.
    """
    keys = dict(known)
    new = [row for row in products if not row.id]
    keys |= zip((row.code for row in new), reserve_keys(Product, len(new)), strict=True)
    keys |= {row.code: row.id for row in products if row.id}
    _insert_products(new, keys)
    _update_products([row for row in products if row.id])
    _write_texts(texts, keys)
    found = _write_variants(variants, keys)
    link_files(values=[(keys[row.code], row.attributes) for row in products])
    touched = {
        keys[code]
        for code in (*(p.code for p in products), *(t.product for t in texts), *(v.product for v in variants))
    }
    announce_products(product_ids=sorted(touched))
    return found


def _insert_products(rows: Sequence[ProductRow], keys: Mapping[str, int]) -> None:
    now = clock.now()
    names = (
        "id",
        "code",
        "family_id",
        "category_id",
        "brand_id",
        "tax_class_id",
        "status",
        "attributes",
        "published_at",
        "updated_at",
    )
    copy_rows(
        Product,
        names,
        (
            (
                keys[row.code], row.code, row.family, row.category, row.brand, row.tax_class, row.status, row.attributes,
                now if row.status == "active" else None, now,
            )
            for row in rows
        ),
    )  # fmt: skip


def _update_products(rows: Sequence[ProductRow]) -> None:
    if not rows:
        return
    columns = ("id", "family", "category", "brand", "tax_class", "status")
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(
            _UPDATE_PRODUCTS,
            [
                now,
                now,
                *([getattr(row, name) for row in rows] for name in columns),
                [Jsonb(row.attributes) for row in rows],
            ],
        )


def _write_texts(texts: Sequence[TextRow], keys: Mapping[str, int]) -> None:
    if not texts:
        return
    slugs = _free_slugs(texts, keys)
    renamed = [(row, slug) for row, slug in zip(texts, slugs, strict=True) if row.slug and row.slug != slug]
    OldSlug.objects.filter(slug__in=slugs).delete()
    OldSlug.objects.bulk_create(
        [OldSlug(language=row.language, slug=row.slug, product_id=keys[row.product]) for row, _slug in renamed],
        update_conflicts=True,
        unique_fields=["language", "slug"],
        update_fields=["product"],
    )
    new = [(row, slug) for row, slug in zip(texts, slugs, strict=True) if not row.slug]
    copy_rows(
        ProductText,
        ("product_id", "language", "name", "slug", "summary", "description"),
        ((keys[row.product], row.language, row.name, slug, row.summary, row.description) for row, slug in new),
    )
    changed = [(row, slug) for row, slug in zip(texts, slugs, strict=True) if row.slug]
    if changed:
        names = ("language", "name", "summary", "description")
        language, name, summary, description = ([getattr(row, one) for row, _slug in changed] for one in names)
        products = [keys[row.product] for row, _slug in changed]
        with connection.cursor() as cursor:
            cursor.execute(
                _WRITE_TEXTS, [products, language, name, [slug for _row, slug in changed], summary, description]
            )


def _free_slugs(texts: Sequence[TextRow], keys: Mapping[str, int]) -> list[str]:
    """Return an address for each text: its name's, else with its product's code, else with its key too; kept when not renamed."""
    wanted = [
        row.slug if row.slug and not row.is_renamed else slugify(row.name) or slugify(row.product) for row in texts
    ]
    second = [slugify(f"{slug}-{row.product}") for slug, row in zip(wanted, texts, strict=True)]
    rows = ProductText.objects.filter(slug__in={*wanted, *second}).values_list("language", "slug", "product_id")
    taken = {(language, slug): product for language, slug, product in rows}
    slugs = []
    for row, first, other in zip(texts, wanted, second, strict=True):
        key = keys[row.product]
        choices = (first, other, f"{other[:100]}-{key}")
        slug = next(one for one in choices if taken.get((row.language, one), key) == key or one is choices[-1])
        taken[row.language, slug] = key
        slugs.append(slug)
    return slugs


def _write_variants(rows: Sequence[VariantRow], keys: Mapping[str, int]) -> dict[str, int]:
    new = [row for row in rows if not row.id]
    own = dict(zip((row.sku for row in new), reserve_keys(Variant, len(new)), strict=True))
    copy_rows(
        Variant,
        ("id", "product_id", "sku", "sku_normalized", "gtin", "mpn", "mpn_normalized", *VARIANT_COLUMNS),
        (
            (
                own[row.sku], keys[row.product], row.sku, normalize_code(row.sku), row.gtin, row.mpn, normalize_code(row.mpn),
                *(row.values[name] for name in VARIANT_COLUMNS),
            )
            for row in new
        ),
    )  # fmt: skip
    _update_variants([row for row in rows if row.id])
    return own | {row.sku: row.id for row in rows if row.id}


def _update_variants(rows: Sequence[VariantRow]) -> None:
    if not rows:
        return
    plain = VARIANT_COLUMNS[:-2]
    columns: Any = [
        [row.id for row in rows],
        [row.gtin for row in rows],
        [row.mpn for row in rows],
        [normalize_code(row.mpn) for row in rows],
    ]
    columns += [[row.values[name] for row in rows] for name in plain]
    json: Any = [[Jsonb(row.values[name]) for row in rows] for name in VARIANT_COLUMNS[-2:]]
    moving = [row.id for row in rows if row.gtin]
    # A GTIN may move from one of these articles to another: each row is checked as it is written.
    Variant.objects.filter(pk__in=moving).exclude(gtin="").exclude(gtin__in=[row.gtin for row in rows]).update(gtin="")
    with connection.cursor() as cursor:
        cursor.execute(_UPDATE_VARIANTS, columns + json)


def remove_goods(*, variant_ids: Sequence[int]) -> set[int]:
    """Take articles away that nothing refers to, and products that are left without any; returns the articles that had to stay.

    Those are put out of sale instead.
    """
    from django.db.models import ProtectedError

    kept: set[int] = set()
    products = set(Variant.objects.filter(pk__in=variant_ids).values_list("product_id", flat=True))
    for variant in Variant.objects.filter(pk__in=variant_ids):
        try:
            variant.delete()
        except ProtectedError:
            kept.add(variant.pk)
    Variant.objects.filter(pk__in=kept).update(status="discontinued")
    empty = Product.objects.filter(pk__in=products, variants=None)
    gone = list(empty.values_list("pk", flat=True))
    empty.delete()
    announce_products(product_ids=sorted(products - set(gone)))
    return kept
