"""Who calls: keys, sessions, visitors; and what a bad request is answered."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests.api.conftest import Caller, key_for, visitor
from tests.factories import Shop
from truso.kernel.refusals import NotFound, Refused
from truso.modules.customers.models import Membership
from truso.modules.identity.models import ApiKey
from truso.modules.identity.operations import create_api_key, revoke_api_key
from truso.platform import clock


def code_of(answer) -> tuple[int, str]:  # type: ignore[no-untyped-def]
    return answer.status_code, answer.json()["code"]


def test_a_secret_is_shown_once_and_only_its_digest_is_kept(stocked: Shop) -> None:
    person = stocked.consumer()

    key, secret = create_api_key(person=person, name="ERP", scopes=["catalog"])

    assert secret.startswith("truso_")
    assert len(secret) >= 49
    row = ApiKey.objects.filter(pk=key.pk).values().get()
    assert secret not in str(row)
    assert row["prefix"] == secret[:12]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "field_required"),
        ({"scopes": []}, "scope_required"),
        ({"scopes": ["catalog", "root"]}, "scope_unknown"),
        ({"expires_at": clock.now() - timedelta(seconds=1)}, "expiry_past"),
    ],
)
def test_a_key_that_makes_no_sense_is_not_made(stocked: Shop, changes: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        create_api_key(**{"person": stocked.consumer(), "name": "x", "scopes": ["catalog"], **changes})  # type: ignore[arg-type]

    assert refused.value.refusals[0].code == code
    assert ApiKey.objects.count() == 0


def test_a_key_ends_when_it_is_revoked_expired_or_its_person_leaves(stocked: Shop) -> None:
    company = stocked.company()
    person = stocked.member(company, "ola@example.com", "orderer")
    caller = key_for(person, company)
    key = ApiKey.objects.get()
    assert caller.get("me").json()["customer"] == str(company.uuid)

    with clock.moved_to(clock.now() + timedelta(days=2)):
        ApiKey.objects.update(expires_at=clock.now() - timedelta(days=1))
        assert code_of(caller.get("me")) == (401, "credentials_invalid")
    ApiKey.objects.update(expires_at=None)
    Membership.objects.update(is_active=False)
    assert code_of(caller.get("me")) == (401, "credentials_invalid")
    Membership.objects.update(is_active=True)
    person.is_active = False
    person.save()
    assert code_of(caller.get("me")) == (401, "credentials_invalid")
    person.is_active = True
    person.save()
    assert caller.get("me").status_code == 200
    with pytest.raises(NotFound):
        revoke_api_key(person_id=stocked.consumer().pk, uuid=key.uuid)
    revoke_api_key(person_id=person.pk, uuid=key.uuid)
    assert code_of(caller.get("me")) == (401, "credentials_invalid")


@pytest.mark.parametrize(
    "header",
    ["Bearer truso_wrong", "Bearer ", "Basic dHJ1c286", "truso_x", "Bearer truso_é", "Bearer " + "truso_" * 50],
)
def test_a_wrong_key_is_refused_even_where_everybody_may_read(stocked: Shop, header: str) -> None:
    answer = Caller({"Authorization": header}).get("products")

    assert code_of(answer) == (401, "credentials_invalid")
    assert answer["WWW-Authenticate"] == 'Bearer realm="Truso"'


def test_a_key_reaches_only_its_scopes(stocked: Shop) -> None:
    caller = key_for(stocked.consumer(), None, "catalog")

    assert caller.get("products").status_code == 200
    for path in ("cart", "orders", "invoices", "addresses"):
        assert code_of(caller.get(path)) == (403, "scope_missing")


def test_the_last_use_is_noted_at_most_once_a_minute(stocked: Shop) -> None:
    caller = key_for(stocked.consumer())
    caller.get("me")
    first = ApiKey.objects.get().last_used_at
    caller.get("me")
    assert ApiKey.objects.get().last_used_at == first

    with clock.moved_to(clock.now() + timedelta(seconds=61)):
        caller.get("me")
    assert ApiKey.objects.get().last_used_at > first + timedelta(seconds=60)


def test_a_hat_is_chosen_per_request_and_never_guessed(stocked: Shop) -> None:
    company, other = stocked.company("Aaa AS"), stocked.company("Bbb AS")
    person = stocked.member(company, "ola@example.com", "orderer")
    Membership.objects.create(customer=other, person=person, roles=["orderer"], joined_at=clock.now())
    stranger = stocked.company("Ccc AS")
    free, bound = key_for(person), key_for(person, company)

    assert free.get("me").json()["customer"] == str(company.uuid)
    assert free.get("me", Truso_Customer=str(other.uuid)).json()["customer"] == str(other.uuid)
    assert len(free.get("me/hats").json()["items"]) == 2
    assert [hat["name"] for hat in bound.get("me/hats").json()["items"]] == ["Aaa AS"]
    unknown = free.get("me", Truso_Customer=str(uuid4()))
    assert unknown.status_code == 404
    for caller, wanted in ((free, stranger), (bound, other), (bound, stranger)):
        answer = caller.get("me", Truso_Customer=str(wanted.uuid))
        assert (answer.status_code, answer.content) == (404, unknown.content)
    assert code_of(free.get("me", Truso_Customer="x")) == (400, "header_invalid")


def test_a_browser_reads_with_its_session_and_writes_with_its_form_token(stocked: Shop) -> None:
    person = stocked.consumer()
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(person)
    caller = Caller(client=client)
    body = {"lines": [{"sku": "A-1"}]}

    assert caller.get("me").json()["email"] == "kari@example.com"
    assert code_of(caller.post("cart/lines", body)) == (403, "csrf_failed")
    client.cookies["csrftoken"] = "a" * 32
    assert caller.post("cart/lines", body, X_CSRFToken="a" * 32).json()["added"] == 1


def test_who_has_no_customer_reads_the_catalog_and_no_orders(stocked: Shop) -> None:
    from tests.factories import add_person

    caller = key_for(add_person("staff@example.com"))

    assert caller.get("products").status_code == 200
    assert caller.get("me").json()["customer"] is None
    assert code_of(caller.get("orders")) == (403, "customer_required")


@pytest.mark.parametrize("token", ["short", "x" * 44, "x" * 42 + "/", "x" * 43 + "\n"])
def test_a_visitors_token_must_be_one_of_ours_in_form(stocked: Shop, token: str) -> None:
    assert code_of(Caller({"Truso-Visitor": token}).get("cart")) == (400, "visitor_token_invalid")


def test_a_visitors_token_is_not_kept(stocked: Shop) -> None:
    from truso.modules.cart.models import Cart

    caller = visitor()
    caller.post("cart/lines", {"lines": [{"sku": "A-1"}]})

    assert caller.headers["Truso-Visitor"] not in Cart.objects.get().session_key


NESTED = b'{"lines":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
HOSTILE = {
    "nan": b'{"lines":[{"sku":"A-1","quantity":NaN}]}',
    "infinity": b'{"lines":[{"sku":"A-1","quantity":-Infinity}]}',
    "out of range": b'{"lines":[{"sku":"A-1","quantity":1e999}]}',
    "endless integer": b'{"lines":[{"sku":"A-1","quantity":' + b"9" * 5000 + b"}]}",
    "nul": b'{"lines":[{"sku":"A\\u0000-1","quantity":1}]}',
    "nul in a name": b'{"li\\u0000nes":[]}',
    "lone surrogate": b'{"lines":[{"sku":"\\ud800","quantity":1}]}',
    "low surrogate": b'{"lines":[{"sku":"x\\udc00x","quantity":1}]}',
    "not utf-8": b'{"lines":[{"sku":"\xff","quantity":1}]}',
    "abyss": NESTED,
    "seventeen deep": b'{"lines":' + b"[" * 17 + b"]" * 17 + b"}",
    "ten megabytes": b'{"lines":["' + b"x" * 10_000_000 + b'"]}',
    "three megabytes": b'{"lines":["' + b"x" * 3_000_000 + b'"]}',
    "empty": b"",
    "half": b'{"lines":[{"sku":',
    "a list": b"[]",
    "null": b"null",
    "a text": b'"lines"',
    "unknown field": b'{"lines":[{"sku":"A-1"}],"admin":true}',
    "a truth for a number": b'{"lines":[{"sku":"A-1","quantity":true}]}',
    "too many lines": b'{"lines":[' + b",".join([b'{"sku":"A-1"}'] * 1001) + b"]}",
    "an id that is none": b'{"lines":[{"variant":"1"}]}',
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", ["cart/lines", "prices"])
def test_a_body_that_can_not_be_is_refused_and_the_next_one_taken(stocked: Shop, path: str, body: bytes) -> None:
    caller = visitor()

    answer = caller.call("POST", path, body)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert caller.post(path, {"lines": [{"sku": "A-1"}]}).status_code == 200


def test_another_content_type_is_told_apart(stocked: Shop) -> None:
    answer = Client().post("/api/v1/prices", data="lines=1", content_type="text/plain")

    assert code_of(answer) == (415, "body_not_json")


@pytest.mark.parametrize(
    "path",
    [
        "products/a%00b",
        "products?category=a%00",
        "articles/%00",
        "orders?text=%00",
        "articles/%ED%A0%80",
        "products/%FF",
    ],
)
def test_addresses_with_impossible_characters_are_no_failure(stocked: Shop, path: str) -> None:
    caller = key_for(stocked.consumer())

    assert caller.get(path).status_code in {400, 404}


def test_head_is_answered_like_get_and_other_methods_are_named(stocked: Shop) -> None:
    caller = Caller()

    assert caller.call("HEAD", "products").status_code == 200
    refused = caller.call("DELETE", "products")
    assert code_of(refused) == (405, "method_not_allowed")
    assert refused["Allow"] == "GET"


def test_a_failure_of_ours_is_a_problem_that_tells_nothing(stocked: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from truso.api.routes import catalog

    def fail() -> None:
        raise RuntimeError("the secret reason")

    monkeypatch.setattr(catalog, "list_markets", fail)

    answer = Caller().get("markets")

    assert code_of(answer) == (500, "internal_error")
    assert b"secret" not in answer.content


def test_the_documentation_loads_nothing_from_elsewhere_and_names_everything(stocked: Shop) -> None:
    answer = Client().get("/api/docs")
    text = answer.content.decode()

    assert answer.status_code == 200
    assert "<script" not in text
    assert "style=" not in text
    assert 'href="http' not in text and 'src="http' not in text
    for operation in Caller().get("openapi.json").json()["paths"].values():
        for method in operation.values():
            assert f'id="{method["operationId"]}"' in text
