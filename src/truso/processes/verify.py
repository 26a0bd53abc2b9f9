"""Prove that the books are whole: what `truso verify` runs, and tests and operators with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from truso.platform.audit.operations import find_broken_seals

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """A check that found something: which rows, and how they differ."""

    check: str
    row: str


# Each check is a query for rows that must not exist.
CHECKS: dict[str, str] = {
    "the purchase memory says what was ordered": """
        select coalesce(m.customer_id, b.customer_id), coalesce(m.variant_id, b.variant_id), m.times, b.times, m.last_at, b.last_at
        from cart_purchasememory m full join (
            select o.customer_id, l.variant_id, count(distinct o.id) as times, min(o.placed_at) as first_at,
                   max(o.placed_at) as last_at
            from orders_order o join orders_orderline l on l.order_id = o.id
            where o.customer_id is not null and l.variant_id is not null and l.kind = 'item' group by 1, 2
        ) b on b.customer_id = m.customer_id and b.variant_id = m.variant_id
        where m.times is distinct from b.times or m.first_at is distinct from b.first_at or m.last_at is distinct from b.last_at""",
    "stock on hand is the sum of its entries": """
        select coalesce(i.variant_id, e.variant_id), coalesce(i.location_id, e.location_id), i.on_hand, e.quantity
        from inventory_stockitem i full join (
            select variant_id, location_id, sum(quantity) as quantity from inventory_stockentry group by 1, 2
        ) e on e.variant_id = i.variant_id and e.location_id = i.location_id
        where coalesce(i.on_hand, 0) <> coalesce(e.quantity, 0)""",
    "reserved stock is the sum of its reservations": """
        select coalesce(i.variant_id, r.variant_id), coalesce(i.location_id, r.location_id), i.reserved, r.quantity
        from inventory_stockitem i full join (
            select variant_id, location_id, sum(quantity) as quantity from inventory_reservation group by 1, 2
        ) r on r.variant_id = i.variant_id and r.location_id = i.location_id
        where coalesce(i.reserved, 0) <> coalesce(r.quantity, 0)""",
    "reservations belong to order lines of orders that are open": """
        select r.id, r.subject_kind, r.subject_uuid from inventory_reservation r
        left join orders_orderline l on l.uuid = r.subject_uuid left join orders_order o on o.id = l.order_id
        where r.subject_kind <> 'order_line' or o.id is null
           or o.state not in ('pending_approval', 'pending_payment', 'confirmed')""",
    "nothing is reserved beyond what a line still needs": """
        select l.id, r.variant_id, sum(r.quantity), l.quantity - l.shipped_quantity - l.cancelled_quantity
        from inventory_reservation r join orders_orderline l on l.uuid = r.subject_uuid
        left join lateral jsonb_to_recordset(l.components) as c(variant_id bigint, quantity numeric) on c.variant_id = r.variant_id
        group by l.id, r.variant_id, c.quantity
        having sum(r.quantity) > (l.quantity - l.shipped_quantity - l.cancelled_quantity) * coalesce(c.quantity, 1)""",
    "orders are the sum of their lines": """
        select o.number, o.net, sum(l.net), o.tax, sum(l.tax), o.gross, sum(l.gross) from orders_order o
        join orders_orderline l on l.order_id = o.id group by o.id
        having o.net <> sum(l.net) or o.tax <> sum(l.tax) or o.gross <> sum(l.gross) or o.net + o.tax <> o.gross""",
    "shipped quantities are the sum of shipments": """
        select l.id, l.shipped_quantity, coalesce(s.quantity, 0) from orders_orderline l join orders_order o on o.id = l.order_id
        left join (
            select sl.order_line_id, sum(sl.quantity) as quantity from fulfillment_shipmentline sl
            join fulfillment_shipment s on s.id = sl.shipment_id where s.state = 'shipped' group by 1
        ) s on s.order_line_id = l.id where o.source = '' and l.supply = 'goods' and l.shipped_quantity <> coalesce(s.quantity, 0)""",
    "every shipped unit is invoiced exactly once": """
        select l.id, l.shipped_quantity, l.invoiced_quantity, coalesce(i.quantity, 0) from orders_orderline l
        join orders_order o on o.id = l.order_id
        left join (
            select order_line_id, sum(quantity) as quantity from invoicing_invoiceline where not is_credit group by 1
        ) i on i.order_line_id = l.id
        where o.source = '' and (l.invoiced_quantity <> coalesce(i.quantity, 0) or (l.kind = 'item' and l.invoiced_quantity <> l.shipped_quantity))""",
    "no more is credited than was invoiced": """
        select order_line_id, sum(quantity) filter (where is_credit), sum(quantity) filter (where not is_credit)
        from invoicing_invoiceline group by 1
        having coalesce(sum(quantity) filter (where is_credit), 0) > coalesce(sum(quantity) filter (where not is_credit), 0)""",
    "credited quantities are the sum of credit notes": """
        select l.id, l.credited_quantity, coalesce(c.quantity, 0) from orders_orderline l
        left join (
            select order_line_id, sum(quantity) as quantity from invoicing_invoiceline where is_credit group by 1
        ) c on c.order_line_id = l.id where l.credited_quantity <> coalesce(c.quantity, 0)""",
    "invoices are the sum of their lines": """
        select i.number, i.net, sum(l.net), i.tax, sum(l.tax) from invoicing_invoice i join invoicing_invoiceline l on l.invoice_id = i.id
        group by i.id having i.net <> sum(l.net) or i.tax <> sum(l.tax) or i.gross <> sum(l.gross)""",
    "completed orders are invoiced to the last coin": """
        select o.number, o.gross, sum(i.gross) from orders_order o join invoicing_invoice i on i.order_id = o.id and i.kind = 'invoice'
        where o.state = 'completed' and o.source = '' and not exists (
            select 1 from orders_orderline l where l.order_id = o.id and l.cancelled_quantity > 0)
        group by o.id having o.gross <> sum(i.gross)""",
    "invoice series have no gaps": """
        select series, min(sequence), max(sequence), count(*), s.next_number from invoicing_invoice i
        left join numbering_numberseries s on s.code = i.series group by series, s.next_number
        having max(sequence) - min(sequence) + 1 <> count(*) or s.next_number is distinct from max(sequence) + 1""",
    "every invoice is booked once, with its amount": """
        select i.number, i.gross, e.amount from invoicing_invoice i left join receivables_receivableentry e on e.invoice_id = i.id
        where e.id is null or abs(e.amount) <> i.gross or (e.amount < 0) <> (i.kind = 'credit_note' and i.gross > 0)""",
    "open amounts follow from allocations": """
        select o.id, o.amount, o.open_amount, coalesce(sum(a.amount), 0) from receivables_openitem o
        left join receivables_allocation a on a.open_item_id = o.id group by o.id
        having o.open_amount <> o.amount - coalesce(sum(a.amount), 0)""",
    "payments are allocated, no more than once": """
        select e.id, e.kind, e.amount, coalesce(sum(a.amount), 0) from receivables_receivableentry e
        left join receivables_allocation a on a.entry_id = e.id where e.kind in ('payment', 'refund')
        group by e.id having -e.amount <> coalesce(sum(a.amount), 0)""",
    "the ledger and the open items agree per customer and currency": """
        select coalesce(e.customer_id, 0), coalesce(e.currency, o.currency), e.amount, o.amount from (
            select customer_id, currency, sum(amount) as amount from receivables_receivableentry group by 1, 2
        ) e full join (
            select customer_id, currency, sum(open_amount) as amount from receivables_openitem group by 1, 2
        ) o on o.customer_id is not distinct from e.customer_id and o.currency = e.currency
        where coalesce(e.amount, 0) <> coalesce(o.amount, 0)""",
    "gateway movements add up": """
        select p.id, p.captured, p.refunded from payments_payment p left join payments_paymententry e on e.payment_id = p.id and e.state <> 'failed'
        group by p.id having p.captured <> coalesce(sum(e.amount) filter (where e.kind = 'capture'), 0)
           or p.refunded <> coalesce(sum(e.amount) filter (where e.kind = 'refund'), 0)""",
    "references resolve": """
        select 'payment', p.id from payments_payment p where not exists (select 1 from orders_order o where o.uuid = p.subject_uuid)
        union all select 'approval', a.id from approvals_approvalrequest a
        where not exists (select 1 from orders_order o where o.uuid = a.subject_uuid)
        union all select 'stock entry', s.id from inventory_stockentry s where s.subject_kind = 'shipment'
          and not exists (select 1 from fulfillment_shipment f where f.uuid = s.subject_uuid)""",
    "keys handed over are those the orders count": """
        select l.id, l.shipped_quantity, count(k.id) from orders_orderline l join digital_licencekey k on k.order_line_id = l.id
        group by l.id having l.shipped_quantity <> count(k.id)""",
    "keys in store are the stock on hand": """
        select k.variant_id, k.location_id, k.free, coalesce(s.on_hand, 0) from (
            select variant_id, location_id, count(*) filter (where order_line_id is null and voided_at is null) as free
            from digital_licencekey group by 1, 2
        ) k left join inventory_stockitem s on s.variant_id = k.variant_id and s.location_id = k.location_id
        where k.free <> coalesce(s.on_hand, 0)""",
    "waiting orders have somebody to decide": """
        select o.number from orders_order o where o.state = 'pending_approval' and not exists (
            select 1 from approvals_approvalrequest a where a.subject_uuid = o.uuid and a.state = 'waiting')""",
}


def verify() -> Iterator[Finding]:
    """Run every check and yield what it found, at most twenty rows each. Nothing is changed."""
    for check, query in CHECKS.items():
        with connection.cursor() as cursor:
            cursor.execute(query)
            for row in cursor.fetchmany(SHOWN):
                yield Finding(check, ", ".join(str(value) for value in row))
    for last in find_broken_seals():
        yield Finding("the audit trail is as it was sealed", f"link up to entry {last}")
