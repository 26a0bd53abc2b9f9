"""Ranges and tolerances in the index: an attribute with two ends is two numbers, and a filter asks whether they meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from truso.kernel.value import Value
from truso.modules.catalog.models import Attribute
from truso.modules.search.engine import Bounds, RangeFacet, upper_end, whole_of
from truso.platform.shortlived import short_lived


class Measure(Value, frozen=True):
    """How an attribute is filtered by: between two ends, and how far off a value still fits."""

    is_range: bool
    tolerance: Decimal


@short_lived(seconds=30)
def _measures() -> Mapping[str, Measure]:
    rows = Attribute.objects.filter(type__in=(Attribute.Type.NUMBER, Attribute.Type.RANGE))
    found = {one.code: Measure(one.type == Attribute.Type.RANGE, one.tolerance or Decimal(0)) for one in rows}
    return {code: one for code, one in found.items() if one.is_range or one.tolerance}


def asked(ranges: Mapping[str, Bounds]) -> dict[str, Bounds]:
    """Return what a buyer asks for as the index is asked: within tolerance, and of a range that it meets what is asked."""
    found: dict[str, Bounds] = {}
    known = _measures() if ranges else {}
    for code, (low, high) in ranges.items():
        measure = known.get(code)
        if measure is None:
            found[code] = (low, high)
            continue
        low = None if low is None else low - measure.tolerance  # noqa: PLW2901
        high = None if high is None else high + measure.tolerance  # noqa: PLW2901
        if not measure.is_range:
            found[code] = (low, high)
            continue
        if high is not None:
            found[code] = (None, high)
        if low is not None:
            found[upper_end(code)] = (low, None)
    return found


def with_ends(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of filters with the upper ends of those that are ranges."""
    known = _measures()
    return (*codes, *(upper_end(code) for code in codes if code in known and known[code].is_range))


def spans(facets: Sequence[RangeFacet]) -> tuple[RangeFacet, ...]:
    """Return what is shown of numbers: a range from its least to its most."""
    tops = {whole_of(one.code): one for one in facets if one.code != whole_of(one.code)}
    return tuple(
        RangeFacet(one.code, one.minimum, tops[one.code].maximum) if one.code in tops else one
        for one in facets
        if one.code == whole_of(one.code)
    )
