"""Searching, and what is offered while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from truso.kernel.identifiers import fold
from truso.modules.catalog.queries import category_tree
from truso.modules.search.queries import near_articles, suggest_articles
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.addresses import address_of
from truso.storefront.cards import product_cards
from truso.storefront.listing.query import clean_text
from truso.storefront.listing.view import build_listing
from truso.storefront.views.categories import render_listing

SUGGESTED = 6
FOUND_CATEGORIES = 8
MOST_NEAR = 4


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what a text finds. A number that names exactly one article leads to its page."""
    buyer = buyer_on(request)
    listing = build_listing(request)
    if (
        listing.exact
        and len(listing.cards) == 1
        and listing.total == 1
        and "view" not in request.GET
        and not listing.query.is_filtered
    ):
        return HttpResponseRedirect(listing.cards[0].url)
    tree = category_tree(buyer)
    counted = sorted(listing.category_counts.items(), key=lambda pair: -pair[1])
    leaves = [(tree.by_id[one], count) for one, count in counted if one in tree.by_id and not tree.by_id[one].children]
    context: dict[str, object] = {
        "search_text": listing.query.text, "crumbs": [(_("Search"), "")],
        "categories": [
            (node, address_of("storefront:category", slug=node.slug), count) for node, count in leaves[:FOUND_CATEGORIES]
        ],
    }  # fmt: skip
    if listing.query.text and not listing.cards and not listing.query.is_filtered:
        text = listing.query.text
        codes = [text] if any(character.isdigit() for character in text) else []
        near = near_articles(buyer, codes, most=MOST_NEAR).get(text, ())
        context |= {
            "near": product_cards(buyer, near),
            "departments": [(node, address_of("storefront:category", slug=node.slug)) for node in tree.roots],
        }
    return render_listing(request, "storefront/search.html", listing, context)


@public
@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Offer categories and articles for a text that is being typed."""
    buyer = buyer_on(request)
    text = clean_text(request.GET.get("q", ""))
    if len(text) < 2:
        return HttpResponse("")
    found = suggest_articles(buyer, text, limit=SUGGESTED)
    word = fold(text)
    context = {
        "text": text, "terms": [term for term in found.terms if fold(term) != word][:3],
        "categories": [node for node in category_tree(buyer).by_id.values() if word in fold(node.name)][:3],
        "cards": product_cards(
            buyer, [hit.variant_id for hit in found.products], variants={hit.variant_id: hit.variants for hit in found.products}
        ),
    }  # fmt: skip
    return render(request, "storefront/suggestions.html", context)
