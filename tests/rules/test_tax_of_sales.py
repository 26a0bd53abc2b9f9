"""What a sale is taxed by: where it goes, what is known of the buyer, what proofs it has handed in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.kernel.period import Period
from truso.kernel.value import replace
from truso.modules.tax.rules import (
    EU,
    Certificate,
    Rate,
    Sale,
    Treatment,
    country_of,
    full_number,
    is_possible_number,
    rates_of_sale,
    treatment_of,
)
from truso.modules.tax.vies import read_answer

DAY = date(2026, 11, 28)
GOODS, SERVICE, EXEMPT, FOREIGN = 1, 2, 3, 4
GERMAN, SWEDISH = "DE136695976", "SE559999123801"


def rate(country: str, key: int, percent: str, category: str = "S", **fields: object) -> Rate:
    return Rate(country, key, category, Decimal(percent), Period(), **fields)  # type: ignore[arg-type]


HOME = {
    GOODS: rate("SE", GOODS, "25"),
    SERVICE: rate("SE", SERVICE, "25", is_service=True),
    EXEMPT: rate("SE", EXEMPT, "0", "E", exemption_reason="Care"),
}
GERMANY = {GOODS: rate("DE", GOODS, "19"), FOREIGN: rate("DE", FOREIGN, "7")}
AT_HOME = Sale("SE", "SE", DAY)


def outcome(sale: Sale) -> dict[int, tuple[str, Decimal, str]]:
    found = rates_of_sale(HOME, GERMANY if sale.ship_to == "DE" else {}, sale)
    return {key: (one.category, one.percent, one.reason) for key, one in found.items()}


D = Decimal
TAXED_AT_HOME = {GOODS: ("S", D(25), ""), SERVICE: ("S", D(25), ""), EXEMPT: ("E", D(0), "")}


@pytest.mark.parametrize(
    ("sale", "treatment", "expected"),
    [
        (AT_HOME, "domestic", TAXED_AT_HOME),
        (replace(AT_HOME, vat_number=GERMAN), "domestic", TAXED_AT_HOME),
        (Sale("SE", "DE", DAY), "domestic", TAXED_AT_HOME),
        (Sale("SE", "DE", DAY, in_one_stop_shop=True), "destination", {GOODS: ("S", D(19), ""), FOREIGN: ("S", D(7), "")}),
        (
            Sale("SE", "DE", DAY, vat_number=GERMAN),
            "intra_eu",
            {GOODS: ("K", D(0), "intra_eu"), SERVICE: ("AE", D(0), "reverse_charge"), EXEMPT: ("E", D(0), "")},
        ),
        # Any other member state's number will do, wherever it goes; the seller's own country's does not.
        (Sale("SE", "DE", DAY, vat_number="PL8567346215"), "intra_eu", None),
        (Sale("SE", "DE", DAY, vat_number=SWEDISH), "domestic", TAXED_AT_HOME),
        (Sale("SE", "DE", DAY, vat_number=SWEDISH, in_one_stop_shop=True), "destination", None),
        (
            Sale("SE", "NO", DAY),
            "export",
            {GOODS: ("G", D(0), "export"), SERVICE: ("G", D(0), "export"), EXEMPT: ("E", D(0), "")},
        ),
        (Sale("SE", "NO", DAY, in_one_stop_shop=True, vat_number=GERMAN), "export", None),
        # Norway is no member state: whatever leaves it is exported.
        (Sale("NO", "SE", DAY, vat_number=GERMAN), "export", None),
    ],
)  # fmt: skip
def test_a_sale_is_taxed_by_where_it_goes_and_what_is_known_of_its_buyer(
    sale: Sale, treatment: str, expected: dict[int, tuple[str, Decimal, str]] | None
) -> None:
    assert treatment_of(sale) == treatment
    if expected is not None:
        assert outcome(sale) == expected


@pytest.mark.parametrize(
    ("number", "category"), [(SWEDISH, "AE"), (GERMAN, "S"), ("", "S")], ids=["its own", "another country's", "none"]
)
def test_within_a_country_the_buyer_accounts_for_the_tax_only_where_the_rate_says_so_and_its_number_is_of_there(
    number: str, category: str
) -> None:
    reversed_rate = {GOODS: replace(HOME[GOODS], is_reversed=True)}
    found = rates_of_sale(reversed_rate, {}, replace(AT_HOME, vat_number=number))
    assert found[GOODS].category == category


@pytest.mark.parametrize(
    ("certificate", "exempt"),
    [
        (Certificate("SE", (), "E", "Museum (7)", Period()), {GOODS, SERVICE}),
        (Certificate("SE", (GOODS,), "E", "Museum (7)", Period()), {GOODS}),
        (Certificate("NO", (), "E", "Museum (7)", Period()), set()),
        (Certificate("SE", (), "E", "Museum (7)", Period(None, DAY)), set()),
        (Certificate("SE", (), "E", "Museum (7)", Period(DAY)), {GOODS, SERVICE}),
        (Certificate("SE", (), "E", "Museum (7)", Period(date(2026, 11, 29))), set()),
    ],
)
def test_a_certificate_frees_what_it_covers_in_its_country_between_its_days(
    certificate: Certificate, exempt: set[int]
) -> None:
    found = rates_of_sale(HOME, {}, replace(AT_HOME, certificates=(certificate,)))
    assert {key for key, one in found.items() if one.reason == "certificate"} == exempt
    assert {one.exemption_reason for one in found.values() if one.reason == "certificate"} <= {"Museum (7)"}


countries = st.sampled_from(["SE", "DE", "PL", "NO", "GB", "US"])
sales = st.builds(
    Sale, countries, countries, st.just(DAY), st.sampled_from(["", GERMAN, SWEDISH, "PL8567346215"]), st.booleans()
)


@given(sales)
def test_nobody_buys_without_tax_within_the_union_but_with_a_valid_number_of_another_member_state(sale: Sale) -> None:
    treatment = treatment_of(sale)
    within = {sale.home, sale.ship_to} <= EU and sale.home != sale.ship_to
    assert (treatment == Treatment.INTRA_EU) == (within and country_of(sale.vat_number) in EU - {sale.home})
    assert (treatment == Treatment.EXPORT) == (sale.home != sale.ship_to and not within)
    if treatment in (Treatment.INTRA_EU, Treatment.EXPORT):
        assert {one.percent for one in rates_of_sale(HOME, GERMANY, sale).values()} == {D(0)}


@pytest.mark.parametrize(
    ("typed", "country", "full", "possible"),
    [
        ("DE 136 695 976", "SE", "DE136695976", True),
        ("559999-1238 01", "SE", "SE559999123801", True),
        ("094259216", "GR", "EL094259216", True),
        ("SE559999123901", "SE", "SE559999123901", False),
        ("923 456 783", "NO", "NO923456783", True),
        ("NO923456783MVA", "NO", "NO923456783MVA", True),
        ("NO923456789MVA", "NO", "NO923456789MVA", False),
        ("hello", "SE", "HELLO", True),
        ("x", "SE", "X", False),
        ("", "SE", "", False),
    ],
)
def test_a_vat_number_is_read_however_it_is_written(typed: str, country: str, full: str, possible: bool) -> None:
    assert (full_number(typed, country), is_possible_number(full)) == (full, possible)


SAID = {"countryCode": "DE", "vatNumber": "136695976", "valid": True, "requestIdentifier": "WAPI1", "name": "---"}


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (SAID, "valid"),
        ({**SAID, "valid": False}, "invalid"),
        ({**SAID, "valid": False, "userError": "INVALID"}, "invalid"),
        # Down in a member state, some answers say `valid: false` beside it: that is no answer about the number.
        ({**SAID, "valid": False, "userError": "MS_UNAVAILABLE"}, "unavailable"),
        ({"actionSucceed": False, "errorWrappers": [{"error": "MS_MAX_CONCURRENT_REQ"}]}, "unavailable"),
        ({"actionSucceed": False, "errorWrappers": [{"error": "INVALID_INPUT"}]}, "invalid"),
        ({"actionSucceed": False, "errorWrappers": []}, "unavailable"),
        ({**SAID, "vatNumber": "999999999"}, "unavailable"),
        ({**SAID, "valid": "true"}, "unavailable"),
        ({}, "unavailable"),
        ([], "unavailable"),
        (None, "unavailable"),
    ],
)
def test_an_answer_counts_only_when_it_says_so_itself(said: object, outcome: str) -> None:
    assert read_answer(said, GERMAN).outcome == outcome


def test_what_the_register_does_not_tell_is_not_kept_as_a_name() -> None:
    answer = read_answer({**SAID, "address": None}, GERMAN)
    assert (answer.consultation_number, answer.name, answer.address) == ("WAPI1", "", "")
