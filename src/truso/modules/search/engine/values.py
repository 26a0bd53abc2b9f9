"""What goes into the search engine and what comes out: frozen values, no Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path

Bounds = tuple[Decimal | None, Decimal | None]
NO_BOUNDS: Bounds = (None, None)
_UPPER = "~most"


def upper_end(attribute: str) -> str:
    """Return under which name the upper end of an attribute that has two is a number of its own."""
    return f"{attribute}{_UPPER}"


def whole_of(name: str) -> str:
    """Return the attribute a number belongs to: its own name, or that whose upper end it is."""
    return name.removesuffix(_UPPER)


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A variant's words in one language; `body` holds description, brand, category names and attribute texts."""

    name: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class IndexedVariant:
    """Everything the engine knows of a variant.

    `category_ids` holds the leaf and all its ancestors; `choices` attribute code -> choice codes; `numbers`
    attribute code -> value in the attribute's base unit; `prices` price list id -> net price of one unit.
    """

    variant_id: int
    product_id: int
    sku: str
    gtin: str
    mpn: str
    texts: Mapping[str, IndexedText]
    category_ids: tuple[int, ...]
    brand_id: int
    tax_class_id: int
    choices: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, Decimal]
    assortment_ids: tuple[int, ...]
    popularity: float
    published_at: datetime
    stock: Decimal
    lead_days: int
    prices: Mapping[int, Decimal]
    family_id: int = 0


@dataclass(frozen=True, slots=True)
class SearchScope:
    """What this buyer may see: everything outside is in no hit, count, facet, suggestion or correction.

    A variant must be in at least one of `assortment_ids` (empty: no limit), in each of `required_ids`, in none of
    `closed_ids`, and not in `excluded_variant_ids`.
    """

    assortment_ids: tuple[int, ...] = ()
    excluded_variant_ids: tuple[int, ...] = ()
    required_ids: tuple[int, ...] = ()
    closed_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reduction:
    """A percentage or an amount off the base price of what is in a category (and below), of a brand, of a family, one of some products.

    All that are named must fit and none that is left out; None is any. Those that stack are taken one after the other, another
    counts alone. `by_class` holds an amount per tax class, or the price itself where it `is_fixed`.
    """

    percent: Decimal = Decimal(0)
    category_id: int | None = None
    brand_id: int | None = None
    product_ids: tuple[int, ...] = ()
    family_id: int | None = None
    amount: Decimal = Decimal(0)
    stacks: bool = False
    left_out: tuple[int, ...] = ()
    by_class: tuple[tuple[int, Decimal], ...] = ()
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A list that makes a price where it has none of its own: `percent` off the base price, or on the cost (`basis` list or cost).

    Without a key its own prices are laid over.
    """

    price_list_id: int | None
    basis: str
    percent: Decimal


# Price lists in rank order; those in a tuple of their own have one rank.
PriceLists = tuple[int | tuple[int | Made, ...], ...]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A question and who asks it.

    `price_list_ids` are in rank order: the first list that prices a variant wins (of lists of one rank, together in a
    tuple, the lowest), then the lowest that the `discounts` make of the lowest of the `base_lists`, then that base price; or
    the lowest price of all when `best_price_wins`. The best of the `campaigns` off the base price wins when it is lower. The
    cost of a variant is the highest in the `cost_lists`.
    `own_prices` (variant id -> net) are laid over and win always. `price_factors` (tax class id -> 1 + rate) turn net into
    shown prices; empty means net. Shown prices are rounded half up to `price_places`, and `price_range`, price order and
    `SearchHit.price` speak of shown prices. `own_numbers` maps the customer's own article numbers to variant ids. `sort` is
    relevance, price, -price, name, sku, -sku, popularity, newest, stock, attribute:<code> or -attribute:<code>; anything
    else is relevance. `collapse` gives one hit per product, the cheapest matching variant shown, and every count counts
    products.

    `within_days` keeps what is in stock or can be had in so many days; `among_products` keeps those products alone.

    `alternatives` are other wordings of the text, and `also_products` what is found by other means (their documents): both
    join what the text finds. `pinned` products stand first in their order, `boosted` before and `buried` after all others,
    where the order is by relevance (of a text) or popularity (without one); the latter two are ("product",
    "brand" or "assortment", id). Where `on_request_but` is set, only what is in that assortment has a price.
    """

    language: str
    text: str = ""
    category_id: int | None = None
    brand_ids: tuple[int, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, Bounds] = field(default_factory=dict)
    in_stock: bool = False
    within_days: int | None = None
    among_products: tuple[int, ...] | None = None
    assortment_ids: tuple[int, ...] = ()
    excluded_variant_ids: tuple[int, ...] = ()
    required_ids: tuple[int, ...] = ()
    closed_ids: tuple[int, ...] = ()
    own_numbers: Mapping[str, int] = field(default_factory=dict)
    price_list_ids: PriceLists = ()
    base_lists: tuple[int | Made, ...] = ()
    closed_categories: tuple[int, ...] = ()
    on_request_but: int | None = None
    cost_lists: tuple[int, ...] = ()
    discounts: tuple[Reduction, ...] = ()
    campaigns: tuple[Reduction, ...] = ()
    best_price_wins: bool = False
    own_prices: Mapping[int, Decimal] = field(default_factory=dict)
    price_factors: Mapping[int, Decimal] = field(default_factory=dict)
    price_places: int = 6
    price_range: Bounds = NO_BOUNDS
    sort: str = "relevance"
    offset: int = 0
    limit: int = 24
    collapse: bool = False
    facets: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    also_products: tuple[int, ...] = ()
    pinned: tuple[int, ...] = ()
    boosted: tuple[tuple[str, int], ...] = ()
    buried: tuple[tuple[str, int], ...] = ()

    @property
    def scope(self) -> SearchScope:
        """What the asker may see."""
        return SearchScope(self.assortment_ids, self.excluded_variant_ids, self.required_ids, self.closed_ids)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A row of the result; `matched_by` is own, sku, gtin, mpn, text or browse.

    `price` is the shown price, None when nothing prices it; `variants` counts the product's matching variants when
    collapsed, else 1.
    """

    variant_id: int
    product_id: int
    matched_by: str
    price: Decimal | None
    variants: int = 1


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A choice of an attribute and how many hits have it."""

    code: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class CountedId:
    """A brand or category and how many hits have it."""

    id: int
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one attribute among the hits, most frequent first; its own selection is ignored."""

    code: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class RangeFacet:
    """The least and greatest value of a number among the hits, in its base unit; its own selection is ignored."""

    code: str
    minimum: Decimal
    maximum: Decimal


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of hits with the counts of all of them.

    `exact` says that an identifier matched; `corrected_text` is the text that was searched instead of a misspelt one.
    """

    total: int
    hits: tuple[SearchHit, ...]
    facets: tuple[Facet, ...]
    ranges: tuple[RangeFacet, ...]
    brands: tuple[CountedId, ...]
    categories: tuple[CountedId, ...]
    price_range: Bounds
    exact: bool
    corrected_text: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a search field offers while somebody types: products, and words that find something."""

    products: tuple[SearchHit, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GenerationInfo:
    """A complete generation of the index on disk."""

    folder: Path
    documents: int

    @property
    def name(self) -> str:
        """The name by which the generation is published."""
        return self.folder.name
