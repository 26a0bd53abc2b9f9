"""Product pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from truso.kernel.buyer import Buyer
from truso.kernel.quantity import MAX_QUANTITY, parse_quantity
from truso.kernel.refusals import NotFound
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.queries import (
    ProductView,
    category_tree,
    find_product_by_old_slug,
    get_product,
    get_product_by_slug,
    product_id_by_slug,
)
from truso.modules.catalog.queries.compatibility import is_fitted
from truso.modules.catalog.rules import format_value, split_documents
from truso.modules.inventory.queries import availability_for
from truso.modules.search.journal import note_click
from truso.platform.access import public
from truso.storefront import product_page
from truso.storefront.actor import buyer_on
from truso.storefront.addresses import address_of
from truso.storefront.arrival import leaving
from truso.storefront.cards import ProductCard, prices_at_minimum, write_cards
from truso.storefront.listing.query import clean_text
from truso.storefront.listing.view import ListColumn, table_columns
from truso.storefront.offers import offers_of
from truso.storefront.suggested import cards_bought_with
from truso.storefront.units import unit_name
from truso.storefront.views.answers import is_partial
from truso.storefront.views.pages import render_page


@public
@require_safe
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a product with one of its articles chosen. Old and other languages' addresses lead to today's."""
    buyer = buyer_on(request)
    product_id = product_id_by_slug(buyer, slug)
    if product_id is None:
        product_id = find_product_by_old_slug(buyer, slug)
    if product_id is None:
        raise NotFound("product")
    found = get_product(buyer, product_id)
    address = address_of("storefront:product", slug=found.slug)
    if found.slug != slug:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    if request.method == "GET" and not is_partial(request):
        _note_click(request, buyer)
    context = product_context(request, buyer, found, address)
    alternates = {code: f"/{code}/p/{found.slugs.get(code, found.slug)}/" for code in LANGUAGES}
    response = render_page(request, "storefront/product.html", context, canonical=address, alternates=alternates)
    if houses := {_PLAYERS[one.media] for one in found.blocks if one.media in _PLAYERS}:
        # The player may stand on this page once the buyer asks for it, and on no other.
        response._csp_update = {"frame-src": sorted(houses)}  # type: ignore[attr-defined]
    return response


_PLAYERS = {"youtube": "https://www.youtube-nocookie.com", "vimeo": "https://player.vimeo.com"}


def _note_click(request: HttpRequest, buyer: Buyer) -> None:
    """Count that a search led here, by the page the reader comes from."""
    before = urlsplit(request.headers.get("Referer", ""))
    if before.netloc == request.get_host() and before.path == reverse("storefront:search"):
        text = parse_qs(before.query).get("q", [""])[0]
        note_click(buyer, clean_text(text))


@public
@require_safe
def product_when(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell when the quantity asked for leaves, as it is typed; nothing for what is no quantity."""
    buyer = buyer_on(request)
    chosen = product_page.chosen_variant(get_product_by_slug(buyer, slug), request.GET)
    quantity = parse_quantity(request.GET.get("quantity", ""))
    stock = availability_for(buyer, [chosen.variant_id]).get(chosen.variant_id)
    if quantity is None or not 0 < quantity <= MAX_QUANTITY or stock is None or not chosen.is_active:
        return HttpResponse()
    return HttpResponse(escape(leaving(buyer, stock, quantity, unit_name(chosen.unit))))


def product_context(request: HttpRequest, buyer: Buyer, found: ProductView, address: str) -> dict[str, Any]:
    """Return what the page of a product shows."""
    chosen = product_page.chosen_variant(found, request.GET)
    table = found.variants if buyer.is_business and len(found.variants) > 1 else (chosen,)
    columns = _telling(found, table_columns(found.family_id, buyer.language)) if len(table) > 1 else ()
    prices = prices_at_minimum(buyer, table, with_steps=True)
    cards = {card.sku: card for card in write_cards(buyer, table, columns=columns, prices=prices)}
    card, price = cards[chosen.sku], prices.get(chosen.variant_id)
    stock = availability_for(buyer, [chosen.variant_id]).get(chosen.variant_id)
    trail = category_tree(buyer).trail(found.category_id)
    base = request.build_absolute_uri("/").rstrip("/")
    documents, more_documents = split_documents(found.documents, buyer.language)
    return {
        "documents": documents, "more_documents": more_documents,
        "product": found, "chosen": chosen, "card": card, "axes": product_page.axes_of(found, chosen),
        "gallery": product_page.gallery_of(found, chosen), "steps": product_page.price_steps(buyer, chosen, price.steps if price else ()),
        "groups": product_page.attribute_groups(found, chosen, buyer.language),
        "when": product_page.when_note(buyer, chosen, stock), "bundle": product_page.bundle_lines(buyer, chosen, stock),
        "instead": product_page.instead_of(buyer, found, chosen, stock),
        "pack_note": product_page.pack_note(buyer, chosen), "total_note": product_page.total_note(buyer, chosen, price),
        "table": list(cards.values()) if len(table) > 1 else (), "columns": [ListColumn(column.name) for column in columns],
        "price_head": _("Price incl. VAT") if buyer.display_gross else _("Price excl. VAT"),
        "why": product_page.why_lines(buyer, price.explanation) if buyer.is_business and price else (),
        "offers": offers_of(buyer, chosen.variant_id, price, card.price),
        "related": _related(buyer, found), "fitting": is_fitted(found.relations),
        "crumbs": [*((one.name, address_of("storefront:category", slug=one.slug)) for one in trail), (found.name, "")],
        "menu_category_id": trail[0].id if trail else None,
        "structured": "" if buyer.is_business else product_page.structured_data(found, chosen, card, buyer.currency, address, base),
    }  # fmt: skip


def _related(buyer: Buyer, found: ProductView) -> list[tuple[str, list[ProductCard]]]:
    """Return the rows of other products: what is often bought with this one, then how they relate, then more of the kind."""
    together = cards_bought_with(buyer, [one.variant_id for one in found.variants], limit=product_page.RELATED)
    rows = product_page.related_products(buyer, found)
    return [(_("Often bought with this"), together), *rows] if together else rows


def _telling(found: ProductView, columns: tuple[Any, ...]) -> tuple[Any, ...]:
    """Keep the columns in which the variants differ: what they share stands in the data below."""
    return tuple(
        column
        for column in columns
        if len({format_value(column, one.attributes.get(column.code), "en") for one in found.variants}) > 1
    )
