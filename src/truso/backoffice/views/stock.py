"""Counting stock."""

from __future__ import annotations

from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.kernel.identifiers import normalize_code
from truso.kernel.quantity import parse_quantity
from truso.modules.catalog.models import Variant
from truso.modules.inventory.models import Location, StockEntry, StockItem
from truso.modules.inventory.operations import count_stock, list_locations
from truso.processes.staff_sentences import WORDS

MOST = Decimal(99_999_999)


@staff_screen("inventory.view_stockitem")
def show_balance(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a balance with its latest movements, and the form for a count."""
    item = StockItem.objects.filter(pk=pk).select_related("variant", "variant__product", "location").first()
    if item is None:
        raise Http404
    return _count_page(request, item.variant, item.location, [], "")


@staff_screen("inventory.change_stockitem", "GET", "HEAD", "POST")
def count(request: HttpRequest) -> HttpResponse:
    """Count an article at a location: what was found becomes the stock, the difference an entry."""
    given = request.POST if request.method == "POST" else request.GET
    sku = given.get("sku", "").strip()[:60]
    code = normalize_code(sku)
    variant = Variant.objects.filter(sku_normalized=code).select_related("product").first() if code else None
    variant = variant or (Variant.objects.filter(gtin=code).select_related("product").first() if code else None)
    location = Location.objects.filter(code=given.get("location", "")[:40], is_active=True).first()
    problems = [_(WORDS["sku_not_found"]) % {"sku": sku}] if sku and variant is None else []
    typed = given.get("counted", "").strip()
    if request.method == "POST" and not problems:
        problems = _count(request, variant, location, typed)
        if not problems and location and variant:
            item = StockItem.objects.get(variant=variant, location=location)
            return redirect("backoffice:stock_count", pk=item.pk)
    return _count_page(request, variant, location, problems, typed, sku)


def _count(request: HttpRequest, variant: Variant | None, location: Location | None, typed: str) -> list[str]:
    if variant is None or location is None:
        return [_("Choose an article and a location.")]
    counted = parse_quantity(typed[:30])
    if counted is None or not 0 <= counted <= MOST:
        return [_(WORDS["count_invalid"])]
    return act_once(
        request,
        lambda: count_stock(location_id=location.pk, variant_id=variant.pk, counted=counted),
        done=_("The count is booked."),
    )


def _count_page(
    request: HttpRequest,
    variant: Variant | None,
    location: Location | None,
    problems: list[str],
    typed: str,
    sku: str = "",
) -> HttpResponse:
    item = StockItem.objects.filter(variant=variant, location=location).first() if variant and location else None
    entries = StockEntry.objects.filter(variant=variant, location=location).order_by("-id") if item else ()
    context = {
        "variant": variant,
        "sku": variant.sku if variant else sku,
        "location": location,
        "locations": list_locations(),
        "item": item,
        "entries": list(entries[:20]),
        "problems": problems,
        "typed": typed if problems else "",
    }
    title = _("Count %(sku)s") % {"sku": variant.sku} if variant else _("Count stock")
    return page(request, "count.html", title, [(_("Stock"), "staff_stock:index")], context, 422 if problems else 200)
