"""Two full tenants, side by side, every text of which tells whose it is; and everybody who may come by."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client

from tests.access.kinds import RIGHTS, STAFF_ROLES
from tests.api.conftest import key_for
from tests.factories import LANGUAGES, START, Shop, add_person, checkout_fields, open_shop, texts
from truso.backoffice.roles import ensure_roles
from truso.kernel.references import Reference
from truso.modules.agreements.models import Agreement, AgreementFile
from truso.modules.cart.lists.operations import ListFields, put_in_list, save_list
from truso.modules.cart.models import ArticleList
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.cart.queries import find_cart
from truso.modules.catalog.models import (
    Assortment,
    AssortmentRule,
    AssortmentVariant,
    CustomerArticleNumber,
    Document,
    DocumentLink,
    Picture,
    ProductText,
    Selector,
    Variant,
)
from truso.modules.customers.models import Customer
from truso.modules.digital.operations import add_file
from truso.modules.identity.models import Person
from truso.modules.identity.operations import create_api_key
from truso.modules.inventory.models import StockItem
from truso.modules.invoicing.models import Invoice
from truso.modules.orders.models import Order
from truso.modules.output.models import SentMail
from truso.modules.output.operations import store_document
from truso.modules.payments.models import DemoCharge, Payment
from truso.modules.pricing.models import Price, PriceList
from truso.modules.search.models import Merchandising, Redirect, Synonym
from truso.modules.tax.models import ExemptionCertificate
from truso.platform import clock
from truso.platform.imports.models import ImportRun, PlannedChange
from truso.platform.sessions import HAT
from truso.processes.hand_over import hand_over
from truso.processes.pay import finish_payment
from truso.processes.place_order import place_order
from truso.processes.returns import announce_return
from truso.processes.review import CheckoutData
from truso.processes.ship import pick_order, ship

MARKERS = {"a": "YYTENANTAYY", "b": "ZZTENANTBZZ"}
COMPANY_ROLES = ("orderer", "approver", "finance", "receiver", "admin")


@dataclass
class Tenant:
    """A company with everything it can have. Each name is what an expectation's `about` may say."""

    company: Customer
    people: dict[str, Person]
    ids: dict[str, Any] = field(default_factory=dict)


@dataclass
class World:
    """Both tenants, and a browser (or key) for every kind of actor. Actors without a letter belong to A."""

    shop: Shop
    tenants: dict[str, Tenant]
    actors: dict[str, Client]
    key_headers: dict[str, str]


def build_world() -> World:
    """Build it all through the operations, committed."""
    with transaction.atomic():
        shop = open_shop()
        shop.add_article("COMMON", price="100", stock="1000")
        shared = ContentFile(b"%PDF-1.7 for everybody", name="common.pdf")
        shop.add_document(shop.variants["COMMON"].product, file=shared, size=22)
        ensure_roles()
    everybody = Assortment.objects.create(code="everybody", names=texts("Everybody"))
    AssortmentVariant.objects.create(assortment=everybody, variant=shop.variants["COMMON"])
    AssortmentRule.objects.create(assortment=everybody, market=shop.market)
    tenants = {letter: _tenant(shop, letter, everybody) for letter in MARKERS}
    company = tenants["a"].company
    child = shop.company(f"Child {MARKERS['a']}", parent=company)
    subsidiary = shop.member(child, "child-admin@example.com", "admin")
    people = {
        **tenants["a"].people,
        "consumer": shop.consumer(f"consumer-{MARKERS['a'].lower()}@example.com"),
        "subsidiary": subsidiary,
        "other_admin": tenants["b"].people["admin"],
        "deactivated": shop.member(company, "gone@example.com", *COMPANY_ROLES),
        "staff_without": _staff("nobody"),
        "staff_full": add_person("full@staff.example", is_staff=True, is_superuser=True),
        "staff_admin": _staff("admin"),
        **{f"staff_{role}": _staff(role) for role in STAFF_ROLES},
    }
    integrator = shop.member(company, f"erp-{MARKERS['a'].lower()}@example.com", "orderer", "finance", "admin")
    actors = {name: _browser(person) for name, person in people.items()}
    Person.objects.filter(pk=people["deactivated"].pk).update(is_active=False)
    return World(
        shop,
        tenants,
        {"anonymous": Client(raise_request_exception=False), "guest": Client(raise_request_exception=False), **actors},
        key_for(integrator, company).headers,
    )


def _staff(role: str) -> Person:
    person = add_person(f"{role}@staff.example", is_staff=True)
    if role == "nobody":
        from django.contrib.auth.models import Permission

        person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    else:
        person.groups.add(Group.objects.get(name=role))
    return person


def _browser(person: Person) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    hat = person.memberships.first()
    if hat:
        session = client.session
        session[HAT] = str(hat.customer.uuid)
        session.save()
    return client


@transaction.atomic
def _tenant(shop: Shop, letter: str, everybody: Assortment) -> Tenant:
    marker = MARKERS[letter]
    company = shop.company(f"Company {marker}")
    company.addresses.update(name=f"Address {marker}", street=f"Street {marker}", contact=f"Contact {marker}")
    people = {
        role: shop.member(
            company, f"{role}-{marker.lower()}@example.com", role, limit="1000000" if role != "orderer" else "500"
        )
        for role in COMPANY_ROLES
    }
    tenant = Tenant(company, people)
    _range(shop, letter, company, everybody, tenant)
    _orders(shop, letter, tenant)
    _guest(shop, letter, tenant)
    SentMail.objects.create(
        template="order_confirmation", language="en", recipient=f"to-{marker.lower()}@example.com", subject=f"Mail {marker}",
        html=f"<p>{marker}</p>", text=marker, queued_at=clock.now(),
    )  # fmt: skip
    first = company.addresses.get()
    tenant.ids |= {
        "address": first.uuid,
        "customer": company.uuid,
        "person": people["orderer"].uuid,
        "mail": SentMail.objects.latest("pk").uuid,
        "family": shop.family.pk,
        "assortment": Assortment.objects.get(code=f"range-{letter}").pk,
        "selector": Selector.objects.create(code=f"selector-{letter}", names=texts("Which"), category=shop.category).pk,
        **_agreement(company, marker),
        "certificate": _certificate(company, marker).uuid,
        "import_run": _import(marker).uuid,
        "plan": _plan(marker).uuid,
        "synonym": Synonym.objects.create(terms=[f"one {marker}", f"other {marker}"]).uuid,
        "redirect": Redirect.objects.create(text=marker, text_key=marker.lower(), target="/en/").uuid,
        "rule": Merchandising.objects.create(
            place="query", text=marker, text_key=marker.lower(), action="pin", product=shop.variants["COMMON"].product
        ).uuid,
        "list": _list(shop, people["admin"], company, marker).uuid,
    }
    return tenant


def _list(shop: Shop, person: Person, company: Customer, marker: str) -> ArticleList:
    buyer = shop.buyer(person, company)
    kept = save_list(buyer=buyer, fields=ListFields(f"List {marker}"))
    line = NewLine(shop.variants["COMMON"].pk, Decimal(2), f"Line {marker}")
    return put_in_list(buyer=buyer, uuid=kept.uuid, lines=[line])


def _import(marker: str) -> ImportRun:
    column = {"key": "sku", "heading": "sku", "samples": [f"S{marker}"]}
    return ImportRun.objects.create(
        target="products", file_name=f"{marker}.csv", size=9, sha256="0" * 64, by=f"By {marker}", created_at=START,
        look={"format": "csv", "columns": [column]}, mapping={"sku": "sku"},
    )  # fmt: skip


def _plan(marker: str) -> PlannedChange:
    return PlannedChange.objects.create(
        target="products", key={"sku": marker}, subject=marker, field="mpn", value=marker, at=START, state="cancelled",
        by=f"By {marker}", created_at=START,
    )  # fmt: skip


def _agreement(company: Customer, marker: str) -> dict[str, Any]:
    """Return an agreement in force that was sent and signed, with a file."""
    agreement = Agreement.objects.create(
        customer=company, number=f"AG-{marker}", title=f"Agreement {marker}", state=Agreement.State.ACTIVE,
        valid_from=START.date(), notes=f"Terms {marker}", sha256="0" * 64,
    )  # fmt: skip
    store_document(
        subject=Reference("agreement", agreement.uuid),
        kind="pdf",
        filename="agreement.pdf",
        content=f"%PDF-{marker}".encode(),
    )
    file = AgreementFile.objects.create(
        agreement=agreement, title=f"File {marker}", file=ContentFile(f"%PDF-{marker}".encode(), name="file.pdf"),
        sha256="0" * 64, added_at=START,
    )  # fmt: skip
    return {"agreement": agreement.uuid, "agreement_file": file.uuid}


def _certificate(company: Customer, marker: str) -> ExemptionCertificate:
    return ExemptionCertificate.objects.create(
        customer=company, number=f"CE-{marker}", country="NO", reason=f"Rule {marker}", valid_from=START.date(),
        file=ContentFile(f"%PDF-{marker}".encode(), name="proof.pdf"), created_at=START,
    )  # fmt: skip


def _range(shop: Shop, letter: str, company: Customer, everybody: Assortment, tenant: Tenant) -> None:
    """Give a company an article nobody else may see, at a price of its own, under a number of its own."""
    marker, slug = MARKERS[letter], f"own-{letter}"
    variant: Variant = shop.add_article(f"OWN-{letter.upper()}", price="900", stock="1000")
    for language in LANGUAGES:
        ProductText.objects.filter(product=variant.product, language=language).update(
            name=f"Secret {marker}",
            slug=f"{slug}-{language}",
            summary=f"Summary {marker}",
            description=f"Text {marker}",
        )
    own = Assortment.objects.create(code=f"range-{letter}", names=texts(f"Range {marker}"))
    for one in (variant, shop.variants["COMMON"]):
        AssortmentVariant.objects.create(assortment=own, variant=one)
    AssortmentRule.objects.create(assortment=own, customer=company)
    prices = PriceList.objects.create(
        code=f"list-{letter}", names=texts(f"Prices {marker}"), kind="contract", currency="NOK", customer=company
    )
    Price.objects.create(price_list=prices, variant=shop.variants["COMMON"], amount=Decimal(77))
    CustomerArticleNumber.objects.create(
        customer=company, variant=shop.variants["COMMON"], number=f"NR{marker}", number_normalized=f"NR{marker}"
    )
    picture = Picture.objects.create(
        file=ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", name=f"{slug}.svg"),
        content_type="image/svg+xml", width=9, height=9, sha256=letter * 64, alternative_texts=texts(f"Picture {marker}"),
    )  # fmt: skip
    document = Document.objects.create(
        type="data_sheet", language="en", title=f"Sheet {marker}", created_at=START,
        file=ContentFile(b"%PDF-1.7 " + marker.encode(), name=f"{slug}.pdf"), size=9,
    )  # fmt: skip
    DocumentLink.objects.create(document=document, product=variant.product)
    tenant.ids |= {
        "own_slug": f"{slug}-en",
        "own_sku": variant.sku,
        "product": variant.product.uuid,
        "variant": variant.uuid,
        "document": document.uuid,
        "picture": picture.uuid,
        "price_list": prices.uuid,
        "price_list_code": prices.code,
        "stock_item": StockItem.objects.filter(variant=variant).values_list("pk", flat=True).get(),
    }


def _manual(shop: Shop, letter: str, tenant: Tenant) -> Variant:
    """Add an article that is a file, for the tenant alone."""
    marker = MARKERS[letter]
    manual = shop.add_article(
        f"MANUAL-{letter.upper()}", price="50", stock="0", kind="digital", is_stocked=False, weight_kg=Decimal(0)
    )
    everybody = Assortment.objects.get(code="everybody")
    AssortmentVariant.objects.create(assortment=everybody, variant=manual)
    AssortmentVariant.objects.create(assortment=Assortment.objects.get(code=f"range-{letter}"), variant=manual)
    file = add_file(variant=manual, upload=ContentFile(marker.encode()), name=f"manual-{letter}.pdf")
    tenant.ids |= {"digital_variant": manual.uuid, "digital_file": file.uuid}
    return manual


def _fields(marker: str, **changes: str) -> CheckoutData:
    return CheckoutData.read(
        checkout_fields(
            name=f"Name {marker}", street=f"Street {marker}", email=f"mail-{marker.lower()}@example.com",
            po_number=f"PO {marker}", reference=f"Reference {marker}", instructions=f"Ring {marker}", **changes,
        )
    )  # fmt: skip


def _sent(shop: Shop, order: Order, marker: str) -> tuple[Any, Invoice]:
    line = order.lines.get(sku="COMMON")
    shipment = pick_order(order_id=order.pk, location=shop.main, quantities={line.pk: Decimal(1)}, staff_id=None)
    return shipment, ship(shipment_id=shipment.pk, tracking_number=f"T{marker}")


def _orders(shop: Shop, letter: str, tenant: Tenant) -> None:
    marker = MARKERS[letter]
    orderer = shop.buyer(tenant.people["orderer"], tenant.company)
    common, own = shop.variants["COMMON"], shop.variants[f"OWN-{letter.upper()}"]
    manual = _manual(shop, letter, tenant)
    add_lines(
        buyer=orderer,
        lines=[NewLine(common.pk, Decimal(2), reference=f"L{marker}"), NewLine(manual.pk, Decimal(1))],
    )
    order = place_order(buyer=orderer, data=_fields(marker, payment="invoice"))
    hand_over(order_id=order.pk)
    shipment, invoice = _sent(shop, order, marker)
    returned = announce_return(
        order_id=order.pk, lines=[(order.lines.get(sku="COMMON").pk, Decimal(1), "defect")], by="buyer", person_id=None
    )
    add_lines(buyer=orderer, lines=[NewLine(own.pk, Decimal(3))])
    waiting = place_order(buyer=orderer, data=_fields(marker, payment="invoice"))
    add_lines(buyer=orderer, lines=[NewLine(common.pk, Decimal(1), reference=f"C{marker}")])
    cart = find_cart(orderer)
    from truso.modules.approvals.models import ApprovalRequest

    tenant.ids |= {
        "order": order.uuid,
        "shipment": shipment.uuid,
        "invoice": invoice.uuid,
        "return_record": returned.uuid,
        "api_key": create_api_key(person=tenant.people["orderer"], name=f"Key {marker}", scopes=["orders"])[0].uuid,
        "approval": ApprovalRequest.objects.get(subject_uuid=waiting.uuid).uuid,
        "cart_line": cart.lines.get().uuid if cart else None,
    }


def _guest(shop: Shop, letter: str, tenant: Tenant) -> None:
    """Let a guest of the tenant's order and pay; the guest holds the link."""
    marker = MARKERS[letter]
    guest = shop.visitor(f"guest-{letter}")
    bought = [NewLine(shop.variants[sku].pk, Decimal(1)) for sku in ("COMMON", f"MANUAL-{letter.upper()}")]
    add_lines(buyer=guest, lines=bought)
    order = place_order(buyer=guest, data=_fields(marker, payment="card", withdrawal_waived="1"))
    payment = Payment.objects.get(subject_uuid=order.uuid)
    DemoCharge.objects.create(reference=str(payment.uuid), amount=payment.amount, currency="NOK", state="authorized")
    payment.gateway_reference = str(payment.uuid)
    payment.save()
    tenant.ids |= {"guest_order": order.uuid, "guest_payment": payment.uuid}


def finish_guests(world: World) -> None:
    """Pay and ship the guests' orders: calls go out of the house, so outside of any transaction."""
    for letter, tenant in world.tenants.items():
        finish_payment(payment_uuid=tenant.ids["guest_payment"])
        with transaction.atomic():
            order = Order.objects.get(uuid=tenant.ids["guest_order"])
            shipment, invoice = _sent(world.shop, order, MARKERS[letter])
            hand_over(order_id=order.pk)
        tenant.ids |= {"guest_shipment": shipment.uuid, "guest_invoice": invoice.uuid}


def rights_of(actor: str) -> frozenset[str]:
    """Return what an actor's hat may do; people without any hat are visitors who have signed in."""
    names = {"subsidiary": "admin", "other_admin": "admin", "key": "admin"}
    return RIGHTS.get(names.get(actor, actor), frozenset({"order"}))
