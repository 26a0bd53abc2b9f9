"""Making an article a bundle on its page."""

from __future__ import annotations

from decimal import Decimal

from django.urls import reverse

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop
from truso.modules.catalog.models import Bundle, BundlePart
from truso.modules.inventory.queries import availability_for

D = Decimal


def fields(**typed: str) -> dict[str, object]:
    return {"row": ["0", "1", "2"], "pricing": "own", "discount": "", **typed}


def test_a_bundle_is_made_of_the_numbers_typed(shop: Shop, staff: Sign) -> None:
    kit, drill = shop.add_article("KIT", stock="0"), shop.add_article("DRILL")
    client, address = staff("product"), reverse("backoffice:bundle", args=[kit.uuid])
    shop.add_article("BATTERY", stock="7")

    answer = send(
        client,
        address,
        **fields(sku_0="drill", quantity_0="", sku_1="BATTERY", quantity_1="2,0", sku_2=""),
    )

    assert answer.status_code == 302
    rows = BundlePart.objects.order_by("position").values_list("variant__sku", "quantity")
    assert list(rows) == [("DRILL", D(1)), ("BATTERY", D(2))]
    assert availability_for(None, [kit.pk])[kit.pk].available == D(3)
    page = client.get(address).content.decode()
    assert "Article DRILL en" in page and "3 can be made" in page
    assert drill.sku in client.get(reverse("backoffice:variant", args=[kit.uuid])).content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(shop: Shop, staff: Sign) -> None:
    kit = shop.add_article("KIT")
    client, address = staff("product"), reverse("backoffice:bundle", args=[kit.uuid])

    answer = send(client, address, **fields(sku_0="NOTHING", quantity_0="x"))
    page = answer.content.decode()

    assert (answer.status_code, Bundle.objects.count()) == (422, 0)
    assert "NOTHING" in page


def test_an_article_with_stock_of_its_own_becomes_no_bundle(shop: Shop, staff: Sign) -> None:
    kit = shop.add_article("KIT", stock="4")
    client, address = staff("product"), reverse("backoffice:bundle", args=[kit.uuid])
    shop.add_article("DRILL")

    answer = send(client, address, **fields(sku_0="DRILL"))

    assert (answer.status_code, Bundle.objects.count()) == (422, 0)
    assert "has stock of its own" in answer.content.decode()


def test_a_bundle_ends(shop: Shop, staff: Sign) -> None:
    kit = shop.add_article("KIT", stock="0")
    client, address = staff("product"), reverse("backoffice:bundle", args=[kit.uuid])
    shop.add_article("DRILL")
    send(client, address, **fields(sku_0="DRILL"))

    send(client, address, **fields(act="end", sku_0="DRILL"))

    assert not Bundle.objects.exists()
