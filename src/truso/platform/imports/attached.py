"""The files beside the table of an archive: a picture, a data sheet. Read one at a time, by name, never written anywhere."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from truso.kernel.refusals import refuse
from truso.platform.imports.reader.archives import is_safe_name

# The option under which a target finds the path of the archive its table came from.
ARCHIVE = "archive"
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


class Attached:
    """An open archive's files by the names tables call them by: with or without their folder, whatever the case."""

    def __init__(self, archive: zipfile.ZipFile | None) -> None:
        self._archive = archive
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in archive.infolist() if archive else ():
            if not entry.is_dir() and is_safe_name(entry) and not entry.filename.startswith("__MACOSX"):
                self._entries[_plain(entry.filename)] = entry
                self._entries.setdefault(_plain(PurePosixPath(entry.filename).name), entry)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def read(self, name: str, *, most: int) -> bytes:
        """Return a file's content. Refuses `attachment_missing`, `file_too_large` (above `most` bytes) and `archive_unreadable`."""
        entry = self._entries.get(_plain(name))
        if entry is None or self._archive is None:
            raise refuse("attachment_missing", "file", found=name[:80])
        try:
            with self._archive.open(entry) as file:
                content = file.read(most + 1)
        except _BROKEN as problem:
            raise refuse("archive_unreadable", "file") from problem
        if len(content) > most:
            raise refuse("file_too_large", "file", most=most // (1024 * 1024))
        return content


@contextmanager
def attached_to(path: str | None) -> Iterator[Attached]:
    """Give the files of an archive; none where there is no archive."""
    if not path:
        yield Attached(None)
        return
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN:
        yield Attached(None)
        return
    with archive:
        yield Attached(archive)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/")).removeprefix("./").casefold().strip()
