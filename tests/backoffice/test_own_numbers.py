"""The numbers a customer knows articles by: pasted, found, taken back."""

from __future__ import annotations

from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop
from truso.modules.catalog.articles import match_codes
from truso.modules.catalog.models import CustomerArticleNumber
from truso.modules.customers.models import Customer


def numbers(customer: Customer) -> dict[str, str]:
    return dict(CustomerArticleNumber.objects.filter(customer=customer).values_list("variant__sku", "number"))


def test_a_pasted_list_is_kept_and_orders_by_it(shop: Shop, staff: Sign) -> None:
    first, _second = shop.add_article("A1"), shop.add_article("A2")
    company = shop.company()
    orderer = shop.buyer(shop.member(company, "ola@example.com", "orderer"))
    client, address = staff("sales"), reverse("backoffice:own_numbers", args=[company.uuid])

    sent = send(client, address, lines="A1\tKX 4711\na-2;KX-4712\n")
    swapped = send(client, address, lines="A1;KX-4712\nA2;KX-4711")

    assert (sent.status_code, swapped.status_code) == (302, 302)
    assert numbers(company) == {"A1": "KX-4712", "A2": "KX-4711"}
    assert [one.variant_id for one in match_codes(orderer, ["kx4712"])["kx4712"]] == [first.pk]
    assert "KX-4712" in client.get(address, {"q": "kx47"}).content.decode()

    send(client, address, lines="A1;")

    assert numbers(company) == {"A2": "KX-4711"}


def test_what_does_not_fit_is_said_and_nothing_is_kept(shop: Shop, staff: Sign) -> None:
    shop.add_article("A1")
    shop.add_article("A2")
    company = shop.company()
    client, address = staff("sales"), reverse("backoffice:own_numbers", args=[company.uuid])
    send(client, address, lines="A2;KX-1")

    unknown = send(client, address, lines="A1;KX-9\nZ9;KX-8")
    taken = send(client, address, lines="A1;kx1")

    assert (unknown.status_code, taken.status_code) == (422, 422)
    assert "No article has the number Z9." in unknown.content.decode()
    assert "A1: The number kx1 belongs to A2." in taken.content.decode()
    assert "A1;kx1" in taken.content.decode()
    assert numbers(company) == {"A2": "KX-1"}
