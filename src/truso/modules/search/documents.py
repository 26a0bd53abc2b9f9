"""What the index knows of each article, read from the database in batches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.texts import LANGUAGES, in_language, language_order
from truso.modules.catalog.models import Attribute, Category
from truso.modules.inventory.queries import Availability, availability_for
from truso.modules.search.bundles import prices_of_parts
from truso.modules.search.engine import IndexedText, IndexedVariant, upper_end
from truso.modules.search.papers import PAPERS, groups_of, papers_of_groups, papers_of_products
from truso.modules.search.shared_lists import parameters, usual_day
from truso.platform import clock
from truso.platform.database.values import read_json

BATCH = 1000
REMEMBERED = 50_000
NEVER = 9999
_VARIANTS = """
select v.id, p.id, v.sku, v.gtin, v.mpn, v.labels, p.attributes || v.attributes, c.path, p.brand_id, b.name, p.tax_class_id,
       v.popularity, coalesce(p.published_at, p.updated_at), v.is_stocked, v.lead_days,
       coalesce((select sum(s.on_hand - s.reserved) from inventory_stockitem s where s.variant_id = v.id), 0),
       array(select av.assortment_id from catalog_assortmentvariant av where av.variant_id = v.id
             union all select -k.channel_id from catalog_completeness k where k.product_id = p.id and k.is_closed),
       (select jsonb_object_agg(t.language, jsonb_build_array(t.name, t.summary, t.description || coalesce((
            select E'\n' || string_agg(concat_ws(E'\n', ct.name, ct.summary, ct.description), E'\n') from catalog_channeltext ct
            where ct.product_id = t.product_id and ct.language = t.language), ''))) from catalog_producttext t where t.product_id = p.id),
       (select jsonb_object_agg(x.price_list_id, x.amount::text) from (
            select distinct on (pr.price_list_id) pr.price_list_id, pr.amount from pricing_price pr
            join unnest(%(lists)s::bigint[], %(days)s::date[]) l(id, day) on l.id = pr.price_list_id
            where pr.variant_id = v.id and pr.minimum_quantity <= 1
              and pr.valid_from <= l.day and (pr.valid_to is null or pr.valid_to > l.day)
            order by pr.price_list_id, pr.minimum_quantity desc, pr.valid_from desc) x),
       bu.pricing, p.family_id
from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_category c on c.id = p.category_id
join catalog_brand b on b.id = p.brand_id
left join catalog_bundle bu on bu.variant_id = v.id
where p.status = 'active' and v.status = 'active' and v.id = any(%(ids)s)
"""
_PRICES = """
select distinct on (pr.price_list_id, pr.variant_id) pr.price_list_id, pr.variant_id, pr.amount
from unnest(%(ids)s::bigint[]) wanted(id) join pricing_price pr on pr.variant_id = wanted.id
join unnest(%(lists)s::bigint[], %(days)s::date[]) l(id, day) on l.id = pr.price_list_id
where pr.minimum_quantity <= 1 and pr.valid_from <= l.day and (pr.valid_to is null or pr.valid_to > l.day)
order by pr.price_list_id, pr.variant_id, pr.minimum_quantity desc, pr.valid_from desc
"""
_STOCK = """
select v.id, v.is_stocked, v.lead_days,
       coalesce((select sum(s.on_hand - s.reserved) from inventory_stockitem s where s.variant_id = v.id), 0), bu.variant_id is not null
from catalog_variant v left join catalog_bundle bu on bu.variant_id = v.id where v.id = any(%s)
"""


_WORDS_ONLY = (Attribute.Type.TEXT, Attribute.Type.FILE, Attribute.Type.DATE)


class DocumentReader:
    """Reads articles as the index wants them; names of attributes and categories are looked up once."""

    def __init__(self, days: Mapping[int, date]) -> None:
        """`days` are the lists that have a column, each with its day."""
        self._days = days
        self._on = on = usual_day(clock.now())
        self._attributes = {attribute.code: attribute for attribute in Attribute.objects.all()}
        self._categories = {category.pk: category.names for category in Category.objects.all()}
        self._papers = papers_of_groups(on)
        # Values and places are said alike by many articles: their words by language, in the order of LANGUAGES.
        self._said: dict[tuple[str, Any], tuple[str, ...]] = {}
        self._placed: dict[tuple[int, ...], tuple[str, ...]] = {}

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
            cursor.execute(_VARIANTS, {"ids": list(variant_ids), **parameters(self._days)})
            rows = cursor.fetchall()
        bundles = [row[0] for row in rows if row[19]]
        stock = availability_for(None, bundles) if bundles else {}
        prices = prices_of_parts(self._days, bundles) if bundles else {}
        papers = papers_of_products([row[1] for row in rows], self._on)
        for row in rows:
            document = self._document(row, papers.get(row[1], ()))
            yield _as_bundle(document, stock[row[0]], prices.get(row[0])) if row[0] in stock else document

    def _document(self, row: tuple, own_papers: Iterable[str]) -> IndexedVariant:  # type: ignore[type-arg]
        values = read_json(row[6])
        choices, numbers = self._split(values)
        held = {*own_papers}.union(*(self._papers.get(group, ()) for group in groups_of(row[20], row[8], row[7])))
        if held:
            choices[PAPERS] = tuple(sorted(held))
        stock, lead_days = _level(stocked=row[13], lead_days=row[14], available=row[15])
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
            stock=stock,
            lead_days=lead_days,
            prices={int(key): Decimal(amount) for key, amount in (read_json(row[18]) or {}).items()},
            family_id=row[20],
        )

    def _split(self, values: dict[str, Any]) -> tuple[dict[str, tuple[str, ...]], dict[str, Decimal]]:
        choices: dict[str, tuple[str, ...]] = {}
        numbers: dict[str, Decimal] = {}
        for code, value in values.items():
            attribute = self._attributes.get(code)
            if attribute is None or value in (None, "", []):
                continue
            if attribute.scope == Attribute.Scope.MARKET or attribute.type in _WORDS_ONLY:
                continue  # what differs from market to market is read, not filtered by: the index is one for all
            if isinstance(value, dict):
                value = next(iter(value.values()), None)  # noqa: PLW2901  a code or figure that is kept per language is one
            if attribute.type == Attribute.Type.NUMBER:
                numbers[code] = Decimal(str(value))
            elif attribute.type == Attribute.Type.RANGE:
                numbers[code], numbers[upper_end(code)] = (Decimal(str(one)) for one in value)
            elif attribute.type == Attribute.Type.BOOLEAN:
                choices[code] = ("yes" if value else "no",)
            else:
                choices[code] = tuple(value) if isinstance(value, list) else (str(value),)
        return choices, numbers

    def _texts(self, row: tuple, values: dict[str, Any]) -> dict[str, IndexedText]:  # type: ignore[type-arg]
        """Return name and body by language; a body's lines are what other articles may say too."""
        texts, labels = read_json(row[17]) or {}, read_json(row[5])
        said, places = [self._words(code, value) for code, value in values.items()], self._places(tuple(row[7]))
        found = {}
        for place, language in enumerate(LANGUAGES):
            name, summary, description = next(
                (texts[code] for code in language_order(language) if code in texts), ("", "", "")
            )
            words = [summary, description, row[9], places[place], *(one[place] for one in said)]
            found[language] = IndexedText(
                f"{name} {in_language(labels, language)}".strip() if labels else name, "\n".join(filter(None, words))
            )
        return found

    def _places(self, path: tuple[int, ...]) -> tuple[str, ...]:
        """Return the names of a category and those above it, by language."""
        found = self._placed.get(path)
        if found is None:
            found = self._placed[path] = tuple(
                "\n".join(in_language(self._categories.get(one), language) for one in path) for language in LANGUAGES
            )
        return found

    def _words(self, code: str, value: Any) -> tuple[str, ...]:
        """Return an attribute's value as a reader would type it, by language."""
        if isinstance(value, dict):
            key = (code, tuple(sorted((name, str(one)) for name, one in value.items())))
        else:
            key = (code, tuple(value) if isinstance(value, list) else value)
        found = self._said.get(key)
        if found is None:
            if len(self._said) >= REMEMBERED:
                self._said.clear()
            found = self._said[key] = tuple(self._in_words(code, value, language) for language in LANGUAGES)
        return found

    def _in_words(self, code: str, value: Any, language: str) -> str:
        attribute = self._attributes.get(code)
        if attribute is None or value in (None, "", []):
            return ""
        if isinstance(value, dict):
            own = next((value[one] for one in language_order(language) if one in value), None)
            per_market = [self._in_words(code, one, language) for name, one in value.items() if name.startswith("@")]
            return " ".join([self._in_words(code, own, language), *per_market]).strip()
        if attribute.type in (Attribute.Type.FILE, Attribute.Type.DATE):
            return ""
        if attribute.type == Attribute.Type.RANGE:
            return f"{value[0]} {value[1]} {attribute.unit}".strip()
        if attribute.type == Attribute.Type.NUMBER:
            return f"{str(value).rstrip('0').rstrip('.') if '.' in str(value) else value} {attribute.unit}".strip()
        if attribute.type == Attribute.Type.BOOLEAN:
            return in_language(attribute.names, language) if value else ""
        chosen = set(value if isinstance(value, list) else [value])
        names = {choice["code"]: in_language(choice["names"], language) for choice in attribute.choices}
        return " ".join(names.get(one, str(one)) for one in sorted(chosen))


def stock_of(variant_ids: Collection[int]) -> dict[int, tuple[Decimal, int]]:
    """Return what there is of articles and in how many days they come, as the index keeps it; bundles by their parts."""
    with connection.cursor() as cursor:
        cursor.execute(_STOCK, [list(variant_ids)])
        rows = cursor.fetchall()
    bundles = [row[0] for row in rows if row[4]]
    made = availability_for(None, bundles) if bundles else {}
    return {
        key: _level_of(made[key]) if key in made else _level(stocked=stocked, lead_days=lead, available=available)
        for key, stocked, lead, available, _ in rows
    }


def prices_of(variant_ids: Collection[int], days: Mapping[int, date]) -> dict[int, dict[int, Decimal | None]]:
    """Return what articles cost in every shared list, by list and article; None where they have no price there."""
    found: dict[int, dict[int, Decimal | None]] = {one: dict.fromkeys(variant_ids) for one in days}
    with connection.cursor() as cursor:
        cursor.execute(_PRICES, {"ids": list(variant_ids), **parameters(days)})
        for price_list, variant, amount in cursor.fetchall():
            found[price_list][variant] = amount
    for bundle, prices in prices_of_parts(days, variant_ids).items():
        for price_list in days:
            found[price_list][bundle] = prices.get(price_list)
    return found


def _level(*, stocked: bool, lead_days: int | None, available: Decimal) -> tuple[Decimal, int]:
    if not stocked:
        return Decimal(NEVER), 0
    return available, 0 if available > 0 else NEVER if lead_days is None else lead_days


def _level_of(stock: Availability) -> tuple[Decimal, int]:
    lead = 0 if stock.is_available else NEVER if stock.lead_days is None else stock.lead_days
    return stock.available if stock.is_stocked else Decimal(NEVER), lead


def _as_bundle(document: IndexedVariant, stock: Availability, prices: dict[int, Decimal] | None) -> IndexedVariant:
    """Return a bundle's document: what its parts make, and their prices where it has none of its own."""
    there, lead_days = _level_of(stock)
    return replace(document, stock=there, lead_days=lead_days, prices=document.prices if prices is None else prices)
