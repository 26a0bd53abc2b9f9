"""Writes to demonstration blocks of a product."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.db.models import Max

from truso.kernel.refusals import refuse
from truso.kernel.texts import LANGUAGES
from truso.kernel.value import Value
from truso.modules.catalog.media_rules import HEAD, video_address, video_type
from truso.modules.catalog.models import Picture, Product, ProductBlock, SpinFrame
from truso.modules.catalog.uploads import read_picture

MOST_BLOCKS = 30
LEAST_FRAMES, MOST_FRAMES = 8, 72
MOST_VIDEO_BYTES = 200 * 1024 * 1024
MOST_HEADING, MOST_TEXT = 200, 5_000
_ENDINGS = {"video/mp4": "mp4", "video/webm": "webm"}


class BlockChange(Value, frozen=True):
    """What a block becomes: its place, its words; or gone."""

    pk: int
    position: int
    headings: Mapping[str, str]
    texts: Mapping[str, str]
    is_removed: bool = False


def add_block(
    *,
    product: Product,
    headings: Mapping[str, str],
    texts: Mapping[str, str],
    picture: bytes | None = None,
    video: File[bytes] | None = None,
    address: str = "",
    frames: Sequence[bytes] = (),
) -> ProductBlock:
    """Put a block at the end: with a picture, a film (MP4, WebM; a picture with it stands there until it is played), or the
    address of a video at YouTube or Vimeo; or with `frames`, the product all around in from 8 to 72 pictures.

    Refuses `block_empty` without words and anything to show, `one_video` for a film and an address, `too_many_blocks`,
    `video_unreadable`, `file_too_large`, `video_address_unknown`, `frames_count`, and what `read_picture` refuses.
    """
    if product.blocks.count() >= MOST_BLOCKS:
        raise refuse("too_many_blocks", most=MOST_BLOCKS)
    words = {"headings": _words(headings, MOST_HEADING), "texts": _words(texts, MOST_TEXT)}
    if sum((video is not None, bool(address.strip()), bool(frames))) > 1:
        raise refuse("one_video", "address")
    if not any((*words["headings"].values(), *words["texts"].values(), picture, video, address.strip(), frames)):
        raise refuse("block_empty")
    last = product.blocks.aggregate(last=Max("position"))["last"]
    block = ProductBlock(product=product, position=0 if last is None else last + 1, **words)
    if picture is not None:
        block.picture, block.media = _picture(picture), ProductBlock.Media.PICTURE
    if address.strip():
        found = video_address(address)
        if found is None:
            raise refuse("video_address_unknown", "address")
        block.media, block.embed = found
    if video is not None:
        _put_video(block, video)
    if frames:
        if not LEAST_FRAMES <= len(frames) <= MOST_FRAMES:
            raise refuse("frames_count", "frames", least=LEAST_FRAMES, most=MOST_FRAMES)
        block.media = ProductBlock.Media.SPIN
    shown = [_picture(content) for content in frames]
    block.save()
    SpinFrame.objects.bulk_create(
        SpinFrame(block=block, picture=one, position=place) for place, one in enumerate(shown)
    )
    return block


def _words(texts: Mapping[str, str], most: int) -> dict[str, str]:
    return {code: texts[code].strip()[:most] for code in LANGUAGES if texts.get(code, "").strip()}


def _picture(content: bytes) -> Picture:
    read = read_picture(content)
    digest = hashlib.sha256(content).hexdigest()
    found = Picture.objects.filter(sha256=digest).first()
    if found:
        return found
    made = Picture(content_type=read.content_type, width=read.width, height=read.height, sha256=digest)
    made.file.save(f"{digest[:24]}.{read.extension}", ContentFile(content), save=False)
    made.save()
    return made


def _put_video(block: ProductBlock, video: File[bytes]) -> None:
    size = int(video.size or 0)
    if size > MOST_VIDEO_BYTES:
        raise refuse("file_too_large", "video", most=MOST_VIDEO_BYTES // (1024 * 1024))
    video.seek(0)
    kind = video_type(video.read(HEAD))
    video.seek(0)
    if not kind:
        raise refuse("video_unreadable", "video")
    block.media, block.content_type, block.size = ProductBlock.Media.VIDEO, kind, size
    block.video.save(f"{uuid4().hex}.{_ENDINGS[kind]}", video, save=False)


def arrange_blocks(*, product: Product, changes: Sequence[BlockChange]) -> None:
    """Order a product's blocks, write their words, take some away. Those of other products are left alone."""
    rows = {row.pk: row for row in product.blocks.all()}
    kept: list[ProductBlock] = []
    for change in sorted(changes, key=lambda one: one.position):
        row = rows.get(change.pk)
        if row is None:
            continue
        if change.is_removed:
            row.delete()
            continue
        row.headings, row.texts = _words(change.headings, MOST_HEADING), _words(change.texts, MOST_TEXT)
        row.position = len(kept)
        kept.append(row)
    ProductBlock.objects.bulk_update(kept, ["headings", "texts", "position"])
