"""The two home pages: one to be shown things, one to get work done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from truso.kernel.buyer import Buyer
from truso.modules.content.queries import find_home
from truso.platform.access import public
from truso.storefront.actor import buyer_on
from truso.storefront.blocks import BlockView, category_tiles, products_by_rule, write_blocks
from truso.storefront.desk import build_desk
from truso.storefront.views.pages import in_every_language, render_page


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the home page of the hat: the company's desk, or the shop window."""
    buyer = buyer_on(request)
    content = find_home(buyer)
    blocks = write_blocks(buyer, content.blocks) if content else []
    address = reverse("storefront:home")
    if buyer.is_business:
        newest = [] if any(block.kind == "products" for block in blocks) else products_by_rule(buyer, "new", limit=6)
        context = {"desk": build_desk(buyer), "blocks": blocks, "newest": newest}
        return render_page(request, "storefront/home_company.html", context, alternates=in_every_language(address))
    context = {"blocks": blocks or _without_content(buyer)}
    return render_page(
        request, "storefront/home.html", context, canonical=address, alternates=in_every_language(address)
    )


def _without_content(buyer: Buyer) -> list[BlockView]:
    """What the shop window shows before anybody has written one."""
    tiles, cards = category_tiles(buyer, []), products_by_rule(buyer, "popular")
    return [
        BlockView("categories", _("Categories"), tiles=tuple(tiles), is_first=True),
        BlockView("products", _("Most bought"), cards=tuple(cards)),
    ]
