"""Reading the catalog. Every read takes the Buyer and leaves out what the buyer may not see, as if it did not exist."""

from truso.modules.catalog.queries.assortments import visible_assortment_ids
from truso.modules.catalog.queries.cards import cards_for, cards_of_products
from truso.modules.catalog.queries.categories import category_by_slug, category_tree
from truso.modules.catalog.queries.families import family_definitions
from truso.modules.catalog.queries.products import (
    find_product_by_old_slug,
    get_brand,
    get_document_file,
    get_product,
    list_brands,
    product_id_by_slug,
)
from truso.modules.catalog.values import CategoryNode, CategoryTree, ProductView, VariantCard

__all__ = [
    "CategoryNode", "CategoryTree", "ProductView", "VariantCard", "cards_for", "cards_of_products", "category_by_slug",
    "category_tree", "family_definitions", "find_product_by_old_slug", "get_brand", "get_document_file", "get_product",
    "list_brands", "product_id_by_slug", "visible_assortment_ids",
]  # fmt: skip
