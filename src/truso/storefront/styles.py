"""The shop's style sheets as one file: read once, compressed once, addressed by what is in it."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

FOLDER = Path(__file__).parent / "static" / "storefront" / "css"
PARTS = (
    "tokens",
    "base",
    "forms",
    "parts",
    "tables",
    "cards",
    "header",
    "listing",
    "home",
    "buying",
    "account",
    "display",
)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The sheet, plain and compressed, and the digest its address carries."""

    digest: str
    plain: bytes
    compressed: bytes


@lru_cache(maxsize=1)
def _read(_: tuple[float, ...]) -> StyleSheet:
    plain = b"\n".join((FOLDER / f"{part}.css").read_bytes() for part in PARTS)
    return StyleSheet(hashlib.sha256(plain).hexdigest()[:16], plain, gzip.compress(plain, 9, mtime=0))


def style_sheet() -> StyleSheet:
    """Return the shop's style sheet; development reads it again when a part changes."""
    return _read(tuple((FOLDER / f"{part}.css").stat().st_mtime for part in PARTS) if settings.DEBUG else ())
