"""Checkout on one page, and the way to the bank and back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from truso.kernel.refusals import NotFound, Refusal, Refused
from truso.modules.cart.operations import save_checkout_data
from truso.modules.cart.queries import find_cart
from truso.modules.orders.models import Order, OrderState
from truso.modules.payments.queries import find_latest_payment
from truso.platform.access import public
from truso.platform.sessions import PAYMENT
from truso.processes.checkout import review_checkout
from truso.processes.pay import finish_payment, start_payment
from truso.processes.place_order import place_order
from truso.processes.review import CheckoutData, CheckoutReview
from truso.storefront.actor import buyer_on, writing
from truso.storefront.checkout_page import OTHER_ADDRESS, CheckoutPage, prepare_data, write_checkout
from truso.storefront.order_links import order_address
from truso.storefront.views.answers import is_partial, tell
from truso.storefront.views.cart import uuid_or_none
from truso.storefront.views.pages import in_every_language, render_page

# What is kept between visits: everything the buyer typed, nothing that commits them.
_NOT_KEPT = ("expected_total", "terms_accepted", "withdrawal_waived")
_KEPT = tuple(name for name in CheckoutData.__slots__ if name not in _NOT_KEPT)
_NOWHERE = UUID(int=0)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    """Show the checkout, keep what is filled in, or send the order."""
    if request.method == "POST":
        return _place(request) if "place" in request.POST else _update(request)
    page = _page(request, _kept_review(request))
    if page.basket.is_empty:
        return HttpResponseRedirect(_begun_payment(request) or reverse("storefront:cart"))
    return _show(request, page)


def _show(request: HttpRequest, page: CheckoutPage, status: int = 200) -> HttpResponse:
    # A refused order's page has this address too: its other languages are those of the checkout.
    alternates = in_every_language(reverse("storefront:checkout"))
    context = {"page": page, "keeps_form": "checkout-form"}
    return render_page(request, "storefront/checkout/checkout.html", context, alternates=alternates, status=status)


def _begun_payment(request: HttpRequest) -> str:
    """Return the way to the payment this buyer has begun: whoever goes back from the bank finds it again."""
    customer_id, payment = request.session.get(PAYMENT) or (None, "")
    if not payment or customer_id != buyer_on(request).customer_id:
        return ""
    return reverse("storefront:payment_return", kwargs={"payment": payment})


def _kept_review(request: HttpRequest) -> CheckoutReview:
    buyer = buyer_on(request)
    cart = find_cart(buyer)
    person = request.user if request.user.is_authenticated else None
    data = prepare_data(buyer, cart.checkout_data if cart else {}, person)
    return review_checkout(buyer, data, cart=cart, is_kept=True)


def _page(request: HttpRequest, review: CheckoutReview, refusals: tuple[Refusal, ...] = ()) -> CheckoutPage:
    is_other = request.POST.get("address") == OTHER_ADDRESS
    return write_checkout(buyer_on(request), review, refusals=refusals, is_other=is_other)


def _posted(request: HttpRequest) -> CheckoutData:
    values = request.POST.dict()
    if values.get("address") == OTHER_ADDRESS:
        values["address"] = ""
    return CheckoutData.read(values)


def _keep(request: HttpRequest, data: CheckoutData) -> None:
    values = {name: getattr(data, name) for name in _KEPT}
    if request.POST.get("address") == OTHER_ADDRESS:
        values["address"] = OTHER_ADDRESS
    with writing(request):
        save_checkout_data(buyer=buyer_on(request), data=values)


def _update(request: HttpRequest) -> HttpResponse:
    """Keep what is filled in and show what it costs now; scripts get the summary alone."""
    data = _posted(request)
    try:
        _keep(request, data)
    except Refused as refused:
        tell(request, refused.refusals)
        return HttpResponseRedirect(reverse("storefront:cart"))
    if is_partial(request):
        page = _page(request, review_checkout(buyer_on(request), data))
        # Where it goes decides how it can be brought: then both change.
        template = "updated" if page.countries else "summary"
        return render(request, f"storefront/checkout/{template}.html", {"page": page})
    here = reverse("storefront:checkout")
    return HttpResponseRedirect(here if request.POST.get("update") == "language" else f"{here}#delivery")


def _place(request: HttpRequest) -> HttpResponse:
    data, checkout_id = _posted(request), uuid_or_none(request.POST.get("checkout_id", ""))
    try:
        with writing(request):
            _keep(request, data)  # so that a cart which comes back, as from a refused card, is filled in
            order = place_order(buyer=buyer_on(request), data=data, checkout_id=checkout_id or _NOWHERE)
    except Refused as refused:
        return _refused(request, data, refused.refusals)
    except NotFound as missing:
        if str(missing) != "checkout":
            raise
        messages.warning(request, _("This page was out of date. Look the order over, then send it again."))
        return HttpResponseRedirect(reverse("storefront:checkout"))
    return _follow(request, order)


def _refused(request: HttpRequest, data: CheckoutData, refusals: tuple[Refusal, ...]) -> HttpResponse:
    if any(refusal.code in {"session_expired", "cart_empty", "ordering_not_allowed"} for refusal in refusals):
        tell(request, refusals)
        return HttpResponseRedirect(reverse("storefront:cart"))
    _keep(request, data)
    page = _page(request, review_checkout(buyer_on(request), data), refusals)
    return _show(request, page, status=422)


def _follow(request: HttpRequest, order: Order) -> HttpResponse:
    """Go on from an order: to the bank, to the confirmation, or back when an earlier attempt came to nothing."""
    if order.state == OrderState.PENDING_PAYMENT:
        back = reverse("storefront:payment_return", kwargs={"payment": _NOWHERE}).replace(str(_NOWHERE), "PAYMENT")
        bank = start_payment(order=order, return_url=back)
        payment = find_latest_payment(order.uuid)
        request.session[PAYMENT] = [buyer_on(request).customer_id, str(payment.uuid) if payment else ""]
        return HttpResponseRedirect(bank)
    request.session.pop(PAYMENT, None)
    if order.state in {OrderState.CANCELLED, OrderState.EXPIRED, OrderState.REJECTED}:
        messages.error(request, _not_paid(order))
        return HttpResponseRedirect(reverse("storefront:checkout"))
    return HttpResponseRedirect(order_address(order))


def _not_paid(order: Order) -> str:
    if order.state == OrderState.EXPIRED:
        return _("The time to pay ran out, so nothing was charged. Your cart is as you left it.")
    return _("The payment did not go through, so nothing was charged. Your cart is as you left it: try again.")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def payment_return(request: HttpRequest, payment: UUID) -> HttpResponse:
    """Come back from the bank: confirmed, refused with the cart intact, or not decided yet."""
    order = finish_payment(payment_uuid=payment)
    if order.state != OrderState.PENDING_PAYMENT or request.method == "POST":
        return _follow(request, order)
    return render_page(request, "storefront/checkout/waiting.html", {"order": order})
