"""What a shop has that goods refer to: families, categories, brands, tax classes, a price list, a location. Read once a portion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from truso.kernel.identifiers import fold, slugify
from truso.kernel.refusals import Refusal
from truso.kernel.texts import in_language
from truso.kernel.value import Value
from truso.modules.catalog.attribute_values import ValueRules, rules_of
from truso.modules.catalog.models import Brand, Category, Family, FamilyAttribute
from truso.modules.inventory.models import Location
from truso.modules.markets.models import Market
from truso.modules.pricing.models import PriceList
from truso.modules.tax.models import TaxClass


class FamilyRules(Value, frozen=True):
    """A family's attributes: what each allows, which tell articles apart, which must be there."""

    id: int
    code: str
    rules: Mapping[str, ValueRules]
    axes: frozenset[str]
    required: frozenset[str]


class House:
    """Finds what a file names by code, name in any language, or path (`A > B`)."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options
        self.families, self._family_names = _families()
        self.categories, self._category_names, self.family_of = _categories()
        brands = list(Brand.objects.values_list("pk", "code", "name"))
        self.brands = {pk: name for pk, _code, name in brands}
        self._brand_names = {fold(name).strip(): pk for pk, _code, name in brands} | {
            code: pk for pk, code, _name in brands
        }
        self.brand_codes = {code for _pk, code, _name in brands}
        self.tax_classes = dict(TaxClass.objects.values_list("pk", "code"))
        self._tax_names = {code.casefold(): pk for pk, code in self.tax_classes.items()}
        for one in TaxClass.objects.all():
            self._tax_names |= {fold(str(name)): one.pk for name in one.names.values()}
        self.market = Market.objects.order_by("-is_default", "pk").first()
        self.price_list = self._price_list()
        self.location = self._location()
        self.makes_brands = bool(options.get("make_brands", True))
        # What cells of this portion mean, by field, family and text: many rows say the same.
        self.read: dict[tuple[str, int, str], Any] = {}

    def _price_list(self) -> PriceList | None:
        if code := self.options.get("price_list"):
            return PriceList.objects.filter(code=code).first()
        lists = PriceList.objects.filter(kind=PriceList.Kind.MARKET, market=self.market, is_active=True)
        return lists.order_by("pk").first()

    def _location(self) -> Location | None:
        if code := self.options.get("location"):
            return Location.objects.filter(code=code).first()
        return Location.objects.filter(is_active=True).order_by("priority", "pk").first()

    def family(self, words: str) -> int | Refusal:
        """Return a family's key."""
        return self._family_names.get(fold(words).strip()) or Refusal("import_unknown", {"found": words[:80]})

    def category(self, words: str) -> int | Refusal:
        """Return a category's key: by code, by path from the root, or by a name only one has."""
        found = self._category_names.get(_path(words))
        if found is None:
            return Refusal("import_unknown", {"found": words[:80]})
        return found or Refusal("import_ambiguous", {"found": words[:80]})

    def brand(self, words: str) -> int | str | Refusal:
        """Return a brand's key, or the name of one that is to be made."""
        found = self._brand_names.get(fold(words).strip())
        if found:
            return found
        name = " ".join(words.split())[:100]
        if not self.makes_brands or not slugify(name):
            return Refusal("import_unknown", {"found": words[:80]})
        return name

    def tax_class(self, words: str) -> int | Refusal:
        """Return a tax class's key."""
        return self._tax_names.get(fold(words).strip()) or Refusal("import_unknown", {"found": words[:80]})

    @property
    def usual_tax_class(self) -> int | None:
        """The one goods have that say nothing: the shop's only one, or the one named standard."""
        return self._tax_names.get("standard") or (next(iter(self.tax_classes)) if len(self.tax_classes) == 1 else None)

    def name_of(self, field: str, key: Any) -> Any:
        """Return what a key of a reference is called, by its code."""
        if field == "family":
            return self.families[key].code if key in self.families else None
        if field == "category":
            return self.categories.get(key)
        if field == "brand":
            return self.brands.get(key, key)
        return self.tax_classes.get(key)


def _families() -> tuple[dict[int, FamilyRules], dict[str, int]]:
    rows: dict[int, list[FamilyAttribute]] = {}
    for row in FamilyAttribute.objects.select_related("attribute"):
        rows.setdefault(row.family_id, []).append(row)
    families, names = {}, {}
    for family in Family.objects.all():
        own = rows.get(family.pk, [])
        families[family.pk] = FamilyRules(
            id=family.pk,
            code=family.code,
            rules={row.attribute.code: rules_of(row.attribute) for row in own},
            axes=frozenset(row.attribute.code for row in own if row.is_variant_axis),
            required=frozenset(row.attribute.code for row in own if row.is_required),
        )
        for name in (*family.names.values(), family.code):
            names[fold(str(name)).strip()] = family.pk
    return families, names


def _path(words: str) -> str:
    parts = (fold(part).strip() for part in words.replace("›", ">").split(">"))
    return " > ".join(part for part in parts if part)


def _categories() -> tuple[dict[int, str], dict[str, int], dict[int, int]]:
    """Return codes by key, keys by code, path and name (0 for a name several have), and families by category."""
    rows = {row.pk: row for row in Category.objects.all()}
    names: dict[str, int] = {}
    for row in rows.values():
        above = [rows[key] for key in row.path if key in rows]
        for language in {language for one in above for language in one.names} or {"en"}:
            names.setdefault(
                " > ".join(fold(in_language(one.names, language) or one.code).strip() for one in above), row.pk
            )
        for name in {fold(str(name)).strip() for name in row.names.values()}:
            if names.get(name, row.pk) != row.pk and len(above) > 1:
                names[name] = 0
            else:
                names[name] = row.pk
    names |= {fold(row.code): row.pk for row in rows.values()}
    family_of = {}
    for row in rows.values():
        near = next((rows[key].family_id for key in reversed(row.path) if key in rows and rows[key].family_id), None)
        if near:
            family_of[row.pk] = near
    return {row.pk: row.code for row in rows.values()}, names, family_of
