"""Pictures as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count

from truso.kernel.texts import in_language
from truso.modules.catalog.models import ProductPicture
from truso.modules.catalog.values import PictureRef
from truso.platform.database.values import read_json

SVG = "image/svg+xml"
_BY_CODE = """
select named.code, i.uuid, i.width, i.height, i.content_type, i.alternative_texts from (
    select uuid::text as code, id as picture_id, 0 as rank from catalog_picture where uuid::text = any(%(codes)s)
    union all select code, picture_id, 1 from catalog_category where code = any(%(codes)s)
    union all select p.code, (
        select g.picture_id from catalog_productpicture g where g.product_id = p.id order by g.position, g.id limit 1), 2
    from catalog_product p where p.code = any(%(codes)s)
) named join catalog_picture i on i.id = named.picture_id order by named.rank
"""


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


def pictures_by_code(codes: Iterable[str], language: str) -> dict[str, PictureRef]:
    """Return pictures by what content calls them: a picture's UUID, a category's code or a product's code."""
    wanted = [code for code in dict.fromkeys(codes) if code]
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_BY_CODE, {"codes": wanted})
        rows = cursor.fetchall()
    found: dict[str, PictureRef] = {}
    for code, uuid, width, height, content_type, alt in rows:
        shown = picture_ref(uuid, width, height, content_type, read_json(alt), language)
        if shown:
            found.setdefault(code, shown)
    return found


def count_other_products(*, product_id: int, picture_ids: Iterable[int]) -> dict[int, int]:
    """Return how many other products show each of a product's pictures; those no other shows are left out."""
    others = ProductPicture.objects.filter(picture_id__in=list(picture_ids)).exclude(product_id=product_id)
    return dict(others.values_list("picture_id").annotate(count=Count("product_id")).order_by())
