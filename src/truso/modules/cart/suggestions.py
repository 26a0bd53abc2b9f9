"""What a buyer may want to buy: due again, bought together with what is in the cart, popular in the trade. Each says why."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db import connection, transaction

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import refuse
from truso.kernel.value import Value
from truso.modules.cart.memory import GIVEN_UP, OFTEN, due_again, usual_purchases
from truso.modules.cart.models import BoughtTogether, Dismissal, PopularInSegment
from truso.modules.cart.queries import find_cart, list_items
from truso.modules.catalog.articles import articles_for
from truso.modules.catalog.queries import cards_of_products
from truso.modules.search.steering import promoted_products
from truso.platform import clock
from truso.platform.database.copying import copy_rows
from truso.platform.jobs import periodic

DISMISSED_FOR = timedelta(days=90)
# Fewer customers than this would tell what a single one buys.
FEWEST_CUSTOMERS = 3
MOST_PER_SEGMENT = 60
_TOGETHER = """
select distinct on (t.other_id) t.other_id, t.variant_id, t.orders from cart_boughttogether t
where t.variant_id = any(%s) and not t.other_id = any(%s) order by t.other_id, t.orders desc
"""
_POPULAR = """
select p.variant_id, max(p.customers) from cart_popularinsegment p where p.segment_id = any(%s)
and not exists (select 1 from cart_purchasememory m where m.customer_id = %s and m.variant_id = p.variant_id)
group by 1 order by 2 desc, 1 limit %s
"""
_COUNT_POPULAR = """
insert into cart_popularinsegment (segment_id, variant_id, customers)
select segment_id, variant_id, customers from (
    select s.segment_id, m.variant_id, count(*) as customers,
           row_number() over (partition by s.segment_id order by count(*) desc, m.variant_id) as place
    from cart_purchasememory m join customers_customer_segments s on s.customer_id = m.customer_id
    where m.last_at >= %s group by 1, 2 having count(*) >= %s
) x where place <= %s
"""


class Reason(StrEnum):
    """Why an article is suggested."""

    DUE = "due"
    TOGETHER = "together"
    USUAL = "usual"
    PROMOTED = "promoted"
    POPULAR = "popular"


class Suggestion(Value, frozen=True):
    """An article that may be wanted, and why.

    `due_on` and `every_days` go with what is due again, `with_variant` names what it is often bought with, `count` how many
    orders, purchases or customers say so.
    """

    variant_id: int
    reason: str
    due_on: date | None = None
    last_on: date | None = None
    every_days: int = 0
    with_variant: int | None = None
    count: int = 0


def suggest_purchases(buyer: Buyer, *, limit: int = 12) -> list[Suggestion]:
    """Return what the buyer may want, the surest first: only what it may buy, is not in the cart and was not dismissed."""
    if buyer.customer is None or buyer.person_id is None:
        return []
    in_cart = [item.variant_id for item in list_items(find_cart(buyer))]
    unwanted = {*in_cart, *_dismissed(buyer)}
    due = [
        Suggestion(
            one.variant_id,
            Reason.DUE,
            due_on=one.due_on,
            last_on=one.last_at.date(),
            every_days=round(one.rhythm / timedelta(days=1)) if one.rhythm else 0,
        )
        for one in due_again(buyer, limit=limit * 2)
    ]
    found: dict[int, Suggestion] = {}
    for one in (*due, *_together(in_cart), *_usual(buyer, limit * 2), *_promoted(buyer), *_popular(buyer, limit * 2)):
        found.setdefault(one.variant_id, one)  # the surest reason counts
    wanted = [one for one in found.values() if one.variant_id not in unwanted]
    articles = articles_for(buyer, [one.variant_id for one in wanted]) if wanted else {}
    return [one for one in wanted if one.variant_id in articles and articles[one.variant_id].is_active][:limit]


def often_with(buyer: Buyer, variant_ids: Collection[int], *, limit: int = 6) -> list[Suggestion]:
    """Return what is often bought with articles, the most frequent first; only what the buyer may buy."""
    found = _together(list(variant_ids))[: limit * 3]
    articles = articles_for(buyer, [one.variant_id for one in found]) if found else {}
    return [one for one in found if one.variant_id in articles and articles[one.variant_id].is_active][:limit]


def _together(variant_ids: list[int]) -> list[Suggestion]:
    if not variant_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_TOGETHER, [variant_ids, variant_ids])
        rows = sorted(cursor.fetchall(), key=lambda row: (-row[2], row[0]))
    return [Suggestion(other, Reason.TOGETHER, with_variant=one, count=count) for other, one, count in rows]


def _usual(buyer: Buyer, limit: int) -> list[Suggestion]:
    """Return what the customer bought most often in the last year, due or not; what it has given up is left out."""
    return [
        Suggestion(one.variant_id, Reason.USUAL, last_on=one.last_at.date(), count=one.times)
        for one in usual_purchases(buyer, limit=limit)
        if one.times >= OFTEN and one.rhythm and buyer.now - one.last_at <= one.rhythm * GIVEN_UP
    ]


def _promoted(buyer: Buyer) -> list[Suggestion]:
    """Return what the merchant promotes: of each product the first article the buyer may have."""
    products = promoted_products(buyer)
    cards = cards_of_products(buyer, products) if products else []
    return [Suggestion(card.variant_id, Reason.PROMOTED) for card in cards]


def _popular(buyer: Buyer, limit: int) -> list[Suggestion]:
    if buyer.customer is None or not buyer.customer.segment_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_POPULAR, [list(buyer.customer.segment_ids), buyer.customer.id, limit])
        return [Suggestion(variant, Reason.POPULAR, count=count) for variant, count in cursor.fetchall()]


def _dismissed(buyer: Buyer) -> set[int]:
    rows = Dismissal.objects.filter(
        customer_id=buyer.customer_id or 0, person_id=buyer.person_id or 0, until__gt=buyer.now
    )
    return set(rows.values_list("variant_id", flat=True))


def dismiss_suggestion(*, buyer: Buyer, variant_id: int) -> None:
    """Keep an article out of the hat's suggestions for 90 days. Refuses `article_not_found`."""
    if buyer.customer is None or buyer.person_id is None:
        raise refuse("customer_required")
    if variant_id not in articles_for(buyer, [variant_id]):
        raise refuse("article_not_found")
    Dismissal.objects.update_or_create(
        customer_id=buyer.customer.id,
        person_id=buyer.person_id,
        variant_id=variant_id,
        defaults={"until": clock.now() + DISMISSED_FOR},
    )


def replace_together(rows: Iterable[tuple[Any, ...]]) -> int:
    """Write anew which articles are bought together: (variant, other, orders). Return how many pairs there are."""
    with connection.cursor() as cursor:
        cursor.execute("delete from cart_boughttogether")
    return copy_rows(BoughtTogether, ("variant_id", "other_id", "orders"), list(rows))


@periodic("cart.count_popular", "40 1 * * *")
def count_popular() -> None:
    """Count anew what the customers of each segment buy; what only one or two buy stays theirs."""
    year = clock.now() - timedelta(days=365)
    with transaction.atomic(), connection.cursor() as cursor:
        PopularInSegment.objects.all().delete()
        cursor.execute(_COUNT_POPULAR, [year, FEWEST_CUSTOMERS, MOST_PER_SEGMENT])
    Dismissal.objects.filter(until__lt=clock.now()).delete()
