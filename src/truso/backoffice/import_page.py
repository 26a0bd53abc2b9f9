"""An import as its page shows it: columns with samples and fields, options, progress, rows in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.backoffice.refusals import words_of
from truso.backoffice.words import language
from truso.kernel.refusals import Refusal
from truso.modules.output.formats import format_number
from truso.platform.imports import FieldSpec, all_targets, find_target
from truso.platform.imports.models import ImportRow, ImportRun, RunState
from truso.platform.imports.outputs import reasons_of
from truso.platform.imports.owners import of_others, source_of
from truso.platform.imports.queries import Progress, progress_of, rows_of
from truso.platform.imports.sifting import ONLY, WORDS
from truso.processes.imports.rights import may_import

SHOWN = 100
KINDS = ("new", "changed", "same", "refused", "kept")


def target_names() -> dict[str, str]:
    """Return what can be imported, in words."""
    return {
        "products": _("Products and articles"),
        "prices": _("Prices"),
        "costs": _("Costs"),
        "stock": _("Stock"),
        "pictures": _("Pictures, with a table in a zip"),
        "documents": _("Documents, with a table in a zip"),
        "packaging": _("Packaging"),
        "categories": _("Categories"),
        "brands": _("Brands"),
        "customers": _("Customers"),
        "own_numbers": _("Customers' own article numbers"),
    }


def target_choices() -> list[tuple[str, str]]:
    """Return what can be imported: (code, name)."""
    names = target_names()
    known = list(names)
    order = {code: place for place, code in enumerate(known)}
    found = [(one.code, names.get(one.code, one.code)) for one in all_targets()]
    return sorted(found, key=lambda one: order.get(one[0], len(known)))


def importable_by(user: Any) -> list[tuple[str, str]]:
    """Return what somebody may bring in: (code, name)."""
    return [(code, name) for code, name in target_choices() if may_import(user, code)]


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of the file: what stands in it, and which field it is."""

    place: int
    heading: str
    samples: tuple[str, ...]
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class RowView:
    """What became of a row: its changes as (field, before, after), or why it was refused."""

    number: int
    kind: str
    kind_name: str
    key: str
    changes: list[tuple[str, str, str]]
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class RunView:
    """Everything an import's page shows."""

    run: ImportRun
    target_name: str
    names: Mapping[str, str]
    columns: list[ColumnView]
    groups: list[tuple[str, list[tuple[str, str]]]]
    options: list[tuple[str, str, str, str]]
    progress: Progress
    percent: int | None
    counts: list[tuple[str, str, int]]
    rate: str
    left: str
    problem: str
    rows: list[RowView]
    kind: str
    next_after: int
    left_alone: list[str]

    @property
    def is_open(self) -> bool:
        """True while it can still be said how the file is read."""
        return not self.run.counts and not self.run.is_working and self.run.state != RunState.UNDONE

    @property
    def can_import(self) -> bool:
        return self.run.state == RunState.TRIED or bool(
            self.run.counts and self.run.state in {RunState.STOPPED, RunState.FAILED}
        )

    @property
    def can_undo(self) -> bool:
        written = self.run.counts.get("new", 0) + self.run.counts.get("changed", 0)
        return bool(
            written and self.run.file and self.run.state in {RunState.APPLIED, RunState.STOPPED, RunState.FAILED}
        )

    @property
    def refused(self) -> int:
        return next((count for code, _name, count in self.counts if code == "refused"), 0)


def kind_names() -> dict[str, str]:
    """Return what becomes of rows, in words."""
    return {
        "new": _("New"), "changed": _("Changed"), "same": _("Same as before"), "refused": _("Refused"), "undone": _("Put back"),
        "kept": _("Changed since, left as it is"),
    }  # fmt: skip


def view_of(
    run: ImportRun,
    *,
    kind: str = "",
    after: str = "",
    typed: Mapping[str, str] | None = None,
    rows: bool = True,
    closed: Collection[str] = (),
) -> RunView:
    """Return an import as its page shows it. `typed` is a form that was refused: what it says of columns stays.

    Fields that are `closed` to the reader are not offered.
    """
    target = find_target(run.target)
    fields = list(target.fields()) if target else []
    names = {field.code: str(field.label) for field in fields}
    numbers = {field.code for field in fields if field.type == "number"}
    progress = progress_of(run)
    kind = kind if kind in KINDS else ""
    start = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0
    found = rows_of(run, kind=kind, after=start, limit=SHOWN + 1) if rows else []
    columns = [_column(place, one, run, typed) for place, one in enumerate(run.look.get("columns", ()))]
    subjects = {f"mapping.{one.heading}": one.heading for one in columns}
    return RunView(
        run=run, target_name=target_names().get(run.target, run.target), names={**names, **subjects}, columns=columns,
        groups=field_groups(field for field in fields if field.code not in closed), options=_options(run, typed), progress=progress,
        percent=min(int(progress.done * 100 / progress.total), 100) if progress.total else None,
        counts=[(code, name, progress.counts[code]) for code, name in kind_names().items() if code in progress.counts],
        rate=_("%(rate)s rows a second") % {"rate": format_number(Decimal(round(progress.rate)), language())} if progress.rate else "",
        left=_left(progress.seconds_left), problem=_problem(run), rows=[_row(row, names, numbers) for row in found[:SHOWN]], kind=kind,
        next_after=found[SHOWN - 1].number if len(found) > SHOWN else 0,
        left_alone=_left_alone(run, names),
    )  # fmt: skip


def _left_alone(run: ImportRun, names: Mapping[str, str]) -> list[str]:
    """Return the fields a file brings that belong to others."""
    others = of_others(run.target, source_of(run))
    return sorted(names.get(field, field) for field in run.mapping.values() if field in others)


def _column(place: int, column: Mapping[str, Any], run: ImportRun, typed: Mapping[str, str] | None) -> ColumnView:
    field = typed.get(f"column_{place}", "") if typed else run.mapping.get(column["key"], "")
    words = typed.get(f"words_{place}", "") if typed else run.options.get(f"{WORDS}{column['key']}", "")
    return ColumnView(place, column["heading"] or column["key"], tuple(column["samples"]), field, str(words))


def field_groups(fields: Iterable[FieldSpec]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return fields by their group, as lists of (code, name) to choose from."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for field in fields:
        groups.setdefault(str(field.group), []).append((field.code, str(field.label)))
    return list(groups.items())


def _options(run: ImportRun, typed: Mapping[str, str] | None) -> list[tuple[str, str, str, str]]:
    """Return what counts for every row that says nothing itself: (code, label, hint, value)."""
    offered = {
        "products": (
            ("family", _("Family"), _("for rows that name none")), ("category", _("Category"), _("for rows that name none")),
            ("brand", _("Brand"), _("for rows that name none")), ("tax_class", _("Tax class"), _("for rows that name none")),
            ("status", _("State of new articles"), _("draft, active or discontinued")),
            ("price_list", _("Price list"), _("code; the market's own when empty")), ("location", _("Location of the stock"), _("code; the first when empty")),
        ),
        "prices": (("price_list", _("Price list"), _("for rows that name none")),),
        "costs": (("price_list", _("Cost list"), _("for rows that name none")),),
        "stock": (("location", _("Location of the stock"), _("for rows that name none")),),
        "customers": (("market", _("Market"), _("for rows that name none")),),
        "own_numbers": (("customer", _("Customer number"), _("for rows that name none")),),
    }  # fmt: skip
    every = ((ONLY, _("Only rows where"), _("column=value, such as Status=Current; several parted by ;")),)
    values: Mapping[str, Any] = (
        {key.removeprefix("option_"): value for key, value in typed.items()} if typed else run.options
    )
    return [
        (code, label, hint, str(values.get(code) or "")) for code, label, hint in (*offered.get(run.target, ()), *every)
    ]


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 90:
        return ngettext("%(count)s second left", "%(count)s seconds left", round(seconds)) % {"count": round(seconds)}
    return ngettext("%(count)s minute left", "%(count)s minutes left", round(seconds / 60)) % {
        "count": round(seconds / 60)
    }


def _problem(run: ImportRun) -> str:
    return words_of(Refusal(**run.problem)) if run.problem else ""


def _row(row: ImportRow, names: Mapping[str, str], numbers: Collection[str]) -> RowView:
    changes = [
        (names.get(code, code), _shown(before, is_number=code in numbers), _shown(after, is_number=code in numbers))
        for code, (before, after) in row.changes.items()
    ]
    reasons = [words_of(why, names) for why in reasons_of(row)]
    return RowView(row.number, row.kind, kind_names().get(row.kind, row.kind), row.key, changes, reasons)


def _shown(value: Any, *, is_number: bool) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if is_number:
        return format_number(Decimal(str(value)), language())
    text = ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
    return text if len(text) <= 120 else f"{text[:117]}…"
