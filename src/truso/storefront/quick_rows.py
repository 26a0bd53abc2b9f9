"""A judged list as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.modules.cart.judging import JudgedLine, NearArticle
from truso.modules.pricing.values import PricedLine
from truso.modules.search.queries import MOST_NEAR
from truso.processes.substitutes import Substitute, substitutes_for
from truso.storefront.arrival import leaving
from truso.storefront.basket import BasketWriter, article_url
from truso.storefront.formats import format_money
from truso.storefront.refusals import say


@dataclass(frozen=True, slots=True)
class NearRow:
    """An article to choose where a number names none."""

    sku: str
    name: str
    price: str


@dataclass(frozen=True, slots=True)
class QuickRow:
    """A row as written. `state` is good, note, choose or wrong."""

    row: int
    text: str
    code: str
    quantity: str
    state: str
    matched: str
    name: str
    sku: str
    url: str
    picture_uuid: UUID | None
    variant: str
    unit: str
    unit_price: str
    per: str
    amount: str
    stock: str
    pack_note: str
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    nearest: str
    choices: tuple[tuple[str, str], ...]
    reference: str
    near: tuple[NearRow, ...]
    near_words: str
    tier: str


@dataclass(frozen=True, slots=True)
class QuickList:
    """All rows, how many are good, and what those come to; `near_stops` when not all were looked up for near numbers."""

    rows: tuple[QuickRow, ...]
    good: int
    wrong: int
    total: str
    vat_note: str
    near_stops: bool


def write_rows(buyer: Buyer, lines: Sequence[JudgedLine]) -> QuickList:
    """Write the verdicts for the reader."""
    writer = BasketWriter(buyer)
    gone = {line.article.product_id for line in lines if line.article and _is_gone(line)}
    instead = substitutes_for(buyer, gone)
    kinds = {
        "sku": "",
        "own": _("by your own number"),
        "gtin": _("by its GTIN"),
        "mpn": _("by the maker's number"),
    }
    rows = tuple(_row(buyer, writer, kinds, line, instead) for line in lines)
    good = [line for line in lines if line.is_good]
    total = sum((_amount(buyer, line) for line in good if line.is_leading), ZERO)
    unknown = {line.code for line in lines if line.article is None and not line.choices}
    return QuickList(
        rows=rows,
        good=len(good),
        wrong=len(lines) - len(good),
        total=format_money(total, buyer.currency, buyer.language),
        vat_note=_("incl. VAT") if buyer.display_gross else _("excl. VAT"),
        near_stops=len(unknown) > MOST_NEAR,
    )


def _amount(buyer: Buyer, line: JudgedLine) -> Decimal:
    if line.price is None:
        return ZERO
    return line.price.gross if buyer.display_gross else line.price.net


def _is_gone(line: JudgedLine) -> bool:
    """Tell whether the article can't be had: no longer sold, or not so many and no more on the way."""
    return any(one.code in ("article_discontinued", "out_of_stock") for one in line.refusals)


def _row(
    buyer: Buyer,
    writer: BasketWriter,
    kinds: dict[str, str],
    line: JudgedLine,
    instead: Mapping[int, Sequence[Substitute]],
) -> QuickRow:
    article, price = line.article, line.price
    offered = instead.get(article.product_id, ()) if article and _is_gone(line) else ()
    quantity = writer.number(line.quantity) if line.quantity is not None else line.quantity_text
    return QuickRow(
        row=line.row,
        text=line.text,
        code=line.code,
        quantity=quantity,
        state=_state(line),
        matched=kinds.get(line.matched_by, ""),
        name=article.name if article else "",
        sku=article.sku if article else "",
        url=article_url(article) if article else "",
        picture_uuid=article.picture_uuid if article else None,
        variant=str(article.uuid) if article and line.choices else "",
        unit=writer.unit(article.unit) if article else "",
        unit_price=writer.unit_price(price) if price else "",
        per=writer.per(article.unit, price.price_unit) if price and article else "",
        amount=writer.amount(price) if price and line.is_leading else "",
        stock=_stock(writer, line),
        pack_note=_("Pack of %(number)s") % {"number": writer.number(article.quantity_multiple)}
        if article and article.quantity_multiple > 1
        else "",
        problems=tuple(say(one, buyer) for one in line.refusals),
        notes=tuple(writer.note(one, price) for one in line.notes),
        nearest=writer.number(line.nearest) if line.nearest is not None else "",
        choices=tuple((str(one.uuid), f"{one.sku} · {one.name}") for one in line.choices),
        reference=line.reference,
        near=(
            *(NearRow(one.article.sku, one.article.name, _near_price(writer, one)) for one in line.near),
            *(NearRow(one.card.sku, _card_name(one), "") for one in offered),
        ),
        near_words=_("This can be had instead:") if offered else _("Did you mean one of these?"),
        tier=_tier(writer, price),
    )


def _card_name(offered: Substitute) -> str:
    return f"{offered.card.name}, {offered.card.label}" if offered.card.label else offered.card.name


def _tier(writer: BasketWriter, price: PricedLine | None) -> str:
    """Say which quantity step the price is that of; nothing for the first."""
    reached = (
        max((offer.minimum_quantity for offer in price.explanation if offer.outcome == "won"), default=Decimal(1))
        if price
        else Decimal(1)
    )
    return _("price from %(quantity)s") % {"quantity": writer.number(reached)} if reached > 1 else ""


def _near_price(writer: BasketWriter, near: NearArticle) -> str:
    price = near.price
    if price is None:
        return ""
    amount = writer.money(price.unit_price_gross if writer.buyer.display_gross else price.unit_price)
    return f"{amount} {writer.per(near.article.unit, price.price_unit)}".strip()


def _state(line: JudgedLine) -> str:
    if line.choices and line.article is None:
        return "choose"
    if line.refusals:
        return "wrong"
    return "note" if line.notes else "good"


def _stock(writer: BasketWriter, line: JudgedLine) -> str:
    stock = line.availability
    if stock is None or line.article is None or not line.article.is_active:
        return ""
    if not stock.is_stocked:
        return _("Available")
    if line.together and stock.available < line.together and stock.lead_days is not None:
        return leaving(writer.buyer, stock, line.together, writer.unit(line.article.unit))
    return _("%(number)s in stock") % {"number": writer.number(max(stock.available, ZERO))}
