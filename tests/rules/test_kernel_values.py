"""Money, quantities, periods, identifiers and texts: the values everything else is made of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.kernel.buyer import Buyer, BuyerMarket
from truso.kernel.identifiers import (
    fold,
    gtin_check_digit,
    is_valid_gtin,
    luhn_digit,
    normalize_code,
    payment_reference,
    slugify,
    without_leading_zeros,
)
from truso.kernel.money import Money, distribute, parse_amount, round_amount
from truso.kernel.period import Period
from truso.kernel.quantity import format_quantity, is_multiple, parse_quantity, round_up_to
from truso.kernel.refusals import Refused
from truso.kernel.texts import in_language

D = Decimal
NB, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1234.5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1 234,50", "1234.50"),
        (f"1{NB}234,50", "1234.50"),
        (f"1{NARROW}234,50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234.567,89", "1234567.89"),
        ("1'234.50", "1234.50"),
        (" 7 ", "7"),
        ("-12,5", "-12.5"),
        ("+3", "3"),
        (",5", "0.5"),
        ("999999999999", "999999999999"),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: str) -> None:
    assert parse_amount(typed) == D(amount)


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "abc", "12kr", "NaN", "Infinity", "-inf", "1e5", "--1", "1-2", "-", ".", ",", "1.2.3", "²", "½",
        "1000000000000", "1" * 25, "0x10", "1_000", "1;2", "\x001",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_none(typed: str) -> None:
    assert parse_amount(typed) is None


@given(st.text())
def test_any_text_is_an_amount_within_bounds_or_none(typed: str) -> None:
    amount = parse_amount(typed)
    assert amount is None or (amount.is_finite() and abs(amount) <= 999_999_999_999)


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("0.005", "NOK", "0.01"),
        ("-0.005", "NOK", "-0.01"),
        ("2.675", "EUR", "2.68"),
        ("0.5", "ISK", "1"),
        ("0.0005", "KWD", "0.001"),
        ("0.0049", "PLN", "0.00"),
    ],
)
def test_amounts_are_rounded_to_the_smallest_coin_half_away_from_zero(amount: str, currency: str, rounded: str) -> None:
    assert str(round_amount(D(amount), currency)) == rounded


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        ("0.10", ["1", "1", "1"], ["0.04", "0.03", "0.03"]),
        ("-0.10", ["1", "1", "1"], ["-0.04", "-0.03", "-0.03"]),
        ("0.05", ["1", "1"], ["0.02", "0.03"]),
        ("10.00", ["0", "1"], ["0.00", "10.00"]),
        ("0.03", ["0", "0"], ["0.01", "0.02"]),  # nothing to weigh by: alike
        ("5.00", [], []),
    ],
)
def test_a_total_is_split_so_that_no_coin_is_lost(total: str, weights: list[str], parts: list[str]) -> None:
    assert [str(one) for one in distribute(D(total), [D(one) for one in weights], "NOK")] == parts


@given(
    st.sampled_from([("ISK", 0), ("NOK", 2), ("KWD", 3)]),
    st.integers(-(10**7), 10**7),
    st.lists(st.decimals("0", "100000", places=3), min_size=1, max_size=30),
)
def test_parts_add_up_and_none_is_a_coin_off_its_share(
    currency: tuple[str, int], coins: int, weights: list[Decimal]
) -> None:
    coin = D(1).scaleb(-currency[1])
    total = coins * coin
    parts = distribute(total, weights, currency[0])
    assert sum(parts) == total
    whole = sum(weights)
    for weight, part in zip(weights, parts, strict=True):
        assert part == part.quantize(coin)
        assert abs(part - (total * weight / whole if whole else total / len(weights))) < coin


def test_money_adds_up_in_one_currency_only() -> None:
    assert Money(D("1.50"), "NOK") - Money(D(2), "NOK") == -Money(D("0.50"), "NOK")
    with pytest.raises(ValueError, match="NOK and SEK"):
        Money(D(1), "NOK") + Money(D(1), "SEK")


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("10", "10"), ("2,5", "2.5"), ("1 000", "1000"), ("0,125", "0.125"), ("10,000", "10"), ("0", "0"),
        ("0,1255", None), ("x", None), ("", None), ("1e3", None),
    ],
)  # fmt: skip
def test_a_quantity_has_three_decimals_at_most(typed: str, quantity: str | None) -> None:
    found = parse_quantity(typed)
    assert (found is None) if quantity is None else (str(found) == quantity)


@pytest.mark.parametrize(
    ("wish", "minimum", "multiple", "nearest"),
    [
        ("1", "1", "1", "1"),
        ("7", "1", "10", "10"),
        ("10", "1", "10", "10"),
        ("10.001", "1", "10", "20"),
        ("3", "25", "10", "30"),
        ("0.3", "0.5", "0.25", "0.50"),
        ("3.7", "1", "0", "3.7"),
    ],
)
def test_the_nearest_quantity_covers_the_wish_in_whole_packs(
    wish: str, minimum: str, multiple: str, nearest: str
) -> None:
    found = round_up_to(D(wish), minimum=D(minimum), multiple=D(multiple))
    assert found == D(nearest)
    assert is_multiple(found, D(multiple))


@pytest.mark.parametrize(
    ("quantity", "written"), [("100.000", "100"), ("2.500", "2.5"), ("0", "0"), ("1E+3", "1000"), ("0.001", "0.001")]
)
def test_a_quantity_is_written_without_zeros_it_does_not_need(quantity: str, written: str) -> None:
    assert format_quantity(D(quantity)) == written


MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("period", "day", "inside"),
    [
        (MARCH, date(2026, 2, 28), False),
        (MARCH, date(2026, 3, 1), True),
        (MARCH, date(2026, 3, 31), True),
        (MARCH, date(2026, 4, 1), False),
        (Period(None, date(2026, 4, 1)), date(1990, 1, 1), True),
        (Period(date(2026, 3, 1)), date(2999, 1, 1), True),
        (Period(), date(2026, 3, 1), True),
    ],
)
def test_a_period_holds_its_first_day_and_not_its_last(period: Period, day: date, inside: bool) -> None:
    assert period.contains(day) is inside


def test_a_period_ends_after_it_starts() -> None:
    for end in (date(2026, 3, 1), date(2026, 2, 1)):
        with pytest.raises(ValueError, match="ends after"):
            Period(date(2026, 3, 1), end)


DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 20))
PERIODS = (
    st.tuples(DAYS, DAYS)
    .filter(lambda ends: not (ends[0] and ends[1] and ends[0] >= ends[1]))
    .map(lambda ends: Period(*ends))
)


@given(PERIODS, PERIODS)
def test_periods_overlap_when_they_share_a_day(one: Period, other: Period) -> None:
    days = [date(2025, 12, 25) + timedelta(days=number) for number in range(60)]
    shared = any(one.contains(day) and other.contains(day) for day in days)
    assert one.overlaps(other) is other.overlaps(one) is shared


# Published examples: GS1 General Specifications 7.9 (6291041500213), barcodes seen on goods for the rest.
@pytest.mark.parametrize("code", ["6291041500213", "73513537", "036000291452", "10614141000415", "4006381333931"])
def test_a_gtin_has_its_length_and_check_digit(code: str) -> None:
    assert is_valid_gtin(code)
    assert gtin_check_digit(code[:-1]) == code[-1]
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert not is_valid_gtin(wrong)


@pytest.mark.parametrize("code", ["", "123", "629104150021", "629104150021X", "٦٢٩١٠٤١٥٠٠٢١٣", "62910415002130000"])
def test_what_is_no_gtin_is_told_apart(code: str) -> None:
    assert not is_valid_gtin(code)


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 12), st.integers(1, 9))
def test_no_single_wrong_digit_gets_past_a_gtins_check_digit(body: str, place: int, by: int) -> None:
    code = body + gtin_check_digit(body)
    changed = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]
    assert is_valid_gtin(code)
    assert not is_valid_gtin(changed)


# Source: ISO/IEC 7812-1 annex B (the first); the others counted by hand.
@pytest.mark.parametrize(("body", "digit"), [("7992739871", "3"), ("1234567", "4"), ("0", "0"), ("9", "1")])
def test_the_check_digit_is_modulus_ten(body: str, digit: str) -> None:
    assert luhn_digit(body) == digit
    assert payment_reference(body) == body + digit


@given(st.text("0123456789", min_size=1, max_size=24), st.data())
def test_no_single_wrong_digit_gets_past_a_payment_reference(body: str, data: st.DataObject) -> None:
    reference = payment_reference(body)
    place, by = data.draw(st.integers(0, len(body) - 1)), data.draw(st.integers(1, 9))
    changed = reference[:place] + str((int(reference[place]) + by) % 10) + reference[place + 1 :]
    assert payment_reference(changed[:-1]) != changed


@pytest.mark.parametrize("body", ["", "12a", "1" * 25, "1 2", "１２"])
def test_a_payment_reference_is_made_of_digits(body: str) -> None:
    with pytest.raises(ValueError, match="1 to 24 digits"):
        payment_reference(body)


@pytest.mark.parametrize(
    ("written", "compared"), [("ab-12/3", "AB123"), ("A B.1_2", "AB12"), (f"a{NB}1", "A1"), ("001", "001"), ("-", "")]
)
def test_article_numbers_are_compared_without_what_people_put_between(written: str, compared: str) -> None:
    assert normalize_code(written) == compared


def test_leading_zeros_go_but_never_all_there_is() -> None:
    assert [without_leading_zeros(code) for code in ("00120", "A01", "000")] == ["120", "A01", "000"]


def test_words_are_folded_for_addresses() -> None:
    assert fold("Skrue-Sæt Łódź ÅØ") == "skrue-saet lodz ao"
    assert slugify("  Bøyle & Łańcuch, 12″ ") == "boyle-lancuch-12"
    assert slugify("æ" * 200) == "ae" * 60


@pytest.mark.parametrize(
    ("texts", "language", "shown"),
    [
        ({"nb": "skrue", "sv": "skruv", "en": "screw"}, "nb", "skrue"),
        ({"sv": "skruv", "en": "screw"}, "nb", "skruv"),
        ({"nb": "skrue", "en": "screw"}, "pl", "screw"),
        ({"pl": "śruba"}, "en", "śruba"),
        ({"nb": "", "en": "screw"}, "nb", "screw"),
        ({"de": "Schraube"}, "nb", ""),
        ({}, "nb", ""),
        (None, "nb", ""),
    ],
)
def test_a_missing_text_is_shown_in_the_nearest_language(
    texts: dict[str, str] | None, language: str, shown: str
) -> None:
    assert in_language(texts, language) == shown


def test_a_buyers_day_is_the_markets() -> None:
    market = BuyerMarket(1, "no", "NO", "NOK", "Europe/Oslo", ("nb",), True)
    late = Buyer(market, "nb", datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    assert late.today == date(2026, 3, 2)
    assert late.at(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)).today == date(2026, 7, 2)


def test_another_moment_or_language_remembers_nothing_looked_up() -> None:
    market = BuyerMarket(1, "no", "NO", "NOK", "Europe/Oslo", ("nb",), True)
    buyer = Buyer(market, "nb", datetime(2026, 3, 1, tzinfo=UTC), memo={"price_terms": "old"})
    assert (buyer.at(buyer.now).memo, buyer.reading("en").memo) == ({}, {})


def test_a_refusal_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        Refused()
