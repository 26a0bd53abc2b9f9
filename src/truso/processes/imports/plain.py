"""Imports of things that are one record each: brands, categories, customers, packagings, documents.

A target says what its fields are, what stands already, what a cell means and how records are written. Values are plain JSON
all the way (references by their codes), so that what is kept of a row is what it was judged by, and an undo is the same the
other way round.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from truso.kernel.quantity import format_quantity
from truso.kernel.refusals import Refusal, Refused
from truso.kernel.value import Value, replace
from truso.platform.imports import CLEAR, DoneRow, FieldSpec, Kind, Outcome, Row

Record = Mapping[str, Any]


class Wish(Value, frozen=True):
    """A record to write: its key, whether there is none yet, what changes, and what stood before with that laid over.

    `cells` are the row's own, empty where a change is undone.
    """

    number: int
    key: str
    is_new: bool
    changes: Record
    values: Record
    cells: Mapping[str, str] = {}


class PlainTarget:
    """What such a target says of its records; the rest follows."""

    code = ""
    # Fields a new record must have, besides its key.
    required: Sequence[str] = ()
    # Fields that can't be emptied.
    kept: Collection[str] = ()

    def fields(self) -> Sequence[FieldSpec]:
        raise NotImplementedError

    def keys(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[str | Refusal]:
        """Return what each row is about, normalized."""
        raise NotImplementedError

    def known(self, rows: Sequence[Row], options: Mapping[str, Any]) -> Any:
        """Return what cells may refer to, read once a portion."""
        return None

    def present(self, keys: Collection[str], *, lock: bool = False) -> dict[str, Record]:
        """Return the records there are, by key: field -> plain value, None for none."""
        raise NotImplementedError

    def parse(self, field: str, text: str, known: Any) -> Any:
        """Return what a cell means as a plain value, or a refusal."""
        raise NotImplementedError

    def check(self, key: str, record: Record | None, values: Record, known: Any) -> list[Refusal]:
        """Return what is wrong with a row whose cells are each right."""
        return []

    def write(self, wishes: Sequence[Wish], options: Mapping[str, Any]) -> Mapping[str, Refusal]:
        """Write records; return, by key, what could not be written after all."""
        raise NotImplementedError

    def remove(self, keys: Sequence[str]) -> set[str]:
        """Take records away that an import made; return those that had to stay."""
        raise NotImplementedError

    def portions(self) -> Iterator[Mapping[str, Record]]:
        """Yield all records, a portion at a time."""
        raise NotImplementedError

    # What follows

    def judge(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[Outcome]:
        """Say what would become of each row."""
        keys = self.keys(rows, options)
        known = self.known(rows, options)
        present = self.present({key for key in keys if not isinstance(key, Refusal)})
        seen: dict[str, int] = {}
        outcomes = []
        for row, key in zip(rows, keys, strict=True):
            if isinstance(key, Refusal):
                outcomes.append(Outcome(row.number, Kind.REFUSED, reasons=(key,)))
            elif seen.setdefault(key, row.number) != row.number:
                twice = Refusal("key_twice", {"line": seen[key]})
                outcomes.append(Outcome(row.number, Kind.REFUSED, key, reasons=(twice,)))
            else:
                outcomes.append(self._judge(row, key, present.get(key), known))
        return outcomes

    def _judge(self, row: Row, key: str, record: Record | None, known: Any) -> Outcome:
        own = {spec.code for spec in self.fields() if spec.is_key}
        values: dict[str, Any] = {}
        problems = []
        for field, text in row.values.items():
            if field in own:
                continue
            if text == CLEAR:
                found = Refusal("import_not_cleared") if field in self.kept or field in self.required else None
            else:
                found = self.parse(field, text, known)
            if isinstance(found, Refusal):
                problems.append(Refusal(found.code, found.params, found.subject or field))
            else:
                values[field] = found
        refused = {problem.subject for problem in problems}
        if record is None:
            problems += [
                Refusal("field_required", subject=one)
                for one in self.required
                if values.get(one) is None and one not in refused
            ]
        problems += self.check(key, record, values, known)
        if problems:
            return Outcome(row.number, Kind.REFUSED, key, reasons=tuple(problems))
        if record is None:
            changes = {one: (None, after) for one, after in values.items()}
            return Outcome(row.number, Kind.NEW, key, changes, plan=row.values)
        changes = {
            one: (record.get(one), after) for one, after in values.items() if not _is_same(record.get(one), after)
        }
        return Outcome(row.number, Kind.CHANGED if changes else Kind.SAME, key, changes, plan=row.values)

    def apply(self, outcomes: Sequence[Outcome], options: Mapping[str, Any]) -> list[Outcome]:
        """Write what is new and changed; what somebody changed meanwhile comes back refused."""
        try:
            with transaction.atomic():
                return self._apply(outcomes, options, "changed_meanwhile")
        except (IntegrityError, Refused) as problem:
            if len(outcomes) == 1:
                reasons = problem.refusals if isinstance(problem, Refused) else (Refusal("numbers_taken"),)
                return [_refused(outcomes[0], *reasons)]
        return [done for one in outcomes for done in self.apply([one], options)]

    def _apply(self, outcomes: Sequence[Outcome], options: Mapping[str, Any], since: str) -> list[Outcome]:
        now = self.present({one.key for one in outcomes}, lock=True)
        done, wishes = [], []
        for one in outcomes:
            record = now.get(one.key)
            as_judged = (record is None) == (one.kind is Kind.NEW) and all(
                _is_same((record or {}).get(field), before) for field, (before, _after) in one.changes.items()
            )
            if not as_judged:
                done.append(_refused(one, Refusal(since, {"fields": ", ".join(one.changes)})))
                continue
            changes = {field: after for field, (_before, after) in one.changes.items()}
            wishes.append(
                Wish(one.number, one.key, record is None, changes, {**(record or {}), **changes}, one.plan or {})
            )
            done.append(replace(one, plan=None))
        short = self.write(wishes, options) if wishes else {}
        return [_refused(one, short[one.key]) if one.key in short else one for one in done]

    def undo(self, rows: Sequence[DoneRow]) -> list[Outcome]:
        """Put back what is still as imported; new records go where nothing refers to them."""
        changed = [
            Outcome(
                row.number, Kind.CHANGED, row.key, {field: (after, before) for field, (before, after) in row.changes.items()}
            )
            for row in rows if row.kind is Kind.CHANGED
        ]  # fmt: skip
        return [*(self._apply(changed, {}, "changed_since") if changed else ()), *self._take_away(rows)]

    def _take_away(self, rows: Sequence[DoneRow]) -> list[Outcome]:
        new = {row.key: row for row in rows if row.kind is Kind.NEW}
        now = self.present(new.keys(), lock=True) if new else {}
        since = {
            key: [field for field, (_b, after) in row.changes.items() if not _is_same(now[key].get(field), after)]
            for key, row in new.items() if key in now
        }  # fmt: skip
        going = [key for key, fields in since.items() if not fields]
        stayed = self.remove(going) if going else set()
        outcomes = []
        for key, row in new.items():
            why = None
            if since.get(key):
                why = Refusal("changed_since", {"fields": ", ".join(since[key])})
            elif key in stayed:
                why = Refusal("record_still_used")
            outcomes.append(
                Outcome(row.number, Kind.REFUSED, key, reasons=(why,))
                if why
                else Outcome(row.number, Kind.CHANGED, key)
            )
        return outcomes

    def export(self, fields: Sequence[str], options: Mapping[str, Any]) -> tuple[list[str], Iterator[list[str]]]:
        """Return headings and rows of everything there is."""
        known = [spec.code for spec in self.fields()]
        wanted = [code for code in fields if code in known] or known
        for key in reversed([spec.code for spec in self.fields() if spec.is_key]):
            if key not in wanted:
                wanted.insert(0, key)
        rows = (
            [_cell(record.get(code)) for code in wanted] for portion in self.portions() for record in portion.values()
        )
        return wanted, rows


def _is_same(one: Any, other: Any) -> bool:
    return one == other or (one in (None, "", []) and other in (None, "", []))


def _refused(outcome: Outcome, *why: Refusal) -> Outcome:
    return Outcome(outcome.number, Kind.REFUSED, outcome.key, reasons=why)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "|".join(str(one) for one in value)
    return format_quantity(value) if hasattr(value, "as_tuple") else str(value)
