"""Writes to what goods are described by: attributes, their choices, the groups they are shown in.

Values in use decide what may still change: nothing that is said of goods is lost or turned into something else unseen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import connection

from truso.kernel.refusals import Refusal, Refused, refuse
from truso.modules.catalog.models import Attribute, AttributeGroup, Family, FamilyAttribute, Product
from truso.modules.catalog.operations import announce_products
from truso.modules.catalog.units import conversion, is_unit

MOST_CHOICES = 2000
_MEASURED = (Attribute.Type.NUMBER, Attribute.Type.RANGE)
_CHOSEN = (Attribute.Type.CHOICE, Attribute.Type.MULTI_CHOICE, Attribute.Type.COLOR)
_SWATCH = re.compile(r"#[0-9a-fA-F]{6}")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,59}")
# A repeated group that repeats inside takes for ever on a text that almost fits.
_ENDLESS = re.compile(r"\([^()]*[+*][^()]*\)[+*{]")
ETIM = {"class": re.compile(r"EC\d{6}"), "feature": re.compile(r"EF\d{6}"), "value": re.compile(r"EV\d{6}")}
# Goods that have a value: through the families the attribute is in, so that not every product is read.
_OF_FAMILIES = """
select exists (select 1 from catalog_product p where p.family_id = any(%(families)s) and {condition_p})
    or exists (select 1 from catalog_product p join catalog_variant v on v.product_id = p.id
               where p.family_id = any(%(families)s) and {condition_v})
"""
_CONVERT = """
update {table} g set attributes = jsonb_set(g.attributes, array[%(code)s], case jsonb_typeof(g.attributes -> %(code)s)
    when 'array' then (select jsonb_agg(to_jsonb(trim_scale(round(x::numeric * %(factor)s + %(offset)s, 6))::text) order by n)
                       from jsonb_array_elements_text(g.attributes -> %(code)s) with ordinality as e(x, n))
    else to_jsonb(trim_scale(round((g.attributes ->> %(code)s)::numeric * %(factor)s + %(offset)s, 6))::text) end)
where {of_family} and jsonb_exists(g.attributes, %(code)s)
"""
_TABLES = {
    "catalog_product": "g.family_id = any(%(families)s)",
    "catalog_variant": "g.product_id in (select id from catalog_product where family_id = any(%(families)s))",
}


def save_attribute(*, attribute: Attribute) -> Attribute:
    """Write an attribute; products of its families are announced.

    Values there are stay true: another unit of the same dimension converts them, another type or scope is refused as
    `attribute_in_use`, a choice taken out as `choice_in_use`. Refuses also `unit_unknown`, `unit_other_dimension`,
    `attribute_limits`, `pattern_invalid`, `etim_invalid`, and per choice (subject `choices.<place>`) `choice_code`,
    `choice_twice`, `choice_name`, `swatch_invalid`; `choices_missing` for a type that needs some.
    """
    before = Attribute.objects.select_for_update().filter(pk=attribute.pk).first() if attribute.pk else None
    problems = _problems(attribute)
    families = (
        list(FamilyAttribute.objects.filter(attribute=attribute).values_list("family_id", flat=True)) if before else []
    )
    if before and not problems:
        problems += _contradictions(before, attribute, families)
    if problems:
        raise Refused(*problems)
    if attribute.type not in _CHOSEN:
        attribute.choices = []
    attribute.save()
    if before and before.unit != attribute.unit and before.unit and attribute.type in _MEASURED:
        _convert(attribute, before.unit, families)
    announce_products(product_ids=list(Product.objects.filter(family__in=families).values_list("pk", flat=True)))
    return attribute


def remove_attribute(*, attribute: Attribute) -> None:
    """Take an attribute away that no family has and no question asks for. Refuses `attribute_in_use`."""
    from django.db.models import ProtectedError

    try:
        attribute.delete()
    except ProtectedError as problem:
        raise refuse("attribute_in_use", attribute=str(attribute)) from problem


def save_attribute_group(*, group: AttributeGroup) -> AttributeGroup:
    """Write a group's name and place; the products of families that show it are announced."""
    group.save()
    families = FamilyAttribute.objects.filter(group=group).values("family_id")
    announce_products(product_ids=list(Product.objects.filter(family__in=families).values_list("pk", flat=True)))
    return group


def check_etim(kind: str, code: str) -> Refusal | None:
    """Return `etim_invalid` for what is no id of ETIM International's classification (EC, EF or EV and six digits)."""
    return None if not code or ETIM[kind].fullmatch(code) else Refusal("etim_invalid", {"found": code[:20]})


def save_family(*, family: Family) -> Family:
    """Write a family's names and its ETIM class; its products are announced. Refuses `etim_invalid` (`etim_class`)."""
    if problem := check_etim("class", family.etim_class):
        raise Refused(Refusal(problem.code, problem.params, "etim_class"))
    family.save()
    announce_products(product_ids=list(family.products.values_list("pk", flat=True)))
    return family


def _problems(attribute: Attribute) -> list[Refusal]:
    problems = []
    if attribute.unit and not is_unit(attribute.unit):
        problems.append(Refusal("unit_unknown", {"unit": attribute.unit}, "unit"))
    if attribute.minimum is not None and attribute.maximum is not None and attribute.minimum > attribute.maximum:
        problems.append(Refusal("attribute_limits", subject="maximum"))
    if attribute.pattern and not _is_pattern(attribute.pattern):
        problems.append(Refusal("pattern_invalid", subject="pattern"))
    if problem := check_etim("feature", attribute.etim_feature):
        problems.append(Refusal(problem.code, problem.params, "etim_feature"))
    if attribute.type in _CHOSEN:
        problems += _choice_problems(attribute)
    return problems


def _is_pattern(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return not _ENDLESS.search(pattern)


def _choice_problems(attribute: Attribute) -> list[Refusal]:
    choices: Sequence[Mapping[str, Any]] = attribute.choices
    if not choices or len(choices) > MOST_CHOICES:
        return [Refusal("choices_missing", {"most": MOST_CHOICES}, "choices")]
    problems, seen = [], set()
    for place, choice in enumerate(choices):
        code, subject = str(choice.get("code") or ""), f"choices.{place}"
        if not _CODE.fullmatch(code):
            problems.append(Refusal("choice_code", {"found": code[:60]}, subject))
        elif code in seen:
            problems.append(Refusal("choice_twice", {"found": code}, subject))
        elif not any((choice.get("names") or {}).values()):
            problems.append(Refusal("choice_name", {"found": code}, subject))
        seen.add(code)
        swatch = str(choice.get("swatch") or "")
        if (swatch or attribute.type == Attribute.Type.COLOR) and not _SWATCH.fullmatch(swatch):
            problems.append(Refusal("swatch_invalid", {"found": swatch[:20] or code}, subject))
        if problem := check_etim("value", str(choice.get("etim") or "")):
            problems.append(Refusal(problem.code, problem.params, subject))
    return problems


def _contradictions(before: Attribute, attribute: Attribute, families: Sequence[int]) -> list[Refusal]:
    """Return what values there are stand against."""
    gone = {str(one["code"]) for one in before.choices} - {str(one["code"]) for one in attribute.choices}
    is_other = (before.type, before.scope) != (attribute.type, attribute.scope)
    if is_other and _is_used(attribute.code, families):
        return [
            Refusal(
                "attribute_in_use", {"attribute": str(before)}, "type" if before.type != attribute.type else "scope"
            )
        ]
    problems = [
        Refusal("choice_in_use", {"found": code}, "choices")
        for code in sorted(gone)
        if not is_other and _is_chosen(attribute.code, code, families)
    ]
    if before.unit and before.unit != attribute.unit and not is_other and _is_used(attribute.code, families):
        line = (
            conversion(before.unit, attribute.unit)
            if attribute.unit
            else Refusal("unit_other_dimension", {"unit": before.unit, "wanted": "–"})
        )
        if isinstance(line, Refusal):
            problems.append(Refusal(line.code, line.params, "unit"))
        elif attribute.scope != Attribute.Scope.GLOBAL:
            problems.append(Refusal("attribute_in_use", {"attribute": str(before)}, "unit"))
    return problems


def _is_used(code: str, families: Sequence[int]) -> bool:
    return _exists("jsonb_exists(p.attributes, %(code)s)", {"code": code, "families": list(families)})


def _is_chosen(code: str, choice: str, families: Sequence[int]) -> bool:
    condition = "(p.attributes ->> %(code)s = %(choice)s or jsonb_exists(p.attributes -> %(code)s, %(choice)s))"
    return _exists(condition, {"code": code, "choice": choice, "families": list(families)})


def _exists(condition: str, parameters: Mapping[str, Any]) -> bool:
    statement = _OF_FAMILIES.format(
        condition_p=condition, condition_v=condition.replace("p.attributes", "v.attributes")
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return bool(cursor.fetchone()[0])


def _convert(attribute: Attribute, unit: str, families: Sequence[int]) -> None:
    line = conversion(unit, attribute.unit)
    if isinstance(line, Refusal):
        return  # nothing has a value, or it would have been refused
    factor, offset = (Decimal(one) for one in line)
    parameters: dict[str, Any] = {
        "code": attribute.code,
        "factor": factor,
        "offset": offset,
        "families": list(families),
    }
    with connection.cursor() as cursor:
        for table, of_family in _TABLES.items():
            cursor.execute(_CONVERT.format(table=table, of_family=of_family), parameters)
