"""How articles are packed, and the numbers customers know them by, from a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from truso.kernel.identifiers import is_valid_gtin, normalize_code
from truso.kernel.quantity import MAX_QUANTITY, format_quantity
from truso.kernel.refusals import Refusal, Refused
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import CustomerArticleNumber, PackagingLevel, Variant
from truso.modules.catalog.own_numbers import MOST_LENGTH, save_own_numbers
from truso.modules.catalog.packaging import KINDS, Level, save_packaging
from truso.modules.customers.models import Customer
from truso.platform.imports import FieldSpec, Row, target
from truso.processes.imports.fields import LANGUAGE_NAMES
from truso.processes.imports.levels import find_article, read_articles, read_number
from truso.processes.imports.plain import PlainTarget, Record, Wish

PORTION = 1000
_SIZES = ("length_mm", "width_mm", "height_mm")
_SKU = ("varenummer", "artikelnummer", "numer artykułu", "article number")


@target
class Packaging(PlainTarget):
    """A level of an article's packaging a row, told apart by article number and kind (UN/ECE Recommendation 21)."""

    code = "packaging"
    required = ("factor",)

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields; `factor` counts sales units."""
        return [
            FieldSpec("sku", _("Article number"), "code", is_key=True, is_required=True, aliases=_SKU),
            FieldSpec("kind", _("Kind of packaging"), "code", is_key=True, is_required=True, hint=", ".join(KINDS),
                      aliases=("packaging", "emballasje", "förpackning", "opakowanie")),
            FieldSpec("factor", _("Holds"), "number", aliases=("quantity", "antall", "antal", "ilość", "factor")),
            FieldSpec("gtin", "GTIN", "code", aliases=("ean", "ean-kode", "strekkode", "streckkod")),
            FieldSpec("weight_kg", _("Weight in kg"), "number", aliases=("vekt", "vikt", "waga", "weight")),
            FieldSpec("length_mm", _("Length in mm"), "number", aliases=("lengde", "längd", "długość", "length")),
            FieldSpec("width_mm", _("Width in mm"), "number", aliases=("bredde", "bredd", "szerokość", "width")),
            FieldSpec("height_mm", _("Height in mm"), "number", aliases=("høyde", "höjd", "wysokość", "height")),
            *(FieldSpec(f"name:{one}", f"{_('Name')} ({LANGUAGE_NAMES[one]})") for one in LANGUAGES),
        ]  # fmt: skip

    def keys(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[str | Refusal]:
        articles = read_articles(row.values.get("sku", "") for row in rows)
        return [_level_key(row, articles) for row in rows]

    def present(self, keys: Collection[str], *, lock: bool = False) -> dict[str, Record]:
        numbers = {key.rpartition("|")[0] for key in keys}
        if lock:
            list(
                Variant.objects.select_for_update().filter(sku_normalized__in=numbers).order_by("pk").values_list("pk")
            )
        rows = PackagingLevel.objects.filter(variant__sku_normalized__in=numbers).select_related("variant")
        found = {f"{row.variant.sku_normalized}|{row.code}": _level(row) for row in rows}
        return {key: found[key] for key in keys if key in found}

    def parse(self, field: str, text: str, known: Any) -> Any:
        if field == "gtin":
            gtin = normalize_code(text)
            return gtin if is_valid_gtin(gtin) else Refusal("gtin_invalid", {"gtin": text[:40]})
        if field.startswith("name:"):
            return text if len(text) <= 60 else Refusal("cell_too_long", {"most": 60})
        places, most = {"factor": (3, MAX_QUANTITY), "weight_kg": (4, Decimal(10**7))}.get(field, (0, Decimal(10**6)))
        number = read_number(text, field, places=places, most=most)
        if isinstance(number, Refusal):
            return number
        if field == "factor" and number <= 1:
            return Refusal("packaging_factor")
        if number < 0:
            return Refusal("value_invalid", {"found": text[:40]})
        return int(number) if field in _SIZES else format_quantity(number)

    def write(self, wishes: Sequence[Wish], options: Mapping[str, Any]) -> Mapping[str, Refusal]:
        """Write the levels of each article together; those a file does not name stay."""
        by_article: dict[str, list[Wish]] = defaultdict(list)
        for wish in wishes:
            by_article[wish.key.rpartition("|")[0]].append(wish)
        short: dict[str, Refusal] = {}
        variants = Variant.objects.filter(sku_normalized__in=by_article).prefetch_related("packaging")
        for variant in variants:
            own = by_article[variant.sku_normalized]
            levels = {row.code: _level(row) for row in variant.packaging.all()}
            levels |= {wish.key.rpartition("|")[2]: wish.values for wish in own}
            try:
                with transaction.atomic():
                    save_packaging(variant=variant, levels=[_as_level(code, one) for code, one in levels.items()])
            except Refused as refused:
                why = refused.refusals[0]
                short |= {wish.key: Refusal(why.code, why.params, why.subject.rpartition(".")[2]) for wish in own}
        return short

    def remove(self, keys: Sequence[str]) -> set[str]:
        gone = set(keys)
        numbers = {key.rpartition("|")[0] for key in keys}
        for variant in Variant.objects.filter(sku_normalized__in=numbers).prefetch_related("packaging"):
            left = {
                row.code: _level(row)
                for row in variant.packaging.all()
                if f"{variant.sku_normalized}|{row.code}" not in gone
            }
            save_packaging(variant=variant, levels=[_as_level(code, one) for code, one in left.items()])
        return set()

    def portions(self) -> Iterator[Mapping[str, Record]]:
        last = 0
        while rows := list(
            PackagingLevel.objects.filter(pk__gt=last).select_related("variant").order_by("pk")[:PORTION]
        ):
            last = rows[-1].pk
            yield {str(row.pk): _level(row) for row in rows}


def _level_key(row: Row, articles: Mapping[str, tuple[int, str]]) -> str | Refusal:
    article = find_article(row, articles)
    if isinstance(article, Refusal):
        return article
    kind = row.values.get("kind", "").strip().upper()
    if kind not in KINDS:
        return Refusal("packaging_unknown", {"found": kind[:20]}, "kind")
    return f"{normalize_code(row.values['sku'])}|{kind}"


def _level(row: PackagingLevel) -> Record:
    return {
        "sku": row.variant.sku, "kind": row.code, "factor": format_quantity(row.factor), "gtin": row.gtin or None,
        "weight_kg": None if row.weight_kg is None else format_quantity(row.weight_kg),
        **{name: getattr(row, name) for name in _SIZES}, **{f"name:{one}": row.names.get(one) for one in LANGUAGES},
    }  # fmt: skip


def _as_level(code: str, values: Record) -> Level:
    weight = values.get("weight_kg")
    names = {one: values[f"name:{one}"] for one in LANGUAGES if values.get(f"name:{one}")}
    return Level(
        code, Decimal(values["factor"]), names, values.get("gtin") or "", None if weight is None else Decimal(weight),
        *(values.get(name) for name in _SIZES),
    )  # fmt: skip


@target
class OwnNumbers(PlainTarget):
    """The numbers customers know articles by: one a row, told apart by customer and article."""

    code = "own_numbers"
    required = ("number",)

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields. The customer may be an option, for a file that is one customer's."""
        return [
            FieldSpec("customer", _("Customer number"), "code", is_key=True, is_required=True, aliases=("kundenummer", "kundnummer", "numer klienta")),
            FieldSpec("sku", _("Article number"), "code", is_key=True, is_required=True, aliases=_SKU),
            FieldSpec("number", _("The customer's own number"), "code",
                      aliases=("own number", "kundens varenummer", "kundens artikelnummer", "numer klienta artykułu")),
        ]  # fmt: skip

    def keys(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[str | Refusal]:
        articles = read_articles(row.values.get("sku", "") for row in rows)
        named = [(row.values.get("customer") or str(options.get("customer") or "")).strip() for row in rows]
        there = set(Customer.objects.filter(number__in=set(named)).values_list("number", flat=True))
        return [_own_key(row, number, there, articles) for row, number in zip(rows, named, strict=True)]

    def present(self, keys: Collection[str], *, lock: bool = False) -> dict[str, Record]:
        parts = [key.partition("|") for key in keys]
        rows = CustomerArticleNumber.objects.filter(
            customer__number__in={part[0] for part in parts}, variant__sku_normalized__in={part[2] for part in parts}
        ).select_related("customer", "variant")
        if lock:
            list(
                Customer.objects.select_for_update()
                .filter(number__in={part[0] for part in parts})
                .order_by("pk")
                .values_list("pk")
            )
        found = {f"{row.customer.number}|{row.variant.sku_normalized}": _own(row) for row in rows}
        return {key: found[key] for key in keys if key in found}

    def parse(self, field: str, text: str, known: Any) -> Any:
        return (
            text
            if len(text) <= MOST_LENGTH and normalize_code(text)
            else Refusal("own_number_long", {"most": MOST_LENGTH})
        )

    def write(self, wishes: Sequence[Wish], options: Mapping[str, Any]) -> Mapping[str, Refusal]:
        return self._save({wish.key: wish.values["number"] for wish in wishes})

    def _save(self, numbers: Mapping[str, str]) -> dict[str, Refusal]:
        variants = dict(
            Variant.objects.filter(sku_normalized__in={key.partition("|")[2] for key in numbers}).values_list(
                "sku_normalized", "pk"
            )
        )
        customers = dict(
            Customer.objects.filter(number__in={key.partition("|")[0] for key in numbers}).values_list("number", "pk")
        )
        own: dict[str, dict[int, str]] = defaultdict(dict)
        names: dict[tuple[str, int], str] = {}
        for key, number in numbers.items():
            customer, _bar, sku = key.partition("|")
            own[customer][variants[sku]] = number
            names[customer, variants[sku]] = key
        short: dict[str, Refusal] = {}
        for customer, wanted in own.items():
            while wanted:
                try:
                    with transaction.atomic():
                        save_own_numbers(customer_id=customers[customer], numbers=wanted)
                    break
                except Refused as refused:
                    for why in refused.refusals:
                        variant = int(why.subject.rpartition(".")[2])
                        short[names[customer, variant]] = Refusal(why.code, why.params, "number")
                        wanted.pop(variant, None)
        return short

    def remove(self, keys: Sequence[str]) -> set[str]:
        self._save(dict.fromkeys(keys, ""))
        return set()

    def portions(self) -> Iterator[Mapping[str, Record]]:
        last = 0
        rows = CustomerArticleNumber.objects.select_related("customer", "variant").order_by("pk")
        while portion := list(rows.filter(pk__gt=last)[:PORTION]):
            last = portion[-1].pk
            yield {str(row.pk): _own(row) for row in portion}


def _own_key(row: Row, number: str, there: Collection[str], articles: Mapping[str, tuple[int, str]]) -> str | Refusal:
    article = find_article(row, articles)
    if isinstance(article, Refusal):
        return article
    if number not in there:
        return Refusal("import_unknown", {"found": number[:40]}, "customer")
    return f"{number}|{normalize_code(row.values['sku'])}"


def _own(row: CustomerArticleNumber) -> Record:
    return {"customer": row.customer.number, "sku": row.variant.sku, "number": row.number}
