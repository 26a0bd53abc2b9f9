"""`review_cart` and `review_checkout`: the only source of what a cart costs and a checkout offers, to pages and API alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal
from uuid import UUID

from truso.kernel import value
from truso.kernel.buyer import Buyer, Right
from truso.kernel.money import ZERO
from truso.kernel.refusals import Refusal
from truso.modules.agreements.queries import outside_agreement, terms_in_force, what_agreement_asks
from truso.modules.approvals.rules import needs_approval
from truso.modules.cart.models import Cart
from truso.modules.cart.queries import CartItem, find_cart, list_items, weight_of
from truso.modules.cart.rules import check_quantity
from truso.modules.catalog.articles import Article, articles_for
from truso.modules.customers.queries import list_addresses, list_approvers
from truso.modules.delivery.queries import DeliveryOption, DeliveryTooHeavy, list_delivery_options, list_too_heavy
from truso.modules.inventory.queries import Availability, availability_for
from truso.modules.payments.gateways import gateway_codes
from truso.modules.pricing.queries import add_charges, price_basket
from truso.modules.pricing.values import Basket, BasketLine, Charge, PricedBasket, PricedLine
from truso.processes.credit import credit_of
from truso.processes.destination import asked_destination, destination, served
from truso.processes.gifts import review_gifts
from truso.processes.review import (
    FREIGHT,
    INVOICE,
    ApprovalNeed,
    CartReview,
    CheckoutData,
    CheckoutReview,
    PaymentOption,
    ReviewLine,
    check_contact,
    check_po_number,
)
from truso.processes.terms import TermOption, prepaid_term, terms_for


def review_checkout(
    buyer: Buyer, data: CheckoutData | None = None, *, cart: Cart | None = None, is_kept: bool = False
) -> CheckoutReview:
    """Say what the buyer's cart costs, how it can be delivered and paid, who must approve, and what stands in the way.

    Takes what `review_cart` takes. Nothing is written. A constant number of queries.
    """
    found = review_cart(buyer, data, cart=cart, is_kept=is_kept)
    approval = _approval(buyer, found.basket)
    payments = _payment_options(buyer, found.basket, approval)
    needs_waiver = found.has_digital and not buyer.is_business
    needs_address = _needs_address(buyer, found, payments)
    return CheckoutReview(
        **{one.name: getattr(found, one.name) for one in fields(CartReview)},
        approval=approval,
        payment_options=tuple(payments),
        term_options=terms_for(buyer) if any(option.code == INVOICE for option in payments) else (),
        too_heavy=_too_heavy(buyer, found) if found.needs_delivery else (),
        needs_address=needs_address,
        needs_waiver=needs_waiver,
        refusals=(
            *(refusal for line in found.lines for refusal in line.refusals),
            *_check(buyer, found, payments, needs_address=needs_address, needs_waiver=needs_waiver),
        ),
    )


def review_cart(
    buyer: Buyer, data: CheckoutData | None = None, *, cart: Cart | None = None, is_kept: bool = False
) -> CartReview:
    """Say what the buyer's cart costs and how it can be delivered; who pays how is not asked.

    `data` is what is filled in so far (default: what the cart keeps; `is_kept` when it comes from there): a delivery that
    was kept and is no longer offered gives way to the first, one that is asked for now is refused. Nothing is written. A constant number of queries.
    """
    cart, is_kept = cart or find_cart(buyer), is_kept or data is None
    data = data or CheckoutData.read(cart.checkout_data if cart else {})
    items = list_items(cart)
    variants = {item.variant_id for item in items}
    articles, available = articles_for(buyer, variants), availability_for(buyer, variants)
    term, ship_to = _term(buyer, data), destination(buyer, data)
    wanted = _basket(items, articles, cart, data.email, term, ship_to)
    goods = price_basket(buyer, wanted)
    lines = _review_lines(buyer, items, articles, available, goods)
    gifts = review_gifts(buyer, goods, lines, ship_to=ship_to) if goods.deals.gifts else ()
    sent = [line for line in (*lines, *gifts) if line.is_goods]
    weight = sum((line.article.weight_kg * line.item.quantity for line in sent if line.article), ZERO)
    options = _delivery_options(buyer, sent, goods, weight, ship_to) if sent or not lines else []
    if is_kept and data.delivery not in {option.code for option in options}:
        # What was chosen for another cart may not be offered for this one: then freight is the first's again.
        data = replace(data, delivery="")
    chosen = _chosen(options, data.delivery)
    if chosen and chosen.is_pickup and ship_to != buyer.market.country:
        # Goods that are fetched are handed over at home, wherever their buyer lives.
        ship_to = buyer.market.country
        goods = price_basket(buyer, value.replace(wanted, ship_to=ship_to))
    freight = [Charge(FREIGHT, chosen.amount, chosen.tax_class_id)] if chosen else []
    basket = add_charges(buyer, goods, freight, ship_to=ship_to) if chosen else goods
    # Tax is counted over goods and charges together: the lines carry their share of that, or an order is a cent off.
    prices = {line.key: line for line in basket.lines}
    lines = tuple(_promised(value.replace(line, price=prices.get(line.item.key)), chosen) for line in lines)
    return CartReview(
        cart_id=cart.pk if cart else None,
        checkout_id=cart.checkout_id if cart else None,
        data=data,
        lines=lines,
        basket=basket,
        delivery_options=tuple(options),
        delivery=chosen,
        weight_kg=weight,
        gifts=tuple(_promised(line, chosen) for line in gifts),
        term=term,
        ship_to=ship_to,
    )


def review_lines(buyer: Buyer, cart: Cart, items: Sequence[CartItem]) -> tuple[ReviewLine, ...]:
    """Say what some lines of a cart cost and when they come, before all is added up: as `review_cart` does, but for the tax.

    Lines of an article that other lines want too must be given with them: they share what there is.
    """
    variants = {item.variant_id for item in items}
    articles, available = articles_for(buyer, variants), availability_for(buyer, variants)
    kept = CheckoutData.read(cart.checkout_data)
    ship_to = destination(buyer, kept)
    goods = price_basket(buyer, _basket(items, articles, cart, ship_to=ship_to))
    lines = _review_lines(buyer, items, articles, available, goods)
    options = _delivery_options(buyer, lines, goods, weight_of(cart), ship_to)
    chosen = _chosen(options, kept.delivery) or _chosen(options, "")
    return tuple(_promised(line, chosen) for line in lines)


def _term(buyer: Buyer, data: CheckoutData) -> TermOption | None:
    """Return the payment term the prices are for: the one chosen of an order on invoice, else the buyer's own."""
    if data.payment and data.payment != INVOICE:
        return prepaid_term(buyer)
    options = terms_for(buyer)
    asked = next((one for one in options if one.code == data.payment_term), None) if data.payment else None
    return asked or next((one for one in options if one.is_own), None)


def _promised(line: ReviewLine, delivery: DeliveryOption | None) -> ReviewLine:
    promise = delivery.promise(_parts(line)) if delivery and line.is_goods else ()
    return value.replace(line, promise=promise)


def _basket(
    items: Sequence[CartItem],
    articles: dict[int, Article],
    cart: Cart | None,
    email: str = "",
    term: TermOption | None = None,
    ship_to: str = "",
) -> Basket:
    return Basket(
        tuple(BasketLine(item.key, item.variant_id, item.quantity) for item in items if item.variant_id in articles),
        codes=tuple(cart.codes) if cart else (),
        email=email,
        payment_term_id=term.id if term else None,
        ship_to=ship_to,
    )


def _too_heavy(buyer: Buyer, found: CartReview) -> tuple[DeliveryTooHeavy, ...]:
    return tuple(list_too_heavy(buyer, weight_kg=found.weight_kg, ship_to=destination(buyer, found.data)))


def _review_lines(
    buyer: Buyer,
    items: Sequence[CartItem],
    articles: dict[int, Article],
    available: dict[int, Availability],
    basket: PricedBasket,
) -> tuple[ReviewLine, ...]:
    """Return the lines as they can be bought; lines of the same article share what there is, the first first.

    A bundle and what it holds are such lines too.
    """
    lines: list[ReviewLine] = []
    prices, untaxed = {line.key: line for line in basket.lines}, set(basket.untaxed)
    outside = outside_agreement(buyer, articles)
    taken: dict[int, Decimal] = {}
    for item in items:
        there = available.get(item.variant_id)
        stock = there.after(taken) if there and taken else there
        # A price of another payment term is another because the buyer chose so.
        shown = item if not basket.term_percent else value.replace(item, seen_price=None)
        missing = "no_tax_rate_there" if item.key in untaxed else "no_price"
        price = prices.get(item.key)
        line = _review_line(shown, articles.get(item.variant_id), stock, price, missing=missing)
        if item.variant_id in outside:
            note = Refusal("outside_agreement", subject=f"lines.{item.key}")
            line = value.replace(line, notes=(*line.notes, note))
        lines.append(line)
        if stock:
            for variant, quantity in stock.takes(item.quantity).items():
                taken[variant] = taken.get(variant, ZERO) + quantity
    return tuple(lines)


def _parts(line: ReviewLine) -> tuple[tuple[Decimal, int | None], ...]:
    """Part a line by when it can be had."""
    if line.article is None or line.availability is None:
        return ()
    return line.availability.parts(line.item.quantity)


def _review_line(
    item: CartItem,
    article: Article | None,
    stock: Availability | None,
    price: PricedLine | None,
    *,
    missing: str = "no_price",
) -> ReviewLine:
    subject = f"lines.{item.key}"
    if article is None:
        return ReviewLine(item, None, None, None, refusals=(Refusal("article_not_found", subject=subject),))
    refusals, notes = [], []
    if not article.is_active:
        refusals.append(Refusal("article_discontinued", {"sku": article.sku}, subject))
    if problem := check_quantity(article, item.quantity, subject=subject):
        refusals.append(problem)
    if price is None:
        refusals.append(Refusal(missing, {"sku": article.sku}, subject))
    elif item.seen_price is not None and item.seen_price != price.unit_price:
        notes.append(Refusal("price_changed", {"before": item.seen_price, "now": price.unit_price}, subject))
    if stock and not stock.covers(item.quantity):
        refusals.append(
            Refusal("out_of_stock", {"available": max(stock.available, ZERO), "wanted": item.quantity}, subject)
        )
    return ReviewLine(item, article, price, stock, refusals=tuple(refusals), notes=tuple(notes))


def _delivery_options(
    buyer: Buyer, lines: Sequence[ReviewLine], goods: PricedBasket, weight: Decimal, ship_to: str
) -> list[DeliveryOption]:
    agreed = terms_in_force(buyer)
    return list_delivery_options(
        buyer,
        weight_kg=weight,
        goods=goods.goods_shown,
        waits=[days or 0 for line in lines for _, days in _parts(line)],
        free_from=agreed.free_freight_from if agreed else None,
        is_free=bool(goods.deals.free_freight),
        ship_to=ship_to,
    )


def _chosen(options: Sequence[DeliveryOption], code: str) -> DeliveryOption | None:
    """Return the delivery asked for, else the merchant's first, so that freight is known before anything is filled in."""
    return next((option for option in options if option.code == code), options[0] if options and not code else None)


def _approval(buyer: Buyer, basket: PricedBasket) -> ApprovalNeed | None:
    own_account = not buyer.is_business
    if (
        not needs_approval(amount=basket.net, limit=buyer.order_limit, is_own_account=own_account)
        or buyer.order_limit is None
    ):
        return None
    approvers = list_approvers(buyer.customer.id, but=buyer.person_id) if buyer.customer else []
    return ApprovalNeed(basket.net, buyer.order_limit, tuple(str(person) for person in approvers))


def _payment_options(buyer: Buyer, basket: PricedBasket, approval: ApprovalNeed | None) -> list[PaymentOption]:
    options = []
    if buyer.customer and buyer.customer.invoice_allowed:
        options.append(PaymentOption(INVOICE, _credit_refusal(buyer, basket.gross)))
    for code in gateway_codes():
        # A card can't be charged for an order that somebody else has yet to approve.
        options.append(
            PaymentOption(code, Refusal("payment_needs_no_approval", subject="payment") if approval else None)
        )
    return options


def _credit_refusal(buyer: Buyer, amount: Decimal) -> Refusal | None:
    if buyer.customer is None or buyer.customer.is_blocked:
        return Refusal("customer_blocked", subject="payment")
    credit = credit_of(buyer.customer.id, buyer.today)
    if amount > credit.left:
        return Refusal("credit_limit_exceeded", {"left": max(credit.left, ZERO), "amount": amount}, "payment")
    return None


def _needs_address(buyer: Buyer, found: CartReview, payments: Sequence[PaymentOption]) -> bool:
    """Tell whether an address must be known: to bring goods or come with a service, or to make an invoice out to."""
    if found.needs_delivery or any(line.article and line.article.kind == "service" for line in found.lines):
        return True
    on_invoice = any(option.code == INVOICE for option in payments)
    return on_invoice and not list_addresses(buyer, billing=True)


def _check(
    buyer: Buyer, found: CartReview, payments: Sequence[PaymentOption], *, needs_address: bool, needs_waiver: bool
) -> list[Refusal]:
    if not found.lines:
        return [Refusal("cart_empty")]
    data, refusals = found.data, []
    if not buyer.can(Right.ORDER):
        refusals.append(Refusal("ordering_not_allowed"))
    if not found.needs_delivery:
        needs_address = needs_address and (data.payment == INVOICE or not found.has_only_digital)
    elif not found.delivery_options:
        refusals.append(Refusal("no_delivery_possible", subject="delivery"))
    elif found.delivery is None:
        refusals.append(Refusal("delivery_unknown", subject="delivery"))
    is_typed = needs_address and not _is_uuid(data.address)
    refusals += check_contact(data, needs_address=is_typed, market_country=buyer.market.country)
    refusals += _check_destination(buyer, found) if needs_address else []
    if data.keep_address and not may_keep_address(buyer):
        refusals.append(Refusal("keep_address_not_allowed", subject="keep_address"))
    if buyer.customer:
        problem = check_po_number(
            data.po_number, required=buyer.customer.po_number_required, pattern=buyer.customer.po_number_pattern
        )
        refusals += [problem] if problem else []
    chosen = next((option for option in payments if option.code == data.payment), None)
    if chosen is None:
        refusals.append(Refusal("payment_required" if not data.payment else "payment_unknown", subject="payment"))
    elif chosen.refusal:
        refusals.append(chosen.refusal)
    elif chosen.code == INVOICE and data.payment_term and (found.term is None or found.term.code != data.payment_term):
        refusals.append(Refusal("payment_term_unknown", subject="payment_term"))
    asked = what_agreement_asks(buyer, po_number=data.po_number, reference=data.reference)
    refusals += [one for one in asked if one not in refusals]
    refusals += _consents(buyer, data, needs_waiver=needs_waiver)
    if set(found.basket.unpriced) - set(found.basket.untaxed):
        refusals.append(Refusal("no_price"))
    return refusals


def _check_destination(buyer: Buyer, found: CartReview) -> list[Refusal]:
    """Return what stands against where it goes; what is fetched goes nowhere."""
    asked = asked_destination(buyer, found.data)
    if asked in served(buyer) or (found.delivery and found.delivery.is_pickup):
        return []
    return [Refusal("country_not_served", {"country": asked}, "address" if _is_uuid(found.data.address) else "country")]


def _consents(buyer: Buyer, data: CheckoutData, *, needs_waiver: bool) -> list[Refusal]:
    refusals = []
    if not data.terms_accepted and not buyer.is_business:
        refusals.append(Refusal("terms_required", subject="terms_accepted"))
    if needs_waiver and not data.withdrawal_waived:
        refusals.append(Refusal("waiver_required", subject="withdrawal_waived"))
    return refusals


def may_keep_address(buyer: Buyer) -> bool:
    """Tell whether the buyer has an address book to write in."""
    return buyer.customer is not None and buyer.can(Right.MANAGE_ADDRESSES)


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
