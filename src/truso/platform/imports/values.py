"""What the engine and a target tell each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Protocol

from truso.kernel.refusals import Refusal
from truso.kernel.value import Value

CLEAR = "!clear"
Changes = Mapping[str, tuple[Any, Any]]  # field -> (before, after), plain JSON; `before` of a new record is None


class Kind(StrEnum):
    """What would become, or became, of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


class FieldSpec(Value, frozen=True):
    """A field a column can be mapped to.

    `code` is stable and may be of a kind with many (`attribute:length`, `text:nb:name`, `price:<list>`). `type` says how a
    cell is read before the target sees it: `text`, `code` (as text, a number damaged by a spreadsheet is refused), `number`
    (normal form with a point), `boolean` (`true`, `false`), `date` (ISO 8601), `list` (parts by `|`). `aliases` are
    headings by which it is suggested, in any language, compared without case, spaces and punctuation.
    """

    code: str
    label: Any  # a text, or one that is translated when it is shown
    type: str = "text"
    is_key: bool = False
    is_required: bool = False
    aliases: tuple[str, ...] = ()
    hint: Any = ""
    group: Any = ""


class Row(Value, frozen=True):
    """A row of the file by field. A blank cell is absent (leave alone); `CLEAR` empties. `number` is its line in the file."""

    number: int
    values: Mapping[str, str]


class Outcome(Value, frozen=True):
    """What a target makes of a row. `plan` is the target's own, for `apply`, and is never kept."""

    number: int
    kind: Kind
    key: str = ""
    changes: Changes = {}
    reasons: tuple[Refusal, ...] = ()
    plan: Any = None


class DoneRow(Value, frozen=True):
    """A row of a run that was applied, as it is kept."""

    number: int
    kind: Kind
    key: str
    changes: Changes


class Target(Protocol):
    """What can be imported. Both a trial and the real thing go through `judge`; each call is one portion of a file."""

    code: str

    def fields(self) -> Sequence[FieldSpec]:
        """Return every field of the moment, those of the merchant's own attributes, lists and languages included."""

    def judge(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[Outcome]:
        """Say what would become of each row, in their order. Reads only, a constant number of statements, never raises for a row."""

    def apply(self, outcomes: Sequence[Outcome], options: Mapping[str, Any]) -> list[Outcome]:
        """Write what is new and changed in the caller's transaction, a constant number of statements.

        Returns the outcomes; one that could not be written after all (somebody was quicker) comes back refused. Whatever
        others must know of it is announced here, once per portion.
        """

    def export(self, fields: Sequence[str], options: Mapping[str, Any]) -> tuple[list[str], Iterator[list[str]]]:
        """Return headings (codes of fields, all when none are named) and rows of everything there is, a portion at a time.

        Written to a file and brought in again it changes nothing.
        """

    def undo(self, rows: Sequence[DoneRow]) -> list[Outcome]:
        """Put back what rows of a run changed, field by field, where the present value is still the imported one.

        A record that was new is taken away where nothing refers to it, else it is put out of sale. What somebody changed
        since comes back refused with the reason.
        """
