"""Which renditions of a picture there are, and their addresses."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol
from uuid import UUID

WIDTHS = (160, 320, 480, 640, 960, 1280, 1600)
FORMATS = {"avif": "image/avif", "webp": "image/webp", "png": "image/png"}


class Pictured(Protocol):
    """What is needed of a picture to show it."""

    @property
    def uuid(self) -> UUID: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def is_vector(self) -> bool: ...
    def __hash__(self) -> int: ...


def widths_of(picture: Pictured, most: int = WIDTHS[-1]) -> list[int]:
    """Return the widths a picture is offered in: never wider than the original, unless it is a drawing."""
    fitting = [width for width in WIDTHS if width <= most and (picture.is_vector or width <= picture.width)]
    return fitting or [WIDTHS[0]]


def rendition_url(uuid: UUID, width: int, extension: str) -> str:
    """Return the address of a rendition."""
    return f"/media/p/{uuid}/{width}.{extension}"


@lru_cache(maxsize=20_000)
def source_set(picture: Pictured, extension: str, most: int) -> str:
    """Return the `srcset` of a picture in one format."""
    return ", ".join(f"{rendition_url(picture.uuid, width, extension)} {width}w" for width in widths_of(picture, most))
