"""Pieces of pages: what is kept holds nobody's texts."""

from __future__ import annotations

import pytest
from django.utils.safestring import mark_safe

from truso.storefront.fragments import _written, fragment

PRICE = "components/price.html"


def priced(amount: str, **more: str) -> str:
    return fragment(
        PRICE,
        price={"amount": amount, "per": "", "vat_note": "excl. VAT", "before": "", "from_many": False, **more},
        size="card",
    )


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    _written.cache_clear()


def test_each_reader_gets_their_own_text_out_of_one_kept_piece() -> None:
    first, second = priced("10 kr"), priced("9 kr")
    assert ("10 kr" in first, "9 kr" in first) == (True, False)
    assert second == first.replace("10 kr", "9 kr")
    assert _written.cache_info().currsize == 1


def test_a_text_that_is_empty_leaves_out_what_stands_around_it() -> None:
    assert "price-before" not in priced("10 kr")
    assert "<s>12 kr</s>" in priced("10 kr", before="12 kr")
    assert "<s>" not in priced("10 kr")


def test_what_is_kept_holds_no_text() -> None:
    priced("10 kr", before="12 kr")
    kept = "".join(_written(*_key()))
    assert "price.amount" in kept
    assert not any(text in kept for text in ("10 kr", "12 kr", "excl. VAT"))


def _key() -> tuple[str, str, tuple[tuple[str, object], ...]]:
    from truso.storefront.fragments import _outline

    values = {"price": {"amount": "1", "per": "", "vat_note": "1", "before": "1", "from_many": False}, "size": "card"}
    return PRICE, "en", _outline(values, "", {})


def test_texts_are_escaped_and_markup_is_not() -> None:
    assert "&lt;b&gt;&amp;&quot;" in priced('<b>&"')
    assert "<b>10</b>" in fragment("components/specs.html", groups=[{"name": mark_safe("<b>10</b>"), "lines": []}])


def test_a_text_that_looks_like_a_mark_is_a_text() -> None:
    assert "\x01price.before\x01" in priced("\x01price.before\x01", before="12 kr")


def test_rows_are_filled_in_their_order_however_many_there_are() -> None:
    lines = [{"name": f"n{place}", "value": f"v{place}"} for place in range(12)]
    written = fragment(
        "components/specs.html", groups=[{"name": "", "lines": lines[:3]}, {"name": "Size", "lines": lines[3:]}]
    )
    assert [written.index(line["value"]) for line in lines] == sorted(written.index(line["value"]) for line in lines)
    assert written.count("<tr>") == 13
