"""A tender's price sheet on a draft: read it, fill the gaps, take it over as the agreement's prices."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.backoffice.words import language
from truso.kernel.money import parse_amount
from truso.kernel.refusals import NotFound, Refused, refuse
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.tenders import apply_sheet, match_row, standing_of
from truso.processes.tenders import draft_of, read_tender

PER_PAGE = 100
# What is shown: everything, or a kind of gap.
SHOWN = {
    "gaps": {"variant__isnull": True},
    "unpriced": {"price__isnull": True},
    "ready": {"variant__isnull": False, "price__isnull": False},
}


def _draft(uuid: UUID) -> Agreement:
    try:
        return draft_of(uuid)
    except NotFound as missing:
        raise Http404 from missing


@staff_screen("agreements.view_agreement")
def tender(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show the sheet: its rows, our articles for them, and what is missing."""
    agreement = _draft(uuid)
    show = request.GET.get("show", "")
    rows = agreement.tender_rows.filter(**SHOWN.get(show, {})).select_related("variant__product")
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {"agreement": agreement, "standing": standing_of(agreement), "rows": found, "show": show}
    trail = [(_("Agreements"), "staff_agreements:index")]
    return page(request, "tender.html", _("Price sheet of a tender"), trail, context)


@staff_screen("agreements.change_agreement", "POST")
def tender_read(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Read a price sheet in the place of the one there was."""
    agreement, file = _draft(uuid), request.FILES.get("file")
    try:
        if file is None or file.file is None:
            raise refuse("file_missing", "file")
        count = read_tender(agreement=agreement, file=file.file, name=file.name or "", language=language())
    except Refused as refused:
        tell(request, [words_of(refusal) for refusal in refused.refusals])
    else:
        messages.success(
            request, ngettext("%(count)s row is read.", "%(count)s rows are read.", count) % {"count": count}
        )
    return redirect("backoffice:tender", uuid=uuid)


@staff_screen("agreements.change_agreement", "POST")
def tender_row(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say which article a row means, and at which price."""
    _draft(uuid)
    typed, place = request.POST.get("price", "").strip(), request.POST.get("position", "")

    def act() -> None:
        price = parse_amount(typed) if typed else None
        if typed and price is None:
            raise refuse("price_negative", "price")
        match_row(
            uuid=uuid,
            position=int(place) if place.isdigit() and len(place) < 9 else 0,
            sku=request.POST.get("sku", ""),
            price=price,
        )

    tell(request, act_once(request, act, done=_("Saved.")))
    here = reverse("backoffice:tender", args=[uuid])
    return redirect(f"{here}?show={request.POST.get('show', '')[:10]}&p={request.POST.get('p', '1')[:5]}")


@staff_screen("agreements.change_agreement", "POST")
def tender_apply(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take the rows that are ready over as the agreement's prices."""
    _draft(uuid)
    problems = act_once(
        request, lambda: apply_sheet(uuid=uuid), done=_("The prices are in the agreement's price list.")
    )
    tell(request, problems)
    return redirect("backoffice:tender" if problems else "backoffice:agreement", uuid=uuid)
