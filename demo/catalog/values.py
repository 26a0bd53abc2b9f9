"""The demo catalog's values: what the shop sells, as plain frozen data. `Texts` has nb, sv, pl and en."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Texts = dict[str, str]
AttributeValue = str | Decimal | tuple[str, ...] | bool

LANGUAGES = ("nb", "sv", "pl", "en")


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """What to draw: a kind of picture, its measures and colors, and the words that stand in for it."""

    kind: str
    params: tuple[tuple[str, str | int | float], ...]
    alt: Texts


@dataclass(frozen=True, slots=True)
class DemoChoice:
    """One value of a choice attribute; `swatch` is `#rrggbb` for colors, else empty."""

    code: str
    names: Texts
    swatch: str = ""


@dataclass(frozen=True, slots=True)
class DemoAttribute:
    """A standardized attribute. `type`: choice, multi_choice, number, text or boolean."""

    code: str
    type: str
    names: Texts
    unit: str = ""
    choices: tuple[DemoChoice, ...] = ()
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class DemoFamilyAttribute:
    """How a family uses an attribute; `column` shows it in the dense lists for trades."""

    attribute: str
    required: bool
    variant_axis: bool
    facet: bool
    column: bool
    group: Texts


@dataclass(frozen=True, slots=True)
class DemoFamily:
    """A kind of goods and the attributes that describe it."""

    code: str
    names: Texts
    attributes: tuple[DemoFamilyAttribute, ...]


@dataclass(frozen=True, slots=True)
class DemoBrand:
    """A fictional maker; `country` is ISO 3166-1 alpha-2."""

    code: str
    name: str
    country: str
    statement: Texts


@dataclass(frozen=True, slots=True)
class DemoCategory:
    """A place in the category tree; `family` is the usual family of its products, None for a parent."""

    code: str
    parent: str | None
    names: Texts
    intro: Texts
    family: str | None
    picture: PictureSpec


@dataclass(frozen=True, slots=True)
class DemoDocument:
    """A document of a product: data_sheet, declaration, assembly_guide or safety_data_sheet."""

    type: str
    names: Texts


@dataclass(frozen=True, slots=True)
class DemoVariant:
    """An article. `unit` is a UN/ECE Recommendation 20 code, `list_price` net NOK per `price_unit` units."""

    sku: str
    gtin: str
    mpn: str
    attributes: dict[str, AttributeValue]
    names_suffix: Texts
    weight_kg: Decimal
    unit: str
    price_unit: int
    minimum: Decimal
    multiple: Decimal
    pack_size: Decimal
    pack_name: Texts
    list_price: Decimal
    cost: Decimal
    popularity: int
    picture: PictureSpec | None
    opening_stock_main: Decimal
    opening_stock_second: Decimal


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product with its articles. `relations`: (accessory, spare_part, replaces, bought_together or fits, product code)."""

    code: str
    family: str
    category: str
    brand: str
    names: Texts
    summaries: Texts
    descriptions: Texts
    attributes: dict[str, AttributeValue]
    variants: tuple[DemoVariant, ...]
    picture: PictureSpec
    more_pictures: tuple[PictureSpec, ...]
    documents: tuple[DemoDocument, ...]
    size_guide: str | None
    consumer: bool
    relations: tuple[tuple[str, str], ...]
    tax_class: str = "standard"


@dataclass(frozen=True, slots=True)
class DemoSizeGuide:
    """A size table: column heads and rows of (size, measures), with how to measure and a figure."""

    code: str
    names: Texts
    intro: Texts
    columns: tuple[Texts, ...]
    rows: tuple[tuple[str, ...], ...]
    picture: PictureSpec


@dataclass(frozen=True, slots=True)
class DemoSelector:
    """Questions over a category: (attribute, text, answers as the catalog keeps them)."""

    code: str
    category: str
    names: Texts
    intro: Texts
    questions: tuple[tuple[str, Texts, tuple[dict[str, Any], ...]], ...]


@dataclass(frozen=True, slots=True)
class DemoCatalog:
    """The whole range of the demo shop."""

    brands: tuple[DemoBrand, ...]
    attributes: tuple[DemoAttribute, ...]
    families: tuple[DemoFamily, ...]
    categories: tuple[DemoCategory, ...]
    products: tuple[DemoProduct, ...]
    size_guides: tuple[DemoSizeGuide, ...]
