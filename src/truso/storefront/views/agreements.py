"""A company's agreements: what is agreed, the prices as a table and as files, signing, and asking for a change."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from truso.kernel.buyer import Buyer, Right
from truso.kernel.money import parse_amount
from truso.kernel.refusals import Refused, refuse
from truso.kernel.texts import one_line
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.operations import decline_agreement, sign_agreement
from truso.modules.agreements.prices import list_agreed_prices
from truso.modules.agreements.queries import begun_on, get_agreement, get_agreement_file, list_agreements, may_sign
from truso.modules.agreements.wishes import ask_for_change, wishes_of
from truso.modules.orders.purchases import purchases_since
from truso.modules.output.pdf import render_data_sheet
from truso.platform.access import buyer_right
from truso.platform.imports.outputs import CONTENT_TYPES
from truso.processes.agreements import agreement_document, agreement_sheet, price_table
from truso.storefront.actor import buyer_on, writing
from truso.storefront.agreement_page import LOOKS, facts_of, price_rows, wish_words
from truso.storefront.downloads import pdf_response
from truso.storefront.formats import format_money
from truso.storefront.refusals import by_subject
from truso.storefront.views.answers import tell
from truso.storefront.views.pages import render_page

PER_PAGE = 50
MOST_PAGES = 2_000


@buyer_right(Right.VIEW_AGREEMENT)
@require_GET
def agreements(request: HttpRequest) -> HttpResponse:
    """List the company's agreements, all their versions."""
    buyer = buyer_on(request)
    found = [
        (one, LOOKS.get(one.state, "")) for one in list_agreements(buyer).order_by("-valid_from", "number", "-version")
    ]
    return render_page(request, "storefront/account/agreements.html", {"agreements": found, "section": "agreements"})


@buyer_right(Right.VIEW_AGREEMENT)
@require_GET
def agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show what is agreed: period, prices, payment, freight, range, people, purchases."""
    return _show(request, get_agreement(buyer_on(request), uuid))


def _show(
    request: HttpRequest, found: Agreement, values: dict[str, str] | None = None, errors: dict[str, str] | None = None
) -> HttpResponse:
    buyer = buyer_on(request)
    text = one_line(request.GET.get("q", ""))[:100]
    typed = request.GET.get("page", "1")
    page = min(max(int(typed), 1), MOST_PAGES) if typed.isdigit() and len(typed) < 6 else 1
    day = max(buyer.today, found.valid_from) if found.is_open else buyer.today
    rows = list_agreed_prices(
        found, language=buyer.language, day=day, text=text, limit=PER_PAGE + 1, offset=(page - 1) * PER_PAGE
    )
    wishes = list(wishes_of(found)[:200])
    since, customers = begun_on(found), buyer.customer.ids[:1] if buyer.customer else ()
    every = purchases_since(customers, since, currency=buyer.currency, timezone=buyer.market.timezone)
    context = {
        "agreement": found,
        "look": LOOKS.get(found.state, ""),
        "facts": facts_of(found, buyer, list(found.people.select_related("person"))),
        "prices": price_rows(buyer, rows[:PER_PAGE], every, wishes),
        "has_prices": bool(found.price_list_id),
        "text": text,
        "page": page,
        "has_more": len(rows) > PER_PAGE,
        "bought": format_money(sum((one.net for one in every.values()), Decimal(0)), buyer.currency, buyer.language),
        "general": [wish_words(buyer, one) for one in wishes if one.variant_id is None],
        "files": list(found.files.all()),
        "signatures": [one for one in found.steps.all() if one.kind == "signed"],
        "may_sign": found.state == Agreement.State.SENT and may_sign(buyer, found),
        "may_ask": found.state == Agreement.State.ACTIVE,
        "values": {"name": buyer.person_name, **(values or {})},
        "errors": errors or {},
        "section": "agreements",
    }
    return render_page(request, "storefront/account/agreement.html", context, status=422 if errors else 200)


@buyer_right(Right.VIEW_AGREEMENT)
@require_POST
def agreement_sign(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Countersign what was sent, or say no to it."""
    buyer = buyer_on(request)
    values = {name: one_line(request.POST.get(name, ""))[:500] for name in ("name", "sha256", "accepted", "reason")}
    try:
        with writing(request):
            if "decline" in request.POST:
                decline_agreement(buyer=buyer, uuid=uuid, reason=values["reason"])
            else:
                signed = sign_agreement(
                    buyer=buyer, uuid=uuid, values=values, address=request.META.get("REMOTE_ADDR", "")
                )
    except Refused as refused:
        errors = by_subject(refused.refusals, buyer)
        if set(errors) <= {"name", "accepted", "reason"}:
            return _show(request, get_agreement(buyer, uuid), values, errors)
        tell(request, refused.refusals)
        return HttpResponseRedirect(reverse("storefront:agreement", kwargs={"uuid": uuid}))
    if "decline" in request.POST:
        messages.success(request, _("We have been told, and write to you."))
        return HttpResponseRedirect(reverse("storefront:agreements"))
    is_active = signed.state == Agreement.State.ACTIVE
    messages.success(
        request,
        _("Signed. The agreement is in force.") if is_active else _("Signed. It is in force from its first day."),
    )
    return HttpResponseRedirect(reverse("storefront:agreement", kwargs={"uuid": uuid}))


@buyer_right(Right.VIEW_AGREEMENT)
@require_POST
def agreement_ask(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask for a change of an article or of the terms."""
    buyer = buyer_on(request)
    text, typed = one_line(request.POST.get("text", "")), request.POST.get("price", "").strip()
    price, variant = parse_amount(typed) if typed else None, request.POST.get("variant", "")
    try:
        if typed and price is None:
            raise refuse("price_not_a_number", "price")
        with writing(request):
            ask_for_change(buyer=buyer, uuid=uuid, text=text, price=price, variant=UUID(variant) if variant else None)
    except ValueError as wrong:
        raise Http404 from wrong
    except Refused as refused:
        tell(request, refused.refusals)
    else:
        messages.success(request, _("Thank you. The answer comes here and by e-mail."))
    return HttpResponseRedirect(reverse("storefront:agreement", kwargs={"uuid": uuid}) + "#prices")


@buyer_right(Right.VIEW_AGREEMENT)
@require_GET
def agreement_prices(request: HttpRequest, uuid: UUID, kind: str) -> Any:
    """Hand out the price list as CSV, XLSX or PDF."""
    buyer = buyer_on(request)
    found = get_agreement(buyer, uuid)
    if kind == "pdf":
        response: Any = HttpResponse(
            render_data_sheet(agreement_sheet(found, buyer.language)), content_type="application/pdf"
        )
    elif kind in ("csv", "xlsx"):
        day = max(buyer.today, found.valid_from) if found.is_open else buyer.today
        response = StreamingHttpResponse(
            price_table(found, kind, buyer.language, day), content_type=CONTENT_TYPES[kind]
        )
    else:
        raise Http404
    name = quote(f"{found.number}-{found.version}.{kind}".replace("/", "-"))
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    response["Cache-Control"] = "private, no-store"
    return response


@buyer_right(Right.VIEW_AGREEMENT)
@require_GET
def agreement_pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the document of an agreement as it was sent to be signed."""
    stored = _document(buyer_on(request), uuid)
    if stored is None:
        raise Http404
    return pdf_response(stored)


def _document(buyer: Buyer, uuid: UUID) -> Any:
    found = get_agreement(buyer, uuid)
    return agreement_document(found) if found.sha256 else None


@buyer_right(Right.VIEW_AGREEMENT)
@require_GET
def agreement_file(request: HttpRequest, uuid: UUID, file: UUID) -> HttpResponse:
    """Return a file that belongs to an agreement."""
    found = get_agreement_file(buyer_on(request), uuid, file)
    with found.file.open("rb") as opened:
        response = HttpResponse(opened.read(), content_type="application/pdf")
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(found.title)}.pdf"
    response["Cache-Control"] = "private, no-store"
    return response
