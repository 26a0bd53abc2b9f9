"""Every main page: nothing axe finds, nothing sticking out at the side, nothing broken, in light and dark.

`script/test` looks at each page on a phone in the dark and on a desk in the light, and asks axe in one of the two;
ASSURE=1 looks at each in every width, theme and language, and asks axe everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import Group

from tests.access.world import World, build_world, finish_guests
from tests.factories import LANGUAGES, add_person
from tests.journeys.looking import axe_findings, sticking_out
from tests.journeys.settings import DESK, FULL, PHONE, TABLET, Setting
from truso.modules.customers.models import Customer
from truso.modules.identity.models import Person
from truso.modules.orders.models import Order
from truso.modules.search.operations import rebuild_index
from truso.storefront.order_links import order_address

LOOKS = (
    [Setting(True, *row) for row in product((DESK, TABLET, PHONE), ("light", "dark"), LANGUAGES)]
    if FULL
    else [Setting(True, DESK, "light", "pl"), Setting(True, PHONE, "dark", "pl")]
)
each_look = pytest.mark.parametrize("setting", LOOKS, ids=str)

GUEST_PAGES = [
    "", "c/goods/", "c/goods/?view=table", "c/goods/?min.price=99999", "search/?q=common", "search/?q=xyzzyq", "p/common-LANG/",
    "brand/nord/", "compatible/", "compare/?v=COMMON", "guides/", "display/", "cart/", "quick-order/", "p/no-such-thing/",
    "/account/login/", "/account/signup/", "/account/password/reset/", "/demo/people/", "/demo/mail/", "/demo/components/",
]  # fmt: skip
COMPANY_PAGES = [
    "", "c/goods/", "c/goods/?view=grid", "c/goods/?within=3", "compare/?v=COMMON&v=OWN-A", "p/common-LANG/",
    "cart/", "checkout/", "account/", "account/orders/",
    "account/orders/ORDER/", "account/approvals/?state=all", "account/invoices/", "account/invoices/INVOICE/",
    "account/agreements/", "account/agreements/AGREEMENT/", "account/addresses/", "account/addresses/new/",
    "account/addresses/ADDRESS/", "account/members/", "account/tax/", "account/lists/", "account/suggestions/", "account/lists/LIST/",
    "account/lists/LIST/edit/", "account/lists/LIST/?count=1", "account/orders/ORDER/again/", "/account/password/change/", "/account/logout/",
]  # fmt: skip
APPROVER_PAGES = ["", "account/", "account/approvals/", "account/approvals/APPROVAL/"]
STAFF_PAGES = [
    "", "orders/ORDER/", "orders/ORDER/pick/", "orders/ORDER/cancel/", "orders/ORDER/return/", "shipments/SHIPMENT/",
    "returns/RETURN_RECORD/", "invoices/INVOICE/", "pay-in/", "customers/CUSTOMER/", "people/PERSON/",
    "agreements/AGREEMENT/", "products/new/", "products/PRODUCT/", "variants/VARIANT/", "families/FAMILY/attributes/",
    "price-lists/PRICE_LIST/prices/", "stock/count/", "stock/STOCK_ITEM/", "staff-members/", "staff-members/new/",
    "mails/MAIL/", "products/", "products/change/?field=brand", "products/PRODUCT/history/", "products/PRODUCT/plans/?field=mpn",
    "products/PRODUCT/preview/", "products/PRODUCT/demonstration/", "products/PRODUCT/channels/", "products/PRODUCT/articles/",
    "variants/DIGITAL_VARIANT/files-and-keys/", "field-owners/?kind=products", "work-lists/", "assortments/ASSORTMENT/goods/",
    "size-guides/new/", "imports/IMPORT_RUN/", "orders/ORDER/perform/",
    "prices/check/?sku=COMMON&quantity=2", "campaigns/", "campaigns/new/", "price-lists/PRICE_LIST/history/VARIANT/",
    "certificates/CERTIFICATE/", "tax-rates/new/", "agreements/AGREEMENT/tender/",
    "searches/", "searches/preview/?text=common", "synonyms/new/", "redirects/new/", "merchandising/new/",
]  # fmt: skip


@pytest.fixture
def world(address: str) -> World:
    """Two companies with everything they can have."""
    made = build_world()
    finish_guests(made)
    made.shop.market.languages = list(LANGUAGES)
    made.shop.market.save()
    rebuild_index()
    return made


def named(world: World, path: str, language: str) -> str:
    """Put the identities of tenant A's records where their names stand."""
    for name, value in sorted(world.tenants["a"].ids.items(), key=lambda one: -len(one[0])):
        path = path.replace(name.upper(), str(value))
    return path.replace("LANG", language)


def look_at(window: Any, world: World, pages: list[str], root: str = "") -> list[str]:
    """Open each page and return everything wrong with it."""
    found = []
    setting = window.setting
    for number, path in enumerate(pages):
        address = named(world, path, setting.language)
        here = root or f"/{setting.language}/"
        window.page.goto(window.address + (address if address.startswith("/") else here + address))
        wrong = [sticking_out(window.page), *window.watched.broken]
        window.watched.broken.clear()
        if FULL or (number + (setting.theme == "dark")) % 2:
            wrong += axe_findings(window.page)
        found += [f"{path or '(home)'}: {one}" for one in wrong if one]
    return found


@each_look
def test_the_pages_everybody_sees(visit: Callable[..., Any], world: World, setting: Setting) -> None:
    guest = visit(setting)
    found = look_at(guest, world, GUEST_PAGES)
    guest.quick_order("COMMON;2\nNOTHING;1\nCOMMON;-1")
    found += look_at_this(guest)
    guest.send("form.quick .quick-bar button.button-primary")
    found += look_at(guest, world, ["cart/", "checkout/"])
    guest.send("[name=place]")
    found += look_at_this(guest)
    order = Order.objects.get(uuid=world.tenants["a"].ids["guest_order"])
    path = order_address(order)
    found += look_at(guest, world, [path, path.replace("confirmation/", "")])
    assert found == [], "\n".join(found)


def look_at_this(window: Any) -> list[str]:
    """Return everything wrong with the page that is open."""
    wrong = [sticking_out(window.page), *axe_findings(window.page), *window.watched.broken]
    window.watched.broken.clear()
    return [f"{window.page.url}: {one}" for one in wrong if one]


@each_look
def test_the_pages_of_a_company(visit: Callable[..., Any], world: World, setting: Setting) -> None:
    tenant = world.tenants["a"]
    Customer.objects.filter(pk=tenant.company.pk).update(name="Przedsiębiorstwo Budowlano-Montażowe " * 3)
    admin = Person.objects.get(pk=tenant.people["admin"].pk)
    buyer, approver = visit(setting, admin), visit(setting, tenant.people["approver"])
    found = look_at(buyer, world, COMPANY_PAGES) + look_at(approver, world, APPROVER_PAGES)
    assert found == [], "\n".join(found)


@each_look
def test_the_screens_of_the_staff(visit: Callable[..., Any], world: World, setting: Setting) -> None:
    admin = add_person("all@staff.example", is_staff=True, is_superuser=True, language=setting.language)
    admin.groups.set(Group.objects.filter(name="admin"))
    found = look_at(visit(setting, admin), world, STAFF_PAGES, "/staff/")
    assert found == [], "\n".join(found)
