"""Making renditions: once per picture, width and format, kept in the media folder."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from PIL import Image, ImageOps

from truso.kernel.refusals import Refused
from truso.modules.catalog.models import Picture
from truso.modules.output.pdf import render_svg_to_png

FOLDER = "renditions"
# Pictures beyond this would need more memory than a web process should spend on one.
MOST_PIXELS = 80_000_000
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 62, "speed": 7},
    "webp": {"quality": 80, "method": 4},
    "png": {"optimize": True},
}


@dataclass(frozen=True, slots=True)
class Rendition:
    """A finished rendition on disk."""

    path: Path
    etag: str


def rendition_of(uuid: UUID, width: int, extension: str) -> Rendition | None:
    """Return a rendition, made now if it is the first time; None when there is no such picture or it can't be read."""
    path = Path(settings.MEDIA_ROOT) / FOLDER / uuid.hex[:2] / f"{uuid.hex}-{width}.{extension}"
    if not path.exists():
        original = Picture.objects.filter(uuid=uuid).first()
        content = _render(original, width, extension) if original else None
        if content is None:
            return None
        _write(path, content)
    return Rendition(path, f"{uuid.hex}-{width}-{extension}")


def _render(original: Picture, width: int, extension: str) -> bytes | None:
    try:
        with original.file.open("rb") as file:
            content = file.read()
        vector = original.content_type == "image/svg+xml"
        picture: Image.Image = Image.open(BytesIO(render_svg_to_png(content, width) if vector else content))
        if picture.width * picture.height > MOST_PIXELS:
            return None
        picture = ImageOps.exif_transpose(picture)
    except (OSError, Refused, Image.DecompressionBombError, ValueError):
        return None
    picture = picture.convert("RGBA" if picture.mode in ("RGBA", "LA", "P", "PA") else "RGB")
    if picture.width > width:
        picture = picture.resize(
            (width, max(1, round(picture.height * width / picture.width))), Image.Resampling.LANCZOS
        )
    target = BytesIO()
    picture.save(target, format=extension.upper(), **OPTIONS[extension])
    return target.getvalue()


def _write(path: Path, content: bytes) -> None:
    """Put the file in place whole, so that nobody is served half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)
