"""Identifiers come first, are matched whole however they are written, and say which of them it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from truso.modules.search.engine import Replica, SearchHit, SearchQuery, SearchScope

from .catalog import make_variant, publish_catalog

GTIN = "7040010000018"


@pytest.fixture(scope="module")
def replica(tmp_path_factory: pytest.TempPathFactory) -> Replica:
    variants = [
        make_variant(1, "Bolt", sku="AB-100.20", gtin=GTIN, mpn="00417", product_id=10),
        make_variant(2, "Bolt AB-100.20", sku="AB-100.21", mpn="4711", product_id=10),
        make_variant(3, "Nut 4711", sku="4711", mpn="X/9 A", product_id=11),
        make_variant(4, "Nut", sku="0042", product_id=12),
        make_variant(5, "Nut", sku="42", product_id=13),
    ]
    return publish_catalog(tmp_path_factory.mktemp("identifiers"), variants)


def hits(replica: Replica, text: str, own: dict[str, int] | None = None) -> list[tuple[int, str]]:
    page = replica.search(SearchQuery(language="en", text=text, own_numbers=own or {}))
    assert page.exact == any(hit.matched_by != "text" for hit in page.hits)
    return [(hit.variant_id, hit.matched_by) for hit in page.hits]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("AB-100.20", [(1, "sku")]), ("ab 100 20", [(1, "sku")]), (" AB10020 ", [(1, "sku")]),
        ("ab/100_20", [(1, "sku")]),
        (GTIN, [(1, "gtin")]), ("0" + GTIN, [(1, "gtin")]), ("704 0010 000 018", [(1, "gtin")]),
        ("417", [(1, "mpn")]), ("00417", [(1, "mpn")]), ("0417", [(1, "mpn")]),
        ("x9a", [(3, "mpn")]), ("4711", [(3, "sku"), (2, "mpn")]), ("04711", [(3, "sku"), (2, "mpn")]),
        ("0042", [(4, "sku")]), ("42", [(5, "sku")]), ("00042", [(4, "sku"), (5, "sku")]),
    ],
)  # fmt: skip
def test_an_identifier_is_found_however_it_is_written(
    replica: Replica, text: str, wanted: list[tuple[int, str]]
) -> None:
    assert hits(replica, text) == wanted


def test_the_customers_own_number_comes_before_all_others(replica: Replica) -> None:
    assert hits(replica, "4711", {"4711": 5}) == [(5, "own"), (3, "sku"), (2, "mpn")]
    assert hits(replica, "K 9", {"K9": 4}) == [(4, "own")]
    assert hits(replica, "007", {"07": 4}) == [(4, "own")]
    assert hits(replica, "K 9", {"K9": 999}) == []


def test_the_beginning_of_an_identifier_is_text_not_a_match(replica: Replica) -> None:
    assert hits(replica, "ab-100") == [(2, "text"), (1, "text")]
    assert hits(replica, "7040010") == [(1, "text")]


def test_an_identifier_of_goods_out_of_range_is_not_found(tmp_path: Path) -> None:
    variants = [make_variant(1, "Bolt", sku="A1", assortment_ids=(1,)), make_variant(2, "Bolt A1", assortment_ids=(2,))]
    replica = publish_catalog(tmp_path, variants)
    page = replica.search(SearchQuery(language="en", text="A1", assortment_ids=(2,), own_numbers={"A1": 1}))
    assert (page.hits, page.exact) == ((SearchHit(2, 2, "text", None),), False)


def test_a_collapsed_match_shows_the_variant_asked_for(replica: Replica) -> None:
    page = replica.search(SearchQuery(language="en", text="AB-100.21", collapse=True))
    assert page.hits == (SearchHit(2, 10, "sku", None, 1),)


def test_filters_hold_for_identifiers_too(replica: Replica) -> None:
    page = replica.search(SearchQuery(language="en", text=GTIN, in_stock=True))
    assert (page.total, page.exact) == (0, True)


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("AB-100.22", (1, 2)),  # one slip: either is as near
        ("ab 100 2", (1, 2)),  # its beginning
        ("AB10202", (1, 2)),  # two slips, one of them a missing character
        ("47l1", (3, 2)),  # a letter read for a digit
        ("7040010000013", (1,)),
        ("704001000", (1,)),
        ("99999", ()),
        ("4", ()),
        ("", ()),
        ("\ud800" * 3, ()),
        ("A" * 500, ()),
    ],
)
def test_near_numbers_are_found_and_nothing_far_is(replica: Replica, code: str, near: tuple[int, ...]) -> None:
    found = replica.near([code], SearchScope(), {}, 3)[code]
    assert set(found) == set(near) if len(near) > 1 else found == near


def test_near_numbers_are_of_what_is_visible_and_the_askers_own_come_first(replica: Replica) -> None:
    everything, less = SearchScope(), SearchScope(excluded_variant_ids=(1,))

    assert set(replica.near(["AB-100.22"], everything, {}, 3)["AB-100.22"]) == {1, 2}
    assert replica.near(["AB-100.22"], less, {}, 3)["AB-100.22"] == (2,)
    assert replica.near(["AB-100.22"], everything, {"AB10023": 5}, 3)["AB-100.22"][0] == 5
    assert replica.near(["AB-100.22"], less, {"AB10023": 1}, 3)["AB-100.22"] == (2,)
    assert len(replica.near(["AB-100.22"], everything, {}, 1)["AB-100.22"]) == 1
