"""Goods from files: one row is an article, with whatever else the file knows of its product, price and stock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from truso.kernel.identifiers import normalize_code, slugify
from truso.kernel.refusals import Refusal
from truso.platform.imports import DoneRow, FieldSpec, Kind, Outcome, Row, target
from truso.processes.imports.exporting import export_goods
from truso.processes.imports.fields import goods_fields
from truso.processes.imports.house import FamilyRules, House
from truso.processes.imports.parsing import parse, shown
from truso.processes.imports.plans import Plan
from truso.processes.imports.records import (
    PRODUCT_FIELDS,
    Record,
    gtin_owners,
    prices_of,
    read_articles,
    read_products,
    stock_of,
)
from truso.processes.imports.undoing import undo_goods
from truso.processes.imports.writing import apply_goods

_REFERENCES = ("family", "category", "brand", "tax_class")


@target
class Products:
    """Articles with their products."""

    code = "products"

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields of articles, of this shop's languages and attributes."""
        return goods_fields()

    def judge(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[Outcome]:
        """Say what would become of each row; a dozen statements however many there are."""
        return _Judge(rows, options).outcomes()

    def apply(self, outcomes: Sequence[Outcome], options: Mapping[str, Any]) -> list[Outcome]:
        """Write what is new and changed; what somebody changed meanwhile comes back refused."""
        return apply_goods(outcomes, House(options))

    def export(self, fields: Sequence[str], options: Mapping[str, Any]) -> tuple[list[str], Iterator[list[str]]]:
        """Return all articles, in the order they were made."""
        return export_goods(fields, options)

    def undo(self, rows: Sequence[DoneRow]) -> list[Outcome]:
        """Put back what is still as imported."""
        return undo_goods(rows)


class _Judge:
    def __init__(self, rows: Sequence[Row], options: Mapping[str, Any]) -> None:
        self.rows, self.options = rows, options
        self.house = House(options)
        self.articles = read_articles(normalize_code(row.values["sku"]) for row in rows)
        self.codes = {row.number: self._product_code(row) for row in rows}
        self.products = read_products(self.codes.values())
        ids = [record.variant_id for record in self.articles.values()]
        fields = {code for row in rows for code in row.values}
        self.prices = prices_of(self.house, ids) if "list_price" in fields else {}
        self.stock = stock_of(self.house, ids) if "stock" in fields else {}
        self.gtins = gtin_owners(normalize_code(row.values.get("gtin", "")) for row in rows)
        self.own_gtins: dict[str, str] = {}
        # What an earlier row of this portion says of a product, so that two do not say different things.
        self.said: dict[str, dict[str, tuple[Any, int]]] = {}

    def _product_code(self, row: Row) -> str:
        if code := row.values.get("product_code"):
            return slugify(code)[:80]
        record = self.articles.get(normalize_code(row.values["sku"]))
        return str(record.values["product_code"]) if record else slugify(row.values["sku"])[:80]

    def outcomes(self) -> list[Outcome]:
        return [self._judge(row) for row in self.rows]

    def _judge(self, row: Row) -> Outcome:
        sku = row.values["sku"]
        record = self.articles.get(normalize_code(sku))
        code = self.codes[row.number]
        problems: list[Refusal] = []
        if not normalize_code(sku) or not code:
            problems.append(Refusal("import_unknown", {"found": sku[:40]}, "sku"))
        elif record and row.values.get("product_code") and record.values["product_code"] != code:
            problems.append(
                Refusal("import_product_other", {"code": str(record.values["product_code"])}, "product_code")
            )
        references = self._references(row, record, code, problems)
        family = self.house.families.get(references.get("family") or 0)
        values = self._values(row, references, family, problems)
        wrong = {problem.subject for problem in problems}
        problems += self._check(row, record, code, values, references, family, wrong)
        if problems:
            return Outcome(row.number, Kind.REFUSED, sku, reasons=tuple(problems))
        plan = self._plan(sku, record, code, references, values)
        changes = {
            field: (shown(field, before, self.house), shown(field, after, self.house))
            for field, (before, after) in plan.changes.items()
        }
        kind = Kind.NEW if record is None else Kind.CHANGED if changes else Kind.SAME
        return Outcome(row.number, kind, sku, changes, plan=plan)

    def _references(self, row: Row, record: Record | None, code: str, problems: list[Refusal]) -> dict[str, Any]:
        """Return what the row's product refers to: as the row says, else as it stands, else as the options say."""
        known = self.products.get(code)
        found: dict[str, Any] = {}
        for field in _REFERENCES:
            text = row.values.get(field)
            if text is None:
                found[field] = record.get(field) if record else known[1][field] if known else None
                text = str(self.options.get(field) or "") if found[field] is None else None
            if text:
                value = parse(field, text, self.house, None)
                if isinstance(value, Refusal):
                    problems.append(Refusal(value.code, value.params, field))
                else:
                    found[field] = value
        found["family"] = found.get("family") or self.house.family_of.get(found.get("category") or 0)
        found["tax_class"] = found.get("tax_class") or self.house.usual_tax_class
        return found

    def _values(
        self, row: Row, references: Mapping[str, Any], family: FamilyRules | None, problems: list[Refusal]
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for field, text in row.values.items():
            if field in _REFERENCES:
                values[field] = references.get(field)
            elif field not in {"sku", "product_code"}:
                value = parse(field, text, self.house, family)
                if isinstance(value, Refusal):
                    problems.append(Refusal(value.code, value.params, field))
                else:
                    values[field] = value
        return values

    def _check(
        self, row: Row, record: Record | None, code: str, values: Mapping[str, Any], references: Mapping[str, Any],
        family: FamilyRules | None, wrong: set[str],
    ) -> list[Refusal]:  # fmt: skip
        problems = self._gtin_problems(row, record, values)
        problems += self._disagreements(row, code, values, family)
        if values.get("stock") is not None and record and record.is_bundle:
            problems.append(Refusal("bundle_has_no_stock", {"sku": row.values["sku"]}, "stock"))
        for field, place in (("list_price", self.house.price_list), ("stock", self.house.location)):
            if field in values and place is None:
                problems.append(Refusal("import_no_place", subject=field))
        if record:
            return problems + self._emptied(values, record, family)
        known = self.products.get(code)
        if known and not row.values.get("product_code"):
            problems.append(Refusal("code_taken", {"code": code}, "sku"))
        for field in _REFERENCES:
            follows = field == "family" and "category" in wrong
            if not references.get(field) and field not in wrong and not follows:
                problems.append(Refusal("field_required", subject=field))
        if not known and not any(one.startswith("text:") and one.endswith(":name") for one in self.said.get(code, ())):
            problems.append(Refusal("field_required", subject=f"text:{self._language}:name"))
        if family and family.required and self._status(values) == "active":
            there = {
                one.split(":")[1] for one, value in values.items() if one.startswith("attribute:") and value is not None
            }
            there |= set(known[2] if known else ()) | {one.partition(":")[0] for one in self._said(code, "attribute:")}
            problems += [
                Refusal("attribute_missing", {"attribute": one}, f"attribute:{one}")
                for one in sorted(family.required - there)
            ]
        return problems

    @property
    def _language(self) -> str:
        return str(self.options.get("language") or "nb")

    def _status(self, values: Mapping[str, Any]) -> str:
        return str(values.get("status") or self.options.get("status") or "active")

    def _said(self, code: str, prefix: str) -> set[str]:
        """Return what rows of this portion say of a product, by what follows the prefix."""
        return {field.removeprefix(prefix) for field in self.said.get(code, {}) if field.startswith(prefix)}

    def _gtin_problems(self, row: Row, record: Record | None, values: Mapping[str, Any]) -> list[Refusal]:
        gtin, sku = values.get("gtin"), row.values["sku"]
        if not gtin:
            return []
        owner = self.gtins.get(gtin)
        if owner and (record is None or owner != record.values["sku"]):
            return [Refusal("gtin_taken", {"gtin": gtin, "sku": owner}, "gtin")]
        if (other := self.own_gtins.setdefault(gtin, sku)) != sku:
            return [Refusal("gtin_taken", {"gtin": gtin, "sku": other}, "gtin")]
        return []

    def _disagreements(
        self, row: Row, code: str, values: Mapping[str, Any], family: FamilyRules | None
    ) -> list[Refusal]:
        """Return where a row says something else of its product than an earlier row did."""
        said = self.said.setdefault(code, {})
        problems = []
        for field, value in values.items():
            is_axis = family is not None and field.partition(":")[2] in family.axes
            if field in PRODUCT_FIELDS or field.startswith("text:") or (field.startswith("attribute:") and not is_axis):
                before, line = said.setdefault(field, (value, row.number))
                if before != value:
                    problems.append(Refusal("import_disagrees", {"line": line, "code": code}, field))
        return problems

    def _emptied(self, values: Mapping[str, Any], record: Record, family: FamilyRules | None) -> list[Refusal]:
        if family is None or not family.required or record.get("product_status") != "active":
            return []
        return [
            Refusal("attribute_missing", {"attribute": one}, f"attribute:{one}")
            for one in sorted(family.required)
            if f"attribute:{one}" in values and values[f"attribute:{one}"] is None
        ]

    def _plan(
        self, sku: str, record: Record | None, code: str, references: Mapping[str, Any], values: dict[str, Any]
    ) -> Plan:
        known = self.products.get(code)
        if record is None:
            changes = {field: (None, value) for field, value in values.items()}
        else:
            before = {field: self._present(record, field) for field in values}
            changes = {field: (before[field], value) for field, value in values.items() if before[field] != value}
        return Plan(
            sku=sku, code=code, record=record, product_id=record.product_id if record else known[0] if known else 0,
            references=dict(references), changes=changes, status=self._status(values),
        )  # fmt: skip

    def _present(self, record: Record, field: str) -> Any:
        if field == "list_price":
            return self.prices.get(record.variant_id)
        return self.stock.get(record.variant_id) if field == "stock" else record.get(field)
