"""How a price became what it is: every version of it, by whom and why."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from truso.kernel.value import Value
from truso.modules.pricing.models import Price, PriceChange, PriceHistory

LATEST = 200


class PriceVersion(Value, frozen=True):
    """A price as it was for a while. `since` and `who` are unknown for prices older than the history.

    `who` is the `actor` of the change (`platform.database.Actor`): `staff_id`, `api_key_id`, `label`. `until` is None for
    what holds now; `removed_by` says who took away a price that no other one followed.
    """

    amount: Decimal
    minimum_quantity: Decimal
    valid_from: date
    valid_to: date | None
    since: datetime | None
    who: dict[str, Any]
    reason: str
    until: datetime | None = None
    removed_by: dict[str, Any] | None = None
    removed_for: str = ""


def history_of(*, price_list_id: int, variant_id: int) -> list[PriceVersion]:
    """Return the versions of an article's prices in a list: those that hold now first, then the last ones ended."""
    now = Price.objects.filter(price_list_id=price_list_id, variant_id=variant_id).order_by(
        "minimum_quantity", "-valid_from"
    )
    then = PriceHistory.objects.filter(price_list_id=price_list_id, variant_id=variant_id).order_by("-pk")[:LATEST]
    rows: list[Price | PriceHistory] = [*now, *then]
    keys = {row.change_id for row in rows} | {row.ended_by_id for row in then}
    changes = {one.pk: one for one in PriceChange.objects.filter(pk__in=[key for key in keys if key])}
    return [_version(row, changes) for row in rows]


def _version(row: Price | PriceHistory, changes: dict[int, PriceChange]) -> PriceVersion:
    written = changes.get(row.change_id or 0)
    version = PriceVersion(
        row.amount, row.minimum_quantity, row.valid_from, row.valid_to,
        written.at if written else None, written.actor if written else {}, written.reason if written else "",
    )  # fmt: skip
    if isinstance(row, Price):
        return version
    ended = changes.get(row.ended_by_id or 0)
    return PriceVersion(
        version.amount, version.minimum_quantity, version.valid_from, version.valid_to, version.since, version.who,
        version.reason, ended.at if ended else row.ended_at, (ended.actor if ended else {}) if row.is_removed else None,
        ended.reason if ended and row.is_removed else "",
    )  # fmt: skip
