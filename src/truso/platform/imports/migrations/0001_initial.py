import django.contrib.postgres.fields
import django.db.models.deletion
import truso.platform.imports.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ImportProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('target', models.CharField(max_length=40, verbose_name='what is imported')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('mapping', models.JSONField(default=dict)),
                ('reading', models.JSONField(default=dict)),
                ('options', models.JSONField(default=dict)),
                ('headings', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('created_at', models.DateTimeField()),
                ('updated_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'import profile',
                'verbose_name_plural': 'import profiles',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('target', 'name'), name='import_profile_once')],
            },
        ),
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('target', models.CharField(max_length=40, verbose_name='what is imported')),
                ('file', models.FileField(storage=truso.platform.imports.models.import_storage, upload_to='imports/')),
                ('file_name', models.CharField(max_length=200, verbose_name='file')),
                ('size', models.BigIntegerField(verbose_name='size')),
                ('sha256', models.CharField(max_length=64)),
                ('look', models.JSONField(default=dict)),
                ('mapping', models.JSONField(default=dict)),
                ('reading', models.JSONField(default=dict)),
                ('options', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('looked', 'Not tried yet'), ('trying', 'Being tried'), ('tried', 'Tried'), ('applying', 'Being imported'), ('applied', 'Imported'), ('stopped', 'Stopped'), ('failed', 'Broken off'), ('undoing', 'Being undone'), ('undone', 'Undone')], default='looked', max_length=10, verbose_name='state')),
                ('is_stopping', models.BooleanField(default=False)),
                ('position', models.PositiveIntegerField(default=0)),
                ('rows_total', models.PositiveIntegerField(null=True)),
                ('counts', models.JSONField(default=dict)),
                ('trial_counts', models.JSONField(default=dict)),
                ('kept_counts', models.JSONField(default=dict)),
                ('seconds', models.FloatField(default=0)),
                ('paused', models.FloatField(default=0)),
                ('problem', models.JSONField(null=True)),
                ('by', models.CharField(max_length=200, verbose_name='by')),
                ('by_id', models.BigIntegerField(null=True)),
                ('lease', models.UUIDField(null=True)),
                ('leased_until', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(verbose_name='created')),
                ('started_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('profile', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='runs', to='imports.importprofile')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'ordering': ['-id'],
                'permissions': [('run_import', 'Can import files'), ('undo_import', 'Can undo imports')],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_trial', models.BooleanField(default=False)),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=8)),
                ('key', models.CharField(blank=True, max_length=200)),
                ('changes', models.JSONField(default=dict)),
                ('reasons', models.JSONField(default=list)),
                ('values', models.JSONField(default=dict)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='imports.importrun')),
            ],
        ),
        migrations.AddIndex(
            model_name='importrun',
            index=models.Index(condition=models.Q(('state__in', ['trying', 'applying', 'undoing'])), fields=['leased_until'], name='import_run_working'),
        ),
        migrations.AddIndex(
            model_name='importrow',
            index=models.Index(fields=['run', 'is_trial', 'kind', 'number'], name='import_row_kind'),
        ),
        migrations.AddConstraint(
            model_name='importrow',
            constraint=models.UniqueConstraint(fields=('run', 'is_trial', 'number'), name='import_row_once'),
        ),
    ]
