"""Whatever is typed or put in an address gets an ordinary answer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from truso.modules.search.engine import Replica, SearchQuery

from .catalog import make_variant, publish_catalog

HOSTILE = [
    "+", "-", "!!!", "...", "---", "\"", "'", "(", ")", "((((", "[a TO b]", "{* TO *}", "name_nb:skrue", "*:*", "*",
    "?",
    "skrue AND", "AND OR NOT", "skrue~2", "skrue^5", "\\", "\\\\", "/.*/", ".*", "(a+)+$", "^$", "=skrue", "~skru",
    "@a|b",
    "\x00", "skrue\x00", "\x01\x02\x1f", "\u202eeurks", "\u200b", "\ufeff", "\ud800", "\U0010ffff",
    "'; drop table x;--",
    "<script>alert(1)</script>", "%", "%s%n", "${x}", "{{7*7}}", "🙂", "٣٤", "漢字", "x" * 10_000, "1" * 10_000,
    "skrue " * 2_000, "1x" * 5_000, "1,1" * 3_000, "a-" * 5_000, "- " * 5_000, "İstanbul", "ﬁlter", "½ ²", "1/2/3",
    "x", "0",
    "0000", "00", "1e999", "NaN", "\n\t", "ſ", "ǆ", "a\u0301" * 500,
]  # fmt: skip


@pytest.fixture(scope="module")
def replica(tmp_path_factory: pytest.TempPathFactory) -> Replica:
    return publish_catalog(
        tmp_path_factory.mktemp("hostile"),
        [
            make_variant(n, f"Skrue nummer {n}", body="blank", category_ids=(1,), prices={1: Decimal(n)})
            for n in range(1, 5)
        ],
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("language", ["nb", "xx", ""])
def test_any_text_gets_an_answer(replica: Replica, text: str, language: str) -> None:
    page = replica.search(SearchQuery(language=language, text=text, sort="name", collapse=True, facets=("x",)))
    assert 0 <= page.total <= 4
    assert len(page.hits) == page.total
    assert len(replica.suggest(text, language, 5, SearchQuery(language="nb")).products) <= 4


@pytest.mark.parametrize("text", ["!!!", "---", "\x01\x02", "🙂", "%&/()=?"])
def test_punctuation_alone_finds_nothing(replica: Replica, text: str) -> None:
    assert replica.search(SearchQuery(language="nb", text=text)).total == 0


@pytest.mark.parametrize(
    "text", ["(skrue)", "+skrue", "skrue*", '"skrue"', "skrue:", "skrue\x00", "name:skrue", "skrue?"]
)
def test_query_syntax_is_only_punctuation(replica: Replica, text: str) -> None:
    assert replica.search(SearchQuery(language="nb", text=text)).total == 4


def test_a_text_in_the_index_may_hold_anything(tmp_path_factory: pytest.TempPathFactory) -> None:
    variants = [
        make_variant(n, text[:3000], body=text, sku=text[:90]) for n, text in enumerate(HOSTILE) if text != "\ud800"
    ]
    replica = publish_catalog(tmp_path_factory.mktemp("odd"), variants)
    assert replica.search(SearchQuery(language="nb", sort="name")).total == len(variants)
    assert replica.search(SearchQuery(language="nb", text="istanbul")).total == 1


ODD_QUERIES = [
    ({"category_id": 999}, 0), ({"category_id": -1}, 0), ({"category_id": 10**30}, 0), ({"brand_ids": (10**30,)}, 0),
    ({"choices": {"nothing": ("x",)}}, 0), ({"choices": {"": ("",)}}, 0), ({"choices": {"a": ()}}, 4),
    ({"ranges": {"nothing": (Decimal(1), None)}}, 0), ({"ranges": {"nothing": (None, None)}}, 4),
    ({"price_range": (Decimal(9), Decimal(1))}, 0), ({"price_range": (Decimal("NaN"), None)}, 4),
    ({"price_range": (Decimal("-Infinity"), Decimal("Infinity"))}, 4), ({"price_range": (None, Decimal("1e400"))}, 4),
    ({"offset": 10**30}, 4), ({"offset": -5}, 4), ({"limit": 0}, 4), ({"limit": -1}, 4), ({"limit": 10**30}, 4),
    ({"sort": "x"}, 4), ({"sort": "attribute:"}, 4), ({"sort": "-attribute:none"}, 4),
    ({"sort": "-"}, 4), ({"sort": ""}, 4),
    ({"facets": ("none", "none", "")}, 4), ({"assortment_ids": (-1, 10**30)}, 0),
    ({"excluded_variant_ids": (99, 1)}, 3),
    ({"excluded_variant_ids": (10**30, -1)}, 4), ({"own_prices": {10**30: Decimal(1)}}, 4),
    ({"own_numbers": {"": 1}}, 4), ({"price_places": 99}, 4), ({"price_places": -1}, 4),
    ({"price_list_ids": (99, 1, 1)}, 4), ({"text": "  "}, 4), ({"text": "skrue", "category_id": 7}, 0),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "total"), ODD_QUERIES)
def test_an_odd_question_gets_an_answer(replica: Replica, changes: dict[str, object], total: int) -> None:
    query = SearchQuery(**({"language": "nb", "price_list_ids": (1,)} | changes))  # type: ignore[arg-type]
    assert replica.search(query).total == total


def test_a_page_beyond_the_end_is_empty_and_still_counts(replica: Replica) -> None:
    page = replica.search(SearchQuery(language="nb", offset=400))
    assert (page.total, page.hits, page.brands[0].count) == (4, (), 4)
