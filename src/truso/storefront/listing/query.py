"""Reading a list's address: what is not understood is left out, never refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from truso.kernel.money import parse_amount
from truso.modules.catalog.rules import CHOSEN
from truso.modules.catalog.values import AttributeDefinition

LONGEST_TEXT = 200
MOST_VALUES = 60
LAST_PAGE = 100_000
SORTS = ("relevance", "popularity", "price", "-price", "name", "sku", "-sku", "newest", "stock")
VIEWS = ("grid", "table")
PER_PAGE = {"grid": 24, "table": 48}
# Days goods can be had in, to choose from.
WITHIN_DAYS = (3, 7, 14)
MEASURED = ("number", "range")
Bounds = tuple[Decimal | None, Decimal | None]


class Parameters(Protocol):
    """The part of a query string that is read."""

    def get(self, key: str, /) -> str | None: ...
    def getlist(self, key: str, /) -> list[str]: ...
    def __iter__(self) -> Iterator[str]: ...


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list's address asks for. `brands` are codes; `ranges` are in the attributes' base units;
    `fits` is the number of an article that what is listed must be meant for."""

    text: str = ""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, Bounds] = field(default_factory=dict)
    brands: tuple[str, ...] = ()
    in_stock: bool = False
    within: int | None = None
    fits: str = ""
    price: Bounds = (None, None)
    sort: str = ""
    page: int = 1
    view: str = ""

    @property
    def is_filtered(self) -> bool:
        """True when anything narrows the list."""
        return bool(
            self.choices
            or self.ranges
            or self.brands
            or self.in_stock
            or self.within is not None
            or self.fits
            or self.price != (None, None)
        )


def clean_text(text: str) -> str:
    """Return a text as it is searched for: no control characters, single spaces, at most 200 characters."""
    visible = "".join(
        " " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn") else c for c in text[:2000]
    )
    return " ".join(visible.split())[:LONGEST_TEXT]


def parse_list_query(parameters: Parameters, attributes: Mapping[str, AttributeDefinition]) -> ListQuery:
    """Read an address: `a.<code>` chooses, `min.<code>` and `max.<code>` bound, beside brand, stock, price, sort, page, view."""
    choices: dict[str, tuple[str, ...]] = {}
    ranges: dict[str, Bounds] = {}
    for name in list(parameters)[:MOST_VALUES]:
        kind, _, code = str(name).partition(".")
        definition = attributes.get(code)
        if definition is None:
            continue
        if kind == "a" and definition.type not in MEASURED:
            values = _values(parameters.getlist(name), definition)
            if values:
                choices[code] = values
        elif kind in ("min", "max") and definition.type in MEASURED:
            bounds = _bounds(parameters, f"min.{code}", f"max.{code}")
            if bounds != (None, None):
                ranges[code] = bounds
    sort = parameters.get("sort") or ""
    return ListQuery(
        text=clean_text(parameters.get("q") or ""), choices=choices, ranges=ranges,
        brands=tuple(dict.fromkeys(clean_text(code)[:60] for code in parameters.getlist("brand")[:MOST_VALUES] if code)),
        in_stock=parameters.get("stock") == "1", within=_within(parameters.get("within") or ""),
        fits=clean_text(parameters.get("fits") or "")[:60], price=_bounds(parameters, "price_min", "price_max"),
        sort=sort if sort in SORTS or _sorts_by_attribute(sort, attributes) else "", page=_page(parameters.get("page") or ""),
        view=view if (view := parameters.get("view") or "") in VIEWS else "",
    )  # fmt: skip


def _values(given: list[str], definition: AttributeDefinition) -> tuple[str, ...]:
    wanted = dict.fromkeys(given[:MOST_VALUES])
    if definition.type == "boolean":
        return tuple(value for value in wanted if value in ("yes", "no"))
    if definition.type in CHOSEN:
        known = {choice.code for choice in definition.choices}
        return tuple(value for value in wanted if value in known)
    return tuple(text for text in (clean_text(value) for value in wanted) if text)


def _bounds(parameters: Parameters, least: str, most: str) -> Bounds:
    low, high = (_number(parameters.get(name) or "") for name in (least, most))
    return (high, low) if low is not None and high is not None and low > high else (low, high)


def _number(text: str) -> Decimal | None:
    return parse_amount(text[:30]) if text.strip() else None


def _sorts_by_attribute(sort: str, attributes: Mapping[str, AttributeDefinition]) -> bool:
    kind, _, code = sort.partition(":")
    return kind in ("attribute", "-attribute") and code in attributes


def _within(text: str) -> int | None:
    return next((days for days in WITHIN_DAYS if str(days) == text), None)


def _page(text: str) -> int:
    return min(max(1, int(text)), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 12 else 1
