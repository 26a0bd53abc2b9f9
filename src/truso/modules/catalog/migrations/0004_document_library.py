import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.text
from django.db import migrations, models

# A product's documents are documents of the library that belong to that product, under the same address.
# The digest of a file is not known to the database: its beginning stands in the file's name.
_MOVE = """
with moved as (
    insert into catalog_document (uuid, type, language, title, file, size, sha256, created_at)
    select uuid, type, language, title, file, size, '', now() from catalog_productdocument order by id
    returning id, uuid
)
insert into catalog_documentlink (document_id, product_id)
select moved.id, old.product_id from moved join catalog_productdocument old using (uuid);
-- References are looked at here: tables with checks that wait cannot be changed.
set constraints all immediate;
set constraints all deferred;
"""
# Back: one row for each document that belongs to a product and may be had by everybody.
_MOVE_BACK = """
insert into catalog_productdocument (uuid, product_id, type, language, title, file, size)
select distinct on (d.id) d.uuid, l.product_id, d.type, d.language, d.title, d.file, d.size
from catalog_document d join catalog_documentlink l on l.document_id = d.id
where l.product_id is not null and d.customer_id is null order by d.id, l.product_id;
delete from catalog_documentlink where document_id in
    (select d.id from catalog_document d join catalog_productdocument using (uuid));
delete from catalog_document where uuid in (select uuid from catalog_productdocument);
set constraints all immediate;
set constraints all deferred;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0003_product_data"),
    ]

    operations = [
        migrations.RunSQL(_MOVE, _MOVE_BACK),
        migrations.DeleteModel(name="ProductDocument"),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["title", "id"], name="document_list"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("title"), name="gin_trgm_ops"
                ),
                name="document_title_words",
            ),
        ),
        migrations.AddIndex(
            model_name="documenttext",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("words", config="simple"), name="document_text_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sha256", ""), _negated=True),
                fields=("sha256", "customer"),
                name="document_file_once",
                nulls_distinct=False,
            ),
        ),
    ]
