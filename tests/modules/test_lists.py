"""Lists: kept by their owner, shared in the company with rights, never seen by another; carts put aside and taken over."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refused
from truso.modules.cart.lists.operations import (
    ListChange,
    ListFields,
    change_list_lines,
    put_cart_aside,
    put_in_list,
    remove_list,
    save_list,
    set_favorite,
    take_over,
)
from truso.modules.cart.lists.queries import favorites_of, get_list, items_of, list_lists, may_change, may_manage
from truso.modules.cart.models import ArticleList
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.cart.queries import find_cart, list_items
from truso.modules.catalog.models import Variant

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def goods(shop: Shop) -> tuple[Variant, Variant]:
    return shop.add_article("A1", stock="100"), shop.add_article("A2", stock="100")


class Firm:
    """A company with two orderers, an administrator and a subsidiary; and a stranger."""

    def __init__(self, shop: Shop) -> None:
        company = shop.company()
        child = shop.company("Child AS", parent=company)
        other = shop.company("Other AS")
        self.ola = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
        self.anne = shop.buyer(shop.member(company, "anne@example.com", "orderer"), company)
        self.admin = shop.buyer(shop.member(company, "admin@example.com", "admin"), company)
        self.child = shop.buyer(shop.member(child, "child@example.com", "orderer"), child)
        self.stranger = shop.buyer(shop.member(other, "other@example.com", "admin", "orderer"), other)


@pytest.fixture
def firm(shop: Shop) -> Firm:
    return Firm(shop)


def made(buyer: Buyer, *lines: tuple[Variant, str], sharing: str = "private", name: str = "Van") -> ArticleList:
    kept = save_list(buyer=buyer, fields=ListFields(name, sharing))
    return put_in_list(buyer=buyer, uuid=kept.uuid, lines=[NewLine(v.pk, D(q)) for v, q in lines]) if lines else kept


def content(kept: ArticleList) -> list[tuple[int, Decimal, str]]:
    return [(item.variant_id, item.quantity, item.reference) for item in items_of(kept)]


SEEN = {
    "private": {"ola"},
    "used": {"ola", "anne", "admin", "child"},
    "edited": {"ola", "anne", "admin", "child"},
}
CHANGED = {"private": {"ola"}, "used": {"ola", "admin"}, "edited": {"ola", "anne", "admin"}}
MANAGED = {"private": {"ola"}, "used": {"ola", "admin"}, "edited": {"ola", "admin"}}


@pytest.mark.parametrize("sharing", SEEN)
@pytest.mark.parametrize("who", ["ola", "anne", "admin", "child", "stranger"])
def test_who_sees_changes_and_manages_a_list(
    firm: Firm, goods: tuple[Variant, Variant], sharing: str, who: str
) -> None:
    kept = made(firm.ola, (goods[0], "2"), sharing=sharing)
    buyer: Buyer = getattr(firm, who)

    if who not in SEEN[sharing]:
        for act in (
            lambda: get_list(buyer, kept.uuid),
            lambda: put_in_list(buyer=buyer, uuid=kept.uuid, lines=[NewLine(goods[0].pk, D(1))]),
            lambda: change_list_lines(buyer=buyer, uuid=kept.uuid, changes=[]),
            lambda: remove_list(buyer=buyer, uuid=kept.uuid),
        ):
            with pytest.raises(NotFound):
                act()
        assert list(list_lists(buyer)) == []
    else:
        assert [one.uuid for one in list_lists(buyer)] == [kept.uuid]
        assert (may_change(buyer, kept), may_manage(buyer, kept)) == (who in CHANGED[sharing], who in MANAGED[sharing])
        if who not in CHANGED[sharing]:
            with pytest.raises(NotFound):
                put_in_list(buyer=buyer, uuid=kept.uuid, lines=[NewLine(goods[0].pk, D(1))])
        if who not in MANAGED[sharing]:
            with pytest.raises(NotFound):
                save_list(buyer=buyer, fields=ListFields("Mine now"), uuid=kept.uuid)
    assert content(kept) == [(goods[0].pk, 2, "")]


def test_the_same_article_and_reference_adds_up_and_pieces_stand_apart(
    shop: Shop, firm: Firm, goods: tuple[Variant, Variant]
) -> None:
    cable = shop.add_article("CABLE", unit="MTR", is_cut_to_length=True, quantity_multiple=D("0.1"))
    kept = made(firm.ola, (goods[0], "2"), (goods[0], "3"), (cable, "12.5"), (cable, "12.5"))

    put_in_list(buyer=firm.ola, uuid=kept.uuid, lines=[NewLine(goods[0].pk, D(1), "site"), NewLine(cable.pk, D(4))])

    assert content(kept) == [
        (goods[0].pk, 5, ""),
        (cable.pk, D("12.5"), ""),
        (cable.pk, D("12.5"), ""),
        (goods[0].pk, 1, "site"),
        (cable.pk, 4, ""),
    ]


def test_one_wrong_line_leaves_the_list_as_it_was(firm: Firm, goods: tuple[Variant, Variant]) -> None:
    kept = made(firm.ola, (goods[0], "2"))

    with pytest.raises(Refused) as refused:
        put_in_list(
            buyer=firm.ola,
            uuid=kept.uuid,
            lines=[
                NewLine(goods[1].pk, D(1)),
                NewLine(0, D(1), key="rows.2"),
                NewLine(goods[0].pk, D(0), key="rows.3"),
            ],
        )

    assert [(one.code, one.subject) for one in refused.value.refusals] == [
        ("article_not_found", "rows.2"),
        ("quantity_not_positive", "rows.3"),
    ]
    assert content(kept) == [(goods[0].pk, 2, "")]


def test_lines_are_changed_all_or_none(firm: Firm, goods: tuple[Variant, Variant]) -> None:
    kept = made(firm.ola, (goods[0], "2"), (goods[1], "1"))
    first, second = items_of(kept)
    good = ListChange(first.uuid, D(7), "shelf 3", D(4))

    with pytest.raises(Refused, match="quantity_not_positive"):
        change_list_lines(buyer=firm.ola, uuid=kept.uuid, changes=[good, ListChange(second.uuid, D(-1))])
    with pytest.raises(NotFound):
        change_list_lines(buyer=firm.ola, uuid=kept.uuid, changes=[good, ListChange(uuid4(), D(1))])
    assert content(kept) == [(goods[0].pk, 2, ""), (goods[1].pk, 1, "")]

    change_list_lines(buyer=firm.ola, uuid=kept.uuid, changes=[good, ListChange(second.uuid, D(0))])

    assert [(item.quantity, item.reference, item.minimum) for item in items_of(kept)] == [(7, "shelf 3", 4)]
    change_list_lines(buyer=firm.ola, uuid=kept.uuid, changes=[ListChange(first.uuid, forget_minimum=True)])
    assert items_of(kept)[0].minimum is None


def test_two_lines_cannot_become_the_same(firm: Firm, goods: tuple[Variant, Variant]) -> None:
    kept = made(firm.ola, (goods[0], "2"))
    put_in_list(buyer=firm.ola, uuid=kept.uuid, lines=[NewLine(goods[0].pk, D(1), "site")])
    line = items_of(kept)[1]

    with pytest.raises(Refused, match="article_repeated_in_list"):
        change_list_lines(buyer=firm.ola, uuid=kept.uuid, changes=[ListChange(line.uuid, reference="")])

    assert content(kept) == [(goods[0].pk, 2, ""), (goods[0].pk, 1, "site")]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (ListFields("  "), "field_required"),
        (ListFields("x" * 81), "text_too_long"),
        (ListFields("Van", project="x" * 101), "text_too_long"),
        (ListFields("Van", "everybody"), "sharing_unknown"),
        (ListFields("Van", address=UUID(int=7)), "address_not_found"),
    ],
)
def test_a_list_that_cannot_be_is_refused(firm: Firm, fields: ListFields, code: str) -> None:
    with pytest.raises(Refused, match=code):
        save_list(buyer=firm.ola, fields=fields)
    assert not ArticleList.objects.exists()


def test_a_private_hat_shares_with_nobody_and_a_visitor_keeps_nothing(shop: Shop) -> None:
    with pytest.raises(Refused, match="sharing_unknown"):
        save_list(buyer=shop.buyer(shop.consumer()), fields=ListFields("Garden", "used"))
    with pytest.raises(Refused, match="customer_required"):
        save_list(buyer=shop.visitor(), fields=ListFields("Garden"))


def test_a_foreign_address_is_refused_like_an_unknown_one(firm: Firm) -> None:
    foreign = firm.stranger.customer
    assert foreign
    from truso.modules.customers.models import Address

    address = Address.objects.filter(customer_id=foreign.id).first()
    assert address
    with pytest.raises(Refused, match="address_not_found"):
        save_list(buyer=firm.ola, fields=ListFields("Van", address=address.uuid))


def test_favorites_belong_to_a_hat_and_twice_is_once(shop: Shop, firm: Firm, goods: tuple[Variant, Variant]) -> None:
    for _ in range(2):
        set_favorite(buyer=firm.ola, variant_id=goods[0].pk, is_favorite=True)
    set_favorite(buyer=firm.ola, variant_id=goods[1].pk, is_favorite=True)
    assert (favorites_of(firm.ola), favorites_of(firm.anne)) == ({goods[0].pk, goods[1].pk}, frozenset())

    for _ in range(2):
        set_favorite(buyer=firm.ola, variant_id=goods[0].pk, is_favorite=False)

    assert favorites_of(firm.ola) == {goods[1].pk}
    assert ArticleList.objects.count() == 1
    with pytest.raises(Refused, match="article_not_found"):
        set_favorite(buyer=firm.ola, variant_id=0, is_favorite=True)


def test_favorites_are_one_list_by_the_database_too(firm: Firm, goods: tuple[Variant, Variant]) -> None:
    set_favorite(buyer=firm.ola, variant_id=goods[0].pk, is_favorite=True)
    kept = ArticleList.objects.get()
    with pytest.raises(IntegrityError, match="cart_list_one_favorites"), transaction.atomic():
        ArticleList.objects.create(
            customer=kept.customer,
            person=kept.person,
            kind="favorites",
            created_at=kept.created_at,
            updated_at=kept.created_at,
        )


def test_a_cart_put_aside_keeps_every_line_and_a_colleague_takes_it_over(
    shop: Shop, firm: Firm, goods: tuple[Variant, Variant]
) -> None:
    cable = shop.add_article("CABLE", unit="MTR", is_cut_to_length=True, quantity_multiple=D("0.1"))
    add_lines(
        buyer=firm.ola,
        lines=[NewLine(goods[0].pk, D(2), "site 1"), NewLine(cable.pk, D(3)), NewLine(cable.pk, D("1.5"))],
    )

    kept = put_cart_aside(buyer=firm.ola, name="Roof", sharing="used")

    assert list_items(find_cart(firm.ola)) == []
    assert content(kept) == [(goods[0].pk, 2, "site 1"), (cable.pk, 3, ""), (cable.pk, D("1.5"), "")]
    take_over(buyer=firm.anne, kept=get_list(firm.anne, kept.uuid))
    take_over(buyer=firm.admin, kept=get_list(firm.admin, kept.uuid))
    assert get_list(firm.ola, kept.uuid).taken_by_id == firm.anne.person_id
    with pytest.raises(Refused, match="cart_empty"):
        put_cart_aside(buyer=firm.ola, name="Roof")


def test_a_cart_can_be_kept_and_stay(firm: Firm, goods: tuple[Variant, Variant]) -> None:
    add_lines(buyer=firm.ola, lines=[NewLine(goods[0].pk, D(2))])
    kept = put_cart_aside(buyer=firm.ola, name="Copy", and_empty=False)
    assert len(list_items(find_cart(firm.ola))) == len(items_of(kept)) == 1


def test_a_long_list_costs_as_many_queries_as_a_short_one(shop: Shop, firm: Firm) -> None:
    kept = made(firm.ola, (shop.add_article("B0"), "1"))

    def statements(lines: list[NewLine]) -> int:
        with CaptureQueriesContext(connection) as caught:
            put_in_list(buyer=firm.ola, uuid=kept.uuid, lines=lines)
            items_of(kept)
        return len(caught)

    one = statements([NewLine(shop.variants["B0"].pk, D(1))])
    many = [NewLine(shop.add_article(f"C{number}").pk, D(1)) for number in range(50)]
    assert statements(many) == one
