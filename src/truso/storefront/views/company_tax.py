"""A company's VAT number, and the certificates by which it buys without VAT."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from truso.kernel.buyer import Right
from truso.kernel.period import read_day
from truso.kernel.refusals import Refused, refuse
from truso.kernel.texts import one_line
from truso.modules.customers.queries import get_customer
from truso.modules.tax.operations import change_vat_number, send_certificate
from truso.modules.tax.queries import get_exemption, list_exemptions, list_tax_classes, standing_of
from truso.platform.access import buyer_right
from truso.storefront.actor import buyer_on, writing
from truso.storefront.refusals import by_subject
from truso.storefront.tax_words import write_certificate, write_standing
from truso.storefront.views.pages import render_page

PAGE = "storefront:company_tax"
FIELDS = ("number", "reason", "valid_from", "valid_to")


@buyer_right(Right.MANAGE_MEMBERS)
@require_http_methods(["GET", "HEAD", "POST"])
def company_tax(request: HttpRequest) -> HttpResponse:
    """Show the VAT number and the certificates; a number that is sent is kept and looked up."""
    if request.method != "POST":
        return _show(request)
    typed = one_line(request.POST.get("vat_number", ""))[:40]
    try:
        with writing(request):
            change_vat_number(buyer=buyer_on(request), number=typed)
    except Refused as refused:
        return _show(request, {"vat_number": typed}, by_subject(refused.refusals, buyer_on(request)))
    messages.success(request, _("The VAT number is saved."))
    return HttpResponseRedirect(reverse(PAGE))


def _show(
    request: HttpRequest, values: dict[str, Any] | None = None, errors: dict[str, str] | None = None
) -> HttpResponse:
    buyer = buyer_on(request)
    customer = get_customer(buyer)
    context = {
        "standing": write_standing(standing_of(customer, buyer.today), buyer),
        "certificates": [write_certificate(one, buyer) for one in list_exemptions(buyer)],
        "classes": list_tax_classes(),
        "values": {"vat_number": customer.vat_number, **(values or {})},
        "chosen": request.POST.getlist("tax_classes"),
        "errors": errors or {},
        "section": "company_tax",
    }
    return render_page(request, "storefront/account/tax.html", context, status=422 if errors else 200)


@buyer_right(Right.MANAGE_MEMBERS)
@require_POST
def certificate_send(request: HttpRequest) -> HttpResponse:
    """Hand in a certificate."""
    values = {name: one_line(request.POST.get(name, ""))[:200] for name in FIELDS}
    buyer = buyer_on(request)
    try:
        fields = _read(values, request.POST.getlist("tax_classes"))
        with writing(request):
            send_certificate(buyer=buyer, fields=fields, file=request.FILES.get("file"))
    except Refused as refused:
        return _show(request, values, by_subject(refused.refusals, buyer))
    messages.success(request, _("Thank you. We examine the certificate and write to you when it counts."))
    return HttpResponseRedirect(f"{reverse(PAGE)}#certificates")


def _read(values: dict[str, str], classes: list[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {"number": values["number"], "reason": values["reason"]}
    for name in ("valid_from", "valid_to"):
        fields[name] = read_day(values[name]) if values[name] else None
        if values[name] and fields[name] is None:
            raise refuse("day_invalid", name, typed=values[name])
    fields["tax_classes"] = [one for one in list_tax_classes() if one.code in classes]
    return fields


@buyer_right(Right.MANAGE_MEMBERS)
@require_GET
def certificate_file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a certificate as it was handed in."""
    certificate = get_exemption(buyer_on(request), uuid)
    if not certificate.file:
        raise Http404
    return FileResponse(certificate.file.open("rb"), as_attachment=True, filename=certificate.file_name)  # type: ignore[return-value]
