"""How an article is packed: its boxes, cartons and pallets."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.backoffice.words import language
from truso.kernel.money import parse_amount
from truso.kernel.refusals import Refusal
from truso.modules.catalog.models import PackagingLevel, Variant
from truso.modules.catalog.packaging import KINDS, Level, save_packaging
from truso.modules.output.formats import format_typed

SPARE = 3
MOST_LEVELS = 12
SIZES = (
    ("length_mm", gettext_lazy("Length in mm")),
    ("width_mm", gettext_lazy("Width in mm")),
    ("height_mm", gettext_lazy("Height in mm")),
)
_FIELDS = ("code", "factor", "gtin", "weight_kg", *(name for name, _label in SIZES))


@staff_screen("catalog.view_variant", "GET", "HEAD", "POST")
def packaging(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show how an article is packed, and change it for those who may."""
    variant = Variant.objects.filter(uuid=uuid).select_related("product").first()
    if variant is None:
        raise Http404
    can_change = request.user.has_perm("catalog.change_variant")
    problems: list[str] = []
    rows = [_shown(level) for level in variant.packaging.all()]
    if request.method == "POST":
        if not can_change:
            raise Http404
        rows = _typed(request.POST)
        levels, refusals = _read(rows, {level.code: dict(level.names) for level in variant.packaging.all()})
        names = {
            f"levels.{place}.{field}": _(KINDS[row["code"]]) if row["code"] in KINDS else row["code"]
            for place, row in enumerate(rows)
            for field in _FIELDS
        }
        problems = [words_of(refusal, names) for refusal in refusals] or act_once(
            request,
            lambda: save_packaging(variant=variant, levels=levels),
            done=_("The packaging is saved."),
            names=names,
        )
        if not problems:
            return redirect("backoffice:packaging", uuid=uuid)
    rows += [dict.fromkeys(_FIELDS, "") for _place in range(SPARE)]
    context = {
        "variant": variant,
        "can_change": can_change,
        "problems": problems,
        "rows": list(enumerate(rows[:MOST_LEVELS])),
        "kinds": [(code, _(name)) for code, name in KINDS.items()],
        "sizes": SIZES,
    }
    trail = [(_("Products"), "staff_products:index")]
    title = f"{variant.sku}: {_('Packaging')}"
    return page(request, "packaging.html", title, trail, context, status=422 if problems else 200)


def _shown(level: PackagingLevel) -> dict[str, str]:
    row = {"code": level.code, "gtin": level.gtin, "factor": format_typed(level.factor, language())}
    row["weight_kg"] = "" if level.weight_kg is None else format_typed(level.weight_kg, language())
    row |= {name: "" if getattr(level, name) is None else str(getattr(level, name)) for name, _label in SIZES}
    return row


def _typed(data: QueryDict) -> list[dict[str, str]]:
    """Return the rows with anything in them, as typed."""
    rows = [
        {field: data.get(f"{field}_{key}", "")[:30].strip() for field in _FIELDS}
        for key in data.getlist("row")[:MOST_LEVELS]
        if not data.get(f"remove_{key}")
    ]
    return [row for row in rows if any(row.values())]


def _read(rows: list[dict[str, str]], names: dict[str, dict[str, str]]) -> tuple[list[Level], list[Refusal]]:
    levels, refusals = [], []
    for place, row in enumerate(rows):
        factor = parse_amount(row["factor"])
        if factor is None or not 0 <= factor < 10**9:
            refusals.append(Refusal("quantity_invalid", {"typed": row["factor"]}, f"levels.{place}.factor"))
        weight = parse_amount(row["weight_kg"]) if row["weight_kg"] else None
        if row["weight_kg"] and (weight is None or not 0 <= weight < 10**8):
            refusals.append(Refusal("quantity_invalid", {"typed": row["weight_kg"]}, f"levels.{place}.weight_kg"))
        sizes: dict[str, Any] = {}
        for name, _label in SIZES:
            text = row[name]
            if text and not (text.isascii() and text.isdigit() and len(text) < 7):
                refusals.append(Refusal("quantity_invalid", {"typed": text}, f"levels.{place}.{name}"))
            else:
                sizes[name] = int(text) if text else None
        if factor is not None:
            levels.append(
                Level(
                    code=row["code"],
                    factor=factor,
                    names=names.get(row["code"], {}),
                    gtin=row["gtin"],
                    weight_kg=weight,
                    **sizes,
                )
            )
    return levels, refusals
