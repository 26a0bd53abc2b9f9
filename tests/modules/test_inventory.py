"""Stock as it is received, reserved, released, sent and counted: the entries are the truth, the balances follow."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Sum

from tests.factories import Shop
from truso.kernel.references import Reference
from truso.kernel.refusals import Refused
from truso.modules.catalog.models import Variant
from truso.modules.inventory.models import EntryKind, Location, Reservation, StockEntry, StockItem
from truso.modules.inventory.operations import (
    confirm_reservations,
    count_stock,
    receive_stock,
    release_reservations,
    reserve_stock,
    ship_stock,
)
from truso.modules.inventory.queries import availability_for
from truso.modules.inventory.rules import Wish
from truso.platform import clock
from truso.platform.events.models import OutboxEvent

pytestmark = pytest.mark.django_db
D = Decimal
ORDER_LINE = "order_line"


def reserve(variant: Variant, quantity: int, *, may_wait: bool = False, expires: bool = False) -> UUID:
    """Hold stock for a new order line and return its identity."""
    line = uuid4()
    wish = Wish(str(line), variant.pk, D(quantity), may_wait)
    until = clock.now() + timedelta(minutes=30) if expires else None
    reserve_stock(subject_kind=ORDER_LINE, wishes=[(line, wish)], expires_at=until)
    return line


def receive(location: Location, variant: Variant, quantity: int, subject: Reference | None = None) -> None:
    receive_stock(
        location_id=location.pk, subject=subject or Reference("receipt", uuid4()), lines=[(variant.pk, D(quantity))]
    )


def send(location: Location, variant: Variant, line: UUID, quantity: int) -> None:
    ship_stock(
        location_id=location.pk,
        reservation_kind=ORDER_LINE,
        subject=Reference("shipment", uuid4()),
        lines=[(line, variant.pk, D(quantity))],
    )


def balances() -> dict[str, tuple[Decimal, Decimal]]:
    """What each location has and holds; it must be what entries and reservations add up to."""
    found = {}
    for item in StockItem.objects.select_related("location"):
        own = {"variant": item.variant_id, "location": item.location_id}
        assert item.on_hand == (StockEntry.objects.filter(**own).aggregate(sum=Sum("quantity"))["sum"] or 0)
        assert item.reserved == (Reservation.objects.filter(**own).aggregate(sum=Sum("quantity"))["sum"] or 0)
        found[item.location.code] = (item.on_hand, item.reserved)
    return found


def last_announced() -> list[int]:
    event = OutboxEvent.objects.latest("id")
    assert (event.kind, event.aggregate) == ("StockChanged", f"stock:{UUID(int=0)}")
    return event.payload["variant_ids"]  # type: ignore[no-any-return]


def test_what_is_received_is_on_hand_entered_and_announced(shop: Shop) -> None:
    article = shop.add_article("A1", stock="10")
    receive(shop.main, article, 5)
    assert balances() == {"main": (15, 0)}
    assert [(one.kind, one.quantity) for one in StockEntry.objects.order_by("id")] == [("receipt", 10), ("receipt", 5)]
    assert last_announced() == [article.pk]


def test_lines_for_the_same_goods_are_one_entry(shop: Shop) -> None:
    article = shop.add_article("A1", stock="0")
    lines = [(article.pk, D(2)), (article.pk, D(3))]
    receive_stock(location_id=shop.main.pk, subject=Reference("receipt", uuid4()), lines=lines)
    assert balances() == {"main": (5, 0)}
    assert StockEntry.objects.get().quantity == 5


def test_the_same_receipt_is_received_once(shop: Shop) -> None:
    article, subject = shop.add_article("A1", stock="0"), Reference("receipt", uuid4())
    receive(shop.main, article, 5, subject)
    with pytest.raises(IntegrityError, match="stock_entry_once"), transaction.atomic():
        receive(shop.main, article, 5, subject)
    assert balances() == {"main": (5, 0)}


def test_a_return_is_entered_as_one(shop: Shop) -> None:
    article = shop.add_article("A1", stock="1")
    receive_stock(
        location_id=shop.second.pk,
        subject=Reference("return", uuid4()),
        lines=[(article.pk, D(1))],
        kind=EntryKind.RETURN,
    )
    assert balances() == {"main": (1, 0), "second": (1, 0)}
    assert StockEntry.objects.latest("id").kind == "return"


def test_stock_is_held_by_the_priority_of_its_locations(shop: Shop) -> None:
    article = shop.add_article("A1", stock="3")
    receive(shop.second, article, 5)
    reserve(article, 2)
    assert balances() == {"main": (3, 2), "second": (5, 0)}
    reserve(article, 3)  # whole from the second rather than one from the first
    assert balances() == {"main": (3, 2), "second": (5, 3)}
    reserve(article, 3)
    assert balances() == {"main": (3, 3), "second": (5, 5)}
    assert last_announced() == [article.pk]


def test_a_location_out_of_use_serves_nobody(shop: Shop) -> None:
    article = shop.add_article("A1", stock="3")
    Location.objects.filter(pk=shop.main.pk).update(is_active=False)
    with pytest.raises(Refused):
        reserve(article, 1)
    found = availability_for(None, [article.pk])[article.pk]
    assert (found.available, found.by_location) == (0, ())


def test_one_line_that_can_not_be_met_holds_nothing_for_the_others(shop: Shop) -> None:
    plenty, scarce = shop.add_article("A1", stock="10"), shop.add_article("A2", stock="1")
    wishes = [(uuid4(), Wish("lines.1", plenty.pk, D(4))), (uuid4(), Wish("lines.2", scarce.pk, D(2)))]
    with pytest.raises(Refused) as refused:
        reserve_stock(subject_kind=ORDER_LINE, wishes=wishes, expires_at=None)
    assert [(one.code, one.subject, dict(one.params)) for one in refused.value.refusals] == [
        ("out_of_stock", "lines.2", {"available": D(1), "wanted": D(2)})
    ]
    assert not Reservation.objects.exists()
    assert set(StockItem.objects.values_list("reserved", flat=True)) == {D(0)}


def test_a_line_that_may_wait_holds_what_there_is(shop: Shop) -> None:
    article = shop.add_article("A1", stock="3")
    reserve(article, 10, may_wait=True)
    reserve(article, 2, may_wait=True)
    assert balances() == {"main": (3, 3)}
    assert Reservation.objects.count() == 1


def test_what_is_released_is_free_again_once(shop: Shop) -> None:
    article = shop.add_article("A1", stock="3")
    line, other = reserve(article, 2), reserve(article, 1)
    for _time in range(2):
        release_reservations(subject_kind=ORDER_LINE, subject_uuids=[line, uuid4()])
        assert balances() == {"main": (3, 1)}
    assert Reservation.objects.get().subject_uuid == other


def test_a_confirmed_reservation_has_no_end(shop: Shop) -> None:
    article = shop.add_article("A1", stock="3")
    line, other = reserve(article, 1, expires=True), reserve(article, 1, expires=True)
    confirm_reservations(subject_kind=ORDER_LINE, subject_uuids=[line])
    ends = dict(Reservation.objects.values_list("subject_uuid", "expires_at"))
    assert ends[line] is None
    assert ends[other] is not None


def test_what_is_sent_uses_up_its_reservation(shop: Shop) -> None:
    article = shop.add_article("A1", stock="5")
    line = reserve(article, 3)
    send(shop.main, article, line, 2)
    assert balances() == {"main": (3, 1)}
    send(shop.main, article, line, 1)
    assert balances() == {"main": (2, 0)}
    assert [one.quantity for one in StockEntry.objects.filter(kind="shipment").order_by("id")] == [-2, -1]


def test_what_is_sent_from_elsewhere_gives_back_what_was_held(shop: Shop) -> None:
    article = shop.add_article("A1", stock="3")
    receive(shop.second, article, 3)
    line = reserve(article, 3)
    send(shop.second, article, line, 2)
    assert balances() == {"main": (3, 1), "second": (1, 0)}


def test_what_is_held_for_others_is_not_sent(shop: Shop) -> None:
    article = shop.add_article("A1", stock="5")
    reserve(article, 4)
    mine = reserve(article, 1)
    with pytest.raises(Refused) as refused:
        send(shop.main, article, mine, 2)
    assert [(one.code, dict(one.params)) for one in refused.value.refusals] == [
        ("not_on_hand", {"available": D(1), "wanted": D(2)})
    ]
    with pytest.raises(Refused):
        send(shop.second, article, mine, 1)
    assert balances() == {"main": (5, 5)}


@pytest.mark.parametrize(("counted", "entered"), [("7", "-3"), ("12.5", "2.5"), ("2", "-8")])
def test_a_count_enters_the_difference(shop: Shop, counted: str, entered: str) -> None:
    article = shop.add_article("A1", stock="10")
    reserve(article, 2)
    count_stock(location_id=shop.main.pk, variant_id=article.pk, counted=D(counted))
    assert balances() == {"main": (D(counted), 2)}
    assert StockEntry.objects.get(kind="count").quantity == D(entered)


def test_a_count_that_finds_what_was_there_enters_nothing(shop: Shop) -> None:
    article = shop.add_article("A1", stock="10")
    count_stock(location_id=shop.main.pk, variant_id=article.pk, counted=D(10))
    assert StockEntry.objects.count() == 1


@pytest.mark.parametrize("counted", ["1", "-1"])
def test_a_count_below_what_is_promised_is_refused(shop: Shop, counted: str) -> None:
    article = shop.add_article("A1", stock="10")
    reserve(article, 2)
    with pytest.raises(Refused, match="count_below_reserved"):
        count_stock(location_id=shop.main.pk, variant_id=article.pk, counted=D(counted))
    assert balances() == {"main": (10, 2)}


@pytest.mark.parametrize(
    ("statement", "guard"),
    [
        ("update inventory_stockitem set on_hand = -1, reserved = -1", "stock_"),
        ("update inventory_stockitem set on_hand = 1", "stock_reserved"),
        ("update inventory_stockitem set reserved = on_hand + 0.001", "stock_reserved"),
        ("update inventory_stockitem set reserved = -0.001", "stock_reserved"),
        ("update inventory_reservation set quantity = 0", "reservation_positive"),
        ("update inventory_stockentry set quantity = quantity + 1", "only grows"),
        ("delete from inventory_stockentry", "only grows"),
    ],
)
def test_the_tables_themselves_refuse_what_can_not_be(shop: Shop, statement: str, guard: str) -> None:
    reserve(shop.add_article("A1", stock="10"), 2)
    with pytest.raises(DatabaseError, match=guard), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert balances() == {"main": (10, 2)}


def test_availability_is_what_is_not_held_place_by_place(shop: Shop) -> None:
    article = shop.add_article("A1", stock="3", lead_days=4)
    receive(shop.second, article, 5)
    reserve(article, 2)
    nothing, endless = shop.add_article("A2", stock="0"), shop.add_article("A3", stock="0", is_stocked=False)
    found = availability_for(shop.visitor(), [article.pk, nothing.pk, endless.pk, 0])
    assert set(found) == {article.pk, nothing.pk, endless.pk}
    here = found[article.pk]
    assert (here.available, here.by_location) == (6, (("main", D(1)), ("second", D(5))))
    assert (here.covers(D(6)), here.covers(D(60))) == (True, True)  # the rest can be waited for
    assert (found[nothing.pk].is_available, found[nothing.pk].covers(D(1))) == (False, False)
    assert (found[endless.pk].is_available, found[endless.pk].covers(D(999))) == (True, True)


@pytest.mark.parametrize("count", [1, 50])
def test_availability_takes_one_query_for_one_article_and_for_fifty(
    shop: Shop, count: int, django_assert_num_queries: Any
) -> None:
    articles = [shop.add_article(f"A{number}", stock="1").pk for number in range(count)]
    with django_assert_num_queries(1):
        assert len(availability_for(None, articles)) == count
