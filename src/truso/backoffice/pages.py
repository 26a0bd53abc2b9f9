"""How a page of our own stands in Wagtail's shell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from truso.backoffice.acting import new_form_key
from truso.kernel.quantity import MAX_QUANTITY, parse_quantity
from truso.processes.staff_sentences import WORDS

Crumb = tuple[Any, str]


def page(
    request: HttpRequest, template: str, title: str, trail: Sequence[Crumb], context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Render a page: `trail` names the lists above it by their URL names."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Today")}]
    crumbs += [{"url": reverse(name), "label": label} for label, name in trail]
    crumbs.append({"url": "", "label": title})
    return render(
        request,
        f"backoffice/{template}",
        {
            "breadcrumbs_items": crumbs,
            "header_title": title,
            "page_title": title,
            "form_key": new_form_key(),
            "can": _Rights(request.user),
            **context,
        },
        status=status,
    )


class _Rights:
    """What the reader may do, asked by templates as `can.orders__ship_order`."""

    def __init__(self, user: Any) -> None:
        self.user = user

    def __getitem__(self, name: str) -> bool:
        return bool(self.user.has_perm(name.replace("__", ".", 1)))


def read_quantities(
    request: HttpRequest, keys: Sequence[int], names: dict[str, str]
) -> tuple[dict[int, Decimal], list[str]]:
    """Read `quantity_<key>` of a form; empty means none. Returns the quantities, and what is wrong in words."""
    found, problems = {}, []
    for key in keys:
        typed = request.POST.get(f"quantity_{key}", "").strip()
        if not typed:
            continue
        quantity = parse_quantity(typed[:30])
        if quantity is None or not 0 <= quantity <= MAX_QUANTITY:
            problems.append(f"{names.get(str(key), '')}: {_(WORDS['quantity_invalid']) % {'typed': typed[:30]}}")
        elif quantity:
            found[key] = quantity
    return found, problems


def pdf(content: bytes, filename: str) -> HttpResponse:
    """Return a PDF to be shown by the browser."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return response
