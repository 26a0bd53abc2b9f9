"""Measure how complete products are in each channel, and keep what is missing for the work lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb

from truso.kernel.refusals import Refusal, Refused
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.completeness_rules import Asked, Measured, Wanted, asked_of, is_per_language, measure
from truso.modules.catalog.models import (
    Attribute,
    Channel,
    ChannelText,
    Completeness,
    FamilyAttribute,
    Product,
    ProductStatus,
    Requirement,
)
from truso.modules.catalog.queries.documents import OF_PRODUCT
from truso.platform import clock
from truso.platform.database.values import read_json
from truso.platform.jobs import enqueue, task

PORTION = 500
REMEASURE = "catalog.measure_all"
# What articles must have: all of those a product sells.
_ARTICLE_ITEMS = ("gtin", "mpn", "weight", "packaging")
# One row per product: family, attributes, words by language, whether it has a picture and what is said of the first,
# documents, articles, and how many of them have each number and attribute.
_FACTS = f"""
select p.id, p.family_id, p.attributes,
    (select json_agg(json_build_array(t.language, t.name <> '', t.summary <> '', t.description <> '')) from catalog_producttext t where t.product_id = p.id),
    (select i.alternative_texts from catalog_productpicture g join catalog_picture i on i.id = g.picture_id
     where g.product_id = p.id order by g.position, g.id limit 1),
    (select json_agg(distinct d.type || ':' || d.language) from catalog_document d
     where d.id in ({OF_PRODUCT}) and d.customer_id is null and (d.valid_to is null or d.valid_to >= %(today)s)),
    a.articles, a.gtins, a.mpns, a.weights, a.packed, a.keys
from catalog_product p
left join lateral (
    select count(*) as articles, count(*) filter (where v.gtin <> '') as gtins, count(*) filter (where v.mpn <> '') as mpns,
        count(*) filter (where v.weight_kg > 0 or v.kind <> 'goods') as weights,
        count(*) filter (where v.kind <> 'goods' or exists (select 1 from catalog_packaginglevel l where l.variant_id = v.id)) as packed,
        (select json_object_agg(x.key, x.n) from (
            select k as key, count(*) as n from catalog_variant w, jsonb_object_keys(w.attributes) k
            where w.product_id = p.id and w.status <> 'discontinued' group by k) x) as keys
    from catalog_variant v where v.product_id = p.id and v.status <> 'discontinued') a on true
where p.id = any(%(ids)s)
"""  # noqa: S608
_WRITE = """
insert into catalog_completeness as k (product_id, channel_id, scores, lowest, missing, is_blocked, is_closed, measured_at)
select d.product, d.channel, d.scores, d.lowest, string_to_array(d.missing, e'\\x1f'), d.blocked, d.closed, %(now)s
from unnest(%(products)s::bigint[], %(channels)s::bigint[], %(scores)s::jsonb[], %(lowest)s::int[], %(missing)s::text[],
            %(blocked)s::boolean[], %(closed)s::boolean[]) as d(product, channel, scores, lowest, missing, blocked, closed)
order by d.product, d.channel
on conflict (product_id, channel_id) do update set scores = excluded.scores, lowest = excluded.lowest, missing = excluded.missing,
    is_blocked = excluded.is_blocked, is_closed = excluded.is_closed, measured_at = excluded.measured_at
where (k.scores, k.lowest, k.missing, k.is_blocked, k.is_closed)
    is distinct from (excluded.scores, excluded.lowest, excluded.missing, excluded.is_blocked, excluded.is_closed)
"""
_CLOSED = "select product_id, channel_id from catalog_completeness where product_id = any(%s) and is_closed"
# What modules above know of products: an item, and which of these products have it.
Fact = Callable[[Sequence[int]], set[int]]
_facts: dict[str, Fact] = {}


def fact(item: str) -> Callable[[Fact], Fact]:
    """Register what tells which products have an item (`price`); used as a decorator by the modules above."""

    def register(known: Fact) -> Fact:
        _facts[item] = known
        return known

    return register


def measure_products(*, product_ids: Iterable[int]) -> list[int]:
    """Measure products in every channel; return those that are shown somewhere now and were not, or the other way round.

    A constant number of statements. Without channels nothing is done.
    """
    channels = list(Channel.objects.all())
    ids = sorted(set(product_ids))
    if not channels or not ids:
        return []
    found: list[tuple[int, Channel, Measured]] = []
    wanted = _wanted()
    for product, family, has in _read(ids):
        for channel in channels:
            asked = asked_of(wanted, channel=channel.pk, family=family)
            found.append((product, channel, measure(has, asked, channel.languages)))
    before = _closed(ids)
    _write(found)
    return sorted({product for product, _channel in before ^ _closed(ids)})


def refuse_incomplete(*, product: Product) -> None:
    """Refuse `product_incomplete` (what is `missing`) for an active product that lacks what every channel needs to publish."""
    if product.status != ProductStatus.ACTIVE:
        return
    wanted = [one for one in _wanted() if one.channel is None and one.asked.is_blocking]
    if not wanted:
        return
    languages = sorted({code for channel in Channel.objects.all() for code in channel.languages})
    [(_product, family, has)] = _read([product.pk])
    found = measure(has, asked_of(wanted, channel=0, family=family), languages)
    if found.missing:
        raise Refused(Refusal("product_incomplete", {"missing": ", ".join(found.missing)}, "status"))


def _wanted() -> list[Wanted]:
    """Return everything that is asked: by requirements, and the attributes families say are required."""
    scoped = set(Attribute.objects.filter(scope=Attribute.Scope.LANGUAGE).values_list("code", flat=True))
    rows = [
        Wanted(
            one.channel_id,
            one.family_id,
            Asked(one.item, one.weight, one.is_blocking, is_per_language(one.item, scoped)),
        )
        for one in Requirement.objects.all()
    ]
    required = FamilyAttribute.objects.filter(is_required=True).values_list("family_id", "attribute__code")
    named = {(one.family, one.asked.item) for one in rows}
    return rows + [
        Wanted(None, family, Asked(f"attribute:{code}", is_per_language=code in scoped))
        for family, code in required
        if (family, f"attribute:{code}") not in named
    ]


def _read(ids: Sequence[int]) -> list[tuple[int, int, set[str]]]:
    """Return products with their families and the items they have."""
    with connection.cursor() as cursor:
        cursor.execute(_FACTS, {"ids": list(ids), "today": clock.now().date()})
        rows = cursor.fetchall()
    known = {item: tell(ids) for item, tell in _facts.items()}
    return [(row[0], row[1], _items(row) | {item for item, has in known.items() if row[0] in has}) for row in rows]


def _items(row: tuple[Any, ...]) -> set[str]:
    articles, counts = row[6] or 0, dict(zip(_ARTICLE_ITEMS, row[7:11], strict=True))
    items = {item for item, count in counts.items() if articles and count == articles}
    for code, value in (read_json(row[2]) or {}).items():
        items |= {f"{key}:attribute:{code}" for key in value} if isinstance(value, Mapping) else {f"attribute:{code}"}
    items |= {f"attribute:{code}" for code, count in (read_json(row[11]) or {}).items() if count == articles}
    for language, *there in read_json(row[3]) or ():
        items |= {
            f"{language}:text:{name}"
            for name, is_there in zip(("name", "summary", "description"), there, strict=True)
            if is_there
        }
    if row[4] is not None:
        items |= {"picture", *(f"{language}:alternative_text" for language, text in read_json(row[4]).items() if text)}
    for one in read_json(row[5]) or ():
        kind, _colon, language = one.partition(":")
        # A document without a language is for readers of all.
        items |= {f"{code}:document:{kind}" for code in ([language] if language else LANGUAGES)}
    return items


def _closed(ids: Sequence[int]) -> set[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_CLOSED, [list(ids)])
        return set(cursor.fetchall())


def _write(found: Sequence[tuple[int, Channel, Measured]]) -> None:
    closed = [one.is_blocked or one.lowest < (channel.least_score or 0) for _product, channel, one in found]
    with connection.cursor() as cursor:
        cursor.execute(
            _WRITE,
            {
                "now": clock.now(), "products": [product for product, _channel, _one in found],
                "channels": [channel.pk for _product, channel, _one in found], "scores": [Jsonb(one.scores) for *_of, one in found],
                "lowest": [one.lowest for *_of, one in found], "missing": ["\x1f".join(one.missing) for *_of, one in found],
                "blocked": [one.is_blocked for *_of, one in found], "closed": closed,
            },
        )  # fmt: skip


# What is asked


def save_channel(*, channel: Channel) -> Channel:
    """Write a channel; all products are measured anew. Refuses `languages_missing`."""
    if not channel.languages:
        raise Refused(Refusal("languages_missing", subject="languages"))
    channel.save()
    measure_all()
    return channel


def save_requirement(*, requirement: Requirement) -> Requirement:
    """Write what is asked of products; all are measured anew. Refuses `requirement_twice` and `requirement_unknown`."""
    same = Requirement.objects.filter(channel=requirement.channel, family=requirement.family, item=requirement.item)
    if same.exclude(pk=requirement.pk).exists():
        raise Refused(Refusal("requirement_twice", subject="item"))
    if not is_item(requirement.item):
        raise Refused(Refusal("requirement_unknown", {"found": requirement.item}, "item"))
    requirement.save()
    measure_all()
    return requirement


def remove_requirement(*, requirement: Requirement) -> None:
    """Ask for something no longer; all products are measured anew."""
    requirement.delete()
    measure_all()


def is_item(item: str) -> bool:
    """Tell whether something can be asked for."""
    from truso.modules.catalog.models import Document

    kind, _colon, code = item.partition(":")
    if kind == "text":
        return code in ("name", "summary", "description")
    if kind == "attribute":
        return Attribute.objects.filter(code=code).exists()
    if kind == "document":
        return code in Document.Type.values
    return item in (*_ARTICLE_ITEMS, "picture", "alternative_text", *_facts)


def measure_all(*, after: int = 0) -> None:
    """Have all products measured anew in the background, from the one after a key on."""
    enqueue(REMEASURE, {"after": after}, dedupe_key=f"{REMEASURE}:{after}", priority=-5)


@task(REMEASURE)
def _measure_on(after: int) -> None:
    """Measure a portion, and have the next one done: between them everything else has its turn."""
    from truso.modules.catalog.operations import announce_products
    from truso.platform.database.transactions import write

    ids = list(Product.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:PORTION])
    if not ids:
        return
    with write():
        announce_products(product_ids=measure_products(product_ids=ids))
        measure_all(after=ids[-1])


def save_channel_texts(*, product: Product, channel: Channel, texts: Mapping[str, Mapping[str, str]]) -> None:
    """Write what is said of a product in one channel, per language (name, summary, description); empty ones end.

    What a channel does not say is said as everywhere.
    """
    from truso.modules.catalog.operations import announce_products

    there = {text.language: text for text in ChannelText.objects.filter(product=product, channel=channel)}
    for language, words in texts.items():
        if language not in LANGUAGES:
            continue
        cleaned = {name: str(words.get(name) or "").strip() for name in ("name", "summary", "description")}
        text = there.get(language)
        if not any(cleaned.values()):
            if text:
                text.delete()
            continue
        text = text or ChannelText(product=product, channel=channel, language=language)
        text.name, text.summary, text.description = (
            cleaned["name"][:200],
            cleaned["summary"][:400],
            cleaned["description"],
        )
        text.save()
    announce_products(product_ids=[product.pk])


def completeness_of(product_id: int) -> list[Completeness]:
    """Return how complete a product is in each channel, in the channels' order."""
    rows = Completeness.objects.filter(product_id=product_id).select_related("channel")
    return sorted(rows, key=lambda row: (row.channel.position, row.channel.code))
