"""Searching and browsing through the search door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from truso.api.answers.catalog import CountView, FacetView, ProductPage
from truso.api.inputs import ProductQuery
from truso.api.present.catalog import article_views
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.modules.catalog.queries import attributes_by_code, cards_for, category_tree, list_brands
from truso.modules.catalog.queries.compatibility import articles_named, products_fitting
from truso.modules.catalog.values import BrandView, CategoryTree
from truso.modules.search.engine import Facet
from truso.modules.search.queries import SearchRequest, SearchResult, search_catalog


def find_products(buyer: Buyer, query: ProductQuery) -> ProductPage:
    """Answer a search; raises NotFound for a category the buyer does not see. Unknown brands, choices and numbers find nothing."""
    tree = category_tree(buyer)
    category = tree.by_code.get(query.category) if query.category else None
    if query.category and category is None:
        raise NotFound("category")
    brands = {brand.code: brand for brand in list_brands(buyer.language)}
    found = search_catalog(
        buyer,
        SearchRequest(
            text=query.text,
            category_id=category.id if category else None,
            brand_ids=tuple(brands[code].id if code in brands else 0 for code in query.brand),
            choices=_choices(query.choice),
            in_stock=query.in_stock,
            within_days=query.within_days,
            among_products=_fitting(buyer, query.fits),
            sort=query.sort,
            page=query.page,
            per_page=query.limit,
            collapse=True,
        ),
    )
    return _page(buyer, query, found, tree, brands)


def _fitting(buyer: Buyer, number: str | None) -> tuple[int, ...] | None:
    """Return the products meant for the article a number names; none when the buyer does not see it."""
    if not number:
        return None
    article = articles_named(buyer, [number]).get(number)
    return products_fitting(article.product_id) if article else ()


def _page(
    buyer: Buyer, query: ProductQuery, found: SearchResult, tree: CategoryTree, brands: Mapping[str, BrandView]
) -> ProductPage:
    by_id = {brand.id: brand for brand in brands.values()}
    return ProductPage(
        items=article_views(buyer, cards_for(buyer, [hit.variant_id for hit in found.hits])),
        total=found.total,
        page=query.page,
        page_count=found.page_count,
        corrected_text=found.corrected_text,
        brands=[
            CountView(code=by_id[one.id].code, name=by_id[one.id].name, count=one.count)
            for one in found.brands
            if one.id in by_id
        ],
        categories=[
            CountView(code=tree.by_id[one.id].code, name=tree.by_id[one.id].name, count=one.count)
            for one in found.categories
            if one.id in tree.by_id
        ],
        facets=_facets(found.facets, buyer.language),
    )


def _facets(facets: Iterable[Facet], language: str) -> list[FacetView]:
    attributes = attributes_by_code(language)
    views = []
    for facet in facets:
        if facet.values:
            definition = attributes.get(facet.code)
            names = {choice.code: choice.name for choice in definition.choices} if definition else {}
            counts = [
                CountView(code=value.code, name=names.get(value.code, value.code), count=value.count)
                for value in facet.values
            ]
            views.append(FacetView(code=facet.code, values=counts))
    return views


def _choices(given: Iterable[str]) -> dict[str, tuple[str, ...]]:
    chosen: dict[str, tuple[str, ...]] = {}
    for one in given:
        attribute, _, value = one.partition(":")
        chosen[attribute] = (*chosen.get(attribute, ()), value)
    return chosen
