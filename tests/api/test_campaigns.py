"""Campaigns through the API: codes, what is taken off, given and missing, and what an order keeps of it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from tests.api.conftest import order_body, visitor
from tests.factories import Shop, texts
from truso.modules.pricing.models import Campaign
from truso.platform import clock

D = Decimal


def run(shop: Shop, code: str, **fields: object) -> Campaign:
    now = clock.now()
    return Campaign.objects.create(
        code=code, names=texts(code), market=shop.market, starts_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=1), **fields,
    )  # fmt: skip


def test_a_code_is_put_into_the_cart_and_taken_out(stocked: Shop) -> None:
    run(stocked, "off", kind="cart", amount=D(50), coupon="HELLO")
    caller = visitor()
    caller.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 2}]})

    cart = caller.call("PUT", "cart/codes/hello").json()

    assert cart["codes"] == [{"code": "HELLO", "outcome": "counts", "campaign": "off nb"}]
    assert (cart["lines"][0]["allowances"], cart["gross"]) == ([{"name": "off nb", "amount": "50.00"}], "348.00")
    assert caller.call("PUT", "cart/codes/HELLO").json()["codes"] == cart["codes"]
    again = caller.call("DELETE", "cart/codes/HELLO").json()
    assert (again["codes"], again["gross"]) == ([], "398.00")
    assert caller.call("DELETE", "cart/codes/HELLO").status_code == 404


def test_a_code_that_is_not_valid_is_refused(stocked: Shop) -> None:
    answer = visitor().call("PUT", "cart/codes/nope")
    assert (answer.status_code, answer.json()["refusals"][0]["code"]) == (422, "code_not_found")


def test_the_cart_tells_what_is_given_and_missing_and_the_order_keeps_it(stocked: Shop) -> None:
    gift = stocked.add_article("CAP")
    run(stocked, "three", kind="multiple", buy=3, pay=2)
    run(stocked, "cap", kind="gift", gift=gift, minimum=D(100))
    run(stocked, "post", kind="freight", minimum=D(5000))
    caller = visitor()
    caller.post("cart/lines", {"lines": [{"sku": "A-1", "quantity": 4}]})

    cart = caller.get("cart").json()

    assert [(one["sku"], one["campaign"]) for one in cart["gifts"]] == [("CAP", "cap nb")]
    assert {(one["kind"], one["articles"], one["amount"]) for one in cart["hints"]} == {
        ("multiple", 2, "0.00"),
        ("freight", 0, "4403.00"),
    }
    assert cart["free_freight"] == ""
    review = caller.post("checkout/review", order_body(payment="card")).json()
    placed = caller.post(
        "orders",
        order_body(payment="card", checkout_id=cart["checkout_id"], expected_total=review["gross"]),
        Idempotency_Key="k-1",
    )
    assert placed.status_code == 201, placed.content
    lines = {one["sku"]: one for one in placed.json()["lines"]}
    assert lines["A-1"]["allowances"] == [{"name": "three nb", "amount": "199.00"}]
    assert (lines["CAP"]["quantity"], lines["CAP"]["gross"]) == ("1", "0.00")
