import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0004_document_library'),
    ]

    operations = [
        migrations.CreateModel(
            name='Selector',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, unique=True, verbose_name='code')),
                ('names', models.JSONField(default=dict, verbose_name='names')),
                ('intros', models.JSONField(blank=True, db_default={}, default=dict, verbose_name='introduction')),
                ('is_active', models.BooleanField(db_default=True, default=True, verbose_name='active')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='selectors', to='catalog.category', verbose_name='category')),
            ],
            options={
                'verbose_name': 'selector',
                'verbose_name_plural': 'selectors',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='SelectorQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name='position')),
                ('texts', models.JSONField(default=dict, verbose_name='question')),
                ('answers', models.JSONField(default=list, verbose_name='answers')),
                ('attribute', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.attribute', verbose_name='attribute')),
                ('selector', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='catalog.selector')),
            ],
            options={
                'verbose_name': 'question',
                'verbose_name_plural': 'questions',
                'ordering': ['position', 'id'],
                'constraints': [models.UniqueConstraint(fields=('selector', 'attribute'), name='selector_question_once'), models.CheckConstraint(condition=models.Q(('answers', []), _negated=True), name='selector_question_answers')],
            },
        ),
    ]
