"""From a cart to an order through the API."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.api.conftest import Caller, key_for, order_body, visitor
from tests.factories import Shop
from truso.modules.cart.models import CartLine
from truso.modules.customers.models import Address
from truso.modules.inventory.models import StockItem
from truso.modules.markets.models import Market
from truso.modules.orders.models import Order
from truso.modules.payments.models import DemoCharge
from truso.processes.ship import pick_order, ship


def codes(answer) -> list[str]:  # type: ignore[no-untyped-def]
    return [refusal["code"] for refusal in answer.json()["refusals"]]


@pytest.fixture
def company_caller(stocked: Shop) -> Caller:
    company = stocked.company()
    return key_for(stocked.member(company, "ola@example.com", "orderer", "finance"), company)


def test_each_line_is_told_what_became_of_it(company_caller: Caller) -> None:
    answer = company_caller.post(
        "cart/lines",
        {
            "lines": [
                {"sku": "A-1", "quantity": "2"},
                {"sku": "TEN", "quantity": 7},
                {"sku": "NONE", "quantity": 1},
                {"sku": "A-1", "quantity": 3},
                {"sku": "A-1", "quantity": "1,5"},
                {"sku": "A-1", "quantity": -2},
                {"sku": "A-1", "quantity": 10**30},
                {"sku": "A-1", "quantity": 1, "reference": "Bygg 2"},
            ]
        },
    ).json()

    assert [result["status"] for result in answer["results"]] == [
        "added",
        "refused",
        "refused",
        "added",
        *["refused"] * 3,
        "added",
    ]
    assert [result["refusals"][0]["code"] for result in answer["results"] if result["refusals"]] == [
        "quantity_below_minimum",
        "article_not_found",
        "quantity_invalid",
        "quantity_not_positive",
        "quantity_invalid",
    ]
    assert (answer["added"], answer["refused"], answer["cart_lines"]) == (3, 5, 2)
    cart = company_caller.get("cart").json()
    assert [(line["sku"], line["quantity"], line["reference"]) for line in cart["lines"]] == [
        ("A-1", "5", ""),
        ("A-1", "1", "Bygg 2"),
    ]
    assert answer["results"][0]["line"] == answer["results"][3]["line"] == cart["lines"][0]["uuid"]


def test_lines_of_one_article_are_judged_by_what_they_come_to(stocked: Shop, company_caller: Caller) -> None:
    stocked.add_article("FEW", stock="100", maximum_quantity=10)
    wanted = [("TEN", 6), ("TEN", 4), ("FEW", 6), ("FEW", 5)]

    answer = company_caller.post("cart/lines", {"lines": [{"sku": sku, "quantity": one} for sku, one in wanted]}).json()

    assert [one["status"] for one in answer["results"]] == ["added", "added", "refused", "refused"]
    assert answer["results"][0]["line"] == answer["results"][1]["line"]
    assert [refusal["code"] for refusal in answer["results"][2]["refusals"]] == ["quantity_above_maximum"]
    cart = company_caller.get("cart").json()
    assert [(line["sku"], line["quantity"]) for line in cart["lines"]] == [("TEN", "10")]


def test_an_address_is_kept_with_the_order_once_and_only_by_those_who_may(stocked: Shop) -> None:
    company = stocked.company()
    before = Address.objects.count()
    admin = key_for(stocked.member(company, "kari@example.com", "orderer", "admin", "finance"), company)
    orderer = key_for(stocked.member(company, "ola@example.com", "orderer", "finance"), company)
    for caller in (admin, orderer):
        caller.post("cart/lines", {"lines": [{"sku": "A-1"}]})

    refused = orderer.post("orders", order_body(keep_address=True), Idempotency_Key="k-0")
    assert (refused.status_code, codes(refused)) == (422, ["keep_address_not_allowed"])
    assert admin.post("orders", order_body(), Idempotency_Key="k-1").status_code == 201
    assert Address.objects.count() == before
    for key, street in (("k-2", "Storgata 9"), ("k-3", "  STORGATA  9.")):
        admin.post("cart/lines", {"lines": [{"sku": "A-1"}]})
        kept = admin.post("orders", order_body(keep_address=True, street=street), Idempotency_Key=key)
        assert kept.status_code == 201
    assert Address.objects.filter(customer=company, street="Storgata 9").count() == 1
    assert Address.objects.count() == before + 1


def test_all_or_none_leaves_the_cart_as_it_was(company_caller: Caller) -> None:
    answer = company_caller.post("cart/lines", {"lines": [{"sku": "A-1"}, {"sku": "NONE"}], "all_or_none": True})

    assert (answer.status_code, codes(answer)) == (422, ["article_not_found"])
    assert CartLine.objects.count() == 0


def test_lines_are_changed_removed_and_emptied(company_caller: Caller) -> None:
    company_caller.post("cart/lines", {"lines": [{"sku": "A-1"}, {"sku": "TEN", "quantity": 10}]})
    first, second = (line["uuid"] for line in company_caller.get("cart").json()["lines"])

    changed = company_caller.call("PATCH", f"cart/lines/{first}", {"quantity": "4", "reference": "R"}).json()
    assert [(line["quantity"], line["reference"]) for line in changed["lines"]] == [("4", "R"), ("10", "")]
    assert len(company_caller.call("DELETE", f"cart/lines/{second}").json()["lines"]) == 1
    assert company_caller.call("DELETE", "cart").json()["lines"] == []
    assert company_caller.call("DELETE", f"cart/lines/{first}").status_code == 404


@pytest.mark.parametrize("quantity", ["-1", "two", "1e3", "", "0.0001", "²", 10**18])
def test_a_bad_quantity_changes_nothing(company_caller: Caller, quantity: object) -> None:
    company_caller.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 2}]})
    line = company_caller.get("cart").json()["lines"][0]["uuid"]

    answer = company_caller.call("PATCH", f"cart/lines/{line}", {"quantity": quantity})

    assert answer.status_code == 422
    assert codes(answer)[0] in {"quantity_invalid", "quantity_not_positive", "quantity_too_large"}
    assert company_caller.get("cart").json()["lines"][0]["quantity"] == "2"


def test_another_visitors_line_is_as_good_as_none(stocked: Shop) -> None:
    mine, theirs = visitor(), visitor()
    theirs.post("cart/lines", {"lines": [{"sku": "A-1"}]})
    line = theirs.get("cart").json()["lines"][0]["uuid"]

    for method, body in (("PATCH", {"quantity": 5}), ("DELETE", None)):
        foreign = mine.call(method, f"cart/lines/{line}", body)
        unknown = mine.call(method, f"cart/lines/{uuid4()}", body)
        assert (foreign.status_code, foreign.content) == (404, unknown.content)
    assert theirs.get("cart").json()["lines"][0]["quantity"] == "1"


def test_without_a_token_there_is_no_cart_to_write(stocked: Shop) -> None:
    answer = Caller().post("cart/lines", {"lines": [{"sku": "A-1"}]})

    assert (answer.status_code, codes(answer)) == (401, ["visitor_token_required"])
    assert Caller().get("cart").json()["lines"] == []


def test_an_order_is_placed_once_and_answered_the_same_to_the_byte(company_caller: Caller) -> None:
    company_caller.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 2}]})
    review = company_caller.post("checkout/review", order_body(delivery="")).json()
    assert (review["is_ready"], review["delivery"], review["gross"]) == (True, "post", "498.00")

    body = order_body(expected_total="498.00", po_number="PO-7")
    first = company_caller.post("orders", body, Idempotency_Key="k-1")
    second = company_caller.post("orders", body, Idempotency_Key="k-1")

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert (first.get("Idempotency-Replayed"), second["Idempotency-Replayed"]) == (None, "true")
    order = first.json()
    assert (order["state"], order["gross"], order["po_number"]) == ("confirmed", "498.00", "PO-7")
    assert Order.objects.count() == 1
    assert company_caller.get(f"orders/{order['uuid']}").json() == order
    other = company_caller.post("orders", order_body(name="Somebody else"), Idempotency_Key="k-1")
    assert (other.status_code, codes(other)) == (422, ["idempotency_key_reused"])


def test_a_key_is_asked_for_and_belongs_to_its_caller(stocked: Shop, company_caller: Caller) -> None:
    company_caller.post("cart/lines", {"lines": [{"sku": "A-1"}]})

    assert codes(company_caller.post("orders", order_body())) == ["idempotency_key_missing"]
    assert codes(company_caller.post("orders", order_body(), Idempotency_Key="x" * 256)) == ["idempotency_key_invalid"]
    assert company_caller.post("orders", order_body(), Idempotency_Key="k").status_code == 201
    other = visitor()
    other.post("cart/lines", {"lines": [{"sku": "A-1"}]})
    assert other.post("orders", order_body(payment="card"), Idempotency_Key="k").status_code == 201
    assert Order.objects.count() == 2


def test_a_refused_order_changes_nothing_and_frees_its_key(company_caller: Caller) -> None:
    company_caller.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 2}]})

    refused = company_caller.post("orders", order_body(expected_total="1.00"), Idempotency_Key="k")

    assert (refused.status_code, codes(refused)) == (409, ["total_changed"])
    assert Order.objects.count() == 0
    assert StockItem.objects.get(variant__sku="A-1").reserved == 0
    assert company_caller.post("orders", order_body(), Idempotency_Key="k").status_code == 201


def test_a_visitor_pays_by_card_and_sees_the_order_while_others_do_not(stocked: Shop) -> None:
    mine, other = visitor(), visitor()
    mine.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 2}]})
    order = mine.post("orders", order_body(payment="card"), Idempotency_Key="k").json()

    assert order["state"] == "pending_payment"
    path = f"orders/{order['uuid']}"
    Market.objects.update(return_hosts=["shop.example"])
    started = mine.post(f"{path}/payment", {"return_url": "https://shop.example/back?p=PAYMENT&x=1"}).json()
    assert started["redirect_url"].startswith("http://testserver/demo/gateway/")
    assert "%26x%3D1" in started["redirect_url"]
    DemoCharge.objects.update(state="authorized")
    assert mine.post(f"{path}/payment/check").json()["state"] == "confirmed"
    assert mine.get(path).json()["payment_status"] == "authorized"
    unknown = other.get(f"orders/{uuid4()}")
    for caller, one in ((other, path), (Caller(), path), (other, f"{path}/shipments")):
        answer = caller.get(one)
        assert (answer.status_code, answer.content) == (404, unknown.content)
    assert other.post(f"{path}/payment", {"return_url": "https://shop.example/"}).status_code == 404
    again = other.post("orders", order_body(checkout_id=order["checkout_id"]), Idempotency_Key="mine")
    assert (again.status_code, again.content) == (404, unknown.content)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "//evil.example",
        "ftp://x.example/a",
        "https://",
        "http://[",
        "/relative/path",
        "https://evil.example\\@testserver/",
        "https://testserver@evil.example/",
        "https://testserver:port/",
    ],
)
def test_only_web_addresses_are_returned_to(stocked: Shop, address: str) -> None:
    mine = visitor()
    mine.post("cart/lines", {"lines": [{"sku": "A-1"}]})
    order = mine.post("orders", order_body(payment="card"), Idempotency_Key="k").json()

    answer = mine.post(f"orders/{order['uuid']}/payment", {"return_url": address})

    assert (answer.status_code, answer.json()["code"]) == (400, "return_url_invalid")


def test_a_payment_leads_back_to_the_shop_and_to_hosts_registered_for_its_market_only(stocked: Shop) -> None:
    Market.objects.update(hosts=["nordhavn.example"], return_hosts=["app.example", ".partner.example"])
    mine = visitor()
    mine.post("cart/lines", {"lines": [{"sku": "A-1"}]})
    order = mine.post("orders", order_body(payment="card"), Idempotency_Key="k").json()

    def answer(address: str) -> tuple[int, str]:
        got = mine.post(f"orders/{order['uuid']}/payment", {"return_url": address})
        return got.status_code, got.json().get("code", "")

    for address in ("https://nordhavn.example/a", "https://APP.example:8443/b", "https://x.partner.example/"):
        assert answer(address) == (200, "")
    for address in ("https://evil.example/", "https://app.example.evil.example/", "https://notpartner.example/"):
        assert answer(address) == (422, "return_host_unknown")


def test_orders_come_page_by_page_with_what_was_sent_and_can_be_bought_again(
    stocked: Shop, company_caller: Caller
) -> None:
    placed = []
    for number in range(3):
        company_caller.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 1}]})
        placed.append(company_caller.post("orders", order_body(), Idempotency_Key=f"k{number}").json())
    first = company_caller.get("orders?limit=2").json()
    rest = company_caller.get(f"orders?limit=2&cursor={first['next_cursor']}").json()
    assert [one["uuid"] for one in first["items"] + rest["items"]] == [one["uuid"] for one in reversed(placed)]
    assert codes(company_caller.get(f"orders?cursor={uuid4()}")) == ["cursor_invalid"]

    order = Order.objects.get(uuid=placed[0]["uuid"])
    shipment = pick_order(
        order_id=order.pk, location=stocked.main, quantities={order.lines.get(kind="item").pk: 1}, staff_id=None
    )
    ship(shipment_id=shipment.pk, tracking_number="T1")
    sent = company_caller.get(f"orders/{order.uuid}/shipments").json()["items"]
    assert [(one["tracking_number"], one["lines"][0]["sku"], one["lines"][0]["quantity"]) for one in sent] == [
        ("T1", "A-1", "1")
    ]
    again = company_caller.post(f"orders/{order.uuid}/reorder").json()
    assert (again["added"], again["results"][0]["sku"]) == (1, "A-1")

    invoice = company_caller.get("invoices").json()["items"][0]
    assert (invoice["gross"], invoice["open_amount"], invoice["order"]) == ("299.00", "299.00", str(order.uuid))
    one = company_caller.get(f"invoices/{invoice['uuid']}").json()
    assert company_caller.client.get(one["pdf_url"], headers=company_caller.headers).content[:5] == b"%PDF-"


def test_an_approver_decides_over_the_api_and_the_orderer_does_not(stocked: Shop) -> None:
    company = stocked.company()
    orderer = key_for(stocked.member(company, "ola@example.com", "orderer", limit="100"), company)
    approver = key_for(stocked.member(company, "anne@example.com", "approver"), company)
    orderer.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 2}]})
    order = orderer.post("orders", order_body(), Idempotency_Key="k").json()
    assert order["state"] == "pending_approval"
    request = approver.get("approvals").json()["items"][0]
    assert (request["order_number"], request["amount"], request["limit"]) == (order["number"], "398.40", "100.00")

    path = f"approvals/{request['uuid']}/decision"
    unknown = orderer.post(f"approvals/{uuid4()}/decision", {"approved": True})
    own = orderer.post(path, {"approved": True})
    assert (own.status_code, own.content) == (404, unknown.content)
    assert approver.post(path, {"approved": True, "comment": "Fine"}).json()["state"] == "approved"
    assert approver.get(f"orders/{order['uuid']}").json()["state"] == "confirmed"
    late = approver.post(path, {"approved": False})
    assert (late.status_code, codes(late)) == (409, ["approval_decided"])


def test_addresses_are_kept_changed_and_removed_by_who_may(stocked: Shop) -> None:
    company = stocked.company()
    admin = key_for(stocked.member(company, "admin@example.com", "admin"), company)
    orderer = key_for(stocked.member(company, "ola@example.com", "orderer"), company)
    body = {"name": "Lager", "street": "Kaia 1", "postcode": "7010", "city": "Trondheim"}

    made = admin.post("addresses", body).json()
    assert (made["country"], len(orderer.get("addresses").json()["items"])) == ("NO", 2)
    path = f"addresses/{made['uuid']}"
    assert orderer.call("PUT", path, body).status_code == 404
    assert admin.call("PUT", path, {**body, "city": "Oslo"}).json()["city"] == "Oslo"
    assert admin.call("DELETE", path).status_code == 204
    assert admin.call("GET", path).status_code == 404
    missing = admin.post("addresses", {**body, "city": " "})
    assert (missing.status_code, missing.json()["refusals"][0]["subject"]) == (422, "city")
