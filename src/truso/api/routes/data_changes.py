"""What is planned of product data, and what became of it: plans, the history of a product, values put back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from truso.api.answers.data import HistoryLineView, HistoryPage, PlanPage, PlanView
from truso.api.auth import Caller, Gate
from truso.api.encoding import reply
from truso.api.inputs import PAGE_SIZE, PlanIn, RestoreIn
from truso.api.once import write_once
from truso.api.openapi import gives
from truso.api.paging import page_of
from truso.api.problems import refusal_view, wrong
from truso.api.routes.data import target_for
from truso.kernel.refusals import NotFound, Refusal
from truso.modules.catalog.models import Product, Variant
from truso.modules.identity.rules import Scope
from truso.platform.database.transactions import write
from truso.platform.imports.models import PlannedChange
from truso.platform.imports.planned import NewPlan, cancel_plan, plan_change
from truso.processes.imports.rights import closed_fields, may_import, may_see, seen_by
from truso.processes.product_history import history_of, restore

router = Router(tags=["Product data"])
STAFF = Gate(Scope.DATA, needs_hat=False, is_staff=True)
PRODUCTS = "products"


def _plan_view(plan: PlannedChange) -> PlanView:
    return PlanView(
        uuid=plan.uuid,
        kind=plan.target,
        key={name: str(value) for name, value in plan.key.items()},
        field=plan.field,
        value=plan.value,
        at=plan.at,
        until=plan.until,
        state=plan.state,
        by=plan.by,
        problem=refusal_view(Refusal(**plan.problem)) if plan.problem else None,
    )


@router.get("/plans", auth=STAFF, url_name="plans", operation_id="list_plans", **gives(200, PlanPage))
def plans(
    request: HttpRequest,
    subject: str = Query("", max_length=80),
    cursor: UUID | None = Query(None),
    limit: int = Query(50, ge=1, le=PAGE_SIZE),
) -> HttpResponse:
    """List planned changes of kinds the caller may see, the latest first; of one product by its code (`subject`)."""
    kinds = seen_by(request.auth.person)  # type: ignore[attr-defined]
    found = PlannedChange.objects.filter(target__in=kinds)
    rows, following = page_of(found.filter(subject=subject) if subject else found, "at", cursor, limit)
    return reply(PlanPage(items=[_plan_view(plan) for plan in rows], next_cursor=following))


@router.post("/plans", auth=STAFF, url_name="plans", operation_id="create_plan", **gives(201, PlanView, key="optional"))
def create_plan(request: HttpRequest, data: PlanIn) -> HttpResponse:
    """Plan that a field of an article (or its product) gets a value, and until when. Judged at once as if written now."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    target_for(caller, PRODUCTS, to_write=True)
    if data.field in closed_fields(caller.person, PRODUCTS):
        raise wrong(422, "import_field_closed", "field", field=data.field)
    subject = Variant.objects.filter(sku=data.sku).values_list("product__code", flat=True).first()
    if subject is None:
        raise wrong(422, "article_not_found", "sku", sku=data.sku)
    plan = NewPlan(PRODUCTS, {"sku": data.sku}, subject, data.field, data.value, data.at, data.until)

    def act() -> tuple[int, PlanView]:
        made = plan_change(plan=plan, by=str(caller.person), by_id=caller.person.pk if caller.person else None)
        return 201, _plan_view(made)

    return write_once(request, "create_plan", data, act)


@router.delete("/plans/{uuid}", auth=STAFF, url_name="plan", operation_id="cancel_plan", **gives(200, PlanView))
def cancel(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give up a plan that has not begun, or let one in force end at once."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    found = PlannedChange.objects.filter(uuid=uuid).first()
    if found is None or not may_import(caller.person, found.target):
        raise NotFound("plan")
    with write(caller.actor):
        plan = cancel_plan(uuid=uuid)
    return reply(_plan_view(plan))


def _product(caller: Caller, uuid: UUID, *, to_write: bool = False) -> Product:
    may = may_import if to_write else may_see
    found = Product.objects.filter(uuid=uuid).first()
    if found is None or not may(caller.person, PRODUCTS):
        raise NotFound("product")
    return found


@router.get(
    "/product-history/{uuid}",
    auth=STAFF,
    url_name="product-history",
    operation_id="get_product_history",
    **gives(200, HistoryPage),
)
def history(
    request: HttpRequest,
    uuid: UUID,
    before: int | None = Query(None, ge=1, le=2**62),
    limit: int = Query(100, ge=1, le=500),
) -> HttpResponse:
    """Return what changed of a product, its texts, articles, packaging, pictures and relations, the latest first."""
    page = history_of(_product(request.auth, uuid), before=before, limit=limit)  # type: ignore[attr-defined]
    items = [
        HistoryLineView(
            change=f"{line.entry_id}:{line.field}",
            at=line.at,
            action=line.action,
            source=line.source.kind,
            source_name=line.source.name,
            sku=line.sku,
            field=line.field,
            before=_text(line.before),
            after=_text(line.after),
            can_restore=line.can_restore,
        )
        for line in page.lines
    ]
    return reply(HistoryPage(items=items, next_before=str(page.next_before) if page.next_before else None))


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, float) else value


@router.post(
    "/product-history/{uuid}",
    auth=STAFF,
    url_name="product-history",
    operation_id="restore_product_value",
    **gives(204),
)
def put_back(request: HttpRequest, uuid: UUID, data: RestoreIn) -> HttpResponse:
    """Put a value back to what it was before a change, named as the history names it (`change`). It is a change itself."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    product = _product(caller, uuid, to_write=True)
    entry, _colon, field = data.change.partition(":")
    if not (entry.isascii() and entry.isdigit() and len(entry) < 19):
        raise NotFound("change")
    with write(caller.actor):
        restore(product=product, entry_id=int(entry), field=field)
    return HttpResponse(status=204)
