"""Sums as they are written: of a cart, and of an order."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.money import add_up
from truso.kernel.value import Value, replace
from truso.modules.pricing.values import PricedBasket
from truso.storefront.formats import format_money, format_number


class TotalRow(Value, frozen=True):
    """One row of a sum: what, how much, perhaps a word beside it."""

    label: str
    amount: str
    note: str = ""


class TotalsView(Value, frozen=True):
    """The sums of a basket: rows, and the figure that will be charged."""

    rows: tuple[TotalRow, ...]
    total: str
    total_label: str
    vat_note: str


def write_totals(buyer: Buyer, basket: PricedBasket, freight_name: str = "") -> TotalsView:
    """Write the sums: goods, what campaigns take off them, freight as the buyer sees prices, VAT, and the whole incl. VAT."""
    gross = buyer.display_gross

    def money(amount: Decimal) -> str:
        return format_money(amount, basket.currency, buyer.language)

    rows = goods_rows(buyer, basket.currency, basket.goods_shown, basket.allowances)
    if basket.term_percent:
        rows[0] = replace(rows[0], note=_term_note(buyer, basket.term_percent))
    for charge in basket.charges:
        amount = charge.gross if gross else charge.net
        notes = filter(None, (freight_name, basket.deals.free_freight))
        rows.append(TotalRow(_("Delivery"), money(amount) if amount else _("Free"), " · ".join(notes)))
    if not gross:
        rows += [TotalRow(_("Total excl. VAT"), money(basket.net)), TotalRow(_("VAT"), money(basket.tax))]
    return TotalsView(
        tuple(rows), money(basket.gross), _("Total incl. VAT"), vat_note(money(basket.tax), gross, basket.tax_reasons)
    )


def vat_note(tax: str, gross: bool, reasons: Mapping[str, str]) -> str:
    """Write how much VAT a sum that holds it has (`gross`), and why there is none where there is none."""
    shown = [_("of which VAT %(amount)s") % {"amount": tax}] if gross else []
    return " · ".join([*shown, *reasons.values()])


def _term_note(buyer: Buyer, percent: Decimal) -> str:
    shown = format_number(abs(percent), buyer.language)
    if percent < 0:
        return _("%(percent)s %% less for the payment term") % {"percent": shown}
    return _("%(percent)s %% more for the payment term") % {"percent": shown}


def goods_rows(buyer: Buyer, currency: str, goods: Decimal, allowances: Mapping[str, Decimal]) -> list[TotalRow]:
    """Write what the goods come to before campaigns, and each campaign that takes something off; `goods` is what remains."""

    def money(amount: Decimal) -> str:
        return format_money(amount, currency, buyer.language)

    rows = [TotalRow(_("Goods"), money(goods + add_up(allowances.values())))]
    return rows + [TotalRow(name, money(-amount)) for name, amount in allowances.items()]
