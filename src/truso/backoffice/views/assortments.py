"""A selection of goods: its rules, whom it limits, and how much is in it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.modules.catalog.assortments import Criterion, limit_to, save_criteria
from truso.modules.catalog.models import (
    Assortment,
    AssortmentRule,
    AssortmentVariant,
    Attribute,
    Brand,
    Category,
    Channel,
    Family,
)
from truso.modules.customers.models import Segment
from truso.modules.markets.models import Market

# Counted exactly up to here: more would read the whole selection.
COUNTED = 10_000
SPARE = 3
MOST = 200
_PARTS = ("category", "brand", "family", "attribute")


@staff_screen("catalog.view_assortment", "GET", "HEAD", "POST")
def assortment(request: HttpRequest, pk: int) -> HttpResponse:
    """Show by which rules goods are in a selection and whom it limits; change it for those who may."""
    found = Assortment.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    can_change = request.user.has_perm("catalog.change_assortment")
    problems: list[str] = []
    rows = [_row_of(one) for one in found.criteria.all()]
    if request.method == "POST":
        if not can_change:
            raise Http404
        criteria = _criteria(request.POST)
        rows = [_typed(one) for one in criteria]

        def save() -> None:
            save_criteria(assortment=found, criteria=criteria)
            limit_to(
                assortment=found, market_ids=_keys(request.POST, "market"), segment_ids=_keys(request.POST, "segment")
            )

        names = {f"criteria.{place}": _("Rule %(number)s") % {"number": place + 1} for place in range(len(criteria))}
        problems = act_once(
            request, save, done=_("The selection is saved. Its goods are put together in the background."), names=names
        )
        if not problems:
            return redirect("backoffice:assortment", pk=pk)
    context = {"assortment": found, "can_change": can_change, "problems": problems, **_about(found, rows)}
    return page(
        request,
        "assortment.html",
        str(found),
        [(_("Assortments"), "staff_assortments:index")],
        context,
        422 if problems else 200,
    )


def _about(found: Assortment, rows: list[dict[str, Any]]) -> dict[str, Any]:
    by_rule = AssortmentVariant.objects.filter(assortment=found, is_by_rule=True)[: COUNTED + 1].count()
    by_hand = AssortmentVariant.objects.filter(assortment=found, is_by_rule=False)[: COUNTED + 1].count()
    rules = AssortmentRule.objects.filter(assortment=found).select_related("customer")
    options = [
        ("category", _("Category"), [(one.pk, str(one)) for one in Category.objects.all()]),
        ("brand", _("Brand"), list(Brand.objects.values_list("pk", "name"))),
        ("family", _("Family"), [(one.pk, str(one)) for one in Family.objects.all()]),
        ("attribute", _("Attribute"), [(one.pk, str(one)) for one in Attribute.objects.all()]),
    ]
    shown: list[dict[str, Any]] = [*rows, *({} for _spare in range(SPARE))]
    return {
        "rows": [{**row, "parts": [(*one, row.get(one[0])) for one in options]} for row in shown],
        "markets": list(Market.objects.all()), "segments": list(Segment.objects.all()), "channels": list(Channel.objects.filter(assortment=found)),
        "in_markets": {one.market_id for one in rules}, "in_segments": {one.segment_id for one in rules},
        "customers": [one.customer for one in rules if one.customer][:50], "by_rule": by_rule, "by_hand": by_hand, "counted": COUNTED,
    }  # fmt: skip


def _row_of(one: Any) -> dict[str, Any]:
    return {
        **{name: getattr(one, f"{name}_id") for name in _PARTS},
        "value": one.value,
        "is_excluding": one.is_excluding,
    }


def _typed(one: Criterion) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) or None for name in _PARTS},
        "value": one.value,
        "is_excluding": one.is_excluding,
    }


def _criteria(data: QueryDict) -> list[Criterion]:
    """Return the rules as posted; rows that say nothing fall out."""
    columns = [data.getlist(name)[: MOST + 1] for name in (*_PARTS, "value", "act")]
    found = [
        Criterion(_key(category), _key(brand), _key(family), _key(attribute), value[:200], act == "out")
        for category, brand, family, attribute, value, act in zip(*columns, strict=False)
    ]
    return [one for one in found if one.says_something or one.value.strip()]


def _key(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _keys(data: QueryDict, name: str) -> list[int]:
    return [key for key in map(_key, data.getlist(name)) if key]
