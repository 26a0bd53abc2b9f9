"""Customers, their agreements, and the people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.lists.orders import OrderList
from truso.backoffice.pages import page
from truso.backoffice.times import staff_today
from truso.backoffice.words import language, offer_text, outcome_text
from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import normalize_code
from truso.kernel.quantity import parse_quantity
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.operations import end_agreement, put_in_force
from truso.modules.catalog.models import Variant
from truso.modules.customers.models import Customer
from truso.modules.customers.queries import hat_of_customer, make_buyer
from truso.modules.identity.models import Person
from truso.modules.identity.words import role_name
from truso.modules.markets.queries import market_for_buyer
from truso.modules.orders.models import Order
from truso.modules.pricing.queries import price_basket
from truso.modules.pricing.values import Basket, BasketLine, PricedLine
from truso.platform import clock
from truso.processes.credit import credit_of
from truso.processes.staff_sentences import WORDS

LATEST = 10


@dataclass(frozen=True, slots=True)
class ExplainedPrice:
    """A customer's price of an article, and every source that was looked at."""

    variant: Variant
    line: PricedLine
    offers: list[dict[str, Any]]


def buyer_for(customer: Customer) -> Buyer:
    """Return the Buyer a customer is, seen by staff: what it would be offered now."""
    return make_buyer(
        market=market_for_buyer(customer.market), language=language(), now=clock.now(), hat=hat_of_customer(customer.pk)
    )


@staff_screen("customers.view_customer")
def show_customer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a customer: terms, credit, people, addresses, agreements, latest orders, and why a price is what it is."""
    customer = (
        Customer.objects.filter(uuid=uuid)
        .select_related("market", "parent", "payment_term", "contact_person", "consumer_person")
        .first()
    )
    if customer is None:
        raise Http404
    words = request.GET.get("sku", "").strip()[:60]
    explained, problems = _explain(customer, words, request.GET.get("quantity", "1")) if words else (None, [])
    context = {
        "customer": customer,
        "credit": credit_of(customer.pk, staff_today()) if request.user.has_perm("receivables.view_openitem") else None,
        "members": list(customer.memberships.select_related("person").order_by("-is_active", "id")[:50]),
        "addresses": list(customer.addresses.filter(is_active=True)[:20]),
        "agreements": list(customer.agreements.order_by("-valid_from")[:10]),
        "segments": list(customer.segments.all()),
        "orders": list(Order.objects.filter(customer=customer).order_by("-placed_at")[:LATEST]),
        "words": words,
        "quantity": request.GET.get("quantity", "1"),
        "explained": explained,
        "problems": problems,
        "orders_url": f"{OrderList.name}/?customer={customer.pk}",
    }
    return page(request, "customer.html", customer.name, [(_("Customers"), "staff_customers:index")], context)


def _explain(customer: Customer, words: str, typed: str) -> tuple[ExplainedPrice | None, list[str]]:
    variant = Variant.objects.filter(sku_normalized=normalize_code(words)).select_related("product").first()
    quantity = parse_quantity(typed[:20])
    if variant is None:
        return None, [_(WORDS["sku_not_found"]) % {"sku": words}]
    if quantity is None or quantity <= 0:
        return None, [_(WORDS["quantity_invalid"]) % {"typed": typed[:20]}]
    basket = price_basket(buyer_for(customer), Basket((BasketLine("1", variant.pk, quantity),)))
    line = basket.line("1")
    if line is None:
        return None, [_("Nobody has a price for this article.")]
    offers = [
        {
            "source": offer_text(offer.source),
            "name": offer.name,
            "amount": offer.amount,
            "minimum_quantity": offer.minimum_quantity,
            "percent": offer.percent,
            "outcome": outcome_text(offer.outcome),
            "won": offer.outcome == "won",
        }
        for offer in line.explanation
    ]
    return ExplainedPrice(variant, line, offers), []


@staff_screen("agreements.view_agreement")
def show_agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an agreement, with what can be done with it."""
    agreement = _agreement(uuid)
    title = _("Agreement %(number)s") % {"number": agreement.number}
    return page(
        request, "agreement.html", title, [(_("Agreements"), "staff_agreements:index")], {"agreement": agreement}
    )


def _agreement(uuid: UUID) -> Agreement:
    found = (
        Agreement.objects.filter(uuid=uuid)
        .select_related("customer", "price_list", "payment_term", "delivery_method", "assortment", "contact", "owner")
        .first()
    )
    if found is None:
        raise Http404
    return found


@staff_screen("agreements.change_agreement", "POST")
def start_agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put a draft in force."""
    agreement = _agreement(uuid)
    problems = act_once(
        request,
        lambda: put_in_force(agreement=Agreement.objects.select_for_update().get(pk=agreement.pk)),
        done=_("The agreement is in force."),
    )
    tell(request, problems)
    return redirect("backoffice:agreement", uuid=uuid)


@staff_screen("agreements.change_agreement", "POST")
def stop_agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """End an agreement that is in force."""
    agreement = _agreement(uuid)
    problems = act_once(
        request,
        lambda: end_agreement(agreement=Agreement.objects.select_for_update().get(pk=agreement.pk)),
        done=_("The agreement has ended."),
    )
    tell(request, problems)
    return redirect("backoffice:agreement", uuid=uuid)


@staff_screen("identity.view_person")
def show_person(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a person: how to reach them, for whom they buy, what they may do as staff."""
    person = Person.objects.filter(uuid=uuid).first()
    if person is None:
        raise Http404
    context = {
        "person": person,
        "memberships": list(person.memberships.select_related("customer")),
        "consumer": Customer.objects.filter(consumer_person=person).first(),
        "roles": [role_name(name) for name in person.groups.values_list("name", flat=True)],
    }
    return page(request, "person.html", str(person), [(_("People"), "staff_people:index")], context)
