"""VAT numbers are checked beside the shop, never in a buyer's way: when one is written, before an answer grows old, by the clock.

The register is asked outside any transaction. Where it does not answer, what was known stays known and it is asked again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db import connection

from truso.modules.customers.models import Customer, Segment
from truso.modules.customers.operations import save_customer
from truso.modules.orders.events import OrderPlaced
from truso.modules.orders.models import Order
from truso.modules.tax.events import VatNumberChanged
from truso.modules.tax.models import VatCheck
from truso.modules.tax.operations import announce_vat_number, record_answer
from truso.modules.tax.queries import latest_check, needs_check, number_of
from truso.modules.tax.rules import EU, country_of
from truso.modules.tax.vies import ask_vies
from truso.platform import clock
from truso.platform.database.transactions import write
from truso.platform.events import subscribe
from truso.platform.jobs import enqueue, periodic, task

CHECK = "tax.check_vat_number"
# So many customers are asked about in one go by the clock.
MOST = 200

# Customers whose number nobody has an answer about, or whose answer runs out within the week, longest unasked first.
_WAITING = """
select c.id from customers_customer c join markets_market m on m.id = c.market_id
left join lateral (
    select k.outcome, k.checked_at from tax_vatcheck k
    where k.customer_id = c.id and k.written = c.vat_number
    order by k.checked_at desc, k.id desc limit 1
) last on true
where c.kind = 'business' and c.vat_number <> '' and m.country = any(%(eu)s)
  and (last.checked_at is null
       or last.outcome = 'unavailable' and last.checked_at < %(now)s - interval '10 minutes'
       or last.outcome = 'valid' and c.vat_valid_until < %(today)s + 7 and last.checked_at < %(now)s - interval '1 day'
       or last.outcome = 'invalid' and last.checked_at < %(now)s - interval '30 days')
order by last.checked_at nulls first, c.id limit %(most)s
"""


def write_customer(
    *, customer_id: int | None, fields: Mapping[str, Any], segments: Sequence[Segment] | None = None
) -> Customer:
    """Write a customer as staff set it, and have its VAT number looked up when it is another. Refuses as `save_customer`."""
    before = Customer.objects.filter(pk=customer_id or 0).values_list("vat_number", flat=True).first() or ""
    customer = save_customer(customer_id=customer_id, fields=fields, segments=segments)
    if customer.vat_number != before:
        announce_vat_number(customer=customer)
    return customer


@subscribe(VatNumberChanged)
def check_soon(event: VatNumberChanged) -> None:
    """Have the number looked up that somebody has just written."""
    ask_soon(event.customer_id)


@subscribe(OrderPlaced)
def check_again(event: OrderPlaced) -> None:
    """Have a number looked up again that an order without tax was taken for, when its answer is a day old."""
    order = Order.objects.only("customer_id", "vat_number").get(pk=event.order_id)
    if order.vat_number and order.customer_id:
        ask_soon(order.customer_id)


def ask_soon(customer_id: int) -> None:
    """Queue a look-up; one that waits already serves."""
    enqueue(CHECK, {"customer": customer_id}, dedupe_key=f"vat:{customer_id}")


@periodic("tax.check_vat_numbers", "*/15 * * * *")
def check_waiting() -> None:
    """Queue look-ups of all numbers that wait for one: read in by file, not answered about, or growing old."""
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, {"eu": sorted(EU), "now": now, "today": now.date(), "most": MOST})
        found = [row[0] for row in cursor.fetchall()]
    with write():
        for customer_id in found:
            ask_soon(customer_id)


@task(CHECK)
def check_vat_number(customer: int, is_forced: bool = False) -> None:
    """Ask the register about a customer's VAT number, unless it answered within the day, and keep what it says."""
    found = Customer.objects.select_related("market").filter(pk=customer).first()
    if found is None or not settings.VIES_URL:
        return
    number = number_of(found)
    if not (country_of(number) in EU if is_forced else needs_check(found, clock.now())):
        return
    answer = ask_vies(number, requester=found.market.seller_vat_number)
    with write():
        record_answer(customer_id=customer, number=number, answer=answer)


def check_now(*, customer: Customer) -> VatCheck | None:
    """Ask the register at once, for staff who wait for the answer; outside any transaction. None where it is not asked."""
    check_vat_number(customer.pk, is_forced=True)
    customer.refresh_from_db()
    return latest_check(customer)
