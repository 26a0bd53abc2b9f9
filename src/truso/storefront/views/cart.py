"""The cart: putting things in, changing them, and what it all costs before any question is asked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from truso.kernel.buyer import Buyer
from truso.kernel.quantity import parse_quantity
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.modules.cart.codes import enter_code, remove_code
from truso.modules.cart.models import Cart
from truso.modules.cart.operations import (
    LineChange,
    NewLine,
    add_lines,
    change_lines,
    empty_cart,
    note_seen_prices,
    open_cart,
    swap_line,
)
from truso.modules.cart.queries import count_lines
from truso.modules.catalog.articles import articles_for, match_codes, variant_ids_of
from truso.platform.access import public
from truso.processes.checkout import review_checkout
from truso.storefront.actor import buyer_on, ensure_visitor, writing
from truso.storefront.basket import write_basket
from truso.storefront.basket_lines import write_lines
from truso.storefront.refusals import say_all
from truso.storefront.suggested import cards_bought_with
from truso.storefront.views.answers import go_to, is_partial, refused_to, tell
from truso.storefront.views.pages import render_page, safe_next

MAX_REFERENCE = 100
ADDED_UP_AT_ONCE = 500
MOST_TOGETHER = 4


def uuid_or_none(text: str) -> UUID | None:
    """Read a UUID; None when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def posted_variant(request: HttpRequest) -> int:
    """Return the key of the article a form names by its UUID; refuses `article_not_found`."""
    wanted = uuid_or_none(request.POST.get("variant", ""))
    variant = variant_ids_of([wanted]).get(wanted) if wanted else None
    if variant is None:
        raise refuse("article_not_found")
    return variant


@public
@require_POST
def cart_add(request: HttpRequest) -> HttpResponse:
    """Put an article into the cart. With scripts the header and a message come back; without, the page they were on."""
    buyer = ensure_visitor(request)
    quantity = parse_quantity(request.POST.get("quantity") or "1")
    reference = request.POST.get("reference", "").strip()[:MAX_REFERENCE]
    try:
        variant = posted_variant(request)
        if quantity is None:
            raise refuse("quantity_unreadable")
        with writing(request):
            cart = add_lines(buyer=buyer, lines=[NewLine(variant, quantity, reference)])
            note_seen_prices(buyer=buyer, cart=cart, only_new=True)
    except Refused as refused:
        return _answer_add(request, say_all(refused.refusals, buyer), "error")
    article = articles_for(buyer, [variant])[variant]
    return _answer_add(request, [_("%(article)s is in your cart.") % {"article": article.name}], "success")


def _answer_add(request: HttpRequest, texts: list[str], kind: str) -> HttpResponse:
    if is_partial(request):
        context = {"texts": texts, "kind": {"error": "problem", "success": "good"}[kind]}
        status = 422 if kind == "error" else 200
        return render(request, "storefront/cart/added.html", context, status=status)
    for text in texts:
        messages.add_message(request, getattr(messages, kind.upper()), text)
    return HttpResponseRedirect(safe_next(request, reverse("storefront:cart")))


@public
@require_GET
def cart(request: HttpRequest) -> HttpResponse:
    """Show the cart."""
    return show_cart(request)


@dataclass
class Typed:
    """What a cart form says: changes that can be read, and what can't."""

    changes: list[LineChange] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, Refusal] = field(default_factory=dict)


def show_cart(
    request: HttpRequest, typed: Typed | None = None, status: int = 200, code: tuple[str, str] = ("", "")
) -> HttpResponse:
    """Render the cart: the whole page, or its content when scripts asked for it. `code` is one that was refused, and why."""
    buyer = buyer_on(request)
    review = review_checkout(buyer)
    if review.cart_id and any(line.item.seen_price is None and line.price for line in review.lines):
        with writing(request):
            note_seen_prices(buyer=buyer, cart=open_cart(buyer=buyer), only_new=True)
    asked = request.POST if request.method == "POST" else request.GET
    only_wrong = asked.get("show") == "wrong"
    basket = write_basket(
        buyer,
        review,
        typed=typed.texts if typed else None,
        wrong=typed.wrong if typed else None,
        page=_page(asked),
        only_wrong=only_wrong,
    )
    context = {"basket": basket, "is_company": buyer.is_business, "only_wrong": only_wrong and basket.wrong_count > 0}
    context["code_typed"], context["code_error"] = code
    if is_partial(request) and asked.get("part") == "sum":
        return render(request, "storefront/cart/around.html", context, status=status)
    if is_partial(request) and request.method == "POST":
        return render(request, "storefront/cart/swap.html", context, status=status)
    if len(review.lines) <= ADDED_UP_AT_ONCE:
        context["together"] = cards_bought_with(
            buyer, {line.item.variant_id for line in review.lines}, limit=MOST_TOGETHER
        )
    return render_page(request, "storefront/cart/cart.html", context, status=status)


def _page(asked: QueryDict) -> int:
    page = asked.get("page", "")
    return int(page) if page.isdecimal() and len(page) < 6 else 1


def _show_lines(request: HttpRequest, changed: Cart) -> HttpResponse:
    """Render a page of lines alone, which then asks for the sum: adding up thousands takes longer than a click should."""
    buyer = buyer_on(request)
    lines = write_lines(buyer, changed, _page(request.POST))
    context = {"basket": lines, "is_company": buyer.is_business, "only_wrong": False}
    answer = render(request, "storefront/cart/lines.html", context)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#cart-lines", "innerHTML"
    return answer


@public
@require_POST
def cart_change(request: HttpRequest) -> HttpResponse:
    """Change quantities and references, all or none; one button may also fix or remove a line."""
    buyer = buyer_on(request)
    typed = _read_changes(request)
    if typed.wrong:
        return show_cart(request, typed, status=422)
    try:
        with writing(request):
            changed = change_lines(buyer=buyer, changes=typed.changes)
            if swap := request.POST.get("swap", ""):
                changed = _swap(buyer, swap)
            note_seen_prices(buyer=buyer, cart=changed, only_new=True)
    except NotFound:
        messages.warning(request, _("A line you changed is no longer in the cart. Look the cart over."))
        return go_to(request, reverse("storefront:cart"))
    except Refused as refused:
        typed.wrong = {one.subject.removeprefix("lines."): one for one in refused.refusals if one.subject}
        if not typed.wrong:
            tell(request, refused.refusals)
            return go_to(request, reverse("storefront:cart"))
        return show_cart(request, typed, status=422)
    if "checkout" in request.POST:
        return go_to(request, reverse("storefront:checkout"))
    if is_partial(request):
        is_long = count_lines(buyer) > ADDED_UP_AT_ONCE and request.POST.get("show") != "wrong"
        return _show_lines(request, changed) if is_long else show_cart(request)
    page = request.POST.get("page", "")
    here = reverse("storefront:cart")
    return HttpResponseRedirect(f"{here}?page={page}" if page.isdecimal() and page != "1" else here)


def _swap(buyer: Buyer, wanted: str) -> Cart:
    """Put the article a button names (`line:number`) in the place of a line."""
    line, _separator, sku = wanted.partition(":")
    uuid, found = uuid_or_none(line), match_codes(buyer, [sku]).get(sku)
    if uuid is None or not found:
        raise NotFound("cart line")
    return swap_line(buyer=buyer, line_uuid=uuid, variant_id=found[0].variant_id)


def _read_changes(request: HttpRequest) -> Typed:
    typed = Typed()
    removed = request.POST.get("remove", "")
    fixed, _separator, fixed_quantity = request.POST.get("fix", "").partition(":")
    for name, value in request.POST.items():
        kind, _dot, key = name.partition(".")
        uuid = uuid_or_none(key) if kind == "quantity" else None
        if uuid is None:
            continue
        text = fixed_quantity if key == fixed else str(value)
        quantity = Decimal(0) if key == removed else parse_quantity(text)
        reference = request.POST.get(f"reference.{key}")
        typed.texts[key] = text
        if quantity is None:
            typed.wrong[key] = Refusal("quantity_unreadable", subject=f"lines.{key}")
        else:
            trimmed = reference.strip()[:MAX_REFERENCE] if reference is not None else None
            typed.changes.append(LineChange(uuid, quantity, trimmed))
    return typed


@public
@require_POST
@refused_to("storefront:cart")
def cart_empty(request: HttpRequest) -> HttpResponse:
    """Take everything out of the cart."""
    with writing(request):
        empty_cart(buyer=buyer_on(request))
    messages.success(request, _("The cart is empty."))
    return HttpResponseRedirect(reverse("storefront:cart"))


@public
@require_POST
def cart_code(request: HttpRequest) -> HttpResponse:
    """Put a code into the cart; one that is not valid stays in its field, with the reason."""
    buyer, code = buyer_on(request), request.POST.get("code", "")[:MAX_REFERENCE]
    try:
        with writing(request):
            enter_code(buyer=buyer, code=code)
    except Refused as refused:
        return show_cart(request, status=422, code=(code, say_all(refused.refusals, buyer)[0]))
    return HttpResponseRedirect(reverse("storefront:cart"))


@public
@require_POST
@refused_to("storefront:cart")
def cart_code_remove(request: HttpRequest) -> HttpResponse:
    """Take a code out of the cart; one that is gone already is no matter."""
    with suppress(NotFound), writing(request):
        remove_code(buyer=buyer_on(request), code=request.POST.get("code", ""))
    return HttpResponseRedirect(reverse("storefront:cart"))


@public
@require_POST
@refused_to("storefront:cart")
def cart_prices(request: HttpRequest) -> HttpResponse:
    """Take note of changed prices: they count as seen from now on."""
    buyer = buyer_on(request)
    with writing(request):
        note_seen_prices(buyer=buyer, cart=open_cart(buyer=buyer))
    return HttpResponseRedirect(reverse("storefront:cart"))


def added_text(count: int) -> str:
    """Say how many lines went into the cart."""
    return ngettext("%(count)s line is in your cart.", "%(count)s lines are in your cart.", count) % {"count": count}
