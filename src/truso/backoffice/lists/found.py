"""Finding related records first, few at a time, so that long tables are read by their indexes."""

from __future__ import annotations

from django.db.models import Q

from truso.kernel.identifiers import normalize_code
from truso.modules.catalog.models import ProductText, Variant
from truso.modules.customers.models import Customer
from truso.modules.identity.models import Person
from truso.modules.orders.models import OrderLine

MOST = 200


def customer_ids(words: str) -> list[int]:
    """Return customers by number, organization number, name or e-mail address."""
    found = Customer.objects.filter(
        Q(number__startswith=words)
        | Q(name__icontains=words)
        | Q(organization_number=words.replace(" ", ""))
        | Q(email__istartswith=words)
    )
    return list(found.order_by("pk").values_list("pk", flat=True)[:MOST])


def variant_ids(words: str) -> list[int]:
    """Return variants by article number, GTIN, maker's number or the product's name."""
    code = normalize_code(words)
    exact = Q(sku_normalized__startswith=code) | Q(gtin=code) | Q(mpn_normalized=code) if code else Q(pk__in=[])
    # Without an order: for one the database would walk all articles by their keys.
    found = sorted(Variant.objects.filter(exact).order_by().values_list("pk", flat=True)[:MOST])
    products = ProductText.objects.filter(name__icontains=words).values_list("product_id", flat=True)[:MOST]
    by_name = Variant.objects.filter(product_id__in=list(products)).order_by("pk").values_list("pk", flat=True)[:MOST]
    return list(dict.fromkeys([*found, *by_name]))


def order_ids_of_article(words: str) -> list[int]:
    """Return the latest orders that hold the article of exactly this number."""
    code = normalize_code(words)
    variants = list(Variant.objects.filter(sku_normalized=code).values_list("pk", flat=True)[:1]) if code else []
    if not variants:
        return []
    lines = OrderLine.objects.filter(variant_id=variants[0]).order_by("-order_id")
    return list(lines.values_list("order_id", flat=True)[: MOST * 5])


def find_person(email: str) -> Person | None:
    """Return the person of an e-mail address, whatever its case."""
    return Person.objects.filter(email__iexact=email.strip()).first() if email.strip() else None
