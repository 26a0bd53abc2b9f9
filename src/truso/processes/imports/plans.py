"""What is to be written of one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from truso.kernel.value import Value
from truso.processes.imports.records import Record


class Plan(Value, frozen=True):
    """A row's changes by field (before, after), as values; `record` is the article as it stood, None for a new one.

    `product_id` is that of a product there is; `references` are what a new one refers to.
    """

    sku: str
    code: str
    record: Record | None
    product_id: int
    references: Mapping[str, Any]
    changes: Mapping[str, tuple[Any, Any]]
    status: str
