"""Explanations and histories of prices as the API shows them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from truso.api.answers.pricing import (
    CostView,
    ExplanationView,
    LookedAtView,
    MarginView,
    PriceVersionView,
)
from truso.api.encoding import amount, optional_unit_price, quantity, unit_price
from truso.api.present.cart import allowance_views
from truso.api.present.catalog import price_view
from truso.kernel.money import round_amount
from truso.modules.pricing.explaining import Cost, Explanation, LookedAt
from truso.processes.price_history import ToldVersion


def explanation_view(told: Explanation, sku: str, uuid: UUID) -> ExplanationView:
    """Show why a price is what it is."""
    line, currency = told.line, told.currency
    unrounded = told.unrounded
    return ExplanationView(
        sku=sku,
        variant=uuid,
        quantity=quantity(told.quantity),
        day=told.day,
        currency=currency,
        prices_include_vat=told.prices_include_vat,
        best_price_wins=told.best_price_wins,
        sources=[_looked_at(one, currency) for one in told.sources],
        price=price_view(line, currency) if line else None,
        unrounded=None if unrounded is None else f"{unrounded.normalize():f}",
        allowances=allowance_views(line.allowances if line else (), currency),
        net=amount(line.net, currency) if line else None,
        vat=amount(line.tax, currency) if line else None,
        vat_rate=quantity(line.tax_rate) if line else None,
        vat_category=line.tax_category if line else "",
        gross=amount(line.gross, currency) if line else None,
        margin=_margin(told.cost, currency) if told.cost else None,
    )


def _looked_at(one: LookedAt, currency: str) -> LookedAtView:
    return LookedAtView(
        source=one.source,
        name=one.name,
        outcome=one.outcome,
        amount=optional_unit_price(one.amount, currency),
        minimum_quantity=quantity(one.minimum_quantity),
        percent=None if one.percent is None else quantity(one.percent),
        basis=one.basis,
        valid_from=one.valid_from,
        valid_to=one.valid_to,
    )


def _margin(cost: Cost, currency: str) -> MarginView:
    percent = cost.margin_percent
    return MarginView(
        costs=[CostView(name=name, amount=unit_price(value, currency)) for name, value in cost.lists],
        margin=unit_price(cost.margin, currency),
        margin_percent=None if percent is None else f"{round_amount(percent, 'EUR'):f}",
    )


def version_views(told: Sequence[ToldVersion], currency: str) -> list[PriceVersionView]:
    """Show how an article's prices in a list became what they are."""
    return [_version(one, currency) for one in told]


def _version(told: ToldVersion, currency: str) -> PriceVersionView:
    one, writer, remover = told.version, told.writer, told.remover
    return PriceVersionView(
        amount=unit_price(one.amount, currency),
        minimum_quantity=quantity(one.minimum_quantity),
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        since=one.since,
        source=writer.kind if one.since else "",
        source_name=writer.name,
        reason=one.reason,
        until=one.until,
        is_removed=remover is not None,
        removed_source=remover.kind if remover else "",
        removed_name=remover.name if remover else "",
        removed_reason=one.removed_for,
    )
