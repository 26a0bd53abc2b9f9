"""Favorites, shopping lists and carts put aside: seen, changed, shared, ordered from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from truso.kernel.buyer import Buyer, Right
from truso.kernel.quantity import parse_quantity
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.kernel.texts import one_line
from truso.modules.cart.judging import judge_lines
from truso.modules.cart.lists.operations import (
    ListChange,
    ListFields,
    change_list_lines,
    put_cart_aside,
    put_in_list,
    remove_list,
    save_list,
    set_favorite,
    take_over,
)
from truso.modules.cart.lists.queries import ListItem, get_list, get_own_list, items_of, list_lists, may_change
from truso.modules.cart.models import ArticleList
from truso.modules.cart.operations import NewLine
from truso.modules.cart.quick_order import MAX_ROWS, Pasted
from truso.modules.cart.suggestions import dismiss_suggestion
from truso.modules.customers.queries import list_addresses
from truso.platform.access import buyer_right, signed_in
from truso.storefront.actor import buyer_on, writing
from truso.storefront.downloads import csv_response
from truso.storefront.list_page import (
    Typed,
    list_name,
    missing_on_shelf,
    quick_lines,
    read_form,
    write_entry,
    write_list,
)
from truso.storefront.paging import page_of
from truso.storefront.refusals import by_subject
from truso.storefront.suggested import suggested_cards
from truso.storefront.views.answers import is_partial, refused_to, tell
from truso.storefront.views.cart import posted_variant, uuid_or_none
from truso.storefront.views.pages import render_page, safe_next
from truso.storefront.views.quick_order import add_judged, sent_list, show_judged

PER_PAGE, LINES_PER_PAGE, MOST_SUGGESTED = 50, 200, 40
LISTS, LIST = "storefront:lists", "storefront:list"


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def lists(request: HttpRequest) -> HttpResponse:
    """Show the hat's lists and those colleagues share; make a new one."""
    buyer = buyer_on(request)
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            with writing(request):
                made = save_list(buyer=buyer, fields=_fields(request))
        except Refused as refused:
            errors = by_subject(refused.refusals, buyer)
        else:
            messages.success(request, _("The list is made. Put articles into it from their pages, or paste them here."))
            return HttpResponseRedirect(reverse(LIST, args=[made.uuid]))
    kind = request.GET.get("kind", "")
    kind = kind if kind in ArticleList.Kind.values else ""
    page = Paginator(list_lists(buyer, kind), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "lists": [write_entry(buyer, one) for one in page.object_list],
        "pages": page_of(page),
        "kind": kind,
        "kinds": [("", _("All")), *ArticleList.Kind.choices],
        "errors": errors,
        "section": "lists",
        **_choices(request),
    }
    return render_page(request, "storefront/account/lists.html", context, status=422 if errors else 200)


def _choices(request: HttpRequest, kept: ArticleList | None = None) -> dict[str, object]:
    """Return what the form of a list offers, and what stands in it."""
    said = request.POST
    values = {
        "name": said.get("name", kept.name if kept else ""),
        "project": said.get("project", kept.project if kept else ""),
        "sharing": said.get("sharing", kept.sharing if kept else ArticleList.Sharing.PRIVATE),
        "address": said.get("address", str(kept.address.uuid) if kept and kept.address else ""),
    }
    return {
        "values": values,
        "sharings": ArticleList.Sharing.choices,
        "addresses": [(str(one.uuid), one.label or f"{one.street}, {one.city}") for one in list_addresses(buyer_on(request))],
    }  # fmt: skip


def _fields(request: HttpRequest) -> ListFields:
    said = request.POST
    return ListFields(
        name=one_line(said.get("name", "")),
        sharing=said.get("sharing") or ArticleList.Sharing.PRIVATE,
        project=one_line(said.get("project", "")),
        address=uuid_or_none(said.get("address", "")),
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def list_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a list at today's prices; change it, or order what is chosen of it."""
    buyer = buyer_on(request)
    kept = get_list(buyer, uuid)
    if request.method != "POST":
        return _show(request, kept)
    items = items_of(kept)
    act = request.POST.get("do", "save" if may_change(buyer, kept) else "take")
    if "remove" in request.POST:
        return _change(request, kept, items, remove=uuid_or_none(request.POST["remove"]))
    if act in ("take", "all", "shelf"):
        return _order(request, kept, items, act)
    return _change(request, kept, items)


def _show(request: HttpRequest, kept: ArticleList, typed: Typed | None = None, rest: str = "") -> HttpResponse:
    buyer = buyer_on(request)
    page = Paginator(items_of(kept), LINES_PER_PAGE).get_page(request.GET.get("page"))
    shown = write_list(buyer, kept, list(page.object_list), page.start_index(), typed)
    counts = "count" in request.GET or request.POST.get("do") == "shelf"
    context = {
        "page": shown,
        "list": shown.entry,
        "total": page.paginator.count,
        "pages": page_of(page),
        "counts": counts,
        "key": str(uuid4()),
        "may_order": buyer.can(Right.ORDER),
        "link": request.build_absolute_uri(reverse(LIST, args=[kept.uuid])),
        "rest": rest,
        "section": "lists",
    }
    return render_page(request, "storefront/account/list.html", context, status=422 if typed or rest else 200)


def _change(request: HttpRequest, kept: ArticleList, items: list[ListItem], remove: UUID | None = None) -> HttpResponse:
    buyer, typed = buyer_on(request), read_form(request.POST, items)
    changes = [one for one in typed.changes if one.uuid != remove]
    if remove:
        changes.append(ListChange(remove, quantity=parse_quantity("0")))
    try:
        if typed.wrong:
            raise Refused(*typed.wrong)
        with writing(request):
            change_list_lines(buyer=buyer, uuid=kept.uuid, changes=changes)
    except Refused as refused:
        return _show(request, kept, Typed((), typed.texts, _by_line(refused.refusals, items, buyer)))
    messages.success(request, _("The line is removed.") if remove else _("The list is saved."))
    return HttpResponseRedirect(_here(request, kept))


def _by_line(refusals: Iterable[Refusal], items: Sequence[ListItem], buyer: Buyer) -> dict[UUID, str]:
    """Return what is wrong with lines of a list, in words."""
    problems = by_subject(refusals, buyer)
    return {item.uuid: problems[key] for item in items if (key := f"lines.{item.uuid}") in problems}


def _here(request: HttpRequest, kept: ArticleList) -> str:
    page = request.GET.get("page", "")
    return reverse(LIST, args=[kept.uuid]) + (f"?page={page}" if page.isdecimal() else "")


def _order(request: HttpRequest, kept: ArticleList, items: list[ListItem], act: str) -> HttpResponse:
    """Put lines into the cart: those chosen, all, or what a counted shelf lacks. What can't go in is shown to be mended."""
    buyer = buyer_on(request)
    if not buyer.can(Right.ORDER):
        raise NotFound("list")
    if act == "shelf":
        pasted, wrong = missing_on_shelf(request.POST, items)
        if wrong:
            return _show(request, kept, Typed((), {}, _by_line(wrong, items, buyer)))
        if not pasted.lines:
            messages.info(request, _("There is enough of everything you counted. Nothing has to be ordered."))
            return HttpResponseRedirect(_here(request, kept))
        return show_judged(request, pasted, title=list_name(kept))
    chosen = set(request.POST.getlist("take"))
    lines = quick_lines(items)
    if act == "take":
        said = {one.uuid: one for one in read_form(request.POST, items).changes}
        wanted = [_as_typed(item, said.get(item.uuid)) for item in items if str(item.uuid) in chosen]
        lines = quick_lines(wanted)
    if not lines:
        messages.warning(request, _("Choose at least one line."))
        return HttpResponseRedirect(_here(request, kept))
    return add_judged(
        request, Pasted(lines), {}, key=request.POST.get("key", ""), title=list_name(kept),
        also=lambda: take_over(buyer=buyer, kept=kept),
    )  # fmt: skip


def _as_typed(item: ListItem, change: ListChange | None) -> ListItem:
    """Return a line with the quantity in the form, which counts for this order though the list keeps its own."""
    if change is None or not change.quantity or change.quantity <= 0:
        return item
    return ListItem(item.id, item.uuid, item.variant_id, change.quantity, item.minimum, item.reference, item.piece)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def list_edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Rename a list, say for which job or site it is, share it."""
    buyer = buyer_on(request)
    kept = get_own_list(buyer, uuid, managed=True)
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            with writing(request):
                save_list(buyer=buyer, fields=_fields(request), uuid=uuid)
        except Refused as refused:
            errors = by_subject(refused.refusals, buyer)
        else:
            messages.success(request, _("The list is saved."))
            return HttpResponseRedirect(reverse(LIST, args=[uuid]))
    context = {"list": write_entry(buyer, kept), "errors": errors, "section": "lists", **_choices(request, kept)}
    return render_page(request, "storefront/account/list_edit.html", context, status=422 if errors else 200)


@signed_in
@require_POST
def list_remove(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Remove a list."""
    with writing(request):
        remove_list(buyer=buyer_on(request), uuid=uuid)
    messages.success(request, _("The list is removed."))
    return HttpResponseRedirect(reverse(LISTS))


@signed_in
@require_GET
def list_file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Hand out a list as CSV: what a quick order, here or elsewhere, reads."""
    buyer = buyer_on(request)
    kept = get_list(buyer, uuid)
    items = items_of(kept)
    page = write_list(buyer, kept, items, 1)
    heads = [_("Article number"), _("Quantity"), _("Reference"), _("Minimum level"), _("Name"), _("Price"), _("Per")]
    rows = [
        [
            one.shown.sku or one.shown.code,
            one.quantity,
            one.item.reference,
            one.minimum,
            one.shown.name,
            one.shown.unit_price,
            one.shown.per,
        ]
        for one in page.rows
    ]
    return csv_response(f"{list_name(kept)}.csv", heads, rows)


@signed_in
@require_POST
@refused_to(LISTS)
def list_add(request: HttpRequest) -> HttpResponse:
    """Put an article, or pasted articles, into a list: one there is, or a new one."""
    buyer = buyer_on(request)
    variant = posted_variant(request)
    quantity = parse_quantity(request.POST.get("quantity") or "1")
    if quantity is None:
        raise refuse("quantity_unreadable")
    uuid = uuid_or_none(request.POST.get("list", ""))
    with writing(request):
        if uuid is None:
            uuid = save_list(
                buyer=buyer, fields=ListFields(one_line(request.POST.get("name", "")) or _("My list"))
            ).uuid
        kept = put_in_list(buyer=buyer, uuid=uuid, lines=[NewLine(variant, quantity)])
    text = _("It is in the list %(name)s.") % {"name": list_name(kept)}
    if is_partial(request):
        return render(request, "storefront/cart/added.html", {"texts": [text], "kind": "good"})
    messages.success(request, text)
    return HttpResponseRedirect(safe_next(request, reverse(LIST, args=[uuid])))


@signed_in
@require_POST
def list_paste(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put pasted or uploaded lines into a list. What names no article comes back to be mended, and the rest goes in."""
    buyer = buyer_on(request)
    kept = get_own_list(buyer, uuid)
    try:
        pasted = sent_list(request, request.POST.get("lines", ""))
        if len(pasted.lines) > MAX_ROWS:
            raise refuse("too_many_rows", maximum=MAX_ROWS)
        judged = judge_lines(buyer, pasted.lines)
        known = [one for one in judged if one.article and one.quantity and one.quantity > 0]
        rest = [one.text for one in judged if one not in known]
        if known:
            lines = [NewLine(one.article.variant_id, one.quantity, one.reference) for one in known if one.article and one.quantity]  # fmt: skip
            with writing(request):
                put_in_list(buyer=buyer, uuid=uuid, lines=lines)
    except Refused as refused:
        tell(request, refused.refusals)
        return HttpResponseRedirect(_here(request, kept))
    if known:
        text = ngettext("%(count)s line is in the list now.", "%(count)s lines are in the list now.", len(known))
        messages.success(request, text % {"count": len(known)})
    if not rest:
        return HttpResponseRedirect(_here(request, kept))
    text = ngettext(
        "%(count)s line names no article of your range or no quantity. Mend it below.",
        "%(count)s lines name no article of your range or no quantity. Mend them below.",
        len(rest),
    )
    messages.warning(request, text % {"count": len(rest)})
    return _show(request, kept, rest="\n".join(rest))


@signed_in
@require_POST
@refused_to("storefront:favorites")
def favorite(request: HttpRequest) -> HttpResponse:
    """Put an article among the favorites, or take it out."""
    buyer = buyer_on(request)
    variant = posted_variant(request)
    is_on = request.POST.get("on") == "1"
    with writing(request):
        set_favorite(buyer=buyer, variant_id=variant, is_favorite=is_on)
    if is_partial(request):
        values = {"uuid": request.POST["variant"], "is_favorite": is_on, "here": request.POST.get("next", "")}
        return render(request, "components/favorite.html", values)
    messages.success(request, _("It is among your favorites.") if is_on else _("It is no favorite any more."))
    return HttpResponseRedirect(safe_next(request, reverse("storefront:favorites")))


@signed_in
@require_GET
def favorites(request: HttpRequest) -> HttpResponse:
    """Lead to the hat's favorites; without any, to the lists, where it says how they are made."""
    kept = list_lists(buyer_on(request), ArticleList.Kind.FAVORITES).first()
    return HttpResponseRedirect(reverse(LIST, args=[kept.uuid]) if kept else reverse(LISTS))


@buyer_right(Right.ORDER)
@require_POST
@refused_to("storefront:cart")
def cart_aside(request: HttpRequest) -> HttpResponse:
    """Put the cart aside under a name, for oneself or for colleagues, and lead to it: its address is the link to share."""
    buyer = buyer_on(request)
    name = one_line(request.POST.get("name", "")) or _("Cart of %(day)s") % {"day": f"{buyer.today:%d.%m.%Y}"}
    with writing(request):
        kept = put_cart_aside(
            buyer=buyer,
            name=name,
            sharing=request.POST.get("sharing") or ArticleList.Sharing.PRIVATE,
            and_empty=request.POST.get("keep") != "1",
        )
    messages.success(request, _("The cart is put aside. Its address can be sent to colleagues if you share it."))
    return HttpResponseRedirect(reverse(LIST, args=[kept.uuid]))


@signed_in
@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """Show what the hat may want next, and why."""
    context = {"suggested": suggested_cards(buyer_on(request), limit=MOST_SUGGESTED), "section": "suggestions"}
    return render_page(request, "storefront/account/suggestions.html", context)


@signed_in
@require_POST
@refused_to("storefront:suggestions")
def suggestion_dismiss(request: HttpRequest) -> HttpResponse:
    """Keep an article out of the hat's suggestions for a while."""
    variant = posted_variant(request)
    with writing(request):
        dismiss_suggestion(buyer=buyer_on(request), variant_id=variant)
    if is_partial(request):
        return HttpResponse("")
    messages.success(request, _("It will not be suggested for the next three months."))
    return HttpResponseRedirect(safe_next(request, reverse("storefront:suggestions")))
