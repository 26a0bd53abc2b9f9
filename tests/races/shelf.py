"""A target that keeps its goods in a table, and the process an import of it works in: `python -m tests.races.shelf <run>`."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from truso.platform.imports.values import DoneRow, FieldSpec, Kind, Outcome, Row

PORTION = 20


class Shelf:
    """Goods with a name. They lie in the table of profiles, which nothing here needs otherwise."""

    code = "shelf"

    def fields(self) -> Sequence[FieldSpec]:
        return (FieldSpec("sku", "SKU", "code", is_key=True, is_required=True), FieldSpec("name", "Name"))

    def judge(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[Outcome]:
        kept = self._kept([row.values["sku"] for row in rows])
        return [self._judge(row, kept) for row in rows]

    def _judge(self, row: Row, kept: Mapping[str, str]) -> Outcome:
        sku, name = row.values["sku"], row.values.get("name", "")
        if kept.get(sku) == name:
            return Outcome(row.number, Kind.SAME, sku)
        kind = Kind.CHANGED if sku in kept else Kind.NEW
        return Outcome(row.number, kind, sku, {"name": (kept.get(sku), name)}, plan=name)

    def _kept(self, skus: Sequence[str]) -> dict[str, str]:
        from truso.platform.imports.models import ImportProfile

        rows = ImportProfile.objects.filter(target="shelf", name__in=skus)
        return {row.name: row.options["name"] for row in rows}

    def apply(self, outcomes: Sequence[Outcome], options: Mapping[str, Any]) -> list[Outcome]:
        from truso.platform import clock
        from truso.platform.imports.models import ImportProfile

        now = clock.now()
        ImportProfile.objects.bulk_create(
            ImportProfile(target="shelf", name=one.key, options={"name": one.plan}, created_at=now, updated_at=now)
            for one in outcomes
        )
        time.sleep(0.02)  # so that there is a middle to be killed in
        return list(outcomes)

    def undo(self, rows: Sequence[DoneRow]) -> list[Outcome]:
        from truso.platform.imports.models import ImportProfile

        ImportProfile.objects.filter(target="shelf", name__in=[row.key for row in rows]).delete()
        return [Outcome(row.number, Kind.CHANGED, row.key) for row in rows]


def main() -> None:
    """Work through a run in small portions."""
    import django

    django.setup()
    from truso.platform.imports import target
    from truso.platform.imports.running import work_on

    target(Shelf)
    work_on(UUID(sys.argv[1]), portion=PORTION)


if __name__ == "__main__":
    main()
