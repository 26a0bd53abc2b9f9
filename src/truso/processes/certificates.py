"""Exemption certificates: staff's answer reaches the customer, and nobody's runs out unannounced."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from truso.kernel.references import Reference
from truso.modules.tax.models import ExemptionCertificate
from truso.modules.tax.operations import decide_certificate, note_reminded
from truso.platform import clock
from truso.platform.database.transactions import write
from truso.platform.jobs import periodic
from truso.processes.links import page_link
from truso.processes.notices import send_if_valid

REMIND_BEFORE = timedelta(days=30)
# So many mails in one go; the rest follow the next day.
MOST = 500


def answer_certificate(
    *, certificate_id: int, is_accepted: bool, answer: str, person_id: int, category: str = ""
) -> ExemptionCertificate:
    """Decide on a certificate and tell the customer. Refuses what `decide_certificate` refuses."""
    certificate = decide_certificate(
        certificate_id=certificate_id, is_accepted=is_accepted, answer=answer, person_id=person_id, category=category
    )
    _tell("certificate_answered", certificate, {"is_accepted": is_accepted, "comment": certificate.answer})
    return certificate


@periodic("tax.remind_of_certificates", "30 6 * * *")
def remind_of_certificates() -> None:
    """Tell customers whose certificate runs out within 30 days, once, so that they can hand in the next one."""
    today = clock.now().date()
    ending = ExemptionCertificate.objects.filter(
        state=ExemptionCertificate.State.ACCEPTED,
        valid_to__gt=today,
        valid_to__lte=today + REMIND_BEFORE,
        reminded_on__isnull=True,
    ).select_related("customer__market")
    with write():
        found = list(ending.order_by("valid_to", "id")[:MOST])
        for certificate in found:
            _tell("certificate_ending", certificate, {"ends_on": certificate.valid_to})
        note_reminded(certificates=found, on=today)


def _tell(template: str, certificate: ExemptionCertificate, values: Mapping[str, Any]) -> None:
    customer = certificate.customer
    context = {
        "number": certificate.number,
        "url": page_link("company_tax", customer.language),
        "recipient_name": customer.name,
        **values,
    }
    send_if_valid(
        template,
        customer.language,
        customer.email or customer.invoice_email,
        context,
        market=customer.market,
        subject=Reference("certificate", certificate.uuid),
        about=f"customer {customer.number}",
    )
