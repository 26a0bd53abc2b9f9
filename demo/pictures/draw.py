"""The door of the pictures: a specification in, one SVG out."""

from __future__ import annotations

from zlib import crc32

from demo.catalog.values import PictureSpec
from demo.pictures import (  # noqa: F401  (each registers its kinds)
    bolts,
    clothes,
    footwear,
    furniture,
    handtools,
    measuring,
    nuts,
    office,
    powertools,
    protection,
    scenes,
    screws,
    site,
    storage,
    toolparts,
)
from demo.pictures.canvas import Canvas
from demo.pictures.registry import KINDS, SIZES, Params

__all__ = ["KINDS", "draw", "draw_mark", "size_of"]


def size_of(kind: str) -> tuple[int, int]:
    """Return width and height of the sheet a kind is drawn on."""
    return SIZES[kind]


def draw(spec: PictureSpec, language: str = "en") -> str:
    """Return the SVG of a specification; the same specification gives the same bytes. Raises KeyError on an unknown kind."""
    return _sheet(spec, language).svg()


def draw_mark(spec: PictureSpec, language: str = "en") -> str:
    """Return the SVG without its ground, for logos on colored surfaces."""
    return _sheet(spec, language).bare()


def _sheet(spec: PictureSpec, language: str) -> Canvas:
    width, height = SIZES[spec.kind]
    key = f"p{crc32(repr((spec.kind, spec.params)).encode()):08x}"
    canvas = Canvas(key, spec.alt[language], width, height)
    KINDS[spec.kind](canvas, Params(dict(spec.params)))
    return canvas
