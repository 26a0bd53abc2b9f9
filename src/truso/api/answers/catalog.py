"""What the API answers about markets, goods, prices and availability."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec

from truso.api.answers.base import View
from truso.api.encoding import Amount, Percent, Quantity, UnitPrice
from truso.api.problems import RefusalView


class MarketView(View, frozen=True):
    """A market: where and in which currency and languages the shop sells; `ships_to` are countries beside its own."""

    code: str
    name: str
    country: str
    currency: str
    languages: list[str]
    prices_include_vat: bool
    ships_to: list[str]


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
    """A property as written in the reader's language, and as a program reads it.

    `raw` is the value in the attribute's own unit: a choice's code, a number as text, both ends of a range, a day as
    ISO 8601, the UUID of a document.
    """

    code: str
    name: str
    value: str
    type: str = "text"
    unit: str = ""
    group: str = ""
    raw: str | bool | list[str] | None = None
    swatch: str = ""
    etim_feature: str = ""


class StepView(View, frozen=True):
    """A quantity from which another price counts."""

    minimum_quantity: Quantity
    unit_price: UnitPrice
    unit_price_gross: UnitPrice


class ContentView(View, frozen=True):
    """An article in a bundle, and how many sales units of it one bundle holds."""

    sku: str
    name: str
    quantity: Quantity
    unit: str


class SubstituteView(View, frozen=True):
    """An article that can be had instead; `reason` is `replaces` (its successor) or `substitute` (as good)."""

    sku: str
    variant: UUID
    name: str
    reason: str
    is_in_stock: bool


class VariantView(View, frozen=True):
    """An article of a product with what tells it from its siblings, its price steps, and what it holds if it is a bundle.

    `substitutes` are offered when it is not in stock or no longer sold.
    """

    article: ArticleView
    attributes: list[AttributeView]
    steps: list[StepView]
    contents: list[ContentView]
    substitutes: list[SubstituteView]


class ProductDocumentView(View, frozen=True):
    """A document to a product."""

    uuid: UUID
    type: str
    title: str
    language: str
    size: int
    url: str


class DocumentProductView(View, frozen=True):
    """A product a document belongs to."""

    name: str
    slug: str


class DocumentView(ProductDocumentView, frozen=True):
    """A document the caller may have, with its last day and some of its products."""

    valid_to: date | None
    products: list[DocumentProductView]


class DocumentPage(View, frozen=True):
    """Documents; `next_page` is null on the last page."""

    items: list[DocumentView]
    next_page: int | None


class BlockView(View, frozen=True):
    """A demonstration block: words, and a picture or a video. `media` is none, picture, video, youtube, vimeo or spin
    (`frames` are the product all around); `url` leads
    to the film, or to the video's page at the other house.
    """

    heading: str
    text: str
    media: str
    url: str
    content_type: str
    picture: PictureView | None
    frames: list[PictureView]


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
    blocks: list[BlockView]


class CompatibleView(View, frozen=True):
    """A product that goes with another, as one of its articles; `kind` says how, seen from the one asked about."""

    kind: str
    article: ArticleView


class CompatibleList(View, frozen=True):
    """What goes with a product: replaced_by, fitted_by, spare_part, accessory, fits and so on, in that order."""

    product: UUID
    items: list[CompatibleView]


class SelectorAnswerView(View, frozen=True):
    """An answer to a selector's question: the values it stands for, or a range in the attribute's unit."""

    code: str
    name: str
    values: list[str]
    minimum: Quantity | None
    maximum: Quantity | None


class SelectorQuestionView(View, frozen=True):
    """A question about an attribute."""

    attribute: str
    text: str
    answers: list[SelectorAnswerView]


class SelectorView(View, frozen=True):
    """A few questions that narrow a category to what fits."""

    code: str
    name: str
    intro: str
    category: str
    questions: list[SelectorQuestionView]


class SelectorList(View, frozen=True):
    """The selectors of categories in which the caller finds something."""

    items: list[SelectorView]


class SelectorResult(View, frozen=True):
    """What fits the answers given: how many products, the most bought of them, and the question to ask next, if any."""

    total: int
    next_question: SelectorQuestionView | None
    items: list[ArticleView]


class OfferView(View, frozen=True):
    """A source looked at for a price, what it offered, and what became of it (won, lost_to_rank, lost_to_price, base).

    `basis` says what a list without a price of its own made its offer from: `list` or `cost`; empty otherwise.
    """

    source: str
    name: str
    amount: UnitPrice
    minimum_quantity: Quantity
    percent: Percent | None
    outcome: str
    basis: str


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
