"""What campaigns give with a cart: articles that cost nothing, as long as there are any."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID, uuid5

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.modules.cart.queries import CartItem
from truso.modules.catalog.articles import Article, articles_for
from truso.modules.inventory.queries import availability_for
from truso.modules.pricing.values import Gift, Offer, PricedBasket, PricedLine
from truso.modules.tax.queries import rates_for
from truso.processes.review import ReviewLine

# Names the line of a gift: the same at every look, and never that of a line in the cart.
_NAMES = UUID("6f1f7c0e-2f0b-4f8e-9d0e-1b6a4d5c7e21")
ONE = Decimal(1)


def review_gifts(
    buyer: Buyer, goods: PricedBasket, lines: Sequence[ReviewLine], *, ship_to: str = ""
) -> tuple[ReviewLine, ...]:
    """Return the gifts of a priced cart as lines that cost nothing.

    Left out is what the buyer may not have, what is sold no more, and what the lines of the cart leave nothing of: a gift
    never stands in the way of an order.
    """
    wanted = {gift.variant_id for gift in goods.deals.gifts}
    articles, available = articles_for(buyer, wanted), availability_for(buyer, wanted)
    rates = rates_for(buyer, ship_to)
    taken: dict[int, Decimal] = {}
    for line in lines:
        for variant, quantity in line.availability.takes(line.item.quantity).items() if line.availability else ():
            taken[variant] = taken.get(variant, ZERO) + quantity
    found = []
    for gift in goods.deals.gifts:
        article, there = articles.get(gift.variant_id), available.get(gift.variant_id)
        stock = there.after(taken) if there and taken else there
        rate = rates.get(article.tax_class_id) if article else None
        if article is None or rate is None or not article.is_active or (stock and not stock.covers(ONE)):
            continue
        for variant, quantity in stock.takes(ONE).items() if stock else ():
            taken[variant] = taken.get(variant, ZERO) + quantity
        price = _free(gift, article, rate.category, rate.percent)
        found.append(ReviewLine(_item(gift), article, price, stock))
    return tuple(found)


def _item(gift: Gift) -> CartItem:
    uuid = uuid5(_NAMES, str(gift.campaign_id))
    return CartItem(0, uuid, gift.variant_id, ONE, "", None, str(uuid))


def _free(gift: Gift, article: Article, category: str, percent: Decimal) -> PricedLine:
    offer = Offer("campaign", gift.name, ZERO, outcome="won")
    return PricedLine(
        key=str(uuid5(_NAMES, str(gift.campaign_id))), variant_id=gift.variant_id, quantity=ONE, price_unit=article.price_unit,
        list_price=None, unit_price=ZERO, unit_price_gross=ZERO, list_price_gross=None, tax_class_id=article.tax_class_id,
        tax_category=category, tax_rate=percent, net=ZERO, tax=ZERO, gross=ZERO, explanation=(offer,), campaign=gift.name,
        campaign_id=gift.campaign_id,
    )  # fmt: skip
