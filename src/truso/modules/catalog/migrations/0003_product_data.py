import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import uuid
from django.db import migrations, models


# Groups were written on each attribute of a family: the same words are the same group now.
_GROUPS = """
with named as (
    select distinct group_names as names, coalesce(group_names->>'en', group_names->>'nb') as word
    from catalog_familyattribute where group_names <> '{}'::jsonb
), coded as (
    select names, trim(both '-' from regexp_replace(lower(word), '[^a-z0-9]+', '-', 'g')) || case when rank > 1 then '-' || rank else '' end as code
    from (select names, word, row_number() over (
        partition by trim(both '-' from regexp_replace(lower(word), '[^a-z0-9]+', '-', 'g')) order by names::text
    ) as rank from named) ranked
), made as (
    insert into catalog_attributegroup (code, names, position)
    select left(code, 60), names, row_number() over (order by code) from coded returning id, names
)
update catalog_familyattribute f set group_id = made.id from made where made.names = f.group_names
"""
# What an article's pack was is its smallest packaging now (UN/ECE Recommendation 21: PK is a package).
_PACKAGING = """
insert into catalog_packaginglevel (variant_id, code, names, factor, gtin)
select id, 'PK', pack_names, pack_size, '' from catalog_variant where pack_size <> 1
"""


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0002_words_index'),
        ('customers', '0002_words_index'),
        ('markets', '0002_promises'),
    ]

    operations = [
        migrations.CreateModel(
            name='AttributeGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, unique=True, verbose_name='code')),
                ('names', models.JSONField(default=dict, verbose_name='names')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
            ],
            options={
                'verbose_name': 'attribute group',
                'verbose_name_plural': 'attribute groups',
                'ordering': ['position', 'code'],
            },
        ),
        migrations.CreateModel(
            name='Channel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.SlugField(max_length=60, unique=True, verbose_name='code')),
                ('names', models.JSONField(default=dict, verbose_name='names')),
                ('audience', models.CharField(choices=[('all', 'Everybody'), ('consumer', 'Private customers'), ('business', 'Companies')], default='all', max_length=8, verbose_name='for')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=5), default=list, size=None, verbose_name='languages')),
                ('least_score', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='least completeness to publish')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
            ],
            options={
                'verbose_name': 'channel',
                'verbose_name_plural': 'channels',
                'ordering': ['position', 'code'],
            },
        ),
        migrations.CreateModel(
            name='ChannelText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=5, verbose_name='language')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('summary', models.CharField(blank=True, max_length=400, verbose_name='summary')),
                ('description', models.TextField(blank=True, verbose_name='description')),
            ],
        ),
        migrations.CreateModel(
            name='Completeness',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scores', models.JSONField(default=dict)),
                ('lowest', models.PositiveSmallIntegerField()),
                ('missing', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=90), default=list, size=None)),
                ('is_blocked', models.BooleanField(default=False)),
                ('measured_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('type', models.CharField(choices=[('data_sheet', 'Data sheet'), ('declaration', 'Declaration of conformity'), ('assembly_guide', 'Assembly guide'), ('safety_data_sheet', 'Safety data sheet'), ('certificate', 'Certificate'), ('other', 'Other document')], max_length=20, verbose_name='type')),
                ('language', models.CharField(blank=True, max_length=5, verbose_name='language')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('file', models.FileField(blank=True, upload_to='documents/', verbose_name='file')),
                ('size', models.PositiveIntegerField(default=0, editable=False)),
                ('sha256', models.CharField(blank=True, editable=False, max_length=64)),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('created_at', models.DateTimeField(editable=False)),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'ordering': ['type', 'language', 'title'],
            },
        ),
        migrations.CreateModel(
            name='DocumentLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='PackagingLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=3, verbose_name='kind of packaging')),
                ('names', models.JSONField(blank=True, default=dict, verbose_name='names')),
                ('factor', models.DecimalField(decimal_places=3, max_digits=12, verbose_name='holds')),
                ('gtin', models.CharField(blank=True, max_length=14, verbose_name='GTIN')),
                ('weight_kg', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name='weight in kg')),
                ('length_mm', models.PositiveIntegerField(blank=True, null=True, verbose_name='length in mm')),
                ('width_mm', models.PositiveIntegerField(blank=True, null=True, verbose_name='width in mm')),
                ('height_mm', models.PositiveIntegerField(blank=True, null=True, verbose_name='height in mm')),
            ],
            options={
                'verbose_name': 'packaging',
                'verbose_name_plural': 'packaging',
                'ordering': ['factor', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.CharField(max_length=80, verbose_name='what is asked')),
                ('weight', models.PositiveSmallIntegerField(default=1, verbose_name='weight')),
                ('is_blocking', models.BooleanField(default=False, verbose_name='needed to publish')),
            ],
            options={
                'verbose_name': 'requirement',
                'verbose_name_plural': 'requirements',
                'ordering': ['item', 'id'],
            },
        ),
        migrations.AddField(
            model_name='attribute',
            name='descriptions',
            field=models.JSONField(blank=True, db_default={}, default=dict, verbose_name='what it means'),
        ),
        migrations.AddField(
            model_name='attribute',
            name='etim_feature',
            field=models.CharField(blank=True, db_default='', default='', max_length=8, verbose_name='ETIM feature'),
        ),
        migrations.AddField(
            model_name='attribute',
            name='maximum',
            field=models.DecimalField(blank=True, decimal_places=6, max_digits=20, null=True, verbose_name='most'),
        ),
        migrations.AddField(
            model_name='attribute',
            name='minimum',
            field=models.DecimalField(blank=True, decimal_places=6, max_digits=20, null=True, verbose_name='least'),
        ),
        migrations.AddField(
            model_name='attribute',
            name='pattern',
            field=models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='pattern'),
        ),
        migrations.AddField(
            model_name='attribute',
            name='scope',
            field=models.CharField(choices=[('global', 'The same everywhere'), ('language', 'One per language'), ('market', 'One per market')], db_default='global', default='global', max_length=8, verbose_name='values are'),
        ),
        migrations.AddField(
            model_name='attribute',
            name='tolerance',
            field=models.DecimalField(blank=True, decimal_places=6, max_digits=20, null=True, verbose_name='tolerance'),
        ),
        migrations.AddField(
            model_name='family',
            name='etim_class',
            field=models.CharField(blank=True, db_default='', default='', max_length=8, verbose_name='ETIM class'),
        ),
        migrations.AddField(
            model_name='familyattribute',
            name='is_compared',
            field=models.BooleanField(db_default=True, default=True, verbose_name='compared'),
        ),
        migrations.AddField(
            model_name='variant',
            name='is_cut_to_length',
            field=models.BooleanField(db_default=False, default=False, verbose_name='cut to length'),
        ),
        migrations.AddField(
            model_name='variant',
            name='kind',
            field=models.CharField(choices=[('goods', 'Goods'), ('service', 'Service'), ('digital', 'Software or file')], db_default='goods', default='goods', max_length=8, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='attribute',
            name='code',
            field=models.SlugField(max_length=60, unique=True, verbose_name='code'),
        ),
        migrations.AlterField(
            model_name='attribute',
            name='type',
            field=models.CharField(choices=[('text', 'Text'), ('number', 'Number'), ('range', 'Range of numbers'), ('boolean', 'Yes or no'), ('choice', 'Choice'), ('multi_choice', 'Several choices'), ('color', 'Color'), ('date', 'Date'), ('file', 'File')], max_length=12, verbose_name='type'),
        ),
        migrations.AddConstraint(
            model_name='attribute',
            constraint=models.CheckConstraint(condition=models.Q(('minimum__isnull', True), ('maximum__isnull', True), ('minimum__lte', models.F('maximum')), _connector='OR'), name='attribute_limits'),
        ),
        migrations.AddConstraint(
            model_name='attribute',
            constraint=models.CheckConstraint(condition=models.Q(('tolerance__isnull', True), ('tolerance__gte', 0), _connector='OR'), name='attribute_tolerance'),
        ),
        migrations.AddField(
            model_name='familyattribute',
            name='group',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.attributegroup', verbose_name='group'),
        ),
        migrations.RunSQL(_GROUPS, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name='familyattribute',
            name='group_names',
        ),
        migrations.AddField(
            model_name='channel',
            name='assortment',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.assortment', verbose_name='assortment'),
        ),
        migrations.AddField(
            model_name='channel',
            name='market',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='markets.market', verbose_name='market'),
        ),
        migrations.AddField(
            model_name='channeltext',
            name='channel',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='catalog.channel'),
        ),
        migrations.AddField(
            model_name='channeltext',
            name='product',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channel_texts', to='catalog.product'),
        ),
        migrations.AddField(
            model_name='completeness',
            name='channel',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.channel'),
        ),
        migrations.AddField(
            model_name='completeness',
            name='product',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='completeness', to='catalog.product'),
        ),
        migrations.CreateModel(
            name='DocumentText',
            fields=[
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='text', serialize=False, to='catalog.document')),
                ('pages', models.PositiveIntegerField(default=0)),
                ('words', models.TextField(blank=True)),
                ('read_at', models.DateTimeField()),
                ('problem', models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.AddField(
            model_name='document',
            name='customer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='customers.customer', verbose_name='only for'),
        ),
        migrations.AddField(
            model_name='documentlink',
            name='brand',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='document_links', to='catalog.brand'),
        ),
        migrations.AddField(
            model_name='documentlink',
            name='category',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='document_links', to='catalog.category'),
        ),
        migrations.AddField(
            model_name='documentlink',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='catalog.document'),
        ),
        migrations.AddField(
            model_name='documentlink',
            name='family',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='document_links', to='catalog.family'),
        ),
        migrations.AddField(
            model_name='documentlink',
            name='product',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='document_links', to='catalog.product'),
        ),
        migrations.AddField(
            model_name='packaginglevel',
            name='variant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='packaging', to='catalog.variant'),
        ),
        migrations.AddField(
            model_name='requirement',
            name='channel',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='catalog.channel', verbose_name='channel'),
        ),
        migrations.AddField(
            model_name='requirement',
            name='family',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='catalog.family', verbose_name='family'),
        ),
        migrations.AddConstraint(
            model_name='channel',
            constraint=models.CheckConstraint(condition=models.Q(('least_score__isnull', True), ('least_score__lte', 100), _connector='OR'), name='channel_least_score'),
        ),
        migrations.AddConstraint(
            model_name='channeltext',
            constraint=models.UniqueConstraint(fields=('product', 'channel', 'language'), name='channel_text_once'),
        ),
        migrations.AddIndex(
            model_name='completeness',
            index=django.contrib.postgres.indexes.GinIndex(fields=['missing'], name='completeness_missing'),
        ),
        migrations.AddIndex(
            model_name='completeness',
            index=models.Index(fields=['channel', 'lowest', 'product'], name='completeness_lowest'),
        ),
        migrations.AddConstraint(
            model_name='completeness',
            constraint=models.UniqueConstraint(fields=('product', 'channel'), name='completeness_once'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['sha256'], name='document_sha256'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('valid_to__isnull', False)), fields=['valid_to'], name='document_valid_to'),
        ),
        migrations.AddConstraint(
            model_name='documentlink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('brand__isnull', True), ('category__isnull', True), ('family__isnull', True), ('product__isnull', False)), models.Q(('brand__isnull', True), ('category__isnull', True), ('family__isnull', False), ('product__isnull', True)), models.Q(('brand__isnull', False), ('category__isnull', True), ('family__isnull', True), ('product__isnull', True)), models.Q(('brand__isnull', True), ('category__isnull', False), ('family__isnull', True), ('product__isnull', True)), _connector='OR'), name='document_link_to_one'),
        ),
        migrations.AddConstraint(
            model_name='documentlink',
            constraint=models.UniqueConstraint(fields=('document', 'product', 'family', 'brand', 'category'), name='document_link_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='packaginglevel',
            constraint=models.CheckConstraint(condition=models.Q(('factor__gt', 0)), name='packaging_factor'),
        ),
        migrations.AddConstraint(
            model_name='packaginglevel',
            constraint=models.UniqueConstraint(fields=('variant', 'code'), name='packaging_once'),
        ),
        migrations.AddConstraint(
            model_name='packaginglevel',
            constraint=models.UniqueConstraint(condition=models.Q(('gtin', ''), _negated=True), fields=('gtin',), name='packaging_gtin_once'),
        ),
        migrations.RunSQL(_PACKAGING, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='requirement',
            constraint=models.UniqueConstraint(fields=('channel', 'family', 'item'), name='requirement_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='requirement',
            constraint=models.CheckConstraint(condition=models.Q(('weight__gt', 0)), name='requirement_weight'),
        ),
    ]
