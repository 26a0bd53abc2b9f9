"""Staff look at a product as somebody else sees it: their price, range and moment; nothing can be bought so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.test import Client
from django.urls import reverse

from tests.backoffice.conftest import Sign, told
from tests.factories import Shop, texts
from truso.modules.catalog.models import Product
from truso.modules.pricing.models import Price, PriceList
from truso.processes.preview import Look, look_token


def look(shop: Shop, client: Client, product: Product, **fields: str) -> str:
    """Return what the preview's page (or the form, where there is none) shows."""
    data = {"market": shop.market.code, "language": "en", **fields}
    return told(client.get(reverse("backoffice:product_preview", args=[product.uuid]), data, follow=True))


def test_a_visitor_and_a_customer_each_with_their_price(shop: Shop, staff: Sign) -> None:
    variant, company = shop.add_article("A-1", price="100"), shop.company("Fjellbygg AS")
    agreed = PriceList.objects.create(code="own", names=texts("Own"), kind="contract", currency="NOK", customer=company)
    Price.objects.create(price_list=agreed, variant=variant, amount=Decimal(77))
    client = staff("sales")

    visitor = look(shop, client, variant.product)
    customer = look(shop, client, variant.product, customer=company.number)

    assert ("As a visitor sees it" in visitor, "125.00" in visitor) == (True, True)
    assert ("As Fjellbygg AS sees it" in customer, "77.00" in customer) == (True, True)
    assert "cart/add" not in customer or "Not for sale now" in customer


def test_prices_of_the_moment_asked_for(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A-1", price="100")
    Price.objects.update(valid_to=date(2039, 12, 31))
    Price.objects.create(
        price_list=shop.price_list,
        variant=variant,
        amount=Decimal(200),
        valid_from=date(2040, 1, 1),
    )

    assert "250.00" in look(shop, staff("product"), variant.product, at="2040-02-01T08:00")


def test_what_this_buyer_does_not_see_is_said(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A-1", product_status="draft")

    assert "This buyer does not see the product" in look(shop, staff("product"), variant.product)


def test_unknown_customers_and_moments_are_said(shop: Shop, staff: Sign) -> None:
    product, client = shop.add_article("A-1").product, staff("sales")

    assert "This is no date and time." in look(shop, client, product, at="soon")
    assert "As" not in look(shop, client, product, customer="none such").split("<h1>")[1][:200]


def test_the_address_of_a_preview_opens_for_staff_alone(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product
    slug = product.texts.get(language="en").slug
    address = f"/en/preview/{slug}/?look={look_token(Look(shop.market.code))}"
    buyer = Client()
    buyer.force_login(shop.consumer())

    answers = [one.get(address).status_code for one in (Client(), buyer, staff("warehouse"), staff("finance"))]
    forged = staff("product").get(f"/en/preview/{slug}/?look=forged").status_code

    assert (answers, forged) == ([404, 404, 200, 404], 404)
