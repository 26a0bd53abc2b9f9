"""Customers, their people and addresses, and the hats people wear."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import Shop, add_person
from truso.kernel.buyer import Right
from truso.kernel.refusals import NotFound, Refused
from truso.modules.customers.models import Address, Customer, Membership, Segment
from truso.modules.customers.operations import (
    ensure_consumer,
    remove_address,
    save_address,
    save_customer,
    save_customer_address,
    save_member,
)
from truso.modules.customers.queries import list_addresses, list_approvers, list_hats

pytestmark = pytest.mark.django_db
PLACE = {"name": "Lager 2", "street": "Havnegata 4", "postcode": "7010", "city": "Trondheim"}


def fields(shop: Shop, **changes: Any) -> dict[str, Any]:
    return {"kind": "business", "name": "Ny AS", "market": shop.market, "display_gross": False, **changes}


def test_a_new_business_gets_the_next_number_and_its_segments(shop: Shop) -> None:
    segment = Segment.objects.create(code="trade")
    first = save_customer(customer_id=None, fields=fields(shop), segments=[segment])
    second = save_customer(customer_id=None, fields=fields(shop, name="Nummer To AS"))
    assert (first.number, second.number) == ("300001", "300002")
    assert list(first.segments.all()) == [segment]
    save_customer(customer_id=first.pk, fields={"name": "Annet AS"})
    first.refresh_from_db()
    assert (first.name, first.number, first.segments.count()) == ("Annet AS", "300001", 1)


@pytest.mark.parametrize("above", ["child", "grandchild", "self"])
def test_a_company_never_stands_below_itself(shop: Shop, above: str) -> None:
    companies = {"self": shop.company("Top AS")}
    companies["child"] = shop.company("Child AS", parent=companies["self"])
    companies["grandchild"] = shop.company("Grandchild AS", parent=companies["child"])
    with pytest.raises(Refused) as refused:
        save_customer(customer_id=companies["self"].pk, fields={"parent": companies[above]})
    assert [(one.code, one.subject) for one in refused.value.refusals] == [("parent_in_circle", "parent")]
    companies["self"].refresh_from_db()
    assert companies["self"].parent is None


def test_terms_are_inherited_from_the_nearest_parent_upward(shop: Shop) -> None:
    top = shop.company("Top AS")
    middle = shop.company("Middle AS", parent=top)
    child = shop.company("Child AS", parent=middle)
    person = shop.member(child, "ola@example.com", "orderer")
    buyer = shop.buyer(person, child)
    assert buyer.customer is not None
    assert buyer.customer.ids == (child.pk, middle.pk, top.pk)


def test_a_circle_made_past_the_operation_ends_somewhere(shop: Shop) -> None:
    top = shop.company("Top AS")
    child = shop.company("Child AS", parent=top)
    Customer.objects.filter(pk=top.pk).update(parent=child)
    person = shop.member(child, "ola@example.com", "orderer")
    assert len(list_hats(person.pk)[0].customer.ancestor_ids) == 20


@pytest.mark.parametrize(
    ("changes", "guard"),
    [
        ("parent_id = id", "customer_not_own_parent"),
        ("credit_limit = -1", "customer_credit_limit"),
        ("kind = 'consumer', parent_id = %(parent)s", "customer_kind_fits"),
    ],
)
def test_the_table_itself_refuses_what_can_not_be(shop: Shop, changes: str, guard: str) -> None:
    company, parent = shop.company(), shop.company("Top AS")
    statement = f"update customers_customer set {changes} where id = %(id)s"
    with pytest.raises(IntegrityError, match=guard), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, {"id": company.pk, "parent": parent.pk})


def test_a_person_has_one_private_customer(shop: Shop) -> None:
    person = add_person("kari@example.com")
    first = ensure_consumer(person=person, market=shop.market)
    assert ensure_consumer(person=person, market=shop.market).pk == first.pk
    assert (first.number, first.kind, first.display_gross) == ("200001", "consumer", True)


def member(company: Customer, email: str = "ola@example.com", **changes: Any) -> Membership:
    return save_member(
        customer_id=company.pk, **{"email": email, "roles": ["orderer"], "order_limit": Decimal(5000), **changes}
    )


def test_a_member_is_added_changed_leaves_and_comes_back(shop: Shop) -> None:
    company = shop.company()
    person = add_person("ola@example.com")
    added = member(company, " OLA@example.com ")
    assert (added.person_id, added.roles, added.order_limit, added.is_active) == (person.pk, ["orderer"], 5000, True)

    left = member(company, member_id=added.pk, roles=["approver"], order_limit=None, is_active=False)
    assert (left.roles, left.order_limit, left.is_active, left.left_at is not None) == (["approver"], None, False, True)
    assert list_hats(person.pk) == []
    gone_at = left.left_at
    assert member(company, member_id=added.pk, is_active=False).left_at == gone_at

    back = member(company, member_id=added.pk)
    assert (back.is_active, back.left_at) == (True, None)
    assert [hat.rights for hat in list_hats(person.pk)] == [{Right.ORDER, Right.VIEW_AGREEMENT}]


@pytest.mark.parametrize(
    ("changes", "code", "subject"),
    [
        ({"email": "nobody@example.com"}, "person_not_found", "email"),
        ({"email": "anne@example.com"}, "member_twice", "email"),
        ({"roles": []}, "role_unknown", "roles"),
        ({"roles": ["orderer", "emperor"]}, "role_unknown", "roles"),
    ],
)
def test_a_member_that_can_not_be_is_refused(shop: Shop, changes: dict[str, Any], code: str, subject: str) -> None:
    company = shop.company()
    shop.member(company, "anne@example.com", "approver")
    add_person("ola@example.com")
    with pytest.raises(Refused) as refused:
        member(company, **changes)
    assert [(one.code, one.subject) for one in refused.value.refusals] == [(code, subject)]
    assert Membership.objects.count() == 1


def test_another_companys_member_is_as_unknown_as_nobody(shop: Shop) -> None:
    company, other = shop.company("Own AS"), shop.company("Other AS")
    theirs = Membership.objects.get(person=shop.member(other, "ola@example.com", "orderer"))
    answers = []
    for member_id in (theirs.pk, 987654321):
        with pytest.raises(NotFound) as missing:
            member(company, member_id=member_id, roles=["approver"])
        answers.append(missing.value.args)
    assert answers[0] == answers[1]
    theirs.refresh_from_db()
    assert (theirs.roles, theirs.customer_id) == (["orderer"], other.pk)


def test_hats_are_the_private_one_first_then_companies_by_name(shop: Shop) -> None:
    person = shop.consumer("kari@example.com")
    for name in ("Østfold AS", "Arendal AS"):
        Membership.objects.create(
            customer=shop.company(name), person=person, roles=["orderer"], joined_at=person.date_joined
        )
    assert [(hat.customer.name, hat.is_private) for hat in list_hats(person.pk)] == [
        (str(person), True),
        ("Arendal AS", False),
        ("Østfold AS", False),
    ]


def test_approvers_are_the_active_ones_but_the_one_who_asks(shop: Shop) -> None:
    company = shop.company()
    asking = shop.member(company, "ola@example.com", "orderer", "approver")
    anne = shop.member(company, "anne@example.com", "approver")
    gone, left = (shop.member(company, f"{name}@example.com", "approver") for name in ("gone", "left"))
    gone.is_active = False
    gone.save()
    Membership.objects.filter(person=left).update(is_active=False)
    shop.member(shop.company("Other AS"), "other@example.com", "approver")
    assert list_approvers(company.pk, but=asking.pk) == [anne]


def test_only_who_may_changes_addresses_and_foreign_ones_answer_like_none(shop: Shop) -> None:
    company = shop.company()
    admin = shop.buyer(shop.member(company, "admin@example.com", "admin"), company)
    orderer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
    foreign = shop.company("Other AS").addresses.get()
    for buyer, uuid in ((orderer, None), (shop.visitor(), None), (admin, foreign.uuid), (admin, uuid4())):
        with pytest.raises(NotFound):
            save_address(buyer=buyer, fields=PLACE, uuid=uuid)
    for uuid in (foreign.uuid, uuid4()):
        with pytest.raises(NotFound):
            remove_address(buyer=admin, uuid=uuid)
    assert Address.objects.count() == 2

    added = save_address(buyer=admin, fields={**PLACE, "city": "T" * 500})
    assert (added.country, len(added.city), added.person_id) == ("NO", 100, None)
    remove_address(buyer=admin, uuid=added.uuid)
    assert [one.uuid for one in list_addresses(admin)] == [company.addresses.get(is_active=True).uuid]
    with pytest.raises(NotFound):
        remove_address(buyer=admin, uuid=added.uuid)


def test_every_missing_field_of_an_address_is_told_at_once(shop: Shop) -> None:
    company = shop.company()
    admin = shop.buyer(shop.member(company, "admin@example.com", "admin"), company)
    with pytest.raises(Refused) as refused:
        save_address(buyer=admin, fields={"name": " ", "street": "Havnegata 4"})
    assert [(one.code, one.subject) for one in refused.value.refusals] == [
        ("field_required", "name"),
        ("field_required", "postcode"),
        ("field_required", "city"),
    ]


def test_a_new_default_address_takes_the_place_of_the_old_one(shop: Shop) -> None:
    company, other = shop.company(), shop.company("Other AS")
    added = save_customer_address(address=Address(customer=company, country="NO", is_default=True, **PLACE))
    assert list(company.addresses.filter(is_default=True)) == [added]
    assert other.addresses.get().is_default
