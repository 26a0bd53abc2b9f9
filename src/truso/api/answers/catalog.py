"""What the API answers about markets, goods, prices and availability."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec

from truso.api.answers.base import View
from truso.api.encoding import Amount, Percent, Quantity, UnitPrice
from truso.api.problems import RefusalView


class MarketView(View, frozen=True):
    """A market: where and in which currency and languages the shop sells."""

    code: str
    name: str
    country: str
    currency: str
    languages: list[str]
    prices_include_vat: bool


class MarketList(View, frozen=True):
    """All markets, the default first."""

    items: list[MarketView]


class CategoryView(msgspec.Struct, frozen=True, kw_only=True):
    """A category with those below it in which this caller finds something."""

    code: str
    name: str
    slug: str
    intro: str
    children: list[CategoryView]


class CategoryList(View, frozen=True):
    """The roots of the tree."""

    items: list[CategoryView]


class PictureView(View, frozen=True):
    """A picture: an address and the original's size in pixels."""

    url: str
    width: int
    height: int
    alternative_text: str


class PriceView(View, frozen=True):
    """A price per `price_unit` pieces: net, and with VAT. `list_price` is what it is without agreement or campaign."""

    currency: str
    price_unit: int
    unit_price: UnitPrice
    unit_price_gross: UnitPrice
    list_price: UnitPrice | None
    list_price_gross: UnitPrice | None
    vat_percent: Percent
    campaign: str


class PromisedPartView(View, frozen=True):
    """A quantity and the day it arrives; no day when nobody knows."""

    quantity: Quantity
    arrives_on: date | None


class AvailabilityView(View, frozen=True):
    """What can be had now, and in how many working days more can; no days means no more is coming."""

    sku: str
    available: Quantity
    is_stocked: bool
    lead_days: int | None


class AskedAvailability(AvailabilityView, frozen=True):
    """What can be had of an article asked for: nothing, and a refusal, of one that is unknown or not the caller's to buy,
    alike.
    """

    refusals: list[RefusalView]


class AvailabilityList(View, frozen=True):
    """Availability per number, in the order asked for."""

    items: list[AskedAvailability]


class ArticleView(View, frozen=True):
    """An article as lists show it, with this caller's price for one."""

    sku: str
    variant: UUID
    gtin: str
    mpn: str
    name: str
    label: str
    product: UUID
    slug: str
    brand: str
    unit: str
    minimum_quantity: Quantity
    quantity_multiple: Quantity
    maximum_quantity: Quantity | None
    is_active: bool
    picture: PictureView | None
    price: PriceView | None
    availability: AvailabilityView | None


class ArticlePage(View, frozen=True):
    """A page of articles. `next_cursor` is missing on the last page."""

    items: list[ArticleView]
    next_cursor: UUID | None


class CountView(View, frozen=True):
    """A value among the hits and how many of them have it."""

    code: str
    name: str
    count: int


class FacetView(View, frozen=True):
    """The values of one attribute among the hits. Choose one with `choice=<attribute>:<value>`."""

    code: str
    values: list[CountView]


class ProductPage(View, frozen=True):
    """A page of products, one article each, with the counts of all hits. `corrected_text` was searched instead."""

    items: list[ArticleView]
    total: int
    page: int
    page_count: int
    corrected_text: str
    brands: list[CountView]
    categories: list[CountView]
    facets: list[FacetView]


class AttributeView(View, frozen=True):
    """A property as written in the reader's language, and as a program reads it."""

    code: str
    name: str
    value: str


class StepView(View, frozen=True):
    """A quantity from which another price counts."""

    minimum_quantity: Quantity
    unit_price: UnitPrice
    unit_price_gross: UnitPrice


class VariantView(View, frozen=True):
    """An article of a product with what tells it from its siblings, and its price steps."""

    article: ArticleView
    attributes: list[AttributeView]
    steps: list[StepView]


class ProductDocumentView(View, frozen=True):
    """A document to a product."""

    uuid: UUID
    type: str
    title: str
    language: str
    size: int
    url: str


class ProductView(View, frozen=True):
    """A product with everything its page says."""

    uuid: UUID
    code: str
    slug: str
    name: str
    summary: str
    description: str
    language: str
    brand: str
    categories: list[str]
    is_active: bool
    attributes: list[AttributeView]
    variants: list[VariantView]
    pictures: list[PictureView]
    documents: list[ProductDocumentView]


class OfferView(View, frozen=True):
    """A source looked at for a price, what it offered, and what became of it (won, lost_to_rank, lost_to_price, base)."""

    source: str
    name: str
    amount: UnitPrice
    minimum_quantity: Quantity
    percent: Percent | None
    outcome: str


class PricedLineView(View, frozen=True):
    """A line asked for, priced; or why it can't be."""

    index: int
    sku: str
    variant: UUID | None
    quantity: Quantity | None
    price: PriceView | None
    net: Amount | None
    vat: Amount | None
    gross: Amount | None
    explanation: list[OfferView]
    refusals: list[RefusalView]


class PriceList(View, frozen=True):
    """Lines in the order asked for and what they cost together. Refused lines are in no sum."""

    currency: str
    prices_include_vat: bool
    lines: list[PricedLineView]
    net: Amount
    vat: Amount
    gross: Amount


class MatchView(View, frozen=True):
    """An article a code names: by our number (sku), the customer's own (own), GTIN or the maker's number (mpn)."""

    kind: str
    article: ArticleView


class CodeMatches(View, frozen=True):
    """A code as sent, and the articles it names, the best match first; when none, up to three with nearly such a number."""

    code: str
    matches: list[MatchView]
    near: list[ArticleView]


class MatchList(View, frozen=True):
    """What each code names. Near numbers are looked for on the first 20 codes without a match, not on `near_left_out` more."""

    items: list[CodeMatches]
    near_left_out: int
