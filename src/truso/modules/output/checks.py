"""Whether a priced document adds up. Writers ask this first: they never compute money, they refuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from truso.kernel.money import ZERO, add_up, minor_units, round_amount
from truso.kernel.refusals import Refusal, Refused
from truso.modules.output.documents import DocumentLine, InvoiceDocument, OrderDocument

Priced = InvoiceDocument | OrderDocument

# Peppol rule R120 lets a line differ by two hundredths from quantity x price.
LINE_SLACK = Decimal("0.02")
# A document that bills or credits a part counts VAT over all parts so far: it may be off by two hundredths. CEN rule
# BR-CO-17 lets pass anything under one whole unit.
VAT_SLACK = Decimal("0.02")
VAT_CATEGORIES = frozenset({"S", "Z", "E", "AE", "K", "G", "O"})


def check_document(document: Priced) -> None:
    """Refuse a document whose amounts do not add up or which lacks what every reader needs.

    Every reason is told at once; amounts that differ come as `expected` and `found`.
    Source: EN 16931-1 rules BR-01 to BR-16, BR-CO-10 to BR-CO-17.
    """
    refusals = [*_missing(document), *_line_amounts(document), *_totals(document), *_vat_groups(document)]
    if refusals:
        raise Refused(*refusals)


def _missing(document: Priced) -> Iterator[Refusal]:
    if not document.number.strip():
        yield Refusal("number_missing", subject="number")
    if not document.lines:
        yield Refusal("lines_missing", subject="lines")
    for role in ("seller", "buyer"):
        if not getattr(document, role).name.strip():
            yield Refusal("name_missing", subject=f"{role}.name")
    if isinstance(document, InvoiceDocument) and document.due_on and document.due_on < document.issued_on:
        yield Refusal("due_before_issued", subject="due_on")


def _line_amounts(document: Priced) -> Iterator[Refusal]:
    for line in document.lines:
        subject = f"lines.{line.position}"
        if not line.name.strip():
            yield Refusal("name_missing", subject=subject)
        if line.unit_price < 0:
            yield Refusal("unit_price_negative", subject=subject)
        if line.price_base_quantity <= 0:
            yield Refusal("price_base_quantity_invalid", subject=subject)
            continue
        expected = round_amount(_line_net(line), document.currency)
        if abs(expected - line.net_amount) > LINE_SLACK:
            yield _differs("line_amount_mismatch", subject, expected, line.net_amount)
        for amount in (line.net_amount, *(allowance.amount for allowance in line.allowances)):
            yield from _decimals(amount, subject, document.currency)


def _line_net(line: DocumentLine) -> Decimal:
    allowances = add_up(allowance.amount for allowance in line.allowances)
    return line.quantity * line.unit_price / line.price_base_quantity - allowances


def _totals(document: Priced) -> Iterator[Refusal]:
    for index, charge in enumerate(document.charges):
        yield from _decimals(charge.amount, f"charges.{index}", document.currency)
    goods_and_charges = document.line_total + document.charge_total
    vat = add_up(group.vat_amount for group in document.vat_groups)
    taxable = add_up(group.taxable_amount for group in document.vat_groups)
    gross = document.prices_include_vat
    wanted = {
        "line_total": add_up(line.net_amount for line in document.lines),
        "charge_total": add_up(charge.amount for charge in document.charges),
        "tax_exclusive": taxable if gross else goods_and_charges,
        "tax_inclusive": goods_and_charges if gross else document.tax_exclusive + vat,
        "payable": document.tax_inclusive - document.prepaid + document.rounding,
    }
    for name, expected in wanted.items():
        found = getattr(document, name)
        if found != expected:
            yield _differs(f"{name}_mismatch", name, expected, found)
        yield from _decimals(found, name, document.currency)
    if gross and document.tax_inclusive != document.tax_exclusive + vat:
        yield _differs("vat_total_mismatch", "vat_groups", document.tax_inclusive - document.tax_exclusive, vat)


def _vat_groups(document: Priced) -> Iterator[Refusal]:
    parts: dict[tuple[str, Decimal], Decimal] = defaultdict(Decimal)
    for line in document.lines:
        parts[line.vat_category, line.vat_rate] += line.net_amount
    for charge in document.charges:
        parts[charge.vat_category, charge.vat_rate] += charge.amount
    seen = {(group.category, group.rate) for group in document.vat_groups}
    if len(seen) != len(document.vat_groups):
        yield Refusal("vat_group_repeated", subject="vat_groups")
    for category, rate in sorted(set(parts) - seen):
        yield Refusal("vat_group_missing", {"category": category, "rate": rate}, subject="vat_groups")
    for index, group in enumerate(document.vat_groups):
        subject = f"vat_groups.{index}"
        if group.category not in VAT_CATEGORIES:
            yield Refusal("vat_category_unknown", {"category": group.category}, subject=subject)
        if (group.category == "S") != (group.rate > 0):
            yield Refusal("vat_rate_invalid", {"category": group.category, "rate": group.rate}, subject=subject)
        found = group.taxable_amount + (group.vat_amount if document.prices_include_vat else ZERO)
        expected = parts[group.category, group.rate]
        if found != expected:
            yield _differs("taxable_amount_mismatch", subject, expected, found)
        vat = round_amount(group.taxable_amount * group.rate / 100, document.currency)
        if abs(vat - group.vat_amount) > VAT_SLACK:
            yield _differs("vat_amount_mismatch", subject, vat, group.vat_amount)
        yield from _decimals(group.taxable_amount, subject, document.currency)
        yield from _decimals(group.vat_amount, subject, document.currency)


def _decimals(amount: Decimal, subject: str, currency: str) -> Iterator[Refusal]:
    if amount != round_amount(amount, currency):
        yield Refusal("too_many_decimals", {"found": amount, "decimals": minor_units(currency)}, subject=subject)


def _differs(code: str, subject: str, expected: Decimal, found: Decimal) -> Refusal:
    return Refusal(code, {"expected": expected, "found": found}, subject=subject)
