"""While something else runs: how long a single change takes until a search finds it, measured once a second."""

from __future__ import annotations

import statistics
import threading
import time
from decimal import Decimal
from typing import Any

LOOK_AGAIN, EVERY, MOST = 0.02, 1.0, 60.0


class Watch(threading.Thread):
    """Sells an article out and fills it up again, as a warehouse does, and waits each time until this machine's index knows."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._may_end = threading.Event()
        self.seconds: list[float] = []

    def run(self) -> None:
        """Change and look until told to end."""
        from django.db import connections

        from truso.modules.catalog.models import Variant
        from truso.modules.inventory.models import Location

        sold = Variant.objects.filter(status="active", is_stocked=True).exclude(stock_items__reserved__gt=0)
        variant = sold.order_by("pk").first()
        locations = list(Location.objects.values_list("pk", flat=True))
        there = True
        while variant and not self._may_end.wait(EVERY):
            there = not there
            began = time.perf_counter()
            _count(variant.pk, locations, Decimal(50 if there else 0))
            while _finds(variant.sku) is not there and time.perf_counter() - began < MOST:
                time.sleep(LOOK_AGAIN)
            self.seconds.append(time.perf_counter() - began)
        connections.close_all()

    def end(self) -> str:
        """Stop, and say what was seen."""
        self._may_end.set()
        self.join(2 * MOST)
        if not self.seconds:
            return ""
        found = sorted(self.seconds)
        return f"a single change seen after {statistics.median(found):.2f} s, p95 {found[int(len(found) * 0.95)]:.2f} s ({len(found)} changes)"


def _count(variant: int, locations: list[int], counted: Decimal) -> None:
    from truso.modules.inventory.operations import count_stock
    from truso.platform.database.transactions import Actor, write

    with write(Actor(label="bench")):
        for location in locations:
            count_stock(variant_id=variant, location_id=location, counted=counted)


def _finds(sku: str) -> bool:
    from truso.modules.search.engine import SearchQuery
    from truso.modules.search.queries import replica

    reader: Any = replica()
    return bool(reader and reader.search(SearchQuery(language="nb", text=sku, in_stock=True)).total)
