"""Tables in XML and JSON lines: rows are elements or objects, columns are paths below them."""

from __future__ import annotations

import itertools
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from truso.platform.imports.reader.shapes import LOOKED_AT, MOST_CELL, MOST_COLUMNS, Column, Look, RawRow, Unreadable

MOST_LINE = 16 * 1024 * 1024
MOST_ARRAY = 64 * 1024 * 1024
_SCANNED = 20_000  # elements looked at to find what repeats
# Attributes that tell elements of one name apart, and children that name what stands beside them (BMEcat: FEATURE).
_QUALIFIERS = ("type", "price_type", "lang", "language", "name", "key", "currency")
_PAIRS = {"FNAME": "FVALUE", "NAME": "VALUE", "name": "value", "Name": "Value", "KEY": "VALUE", "key": "value"}
# What rows are called in the formats of this trade, however few there are of them.
_ROWS = ("product", "article", "item", "row", "record", "line")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _tag_of(element: Any) -> str:
    return _tag(element) if isinstance(element.tag, str) else ""


def _elements(path: str, events: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    with open(path, "rb") as file:
        # No document of this trade declares entities; those that do want to grow, or to read our files.
        if _ENTITY.search(file.read(1 << 16)):
            raise Unreadable("file_entities")
        file.seek(0)
        found = etree.iterparse(
            file, events=events, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            event, element = next(found)
            # Declared far into the file, or in another encoding than was looked for above.
            declared = element.getroottree().docinfo.internalDTD
            if declared is not None and next(declared.iterentities(), None) is not None:
                raise Unreadable("file_entities")
            yield event, element
            yield from found
        except etree.XMLSyntaxError as problem:
            raise Unreadable("file_broken", line=problem.lineno or 1) from problem


def _row_paths(path: str) -> list[tuple[str, int]]:
    """Return paths of elements that repeat and hold others, those that hold most first, none inside another."""
    here: list[str] = []
    counts: Counter[str] = Counter()
    leaves: Counter[str] = Counter()
    for event, element in itertools.islice(_elements(path, ("start", "end")), _SCANNED):
        if event == "start":
            here.append(_tag(element))
            counts["/".join(here)] += 1
            leaves["/".join(here)] += len(element.attrib)
            continue
        if not len(element):
            for depth in range(1, len(here)):
                leaves["/".join(here[:depth])] += 1
        here.pop()
        if len(here) > 2:
            element.clear(keep_tail=False)
    ranked = sorted(
        (
            (one, leaves[one] // count)
            for one, count in counts.items()
            if leaves[one] > count and (count > 1 or one.rpartition("/")[2].casefold() in _ROWS)
        ),
        key=lambda found: (found[0].rpartition("/")[2].casefold() not in _ROWS, -found[1], found[0].count("/")),
    )
    outer = [one for one, _ in ranked if not any(one.startswith(f"{other}/") for other, _ in ranked)]
    # A file with a single row has nothing that repeats but parts of rows.
    return [(one, counts[one]) for one in outer or [one for one, _ in ranked]]


def _row_elements(path: str, row_path: str) -> Iterator[Any]:
    here: list[str] = []
    for event, element in _elements(path, ("start", "end")):
        if event == "start":
            here.append(_tag(element))
            continue
        if "/".join(here) == row_path:
            yield element
            element.clear(keep_tail=False)
            # What has been read is let go of, or the tree grows as large as the file.
            while element.getprevious() is not None:
                del element.getparent()[0]
        here.pop()


def _cells(element: Any) -> dict[str, str]:
    cells: dict[str, list[str]] = {}
    for name, value in element.attrib.items():
        cells.setdefault(f"@{name.rpartition('}')[2]}", []).append(value)
    for child in element:
        _collect(child, "", cells)
    if len(cells) > MOST_COLUMNS:
        raise Unreadable("file_columns", most=MOST_COLUMNS)
    return {path: "|".join(values) for path, values in cells.items()}


def _collect(element: Any, above: str, cells: dict[str, list[str]]) -> None:
    if not isinstance(element.tag, str):
        return
    named = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
    qualifiers = "".join(f"[{name}={named[name][:60]}]" for name in _QUALIFIERS if name in named)
    # Prices by quantity (BMEcat): what holds from which quantity is a column of its own.
    bound = next((child.text for child in element if _tag_of(child) == "LOWER_BOUND" and child.text), "")
    qualifiers += f"[LOWER_BOUND={bound.strip()[:20]}]" if bound else ""
    path = f"{above}/{_tag(element)}{qualifiers}" if above else f"{_tag(element)}{qualifiers}"
    for name, value in named.items():
        if name not in _QUALIFIERS:
            cells.setdefault(f"{path}@{name}", []).append(value)
    if not len(element):
        text = (element.text or "").strip()
        if len(text) > MOST_CELL:
            raise Unreadable("file_cell_long", line=element.sourceline or 0, most=MOST_CELL)
        if text:
            cells.setdefault(path, []).append(text)
    elif not _collect_pair(element, path, cells):
        for child in element:
            _collect(child, path, cells)


def _collect_pair(element: Any, path: str, cells: dict[str, list[str]]) -> bool:
    """Take an element that names a property and gives its value (and its unit) as one column of that name."""
    children = {_tag(child): (child.text or "").strip() for child in element if isinstance(child.tag, str)}
    name = next((one for one, value in _PAIRS.items() if children.get(one) and value in children), None)
    if name is None:
        return False
    values = [(child.text or "").strip() for child in element if _tag(child) == _PAIRS[name]]
    unit = next((text for tag, text in children.items() if tag.upper().endswith("UNIT") and text), "")
    found = [f"{value} {unit}".strip() for value in values if value]
    cells.setdefault(f"{path}[{name}={children[name][:60]}]/{_PAIRS[name]}", []).extend(found)
    return True


def look_at_xml(path: str, fixed: Mapping[str, Any]) -> Look:
    """Look at the first rows of an XML file: at the elements that repeat, or those of the path asked for."""
    paths = _row_paths(path)
    if not paths:
        raise Unreadable("file_empty")
    row_path = str(fixed.get("row_path") or paths[0][0])
    samples: dict[str, list[str]] = {}
    for element in itertools.islice(_row_elements(path, row_path), LOOKED_AT):
        for key, value in _cells(element).items():
            samples.setdefault(key, []).append(value[:80])
    if not samples:
        raise Unreadable("row_path_unknown", found=row_path[:200])
    return Look(
        format="xml", row_path=row_path, row_paths=tuple(one for one, _count in paths), columns=_columns(samples),
        decimal=str(fixed.get("decimal") or "."),
    )  # fmt: skip


def _columns(samples: Mapping[str, list[str]]) -> tuple[Column, ...]:
    if len(samples) > MOST_COLUMNS:
        raise Unreadable("file_columns", most=MOST_COLUMNS)
    return tuple(Column(key, key, tuple(values[:3])) for key, values in samples.items())


def rows_of_xml(path: str, reading: Mapping[str, Any]) -> Iterator[RawRow]:
    """Yield the rows of an XML file, numbered from one."""
    for number, element in enumerate(_row_elements(path, str(reading["row_path"])), start=1):
        yield RawRow(number, _cells(element))


def _objects(path: str) -> Iterator[tuple[int, Any]]:
    with open(path, "rb") as file:
        if file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"["):
            yield from _array(path)
            return
        file.seek(0)
        line = 0
        while text := file.readline(MOST_LINE + 1):
            line += 1
            if len(text) > MOST_LINE:
                raise Unreadable("file_cell_long", line=line, most=MOST_CELL)
            if text.strip(b"\xef\xbb\xbf \r\n\t"):
                yield line, _decoded(text, line)


def _array(path: str) -> Iterator[tuple[int, Any]]:
    if os.path.getsize(path) > MOST_ARRAY:
        raise Unreadable("file_json_array", most=MOST_ARRAY // 1024**2)
    with open(path, "rb") as file:
        yield from enumerate(_decoded(file.read(), 1), start=1)


def _decoded(text: bytes, line: int) -> Any:
    try:
        # Figures stay as they are written.
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as problem:
        raise Unreadable("file_broken", line=line) from problem


def _flat(value: Any, line: int) -> dict[str, str]:
    if not isinstance(value, dict):
        raise Unreadable("file_broken", line=line)
    cells: dict[str, str] = {}
    stack = [("", value)]
    while stack:
        above, part = stack.pop()
        for name, one in part.items():
            key = _written(f"{above}.{name}" if above else name)
            if isinstance(one, dict):
                stack.append((key, one))
            elif text := _written(one):
                cells[key] = text
    if len(cells) > MOST_COLUMNS:
        raise Unreadable("file_columns", most=MOST_COLUMNS)
    if any(len(text) > MOST_CELL for text in cells.values()):
        raise Unreadable("file_cell_long", line=line, most=MOST_CELL)
    return cells


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(
            _written(one) if not isinstance(one, dict | list) else json.dumps(one, ensure_ascii=False) for one in value
        )
    # What no text of a database can hold: a zero, and halves of a pair.
    return str(value).replace("\x00", "").encode(errors="replace").decode()


def look_at_objects(path: str, fixed: Mapping[str, Any]) -> Look:
    """Look at the first objects of a file of JSON lines (or one JSON array)."""
    samples: dict[str, list[str]] = {}
    count = 0
    for line, value in itertools.islice(_objects(path), LOOKED_AT):
        count += 1
        for key, text in _flat(value, line).items():
            samples.setdefault(key, []).append(text[:80])
    if not samples:
        raise Unreadable("file_empty")
    return Look(
        format="jsonl", columns=_columns(samples), decimal=str(fixed.get("decimal") or "."),
        rows_estimate=count if count < LOOKED_AT else 0,
    )  # fmt: skip


def rows_of_objects(path: str, reading: Mapping[str, Any]) -> Iterator[RawRow]:
    """Yield the objects of a file as rows."""
    for line, value in _objects(path):
        if cells := _flat(value, line):
            yield RawRow(line, cells)
