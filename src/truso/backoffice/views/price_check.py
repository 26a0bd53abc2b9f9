"""Why somebody's price of an article is what it is, on any day: every source looked at, the tax and the rounding."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from truso.backoffice.acting import staff_screen
from truso.backoffice.asking import buyer_asked, moment_asked
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.backoffice.words import basis_text, language, offer_text, outcome_text
from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import normalize_code
from truso.kernel.period import read_day
from truso.kernel.quantity import MAX_QUANTITY, parse_quantity
from truso.kernel.refusals import Refusal
from truso.modules.catalog.models import Variant
from truso.modules.markets.queries import list_markets
from truso.modules.pricing.explaining import Explanation, LookedAt, explain_price
from truso.modules.tax.rules import NoTaxRate
from truso.processes.staff_sentences import WORDS


@staff_screen("pricing.view_price")
def check_price(request: HttpRequest) -> HttpResponse:
    """Show what a customer, or anybody of a market, pays for an article in a quantity on a day, and why."""
    data, markets = request.GET, list_markets()
    context: dict[str, Any] = {
        "typed": data,
        "quantity": data.get("quantity", "1"),
        "markets": [(one.code, str(one)) for one in markets],
        "problems": [],
    }
    if data.get("sku", "").strip():
        found, problems = _explained(request)
        context |= {"problems": problems, **found}
    status = 422 if context["problems"] else 200
    return page(request, "price_check.html", _("Why this price?"), [], context, status)


def _explained(request: HttpRequest) -> tuple[dict[str, Any], list[str]]:
    data = request.GET
    buyer, problem = buyer_asked(request, language())
    sku, typed = data["sku"].strip()[:60], data.get("quantity", "").strip()[:20] or "1"
    variant = Variant.objects.filter(sku_normalized=normalize_code(sku)).select_related("product").first()
    quantity = parse_quantity(typed)
    problems = [problem] if problem else []
    if variant is None:
        problems.append(_(WORDS["sku_not_found"]) % {"sku": sku})
    if quantity is None or not 0 < quantity <= MAX_QUANTITY:
        problems.append(_(WORDS["quantity_invalid"]) % {"typed": typed})
    if data.get("day", "").strip() and read_day(data["day"]) is None:
        problems.append(_("This is no day: %(typed)s") % {"typed": data["day"][:20]})
    if problems or buyer is None or variant is None or quantity is None:
        return {}, problems
    moment = moment_asked(buyer, data.get("day", ""))
    buyer = buyer.at(moment) if moment else buyer
    may_see_costs = request.user.has_perm("pricing.view_costlist")
    try:
        told = explain_price(buyer, variant.pk, quantity, for_staff=True, with_costs=may_see_costs)
    except NoTaxRate:
        return {}, [words_of(Refusal("no_tax_rate"))]
    return _context(buyer, variant, told), []


def _context(buyer: Buyer, variant: Variant, told: Explanation) -> dict[str, Any]:
    return {
        "buyer": buyer,
        "variant": variant,
        "told": told,
        "line": told.line,
        "cost": told.cost,
        "rows": [_row(one) for one in told.sources],
        "unrounded": told.unrounded,
    }


def _row(one: LookedAt) -> dict[str, Any]:
    return {
        "one": one,
        "source": offer_text(one.source),
        "outcome": outcome_text(one.outcome),
        "basis": basis_text(one.basis),
        "won": one.outcome == "won",
        "has_step": one.minimum_quantity != 1 or one.outcome == "below_step",
    }
