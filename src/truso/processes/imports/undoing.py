"""Take goods back: field by field, where the present value is still the imported one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import Refusal
from truso.modules.catalog.bulk import remove_goods
from truso.modules.inventory.bulk import count_at
from truso.platform.imports import CLEAR, DoneRow, Kind, Outcome
from truso.processes.imports.house import House
from truso.processes.imports.parsing import parse, shown
from truso.processes.imports.plans import Plan
from truso.processes.imports.records import Record, prices_of, read_articles, stock_of
from truso.processes.imports.writing import apply_goods


def undo_goods(rows: Sequence[DoneRow]) -> list[Outcome]:
    """Put rows back. Articles that were new go where nothing refers to them, else out of sale."""
    house = House({})
    found = read_articles((normalize_code(row.key) for row in rows), lock=True)
    ids = [record.variant_id for record in found.values()]
    now = (prices_of(house, ids), stock_of(house, ids))
    new = [row for row in rows if row.kind == Kind.NEW]
    return [
        *_restore([row for row in rows if row.kind != Kind.NEW], found, house, now),
        *_remove(new, found, house, now[1]),
    ]


def _present(record: Record, field: str, now: tuple[Mapping[int, Any], Mapping[int, Any]], house: House) -> Any:
    if field in {"list_price", "stock"}:
        return shown(field, now[field == "stock"].get(record.variant_id), house)
    return shown(field, record.get(field), house)


def _restore(
    rows: Sequence[DoneRow], found: Mapping[str, Record], house: House, now: tuple[Mapping[int, Any], Mapping[int, Any]]
) -> list[Outcome]:
    wanted, kept = [], []
    for row in rows:
        record = found.get(normalize_code(row.key))
        since = [
            field
            for field, (_b, after) in row.changes.items()
            if record is None or not _is_same(_present(record, field, now, house), after)
        ]
        if record is None or since:
            kept.append(
                Outcome(
                    row.number, Kind.REFUSED, row.key, reasons=(Refusal("changed_since", {"fields": ", ".join(since)}),)
                )
            )
        back = _parsed(row, record, house, set(since)) if record else {}
        if record and back:
            plan = Plan(
                sku=str(record.values["sku"]), code=str(record.values["product_code"]), record=record, product_id=record.product_id,
                references={name: record.get(name) for name in ("family", "category", "brand", "tax_class")}, changes=back, status="",
            )  # fmt: skip
            wanted.append(Outcome(row.number, Kind.CHANGED, row.key, plan=plan))
    return [
        *kept,
        *(one for one in (apply_goods(wanted, house) if wanted else ()) if one.number not in {k.number for k in kept}),
    ]


def _is_same(present: Any, imported: Any) -> bool:
    return present == imported or (present in (None, "") and imported in (None, ""))


def _parsed(row: DoneRow, record: Record, house: House, since: set[str]) -> dict[str, tuple[Any, Any]]:
    """Return what a row changes back; a value of before that means nothing any more stays as it is."""
    family = house.families.get(record.get("family") or 0)
    back = {}
    for field, (before, _after) in row.changes.items():
        if field in since:
            continue
        if field.startswith("attribute:"):
            value = before  # kept as it stood, not as it was written
        else:
            value = None if before is None else parse(field, _text(before), house, family)
            if before is None and isinstance(parse(field, CLEAR, house, family), Refusal):
                continue
        if not isinstance(value, Refusal):
            back[field] = (record.get(field), value)
    return back


def _text(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _remove(
    rows: Sequence[DoneRow], found: Mapping[str, Record], house: House, stock: Mapping[int, Any]
) -> list[Outcome]:
    there = {row.number: found[normalize_code(row.key)].variant_id for row in rows if normalize_code(row.key) in found}
    emptied = {key: 0 for key in there.values() if stock.get(key)}
    if emptied and house.location:
        count_at(location_id=house.location.pk, counted=emptied)  # type: ignore[arg-type]
    kept = remove_goods(variant_ids=list(there.values())) if there else set()
    return [
        Outcome(row.number, Kind.REFUSED, row.key, reasons=(Refusal("import_still_used"),))
        if there.get(row.number) in kept
        else Outcome(row.number, Kind.CHANGED, row.key)
        for row in rows
    ]
