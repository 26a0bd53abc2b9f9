"""Documents are frozen values: stored as JSON and read back without losing a digit."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from decimal import Decimal
from typing import Any

import pytest

from tests.rules.output import samples
from truso.kernel.refusals import Refused
from truso.modules.output.checks import check_document
from truso.modules.output.documents import InvoiceDocument, from_json, to_json

D = Decimal


@pytest.mark.parametrize(
    "document",
    [
        samples.no_invoice(),
        samples.pl_invoice(),
        samples.consumer_invoice(),
        samples.order(),
        samples.delivery(),
        samples.pick_list(),
        samples.data_sheet(),
    ],
    ids=lambda document: f"{type(document).__name__}-{document.language}",
)
def test_a_document_comes_back_from_json_as_it_was(document: Any) -> None:
    assert from_json(type(document), to_json(document)) == document


def test_amounts_are_written_as_text_so_that_no_digit_is_lost() -> None:
    stored = json.loads(to_json(samples.no_invoice()))
    assert stored["lines"][0]["unit_price"] == "189.50"
    assert stored["payment_reference"] == "00001002450"


def test_a_document_of_another_kind_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        from_json(InvoiceDocument, to_json(samples.delivery()))
    assert [refusal.code for refusal in refused.value.refusals] == ["document_unreadable"]


def test_a_document_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        samples.no_invoice().payable = D(0)  # type: ignore[misc]


@pytest.mark.parametrize(
    "document",
    [
        samples.no_invoice(),
        samples.se_invoice(),
        samples.pl_invoice(),
        samples.export_invoice(),
        samples.credit_note(),
        samples.allowance_invoice(),
        samples.consumer_invoice(),
        samples.order(),
        samples.long_invoice(1000),
    ],
    ids=lambda document: f"{type(document).__name__}-{document.number}",
)
def test_a_document_that_adds_up_is_accepted(document: Any) -> None:
    check_document(document)


def broken() -> list[tuple[str, InvoiceDocument, list[tuple[str, str]]]]:
    invoice = samples.no_invoice()
    first, *rest = invoice.lines
    standard, food = invoice.vat_groups
    wrong_vat = replace(standard, vat_amount=standard.vat_amount + 1)
    changed = {
        "payable one too much": ({"payable": invoice.payable + 1}, [("payable_mismatch", "payable")]),
        "line total": (
            {"line_total": invoice.line_total - 1},
            [("line_total_mismatch", "line_total"), ("tax_exclusive_mismatch", "tax_exclusive")],
        ),
        "freight left out of the total": (
            {"charge_total": D(0)},
            [("charge_total_mismatch", "charge_total"), ("tax_exclusive_mismatch", "tax_exclusive")],
        ),
        "VAT of a group": (
            {"vat_groups": (wrong_vat, food)},
            [("tax_inclusive_mismatch", "tax_inclusive"), ("vat_amount_mismatch", "vat_groups.0")],
        ),
        "a rate without a group": (
            {"vat_groups": (standard,)},
            [
                ("tax_inclusive_mismatch", "tax_inclusive"),
                ("vat_group_missing", "vat_groups"),
            ],
        ),
        "line amount": (
            {"lines": (replace(first, net_amount=D("947.55")), *rest)},
            [
                ("line_amount_mismatch", "lines.1"),
                ("line_total_mismatch", "line_total"),
                ("taxable_amount_mismatch", "vat_groups.0"),
            ],
        ),
        "a third of an øre": (
            {"prepaid": D("0.003"), "payable": invoice.payable - D("0.003")},
            [("too_many_decimals", "payable")],
        ),
        "no lines": (
            {"lines": ()},
            [
                ("lines_missing", "lines"),
                ("line_total_mismatch", "line_total"),
                ("taxable_amount_mismatch", "vat_groups.0"),
                ("taxable_amount_mismatch", "vat_groups.1"),
            ],
        ),
        "no number": ({"number": " "}, [("number_missing", "number")]),
        "due before issued": ({"due_on": invoice.issued_on.replace(day=1)}, [("due_before_issued", "due_on")]),
    }
    return [(name, replace(invoice, **changes), reasons) for name, (changes, reasons) in changed.items()]


@pytest.mark.parametrize(("name", "document", "reasons"), broken(), ids=[case[0] for case in broken()])
def test_a_document_that_does_not_add_up_is_refused_for_its_reason(
    name: str, document: InvoiceDocument, reasons: list[tuple[str, str]]
) -> None:
    with pytest.raises(Refused) as refused:
        check_document(document)
    assert [(refusal.code, refusal.subject) for refusal in refused.value.refusals] == reasons


def test_a_refusal_tells_what_was_expected_and_what_was_found() -> None:
    invoice = samples.no_invoice()
    with pytest.raises(Refused) as refused:
        check_document(replace(invoice, payable=D("1.00")))
    assert refused.value.refusals[0].params == {"expected": invoice.payable, "found": D("1.00")}
