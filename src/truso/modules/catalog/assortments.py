"""Selections of goods: chosen by hand, or by rule and kept up to date, and whom they limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection

from truso.kernel.refusals import NotFound, Refusal, Refused
from truso.kernel.value import Value
from truso.modules.catalog.models import (
    Assortment,
    AssortmentCriterion,
    AssortmentRule,
    Attribute,
    Brand,
    Category,
    Family,
    Product,
)
from truso.modules.catalog.operations import announce_products
from truso.platform.jobs import enqueue, task

_AMONG = "select variant_id from catalog_assortmentvariant where assortment_id = %s and variant_id = any(%s::bigint[])"
PORTION = 1000
MOST_CRITERIA = 200
SELECT_ALL = "catalog.select_all"
# Whether a criterion `c` fits an article `v` of a product `p` in a category `k`.
_FITS = """
(c.category_id is null or k.path @> array[c.category_id]) and (c.brand_id is null or c.brand_id = p.brand_id)
and (c.family_id is null or c.family_id = p.family_id)
and (c.attribute_id is null or (x.code is not null and (case jsonb_typeof(coalesce(v.attributes -> x.code, p.attributes -> x.code))
    when 'array' then jsonb_exists(coalesce(v.attributes -> x.code, p.attributes -> x.code), c.value)
    when 'boolean' then c.value = coalesce(v.attributes ->> x.code, p.attributes ->> x.code)
    when 'string' then c.value = '' or lower(c.value) = lower(coalesce(v.attributes ->> x.code, p.attributes ->> x.code))
    else false end)))
"""
_WANTED = f"""
select distinct s.assortment_id, v.id from (
    select distinct assortment_id from catalog_assortmentcriterion where %(only)s::bigint is null or assortment_id = %(only)s::bigint) s
join catalog_product p on p.id = any(%(products)s) join catalog_category k on k.id = p.category_id
join catalog_variant v on v.product_id = p.id
where exists (select 1 from catalog_assortmentcriterion c left join catalog_attribute x on x.id = c.attribute_id
              where c.assortment_id = s.assortment_id and not c.is_excluding and {_FITS})
  and not exists (select 1 from catalog_assortmentcriterion c left join catalog_attribute x on x.id = c.attribute_id
                  where c.assortment_id = s.assortment_id and c.is_excluding and {_FITS})
"""  # noqa: S608
_PUT_IN = f"""
insert into catalog_assortmentvariant (assortment_id, variant_id, is_by_rule)
select w.assortment_id, w.id, true from ({_WANTED}) w(assortment_id, id) on conflict (assortment_id, variant_id) do nothing returning variant_id
"""  # noqa: S608
_TAKE_OUT = f"""
delete from catalog_assortmentvariant e using catalog_variant v
where e.is_by_rule and v.id = e.variant_id and v.product_id = any(%(products)s) and (%(only)s::bigint is null or e.assortment_id = %(only)s::bigint)
  and not exists (select 1 from ({_WANTED}) w(assortment_id, id) where w.assortment_id = e.assortment_id and w.id = e.variant_id)
returning e.variant_id
"""  # noqa: S608


class Criterion(Value, frozen=True):
    """What goods are taken in, or kept out: all that is said must fit. Keys; 0 says nothing."""

    category: int = 0
    brand: int = 0
    family: int = 0
    attribute: int = 0
    value: str = ""
    is_excluding: bool = False

    @property
    def says_something(self) -> bool:
        return bool(self.category or self.brand or self.family or self.attribute)


def select_products(*, product_ids: Iterable[int], assortment_id: int | None = None) -> list[int]:
    """Put the articles of products into the selections they fit by rule, and take them out of those they fit no longer.

    What was chosen by hand stays. Returns the products of which something moved. Two statements, none without rules.
    """
    ids = list(product_ids)
    there = (
        AssortmentCriterion.objects.filter(assortment=assortment_id) if assortment_id else AssortmentCriterion.objects
    )
    # One assortment whose last rule went still has to let its articles go.
    if not ids or (not assortment_id and not there.exists()):
        return []
    parameters = {"products": ids, "only": assortment_id}
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_OUT, parameters)
        moved = {row[0] for row in cursor.fetchall()}
        cursor.execute(_PUT_IN, parameters)
        moved |= {row[0] for row in cursor.fetchall()}
    return sorted(set(Product.objects.filter(variants__in=moved).values_list("pk", flat=True))) if moved else []


def save_criteria(*, assortment: Assortment, criteria: Sequence[Criterion]) -> None:
    """Say by which rules goods are in an assortment; it is filled in the background.

    Refuses `criteria_many` (200 at most), `criterion_empty` and `criterion_value` (an attribute without a value, other
    than text), each with the subject `criteria.<place>`. Raises NotFound for unknown keys.
    """
    if len(criteria) > MOST_CRITERIA:
        raise Refused(Refusal("criteria_many", {"most": MOST_CRITERIA}, "criteria"))
    empty = [place for place, one in enumerate(criteria) if not one.says_something]
    if empty:
        raise Refused(*(Refusal("criterion_empty", subject=f"criteria.{place}") for place in empty))
    valueless = [place for place, one in enumerate(criteria) if one.attribute and not one.value.strip()]
    if valueless:
        raise Refused(*(Refusal("criterion_value", subject=f"criteria.{place}") for place in valueless))
    _check_keys(criteria)
    assortment.criteria.all().delete()
    AssortmentCriterion.objects.bulk_create(
        AssortmentCriterion(
            assortment=assortment, is_excluding=one.is_excluding, category_id=one.category or None, brand_id=one.brand or None,
            family_id=one.family or None, attribute_id=one.attribute or None, value=one.value.strip()[:200],
        )
        for one in criteria
    )  # fmt: skip
    select_all(assortment_id=assortment.pk)


def _check_keys(criteria: Sequence[Criterion]) -> None:
    models: Mapping[str, Any] = {"category": Category, "brand": Brand, "family": Family, "attribute": Attribute}
    for name, model in models.items():
        wanted = {getattr(one, name) for one in criteria} - {0}
        if wanted and model._default_manager.filter(pk__in=wanted).count() != len(wanted):
            raise NotFound(name)


def limit_to(*, assortment: Assortment, market_ids: Iterable[int], segment_ids: Iterable[int]) -> None:
    """Say which markets' consumers and which segments an assortment limits; customers' own agreements stay."""
    AssortmentRule.objects.filter(assortment=assortment, customer__isnull=True).delete()
    AssortmentRule.objects.bulk_create(
        [
            *(AssortmentRule(assortment=assortment, market_id=one) for one in dict.fromkeys(market_ids)),
            *(AssortmentRule(assortment=assortment, segment_id=one) for one in dict.fromkeys(segment_ids)),
        ]
    )


def select_all(*, assortment_id: int, after: int = 0) -> None:
    """Have an assortment filled by its rules in the background, from the product after a key on."""
    parameters = {"assortment": assortment_id, "after": after}
    enqueue(SELECT_ALL, parameters, dedupe_key=f"{SELECT_ALL}:{assortment_id}:{after}", priority=-5)


@task(SELECT_ALL)
def _select_on(assortment: int, after: int) -> None:
    from truso.platform.database.transactions import write

    ids = list(Product.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:PORTION])
    if not ids or not Assortment.objects.filter(pk=assortment).exists():
        return
    with write():
        announce_products(product_ids=select_products(product_ids=ids, assortment_id=assortment))
        select_all(assortment_id=assortment, after=ids[-1])


def members_of(assortment_id: int, variant_ids: Iterable[int]) -> set[int]:
    """Return which of some articles are in an assortment."""
    with connection.cursor() as cursor:
        cursor.execute(_AMONG, [assortment_id, list(variant_ids)])
        return {row[0] for row in cursor.fetchall()}
