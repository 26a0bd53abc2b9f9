"""A company's VAT number and its exemption certificates."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from truso.api.answers.taxes import CertificateView, CompanyTaxView
from truso.api.auth import Gate
from truso.api.encoding import reply
from truso.api.inputs import VatNumberIn
from truso.api.openapi import gives
from truso.api.problems import wrong
from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound
from truso.modules.customers.queries import get_customer
from truso.modules.identity.rules import Scope
from truso.modules.tax.models import ExemptionCertificate
from truso.modules.tax.operations import change_vat_number, send_certificate
from truso.modules.tax.queries import get_exemption, list_exemptions, list_tax_classes, standing_of
from truso.platform.database.transactions import write

router = Router(tags=["Account"])
BUYERS = Gate(Scope.ORDERS)


class CertificateIn(Schema):
    """A certificate's data, beside its file. `tax_classes` are codes with commas between; none means everything."""

    number: str
    reason: str
    valid_from: date | None = None
    valid_to: date | None = None
    tax_classes: str = ""


def _company(buyer: Buyer) -> CompanyTaxView:
    certificates = list_exemptions(buyer) if buyer.is_business and buyer.can(Right.MANAGE_MEMBERS) else []
    standing = standing_of(get_customer(buyer), buyer.today)
    return CompanyTaxView(
        vat_number=standing.number,
        vat_number_state=standing.state,
        vat_number_valid_until=standing.valid_until,
        checked_at=standing.checked_at,
        registered_name=standing.name,
        certificates=[_certificate(one) for one in certificates],
    )


def _certificate(one: ExemptionCertificate) -> CertificateView:
    return CertificateView(
        uuid=one.uuid,
        number=one.number,
        country=one.country,
        reason=one.reason,
        category=one.category,
        tax_classes=[cover.code for cover in one.tax_classes.all()],
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        state=one.state,
        answer=one.answer,
    )


@router.get(
    "/company/tax", auth=BUYERS, url_name="company-tax", operation_id="get_company_tax", **gives(200, CompanyTaxView)
)
def company_tax(request: HttpRequest) -> HttpResponse:
    """Return the company's VAT number with what is known of it, and its certificates, for those who manage the company."""
    return reply(_company(request.auth.buyer))  # type: ignore[attr-defined]


@router.put(
    "/company/vat-number",
    auth=BUYERS,
    url_name="vat-number",
    operation_id="set_vat_number",
    **gives(200, CompanyTaxView),
)
def vat_number(request: HttpRequest, data: VatNumberIn) -> HttpResponse:
    """Write the company's VAT number; the register is asked about it soon. Empty takes it away."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    with write(request.auth.actor):  # type: ignore[attr-defined]
        change_vat_number(buyer=buyer, number=data.vat_number)
    return reply(_company(buyer))


@router.post(
    "/company/certificates",
    auth=BUYERS,
    url_name="certificates",
    operation_id="send_certificate",
    **gives(201, CertificateView),
)
def send(request: HttpRequest, data: CertificateIn = Form(...), file: UploadedFile = File(...)) -> HttpResponse:
    """Hand in an exemption certificate; it counts once it is accepted."""
    codes = [code.strip() for code in data.tax_classes.split(",") if code.strip()]
    classes = [one for one in list_tax_classes() if one.code in codes]
    if unknown := set(codes) - {one.code for one in classes}:
        raise wrong(422, "tax_class_unknown", "tax_classes", found=sorted(unknown)[0])
    fields = {**data.dict(), "tax_classes": classes}
    with write(request.auth.actor):  # type: ignore[attr-defined]
        sent = send_certificate(buyer=request.auth.buyer, fields=fields, file=file)  # type: ignore[attr-defined]
    return reply(_certificate(sent), 201)


@router.get(
    "/company/certificates/{uuid}",
    auth=BUYERS,
    url_name="certificate",
    operation_id="get_certificate",
    **gives(200, CertificateView),
)
def certificate(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return one of the company's certificates."""
    return reply(_certificate(get_exemption(request.auth.buyer, uuid)))  # type: ignore[attr-defined]


@router.get(
    "/company/certificates/{uuid}/file",
    auth=BUYERS,
    url_name="certificate-file",
    operation_id="get_certificate_file",
    **gives(200, media="application/octet-stream"),
)
def certificate_file(request: HttpRequest, uuid: UUID) -> FileResponse:
    """Return a certificate as it was handed in."""
    found = get_exemption(request.auth.buyer, uuid)  # type: ignore[attr-defined]
    if not found.file:
        raise NotFound("certificate")
    return FileResponse(found.file.open("rb"), as_attachment=True, filename=found.file_name)
