"""Files as they really come: oddly named, oddly headed, packed, cut off, or made to do harm. No database."""

from __future__ import annotations

import gzip
import json
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from openpyxl import Workbook

from truso.kernel.refusals import Refused
from truso.platform.imports.reader.tables import find_decimal, find_header, name_columns
from truso.platform.imports.reading import Look, RawRow, look_at, read_rows

SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TENFOLD = ((one, f"&l{one - 1};" * 10) for one in range(1, 10))
ENTITIES = "".join(f'<!ENTITY l{one} "{ten}">' for one, ten in TENFOLD)
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "lollollol">{ENTITIES}]>'


def read(path: Path, **fixed: Any) -> tuple[Look, list[RawRow]]:
    look = look_at(str(path), fixed)
    return look, [row for portion in read_rows(str(path), msgspec.to_builtins(look)) for row in portion]


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def a_workbook(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


def a_workbook_of(path: Path, sheet: str, shared: str = "") -> Path:
    """Write a workbook whose only sheet, and whose shared texts, are the XML given."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": f'<workbook {SHEET} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": shared or f"<sst {SHEET}/>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _relations(kind: str, target: str) -> str:
    base = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{base}/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
    )


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list", "list.xls"])
def test_a_workbook_is_one_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    made = a_workbook(tmp_path / "made.xlsx", ["sku", "price"], ["A1", 12.5])

    look, rows = read(made.rename(tmp_path / name))

    assert (look.format, dict(rows[0].cells)) == ("xlsx", {"sku": "A1", "price": "12.5"})


def test_a_workbook_in_an_archive_is_read_whole(tmp_path: Path) -> None:
    made = a_workbook(tmp_path / "list.xlsx", ["sku", "price"], *[[f"A{one}", one] for one in range(500)])
    with zipfile.ZipFile(tmp_path / "list.zip", "w") as archive:
        archive.write(made, "list.xlsx")

    assert len(read(tmp_path / "list.zip")[1]) == 500


def test_a_large_table_in_an_archive_is_looked_at_by_its_beginning_and_read_whole(tmp_path: Path) -> None:
    line = "A{:07d};" + "text " * 200 + "\n"
    with zipfile.ZipFile(tmp_path / "list.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("list.csv", "sku;text\n" + "".join(line.format(one) for one in range(40_000)))

    began = time.monotonic()
    look = look_at(str(tmp_path / "list.zip"))
    took = time.monotonic() - began
    rows = sum(len(portion) for portion in read_rows(str(tmp_path / "list.zip"), msgspec.to_builtins(look)))

    assert abs(look.rows_estimate - 40_000) < 1_000
    assert rows == 40_000
    assert took < 5


def test_a_day_in_a_workbook_is_a_day_and_a_long_number_is_whole(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "list.xlsx", ["sku", "from"], [7050000000001, datetime(2026, 3, 4)])

    assert dict(read(path)[1][0].cells) == {"sku": "7050000000001", "from": "2026-03-04"}


def test_the_same_heading_twice_is_still_a_heading(tmp_path: Path) -> None:
    look, rows = read(written(tmp_path / "list.csv", "sku;pris;pris;pris (2)\nA1;1,5;2,5;3,5\n"))

    assert [column.heading for column in look.columns] == ["sku", "pris", "pris", "pris (2)"]
    assert dict(rows[0].cells) == {"sku": "A1", "pris": "1,5", "pris (2)": "2,5", "pris (2) (2)": "3,5"}


def test_quantities_may_be_headings(tmp_path: Path) -> None:
    _look, rows = read(written(tmp_path / "list.csv", "Artikel;1;10;100\nA1;5,50;5,00;4,50\nA2;6,50;6,00;5,50\n"))

    assert dict(rows[0].cells) == {"Artikel": "A1", "1": "5,50", "10": "5,00", "100": "4,50"}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["sku", "name"], ["A1", "Bolt"]], (0, True)),
        ([["A1", "1"], ["A2", "2"]], (0, False)),
        ([["A1", "1", "10"], ["A2", "3", "4"]], (0, False)),
        ([["Price list"], [], ["sku", "name", "price"], ["A1", "Bolt", "1,5"]], (2, True)),
        ([["red", "bolt"], ["blue", "bolt"]], (0, False)),
        ([["sku", "price"]], (0, True)),
    ],
)
def test_where_a_table_begins(rows: list[list[str]], found: tuple[int, bool]) -> None:
    assert find_header(rows) == found


def test_every_column_has_a_key_of_its_own() -> None:
    keys = [key for key, _ in name_columns(["a", "a", "a (2)", "", "#4"], 6, has_header=True)]

    assert len(set(keys)) == 6


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["1,5"], ","), (["1.5"], "."), (["0,250", "1,500"], ","), (["0.250", "1.500"], "."), (["1.234,50"], ","),
        (["1,234.50"], "."), (["1,234"], "?"), (["12"], "?"),
    ],
)  # fmt: skip
def test_which_decimal_mark_a_file_writes(cells: list[str], found: str) -> None:
    assert find_decimal([cells], otherwise="?") == found


def test_a_pipe_beside_decimal_commas_is_the_separator(tmp_path: Path) -> None:
    look, rows = read(written(tmp_path / "list.csv", "A1|1,50|2,50\nA2|3,50|4,50\n"))

    assert (look.separator, dict(rows[0].cells)) == ("|", {"#1": "A1", "#2": "1,50", "#3": "2,50"})


def test_lines_may_end_in_a_return_alone(tmp_path: Path) -> None:
    _look, rows = read(written(tmp_path / "list.csv", "sku;price\rA1;1,5\rA2;2,5\r"))

    assert [row.cells["sku"] for row in rows] == ["A1", "A2"]


def test_rows_of_attributes_alone_are_rows(tmp_path: Path) -> None:
    content = '<shop><items><item sku="A1" price="1.5"/><item sku="A2" price="2.5"/></items></shop>'

    look, rows = read(written(tmp_path / "list.xml", content))

    assert look.row_path == "shop/items/item"
    assert [dict(row.cells) for row in rows] == [{"@sku": "A1", "@price": "1.5"}, {"@sku": "A2", "@price": "2.5"}]


def test_what_no_database_can_hold_is_left_out(tmp_path: Path) -> None:
    lines = [{"sku": "A\x001", "na\x00me": "\ud800x"}]
    path = written(tmp_path / "list.jsonl", "\n".join(json.dumps(one) for one in lines))

    assert dict(read(path)[1][0].cells) == {"sku": "A1", "name": "?x"}


def test_zeros_far_into_a_text_are_left_out(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "sku;text\n" + "A1;x\n" * 20_000 + "B\x001;x\n")

    assert read(path)[1][-1].cells["sku"] == "B1"


def long_line(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"a;" * 500_000)


def long_row(path: Path) -> None:
    path.write_text("sku;text\n" + "A1;x\n" * 300 + "x;" * 5000 + "\n")


def far_cell(path: Path) -> None:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c></row><row r="2"><c r="XFD2"><v>1</v></c></row>'
    a_workbook_of(path, f"<worksheet {SHEET}><sheetData>{row}</sheetData></worksheet>")


def workbook_laughs(path: Path) -> None:
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'
    a_workbook_of(path, f"{LAUGHS}<worksheet {SHEET}><sheetData>{cell}</sheetData></worksheet>")


def shared_laughs(path: Path) -> None:
    cell = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    sheet = f"<worksheet {SHEET}><sheetData>{cell}</sheetData></worksheet>"
    a_workbook_of(path, sheet, f"{LAUGHS}<sst {SHEET}><si><t>&l9;</t></si></sst>")


def no_such_text(path: Path) -> None:
    cell = '<row r="1"><c r="A1" s="999" t="s"><v>99</v></c></row>'
    a_workbook_of(path, f"<worksheet {SHEET}><sheetData>{cell}</sheetData></worksheet>")


def cut_off(path: Path) -> None:
    content = a_workbook(path, ["sku"], ["A1"]).read_bytes()
    path.write_bytes(content[:-300])


def late_laughs(path: Path) -> None:
    row = '<row a="&l9;"><c>&l9;</c><d>1</d></row>'
    path.write_text(f'<?xml version="1.0"?><!--{"x" * 70_000}-->{LAUGHS}<x>{row}{row}</x>')


def wide_laughs(path: Path) -> None:
    row = "<row><c>&l9;</c><d>1</d></row>"
    path.write_bytes(f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<x>{row}{row}</x>'.encode("utf-16"))


def late_file(path: Path) -> None:
    row = "<row><c>&f;</c><d>1</d></row>"
    entity = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    path.write_text(f'<?xml version="1.0"?><!--{"x" * 70_000}-->{entity}<x>{row}{row}</x>')


def many_attributes(path: Path) -> None:
    attributes = " ".join(f'a{one}="1"' for one in range(5000))
    row = f"<row {attributes}><b>1</b></row>"
    path.write_text(f"<x>{row}{row}</x>")


def deep_object(path: Path) -> None:
    path.write_text('{"a":' * 30_000 + "1" + "}" * 30_000)


def encrypted(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "sku\nA")
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)


def damaged_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", "sku;name\n" + "".join(f"A{one};{one * 7919}\n" for one in range(5000)))
    content = bytearray(path.read_bytes())
    content[200:400] = bytes(200)
    path.write_bytes(content)


def not_a_table(path: Path) -> None:
    path.write_bytes(b"sku;name\n\x00\x01\x02")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (long_line, "file_cell_long"), (long_row, "file_columns"), (far_cell, "file_columns"),
        (workbook_laughs, "file_broken"), (shared_laughs, "file_broken"), (no_such_text, "file_broken"),
        (cut_off, "file_broken"), (late_laughs, "file_entities"), (wide_laughs, "file_entities"),
        (late_file, "file_entities"), (many_attributes, "file_columns"), (deep_object, "file_broken"),
        (encrypted, "file_encrypted"), (damaged_archive, "file_broken"), (not_a_table, "file_not_a_table"),
    ],
)  # fmt: skip
def test_harm_is_refused_by_its_name(tmp_path: Path, make: Callable[[Path], None], code: str) -> None:
    make(tmp_path / "upload")

    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        read(tmp_path / "upload")
    took = time.monotonic() - began

    assert [one.code for one in refused.value.refusals] == [code]
    assert took < 10  # 2 seconds on an idle machine


@pytest.mark.parametrize(
    ("fixed", "code"),
    [
        ({"encoding": "rot13"}, "encoding_unknown"), ({"encoding": "utf-8-sig"}, "file_encoding"),
        ({"separator": ";;"}, "separator_unknown"),
    ],
)  # fmt: skip
def test_what_is_fixed_wrongly_is_refused(tmp_path: Path, fixed: dict[str, str], code: str) -> None:
    path = written(tmp_path / "list.csv", "sku;navn\nA1;Blå\n".encode("cp1252"))

    with pytest.raises(Refused) as refused:
        read(path, **fixed)

    assert refused.value.refusals[0].code == code


def test_a_packed_table_is_read_as_if_it_were_not(tmp_path: Path) -> None:
    path = tmp_path / "list.csv.gz"
    path.write_bytes(gzip.compress(b"sku;name\nA1;Bolt\n"))

    look, rows = read(path)

    assert ([one.key for one in look.columns], [row.cells for row in rows]) == (
        ["sku", "name"],
        [{"sku": "A1", "name": "Bolt"}],
    )


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: gzip.compress(b"a;b\n" * 20 * 1024**2, 1), "file_archive_bomb"),
        (lambda: gzip.compress(b"sku;name\n" * 1000)[:30], "file_broken"),
        (lambda: gzip.compress(gzip.compress(b"sku;name")), "file_archive"),
        (lambda: gzip.compress(b""), "file_empty"),
    ],
    ids=["bomb", "cut_off", "packed_twice", "empty"],
)
def test_harm_in_a_packed_table_is_refused(tmp_path: Path, make: Callable[[], bytes], code: str) -> None:
    (tmp_path / "list.gz").write_bytes(make())

    with pytest.raises(Refused) as refused:
        read(tmp_path / "list.gz")

    assert [one.code for one in refused.value.refusals] == [code]


def test_a_path_of_rows_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "list.xml", "<x><row><a>1</a><b>2</b></row><row><a>1</a><b>2</b></row></x>")

    with pytest.raises(Refused) as refused:
        read(path, row_path="x/line")

    assert refused.value.refusals[0].code == "row_path_unknown"


def test_nothing_is_left_behind_when_reading_ends_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    with zipfile.ZipFile(tmp_path / "list.zip", "w") as archive:
        archive.writestr("list.csv", "sku;name\n" + "A1;Bolt\n" * 50_000)
    look = look_at(str(tmp_path / "list.zip"))

    rows = read_rows(str(tmp_path / "list.zip"), msgspec.to_builtins(look))
    next(rows)
    rows.close()  # type: ignore[attr-defined]

    assert list((tmp_path / "scratch").iterdir()) == []
