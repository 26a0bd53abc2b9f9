from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0004_promises'),
    ]

    operations = [
        migrations.AddField(
            model_name='orderline',
            name='components',
            field=models.JSONField(db_default=[], default=list),
        ),
    ]
