"""What is offered while somebody types: what the text most likely means first, and never what the asker may not see."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from truso.modules.search.engine import Replica, SearchQuery, suggesting

from .catalog import in_language, make_variant, publish_catalog

NOBODY = SearchQuery(language="nb")


def offered(replica: Replica, text: str, scope: SearchQuery = NOBODY, limit: int = 8) -> list[int]:
    return [hit.product_id for hit in replica.suggest(text, scope.language, limit, scope).products]


def test_whole_words_of_names_come_first_then_parts_of_them_and_other_words_when_no_name_has_them(
    tmp_path: Path,
) -> None:
    replica = publish_catalog(
        tmp_path,
        [
            make_variant(1, "Papir", body="til skolen", popularity=90.0),
            make_variant(2, "Skohylle", popularity=50.0),
            make_variant(3, "Sko", popularity=1.0),
            make_variant(4, "Hanske", body="skotsk ull", popularity=99.0),
            make_variant(5, "Vernesko", popularity=5.0),
        ],
    )
    assert offered(replica, "sko") == [3, 2, 5]
    assert offered(replica, "skole") == [1]
    assert offered(replica, "ull") == [4]


def test_descriptions_that_begin_so_follow_the_names_once_enough_is_typed(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path, [make_variant(1, "Perm", body="til skolebruk", popularity=9.0), make_variant(2, "Skolesekk")]
    )
    assert offered(replica, "skol") == [2]
    assert offered(replica, "skole") == [2, 1]


def test_among_equals_the_popular_come_first(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, [make_variant(n, f"Bolt {n}", popularity=float(n % 7)) for n in range(1, 15)])
    assert offered(replica, "bol", limit=4) == [6, 13, 5, 12]


def test_compounds_that_end_in_the_word_are_offered_before_those_that_begin_with_it(tmp_path: Path) -> None:
    shown = [
        make_variant(1, "Skrue"),
        make_variant(2, "Skruetrekker", popularity=9.0),
        make_variant(3, "Treskrue", popularity=5.0),
    ]
    assert offered(publish_catalog(tmp_path, [*shown, make_variant(4, "Tre")]), "skrue") == [3, 1, 2]


def test_the_words_before_must_be_met_too(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path, [make_variant(1, "Rød bolt"), make_variant(2, "Blå bolt"), make_variant(3, "Rød lue")]
    )
    assert offered(replica, "rød bo") == [1]


def test_another_language_is_asked_only_when_the_own_one_has_nothing(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path,
        [make_variant(1, texts=in_language("sv", "Spik")), make_variant(2, texts=in_language("nb", "Spikerpistol"))],
    )
    assert offered(replica, "spik") == [2]
    assert offered(replica, "spik", SearchQuery(language="nb", excluded_variant_ids=(2,))) == [1]


def test_another_wording_of_the_text_is_offered_beside_it(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, [make_variant(1, "Baufil"), make_variant(2, "Jernsag", popularity=1.0)])
    assert offered(replica, "baufil", SearchQuery(language="nb", alternatives=("jernsag",))) == [2, 1]


def test_the_beginning_of_a_number_offers_what_has_it(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path, [make_variant(1, "Bolt", sku="TR-10234"), make_variant(2, "Mutter", sku="TR-99234")]
    )
    assert offered(replica, "tr 102") == [1]


def test_a_number_offers_its_article_alone(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path, [make_variant(1, "Bolt", sku="102"), make_variant(2, "Mutter 102", popularity=3.0)]
    )
    assert offered(replica, "102") == [1]


def test_goods_outside_the_range_are_not_offered_however_popular(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggesting, "_LOOKED_AT", 10)
    replica = publish_catalog(
        tmp_path,
        [make_variant(n, f"Bolt {n}", popularity=float(n), assortment_ids=(1 if n == 3 else 2,)) for n in range(1, 40)],
    )
    scope = SearchQuery(language="nb", assortment_ids=(1,))

    assert offered(replica, "bol", scope) == [3]
    assert replica.suggest("bol", "nb", 8, scope).terms == ("bolt",)


def test_the_cheapest_variant_stands_for_its_product_at_the_buyers_price(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path, [make_variant(n, "Bolt", product_id=1, prices={1: Decimal(10 * n)}) for n in (3, 2, 4)]
    )
    scope = SearchQuery(language="nb", price_list_ids=(1,), own_prices={4: Decimal(5)})

    [hit] = replica.suggest("bol", "nb", 8, scope).products

    assert (hit.variant_id, hit.price, hit.variants) == (4, Decimal(5), 3)


def test_words_are_completed_in_the_readers_language_alone(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, [make_variant(1, texts=in_language("sv", "Skottkärra"))])
    assert replica.suggest("sko", "nb", 8, NOBODY).terms == ()
    assert replica.suggest("sko", "sv", 8, SearchQuery(language="sv")).terms == ("skottkärra",)
