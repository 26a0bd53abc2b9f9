"""Finding what fits: from an article in hand to its spare parts, its accessories and what replaces it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.modules.catalog.articles import match_codes
from truso.modules.catalog.queries import cards_for, cards_of_products, get_product
from truso.modules.catalog.queries.compatibility import KINDS, is_fitted
from truso.modules.catalog.values import ProductView, VariantCard
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.cards import ProductCard, write_cards
from truso.storefront.listing.query import clean_text
from truso.storefront.listing.view import find_by_text
from truso.storefront.product_page import relation_title
from truso.storefront.views.pages import in_every_language, render_page

MOST_CHOICES = 12
LONGEST_CODE = 60


@public
@require_safe
def compatible(request: HttpRequest) -> HttpResponse:
    """Show what fits the article `?with=` names: by any number of it, else by the words it is found by."""
    buyer = buyer_on(request)
    text = clean_text(request.GET.get("with", ""))
    named = _named(buyer, text)
    product = _product(buyer, named[0]) if len({one.product_id for one in named}) == 1 else None
    choices = named if product is None else []
    if text and not named:
        choices = find_by_text(buyer, text, limit=MOST_CHOICES)
    context = {
        "text": text, "product": product, "groups": _groups(buyer, product) if product else [],
        "sku": named[0].sku if named else "", "fitting": bool(product and is_fitted(product.relations)),
        "choices": choices, "crumbs": [(_("Find what fits"), "")],
    }  # fmt: skip
    address = reverse("storefront:compatible")
    alternates = in_every_language(address)
    return render_page(request, "storefront/compatible.html", context, canonical=address, alternates=alternates)


def _named(buyer: Buyer, text: str) -> list[VariantCard]:
    """Return one article of each product that has the text as a number; the same maker's number may name several."""
    if not text or len(text) > LONGEST_CODE:
        return []
    matches = match_codes(buyer, [text]).get(text, ())
    cards = cards_for(buyer, [match.variant_id for match in matches])
    return list({card.product_id: card for card in reversed(cards)}.values())


def _product(buyer: Buyer, card: VariantCard) -> ProductView | None:
    try:
        return get_product(buyer, card.product_id)
    except NotFound:
        return None


def _groups(buyer: Buyer, product: ProductView) -> list[tuple[str, list[ProductCard]]]:
    cards = cards_of_products(buyer, [to for kind, to in product.relations if kind in KINDS])
    written = dict(zip([card.product_id for card in cards], write_cards(buyer, cards), strict=True))
    groups = [
        (relation_title(one), [written[to] for kind, to in product.relations if kind == one and to in written])
        for one in KINDS
    ]
    return [(title, shown) for title, shown in groups if shown]
