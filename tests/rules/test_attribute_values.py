"""Attribute values as people and files write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.kernel.quantity import format_quantity
from truso.kernel.refusals import Refusal
from truso.kernel.value import replace
from truso.modules.catalog.attribute_values import ValueRules, parse_value
from truso.modules.catalog.rules import format_value
from truso.modules.catalog.units import convert
from truso.modules.catalog.values import AttributeDefinition

CHOICES = {"a2": "a2", "rustfri": "a2", "stal nierdzewna": "a2", "black": "black", "svart": "black", "czarny": "black"}


def value(text: str, kind: str, **rules: Any) -> Any:
    found = parse_value(ValueRules("size", kind, choices=CHOICES, **rules), text)
    return f"!{found.code}" if isinstance(found, Refusal) else found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12", "12"), ("12,5", "12.5"), ("12.50", "12.5"), ("1 200", "1200"), ("1.200,5", "1200.5"), ("1,200.5", "1200.5"),
        ("3 cm", "30"), ("3cm", "30"), ('1"', "25.4"), ("0,5 m", "500"), ("12 mm", "12"), ("40 MMT", "40"), ("\u22125", "-5"),
        ("2 kg", "!unit_other_dimension"), ("2 zorks", "!unit_unknown"), ("long", "!attribute_invalid"), ("1e5", "!unit_unknown"),
    ],
)  # fmt: skip
def test_a_number_is_kept_in_the_attributes_unit(text: str, found: str) -> None:
    assert value(text, "number", unit="mm") == found


def test_a_number_beyond_its_limits_is_refused_with_them() -> None:
    found = parse_value(ValueRules("size", "number", unit="mm", minimum=Decimal(1), maximum=Decimal(100)), "20 cm")

    assert isinstance(found, Refusal)
    assert (found.code, found.subject) == ("attribute_outside", "attributes.size")
    assert found.params == {"attribute": "size", "value": "20 cm", "least": "1", "most": "100"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10–20 mm", ["10", "20"]), ("10-20", ["10", "20"]), ("1 - 2 cm", ["10", "20"]), ("10...20", ["10", "20"]),
        ("1,5 til 2,5", ["1.5", "2.5"]), ("10 mm–2 cm", ["10", "20"]), ("7", ["7", "7"]), ("20-10", "!attribute_invalid"),
        ("-10–-5", ["-10", "-5"]),
    ],
)  # fmt: skip
def test_ranges(text: str, found: Any) -> None:
    assert value(text, "range", unit="mm") == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Rustfri", "choice", "a2"), ("STAL nierdzewna", "choice", "a2"), ("A2", "choice", "a2"), ("gold", "choice", "!attribute_invalid"),
        ("Svart", "color", "black"), ("a2|czarny", "multi_choice", ["a2", "black"]), ("A2, svart, a2", "multi_choice", ["a2", "black"]),
        ("A2, gold", "multi_choice", "!attribute_invalid"), ("ja", "boolean", True), ("Nie", "boolean", False), ("so", "boolean", "!attribute_invalid"),
        ("31.3.2026", "date", "2026-03-31"), ("2026-02-30", "date", "!attribute_invalid"), ("no uuid", "file", "!attribute_invalid"),
        ("any text", "text", "any text"),
    ],
)  # fmt: skip
def test_other_types(text: str, kind: str, found: Any) -> None:
    assert value(text, kind) == found


def test_a_text_that_does_not_fit_its_pattern_is_refused() -> None:
    assert value("M8", "text", pattern=r"M\d+") == "M8"
    assert value("8M", "text", pattern=r"M\d+") == "!attribute_invalid"


@pytest.mark.parametrize(
    ("number", "source", "target", "found"),
    [
        ("1", "m", "mm", "1000"), ("25.4", "mm", '"', "1"), ("1", "lb", "g", "453.59237"), ("100", "°C", "°F", "212"), ("32", "°F", "°C", "0"),
        ("1", "l", "ml", "1000"), ("1", "bar", "PAL", "100000"), ("1", "m³/h", "l/min", "16.66666666666666666666666667"), ("2", "kWh", "KWH", "2"),
    ],
)  # fmt: skip
def test_units(number: str, source: str, target: str, found: str) -> None:
    assert convert(Decimal(number), source, target) == Decimal(found)


@given(number=st.decimals(min_value=-(10**6), max_value=10**6, places=3))
def test_there_and_back_is_the_same(number: Decimal) -> None:
    there = convert(number, "mm", "m")
    assert isinstance(there, Decimal)
    assert convert(there, "m", "mm") == number


@pytest.mark.parametrize("language", ["nb", "sv", "pl", "en"])
@given(low=st.decimals(-99999, 99999, places=2), high=st.decimals(-99999, 99999, places=2))
def test_what_is_written_for_a_reader_is_read_back_as_it_was(language: str, low: Decimal, high: Decimal) -> None:
    definition = AttributeDefinition("size", "number", "Size", "mm", 2, ())
    ends = [format_quantity(one) for one in sorted((low, high))]

    single = format_value(definition, ends[0], language)
    span = format_value(replace(definition, type="range"), ends, language)

    assert value(single, "number", unit="mm") == ends[0]
    assert value(span, "range", unit="mm") == ends
