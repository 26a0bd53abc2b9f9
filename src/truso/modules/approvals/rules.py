"""When an order needs somebody's yes."""

from __future__ import annotations

from decimal import Decimal


def needs_approval(*, amount: Decimal, limit: Decimal | None, is_own_account: bool) -> bool:
    """Tell whether an order (net, incl. freight) is over the person's limit. No limit, or one's own account: never."""
    return not is_own_account and limit is not None and amount > limit
