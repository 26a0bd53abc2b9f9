"""The range of Nordhavn Handel, the demo's fictional trading house, as plain values."""

from __future__ import annotations

from functools import cache

from demo.catalog import bolts, hand_tools, nuts, office, power_tools, safety_storage, screws, tool_parts, workwear
from demo.catalog.attributes import ATTRIBUTES
from demo.catalog.brands import BRANDS, PREFIXES
from demo.catalog.build import finish
from demo.catalog.categories import CATEGORIES
from demo.catalog.families import FAMILIES
from demo.catalog.size_guides import SIZE_GUIDES
from demo.catalog.values import DemoCatalog

__all__ = ["build_catalog"]

SHOP_NAME = "Nordhavn Handel"


@cache
def build_catalog() -> DemoCatalog:
    """Return the whole range; the same values at every call."""
    drafts = [*bolts.bolts(), *nuts.nuts(), *screws.screws()]
    for module in (hand_tools, power_tools, tool_parts, workwear, safety_storage, office):
        drafts += [item.draft() for item in module.ITEMS]
    return DemoCatalog(
        brands=BRANDS,
        attributes=ATTRIBUTES,
        families=FAMILIES,
        categories=CATEGORIES,
        products=finish(drafts, PREFIXES),
        size_guides=SIZE_GUIDES,
    )
