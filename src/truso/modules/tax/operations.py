"""Writes to what is known of VAT numbers, and to the certificates of those who buy without tax."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from truso.kernel.buyer import Buyer, Right
from truso.kernel.references import Reference
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.modules.customers.models import Customer
from truso.modules.customers.operations import lock_customer, set_exemption, set_vat_number, set_vat_validity
from truso.modules.tax.events import VatNumberChanged
from truso.modules.tax.models import ExemptionCertificate, TaxClass, VatCheck
from truso.modules.tax.queries import number_of
from truso.modules.tax.rules import VALID_FOR, full_number, is_possible_number
from truso.modules.tax.vies import Answer
from truso.platform import clock
from truso.platform.events import publish

MOST_BYTES = 10_000_000
# A certificate is shown to people as it came: files a browser shows and no program runs.
FILE_STARTS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff"}


def change_vat_number(*, buyer: Buyer, number: str) -> Customer:
    """Write the VAT number of the buyer's company; the register is asked about it soon. Empty takes it away.

    Raises NotFound without the right to manage the company. Refuses `vat_number_invalid` for what its country would not write.
    """
    if buyer.customer is None or not buyer.is_business or not buyer.can(Right.MANAGE_MEMBERS):
        raise NotFound("customer")
    found = full_number(number, buyer.market.country)
    if found and not is_possible_number(found):
        raise refuse("vat_number_invalid", "vat_number", found=number.strip()[:40])
    customer = set_vat_number(customer_id=buyer.customer.id, number=found)
    announce_vat_number(customer=customer)
    return customer


def announce_vat_number(*, customer: Customer) -> None:
    """Announce that a customer's VAT number may have changed: the register is asked about it soon."""
    if customer.vat_number:
        publish(VatNumberChanged(aggregate=Reference("customer", customer.uuid), customer_id=customer.pk))


def record_answer(*, customer_id: int, number: str, answer: Answer) -> VatCheck:
    """Keep what the register said of a number. Valid holds for 30 days, invalid ends that; no answer changes nothing."""
    customer = Customer.objects.select_related("market").get(pk=customer_id)
    check = VatCheck.objects.create(
        customer=customer,
        number=number,
        written=customer.vat_number,
        outcome=answer.outcome,
        source=VatCheck.Source.VIES,
        consultation_number=answer.consultation_number,
        name=answer.name,
        address=answer.address,
        reason=answer.reason,
        checked_at=clock.now(),
    )
    _apply(customer, check)
    return check


def confirm_vat_number(*, customer_id: int, is_valid: bool, reason: str, person_id: int) -> VatCheck:
    """Write down what staff found out about a customer's VAT number elsewhere, and how. It holds for 30 days.

    Refuses `vat_number_missing`, `vat_number_invalid`, and `reason_required` for a decision nobody could check later.
    """
    customer = Customer.objects.select_for_update(of=("self",)).select_related("market").get(pk=customer_id)
    number = number_of(customer)
    if not number:
        raise refuse("vat_number_missing", "vat_number")
    if is_valid and not is_possible_number(number):
        raise refuse("vat_number_invalid", "vat_number", found=number)
    if not reason.strip():
        raise refuse("reason_required", "reason")
    check = VatCheck.objects.create(
        customer=customer,
        number=number,
        written=customer.vat_number,
        outcome=VatCheck.Outcome.VALID if is_valid else VatCheck.Outcome.INVALID,
        source=VatCheck.Source.STAFF,
        reason=reason.strip()[:200],
        person_id=person_id,
        checked_at=clock.now(),
    )
    _apply(customer, check)
    return check


def _apply(customer: Customer, check: VatCheck) -> None:
    if check.outcome == VatCheck.Outcome.UNAVAILABLE or number_of(customer) != check.number:
        return
    day = customer.market.day_of(check.checked_at)
    until = day + VALID_FOR if check.outcome == VatCheck.Outcome.VALID else None
    set_vat_validity(customer_id=customer.pk, number=customer.vat_number, until=until)


def send_certificate(*, buyer: Buyer, fields: Mapping[str, Any], file: Any) -> ExemptionCertificate:
    """Hand in a certificate of the buyer's company; it counts once staff have accepted it.

    Raises NotFound without the right to manage the company. Refuses `field_required` per missing field, `period_invalid`,
    `certificate_missing` without a file and `certificate_unreadable` for one that is no PDF or picture, or too large.
    """
    if buyer.customer is None or not buyer.is_business or not buyer.can(Right.MANAGE_MEMBERS):
        raise NotFound("exemption")
    if file is None:
        raise refuse("certificate_missing", "file")
    certificate = ExemptionCertificate(
        customer_id=buyer.customer.id,
        number=str(fields.get("number", "")).strip()[:60],
        country=buyer.market.country,
        reason=str(fields.get("reason", "")).strip()[:200],
        valid_from=fields.get("valid_from") or buyer.today,
        valid_to=fields.get("valid_to"),
        sent_by_id=buyer.person_id,
        file=file,
    )
    return save_certificate(certificate=certificate, tax_classes=fields.get("tax_classes") or ())


def save_certificate(
    *, certificate: ExemptionCertificate, tax_classes: Sequence[TaxClass] = (), is_new_file: bool = True
) -> ExemptionCertificate:
    """Write a certificate that waits to be examined; one that was decided on is taken as it is, or ended.

    Refuses `certificate_decided` besides what `send_certificate` refuses.
    """
    if certificate.state != ExemptionCertificate.State.PENDING:
        raise refuse("certificate_decided")
    problems = [
        Refusal("field_required", subject=name) for name in ("number", "reason") if not getattr(certificate, name)
    ]
    if certificate.valid_to and certificate.valid_to <= certificate.valid_from:
        problems.append(Refusal("period_invalid", subject="valid_to"))
    if certificate.file and is_new_file:
        problems += _problems_of(certificate.file)
    if problems:
        raise Refused(*problems)
    certificate.created_at = certificate.created_at or clock.now()
    certificate.save()
    certificate.tax_classes.set(tax_classes)
    return certificate


def _problems_of(file: Any) -> list[Refusal]:
    suffix = PurePath(str(file.name)).suffix.lower().removeprefix(".")
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if file.size > MOST_BYTES or suffix not in FILE_STARTS or not start.startswith(FILE_STARTS[suffix]):
        return [Refusal("certificate_unreadable", {"most": MOST_BYTES // 1_000_000}, "file")]
    return []


def decide_certificate(
    *, certificate_id: int, is_accepted: bool, answer: str, person_id: int, category: str = ""
) -> ExemptionCertificate:
    """Accept or reject a certificate that waits. Accepted, the customer buys without tax between its days, from this minute.

    Refuses `certificate_decided`, and `reason_required` for a rejection without a word to the customer.
    """
    certificate = ExemptionCertificate.objects.select_for_update().get(pk=certificate_id)
    if certificate.state != ExemptionCertificate.State.PENDING:
        raise refuse("certificate_decided")
    if not is_accepted and not answer.strip():
        raise refuse("reason_required", "answer")
    states = ExemptionCertificate.State
    certificate.state = states.ACCEPTED if is_accepted else states.REJECTED
    certificate.answer, certificate.category = answer.strip()[:300], category or certificate.category
    certificate.decided_at, certificate.decided_by_id = clock.now(), person_id
    certificate.save()
    _note_exemption(certificate.customer_id)
    return certificate


def end_certificate(*, certificate_id: int, on: date, person_id: int) -> ExemptionCertificate:
    """Let an accepted certificate count until a day. Refuses `certificate_not_accepted` and `period_invalid`."""
    certificate = ExemptionCertificate.objects.select_for_update().get(pk=certificate_id)
    if certificate.state != ExemptionCertificate.State.ACCEPTED:
        raise refuse("certificate_not_accepted")
    if on <= certificate.valid_from or (certificate.valid_to and on > certificate.valid_to):
        raise refuse("period_invalid", "valid_to")
    certificate.valid_to, certificate.decided_by_id = on, person_id
    certificate.save(update_fields=["valid_to", "decided_by_id"])
    return certificate


def note_reminded(*, certificates: Sequence[ExemptionCertificate], on: date) -> None:
    """Note that the customers have been told their certificates run out."""
    ExemptionCertificate.objects.filter(pk__in=[one.pk for one in certificates]).update(reminded_on=on)


def _note_exemption(customer_id: int) -> None:
    """Keep on the customer whether it has a certificate: others are never looked up for theirs."""
    lock_customer(customer_id=customer_id)
    accepted = ExemptionCertificate.objects.filter(customer_id=customer_id, state=ExemptionCertificate.State.ACCEPTED)
    set_exemption(customer_id=customer_id, has_exemption=accepted.exists())
