"""A page of a very long cart's lines, written before all of it is added up."""

from __future__ import annotations

from django.core.paginator import Paginator

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.cart.models import Cart
from truso.modules.cart.queries import list_items
from truso.processes.checkout import review_lines
from truso.storefront.basket import LINES_PER_PAGE, BasketLineView, BasketWriter, vat_note
from truso.storefront.paging import PageLinks, page_of


class LinesView(Value, frozen=True):
    """A page of a cart's lines, whose sum is not told yet."""

    lines: tuple[BasketLineView, ...]
    pages: PageLinks
    vat_note: str


def write_lines(buyer: Buyer, cart: Cart, page: int) -> LinesView:
    """Write one page of a cart's lines without adding up all of it."""
    items = list_items(cart)
    shown = Paginator(items, LINES_PER_PAGE).get_page(page)
    keys, variants = ({item.key for item in shown.object_list}, {item.variant_id for item in shown.object_list})
    reviewed = review_lines(buyer, cart, [item for item in items if item.variant_id in variants])
    lines = [line for line in reviewed if line.item.key in keys]
    writer = BasketWriter(buyer, lines)
    return LinesView(tuple(writer.line(line, None, None) for line in lines), page_of(shown), vat_note(buyer))
