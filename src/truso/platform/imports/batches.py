"""A batch of rows from a program: judged and written by the same targets as a file's, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from truso.kernel.refusals import Refusal
from truso.kernel.value import Value, replace
from truso.platform.imports.owners import STAFF, of_others
from truso.platform.imports.reading import RawRow
from truso.platform.imports.sifting import Sieve
from truso.platform.imports.values import CLEAR, FieldSpec, Kind, Outcome, Target

MOST_ROWS = 1000


class Batch(Value, frozen=True):
    """What became of a batch: an outcome per row, in their order. `is_kept` is False for a trial, and where all or none was
    asked for and a row was refused. `left` are the fields of a row that belong to others and were left alone.
    """

    outcomes: tuple[Outcome, ...]
    is_kept: bool
    left: Mapping[int, tuple[str, ...]] = {}


class _Undone(Exception):
    pass


def write_batch(
    target: Target,
    rows: Sequence[Mapping[str, Any]],
    *,
    options: Mapping[str, Any],
    closed: Collection[str] = (),
    source: str = STAFF,
    is_trial: bool = False,
    all_or_none: bool = False,
) -> Batch:
    """Judge rows (at most 1,000), each an object of values by field, and write what is right of them.

    A number, a text, true or false, and a list of texts are what they are; None empties a field; one that is absent is left
    alone, and so is one that is owned by another `source`: `left` tells of those. Row numbers of the outcomes count from 1.
    Refuses by row what a file's row is refused for, and `import_field_unknown`, `import_field_closed` (a field in `closed`)
    and `value_unreadable`, each naming the field.
    """
    specs = {spec.code: spec for spec in target.fields()}
    raw, refused = [], []
    others = of_others(target.code, source)
    left = {
        number: codes
        for number, row in enumerate(rows, start=1)
        if (codes := tuple(code for code in row if code in others))
    }
    for number, row in enumerate(rows, start=1):
        own = {code: value for code, value in row.items() if code not in others} if number in left else row
        problems, cells = _cells(own, specs, closed)
        if problems:
            refused.append(Outcome(number, Kind.REFUSED, _key_of(cells, specs), reasons=tuple(problems)))
        else:
            raw.append(RawRow(number, cells))
    sieve = Sieve(list(specs.values()), {code: code for code in specs}, options, ".")
    read, wrong = sieve.sift(raw)
    judged = [*target.judge(read, options), *wrong, *refused] if read else [*wrong, *refused]
    if is_trial or (all_or_none and any(one.kind == Kind.REFUSED for one in judged)):
        return Batch(_in_order(judged), is_kept=False, left=left)
    return replace(_write(target, judged, options, all_or_none=all_or_none), left=left)


def _write(target: Target, judged: Sequence[Outcome], options: Mapping[str, Any], *, all_or_none: bool) -> Batch:
    wanted = [one for one in judged if one.kind in {Kind.NEW, Kind.CHANGED}]
    others = [one for one in judged if one.kind not in {Kind.NEW, Kind.CHANGED}]
    done: list[Outcome] = []
    try:
        with transaction.atomic():
            done = target.apply(wanted, options) if wanted else []
            if all_or_none and any(one.kind == Kind.REFUSED for one in done):
                raise _Undone
    except _Undone:
        return Batch(_in_order([*done, *others]), is_kept=False)
    return Batch(_in_order([*done, *others]), is_kept=True)


def _in_order(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    return tuple(sorted(outcomes, key=lambda one: one.number))


def _cells(
    row: Mapping[str, Any], specs: Mapping[str, FieldSpec], closed: Collection[str]
) -> tuple[list[Refusal], dict[str, str]]:
    problems: list[Refusal] = []
    cells: dict[str, str] = {}
    for code, value in row.items():
        if code not in specs:
            problems.append(Refusal("import_field_unknown", {"field": code[:80]}, code[:80]))
        elif code in closed:
            problems.append(Refusal("import_field_closed", {"field": code}, code))
        elif (text := _text(value)) is None:
            problems.append(Refusal("value_unreadable", subject=code))
        else:
            cells[code] = text
    return problems, cells


def _text(value: Any) -> str | None:
    """Return a value as a cell; None for one that can't be any."""
    if value is None:
        return CLEAR
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"
    if isinstance(value, list) and all(isinstance(one, str) and "|" not in one for one in value):
        return "|".join(value) if value else CLEAR
    return None


def _key_of(cells: Mapping[str, str], specs: Mapping[str, FieldSpec]) -> str:
    return " · ".join(cells[code] for code, spec in specs.items() if spec.is_key and code in cells)[:200]
