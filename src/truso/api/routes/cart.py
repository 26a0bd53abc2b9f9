"""The cart and the checkout."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from truso.api.answers.cart import CartView, LineResults, ReviewView, VisitorView
from truso.api.auth import Gate, new_visitor_token
from truso.api.encoding import reply
from truso.api.inputs import CartLineChange, CartLinesIn, CheckoutIn
from truso.api.lines import add_read_lines, read_lines, read_quantity
from truso.api.once import write_once
from truso.api.openapi import gives
from truso.api.present.cart import cart_view, review_view
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import refuse
from truso.modules.cart.codes import enter_code, remove_code
from truso.modules.cart.operations import change_line, empty_cart, remove_line
from truso.modules.identity.rules import Scope
from truso.platform.database.transactions import write
from truso.processes.checkout import review_cart, review_checkout
from truso.processes.review import CheckoutData

router = Router(tags=["Cart"])
OPEN = Gate(Scope.CART, is_open=True)


@router.post("/visitors", auth=OPEN, url_name="visitors", operation_id="create_visitor", **gives(201, VisitorView))
def visitors(request: HttpRequest) -> HttpResponse:
    """Return a token for a visitor's cart. Nothing is kept until the first line is added."""
    return reply(VisitorView(token=new_visitor_token()), 201)


@router.get("/cart", auth=OPEN, url_name="cart", operation_id="get_cart", **gives(200, CartView))
def cart(request: HttpRequest) -> HttpResponse:
    """Return the cart at today's prices; an empty one for who has none."""
    buyer = request.auth.buyer  # type: ignore[attr-defined]
    return reply(cart_view(buyer, review_cart(buyer)))


@router.delete("/cart", auth=OPEN, url_name="cart", operation_id="empty_cart", **gives(200, CartView))
def empty(request: HttpRequest) -> HttpResponse:
    """Take everything out of the cart."""
    with write(request.auth.actor, keeps_remembered=True):  # type: ignore[attr-defined]
        empty_cart(buyer=request.auth.buyer)  # type: ignore[attr-defined]
    return cart(request)


@router.post(
    "/cart/lines",
    auth=OPEN,
    url_name="cart-lines",
    operation_id="add_cart_lines",
    **gives(200, LineResults, key="optional"),
)
def add(request: HttpRequest, data: CartLinesIn) -> HttpResponse:
    """Put up to 1,000 lines into the cart in one call and tell of each what became of it.

    The same article and reference adds up. Refused lines leave the others in, unless `all_or_none`.
    """
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]

    def act() -> tuple[int, LineResults]:
        lines = read_lines(buyer, data.lines)
        references = [line.reference for line in data.lines]
        return 200, add_read_lines(buyer, lines, references, all_or_none=data.all_or_none)

    return write_once(request, "add_cart_lines", data, act)


@router.patch(
    "/cart/lines/{uuid}", auth=OPEN, url_name="cart-line", operation_id="change_cart_line", **gives(200, CartView)
)
def change(request: HttpRequest, uuid: UUID, data: CartLineChange) -> HttpResponse:
    """Change a line's quantity or reference; quantity 0 removes it."""
    wanted = None if data.quantity is None else read_quantity(data.quantity)
    if data.quantity is not None and wanted is None:
        raise refuse("quantity_invalid", "quantity")
    with write(request.auth.actor, keeps_remembered=True):  # type: ignore[attr-defined]
        change_line(buyer=request.auth.buyer, line_uuid=uuid, quantity=wanted, reference=data.reference)  # type: ignore[attr-defined]
    return cart(request)


@router.delete(
    "/cart/lines/{uuid}", auth=OPEN, url_name="cart-line", operation_id="remove_cart_line", **gives(200, CartView)
)
def remove(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a line out of the cart."""
    with write(request.auth.actor, keeps_remembered=True):  # type: ignore[attr-defined]
        remove_line(buyer=request.auth.buyer, line_uuid=uuid)  # type: ignore[attr-defined]
    return cart(request)


@router.put("/cart/codes/{code}", auth=OPEN, url_name="cart-code", operation_id="enter_code", **gives(200, CartView))
def enter(request: HttpRequest, code: str) -> HttpResponse:
    """Put a campaign's code into the cart; one that is there already stays. What becomes of it stands in the cart's `codes`."""
    with write(request.auth.actor, keeps_remembered=True):  # type: ignore[attr-defined]
        enter_code(buyer=request.auth.buyer, code=code)  # type: ignore[attr-defined]
    return cart(request)


@router.delete(
    "/cart/codes/{code}", auth=OPEN, url_name="cart-code", operation_id="remove_code", **gives(200, CartView)
)
def take_out(request: HttpRequest, code: str) -> HttpResponse:
    """Take a code out of the cart."""
    with write(request.auth.actor, keeps_remembered=True):  # type: ignore[attr-defined]
        remove_code(buyer=request.auth.buyer, code=code)  # type: ignore[attr-defined]
    return cart(request)


@router.post("/checkout/review", auth=OPEN, url_name="review", operation_id="review_checkout", **gives(200, ReviewView))
def review(request: HttpRequest, data: CheckoutIn) -> HttpResponse:
    """Tell what the cart costs with these choices, what is offered, and what still stands in the way. Keeps nothing."""
    buyer = request.auth.buyer  # type: ignore[attr-defined]
    return reply(review_view(buyer, review_checkout(buyer, checkout_data(data))))


def checkout_data(data: CheckoutIn) -> CheckoutData:
    """Return the checkout's data from what was sent."""
    return CheckoutData.read({**data.model_dump(), "address": str(data.address or "")})
