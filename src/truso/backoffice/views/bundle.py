"""What a bundle holds, and how it is priced."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.backoffice.words import language
from truso.kernel.identifiers import normalize_code
from truso.kernel.money import ZERO, parse_amount
from truso.kernel.refusals import Refusal
from truso.modules.catalog.bundles import MOST_PARTS, Part, contents_of, end_bundle
from truso.modules.catalog.models import Bundle, Variant
from truso.modules.inventory.queries import availability_for
from truso.modules.output.formats import format_typed
from truso.processes.bundling import make_bundle

SPARE = 3


@staff_screen("catalog.view_variant", "GET", "HEAD", "POST")
def bundle(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show what an article holds if it is a bundle, and make it one for those who may."""
    variant = Variant.objects.filter(uuid=uuid).select_related("product").first()
    if variant is None:
        raise Http404
    can_change = request.user.has_perm("catalog.change_variant")
    found = Bundle.objects.filter(variant=variant).first()
    held = contents_of([variant.pk], language()).get(variant.pk, ())
    rows = [{"sku": one.sku, "quantity": format_typed(one.quantity, language()), "name": one.name} for one in held]
    shown = {
        "pricing": found.pricing if found else "",
        "discount": format_typed(found.discount, language()) if found else "",
    }
    problems: list[str] = []
    if request.method == "POST":
        if not can_change:
            raise Http404
        rows, shown = _typed(request.POST), {name: request.POST.get(name, "") for name in ("pricing", "discount")}
        act, done, problems, names = _prepare(request.POST, variant, rows)
        problems = problems or act_once(request, act, done=done, names=names)
        if not problems:
            return redirect("backoffice:bundle", uuid=uuid)
    stock = availability_for(None, [variant.pk])[variant.pk] if found else None
    context = {
        "variant": variant,
        "bundle": found,
        "can_change": can_change,
        "problems": problems,
        "typed": shown,
        "available": stock.available if stock and stock.is_stocked else None,
        "rows": list(enumerate([*rows, *({"sku": "", "quantity": "", "name": ""} for _place in range(SPARE))])),
        "pricings": Bundle.Pricing.choices,
    }
    trail = [(_("Products"), "staff_products:index")]
    return page(
        request, "bundle.html", f"{variant.sku}: {_('Product bundle')}", trail, context, status=422 if problems else 200
    )


def _typed(data: QueryDict) -> list[dict[str, str]]:
    """Return the rows with a number in them, as typed."""
    rows = [
        {
            "sku": data.get(f"sku_{key}", "")[:60].strip(),
            "quantity": data.get(f"quantity_{key}", "")[:20].strip(),
            "name": "",
        }
        for key in data.getlist("row")[: MOST_PARTS + 1]
        if not data.get(f"remove_{key}")
    ]
    return [row for row in rows if row["sku"]]


def _prepare(
    data: QueryDict, variant: Variant, rows: list[dict[str, str]]
) -> tuple[Callable[[], Any], str, list[str], dict[str, str]]:
    """Return what is to be done, the words for it being done, what can't be read, and what the parts are called."""
    names = {f"parts.{place}": row["sku"] for place, row in enumerate(rows)}
    if data.get("act") == "end":
        return lambda: end_bundle(variant=variant), _("It is an article of its own again."), [], names
    discount = parse_amount(data.get("discount", "")) if data.get("discount") else ZERO
    parts, refusals = _read(rows)
    if discount is None:
        refusals.append(Refusal("bundle_discount", subject="discount"))
    problems = [words_of(refusal, names) for refusal in refusals]
    pricing = data.get("pricing", "")
    return (
        lambda: make_bundle(variant=variant, pricing=pricing, parts=parts, discount=discount or ZERO),
        _("The bundle is saved."),
        problems,
        names,
    )


def _read(rows: list[dict[str, str]]) -> tuple[list[Part], list[Refusal]]:
    codes = [normalize_code(row["sku"]) for row in rows]
    found = dict(Variant.objects.filter(sku_normalized__in=codes).values_list("sku_normalized", "pk"))
    parts, refusals = [], []
    for place, (row, code) in enumerate(zip(rows, codes, strict=True)):
        quantity = parse_amount(row["quantity"]) if row["quantity"] else Decimal(1)
        if code not in found:
            refusals.append(Refusal("sku_not_found", {"sku": row["sku"]}, f"parts.{place}"))
        elif quantity is None or not 0 <= quantity < 10**8:
            refusals.append(Refusal("quantity_invalid", {"typed": row["quantity"]}, f"parts.{place}"))
        else:
            parts.append(Part(found[code], quantity))
    return parts, refusals
