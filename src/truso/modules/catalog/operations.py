"""Writes to the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from truso.kernel.identifiers import slugify
from truso.kernel.references import Reference
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.kernel.texts import LANGUAGES, in_language
from truso.modules.catalog.attribute_values import check_values, rules_of
from truso.modules.catalog.completeness import measure_products, refuse_incomplete
from truso.modules.catalog.events import ProductsChanged
from truso.modules.catalog.models import (
    AssortmentRule,
    Attribute,
    AttributeGroup,
    Category,
    Document,
    DocumentLink,
    Family,
    FamilyAttribute,
    OldSlug,
    Product,
    ProductStatus,
    ProductText,
)
from truso.platform import clock
from truso.platform.events import publish

# The catalog is one aggregate for ordering: readers take the last state, not each step.
_CATALOG = UUID(int=1)
TEXT_FIELDS = ("name", "summary", "description")


def limit_customer(*, customer_id: int, assortment_id: int | None) -> None:
    """Limit a customer (and its subsidiaries) to an assortment; None lifts the limit."""
    AssortmentRule.objects.filter(customer_id=customer_id).delete()
    if assortment_id:
        AssortmentRule.objects.create(customer_id=customer_id, assortment_id=assortment_id)


def announce_products(*, product_ids: Sequence[int]) -> None:
    """Tell search and others that products changed."""
    for start in range(0, len(product_ids), 500):
        publish(
            ProductsChanged(
                aggregate=Reference("catalog", _CATALOG), product_ids=list(product_ids[start : start + 500])
            )
        )


def save_product(*, product: Product, texts: Mapping[str, Mapping[str, str]]) -> Product:
    """Write a product and its words per language (name, summary, description) and announce it.

    Refuses `code_taken`, `field_required` (`texts`) without a name in any language, and per attribute of the family
    `attribute_invalid` and, for what is not a draft, `attribute_missing` (subject `attributes.<code>`); for an active one
    `product_incomplete` when something lacks that every channel needs.
    """
    named = {code: text for code, text in texts.items() if code in LANGUAGES and text.get("name", "").strip()}
    problems = _attribute_problems(product)
    if not named:
        problems.append(Refusal("field_required", subject="texts"))
    if Product.objects.filter(code=product.code).exclude(pk=product.pk).exists():
        problems.append(Refusal("code_taken", {"code": product.code}, "code"))
    if problems:
        raise Refused(*problems)
    product.updated_at = clock.now()
    if product.status == ProductStatus.ACTIVE and product.published_at is None:
        product.published_at = product.updated_at
    product.save()
    for language, text in named.items():
        _save_text(product, language, text)
    product.texts.exclude(language__in=list(named)).delete()
    link_files(values=[(product.pk, product.attributes)])
    refuse_incomplete(product=product)
    measure_products(product_ids=[product.pk])
    announce_products(product_ids=[product.pk])
    return product


def _save_text(product: Product, language: str, fields: Mapping[str, str]) -> None:
    text = ProductText.objects.filter(product=product, language=language).first()
    text = text or ProductText(product=product, language=language)
    renamed = text.name != fields["name"].strip()
    for name in TEXT_FIELDS:
        setattr(text, name, fields.get(name, "").strip())
    if renamed or not text.slug:
        before, text.slug = text.slug, _free_slug(product, language, text.name)
        if before and before != text.slug:
            OldSlug.objects.update_or_create(language=language, slug=before, defaults={"product": product})
        OldSlug.objects.filter(language=language, slug=text.slug).delete()
    text.save()


def _free_slug(product: Product, language: str, name: str) -> str:
    """Return an address no other product has: the name, else the name with the product's code."""
    slug = slugify(name) or slugify(product.code)
    taken = ProductText.objects.filter(language=language, slug=slug).exclude(product=product).exists()
    return slugify(f"{slug}-{product.code}") if taken else slug


def _attribute_problems(product: Product) -> list[Refusal]:
    rows = product.family.family_attributes.filter(is_variant_axis=False).select_related("attribute")
    needed = product.status != ProductStatus.DRAFT
    rules = [(rules_of(row.attribute), row.is_required and needed) for row in rows]
    return check_values(rules, product.attributes)


def link_files(*, values: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Let the documents that attribute values name belong to their products (product's key, values), so that who sees one gets the other.

    A key of no document is left alone: it is shown to nobody.
    """
    codes = set(Attribute.objects.filter(type=Attribute.Type.FILE).values_list("code", flat=True))
    wanted = (
        {(product, str(given[code])) for product, given in values for code in codes & given.keys()} if codes else set()
    )
    documents = {
        str(uuid): pk
        for uuid, pk in Document.objects.filter(uuid__in={one for _p, one in wanted}).values_list("uuid", "pk")
    }
    DocumentLink.objects.bulk_create(
        [
            DocumentLink(document_id=documents[uuid], product_id=product)
            for product, uuid in sorted(wanted)
            if uuid in documents
        ],
        ignore_conflicts=True,
    )


def save_category(*, category: Category) -> Category:
    """Write a category: its addresses follow from its names, its path from its parent; products below are announced.

    Refuses `category_in_itself`.
    """
    if category.pk and category.parent and (category.parent_id == category.pk or category.pk in category.parent.path):
        raise refuse("category_in_itself", "parent")
    category.slugs = {code: slugify(in_language(category.names, code)) or slugify(category.code) for code in LANGUAGES}
    category.save()
    _set_path(category)
    below = Product.objects.filter(category__path__contains=[category.pk]).values_list("pk", flat=True)
    announce_products(product_ids=list(below))
    return category


def _set_path(category: Category) -> None:
    path = [*(category.parent.path if category.parent else []), category.pk]
    if path != category.path:
        category.path = path
        category.save(update_fields=["path"])
    for child in category.children.all():
        if child.path != [*path, child.pk]:
            child.parent = category
            _set_path(child)


def announce_family(*, family: Family) -> None:
    """Announce the products of a family whose attributes are described anew."""
    announce_products(product_ids=list(family.products.values_list("pk", flat=True)))


def save_family_attributes(*, family: Family, rows: Sequence[Mapping[str, Any]]) -> None:
    """Decide which attributes a family has, in their order, and what each is for; its products are announced.

    `rows` hold `code`, the flags of `FamilyAttribute` and perhaps `group`, a group's code. Refuses `attribute_unknown`,
    `attribute_twice`, `attribute_group_unknown`, and `axis_scoped` for one that tells variants apart and differs by
    language or market. Values products have of an attribute that was taken out stay and are no longer shown.
    """
    attributes = {attribute.code: attribute for attribute in Attribute.objects.all()}
    groups = {group.code: group for group in AttributeGroup.objects.all()}
    _check_family_rows(rows, attributes, groups)
    before = {row.attribute.code: row for row in family.family_attributes.select_related("attribute")}
    for position, row in enumerate(rows):
        code = str(row["code"])
        kept = before.pop(code, None) or FamilyAttribute(family=family, attribute=attributes[code])
        kept.position = position
        for flag in ("is_required", "is_variant_axis", "is_facet", "is_column"):
            setattr(kept, flag, bool(row.get(flag)))
        kept.is_compared = bool(row.get("is_compared", True))
        kept.group = groups[str(row["group"])] if row.get("group") else None
        kept.save()
    for gone in before.values():
        gone.delete()
    announce_family(family=family)


def _check_family_rows(
    rows: Sequence[Mapping[str, Any]], attributes: Mapping[str, Attribute], groups: Mapping[str, AttributeGroup]
) -> None:
    codes = [str(row["code"]) for row in rows]
    if unknown := [code for code in codes if code not in attributes]:
        raise refuse("attribute_unknown", attribute=unknown[0])
    if len(set(codes)) != len(codes):
        raise refuse("attribute_twice")
    if missing := [row["group"] for row in rows if row.get("group") and row["group"] not in groups]:
        raise refuse("attribute_group_unknown", group=missing[0])
    scoped = [
        code
        for code, row in zip(codes, rows, strict=True)
        if row.get("is_variant_axis") and attributes[code].scope != Attribute.Scope.GLOBAL
    ]
    if scoped:
        raise refuse("axis_scoped", attribute=str(attributes[scoped[0]]))
