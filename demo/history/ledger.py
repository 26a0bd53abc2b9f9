"""Collect the rows of the history and write them in one go, table by table, parents first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from truso.modules.approvals.models import ApprovalRequest
from truso.modules.fulfillment.models import Shipment, ShipmentLine
from truso.modules.inventory.models import StockEntry
from truso.modules.invoicing.models import Invoice, InvoiceLine
from truso.modules.orders.models import Order, OrderLine, OrderStep
from truso.modules.payments.models import DemoCharge, Payment, PaymentEntry
from truso.modules.receivables.models import Allocation, OpenItem, ReceivableEntry
from truso.modules.returns.models import Return, ReturnLine

ORDER_OF_TABLES: tuple[type[models.Model], ...] = (
    Order, OrderLine, OrderStep, ApprovalRequest, Shipment, ShipmentLine, Invoice, InvoiceLine, ReceivableEntry, OpenItem,
    Allocation, Return, ReturnLine, Payment, PaymentEntry, DemoCharge, StockEntry,
)  # fmt: skip
BLOCK = 2000


class Ledger:
    """The rows of a history. Every row has its key from the table's own sequence before it is written."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[Any]] = defaultdict(list)
        self._keys: dict[type[models.Model], list[int]] = {}

    def add(self, row: Any) -> Any:
        """Keep a row, give it its key, and return it."""
        if row.pk is None:
            row.pk = self._next_key(type(row))
        self.rows[type(row)].append(row)
        return row

    def _next_key(self, model: type[models.Model]) -> int:
        keys = self._keys.get(model)
        if not keys:
            with connection.cursor() as cursor:
                cursor.execute(
                    "select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)",
                    [model._meta.db_table, BLOCK],
                )
                keys = self._keys[model] = [row[0] for row in cursor.fetchall()][::-1]
        return keys.pop()

    def write(self) -> dict[str, int]:
        """Write everything and return how many rows of each table there were."""
        for model in ORDER_OF_TABLES:
            copy_rows(model, self.rows[model])
        return {model.__name__: len(self.rows[model]) for model in ORDER_OF_TABLES}


def copy_rows(model: type[models.Model], rows: Sequence[Any]) -> None:
    """Write complete rows by COPY: constraints and triggers see them as they see any other."""
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    prepared = [isinstance(field, (models.JSONField, ArrayField)) for field in fields]
    connection.ensure_connection()
    with (
        connection.cursor() as cursor,
        cursor.cursor.copy(f'copy "{model._meta.db_table}" ({columns}) from stdin') as copy,
    ):
        for row in rows:
            copy.write_row(
                [
                    field.get_db_prep_value(getattr(row, field.attname), connection)
                    if special
                    else _plain(getattr(row, field.attname))
                    for field, special in zip(fields, prepared, strict=True)
                ]
            )


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
