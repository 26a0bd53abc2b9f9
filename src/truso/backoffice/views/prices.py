"""The prices of a list: looked through, added, changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.lists.catalog import named
from truso.backoffice.lists.found import variant_ids
from truso.backoffice.pages import Crumb, page
from truso.backoffice.paginator import BoundedPaginator
from truso.kernel.identifiers import normalize_code
from truso.kernel.money import parse_amount
from truso.kernel.quantity import parse_quantity
from truso.kernel.texts import one_line
from truso.modules.catalog.models import Variant
from truso.modules.pricing.models import Price, PriceList
from truso.modules.pricing.operations import NewPrice, set_prices
from truso.processes.price_history import told_history
from truso.processes.staff_sentences import WORDS

PER_PAGE = 100
SINCE_EVER = date(2000, 1, 1)


@staff_screen("pricing.view_price")
def show_prices(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a list's prices, page by page or as searched for."""
    return _page(request, _list(request, uuid), [])


@staff_screen("pricing.view_price", "POST")
def change_prices(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Write the prices that were changed on the page, and the one that was added. All or none."""
    price_list = _list(request, uuid, "change")
    prices, problems = _read(request, price_list)
    reason = one_line(request.POST.get("reason", ""))[:300]
    if not problems and not prices:
        problems = [_("Nothing was changed.")]
    problems = problems or act_once(
        request,
        lambda: set_prices(price_list=price_list, prices=prices, reason=reason),
        done=_("The prices are saved."),
    )
    if problems:
        return _page(request, price_list, problems)
    back = redirect("backoffice:prices", uuid=uuid)
    back["Location"] += f"?{request.GET.urlencode()}" if request.GET else ""
    return back


@staff_screen("pricing.view_price")
def price_history(request: HttpRequest, uuid: UUID, variant: UUID) -> HttpResponse:
    """Show every price an article had in a list: from when to when, who wrote it and why."""
    price_list = _list(request, uuid)
    article = Variant.objects.filter(uuid=variant).first()
    if article is None:
        raise Http404
    context = {
        "list": price_list,
        "article": article,
        "rows": told_history(price_list_id=price_list.pk, variant_id=article.pk),
    }
    title = _("%(sku)s in %(list)s") % {"sku": article.sku, "list": price_list}
    return page(request, "price_history.html", title, _trail(price_list), context)


def _list(request: HttpRequest, uuid: UUID, action: str = "view") -> PriceList:
    """Return a list whose prices the reader may see, or `change`: what goods cost has a right of its own."""
    found = PriceList.every.filter(uuid=uuid).select_related("market", "segment", "customer", "location").first()
    if found is None or not request.user.has_perm(found.right(action)):
        raise Http404
    return found


def _trail(price_list: PriceList) -> list[Crumb]:
    if price_list.kind == PriceList.Kind.COST:
        return [(_("Costs"), "staff_cost_lists:index")]
    return [(_("Price lists"), "staff_price_lists:index")]


def _rows(price_list: PriceList, words: str) -> Any:
    rows = Price.objects.filter(price_list=price_list).select_related("variant", "variant__product")
    if words:
        rows = rows.filter(variant_id__in=variant_ids(words))
    return named(rows, "variant__product_id").order_by("variant_id", "minimum_quantity", "valid_from")


def _page(request: HttpRequest, price_list: PriceList, problems: list[str]) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:100]
    paginator = BoundedPaginator(_rows(price_list, words), PER_PAGE)
    shown = paginator.get_page(request.GET.get("p", "1"))
    rows = [
        {
            "price": price,
            "name": price.own_name or price.any_name or "",
            "typed": request.POST.get(f"amount_{price.pk}", None) if problems else None,
        }
        for price in shown.object_list
    ]
    context = {
        "list": price_list,
        "rows": rows,
        "shown": shown,
        "words": words,
        "problems": problems,
        "typed": request.POST if problems else {},
        "can_change": request.user.has_perm(price_list.right("change")),
        "edit_url": _edit_url(request, price_list),
    }
    return page(request, "prices.html", str(price_list), _trail(price_list), context, 422 if problems else 200)


def _edit_url(request: HttpRequest, price_list: PriceList) -> str:
    """Return where the list's own data is changed; empty for who may not."""
    kind = "cost" if price_list.kind == PriceList.Kind.COST else "price"
    if not request.user.has_perm(f"pricing.change_{kind}list"):
        return ""
    return reverse(f"staff_{kind}_lists:edit", args=[price_list.pk])


def _read(request: HttpRequest, price_list: PriceList) -> tuple[list[NewPrice], list[str]]:
    """Return the prices to write: rows whose amount or end changed, and the new one when it was filled in."""
    prices: list[NewPrice] = []
    problems: list[str] = []
    keys = [name.removeprefix("amount_") for name in request.POST if name.startswith("amount_")]
    known = Price.objects.filter(price_list=price_list, pk__in=[int(key) for key in keys if key.isdigit()][:1000])
    for price in known.select_related("variant"):
        amount = parse_amount(request.POST.get(f"amount_{price.pk}", ""))
        ends, ends_fits = _day(request.POST.get(f"valid_to_{price.pk}", ""))
        if amount is None or not ends_fits or (ends and ends <= price.valid_from):
            problems.append(
                f"{price.variant.sku}: {_(WORDS['amount_invalid' if amount is None else 'period_invalid'])}"
            )
        elif (amount, ends) != (price.amount, price.valid_to):
            prices.append(NewPrice(price.variant_id, amount, price.minimum_quantity, price.valid_from, ends))
    if request.POST.get("new_sku", "").strip():
        _read_new(request, prices, problems)
    return prices, problems


def _read_new(request: HttpRequest, prices: list[NewPrice], problems: list[str]) -> None:
    sku = request.POST["new_sku"].strip()[:60]
    variant = Variant.objects.filter(sku_normalized=normalize_code(sku)).first()
    amount = parse_amount(request.POST.get("new_amount", ""))
    quantity = parse_quantity(request.POST.get("new_quantity", "") or "1")
    starts, starts_fits = _day(request.POST.get("new_valid_from", ""))
    ends, ends_fits = _day(request.POST.get("new_valid_to", ""))
    if variant is None:
        problems.append(_(WORDS["sku_not_found"]) % {"sku": sku})
    if amount is None:
        problems.append(_(WORDS["amount_invalid"]))
    if quantity is None:
        problems.append(_(WORDS["quantity_invalid"]) % {"typed": request.POST.get("new_quantity", "")[:20]})
    if not (starts_fits and ends_fits) or (ends and ends <= (starts or SINCE_EVER)):
        problems.append(_(WORDS["period_invalid"]))
    if not problems and variant and amount is not None and quantity is not None:
        prices.append(NewPrice(variant.pk, amount, Decimal(quantity), starts or SINCE_EVER, ends))


def _day(text: str) -> tuple[date | None, bool]:
    if not text.strip():
        return None, True
    try:
        return date.fromisoformat(text.strip()), True
    except ValueError:
        return None, False
