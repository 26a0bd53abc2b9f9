"""What a reader has and looks for parts to: articles a list was narrowed by, remembered in the browser."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import normalize_code
from truso.kernel.value import Value
from truso.modules.catalog.queries.compatibility import articles_named
from truso.storefront.remembered import remember, remembered

COOKIE, MOST, KEPT_FOR = "machines", 6, 365 * 24 * 3600


class Machine(Value, frozen=True):
    """An article goods may be meant for."""

    sku: str
    name: str
    product_id: int

    def is_named(self, number: str) -> bool:
        """Tell whether a number is this article's."""
        return bool(number) and normalize_code(number) == normalize_code(self.sku)


def machines_of(request: HttpRequest, buyer: Buyer, asked: str) -> list[Machine]:
    """Return the machine asked for and those asked for before, of those the buyer may see; the latest first."""
    numbers = list(dict.fromkeys([*([asked] if asked else []), *remembered(request, COOKIE, MOST)]))[:MOST]
    if not numbers:
        return []
    named = {card.variant_id: card for card in articles_named(buyer, numbers).values()}
    return [
        Machine(card.sku, f"{card.name}, {card.label}" if card.label else card.name, card.product_id)
        for card in named.values()
    ]


def remember_machine(request: HttpRequest, response: HttpResponse, machine: Machine) -> HttpResponse:
    """Keep a machine for the next lists, as the latest."""
    kept = [one for one in remembered(request, COOKIE, MOST) if not machine.is_named(one)]
    return remember(response, COOKIE, [machine.sku, *kept][:MOST], KEPT_FOR)
