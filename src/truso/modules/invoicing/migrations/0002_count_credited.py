"""Count on order lines what credit notes have taken of them."""

from django.db import migrations

COUNT = """
update orders_orderline l set credited_quantity = c.quantity from (
    select order_line_id, sum(quantity) as quantity from invoicing_invoiceline where is_credit group by 1
) c where c.order_line_id = l.id
"""


class Migration(migrations.Migration):
    dependencies = [("invoicing", "0001_initial"), ("orders", "0002_credited_quantity")]

    operations = [migrations.RunSQL(COUNT, migrations.RunSQL.noop)]
