"""What may go into a cart, and in which quantities."""

from __future__ import annotations

from decimal import Decimal

from truso.kernel.quantity import MAX_QUANTITY, is_multiple, round_up_to
from truso.kernel.refusals import Refusal
from truso.modules.catalog.articles import Article

MAX_CODES = 5
MAX_LINES = 5000


def check_quantity(article: Article, quantity: Decimal, *, subject: str = "quantity") -> Refusal | None:
    """Return why the quantity can't be ordered, with the nearest one that can; None when it can."""
    nearest = round_up_to(quantity, minimum=article.minimum_quantity, multiple=article.quantity_multiple)
    if quantity <= 0:
        return Refusal("quantity_not_positive", {"sku": article.sku}, subject)
    if quantity > MAX_QUANTITY:
        return Refusal("quantity_too_large", {"sku": article.sku, "maximum": MAX_QUANTITY}, subject)
    if article.maximum_quantity is not None and quantity > article.maximum_quantity:
        return Refusal("quantity_above_maximum", {"sku": article.sku, "maximum": article.maximum_quantity}, subject)
    if quantity < article.minimum_quantity:
        return Refusal(
            "quantity_below_minimum",
            {"sku": article.sku, "minimum": article.minimum_quantity, "nearest": nearest},
            subject,
        )
    if not is_multiple(quantity, article.quantity_multiple):
        return Refusal(
            "quantity_not_multiple",
            {"sku": article.sku, "multiple": article.quantity_multiple, "nearest": nearest},
            subject,
        )
    return None
