"""Change one field of many articles at once: an import whose rows are made from a selection.

So it is tried first and shows old and new, goes on after a restart, is refused by row, and is undone in one click.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from truso.kernel.refusals import Refusal, Refused, refuse
from truso.modules.catalog.models import Variant
from truso.platform.imports import CLEAR, FieldSpec
from truso.platform.imports.models import ImportRun
from truso.platform.imports.operations import ask_trial, create_run, set_mapping
from truso.processes.imports.fields import goods_fields
from truso.processes.imports.house import House
from truso.processes.imports.parsing import parse

TARGET = "products"
# What tells articles apart can't be the same for many of them.
_NOT_IN_BULK = frozenset({"sku", "product_code", "gtin", "mpn"})
_IN_MEMORY = 1 << 20


def bulk_fields(closed: Iterable[str] = ()) -> Sequence[FieldSpec]:
    """Return the fields that can be set for many at once, but for those in `closed`."""
    shut = {*_NOT_IN_BULK, *closed}
    return [field for field in goods_fields() if field.code not in shut]


def begin_bulk_edit(
    *, articles: QuerySet[Variant], field: str, value: str | None, name: str, by: str, by_id: int | None
) -> ImportRun:
    """Have a field set to a value (None empties it) for all these articles; it is tried at once and written when it is started.

    Refuses `import_field_unknown`, `nothing_chosen`, `field_required` for no value, and what the value itself is refused for
    (of an attribute that follows by row: it hangs on the family).
    """
    if field not in {one.code for one in bulk_fields()}:
        raise refuse("import_field_unknown", "field", field=field)
    text = CLEAR if value is None else value.strip()
    if not text:
        raise refuse("field_required", "value")
    if not field.startswith("attribute:"):
        read = parse(field, text, House({}), None)
        if isinstance(read, Refusal):
            raise Refused(Refusal(read.code, read.params, "value"))
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        wrapped = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        writer = csv.writer(wrapped, delimiter=";")
        writer.writerow(["sku", field])
        count = 0
        for sku in articles.order_by("pk").values_list("sku", flat=True).iterator(chunk_size=5000):
            writer.writerow([sku, text])
            count += 1
        wrapped.flush()
        wrapped.detach()
        if not count:
            raise refuse("nothing_chosen")
        file.seek(0)
        run = create_run(target=TARGET, file=file, file_name=f"{name}.csv", by=by, by_id=by_id)  # type: ignore[arg-type]
    set_mapping(run_uuid=run.uuid, mapping={"sku": "sku", field: field}, options={})
    return ask_trial(run_uuid=run.uuid)
