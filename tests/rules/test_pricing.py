"""Which price a line gets, and how that is explained."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.kernel.value import replace
from truso.modules.pricing.rules import choose_price, gross_unit_price, rank_of
from truso.modules.pricing.values import CampaignRow, Decision, DerivedRow, DiscountRow, SourceRow, Sources

ENDS = datetime(2026, 4, 1, tzinfo=UTC)
ONE = Decimal(1)


def row(source: str, amount: str, *, step: str = "1", name: str = "", distance: int = 0, list_id: int = 0) -> SourceRow:
    rank = rank_of(source, distance=distance)
    return SourceRow(list_id or rank, rank, source, name or source, Decimal(amount), Decimal(step))


def campaign(percent: str, name: str = "sale") -> CampaignRow:
    return CampaignRow(name, Decimal(percent), ENDS)


def sources(*rows: SourceRow, discount: str = "", percent: str = "", best: bool = False) -> Sources:
    return Sources(
        rows,
        (DiscountRow("rebate", Decimal(discount)),) if discount else (),
        (campaign(percent),) if percent else (),
        best,
    )


def decide(found: Sources, quantity: str = "1") -> Decision:
    decision = choose_price(found, Decimal(quantity))
    assert decision is not None
    return decision


def told(decision: Decision) -> list[tuple[str, str, str]]:
    return [(offer.source, str(offer.amount), offer.outcome) for offer in decision.offers]


CONTRACT, CUSTOMER, SEGMENT, LIST = (
    row("contract", "90"),
    row("customer", "80"),
    row("segment", "70"),
    row("list", "100"),
)


@pytest.mark.parametrize(
    ("rows", "discount", "won", "amount"),
    [
        ((LIST,), "", "list", "100"),
        ((LIST,), "25", "discount", "75"),
        ((LIST, SEGMENT), "40", "segment", "70"),
        ((LIST, SEGMENT, CUSTOMER), "40", "customer", "80"),
        ((LIST, SEGMENT, CUSTOMER, CONTRACT), "25", "contract", "90"),
        ((row("contract", "120"), LIST), "", "contract", "120"),  # also where another is lower
        ((CONTRACT,), "25", "contract", "90"),  # a discount is off a list price: without one there is none
    ],
)
def test_the_first_source_that_has_an_offer_decides(
    rows: tuple[SourceRow, ...], discount: str, won: str, amount: str
) -> None:
    decision = decide(sources(*rows, discount=discount))
    assert [offer.source for offer in decision.offers if offer.outcome == "won"] == [won]
    assert decision.unit_price == Decimal(amount)


@pytest.mark.parametrize(
    ("rows", "discount", "won", "amount"),
    [
        ((LIST, SEGMENT, CUSTOMER, CONTRACT), "25", "segment", "70"),
        ((LIST, SEGMENT, CUSTOMER, CONTRACT), "40", "discount", "60.000000"),
        ((row("contract", "120"), LIST), "", "list", "100"),
        ((row("contract", "100"), LIST), "", "contract", "100"),  # of equal prices the one agreed nearest
    ],
)
def test_where_the_best_price_wins_the_lowest_does_whatever_its_rank(
    rows: tuple[SourceRow, ...], discount: str, won: str, amount: str
) -> None:
    decision = decide(sources(*rows, discount=discount, best=True))
    assert [offer.source for offer in decision.offers if offer.outcome == "won"] == [won]
    assert str(decision.unit_price) == amount


def test_the_explanation_tells_what_every_source_had_to_offer_and_why_it_lost() -> None:
    rows = (LIST, SEGMENT, CUSTOMER, CONTRACT)
    assert told(decide(sources(*rows, discount="25", percent="5"))) == [
        ("contract", "90", "won"),
        ("customer", "80", "lost_to_rank"),
        ("segment", "70", "lost_to_rank"),
        ("discount", "75.000000", "lost_to_rank"),
        ("list", "100", "lost_to_rank"),
        ("campaign", "95.000000", "lost_to_price"),
    ]
    assert told(decide(sources(*rows, best=True))) == [
        ("contract", "90", "lost_to_price"),
        ("customer", "80", "lost_to_price"),
        ("segment", "70", "won"),
        ("list", "100", "lost_to_price"),
    ]


@pytest.mark.parametrize(
    ("quantity", "amount"),
    [("1", "100"), ("9.999", "100"), ("10", "90"), ("99", "90"), ("100", "95"), ("1000", "95")],
)
def test_the_highest_step_reached_counts_even_when_it_costs_more(quantity: str, amount: str) -> None:
    steps = sources(row("list", "90", step="10"), row("list", "100"), row("list", "95", step="100"))
    assert decide(steps, quantity).unit_price == Decimal(amount)


def test_a_source_whose_step_is_not_reached_has_no_offer() -> None:
    found = sources(row("contract", "50", step="10"), LIST)
    assert told(decide(found, "9")) == [("list", "100", "won")]
    assert choose_price(sources(row("contract", "50", step="10")), Decimal(9)) is None


def test_of_several_lists_of_one_rank_the_lowest_price_counts_though_they_bear_one_name() -> None:
    spring = [row("segment", "80", list_id=1, name="Deal"), row("segment", "75", list_id=1, name="Deal", step="10")]
    autumn = row("segment", "60", list_id=2, name="Deal")
    assert decide(sources(*spring, autumn, LIST), "10").unit_price == 60
    assert decide(sources(autumn, *spring, LIST), "10").unit_price == 60


@pytest.mark.parametrize("source", ["contract", "customer"])
@pytest.mark.parametrize(("best", "amount"), [(False, "85"), (True, "70")])
def test_a_companys_own_list_comes_before_its_parents_unless_the_best_price_wins(
    source: str, best: bool, amount: str
) -> None:
    own, parents = row(source, "85", name="own"), row(source, "70", name="parent's", distance=1)
    assert decide(sources(parents, own, LIST, best=best)).unit_price == Decimal(amount)


def test_a_discount_is_off_the_list_price_reached_and_the_highest_one_counts() -> None:
    steps = (row("list", "100"), row("list", "60", step="10"))
    found = Sources(steps, (DiscountRow("a", Decimal(10)), DiscountRow("b", Decimal("12.5"))))
    assert decide(found, "1").unit_price == Decimal("87.5")
    assert decide(found, "10").unit_price == Decimal("52.5")
    assert [offer.name for offer in decide(found).offers if offer.outcome == "won"] == ["b"]


def test_a_price_after_a_percentage_has_six_decimals_half_up() -> None:
    assert decide(sources(row("list", "0.333333"), discount="50")).unit_price == Decimal("0.166667")


@pytest.mark.parametrize(
    ("rows", "percent", "amount", "outcomes"),
    [
        ((LIST,), "20", "80", {"list": "base", "campaign": "won"}),
        ((LIST, row("customer", "85")), "20", "80", {"customer": "base", "list": "lost_to_rank", "campaign": "won"}),
        (
            (LIST, row("customer", "80")),
            "20",
            "80",
            {"customer": "won", "list": "lost_to_rank", "campaign": "lost_to_price"},
        ),
        (
            (LIST, row("customer", "70")),
            "20",
            "70",
            {"customer": "won", "list": "lost_to_rank", "campaign": "lost_to_price"},
        ),
        ((CONTRACT,), "20", "90", {"contract": "won"}),  # nothing to take it off
    ],
)
def test_a_campaign_is_off_the_list_price_and_decides_only_when_lower(
    rows: tuple[SourceRow, ...], percent: str, amount: str, outcomes: dict[str, str]
) -> None:
    decision = decide(sources(*rows, percent=percent))
    assert decision.unit_price == Decimal(amount)
    assert {offer.source: offer.outcome for offer in decision.offers} == outcomes
    assert (decision.campaign is not None) == (outcomes.get("campaign") == "won")


def test_of_several_campaigns_the_one_that_takes_most_off_counts_and_none_is_added() -> None:
    found = Sources((LIST,), (), (campaign("10", "small"), campaign("30", "big"), campaign("20", "middle")))
    decision = decide(found)
    assert (decision.unit_price, decision.campaign) == (70, campaign("30", "big"))


def test_nobody_has_a_price_for_what_is_on_no_list() -> None:
    assert choose_price(Sources(), ONE) is None
    assert choose_price(sources(discount="10", percent="10"), ONE) is None


AMOUNTS = st.decimals("0", "100000", places=6)
PERCENTS = st.decimals("0.01", "100", places=2)
ROWS = st.builds(
    lambda source, second, amount, step: SourceRow(
        rank_of(source) + second, rank_of(source), source, "name", amount, step
    ),
    st.sampled_from(["contract", "customer", "segment", "list"]),
    st.integers(0, 1),
    AMOUNTS,
    st.sampled_from([Decimal(1), Decimal(10), Decimal(100)]),
)
# One price in force of a list, a step and a first day, as the database holds them.
ONCE = st.lists(ROWS, max_size=8, unique_by=lambda row: (row.list_id, row.minimum_quantity)).map(tuple)
DISCOUNTS = st.one_of(
    st.builds(DiscountRow, st.sampled_from(["x", "y"]), PERCENTS, st.just(Decimal(0)), st.booleans()),
    st.builds(DiscountRow, st.sampled_from(["x", "y"]), st.just(Decimal(0)), AMOUNTS, st.booleans()),
)
MADE = st.builds(
    lambda source, second, basis, percent: DerivedRow(
        rank_of(source) + second, rank_of(source), source, "made", "cost" if source == "list" else basis, percent
    ),
    st.sampled_from(["contract", "customer", "segment", "list"]),
    st.integers(0, 1),
    st.sampled_from(["list", "cost"]),
    PERCENTS,
)
SOURCES = st.builds(
    lambda rows, discounts, campaigns, best, made, cost: Sources(
        rows, discounts, campaigns, best, derived=made, cost=cost
    ),
    ONCE,
    st.lists(DISCOUNTS, max_size=3).map(tuple),
    st.lists(st.builds(CampaignRow, st.sampled_from(["s", "t"]), PERCENTS, st.just(ENDS)), max_size=2).map(tuple),
    st.booleans(),
    st.lists(MADE, max_size=3, unique_by=lambda one: one.list_id).map(tuple),
    st.none() | AMOUNTS,
)
QUANTITIES = st.sampled_from([Decimal(1), Decimal(50), Decimal(500)])


@given(SOURCES, QUANTITIES, st.randoms())
def test_the_order_in_which_sources_are_read_never_matters(found: Sources, quantity: Decimal, rnd: Random) -> None:
    def shuffled(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(rnd.sample(rows, len(rows)))

    again = Sources(
        shuffled(found.rows), shuffled(found.discounts), shuffled(found.campaigns), found.best_price_wins,
        derived=shuffled(found.derived), cost=found.cost,
    )  # fmt: skip
    assert choose_price(again, quantity) == choose_price(found, quantity)


@given(SOURCES, QUANTITIES)
def test_where_the_contract_wins_nothing_but_a_campaign_is_below_the_first_source(
    found: Sources, quantity: Decimal
) -> None:
    decision = choose_price(found, quantity)
    if decision is None or found.best_price_wins:
        return
    first = decision.offers[0]
    assert decision.unit_price == first.amount or (decision.campaign is not None and decision.unit_price < first.amount)


@given(SOURCES, QUANTITIES)
def test_the_explanation_replays_to_the_price(found: Sources, quantity: Decimal) -> None:
    decision = choose_price(found, quantity)
    if decision is None:
        return
    offers = [offer for offer in decision.offers if offer.source != "campaign"]
    plain = min(offer.amount for offer in offers) if found.best_price_wins else offers[0].amount
    campaign = [offer.amount for offer in decision.offers if offer.source == "campaign"]
    assert min([plain, *campaign]) == decision.unit_price


@given(SOURCES, QUANTITIES)
def test_exactly_one_offer_wins_at_the_price_paid_and_every_source_that_reached_is_named(
    found: Sources, quantity: Decimal
) -> None:
    decision = choose_price(found, quantity)
    reached = {one.source for one in found.rows if one.minimum_quantity <= quantity}
    if found.cost is not None:
        reached |= {one.source for one in found.derived if one.basis == "cost"}
    if "list" in reached:
        reached |= {one.source for one in found.derived if one.basis == "list"}
    if decision is None:
        assert not reached
        return
    named = [offer.source for offer in decision.offers]
    assert reached | ({"discount"} if found.discounts and "list" in reached else set()) == set(named) - {"campaign"}
    assert ("campaign" in named) == bool(found.campaigns and "list" in reached)
    won = [offer for offer in decision.offers if offer.outcome == "won"]
    base = [offer for offer in decision.offers if offer.outcome == "base"]
    assert [offer.amount for offer in won] == [decision.unit_price]
    assert len(base) == (won[0].source == "campaign")
    assert all(offer.outcome for offer in decision.offers)


@given(SOURCES, QUANTITIES)
def test_the_best_price_is_never_above_any_offer_and_a_campaign_never_raises_a_price(
    found: Sources, quantity: Decimal
) -> None:
    decision = choose_price(found, quantity)
    if decision is None:
        return
    plain = choose_price(replace(found, campaigns=()), quantity)
    assert plain is not None and decision.unit_price <= plain.unit_price
    if found.best_price_wins:
        assert decision.unit_price == min(offer.amount for offer in decision.offers)


@pytest.mark.parametrize(
    ("price", "rate", "currency", "shown"),
    [
        ("159.20", "25", "NOK", "199.00"),
        ("10", "15", "NOK", "11.50"),
        ("0.333333", "25", "SEK", "0.42"),
        ("0.02", "25", "PLN", "0.03"),  # 0.025: half away from zero
        ("99.6", "25", "ISK", "125"),  # 124.5
        ("1.2345", "10", "KWD", "1.358"),
        ("100", "0", "NOK", "100.00"),
    ],
)
def test_the_price_with_vat_is_rounded_as_it_is_shown(price: str, rate: str, currency: str, shown: str) -> None:
    assert str(gross_unit_price(Decimal(price), Decimal(rate), currency)) == shown
