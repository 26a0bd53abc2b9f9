"""Write the demo's stock: what came in to cover two years of sales and leave today's shelves as planned."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal

from demo.load.base import Base
from demo.load.goods import Goods, identity
from truso.kernel.money import ZERO
from truso.modules.inventory.models import EntryKind, StockEntry, StockItem


def load_stock(*, now: datetime, base: Base, goods: Goods) -> None:
    """Write receipts per quarter, each as large as what leaves in it, on top of the stock that is there today."""
    moved: dict[tuple[int, int], dict[datetime, Decimal]] = defaultdict(lambda: defaultdict(lambda: ZERO))
    returned: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
    for variant_id, location_id, kind, quantity, at in StockEntry.objects.values_list(
        "variant_id", "location_id", "kind", "quantity", "at"
    ):
        if kind == EntryKind.SHIPMENT:
            moved[variant_id, location_id][_quarter(at)] -= quantity
        else:
            returned[variant_id, location_id] += quantity
    opening = now - timedelta(days=740)
    entries, items = [], []
    for product in goods.catalog.products:
        for spec in product.variants:
            variant = goods.variants[spec.sku]
            for location, planned in zip(
                base.locations, (spec.opening_stock_main, spec.opening_stock_second), strict=True
            ):
                key = (variant.pk, location.pk)
                receipts = [(opening, planned), *moved[key].items()]
                entries += [
                    StockEntry(
                        variant=variant, location=location, kind=EntryKind.RECEIPT, quantity=quantity, subject_kind="receipt",
                        subject_uuid=identity("receipt", f"{spec.sku}:{location.code}:{at:%Y-%m-%d}:{index}"), at=at,
                    )
                    for index, (at, quantity) in enumerate(receipts)
                    if quantity
                ]  # fmt: skip
                if planned or returned[key] or moved[key]:
                    items.append(StockItem(variant=variant, location=location, on_hand=planned + returned[key]))
    StockEntry.objects.bulk_create(entries, batch_size=2000)
    StockItem.objects.bulk_create(items, batch_size=2000)


def _quarter(at: datetime) -> datetime:
    """Return the first moment of a quarter."""
    return at.replace(month=(at.month - 1) // 3 * 3 + 1, day=1, hour=5, minute=0, second=0, microsecond=0)
