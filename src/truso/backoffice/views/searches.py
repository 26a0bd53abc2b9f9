"""What people search for, and how a search or category looks to somebody, with and without what staff want first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from truso.backoffice.acting import staff_screen
from truso.backoffice.asking import buyer_asked, moment_asked
from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.pages import page
from truso.backoffice.words import language
from truso.kernel.buyer import Buyer
from truso.kernel.texts import LANGUAGES
from truso.kernel.value import replace
from truso.modules.catalog.models import Category
from truso.modules.catalog.queries import cards_for
from truso.modules.markets.queries import list_markets
from truso.modules.output.formats import format_money
from truso.modules.search.journal import searched_texts
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.modules.search.steering import redirect_for, steering_for

DAYS = (7, 30, 90, 365)
SHOWN = 24


@staff_screen("search.view_searchtally")
def search_report(request: HttpRequest) -> HttpResponse:
    """Show what was searched for: most often, in vain, and without going on to a product."""
    kind = request.GET.get("show", "without_hits")
    kind = kind if kind in ("all", "without_hits", "without_clicks") else "without_hits"
    days = next((one for one in DAYS if str(one) == request.GET.get("days")), 30)
    markets = list_markets()
    market = next((one for one in markets if one.code == request.GET.get("market")), None)
    context = {
        "rows": searched_texts(kind=kind, days=days, market_id=market.pk if market else None),
        "kind": kind,
        "kinds": [
            ("without_hits", _("Found nothing")),
            ("without_clicks", _("Led to no product")),
            ("all", _("All searches")),
        ],
        "days": days,
        "periods": DAYS,
        "markets": [(one.code, str(one)) for one in markets],
        "market": market.code if market else "",
    }
    return page(request, "search_report.html", _("What people search for"), [], context)


@staff_screen("search.view_merchandising")
def search_preview(request: HttpRequest) -> HttpResponse:
    """Show the first hits of a search or category as a visitor or customer sees them, beside what they would be otherwise."""
    data = request.GET
    markets = list_markets()
    look_language = data.get("language") if data.get("language") in LANGUAGES else language()
    context: dict[str, Any] = {
        "typed": data,
        "markets": [(one.code, str(one)) for one in markets],
        "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        "language": look_language,
        "problems": [],
    }
    text, code = data.get("text", "").strip()[:200], data.get("category", "").strip()[:60]
    if text or code:
        buyer, problem = buyer_asked(request, str(look_language))
        category = Category.objects.filter(code=code).first() if code else None
        if code and category is None:
            problem = _("There is no category with this code.")
        if buyer is None or problem:
            context["problems"] = [problem]
        else:
            context |= _compared(buyer, text, category, moment_asked(buyer, data.get("day", "")))
    return page(
        request, "search_preview.html", _("See a search as somebody"), [(_("Merchandising"), "staff_merchandising:index")], context
    )  # fmt: skip


def _compared(buyer: Buyer, text: str, category: Category | None, rules_at: datetime | None) -> dict[str, Any]:
    """Return the first hits as the buyer gets them by the rules of a moment, and as they would be without what staff want."""
    category_id = category.pk if category else None
    sort = "relevance" if text else "popularity"
    asked = SearchRequest(
        text=text, category_id=category_id, sort=sort, per_page=SHOWN, collapse=True, rules_at=rules_at
    )
    steered, plain = search_catalog(buyer, asked), search_catalog(buyer, replace(asked, is_steered=False))
    wanted = steering_for(buyer.at(rules_at) if rules_at else buyer, text=text, category_id=category_id)
    marks = {
        **{one: _("Before others") for kind, one in wanted.boosted if kind == "product"},
        **{one: _("After others") for kind, one in wanted.buried if kind == "product"},
        **{one: _("Pinned") for one in wanted.pinned},
    }
    return {
        "steered": _rows(buyer, steered.hits, marks),
        "plain": _rows(buyer, plain.hits, {}),
        "total": steered.total,
        "rules_at": rules_at,
        "redirect": redirect_for(text, buyer.language) if text else "",
        "corrected": steered.corrected_text,
    }


def _rows(buyer: Buyer, hits: Any, marks: dict[int, str]) -> list[dict[str, str]]:
    cards = {card.variant_id: card for card in cards_for(buyer, [hit.variant_id for hit in hits])}
    return [
        {
            "name": cards[hit.variant_id].name,
            "sku": cards[hit.variant_id].sku,
            "price": ""
            if hit.price is None
            else format_money(hit.price, buyer.currency, language(), with_currency=True),
            "mark": marks.get(hit.product_id, ""),
        }
        for hit in hits
        if hit.variant_id in cards
    ]
