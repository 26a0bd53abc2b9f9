"""Whatever stands in a list's address, a list comes out."""

from decimal import Decimal

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from truso.modules.catalog.values import AttributeDefinition, ChoiceDefinition
from truso.storefront.listing.paging import PageLinks
from truso.storefront.listing.query import ListQuery, clean_text, parse_list_query

MATERIAL = AttributeDefinition(
    "material", "choice", "Material", "", 0, (ChoiceDefinition("a2", "A2"), ChoiceDefinition("a4", "A4"))
)
LENGTH = AttributeDefinition("length", "number", "Length", "mm", 0, ())
DIGITAL = AttributeDefinition("digital", "boolean", "Digital", "", 0, ())
ATTRIBUTES = {one.code: one for one in (MATERIAL, LENGTH, DIGITAL)}


def read(query: str) -> ListQuery:
    return parse_list_query(QueryDict(query), ATTRIBUTES)


def test_filters_are_read_by_their_names():
    address = (
        "a.material=a2&a.material=a4&min.length=10&max.length=40&brand=boltvik&stock=1&sort=-price&page=3&view=table"
    )
    assert read(address) == ListQuery(
        choices={"material": ("a2", "a4")}, ranges={"length": (Decimal(10), Decimal(40))}, brands=("boltvik",), in_stock=True,
        sort="-price", page=3, view="table",
    )  # fmt: skip


def test_a_reversed_range_is_turned_round():
    assert read("min.length=40&max.length=10").ranges == {"length": (Decimal(10), Decimal(40))}
    assert read("price_min=900&price_max=100,50").price == (Decimal("100.50"), Decimal(900))


@pytest.mark.parametrize(
    "query",
    [
        "a.unknown=1", "a.material=a9", "min.material=1", "a.length=10", "min.length=abc", "sort=drop table", "sort=attribute:unknown",
        "page=0", "page=-4", "page=x", "page=9999999999999999",
        "view=list", "a.digital=maybe", "stock=yes", "a.=1", ".=", "price_min=nan",
        "price_max=1e999",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_left_out(query):
    assert read(query) == ListQuery()


def test_a_list_sorts_by_an_attribute_it_knows():
    assert read("sort=-attribute:length").sort == "-attribute:length"


def test_a_text_loses_control_characters_and_what_is_beyond_200():
    assert clean_text("  M8\x00 x\u200b\t40\n ") == "M8 x 40"
    assert len(clean_text("x" * 10_000)) == 200


@given(st.dictionaries(st.text(max_size=30), st.lists(st.text(max_size=60), max_size=4), max_size=12))
def test_any_address_gives_a_query_within_bounds(parameters):
    query = QueryDict(mutable=True)
    for name, values in parameters.items():
        query.setlist(name, values)
    found = parse_list_query(query, ATTRIBUTES)
    assert found.page >= 1
    assert len(found.text) <= 200
    assert set(found.choices) <= set(ATTRIBUTES)


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (7, 23, [1, None, 6, 7, 8, None, 23]),
        (3, 23, [1, 2, 3, 4, None, 23]),
        (4, 23, [1, 2, 3, 4, 5, None, 23]),
        (23, 23, [1, None, 22, 23]),
    ],
)
def test_which_pages_are_linked(number, count, shown):
    assert PageLinks(number, count).shown == shown
