"""The numbers a customer knows our articles by."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import Refusal
from truso.modules.catalog.models import CustomerArticleNumber, Variant
from truso.modules.catalog.own_numbers import save_own_numbers
from truso.modules.customers.models import Customer

SHOWN = 200
MOST_LINES = 5_000
MOST_TOLD = 20


@staff_screen("customers.view_customer", "GET", "HEAD", "POST")
def own_numbers(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a customer's own numbers, find one, and take a pasted list of them."""
    customer = Customer.objects.filter(uuid=uuid).first()
    if customer is None:
        raise Http404
    can_change = request.user.has_perm("customers.change_customer")
    problems: list[str] = []
    typed = ""
    if request.method == "POST":
        if not can_change:
            raise Http404
        typed = request.POST.get("lines", "")
        act, names, problems, count = _read(typed, customer.pk)
        if not problems:
            done = ngettext("%(count)s number is saved.", "%(count)s numbers are saved.", count) % {"count": count}
            problems = act_once(request, act, done=done, names=names)
        if not problems:
            return redirect("backoffice:own_numbers", uuid=uuid)
    words = request.GET.get("q", "").strip()[:60]
    rows = (
        CustomerArticleNumber.objects.filter(customer=customer).select_related("variant").order_by("number_normalized")
    )
    if words:
        code = normalize_code(words)
        rows = rows.filter(number_normalized__startswith=code) | rows.filter(variant__sku_normalized__startswith=code)
    shown = list(rows[: SHOWN + 1])
    context = {
        "customer": customer,
        "can_change": can_change,
        "problems": problems,
        "typed": typed,
        "words": words,
        "rows": shown[:SHOWN],
        "has_more": len(shown) > SHOWN,
        "shown": SHOWN,
    }
    trail = [(_("Customers"), "staff_customers:index")]
    title = f"{customer.name}: {_('Own article numbers')}"
    return page(request, "own_numbers.html", title, trail, context, status=422 if problems else 200)


def _read(text: str, customer_id: int) -> tuple[Callable[[], None], dict[str, str], list[str], int]:
    """Return what saves the pasted lines, what their articles are called, what can't be read, and how many there are."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return lambda: None, {}, [words_of(Refusal("field_required"))], 0
    if len(lines) > MOST_LINES:
        return lambda: None, {}, [words_of(Refusal("too_many_lines", {"most": MOST_LINES}))], 0
    parts = [_parts(line) for line in lines]
    found = {
        variant.sku_normalized: variant
        for variant in Variant.objects.filter(sku_normalized__in={normalize_code(sku) for sku, _number in parts}).only(
            "sku", "sku_normalized"
        )
    }
    unknown = [sku for sku, _number in parts if normalize_code(sku) not in found]
    problems = [words_of(Refusal("sku_not_found", {"sku": sku[:60]})) for sku in unknown[:MOST_TOLD]]
    numbers = {found[normalize_code(sku)].pk: number for sku, number in parts if normalize_code(sku) in found}
    names = {f"numbers.{variant.pk}": variant.sku for variant in found.values()}
    return lambda: save_own_numbers(customer_id=customer_id, numbers=numbers), names, problems, len(numbers)


def _parts(line: str) -> tuple[str, str]:
    """Part a line into our number and theirs: by a tab, a semicolon, or else the first space."""
    for sign in ("\t", ";", None):
        if sign is None or sign in line:
            first, *rest = line.strip().split(sign, 1)
            return first.strip(), rest[0].strip() if rest else ""
    return line.strip(), ""
