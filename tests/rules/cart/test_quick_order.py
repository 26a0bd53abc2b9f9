"""Lists as people paste them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.kernel.identifiers import normalize_code
from truso.modules.cart.list_files import decode_file
from truso.modules.cart.quick_order import parse_lines, readings_of


@pytest.mark.parametrize(
    ("line", "code", "quantity"),
    [
        ("ABC\t10", "ABC", 10),
        ("ABC;10", "ABC", 10),
        ("10;ABC", "ABC", 10),
        ("ABC,10", "ABC", 10),
        ('"ABC","10"', "ABC", 10),
        ("ABC 10", "ABC", 10),
        ("10 ABC", "ABC", 10),
        ("2 x ABC", "ABC", 2),
        ("2x ABC", "ABC", 2),
        ("3 × ABC", "ABC", 3),
        ("ABC x 2", "ABC", 2),
        ("2010102 x", "2010102", 1),
        ("x 2010102", "2010102", 1),
        ("2010102;x", "2010102", 1),
        ("ABC ×", "ABC", 1),
        ("ABC", "ABC", 1),
        ("ABC;", "ABC", 1),
        ("ABC;;", "ABC", 1),
        ("ABC 2,5", "ABC", "2.5"),
        ("2,5 ABC", "ABC", "2.5"),
        ("ABC;0,5", "ABC", "0.5"),
        ("ABC 10 stk", "ABC", 10),
        ("ABC;10 szt.", "ABC", 10),
        ("ABC 123 10", "ABC 123", 10),
        ("7012345678901;5", "7012345678901", 5),
        ("5;7012345678901", "7012345678901", 5),
        ("5 7012345678901", "7012345678901", 5),
        ("100200 300", "100200", 300),
        ("ABC;Hammer, large;129,00;5", "ABC", 5),
        ("SKR-M8x30\t1 000", "SKR-M8x30", None),
        ("ABC;-1", "ABC", -1),
        ("ABC;1e9", "ABC", None),
        ("ABC;many", "ABC", None),
    ],
)
def test_a_line_is_read_as_it_was_meant(line: str, code: str, quantity: int | str | None) -> None:
    first = readings_of(line)[0]
    expected = None if quantity is None else Decimal(quantity)
    if line.endswith("1 000"):
        expected = Decimal(1000)
    assert (first.code, first.quantity) == (code, expected)


def test_both_readings_are_kept_where_two_are_possible() -> None:
    assert [(one.code, one.quantity) for one in readings_of("ABC 123")] == [("ABC", 123), ("ABC 123", 1)]
    assert [(one.code, one.quantity) for one in readings_of("200 100200")][:2] == [("100200", 200), ("200", 100200)]


@pytest.mark.parametrize(
    "header",
    [
        "Artikkelnummer;Antall",
        "Varenr.\tBeskrivelse\tAntall",
        "SKU,Quantity",
        "Indeks;Ilość",
        "Artikelnr;Antal",
        "sku qty",
    ],
)
def test_a_header_is_no_article_and_says_where_things_stand(header: str) -> None:
    separator = next((one for one in ("\t", ";", ",") if one in header), " ")
    row = separator.join(["ABC", "a hammer", "4"] if header.count(separator) == 2 else ["ABC", "4"])
    pasted = parse_lines(f"{header}\n{row}")
    assert pasted.header == header
    assert [(line.row, line.first.code, line.first.quantity) for line in pasted.lines] == [(2, "ABC", 4)]


def test_a_header_may_put_the_quantity_first_and_others_between() -> None:
    pasted = parse_lines("Antall;Navn;Artikkelnr\n5;7 mm drill;100")
    assert [(one.code, one.quantity) for one in pasted.lines[0].readings] == [("100", 5)]


def test_a_list_without_a_header_loses_no_line() -> None:
    assert [line.first.code for line in parse_lines("ABC;1\n\n  \nDEF;2\r\nGHI").lines] == ["ABC", "DEF", "GHI"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_uploaded_file_is_read_in_its_encoding(encoding: str) -> None:
    assert decode_file("Bolt-Ø8;5".encode(encoding)) == "Bolt-Ø8;5"


@given(st.lists(st.text(max_size=60), max_size=30))
def test_no_line_is_dropped_and_every_line_has_a_reading(texts: list[str]) -> None:
    text = "\n".join(texts)
    pasted = parse_lines(text)
    written = [line.strip() for line in text.splitlines() if line.strip()]
    assert [line.text for line in pasted.lines] == (written[1:] if pasted.header else written)
    assert all(line.readings and line.readings[0].code for line in pasted.lines)


@given(
    st.from_regex(r"[A-Z]{2,5}-[A-Z0-9]{1,6}", fullmatch=True),
    st.integers(min_value=1, max_value=9999),
    st.sampled_from(
        ["{c}\t{q}", "{q}\t{c}", "{c};{q}", "{q};{c}", "{c},{q}", "{c} {q}", "{q} {c}", "{q} x {c}", "{c} x {q}"]
    ),
)
def test_code_and_quantity_come_back_however_they_are_parted(code: str, quantity: int, form: str) -> None:
    first = readings_of(form.format(c=code, q=quantity))[0]
    assert (normalize_code(first.code), first.quantity) == (normalize_code(code), quantity)


def test_a_long_number_before_words_is_the_articles() -> None:
    assert [(one.code, one.quantity) for one in readings_of("5010106;many")] == [("5010106", None), ("many", 5010106)]
    assert [(one.code, one.quantity) for one in readings_of("10;ABC")] == [("ABC", 10), ("10", None)]
