from django.db import migrations

# A plan made for one changed price joins twenty thousand row by row: it is kept for the connection, so it must suit both.
FORWARD = "alter function truso_price_history() set enable_nestloop = off"
BACKWARD = "alter function truso_price_history() reset enable_nestloop"


class Migration(migrations.Migration):

    dependencies = [('pricing', '0004_campaign_kinds')]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
