"""Turn a reviewed cart into an order: everything copied, stock and credit held, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from msgspec.structs import asdict

from truso.kernel.buyer import Buyer
from truso.kernel.money import parse_amount, round_amount
from truso.kernel.references import Reference
from truso.kernel.refusals import NotFound, Refused, refuse
from truso.modules.approvals.operations import request_approval
from truso.modules.cart.operations import open_cart, submit_cart
from truso.modules.cart.queries import owns_checkout
from truso.modules.catalog.bundles import Content, contents_of
from truso.modules.customers.operations import keep_address, lock_customer
from truso.modules.customers.queries import get_address, list_addresses
from truso.modules.inventory.operations import reserve_stock
from truso.modules.inventory.queries import Availability
from truso.modules.inventory.rules import Wish
from truso.modules.markets.models import Market
from truso.modules.markets.queries import get_market
from truso.modules.orders.models import Component, LineKind, Order, OrderState
from truso.modules.orders.operations import NewOrderLine, add_step, create_order, new_line_uuid
from truso.modules.orders.queries import find_by_checkout
from truso.modules.payments.operations import create_payment
from truso.modules.pricing.campaigning import holder_of, use_campaigns
from truso.modules.pricing.values import PricedLine
from truso.modules.tax.queries import consultation_of, sale_to
from truso.processes.checkout import review_checkout
from truso.processes.review import FREIGHT, INVOICE, CheckoutData, CheckoutReview, ReviewLine

ORDER_LINE = "order_line"
ORDER = "order"


def place_order(*, buyer: Buyer, data: CheckoutData, checkout_id: UUID | None = None) -> Order:
    """Place the buyer's cart as an order. Sent twice with the same `checkout_id`, it answers with the same order.

    Decides everything anew under locks (the cart's row, then the customer's, then stock in key order). The order waits
    for approval when it is over the person's limit, for payment when a gateway is chosen, and is confirmed otherwise.
    Refuses with everything `review_checkout` says stands in the way, `campaign_used_up` and `campaign_used_before` when others
    were faster or this buyer has had it, `total_changed` when the total is no longer the one the buyer saw
    (`data.expected_total`), and `out_of_stock` per line. A typed address is kept if the buyer wants that.
    """
    cart = open_cart(buyer=buyer)
    if checkout_id and checkout_id != cart.checkout_id:
        return _placed_before(buyer, checkout_id)
    if buyer.customer:
        # Two orders of one customer decide on its credit one after the other.
        lock_customer(customer_id=buyer.customer.id)
    review = review_checkout(buyer, data, cart=cart)
    if review.refusals:
        raise Refused(*review.refusals)
    _check_expected_total(review)
    market = get_market(buyer.market.id)
    state = _first_state(review)
    lines = _lines(buyer, review)
    expires_at = _holds_until(buyer, market, state)
    reserve_stock(subject_kind=ORDER_LINE, wishes=_wishes(review, lines), expires_at=expires_at)
    order = create_order(
        fields=_fields(buyer, review, market, cart.checkout_id), lines=list(lines.values()), state=state
    )
    _use_campaigns(buyer, order, review)
    if review.needs_waiver:
        add_step(order=order, kind="withdrawal_waived", by="buyer", person_id=order.person_id)
    submit_cart(cart=cart)
    if data.keep_address and not data.address and data.street:
        keep_address(buyer=buyer, fields=order.delivery_address)
    _ask_or_charge(buyer, order, review, expires_at)
    return order


def _ask_or_charge(buyer: Buyer, order: Order, review: CheckoutReview, expires_at: Any) -> None:
    """Ask for the approval the order waits for, or for its payment."""
    if (
        order.state == OrderState.PENDING_APPROVAL
        and review.approval
        and buyer.customer
        and buyer.person_id
        and expires_at
    ):
        request_approval(
            subject=Reference(ORDER, order.uuid),
            customer_id=buyer.customer.id,
            requested_by_id=buyer.person_id,
            amount=round_amount(review.approval.amount, order.currency),
            limit=review.approval.limit,
            currency=order.currency,
            deadline_at=expires_at,
        )
    elif order.state == OrderState.PENDING_PAYMENT:
        create_payment(
            subject=Reference(ORDER, order.uuid),
            gateway=review.data.payment,
            amount=order.gross,
            currency=order.currency,
            expires_at=expires_at,
        )


def _use_campaigns(buyer: Buyer, order: Order, review: CheckoutReview) -> None:
    """Take what the order uses of campaigns with a limit; a gift that could not be had is not used."""
    missing = {gift.campaign_id for gift in review.basket.deals.gifts} - {
        line.price.campaign_id for line in review.gifts if line.price
    }
    used = [one for one in review.basket.deals.used if one.campaign_id not in missing]
    if used:
        use_campaigns(subject=order.uuid, holder=holder_of(buyer, order.email), used=used)


def _placed_before(buyer: Buyer, checkout_id: UUID) -> Order:
    """Return the order this checkout became. Visitors all look alike, so the cart must be theirs: its owner decides."""
    order = find_by_checkout(checkout_id)
    mine = order and (order.person_id == buyer.person_id) and (order.customer_id == buyer.customer_id)
    if order is None or not mine or not owns_checkout(buyer, checkout_id):
        raise NotFound("checkout")
    return order


def _check_expected_total(review: CheckoutReview) -> None:
    if not review.data.expected_total:
        return
    expected = parse_amount(review.data.expected_total)
    if expected != review.basket.gross:
        before = review.data.expected_total if expected is None else expected
        raise refuse("total_changed", "expected_total", before=before, now=review.basket.gross)


def _first_state(review: CheckoutReview) -> str:
    if review.approval:
        return OrderState.PENDING_APPROVAL
    return OrderState.CONFIRMED if review.data.payment == INVOICE else OrderState.PENDING_PAYMENT


def _holds_until(buyer: Buyer, market: Market, state: str) -> Any:
    if state == OrderState.PENDING_APPROVAL:
        return buyer.now + timedelta(days=market.approval_days)
    if state == OrderState.PENDING_PAYMENT:
        return buyer.now + timedelta(minutes=market.unpaid_reservation_minutes)
    return None


def _lines(buyer: Buyer, review: CheckoutReview) -> dict[str, NewOrderLine]:
    """Return the lines to freeze by their key in the basket: goods in the cart's order, then charges."""
    frozen: dict[str, NewOrderLine] = {}
    items = review.with_gifts
    bundles = [line.item.variant_id for line in items if line.availability and line.availability.components]
    contents = contents_of(bundles, buyer.language)
    for line in items:
        if line.article and line.price:
            components = _components(line, contents.get(line.article.variant_id, ()))
            frozen[line.item.key] = replace(_item_line(line, line.price, review), components=components)
    for charge in review.basket.charges:
        name = review.delivery.name if review.delivery and charge.key == FREIGHT else charge.key
        frozen[charge.key] = NewOrderLine(kind=LineKind.CHARGE, name=name, quantity=Decimal(1), **_priced(charge))
    return frozen


def _components(line: ReviewLine, contents: Sequence[Content]) -> tuple[Component, ...]:
    """Return what a bundle holds, to freeze; refuses `bundle_changed` when that is no longer what was reviewed."""
    reviewed = {one.variant_id: per for per, one in line.availability.components} if line.availability else {}
    if reviewed != {one.variant_id: one.quantity for one in contents}:
        raise refuse("bundle_changed", f"lines.{line.item.uuid}")
    return tuple(
        Component(one.variant_id, one.sku, one.name[:300], one.unit, one.quantity, one.is_stocked) for one in contents
    )


def _item_line(line: ReviewLine, price: PricedLine, review: CheckoutReview) -> NewOrderLine:
    article = line.article
    if article is None:
        raise ValueError("a line without an article is not frozen")
    return NewOrderLine(
        kind=LineKind.ITEM,
        name=article.name[:300],
        quantity=line.item.quantity,
        variant_id=article.variant_id,
        sku=article.sku,
        gtin=article.gtin,
        buyer_number=article.own_number,
        reference=line.item.reference,
        supply=article.kind,
        is_cut=article.is_cut_to_length,
        unit=article.unit,
        price_unit=article.price_unit,
        list_price=price.list_price,
        explanation=[explained(offer) for offer in price.explanation],
        **_promised(line, review),
        **_priced(price),
    )


def _promised(line: ReviewLine, review: CheckoutReview) -> dict[str, Any]:
    """Return the day the whole line is promised for, and what of it comes earlier."""
    if not line.is_goods:
        return {}
    if not line.promise:
        return {"promised_on": review.arrives_on}
    first, last = line.promise[0], line.promise[-1]
    split = {"promised_first": first.quantity, "promised_first_on": first.arrives_on} if first is not last else {}
    return {"promised_on": last.arrives_on, **split}


def explained(offer: Any) -> dict[str, Any]:
    """Return one step of a price's explanation as plain JSON."""
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in asdict(offer).items()}


def _priced(line: PricedLine) -> dict[str, Any]:
    return {
        "uuid": new_line_uuid(),
        "unit_price": line.unit_price,
        "tax_class_id": line.tax_class_id,
        "tax_category": line.tax_category,
        "tax_rate": line.tax_rate,
        "net": line.net,
        "tax": line.tax,
        "gross": line.gross,
        "allowance": line.allowance,
        "allowances": tuple((one.name, str(one.amount)) for one in line.allowances),
    }


def _wishes(review: CheckoutReview, lines: Mapping[str, NewOrderLine]) -> list[tuple[UUID, Wish]]:
    return [
        (lines[line.item.key].uuid, wish)
        for line in review.with_gifts
        if line.article and line.price and line.availability
        for wish in _stock_wishes(line, line.availability)
    ]


def _stock_wishes(line: ReviewLine, stock: Availability) -> list[Wish]:
    """Return what a line takes of stock: of the article, or of each part of a bundle."""
    key, quantity = f"lines.{line.item.uuid}", line.item.quantity
    return [
        Wish(key, one.variant_id, quantity * per, may_wait=one.lead_days is not None, per=per)
        for per, one in stock.components or ((Decimal(1), stock),)
        if one.is_stocked
    ]


def _fields(buyer: Buyer, review: CheckoutReview, market: Market, checkout_id: UUID) -> dict[str, Any]:
    data = review.data
    delivery, billing = _addresses(buyer, data)
    return {
        "checkout_id": checkout_id,
        "market": market,
        "customer_id": buyer.customer_id,
        "person_id": buyer.person_id,
        "staff_id": buyer.staff_id,
        "is_business": buyer.is_business,
        "language": buyer.language,
        "currency": buyer.currency,
        "prices_include_vat": buyer.display_gross,
        "payment_method": data.payment,
        "payment_term_id": review.term.id if review.term else None,
        "delivery_method_id": review.delivery.method_id if review.delivery else None,
        "contact_name": data.name[:200],
        "email": data.email,
        "phone": data.phone[:32],
        "delivery_address": delivery,
        "billing_address": billing,
        "po_number": data.po_number[:100],
        "reference": data.reference[:200],
        "delivery_instructions": data.instructions,
        "promised_on": review.arrives_on,
        "tax_reasons": review.basket.tax_reasons,
        **_tax_evidence(buyer, review),
    }


def _tax_evidence(buyer: Buyer, review: CheckoutReview) -> dict[str, str]:
    """Return the VAT number an order without tax was taken for, and the register's proof that it was valid."""
    if not {"K", "AE"} & {line.tax_category for line in (*review.basket.lines, *review.basket.charges)}:
        return {}
    return {"vat_number": sale_to(buyer).vat_number, "vat_consultation": consultation_of(buyer)}


def _addresses(buyer: Buyer, data: CheckoutData) -> tuple[dict[str, str], dict[str, str]]:
    """Return copies of where to deliver and where to bill. The typed address serves for both when nothing is kept."""
    names = ("name", "contact", "street", "street2", "postcode", "city", "country", "phone")
    if data.address:
        kept = get_address(buyer, UUID(data.address))
        delivery = {name: str(getattr(kept, name)) for name in names}
    else:
        delivery = {
            "name": data.name,
            "contact": "",
            "street": data.street[:200],
            "street2": data.street2[:200],
            "postcode": data.postcode[:12],
            "city": data.city[:100],
            "country": data.country.upper() or buyer.market.country,
            "phone": data.phone[:32],
        }
    billing = next(iter(list_addresses(buyer, billing=True)), None)
    return delivery, {name: str(getattr(billing, name)) for name in names} if billing else delivery
