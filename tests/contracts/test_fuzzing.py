"""Whatever is sent: no failure, no answer that is not described, no operation open that says it is closed.

Seeded and short; ASSURE=1 sends 200 requests per operation and caller.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.http import HttpResponse
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks

from tests.api.conftest import Caller, key_for, order_body, visitor
from tests.factories import Shop
from truso.api.routes import catalog
from truso.api.urls import api
from truso.modules.approvals.models import ApprovalRequest
from truso.processes.ship import pick_order, ship

EXAMPLES = 200 if os.environ.get("ASSURE") == "1" else 5
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


def load() -> Any:
    description = json.loads(json.dumps(api.get_openapi_schema(), default=str))
    schema = schemathesis.openapi.from_dict(description)
    schema.app = get_wsgi_application()
    schema.config.generation.update(modes=list(GenerationMode))
    return schema


SCHEMA = load()
OPERATIONS = {result.ok().label: result.ok() for result in SCHEMA.get_all_operations()}


@pytest.fixture
def world(shop: Shop) -> dict[str, Any]:
    """A company with an order that was shipped and invoiced, one that waits for approval, and a cart; and a visitor."""
    shop.add_article("A-1", price="100", stock="1000")
    company = shop.company()
    orderer = key_for(
        shop.member(company, "ola@example.com", "orderer", "finance", "admin", "approver", limit="1000"), company
    )
    orderer.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 1}]})
    order = orderer.post("orders", order_body(), Idempotency_Key="first").json()
    from truso.modules.orders.models import Order

    record = Order.objects.get(uuid=order["uuid"])
    picked = pick_order(
        order_id=record.pk, location=shop.main, quantities={record.lines.get(kind="item").pk: 1}, staff_id=None
    )
    invoice = ship(shipment_id=picked.pk)
    second = key_for(shop.member(company, "per@example.com", "orderer", limit="10"), company)
    second.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 5}]})
    second.post("orders", order_body(), Idempotency_Key="first")
    orderer.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 3}]})
    guest = visitor()
    guest.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 1}]})
    return {
        "company": orderer,
        "visitor": guest,
        "anonymous": Caller(),
        "ids": {
            "/orders": order["uuid"],
            "/approvals": str(ApprovalRequest.objects.get().uuid),
            "/invoices": str(invoice.uuid),
            "/addresses": orderer.get("addresses").json()["items"][0]["uuid"],
            "/cart": orderer.get("cart").json()["lines"][0]["uuid"],
            "/products": "a-1-en",
            "/articles": "A-1",
        },
    }


@contextmanager
def one_connection() -> Iterator[None]:
    """Keep the test's connection: the server would close it after each request."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def numbers() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


def send(operation: Any, headers: dict[str, str], ids: dict[str, str]) -> None:
    count = numbers()

    @seed(20261121)
    @settings(
        max_examples=EXAMPLES,
        derandomize=False,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def fuzz(case: Any) -> None:
        number = next(count)
        if number % 2 and case.path_parameters:  # every other request is about something there is
            known = next((value for start, value in ids.items() if operation.path.startswith(f"/api/v1{start}")), None)
            if known:
                case.path_parameters = dict.fromkeys(case.path_parameters, known)
        for name in ("Authorization", "Truso-Visitor", "Truso-Customer", "Truso-Market", "Cookie"):
            if number % 3 or name == "Authorization":
                case.headers.pop(name, None)
        case.cookies.clear()
        case.call_and_validate(headers=headers, checks=CHECKS)

    with one_connection():
        fuzz()


@pytest.mark.parametrize("label", OPERATIONS)
@pytest.mark.filterwarnings("ignore")
def test_no_request_makes_the_api_fail_or_answer_what_it_does_not_describe(world: dict[str, Any], label: str) -> None:
    for caller in ("anonymous", "visitor", "company"):
        send(OPERATIONS[label], world[caller].headers, world["ids"])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "answer",
    [
        RuntimeError("broken"),
        HttpResponse(b'{"items":[{"code":1}]}', content_type="application/json"),
        HttpResponse(status=418),
    ],
)
def test_a_failure_and_an_answer_not_described_would_be_noticed(
    world: dict[str, Any], answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(value: Any) -> HttpResponse:
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[no-any-return]

    monkeypatch.setattr(catalog, "reply", broken)

    with pytest.raises(FailureGroup):
        send(OPERATIONS["GET /api/v1/markets"], {}, {})


def test_no_operation_ignores_who_calls(world: dict[str, Any]) -> None:
    ignoring = []
    for label, operation in OPERATIONS.items():
        method, path = label.split(" ")
        known = next((value for start, value in world["ids"].items() if path.startswith(f"/api/v1{start}")), "x")
        address = (
            path.removeprefix("/api/v1/").replace("{uuid}", known).replace("{slug}", known).replace("{sku}", known)
        )
        body = {} if "requestBody" in operation.definition.raw else None
        stranger = Caller({"Authorization": "Bearer truso_" + "x" * 43}).call(method, address, body)
        nobody = Caller().call(method, address, body)
        asked = nobody.status_code == 401 and nobody.json()["code"] == "credentials_required"
        if stranger.status_code != 401 or asked is ({} in operation.definition.raw["security"]):
            ignoring.append(label)
    assert ignoring == []
