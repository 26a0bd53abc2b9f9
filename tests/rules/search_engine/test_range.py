"""What a buyer may not buy shows nowhere: no hit, count, facet, range, price, suggestion or correction."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from truso.modules.search.engine import CountedId, Facet, FacetValue, RangeFacet, Replica, SearchQuery, Suggestions

from .catalog import make_variant, publish_catalog

MINE = SearchQuery(
    language="nb", assortment_ids=(1,), excluded_variant_ids=(5,), price_list_ids=(1,), facets=("color", "length")
)  # fmt: skip


@pytest.fixture
def replica(tmp_path: Path) -> Replica:
    def goods(variant_id: int, name: str, assortments: tuple[int, ...], color: str) -> object:
        return make_variant(
            variant_id, name, brand_id=variant_id, category_ids=(variant_id,), choices={"color": (color,)},
            numbers={"length": Decimal(variant_id)}, prices={1: Decimal(variant_id)}, assortment_ids=assortments,
            mpn=f"M{variant_id}",
        )  # fmt: skip

    return publish_catalog(
        tmp_path,
        [
            goods(1, "Hammer rød", (1, 2), "red"),
            goods(2, "Hammerborr", (2,), "blue"),
            goods(3, "Hemmelig vare", (2,), "black"),
            goods(4, "Hamp", (), "green"),
            goods(5, "Hammock", (1,), "white"),
        ],  # type: ignore[list-item]
    )


def test_browsing_counts_only_my_range(replica: Replica) -> None:
    page = replica.search(MINE)
    assert [hit.variant_id for hit in page.hits] == [1]
    assert (page.total, page.price_range) == (1, (Decimal(1), Decimal(1)))
    assert page.facets == (Facet("color", (FacetValue("red", 1),)),)
    assert page.ranges == (RangeFacet("length", Decimal(1), Decimal(1)),)
    assert ([b.id for b in page.brands], [c.id for c in page.categories]) == ([1], [1])


@pytest.mark.parametrize("text", ["hemmelig", "hammerborr", "hamp", "hammock", "SKU-2", "M5", "hemelig", "hammerbor"])
def test_goods_out_of_range_are_not_found_and_no_word_of_theirs_is_offered(replica: Replica, text: str) -> None:
    page = replica.search(SearchQuery(language="nb", text=text, assortment_ids=(1,), excluded_variant_ids=(5,)))
    assert (page.total, page.corrected_text, page.exact, page.brands, page.categories) == (0, "", False, (), ())


def test_a_correction_leads_to_visible_goods_only(replica: Replica) -> None:
    page = replica.search(SearchQuery(language="nb", text="hammmer", assortment_ids=(1,)))
    assert ([hit.variant_id for hit in page.hits], page.corrected_text) == ([1], "hammer")


def test_a_hidden_word_is_not_offered_even_where_it_begins_a_visible_one(tmp_path: Path) -> None:
    hidden, visible = make_variant(1, "Hammer", assortment_ids=(2,)), make_variant(2, "Hammerhode", assortment_ids=(1,))
    replica = publish_catalog(tmp_path, [hidden, visible])
    for assortments, answer in (((1, 2), (2, "hammer")), ((1,), (0, "")), ((2,), (1, "hammer")), ((1,), (0, ""))):
        page = replica.search(replace(MINE, text="hammr", assortment_ids=assortments))
        assert (page.total, page.corrected_text) == answer


def test_a_word_that_visible_goods_hold_in_another_form_is_offered(tmp_path: Path) -> None:
    hidden, visible = (
        make_variant(1, "Skrue", assortment_ids=(2,)),
        make_variant(2, "Pose med skruer", assortment_ids=(1,)),
    )
    page = publish_catalog(tmp_path, [hidden, visible]).search(replace(MINE, text="skrrue", assortment_ids=(1,)))
    assert ([hit.variant_id for hit in page.hits], page.corrected_text) == ([2], "skrue")


def test_suggestions_stay_within_the_range(replica: Replica) -> None:
    suggestions = replica.suggest("ham", "nb", 10, MINE)
    assert ([hit.variant_id for hit in suggestions.products], suggestions.terms) == ([1], ("hammer",))
    assert replica.suggest("hem", "nb", 10, MINE) == Suggestions((), ())


def test_a_word_of_many_hidden_goods_and_one_visible_is_offered(tmp_path: Path) -> None:
    hidden = [make_variant(n, "Hammer", assortment_ids=(2,)) for n in range(1, 400)]
    replica = publish_catalog(tmp_path, [*hidden, make_variant(900, "Hammer", assortment_ids=(1,))])
    assert replica.suggest("ham", "nb", 5, MINE).terms == ("hammer",)


def test_a_selected_choice_is_listed_even_when_nothing_is_left_of_it(replica: Replica) -> None:
    chosen = replace(MINE, choices={"color": ("red", "pink")}, brand_ids=(7,), category_id=None)
    page = replica.search(chosen)
    assert page.facets == (Facet("color", (FacetValue("pink", 0, True), FacetValue("red", 0, True))),)
    assert page.brands == (CountedId(1, 1, False), CountedId(7, 0, True))


def test_an_unknown_assortment_holds_nothing(replica: Replica) -> None:
    assert replica.search(SearchQuery(language="nb", assortment_ids=(77,))).total == 0


def test_own_prices_and_own_numbers_do_not_open_the_range(replica: Replica) -> None:
    query = SearchQuery(
        language="nb", assortment_ids=(1,), own_prices={3: Decimal(1)}, own_numbers={"K3": 3}, sort="price"
    )  # fmt: skip
    assert sorted(hit.variant_id for hit in replica.search(query).hits) == [1, 5]
    assert replica.search(SearchQuery(language="nb", assortment_ids=(1,), own_numbers={"K3": 3}, text="K3")).total == 0
