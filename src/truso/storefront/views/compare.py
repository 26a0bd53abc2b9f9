"""Up to four articles side by side: prices, availability and every property, with what differs told apart."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from truso.kernel.buyer import Buyer
from truso.modules.catalog.queries import cards_for, family_definitions
from truso.modules.catalog.queries.identifiers import find_variant_ids
from truso.modules.catalog.rules import format_value
from truso.modules.catalog.values import AttributeDefinition, VariantCard
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.cards import ProductCard, write_cards
from truso.storefront.remembered import remember, remembered
from truso.storefront.views.pages import render_page

MOST = 4
COOKIE, KEPT_FOR = "compared", 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A property and its value for each article; `differs` when they are not all the same."""

    name: str
    values: tuple[str, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class ComparedCard:
    """An article that is compared, and the address without it."""

    card: ProductCard
    without_url: str


@public
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Compare the articles the address names (`v`, repeated); `add` joins one to those compared last."""
    buyer = buyer_on(request)
    if "add" in request.GET:
        wanted = [*(one for one in remembered(request, COOKIE, MOST) if one != request.GET["add"]), request.GET["add"]][
            -MOST:
        ]
        return HttpResponseRedirect(f"{reverse('storefront:compare')}?{urlencode({'v': wanted}, doseq=True)}")
    named = list(dict.fromkeys(one[:60] for one in request.GET.getlist("v") if one)) or remembered(
        request, COOKIE, MOST
    )
    if not request.GET.getlist("v") and "none" in request.GET:
        named = []
    ids = find_variant_ids(buyer, skus=named[: MOST * 2])[0] if named else {}
    found = cards_for(buyer, [ids[one] for one in named if one in ids][:MOST])
    rows = compared_rows(found, buyer)
    context = {
        "compared": [_card(one, found) for one in write_cards(buyer, found)],
        "rows": [row for row in rows if row.differs] if "differences" in request.GET else rows,
        "only_differences": "differences" in request.GET,
        "too_many": max(0, len(named) - MOST),
        "numbers": [one.sku for one in found],
        "crumbs": [(_("Compare"), "")],
    }
    response = render_page(request, "storefront/compare.html", context)
    return remember(response, COOKIE, [one.sku for one in found], KEPT_FOR)


def _card(card: ProductCard, found: list[VariantCard]) -> ComparedCard:
    others = [one.sku for one in found if one.sku != card.sku]
    return ComparedCard(card, "?" + (urlencode({"v": others}, doseq=True) if others else "none=1"))


def compared_rows(found: list[VariantCard], buyer: Buyer) -> list[ComparedRow]:
    """Return the properties any of the articles has, in the order of their families; what no family compares is left out."""
    definitions: dict[str, AttributeDefinition] = {}
    for family in dict.fromkeys(one.family_id for one in found):
        for one in family_definitions(family, buyer.language):
            if one.is_compared and one.type != "file":
                definitions.setdefault(one.code, one)
    rows = [_row(_("Brand"), [one.brand for one in found])]
    for code, definition in definitions.items():
        rows.append(_row(definition.name, [format_value(definition, one.attributes.get(code), buyer.language) for one in found]))  # fmt: skip
    return [row for row in rows if any(row.values)]


def _row(name: str, values: list[str]) -> ComparedRow:
    return ComparedRow(name, tuple(values), len(set(values)) > 1)
