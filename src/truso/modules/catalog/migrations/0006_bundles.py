import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0005_media_and_guides'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bundle',
            fields=[
                ('variant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='bundle', serialize=False, to='catalog.variant')),
                ('pricing', models.CharField(choices=[('own', 'As one, with its own price'), ('parts', 'As its parts')], max_length=5, verbose_name='priced')),
                ('discount', models.DecimalField(decimal_places=2, default=0, max_digits=5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name="percent off the parts' prices")),
            ],
            options={
                'verbose_name': 'bundle',
                'verbose_name_plural': 'bundles',
                'constraints': [models.CheckConstraint(condition=models.Q(('discount__gte', 0), ('discount__lt', 100)), name='bundle_discount'), models.CheckConstraint(condition=models.Q(('discount', 0), ('pricing', 'parts'), _connector='OR'), name='bundle_priced')],
            },
        ),
        migrations.CreateModel(
            name='BundlePart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.DecimalField(decimal_places=3, max_digits=12, verbose_name='quantity')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('bundle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='catalog.bundle')),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='in_bundles', to='catalog.variant')),
            ],
            options={
                'verbose_name': 'part of a bundle',
                'verbose_name_plural': 'parts of bundles',
                'ordering': ['position', 'id'],
                'constraints': [models.UniqueConstraint(fields=('bundle', 'variant'), name='bundle_part_once'), models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='bundle_part_quantity'), models.CheckConstraint(condition=models.Q(('bundle', models.F('variant')), _negated=True), name='bundle_not_in_itself')],
            },
        ),
        migrations.AlterField(
            model_name='relation',
            name='kind',
            field=models.CharField(choices=[('accessory', 'Accessory'), ('spare_part', 'Spare part'), ('replaces', 'Replaces'), ('bought_together', 'Often bought together'), ('fits', 'Fits'), ('substitute', 'Can be used instead')], max_length=16),
        ),
    ]
