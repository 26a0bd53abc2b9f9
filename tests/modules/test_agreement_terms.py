"""What an agreement says holds in the shop: references, people, range, prices, files; and what customers ask to be changed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.factories import Shop, checkout_fields, texts
from tests.modules.agreed import NOON, TODAY, contract, draft, new_company, new_owner, price_of, sent, sign
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refused
from truso.modules.agreements.force import end_agreement, put_in_force
from truso.modules.agreements.models import Agreement, AgreementPerson, AgreementStep, AgreementWish
from truso.modules.agreements.operations import (
    add_file,
    lock_agreement,
    new_version,
    remove_file,
)
from truso.modules.agreements.prices import list_agreed_prices
from truso.modules.agreements.queries import outside_agreement, terms_in_force
from truso.modules.agreements.wishes import answer_wish, ask_for_change
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.models import Assortment, AssortmentVariant, CustomerArticleNumber
from truso.modules.customers.models import Customer
from truso.modules.output.models import SentMail
from truso.modules.pricing.models import Price
from truso.modules.search.operations import rebuild_index
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.platform import clock
from truso.platform.shortlived import forget
from truso.processes.agreements import answer_change, price_table
from truso.processes.checkout import review_checkout
from truso.processes.review import CheckoutData

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def company(shop: Shop) -> Customer:
    return new_company(shop)


@pytest.fixture
def owner(shop: Shop, company: Customer) -> Buyer:
    return new_owner(shop, company)


def codes(buyer: Buyer, **fields: str) -> set[str]:
    review = review_checkout(buyer, CheckoutData.read(checkout_fields(payment="invoice", **fields)))
    return {one.code for one in review.refusals}


def test_what_it_asks_of_orders_is_asked_at_checkout_and_nowhere_else(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    shop.add_article("A1", stock="100")
    other = shop.member(company, "ola@example.com", "orderer")
    agreement = sent(company, owner, po_number_required=True, reference_required=True)
    AgreementPerson.objects.create(agreement=agreement, person_id=owner.person_id, part="orderer")
    for buyer in (owner, shop.buyer(other, company)):
        add_lines(buyer=buyer, lines=[NewLine(shop.variants["A1"].pk, D(1))])
    asked = {"po_number_required", "reference_required", "agreement_not_orderer"}
    assert not codes(owner) & asked
    sign(owner, agreement)
    with clock.moved_to(NOON):
        assert codes(owner.at(NOON)) & asked == {"po_number_required", "reference_required"}
        assert codes(owner.at(NOON), po_number="7", reference="Ola") & asked == set()
        assert codes(shop.buyer(other, company).at(NOON), po_number="7", reference="Ola") & asked == {
            "agreement_not_orderer"
        }
        end_agreement(agreement=lock_agreement(uuid=agreement.uuid))
        assert not codes(shop.buyer(other, company).at(NOON)) & asked


@pytest.fixture
def agreed(shop: Shop) -> Assortment:
    """Articles IN, which are agreed, and OUT, which are not."""
    made = Assortment.objects.create(code="agreed", names=texts("Agreed"))
    AssortmentVariant.objects.create(assortment=made, variant=shop.add_article("IN"))
    shop.add_article("OUT")
    return made


@pytest.mark.parametrize(
    ("kind", "outside", "price"),
    [("all", set(), 100), ("first", {"OUT"}, 100), ("ask", {"OUT"}, None), ("only", set(), 100)],
)
def test_what_lies_outside_is_marked_or_on_request_as_agreed(
    shop: Shop, company: Customer, owner: Buyer, agreed: Assortment, kind: str, outside: set[str], price: int | None
) -> None:
    sign(owner, sent(company, owner, assortment=agreed, range=kind))
    with clock.moved_to(NOON):
        buyer = owner.at(NOON)
        found = outside_agreement(buyer, [variant.pk for variant in shop.variants.values()])
        assert {sku for sku, variant in shop.variants.items() if variant.pk in found} == outside
        assert (price_of(shop, owner, "IN"), price_of(shop, owner, "OUT")) == (100, price)
        end_agreement(agreement=Agreement.objects.get())
        assert price_of(shop, owner, "OUT") == 100


def test_search_puts_the_agreed_first_and_shows_no_price_of_what_is_on_request(
    shop: Shop, company: Customer, owner: Buyer, agreed: Assortment
) -> None:
    rebuild_index()

    def found() -> list[tuple[str, Decimal | None]]:
        forget()
        page = search_catalog(owner.at(NOON), SearchRequest(text="article"))
        skus = {variant.pk: sku for sku, variant in shop.variants.items()}
        return [(skus[hit.variant_id], hit.price) for hit in page.hits]

    agreement = sign(owner, sent(company, owner, assortment=agreed, range="first"))
    with clock.moved_to(NOON):
        assert found() == [("IN", D(100)), ("OUT", D(100))]
        end_agreement(agreement=lock_agreement(uuid=agreement.uuid))
    sign(owner, sent(company, owner, assortment=agreed, range="ask"))
    with clock.moved_to(NOON):
        assert found() == [("IN", D(100)), ("OUT", None)]


def test_its_prices_are_found_by_any_number_or_name_and_come_as_a_file(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    prices = contract(company, shop, A1="60", B2="0.333333", C3="7")
    CustomerArticleNumber.objects.create(
        customer=company, variant=shop.variants["B2"], number="V-77", number_normalized="V77"
    )
    Price.objects.create(price_list=prices, variant=shop.variants["A1"], amount=D(50), minimum_quantity=10)
    Price.objects.filter(variant=shop.variants["C3"], price_list=prices).update(
        valid_from="2020-01-01", valid_to="2021-01-01"
    )
    agreement = sign(owner, sent(company, owner, price_list=prices))

    def found(text: str) -> list[str]:
        return [one.sku for one in list_agreed_prices(agreement, language="en", day=TODAY, text=text)]

    assert found("") == ["A1", "A1", "B2"]
    assert [found(text) for text in ("a1", "v 77", "Article B2", "%", "nothing")] == [
        ["A1", "A1"],
        ["B2"],
        ["B2"],
        [],
        [],
    ]
    rows = b"".join(price_table(agreement, "csv", "en", TODAY)).decode("utf-8-sig").splitlines()
    assert [row.split(";")[0] for row in rows[1:]] == ["A1", "A1", "B2"]
    assert rows[3].split(";")[1:3] == ["V-77", "Article B2 en"]
    assert rows[3].split(";")[6] == "0.333333"
    assert b"".join(price_table(agreement, "xlsx", "en", TODAY)).startswith(b"PK")


def test_a_change_is_asked_for_and_answered_in_place(shop: Shop, company: Customer, owner: Buyer) -> None:
    agreement = sign(owner, sent(company, owner, price_list=contract(company, shop, A1="60")))
    article = shop.variants["A1"].uuid
    wish = ask_for_change(buyer=owner, uuid=agreement.uuid, text="We buy more now", variant=article, price=D("55.5"))
    SentMail.objects.all().delete()
    with pytest.raises(Refused, match="reason_required"):
        answer_wish(uuid=wish.uuid, is_agreed=False, answer="", person_id=7)
    answer_change(uuid=wish.uuid, is_agreed=True, answer="From Monday", person_id=7)
    with pytest.raises(Refused, match="agreement_wish_answered"):
        answer_wish(uuid=wish.uuid, is_agreed=True, answer="", person_id=7)
    mail = SentMail.objects.get()
    assert (mail.recipient, "From Monday" in mail.text, "A1" in mail.text) == ("owner@example.com", True, True)
    assert AgreementWish.objects.get().state == "agreed"


def test_nobody_asks_about_what_is_not_theirs_or_says_nothing(shop: Shop, company: Customer, owner: Buyer) -> None:
    agreement = sign(owner, sent(company, owner, price_list=contract(company, shop, A1="60")))
    other = shop.add_article("OTHER")
    stranger = shop.company("Other AS")
    with pytest.raises(NotFound):
        ask_for_change(buyer=owner, uuid=agreement.uuid, text="x", variant=other.uuid)
    with pytest.raises(NotFound):
        foreign = shop.buyer(shop.member(stranger, "x@example.com", "admin"), stranger)
        ask_for_change(buyer=foreign, uuid=agreement.uuid, text="x")
    for text, price, code in (
        ("", None, "field_required"),
        ("x", D(-1), "price_negative"),
        ("", D(10) ** 12, "price_negative"),
    ):
        with pytest.raises(Refused, match=code):
            ask_for_change(buyer=owner, uuid=agreement.uuid, text=text, price=price)


def test_files_belong_to_drafts_and_follow_to_the_next_version(company: Customer, owner: Buyer) -> None:
    agreement = draft(company, owner)
    for title, content, code in (("", b"%PDF-1", "field_required"), ("Terms", b"MZ", "document_unreadable")):
        with pytest.raises(Refused, match=code):
            add_file(uuid=agreement.uuid, title=title, name="a.pdf", content=content)
    kept = add_file(uuid=agreement.uuid, title="Terms", name="a.pdf", content=b"%PDF-1")
    gone = add_file(uuid=agreement.uuid, title="Gone", name="b.pdf", content=b"%PDF-2")
    remove_file(uuid=agreement.uuid, file=gone.uuid)
    with clock.moved_to(NOON):
        put_in_force(agreement=lock_agreement(uuid=agreement.uuid))
        with pytest.raises(Refused, match="agreement_not_draft"):
            remove_file(uuid=agreement.uuid, file=kept.uuid)
        assert [one.title for one in new_version(uuid=agreement.uuid).files.all()] == ["Terms"]


def test_the_trail_only_grows_and_the_tables_hold_one_version_in_force(company: Customer, owner: Buyer) -> None:
    agreement = sign(owner, sent(company, owner))
    with pytest.raises(DatabaseError, match="append"), transaction.atomic():
        AgreementStep.objects.update(name="Somebody else")
    with clock.moved_to(NOON):
        second = new_version(uuid=agreement.uuid)
    for change in ("state = 'active'", "state = 'sent'", "version = 1"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update agreements_agreement set {change} where id = %s", [second.pk])


def test_a_subsidiary_buys_on_it_but_its_orderers_bind_its_own_company_alone(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    agreement = sent(company, owner)
    AgreementPerson.objects.create(agreement=agreement, person_id=owner.person_id, part="orderer")
    sign(owner, agreement)
    child = shop.company("Child AS", parent=company)
    buyer = shop.buyer(shop.member(child, "child@example.com", "orderer"), child).at(NOON)
    shop.add_article("A1", stock="100")
    add_lines(buyer=buyer, lines=[NewLine(shop.variants["A1"].pk, D(1))])
    assert terms_in_force(buyer) == agreement
    assert "agreement_not_orderer" not in codes(buyer)
