"""What a file is, by its content; and the one table inside an archive, taken out with an eye on its size."""

from __future__ import annotations

import gzip
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from truso.platform.imports.reader.shapes import Unreadable

MOST_UNPACKED = 4 * 1024**3
MOST_RATIO = 200
# Below this a file may be packed as tightly as it likes.
HARMLESS = 64 * 1024**2
_TABLES = (".csv", ".txt", ".tsv", ".xlsx", ".jsonl", ".ndjson", ".json", ".xml")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"7z\xbc\xaf", b"Rar!")


@contextmanager
def plain_file(path: str, most: int = MOST_UNPACKED) -> Iterator[tuple[str, str]]:
    """Give the path and format (`csv`, `xlsx`, `xml`, `jsonl`) of a file, or of the one table in a zip or gzip (of its first `most` bytes)."""
    kind = _kind(path)
    if kind not in _PACKED:
        yield path, kind
        return
    with _scratch() as (inner, name):
        _PACKED[kind](path, inner, most)
        inner.flush()
        kind = _kind(name)
        if kind in _PACKED:
            raise Unreadable("file_archive")
        yield name, kind


@contextmanager
def _scratch() -> Iterator[tuple[BinaryIO, str]]:
    """Give a file and the path to it. Where the system can, it has no name: it is gone with the child, killed or not."""
    if os.path.isdir("/proc/self/fd"):
        with tempfile.TemporaryFile() as file:
            yield cast(BinaryIO, file), f"/proc/self/fd/{file.fileno()}"
    else:
        with tempfile.NamedTemporaryFile() as named:
            yield cast(BinaryIO, named), named.name


def _kind(path: str) -> str:
    with open(path, "rb") as file:
        start = file.read(4096)
    if not start.strip(b"\x00 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("file_empty")
    if start.startswith(b"PK\x03\x04"):
        return "xlsx" if _is_workbook(path) else "zip"
    if start.startswith(b"\x1f\x8b"):
        return "gz"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("file_encrypted")
    if start.startswith(_OTHERS):
        raise Unreadable("file_not_a_table")
    text = start.lstrip(b"\xef\xbb\xbf \r\n\t")
    if text.startswith((b"<?xml", b"<")) or start.replace(b"\x00", b"").lstrip(b"\xff\xfe").startswith(b"<?xml"):
        return "xml"
    return "jsonl" if text.startswith((b"{", b"[{")) or (text.startswith(b"[") and b"{" in text[:200]) else "csv"


def _is_workbook(path: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if "xl/workbook.xml" in names:
                _check_size(archive.infolist(), os.path.getsize(path))
                return True
            return False
    except (zipfile.BadZipFile, OSError, NotImplementedError) as problem:
        raise Unreadable("file_broken", line=1) from problem


def _check_size(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED or (unpacked > HARMLESS and unpacked > packed * MOST_RATIO) or len(entries) > 10_000:
        raise Unreadable("file_archive_bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("file_encrypted")


def is_safe_name(entry: zipfile.ZipInfo) -> bool:
    """Tell whether an entry of an archive lies inside it: no absolute path, no way up, no link."""
    name = entry.filename.replace("\\", "/")
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return not (is_link or name.startswith("/") or ":" in name.split("/", 1)[0] or ".." in name.split("/"))


def _take_out(path: str, target: BinaryIO, most: int) -> None:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        _check_size(entries, os.path.getsize(path))
        if not all(is_safe_name(entry) for entry in entries):
            raise Unreadable("file_archive_path")
        tables = [
            entry for entry in entries
            if entry.filename.lower().endswith(_TABLES) and not os.path.basename(entry.filename).startswith((".", "__MACOSX"))
            and not entry.filename.startswith("__MACOSX")
        ]  # fmt: skip
        if len(tables) != 1:
            raise Unreadable("file_archive")
        left, is_workbook = tables[0].file_size, False
        try:
            with archive.open(tables[0]) as source:
                while (chunk := source.read(1 << 20)) and (target.tell() < most or is_workbook):
                    is_workbook = is_workbook or (not target.tell() and chunk.startswith(b"PK"))
                    left -= len(chunk)
                    if left < 0:
                        raise Unreadable("file_archive_bomb")
                    target.write(chunk)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as problem:
            raise Unreadable("file_broken", line=1) from problem
        # As long as it says, so that the number of its rows is estimated from its whole size; the rest takes no room.
        target.truncate(tables[0].file_size)


def _unpack(path: str, target: BinaryIO, most: int) -> None:
    """Write what a gzip file holds, its first `most` bytes when it is only looked at."""
    limit = max(HARMLESS, os.path.getsize(path) * MOST_RATIO)
    try:
        with gzip.open(path) as source:
            while (chunk := source.read(1 << 20)) and target.tell() < most:
                target.write(chunk)
                if target.tell() > limit:
                    raise Unreadable("file_archive_bomb")
            if chunk and most >= MOST_UNPACKED:
                raise Unreadable("file_archive_bomb")
    except (zlib.error, EOFError, OSError) as problem:
        raise Unreadable("file_broken", line=1) from problem


_PACKED = {"zip": _take_out, "gz": _unpack}
