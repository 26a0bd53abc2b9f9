"""Forms: products, prices, stock, agreements, campaigns and settings, through the modules' operations."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop, texts
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.operations import save_agreement
from truso.modules.catalog.models import Attribute, Category, FamilyAttribute, OldSlug, Product, Variant
from truso.modules.customers.models import Customer, Membership
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.inventory.models import StockEntry, StockItem
from truso.modules.pricing.models import Campaign, ConsumerPrice, CostList, Price, PriceList
from truso.modules.tax.models import TaxRate
from truso.platform.audit.models import AuditEntry
from truso.platform.events.models import OutboxEvent


def product_fields(product: Product, **changes: str) -> dict[str, str]:
    return {
        "code": product.code,
        "status": "active",
        "kind": "goods",
        "family": str(product.family_id),
        "category": str(product.category_id),
        "brand": str(product.brand_id),
        "tax_class": str(product.tax_class_id),
        "name_nb": "Skrue",
        "name_sv": "Skruv",
        "name_pl": "Śruba",
        "name_en": "Screw",
        **changes,
    }


def variant_fields(variant: Variant, **changes: str) -> dict[str, str]:
    return {
        "sku": variant.sku,
        "gtin": variant.gtin,
        "status": "active",
        "kind": "goods",
        "unit": "C62",
        "price_unit": "1",
        "minimum_quantity": "1",
        "quantity_multiple": "1",
        "pack_size": "1",
        "weight_kg": "0,5",
        "is_stocked": "on",
        "position": "0",
        **changes,
    }


def test_a_product_is_renamed_in_four_languages_and_announced(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A1").product
    before = product.texts.get(language="en").slug

    answer = send(staff("product"), reverse("backoffice:product", args=[product.uuid]), **product_fields(product))

    assert answer.status_code == 302
    assert dict(product.texts.values_list("language", "slug")) == {
        "nb": "skrue", "sv": "skruv", "pl": "sruba", "en": "screw",
    }  # fmt: skip
    assert OldSlug.objects.get(slug=before).product == product
    assert OutboxEvent.objects.filter(kind="ProductsChanged").latest("id").payload == {"product_ids": [product.pk]}
    entry = AuditEntry.objects.filter(table="catalog_producttext", action="update").latest("id")
    assert entry.actor["label"] == "staff"


def test_attributes_follow_the_family_and_its_rules(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A1").product
    length = Attribute.objects.create(code="length", type="number", names=texts("Length"), unit="mm")
    metal = Attribute.objects.create(
        code="metal", type="choice", names=texts("Metal"), choices=[{"code": "a2", "names": texts("A2")}]
    )
    FamilyAttribute.objects.create(family=product.family, attribute=length, is_required=True)
    FamilyAttribute.objects.create(family=product.family, attribute=metal)
    client, address = staff("product"), reverse("backoffice:product", args=[product.uuid])

    missing = send(client, address, **product_fields(product))
    assert (missing.status_code, "length is required" in missing.content.decode()) == (422, True)
    assert send(client, address, **product_fields(product, attribute_metal="gold")).status_code == 422
    send(client, address, **product_fields(product, attribute_length="12,5", attribute_metal="a2"))

    product.refresh_from_db()
    assert product.attributes == {"length": "12.5", "metal": "a2"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"gtin": "7038010000006"}, "the check digit does not fit"),
        ({"gtin": "2000000000022"}, "belongs to A2"),
        ({"sku": "a-2"}, "is in use"),
        ({"quantity_multiple": "-1"}, "too small or too large"),
        ({"weight_kg": "heavy"}, "Write a number"),
    ],
)
def test_articles_keep_their_numbers_right(shop: Shop, staff: Sign, changes: dict[str, str], words: str) -> None:
    variant = shop.add_article("A1")
    shop.add_article("A2")

    answer = send(
        staff("product"), reverse("backoffice:variant", args=[variant.uuid]), **variant_fields(variant, **changes)
    )

    assert answer.status_code == 422
    assert words in answer.content.decode()
    variant.refresh_from_db()
    assert (variant.sku, variant.gtin) == ("A1", "2000000000015")


def test_a_product_is_begun_and_gets_its_first_article(shop: Shop, staff: Sign) -> None:
    sample = shop.add_article("A1").product
    client = staff("product")
    send(client, reverse("backoffice:new_product"), **product_fields(sample, code="new-one", status="draft"))
    product = Product.objects.get(code="new-one")
    fields = variant_fields(Variant(sku="N-1", gtin=""))

    assert send(client, reverse("backoffice:new_variant", args=[product.uuid]), **fields).status_code == 302

    assert product.variants.get().sku_normalized == "N1"


def test_an_article_without_a_price_stands_beside_its_priced_siblings(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A1", price="100")
    Variant.objects.create(product=variant.product, sku="A2", sku_normalized="A2", position=1)

    page = staff("product").get(reverse("backoffice:product", args=[variant.product.uuid]))

    assert page.status_code == 200
    assert [text in page.content.decode() for text in ("100.00", "A2", ">–</td>")] == [True, True, True]


def test_prices_are_changed_and_added_on_the_page(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A1", price="100")
    price, address = Price.objects.get(), reverse("backoffice:change_prices", args=[shop.price_list.uuid])
    client = staff("sales")

    refused = send(client, address, **{f"amount_{price.pk}": "cheap"})
    assert (refused.status_code, "A1: Write the amount" in refused.content.decode()) == (422, True)
    assert send(client, address, **{f"amount_{price.pk}": "-1"}).status_code == 422
    answer = send(
        client, address, **{f"amount_{price.pk}": "119,90", "new_sku": "a1", "new_quantity": "10", "new_amount": "90"}
    )

    assert answer.status_code == 302
    too_many = send(client, address, new_sku="a1", new_quantity="1000001", new_amount="80")
    assert (too_many.status_code, "at most 1,000,000" in too_many.content.decode()) == (422, True)
    assert 'value="119,9"' in staff("sales", language="nb").get(address.replace("change", "prices")).content.decode()
    rows = Price.objects.filter(variant=variant).order_by("minimum_quantity").values_list("minimum_quantity", "amount")
    assert list(rows) == [(1, Decimal("119.90")), (10, Decimal(90))]
    assert ConsumerPrice.objects.latest("id").amount == Decimal("119.90")


def test_a_count_becomes_the_stock_but_never_less_than_is_promised(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A1", stock="10")
    StockItem.objects.update(reserved=4)
    client, address = staff("warehouse"), reverse("backoffice:count")

    for typed in ("-1", "x", "1e9", "9" * 30):
        assert send(client, address, sku="A1", location="main", counted=typed).status_code == 422, typed
    low = send(client, address, sku="A1", location="main", counted="3")
    assert "4 are promised to orders" in low.content.decode()
    send(client, address, sku="A1", location="main", counted="7")

    assert StockItem.objects.get(variant=variant).on_hand == 7
    assert StockEntry.objects.get(kind="count").quantity == -3


def test_an_agreement_is_written_put_in_force_and_ended(shop: Shop, company: Customer, staff: Sign) -> None:
    contract = PriceList.objects.create(
        code="c", names=texts("C"), kind="contract", currency="NOK", customer=company, is_active=False
    )
    sales = staff("sales")
    fields = {
        "customer": company.number, "title": "Frame", "valid_from": "2026-01-01", "price_list": contract.pk, "range": "all",
        "notice_days": "90", "reminder_days": "60", "bonus_0": ["100 000", "500 000"], "bonus_1": ["1,5", "2"],
    }  # fmt: skip

    send(sales, reverse("staff_agreements:add"), **fields)
    agreement = Agreement.objects.get()
    assert (agreement.notice_days, agreement.bonus) == (90, [["100000", "1.5"], ["500000", "2"]])
    orderer = company.memberships.get().person
    send(
        sales, reverse("staff_agreements:edit", args=[agreement.pk]), **fields, orderers=[orderer.pk], owner=orderer.pk
    )
    assert [one.person for one in agreement.people.all()] == [orderer]
    send(sales, reverse("backoffice:put_in_force", args=[agreement.uuid]))
    contract.refresh_from_db()
    agreement.refresh_from_db()
    assert (agreement.state, contract.is_active) == ("active", True)
    changed = send(sales, reverse("staff_agreements:edit", args=[agreement.pk]), **{**fields, "title": "Other"})
    assert "Only a draft can be changed" in changed.content.decode()
    again = send(sales, reverse("backoffice:put_in_force", args=[agreement.uuid]))
    assert "Only a draft" in sales.get(again.url).content.decode()
    send(sales, reverse("backoffice:end_agreement", args=[agreement.uuid]))
    contract.refresh_from_db()
    assert not contract.is_active


@pytest.mark.parametrize("file", ["", "no-uuid", "00000000-0000-4000-8000-000000000000"])
def test_a_file_an_agreement_does_not_have_is_not_there(company: Customer, staff: Sign, file: str) -> None:
    agreement = save_agreement(agreement=Agreement(customer=company, title="Frame", valid_from="2026-01-01"))
    address = reverse("backoffice:agreement_files", args=[agreement.uuid])
    assert send(staff("sales"), address, act="remove", file_uuid=file).status_code == 404


def test_a_price_is_explained_for_a_customer(shop: Shop, company: Customer, staff: Sign) -> None:
    variant = shop.add_article("A1", price="100")
    own = PriceList.objects.create(code="own", names=texts("Own"), kind="contract", currency="NOK", customer=company)
    Price.objects.create(price_list=own, variant=variant, amount=Decimal("72.50"))
    costs = CostList.objects.create(code="costs", names=texts("Costs"), kind="cost", currency="NOK")
    Price.objects.create(price_list=costs, variant=variant, amount=Decimal("61.30"))
    address, asked = reverse("backoffice:price_check"), {"sku": "a1", "quantity": "5", "customer": company.number}

    shown = staff("sales").get(address, asked).content.decode()

    assert "72.50 NOK" in shown and "This price counts" in shown and "An earlier source decides" in shown
    assert "61.30" in shown and "11.20 NOK" in shown  # sales sees what is left
    assert "61.30" not in staff("service").get(address, asked).content.decode()
    unknown = staff("sales").get(address, {"sku": "zz"})
    assert (unknown.status_code, "No article has the number" in unknown.content.decode()) == (422, True)


def test_what_goods_cost_is_shown_and_changed_by_those_with_the_right(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A1", price="100")
    costs = CostList.objects.create(code="costs", names=texts("Costs"), kind="cost", currency="NOK")
    price = Price.objects.create(price_list=costs, variant=variant, amount=Decimal(60))
    shown = reverse("backoffice:prices", args=[costs.uuid])
    change = reverse("backoffice:change_prices", args=[costs.uuid])

    assert [staff(role).get(shown).status_code for role in ("service", "sales", "finance")] == [404, 200, 200]
    assert send(staff("sales"), change, **{f"amount_{price.pk}": "1"}).status_code == 404
    send(staff("finance"), change, **{f"amount_{price.pk}": "62", "reason": "New invoice"})

    assert Price.objects.get(pk=price.pk).amount == Decimal(62)
    history = reverse("backoffice:price_history", args=[costs.uuid, variant.uuid])
    told = staff("finance").get(history).content.decode()
    assert "New invoice" in told and "62" in told and "60" in told and "Replaced" in told
    assert staff("service").get(history).status_code == 404


def test_a_campaign_is_noted_for_the_lowest_price(shop: Shop, staff: Sign) -> None:
    shop.add_article("A1", price="100")
    fields = {
        "code": "sale", "names_nb": "Salg", "market": shop.market.pk, "kind": "percent", "percent": "20", "articles": "a1",
        "for_consumers": "on", "minimum": "",
        "starts_at": "2020-01-01 00:00", "ends_at": "2099-01-01 00:00", "is_active": "on",
    }  # fmt: skip

    refused = send(staff("marketing"), reverse("staff_campaigns:add"), **{**fields, "articles": "nope"})
    assert "No article has the number nope" in refused.content.decode()
    send(staff("marketing"), reverse("staff_campaigns:add"), **fields)

    assert Campaign.objects.get().product_ids == [Product.objects.get().pk]
    assert ConsumerPrice.objects.latest("id").amount == Decimal(80)


def test_a_category_moves_with_its_path_and_never_into_itself(shop: Shop, staff: Sign) -> None:
    parent = Category.objects.create(code="top", names=texts("Top"))
    Category.objects.filter(pk=parent.pk).update(path=[parent.pk])
    client, address = staff("product"), reverse("staff_categories:edit", args=[shop.category.pk])
    fields = {"code": "goods", "names_nb": "Varer", "position": "0", "is_active": "on"}

    send(client, address, parent=parent.pk, **fields)
    shop.category.refresh_from_db()
    assert (shop.category.path, shop.category.slugs["nb"]) == ([parent.pk, shop.category.pk], "varer")
    circle = send(
        client, reverse("staff_categories:edit", args=[parent.pk]), **{**fields, "code": "top"}, parent=shop.category.pk
    )
    assert "lie inside itself" in circle.content.decode()


def test_members_are_added_by_e_mail(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.consumer("nils@example.com")
    client, address = staff("service"), reverse("staff_members:add")
    fields = {"customer": company.number, "roles": ["approver"], "order_limit": "5 000", "is_active": "on"}

    assert "Nobody has the e-mail" in send(client, address, email="who@example.com", **fields).content.decode()
    assert send(client, address, email="NILS@example.com", **fields).status_code == 302
    assert "is a member already" in send(client, address, email="nils@example.com", **fields).content.decode()

    member = Membership.objects.get(person__email="nils@example.com")
    assert (member.roles, member.order_limit) == (["approver"], Decimal(5000))


def test_a_delivery_method_is_kept_with_its_rates(shop: Shop, staff: Sign) -> None:
    fields = {
        "code": "post", "market": shop.market.pk, "names_nb": "Post", "tax_class": shop.tax_class.pk,
        "transit_days": "2", "position": "0", "is_active": "on", "for_consumers": "on",
    }  # fmt: skip
    client, address = staff("admin"), reverse("staff_delivery_methods:edit", args=[shop.post.pk])

    twice = send(client, address, **fields, rates_0=["5", "5"], rates_1=["10", "20"])
    assert "Two steps have the same weight" in twice.content.decode()
    send(client, address, **fields, rates_0=["35", "5", ""], rates_1=["149,50", "80", ""])

    rates = DeliveryMethod.objects.get().rates.values_list("up_to_kg", "amount")
    assert list(rates) == [(5, Decimal(80)), (35, Decimal("149.50"))]


def test_two_tax_rates_never_hold_at_once(shop: Shop, staff: Sign) -> None:
    fields = {"country": "NO", "tax_class": shop.tax_class.pk, "category": "S", "percent": "15"}

    answer = send(staff("finance"), reverse("staff_tax_rates:add"), **fields, valid_from="2026-01-01")

    assert answer.status_code == 200
    assert TaxRate.objects.count() == 1


def test_a_failed_job_runs_again_once(shop: Shop, staff: Sign) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, args, status, attempts) "
            "values ('default', 'truso.run', '{\"name\": \"x\", \"args\": {}}', 'failed', 12) returning id"
        )
        job = cursor.fetchone()[0]
    admin, address = staff("admin"), reverse("backoffice:retry_job", args=[job])

    send(admin, address)
    again = send(admin, address)

    assert "Only a job that failed" in admin.get(again.url).content.decode()
    with connection.cursor() as cursor:
        cursor.execute("select status::text, attempts from procrastinate_jobs where id = %s", [job])
        assert cursor.fetchone() == ("todo", 0)
