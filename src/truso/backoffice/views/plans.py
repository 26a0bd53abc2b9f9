"""What is planned of a product: values that come at a time and perhaps go at another."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.import_page import field_groups
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.backoffice.times import staff_timezone
from truso.backoffice.views.bulk_edit import can_clear, choices_of
from truso.kernel.refusals import Refusal, refuse
from truso.modules.catalog.models import Product
from truso.platform.imports import FieldSpec
from truso.platform.imports.models import PlannedChange
from truso.platform.imports.planned import NewPlan, cancel_plan, plan_change
from truso.processes.imports.bulk_edits import bulk_fields
from truso.processes.imports.rights import closed_fields

SHOWN = 100


@staff_screen("catalog.view_product", "GET", "HEAD", "POST")
def product_plans(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show what is planned and what became of it; plan and cancel for those who may."""
    product = Product.objects.filter(uuid=uuid).first()
    if product is None:
        raise Http404
    can_change = request.user.has_perm("catalog.change_product")
    fields = {one.code: one for one in bulk_fields(closed_fields(request.user, "products"))}
    field = fields.get(request.POST.get("field") or request.GET.get("field", ""))
    problems: list[str] = []
    if request.method == "POST":
        if not can_change:
            raise Http404
        if "cancel" in request.POST:
            plan = _own(product, request.POST["cancel"])
            problems = act_once(request, lambda: cancel_plan(uuid=plan.uuid), done=_("The plan is given up."))
        else:
            problems = act_once(request, lambda: _plan(request, product, field), done=_("The change is planned."))
        if not problems:
            return redirect("backoffice:product_plans", uuid=uuid)
    plans = PlannedChange.objects.filter(target="products", subject=product.code).order_by("-at", "-id")[:SHOWN]
    context = {
        "product": product,
        "part": "plans",
        "can_change": can_change,
        "problems": problems,
        "typed": request.POST if problems else {},
        "groups": field_groups(list(fields.values())),
        "field": field,
        "choices": choices_of(field) if field else [],
        "can_clear": can_clear(field),
        "articles": list(product.variants.values_list("sku", flat=True)[:500]),
        "plans": [_shown(plan, fields) for plan in plans],
        "zone": str(staff_timezone()),
    }
    trail = [(_("Products"), "staff_products:index")]
    title = f"{product.code}: {_('Planned changes')}"
    return page(request, "product_plans.html", title, trail, context, status=422 if problems else 200)


def _own(product: Product, text: str) -> PlannedChange:
    try:
        plan = PlannedChange.objects.filter(uuid=UUID(text), target="products", subject=product.code).first()
    except ValueError as problem:
        raise Http404 from problem
    if plan is None:
        raise Http404
    return plan


def _plan(request: HttpRequest, product: Product, field: FieldSpec | None) -> None:
    data = request.POST
    sku = data.get("sku") or product.variants.values_list("sku", flat=True).first()
    if field is None or not sku or not product.variants.filter(sku=sku).exists():
        raise refuse("field_required", "field")
    value = None if data.get("clear") else data.get("value", "").strip()
    if value == "":
        raise refuse("field_required", "value")
    at, until = _moment(data.get("at", ""), "at"), data.get("until", "")
    if at is None:
        raise refuse("field_required", "at")
    plan = NewPlan(
        target="products", key={"sku": sku}, subject=product.code, field=field.code, value=value, at=at,
        until=_moment(until, "until"),
    )  # fmt: skip
    plan_change(plan=plan, by=str(request.user), by_id=request.user.pk)


def _moment(text: str, name: str) -> datetime | None:
    """Read a moment as the form writes it, in the shop's own time; refuses `moment_unreadable`."""
    if not text.strip():
        return None
    try:
        return datetime.fromisoformat(text.strip()[:16]).replace(tzinfo=staff_timezone())
    except ValueError as problem:
        raise refuse("moment_unreadable", name) from problem


def _shown(plan: PlannedChange, fields: dict[str, FieldSpec]) -> dict[str, Any]:
    spec = fields.get(plan.field)
    return {
        "plan": plan,
        "name": str(spec.label) if spec else plan.field,
        "sku": plan.key.get("sku", ""),
        "problem": words_of(Refusal(**plan.problem)) if plan.problem else "",
        "is_open": plan.state in {PlannedChange.State.PLANNED, PlannedChange.State.ACTIVE},
    }
