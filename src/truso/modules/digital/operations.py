"""Every write to files and keys that are sold."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID, uuid4

from django.core.files.base import File
from django.db import connection

from truso.kernel.references import Reference
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.modules.catalog.models import Variant
from truso.modules.digital.models import DigitalFile, DownloadEntry, LicenceKey
from truso.modules.inventory.operations import list_locations, receive_stock, withdraw_stock
from truso.modules.orders.models import OrderLine
from truso.platform import clock

MOST_FILE_BYTES = 500 * 1024 * 1024
MOST_KEY, MOST_KEYS = 500, 10_000
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")
# Rows that another order is taking are passed over, so that two orders never wait for the same key.
_ASSIGN = """
with free as (
    select id from digital_licencekey
    where variant_id = %(variant)s and location_id = %(location)s and order_line_id is null and voided_at is null
    order by id limit %(count)s for update skip locked
)
update digital_licencekey k set order_line_id = %(line)s, assigned_at = %(now)s from free where k.id = free.id returning k.id
"""


def add_file(*, variant: Variant, upload: File[bytes], name: str, version: str = "") -> DigitalFile:
    """Let a file come with an article; one of the same name is replaced, for those too who have bought it.

    Refuses `not_digital`, `file_empty`, `file_too_large`, and `file_name_invalid`.
    """
    _check_digital(variant)
    cleaned = _UNSAFE.sub("_", name.strip()).strip(". ")[:200]
    if not cleaned or not any(letter.isalnum() for letter in cleaned):
        raise refuse("file_name_invalid", "file")
    size = int(upload.size or 0)
    if size == 0:
        raise refuse("file_empty", "file")
    if size > MOST_FILE_BYTES:
        raise refuse("file_too_large", "file", most=MOST_FILE_BYTES // (1024 * 1024))
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    remove_files(variant=variant, names=[cleaned])
    one = DigitalFile(
        variant=variant, name=cleaned, version=version.strip()[:40], size=size, sha256=digest.hexdigest(), added_at=clock.now()
    )  # fmt: skip
    # The name it is kept under tells nothing and can't be guessed.
    one.file.save(uuid4().hex, upload, save=False)
    one.save()
    return one


def remove_files(*, variant: Variant, names: Sequence[str]) -> int:
    """Take files away from an article, also from those who have bought it; return how many. They stay in the store."""
    gone = DigitalFile.objects.filter(variant=variant, name__in=names, removed_at=None)
    return gone.update(removed_at=clock.now())


def add_keys(*, variant: Variant, texts: Sequence[str], added_by_id: int | None) -> int:
    """Put keys into store: each is one of the article on hand. Returns how many were new; known ones are passed over.

    Refuses `not_digital`, `keys_need_stock` for an article that is not kept in stock, `no_location`, `too_many_lines`,
    and `key_too_long` with the number of its line.
    """
    _check_digital(variant)
    if not variant.is_stocked:
        raise refuse("keys_need_stock", "keys")
    wanted = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    if not wanted:
        raise refuse("field_required", "keys")
    if len(wanted) > MOST_KEYS:
        raise refuse("too_many_lines", "keys", most=MOST_KEYS)
    long = [line for line, text in enumerate(wanted, start=1) if len(text) > MOST_KEY]
    if long:
        raise Refused(*(Refusal("key_too_long", {"line": line, "most": MOST_KEY}, "keys") for line in long[:20]))
    location = next(iter(list_locations()), None)
    if location is None:
        raise refuse("no_location", "keys")
    now = clock.now()
    known = set(LicenceKey.objects.filter(variant=variant, text__in=wanted).values_list("text", flat=True))
    rows = [
        LicenceKey(variant=variant, location=location, text=text, added_at=now, added_by_id=added_by_id)
        for text in wanted
        if text not in known
    ]
    LicenceKey.objects.bulk_create(rows)
    if rows:
        receive_stock(
            location_id=location.pk, subject=Reference("licence_keys", uuid4()), lines=[(variant.pk, Decimal(len(rows)))]
        )  # fmt: skip
    return len(rows)


def void_key(*, uuid: UUID, voided_by_id: int | None) -> LicenceKey:
    """Take a key that nobody has out of store. Raises NotFound; refuses `key_handed_over`, and `count_below_reserved` when
    it is promised to an order. Voiding it again does nothing.
    """
    key = LicenceKey.objects.select_for_update().filter(uuid=uuid).first()
    if key is None:
        raise NotFound("licence key")
    if key.order_line_id is not None:
        raise refuse("key_handed_over")
    if key.voided_at is None:
        withdraw_stock(
            location_id=key.location_id, subject=Reference("licence_key", key.uuid), variant_id=key.variant_id, quantity=Decimal(1)
        )  # fmt: skip
        key.voided_at, key.voided_by_id = clock.now(), voided_by_id
        key.save(update_fields=["voided_at", "voided_by"])
    return key


def assign_keys(*, line: OrderLine, location_id: int, count: int) -> int:
    """Give an order line so many keys that lie at a location, the oldest first; return how many there were."""
    values = {"variant": line.variant_id, "location": location_id, "line": line.pk, "count": count, "now": clock.now()}
    with connection.cursor() as cursor:
        cursor.execute(_ASSIGN, values)
        return len(cursor.fetchall())


def note_download(*, file: DigitalFile, line_id: int, person_id: int | None) -> None:
    """Write down that a buyer fetched a file."""
    DownloadEntry.objects.create(file=file, order_line_id=line_id, person_id=person_id, at=clock.now())


def _check_digital(variant: Variant) -> None:
    if variant.kind != Variant.Kind.DIGITAL:
        raise refuse("not_digital", sku=variant.sku)
