"""Invoices: look, print, check as e-invoice; payments that came in by the bank."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.pages import page, pdf, read_quantities
from truso.backoffice.refusals import words_of
from truso.backoffice.times import staff_today
from truso.kernel.money import ZERO, parse_amount, round_amount
from truso.kernel.period import read_day
from truso.kernel.references import Reference
from truso.kernel.refusals import Refused, refuse
from truso.kernel.texts import one_line
from truso.modules.invoicing.models import Invoice
from truso.modules.invoicing.queries import document_of, find_invoice_by_reference, left_to_credit
from truso.modules.output.models import StoredDocument
from truso.modules.output.queries import find_document, read_document
from truso.modules.output.rulecheck import RuleCheckFailed, check_rules
from truso.modules.output.ubl import write_ubl
from truso.modules.receivables.models import Allocation
from truso.modules.receivables.queries import is_booked
from truso.processes.crediting import credit_invoice
from truso.processes.invoice_files import read_invoice_file
from truso.processes.pay import register_invoice_payment
from truso.processes.staff_sentences import WORDS

BANK = "bank"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the e-invoice rules say, in words."""

    passed: bool
    summary: str
    findings: tuple[str, ...] = ()


def _find(uuid: UUID) -> Invoice:
    found = (
        Invoice.objects.filter(uuid=uuid)
        .select_related("order", "customer", "open_item", "corrects", "shipment", "market")
        .first()
    )
    if found is None:
        raise Http404
    return found


@staff_screen("invoicing.view_invoice")
def show_invoice(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an invoice; with `?check=1` also what the e-invoice rules say of it."""
    invoice = _find(uuid)
    settled = Allocation.objects.filter(open_item__invoice=invoice).select_related("entry").order_by("id")
    context = {
        "invoice": invoice,
        "document": document_of(invoice),
        "settled": list(settled),
        "credit_notes": list(invoice.credit_notes.defer("document")),
        "check": _check(invoice) if request.GET.get("check") else None,
        "can_credit": invoice.kind == Invoice.Kind.INVOICE
        and request.user.has_perm("invoicing.issue_credit_note")
        and any(left > ZERO for _line, left in left_to_credit(invoice)),
        "is_overdue": invoice.open_item.open_amount > ZERO and invoice.due_on < staff_today(),
        "today": staff_today().isoformat(),
    }
    kind = invoice.get_kind_display()
    return page(request, "invoice.html", f"{kind} {invoice.number}", [(_("Invoices"), "staff_invoices:index")], context)


def _check(invoice: Invoice) -> CheckResult:
    try:
        report = check_rules(write_ubl(document_of(invoice)))
    except Refused as refused:
        findings = tuple(words_of(refusal) for refusal in refused.refusals)
        return CheckResult(False, _("It can't be sent as an e-invoice:"), findings)
    except RuleCheckFailed:
        return CheckResult(False, _("The rules could not be asked just now. Try again in a moment."))
    told = tuple(f"{finding.rule}: {finding.text}" for finding in (*report.errors, *report.warnings))
    if report.passed:
        return CheckResult(True, _("It follows the rules of EN 16931 and Peppol BIS Billing 3."), told)
    return CheckResult(False, _("It breaks rules and must not be sent:"), told)


@staff_screen("invoicing.issue_credit_note", "GET", "HEAD", "POST")
def credit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Credit an invoice without goods coming back: all that is left of it, or quantities per line; with a reason."""
    invoice = _find(uuid)
    if invoice.kind != Invoice.Kind.INVOICE:
        raise Http404
    rows = left_to_credit(invoice)
    names = {str(line.order_line_id): line.order_line.sku or line.order_line.name for line, _left in rows}
    reason = " ".join(request.POST.get("reason", "").split())[:300]
    problems: list[str] = []
    if request.method == "POST":
        quantities: dict[int, Decimal] | None = None
        if request.POST.get("what") != "all":
            quantities, problems = read_quantities(request, [line.order_line_id for line, _left in rows], names)
        if not reason:
            problems.append(_("Say why, so that colleagues and the customer know."))
        problems = problems or act_once(
            request,
            lambda: credit_invoice(
                invoice_id=invoice.pk, quantities=quantities, reason=reason, staff_id=request.user.pk
            ),
            done=_("The credit note is issued."),
            names=names,
        )
        if not problems:
            return redirect("backoffice:invoice", uuid=uuid)
    title = _("Credit invoice %(number)s") % {"number": invoice.number}
    context = {
        "invoice": invoice,
        "rows": [{"line": line, "left": left} for line, left in rows],
        "is_left": any(left > ZERO for _line, left in rows),
        "reason": reason,
        "typed": request.POST if problems else {},
        "problems": problems,
    }
    trail = [(_("Invoices"), "staff_invoices:index")]
    return page(request, "credit.html", title, trail, context, status=422 if problems else 200)


@staff_screen("invoicing.view_invoice")
def invoice_pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the invoice as it was sent, else as it would be."""
    file = read_invoice_file(_find(uuid), StoredDocument.Kind.PDF)
    return pdf(file.content, file.filename)


@staff_screen("invoicing.view_invoice")
def invoice_xml(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Download the e-invoice (EHF); what can't be one leads back with the reasons."""
    invoice = _find(uuid)
    sent = find_document(subject=Reference("invoice", invoice.uuid), kind=StoredDocument.Kind.UBL)
    try:
        content = read_document(sent) if sent else write_ubl(document_of(invoice))
    except Refused as refused:
        tell(request, [words_of(refusal) for refusal in refused.refusals])
        return redirect("backoffice:invoice", uuid=uuid)
    response = HttpResponse(content, content_type="application/xml")
    response["Content-Disposition"] = f'attachment; filename="{invoice.number}.xml"'
    return response


@staff_screen("receivables.add_receivableentry")
def pay_in(request: HttpRequest) -> HttpResponse:
    """Find the invoice a payment belongs to, by its number or payment reference."""
    words = request.GET.get("q", "").strip()[:60]
    invoice = find_invoice_by_reference(words) if words else None
    context = {
        "words": words,
        "invoice": invoice,
        "problems": [_(WORDS["invoice_not_found"])] if words and invoice is None else [],
        "today": staff_today().isoformat(),
    }
    return page(request, "pay_in.html", _("Pay in by bank"), [(_("Invoices"), "staff_invoices:index")], context)


@staff_screen("receivables.add_receivableentry", "POST")
def register(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Book a payment on an invoice."""
    invoice = _find(uuid)
    amount = parse_amount(request.POST.get("amount", ""))
    problems = [] if amount is not None else [_(WORDS["amount_invalid"])]
    if amount is not None and amount != round_amount(amount, invoice.currency):
        problems = [_(WORDS["amount_invalid"])]
    day = read_day(request.POST.get("booked_on", ""))
    if day is None:
        problems.append(_(WORDS["date_invalid"]))
    elif day > staff_today():
        problems.append(_(WORDS["date_in_future"]))
    reference = one_line(request.POST.get("external_id", ""))[:100]

    def book() -> None:
        if amount is None or day is None:  # said above; nothing is booked
            return
        if is_booked(method=BANK, external_id=reference):
            raise refuse("payment_booked_before", reference=reference)
        register_invoice_payment(
            invoice=invoice,
            amount=amount,
            currency=invoice.currency,
            method=BANK,
            booked_on=day,
            external_id=reference,
        )

    problems = problems or act_once(request, book, done=_("The payment is booked."))
    tell(request, problems)
    if request.POST.get("next") == "pay_in" and not problems:
        return redirect("backoffice:pay_in")
    return redirect("backoffice:invoice", uuid=uuid)
