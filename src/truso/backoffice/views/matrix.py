"""All articles of a product in one table: create every combination of what tells them apart, edit hundreds at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.backoffice.words import language
from truso.kernel.money import parse_amount
from truso.kernel.refusals import Refusal, Refused
from truso.kernel.texts import in_language
from truso.modules.catalog.models import Product, ProductStatus, Variant
from truso.modules.catalog.queries.families import family_definitions
from truso.modules.catalog.rules import format_value
from truso.modules.catalog.values import AttributeDefinition
from truso.modules.catalog.variants import MOST_VARIANTS, propose_variants, save_variants
from truso.modules.output.formats import format_typed

TEXTS = (("sku", gettext_lazy("Article number"), 60), ("gtin", "GTIN", 14), ("mpn", gettext_lazy("Maker's number"), 60))
NUMBERS = (
    ("minimum_quantity", gettext_lazy("Minimum quantity")),
    ("quantity_multiple", gettext_lazy("Sold in multiples of")),
    ("weight_kg", gettext_lazy("Weight in kg")),
)
_SUBJECTS = ("sku", "gtin", "mpn", "status", "attributes", *(name for name, _label in NUMBERS))


@staff_screen("catalog.view_variant", "GET", "HEAD", "POST")
def matrix(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a product's articles as a table; propose those that are missing, and save all of them at once."""
    product = Product.objects.filter(uuid=uuid).select_related("family").first()
    if product is None:
        raise Http404
    can_change = request.user.has_perms(("catalog.change_variant", "catalog.add_variant"))
    axes = [one for one in family_definitions(product.family_id, language()) if one.is_variant_axis]
    problems: list[str] = []
    variants = list(product.variants.order_by("position", "id"))
    if request.method == "POST":
        if not can_change:
            raise Http404
        variants, refusals = _read_rows(request.POST, product, variants)
        try:
            if request.POST.get("act") == "propose":
                wanted = {axis.code: _wanted(request.POST, axis) for axis in axes}
                proposed = propose_variants(product=product, wanted=wanted, language=language())
                variants += _unlisted(proposed, variants, axes)
                problems = [] if proposed else [_("There is an article for every one of these combinations already.")]
            else:
                problems = _save(request, product, variants, refusals)
                if not problems:
                    return redirect("backoffice:matrix", uuid=product.uuid)
        except Refused as refused:
            problems = [words_of(refusal) for refusal in refused.refusals]
    name = in_language({text.language: text.name for text in product.texts.all()}, language()) or product.code
    context = {
        "product": product,
        "part": "matrix",
        "can_change": can_change,
        "problems": problems,
        "axes": [(axis, _choices(axis, variants)) for axis in axes],
        "rows": [_row(place, variant, axes) for place, variant in enumerate(variants)],
        "texts": TEXTS,
        "numbers": NUMBERS,
        "statuses": ProductStatus.choices,
        "most": MOST_VARIANTS,
    }
    trail = [(_("Products"), "staff_products:index")]
    title = f"{name}: {_('Articles')}"
    return page(request, "product_matrix.html", title, trail, context, status=422 if problems else 200)


def _save(request: HttpRequest, product: Product, variants: list[Variant], refusals: list[Refusal]) -> list[str]:
    names = {f"rows.{place}.{field}": one.sku for place, one in enumerate(variants) for field in _SUBJECTS}
    if refusals:
        return [words_of(refusal, names) for refusal in refusals]
    subjects = [f"rows.{place}" for place in range(len(variants))]
    return act_once(
        request,
        lambda: save_variants(product=product, variants=variants, subjects=subjects),
        done=_("The articles are saved."),
        names=names,
    )


def _read_rows(data: QueryDict, product: Product, there: list[Variant]) -> tuple[list[Variant], list[Refusal]]:
    """Return the articles as typed, new ones among them, and what can't be read."""
    by_uuid = {str(variant.uuid): variant for variant in there}
    rows: list[Variant] = []
    refusals: list[Refusal] = []
    for key in data.getlist("row")[:MOST_VARIANTS]:
        if data.get(f"leave_{key}"):
            continue
        variant = by_uuid.get(data.get(f"uuid_{key}", "")) or _new(data, key, product, len(rows))
        ticked = bool(data.get(f"pick_{key}"))
        for name, _label, most in TEXTS:
            setattr(variant, name, data.get(f"{name}_{key}", "")[:most].strip())
        status = (data.get("all_status") if ticked else "") or data.get(f"status_{key}", "")
        if status in ProductStatus.values:
            variant.status = status
        for name, _label in NUMBERS:
            typed = ((data.get(f"all_{name}", "") if ticked else "") or data.get(f"{name}_{key}", "")).strip()[:30]
            amount = parse_amount(typed)
            if amount is None or not 0 <= amount < Decimal(10) ** 8:
                refusals.append(Refusal("quantity_invalid", {"typed": typed}, f"rows.{len(rows)}.{name}"))
            else:
                setattr(variant, name, amount)
        rows.append(variant)
    return rows, refusals


def _new(data: QueryDict, key: str, product: Product, position: int) -> Variant:
    try:
        attributes = json.loads(data.get(f"attributes_{key}", "")[:2_000])
    except ValueError:
        attributes = {}
    first = product.variants.order_by("position", "id").first()
    variant = Variant(product=product, attributes=attributes if isinstance(attributes, dict) else {})
    variant.position = max(position, 0)
    if first:
        for name in ("unit", "price_unit", "is_stocked", "lead_days", "maximum_quantity", "kind", "is_cut_to_length"):
            setattr(variant, name, getattr(first, name))
    return variant


def _wanted(data: QueryDict, axis: AttributeDefinition) -> list[Any]:
    """Return the values asked for of an axis: ticked choices, or what is typed between semicolons."""
    if axis.choices:
        ticked = set(data.getlist(f"wanted_{axis.code}"))
        return [choice.code for choice in axis.choices if choice.code in ticked]
    typed = [part.strip() for part in data.get(f"wanted_{axis.code}", "")[:2_000].split(";") if part.strip()]
    if axis.type != "number":
        return typed
    numbers = [(part, parse_amount(part)) for part in typed]
    if bad := [part for part, number in numbers if number is None]:
        raise Refused(Refusal("attribute_invalid", {"attribute": axis.name, "value": bad[0]}))
    return [format(number.normalize(), "f") for _part, number in numbers if number is not None]


def _unlisted(proposed: list[Variant], rows: list[Variant], axes: list[AttributeDefinition]) -> list[Variant]:
    """Return those proposed that the table does not show yet: new rows are not saved before they are sent."""
    shown = {_place(variant.attributes, axes) for variant in rows}
    return [variant for variant in proposed if _place(variant.attributes, axes) not in shown]


def _place(attributes: Mapping[str, Any], axes: list[AttributeDefinition]) -> tuple[str, ...]:
    return tuple(str(attributes.get(axis.code, "")) for axis in axes)


def _choices(axis: AttributeDefinition, variants: list[Variant]) -> list[tuple[str, str, bool]]:
    """Return an axis's choices and whether an article has each: those are chosen from the start."""
    used = {variant.attributes.get(axis.code) for variant in variants}
    return [(choice.code, choice.name, choice.code in used) for choice in axis.choices]


def _row(place: int, variant: Variant, axes: list[AttributeDefinition]) -> dict[str, Any]:
    return {
        "key": place,
        "variant": variant,
        "is_new": variant.pk is None,
        "attributes": json.dumps(variant.attributes),
        "axes": [
            (axis.name, format_value(axis, variant.attributes.get(axis.code), language()) or "–") for axis in axes
        ],
        "texts": [(name, label, most, getattr(variant, name)) for name, label, most in TEXTS],
        "numbers": [(name, label, format_typed(getattr(variant, name), language())) for name, label in NUMBERS],
    }
