"""Tables as files: what is exported, and what was refused, to be mended and sent again. Flat in memory."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from truso.kernel.refusals import Refusal
from truso.platform.imports.models import ImportRow, ImportRun
from truso.platform.imports.operations import columns_of
from truso.platform.imports.queries import refused_rows

FORMATS = ("csv", "xlsx", "jsonl")
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
}
_CHUNK = 1 << 16
# Signs a spreadsheet takes for the beginning of a formula (OWASP, CSV injection).
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def write_table(kind: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield a table as a file: `csv` (UTF-8 with its mark, semicolons, as spreadsheets in our languages open it), `xlsx`, `jsonl`.

    Cells are texts. What a spreadsheet would take for a formula is written as text, with an apostrophe in CSV; the
    importer takes that away again.
    """
    if kind == "csv":
        yield from _csv(headings, rows)
    elif kind == "xlsx":
        yield from _xlsx(headings, rows)
    elif kind == "jsonl":
        yield from _json_lines(headings, rows)
    else:
        raise ValueError(f"{kind} is no format of tables")


def _csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow([guarded(one) for one in headings])
    for row in rows:
        writer.writerow([guarded(one) for one in row])
        if buffer.tell() > _CHUNK:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet computes: a number stays, other text that begins like a formula gets an apostrophe."""
    if not text or text[0] not in _RISKY:
        return text
    return text if _is_number(text) else f"'{text}"


def _is_number(text: str) -> bool:
    body = text[1:].replace(",", ".", 1)
    return text[0] in "+-" and body.replace(".", "", 1).isdigit()


def _json_lines(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    lines: list[bytes] = []
    size = 0
    for row in rows:
        line = json.dumps(dict(zip(headings, row, strict=True)), ensure_ascii=False).encode() + b"\n"
        lines.append(line)
        size += len(line)
        if size > _CHUNK:
            yield b"".join(lines)
            lines, size = [], 0
    yield b"".join(lines)


def _xlsx(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet()

    def cell(text: str) -> Any:
        made = WriteOnlyCell(sheet, value=text)
        made.data_type = "s"  # a text, whatever it begins with: numbers keep their leading zeros
        return made

    sheet.append([cell(one) for one in headings])
    for row in rows:
        sheet.append([cell(one) for one in row])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def errors_file(
    run: ImportRun, *, kind: str, say: Callable[[Refusal], str], heading: str
) -> tuple[str, Iterator[bytes]]:
    """Return the name and content of a file with a run's refused rows as they came in, and why in a column of its own.

    It has the headings of the original, so that the mended file is read alike.
    """
    columns = columns_of(run)
    headings = [*(column.heading or column.key for column in columns), heading]

    def rows() -> Iterator[list[str]]:
        for row in refused_rows(run):
            yield [
                *(str(row.values.get(column.key, "")) for column in columns),
                " ".join(say(one) for one in reasons_of(row)),
            ]

    stem = run.file_name.rpartition(".")[0] or run.file_name
    return f"{stem}-errors.{kind}", write_table(kind, headings, rows())


def reasons_of(row: ImportRow) -> list[Refusal]:
    """Return why a row was refused."""
    return [Refusal(**one) for one in row.reasons]
