"""Goods described one by one: tools, clothing, office and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from demo.catalog.build import DATA_SHEET, SINGLE, Draft, Packing, Row, picture
from demo.catalog.texts import EMPTY, join, measure
from demo.catalog.values import AttributeValue, DemoDocument, PictureSpec, Texts

# Article group and family of each category.
PLACES = {
    "screwdrivers": (201, "hand_tool"), "pliers": (202, "hand_tool"), "striking-cutting": (203, "hand_tool"), "measuring": (204, "measuring_tool"),
    "drills-drivers": (301, "power_tool"), "grinders-saws": (302, "power_tool"), "batteries": (303, "battery"), "drill-bits": (310, "bit"),
    "screw-bits": (311, "bit"), "saw-blades": (312, "blade"), "abrasives": (313, "blade"), "trousers": (401, "garment"), "jackets": (402, "garment"),
    "hi-vis": (403, "garment"), "shirts": (404, "garment"), "base-layers": (405, "garment"), "rainwear": (406, "garment"), "footwear": (407, "footwear"),
    "gloves": (408, "glove"), "head-eyes-ears": (501, "protection"), "breathing-first-aid": (502, "protection"), "boxes-bags": (601, "storage"),
    "shelving-cabinets": (602, "storage"), "ladders": (701, "ladder"), "tapes-sealants": (702, "site"), "power-light": (703, "site"),
    "paper": (801, "office"), "writing": (802, "office"), "filing": (803, "office"), "labels-packaging": (804, "office"), "furniture": (805, "furniture"),
}  # fmt: skip

Look = Mapping[str, str | float]
Plain = str | int | float | bool | tuple[str, ...]


def values(plain: Mapping[str, Plain]) -> dict[str, AttributeValue]:
    """Return attribute values with their figures as decimals."""
    return {
        name: Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value
        for name, value in plain.items()
    }


@dataclass(frozen=True, slots=True)
class One:
    """One article of an item: what follows its name, price net NOK, weight kg, attributes and changes to the picture."""

    suffix: str | Texts
    price: float
    weight: float
    attributes: Mapping[str, Plain] = field(default_factory=dict)
    look: Look = field(default_factory=dict)
    weightiness: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A product and its articles, before numbers."""

    code: str
    category: str
    brand: str
    kind: str
    names: Texts
    summary: Texts
    detail: Texts
    articles: tuple[One, ...]
    look: Look = field(default_factory=dict)
    notes: tuple[Texts, ...] = ()
    attributes: Mapping[str, Plain] = field(default_factory=dict)
    packing: Packing = SINGLE
    documents: tuple[DemoDocument, ...] = (DATA_SHEET,)
    size_guide: str | None = None
    consumer: bool = True
    relations: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, Look], ...] = ()
    demand: int = 40

    def draft(self) -> Draft:
        """Return the item as a draft ready for numbering."""
        group, family = PLACES[self.category]
        rows = tuple(self._row(one) for one in self.articles)
        return Draft(
            code=self.code, group=group, family=family, category=self.category, brand=self.brand, names=self.names, summary=self.summary,
            detail=self.detail, notes=self.notes, attributes=values(self.attributes), rows=rows, picture=self._picture({}, EMPTY),
            more_pictures=tuple(picture(kind, self.names, **look) for kind, look in self.more), documents=self.documents,
            size_guide=self.size_guide, consumer=self.consumer, relations=self.relations, demand=self.demand,
        )  # fmt: skip

    def _picture(self, look: Look, suffix: Texts) -> PictureSpec:
        return picture(self.kind, join(self.names, suffix), **{**self.look, **look})

    def _row(self, one: One) -> Row:
        suffix = measure(one.suffix) if isinstance(one.suffix, str) else one.suffix
        return Row(
            price=one.price, weight=one.weight, attributes=values(one.attributes), suffix=suffix, packing=self.packing,
            picture=self._picture(one.look, suffix) if one.look else None, weightiness=one.weightiness,
        )  # fmt: skip
