"""Lists of articles in files: spreadsheets and text in any of the encodings and separators programs write."""

from __future__ import annotations

import csv

from truso.kernel.refusals import refuse
from truso.modules.cart.quick_order import MAX_ROWS, Pasted
from truso.modules.cart.tables import Row, read_table, read_text
from truso.modules.cart.workbooks import read_workbook

MAX_FILE = 5_000_000
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# How pages, PDFs and pictures begin: what somebody sends by mistake.
_NO_LIST = (b"%PDF", b"<!DOCTYPE", b"<!doctype", b"<html", b"<?xml", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")


def read_list_file(content: bytes) -> Pasted:
    """Read an uploaded list.

    Refuses `file_too_large`, `file_empty`, `file_encrypted`, `file_not_a_list` and `too_many_rows`.
    """
    if len(content) > MAX_FILE:
        raise refuse("file_too_large")
    pasted = _read(content) if content.strip() else Pasted(())
    if not pasted.lines:
        raise refuse("file_empty")
    if len(pasted.lines) > MAX_ROWS:
        raise refuse("too_many_rows", maximum=MAX_ROWS)
    return pasted


def _read(content: bytes) -> Pasted:
    if content.startswith(_WORKBOOK):
        if _ENCRYPTED in content:
            raise refuse("file_encrypted")
        book = read_workbook(content)
        pasted = read_table([Row(number, tuple(cells)) for number, cells in book.rows])
        return Pasted(pasted.lines, pasted.header, pasted.above, book.sheet if book.has_more else "")
    if content.lstrip().startswith(_NO_LIST) or (b"\0" in content and not content.startswith(_UTF_16)):
        raise refuse("file_not_a_list")
    try:
        return read_text(decode_file(content))
    except csv.Error as error:
        raise refuse("file_not_a_list") from error


def decode_file(content: bytes) -> str:
    """Return an uploaded list as text: UTF-8 or UTF-16 by their marks, else UTF-8 if it is that, else Windows-1252."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
