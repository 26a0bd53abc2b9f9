"""Amounts, numbers and dates as each language writes them."""

from datetime import date
from decimal import Decimal

import pytest

from truso.storefront.formats import format_day, format_file_size, format_money, format_number

NB = "\u00a0"


@pytest.mark.parametrize(
    ("language", "currency", "written"),
    [
        ("nb", "NOK", f"12{NB}345,60{NB}kr"),
        ("sv", "SEK", f"12{NB}345,60{NB}kr"),
        ("pl", "PLN", f"12{NB}345,60{NB}zł"),
        ("en", "NOK", f"NOK{NB}12,345.60"),
        ("nb", "PLN", f"12{NB}345,60{NB}PLN"),
        ("sv", "NOK", f"12{NB}345,60{NB}NOK"),
    ],
)
def test_an_amount_is_written_in_the_readers_way_and_names_a_foreign_currency(language, currency, written):
    assert format_money(Decimal("12345.6"), currency, language) == written


def test_the_price_of_a_small_part_keeps_up_to_four_decimals():
    assert format_money(Decimal("0.0834"), "NOK", "nb") == f"0,0834{NB}kr"
    assert format_money(Decimal("0.08341234"), "NOK", "nb") == f"0,0834{NB}kr"


def test_an_amount_of_nine_figures_and_a_negative_one():
    assert format_money(Decimal("-123456789"), "NOK", "nb") == f"−123{NB}456{NB}789,00{NB}kr"


def test_polish_groups_from_five_digits_on():
    assert format_number(Decimal(1234), "pl") == "1234"
    assert format_number(Decimal(12345), "pl") == f"12{NB}345"


def test_a_number_without_asked_decimals_has_no_trailing_zeros():
    assert format_number(Decimal("2.500"), "nb") == "2,5"
    assert format_number(Decimal("100.000"), "nb") == "100"


def test_a_day_of_the_week_is_written_out():
    assert format_day(date(2026, 12, 3), "nb", "weekday") == "torsdag 3. desember"
    assert format_day(date(2026, 12, 3), "pl", "weekday") == "czwartek, 3 grudnia"


def test_file_sizes():
    assert format_file_size(84_211, "nb") == f"84{NB}kB"
    assert format_file_size(1_240_000, "nb") == f"1,2{NB}MB"
