"""Who sees what, and who may do what."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.access.test_table import OTHERS
from tests.backoffice.conftest import Sign, send
from tests.factories import Shop, add_person
from truso.backoffice.menu import GROUPS, resolve
from truso.backoffice.roles import ADMIN, ROLES, permissions_of
from truso.backoffice.urls import screens
from truso.modules.identity.models import Person
from truso.modules.orders.models import Order
from truso.modules.output.models import SentMail
from truso.platform import clock

ALL_ROLES = (*ROLES, ADMIN)
# Which roles may send which form; everybody else gets 404.
MAY = {
    "pick": {"warehouse", "admin"},
    "perform": {"warehouse", "admin"},
    "cancel": {"sales", "service", "admin"},
    "take_back": {"service", "admin"},
    "ship": {"warehouse", "admin"},
    "give_up": {"warehouse", "admin"},
    "receive": {"warehouse", "admin"},
    "register_payment": {"finance", "admin"},
    "credit_invoice": {"finance", "admin"},
    "new_api_key": {"admin"},
    "revoke_api_key": {"admin"},
    "put_in_force": {"sales", "admin"},
    "end_agreement": {"sales", "admin"},
    "send_agreement": {"sales", "admin"},
    "answer_wish": {"sales", "admin"},
    "tender_read": {"sales", "admin"},
    "tender_row": {"sales", "admin"},
    "tender_apply": {"sales", "admin"},
    "take_back_agreement": {"sales", "admin"},
    "next_version": {"sales", "admin"},
    "agreement_files": {"sales", "admin"},
    "check_vat": {"sales", "service", "finance", "admin"},
    "confirm_vat": {"sales", "service", "finance", "admin"},
    "decide_certificate": {"finance", "admin"},
    "end_certificate": {"finance", "admin"},
    "product": {"product", "admin"},
    "own_numbers": {"sales", "service", "finance", "admin"},
    "matrix": {"product", "admin"},
    "bundle": {"product", "admin"},
    "new_import": {"product", "sales", "warehouse", "admin"},
    "digital": {"product", "admin"},
    "packaging": {"product", "admin"},
    "product_pictures": {"product", "admin"},
    "product_blocks": {"product", "admin"},
    "product_documents": {"product", "admin"},
    "new_documents": {"product", "admin"},
    "library_document": {"product", "admin"},
    "product_relations": {"product", "admin"},
    "product_ranges": {"product", "admin"},
    "list_layout": set(ALL_ROLES),
    "field_owners": {"product", "admin"},
    "bulk_edit": {"product", "admin"},
    "product_history": {"product", "admin"},
    "product_plans": {"product", "admin"},
    "new_product": {"product", "admin"},
    "new_variant": {"product", "admin"},
    "variant": {"product", "admin"},
    "picture_archive": {"product", "admin"},
    "selector": {"product", "admin"},
    "product_channels": {"product", "admin"},
    "assortment": {"product", "admin"},
    "family": {"product", "admin"},
    "change_prices": {"sales", "admin"},
    "count": {"warehouse", "admin"},
    "new_staff": {"admin"},
    "edit_staff": {"admin"},
    "retry_job": {"admin"},
}
# Files, which are not there for every record.
FILES = {
    "pick_list", "delivery_note", "invoice_pdf", "invoice_xml", "product_documents_zip", "order_documents_zip", "library_file",
    "certificate_document", "agreement_document",
}  # fmt: skip
# Addresses of Wagtail's that the shell needs: its first page, one's account, signing in and out, pictures, documents.
SHELL = (
    "/staff/account/", "/staff/dismissibles/", "/staff/documents/", "/staff/images/", "/staff/jsi18n/", "/staff/login/",
    "/staff/logout/", "/staff/password_reset/", "/staff/sprite/", "/staff/tag-autocomplete/",
)  # fmt: skip


def address_of(pattern: Any, records: dict[str, Any]) -> str | None:
    """Return the address of a screen with a record that exists; None when there is none of its kind."""
    route = str(pattern.pattern)
    if "<" not in route:
        return reverse(f"backoffice:{pattern.name}")
    if route.count("<") > 1:
        return None
    record = records.get(route.split("/", maxsplit=1)[0])
    return None if record is None else reverse(f"backoffice:{pattern.name}", args=[record])


@pytest.mark.parametrize("role", ALL_ROLES)
def test_a_form_is_open_to_those_who_may_send_it_and_missing_for_others(
    staff: Sign, records: dict[str, Any], role: str
) -> None:
    client = staff(role)
    for pattern in screens:
        if pattern.name in MAY and (address := address_of(pattern, records)):
            status = send(client, address).status_code
            assert (pattern.name, status == 404) == (pattern.name, role not in MAY[pattern.name]), (role, status)


@pytest.mark.parametrize("role", ALL_ROLES)
def test_a_page_is_shown_to_those_with_its_right_and_missing_for_others(
    staff: Sign, records: dict[str, Any], role: str
) -> None:
    client, rights = staff(role), permissions_of(role)
    for pattern in screens:
        address = address_of(pattern, records)
        access = pattern.callback.access
        if address is None or pattern.name in FILES:
            continue
        assert access.kind == "staff"
        status = client.get(address).status_code
        allowed = access.right in rights
        assert (pattern.name, status) in {(pattern.name, 200), (pattern.name, 405)} if allowed else status in {404, 405}


def test_every_form_stands_in_the_table(staff: Sign, records: dict[str, Any]) -> None:
    admin = staff("admin")
    taken = {one.name for one in screens if (at := address_of(one, records)) and send(admin, at).status_code != 405}
    assert taken == set(MAY) - {"retry_job"}


def test_every_screen_declares_a_right_that_exists(roles: None) -> None:
    for pattern in screens:
        assert pattern.callback.access.right in permissions_of(ADMIN), pattern.name


@pytest.mark.parametrize("role", ALL_ROLES)
def test_the_menu_shows_exactly_what_the_role_may_see(staff: Sign, shop: Shop, role: str) -> None:
    client, rights = staff(role), permissions_of(role)
    shown = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Today" in shown
    for _label, _name, _icon, entries in GROUPS:
        for _entry, address, permission in entries:
            allowed = permission in rights
            assert (f'"{resolve(address)}"' in shown) == allowed, (role, address)
            if allowed:
                assert client.get(resolve(address)).status_code == 200, address


def test_those_who_only_read_cannot_write(staff: Sign, records: dict[str, Any]) -> None:
    reader = staff(
        permissions=(
            *tuple(sorted(one for one in permissions_of(ADMIN) if ".view_" in one)),
            "wagtailadmin.access_admin",
        )
    )
    for pattern in screens:
        address = address_of(pattern, records)
        # How one's own lists look is nobody else's business.
        if address and pattern.name != "list_layout":
            assert send(reader, address).status_code in {404, 405}, pattern.name
    assert Order.objects.get().state == "confirmed"


def test_visitors_sign_in_and_customers_find_nothing(shop: Shop, records: dict[str, Any]) -> None:
    address = reverse("backoffice:order", args=[records["orders"]])
    visitor, buyer = Client(), Client()
    buyer.force_login(shop.consumer())

    assert visitor.get(address).url.startswith(reverse("wagtailadmin_login"))
    assert buyer.get(address).status_code == 404
    assert buyer.get(reverse("staff_orders:index")).status_code == 302


def test_staff_sign_in_by_the_shops_page_and_come_to_where_they_wanted(shop: Shop, staff: Sign) -> None:
    shell, wanted = reverse("wagtailadmin_login"), reverse("staff_orders:index")
    visitor = Client(headers={"accept-language": "pl"})
    page = visitor.get(wanted, follow=True)
    assert page.redirect_chain[-1][0] == f"{reverse('account_login')}?next={wanted}"
    assert ('lang="pl"' in page.content.decode(), f'value="{wanted}"' in page.content.decode()) == (True, True)

    client = staff("sales")
    assert client.get(shell, {"next": wanted}).url == wanted
    assert client.get(shell, {"next": "https://elsewhere.example/"}).url == reverse("wagtailadmin_home")
    assert visitor.post(shell, {"username": "x", "password": "y"}).url.startswith(reverse("account_login"))


def test_a_customer_who_tries_the_back_office_finds_nothing_and_is_told_nothing_later(shop: Shop) -> None:
    buyer = Client()
    buyer.force_login(shop.consumer())
    assert buyer.get(reverse("staff_orders:index"), follow=True).status_code == 404
    assert list(buyer.get("/en/").context["messages"]) == []


def test_unknown_records_are_not_found(staff: Sign, records: dict[str, Any]) -> None:
    admin = staff("admin")
    for pattern in screens:
        route = str(pattern.pattern)
        if "<" in route:
            if route.count("<") > 1:
                continue
            unknown: Any = uuid4() if "<uuid" in route else 987654321
            status = admin.get(reverse(f"backoffice:{pattern.name}", args=[unknown])).status_code
            assert status in {404, 405}, pattern.name
            assert send(admin, reverse(f"backoffice:{pattern.name}", args=[unknown])).status_code in {404, 405}


def test_an_administrator_cannot_lock_themselves_out(staff: Sign, shop: Shop) -> None:
    admin = staff("admin")
    me = admin.session["_auth_user_id"]
    person = Person.objects.get(pk=me)
    answer = send(admin, reverse("backoffice:edit_staff", args=[person.uuid]), language="en", roles=["sales"])

    assert answer.status_code == 422
    assert list(person.groups.values_list("name", flat=True)) == ["admin"]


def test_a_new_member_of_staff_gets_exactly_the_roles(staff: Sign, shop: Shop) -> None:
    fields = {"email": "Nils@example.com", "first_name": "Nils", "language": "nb", "roles": ["sales", "finance"]}
    assert send(staff("admin"), reverse("backoffice:new_staff"), **fields).status_code == 302

    person = Person.objects.get(email__iexact="nils@example.com")
    assert (person.is_staff, person.is_superuser) == (True, False)
    assert sorted(person.groups.values_list("name", flat=True)) == ["finance", "sales"]
    assert person.has_perm("receivables.add_receivableentry")
    assert not person.has_perm("orders.ship_order")


def _with_password(email: str) -> Person:
    person = add_person(email)
    person.set_password("a-good-old-password")
    person.save()
    return person


def test_the_shell_opens_nothing_else(staff: Sign, shop: Shop) -> None:
    """Every address of Wagtail's that is not named here is missing, for somebody with all rights too."""
    everything = Client()
    everything.force_login(add_person("all@example.com", is_staff=True, is_superuser=True))
    for name, path in OTHERS:
        if path.startswith("/staff/") and path != "/staff/" and not path.startswith(SHELL):
            assert (everything.get(path).status_code, everything.post(path).status_code) == (404, 404), (name, path)


def test_nobody_becomes_more_by_the_shells_own_forms(staff: Sign, shop: Shop) -> None:
    admin = staff("admin")
    me = Person.objects.get(pk=admin.session["_auth_user_id"])
    customer = _with_password("buyer@example.com")
    group = Group.objects.get(name="warehouse")
    before = customer.password, set(group.permissions.values_list("pk", flat=True))
    fields = {"is_superuser": "on", "is_staff": "on", "is_active": "on", "password1": "x" * 12, "password2": "x" * 12}
    for address in (
        f"/staff/users/edit/{me.pk}/",
        f"/staff/users/edit/{customer.pk}/",
        f"/staff/users/delete/{customer.pk}/",
        "/staff/users/new/",
        f"/staff/groups/edit/{group.pk}/",
        f"/staff/groups/delete/{group.pk}/",
        f"/staff/bulk/identity/person/assign_role/?id={me.pk}",
        f"/staff/bulk/identity/person/set_active_state/?id={customer.pk}",
        f"/staff/bulk/identity/person/delete/?id={customer.pk}",
    ):
        assert admin.post(address, {**fields, "email": "new@example.com", "name": "x"}).status_code == 404, address

    customer.refresh_from_db(), me.refresh_from_db()
    assert (customer.password, set(group.permissions.values_list("pk", flat=True))) == before
    assert (me.is_superuser, customer.is_staff) == (False, False)
    assert not Person.objects.filter(email="new@example.com").exists()


@pytest.mark.parametrize("role", [role for role in ROLES if role not in {"product", "marketing"}])
def test_roles_without_media_reach_no_pictures_and_documents(staff: Sign, shop: Shop, role: str) -> None:
    client = staff(role)
    png = SimpleUploadedFile("a.png", b"\x89PNG", "image/png")
    for address in ("/staff/images/", "/staff/documents/", "/staff/images/add/", "/staff/documents/add/"):
        assert client.get(address).status_code in {302, 403, 404}, address
        assert client.post(address, {"title": "x", "file": png}).status_code in {302, 403, 404, 405}, address
    for kind in ("images", "documents"):
        assert client.post(f"/staff/{kind}/chooser/create/", {"title": "x"}).status_code in {302, 403, 404}
    assert client.get("/staff/tag-autocomplete/identity/person/?term=a").status_code in {302, 403, 404}


def test_an_administrator_leaves_people_with_all_rights_alone(staff: Sign, shop: Shop) -> None:
    owner = add_person("owner@example.com", is_staff=True, is_superuser=True)
    fields = {"language": "en", "first_name": "Taken", "roles": ["warehouse"]}

    assert send(staff("admin"), reverse("backoffice:edit_staff", args=[owner.uuid]), **fields).status_code == 422

    owner.refresh_from_db()
    assert (owner.first_name, owner.groups.count(), owner.is_superuser) == ("Owner", 0, True)


def test_nobody_gives_what_they_do_not_hold(staff: Sign, shop: Shop) -> None:
    person = add_person("someone@example.com")
    keeper = staff("warehouse", permissions=("auth.change_group",))
    address = reverse("backoffice:edit_staff", args=[person.uuid])

    assert send(keeper, address, language="en", roles=["finance"]).status_code == 422
    assert send(keeper, address, language="en", roles=["admin"]).status_code == 422
    assert person.groups.count() == 0
    assert send(keeper, address, language="en", roles=["warehouse"]).status_code == 302
    assert list(person.groups.values_list("name", flat=True)) == ["warehouse"]


def test_what_staff_send_beside_the_form_counts_for_nothing(staff: Sign, shop: Shop) -> None:
    person = _with_password("someone@example.com")
    before = person.password
    fields = {"language": "en", "roles": ["sales"], "is_superuser": "on", "password": "x", "user_permissions": "1"}

    assert send(staff("admin"), reverse("backoffice:edit_staff", args=[person.uuid]), **fields).status_code == 302

    person.refresh_from_db()
    assert (person.is_superuser, person.password, person.user_permissions.count()) == (False, before, 0)


def test_a_mail_that_lets_its_reader_in_is_not_shown(staff: Sign, shop: Shop) -> None:
    mail = SentMail.objects.create(
        template="password_reset", language="en", recipient="owner@example.com", subject="New password",
        html="<a href='https://shop.example/secret-token'>", text="secret-token", queued_at=clock.now(),
    )  # fmt: skip
    for role in ("sales", "finance", "service", "admin"):
        page = staff(role).get(reverse("backoffice:mail", args=[mail.uuid]))
        assert (page.status_code, "secret-token" in page.content.decode()) == (200, False)


def test_no_screen_shows_how_a_password_is_kept(staff: Sign, records: dict[str, Any], shop: Shop) -> None:
    person = _with_password("kept@example.com")
    kept = person.password.rsplit("$", 1)[-1]
    admin = staff("admin")
    addresses = [
        reverse("backoffice:person", args=[person.uuid]),
        reverse("backoffice:edit_staff", args=[person.uuid]),
        f"{reverse('staff_people:index')}?q=kept",
        f"{reverse('staff_people:index')}?ordering=password",
        f"{reverse('staff_people:index')}?export=csv",
        reverse("staff_audit:index"),
    ]
    for address in addresses:
        page = admin.get(address)
        content = b"".join(page.streaming_content) if page.streaming else page.content
        assert page.status_code == 200
        assert kept not in content.decode("utf-8-sig"), address
