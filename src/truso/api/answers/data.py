"""The shapes of product data, batches and imports."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from truso.api.answers.base import View
from truso.api.problems import RefusalView


class DataField(View, frozen=True):
    """A field of a kind of data. `type` is text, code, number, boolean, date or list; `is_key` names the record."""

    code: str
    label: str
    type: str
    is_key: bool
    is_required: bool
    hint: str
    group: str


class DataKind(View, frozen=True):
    """A kind of data the caller may read; `may_write` tells whether also change."""

    code: str
    may_write: bool
    fields: list[DataField]


class DataKinds(View, frozen=True):
    """Every kind of data the caller may read."""

    items: list[DataKind]


class ChangeView(View, frozen=True):
    """A field's value before and after; before is null for a new record."""

    field: str
    before: Any
    after: Any


class RowResult(View, frozen=True):
    """What became of a row, by its place in the batch from 0: `created`, `changed`, `unchanged` or `refused`.

    `left` are fields that belong to another source and were left alone.
    """

    index: int
    key: str
    status: str
    changes: list[ChangeView]
    left: list[str]
    refusals: list[RefusalView]


class BatchResult(View, frozen=True):
    """What became of a batch. Without `is_kept` nothing was written: the results tell what would have been."""

    is_kept: bool
    created: int
    changed: int
    unchanged: int
    refused: int
    results: list[RowResult]


class ImportView(View, frozen=True):
    """An import: how its file is read, how far it is. `rate` is in rows a second."""

    uuid: UUID
    kind: str
    file_name: str
    state: str
    created_at: datetime
    finished_at: datetime | None
    by: str
    columns: list[ImportColumn]
    mapping: dict[str, str]
    options: dict[str, str]
    profile: str
    rows_done: int
    rows_total: int | None
    rate: int
    seconds_left: int | None
    counts: dict[str, int]
    problem: RefusalView | None


class ImportColumn(View, frozen=True):
    """A column of the file: its key, its heading, the first cells of it."""

    key: str
    heading: str
    samples: list[str]


class ImportPage(View, frozen=True):
    """Imports, the latest first."""

    items: list[ImportView]
    next_cursor: UUID | None


class ImportRowView(View, frozen=True):
    """What became, or would become, of a row of the file; `number` is its line."""

    number: int
    key: str
    status: str
    changes: list[ChangeView]
    refusals: list[RefusalView]


class ImportRowPage(View, frozen=True):
    """Rows in the order of the file; go on with `after` = the last number."""

    items: list[ImportRowView]


class PlanView(View, frozen=True):
    """A planned change: of the record named by `key`, one field, from when and until when. `state` is planned, active, done,
    failed or cancelled.
    """

    uuid: UUID
    kind: str
    key: dict[str, str]
    field: str
    value: Any
    at: datetime
    until: datetime | None
    state: str
    by: str
    problem: RefusalView | None


class PlanPage(View, frozen=True):
    """Planned changes, the latest first."""

    items: list[PlanView]
    next_cursor: UUID | None


class HistoryLineView(View, frozen=True):
    """A field of a product that changed: who or what (`person`, `program`, `import`, `plan`, `system`) made it what."""

    change: str
    at: datetime
    action: str
    source: str
    source_name: str
    sku: str
    field: str
    before: Any
    after: Any
    can_restore: bool


class HistoryPage(View, frozen=True):
    """Changes, the latest first; go on with `before` = `next_before`."""

    items: list[HistoryLineView]
    next_before: str | None
