"""Filters beside a list: what can be chosen, how many that leaves, what is chosen."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value, replace
from truso.modules.catalog.models import Document
from truso.modules.catalog.rules import YES_NO, format_value
from truso.modules.catalog.values import AttributeDefinition, BrandView, ChoiceDefinition
from truso.modules.search.papers import PAPERS
from truso.storefront.formats import currency_sign, format_number
from truso.storefront.listing.query import Bounds, ListQuery

OPEN_FACETS = 6


class FacetOption(Value, frozen=True):
    """One value to choose, and how many goods have it."""

    value: str
    name: str
    count: int
    is_selected: bool
    swatch: str = ""


class FacetView(Value, frozen=True):
    """A filter: options to tick, or a range from least to most."""

    code: str
    name: str
    parameter: str
    options: tuple[FacetOption, ...] = ()
    is_range: bool = False
    minimum_name: str = ""
    maximum_name: str = ""
    minimum: str = ""
    maximum: str = ""
    chosen_minimum: str = ""
    chosen_maximum: str = ""
    unit: str = ""
    is_open: bool = False


class Chosen(Value, frozen=True):
    """A filter that is on, and the address without it."""

    name: str
    url: str


def facet_views(
    found: Any,
    query: ListQuery,
    attributes: Mapping[str, AttributeDefinition],
    own: Container[str],
    brands: Sequence[BrandView],
    buyer: Buyer,
) -> list[FacetView]:
    """Return the filters of a result: brand, then the attributes in the order given, then the price.

    Attributes outside the family's `own` are offered only where they say something about a third of the goods.
    """
    by_code = {facet.code: facet for facet in found.facets}
    chosen = {*query.choices, *query.ranges}
    ranges = {facet.code: facet for facet in found.ranges}
    views = [_brands(found.brands, brands, query)]
    for code, definition in attributes.items():
        if code in by_code and (code in own or code in chosen or _covers(by_code[code], found.total)):
            views.append(_choices(by_code[code], definition, buyer.language))
        elif code in ranges and (code in own or code in chosen) and ranges[code].minimum < ranges[code].maximum:
            views.append(_range(ranges[code], definition, query.ranges.get(code, (None, None)), buyer.language))
    views.append(_price(query.price, found.price_range, buyer))
    shown = [
        view for view in views if view.is_range or len(view.options) > 1 or any(one.is_selected for one in view.options)
    ]
    return [_opened(view, place) for place, view in enumerate(shown)]


def _covers(facet: Any, total: int) -> bool:
    return sum(value.count for value in facet.values) * 3 >= total


def _opened(view: FacetView, place: int) -> FacetView:
    chosen = view.chosen_minimum or view.chosen_maximum or any(option.is_selected for option in view.options)
    return replace(view, is_open=place < OPEN_FACETS or bool(chosen))


def _brands(counted: Sequence[Any], brands: Sequence[BrandView], query: ListQuery) -> FacetView:
    known = {brand.id: brand for brand in brands}
    options = tuple(
        FacetOption(known[one.id].code, known[one.id].name, one.count, known[one.id].code in query.brands)
        for one in counted
        if one.id in known
    )
    return FacetView("brand", _("Brand"), "brand", tuple(sorted(options, key=lambda option: option.name.casefold())))


def _choices(facet: Any, definition: AttributeDefinition, language: str) -> FacetView:
    places = {choice.code: (place, choice) for place, choice in enumerate(definition.choices)}
    yes, no = YES_NO.get(language, YES_NO["en"])
    options = []
    for value in facet.values:
        choice = places.get(value.code)
        name = choice[1].name if choice else {"yes": yes, "no": no}.get(value.code, value.code)
        options.append(FacetOption(value.code, name, value.count, value.selected, choice[1].swatch if choice else ""))
    if places:
        options.sort(key=lambda option: places[option.value][0] if option.value in places else len(places))
    return FacetView(definition.code, definition.name, f"a.{definition.code}", tuple(options))


def _range(facet: Any, definition: AttributeDefinition, chosen: Bounds, language: str) -> FacetView:
    low, high = (_written(bound, language) for bound in chosen)
    return FacetView(
        definition.code, definition.name, definition.code, is_range=True,
        minimum_name=f"min.{definition.code}", maximum_name=f"max.{definition.code}",
        minimum=format_number(facet.minimum, language), maximum=format_number(facet.maximum, language),
        chosen_minimum=low, chosen_maximum=high, unit=definition.unit,
    )  # fmt: skip


def _price(chosen: Bounds, offered: Bounds, buyer: Buyer) -> FacetView:
    low, high = (_written(bound, buyer.language) for bound in chosen)
    name = _("Price incl. VAT") if buyer.display_gross else _("Price excl. VAT")
    return FacetView(
        "price", name, "price", is_range=True, minimum_name="price_min", maximum_name="price_max",
        minimum=_written(offered[0], buyer.language), maximum=_written(offered[1], buyer.language),
        chosen_minimum=low, chosen_maximum=high, unit=currency_sign(buyer.currency, buyer.language),
    )  # fmt: skip


def _written(bound: Decimal | None, language: str) -> str:
    return "" if bound is None else format_number(bound, language)


def chosen_filters(
    query: ListQuery,
    attributes: Mapping[str, AttributeDefinition],
    brands: Sequence[BrandView],
    buyer: Buyer,
    parameters: Any,
    machine: str = "",
) -> list[Chosen]:
    """Return the filters that are on, each with the address that takes it off; `machine` names what goods must fit."""
    names = {brand.code: brand.name for brand in brands}
    chosen = [Chosen(names.get(code, code), _without(parameters, ("brand", code))) for code in query.brands]
    for code, values in query.choices.items():
        definition = attributes[code]
        for value in values:
            text = format_value(definition, value, buyer.language)
            chosen.append(Chosen(f"{definition.name}: {text}", _without(parameters, (f"a.{code}", value))))
    for code, bounds in query.ranges.items():
        text = _span(bounds, attributes[code].unit, buyer.language)
        chosen.append(
            Chosen(
                f"{attributes[code].name}: {text}", _without(parameters, (f"min.{code}", None), (f"max.{code}", None))
            )
        )
    if query.price != (None, None):
        text = _span(query.price, currency_sign(buyer.currency, buyer.language), buyer.language)
        chosen.append(Chosen(text, _without(parameters, ("price_min", None), ("price_max", None))))
    if query.in_stock:
        chosen.append(Chosen(_("In stock"), _without(parameters, ("stock", None))))
    if query.fits:
        chosen.append(
            Chosen(_("Fits %(article)s") % {"article": machine or query.fits}, _without(parameters, ("fits", None)))
        )
    if query.within is not None:
        chosen.append(Chosen(within_text(query.within), _without(parameters, ("within", None))))
    return chosen


def papers_definition() -> AttributeDefinition:
    """Return the documents goods have, as something to narrow by."""
    kinds = tuple(
        ChoiceDefinition(str(code), str(name)) for code, name in Document.Type.choices if code != Document.Type.OTHER
    )
    return AttributeDefinition(PAPERS, "multi_choice", _("Documents"), "", 0, kinds)


def within_text(days: int) -> str:
    """Say within how many days goods can be sent."""
    return ngettext("Can be sent within %(count)s day", "Can be sent within %(count)s days", days) % {"count": days}


def _span(bounds: Bounds, unit: str, language: str) -> str:
    low, high = (_written(bound, language) for bound in bounds)
    return f"{low}–{high} {unit}".strip()


def _without(parameters: Any, *gone: tuple[str, str | None]) -> str:
    """Return the query string without some values; None stands for all values of a name. The page starts over."""
    kept = [
        (name, value)
        for name, values in parameters.lists()
        for value in values
        if name != "page" and value and not any(name == one and wanted in (None, value) for one, wanted in gone)
    ]
    return f"?{urlencode(kept)}" if kept else "?"
