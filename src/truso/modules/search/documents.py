"""What the index knows of each article, read from the database in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.texts import LANGUAGES, in_language, language_order
from truso.modules.catalog.models import Attribute, Category
from truso.modules.search.engine import IndexedText, IndexedVariant
from truso.platform.database.values import read_json

BATCH = 1000
NEVER = 9999
_VARIANTS = """
select v.id, p.id, v.sku, v.gtin, v.mpn, v.labels, p.attributes || v.attributes, c.path, p.brand_id, b.name, p.tax_class_id,
       v.popularity, coalesce(p.published_at, p.updated_at), v.is_stocked, v.lead_days,
       coalesce((select sum(s.on_hand - s.reserved) from inventory_stockitem s where s.variant_id = v.id), 0),
       array(select av.assortment_id from catalog_assortmentvariant av where av.variant_id = v.id),
       (select jsonb_object_agg(t.language, jsonb_build_array(t.name, t.summary, t.description)) from catalog_producttext t where t.product_id = p.id),
       (select jsonb_object_agg(x.price_list_id, x.amount::text) from (
            select distinct on (pr.price_list_id) pr.price_list_id, pr.amount from pricing_price pr
            join pricing_pricelist l on l.id = pr.price_list_id
            where pr.variant_id = v.id and l.kind in ('market', 'segment') and l.is_active and pr.minimum_quantity <= 1
              and pr.valid_from <= %(day)s and (pr.valid_to is null or pr.valid_to > %(day)s)
            order by pr.price_list_id, pr.minimum_quantity desc, pr.amount) x)
from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_category c on c.id = p.category_id
join catalog_brand b on b.id = p.brand_id
where p.status = 'active' and v.status = 'active' and v.id = any(%(ids)s)
"""


class DocumentReader:
    """Reads articles as the index wants them; names of attributes and categories are looked up once."""

    def __init__(self, on: date) -> None:
        self._day = on
        self._attributes = {attribute.code: attribute for attribute in Attribute.objects.all()}
        self._categories = {category.pk: category.names for category in Category.objects.all()}

    def read_all(self) -> Iterator[IndexedVariant]:
        """Yield every article that is sold, in the order of its key."""
        last = 0
        while True:
            with connection.cursor() as cursor:
                cursor.execute("select id from catalog_variant where id > %s order by id limit %s", [last, BATCH])
                ids = [row[0] for row in cursor.fetchall()]
            if not ids:
                return
            yield from self.read(ids)
            last = ids[-1]

    def read(self, variant_ids: Iterable[int]) -> Iterator[IndexedVariant]:
        """Yield those of the articles that are sold."""
        with connection.cursor() as cursor:
            cursor.execute(_VARIANTS, {"ids": list(variant_ids), "day": self._day})
            rows = cursor.fetchall()
        for row in rows:
            yield self._document(row)

    def _document(self, row: tuple) -> IndexedVariant:  # type: ignore[type-arg]
        values = read_json(row[6])
        choices, numbers = self._split(values)
        stocked, available = row[13], row[15]
        return IndexedVariant(
            variant_id=row[0],
            product_id=row[1],
            sku=row[2],
            gtin=row[3],
            mpn=row[4],
            texts=self._texts(row, values),
            category_ids=tuple(row[7]),
            brand_id=row[8],
            tax_class_id=row[10],
            choices=choices,
            numbers=numbers,
            assortment_ids=tuple(row[16]),
            popularity=float(row[11]),
            published_at=row[12].astimezone(UTC) if isinstance(row[12], datetime) else row[12],
            stock=available if stocked else Decimal(NEVER),
            lead_days=0 if not stocked or available > 0 else NEVER if row[14] is None else row[14],
            prices={int(key): Decimal(amount) for key, amount in (read_json(row[18]) or {}).items()},
        )

    def _split(self, values: dict[str, Any]) -> tuple[dict[str, tuple[str, ...]], dict[str, Decimal]]:
        choices: dict[str, tuple[str, ...]] = {}
        numbers: dict[str, Decimal] = {}
        for code, value in values.items():
            attribute = self._attributes.get(code)
            if attribute is None or value in (None, "", []):
                continue
            if attribute.type == Attribute.Type.NUMBER:
                numbers[code] = Decimal(str(value))
            elif attribute.type == Attribute.Type.BOOLEAN:
                choices[code] = ("yes" if value else "no",)
            elif attribute.type != Attribute.Type.TEXT:
                choices[code] = tuple(value) if isinstance(value, list) else (str(value),)
        return choices, numbers

    def _texts(self, row: tuple, values: dict[str, Any]) -> dict[str, IndexedText]:  # type: ignore[type-arg]
        texts, labels = read_json(row[17]) or {}, read_json(row[5])
        found = {}
        for language in LANGUAGES:
            name, summary, description = next(
                (texts[code] for code in language_order(language) if code in texts), ("", "", "")
            )
            words = [
                summary,
                description,
                row[9],
                *(in_language(self._categories.get(one), language) for one in row[7]),
            ]
            words += self._words(values, language)
            found[language] = IndexedText(
                f"{name} {in_language(labels, language)}".strip(), " ".join(filter(None, words))
            )
        return found

    def _words(self, values: dict[str, Any], language: str) -> Iterator[str]:
        """Yield the attributes' values as a reader would type them."""
        for code, value in values.items():
            attribute = self._attributes.get(code)
            if attribute is None or value in (None, "", []):
                continue
            if attribute.type == Attribute.Type.NUMBER:
                yield f"{str(value).rstrip('0').rstrip('.') if '.' in str(value) else value} {attribute.unit}".strip()
            elif attribute.type == Attribute.Type.BOOLEAN:
                yield in_language(attribute.names, language) if value else ""
            else:
                chosen = set(value if isinstance(value, list) else [value])
                names = {choice["code"]: in_language(choice["names"], language) for choice in attribute.choices}
                yield " ".join(names.get(one, str(one)) for one in sorted(chosen))
