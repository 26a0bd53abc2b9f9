"""Categories and brands from a file: what goods are sorted by has to be there before the goods."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from truso.kernel.identifiers import slugify
from truso.kernel.refusals import Refusal
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import Brand, Category, Family
from truso.modules.catalog.operations import save_category
from truso.modules.catalog.structure_writes import BrandRow, remove_brands, remove_categories, write_brands
from truso.platform.imports import FieldSpec, Row, target
from truso.processes.imports.fields import LANGUAGE_NAMES
from truso.processes.imports.plain import PlainTarget, Record, Wish

MOST_POSITION = 32_767


def _translated(code: str, label: str, aliases: Mapping[str, tuple[str, ...]]) -> list[FieldSpec]:
    return [
        FieldSpec(f"{code}:{one}", f"{label} ({LANGUAGE_NAMES[one]})", aliases=aliases.get(one, ()))
        for one in LANGUAGES
    ]


def _code_of(row: Row) -> str | Refusal:
    code = slugify(row.values.get("code", ""))[:60].strip("-")
    return code or Refusal("field_required", subject="code")


def _words(text: str, most: int) -> Any:
    return text if len(text) <= most else Refusal("cell_too_long", {"most": most})


def _texts(values: Record, field: str, before: Mapping[str, str]) -> dict[str, str]:
    """Return texts by language as they stand once the values are laid over."""
    found = {one: values.get(f"{field}:{one}", before.get(one)) for one in LANGUAGES}
    return {one: text for one, text in found.items() if text}


class _Tree:
    """The categories there are and those a portion adds: code -> parent's code."""

    def __init__(self, codes: Collection[str], parents: dict[str, str | None]) -> None:
        self.codes, self.parents = set(codes) | parents.keys(), parents
        self.families = {code.casefold(): code for code in Family.objects.values_list("code", flat=True)}

    def is_below(self, code: str, above: str) -> bool:
        """Tell whether a category stands below another, or is that one."""
        seen: set[str] = set()
        now: str | None = code
        while now and now not in seen:
            if now == above:
                return True
            seen.add(now)
            now = self.parents.get(now)
        return False


@target
class Categories(PlainTarget):
    """The places in the shop's tree, told apart by their codes."""

    code = "categories"
    kept = ("position", "is_active")

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields; the parent is named by its code and may stand in the same file."""
        return [
            FieldSpec("code", _("Code"), "code", is_key=True, is_required=True, aliases=("category code", "kode", "kod", "CategoryID")),
            FieldSpec("parent", _("Parent, by its code"), "code", aliases=("parent code", "overordnet", "överordnad", "nadrzędna")),
            *_translated("name", _("Name"), {"nb": ("navn",), "sv": ("namn",), "pl": ("nazwa",), "en": ("name", "category name")}),
            *_translated("intro", _("Introduction"), {"nb": ("ingress",), "en": ("description",)}),
            FieldSpec("family", _("Family"), "code", aliases=("familie", "familj", "rodzina")),
            FieldSpec("position", _("Sort order"), "number", aliases=("rekkefølge", "ordning", "kolejność")),
            FieldSpec("is_active", _("Active"), "boolean", aliases=("aktiv", "aktywna")),
        ]  # fmt: skip

    def keys(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[str | Refusal]:
        return [_code_of(row) for row in rows]

    def known(self, rows: Sequence[Row], options: Mapping[str, Any]) -> _Tree:
        codes = [code for code in self.keys(rows, options) if isinstance(code, str)]
        return _Tree(codes, dict(Category.objects.values_list("code", "parent__code")))

    def present(self, keys: Collection[str], *, lock: bool = False) -> dict[str, Record]:
        rows = Category.objects.filter(code__in=keys).select_related("parent", "family").order_by("pk")
        return {row.code: _category(row) for row in (rows.select_for_update(of=("self",)) if lock else rows)}

    def parse(self, field: str, text: str, known: _Tree) -> Any:
        name, _colon, _language = field.partition(":")
        if name == "parent":
            code = slugify(text)[:60].strip("-")
            return code if code in known.codes else Refusal("import_unknown", {"found": text[:80]})
        if name == "family":
            return known.families.get(text.casefold()) or Refusal("import_unknown", {"found": text[:80]})
        if name == "position":
            is_whole = text.isascii() and text.isdigit() and int(text[:9]) <= MOST_POSITION and len(text) < 9
            return int(text) if is_whole else Refusal("value_invalid", {"found": text[:40]})
        return text == "true" if name == "is_active" else _words(text, 200 if name == "name" else 20_000)

    def check(self, key: str, record: Record | None, values: Record, known: _Tree) -> list[Refusal]:
        problems = []
        if (parent := values.get("parent")) and known.is_below(parent, key):
            problems.append(Refusal("category_in_itself", subject="parent"))
        elif "parent" in values:
            known.parents[key] = parent
        if not any({**(record or {}), **values}.get(f"name:{one}") for one in LANGUAGES):
            problems.append(Refusal("field_required", subject="name:en"))
        return problems

    def write(self, wishes: Sequence[Wish], options: Mapping[str, Any]) -> Mapping[str, Refusal]:
        """Write categories, those above before those below."""
        todo = {wish.key: wish for wish in wishes}
        while todo:
            ready = [wish for wish in todo.values() if wish.changes.get("parent") not in todo]
            for wish in ready or list(todo.values()):
                _write_category(wish)
                del todo[wish.key]
        return {}

    def remove(self, keys: Sequence[str]) -> set[str]:
        return remove_categories(codes=keys)

    def portions(self) -> Iterator[Mapping[str, Record]]:
        """Yield the tree from its roots down, so that parents come first."""
        rows = sorted(Category.objects.select_related("parent", "family"), key=lambda row: (len(row.path), row.pk))
        yield {row.code: _category(row) for row in rows}


def _category(row: Category) -> Record:
    texts = {f"name:{one}": row.names.get(one) for one in LANGUAGES} | {
        f"intro:{one}": row.intros.get(one) for one in LANGUAGES
    }
    return {
        "code": row.code, "parent": row.parent.code if row.parent else None, **texts,
        "family": row.family.code if row.family else None, "position": row.position, "is_active": row.is_active,
    }  # fmt: skip


def _write_category(wish: Wish) -> None:
    category = Category.objects.filter(code=wish.key).first() or Category(code=wish.key)
    values = wish.values
    category.names = _texts(values, "name", category.names)
    category.intros = _texts(values, "intro", category.intros)
    if "parent" in wish.changes:
        category.parent = Category.objects.get(code=values["parent"]) if values["parent"] else None
    if "family" in wish.changes:
        category.family = Family.objects.get(code=values["family"]) if values["family"] else None
    category.position = values.get("position", category.position)
    category.is_active = values.get("is_active", category.is_active)
    save_category(category=category)


@target
class Brands(PlainTarget):
    """Makers of goods, told apart by their codes."""

    code = "brands"
    required = ("name",)

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields."""
        return [
            FieldSpec("code", _("Code"), "code", is_key=True, is_required=True, aliases=("brand code", "kode", "kod", "SupplierID")),
            FieldSpec("name", _("Name"), aliases=("navn", "namn", "nazwa", "brand", "merke", "märke", "marka", "CompanyName")),
            *_translated("statement", _("Statement"), {"en": ("statement", "description")}),
        ]  # fmt: skip

    def keys(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[str | Refusal]:
        return [_code_of(row) for row in rows]

    def present(self, keys: Collection[str], *, lock: bool = False) -> dict[str, Record]:
        rows = Brand.objects.filter(code__in=keys).order_by("pk")
        return {row.code: _brand(row) for row in (rows.select_for_update() if lock else rows)}

    def parse(self, field: str, text: str, known: Any) -> Any:
        return _words(text, 100 if field == "name" else 20_000)

    def write(self, wishes: Sequence[Wish], options: Mapping[str, Any]) -> Mapping[str, Refusal]:
        there = {row.code: row.statements for row in Brand.objects.filter(code__in=[wish.key for wish in wishes])}
        write_brands(
            rows=[
                BrandRow(wish.key, wish.values["name"], _texts(wish.values, "statement", there.get(wish.key, {})))
                for wish in wishes
            ]
        )
        return {}

    def remove(self, keys: Sequence[str]) -> set[str]:
        return remove_brands(codes=keys)

    def portions(self) -> Iterator[Mapping[str, Record]]:
        yield {row.code: _brand(row) for row in Brand.objects.order_by("pk")}


def _brand(row: Brand) -> Record:
    return {"code": row.code, "name": row.name, **{f"statement:{one}": row.statements.get(one) for one in LANGUAGES}}
