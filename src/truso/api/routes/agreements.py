"""A company's agreements: read, sign, ask for changes, and take the prices home."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from truso.api.answers.agreements import (
    AgreedPriceList,
    AgreedPriceView,
    AgreementList,
    AgreementSummary,
    AgreementView,
    BonusStepView,
    SignatureView,
    WishView,
)
from truso.api.auth import Gate
from truso.api.encoding import amount, quantity, reply, unit_price
from truso.api.inputs import DeclineIn, SignatureIn, WishIn
from truso.api.once import write_once
from truso.api.openapi import gives
from truso.api.problems import wrong
from truso.kernel.buyer import Buyer
from truso.kernel.money import parse_amount
from truso.kernel.refusals import NotFound
from truso.kernel.texts import in_language
from truso.modules.agreements.models import Agreement, AgreementWish
from truso.modules.agreements.operations import decline_agreement, sign_agreement
from truso.modules.agreements.prices import list_agreed_prices
from truso.modules.agreements.queries import begun_on, get_agreement, list_agreements, may_sign
from truso.modules.agreements.wishes import ask_for_change, wishes_of
from truso.modules.identity.rules import Scope
from truso.modules.orders.purchases import purchases_since
from truso.modules.output.queries import read_document
from truso.processes.agreements import agreement_document

router = Router(tags=["Agreements"])
BUYERS = Gate(Scope.ORDERS)
PAGE = 100
ADDRESS = "/agreements/{uuid}"


def _summary(one: Agreement) -> AgreementSummary:
    return AgreementSummary(
        uuid=one.uuid, number=one.number, version=one.version, title=one.title, state=one.state,
        valid_from=one.valid_from, valid_to=one.valid_to,
    )  # fmt: skip


def _wish(one: AgreementWish, currency: str) -> WishView:
    return WishView(
        uuid=one.uuid, sku=one.variant.sku if one.variant else "", text=one.text,
        price=None if one.price is None else unit_price(one.price, currency), state=one.state, answer=one.answer,
        asked_at=one.asked_at,
    )  # fmt: skip


def _full(buyer: Buyer, one: Agreement) -> AgreementView:
    currency, language = buyer.currency, buyer.language
    people = list(one.people.select_related("person"))
    customers = buyer.customer.ids[:1] if buyer.customer else ()
    bought = purchases_since(customers, begun_on(one), currency=currency, timezone=buyer.market.timezone)
    return AgreementView(
        uuid=one.uuid, number=one.number, version=one.version, title=one.title, state=one.state,
        valid_from=one.valid_from, valid_to=one.valid_to, sha256=one.sha256,
        may_sign=one.state == Agreement.State.SENT and may_sign(buyer, one),
        notice_days=one.notice_days, renews_months=one.renews_months, best_price_wins=one.best_price_wins,
        payment_term=in_language(one.payment_term.names, language) if one.payment_term else "",
        free_freight_from=None if one.free_freight_from is None else amount(one.free_freight_from, currency),
        delivery_method=in_language(one.delivery_method.names, language) if one.delivery_method else "",
        delivery_terms=one.delivery_terms, service_level=one.service_level, other_terms=one.notes, range=one.range,
        minimum_purchase=None if one.minimum_purchase is None else amount(one.minimum_purchase, currency),
        bonus=[BonusStepView(from_amount=amount(Decimal(start), currency), percent=quantity(Decimal(percent)))
               for start, percent in one.bonus],
        po_number_required=one.po_number_required, reference_required=one.reference_required,
        owner=str(one.owner or ""), contact=str(one.contact or ""),
        orderers=[str(person.person) for person in people if person.part == "orderer"],
        receivers=[str(person.person) for person in people if person.part == "receiver"],
        signatures=[SignatureView(name=step.name, at=step.at, sha256=step.sha256) for step in one.steps.all() if step.kind == "signed"],
        wishes=[_wish(wish, currency) for wish in wishes_of(one)[:200]],
        bought=amount(sum((row.net for row in bought.values()), Decimal(0)), currency),
    )  # fmt: skip


@router.get(
    "/agreements", auth=BUYERS, url_name="agreements", operation_id="list_agreements", **gives(200, AgreementList)
)
def agreements(request: HttpRequest) -> HttpResponse:
    """List the company's agreements; none without the right to see them."""
    found = list_agreements(request.auth.buyer).order_by("-valid_from", "number", "-version")  # type: ignore[attr-defined]
    return reply(AgreementList(items=[_summary(one) for one in found[:500]]))


@router.get(ADDRESS, auth=BUYERS, url_name="agreement", operation_id="get_agreement", **gives(200, AgreementView))
def agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return what is agreed."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    return reply(_full(buyer, get_agreement(buyer, uuid)))


@router.get(
    f"{ADDRESS}/prices",
    auth=BUYERS,
    url_name="agreement-prices",
    operation_id="list_agreement_prices",
    **gives(200, AgreedPriceList),
)
def prices(
    request: HttpRequest, uuid: UUID, text: str = Query("", max_length=100), page: int = Query(1, ge=1, le=10_000)
) -> HttpResponse:
    """List the agreed prices, found by article number, own number or name."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    found = get_agreement(buyer, uuid)
    day = max(buyer.today, found.valid_from) if found.is_open else buyer.today
    rows = list_agreed_prices(
        found, language=buyer.language, day=day, text=text, limit=PAGE + 1, offset=(page - 1) * PAGE
    )
    items = [
        AgreedPriceView(
            sku=row.sku, variant=row.uuid, own_number=row.own_number, name=row.name, unit=row.unit, price_unit=row.price_unit,
            minimum_quantity=quantity(row.minimum_quantity), price=unit_price(row.amount, buyer.currency),
            valid_from=row.valid_from, valid_to=row.valid_to,
        )
        for row in rows[:PAGE]
    ]  # fmt: skip
    return reply(AgreedPriceList(items=items, has_more=len(rows) > PAGE))


@router.get(
    f"{ADDRESS}/document",
    auth=BUYERS,
    url_name="agreement-document",
    operation_id="get_agreement_document",
    **gives(200, media="application/pdf"),
)
def document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the document as it was sent to be signed."""
    found = get_agreement(request.auth.buyer, uuid)  # type: ignore[attr-defined]
    stored = agreement_document(found) if found.sha256 else None
    if stored is None:
        raise NotFound("document")
    return HttpResponse(read_document(stored), content_type=stored.content_type)


@router.post(
    f"{ADDRESS}/signature",
    auth=BUYERS,
    url_name="agreement-signature",
    operation_id="sign_agreement",
    **gives(200, AgreementView, key="optional"),
)
def sign(request: HttpRequest, uuid: UUID, data: SignatureIn) -> HttpResponse:
    """Countersign what was sent, naming the fingerprint of the document that was read. A person signs, never a program's key alone."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    values = {"name": data.name, "sha256": data.sha256, "accepted": "1"}

    def act() -> tuple[int, AgreementView]:
        sign_agreement(buyer=buyer, uuid=uuid, values=values, address=request.META.get("REMOTE_ADDR", ""))
        return 200, _full(buyer, get_agreement(buyer, uuid))

    return write_once(request, "sign_agreement", {"uuid": str(uuid), **values}, act)


@router.post(
    f"{ADDRESS}/refusal",
    auth=BUYERS,
    url_name="agreement-refusal",
    operation_id="decline_agreement",
    **gives(204, key="optional"),
)
def decline(request: HttpRequest, uuid: UUID, data: DeclineIn) -> HttpResponse:
    """Say no to what was sent, and why."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]

    def act() -> tuple[int, None]:
        decline_agreement(buyer=buyer, uuid=uuid, reason=data.reason)
        return 204, None

    return write_once(request, "decline_agreement", {"uuid": str(uuid), "reason": data.reason}, act)


@router.post(
    f"{ADDRESS}/wishes",
    auth=BUYERS,
    url_name="agreement-wishes",
    operation_id="ask_for_change",
    **gives(201, WishView, key="optional"),
)
def ask(request: HttpRequest, uuid: UUID, data: WishIn) -> HttpResponse:
    """Ask for a change of an article's price or of the terms."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    price = parse_amount(data.price) if data.price else None
    if data.price and price is None:
        raise wrong(422, "price_not_a_number", "price")

    def act() -> tuple[int, WishView]:
        wish = ask_for_change(buyer=buyer, uuid=uuid, text=data.text, variant=data.variant, price=price)
        return 201, _wish(wish, buyer.currency)

    return write_once(request, "ask_for_change", {"uuid": str(uuid), **data.model_dump(mode="json")}, act)
