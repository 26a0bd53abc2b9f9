"""Files and keys as their owners and staff see them. Whose an order is has been asked before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from truso.kernel.refusals import NotFound
from truso.modules.catalog.models import Variant
from truso.modules.digital.models import DigitalFile, LicenceKey
from truso.modules.orders.models import OrderLine


@dataclass(frozen=True, slots=True)
class Handed:
    """What a buyer has of a line: keys in clear, files to fetch; `waiting` counts what is still to come."""

    line: OrderLine
    keys: tuple[str, ...]
    files: tuple[DigitalFile, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class KeyCounts:
    """How many keys of an article nobody has, are handed over, are voided."""

    free: int
    assigned: int
    voided: int


def list_handed(lines: Iterable[OrderLine]) -> list[Handed]:
    """Return what was handed over of an order's lines, in two queries; none when nothing of it is digital.

    A line that is credited altogether gives no access any more.
    """
    digital = [line for line in lines if line.supply == Variant.Kind.DIGITAL]
    if not digital:
        return []
    keys: dict[int, list[str]] = {}
    for line_id, text in LicenceKey.objects.filter(order_line__in=digital).values_list("order_line_id", "text"):
        keys.setdefault(line_id or 0, []).append(text)
    files: dict[int, list[DigitalFile]] = {}
    for file in DigitalFile.objects.filter(variant__in=[line.variant_id for line in digital], removed_at=None):
        files.setdefault(file.variant_id, []).append(file)
    return [
        Handed(
            line,
            tuple(keys.get(line.pk, ())) if is_open_to_buyer(line) else (),
            tuple(files.get(line.variant_id or 0, ())) if is_open_to_buyer(line) else (),
            int(line.quantity - line.shipped_quantity - line.cancelled_quantity),
        )
        for line in digital
    ]


def is_open_to_buyer(line: OrderLine) -> bool:
    """Tell whether something of a line was handed over and not given back."""
    return line.shipped_quantity > line.credited_quantity


def find_file(lines: Iterable[OrderLine], uuid: UUID) -> tuple[DigitalFile, OrderLine]:
    """Return a file of these lines and the line it comes with; raises NotFound for one that is not the buyer's."""
    for one in list_handed(lines):
        for file in one.files:
            if file.uuid == uuid:
                return file, one.line
    raise NotFound("file")


def count_keys(variant: Variant) -> KeyCounts:
    """Return how the keys of an article stand."""
    found = LicenceKey.objects.filter(variant=variant).aggregate(
        free=Count("pk", filter=Q(order_line=None, voided_at=None)),
        assigned=Count("pk", filter=Q(order_line__isnull=False)),
        voided=Count("pk", filter=Q(voided_at__isnull=False)),
    )
    return KeyCounts(**found)
