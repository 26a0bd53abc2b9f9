from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0001_initial'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='article',
            options={'ordering': ['-published_at', 'title'], 'verbose_name': 'guide or page', 'verbose_name_plural': 'guides and pages'},
        ),
    ]
