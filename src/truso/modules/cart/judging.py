"""Judging a pasted list before it enters the cart: what each line names, costs, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.refusals import Refusal
from truso.kernel.value import Value, replace
from truso.modules.cart.quick_order import QuickLine, Reading
from truso.modules.cart.rules import check_quantity
from truso.modules.catalog.articles import Article, Match, articles_for, match_codes
from truso.modules.inventory.queries import Availability, availability_for
from truso.modules.pricing.queries import price_basket
from truso.modules.pricing.values import Basket, BasketLine, PricedLine


class JudgedLine(Value, frozen=True):
    """A line of a list and the verdict. Without refusals it can go into the cart; `choices` must be chosen from first.

    `matched_by` tells which number the code was: sku, own (the customer's), gtin or mpn.
    """

    row: int
    text: str
    code: str
    quantity: Decimal | None
    quantity_text: str
    matched_by: str = ""
    article: Article | None = None
    choices: tuple[Article, ...] = ()
    price: PricedLine | None = None
    availability: Availability | None = None
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Refusal, ...] = ()

    @property
    def is_good(self) -> bool:
        return self.article is not None and not self.refusals

    @property
    def nearest(self) -> Decimal | None:
        """The quantity that would be right, when only the quantity is wrong."""
        return next((refusal.params["nearest"] for refusal in self.refusals if "nearest" in refusal.params), None)


class _Found(Value, frozen=True):
    line: QuickLine
    reading: Reading
    matches: tuple[Match, ...]


def judge_lines(
    buyer: Buyer, lines: Sequence[QuickLine], *, chosen: Mapping[int, UUID] | None = None
) -> list[JudgedLine]:
    """Judge lines for a buyer, in their order; `chosen` names the article of a row where several match.

    The first reading of a line that names an article counts. The number of queries does not depend on that of lines.
    """
    codes = {reading.code for line in lines for reading in line.readings if reading.code}
    matches = match_codes(buyer, codes) if codes else {}
    found = [_read(line, matches) for line in lines]
    ids = {match.variant_id for one in found for match in one.matches}
    articles = articles_for(buyer, ids) if ids else {}
    available = availability_for(buyer, ids) if ids else {}
    judged = [_identify(one, articles, (chosen or {}).get(one.line.row)) for one in found]
    prices = _prices(buyer, judged)
    return [_judge(line, prices.get(line.row), available) for line in judged]


def _read(line: QuickLine, matches: Mapping[str, list[Match]]) -> _Found:
    for reading in line.readings:
        if matches.get(reading.code):
            best = matches[reading.code]
            return _Found(line, reading, tuple(match for match in best if match.kind == best[0].kind))
    return _Found(line, line.first, ())


def _identify(found: _Found, articles: Mapping[int, Article], chosen: UUID | None) -> JudgedLine:
    options = [articles[match.variant_id] for match in found.matches if match.variant_id in articles]
    article = options[0] if len(options) == 1 else next((one for one in options if one.uuid == chosen), None)
    return JudgedLine(
        row=found.line.row,
        text=found.line.text,
        code=found.reading.code,
        quantity=found.reading.quantity,
        quantity_text=found.reading.quantity_text,
        matched_by=found.matches[0].kind if options else "",
        article=article,
        choices=tuple(options) if len(options) > 1 else (),
    )


def _prices(buyer: Buyer, lines: Sequence[JudgedLine]) -> dict[int, PricedLine]:
    wishes = tuple(
        BasketLine(str(line.row), line.article.variant_id, line.quantity)
        for line in lines
        if line.article and line.quantity is not None and line.quantity > ZERO
    )
    return {int(line.key): line for line in price_basket(buyer, Basket(wishes)).lines} if wishes else {}


def _judge(line: JudgedLine, price: PricedLine | None, available: Mapping[int, Availability]) -> JudgedLine:
    subject = f"rows.{line.row}"
    if line.article is None:
        code = "article_ambiguous" if line.choices else "article_not_found"
        return _with(line, None, None, [Refusal(code, {"code": line.code}, subject)], [])
    article, stock = line.article, available.get(line.article.variant_id)
    refusals: list[Refusal] = []
    notes: list[Refusal] = []
    if not article.is_active:
        refusals.append(Refusal("article_discontinued", {"sku": article.sku}, subject))
    elif line.quantity is None:
        refusals.append(Refusal("quantity_unreadable", {"typed": line.quantity_text}, subject))
    elif problem := check_quantity(article, line.quantity, subject=subject):
        refusals.append(problem)
    elif price is None:
        refusals.append(Refusal("no_price", {"sku": article.sku}, subject))
    elif stock and not stock.covers(line.quantity):
        refusals.append(
            Refusal("out_of_stock", {"available": max(stock.available, ZERO), "wanted": line.quantity}, subject)
        )
    elif stock and stock.is_stocked and stock.available < line.quantity:
        notes.append(
            Refusal("part_must_wait", {"available": max(stock.available, ZERO), "wanted": line.quantity}, subject)
        )
    return _with(line, price, stock, refusals, notes)


def _with(
    line: JudgedLine,
    price: PricedLine | None,
    stock: Availability | None,
    refusals: Sequence[Refusal],
    notes: Sequence[Refusal],
) -> JudgedLine:
    return replace(line, price=price, availability=stock, refusals=tuple(refusals), notes=tuple(notes))
