"""What a merchant wants first and last, and what joins a text: exact order, only visible goods, other sorts untouched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from truso.modules.search.engine import Replica, SearchQuery

from .catalog import make_variant, publish_catalog

NUTS = SearchQuery(language="nb", text="bolmax", assortment_ids=(1,), collapse=True)


@pytest.fixture
def replica(tmp_path: Path) -> Replica:
    goods = [
        make_variant(number, "bolmax", brand_id=number % 3, popularity=float(number), category_ids=(7,), assortment_ids=(1,))
        for number in range(1, 7)
    ]  # fmt: skip
    goods += [
        make_variant(8, "fulgest", assortment_ids=(1,), category_ids=(7,)),
        make_variant(9, "bolmax", assortment_ids=(2,)),
        make_variant(10, "drintok", assortment_ids=(2,)),
    ]
    return publish_catalog(tmp_path, goods)


def shown(replica: Replica, query: SearchQuery) -> list[int]:
    return [hit.product_id for hit in replica.search(query).hits]


def test_pins_come_first_in_their_order_then_boosted_then_the_others_then_buried(replica: Replica) -> None:
    assert shown(replica, NUTS) == [6, 5, 4, 3, 2, 1]
    wanted = replace(NUTS, pinned=(2, 5), boosted=(("brand", 1),), buried=(("product", 6),))
    assert shown(replica, wanted) == [2, 5, 4, 1, 3, 6]


def test_a_pin_joins_a_text_that_does_not_find_it_and_is_counted(replica: Replica) -> None:
    page = replica.search(replace(NUTS, pinned=(8,)))
    assert ([hit.product_id for hit in page.hits], page.total) == ([8, 6, 5, 4, 3, 2, 1], 7)


def test_nothing_out_of_range_is_pinned_or_joins(replica: Replica) -> None:
    wanted = replace(NUTS, pinned=(9, 10), also_products=(10,), alternatives=("drintok",), boosted=(("product", 9),))
    assert replica.search(wanted) == replica.search(NUTS)


def test_another_order_is_what_was_asked_for(replica: Replica) -> None:
    wanted = replace(NUTS, sort="name", pinned=(2,), buried=(("product", 1),))
    assert shown(replica, wanted) == shown(replica, replace(NUTS, sort="name"))


def test_a_category_is_steered_in_its_usual_order_and_holds_no_more_than_its_own(replica: Replica) -> None:
    category = SearchQuery(language="nb", category_id=7, assortment_ids=(1,), sort="popularity", collapse=True)
    assert shown(replica, category) == [6, 5, 4, 3, 2, 1, 8]
    assert shown(replica, replace(category, pinned=(8, 9), buried=(("brand", 0),))) == [8, 5, 4, 2, 1, 6, 3]


def test_other_wordings_find_what_they_find_and_replace_a_correction(replica: Replica) -> None:
    unknown = replace(NUTS, text="sekskanting")
    assert shown(replica, unknown) == []
    assert shown(replica, replace(unknown, alternatives=("fulgest", "bolmax"))) == [6, 5, 4, 3, 2, 1, 8]
    misspelt = replace(NUTS, text="bolmaks", alternatives=("fulgest",))
    page = replica.search(misspelt)
    assert ([hit.product_id for hit in page.hits], page.corrected_text) == ([8], "")


def test_what_documents_find_comes_after_what_the_text_finds(replica: Replica) -> None:
    assert shown(replica, replace(NUTS, also_products=(8, 1))) == [6, 5, 4, 3, 2, 1, 8]


def test_an_identifier_leads_to_its_article_alone(replica: Replica) -> None:
    by_number = replace(NUTS, text="SKU-3", pinned=(2,), also_products=(8,), alternatives=("bolmax",))
    assert shown(replica, by_number) == [3]
