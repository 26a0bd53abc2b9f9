"""The catalog: what is sold, in every language, with the data that trades buy by."""

from truso.modules.catalog.models.products import (
    OldSlug,
    Product,
    ProductDocument,
    ProductPicture,
    ProductStatus,
    ProductText,
    Relation,
    SizeGuide,
    Variant,
)
from truso.modules.catalog.models.ranges import Assortment, AssortmentRule, AssortmentVariant, CustomerArticleNumber
from truso.modules.catalog.models.structure import Attribute, Brand, Category, Family, FamilyAttribute, Picture

__all__ = [
    "Assortment",
    "AssortmentRule",
    "AssortmentVariant",
    "Attribute",
    "Brand",
    "Category",
    "CustomerArticleNumber",
    "Family",
    "FamilyAttribute",
    "OldSlug",
    "Picture",
    "Product",
    "ProductDocument",
    "ProductPicture",
    "ProductStatus",
    "ProductText",
    "Relation",
    "SizeGuide",
    "Variant",
]
