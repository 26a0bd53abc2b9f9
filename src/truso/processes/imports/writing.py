"""Write goods as they were judged: products, words, articles, prices and stock of a portion, in a constant number of statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import Refusal
from truso.kernel.value import replace
from truso.modules.catalog.bulk import VARIANT_COLUMNS, ProductRow, TextRow, VariantRow, make_brands, write_goods
from truso.modules.inventory.bulk import count_at
from truso.modules.pricing.operations import NewPrice, set_prices
from truso.platform.imports import Kind, Outcome
from truso.processes.imports.house import House
from truso.processes.imports.plans import Plan
from truso.processes.imports.records import Record, read_articles, read_products, read_texts

NEW_VARIANT: Mapping[str, Any] = {
    "kind": "goods", "status": "active", "unit": "C62", "price_unit": 1, "minimum_quantity": 1, "quantity_multiple": 1,
    "maximum_quantity": None, "weight_kg": 0, "is_stocked": True, "lead_days": None, "is_cut_to_length": False,
}  # fmt: skip
_TEXTS = ("name", "summary", "description")


def apply_goods(outcomes: Sequence[Outcome], house: House) -> list[Outcome]:
    """Write what was judged new and changed. What somebody changed meanwhile comes back refused with `changed_meanwhile`.

    Where somebody takes a number at the same moment the rows are written one by one, and only that one is refused.
    """
    try:
        with transaction.atomic():
            return _apply(outcomes, house)
    except IntegrityError:
        if len(outcomes) == 1:
            return [refused(outcomes[0], Refusal("numbers_taken"))]
    done: list[Outcome] = []
    for outcome in outcomes:
        done += apply_goods([outcome], House(house.options))
    return done


def refused(outcome: Outcome, why: Refusal) -> Outcome:
    """Return an outcome that could not be written after all."""
    return Outcome(outcome.number, Kind.REFUSED, outcome.key, reasons=(why,))


def _apply(outcomes: Sequence[Outcome], house: House) -> list[Outcome]:
    plans: dict[int, Plan] = {one.number: one.plan for one in outcomes}
    known = [plan.record.variant_id for plan in plans.values() if plan.record]
    now = (
        {record.variant_id: record for record in read_articles(variant_ids=known, lock=True).values()} if known else {}
    )
    there = read_articles(normalize_code(plan.sku) for plan in plans.values() if plan.record is None)
    done: list[Outcome] = []
    wanted: list[Plan] = []
    for one in outcomes:
        plan = plans[one.number]
        if (plan.record is None and normalize_code(plan.sku) in there) or (
            plan.record and not _is_as_judged(plan, now.get(plan.record.variant_id))
        ):
            done.append(refused(one, Refusal("changed_meanwhile")))
        else:
            done.append(replace(one, plan=None))
            wanted.append(replace(plan, record=now[plan.record.variant_id]) if plan.record else plan)
    shortages = _write(wanted, house)
    return [refused(one, shortages[one.key]) if one.key in shortages else one for one in done]


def _is_as_judged(plan: Plan, now: Record | None) -> bool:
    fields = [field for field in plan.changes if field not in {"list_price", "stock"}]
    return now is not None and all(now.get(field) == plan.changes[field][0] for field in fields)


def _write(plans: Sequence[Plan], house: House) -> dict[str, Refusal]:
    """Write plans; return, by article number, whose stock could not be counted."""
    if not plans:
        return {}
    brands = [plan.references["brand"] for plan in plans] + [
        plan.changes["brand"][1] for plan in plans if "brand" in plan.changes
    ]
    made = make_brands([name for name in brands if isinstance(name, str)], house.brand_codes)
    products, known = _products(plans, made, house)
    keys = write_goods(
        products=products, texts=_texts(plans), variants=[_variant(plan, house) for plan in plans if _touches_variant(plan, house)],
        known=known,
    )  # fmt: skip
    ids = {plan.sku: keys.get(plan.sku) or (plan.record.variant_id if plan.record else 0) for plan in plans}
    prices = [NewPrice(ids[plan.sku], plan.changes["list_price"][1]) for plan in plans if "list_price" in plan.changes]
    if prices and house.price_list:
        set_prices(price_list=house.price_list, prices=prices)
    counted = {ids[plan.sku]: plan.changes["stock"][1] for plan in plans if "stock" in plan.changes}
    if not counted or house.location is None:
        return {}
    short = count_at(location_id=house.location.pk, counted=counted)
    return {plan.sku: short[ids[plan.sku]] for plan in plans if ids[plan.sku] in short}


def _touches_variant(plan: Plan, house: House) -> bool:
    own = {*VARIANT_COLUMNS, "gtin", "mpn"}
    axes = _axes(plan, house)
    return plan.record is None or any(
        field in own or field.startswith("label:") or field.partition(":")[2] in axes for field in plan.changes
    )


def _axes(plan: Plan, house: House) -> frozenset[str]:
    family = house.families.get(plan.references.get("family") or 0)
    return family.axes if family else frozenset()


def _products(plans: Sequence[Plan], made: Mapping[str, int], house: House) -> tuple[list[ProductRow], dict[str, int]]:
    """Return the products to write, and the keys of all products there are; several rows of one are put together."""
    there = read_products({plan.code for plan in plans})
    known = {code: found[0] for code, found in there.items()}
    values: dict[str, dict[str, Any]] = {}
    attributes: dict[str, dict[str, Any]] = {}
    touched: set[str] = set()
    for plan in plans:
        code = plan.code
        if code not in values:
            values[code] = dict(there[code][1]) if code in there else {**plan.references, "product_status": plan.status}
            attributes[code] = dict(there[code][2]) if code in there else {}
            if code not in there:
                touched.add(code)
        axes = _axes(plan, house)
        for field, (_before, after) in plan.changes.items():
            kind, _colon, name = field.partition(":")
            if kind == "attribute" and name not in axes:
                _put(attributes[code], name, after)
                touched.add(code)
            elif field in {"family", "category", "brand", "tax_class", "product_status"}:
                values[code][field] = after
                touched.add(code)
            elif kind == "text":
                touched.add(code)
    rows = [
        ProductRow(
            code=code, family=values[code]["family"], category=values[code]["category"],
            brand=made.get(values[code]["brand"], values[code]["brand"]), tax_class=values[code]["tax_class"],
            status=values[code]["product_status"], attributes=attributes[code], id=known.get(code, 0),
        )
        for code in values if code in touched
    ]  # fmt: skip
    return rows, known


def _put(values: dict[str, Any], name: str, value: Any) -> None:
    """Set or take away a value; `code:nb` is that of a language or market, beside those of others."""
    code, _colon, key = name.partition(":")
    if key:
        kept = values.get(code)
        kept = {other: one for other, one in kept.items() if other != key} if isinstance(kept, Mapping) else {}
        name, value = code, ({**kept, key: value} if value is not None else kept) or None
    if value is None:
        values.pop(name, None)
    else:
        values[name] = value


def _texts(plans: Sequence[Plan]) -> list[TextRow]:
    """Return the words that change, whole: what a file leaves out stays as it is. A language without a name has none."""
    wanted: dict[tuple[str, str], dict[str, str]] = {}
    for plan in plans:
        for field, (_before, after) in plan.changes.items():
            kind, _colon, rest = field.partition(":")
            if kind == "text":
                language, _colon, name = rest.partition(":")
                wanted.setdefault((plan.code, language), {})[name] = after or ""
    ids = {plan.code: plan.product_id for plan in plans if plan.product_id}
    present = read_texts({ids[code] for code, _language in wanted if code in ids})
    rows = []
    for (code, language), words in wanted.items():
        before = present.get(ids.get(code, 0), {}).get(language, {})
        whole = {name: words.get(name, before.get(name, "")) for name in _TEXTS}
        if whole["name"]:
            is_renamed = whole["name"] != before.get("name")
            rows.append(
                TextRow(product=code, language=language, slug=before.get("slug", ""), is_renamed=is_renamed, **whole)
            )
    return rows


def _variant(plan: Plan, house: House) -> VariantRow:
    record = plan.record
    values = {
        name: record.values[name] if record else NEW_VARIANT[name]
        for name in VARIANT_COLUMNS
        if name not in {"labels", "attributes"}
    }
    labels = dict(record.labels) if record else {}
    attributes = dict(record.attributes) if record else {}
    gtin, mpn = (record.values["gtin"], record.values["mpn"]) if record else ("", "")
    if record is None:
        values["status"] = plan.status
    axes = _axes(plan, house)
    for field, (_before, after) in plan.changes.items():
        kind, _colon, name = field.partition(":")
        if kind == "label":
            _put(labels, name, after)
        elif kind == "attribute" and name in axes:
            _put(attributes, name, after)
        elif field in values:
            values[field] = after
        elif field == "gtin":
            gtin = after or ""
        elif field == "mpn":
            mpn = after or ""
    return VariantRow(
        sku=plan.sku, product=plan.code, gtin=gtin, mpn=mpn, values={**values, "labels": labels, "attributes": attributes},
        id=record.variant_id if record else 0,
    )  # fmt: skip
