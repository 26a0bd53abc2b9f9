"""Write the demo catalog into the shop: range, pictures, documents, prices, stock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from demo.catalog import build_catalog
from demo.catalog.selectors import SELECTORS
from demo.catalog.values import DemoCatalog, DemoCategory, DemoProduct, DemoVariant, PictureSpec
from demo.pictures import draw
from truso.kernel.identifiers import normalize_code, slugify
from truso.modules.catalog.models import (
    Assortment,
    AssortmentRule,
    AssortmentVariant,
    Attribute,
    AttributeGroup,
    Brand,
    Category,
    Document,
    DocumentLink,
    Family,
    FamilyAttribute,
    PackagingLevel,
    Picture,
    Product,
    ProductPicture,
    ProductStatus,
    ProductText,
    Relation,
    Selector,
    SizeGuide,
    Variant,
)
from truso.modules.catalog.selectors import QuestionChange, save_questions
from truso.modules.markets.models import Market
from truso.modules.tax.models import TaxClass

LANGUAGES = ("nb", "sv", "pl", "en")
# The demo's records keep their identity from one load to the next, so that links to them hold.
NAMESPACE = UUID("5b7d6a52-6f0f-4c11-9d0e-9a4f6a1e2d10")
SIDE = 800


@dataclass
class Goods:
    """What was written, by the codes of the demo catalog."""

    catalog: DemoCatalog
    categories: dict[str, Category] = field(default_factory=dict)
    brands: dict[str, Brand] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)
    variants: dict[str, Variant] = field(default_factory=dict)
    pictures: dict[PictureSpec, Picture] = field(default_factory=dict)


def load_goods(*, now: datetime, markets: Iterable[Market], tax_class: TaxClass) -> Goods:
    """Write brands, attributes, families, categories, products and variants with pictures and documents."""
    goods = Goods(build_catalog())
    _load_pictures(goods)
    _load_structure(goods)
    _load_products(goods, now, tax_class)
    _load_texts(goods)
    _load_variants(goods)
    _load_companions(goods)
    _load_selectors(goods)
    _load_consumer_range(goods, markets)
    return goods


def identity(kind: str, code: str) -> UUID:
    """Return the lasting identity of a demo record."""
    return uuid5(NAMESPACE, f"{kind}:{code}")


def _specs(catalog: DemoCatalog) -> Iterable[PictureSpec]:
    for category in catalog.categories:
        yield category.picture
    for guide in catalog.size_guides:
        yield guide.picture
    for product in catalog.products:
        yield product.picture
        yield from product.more_pictures
        for variant in product.variants:
            if variant.picture:
                yield variant.picture


def _load_pictures(goods: Goods) -> None:
    by_content: dict[str, Picture] = {}
    found: dict[tuple[str, Any], Picture] = {}
    for spec in _specs(goods.catalog):
        key = (spec.kind, spec.params)
        if key in found:
            continue
        svg = draw(spec).encode()
        digest = hashlib.sha256(svg).hexdigest()
        if digest not in by_content:
            name = f"pictures/{digest[:24]}.svg"
            if not default_storage.exists(name):
                default_storage.save(name, ContentFile(svg))
            by_content[digest] = Picture(
                uuid=identity("picture", digest), file=name, content_type="image/svg+xml", width=SIDE, height=SIDE,
                sha256=digest, alternative_texts=dict(spec.alt),
            )  # fmt: skip
        found[key] = by_content[digest]
    Picture.objects.bulk_create(by_content.values(), batch_size=1000)
    goods.pictures = _Pictures(found)  # type: ignore[assignment]


class _Pictures(dict):  # type: ignore[type-arg]
    """Pictures by what they draw."""

    def __getitem__(self, spec: PictureSpec) -> Picture:
        return super().__getitem__((spec.kind, spec.params))  # type: ignore[no-any-return]


def _load_structure(goods: Goods) -> None:
    catalog = goods.catalog
    brands = [Brand(code=brand.code, name=brand.name, statements=brand.statement) for brand in catalog.brands]
    goods.brands = {brand.code: brand for brand in Brand.objects.bulk_create(brands)}
    attributes = {
        attribute.code: attribute
        for attribute in Attribute.objects.bulk_create(
            Attribute(
                code=one.code, type=one.type, names=one.names, unit=one.unit, decimals=one.decimals,
                choices=[{"code": choice.code, "names": choice.names, "swatch": choice.swatch} for choice in one.choices],
            )
            for one in catalog.attributes
        )
    }  # fmt: skip
    families = Family.objects.bulk_create(Family(code=family.code, names=family.names) for family in catalog.families)
    groups = _load_groups(catalog)
    FamilyAttribute.objects.bulk_create(
        FamilyAttribute(
            family=family, attribute=attributes[one.attribute], position=position, is_required=one.required,
            is_variant_axis=one.variant_axis, is_facet=one.facet, is_column=one.column, group=groups.get(one.group.get("en", "")),
        )
        for family, spec in zip(families, catalog.families, strict=True)
        for position, one in enumerate(spec.attributes)
    )  # fmt: skip
    by_code = {family.code: family for family in families}
    for position, spec in enumerate(catalog.categories):
        goods.categories[spec.code] = _category(goods, spec, position, by_code)


def _load_groups(catalog: DemoCatalog) -> dict[str, AttributeGroup]:
    """Write the groups attributes are shown in; returned by their English name."""
    named = {one.group["en"]: one.group for family in catalog.families for one in family.attributes if one.group}
    groups = [
        AttributeGroup(code=slugify(word), names=names, position=position)
        for position, (word, names) in enumerate(named.items())
    ]
    return {group.names["en"]: group for group in AttributeGroup.objects.bulk_create(groups)}


def _category(goods: Goods, spec: DemoCategory, position: int, families: Mapping[str, Family]) -> Category:
    parent = goods.categories[spec.parent] if spec.parent else None
    category = Category.objects.create(
        code=spec.code, parent=parent, position=position, family=families[spec.family] if spec.family else None, names=spec.names,
        slugs={language: slugify(spec.names[language]) for language in LANGUAGES}, intros=spec.intro, picture=goods.pictures[spec.picture],
    )  # fmt: skip
    category.path = [*(parent.path if parent else []), category.pk]
    category.save(update_fields=["path"])
    return category


def _load_products(goods: Goods, now: datetime, tax_class: TaxClass) -> None:
    families = {family.code: family for family in Family.objects.all()}
    guides = {
        guide.code: guide
        for guide in SizeGuide.objects.bulk_create(
            SizeGuide(
                code=one.code, names=one.names, advice=one.intro, picture=goods.pictures[one.picture],
                table={"columns": [{"names": column} for column in one.columns], "rows": [list(row) for row in one.rows]},
            )
            for one in goods.catalog.size_guides
        )
    }  # fmt: skip
    rows = [
        Product(
            uuid=identity("product", spec.code), code=spec.code, family=families[spec.family], category=goods.categories[spec.category],
            brand=goods.brands[spec.brand], tax_class=tax_class, status=ProductStatus.ACTIVE, attributes=_values(spec.attributes),
            size_guide=guides.get(spec.size_guide or ""), published_at=now - timedelta(days=_age(spec, index)), updated_at=now,
        )
        for index, spec in enumerate(goods.catalog.products)
    ]  # fmt: skip
    goods.products = {product.code: product for product in Product.objects.bulk_create(rows, batch_size=1000)}


def _age(spec: DemoProduct, index: int) -> int:
    """Return for how many days a product has been in the range: most for years, some for weeks."""
    spread = int.from_bytes(hashlib.sha256(spec.code.encode()).digest()[:2])
    return 5 + spread % 60 if index % 9 == 4 else 740 + spread % 900


def _values(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {code: _plain(value) for code, value in attributes.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _load_texts(goods: Goods) -> None:
    taken: set[tuple[str, str]] = set()
    rows = []
    for spec in goods.catalog.products:
        for language in LANGUAGES:
            slug = slugify(spec.names[language])
            if (language, slug) in taken:
                slug = f"{slug}-{spec.code}"[:140]
            taken.add((language, slug))
            rows.append(
                ProductText(
                    product=goods.products[spec.code], language=language, name=spec.names[language], slug=slug,
                    summary=spec.summaries[language], description=spec.descriptions[language],
                )
            )  # fmt: skip
    ProductText.objects.bulk_create(rows, batch_size=2000)


def _load_variants(goods: Goods) -> None:
    rows = [
        _variant(goods, product, variant, position)
        for product in goods.catalog.products
        for position, variant in enumerate(product.variants)
    ]
    goods.variants = {variant.sku: variant for variant in Variant.objects.bulk_create(rows, batch_size=1000)}
    PackagingLevel.objects.bulk_create(
        [
            PackagingLevel(variant=variant, code="PK", names=variant.pack_names, factor=variant.pack_size)
            for variant in goods.variants.values()
            if variant.pack_size > 1
        ],
        batch_size=1000,
    )


def _variant(goods: Goods, product: DemoProduct, spec: DemoVariant, position: int) -> Variant:
    return Variant(
        uuid=identity("variant", spec.sku), product=goods.products[product.code], sku=spec.sku, sku_normalized=normalize_code(spec.sku),
        gtin=spec.gtin, mpn=spec.mpn, mpn_normalized=normalize_code(spec.mpn), attributes=_values(spec.attributes), labels=spec.names_suffix or {},
        position=position, unit=spec.unit, price_unit=spec.price_unit, minimum_quantity=spec.minimum, quantity_multiple=spec.multiple,
        pack_size=spec.pack_size, pack_names=spec.pack_name, weight_kg=spec.weight_kg, popularity=spec.popularity,
        # Every seventh product is not bought in again: when it is sold out, it is sold out.
        lead_days=None if identity("reorder", product.code).int % 7 == 0 else 5,
        picture=goods.pictures[spec.picture] if spec.picture else None,
    )  # fmt: skip


def _load_selectors(goods: Goods) -> None:
    for spec in SELECTORS:
        category = goods.categories[spec.category]
        selector = Selector.objects.create(code=spec.code, names=spec.names, intros=spec.intro, category=category)
        questions = [QuestionChange(attribute, text, answers) for attribute, text, answers in spec.questions]
        save_questions(selector=selector, questions=questions)


def _load_companions(goods: Goods) -> None:
    """Write galleries, documents and relations."""
    pictures, documents, relations = [], [], []
    for spec in goods.catalog.products:
        product = goods.products[spec.code]
        gallery = dict.fromkeys(goods.pictures[one] for one in (spec.picture, *spec.more_pictures))
        pictures += [
            ProductPicture(product=product, picture=one, position=position) for position, one in enumerate(gallery)
        ]
        documents += [
            (product, Document(
                uuid=identity("document", f"{spec.code}:{one.type}:{language}"), type=one.type, language=language,
                title=f"{one.names[language]} – {spec.names[language]}"[:200], created_at=product.updated_at,
            ))
            for one in spec.documents
            for language in LANGUAGES
        ]  # fmt: skip
        relations += [
            Relation(product=product, to=goods.products[other], kind=kind, position=position)
            for position, (kind, other) in enumerate(dict.fromkeys(spec.relations))
            if other in goods.products and other != spec.code
        ]
    ProductPicture.objects.bulk_create(pictures, batch_size=2000)
    Document.objects.bulk_create([document for _product, document in documents], batch_size=2000)
    DocumentLink.objects.bulk_create(
        [DocumentLink(document=document, product=product) for product, document in documents], batch_size=2000
    )
    Relation.objects.bulk_create(relations, batch_size=2000)


def _load_consumer_range(goods: Goods, markets: Iterable[Market]) -> None:
    """Let private customers see the reduced selection of the same goods and stock."""
    selection = Assortment.objects.create(
        code="private",
        names={"nb": "Privatkunder", "sv": "Privatkunder", "pl": "Klienci prywatni", "en": "Private customers"},
    )
    AssortmentVariant.objects.bulk_create(
        [
            AssortmentVariant(assortment=selection, variant=goods.variants[variant.sku])
            for product in goods.catalog.products
            if product.consumer
            for variant in product.variants
        ],
        batch_size=2000,
    )
    AssortmentRule.objects.bulk_create(AssortmentRule(assortment=selection, market=market) for market in markets)
