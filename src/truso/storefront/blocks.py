"""Content blocks as pages show them: what staff wrote, with the pictures, categories and products it names looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.rich_text import RichText

from truso.kernel.buyer import Buyer
from truso.modules.catalog.queries import cards_for, cards_of_products, category_tree, pictures_by_code, product_ids_of
from truso.modules.catalog.values import PictureRef
from truso.modules.pricing.models import Campaign
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.storefront.cards import ProductCard, write_cards

PER_ROW = 8


@dataclass(frozen=True, slots=True)
class Panel:
    """A picture with words and one thing to do."""

    title: str
    text: str
    picture: PictureRef | None
    button: str
    link: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Tile:
    """A category as a picture."""

    name: str
    url: str
    picture: PictureRef | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact beside others."""

    icon: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block ready to show; `kind` names its template under `storefront/blocks/`."""

    kind: str
    title: str = ""
    panels: tuple[Panel, ...] = ()
    tiles: tuple[Tile, ...] = ()
    cards: tuple[ProductCard, ...] = ()
    facts: tuple[Fact, ...] = ()
    html: SafeString | str = ""
    is_first: bool = False

    @property
    def template(self) -> str:
        return f"storefront/blocks/{self.kind}.html"


def write_blocks(buyer: Buyer, blocks: Iterable[Any]) -> list[BlockView]:
    """Return the blocks of a page; those that have nothing to show (a row without products) are left out."""
    listed = [(block.block_type, block.value) for block in blocks]
    pictures = pictures_by_code(_picture_codes(listed), buyer.language)
    shown: list[BlockView] = []
    for kind, value in listed:
        view = _write(buyer, kind, value, pictures, is_first=not shown)
        if view:
            shown.append(view)
    return shown


def _picture_codes(blocks: list[tuple[str, Any]]) -> list[str]:
    panels = [value for kind, value in blocks if kind in ("hero", "teaser")]
    panels += [panel for kind, value in blocks if kind == "carousel" for panel in value]
    return [panel.get("picture") or "" for panel in panels]


def _write(buyer: Buyer, kind: str, value: Any, pictures: dict[str, PictureRef], *, is_first: bool) -> BlockView | None:
    if kind in ("hero", "teaser"):
        return BlockView(kind, panels=(_panel(value, pictures, buyer),), is_first=is_first)
    if kind == "carousel":
        panels = tuple(_panel(panel, pictures, buyer) for panel in value)
        return (
            BlockView("carousel" if len(panels) > 1 else "hero", panels=panels, is_first=is_first) if panels else None
        )
    if kind == "facts":
        return BlockView(
            "facts", facts=tuple(Fact(one["icon"], one["title"], one.get("text") or "") for one in value["facts"])
        )
    if kind == "categories":
        tiles = category_tiles(buyer, list(value["codes"]))
        return BlockView("categories", value["title"], tiles=tuple(tiles)) if tiles else None
    if kind == "products":
        cards = products_by_rule(buyer, value["rule"], list(value["codes"]))
        return BlockView("products", value["title"], cards=tuple(cards)) if cards else None
    if kind == "text":
        return BlockView("text", html=value if isinstance(value, SafeString) else str(RichText(value.source)))
    return None


def _panel(value: Any, pictures: dict[str, PictureRef], buyer: Buyer) -> Panel:
    return Panel(
        title=value["title"], text=value.get("text") or "", picture=pictures.get(value.get("picture") or ""),
        button=value.get("button") or "", link=link_of(value.get("link") or "", buyer), tone=value.get("tone") or "plain",
    )  # fmt: skip


def link_of(link: str, buyer: Buyer) -> str:
    """Return the address a link written by staff leads to: `category:code`, a path of the shop, or another site's."""
    kind, _, code = link.partition(":")
    if kind == "category":
        node = category_tree(buyer).by_code.get(code)
        return reverse("storefront:category", kwargs={"slug": node.slug}) if node else reverse("storefront:home")
    if kind == "guide":
        return reverse("storefront:article", kwargs={"slug": code})
    if link.startswith("/") and not link.startswith("//"):
        first = link.split("/", 2)[1]
        return (
            link
            if first == buyer.language or len(first) != 2
            else f"/{buyer.language}/{link.split('/', 2)[2] if link.count('/') > 1 else ''}"
        )
    return link if link.startswith(("https://", "mailto:", "tel:", "#")) else reverse("storefront:home")


def category_tiles(buyer: Buyer, codes: list[str]) -> list[Tile]:
    """Return categories by code, the first level when none is named; those without goods for the buyer are left out."""
    tree = category_tree(buyer)
    nodes = [tree.by_code[code] for code in codes if code in tree.by_code] if codes else list(tree.roots)
    return [Tile(node.name, reverse("storefront:category", kwargs={"slug": node.slug}), node.picture) for node in nodes]


def products_by_rule(
    buyer: Buyer, rule: str, codes: list[str] | None = None, limit: int = PER_ROW
) -> list[ProductCard]:
    """Return products for a row: most bought, new, on campaign, or chosen by code."""
    if rule == "chosen":
        return write_cards(buyer, cards_of_products(buyer, product_ids_of(buyer, codes=codes or (), limit=limit)))
    if rule == "campaign":
        return _on_campaign(buyer, limit)
    sort = "newest" if rule == "new" else "popularity"
    found = search_catalog(buyer, SearchRequest(sort=sort, per_page=limit, collapse=True))
    variants = {hit.variant_id: hit.variants for hit in found.hits}
    return write_cards(buyer, cards_for(buyer, [hit.variant_id for hit in found.hits]), variants=variants)


def _on_campaign(buyer: Buyer, limit: int) -> list[ProductCard]:
    running = Campaign.objects.filter(
        market_id=buyer.market.id, is_active=True, starts_at__lte=buyer.now, ends_at__gt=buyer.now
    )
    if buyer.is_business:
        running = running.filter(for_businesses=True)
    products: list[int] = []
    for campaign in running:
        categories = [campaign.category_id] if campaign.category_id and not campaign.product_ids else []
        products += product_ids_of(buyer, category_ids=categories, product_ids=campaign.product_ids, limit=limit)
    cards = write_cards(buyer, cards_of_products(buyer, products[: limit * 2]))
    return [card for card in cards if card.badge or buyer.is_business][:limit]
