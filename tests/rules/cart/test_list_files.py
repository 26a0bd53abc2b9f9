"""Lists in files: spreadsheets and text, with heads and without."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.cart.workbooks import workbook
from truso.kernel.quantity import parse_quantity
from truso.kernel.refusals import Refused
from truso.modules.cart.columns import Columns, cell_text, columns_by_looking, columns_named
from truso.modules.cart.list_files import read_list_file
from truso.modules.cart.tables import Row, read_table
from truso.modules.cart.workbook_child import open_workbook


def read(content: bytes) -> list[tuple[str, Decimal | None, str]]:
    return [(line.first.code, line.first.quantity, line.reference) for line in read_list_file(content).lines]


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as raised:
        read_list_file(content)
    return raised.value.refusals[0].code


@pytest.mark.parametrize(
    "heads",
    [
        ["Varenr.", "Navn", "Antall", "Merking"],
        ["Artikelnummer", "Benämning", "Antal (st)", "Godsmärke"],
        ["Indeks", "Nazwa", "Ilość", "Uwagi"],
        ["Item no.", "Name", "Order qty", "Your reference"],
    ],
)
def test_columns_are_found_by_their_heads_in_four_languages(heads: list[str]) -> None:
    assert columns_named(heads) == Columns((0,), 2, 3)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([["A-1", "3"], ["B-2", "1"]], Columns((0,), 1)),
        ([["3", "A-1"], ["1", "B-2"]], Columns((1,), 0)),
        ([["100200", "300"], ["100300", "5"]], Columns((0,), 1)),
        ([["10", "A-1", "4"], ["20", "B-2", "4"], ["30", "C-3", "9"]], Columns((1,), 2)),
        ([["100200", "Hammer 2 kg", "129.50", "5"], ["100300", "Saw 60 cm", "99.00", "2"]], Columns((0, 1), 3)),
        ([["Hammer two", "100200", "5"], ["Saw long", "100300", "2"]], Columns((1, 0), 2)),
        ([["A-1", "7012345678901"], ["B-2", "7012345678918"]], None),
        ([["A-1"], ["B-2"]], None),
    ],
)
def test_columns_without_heads_are_told_by_looking(rows: list[list[str]], columns: Columns | None) -> None:
    found = columns_by_looking(rows)
    if columns is None:
        assert found is None or found.quantity is None or found.codes == (0,)
    else:
        assert found == columns


def test_a_spreadsheet_keeps_zeros_of_text_and_reads_numbers_as_written() -> None:
    rows = [["SKU", "Qty", "Ref"], ["0012", 2.0, "Site"], [4500123456789.0, 1.5, None], ["4500123456789.0", "1,5", 7]]

    assert read(workbook(rows)) == [
        ("0012", 2, "Site"),
        ("4500123456789", Decimal("1.5"), ""),
        ("4500123456789", Decimal("1.5"), "7"),
    ]


def test_what_stands_above_the_heads_is_told_and_row_numbers_are_the_sheets() -> None:
    rows = [["Order 12", None], [], ["Varenummer", "Antall"], ["A-1", 3], [], ["B-2", 1]]

    found = read_list_file(workbook(rows))

    assert (found.above, found.header) == (("Order 12",), "Varenummer; Antall")
    assert [(line.row, line.first.code) for line in found.lines] == [(4, "A-1"), (6, "B-2")]


def test_the_first_sheet_that_shows_anything_is_read_and_named_when_there_are_more() -> None:
    found = read_list_file(workbook([["HIDDEN", 1]], [], [["A-1", 3]], [["B-2", 1]], hidden=[0]))

    assert [line.first.code for line in found.lines] == ["A-1"]
    assert found.sheet == "Sheet 3"
    assert read_list_file(workbook([["A-1", 3]])).sheet == ""


def test_dates_and_yes_or_no_are_no_quantities() -> None:
    rows = [["SKU", "Qty"], ["A-1", date(2026, 5, 1)], ["B-2", True]]
    assert [quantity for _, quantity, _ in read(workbook(rows))] == [None, None]


@pytest.mark.parametrize("separator", ["\t", ";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
def test_a_text_file_is_read_in_its_encoding_and_separator(separator: str, encoding: str) -> None:
    text = "Varenr;Antall;Merke\r\nBOLT-Ø8;5;Bygg Å\r\n0012;2;\r\n".replace(";", separator)

    assert read(text.encode(encoding)) == [("BOLT-Ø8", 5, "Bygg Å"), ("0012", 2, "")]


def test_quoted_cells_hold_separators_lines_and_quotes() -> None:
    content = b'SKU;Name;Qty\n"A-1";"Pipe; 12"" long\nand bent";3\nB-2;Saw;1\n'

    found = read_list_file(content)

    assert [(line.row, line.first.code, line.first.quantity) for line in found.lines] == [(2, "A-1", 3), (4, "B-2", 1)]


def test_a_quote_that_is_never_closed_swallows_no_line() -> None:
    assert [code for code, _, _ in read(b'SKU;Name;Qty\nA-1;"12 inch;3\nB-2;Saw;1\n')] == ["A-1", "B-2"]


def test_a_file_without_columns_is_read_as_if_pasted() -> None:
    assert read(b"2 x A-1\nB-2 2,5\nC-3\n") == [("A-1", 2, ""), ("B-2", Decimal("2.5"), ""), ("C-3", 1, "")]


def test_a_hint_of_the_separator_is_no_line() -> None:
    found = read_list_file(b"sep=;\r\nSKU;Qty\r\nA-1;3\r\n")
    assert [(line.row, line.first.code) for line in found.lines] == [(3, "A-1")]


def test_a_row_tries_its_other_numbers_when_one_names_nothing() -> None:
    rows = [Row(1, ("Varenr", "EAN", "Antall")), Row(2, ("OLD-1", "7012345678901", "4"))]
    assert [(one.code, one.quantity) for one in read_table(rows).lines[0].readings] == [
        ("OLD-1", 4),
        ("7012345678901", 4),
    ]


def test_where_a_quantity_has_its_column_a_blank_one_is_not_taken_for_one() -> None:
    assert read(b"SKU;Qty\nA-1;\nB-2;2\n") == [("A-1", None, ""), ("B-2", 2, "")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n\t", "file_empty"),
        (workbook([]), "file_empty"),
        (b"SKU;Qty\n", "file_empty"),
        (b"%PDF-1.7 ...", "file_not_a_list"),
        (b"\x89PNG\r\n", "file_not_a_list"),
        (b"<html><table>", "file_not_a_list"),
        (b"A-1\0;3", "file_not_a_list"),
        (b"PK\x03\x04 and no more", "file_not_a_list"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_not_a_list"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
        (b"A-1;1\n" * 5001, "too_many_rows"),
        (workbook([[f"A-{number}", 1] for number in range(5001)]), "too_many_rows"),
        (workbook([[f"A-{number}", 1] for number in range(5100)]), "too_many_rows"),
        (b"x" * 5_000_001, "file_too_large"),
    ],
)
def test_what_is_no_list_is_refused_by_its_own_reason(content: bytes, code: str) -> None:
    assert refusal(content) == code


def test_5000_lines_below_their_heads_are_read() -> None:
    rows = [["SKU", "Qty"], *([f"A-{number}", 1] for number in range(5000))]
    assert len(read_list_file(workbook(rows)).lines) == 5000


def _with_last_cell(content: bytes) -> bytes:
    """Return a workbook that has one more cell: in the last row and column there can be."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            target.writestr(name, data.replace(b"</sheetData>", far))
    return out.getvalue()


def test_a_small_file_that_unfolds_to_a_huge_sheet_ends_its_child_alone() -> None:
    assert refusal(_with_last_cell(workbook([["A-1", 3]]))) == "file_not_a_list"


@given(st.integers(min_value=-(10**14), max_value=10**14))
def test_whole_numbers_come_back_without_a_point(number: int) -> None:
    assert cell_text(float(number)) == cell_text(number) == str(number)


@given(st.decimals(min_value=0, max_value=10**6, places=3))
def test_quantities_come_back_exactly(quantity: Decimal) -> None:
    assert parse_quantity(cell_text(float(quantity))) == quantity


@given(st.one_of(st.floats(), st.text(), st.booleans(), st.none(), st.dates(), st.times(), st.timedeltas()))
def test_any_cell_becomes_one_line_of_printable_text(value: object) -> None:
    text = cell_text(value)
    assert text == text.strip()
    assert text.isprintable()


@given(st.from_regex(r"0{0,4}[A-Z0-9]([A-Z0-9-]{0,10}[A-Z0-9])?", fullmatch=True))
def test_text_is_kept_as_it_is(code: str) -> None:
    assert cell_text(code) == code


@given(st.lists(st.lists(st.text(max_size=8), max_size=5), max_size=12))
def test_no_row_is_dropped(rows: list[list[str]]) -> None:
    cleaned = [tuple(cell_text(cell) for cell in row) for row in rows]
    given_rows = [Row(number, cells) for number, cells in enumerate(cleaned, start=1) if any(cells)]

    found = read_table(given_rows)

    assert len(found.lines) + len(found.above) + bool(found.header) == len(given_rows)
    assert all(line.readings for line in found.lines)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_a_workbook(content: bytes) -> None:
    assert open_workbook(b"PK\x03\x04" + content, 10).problem
