"""Let the demo shop's last days happen: orders in every state, so that staff and customers find work waiting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from demo.load import DemoShop
from demo.load.acts import Acts
from demo.people import THREE_HATS
from truso.modules.orders.models import Order

ZONE = ZoneInfo("Europe/Oslo")
DAYS = 3
OLA, HANNE = "ola.myhre@fjordverk.example", "hanne.dahl@fjordverk.example"
LISE, JOHAN, PIOTR = "lise.berge@fjordverk.example", "johan.ek@vmv.example", "piotr.kaczmarek@nadwislanska.example"
OSKAR, LINNEA, AGNIESZKA = (f"{name}@privat.example" for name in ("oskar.nyman", "linnea.oberg", "agnieszka.pawlak"))
GUEST = {
    "email": "torunn.skaret@post.example", "name": "Torunn Skaret", "phone": "+47 22 00 90 01", "street": "Elveveien 6",
    "postcode": "3256", "city": "Larvik",
}  # fmt: skip
Clock = Callable[[str], datetime]


def opening(now: datetime) -> datetime:
    """Return when the last days begin: history ends there, so that the series of documents go on in the order of time."""
    return _working_day(now, DAYS)("05:30")


def load_live(*, now: datetime, shop: DemoShop) -> None:
    """Let the last three working days happen, in the order of time. Not within a transaction: cards are paid."""
    acts = Acts(shop)
    third, second, first = (_working_day(now, back) for back in (3, 2, 1))
    swedish, jacket = _three_days_ago(acts, third)
    guest, lamp = _two_days_ago(acts, second, swedish)
    _yesterday(acts, first, guest, lamp)
    _come_back(acts, first, swedish, jacket)
    _leave_open(acts, first)


def _working_day(now: datetime, back: int) -> Clock:
    """Return a way to say `08:20` on the working day so many working days before today."""
    day = now.astimezone(ZONE).date()
    while back:
        day -= timedelta(days=1)
        back -= day.weekday() < 5
    return lambda at: datetime.combine(day, time.fromisoformat(at), ZONE)


def _three_days_ago(acts: Acts, at: Clock) -> tuple[Order, Order]:
    """Place what will be sent in two parts, what a company and what a private customer will send back."""
    with acts.at(at("08:20")):
        partly = acts.order(
            acts.buyer(OLA, "fjordverk"),
            [("anchor-bolt-zinc", 1, 2), ("bolt-4017-88-zn", 12, 2), ("hivis-vest", 2, 4), ("disc-cutting", 1, 25)],
            po_number="PO-48120", reference="P-2201 Sørkaia", instructions="Ring 30 minutter før levering.",
        )  # fmt: skip
    with acts.at(at("10:05")):
        swedish = acts.order(
            acts.buyer(JOHAN, "verkstaden"), [("bolt-4762-129", 8, 2), ("drill-cobalt", 3, 6), ("washer-7089-a2", 4, 1)],
            po_number="7714-221", reference="Förråd",
        )  # fmt: skip
    with acts.at(at("11:40")):
        jacket = acts.order(
            acts.buyer(THREE_HATS), [("jacket-softshell", 3, 1), ("socks-work", 0, 1)], delivery="pickup"
        )
    with acts.at(at("12:30")):
        first_part = acts.pick(partly, {1: Decimal(100), 2: Decimal(200)})
    with acts.at(at("13:05")):
        acts.send(first_part, packages=2)
    with acts.at(at("15:50")):
        acts.send(acts.pick(jacket))
    return swedish, jacket


def _two_days_ago(acts: Acts, at: Clock, swedish: Order) -> tuple[Order, Order]:
    """Send goods to Sweden and Poland; let an order be approved, another rejected; take private orders by card."""
    with acts.at(at("07:40")):
        acts.send(acts.pick(swedish))
    with acts.at(at("07:55")):
        polish = acts.order(
            acts.buyer(PIOTR, "budowa"), [("screw-deck-coated", 2, 2), ("sealant-ms", 1, 12), ("work-light", 0, 1)],
            po_number="ZAM/311", reference="Osiedle Lipowe",
        )  # fmt: skip
    with acts.at(at("09:10")):
        approved = acts.order(
            acts.buyer(OLA, "fjordverk"), [("rotary-hammer-18v", 1, 2), ("battery-18v", 2, 4), ("drill-sds", 3, 10)],
            po_number="PO-48126", reference="P-2214 Sølvskolen",
        )  # fmt: skip
    with acts.at(at("09:50")):
        acts.decide(acts.buyer(HANNE, "fjordverk"), approved, approved=True, comment="Greit, sett det på Sølvskolen.")
    with acts.at(at("11:20")):
        dear = acts.order(
            acts.buyer(THREE_HATS, "fjordverk"), [("workbench", 1, 2), ("tool-trolley", 0, 1)],
            po_number="PO-48127", reference="Verksted",
        )  # fmt: skip
    with acts.at(at("12:05")):
        acts.decide(
            acts.buyer(HANNE, "fjordverk"), dear, approved=False, comment="Vi har to ledige benker i Kongsberg. Bruk dem først."
        )  # fmt: skip
    with acts.at(at("14:10")):
        acts.send(acts.pick(polish))
    with acts.at(at("18:35")):
        guest = acts.order(
            acts.guest("no", "nb"), [("drill-driver-18v", 1, 1), ("bit-set", 0, 1), ("glasses", 0, 1)], **GUEST
        )
    with acts.at(at("20:15")):
        acts.order(acts.buyer(OSKAR), [("screw-deck-a4", 1, 2), ("bits-torx-25", 2, 1)])
    with acts.at(at("21:10")):
        lamp = acts.order(acts.buyer(LINNEA), [("desk-lamp", 0, 1)])
    return guest, lamp


def _yesterday(acts: Acts, at: Clock, guest: Order, lamp: Order) -> None:
    """Send the guest's order, cancel another, book payments from the bank, and leave orders to pick."""
    with acts.at(at("07:30")):
        acts.send(acts.pick(guest))
    with acts.at(at("07:45")):
        acts.cancel(acts.buyer(LINNEA), lamp)
    with acts.at(at("08:15")):
        acts.pay(acts.shop.parties.companies["budowa"], Decimal("0.40"))
        acts.pay(acts.shop.parties.companies["verkstaden"], Decimal(1))
    with acts.at(at("09:30")):
        van = acts.order(
            acts.buyer(LISE, "fjordverk-service"), [("screwdriver-vde", 3, 2), ("glove-assembly", 2, 12), ("tape-masking", 1, 6)],
            po_number="S-1207", reference="Servicebil 1",
        )  # fmt: skip
    with acts.at(at("14:45")):
        acts.pick(van)


def _come_back(acts: Acts, at: Clock, swedish: Order, jacket: Order) -> None:
    """Announce a company's return, and receive a private one: the jacket was too small."""
    with acts.at(at("15:10")):
        acts.announce(acts.buyer(JOHAN, "verkstaden"), swedish, 2, Decimal(2), "wrong_item")
        record = acts.announce(acts.buyer(THREE_HATS), jacket, 1, Decimal(1), "wrong_size")
    with acts.at(at("15:25")):
        acts.receive(record)


def _leave_open(acts: Acts, at: Clock) -> None:
    """Leave two orders to the approver, a Polish one to be picked, and filled carts behind."""
    with acts.at(at("15:35")):
        acts.order(
            acts.buyer(OLA, "fjordverk"), [("circular-saw-18v", 1, 2), ("saw-blade-wood", 2, 4), ("work-light", 1, 2)],
            po_number="PO-48133", reference="P-2201 Sørkaia",
        )  # fmt: skip
    with acts.at(at("15:50")):
        acts.order(
            acts.buyer(OLA, "fjordverk"), [("hivis-jacket", 2, 6), ("shoe-low-s3", 4, 6), ("helmet", 0, 6)],
            po_number="PO-48134", reference="P-2214 Sølvskolen", instructions="Lossing kun på nordsiden.",
        )  # fmt: skip
    with acts.at(at("16:20")):
        acts.fill(acts.buyer(OLA, "fjordverk"), [("bolt-4017-a4", 10, 1), ("nut-4032-a4", 4, 1), ("cable-drum", 0, 1)])
    with acts.at(at("19:40")):
        acts.fill(acts.buyer(THREE_HATS), [("trousers-service", 4, 1), ("first-aid-kit", 0, 1)])
    with acts.at(at("20:55")):
        acts.order(acts.buyer(AGNIESZKA), [("chair-office", 0, 1), ("desk-lamp", 1, 1)])
