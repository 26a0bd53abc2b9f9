"""The history of a product: every field, who changed it and by what; any of it put back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.backoffice.words import language
from truso.kernel.refusals import refuse
from truso.modules.catalog.models import Product, ProductStatus, Variant
from truso.modules.output.formats import format_number
from truso.platform.imports import find_target
from truso.processes.product_history import HistoryLine, history_of, restore

LONG = 160
_CHOICES: dict[str, dict[Any, Any]] = {
    "status": dict(ProductStatus.choices), "product_status": dict(ProductStatus.choices), "kind": dict(Variant.Kind.choices),
}  # fmt: skip


@staff_screen("catalog.view_product", "GET", "HEAD", "POST")
def product_history(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show what happened to a product, the latest first; put a value back for those who may."""
    product = Product.objects.filter(uuid=uuid).first()
    if product is None:
        raise Http404
    can_change = request.user.has_perm("catalog.change_product")
    names = _field_names()
    problems: list[str] = []
    if request.method == "POST":
        entry, _colon, field = request.POST.get("restore", "0:").partition(":")
        if not can_change or not entry.isascii() or not entry.isdigit() or len(entry) > 18:
            raise Http404
        problems = act_once(
            request,
            lambda: _restore(product, int(entry), field),
            done=_("The value is put back."),
            names=names,
        )
        if not problems:
            return redirect("backoffice:product_history", uuid=uuid)
    typed = request.GET.get("before", "")
    before = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else None
    shown = history_of(product, before=before)
    context = {
        "product": product,
        "part": "history",
        "problems": problems,
        "can_change": can_change,
        "lines": [_shown(line, names) for line in shown.lines],
        "next_before": shown.next_before,
        "is_later": before is not None,
    }
    title = f"{product.code}: {_('History')}"
    trail = [(_("Products"), "staff_products:index")]
    return page(request, "product_history.html", title, trail, context, status=422 if problems else 200)


def _restore(product: Product, entry_id: int, field: str) -> None:
    if not entry_id:
        raise refuse("not_restorable", "restore")
    restore(product=product, entry_id=entry_id, field=field)


def _field_names() -> dict[str, str]:
    target = find_target("products")
    return {field.code: str(field.label) for field in target.fields()} if target else {}


def _part_names() -> dict[str, str]:
    return {
        "packaginglevel": _("Packaging"), "productpicture": _("Picture"), "relation": _("Related product"),
        "channeltext": _("Words of a channel"), "product": _("Product"), "variant": _("Article"), "producttext": _("Text"),
    }  # fmt: skip


def _shown(line: HistoryLine, names: dict[str, str]) -> dict[str, Any]:
    part, _dot, column = line.field.rpartition(".")
    name = names.get(line.field) or f"{_part_names().get(part, part)}: {column.removesuffix('_id').replace('_', ' ')}"
    choices = _CHOICES.get(line.field, {})
    texts = {
        side: (str(choices.get(getattr(line, side), "")) if choices else "") or _text(getattr(line, side))
        for side in ("before", "after")
    }
    return {
        "line": line,
        "name": name,
        "button": f"{line.entry_id}:{line.field}",
        **texts,
        "is_long": any(len(text) > LONG for text in texts.values()),
    }


def _text(value: Any) -> str:
    if value is None or value in ("", {}, []):
        return ""
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    if isinstance(value, int | float):
        return format_number(Decimal(str(value)), language())
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
