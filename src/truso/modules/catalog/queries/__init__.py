"""Reading the catalog. Every read takes the Buyer and leaves out what the buyer may not see, as if it did not exist."""

from truso.modules.catalog.queries.cards import cards_for, cards_of_products, popular_in, product_ids_of
from truso.modules.catalog.queries.categories import category_by_slug, category_tree
from truso.modules.catalog.queries.documents import documents_for, documents_of_products, get_document
from truso.modules.catalog.queries.families import attributes_by_code, family_definitions
from truso.modules.catalog.queries.pictures import pictures_by_code
from truso.modules.catalog.queries.products import (
    find_product_by_old_slug,
    get_brand,
    get_product,
    get_product_by_slug,
    get_product_by_uuid,
    get_product_of_sku,
    is_visible,
    list_brands,
    product_addresses,
    product_id_by_slug,
)
from truso.modules.catalog.values import CategoryNode, CategoryTree, ProductView, VariantCard

__all__ = [
    "CategoryNode",
    "CategoryTree",
    "ProductView",
    "VariantCard",
    "attributes_by_code",
    "cards_for",
    "cards_of_products",
    "category_by_slug",
    "category_tree",
    "documents_for",
    "documents_of_products",
    "family_definitions",
    "find_product_by_old_slug",
    "get_brand",
    "get_document",
    "get_product",
    "get_product_by_slug",
    "get_product_by_uuid",
    "get_product_of_sku",
    "is_visible",
    "list_brands",
    "pictures_by_code",
    "popular_in",
    "product_addresses", "product_id_by_slug",
    "product_ids_of",
]  # fmt: skip
