"""What is offered instead of goods that are missing or no longer sold."""

from __future__ import annotations

from decimal import Decimal

from django.test import Client
from django.urls import reverse

from tests.factories import Shop
from truso.modules.cart.models import CartLine
from truso.modules.cart.operations import NewLine, add_lines, swap_line
from truso.modules.catalog.models import ProductStatus, Relation, Variant
from truso.processes.substitutes import substitutes_for

D = Decimal


def relate(shop: Shop, product: str, kind: str, to: str) -> None:
    Relation.objects.create(product=shop.variants[product].product, to=shop.variants[to].product, kind=kind)


def offered(shop: Shop, sku: str) -> list[tuple[str, str, bool]]:
    product = shop.variants[sku].product_id
    found = substitutes_for(shop.visitor(), [product]).get(product, ())
    return [(one.card.sku, one.reason, one.is_in_stock) for one in found]


def test_a_successor_comes_before_what_is_as_good_and_what_is_there_before_what_is_not(shop: Shop) -> None:
    shop.add_article("OLD", stock="0")
    shop.add_article("NEW")
    shop.add_article("GOOD")
    shop.add_article("LATER", stock="0", lead_days=5)
    relate(shop, "LATER", "replaces", "OLD")
    relate(shop, "NEW", "replaces", "OLD")
    relate(shop, "OLD", "substitute", "GOOD")

    assert offered(shop, "OLD") == [
        ("NEW", "replaces", True),
        ("GOOD", "substitute", True),
        ("LATER", "replaces", False),
    ]


def test_what_can_not_be_had_is_not_offered(shop: Shop) -> None:
    shop.add_article("OLD", stock="0")
    shop.add_article("GONE", product_status=ProductStatus.DISCONTINUED)
    shop.add_article("HIDDEN", product_status=ProductStatus.DRAFT)
    shop.add_article("EMPTY", stock="0")
    for sku in ("GONE", "HIDDEN", "EMPTY"):
        relate(shop, sku, "replaces", "OLD")

    assert offered(shop, "OLD") == []


def test_a_cart_line_is_swapped_with_its_quantity_and_reference(shop: Shop) -> None:
    shop.add_article("OLD", stock="0")
    new = shop.add_article("NEW", quantity_multiple=D(10))
    buyer = shop.visitor()
    add_lines(buyer=buyer, lines=[NewLine(shop.variants["OLD"].pk, D(12), "Job 7")])

    swap_line(buyer=buyer, line_uuid=CartLine.objects.get().uuid, variant_id=new.pk)

    line = CartLine.objects.get()
    assert (line.variant_id, line.quantity, line.reference) == (new.pk, D(20), "Job 7")


def test_the_product_page_and_the_cart_offer_it_and_the_cart_takes_it(shop: Shop, client: Client) -> None:
    old, new = shop.add_article("OLD"), shop.add_article("NEW")
    relate(shop, "NEW", "replaces", "OLD")
    client.post(reverse("storefront:cart_add"), {"variant": str(old.uuid), "quantity": "2"})
    Variant.objects.filter(pk=old.pk).update(status=ProductStatus.DISCONTINUED)
    line = CartLine.objects.get()

    page = client.get("/en/p/old-en/").content.decode()
    cart = client.get(reverse("storefront:cart")).content.decode()
    client.post(reverse("storefront:cart_change"), {f"quantity.{line.uuid}": "2", "swap": f"{line.uuid}:NEW"})

    assert "Replaces this article, which is no longer sold" in page
    assert "replaces this one" in cart and f'value="{line.uuid}:NEW"' in cart
    assert CartLine.objects.get().variant_id == new.pk
