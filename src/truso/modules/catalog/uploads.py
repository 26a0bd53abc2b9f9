"""What an uploaded file really is: judged by its content, never by its name or by what the browser says."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from truso.kernel.refusals import refuse

MOST_BYTES = 20 * 1024 * 1024
LEAST_SIDE, MOST_SIDE = 200, 12_000
# Renditions are made of originals up to this size only.
MOST_PIXELS = 80_000_000
# Formats of Pillow's that are pictures and nothing else: no SVG, which may carry script, and no animation formats.
_FORMATS = {"JPEG": ("image/jpeg", "jpg"), "PNG": ("image/png", "png"), "WEBP": ("image/webp", "webp")}
_PDF_HEAD, _PDF_END = b"%PDF-", b"%%EOF"


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that was read: its type, its ending, its size in pixels as it is shown."""

    content_type: str
    extension: str
    width: int
    height: int


def read_picture(content: bytes) -> PictureFile:
    """Return what a picture is, read to its last row.

    Refuses `file_empty`, `file_too_large`, `picture_unreadable` (anything but JPEG, PNG and WebP, or a broken one),
    `picture_too_small` and `picture_too_large` by its sides.
    """
    _check_size(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=list(_FORMATS))
            width, height = picture.size
            _check_sides(width, height)
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise refuse("picture_unreadable", "file") from problem
    content_type, extension = _FORMATS[picture.format or ""]
    # A camera held upright writes a lying picture and says so beside it.
    turned = picture.getexif().get(0x0112, 1) in {5, 6, 7, 8}
    return PictureFile(content_type, extension, height if turned else width, width if turned else height)


def check_document(content: bytes) -> None:
    """Refuse what is no PDF: `file_empty`, `file_too_large`, `document_unreadable`."""
    _check_size(content)
    if not content.startswith(_PDF_HEAD) or _PDF_END not in content[-2048:]:
        raise refuse("document_unreadable", "file")


def _check_size(content: bytes) -> None:
    if not content:
        raise refuse("file_empty", "file")
    if len(content) > MOST_BYTES:
        raise refuse("file_too_large", "file", most=MOST_BYTES // (1024 * 1024))


def _check_sides(width: int, height: int) -> None:
    if min(width, height) < LEAST_SIDE:
        raise refuse("picture_too_small", "file", least=LEAST_SIDE)
    if max(width, height) > MOST_SIDE or width * height > MOST_PIXELS:
        raise refuse("picture_too_large", "file", most=MOST_SIDE)
