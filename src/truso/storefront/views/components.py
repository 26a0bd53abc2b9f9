"""The page of components, for those who build pages."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from truso.platform.access import Access
from truso.storefront.availability import AvailabilityView
from truso.storefront.cards import PriceView, ProductCard
from truso.storefront.listing.paging import PageLinks
from truso.storefront.listing.view import ListColumn
from truso.storefront.views.pages import render_page

LONG = "Selvborende skrue med sekskanthode og tetningsskive for tak og fasade i aluminium, lakkert i valgfri farge, esker med 250"


def _card(number: int, name: str, price: PriceView | None, kind: str, text: str, badge: str = "") -> ProductCard:
    return ProductCard(
        variant_id=number, uuid=UUID(int=number), sku=f"10{number:05d}", name=name, label="M8×40", url="#", brand="Boltvik",
        picture=None, price=price, availability=AvailabilityView(text, kind), badge=badge, choices_note="",
        steps_hint="from 500: 55,40 kr" if number == 1 else "", specs=("M8", "40"), minimum=Decimal(100), multiple=Decimal(100),
        maximum=None, quantity_label="Quantity", quantity_text="100", is_orderable=price is not None,
    )  # fmt: skip


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    plain = PriceView("58,32 kr", "per 100 pcs", "excl. VAT")
    reduced = PriceView("1 272,00 kr", "", "incl. VAT", before="1 590,00 kr", percent=20)
    huge = PriceView("123 456 789,00 kr", "per 1 000 pcs", "excl. VAT", from_many=True)
    return render_page(
        request,
        "storefront/components.html",
        {
            "countries": [("NO", "Norge"), ("SE", "Sverige"), ("PL", "Polska")],
            "prices": [(plain, ""), (reduced, "card"), (huge, "large"), (None, "")],
            "availabilities": [
                AvailabilityView("1 240 pcs in stock", "now"), AvailabilityView("Ships Tuesday 3 December", "soon"),
                AvailabilityView("Out of stock", "never"),
            ],
            "problems": ["Purchase order number is missing", "Line 3: sold in multiples of 100"],
            "cards": [
                _card(1, "Sekskantskrue ISO 4017", plain, "now", "36 200 pcs in stock"),
                _card(2, LONG, reduced, "soon", "Ships Tuesday 3 December", "−20 %"),
                _card(3, "Vinkelsliper 125 mm", huge, "now", "In stock"),
                _card(4, "Discontinued article", None, "never", "Discontinued"),
            ],
            "columns": [ListColumn("Thread", "?sort=attribute:thread", "ascending"), ListColumn("Length (mm)")],
            "crumbs": [("Fasteners", "#"), ("Hexagon bolts", "")], "pages": PageLinks(7, 23),
            "tabs": [
                {"name": "Orders", "url": "#", "is_current": True, "count": 12}, {"name": "Invoices", "url": "#"},
                {"name": "Addresses", "url": "#"},
            ],
            "steps": [
                {"name": "Ordered", "note": "2 Dec", "state": "done"}, {"name": "Approved", "note": "2 Dec", "state": "done"},
                {"name": "Picked", "state": "current"}, {"name": "Shipped", "state": ""}, {"name": "Invoiced", "state": ""},
            ],
            "entries": [
                {"title": "Order placed", "text": "By Kari Nordmann", "at": "2 Dec 09:14", "kind": "good"},
                {"title": "Waits for approval", "text": "Over the limit of 20 000,00 kr", "at": "2 Dec 09:14", "kind": "warning"},
                {"title": "Payment failed", "text": "", "at": "2 Dec 09:20", "kind": "problem"},
            ],
        },
    )  # fmt: skip


components.access = Access("demo")  # type: ignore[attr-defined]
