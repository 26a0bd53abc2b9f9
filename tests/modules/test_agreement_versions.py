"""An agreement from draft to end: sent, signed by name and fingerprint, in force from its day, followed, renewed, terminated."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.factories import Shop, checkout_fields, texts
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refused
from truso.modules.agreements.force import end_agreement, give_notice, put_in_force
from truso.modules.agreements.models import Agreement, AgreementPerson, AgreementStep, AgreementWish
from truso.modules.agreements.operations import (
    add_file,
    decline_agreement,
    lock_agreement,
    new_version,
    remove_file,
    save_agreement,
    sign_agreement,
    take_back,
)
from truso.modules.agreements.prices import list_agreed_prices
from truso.modules.agreements.queries import list_agreements, outside_agreement, terms_in_force
from truso.modules.agreements.wishes import answer_wish, ask_for_change
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.catalog.models import Assortment, AssortmentVariant, CustomerArticleNumber
from truso.modules.customers.models import Customer
from truso.modules.markets.models import PaymentTerm
from truso.modules.output.models import SentMail
from truso.modules.output.queries import read_document
from truso.modules.pricing.models import Price, PriceList
from truso.modules.pricing.queries import prices_for
from truso.modules.search.operations import rebuild_index
from truso.modules.search.queries import SearchRequest, search_catalog
from truso.platform import clock
from truso.platform.shortlived import forget
from truso.processes.agreements import agreement_document, answer_change, price_table, send_agreement, turn_agreements
from truso.processes.checkout import review_checkout
from truso.processes.review import CheckoutData

pytestmark = pytest.mark.django_db
D = Decimal
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
TODAY = NOON.date()


@pytest.fixture
def company(shop: Shop) -> Customer:
    return shop.company(email="post@fjellbygg.example", language="en")


@pytest.fixture
def owner(shop: Shop, company: Customer) -> Buyer:
    return shop.buyer(shop.member(company, "owner@example.com", "owner", "orderer"), company)


def draft(company: Customer, owner: Buyer | None = None, **fields: Any) -> Agreement:
    values = {"title": "Frame", "valid_from": TODAY, "owner_id": owner.person_id if owner else None, **fields}
    return save_agreement(agreement=Agreement(customer=company, **values))


def sent(company: Customer, owner: Buyer, **fields: Any) -> Agreement:
    with clock.moved_to(NOON):
        return send_agreement(uuid=draft(company, owner, **fields).uuid, person_id=7)


def sign(owner: Buyer, agreement: Agreement, at: datetime = NOON, **values: str) -> Agreement:
    with clock.moved_to(at):
        words = {"name": "Ola Owner", "sha256": agreement.sha256, "accepted": "1", **values}
        return sign_agreement(buyer=owner, uuid=agreement.uuid, values=words, address="10.0.0.7")


def contract(company: Customer, shop: Shop, **amounts: str) -> PriceList:
    """A list of the company's own with prices, which does not count yet."""
    made = PriceList.objects.create(
        code=f"contract-{PriceList.objects.count()}", names=texts("Contract"), kind="contract", currency="NOK",
        customer=company, is_active=False,
    )  # fmt: skip
    for sku, amount in amounts.items():
        variant = shop.variants.get(sku) or shop.add_article(sku, stock="100")
        Price.objects.create(price_list=made, variant=variant, amount=D(amount))
    return made


def price_of(shop: Shop, buyer: Buyer, sku: str = "A1") -> Decimal | None:
    forget()
    found = prices_for(buyer.at(clock.now()), [shop.variants[sku].pk])
    return found[shop.variants[sku].pk].unit_price if found else None


def kinds(agreement: Agreement) -> list[str]:
    return list(AgreementStep.objects.filter(agreement=agreement).values_list("kind", flat=True))


def test_what_is_sent_is_a_document_with_a_fingerprint_and_a_mail_to_its_owner(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    agreement = sent(company, owner, price_list=contract(company, shop, A1="60"), delivery_terms="DAP Oslo")
    stored = agreement_document(agreement)
    assert stored is not None
    assert (agreement.state, agreement.sha256, stored.sha256) == ("sent", stored.sha256, agreement.sha256)
    assert read_document(stored).startswith(b"%PDF")
    mail = SentMail.objects.get()
    assert (mail.template, mail.recipient) == ("agreement_sent", "owner@example.com")
    assert price_of(shop, owner) == 100  # nothing holds yet


def test_a_signature_puts_it_in_force_the_same_minute_and_says_who_when_and_what(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    agreement = sent(company, owner, price_list=contract(company, shop, A1="60"))
    signed = sign(owner, agreement)
    step = AgreementStep.objects.get(kind="signed")
    assert (signed.state, kinds(signed)) == ("active", ["sent", "signed", "started"])
    assert (step.name, step.sha256, step.person_id, step.address, step.at.date()) == (
        "Ola Owner", agreement.sha256, owner.person_id, "10.0.0.7", TODAY,
    )  # fmt: skip
    with clock.moved_to(NOON):
        assert price_of(shop, owner) == 60
        assert price_of(shop, shop.visitor()) == 100


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "field_required"),
        ({"accepted": ""}, "agreement_accept"),
        ({"sha256": "0" * 64}, "agreement_changed"),
    ],
)
def test_a_signature_without_a_name_a_yes_or_the_document_read_is_none(
    company: Customer, owner: Buyer, values: dict[str, str], code: str
) -> None:
    agreement = sent(company, owner)
    with pytest.raises(Refused, match=code):
        sign(owner, agreement, **values)
    agreement.refresh_from_db()
    assert (agreement.state, kinds(agreement)) == ("sent", ["sent"])


def test_only_its_owner_and_those_who_manage_the_company_sign(shop: Shop, company: Customer, owner: Buyer) -> None:
    agreement = sent(company, owner)
    others = {
        "agreement_not_signer": shop.buyer(shop.member(company, "ola@example.com", "orderer"), company),
        "staff": shop.buyer(shop.member(company, "boss@example.com", "admin"), company),
    }
    with pytest.raises(Refused, match="agreement_not_signer"):
        sign(others["agreement_not_signer"], agreement)
    child = shop.company("Child AS", parent=company)
    with pytest.raises(Refused, match="agreement_not_signer"):
        sign(shop.buyer(shop.member(child, "child@example.com", "admin"), child), agreement)
    stranger = shop.company("Other AS")
    with pytest.raises(NotFound):
        sign(shop.buyer(shop.member(stranger, "x@example.com", "admin"), stranger), agreement)
    assert sign(others["staff"], agreement).state == "active"


def test_who_says_no_says_why_and_it_is_a_draft_again(company: Customer, owner: Buyer) -> None:
    agreement = sent(company, owner)
    with pytest.raises(Refused, match="reason_required"):
        decline_agreement(buyer=owner, uuid=agreement.uuid, reason=" ")
    declined = decline_agreement(buyer=owner, uuid=agreement.uuid, reason="The term is too short.")
    assert (declined.state, declined.sha256) == ("draft", "")
    assert not list_agreements(owner)
    assert AgreementStep.objects.get(kind="declined").note == "The term is too short."
    save_agreement(agreement=declined)


def test_what_was_taken_back_can_no_longer_be_signed(company: Customer, owner: Buyer) -> None:
    agreement = sent(company, owner)
    take_back(uuid=agreement.uuid, person_id=7)
    with pytest.raises(NotFound):  # a draft is nobody else's to see
        sign(owner, agreement)
    with pytest.raises(Refused, match="agreement_not_sent"):
        take_back(uuid=agreement.uuid, person_id=7)


def test_what_begins_later_waits_signed_and_begins_by_the_clock(shop: Shop, company: Customer, owner: Buyer) -> None:
    agreement = sent(company, owner, valid_from=TODAY + timedelta(days=2), price_list=contract(company, shop, A1="60"))
    assert sign(owner, agreement).state == "signed"
    for days, state, price in ((1, "signed", 100), (2, "active", 60)):
        # Two minutes past midnight in Oslo.
        with clock.moved_to(datetime(2026, 6, 1 + days - 1, 22, 2, tzinfo=UTC)):
            turn_agreements()
            agreement.refresh_from_db()
            assert (agreement.state, price_of(shop, owner)) == (state, price)


def test_the_next_version_holds_everything_the_last_one_said_until_it_takes_its_place(
    shop: Shop, company: Customer, owner: Buyer
) -> None:
    term = PaymentTerm.objects.create(code="net45", names=texts("Net 45"), days=45)
    first = sent(company, owner, price_list=contract(company, shop, A1="60"), payment_term=term, notes="Old")
    AgreementPerson.objects.create(agreement=first, person_id=owner.person_id, part="orderer")
    sign(owner, first)
    with clock.moved_to(NOON + timedelta(days=30)):
        second = new_version(uuid=first.uuid)
        assert (second.number, second.version, second.state, second.valid_from) == (
            first.number, 2, "draft", TODAY + timedelta(days=30),
        )  # fmt: skip
        assert [one.person_id for one in second.people.all()] == [owner.person_id]
        with pytest.raises(Refused, match="agreement_version_open"):
            new_version(uuid=first.uuid)
        second.price_list, second.notes = contract(company, shop, A1="55"), "New"
        save_agreement(agreement=second)
        assert price_of(shop, owner) == 60
        send_agreement(uuid=second.uuid, person_id=7)
    second.refresh_from_db()
    sign(owner, second, NOON + timedelta(days=31))
    first.refresh_from_db()
    assert (first.state, kinds(first)[-1]) == ("replaced", "replaced")
    with clock.moved_to(NOON + timedelta(days=31)):
        assert price_of(shop, owner) == 55
        # What the customer paid by before the first version comes back after the last.
        second.refresh_from_db()
        end_agreement(agreement=second)
        assert price_of(shop, owner) == 100
    company.refresh_from_db()
    assert company.payment_term == shop.market.invoice_term


def test_the_same_list_goes_on_in_the_next_version(shop: Shop, company: Customer, owner: Buyer) -> None:
    first = sent(company, owner, price_list=contract(company, shop, A1="60"))
    sign(owner, first)
    with clock.moved_to(NOON):
        put_in_force(agreement=new_version(uuid=first.uuid), person_id=7, note="Signed on paper, binder 4")
        assert price_of(shop, owner) == 60
    assert AgreementStep.objects.filter(kind="started").last().note == "Signed on paper, binder 4"  # type: ignore[union-attr]


def test_a_term_that_staff_chose_meanwhile_stays(shop: Shop, company: Customer, owner: Buyer) -> None:
    term, other = (PaymentTerm.objects.create(code=f"net{n}", names=texts(f"Net {n}"), days=n) for n in (45, 7))
    agreement = sign(owner, sent(company, owner, payment_term=term))
    Customer.objects.filter(pk=company.pk).update(payment_term=other)
    end_agreement(agreement=lock_agreement(uuid=agreement.uuid))
    company.refresh_from_db()
    assert company.payment_term == other


@pytest.mark.parametrize(("months", "state", "end"), [(None, "expired", "2026-07-01"), (12, "active", "2027-07-01")])
def test_at_its_end_it_expires_or_goes_on(
    shop: Shop, company: Customer, owner: Buyer, months: int | None, state: str, end: str
) -> None:
    prices = contract(company, shop, A1="60")
    agreement = sign(owner, sent(company, owner, price_list=prices, valid_to=date(2026, 7, 1), renews_months=months))
    with clock.moved_to(datetime(2026, 6, 30, 21, 59, tzinfo=UTC)):
        turn_agreements()
        assert price_of(shop, owner) == 60
    with clock.moved_to(datetime(2026, 6, 30, 22, 1, tzinfo=UTC)):
        turn_agreements()
        agreement.refresh_from_db()
        assert (agreement.state, str(agreement.valid_to)) == (state, end)
        assert price_of(shop, owner) == (60 if months else 100)
        turn_agreements()
    assert kinds(agreement).count("renewed" if months else "expired") == 1


def test_both_sides_are_told_once_before_it_ends(shop: Shop, company: Customer, owner: Buyer) -> None:
    contact = shop.consumer("anders@shop.example")
    sign(owner, sent(company, owner, valid_to=date(2026, 9, 1), reminder_days=30, contact=contact))
    SentMail.objects.all().delete()
    for day in (date(2026, 8, 1), date(2026, 8, 2), date(2026, 8, 3)):
        with clock.moved_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)):
            turn_agreements()
            if day == date(2026, 8, 1):
                assert not SentMail.objects.exists()
    told = sorted(SentMail.objects.values_list("template", "recipient"))
    assert told == [("agreement_ending", "anders@shop.example"), ("agreement_ending", "owner@example.com")]


def test_notice_ends_it_no_sooner_than_agreed(company: Customer, owner: Buyer) -> None:
    agreement = sign(owner, sent(company, owner, notice_days=90, valid_to=date(2027, 1, 1), renews_months=12))
    with clock.moved_to(NOON):
        agreement = lock_agreement(uuid=agreement.uuid)
        for reason, on, code in (("", None, "reason_required"), ("Moving", date(2026, 8, 29), "agreement_notice")):
            with pytest.raises(Refused, match=code):
                give_notice(agreement=agreement, on=on, person_id=7, reason=reason)
        give_notice(agreement=agreement, on=None, person_id=7, reason="Moving")
    assert (agreement.state, agreement.valid_to, agreement.renews_months) == ("active", date(2026, 8, 30), None)
    with clock.moved_to(datetime(2026, 8, 30, 12, tzinfo=UTC)):
        turn_agreements()
    agreement.refresh_from_db()
    assert (agreement.state, kinds(agreement)[-2:]) == ("expired", ["notice", "expired"])


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"range": "only"}, "agreement_range_missing"),
        ({"range": "ask"}, "agreement_range_missing"),
        ({"bonus": [["100000", "1"], ["50000", "2"]]}, "agreement_bonus"),
        ({"bonus": [["100000", "0"]]}, "agreement_bonus"),
        ({"bonus": [["100000", "60"]]}, "agreement_bonus"),
        ({"bonus": [[str(n), "1"] for n in range(11)]}, "agreement_bonus"),
    ],
)
def test_a_draft_that_does_not_hold_together_is_refused(company: Customer, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, match=code):
        draft(company, **fields)
    assert not Agreement.objects.exists()


def test_people_of_others_have_no_part_in_it(shop: Shop, company: Customer, owner: Buyer) -> None:
    stranger = shop.consumer("stranger@example.com")
    agreement = draft(company, owner)
    with pytest.raises(Refused, match="agreement_person_unknown"):
        save_agreement(agreement=agreement, orderers=[stranger.pk])
    save_agreement(agreement=agreement, orderers=[owner.person_id or 0], receivers=[owner.person_id or 0])
    save_agreement(agreement=agreement, receivers=[])
    assert [one.part for one in agreement.people.all()] == ["orderer"]


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
