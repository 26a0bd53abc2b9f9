"""Pictures as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from truso.kernel.texts import in_language
from truso.modules.catalog.values import PictureRef

SVG = "image/svg+xml"


def picture_ref(
    uuid: UUID | str | None,
    width: int | None,
    height: int | None,
    content_type: str | None,
    alt: Mapping[str, str] | None,
    language: str,
) -> PictureRef | None:
    """Return the picture of a row; None when the row has none."""
    if not uuid:
        return None
    return PictureRef(
        UUID(uuid) if isinstance(uuid, str) else uuid,
        width or 1,
        height or 1,
        content_type == SVG,
        in_language(alt, language),
    )


def picture_of_json(row: Mapping[str, Any], language: str) -> PictureRef | None:
    """Return the picture of a JSON object with a picture's columns."""
    return picture_ref(
        row["uuid"], row["width"], row["height"], row["content_type"], row["alternative_texts"], language
    )
