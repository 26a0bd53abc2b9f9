"""Article numbers to show as examples: the reader's own to buy, so that an example can be tried."""

from __future__ import annotations

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.catalog.queries import cards_for
from truso.modules.catalog.queries.identifiers import list_variant_ids
from truso.modules.orders.queries import last_bought

COUNT = 3


class Examples(Value, frozen=True):
    """Numbers of articles the buyer may buy; `gtin` is one's barcode. All may be the same one, in a small range."""

    first: str
    second: str
    gtin: str


def example_numbers(buyer: Buyer) -> Examples | None:
    """Return numbers of what was bought last, else of the first articles in the range; None where there is nothing to buy."""
    bought = last_bought(buyer, COUNT) if buyer.customer else []
    cards = [card for card in cards_for(buyer, bought) if card.is_active]
    if len(cards) < COUNT:
        ids = [row[0] for row in list_variant_ids(buyer, limit=COUNT)]
        cards += [card for card in cards_for(buyer, ids) if card.is_active]
    if not cards:
        return None
    gtin = next((card.gtin for card in cards if card.gtin), "")
    return Examples(cards[0].sku, cards[1 % len(cards)].sku, gtin)
