"""Favorites, shopping lists, carts put aside, and what may be wanted next."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from truso.api.answers.cart import LineResults
from truso.api.answers.lists import FavoriteView, ListHeads, ListView, SuggestionList
from truso.api.auth import Gate
from truso.api.encoding import reply
from truso.api.inputs import PAGE_SIZE
from truso.api.lines import add_read_lines, read_articles
from truso.api.list_inputs import AsideIn, ListChangesIn, ListIn, ListLinesIn, changes_of, fields_of, wishes_of
from truso.api.once import write_once
from truso.api.openapi import gives
from truso.api.paging import page_of
from truso.api.present.lists import favorites_view, head_view, list_view, suggestion_views
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.modules.cart.lists.operations import (
    change_list_lines,
    put_cart_aside,
    put_in_list,
    remove_list,
    save_list,
    set_favorite,
    take_over,
)
from truso.modules.cart.lists.queries import get_list, items_of, list_lists
from truso.modules.cart.suggestions import dismiss_suggestion, often_with, suggest_purchases
from truso.modules.catalog.queries.identifiers import find_variant_ids, skus_of
from truso.modules.identity.rules import Scope
from truso.platform.database.transactions import write

router = Router(tags=["Lists"])
KEEPERS = Gate(Scope.CART)
ListKind = Literal["favorites", "list", "cart", ""]


@router.get("/lists", auth=KEEPERS, url_name="lists", operation_id="list_lists", **gives(200, ListHeads))
def lists(
    request: HttpRequest,
    kind: ListKind = Query(""),
    cursor: UUID | None = Query(None),
    limit: int = Query(50, ge=1, le=PAGE_SIZE),
) -> HttpResponse:
    """List the caller's lists and those its company shares."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    rows, following = page_of(list_lists(buyer, kind), "updated_at", cursor, limit)
    return reply(ListHeads(items=[head_view(buyer, one) for one in rows], next_cursor=following))


@router.post(
    "/lists", auth=KEEPERS, url_name="lists", operation_id="create_list", **gives(201, ListView, key="optional")
)
def create(request: HttpRequest, data: ListIn) -> HttpResponse:
    """Make a list."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]

    def act() -> tuple[int, ListView]:
        made = save_list(buyer=buyer, fields=fields_of(data))
        return 201, list_view(buyer, get_list(buyer, made.uuid))

    return write_once(request, "create_list", data, act)


@router.get("/lists/{uuid}", auth=KEEPERS, url_name="list", operation_id="get_list", **gives(200, ListView))
def one(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a list with its lines."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    return reply(list_view(buyer, get_list(buyer, uuid)))


@router.put("/lists/{uuid}", auth=KEEPERS, url_name="list", operation_id="change_list", **gives(200, ListView))
def change(request: HttpRequest, uuid: UUID, data: ListIn) -> HttpResponse:
    """Rename a list, share it, say for which site it is. For its owner, and the company's administrator of a shared one."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    with write(request.auth.actor):  # type: ignore[attr-defined]
        save_list(buyer=buyer, fields=fields_of(data), uuid=uuid)
    return reply(list_view(buyer, get_list(buyer, uuid)))


@router.delete("/lists/{uuid}", auth=KEEPERS, url_name="list", operation_id="remove_list", **gives(204))
def remove(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Remove a list with its lines."""
    with write(request.auth.actor):  # type: ignore[attr-defined]
        remove_list(buyer=request.auth.buyer, uuid=uuid)  # type: ignore[attr-defined]
    return HttpResponse(status=204)


@router.post(
    "/lists/{uuid}/lines",
    auth=KEEPERS,
    url_name="list-lines",
    operation_id="add_list_lines",
    **gives(200, ListView, key="optional"),
)
def add(request: HttpRequest, uuid: UUID, data: ListLinesIn) -> HttpResponse:
    """Put up to 1,000 articles into a list, all or none; the same article and reference adds up."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]

    def act() -> tuple[int, ListView]:
        put_in_list(buyer=buyer, uuid=uuid, lines=wishes_of(buyer, data))
        return 200, list_view(buyer, get_list(buyer, uuid))

    return write_once(request, "add_list_lines", {"uuid": str(uuid), **data.model_dump(mode="json")}, act)


@router.patch(
    "/lists/{uuid}/lines",
    auth=KEEPERS,
    url_name="list-lines",
    operation_id="change_list_lines",
    **gives(200, ListView),
)
def change_lines(request: HttpRequest, uuid: UUID, data: ListChangesIn) -> HttpResponse:
    """Set quantities, minimum levels and references of lines, all or none; quantity 0 removes a line."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    with write(request.auth.actor):  # type: ignore[attr-defined]
        change_list_lines(buyer=buyer, uuid=uuid, changes=changes_of(data))
    return reply(list_view(buyer, get_list(buyer, uuid)))


@router.post(
    "/lists/{uuid}/cart",
    auth=KEEPERS,
    url_name="list-cart",
    operation_id="order_list",
    **gives(200, LineResults, key="optional"),
)
def to_cart(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put a list's articles into the cart, at today's prices and rules; tells of each what became of it."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    kept = get_list(buyer, uuid)

    def act() -> tuple[int, LineResults]:
        items = items_of(kept)
        skus = skus_of([item.variant_id for item in items])
        lines = read_articles(
            buyer, [(item.variant_id, skus.get(item.variant_id, ""), item.quantity) for item in items]
        )
        done = add_read_lines(buyer, lines, [item.reference for item in items], all_or_none=False)
        if done.added:
            take_over(buyer=buyer, kept=kept)
        return 200, done

    return write_once(request, "order_list", str(uuid), act)


@router.post(
    "/cart/aside",
    auth=KEEPERS,
    url_name="cart-aside",
    operation_id="put_cart_aside",
    **gives(201, ListView, key="optional"),
)
def aside(request: HttpRequest, data: AsideIn) -> HttpResponse:
    """Keep what is in the cart under a name, for oneself or for colleagues to take over, and empty the cart unless told not to."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]

    def act() -> tuple[int, ListView]:
        kept = put_cart_aside(buyer=buyer, name=data.name, sharing=data.sharing, and_empty=not data.keep)
        return 201, list_view(buyer, get_list(buyer, kept.uuid))

    return write_once(request, "put_cart_aside", data, act)


@router.get("/favorites", auth=KEEPERS, url_name="favorites", operation_id="list_favorites", **gives(200, FavoriteView))
def favorites(request: HttpRequest) -> HttpResponse:
    """Return the numbers of the caller's favorites."""
    return reply(favorites_view(request.auth.buyer))  # type: ignore[attr-defined]


@router.put(
    "/favorites/{sku}", auth=KEEPERS, url_name="favorite", operation_id="add_favorite", **gives(200, FavoriteView)
)
def add_favorite(request: HttpRequest, sku: str) -> HttpResponse:
    """Put an article among the favorites."""
    return _set_favorite(request, sku, is_favorite=True)


@router.delete(
    "/favorites/{sku}", auth=KEEPERS, url_name="favorite", operation_id="remove_favorite", **gives(200, FavoriteView)
)
def remove_favorite(request: HttpRequest, sku: str) -> HttpResponse:
    """Take an article out of the favorites."""
    return _set_favorite(request, sku, is_favorite=False)


def _set_favorite(request: HttpRequest, sku: str, *, is_favorite: bool) -> HttpResponse:
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    with write(request.auth.actor):  # type: ignore[attr-defined]
        set_favorite(buyer=buyer, variant_id=_variant(buyer, sku), is_favorite=is_favorite)
    return reply(favorites_view(buyer))


def _variant(buyer: Buyer, sku: str) -> int:
    found = find_variant_ids(buyer, skus=[sku])[0].get(sku)
    if found is None:
        raise NotFound("article")
    return found


@router.get(
    "/suggestions", auth=KEEPERS, url_name="suggestions", operation_id="list_suggestions", **gives(200, SuggestionList)
)
def suggestions(
    request: HttpRequest,
    limit: int = Query(12, ge=1, le=50),
    bought_with: list[str] = Query(
        [], max_length=100, description="Article numbers: only what is often bought with them."
    ),
) -> HttpResponse:
    """Return what the caller may want: due again, bought with what is in the cart, bought usually, popular in its trade.

    With `bought_with` it is what is often bought with those articles.
    """
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    if bought_with:
        wanted, _ = find_variant_ids(buyer, skus=bought_with)
        found = often_with(buyer, list(wanted.values()), limit=limit)
        return reply(SuggestionList(items=suggestion_views(buyer, found)))
    return reply(SuggestionList(items=suggestion_views(buyer, suggest_purchases(buyer, limit=limit))))


@router.delete(
    "/suggestions/{sku}", auth=KEEPERS, url_name="suggestion", operation_id="dismiss_suggestion", **gives(204)
)
def dismiss(request: HttpRequest, sku: str) -> HttpResponse:
    """Keep an article out of the caller's suggestions for 90 days."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    with write(request.auth.actor):  # type: ignore[attr-defined]
        dismiss_suggestion(buyer=buyer, variant_id=_variant(buyer, sku))
    return HttpResponse(status=204)
