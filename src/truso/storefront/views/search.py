"""Searching, and what is offered while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import fold
from truso.modules.catalog.queries import category_tree, list_brands
from truso.modules.catalog.queries.document_search import find_documents
from truso.modules.catalog.values import BrandView
from truso.modules.content.queries import list_articles
from truso.modules.search.journal import note_search
from truso.modules.search.queries import SearchRequest, near_articles, search_catalog, suggest_articles
from truso.modules.search.steering import redirect_for
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.addresses import address_of
from truso.storefront.cards import product_cards
from truso.storefront.listing.query import clean_text
from truso.storefront.listing.view import build_listing
from truso.storefront.remembered import remember, remembered
from truso.storefront.views.categories import render_listing

SUGGESTED = 6
FOUND_CATEGORIES = 8
MOST_NEAR = 4
MOST_BRANDS = 2
RECENT_COOKIE, MOST_RECENT, RECENT_FOR = "recent", 5, 60 * 24 * 3600


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what a text finds. A number that names exactly one article leads to its page."""
    buyer = buyer_on(request)
    target = redirect_for(clean_text(request.GET.get("q", "")), buyer.language)
    if target:
        return HttpResponseRedirect(target)
    listing = build_listing(request)
    if listing.query.text and not listing.query.is_filtered and listing.query.page == 1 and request.method == "GET":
        note_search(buyer, listing.query.text, listing.total)
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
    response = render_listing(request, "storefront/search.html", listing, context)
    return _remember(request, response, listing.query.text) if listing.query.text and listing.total else response


@public
@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Offer what fits a text that is being typed: words, categories, brands, articles at own price, guides, documents.

    Before anything is typed: what was searched for last in this browser. With `pick` articles alone, to be put on a list.
    """
    buyer = buyer_on(request)
    text = clean_text(request.GET.get("q", ""))
    if len(text) < 2:
        recent = recent_searches(request) if not text else []
        return render(request, "storefront/recent.html", {"recent": recent}) if recent else HttpResponse("")
    if "pick" in request.GET:
        hits = search_catalog(buyer, SearchRequest(text=text, per_page=SUGGESTED)).hits
        cards = product_cards(buyer, [hit.variant_id for hit in hits])
        return render(request, "storefront/quick/picks.html", {"cards": cards})
    found = suggest_articles(buyer, text, limit=SUGGESTED)
    word = fold(text)
    context = {
        "text": text, "terms": [term for term in found.terms if fold(term) != word][:3],
        "categories": [node for node in category_tree(buyer).by_id.values() if word in fold(node.name)][:3],
        "brands": _brands(buyer, word),
        "guides": [one for one in list_articles(buyer.language, "guide") if word in fold(one.title)][:2],
        "documents": find_documents(buyer, words=text, limit=2),
        "cards": product_cards(
            buyer, [hit.variant_id for hit in found.products], variants={hit.variant_id: hit.variants for hit in found.products}
        ),
    }  # fmt: skip
    return render(request, "storefront/suggestions.html", context)


def _brands(buyer: Buyer, word: str) -> list[BrandView]:
    """Return the brands whose name has the word and of which the buyer may see something."""
    named = [one for one in list_brands(buyer.language) if word in fold(one.name)][:MOST_BRANDS]
    return [one for one in named if search_catalog(buyer, SearchRequest(brand_ids=(one.id,), per_page=1)).total]


def recent_searches(request: HttpRequest) -> list[str]:
    """Return what was searched for last in this browser, the latest first."""
    return [clean_text(one) for one in remembered(request, RECENT_COOKIE, MOST_RECENT)]


def _remember(request: HttpRequest, response: HttpResponse, text: str) -> HttpResponse:
    """Keep a text among the last searches of this browser."""
    texts = list(dict.fromkeys([text, *recent_searches(request)]))[:MOST_RECENT]
    return remember(response, RECENT_COOKIE, texts, RECENT_FOR)
