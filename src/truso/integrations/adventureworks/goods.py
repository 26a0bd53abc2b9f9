"""Products of the source: one per article number, with its texts and properties in the words of its latest version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

from truso.integrations.adventureworks.ground import SELLER, Ground, identity
from truso.integrations.adventureworks.source import Row, Source
from truso.integrations.adventureworks.wording import (
    ATTRIBUTES,
    CATEGORIES,
    NOT_FOR_SALE,
    Texts,
    choice_code,
    choices_of,
    same,
)
from truso.kernel.identifiers import normalize_code, slugify
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import (
    Attribute,
    Brand,
    Category,
    Family,
    FamilyAttribute,
    Product,
    ProductStatus,
    ProductText,
    Variant,
)
from truso.platform.database.copying import copy_rows, reserve_keys

CULTURES = {"Norwegian": "nb", "Swedish": "sv", "Polish": "pl"}
PARTS = "aw-parts"
_IN_KG = {"LB": Decimal("0.45359237"), "G": Decimal("0.001")}
_GRAM = Decimal("0.0001")


@dataclass(slots=True)
class Version:
    """One row of an article: what it cost from a day on."""

    key: str
    starts_on: Any
    ends_on: Any
    list_price: Decimal | None
    dealer_price: Decimal | None


@dataclass(slots=True)
class SourceArticle:
    """An article with all its versions, oldest first, and the properties of the latest."""

    sku: str
    name: str = ""
    subcategory: str = ""
    description: str = ""
    is_current: bool = False
    is_finished: bool = False
    days_to_make: int = 0
    values: dict[str, str] = field(default_factory=dict)
    weight: Decimal | None = None
    versions: list[Version] = field(default_factory=list)
    texts: Texts = field(default_factory=dict)

    @property
    def status(self) -> str:
        """Sold while the source calls it current; what never had a price is not for sale."""
        if not self.is_finished or not any(version.list_price for version in self.versions):
            return ProductStatus.DRAFT
        return ProductStatus.ACTIVE if self.is_current else ProductStatus.DISCONTINUED


@dataclass
class Goods:
    """The articles as they are in the shop: by number, and by every key the source's sales use."""

    articles: dict[str, SourceArticle] = field(default_factory=dict)
    variants: dict[str, int] = field(default_factory=dict)  # article number -> variant
    by_key: dict[str, str] = field(default_factory=dict)  # the source's product key -> article number
    written: int = 0


def load_goods(source: Source, ground: Ground) -> Goods:
    """Write categories, families and those products that are not there yet."""
    goods = Goods()
    _read_articles(source, goods)
    categories, tops = _categories(source)
    families = _families(goods, tops)
    known = dict(Variant.objects.values_list("sku_normalized", "pk"))
    new = [article for sku, article in goods.articles.items() if normalize_code(sku) not in known]
    brand, _ = Brand.objects.get_or_create(code="adventure-works", defaults={"name": SELLER})
    _write_products(new, ground, brand, {key: (pk, families[top]) for key, (pk, top) in categories.items()})
    known = dict(Variant.objects.values_list("sku_normalized", "pk"))
    goods.variants = {sku: known[normalize_code(sku)] for sku in goods.articles}
    goods.written = len(new)
    return goods


def _read_articles(source: Source, goods: Goods) -> None:
    for row in source.rows("DimProduct"):
        sku = row.text("ProductAlternateKey", 60) or row.key("ProductAlternateKey")
        article = goods.articles.setdefault(sku, SourceArticle(sku))
        version = Version(
            row.key("ProductKey"), row.day("StartDate"), row.day_or_none("EndDate"), row.amount_or_none("ListPrice"),
            row.amount_or_none("DealerPrice"),
        )  # fmt: skip
        if article.versions and version.starts_on <= article.versions[-1].starts_on:
            raise row.refusal("StartDate", f"of {sku} is not after that of the version before")
        article.versions.append(version)
        goods.by_key[version.key] = sku
        _describe(article, row)
    for row in source.rows("FactAdditionalInternationalProductDescription"):
        language = CULTURES.get(row.text("CultureName"))
        number = goods.by_key.get(row.key("ProductKey"))
        if language and number:
            goods.articles[number].texts[language] = _unquoted(row.text("ProductDescription"))


def _describe(article: SourceArticle, row: Row) -> None:
    """Take over what a version says of the article; the last version has the last word."""
    article.name = row.text("EnglishProductName", 200) or article.sku
    article.subcategory = row.text("ProductSubcategoryKey")
    article.description = _unquoted(row.text("EnglishDescription")) or article.description
    article.is_current = row.text("Status") == "Current"
    article.is_finished = row.text("FinishedGoodsFlag") == "True" and bool(article.subcategory)
    article.days_to_make = int(row.amount("DaysToManufacture"))
    article.values = {
        column: row.text(column, 40)
        for column in ATTRIBUTES
        if column != "Weight" and row.text(column) not in ("", "NA")
    }
    weight, unit = row.amount_or_none("Weight"), row.text("WeightUnitMeasureCode")
    article.weight = None
    if weight:
        if unit not in _IN_KG:
            raise row.refusal("WeightUnitMeasureCode", f"is not a known unit: “{unit}”")
        article.weight = (weight * _IN_KG[unit]).quantize(_GRAM)


def _unquoted(text: str) -> str:
    """Return a text without the quotation marks that some exports put around it once more."""
    return text[1:-1].replace('""', '"') if len(text) > 1 and text[0] == text[-1] == '"' else text


def _categories(source: Source) -> tuple[dict[str, tuple[int, str]], dict[str, str]]:
    """Return the category and top category of each subcategory key, and the tops' English names by code."""
    tops: dict[str, Category] = {}
    names: dict[str, str] = {PARTS: ""}
    for position, row in enumerate(source.rows("DimProductCategory"), start=100):
        name = row.key("EnglishProductCategoryName")
        category = _category(f"aw-{slugify(name)}", CATEGORIES.get(name) or same(name), None, position)
        tops[row.key("ProductCategoryKey")], names[category.code] = category, name
    found = {}
    for position, row in enumerate(source.rows("DimProductSubcategory")):
        name, parent = row.key("EnglishProductSubcategoryName"), tops.get(row.key("ProductCategoryKey"))
        if parent is None:
            raise row.refusal("ProductCategoryKey", "names no category")
        category = _category(f"aw-{slugify(name)}", CATEGORIES.get(name) or same(name), parent, position)
        found[row.key("ProductSubcategoryKey")] = (category.pk, parent.code)
    found[""] = (_category(PARTS, NOT_FOR_SALE, None, 999).pk, PARTS)
    return found, names


def _category(code: str, names: Texts, parent: Category | None, position: int) -> Category:
    slugs = {language: slugify(names[language]) for language in LANGUAGES}
    category, is_new = Category.objects.get_or_create(
        code=code,
        defaults={"names": names, "slugs": slugs, "parent": parent, "position": position, "is_active": code != PARTS},
    )
    if is_new:
        category.path = [*(parent.path if parent else []), category.pk]
        category.save(update_fields=["path"])
    return category


def _families(goods: Goods, tops: Mapping[str, str]) -> dict[str, int]:
    """Write a family per top category, with the properties its goods have."""
    values: dict[str, set[str]] = defaultdict(set)
    for article in goods.articles.values():
        for column, value in article.values.items():
            values[column].add(value)
    attributes = {column: _attribute(column, values[column]) for column in ATTRIBUTES}
    found = {}
    for code, name in tops.items():
        family, is_new = Family.objects.get_or_create(
            code=code, defaults={"names": CATEGORIES.get(name) or (same(name) if name else NOT_FOR_SALE)}
        )
        found[code] = family.pk
        if is_new:
            FamilyAttribute.objects.bulk_create(
                FamilyAttribute(
                    family=family,
                    attribute=attribute,
                    position=position,
                    is_column=column in ("Size", "Color", "Weight"),
                )
                for position, (column, attribute) in enumerate(attributes.items())
            )
    return found


def _attribute(column: str, values: set[str]) -> Attribute:
    code, kind, names, unit, decimals = ATTRIBUTES[column]
    attribute, _ = Attribute.objects.get_or_create(
        code=code,
        defaults={
            "type": kind, "names": names, "unit": unit, "decimals": decimals,
            "choices": choices_of(column, values) if kind == "choice" else [],
        },
    )  # fmt: skip
    return attribute


def _write_products(
    new: list[SourceArticle], ground: Ground, brand: Brand, places: Mapping[str, tuple[int, int]]
) -> None:
    keys = dict(zip((article.sku for article in new), reserve_keys(Product, len(new)), strict=True))
    copy_rows(
        Product,
        ("id", "uuid", "code", "family_id", "category_id", "brand_id", "tax_class_id", "status", "attributes", "published_at", "updated_at"),
        (_product(article, keys[article.sku], ground, brand, places) for article in new),
    )  # fmt: skip
    copy_rows(
        ProductText,
        ("product_id", "language", "name", "slug", "description"),
        (text for article in new for text in _text_rows(article, keys[article.sku])),
    )
    copy_rows(
        Variant,
        ("uuid", "product_id", "sku", "sku_normalized", "mpn", "mpn_normalized", "weight_kg", "lead_days"),
        (
            (
                identity("variant", one.sku), keys[one.sku], one.sku, normalize_code(one.sku), one.sku, normalize_code(one.sku),
                one.weight or Decimal(0), max(1, one.days_to_make),
            )
            for one in new
        ),
    )  # fmt: skip


def _product(
    article: SourceArticle, key: int, ground: Ground, brand: Brand, places: Mapping[str, tuple[int, int]]
) -> tuple[Any, ...]:
    category, family = places.get(article.subcategory) or places[""]
    values = {ATTRIBUTES[column][0]: choice_code(value) for column, value in article.values.items()}
    if article.weight:
        values["aw_weight"] = f"{article.weight.normalize():f}"
    since = datetime.combine(article.versions[0].starts_on, time(12), UTC)
    latest = datetime.combine(article.versions[-1].starts_on, time(12), UTC)
    tax_class = ground.tax_class.pk if ground.tax_class else None
    return (
        key, identity("product", article.sku), f"aw-{slugify(article.sku)}"[:80], family, category, brand.pk, tax_class, article.status,
        values, None if article.status == ProductStatus.DRAFT else since, latest,
    )  # fmt: skip


def _text_rows(article: SourceArticle, key: int) -> Iterable[tuple[Any, ...]]:
    """Yield the texts there are. The name is English in all of them: the source has no other."""
    slug = f"{slugify(article.name)[:80]}-{slugify(article.sku)}"[:140].strip("-")
    yield key, "en", article.name, slug, article.description
    for language in sorted(article.texts):
        yield key, language, article.name, slug, article.texts[language]
