"""Cart and checkout as the API shows them."""

from __future__ import annotations

from collections.abc import Sequence

from truso.api.answers.cart import (
    AllowanceView,
    ApprovalNeedView,
    CartLineView,
    CartView,
    ChargeView,
    CodeView,
    DeliveryOptionView,
    DeliveryTooHeavyView,
    GiftView,
    HintView,
    PaymentOptionView,
    PaymentTermView,
    ReviewView,
)
from truso.api.answers.catalog import ContentView, SubstituteView
from truso.api.encoding import amount, quantity
from truso.api.present.catalog import (
    availability_view,
    content_views,
    price_view,
    promise_view,
    substitute_views,
)
from truso.api.problems import refusal_view
from truso.kernel.buyer import Buyer
from truso.kernel.money import add_up
from truso.modules.catalog.bundles import contents_of
from truso.modules.delivery.queries import DeliveryOption
from truso.modules.pricing.values import Allowance
from truso.processes.review import CartReview, CheckoutReview, PaymentOption, ReviewLine
from truso.processes.substitutes import substitutes_for
from truso.processes.terms import TermOption


def cart_view(buyer: Buyer, review: CartReview) -> CartView:
    """Show the goods of a review: what the cart holds, at today's prices, and what could be had instead of what is missing."""
    basket, currency = review.basket, review.basket.currency
    bundles = [line.item.variant_id for line in review.lines if line.availability and line.availability.components]
    contents = contents_of(bundles, buyer.language)
    missing = {line.article.product_id for line in review.lines if line.article and line.is_missing}
    substitutes = substitutes_for(buyer, missing)
    return CartView(
        checkout_id=review.checkout_id,
        currency=currency,
        prices_include_vat=basket.prices_include_vat,
        lines=[
            _line(
                line,
                currency,
                content_views(contents.get(line.item.variant_id, ())),
                substitute_views(
                    substitutes.get(line.article.product_id, ()) if line.article and line.is_missing else ()
                ),
            )
            for line in review.lines
        ],
        codes=[CodeView(code=one.code, outcome=one.outcome, campaign=one.name) for one in basket.deals.codes],
        gifts=[
            GiftView(sku=one.article.sku, variant=one.article.uuid, name=one.article.name, campaign=one.price.campaign)
            for one in review.gifts
            if one.article and one.price
        ],
        hints=[
            HintView(campaign=one.name, kind=one.kind, articles=one.pieces, amount=amount(one.amount, currency))
            for one in basket.deals.hints
        ],
        free_freight=basket.deals.free_freight,
        net=amount(basket.goods_net, currency),
        vat=amount(add_up(line.tax for line in basket.lines), currency),
        gross=amount(basket.goods_gross, currency),
    )


def _line(
    line: ReviewLine, currency: str, contents: list[ContentView], substitutes: list[SubstituteView]
) -> CartLineView:
    item, article, price = line.item, line.article, line.price
    return CartLineView(
        uuid=item.uuid,
        sku=article.sku if article else "",
        variant=article.uuid if article else None,
        name=article.name if article else "",
        quantity=quantity(item.quantity),
        reference=item.reference,
        unit=article.unit if article else "",
        price=price_view(price, currency) if price else None,
        net=amount(price.net, currency) if price else None,
        vat=amount(price.tax, currency) if price else None,
        gross=amount(price.gross, currency) if price else None,
        availability=availability_view(article.sku, line.availability) if article and line.availability else None,
        promise=promise_view(line.promise),
        refusals=[refusal_view(refusal) for refusal in line.refusals],
        notes=[refusal_view(note) for note in line.notes],
        contents=contents,
        substitutes=substitutes,
        allowances=allowance_views(price.allowances if price else (), currency),
    )


def allowance_views(allowances: Sequence[Allowance], currency: str) -> list[AllowanceView]:
    """Show what campaigns take off a line."""
    return [AllowanceView(name=one.name, amount=amount(one.amount, currency)) for one in allowances]


def _delivery_option(option: DeliveryOption, currency: str) -> DeliveryOptionView:
    return DeliveryOptionView(
        code=option.code,
        name=option.name,
        description=option.description,
        net=amount(option.amount, currency),
        first_on=option.first_on,
        arrives_on=option.arrives_on,
        is_pickup=option.is_pickup,
        pickup_place=option.pickup_place,
        free_from=None if option.free_from is None else amount(option.free_from, currency),
    )


def review_view(buyer: Buyer, review: CheckoutReview) -> ReviewView:
    """Show everything a checkout offers."""
    basket, currency, approval = review.basket, review.basket.currency, review.approval
    return ReviewView(
        is_ready=review.is_ready,
        cart=cart_view(buyer, review),
        charges=[
            ChargeView(
                code=charge.key,
                net=amount(charge.net, currency),
                vat=amount(charge.tax, currency),
                gross=amount(charge.gross, currency),
            )
            for charge in basket.charges
        ],
        net=amount(basket.net, currency),
        vat=amount(basket.tax, currency),
        gross=amount(basket.gross, currency),
        ship_to=review.ship_to,
        no_vat=basket.tax_reasons,
        delivery=review.delivery.code if review.delivery else None,
        first_on=review.first_on,
        arrives_on=review.arrives_on,
        missing_for_free_freight=amount(review.missing_for_free_freight, currency),
        delivery_options=[_delivery_option(option, currency) for option in review.delivery_options],
        weight_kg=quantity(review.weight_kg),
        needs_delivery=review.needs_delivery,
        needs_address=review.needs_address,
        needs_waiver=review.needs_waiver,
        too_heavy=[
            DeliveryTooHeavyView(name=one.name, is_pickup=one.is_pickup, most_kg=quantity(one.most_kg))
            for one in review.too_heavy
        ],
        payment_options=[_payment_option(option) for option in review.payment_options],
        payment_terms=[_payment_term(one, review) for one in review.term_options],
        approval=ApprovalNeedView(
            amount=amount(approval.amount, currency),
            limit=amount(approval.limit, currency),
            approvers=list(approval.approver_names),
        )
        if approval
        else None,
        refusals=[refusal_view(refusal) for refusal in review.refusals],
    )


def _payment_option(option: PaymentOption) -> PaymentOptionView:
    refusal = refusal_view(option.refusal) if option.refusal else None
    return PaymentOptionView(code=option.code, is_allowed=option.is_allowed, refusal=refusal)


def _payment_term(one: TermOption, review: CheckoutReview) -> PaymentTermView:
    return PaymentTermView(
        code=one.code,
        name=one.name,
        days=one.days,
        percent=quantity(one.percent),
        cash_percent=None if one.cash_percent is None else quantity(one.cash_percent),
        cash_days=one.cash_days,
        is_chosen=review.term is not None and one.id == review.term.id,
    )
