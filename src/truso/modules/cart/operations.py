"""Every change of a cart. A cart is found by its hat or session; nobody reaches another's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import Max

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.modules.cart.models import Cart, CartLine
from truso.modules.cart.rules import MAX_LINES, check_quantity
from truso.modules.catalog.articles import articles_for
from truso.platform import clock

_SET_QUANTITIES = """
update cart_cartline l set quantity = d.quantity
from unnest(%s::bigint[], %s::numeric[]) as d(id, quantity) where l.id = d.id and l.cart_id = %s
"""


@dataclass(frozen=True, slots=True)
class NewLine:
    """An article to put into a cart. `key` names the wish in refusals (a row's number, a field)."""

    variant_id: int
    quantity: Decimal
    reference: str = ""
    key: str = "quantity"


def open_cart(*, buyer: Buyer) -> Cart:
    """Return the hat's (or visitor's) open cart, locked; make it when there is none."""
    if not buyer.can(Right.ORDER):
        raise refuse("ordering_not_allowed")
    owner: dict[str, Any]
    if buyer.customer:
        owner = {"customer_id": buyer.customer.id, "person_id": buyer.person_id, "session_key": ""}
    elif buyer.session_key:
        owner = {"customer_id": None, "person_id": None, "session_key": buyer.session_key}
    else:
        raise refuse("session_expired")
    own = Cart.objects.select_for_update().filter(market_id=buyer.market.id, state=Cart.State.OPEN, **owner)
    found = own.first()
    if found is None:
        made = Cart(market_id=buyer.market.id, updated_at=clock.now(), **owner)
        Cart.objects.bulk_create([made], ignore_conflicts=True)
        found = own.get()
    return found


def add_lines(*, buyer: Buyer, lines: Sequence[NewLine]) -> Cart:
    """Put articles into the buyer's cart, all or none; the same article and reference adds up.

    Refuses per line: `article_not_found` (also for what this buyer may not buy), `article_discontinued`, and the
    reasons of `rules.check_quantity` for the quantity it would become; `cart_full` beyond 5,000 lines.
    """
    cart = open_cart(buyer=buyer)
    articles = articles_for(buyer, {line.variant_id for line in lines})
    present = {(line.variant_id, line.reference): line for line in cart.lines.all()}
    position = max((line.position for line in present.values()), default=0)
    refusals: list[Refusal] = []
    changed: dict[tuple[int, str], CartLine] = {}
    for line in lines:
        article = articles.get(line.variant_id)
        if article is None:
            refusals.append(Refusal("article_not_found", subject=line.key))
            continue
        if not article.is_active:
            refusals.append(Refusal("article_discontinued", {"sku": article.sku}, line.key))
            continue
        key = (line.variant_id, line.reference)
        row = present.get(key)
        if row is None:
            position += 1
            row = present[key] = CartLine(
                cart=cart, variant_id=line.variant_id, reference=line.reference, quantity=Decimal(0), position=position
            )
        problem = (
            check_quantity(article, line.quantity, subject=line.key)
            if line.quantity <= 0
            else check_quantity(article, row.quantity + line.quantity, subject=line.key)
        )
        if problem:
            refusals.append(problem)
            continue
        row.quantity += line.quantity
        changed[key] = row
    if len(present) > MAX_LINES:
        refusals.append(Refusal("cart_full", {"maximum": MAX_LINES}))
    if refusals:
        raise Refused(*refusals)
    grown = [row for row in changed.values() if row.pk is not None]
    CartLine.objects.bulk_create([row for row in changed.values() if row.pk is None])
    if grown:
        with connection.cursor() as cursor:
            cursor.execute(_SET_QUANTITIES, [[row.pk for row in grown], [row.quantity for row in grown], cart.pk])
    return _touch(cart)


def change_line(
    *, buyer: Buyer, line_uuid: UUID, quantity: Decimal | None = None, reference: str | None = None
) -> Cart:
    """Set a line's quantity (0 removes it) or reference. Raises NotFound for a line that is not in the buyer's cart."""
    cart = open_cart(buyer=buyer)
    line = cart.lines.filter(uuid=line_uuid).first()
    if line is None:
        raise NotFound("cart line")
    if quantity is not None:
        if quantity == 0:
            line.delete()
            return _touch(cart)
        article = articles_for(buyer, [line.variant_id]).get(line.variant_id)
        problem = (
            check_quantity(article, quantity, subject=str(line_uuid))
            if article
            else Refusal("article_not_found", subject=str(line_uuid))
        )
        if problem:
            raise Refused(problem)
        line.quantity = quantity
    if reference is not None:
        line.reference = reference[:100]
        twin = cart.lines.filter(variant_id=line.variant_id, reference=line.reference).exclude(pk=line.pk).first()
        if twin:  # one line per article and reference: the quantities join
            line.quantity += twin.quantity
            twin.delete()
    line.save(update_fields=["quantity", "reference"])
    return _touch(cart)


def remove_line(*, buyer: Buyer, line_uuid: UUID) -> Cart:
    """Take a line out of the cart."""
    return change_line(buyer=buyer, line_uuid=line_uuid, quantity=Decimal(0))


def empty_cart(*, buyer: Buyer) -> Cart:
    """Take everything out of the cart."""
    cart = open_cart(buyer=buyer)
    cart.lines.all().delete()
    return _touch(cart)


def save_checkout_data(*, buyer: Buyer, data: dict[str, Any]) -> Cart:
    """Keep what has been filled in at checkout; later fields join earlier ones."""
    cart = open_cart(buyer=buyer)
    cart.checkout_data = {**cart.checkout_data, **data}
    cart.save(update_fields=["checkout_data"])
    return cart


def note_seen_prices(*, cart: Cart, prices: dict[int, Decimal]) -> None:
    """Remember the unit prices the buyer has been shown, by cart line id."""
    rows = [CartLine(pk=pk, seen_price=price) for pk, price in prices.items()]
    CartLine.objects.bulk_update(rows, ["seen_price"])


def submit_cart(*, cart: Cart) -> None:
    """Close a cart whose order is placed."""
    Cart.objects.filter(pk=cart.pk, state=Cart.State.OPEN).update(state=Cart.State.SUBMITTED, updated_at=clock.now())


def reopen_cart(*, checkout_id: UUID) -> None:
    """Give a cart back after its order was rejected or expired, for a new checkout.

    When the buyer has filled another cart meanwhile, the lines join that one.
    """
    cart = Cart.objects.select_for_update().filter(checkout_id=checkout_id, state=Cart.State.SUBMITTED).first()
    if cart is None:
        return
    other = (
        Cart.objects.select_for_update()
        .filter(
            market_id=cart.market_id,
            customer_id=cart.customer_id,
            person_id=cart.person_id,
            session_key=cart.session_key,
            state=Cart.State.OPEN,
        )
        .first()
    )
    if other is None:
        cart.state, cart.checkout_id = Cart.State.OPEN, uuid4()
        cart.save(update_fields=["state", "checkout_id"])
        return
    merge_lines(source=cart, target=other)


def merge_lines(*, source: Cart, target: Cart) -> None:
    """Move the lines of one cart into another; the same article and reference adds up."""
    present = {(line.variant_id, line.reference): line for line in target.lines.all()}
    position = target.lines.aggregate(top=Max("position"))["top"] or 0
    for line in source.lines.all():
        twin = present.get((line.variant_id, line.reference))
        if twin:
            twin.quantity += line.quantity
            twin.save(update_fields=["quantity"])
            line.delete()
        else:
            position += 1
            line.cart, line.position = target, position
            line.save(update_fields=["cart", "position"])


def take_over_visitor_cart(*, buyer: Buyer, session_key: str) -> None:
    """Let a visitor's cart follow them when they sign in, into the hat they wear."""
    if not session_key or buyer.customer is None or not buyer.can(Right.ORDER):
        return
    source = (
        Cart.objects.select_for_update()
        .filter(market_id=buyer.market.id, customer=None, session_key=session_key, state=Cart.State.OPEN)
        .first()
    )
    if source and source.lines.exists():
        merge_lines(source=source, target=open_cart(buyer=buyer))
        source.delete()


def _touch(cart: Cart) -> Cart:
    cart.updated_at = clock.now()
    Cart.objects.filter(pk=cart.pk).update(updated_at=cart.updated_at)
    return cart
