"""How amounts add up: lines, tax groups, documents, and all documents of an order."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truso.kernel.money import minor_units
from truso.modules.invoicing.rules import BilledLine, CreditedLine, bill, credit
from truso.modules.pricing.rules import line_amount, total, total_part
from truso.modules.pricing.values import AmountLine, Totals

D = Decimal
GROUPS = [("S", D(25)), ("S", D(15)), ("Z", D(0))]
CURRENCIES = st.sampled_from(["NOK", "ISK", "KWD"])


def line(key: str, amount: str, rate: str = "25", category: str = "S") -> AmountLine:
    return AmountLine(key, D(amount), category, D(rate))


@pytest.mark.parametrize(
    ("price", "quantity", "price_unit", "currency", "net", "gross"),
    [
        ("100", "3", 1, "NOK", "300.00", "375.00"),
        ("12.35", "250", 100, "NOK", "30.88", "38.60"),  # gross from 15.44 per hundred, as shown
        ("7.5", "3", 10, "SEK", "2.25", "2.81"),
        ("199.9", "7", 1000, "PLN", "1.40", "1.75"),
        ("0.333333", "3", 1, "NOK", "1.00", "1.26"),  # 0.42 is the price shown, three times
        ("10", "0.5", 1, "NOK", "5.00", "6.25"),
        ("99.6", "2", 1, "ISK", "199", "250"),  # no smaller coin than the króna; 125 shown
        ("1.2345", "10", 1, "KWD", "12.345", "15.430"),
        ("0.005", "1", 1, "NOK", "0.01", "0.01"),  # half away from zero
        ("0", "5", 1, "NOK", "0.00", "0.00"),
    ],
)
def test_a_line_is_price_times_quantity_per_price_unit_rounded_once(
    price: str, quantity: str, price_unit: int, currency: str, net: str, gross: str
) -> None:
    def amount(*, prices_include_vat: bool) -> str:
        values = (D(price), D(quantity), price_unit, D(25))
        return str(line_amount(*values, currency=currency, prices_include_vat=prices_include_vat))

    assert (amount(prices_include_vat=False), amount(prices_include_vat=True)) == (net, gross)


def test_tax_is_counted_once_per_category_and_rate_and_not_per_line() -> None:
    lines = [line("a", "0.30"), line("b", "0.30"), line("c", "10.00", "15"), line("d", "5.00", "0", "Z")]
    sums = total(lines, currency="NOK", prices_include_vat=False)
    assert [(one.category, one.rate, one.net, one.tax) for one in sums.groups] == [
        ("S", D(15), D("10.00"), D("1.50")),
        ("S", D(25), D("0.60"), D("0.15")),  # 0.08 twice would be 0.16
        ("Z", D(0), D("5.00"), D("0.00")),
    ]
    assert [one.tax for one in sums.lines] == [D("0.07"), D("0.08"), D("1.50"), D("0.00")]
    assert (sums.net, sums.tax, sums.gross) == (D("15.60"), D("1.65"), D("17.25"))


def test_with_vat_in_the_prices_the_sum_stays_what_was_shown_and_the_tax_is_taken_out_of_it() -> None:
    sums = total([line("a", "199.00"), line("b", "0.99")], currency="NOK", prices_include_vat=True)
    assert (sums.net, sums.tax, sums.gross) == (D("159.99"), D("40.00"), D("199.99"))
    assert [one.gross for one in sums.lines] == [D("199.00"), D("0.99")]


def test_nothing_adds_up_to_nothing() -> None:
    sums = total([], currency="NOK", prices_include_vat=True)
    assert (sums.lines, sums.groups, sums.net, sums.tax, sums.gross) == ((), (), 0, 0, 0)


def agrees(sums: Totals) -> None:
    """Every sum of a document agrees with every other."""
    for one in (*sums.lines, *sums.groups, sums):
        assert one.net + one.tax == one.gross
    assert sums.net == sum(one.net for one in sums.lines) == sum(one.net for one in sums.groups)
    assert sums.tax == sum(one.tax for one in sums.lines) == sum(one.tax for one in sums.groups)


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[AmountLine], str]:
    currency = draw(CURRENCIES)
    places = minor_units(currency)
    amounts = draw(st.lists(st.decimals("0", "99999", places=places), min_size=1, max_size=12))
    groups = [draw(st.sampled_from(GROUPS)) for _ in amounts]
    return [AmountLine(str(n), amount, *groups[n]) for n, amount in enumerate(amounts)], currency


@given(documents(), st.booleans())
def test_lines_groups_and_whole_agree_to_the_smallest_coin(
    document: tuple[list[AmountLine], str], prices_include_vat: bool
) -> None:
    lines, currency = document
    coin = D(1).scaleb(-minor_units(currency))
    sums = total(lines, currency=currency, prices_include_vat=prices_include_vat)
    agrees(sums)
    assert [one.key for one in sums.lines] == [one.key for one in lines]
    assert all(one.tax == one.tax.quantize(coin) for one in sums.lines)
    shown = [one.gross if prices_include_vat else one.net for one in sums.lines]
    assert shown == [one.amount for one in lines]
    for group in sums.groups:
        amount = sum(one.amount for one in lines if (one.category, one.rate) == (group.category, group.rate))
        if prices_include_vat:
            assert group.net == (amount / (1 + group.rate / 100)).quantize(coin, ROUND_HALF_UP)
        else:
            assert group.tax == (amount * group.rate / 100).quantize(coin, ROUND_HALF_UP)


@given(documents())
def test_no_lines_share_of_the_tax_is_off_by_a_coin_or_more(document: tuple[list[AmountLine], str]) -> None:
    lines, currency = document
    coin = D(1).scaleb(-minor_units(currency))
    sums = total(lines, currency=currency, prices_include_vat=False)
    groups = {(group.category, group.rate): group for group in sums.groups}
    for given_line, one in zip(lines, sums.lines, strict=True):
        group = groups[given_line.category, given_line.rate]
        exact = group.tax * one.net / group.net if group.net else D(0)
        assert abs(one.tax - exact) < coin if group.net else one.tax == 0


def test_a_part_takes_the_tax_of_all_so_far_less_the_tax_before() -> None:
    before = {("S", D(25)): (D("0.10"), D("0.03"))}
    sums = total_part([line("a", "0.10")], before, currency="NOK", prices_include_vat=False)
    assert (sums.net, sums.tax, sums.gross) == (D("0.10"), D("0.02"), D("0.12"))
    with_vat = total_part(
        [line("a", "0.13")], {("S", D(25)): (D("0.12"), D("0.02"))}, currency="NOK", prices_include_vat=True
    )
    assert (with_vat.net, with_vat.tax, with_vat.gross) == (D("0.10"), D("0.03"), D("0.13"))


@st.composite
def deliveries(draw: st.DrawFn) -> tuple[list[BilledLine], list[dict[str, Decimal]]]:
    """Lines of an order, and how its documents split them: every unit in exactly one."""
    count = draw(st.integers(1, 4))
    lines, documents = [], [{} for _ in range(draw(st.integers(1, 5)))]
    for number in range(count):
        quantity = draw(st.integers(1, 6))
        category, rate = draw(st.sampled_from(GROUPS))
        price = D(draw(st.integers(1, 3000))) / 100
        lines.append(BilledLine(str(number), D(quantity), price, draw(st.sampled_from([1, 10, 100])), category, rate))
        for _ in range(quantity):
            parts = documents[draw(st.integers(0, len(documents) - 1))]
            parts[str(number)] = parts.get(str(number), D(0)) + 1
    return lines, [parts for parts in documents if parts]


def bill_all(
    lines: list[BilledLine], split: list[dict[str, Decimal]], *, prices_include_vat: bool
) -> tuple[list[Totals], dict[str, BilledLine]]:
    """Bill document after document, each knowing what those before it carried."""
    known = {one.key: one for one in lines}
    bills = []
    for parts in split:
        sums = bill(list(known.values()), parts, currency="NOK", prices_include_vat=prices_include_vat)
        for one in sums.lines:
            before = known[one.key]
            amount = one.gross if prices_include_vat else one.net
            known[one.key] = BilledLine(
                before.key, before.quantity, before.unit_price, before.price_unit, before.category, before.rate,
                before.billed_quantity + parts[one.key], before.billed_amount + amount, before.billed_tax + one.tax,
            )  # fmt: skip
        bills.append(sums)
    return bills, known


def order_of(lines: list[BilledLine], *, prices_include_vat: bool) -> Totals:
    """The order the lines were placed as."""
    amounts = [
        AmountLine(
            one.key,
            line_amount(
                one.unit_price,
                one.quantity,
                one.price_unit,
                one.rate,
                currency="NOK",
                prices_include_vat=prices_include_vat,
            ),
            one.category,
            one.rate,
        )
        for one in lines
    ]
    return total(amounts, currency="NOK", prices_include_vat=prices_include_vat)


@settings(max_examples=300)
@given(deliveries(), st.booleans())
def test_the_documents_of_an_order_add_up_to_the_order_whatever_the_split(
    order: tuple[list[BilledLine], list[dict[str, Decimal]]], prices_include_vat: bool
) -> None:
    lines, split = order
    bills, _ = bill_all(lines, split, prices_include_vat=prices_include_vat)
    whole = order_of(lines, prices_include_vat=prices_include_vat)
    for sums in bills:
        agrees(sums)
    assert sum(one.net for one in bills) == whole.net
    assert sum(one.tax for one in bills) == whole.tax
    assert sum(one.gross for one in bills) == whole.gross


def test_what_rounding_left_of_a_rate_is_taken_by_its_next_document_though_other_rates_are_still_to_come() -> None:
    lines = [
        BilledLine("a", D(2), D("0.10"), 1, "S", D(25)),
        BilledLine("b", D(1), D("10"), 1, "S", D(15)),
    ]
    bills, _ = bill_all(lines, [{"a": D(1)}, {"a": D(1)}, {"b": D(1)}], prices_include_vat=False)
    assert [one.tax for one in bills] == [D("0.03"), D("0.02"), D("1.50")]


def test_what_was_cancelled_is_not_waited_for() -> None:
    """Three ordered, one cancelled: quantity is what is left to bill."""
    lines = [BilledLine("a", D(2), D("0.10"), 1, "S", D(25))]
    bills, _ = bill_all(lines, [{"a": D(1)}, {"a": D(1)}], prices_include_vat=False)
    assert [(one.net, one.tax) for one in bills] == [(D("0.10"), D("0.03")), (D("0.10"), D("0.02"))]


CENT, TWO_CENTS = D("0.01"), D("0.02")


def off_by(sums: Totals, *, prices_include_vat: bool) -> Decimal:
    """How far a document's tax is from the rounded tax of its own amounts, at most (BR-CO-17 is about this)."""
    return max(
        abs(group.tax - (group.net * group.rate / 100).quantize(CENT, ROUND_HALF_UP))
        if not prices_include_vat
        else abs(group.tax - ((group.net + group.tax) * group.rate / (100 + group.rate)).quantize(CENT, ROUND_HALF_UP))
        for group in sums.groups
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from([1, 10, 100]), st.booleans())
def test_of_very_many_tiny_documents_each_has_its_own_tax_and_amount(
    count: int, cents: int, price_unit: int, prices_include_vat: bool
) -> None:
    lines = [BilledLine("a", D(count), D(cents) / 100, price_unit, "S", D(25))]
    bills, _ = bill_all(lines, [{"a": D(1)}] * count, prices_include_vat=prices_include_vat)
    whole = order_of(lines, prices_include_vat=prices_include_vat)
    assert (sum(one.net for one in bills), sum(one.tax for one in bills)) == (whole.net, whole.tax)
    one_piece = line_amount(
        D(cents) / 100, D(1), price_unit, D(25), currency="NOK", prices_include_vat=prices_include_vat
    )
    for sums in bills:
        assert off_by(sums, prices_include_vat=prices_include_vat) <= CENT
        assert abs((sums.gross if prices_include_vat else sums.net) - one_piece) <= CENT
        assert min(sums.net, sums.tax) >= 0


@settings(max_examples=200, deadline=None)
@given(deliveries(), st.booleans())
def test_the_credit_notes_of_an_invoice_come_to_the_invoice_whatever_the_split(
    order: tuple[list[BilledLine], list[dict[str, Decimal]]], prices_include_vat: bool
) -> None:
    lines, split = order
    parts = {one.key: one.quantity for one in lines}
    invoice = bill(lines, parts, currency="NOK", prices_include_vat=prices_include_vat)
    by_key = {one.key: one for one in invoice.lines}
    known = {
        one.key: CreditedLine(
            one.key, one.quantity, by_key[one.key].gross if prices_include_vat else by_key[one.key].net,
            by_key[one.key].tax, one.category, one.rate,
        )
        for one in lines
    }  # fmt: skip
    notes = []
    for part in split:
        note = credit(list(known.values()), part, currency="NOK", prices_include_vat=prices_include_vat)
        for one in note.lines:
            was = known[one.key]
            known[one.key] = replace(
                was,
                credited_quantity=was.credited_quantity + part[one.key],
                credited_amount=was.credited_amount + (one.gross if prices_include_vat else one.net),
                credited_tax=was.credited_tax + one.tax,
            )
        agrees(note)
        assert off_by(note, prices_include_vat=prices_include_vat) <= TWO_CENTS
        notes.append(note)
    assert (sum(one.net for one in notes), sum(one.tax for one in notes)) == (invoice.net, invoice.tax)
    assert all(one.left == 0 for one in known.values())


def test_lines_without_a_part_are_not_on_the_document() -> None:
    lines = [BilledLine("a", D(2), D("5"), 1, "S", D(25)), BilledLine("b", D(2), D("7"), 1, "S", D(25))]
    sums = bill(lines, {"b": D(1), "a": D(0)}, currency="NOK", prices_include_vat=False)
    assert [(one.key, one.net) for one in sums.lines] == [("b", D("7.00"))]
