"""From drafts to articles: numbers, natural prices, stock and popularity, the same each time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from zlib import crc32

from demo.catalog.texts import EMPTY, join, t
from demo.catalog.values import AttributeValue, DemoDocument, DemoProduct, DemoVariant, PictureSpec, Texts

VAT = Decimal("1.25")
CENT = Decimal("0.01")
# GTIN prefixes 20-29 are set aside for numbers used inside one company; 20 marks every article as the demo's own.
INTERNAL_PREFIX = "20"

PIECE = t("stk", "st", "szt.", "pc")
BOX = t("eske à {n}", "ask om {n}", "opak. {n} szt.", "box of {n}")
DATA_SHEET = DemoDocument("data_sheet", t("Produktdatablad", "Produktdatablad", "Karta produktu", "Product data sheet"))
DECLARATION = DemoDocument(
    "declaration",
    t("Samsvarserklæring", "Försäkran om överensstämmelse", "Deklaracja zgodności", "Declaration of conformity"),
)
ASSEMBLY_GUIDE = DemoDocument(
    "assembly_guide", t("Monteringsanvisning", "Monteringsanvisning", "Instrukcja montażu", "Assembly guide")
)
SAFETY_SHEET = DemoDocument(
    "safety_data_sheet", t("Sikkerhetsdatablad", "Säkerhetsdatablad", "Karta charakterystyki", "Safety data sheet")
)


@dataclass(frozen=True, slots=True)
class Packing:
    """How an article is sold: unit, what the price is for, and the packs it comes in."""

    unit: str = "C62"
    price_unit: int = 1
    pack: int = 1
    whole_packs: bool = False
    name: Texts = field(default_factory=lambda: PIECE)


SINGLE = Packing()
PAIR = Packing(unit="PR", name=t("par", "par", "para", "pair"))


def box_of(count: int, *, price_unit: int = 100) -> Packing:
    """Return a box sold whole, priced per 100 (or as named)."""
    return Packing("C62", price_unit, count, True, {language: text.format(n=count) for language, text in BOX.items()})


def carton_of(count: int) -> Packing:
    """Return single sale from a carton of so many."""
    carton = t("kartong à {n}", "kartong om {n}", "karton {n} szt.", "carton of {n}")
    return Packing("C62", 1, count, False, {language: text.format(n=count) for language, text in carton.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article of a draft: what sets it apart, its rough net price in NOK per price unit and its weight."""

    price: float
    weight: float
    attributes: dict[str, AttributeValue] = field(default_factory=dict)
    suffix: Texts = field(default_factory=lambda: EMPTY)
    picture: PictureSpec | None = None
    packing: Packing = SINGLE
    weightiness: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A product before it has numbers. `group` is the three-digit start of its article numbers, `place` its own two digits."""

    code: str
    group: int
    family: str
    category: str
    brand: str
    names: Texts
    summary: Texts
    detail: Texts
    notes: tuple[Texts, ...] = ()
    attributes: dict[str, AttributeValue] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    picture: PictureSpec
    more_pictures: tuple[PictureSpec, ...] = ()
    documents: tuple[DemoDocument, ...] = (DATA_SHEET,)
    size_guide: str | None = None
    consumer: bool = True
    relations: tuple[tuple[str, str], ...] = ()
    demand: int = 40


def natural_price(net: float) -> Decimal:
    """Return a net price whose price with 25 % VAT looks chosen: 24,90 / 149,00 / 1 290,00."""
    gross = Decimal(str(net)) * VAT
    if gross < 100:
        shown = max(gross.quantize(Decimal(1), ROUND_HALF_UP), Decimal(2)) - Decimal("0.10")
    elif gross < 1000:
        shown = (gross / 10).quantize(Decimal(1), ROUND_HALF_UP) * 10 - 1
    else:
        shown = (gross / 50).quantize(Decimal(1), ROUND_HALF_UP) * 50 - 10
    return (shown / VAT).quantize(CENT)


def picture(kind: str, alt: Texts, **params: str | float) -> PictureSpec:
    """Return a picture's specification."""
    return PictureSpec(kind, tuple(sorted(params.items())), alt)


def gtin(sku: str) -> str:
    """Return the article's GTIN-13. Source of the check digit: GS1 General Specifications 7.9."""
    body = INTERNAL_PREFIX + sku.rjust(10, "0")
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return body + str(-weighted % 10)


def finish(drafts: Iterable[Draft], prefixes: dict[str, str]) -> tuple[DemoProduct, ...]:
    """Give the drafts their article numbers and turn them into products; `prefixes` starts each maker's own numbers."""
    places: dict[int, int] = {}
    products = []
    for draft in drafts:
        place = places[draft.group] = places.get(draft.group, 0) + 1
        products.append(_product(draft, f"{draft.group}{place:02d}", prefixes[draft.brand]))
    return tuple(products)


def _product(draft: Draft, start: str, prefix: str) -> DemoProduct:
    variants = tuple(_variant(draft, row, f"{start}{index:02d}", prefix) for index, row in enumerate(draft.rows, 1))
    return DemoProduct(
        code=draft.code,
        family=draft.family,
        category=draft.category,
        brand=draft.brand,
        names=draft.names,
        summaries=draft.summary,
        descriptions=join(draft.summary, draft.detail, *draft.notes),
        attributes=draft.attributes,
        variants=variants,
        picture=draft.picture,
        more_pictures=draft.more_pictures,
        documents=draft.documents,
        size_guide=draft.size_guide,
        consumer=draft.consumer,
        relations=draft.relations,
    )


def _variant(draft: Draft, row: Row, sku: str, prefix: str) -> DemoVariant:
    chance = crc32(sku.encode()) / 2**32
    list_price = natural_price(row.price)
    popularity = max(1, round(draft.demand * row.weightiness * (0.6 + 0.8 * chance)))
    pack = row.packing.pack
    packs = round(popularity * (3 if row.packing.whole_packs else 0.9)) + 2
    stock = 0 if chance < 0.03 else packs * (pack if row.packing.whole_packs else 1)
    step = Decimal(pack if row.packing.whole_packs else 1)
    return DemoVariant(
        sku=sku,
        gtin=gtin(sku),
        mpn=f"{prefix}-{sku[1:4]}{sku[4:]}",
        attributes=row.attributes,
        names_suffix=row.suffix,
        weight_kg=Decimal(str(row.weight)).quantize(Decimal("0.0001")),
        unit=row.packing.unit,
        price_unit=row.packing.price_unit,
        minimum=step,
        multiple=step,
        pack_size=Decimal(pack),
        pack_name=row.packing.name,
        list_price=list_price,
        cost=(list_price * Decimal(str(round(0.5 + 0.16 * chance, 3)))).quantize(CENT, ROUND_HALF_UP),
        popularity=popularity,
        picture=row.picture,
        opening_stock_main=Decimal(stock),
        opening_stock_second=Decimal(stock // 4 // int(step) * int(step)),
    )
