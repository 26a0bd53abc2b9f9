"""The catalog: what is sold, in every language, with the data that trades buy by."""

from truso.modules.catalog.models.blocks import ProductBlock, SpinFrame
from truso.modules.catalog.models.bundles import Bundle, BundlePart
from truso.modules.catalog.models.channels import Channel, ChannelText, Completeness, Requirement
from truso.modules.catalog.models.documents import Document, DocumentLink, DocumentText
from truso.modules.catalog.models.products import (
    OldSlug,
    PackagingLevel,
    Product,
    ProductPicture,
    ProductStatus,
    ProductText,
    Relation,
    SizeGuide,
    Variant,
)
from truso.modules.catalog.models.ranges import (
    Assortment,
    AssortmentCriterion,
    AssortmentRule,
    AssortmentVariant,
    CustomerArticleNumber,
)
from truso.modules.catalog.models.selectors import Selector, SelectorQuestion
from truso.modules.catalog.models.structure import (
    Attribute,
    AttributeGroup,
    Brand,
    Category,
    Family,
    FamilyAttribute,
    Picture,
)

__all__ = [
    "Assortment",
    "AssortmentCriterion",
    "AssortmentRule",
    "AssortmentVariant",
    "Attribute",
    "AttributeGroup",
    "Brand",
    "Bundle",
    "BundlePart",
    "Category",
    "Channel",
    "ChannelText",
    "Completeness",
    "CustomerArticleNumber",
    "Document",
    "DocumentLink",
    "DocumentText",
    "Family",
    "FamilyAttribute",
    "OldSlug",
    "PackagingLevel",
    "Picture",
    "Product",
    "ProductBlock",
    "ProductPicture",
    "ProductStatus",
    "ProductText",
    "Relation",
    "Requirement",
    "Selector",
    "SelectorQuestion",
    "SizeGuide",
    "SpinFrame",
    "Variant",
]
