"""What happened to every field of a product: who changed it, from what to what, by which import; and putting a value back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from truso.kernel.refusals import NotFound, Refused, refuse
from truso.kernel.value import Value
from truso.modules.catalog.models import (
    Brand,
    Category,
    ChannelText,
    Family,
    PackagingLevel,
    Product,
    ProductPicture,
    ProductText,
    Relation,
    Variant,
)
from truso.modules.tax.models import TaxClass
from truso.platform.audit.models import AuditEntry
from truso.platform.audit.queries import trail_of
from truso.platform.imports import Kind, find_target
from truso.platform.imports.batches import write_batch
from truso.processes.writers import Source, writers_of

PER_PAGE = 100
MOST_RECORDS = 5_000
# Noise: written beside what somebody meant to change.
_UNTOLD = frozenset(
    ("id", "uuid", "updated_at", "created_at", "product_id", "variant_id", "sku_normalized", "mpn_normalized", "popularity",
     "slug", "language", "pack_size", "pack_names", "published_at", "position", "channel_id", "price_list_id", "picture_id")
)  # fmt: skip
# Column -> the field of an import that says the same, where one does.
_REFERENCES: dict[str, tuple[str, type[Any]]] = {
    "category_id": ("category", Category), "brand_id": ("brand", Brand), "family_id": ("family", Family),
    "tax_class_id": ("tax_class", TaxClass),
}  # fmt: skip
_VARIANT_FIELDS = frozenset(
    ("gtin", "mpn", "kind", "status", "unit", "price_unit", "minimum_quantity", "quantity_multiple", "maximum_quantity",
     "weight_kg", "is_stocked", "lead_days", "is_cut_to_length")
)  # fmt: skip


_NAMING = ("sku", "name", "amount", "factor", "kind", "code", "picture_id")


class HistoryLine(Value, frozen=True):
    """A field that changed. `field` is an import's field code or `<part>.<column>`; values are plain JSON, as kept.

    `sku` names the article, empty for the product itself. What `can_restore` can be put back.
    """

    entry_id: int
    at: datetime
    action: str
    source: Source
    sku: str
    part: str
    field: str
    before: Any
    after: Any
    can_restore: bool


class HistoryPage(Value, frozen=True):
    """Lines, the latest first, and where to go on."""

    lines: tuple[HistoryLine, ...]
    next_before: int | None


class _Parts:
    """The records a product is made of, and what they are called."""

    def __init__(self, product: Product) -> None:
        self.product = product
        variants = list(product.variants.values_list("pk", "sku")[:MOST_RECORDS])
        self.skus = dict(variants)
        ids = list(self.skus)
        self.texts = dict(ProductText.objects.filter(product=product).values_list("pk", "language"))
        self.packaging = dict(PackagingLevel.objects.filter(variant__in=ids).values_list("pk", "variant_id"))
        self.others = {
            model._meta.db_table: list(model._default_manager.filter(product=product).values_list("pk", flat=True))
            for model in (ProductPicture, Relation, ChannelText)
        }

    def records(self) -> list[tuple[str, int]]:
        found = [(Product._meta.db_table, self.product.pk)]
        for model, keys in (
            (Variant, self.skus), (ProductText, self.texts), (PackagingLevel, self.packaging),
        ):  # fmt: skip
            found += [(model._meta.db_table, key) for key in keys]
        return found + [(table, key) for table, keys in self.others.items() for key in keys]

    def sku_of(self, table: str, key: int) -> str:
        if table == Variant._meta.db_table:
            return self.skus.get(key, "")
        return self.skus.get(self.packaging.get(key, 0), "") if table == PackagingLevel._meta.db_table else ""


def history_of(product: Product, *, before: int | None = None, limit: int = PER_PAGE) -> HistoryPage:
    """Return the changes of a product, its texts, articles, packaging, pictures and relations; the latest first.

    A constant number of queries. Parts that are gone are told by what made them as long as they stood.
    """
    parts = _Parts(product)
    page = trail_of(parts.records(), before=before, limit=limit)
    sources, names = _sources(page.entries), _references(page.entries)
    lines = [line for entry in page.entries for line in _lines(entry, parts, sources, names)]
    return HistoryPage(tuple(lines), page.next_before)


def _lines(
    entry: AuditEntry, parts: _Parts, sources: Mapping[int, Source], names: Mapping[tuple[str, int], str]
) -> Iterator[HistoryLine]:
    key = int(entry.row) if entry.row.isdigit() else 0
    sku, part = parts.sku_of(entry.table, key), entry.table.partition("_")[2]
    columns = _telling(entry)
    for column, pair in sorted(entry.changes.items()):
        if column not in columns or not isinstance(pair, list):
            continue
        for field, before, after in _fields(entry, column, pair, parts, names, key):
            if _nothing(before) and _nothing(after):
                continue
            yield HistoryLine(
                entry.pk, entry.at, entry.action, sources[entry.pk], sku, part, field, before, after,
                can_restore=entry.action == "update" and "." not in field and not _is_gone(field, before),
            )  # fmt: skip


def _telling(entry: AuditEntry) -> set[str]:
    """Return the columns to tell of: all that changed; of what was added or removed the one that names it."""
    if entry.action == "update":
        return set(entry.changes) - _UNTOLD
    return {next((column for column in _NAMING if column in entry.changes), "")}


def _is_gone(field: str, value: Any) -> bool:
    """Tell whether a value refers to what is there no more: then its key is all that is known of it."""
    return isinstance(value, int) and field in {code for code, _ in _REFERENCES.values()}


def _nothing(value: Any) -> bool:
    return value is None or value in ("", {}, [])


def _fields(
    entry: AuditEntry, column: str, pair: list[Any], parts: _Parts, names: Mapping[tuple[str, int], str], key: int
) -> Iterator[tuple[str, Any, Any]]:
    """Yield what a changed column says as fields: of what holds many (attributes, labels) each that differs."""
    before, after = pair[0], pair[-1]
    if column in ("attributes", "labels"):
        kind = "attribute" if column == "attributes" else "label"
        yield from _differing(kind, before or {}, after or {})
    elif column in _REFERENCES and entry.table == Product._meta.db_table:
        field = _REFERENCES[column][0]
        yield field, names.get((field, before or 0), before), names.get((field, after or 0), after)
    elif entry.table == ProductText._meta.db_table:
        yield f"text:{parts.texts.get(key, '')}:{column}", before, after
    elif entry.table == Product._meta.db_table and column == "status":
        yield "product_status", before, after
    elif entry.table == Variant._meta.db_table and column in _VARIANT_FIELDS:
        yield column, before, after
    else:
        yield f"{entry.table.partition('_')[2]}.{column}", before, after


def _differing(kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for code in sorted({*before, *after}):
        old, new = before.get(code), after.get(code)
        if old == new:
            continue
        if isinstance(old, dict) or isinstance(new, dict):
            yield from _differing(f"{kind}:{code}", _scoped(old), _scoped(new))
        else:
            yield f"{kind}:{code}", old, new


def _scoped(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _references(entries: Iterable[AuditEntry]) -> dict[tuple[str, int], str]:
    """Return the codes of what products referred to, by field and key; what is gone has none."""
    wanted: dict[str, set[int]] = {}
    for entry in entries:
        for column, pair in entry.changes.items():
            if column in _REFERENCES and isinstance(pair, list):
                wanted.setdefault(column, set()).update(one for one in pair if isinstance(one, int))
    found: dict[tuple[str, int], str] = {}
    for column, ids in wanted.items():
        field, model = _REFERENCES[column]
        found |= {
            (field, key): code for key, code in model._default_manager.filter(pk__in=ids).values_list("pk", "code")
        }
    return found


def _sources(entries: Sequence[AuditEntry]) -> dict[int, Source]:
    keys = [entry.pk for entry in entries]
    return dict(zip(keys, writers_of([entry.actor for entry in entries]), strict=True))


def restore(*, product: Product, entry_id: int, field: str) -> None:
    """Put a field back to what it was before a change, by the operation an import writes it by.

    Raises NotFound for a change that is not the product's. Refuses `not_restorable`, what the field itself is refused for
    by now (a brand that is gone), and `restored_before` when it is so already.
    """
    parts = _Parts(product)
    entry = AuditEntry.objects.filter(pk=entry_id).first()
    if entry is None or (entry.table, int(entry.row) if entry.row.isdigit() else 0) not in set(parts.records()):
        raise NotFound("change")
    names = _references([entry])
    line = next((one for one in _lines(entry, parts, {entry.pk: Source()}, names) if one.field == field), None)
    sku = line.sku if line and line.sku else next(iter(parts.skus.values()), "")
    target = find_target("products")
    if line is None or not line.can_restore or not sku or target is None:
        raise refuse("not_restorable", field)
    value = line.before
    if isinstance(value, list):
        value = [str(one) for one in value]
    batch = write_batch(target, [{"sku": sku, field: value if not _nothing(value) else None}], options={})
    (outcome,) = batch.outcomes
    if outcome.kind == Kind.REFUSED:
        raise Refused(*outcome.reasons)
    if outcome.kind == Kind.SAME:
        raise refuse("restored_before", field)
