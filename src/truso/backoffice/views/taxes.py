"""What staff decide about tax: certificates that are handed in, and VAT numbers the register does not settle."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.pages import page
from truso.backoffice.times import staff_today
from truso.kernel.period import read_day
from truso.kernel.refusals import refuse
from truso.modules.customers.models import Customer
from truso.modules.identity.models import Person
from truso.modules.tax.models import ExemptionCertificate, VatCheck
from truso.modules.tax.operations import confirm_vat_number, end_certificate
from truso.processes.certificates import answer_certificate
from truso.processes.vat_numbers import check_now


def _certificate(uuid: UUID) -> ExemptionCertificate:
    found = ExemptionCertificate.objects.filter(uuid=uuid).select_related("customer__market").first()
    if found is None:
        raise Http404
    return found


@staff_screen("tax.view_exemptioncertificate")
def show_certificate(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a certificate, with what can be decided about it."""
    certificate = _certificate(uuid)
    today = staff_today()
    context = {
        "certificate": certificate,
        "classes": list(certificate.tax_classes.all()),
        "categories": ExemptionCertificate.Category.choices,
        "people": Person.objects.in_bulk(
            [pk for pk in (certificate.sent_by_id, certificate.decided_by_id) if pk is not None]
        ),
        "is_over": bool(certificate.valid_to and certificate.valid_to <= today),
        "today": today,
    }
    title = _("Certificate %(number)s") % {"number": certificate.number}
    return page(
        request, "certificate.html", title, [(_("Exemption certificates"), "staff_certificates:index")], context
    )


@staff_screen("tax.view_exemptioncertificate")
def certificate_document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a certificate as it was handed in."""
    certificate = _certificate(uuid)
    if not certificate.file:
        raise Http404
    return FileResponse(certificate.file.open("rb"), as_attachment=True, filename=certificate.file_name)  # type: ignore[return-value]


@staff_screen("tax.change_exemptioncertificate", "POST")
def decide(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Accept or reject a certificate; the customer is told."""
    certificate, is_accepted = _certificate(uuid), request.POST.get("decision") == "accept"
    category = request.POST.get("category", "")
    problems = act_once(
        request,
        lambda: answer_certificate(
            certificate_id=certificate.pk,
            is_accepted=is_accepted,
            answer=request.POST.get("answer", ""),
            person_id=request.user.pk or 0,
            category=category if category in ExemptionCertificate.Category.values else "",
        ),
        done=_("The certificate is accepted; the customer is told.")
        if is_accepted
        else _("The certificate is rejected; the customer is told."),
    )
    tell(request, problems)
    return redirect("backoffice:certificate", uuid=uuid)


@staff_screen("tax.change_exemptioncertificate", "POST")
def end(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Let an accepted certificate end on a day."""
    certificate, day = _certificate(uuid), read_day(request.POST.get("valid_to", ""))

    def act() -> None:
        if day is None:
            raise refuse("field_required", "valid_to")
        end_certificate(certificate_id=certificate.pk, on=day, person_id=request.user.pk or 0)

    tell(request, act_once(request, act, done=_("The certificate ends on that day.")))
    return redirect("backoffice:certificate", uuid=uuid)


def _company(uuid: UUID) -> Customer:
    found = Customer.objects.filter(uuid=uuid, kind=Customer.Kind.BUSINESS).select_related("market").first()
    if found is None:
        raise Http404
    return found


@staff_screen("customers.change_customer", "POST")
def check_vat(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask the register about a company's VAT number now."""
    check = check_now(customer=_company(uuid))
    if check is None:
        messages.warning(request, _("No register could be asked about this number. Confirm it by hand."))
    elif check.outcome == VatCheck.Outcome.UNAVAILABLE:
        messages.warning(request, _("The register did not answer. What was known stays; it is asked again by itself."))
    else:
        messages.success(request, _("The register answered: %(answer)s") % {"answer": check.get_outcome_display()})
    return redirect("backoffice:customer", uuid=uuid)


@staff_screen("customers.change_customer", "POST")
def confirm_vat(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Write down what staff found out about a VAT number elsewhere."""
    customer = _company(uuid)
    problems = act_once(
        request,
        lambda: confirm_vat_number(
            customer_id=customer.pk,
            is_valid=request.POST.get("decision") == "valid",
            reason=request.POST.get("reason", ""),
            person_id=request.user.pk or 0,
        ),
        done=_("Noted. It counts for 30 days."),
    )
    tell(request, problems)
    return redirect("backoffice:customer", uuid=uuid)
