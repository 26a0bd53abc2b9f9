"""Change a field of many articles at once: choose the goods, the field and the value; it is tried before it is written."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.import_page import field_groups
from truso.backoffice.lists.catalog import ProductFilter, find_products
from truso.backoffice.pages import page
from truso.backoffice.paginator import bounded_count
from truso.modules.catalog.models import Attribute, Brand, Category, Family, Product, ProductStatus, Variant
from truso.modules.tax.models import TaxClass
from truso.platform.imports import FieldSpec
from truso.processes.imports.bulk_edits import begin_bulk_edit, bulk_fields
from truso.processes.imports.parsing import CLEARABLE
from truso.processes.imports.rights import closed_fields, may_import

COUNTED = 10_000
MOST_CHOSEN = 1_000
SHOWN = 10
# Of more than so many choices one is typed.
MOST_CHOICES = 400


@staff_screen("catalog.change_product", "GET", "HEAD", "POST")
def bulk_edit(request: HttpRequest) -> HttpResponse:
    """Say what becomes of the products a list shows, or of those that were chosen in it."""
    if not may_import(request.user, "products"):
        raise Http404
    products = _chosen(request.GET)
    articles = Variant.objects.filter(product__in=products)
    fields = {field.code: field for field in bulk_fields(closed_fields(request.user, "products"))}
    field = fields.get(request.POST.get("field") or request.GET.get("field", ""))
    problems: list[str] = []
    if request.method == "POST" and field:
        made: list[UUID] = []
        value = None if request.POST.get("clear") else request.POST.get("value", "")
        label = str(field.label)

        def act() -> None:
            told = _("emptied") if value is None else value.strip()[:60]
            run = begin_bulk_edit(
                articles=articles, field=field.code, value=value, name=f"{label}: {told}"[:150], by=str(request.user),
                by_id=request.user.pk,
            )  # fmt: skip
            made.append(run.uuid)

        problems = act_once(request, act, done=_("It is being tried. Look at what would change, then start it."))
        if not problems:
            return redirect("backoffice:import_run", uuid=made[0]) if made else redirect("staff_imports:index")
    context = {
        "problems": problems,
        "query": _without(request.GET, "field"),
        "products": _counted(products),
        "articles": _counted(articles),
        "sample": list(articles.select_related("product").order_by("pk")[:SHOWN]),
        "groups": field_groups(list(fields.values())),
        "field": field,
        "choices": choices_of(field) if field else [],
        "can_clear": can_clear(field),
        "typed": request.POST.get("value", ""),
    }
    trail = [(_("Products"), "staff_products:index")]
    return page(request, "bulk_edit.html", _("Change many"), trail, context, status=422 if problems else 200)


def _chosen(data: QueryDict) -> QuerySet[Product]:
    """Return the products chosen one by one, else all that fit the list's search and filters."""
    if "product" in data:
        return Product.objects.filter(
            uuid__in=[one for one in map(_uuid, data.getlist("product")[:MOST_CHOSEN]) if one]
        )
    rows = ProductFilter(data, queryset=Product.objects.all()).qs
    words = data.get("q", "").strip()[:100].replace("\x00", "")
    return find_products(rows, words) if words else rows


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _without(data: QueryDict, name: str) -> list[tuple[str, str]]:
    """Return the address's parameters but one, as a form hands them on."""
    return [(key, value) for key, values in data.lists() if key != name for value in values]


def _counted(rows: QuerySet[Any]) -> tuple[int, bool]:
    """Return how many there are, and whether that is where counting stopped."""
    count = bounded_count(rows, COUNTED)
    return min(count, COUNTED), count > COUNTED


def can_clear(field: FieldSpec | None) -> bool:
    """Tell whether a field can be emptied."""
    code = field.code if field else ""
    return code in CLEARABLE or code.partition(":")[0] in {"attribute", "label"} or (code.startswith("text:") and not code.endswith(":name"))  # fmt: skip


def choices_of(field: FieldSpec) -> list[tuple[str, str]]:
    """Return what a field can be, where that is a short list."""
    code, _colon, rest = field.code.partition(":")
    if field.type == "boolean":
        return [("true", _("Yes")), ("false", _("No"))]
    if code in {"status", "product_status"}:
        return [(value, str(label)) for value, label in ProductStatus.choices]
    if code == "kind":
        return [(value, str(label)) for value, label in Variant.Kind.choices]
    if code == "attribute":
        attribute = Attribute.objects.filter(code=rest.partition(":")[0]).first()
        if attribute and attribute.type == "boolean":
            return [("true", _("Yes")), ("false", _("No"))]
        return [(one.code, str(one)) for one in attribute.choices.all()[:MOST_CHOICES]] if attribute else []
    models: dict[str, Any] = {"category": Category, "brand": Brand, "family": Family, "tax_class": TaxClass}
    rows = list(models[code].objects.all()[: MOST_CHOICES + 1]) if code in models else []
    return [(one.code, str(one)) for one in rows] if len(rows) <= MOST_CHOICES else []
