"""Order again what was ordered before: today's prices, today's range, and every difference told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.refusals import Refusal
from truso.modules.cart.operations import NewLine, add_lines, note_seen_prices
from truso.modules.cart.rules import check_quantity
from truso.modules.catalog.articles import Article, articles_for
from truso.modules.inventory.queries import Availability, availability_for
from truso.modules.orders.models import LineKind, Order, OrderLine
from truso.modules.pricing.queries import price_basket
from truso.modules.pricing.values import Basket, BasketLine, PricedLine


@dataclass
class Reordered:
    """What became of an old order's lines. Each difference names the article and the reason."""

    added: int = 0
    dearer: int = 0
    cheaper: int = 0
    adjusted: list[tuple[str, Refusal]] = field(default_factory=list)
    left_out: list[tuple[str, Refusal]] = field(default_factory=list)


def reorder_lines(*, buyer: Buyer, order: Order) -> Reordered:
    """Put an order's articles into the buyer's cart in the same quantities, as far as they can be had.

    Quantities that no longer fit a pack are rounded up; what is not sold, priced or to be had is left out. Refuses as
    `add_lines` does.
    """
    result = Reordered()
    lines = [line for line in order.lines.all() if line.kind == LineKind.ITEM and line.variant_id]
    ids = {line.variant_id for line in lines if line.variant_id}
    articles, stock = articles_for(buyer, ids), availability_for(buyer, ids)
    wanted = [(line, *_wish(line, articles, stock, result)) for line in lines]
    prices = _prices(buyer, [(line, article, quantity) for line, article, quantity in wanted if article and quantity])
    wishes = []
    for line, article, quantity in wanted:
        price = prices.get(line.pk)
        if article is None or quantity is None:
            continue
        if price is None:
            result.left_out.append((line.name, Refusal("no_price", {"sku": line.sku})))
            continue
        _compare(line, price, buyer, order, result)
        wishes.append(NewLine(article.variant_id, quantity, line.reference, key=str(line.pk)))
    if wishes:
        cart = add_lines(buyer=buyer, lines=wishes)
        note_seen_prices(buyer=buyer, cart=cart, only_new=True)
        result.added = len(wishes)
    return result


def _wish(
    line: OrderLine, articles: Mapping[int, Article], stock: Mapping[int, Availability], result: Reordered
) -> tuple[Article | None, Decimal | None]:
    """Return the article and the quantity to order now; none when it can't be had."""
    article, available = articles.get(line.variant_id or 0), stock.get(line.variant_id or 0)
    if article is None:
        result.left_out.append((line.name, Refusal("article_not_found", {"code": line.sku})))
        return None, None
    if not article.is_active:
        result.left_out.append((line.name, Refusal("article_discontinued", {"sku": line.sku})))
        return None, None
    quantity = line.quantity
    if problem := check_quantity(article, quantity):
        nearest = problem.params.get("nearest")
        if nearest is None or check_quantity(article, nearest):
            result.left_out.append((line.name, problem))
            return None, None
        result.adjusted.append((line.name, problem))
        quantity = nearest
    if available and not available.covers(quantity):
        params = {"available": max(available.available, ZERO), "wanted": quantity}
        result.left_out.append((line.name, Refusal("out_of_stock", params)))
        return None, None
    return article, quantity


def _prices(buyer: Buyer, wishes: list[tuple[OrderLine, Article, Decimal]]) -> dict[int, PricedLine]:
    basket = Basket(tuple(BasketLine(str(line.pk), article.variant_id, quantity) for line, article, quantity in wishes))
    return {int(line.key): line for line in price_basket(buyer, basket).lines} if wishes else {}


def _compare(line: OrderLine, price: PricedLine, buyer: Buyer, order: Order, result: Reordered) -> None:
    if order.currency != buyer.currency:
        return
    before, now = line.unit_price / line.price_unit, price.unit_price / price.price_unit
    result.dearer += now > before
    result.cheaper += now < before
