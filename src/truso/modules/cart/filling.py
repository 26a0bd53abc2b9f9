"""Judged lines put into the cart."""

from __future__ import annotations

from collections.abc import Sequence

from truso.kernel.buyer import Buyer
from truso.modules.cart.judging import JudgedLine
from truso.modules.cart.operations import NewLine, add_lines, note_seen_prices


def fill_cart(*, buyer: Buyer, lines: Sequence[JudgedLine]) -> int:
    """Put the lines that are good into the buyer's cart, and return how many lines of the cart they are.

    Refuses what `add_lines` refuses, and puts nothing in then. Lines that are not good are left out.
    """
    good = [line for line in lines if line.is_good]
    wishes = [
        NewLine(line.article.variant_id, line.quantity, line.reference, f"rows.{line.row}")
        for line in good
        if line.article and line.quantity is not None
    ]
    if not wishes:
        return 0
    cart = add_lines(buyer=buyer, lines=wishes)
    note_seen_prices(buyer=buyer, cart=cart, only_new=True)
    pieces = sum(1 for line in good if line.article and line.article.is_cut_to_length)
    others = {
        (line.article.variant_id, line.reference) for line in good if line.article and not line.article.is_cut_to_length
    }
    return pieces + len(others)
