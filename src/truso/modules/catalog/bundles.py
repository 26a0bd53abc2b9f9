"""Bundles: several articles sold as one and stocked as what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from django.db import connection

from truso.kernel.money import ZERO, add_up
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.kernel.texts import in_language, language_order
from truso.kernel.value import Value
from truso.modules.catalog.models import Bundle, BundlePart, Variant
from truso.modules.catalog.operations import announce_products
from truso.platform.database.values import read_json

MOST_PARTS = 100
_CONTENTS = """
select b.bundle_id, b.variant_id, b.quantity, v.sku, v.unit, v.labels, t.name, t.slug, p.status = 'active' and v.status = 'active',
       v.is_stocked
from catalog_bundlepart b join catalog_variant v on v.id = b.variant_id join catalog_product p on p.id = v.product_id
left join lateral (
    select pt.name, pt.slug from catalog_producttext pt where pt.product_id = p.id
    order by array_position(%s::text[], pt.language::text) limit 1
) t on true
where b.bundle_id = any(%s::bigint[]) order by b.bundle_id, b.position, b.id
"""
_PARTS = """
select b.bundle_id, b.variant_id, b.quantity, v.sku, v.unit, v.is_stocked, v.lead_days
from catalog_bundlepart b join catalog_variant v on v.id = b.variant_id
where b.bundle_id = any(%s::bigint[]) order by b.bundle_id, b.position, b.id
"""


class Part(Value, frozen=True):
    """An article of a bundle, and how many sales units of it one bundle takes."""

    variant_id: int
    quantity: Decimal


class BundledArticle(Value, frozen=True):
    """A part as those who sell or ship the bundle need it."""

    variant_id: int
    quantity: Decimal
    sku: str
    unit: str
    is_stocked: bool
    lead_days: int | None


class Content(Value, frozen=True):
    """A part as a bundle's page, cart and order name it. `slug` is the address of its product."""

    variant_id: int
    sku: str
    name: str
    quantity: Decimal
    unit: str
    slug: str
    is_active: bool
    is_stocked: bool


def save_bundle(*, variant: Variant, pricing: str, parts: Sequence[Part], discount: Decimal = ZERO) -> Bundle:
    """Say what a bundle holds and how it is priced; both are announced.

    A bundle without a weight takes that of its parts. Refuses `bundle_pricing_unknown`, `bundle_discount` (not from 0 to
    below 100 percent, or off a price of its own), `bundle_empty`, `bundle_parts_many` above 100, `bundle_price_unit` when
    what is priced as its parts has a price for more than one, and per part (`parts.<place>`) `article_not_found`,
    `bundle_part_twice`, `bundle_part_quantity` (not above zero, or not what the part is sold in), `bundle_in_bundle` for a
    bundle in a bundle, `bundle_tax_differs` when a part is taxed otherwise than the bundle.
    """
    ids = sorted({variant.pk, *(part.variant_id for part in parts)})
    # Whoever makes one of these articles a bundle, or a part of one, waits here: no bundle comes to hold a bundle.
    rows = Variant.objects.select_for_update(of=("self",)).select_related("product").order_by("pk")
    articles = {row.pk: row for row in rows.filter(pk__in=ids)}
    problems = [*_own_problems(variant, pricing, discount, parts), *_part_problems(variant, parts, articles)]
    if BundlePart.objects.filter(variant=variant).exists():
        problems.append(Refusal("bundle_in_bundle", {"sku": variant.sku}))
    if problems:
        raise Refused(*problems)
    bundle, _made = Bundle.objects.update_or_create(
        variant=variant, defaults={"pricing": pricing, "discount": discount}
    )
    _write_parts(bundle, parts)
    if not variant.weight_kg:
        variant.weight_kg = add_up(articles[part.variant_id].weight_kg * part.quantity for part in parts)
        variant.save(update_fields=["weight_kg"])
    announce_products(product_ids=[variant.product_id])
    return bundle


def _write_parts(bundle: Bundle, parts: Sequence[Part]) -> None:
    kept = {row.variant_id: row for row in bundle.parts.all()}
    rows = []
    for position, part in enumerate(parts):
        row = kept.pop(part.variant_id, None) or BundlePart(bundle=bundle, variant_id=part.variant_id)
        row.quantity, row.position = part.quantity, position
        rows.append(row)
    BundlePart.objects.filter(pk__in=[row.pk for row in kept.values()]).delete()
    BundlePart.objects.bulk_update([row for row in rows if row.pk], ["quantity", "position"])
    BundlePart.objects.bulk_create([row for row in rows if not row.pk])


def end_bundle(*, variant: Variant) -> None:
    """Make a bundle an article of its own again. Orders keep what they were placed with."""
    Bundle.objects.filter(variant=variant).delete()
    announce_products(product_ids=[variant.product_id])


def _own_problems(variant: Variant, pricing: str, discount: Decimal, parts: Sequence[Part]) -> list[Refusal]:
    problems = []
    if pricing not in Bundle.Pricing.values:
        problems.append(Refusal("bundle_pricing_unknown", subject="pricing"))
    if not 0 <= discount < 100 or (discount and pricing != Bundle.Pricing.PARTS):
        problems.append(Refusal("bundle_discount", subject="discount"))
    if pricing == Bundle.Pricing.PARTS and variant.price_unit != 1:
        problems.append(Refusal("bundle_price_unit", subject="pricing"))
    if not parts:
        problems.append(Refusal("bundle_empty", subject="parts"))
    if len(parts) > MOST_PARTS:
        problems.append(Refusal("bundle_parts_many", {"most": MOST_PARTS}, "parts"))
    return problems


def _part_problems(variant: Variant, parts: Sequence[Part], articles: dict[int, Variant]) -> list[Refusal]:
    counts = Counter(part.variant_id for part in parts)
    bundles = set(Bundle.objects.filter(pk__in=list(counts)).values_list("pk", flat=True))
    problems = []
    for place, part in enumerate(parts):
        at, article = f"parts.{place}", articles.get(part.variant_id)
        if article is None:
            problems.append(Refusal("article_not_found", subject=at))
            continue
        if counts[part.variant_id] > 1:
            problems.append(Refusal("bundle_part_twice", {"sku": article.sku}, at))
        if part.variant_id in bundles or part.variant_id == variant.pk:
            problems.append(Refusal("bundle_in_bundle", {"sku": article.sku}, at))
        if part.quantity <= 0 or part.quantity % article.quantity_multiple:
            problems.append(Refusal("bundle_part_quantity", {"multiple": article.quantity_multiple}, at))
        if article.product.tax_class_id != variant.product.tax_class_id:
            problems.append(Refusal("bundle_tax_differs", {"sku": article.sku}, at))
    return problems


def parts_of(variant_ids: Iterable[int]) -> dict[int, tuple[BundledArticle, ...]]:
    """Return what each bundle among the articles holds, in its order; articles that are none are left out. One query."""
    found: dict[int, list[BundledArticle]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PARTS, [list(variant_ids)])
        for bundle, *part in cursor.fetchall():
            found.setdefault(bundle, []).append(BundledArticle(*part))
    return {bundle: tuple(parts) for bundle, parts in found.items()}


def contents_of(variant_ids: Collection[int], language: str) -> dict[int, tuple[Content, ...]]:
    """Return what each bundle among the articles holds, in the reader's words. One query, none for no articles.

    Parts are named whoever asks: what is in a bundle is said to everybody who may buy the bundle.
    """
    if not variant_ids:
        return {}
    found: dict[int, list[Content]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_CONTENTS, [list(language_order(language)), list(variant_ids)])
        for bundle, variant, quantity, sku, unit, labels, name, slug, *flags in cursor.fetchall():
            label = in_language(read_json(labels), language)
            words = ", ".join(filter(None, (name or sku, label)))
            found.setdefault(bundle, []).append(Content(variant, sku, words, quantity, unit, slug or "", *flags))
    return {bundle: tuple(parts) for bundle, parts in found.items()}


def refuse_bundles(variant_ids: Iterable[int]) -> None:
    """Refuse with `bundle_has_no_stock` when one of the articles is a bundle: stock is that of its parts."""
    found = Bundle.objects.filter(pk__in=list(variant_ids)).values_list("variant__sku", flat=True).first()
    if found:
        raise refuse("bundle_has_no_stock", sku=found)
