"""Columns on disk: plain arrays that grow at the end, and one small state file that says what counts.

A reader maps files by the state it read, and never sees more than that state promises. Growing appends to a file
beyond what any reader maps; changing writes a new file. Replacing the state file makes both visible at once. What a
crash left beyond the promised length is cut off by the next writer.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
STATE_FILE = "state.json"
FORMAT = 4


@dataclass(frozen=True, slots=True)
class ColumnFile:
    """Where a column lies: file name, element type and number of elements that count."""

    file: str
    dtype: str
    length: int


@dataclass(frozen=True, slots=True)
class State:
    """What counts in a folder of columns; the versions rise when texts and rows, prices or stock change.

    `position` is the caller's mark of how far changes have been taken over; `built_at` is when all was built, in seconds
    since 1970.
    """

    format: int = FORMAT
    serial: int = 0
    rows: int = 0
    documents: int = 0
    text_version: int = 0
    price_version: int = 0
    stock_version: int = 0
    position: int = 0
    built_at: int = 0
    columns: dict[str, ColumnFile] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    retired: tuple[str, ...] = ()


def read_state(folder: Path) -> State:
    """Return the state of a folder; raises FileNotFoundError when the folder was never completed."""
    data = json.loads((folder / STATE_FILE).read_text("utf-8"))
    if data["format"] != FORMAT:
        raise ValueError(f"index format {data['format']} is not {FORMAT}: build the index anew")
    data["columns"] = {name: ColumnFile(*entry) for name, entry in data["columns"].items()}
    data["retired"] = tuple(data["retired"])
    return State(**data)


def map_column(folder: Path, column: ColumnFile) -> Array:
    """Return a read-only array over the file; pages are shared by all processes that map it."""
    dtype = np.dtype(column.dtype)
    if not column.length:
        return np.zeros(0, dtype)
    size = column.length * dtype.itemsize
    with (folder / column.file).open("rb") as file:
        if os.fstat(file.fileno()).st_size < size:
            raise ValueError(f"{column.file} is shorter than its state says: build the index anew")
        mapped = mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ)
    return np.frombuffer(mapped, dtype, column.length)


def write_durably(path: Path, data: bytes) -> None:
    """Write a file beside and put it in place at once, flushed to disk."""
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to disk, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class ColumnWriter:
    """Grow and change the columns of a folder; nothing is visible before `commit`. One at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.state = read_state(folder)
        except FileNotFoundError:
            self.state = State()
        self._columns = dict(self.state.columns)
        self._lists = dict(self.state.lists)
        self._serial = self.state.serial
        self._touched: set[str] = set()

    def length(self, name: str) -> int:
        """Return the number of elements, those not yet committed included."""
        return self._columns[name].length if name in self._columns else 0

    def names(self, prefix: str) -> list[str]:
        """Return the names of the columns that begin so."""
        return [name for name in self._columns if name.startswith(prefix)]

    def read(self, name: str, dtype: str = "<i8") -> Array:
        """Return a column as it stands, those elements not yet committed included."""
        return map_column(self.folder, self._columns[name]) if name in self._columns else np.zeros(0, dtype)

    def append(self, name: str, values: Array | Iterable[Any], dtype: str) -> None:
        """Add elements at the end of a column, which is made when it is not there."""
        array = np.ascontiguousarray(np.asarray(values, dtype))
        column = self._columns.get(name) or ColumnFile(self._new_file(".bin"), dtype, 0)
        path = self.folder / column.file
        start = column.length * array.itemsize
        with path.open("r+b" if path.exists() else "w+b") as file:
            if file.seek(0, os.SEEK_END) > start:
                file.truncate(start)
            file.seek(start)
            file.write(array.tobytes())
        self._columns[name] = ColumnFile(column.file, dtype, column.length + len(array))
        self._touched.add(column.file)

    def replace(self, name: str, values: Array, dtype: str) -> None:
        """Give a column new content in a new file."""
        array = np.ascontiguousarray(np.asarray(values, dtype))
        file = self._new_file(".bin")
        (self.folder / file).write_bytes(array.tobytes())
        self._columns[name] = ColumnFile(file, dtype, len(array))
        self._touched.add(file)

    def write_list(self, name: str, content: Any) -> None:
        """Keep a piece of JSON beside the columns."""
        file = self._new_file(".json")
        (self.folder / file).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
        self._lists[name] = file
        self._touched.add(file)

    def read_list(self, name: str, default: Any) -> Any:
        """Return a piece of JSON kept beside the columns."""
        return json.loads((self.folder / self._lists[name]).read_text("utf-8")) if name in self._lists else default

    def commit(self, **changes: int) -> State:
        """Make everything visible at once; `changes` are the rows, documents and versions of the new state.

        Files that went out of use are kept for one more commit, for readers that are just opening them.
        """
        for name in self._touched:
            with (self.folder / name).open("r+b") as file:
                os.fsync(file.fileno())
        used = {column.file for column in self._columns.values()} | set(self._lists.values())
        before = {column.file for column in self.state.columns.values()} | set(self.state.lists.values())
        state = replace(
            self.state, serial=self._serial + 1, columns=self._columns, lists=self._lists,
            retired=tuple(sorted(before - used)), **changes,
        )  # fmt: skip
        data = asdict(state) | {"columns": {n: [c.file, c.dtype, c.length] for n, c in self._columns.items()}}
        write_durably(self.folder / STATE_FILE, json.dumps(data, separators=(",", ":")).encode())
        sync_folder(self.folder)
        for name in set(self.state.retired) - used - before:
            (self.folder / name).unlink(missing_ok=True)
        self.state, self._serial = state, self._serial + 1
        self._columns, self._lists, self._touched = dict(self._columns), dict(self._lists), set()
        return state

    def _new_file(self, ending: str) -> str:
        self._serial += 1
        return f"{self._serial:08d}{ending}"
