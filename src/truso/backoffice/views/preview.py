"""Choose as whom a product is looked at, and go there."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import staff_screen
from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.backoffice.times import staff_timezone
from truso.backoffice.words import language
from truso.kernel.refusals import Refusal
from truso.kernel.texts import LANGUAGES, in_language
from truso.modules.catalog.models import Product
from truso.modules.catalog.queries import is_visible
from truso.modules.customers.models import Customer
from truso.modules.markets.queries import list_markets
from truso.processes.preview import Look, buyer_for, look_token


@staff_screen("catalog.view_product")
def preview(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask for market, language, customer and moment; lead to the shop's own page, or say that this buyer does not see it."""
    product = Product.objects.filter(uuid=uuid).first()
    if product is None:
        raise Http404
    data = request.GET
    problems: list[str] = []
    if "market" in data:
        look, problems = _look(request)
        code = data.get("language") if data.get("language") in LANGUAGES else language()
        if look is not None:
            if is_visible(buyer_for(look, str(code)), product.pk):
                slug = in_language({text.language: text.slug for text in product.texts.all()}, str(code))
                return redirect(f"/{code}/preview/{slug}/?look={look_token(look)}")
            problems = [_("This buyer does not see the product: it is not for sale, or not in their range.")]
    context = {
        "product": product,
        "part": "preview",
        "problems": problems,
        "markets": [(market.code, str(market)) for market in list_markets()],
        "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        "typed": data,
        "zone": str(staff_timezone()),
    }
    title = f"{product.code}: {_('See it as')}"
    return page(request, "preview.html", title, [(_("Products"), "staff_products:index")], context)


def _look(request: HttpRequest) -> tuple[Look | None, list[str]]:
    data = request.GET
    if data["market"] not in {market.code for market in list_markets()}:
        return None, [words_of(Refusal("field_required", subject="market"))]
    customer, number = None, data.get("customer", "").strip()
    if number:
        customer = Customer.objects.filter(number=number[:30]).values_list("pk", flat=True).first()
        if customer is None or not request.user.has_perm("customers.view_customer"):
            return None, [words_of(Refusal("customer_unknown"))]
    at = None
    if data.get("at", "").strip():
        try:
            at = datetime.fromisoformat(data["at"].strip()[:16]).replace(tzinfo=staff_timezone())
        except ValueError:
            return None, [words_of(Refusal("moment_unreadable"))]
    return Look(data["market"], customer, at), []
