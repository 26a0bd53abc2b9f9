"""The child: `python -m truso.platform.imports.reader` with its task as one line of JSON on standard input.

It answers in frames on standard output: four bytes of length, then msgpack, `[kind, value]`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from truso.platform.children import limit_resources
from truso.platform.imports.reader.archives import MOST_UNPACKED, plain_file
from truso.platform.imports.reader.shapes import Look, RawRow, Unreadable
from truso.platform.imports.reader.texts import look_at_text, rows_of_text
from truso.platform.imports.reader.trees import look_at_objects, look_at_xml, rows_of_objects, rows_of_xml
from truso.platform.imports.reader.workbooks import look_at_workbook, rows_of_workbook

MOST_MEMORY = 1024**3
_LOOKS = {"csv": look_at_text, "xlsx": look_at_workbook, "xml": look_at_xml, "jsonl": look_at_objects}
_ROWS = {"csv": rows_of_text, "xlsx": rows_of_workbook, "xml": rows_of_xml, "jsonl": rows_of_objects}
# Of a packed table so much is taken out to be looked at.
LOOKED_INTO = 32 * 1024**2
# A portion is told before it grows beyond this, however many rows are asked for at once.
MOST_FRAME = 8 * 1024**2


def main() -> None:
    """Do one task: look at a file, or read its rows."""
    task = json.loads(sys.stdin.readline())
    limit_resources(memory=MOST_MEMORY, seconds=10 if task["act"] == "look" else None)
    if task["act"] != "look":
        os.nice(5)
    out = sys.stdout.buffer
    try:
        with plain_file(task["path"], LOOKED_INTO if task["act"] == "look" else MOST_UNPACKED) as (path, kind):
            if task["act"] == "look":
                _tell(out, "look", _LOOKS[kind](path, task["reading"]))
            else:
                for rows in _portions(_ROWS[kind](path, task["reading"]), int(task["portion"])):
                    _tell(out, "rows", rows)
        _tell(out, "end", None)
    except Unreadable as problem:
        _tell(out, "problem", [problem.code, problem.params])
    except MemoryError:
        _tell(out, "problem", ["file_too_much", {}])
    except FileNotFoundError:
        _tell(out, "problem", ["import_file_gone", {}])
    except BrokenPipeError:
        os._exit(0)


def _portions(rows: Iterator[RawRow], size: int) -> Iterator[list[RawRow]]:
    portion: list[RawRow] = []
    weight = 0
    for row in rows:
        portion.append(row)
        weight += sum(map(len, row.cells.values()))
        if len(portion) >= size or weight > MOST_FRAME:
            yield portion
            portion, weight = [], 0
    if portion:
        yield portion


def _tell(out: BinaryIO, kind: str, value: Look | list[RawRow] | list[Any] | Mapping[str, Any] | None) -> None:
    frame = msgspec.msgpack.encode([kind, value])
    out.write(len(frame).to_bytes(4, "big") + frame)
    out.flush()


main()
