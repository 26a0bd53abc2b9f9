"""Refusals: what a buyer or staff member can cause is returned or raised as a value with a stable code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason for not doing something, in a form every face can put into the reader's words.

    `code` is stable and documented (`quantity_below_minimum`); `params` fills the sentence; `subject` names
    the field or line it is about (`lines.3`, `po_number`), empty when it is about the whole.
    """

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)
    subject: str = ""


class Refused(Exception):
    """Raised by an operation that changed nothing: carries at least one `Refusal`."""

    def __init__(self, *refusals: Refusal) -> None:
        if not refusals:
            raise ValueError("a refusal needs a reason")
        self.refusals = refusals
        super().__init__(", ".join(refusal.code for refusal in refusals))


class NotFound(Exception):
    """Raised alike for what does not exist and for what this buyer may not see."""


def refuse(code: str, subject: str = "", **params: Any) -> Refused:
    """Return a `Refused` with one reason, ready to raise."""
    return Refused(Refusal(code=code, params=params, subject=subject))
