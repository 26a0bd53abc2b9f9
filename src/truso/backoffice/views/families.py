"""What a family is described by: its attributes, their order and groups, and what each is for."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.modules.catalog.models import Attribute, AttributeGroup, Family, FamilyAttribute
from truso.modules.catalog.operations import save_family_attributes

FLAGS = ("is_required", "is_variant_axis", "is_facet", "is_column", "is_compared")
MOST = 300


@staff_screen("catalog.view_family", "GET", "HEAD", "POST")
def family_attributes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which attributes a family has and what they are used for; change it for those who may."""
    family = Family.objects.filter(pk=pk).first()
    if family is None:
        raise Http404
    can_change = request.user.has_perm("catalog.change_family")
    if request.method == "POST" and not can_change:
        raise Http404
    problems: list[str] = []
    if request.method == "POST":
        rows = _attribute_rows(request)
        problems = act_once(
            request, lambda: save_family_attributes(family=family, rows=rows), done=_("The family is saved.")
        )
        if not problems:
            return redirect("backoffice:family", pk=pk)
    present = list(family.family_attributes.select_related("attribute", "group"))
    others = Attribute.objects.exclude(pk__in=[row.attribute_id for row in present])
    context = {
        "family": family,
        "rows": [_row(row) for row in present],
        "flags": _flag_names(),
        "groups": list(AttributeGroup.objects.all()),
        "others": list(others),
        "problems": problems,
        "can_change": can_change,
    }
    status = 422 if problems else 200
    return page(request, "family.html", str(family), [(_("Families"), "staff_families:index")], context, status)


def _flag_names() -> list[tuple[str, str]]:
    names = (_("Required"), _("Tells variants apart"), _("Filter"), _("Column"), _("Compared"))
    return list(zip(FLAGS, names, strict=True))


def _row(row: FamilyAttribute) -> dict[str, Any]:
    flags = [(flag, name, getattr(row, flag)) for flag, name in _flag_names()]
    return {"attribute": row.attribute, "group": row.group.code if row.group else "", "flags": flags}


def _attribute_rows(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the rows as posted, in the order of the places typed beside them; a row without one keeps its own."""
    rows = []
    for place, code in enumerate(request.POST.getlist("attribute")[:MOST], 1):
        if code and not request.POST.get(f"remove_{code}"):
            flags = {flag: bool(request.POST.get(f"{flag}_{code}")) for flag in FLAGS}
            typed = request.POST.get(f"position_{code}", "").strip()[:5]
            wanted = int(typed) if typed.isascii() and typed.isdigit() else place
            rows.append(
                (
                    wanted,
                    wanted >= place,
                    place,
                    {"code": code, "group": request.POST.get(f"group_{code}", ""), **flags},
                )
            )
    # One that moves up comes before the one whose place it takes, one that moves down after it.
    found = [row for *_order, row in sorted(rows, key=lambda one: one[:3])]
    if request.POST.get("new_attribute"):
        found.append({"code": request.POST["new_attribute"], "is_facet": True, "is_compared": True})
    return found
