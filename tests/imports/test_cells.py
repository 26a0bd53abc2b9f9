"""Cells in the normal form of their field: tables of what people and spreadsheets write."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.kernel.refusals import Refusal
from truso.platform.imports.cells import adds_up, read_cell
from truso.platform.imports.keys import SeenKeys
from truso.platform.imports.reader.shapes import RawRow
from truso.platform.imports.values import CLEAR, FieldSpec


def cell(text: str, kind: str, decimal: str = ",") -> str:
    found = read_cell(text, FieldSpec("field", "Field", kind), decimal=decimal)
    return f"!{found.code}" if isinstance(found, Refusal) else found


@pytest.mark.parametrize(
    ("text", "decimal", "found"),
    [
        ("12,50", ",", "12.50"), ("1 234,50", ",", "1234.50"), ("1\u00a0234,50", ",", "1234.50"), ("1\u202f234", ",", "1234"),
        ("1.234,50", ",", "1234.50"), ("1.234", ",", "1234"), ("12.5", ",", "12.5"), ("1,234.50", ".", "1234.50"),
        ("1,234", ".", "1234"), ("12,5", ".", "12.5"), ("-3,5", ",", "-3.5"), ("\u22123,5", ",", "-3.5"), ("+7", ",", "7"),
        ("kr 99,-", ",", "99"), ("99,00 kr", ",", "99.00"), ("1 200,00 zł", ",", "1200.00"), ("€ 5.10", ".", "5.10"),
        ("0", ",", "0"), ("nan", ",", ""), ("#N/A", ",", ""), ("12;5", ",", "!cell_number"), ("twelve", ",", "!cell_number"),
        ("0.500", ",", "0.500"), ("0,500", ".", "0.500"), ("12345.678", ",", "12345.678"), ("1.500", ",", "1500"),
        ("12 50", ",", "!cell_number"), ("1,234,56", ",", "!cell_number"), ("- 5", ",", "-5"), ("5,", ",", "5"),
        ("1'234.50", ".", "1234.50"), ("\u0663", ",", "!cell_number"),
        ("1.23.4", ",", "!cell_number"), ("1,2,3", ".", "!cell_number"), ("12e3", ",", "!cell_number"), ("", ",", "!cell_number"),
    ],
)  # fmt: skip
def test_numbers(text: str, decimal: str, found: str) -> None:
    assert cell(text, "number", decimal) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("007", "007"), (" A-1\u00a0", "A-1"), ("7,04E+12", "!cell_code_damaged"), ("7.04123E+12", "!cell_code_damaged"),
        ("01.feb", "!cell_code_damaged"), ("2-mar", "!cell_code_damaged"), ("jan-05", "!cell_code_damaged"),
        ("7041234567890.0", "7041234567890"), ("10.0", "10.0"), ("'=A1", "=A1"), ("E12", "E12"), ("1E", "1E"),
        ("3E10", "3E10"), ("10DES", "10DES"), ("1MAR", "1MAR"), ("06.01.2012", "06.01.2012"),
        ("2026-02-01", "!cell_code_damaged"), ("2026-02-01 12:30:00", "!cell_code_damaged"), ("1E+05", "!cell_code_damaged"),
    ],
)  # fmt: skip
def test_codes(text: str, found: str) -> None:
    assert cell(text, "code") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-03-31", "2026-03-31"), ("31.03.2026", "2026-03-31"), ("31/3/2026", "2026-03-31"), ("2026/03/31", "2026-03-31"),
        ("2026-03-31 00:00:00", "2026-03-31"), ("2026-03-31T12:00:00Z", "2026-03-31"), ("31.02.2026", "!cell_date"),
        ("03-31", "!cell_date"), ("soon", "!cell_date"), ("nan", ""),
    ],
)  # fmt: skip
def test_days(text: str, found: str) -> None:
    assert cell(text, "date") == found


@pytest.mark.parametrize("text", ["ja", "Ja", "YES", "tak", "1", "x", "true", "sant"])
def test_yes(text: str) -> None:
    assert cell(text, "boolean") == "true"


@pytest.mark.parametrize("text", ["nei", "Nej", "no", "nie", "0", "false"])
def test_no(text: str) -> None:
    assert cell(text, "boolean") == "false"


def test_what_is_neither_is_refused() -> None:
    assert cell("perhaps", "boolean") == "!cell_boolean"


@pytest.mark.parametrize("kind", ["text", "code", "number", "boolean", "date", "list"])
def test_clear_is_clear_in_every_type(kind: str) -> None:
    assert cell(f" {CLEAR} ", kind) == CLEAR


def test_a_text_beyond_measure_is_refused() -> None:
    assert cell("x" * 100_001, "text") == "!cell_too_long"


@given(number=st.decimals(min_value=-(10**9), max_value=10**9, places=4), mark=st.sampled_from([",", "."]))
def test_a_number_in_either_way_of_writing_is_the_same_number(number: Decimal, mark: str) -> None:
    thousands = "\u00a0" if mark == "," else ","
    text = f"{number:,.4f}".replace(",", "T").replace(".", mark).replace("T", thousands)

    assert Decimal(cell(text, "number", mark)) == number


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"a": "Sum", "b": "1 234,50"}, True), ({"b": "1 234,50", "c": "7"}, True), ({"a": "Razem:", "b": "3"}, True),
        ({"a": "Bolt", "b": "3"}, False),
    ],
)  # fmt: skip
def test_a_row_of_sums(cells: dict[str, str], found: bool) -> None:
    assert adds_up(RawRow(9, cells)) is found


def test_a_key_met_before_names_its_first_row_however_long_ago() -> None:
    seen = SeenKeys()
    for start in range(0, 120_000, 1000):
        assert not any(
            seen.add([f"k{one}" for one in range(start, start + 1000)], list(range(start + 1, start + 1001)))
        )

    assert seen.add(["k5", "new", "k119999", "new"], [200_001, 200_002, 200_003, 200_004]) == [6, 0, 120_000, 200_002]
