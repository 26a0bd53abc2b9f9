"""Take numbers from a series: gapless, since the row is locked until the document's transaction ends."""

from __future__ import annotations

from django.db import connection, transaction


def take_numbers(*, series: str, count: int = 1, first: int = 10001) -> range:
    """Return the next `count` numbers of a series; a rollback gives them back, so none is ever missing.

    Must run inside the transaction that writes the documents, as its last lock. A new series starts at `first`.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a number is taken in the transaction of its document")
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into numbering_numberseries (code, next_number) values (%s, %s) "
            "on conflict (code) do update set next_number = numbering_numberseries.next_number + %s "
            "returning next_number",
            [series, first + count, count],
        )
        following: int = cursor.fetchone()[0]
    return range(following - count, following)


def take_number(*, series: str, first: int = 10001) -> int:
    """Return the next number of a series. See `take_numbers`."""
    return take_numbers(series=series, first=first)[0]
