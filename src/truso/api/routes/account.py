"""Who calls, their hats, and the customer's addresses."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from truso.api.answers.account import AddressList, AddressView, HatList, HatView, MeView
from truso.api.auth import Caller, Gate
from truso.api.encoding import amount, reply
from truso.api.inputs import AddressIn
from truso.api.once import write_once
from truso.api.openapi import gives
from truso.modules.customers.models import Address
from truso.modules.customers.operations import remove_address, save_address
from truso.modules.customers.queries import get_address, list_addresses
from truso.modules.identity.rules import Scope
from truso.modules.markets.queries import list_markets
from truso.platform.database.transactions import write

router = Router(tags=["Account"])
PERSON = Gate(None, needs_hat=False)
BUYERS = Gate(Scope.ORDERS)


@router.get("/me", auth=PERSON, url_name="me", operation_id="get_me", **gives(200, MeView))
def me(request: HttpRequest) -> HttpResponse:
    """Tell who calls, in which hat, and what the key may do."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    buyer, person, key = caller.buyer, caller.person, caller.key
    return reply(
        MeView(
            name=buyer.person_name,
            email=person.email if person else "",
            language=buyer.language,
            market=buyer.market.code,
            currency=buyer.currency,
            customer=buyer.customer.uuid if buyer.customer else None,
            scopes=list(key.scopes) if key else None,
            key_expires_at=key.expires_at if key else None,
        )
    )


@router.get("/me/hats", auth=PERSON, url_name="hats", operation_id="list_hats", **gives(200, HatList))
def hats(request: HttpRequest) -> HttpResponse:
    """List for whom the caller can shop; a key bound to one customer has that hat only."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    bound = caller.key.customer_uuid if caller.key else None
    markets = {market.pk: market for market in list_markets()}
    return reply(
        HatList(
            items=[
                HatView(
                    customer=hat.customer.uuid,
                    name=hat.customer.name,
                    number=hat.customer.number,
                    is_business=hat.customer.is_business,
                    is_chosen=hat == caller.hat,
                    market=markets[hat.market_id].code if hat.market_id in markets else "",
                    prices_include_vat=hat.customer.display_gross,
                    rights=sorted(hat.rights),
                    roles=list(hat.roles),
                    order_limit=None
                    if hat.order_limit is None
                    else amount(hat.order_limit, markets[hat.market_id].currency if hat.market_id in markets else ""),
                )
                for hat in caller.hats
                if bound in (None, hat.customer.uuid)
            ]
        )
    )


def _address(address: Address) -> AddressView:
    return AddressView(**{name: getattr(address, name) for name in AddressView.__struct_fields__})


@router.get("/addresses", auth=BUYERS, url_name="addresses", operation_id="list_addresses", **gives(200, AddressList))
def addresses(request: HttpRequest) -> HttpResponse:
    """List the customer's delivery addresses."""
    return reply(AddressList(items=[_address(one) for one in list_addresses(request.auth.buyer)]))  # type: ignore[attr-defined]


@router.post(
    "/addresses",
    auth=BUYERS,
    url_name="addresses",
    operation_id="add_address",
    **gives(201, AddressView, key="optional"),
)
def add(request: HttpRequest, data: AddressIn) -> HttpResponse:
    """Keep an address."""
    fields = data.model_dump()
    return write_once(
        request,
        "add_address",
        fields,
        lambda: (201, _address(save_address(buyer=request.auth.buyer, fields=fields))),  # type: ignore[attr-defined]
    )


@router.get("/addresses/{uuid}", auth=BUYERS, url_name="address", operation_id="get_address", **gives(200, AddressView))
def address(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a kept address."""
    return reply(_address(get_address(request.auth.buyer, uuid)))  # type: ignore[attr-defined]


@router.put(
    "/addresses/{uuid}", auth=BUYERS, url_name="address", operation_id="change_address", **gives(200, AddressView)
)
def change(request: HttpRequest, uuid: UUID, data: AddressIn) -> HttpResponse:
    """Change a kept address; orders that copied it keep theirs."""
    with write(request.auth.actor):  # type: ignore[attr-defined]
        saved = save_address(buyer=request.auth.buyer, fields=data.model_dump(), uuid=uuid)  # type: ignore[attr-defined]
    return reply(_address(saved))


@router.delete("/addresses/{uuid}", auth=BUYERS, url_name="address", operation_id="remove_address", **gives(204))
def remove(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take an address out of use."""
    with write(request.auth.actor):  # type: ignore[attr-defined]
        remove_address(buyer=request.auth.buyer, uuid=uuid)  # type: ignore[attr-defined]
    return HttpResponse(status=204)
