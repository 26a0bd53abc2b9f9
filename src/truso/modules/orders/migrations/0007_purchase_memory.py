"""Fill the purchase memory from the orders there are: on placing they write it themselves from now on."""

from django.db import migrations

FILL = """
insert into cart_purchasememory
    (customer_id, variant_id, times, first_at, last_at, last_quantity, last_price, price_unit, currency)
select b.customer_id, b.variant_id, b.times, b.first_at, b.last_at, l.quantity, l.price, l.price_unit, l.currency
from (
    select o.customer_id, x.variant_id, count(distinct o.id) as times, min(o.placed_at) as first_at, max(o.placed_at) as last_at
    from orders_order o join orders_orderline x on x.order_id = o.id
    where o.customer_id is not null and x.variant_id is not null and x.kind = 'item' group by 1, 2
) b join lateral (
    select sum(x.quantity) as quantity, (array_agg(x.unit_price order by x.position desc))[1] as price,
           (array_agg(x.price_unit order by x.position desc))[1] as price_unit, o.currency
    from orders_order o join orders_orderline x on x.order_id = o.id and x.variant_id = b.variant_id and x.kind = 'item'
    where o.customer_id = b.customer_id group by o.id, o.currency, o.placed_at order by o.placed_at desc, o.id desc limit 1
) l on true
on conflict (customer_id, variant_id) do nothing
"""


class Migration(migrations.Migration):
    dependencies = [("cart", "0003_lists_and_memory"), ("orders", "0006_supplies")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
