"""Demonstration blocks of a product: what shows it at work, with pictures and videos."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from truso.backoffice.acting import staff_screen
from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.views.product_parts import Act, product_screen
from truso.kernel.refusals import refuse
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.blocks import MOST_FRAMES, MOST_HEADING, MOST_TEXT, BlockChange, add_block, arrange_blocks
from truso.modules.catalog.models import Product
from truso.modules.catalog.uploads import MOST_BYTES


@staff_screen("catalog.view_product", "GET", "HEAD", "POST")
def product_blocks(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a product's blocks; add, order, word and remove them."""
    product = Product.objects.filter(uuid=uuid).first()
    if product is None:
        raise Http404

    def add() -> tuple[Act, str]:
        return lambda: _add(request, product), _("The block is added.")

    def arrange() -> tuple[Act, str]:
        changes = [
            BlockChange(
                pk=int(key),
                position=_number(request.POST.get(f"position_{key}", "")),
                headings=_texts(request, f"heading_{key}", MOST_HEADING),
                texts=_texts(request, f"text_{key}", MOST_TEXT),
                is_removed=bool(request.POST.get(f"remove_{key}")),
            )
            for key in request.POST.getlist("block")
            if key.isascii() and key.isdigit() and len(key) < 18
        ]
        return lambda: arrange_blocks(product=product, changes=changes), _("The blocks are saved.")

    def context() -> dict[str, Any]:
        blocks = list(product.blocks.select_related("picture"))
        rows = [
            {
                "block": block,
                "place": place,
                "words": [
                    (code, LANGUAGE_NAMES[code], block.headings.get(code, ""), block.texts.get(code, ""))
                    for code in LANGUAGES
                ],
            }
            for place, block in enumerate(blocks, start=1)
        ]
        return {"rows": rows, "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]}

    return product_screen(request, product, "blocks", _("Demonstration"), {"add": add, "arrange": arrange}, context)


def _add(request: HttpRequest, product: Product) -> None:
    picture, video = request.FILES.get("picture"), request.FILES.get("video")
    if picture is not None and (picture.size or 0) > MOST_BYTES:
        raise refuse("file_too_large", "file", most=MOST_BYTES // (1024 * 1024))
    add_block(
        product=product,
        headings=_texts(request, "heading", MOST_HEADING),
        texts=_texts(request, "text", MOST_TEXT),
        picture=picture.read() if picture else None,
        video=video,
        address=request.POST.get("address", "")[:500],
        frames=_frames(request),
    )


def _frames(request: HttpRequest) -> list[bytes]:
    """Return the pictures all around, by their names: cameras number them."""
    files = sorted(request.FILES.getlist("frames")[: MOST_FRAMES + 1], key=lambda one: one.name or "")
    if any((one.size or 0) > MOST_BYTES for one in files):
        raise refuse("file_too_large", "file", most=MOST_BYTES // (1024 * 1024))
    return [bytes(one.read()) for one in files]


def _texts(request: HttpRequest, prefix: str, most: int) -> dict[str, str]:
    return {code: request.POST.get(f"{prefix}_{code}", "")[:most] for code in LANGUAGES}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
