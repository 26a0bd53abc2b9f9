"""Articles, prices and availability as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from truso.api.answers.catalog import (
    ArticleView,
    AskedAvailability,
    AttributeView,
    AvailabilityView,
    BlockView,
    ContentView,
    DocumentProductView,
    DocumentView,
    OfferView,
    PictureView,
    PriceView,
    ProductDocumentView,
    ProductView,
    PromisedPartView,
    StepView,
    SubstituteView,
    VariantView,
)
from truso.api.encoding import optional_unit_price, quantity, unit_price
from truso.api.problems import refusal_view
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refusal
from truso.modules.catalog.bundles import Content, contents_of
from truso.modules.catalog.queries import category_tree
from truso.modules.catalog.queries.document_search import ListedDocument
from truso.modules.catalog.rules import group_attributes
from truso.modules.catalog.values import AttributeDefinition, DocumentRef, PictureRef, VariantCard
from truso.modules.catalog.values import BlockView as Block
from truso.modules.catalog.values import ProductView as Product
from truso.modules.delivery.rules import PromisedPart
from truso.modules.inventory.queries import Availability, availability_for
from truso.modules.orders.models import Component
from truso.modules.pricing.queries import prices_for
from truso.modules.pricing.values import ArticlePrice, Offer, PricedLine, PriceStep
from truso.processes.substitutes import Substitute, substitutes_for

PICTURE_WIDTH = 640


def price_view(line: ArticlePrice | PricedLine, currency: str) -> PriceView:
    """Show a price."""
    return PriceView(
        currency=currency,
        price_unit=line.price_unit,
        unit_price=unit_price(line.unit_price, currency),
        unit_price_gross=unit_price(line.unit_price_gross, currency),
        list_price=optional_unit_price(line.list_price, currency),
        list_price_gross=optional_unit_price(line.list_price_gross, currency),
        vat_percent=quantity(line.tax_rate),
        campaign=line.campaign,
    )


def promise_view(parts: Iterable[PromisedPart]) -> list[PromisedPartView]:
    """Show which part comes when."""
    return [PromisedPartView(quantity=quantity(part.quantity), arrives_on=part.arrives_on) for part in parts]


def availability_view(sku: str, stock: Availability) -> AvailabilityView:
    """Show what can be had; never less than nothing."""
    return AvailabilityView(
        sku=sku,
        available=quantity(max(stock.available, Decimal(0))),
        is_stocked=stock.is_stocked,
        lead_days=stock.lead_days,
    )


def asked_availability(sku: str, stock: Availability | None) -> AskedAvailability:
    """Show what can be had of an article asked for, and say so when it is none of the caller's."""
    found = stock or Availability(0, Decimal(0), is_stocked=True, lead_days=None)
    view = availability_view(sku, found)
    refusals = [] if stock else [refusal_view(Refusal("article_not_found", {"sku": sku}, sku))]
    return AskedAvailability(
        sku=sku, available=view.available, is_stocked=view.is_stocked, lead_days=view.lead_days, refusals=refusals
    )


def offer_view(offer: Offer, currency: str) -> OfferView:
    """Show one step of a price's explanation."""
    return OfferView(
        source=offer.source,
        name=offer.name,
        amount=unit_price(offer.amount, currency),
        minimum_quantity=quantity(offer.minimum_quantity),
        percent=None if offer.percent is None else quantity(offer.percent),
        outcome=offer.outcome,
        basis=offer.basis,
    )


def picture_view(picture: PictureRef | None) -> PictureView | None:
    """Show a picture by the address of a rendition."""
    if picture is None:
        return None
    width = (
        PICTURE_WIDTH
        if picture.is_vector
        else min(PICTURE_WIDTH, 160 if picture.width < 320 else 320 if picture.width < PICTURE_WIDTH else PICTURE_WIDTH)
    )
    return PictureView(
        url=_rendition_pattern(width).replace(_ANY_UUID, str(picture.uuid)),
        width=picture.width,
        height=picture.height,
        alternative_text=picture.alt,
    )


_ANY_UUID = "00000000-0000-0000-0000-000000000000"


@lru_cache(maxsize=16)
def _rendition_pattern(width: int) -> str:
    """Return a rendition's address for any picture: looking it up for each of a list costs more than its price."""
    return _address("site:rendition", uuid=UUID(_ANY_UUID), width=width, extension="webp")


def _address(name: str, **arguments: object) -> str:
    try:
        return reverse(name, kwargs=arguments)
    except NoReverseMatch:  # an installation without a storefront
        return ""


def article_views(buyer: Buyer, cards: Sequence[VariantCard]) -> list[ArticleView]:
    """Show articles with prices and availability, in two batches however many there are."""
    return _articles(buyer, cards, prices_for(buyer, [card.variant_id for card in cards]))


def content_views(contents: Iterable[Content | Component]) -> list[ContentView]:
    """Show what a bundle holds."""
    return [ContentView(sku=one.sku, name=one.name, quantity=quantity(one.quantity), unit=one.unit) for one in contents]


def substitute_views(found: Iterable[Substitute]) -> list[SubstituteView]:
    """Show what can be had instead."""
    return [
        SubstituteView(
            sku=one.card.sku,
            variant=one.card.uuid,
            name=f"{one.card.name}, {one.card.label}" if one.card.label else one.card.name,
            reason=one.reason,
            is_in_stock=one.is_in_stock,
        )
        for one in found
    ]


def _articles(buyer: Buyer, cards: Sequence[VariantCard], prices: Mapping[int, ArticlePrice]) -> list[ArticleView]:
    stock = availability_for(buyer, [card.variant_id for card in cards]) if cards else {}
    return [_article(card, prices, stock, buyer.currency) for card in cards]


def _article(
    card: VariantCard, prices: Mapping[int, ArticlePrice], stock: Mapping[int, Availability], currency: str
) -> ArticleView:
    price, available = prices.get(card.variant_id), stock.get(card.variant_id)
    return ArticleView(
        sku=card.sku,
        variant=card.uuid,
        gtin=card.gtin,
        mpn=card.mpn,
        name=card.name,
        label=card.label,
        product=card.product_uuid,
        slug=card.slug,
        brand=card.brand,
        unit=card.unit,
        minimum_quantity=quantity(card.minimum_quantity),
        quantity_multiple=quantity(card.quantity_multiple),
        maximum_quantity=None if card.maximum_quantity is None else quantity(card.maximum_quantity),
        is_active=card.is_active,
        picture=picture_view(card.picture),
        price=price_view(price, currency) if price else None,
        availability=availability_view(card.sku, available) if available else None,
    )


def product_view(buyer: Buyer, product: Product) -> ProductView:
    """Show a product with its variants, each with its price steps."""
    prices = prices_for(buyer, [card.variant_id for card in product.variants], with_steps=True)
    stock = availability_for(buyer, [card.variant_id for card in product.variants])
    articles = [_article(card, prices, stock, buyer.currency) for card in product.variants]
    contents = contents_of([one for one, there in stock.items() if there.components], buyer.language)
    missing = {card.variant_id for card in product.variants if _is_missing(card, stock.get(card.variant_id))}
    instead = substitutes_for(buyer, [product.id] if missing else []).get(product.id, ())
    return ProductView(
        uuid=product.uuid,
        code=product.code,
        slug=product.slug,
        name=product.name,
        summary=product.summary,
        description=product.description,
        language=product.text_language,
        brand=product.brand,
        categories=[node.code for node in category_tree(buyer).trail(product.category_id)],
        is_active=product.is_active,
        attributes=_attributes(product.definitions, product.attributes, buyer.language, product.documents),
        variants=[
            VariantView(
                article=article,
                attributes=_attributes(product.axes, card.attributes, buyer.language),
                steps=_steps(prices.get(card.variant_id), buyer.currency),
                contents=content_views(contents.get(card.variant_id, ())),
                substitutes=substitute_views(instead if card.variant_id in missing else ()),
            )
            for card, article in zip(product.variants, articles, strict=True)
        ],
        pictures=[view for view in map(picture_view, product.pictures) if view],
        documents=[
            ProductDocumentView(
                uuid=document.uuid,
                type=document.type,
                title=document.title,
                language=document.language,
                size=document.size,
                url=reverse("api:product-document", kwargs={"uuid": document.uuid}),
            )
            for document in product.documents
        ],
        blocks=[_block(one) for one in product.blocks],
    )


def _block(block: Block) -> BlockView:
    return BlockView(
        heading=block.heading,
        text=block.text,
        media=block.media,
        url=reverse("site:video", kwargs={"uuid": block.uuid}) if block.media == "video" else block.watch_address,
        content_type=block.content_type,
        picture=picture_view(block.picture) if block.picture else None,
        frames=[view for view in map(picture_view, block.frames) if view],
    )


def _is_missing(card: VariantCard, stock: Availability | None) -> bool:
    return not card.is_active or (stock is not None and stock.is_stocked and stock.available < card.minimum_quantity)


def listed_document(listed: ListedDocument) -> DocumentView:
    """Return a document as lists of them show it."""
    document = listed.document
    return DocumentView(
        uuid=document.uuid,
        type=document.type,
        title=document.title,
        language=document.language,
        size=document.size,
        url=reverse("api:product-document", kwargs={"uuid": document.uuid}),
        valid_to=document.valid_to,
        products=[DocumentProductView(name=name, slug=slug) for name, slug in listed.products],
    )


def _attributes(
    definitions: Sequence[AttributeDefinition],
    values: Mapping[str, Any],
    language: str,
    documents: Sequence[DocumentRef] = (),
) -> list[AttributeView]:
    known = {one.code: one for one in definitions}
    return [
        AttributeView(
            code=line.code, name=line.name, value=line.value, type=known[line.code].type, unit=known[line.code].unit,
            group=group.name, raw=values[line.code], swatch=line.swatch, etim_feature=known[line.code].etim_feature,
        )
        for group in group_attributes(definitions, values, language, documents) for line in group.lines
    ]  # fmt: skip


def _steps(price: ArticlePrice | None, currency: str) -> list[StepView]:
    return [_step(step, currency) for step in price.steps] if price else []


def _step(step: PriceStep, currency: str) -> StepView:
    return StepView(
        minimum_quantity=quantity(step.minimum_quantity),
        unit_price=unit_price(step.unit_price, currency),
        unit_price_gross=unit_price(step.unit_price_gross, currency),
    )
