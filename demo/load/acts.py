"""What people at the demo shop do, each act through the operation a page would call, at a moment of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from demo.load import DemoShop
from truso.kernel.buyer import Buyer
from truso.modules.approvals.queries import find_for_subject
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.customers.models import Customer
from truso.modules.customers.queries import list_addresses, list_hats, make_buyer
from truso.modules.fulfillment.models import Shipment
from truso.modules.invoicing.models import Invoice
from truso.modules.markets.queries import market_for_buyer
from truso.modules.orders.models import LineKind, Order
from truso.modules.payments.models import Payment
from truso.modules.payments.operations import answer_demo_charge
from truso.modules.receivables.models import OpenItem
from truso.modules.returns.models import Return
from truso.platform import clock
from truso.platform.database.transactions import Actor, write
from truso.platform.jobs.inline import run_due_jobs
from truso.processes.approve import decide_order
from truso.processes.checkout import review_checkout
from truso.processes.pay import finish_payment, register_invoice_payment, start_payment
from truso.processes.place_order import place_order
from truso.processes.returns import announce_return, receive_return
from truso.processes.review import CheckoutData
from truso.processes.ship import cancel_order, pick_order, ship

# (product, its how-manieth article, how many times the smallest quantity)
Wish = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of buyers and staff. Mails and other jobs an act leads to are done at its moment too."""

    shop: DemoShop

    @contextmanager
    def at(self, moment: datetime) -> Iterator[None]:
        """Let the acts within happen at a moment, with all that follows from them."""
        with clock.moved_to(moment):
            yield
            run_due_jobs()

    def buyer(self, email: str, company: str = "") -> Buyer:
        """Return a person in the hat of one of their companies, or shopping for themselves."""
        person = self.shop.parties.people[email]
        customer = self.shop.parties.companies[company] if company else self.shop.parties.consumers[email]
        hat = next(hat for hat in list_hats(person.pk) if hat.customer.id == customer.pk)
        return make_buyer(
            market=market_for_buyer(customer.market), language=person.language, now=clock.now(),
            person_id=person.pk, person_name=str(person), hat=hat,
        )  # fmt: skip

    def guest(self, market: str, language: str) -> Buyer:
        """Return a visitor who does not sign in."""
        found = market_for_buyer(self.shop.base.markets[market])
        return make_buyer(market=found, language=language, now=clock.now(), session_key="demo-guest")

    def fill(self, buyer: Buyer, wishes: Sequence[Wish]) -> None:
        """Put articles into the buyer's cart."""
        products = {product.code: product for product in self.shop.goods.catalog.products}
        chosen = [(products[code].variants[index], times) for code, index, times in wishes]
        lines = [
            NewLine(self.shop.goods.variants[variant.sku].pk, variant.minimum * times) for variant, times in chosen
        ]
        with write(_actor(buyer)):
            add_lines(buyer=buyer, lines=lines)

    def order(self, buyer: Buyer, wishes: Sequence[Wish], *, delivery: str = "home", **filled_in: str) -> Order:
        """Fill the cart and place the order: a company on invoice, everybody else by card, which the bank approves."""
        self.fill(buyer, wishes)
        payment = "invoice" if buyer.is_business else "card"
        data = CheckoutData(**{**self._contact(buyer), **filled_in}, payment=payment, terms_accepted=True)  # type: ignore[arg-type]
        offered = [option.code for option in review_checkout(buyer, data).delivery_options]
        data = replace(data, delivery=delivery if delivery in offered else offered[0])
        with write(_actor(buyer)):
            order = place_order(buyer=buyer, data=data)
        if not buyer.is_business:
            self._pay_by_card(order)
        return order

    def _contact(self, buyer: Buyer) -> dict[str, str]:
        if buyer.customer is None:
            return {}
        person = next(one for one in self.shop.parties.people.values() if one.pk == buyer.person_id)
        address = list_addresses(buyer)[0]
        return {"email": person.email, "name": str(person), "phone": person.phone, "address": str(address.uuid)}

    def _pay_by_card(self, order: Order) -> None:
        start_payment(order=order, return_url="/")
        payment = Payment.objects.get(subject_uuid=order.uuid)
        answer_demo_charge(reference=payment.gateway_reference, state="authorized")
        finish_payment(payment_uuid=payment.uuid)

    def decide(self, buyer: Buyer, order: Order, *, approved: bool, comment: str = "") -> None:
        """Approve or reject an order that waits."""
        request = find_for_subject(order.uuid)
        if request is None:
            raise LookupError(f"order {order.number} does not wait for approval")
        with write(_actor(buyer)):
            decide_order(buyer=buyer, request_uuid=request.uuid, approved=approved, comment=comment)

    def cancel(self, buyer: Buyer, order: Order) -> None:
        """Let the buyer cancel."""
        with write(_actor(buyer)):
            cancel_order(order_id=order.pk, by="buyer", person_id=buyer.person_id)

    def pick(self, order: Order, quantities: Mapping[int, Decimal] | None = None) -> Shipment:
        """Begin to pick an order: all of it, or quantities by the line's position."""
        lines = order.lines.filter(kind=LineKind.ITEM)
        wanted = {
            line.pk: quantities[line.position] if quantities else line.quantity
            for line in lines
            if not quantities or line.position in quantities
        }
        with write(Actor(staff_id=self._warehouse, label="staff")):
            return pick_order(
                order_id=order.pk, location=self.shop.base.locations[0], quantities=wanted, staff_id=self._warehouse
            )

    def send(self, shipment: Shipment, *, packages: int = 1) -> Invoice:
        """Send what was picked; it is invoiced with that."""
        tracking = "" if shipment.order.is_pickup else "37{:08d}"
        with write(Actor(staff_id=self._warehouse, label="staff")):
            return ship(
                shipment_id=shipment.pk, tracking_number=tracking.format(shipment.pk), packages=packages,
                staff_id=self._warehouse,
            )  # fmt: skip

    def announce(self, buyer: Buyer, order: Order, position: int, quantity: Decimal, reason: str) -> Return:
        """Announce that part of a line comes back."""
        line = order.lines.get(position=position)
        with write(_actor(buyer)):
            return announce_return(
                order_id=order.pk, lines=[(line.pk, quantity, reason)], by="buyer", person_id=buyer.person_id
            )

    def receive(self, record: Return) -> None:
        """Receive announced goods and credit them."""
        with write(Actor(staff_id=self._warehouse, label="staff")):
            receive_return(return_id=record.pk, location=self.shop.base.locations[0], staff_id=self._warehouse)

    def pay(self, customer: Customer, share: Decimal) -> None:
        """Register a share of a customer's invoice that is due first, as it came by the bank."""
        item = OpenItem.objects.filter(invoice__customer=customer, open_amount__gt=0).earliest("due_on", "pk")
        amount = (item.open_amount * share).quantize(Decimal("0.01"))
        with write(Actor(staff_id=self._finance, label="staff")):
            register_invoice_payment(
                invoice=item.invoice, amount=amount, currency=item.invoice.currency, method="bank", booked_on=_today(item.invoice),
                external_id=f"BANK-{item.invoice.number}-1",
            )  # fmt: skip

    @property
    def _warehouse(self) -> int:
        return self.shop.parties.people["jonas.eriksen@nordhavn.example"].pk

    @property
    def _finance(self) -> int:
        return self.shop.parties.people["tore.bakken@nordhavn.example"].pk


def _actor(buyer: Buyer) -> Actor:
    return Actor(person_id=buyer.person_id, customer_id=buyer.customer_id, label="storefront")


def _today(invoice: Invoice) -> date:
    return clock.now().astimezone(ZoneInfo(invoice.market.timezone)).date()
