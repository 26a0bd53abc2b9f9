"""Writes to a product's articles: one, or the whole matrix of what tells them apart, in a constant number of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product as combinations
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import TextField, Value
from django.db.models.functions import Cast, Concat

from truso.kernel.identifiers import is_valid_gtin, normalize_code, slugify
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.kernel.texts import LANGUAGES
from truso.kernel.value import replace
from truso.modules.catalog.attribute_values import check_values, rules_of
from truso.modules.catalog.models import FamilyAttribute, PackagingLevel, Product, ProductStatus, Variant
from truso.modules.catalog.operations import announce_products
from truso.modules.catalog.queries.families import family_definitions
from truso.modules.catalog.rules import format_value, value_key
from truso.modules.catalog.values import AttributeDefinition

MOST_VARIANTS = 2_000
# What a new article takes over from its siblings.
_INHERITED = (
    "unit", "price_unit", "minimum_quantity", "quantity_multiple", "maximum_quantity", "weight_kg", "is_stocked", "lead_days",
    "kind", "is_cut_to_length",
)  # fmt: skip
_KEPT = ("id", "uuid", "product", "popularity", "picture")
_WRITTEN = [field.name for field in Variant._meta.concrete_fields if field.name not in _KEPT]


def save_variants(
    *, product: Product, variants: Sequence[Variant], subjects: Sequence[str] | None = None
) -> list[Variant]:
    """Write articles of one product, new and changed, all or none, and announce the product.

    What tells an article apart becomes its label in every language where it has none. Refuses, with the subject of the
    article before the field (`subjects`; none for a single article): `field_required` (`sku`), `sku_taken`,
    `sku_twice`, `gtin_invalid` (check digit, GS1 General Specifications 7.9), `gtin_taken`, `gtin_twice`,
    `numbers_taken` when somebody was quicker, `variant_twice` for two
    articles that nothing tells apart, `selling_quantity` for quantities that are not above zero, and what is wrong with
    axes as `attribute_invalid` and `attribute_missing`; `variants_too_many` above 2,000.
    """
    if len(variants) > MOST_VARIANTS:
        raise refuse("variants_too_many", most=MOST_VARIANTS)
    axes = list(product.family.family_attributes.filter(is_variant_axis=True).select_related("attribute"))
    for variant in variants:
        _normalize(variant)
    found = [
        [*_problems(variant, axes), *taken]
        for variant, taken in zip(variants, _taken(product, variants, axes), strict=True)
    ]
    before = list(subjects or [""] * len(variants))
    problems = [
        replace_subject(problem, subject) for own, subject in zip(found, before, strict=True) for problem in own
    ]
    if problems:
        raise Refused(*problems)
    _label(product, variants)
    changed = [one for one in variants if one.pk is not None]
    try:
        with transaction.atomic():
            _release_numbers(changed)
            Variant.objects.bulk_update(changed, _WRITTEN, batch_size=500)
            Variant.objects.bulk_create([one for one in variants if one.pk is None])
    except IntegrityError as quicker:
        raise refuse("numbers_taken") from quicker
    announce_products(product_ids=[product.pk])
    return list(variants)


def _release_numbers(changed: Sequence[Variant]) -> None:
    """Let go of numbers that move from one article of the lot to another; each row is checked as it is written."""
    there = {one.pk: one for one in Variant.objects.filter(pk__in=[one.pk for one in changed])}
    moving = [
        one.pk
        for one in changed
        if (one.sku_normalized, one.gtin) != (there[one.pk].sku_normalized, there[one.pk].gtin)
    ]
    if len(moving) > 1:
        Variant.objects.filter(pk__in=moving).update(
            sku_normalized=Concat(Value("moving "), Cast("pk", TextField())), gtin=""
        )


def save_variant(*, variant: Variant) -> Variant:
    """Write one article of a product and announce it. Refuses what `save_variants` refuses."""
    return save_variants(product=variant.product, variants=[variant])[0]


def replace_subject(problem: Refusal, before: str) -> Refusal:
    """Return a refusal about a field of something (`rows.3` before `sku`)."""
    if not before:
        return problem
    return Refusal(problem.code, problem.params, f"{before}.{problem.subject}" if problem.subject else before)


def _normalize(variant: Variant) -> None:
    variant.sku, variant.mpn = variant.sku.strip(), variant.mpn.strip()
    variant.sku_normalized = normalize_code(variant.sku)
    variant.mpn_normalized = normalize_code(variant.mpn)
    variant.gtin = normalize_code(variant.gtin)


def _problems(variant: Variant, axes: Sequence[FamilyAttribute]) -> list[Refusal]:
    """Return what is wrong with an article by itself."""
    problems = check_axes(variant, axes)
    if not variant.sku_normalized:
        problems.append(Refusal("field_required", subject="sku"))
    if variant.gtin and not is_valid_gtin(variant.gtin):
        problems.append(Refusal("gtin_invalid", {"gtin": variant.gtin}, "gtin"))
    for name in ("minimum_quantity", "quantity_multiple"):
        if getattr(variant, name) <= 0:
            problems.append(Refusal("selling_quantity", subject=name))
    return problems


def check_axes(variant: Variant, axes: Sequence[FamilyAttribute]) -> list[Refusal]:
    """Return what is wrong with the values that tell an article apart; a draft may lack them."""
    needed = variant.status != ProductStatus.DRAFT
    return check_values([(rules_of(row.attribute), row.is_required and needed) for row in axes], variant.attributes)


def _taken(product: Product, variants: Sequence[Variant], axes: Sequence[FamilyAttribute]) -> list[list[Refusal]]:
    """Return what of each article belongs to another: to one in the house, or to one of the same lot."""
    own = [variant.pk for variant in variants if variant.pk]
    others = Variant.objects.exclude(pk__in=own)
    skus = set(
        others.filter(sku_normalized__in=[one.sku_normalized for one in variants]).values_list(
            "sku_normalized", flat=True
        )
    )
    wanted = [one.gtin for one in variants if one.gtin]
    gtins = dict(others.filter(gtin__in=wanted).values_list("gtin", "sku"))
    gtins |= dict(PackagingLevel.objects.filter(gtin__in=wanted).values_list("gtin", "variant__sku"))
    places = (
        {_place(one.attributes, axes) for one in others.filter(product=product).only("attributes")} if axes else set()
    )
    same_sku = Counter(one.sku_normalized for one in variants)
    same_gtin = Counter(wanted)
    same_place = Counter(_place(one.attributes, axes) for one in variants)
    problems: list[list[Refusal]] = []
    for one in variants:
        place, own_problems = _place(one.attributes, axes), []
        if one.sku_normalized in skus:
            own_problems.append(Refusal("sku_taken", {"sku": one.sku}, "sku"))
        elif one.sku_normalized and same_sku[one.sku_normalized] > 1:
            own_problems.append(Refusal("sku_twice", {"sku": one.sku}, "sku"))
        if one.gtin in gtins:
            own_problems.append(Refusal("gtin_taken", {"gtin": one.gtin, "sku": gtins[one.gtin]}, "gtin"))
        elif one.gtin and same_gtin[one.gtin] > 1:
            own_problems.append(Refusal("gtin_twice", {"gtin": one.gtin}, "gtin"))
        if any(place) and (place in places or same_place[place] > 1):
            own_problems.append(Refusal("variant_twice", {"sku": one.sku}, "attributes"))
        problems.append(own_problems)
    return problems


def _place(attributes: Mapping[str, Any], axes: Sequence[FamilyAttribute]) -> tuple[str, ...]:
    return tuple(value_key(attributes.get(row.attribute.code)) for row in axes)


def _label(product: Product, variants: Sequence[Variant]) -> None:
    """Say in every language what tells articles apart, where nobody has said it."""
    for language in LANGUAGES:
        axes = [one for one in family_definitions(product.family_id, language) if one.is_variant_axis]
        for variant in variants:
            if not variant.labels.get(language):
                words = [format_value(axis, variant.attributes.get(axis.code), language) for axis in axes]
                if label := ", ".join(word for word in words if word):
                    variant.labels = {**variant.labels, language: label}


def propose_variants(*, product: Product, wanted: Mapping[str, Sequence[Any]], language: str = "en") -> list[Variant]:
    """Return the articles a product lacks for every combination of values of its axes, unsaved; none exists twice.

    Numbers follow the product's code and the values; how they are sold follows the product's first article. An axis
    without wanted values is left out of the combinations. Refuses `variants_too_many` above 2,000.
    """
    axes = [axis for axis in family_definitions(product.family_id, language) if axis.is_variant_axis]
    chosen = [axis for axis in axes if wanted.get(axis.code)]
    if not chosen:
        return []
    size = 1
    for axis in chosen:
        size *= len(wanted[axis.code])
    if size > MOST_VARIANTS:
        raise refuse("variants_too_many", most=MOST_VARIANTS)
    there = list(product.variants.order_by("position", "id"))
    places = {tuple(value_key(one.attributes.get(axis.code)) for axis in axes) for one in there}
    last = max((one.position for one in there), default=-1)
    proposed: list[Variant] = []
    for values in combinations(*(wanted[axis.code] for axis in chosen)):
        attributes = dict(zip((axis.code for axis in chosen), values, strict=True))
        if tuple(value_key(attributes.get(axis.code)) for axis in axes) in places:
            continue
        last += 1
        proposed.append(_proposed(product, chosen, attributes, there[0] if there else None, last))
    return proposed


def _proposed(
    product: Product,
    axes: Sequence[AttributeDefinition],
    attributes: dict[str, Any],
    sibling: Variant | None,
    position: int,
) -> Variant:
    parts = [product.code, *(_short(axis, attributes[axis.code]) for axis in axes)]
    variant = Variant(
        product=product, sku="-".join(part for part in parts if part)[:60], attributes=attributes, position=position,
        status=ProductStatus.DRAFT,
    )  # fmt: skip
    if sibling:
        for name in _INHERITED:
            setattr(variant, name, getattr(sibling, name))
    return variant


def _short(axis: AttributeDefinition, value: Any) -> str:
    text = format_value(replace(axis, unit=""), value, "en")
    return slugify(text.replace(".", "-")).upper()


def fill_down(*, variants: Sequence[Variant], values: Mapping[str, Any]) -> None:
    """Give several articles the same values of fields (name -> value) before they are saved."""
    for variant in variants:
        for name, value in values.items():
            setattr(variant, name, Decimal(value) if isinstance(value, int) else value)
