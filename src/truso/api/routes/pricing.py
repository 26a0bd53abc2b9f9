"""Why a price is what it is, for a caller's own and (for the house) for anybody; and how a list's prices became so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from truso.api.answers.pricing import ExplanationView, PriceHistoryView
from truso.api.auth import Caller, Gate
from truso.api.encoding import reply
from truso.api.inputs import Code
from truso.api.lines import quantity_problem, read_quantity
from truso.api.openapi import gives
from truso.api.present.pricing import explanation_view, version_views
from truso.api.problems import wrong
from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import normalize_code
from truso.kernel.quantity import MAX_QUANTITY
from truso.kernel.refusals import NotFound
from truso.modules.catalog.models import Variant
from truso.modules.catalog.queries import cards_for
from truso.modules.catalog.queries.identifiers import find_variant_ids
from truso.modules.customers.models import Customer
from truso.modules.identity.rules import Scope
from truso.modules.markets.queries import list_markets
from truso.modules.pricing.explaining import explain_price
from truso.modules.pricing.models import PriceList
from truso.modules.tax.rules import NoTaxRate
from truso.processes.preview import Look, buyer_for, noon_of
from truso.processes.price_history import told_history

router = Router(tags=["Prices"])
OPEN = Gate(Scope.CATALOG, is_open=True)
STAFF = Gate(Scope.DATA, needs_hat=False, is_staff=True)


@router.get(
    "/prices/explanation",
    auth=OPEN,
    url_name="own-explanation",
    operation_id="explain_own_price",
    **gives(200, ExplanationView),
)
def explain_own(
    request: HttpRequest,
    sku: Code,
    quantity: str = Query("1", max_length=24),
    day: date | None = Query(None, alias="date"),
) -> HttpResponse:
    """Explain the caller's own price of an article: every source looked at, what it offered, the tax and the rounding.

    Companies may ask for another day (`date`, in their market), consumers for today.
    """
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    wanted = _quantity(quantity)
    by_sku, _ = find_variant_ids(buyer, skus={sku}, uuids=set())
    variant = by_sku.get(sku)
    if variant is None:
        raise NotFound("article")
    if day is not None and day != buyer.today and not buyer.is_business:
        raise wrong(422, "price_day_for_companies", "date")
    card = cards_for(buyer, [variant])[0]
    return _explained(_on(buyer, day), variant, card.sku, card.uuid, wanted)


@router.get(
    "/price-explanation/{path:sku}",
    auth=STAFF,
    url_name="price-explanation",
    operation_id="explain_price",
    **gives(200, ExplanationView),
)
def explain(
    request: HttpRequest,
    sku: str,
    quantity: str = Query("1", max_length=24),
    customer: str = Query("", max_length=30),
    market: str = Query("", max_length=60),
    day: date | None = Query(None, alias="date"),
) -> HttpResponse:
    """Explain what a customer (by number), or else a visitor of a market, pays for an article in a quantity on a day.

    Needs the right to see prices; the costs and the margin come with the right to see costs.
    """
    caller = _allowed(request)
    variant = _article(sku)
    wanted = _quantity(quantity)
    buyer = _on(_buyer(caller, market, customer), day)
    with_costs = caller.may("pricing.view_costlist")
    return _explained(buyer, variant.pk, variant.sku, variant.uuid, wanted, for_staff=True, with_costs=with_costs)


@router.get(
    "/price-history/{code}/{path:sku}",
    auth=STAFF,
    url_name="price-history",
    operation_id="get_price_history",
    **gives(200, PriceHistoryView),
)
def history(request: HttpRequest, code: str, sku: str) -> HttpResponse:
    """Return every price an article had in a list (by its code): from when to when, who wrote it and why."""
    caller = _allowed(request)
    found = PriceList.every.filter(code=code).first()
    if found is None or not caller.may(found.right("view")):
        raise NotFound("price_list")
    variant = _article(sku)
    items = version_views(told_history(price_list_id=found.pk, variant_id=variant.pk), found.currency)
    return reply(PriceHistoryView(price_list=found.code, sku=variant.sku, currency=found.currency, items=items))


def _allowed(request: HttpRequest) -> Caller:
    """Return the caller if they may; to others of the house there is nothing here."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if not caller.may("pricing.view_price"):
        raise NotFound("prices")
    return caller


def _article(sku: str) -> Variant:
    found = Variant.objects.filter(sku_normalized=normalize_code(sku[:60])).first()
    if found is None:
        raise NotFound("article")
    return found


def _buyer(caller: Caller, market: str, number: str) -> Buyer:
    markets = list_markets()
    found = next((one for one in markets if one.code == market), None if market else next(iter(markets), None))
    if found is None:
        raise wrong(422, "market_unknown", "market")
    customer = None
    if number:
        may_see = caller.may("customers.view_customer")
        customer = Customer.objects.filter(number=number).values_list("pk", flat=True).first() if may_see else None
        if customer is None:
            raise wrong(422, "customer_unknown", "customer")
    return buyer_for(Look(found.code, customer), caller.buyer.language)


def _on(buyer: Buyer, day: date | None) -> Buyer:
    """Return the buyer at noon of another day in their market."""
    return buyer if day is None or day == buyer.today else buyer.at(noon_of(buyer, day))


def _quantity(text: str) -> Decimal:
    wanted = read_quantity(text)
    if wanted is None:
        raise wrong(422, "quantity_invalid", "quantity", typed=text)
    if code := quantity_problem(wanted):
        raise wrong(422, code, "quantity", maximum=MAX_QUANTITY)
    return wanted


def _explained(
    buyer: Buyer,
    variant: int,
    sku: str,
    uuid: UUID,
    wanted: Decimal,
    *,
    for_staff: bool = False,
    with_costs: bool = False,
) -> HttpResponse:
    try:
        told = explain_price(buyer, variant, wanted, for_staff=for_staff, with_costs=with_costs)
    except NoTaxRate as missing:
        raise wrong(422, "no_tax_rate", "date") from missing
    return reply(explanation_view(told, sku, uuid))
