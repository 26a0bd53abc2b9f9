"""Judging a pasted list before it enters the cart: what each line names, costs, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.refusals import Refusal
from truso.kernel.value import Value, replace
from truso.modules.cart.memory import Purchase, purchases_of
from truso.modules.cart.quick_order import QuickLine, Reading
from truso.modules.cart.rules import check_quantity
from truso.modules.catalog.articles import Article, Match, articles_for, match_codes
from truso.modules.inventory.queries import Availability, availability_for
from truso.modules.pricing.queries import price_basket, prices_for
from truso.modules.pricing.values import ArticlePrice, Basket, BasketLine, PricedLine
from truso.modules.search.queries import near_articles

# Nearest articles offered on a line, and other lines of an article named in a note.
MOST_OFFERED = 3
MOST_NAMED = 5


class NearArticle(Value, frozen=True):
    """An article whose number is nearly what a line says, with the buyer's own price if there is one."""

    article: Article
    price: ArticlePrice | None = None


class JudgedLine(Value, frozen=True):
    """A line of a list and the verdict. Without refusals it can go into the cart; `choices` must be chosen from first.

    `matched_by` tells which number the code was: sku, own (the customer's), gtin or mpn. Lines of one article and
    reference go into the cart as one: `together` is what they come to (the line's own quantity when it is alone), and
    is what is judged and priced; `price` stands on each, `is_leading` on the first. `near` is offered, never chosen.
    """

    row: int
    text: str
    code: str
    quantity: Decimal | None
    quantity_text: str
    reference: str = ""
    matched_by: str = ""
    article: Article | None = None
    choices: tuple[Article, ...] = ()
    near: tuple[NearArticle, ...] = ()
    together: Decimal | None = None
    is_leading: bool = True
    price: PricedLine | None = None
    availability: Availability | None = None
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Refusal, ...] = ()

    @property
    def is_good(self) -> bool:
        return self.article is not None and not self.refusals

    @property
    def nearest(self) -> Decimal | None:
        """The quantity that would be right on this line, when only the quantity is wrong."""
        right = next((refusal.params["nearest"] for refusal in self.refusals if "nearest" in refusal.params), None)
        if right is None or self.quantity is None or self.together is None:
            return right
        return right - self.together + self.quantity  # type: ignore[no-any-return]


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
    near = near_articles(buyer, [one.reading.code for one in found if not one.matches], most=MOST_OFFERED)
    offered = {variant for variants in near.values() for variant in variants}
    ids = {match.variant_id for one in found for match in one.matches}
    articles = articles_for(buyer, ids | offered) if ids or offered else {}
    available = availability_for(buyer, ids) if ids else {}
    judged = _all(buyer, [_identify(one, articles, (chosen or {}).get(one.line.row)) for one in found], available)
    return _offer(buyer, judged, near, articles) if offered else judged


def _all(buyer: Buyer, lines: Sequence[JudgedLine], available: Mapping[int, Availability]) -> list[JudgedLine]:
    groups = _groups(lines)
    prices = _prices(buyer, groups)
    known = purchases_of(buyer, {price.variant_id for price in prices.values() if price.variant_id})
    before = {variant: one for variant, one in known.items() if one.currency == buyer.currency}
    return [_judge(line, groups, prices, available, before) for line in lines]


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
        reference=found.line.reference,
        matched_by=found.matches[0].kind if options else "",
        article=article,
        choices=tuple(options) if len(options) > 1 else (),
    )


# What makes lines one in the cart: the article and the reference.
# Article, reference, and the row of a piece cut to length, which becomes a line of its own.
_Key = tuple[int, str, int]


class _Group(Value, frozen=True):
    """The lines that become one in the cart, by their rows, and what they come to."""

    rows: tuple[int, ...]
    together: Decimal


def _key(line: JudgedLine) -> _Key | None:
    """Return the key of a line that can count towards one in the cart; None for any other."""
    if line.article is None or not line.article.is_active or line.quantity is None or line.quantity <= ZERO:
        return None
    return (line.article.variant_id, line.reference, line.row if line.article.is_cut_to_length else 0)


def _groups(lines: Sequence[JudgedLine]) -> dict[_Key, _Group]:
    """Return the lines that can count by what makes them one, in their order."""
    found: dict[_Key, list[JudgedLine]] = {}
    for line in lines:
        if key := _key(line):
            found.setdefault(key, []).append(line)
    return {
        key: _Group(tuple(one.row for one in group), sum((one.quantity for one in group if one.quantity), ZERO))
        for key, group in found.items()
    }


def _prices(buyer: Buyer, groups: Mapping[_Key, _Group]) -> dict[_Key, PricedLine]:
    """Price each group as the one line it becomes in the cart."""
    keys = {str(number): key for number, key in enumerate(groups)}
    basket = Basket(tuple(BasketLine(name, key[0], groups[key].together) for name, key in keys.items()))
    return {keys[line.key]: line for line in price_basket(buyer, basket).lines} if keys else {}


def _judge(
    line: JudgedLine,
    groups: Mapping[_Key, _Group],
    prices: Mapping[_Key, PricedLine],
    available: Mapping[int, Availability],
    before: Mapping[int, Purchase],
) -> JudgedLine:
    subject = f"rows.{line.row}"
    if line.article is None:
        code = "article_ambiguous" if line.choices else "article_not_found"
        return replace(line, refusals=(Refusal(code, {"code": line.code}, subject),))
    key = _key(line)
    group, price = (groups[key], prices.get(key)) if key else (_Group((line.row,), ZERO), None)
    together = group.together if key else line.quantity
    stock = available.get(line.article.variant_id)
    refusals, notes = _verdict(line.article, together, line.quantity_text, price, stock, subject)
    if len(group.rows) > 1:
        notes.insert(0, _repeated(line.row, group, subject))
    last = before.get(line.article.variant_id)
    if price and last and (changed := _changed(price, last, subject)):
        notes.append(changed)
    return replace(
        line,
        together=together,
        is_leading=group.rows[0] == line.row,
        price=price,
        availability=stock,
        refusals=tuple(refusals),
        notes=tuple(notes),
    )


def _changed(price: PricedLine, last: Purchase, subject: str) -> Refusal | None:
    """Say that the price is another than when the customer last bought the article; both for today's price unit."""
    before = last.last_price * price.price_unit / last.price_unit
    if before == price.unit_price:
        return None
    params = {"before": before, "now": price.unit_price, "day": last.last_at.date()}
    return Refusal("price_changed_since", params, subject)


def _repeated(row: int, group: _Group, subject: str) -> Refusal:
    """Say which other lines name the same article, and what they come to."""
    others = [str(one) for one in group.rows[: MOST_NAMED + 2] if one != row]
    lines = ", ".join(others[:MOST_NAMED]) + (" …" if len(group.rows) > MOST_NAMED + 1 else "")
    return Refusal("article_repeated", {"lines": lines, "together": group.together}, subject)


def _verdict(
    article: Article,
    quantity: Decimal | None,
    typed: str,
    price: PricedLine | None,
    stock: Availability | None,
    subject: str,
) -> tuple[list[Refusal], list[Refusal]]:
    """Return why so many of an article can't be ordered, and what is to be known when they can."""
    if not article.is_active:
        return [Refusal("article_discontinued", {"sku": article.sku}, subject)], []
    if quantity is None:
        return [Refusal("quantity_unreadable", {"typed": typed}, subject)], []
    if problem := check_quantity(article, quantity, subject=subject):
        return [problem], []
    if price is None:
        return [Refusal("no_price", {"sku": article.sku}, subject)], []
    amounts = {"available": max(stock.available, ZERO) if stock else ZERO, "wanted": quantity}
    if stock and not stock.covers(quantity):
        return [Refusal("out_of_stock", amounts, subject)], []
    if stock and stock.is_stocked and stock.available < quantity:
        return [], [Refusal("part_must_wait", amounts, subject)]
    return [], []


def _offer(
    buyer: Buyer, lines: Sequence[JudgedLine], near: Mapping[str, Sequence[int]], articles: Mapping[int, Article]
) -> list[JudgedLine]:
    """Name the nearest articles on lines that name none, at the buyer's prices."""
    offered = [variant for variants in near.values() for variant in variants if variant in articles]
    prices = prices_for(buyer, offered)
    offers = {
        code: tuple(NearArticle(articles[one], prices.get(one)) for one in variants if one in articles)
        for code, variants in near.items()
    }
    return [line if line.article or line.choices else replace(line, near=offers.get(line.code, ())) for line in lines]
