"""What the catalog tells others: frozen values, names already in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from msgspec import field

from truso.kernel.value import Value


class PictureRef(Value, frozen=True):
    """A picture as pages need it. Width and height are the original's, in pixels."""

    uuid: UUID
    width: int
    height: int
    is_vector: bool
    alt: str = ""


class CategoryNode(Value, frozen=True):
    """A category in the tree a buyer sees. `path` runs from the root to this one."""

    id: int
    code: str
    name: str
    slug: str
    slugs: Mapping[str, str]
    intro: str
    parent_id: int | None
    path: tuple[int, ...]
    family_id: int | None
    picture: PictureRef | None
    children: tuple[CategoryNode, ...] = ()

    def walk(self) -> Iterator[CategoryNode]:
        """Yield this category and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


class CategoryTree(Value, frozen=True):
    """The categories in which a buyer finds something."""

    roots: tuple[CategoryNode, ...]
    by_id: Mapping[int, CategoryNode]
    by_code: Mapping[str, CategoryNode]
    by_slug: Mapping[str, CategoryNode] = field(default_factory=dict)

    def trail(self, category_id: int) -> list[CategoryNode]:
        """Return the categories from the root to this one; empty when it is not in the tree."""
        node = self.by_id.get(category_id)
        return [self.by_id[one] for one in node.path if one in self.by_id] if node else []


class ChoiceDefinition(Value, frozen=True):
    """One value of a choice attribute."""

    code: str
    name: str
    swatch: str = ""


class AttributeDefinition(Value, frozen=True):
    """An attribute of a family in the reader's language."""

    code: str
    type: str
    name: str
    unit: str
    decimals: int
    choices: tuple[ChoiceDefinition, ...]
    group: str = ""
    is_variant_axis: bool = False
    is_facet: bool = True
    is_column: bool = False
    is_required: bool = False
    is_compared: bool = True
    scope: str = "global"
    etim_feature: str = ""


class VariantCard(Value, frozen=True):
    """An article as lists show it. `attributes` are the product's with the article's own laid over."""

    variant_id: int
    uuid: UUID
    sku: str
    gtin: str
    mpn: str
    label: str
    product_id: int
    product_uuid: UUID
    product_code: str
    name: str
    slug: str
    summary: str
    brand_code: str
    brand: str
    category_id: int
    family_id: int
    attributes: Mapping[str, Any]
    picture: PictureRef | None
    unit: str
    price_unit: int
    minimum_quantity: Decimal
    quantity_multiple: Decimal
    maximum_quantity: Decimal | None
    pack_size: Decimal
    pack_name: str
    is_stocked: bool
    is_active: bool
    kind: str = "goods"
    is_cut_to_length: bool = False


class DocumentRef(Value, frozen=True):
    """A document as lists show it. The size is in bytes, 0 for one that is typeset when asked for.

    Without a language it is for readers of all; `is_agreed` tells that it is for one customer alone.
    """

    uuid: UUID
    type: str
    language: str
    title: str
    size: int
    valid_to: date | None = None
    is_agreed: bool = False


class SizeGuideView(Value, frozen=True):
    """Which size fits: heads, rows of texts, advice."""

    name: str
    advice: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    picture: PictureRef | None


class BlockView(Value, frozen=True):
    """A demonstration block in one language: words, and a picture or a video (`media` is a `ProductBlock.Media`)."""

    uuid: UUID
    heading: str
    text: str
    media: str
    picture: PictureRef | None
    content_type: str
    embed: str
    frames: tuple[PictureRef, ...] = ()

    @property
    def embed_address(self) -> str:
        """The player of the house the video is at, without its cookies where it offers that."""
        if self.media == "youtube":
            return f"https://www.youtube-nocookie.com/embed/{self.embed}?autoplay=1"
        return f"https://player.vimeo.com/video/{self.embed}?autoplay=1&dnt=1" if self.media == "vimeo" else ""

    @property
    def watch_address(self) -> str:
        """The video's own page there."""
        if self.media == "youtube":
            return f"https://www.youtube.com/watch?v={self.embed}"
        return f"https://vimeo.com/{self.embed}" if self.media == "vimeo" else ""


class ProductView(Value, frozen=True):
    """Everything the page of a product says, for one buyer."""

    id: int
    uuid: UUID
    code: str
    is_active: bool
    name: str
    slug: str
    slugs: Mapping[str, str]
    summary: str
    description: str
    text_language: str
    brand_code: str
    brand: str
    category_id: int
    family_id: int
    attributes: Mapping[str, Any]
    definitions: tuple[AttributeDefinition, ...]
    variants: tuple[VariantCard, ...]
    pictures: tuple[PictureRef, ...]
    documents: tuple[DocumentRef, ...]
    relations: tuple[tuple[str, int], ...]
    size_guide: SizeGuideView | None
    blocks: tuple[BlockView, ...] = ()

    @property
    def axes(self) -> tuple[AttributeDefinition, ...]:
        """The attributes that tell the variants apart."""
        return tuple(one for one in self.definitions if one.is_variant_axis)


class AttributeLine(Value, frozen=True):
    """An attribute and its value as written; of a color its swatch, of a file the document's UUID."""

    code: str
    name: str
    value: str
    swatch: str = ""
    document: str = ""


class AttributeGroup(Value, frozen=True):
    """Attributes that belong together, such as dimensions."""

    name: str
    lines: tuple[AttributeLine, ...] = field(default=())


class BrandView(Value, frozen=True):
    """A maker of goods."""

    id: int
    code: str
    name: str
    statement: str
