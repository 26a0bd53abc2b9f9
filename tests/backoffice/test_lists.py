"""Lists: what they show and find, what they cost, what they export."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.backoffice.conftest import Sign, place
from tests.factories import START, Shop
from truso.backoffice import paginator
from truso.backoffice.paginator import BoundedPaginator
from truso.modules.customers.models import Customer
from truso.modules.orders.models import Order, OrderLine
from truso.modules.tax.models import TaxClass


def add_orders(shop: Shop, company: Customer, count: int, lines: int = 1) -> list[Order]:
    """Write orders as an import would, with lines that are open."""
    orders = Order.objects.bulk_create(
        Order(
            number=f"X{uuid4().hex[:12]}",
            checkout_id=uuid4(),
            market=shop.market,
            customer=company,
            is_business=True,
            state="confirmed",
            language="en",
            currency="NOK",
            prices_include_vat=False,
            payment_method="invoice",
            contact_name="Ola",
            email="ola@example.com",
            delivery_address={},
            billing_address={},
            net=Decimal(100),
            tax=Decimal(25),
            gross=Decimal(125),
            placed_at=START,
        )
        for _ in range(count)
    )
    variants = list(shop.variants.values())
    OrderLine.objects.bulk_create(
        OrderLine(
            order=order,
            position=position,
            variant=variants[position % len(variants)],
            sku=variants[position % len(variants)].sku,
            name="Article",
            quantity=2,
            unit_price=Decimal(50),
            tax_class=TaxClass.objects.get(),
            tax_category="S",
            tax_rate=25,
            net=Decimal(100),
            tax=Decimal(25),
            gross=Decimal(125),
        )
        for order in orders
        for position in range(1, lines + 1)
    )
    return orders


def test_counting_stops_and_pages_go_on(
    shop: Shop, company: Customer, staff: Sign, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.add_article("A1")
    monkeypatch.setattr(paginator, "COUNT_LIMIT", 20)
    add_orders(shop, company, 60)
    pages = BoundedPaginator(Order.objects.order_by("-id"), 10)

    assert (pages.is_capped, pages.count, pages.items_count_label) == (True, 20, "more than 20")
    last = pages.page(6)
    assert (len(last.object_list), last.has_next()) == (10, False)
    assert pages.page(5).has_next()
    shown = staff("admin").get(reverse("staff_orders:index"), {"p": "2"}).content.decode()
    assert "more than 1000" not in shown and "More than 20" in shown


def test_a_page_that_is_not_there_falls_back_to_one_that_is(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1")
    order = place(shop, company, A1=1)
    client = staff("sales")
    for page in ("2", "0", "-1", "x", "9" * 30):
        shown = client.get(reverse("staff_orders:index"), {"p": page})
        assert (shown.status_code, order.number in shown.content.decode()) == (200, True), page


@pytest.mark.parametrize("words", ["{number}", "po-7", "Fjellbygg", "A1", "a-1", "anders", "kari@", "Kari Test"])
def test_an_order_is_found_by_what_people_have_at_hand(shop: Shop, company: Customer, staff: Sign, words: str) -> None:
    shop.add_article("A1")
    order = place(shop, company, A1=1)
    client, address = staff("service"), reverse("staff_orders:index")

    assert order.number in client.get(address, {"q": words.format(number=order.number)}).content.decode()
    assert order.number not in client.get(address, {"q": "nothing like it"}).content.decode()


def test_quick_views_and_filters_narrow(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1")
    order = place(shop, company, A1=1)
    client, address = staff("service"), reverse("staff_orders:index")

    for query, expected in (
        ("state=confirmed&fulfillment=open", True),
        ("state=pending_approval", False),
        ("payment_status=paid", False),
        (f"customer={company.pk}", True),
        ("customer=999999", False),
        ("is_business=false", False),
    ):
        assert (order.number in client.get(f"{address}?{query}").content.decode()) == expected, query


def test_export_holds_what_is_shown_and_runs_no_formula(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1")
    order = place(shop, company, A1=1)
    Order.objects.filter(pk=order.pk).update(po_number="=cmd|' /C calc'!A0")
    client, address = staff("finance"), reverse("staff_orders:index")

    csv = b"".join(client.get(address, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    assert "'=cmd|" in csv and order.number in csv
    sheet = client.get(address, {"export": "xlsx"})
    assert sheet["Content-Type"].endswith("spreadsheetml.sheet")
    assert order.number not in b"".join(
        client.get(address, {"export": "csv", "state": "cancelled"}).streaming_content
    ).decode("utf-8-sig")


def test_the_dashboard_counts_only_what_the_role_may_see(shop: Shop, company: Customer, staff: Sign) -> None:
    shop.add_article("A1")
    order = place(shop, company, A1=1)
    home = reverse("wagtailadmin_home")

    warehouse = staff("warehouse").get(home).content.decode()
    assert order.number in warehouse and "Orders to pick" in warehouse
    assert "Overdue invoices" not in warehouse and "Failed jobs" not in warehouse
    product = staff("product").get(home).content.decode()
    assert order.number not in product and "Orders today" not in product
    admin = staff("admin").get(home).content.decode()
    assert "Overdue invoices" in admin and "Failed jobs" in admin


def test_only_those_who_may_are_offered_a_new_product(shop: Shop, staff: Sign) -> None:
    address, form = reverse("staff_products:index"), reverse("backoffice:new_product")
    assert form in staff("product").get(address).content.decode()
    assert form not in staff("warehouse").get(address).content.decode()
