"""Building a list: ask the search, write the cards, the filters and the table's columns."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.kernel.buyer import Buyer
from truso.kernel.value import replace
from truso.modules.catalog.queries import attributes_by_code, cards_for, family_definitions, list_brands
from truso.modules.catalog.queries.compatibility import products_fitting
from truso.modules.catalog.values import AttributeDefinition, VariantCard
from truso.modules.search.papers import PAPERS
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.storefront.actor import buyer_on
from truso.storefront.cards import ProductCard, write_cards
from truso.storefront.listing.facets import (
    Chosen,
    FacetView,
    chosen_filters,
    facet_views,
    papers_definition,
    within_text,
)
from truso.storefront.listing.machines import Machine, machines_of, remember_machine
from truso.storefront.listing.paging import PageLinks
from truso.storefront.listing.query import PER_PAGE, VIEWS, WITHIN_DAYS, Bounds, ListQuery, parse_list_query

MOST_COLUMNS = 5
VIEW_COOKIE = "list_{}"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of the table: its name, and the address that sorts by it."""

    name: str
    url: str = ""
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as its page shows it."""

    query: ListQuery
    view: str
    total: int
    total_text: str
    cards: Sequence[ProductCard]
    columns: Sequence[ListColumn]
    facets: Sequence[FacetView]
    chosen: Sequence[Chosen]
    pages: PageLinks
    sorts: Sequence[tuple[str, str]]
    sort: str
    vat_note: str
    corrected_text: str
    exact: bool
    category_counts: Mapping[int, int]
    hits: Sequence[Any]
    within: Sequence[tuple[int, str]]
    heads: Mapping[str, ListColumn]
    machines: Sequence[Machine] = ()
    machine: Machine | None = None


def build_listing(
    request: HttpRequest,
    *,
    category_id: int | None = None,
    family_id: int | None = None,
    brand: tuple[str, int] | None = None,
) -> Listing:
    """Answer the list the address asks for, within a category or brand or from a text."""
    buyer = buyer_on(request)
    attributes = {**attributes_by_code(buyer.language), PAPERS: papers_definition()}
    query = parse_list_query(request.GET, attributes)
    view = chosen_view(request, query)
    brands = list_brands(buyer.language)
    by_code = {one.code: one.id for one in brands}
    ids = tuple(by_code[code] for code in query.brands if code in by_code)
    machines = machines_of(request, buyer, query.fits)
    machine = next((one for one in machines if one.is_named(query.fits)), None)
    query = query if machine else dataclasses.replace(query, fits="")
    sort = query.sort or ("relevance" if query.text else "popularity")
    found, page = _search(buyer, query, sort, view, category_id, (brand[1],) if brand else ids, machine)
    rows = cards_for(buyer, [hit.variant_id for hit in found.hits])
    family = family_id or _common_family(rows)
    columns = table_columns(family, buyer.language) if view == "table" else ()
    cells = [_without_unit(column) for column in columns]
    variants = {hit.variant_id: hit.variants for hit in found.hits} if view == "grid" else {}
    own = {**_own_facets(family, buyer.language), PAPERS: attributes[PAPERS]}
    ordered = {**own, **attributes}
    shown = [] if brand else brands
    return Listing(
        query=query, view=view, total=found.total, total_text=total_text(found.total, view),
        cards=write_cards(buyer, rows, variants=variants, columns=cells, with_steps=view == "table"),
        columns=_heads(columns, query, request), facets=facet_views(found, query, ordered, own, shown, buyer),
        chosen=chosen_filters(query, attributes, brands, buyer, request.GET, machine.name if machine else ""), pages=PageLinks(page, found.page_count),
        sorts=sorts_offered(with_relevance=bool(query.text)), sort=sort,
        vat_note=_("Price incl. VAT") if buyer.display_gross else _("Price excl. VAT"),
        corrected_text=found.corrected_text, exact=found.exact,
        category_counts={one.id: one.count for one in found.categories}, hits=found.hits,
        within=[(days, within_text(days)) for days in WITHIN_DAYS], heads=_usual_heads(sort, request),
        machines=machines, machine=machine,
    )  # fmt: skip


def _search(
    buyer: Buyer,
    query: ListQuery,
    sort: str,
    view: str,
    category_id: int | None,
    brand_ids: tuple[int, ...],
    machine: Machine | None,
) -> tuple[Any, int]:
    among = products_fitting(machine.product_id) if machine else None

    def ask(page: int) -> Any:
        return search_catalog(
            buyer,
            SearchRequest(
                text=query.text, category_id=category_id, brand_ids=brand_ids, choices=query.choices, ranges=query.ranges,
                in_stock=query.in_stock, within_days=query.within, among_products=among, price_range=query.price, sort=sort, page=page, per_page=PER_PAGE[view],
                collapse=view == "grid",
            ),
        )  # fmt: skip

    found = ask(query.page)
    if not found.hits and found.total and query.page > found.page_count:
        return ask(found.page_count), found.page_count
    return found, min(query.page, max(1, found.page_count))


def find_by_text(buyer: Buyer, text: str, *, limit: int) -> list[VariantCard]:
    """Return the products a text finds, the best match first, one article of each."""
    found = search_catalog(buyer, SearchRequest(text=text, sort="relevance", per_page=limit, collapse=True))
    return cards_for(buyer, [hit.variant_id for hit in found.hits])


def find_narrowed(
    buyer: Buyer, *, category_id: int, choices: Mapping[str, tuple[str, ...]], ranges: Mapping[str, Bounds], limit: int
) -> Any:
    """Return the products of a category that have these values, the most bought first, and how many there are."""
    request = SearchRequest(
        category_id=category_id, choices=choices, ranges=ranges, sort="popularity", per_page=limit, collapse=True
    )
    return search_catalog(buyer, request)


def chosen_view(request: HttpRequest, query: ListQuery) -> str:
    """Return how the list is shown: as asked, else as last time in this mode, else as the mode has it."""
    company = buyer_on(request).is_business
    remembered = request.COOKIES.get(VIEW_COOKIE.format("company" if company else "private"), "")
    return query.view or (remembered if remembered in VIEWS else ("table" if company else "grid"))


def remember_view(request: HttpRequest, response: HttpResponse, listing: Listing) -> HttpResponse:
    """Keep the way of showing lists that was asked for, in this mode, and the machine goods must fit."""
    if listing.query.view:
        company = buyer_on(request).is_business
        name = VIEW_COOKIE.format("company" if company else "private")
        response.set_cookie(name, listing.query.view, max_age=YEAR, samesite="Lax", httponly=True)
    if listing.machine:
        remember_machine(request, response, listing.machine)
    return response


def total_text(total: int, view: str) -> str:
    """Write how many there are: products where variants stand together, else articles."""
    if view == "grid":
        return ngettext("%(count)s product", "%(count)s products", total) % {"count": total}
    return ngettext("%(count)s article", "%(count)s articles", total) % {"count": total}


def table_columns(family_id: int | None, language: str) -> tuple[AttributeDefinition, ...]:
    """Return the attributes a family shows as columns: those that tell variants apart first."""
    if family_id is None:
        return ()
    columns = [one for one in family_definitions(family_id, language) if one.is_column]
    return tuple(sorted(columns, key=lambda one: not one.is_variant_axis)[:MOST_COLUMNS])


def _without_unit(column: AttributeDefinition) -> AttributeDefinition:
    """The head of a column names its unit already."""
    return replace(column, unit="") if column.type == "number" else column


def _common_family(rows: Sequence[VariantCard]) -> int | None:
    """Return the family of nearly all rows: only then their table has columns of its own."""
    if not rows:
        return None
    family, count = Counter(row.family_id for row in rows).most_common(1)[0]
    return family if count * 10 >= len(rows) * 8 else None


def _own_facets(family_id: int | None, language: str) -> dict[str, AttributeDefinition]:
    own = family_definitions(family_id, language) if family_id else ()
    return {one.code: one for one in own if one.is_facet}


def _heads(columns: Sequence[AttributeDefinition], query: ListQuery, request: HttpRequest) -> list[ListColumn]:
    heads = []
    for column in columns:
        up, down = f"attribute:{column.code}", f"-attribute:{column.code}"
        parameters = request.GET.copy()
        parameters.pop("page", None)
        parameters["sort"] = down if query.sort == up else up
        name = f"{column.name} ({column.unit})" if column.unit and column.type == "number" else column.name
        heads.append(
            ListColumn(name, f"?{parameters.urlencode()}", {up: "ascending", down: "descending"}.get(query.sort, ""))
        )
    return heads


# The columns every table has: the orders its head goes through.
_USUAL = {"name": ("name",), "number": ("sku", "-sku"), "price": ("price", "-price"), "stock": ("stock",)}


def _usual_heads(sort: str, request: HttpRequest) -> dict[str, ListColumn]:
    """Return the heads of name, number, price and stock with the addresses that sort by them."""
    heads = {}
    for name, orders in _USUAL.items():
        parameters = request.GET.copy()
        parameters.pop("page", None)
        parameters["sort"] = orders[-1] if sort == orders[0] else orders[0]
        sorted_by = {
            "name": "ascending",
            "sku": "ascending",
            "-sku": "descending",
            "price": "ascending",
            "-price": "descending",
            "stock": "descending",
        }
        heads[name] = ListColumn("", f"?{parameters.urlencode()}", sorted_by[sort] if sort in orders else "")
    return heads


def sorts_offered(*, with_relevance: bool) -> list[tuple[str, str]]:
    """Return the orders a reader can choose."""
    first = [("relevance", _("Best match"))] if with_relevance else []
    return [
        *first, ("popularity", _("Most bought")), ("price", _("Lowest price")), ("-price", _("Highest price")),
        ("name", _("Name")), ("sku", _("Article number")), ("newest", _("Newest")), ("stock", _("Most in stock")),
    ]  # fmt: skip
