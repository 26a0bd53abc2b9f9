"""Pictures of many articles at once: a zip whose files are named after article numbers (`SKU.jpg`, `SKU_2.jpg`)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from django.db import transaction

from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.modules.catalog.attachments import add_picture
from truso.modules.catalog.models import Variant
from truso.modules.catalog.uploads import MOST_BYTES

MOST_ARCHIVE: Final = 100 * 1024 * 1024
MOST_UNPACKED: Final = 300 * 1024 * 1024
MOST_PICTURES: Final = 100
_PLACE = re.compile(r"^(?P<code>.+)[_ ](?P<place>\d{1,3})$")


@dataclass(frozen=True, slots=True)
class NamedPicture:
    """A file of an archive: its bare name and its content."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ArchiveOutcome:
    """What became of an archive's files: (name, article number), names that match nothing, (name, why not)."""

    added: Sequence[tuple[str, str]]
    unmatched: Sequence[str]
    refused: Sequence[tuple[str, Refusal]]


def read_archive(content: bytes) -> list[NamedPicture]:
    """Return the files of a zip by their bare names, in order; folders and systems' own files are left out.

    Nothing is written anywhere, so a path inside the archive leads nowhere. Refuses `file_empty`, `file_too_large`,
    `archive_unreadable` (no zip, broken, encrypted) and `archive_too_large` by number or by what it would unpack to:
    as it says itself, and as it is read, for what it says may be a lie.
    """
    if not content:
        raise refuse("file_empty", "file")
    if len(content) > MOST_ARCHIVE:
        raise refuse("file_too_large", "file", most=MOST_ARCHIVE // (1024 * 1024))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = [one for one in archive.infolist() if _is_wanted(one)]
            if len(entries) > MOST_PICTURES or sum(one.file_size for one in entries) > MOST_UNPACKED:
                raise _too_large()
            return [NamedPicture(_bare(one.filename), _read(archive, one)) for one in entries]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as problem:
        raise refuse("archive_unreadable", "file") from problem


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    return not (entry.is_dir() or entry.filename.startswith("__MACOSX/") or _bare(entry.filename).startswith("."))


def _bare(filename: str) -> str:
    return PurePosixPath(filename.replace("\\", "/")).name[:200]


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _too_large()
    return content


def _too_large() -> Refused:
    return refuse("archive_too_large", "file", pictures=MOST_PICTURES, most=MOST_BYTES // (1024 * 1024))


def add_pictures_by_name(*, files: Sequence[NamedPicture]) -> ArchiveOutcome:
    """Put each picture into the gallery of the product whose article its name says, in the order of the names.

    A name is an article number, or one with `_2`, `_3` and so on behind it; numbers are compared without dashes, spaces
    and case. What matches nothing is named in the outcome, and so is what `add_picture` refuses; the others are kept.
    """
    variants = _variants(files)
    added: list[tuple[str, str]] = []
    unmatched: list[str] = []
    refused: list[tuple[str, Refusal]] = []
    for file in sorted(files, key=lambda one: _order(one.name)):
        variant = next((variants[code] for code in _codes(file.name) if code in variants), None)
        if variant is None:
            unmatched.append(file.name)
            continue
        try:
            with transaction.atomic():
                add_picture(product=variant.product, content=file.content, alternative_texts={})
        except Refused as problem:
            refused.append((file.name, problem.refusals[0]))
        else:
            added.append((file.name, variant.sku))
    return ArchiveOutcome(added, unmatched, refused)


def _variants(files: Sequence[NamedPicture]) -> Mapping[str, Variant]:
    codes = {code for file in files for code in _codes(file.name)}
    found = Variant.objects.filter(sku_normalized__in=codes).select_related("product")
    return {variant.sku_normalized: variant for variant in found}


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _codes(name: str) -> list[str]:
    """Return the numbers a name may mean: all of it first, then without the place behind it."""
    stem = _stem(name)
    placed = _PLACE.match(stem)
    codes = [normalize_code(stem), normalize_code(placed["code"]) if placed else ""]
    return [code for code in codes if code]


def _order(name: str) -> tuple[str, int]:
    placed = _PLACE.match(_stem(name))
    return (placed["code"], int(placed["place"])) if placed else (_stem(name), 0)
