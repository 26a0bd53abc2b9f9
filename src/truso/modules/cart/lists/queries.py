"""The lists a hat may see: its own, and those its company (or one above it) shares."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound
from truso.kernel.value import Value
from truso.modules.cart.models import ArticleList

Kind, Sharing = ArticleList.Kind, ArticleList.Sharing

_LINES = """
select id, uuid, variant_id, quantity, minimum, reference, piece from cart_articlelistline where list_id = %s
order by position, id
"""
_FAVORITES = """
select l.variant_id from cart_articlelist r join cart_articlelistline l on l.list_id = r.id
where r.kind = 'favorites' and r.customer_id = %s and r.person_id = %s
"""


class ListItem(Value, frozen=True):
    """A line of a list as it stands in the database."""

    id: int
    uuid: UUID
    variant_id: int
    quantity: Decimal
    minimum: Decimal | None
    reference: str
    piece: int


def visible_to(buyer: Buyer) -> Q:
    """Return the filter of the lists a hat may see; none for visitors.

    Shared lists are seen by the colleagues, and by those of the companies below.
    """
    if buyer.customer is None or buyer.person_id is None:
        return Q(pk__in=[])
    own = Q(customer_id=buyer.customer.id, person_id=buyer.person_id)
    shared = Q(customer_id__in=buyer.customer.ids, sharing__in=(Sharing.USED, Sharing.EDITED))
    return own | shared


def list_lists(buyer: Buyer, kind: str = "") -> QuerySet[ArticleList]:
    """Return the lists of a hat with the number of their lines (`line_count`), the latest first, to be sliced."""
    found = ArticleList.objects.filter(visible_to(buyer)).select_related("person", "taken_by", "address", "customer")
    if kind:
        found = found.filter(kind=kind)
    return found.annotate(line_count=Count("lines")).order_by("-updated_at", "-id")


def get_list(buyer: Buyer, uuid: UUID) -> ArticleList:
    """Return one of the lists a hat may see; raises NotFound alike for unknown and foreign ones."""
    found = (
        ArticleList.objects.filter(visible_to(buyer), uuid=uuid)
        .select_related("person", "taken_by", "address", "customer")
        .first()
    )
    if found is None:
        raise NotFound("list")
    return found


def get_own_list(buyer: Buyer, uuid: UUID, *, managed: bool = False) -> ArticleList:
    """Return a list the hat may change (or rename, share and remove); raises NotFound for any other."""
    found = get_list(buyer, uuid)
    if not (may_manage if managed else may_change)(buyer, found):
        raise NotFound("list")
    return found


def may_change(buyer: Buyer, kept: ArticleList) -> bool:
    """Tell whether a hat may change a list it sees: its own, one shared for that, or as the company's administrator."""
    if buyer.customer is None or kept.customer_id != buyer.customer.id:
        return False
    if kept.person_id == buyer.person_id:
        return True
    return kept.sharing == Sharing.EDITED or (kept.sharing == Sharing.USED and buyer.can(Right.MANAGE_MEMBERS))


def may_manage(buyer: Buyer, kept: ArticleList) -> bool:
    """Tell whether a hat may rename, share or remove a list: its owner, or the company's administrator of a shared one."""
    if buyer.customer is None or kept.customer_id != buyer.customer.id:
        return False
    return kept.person_id == buyer.person_id or (kept.sharing != Sharing.PRIVATE and buyer.can(Right.MANAGE_MEMBERS))


def items_of(kept: ArticleList) -> list[ListItem]:
    """Return a list's lines in their order."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, [kept.pk])
        return [ListItem(*row) for row in cursor.fetchall()]


def favorites_of(buyer: Buyer) -> frozenset[int]:
    """Return the variants among a hat's favorites, once per request; none for visitors."""
    if buyer.customer is None or buyer.person_id is None:
        return frozenset()
    if "favorites" not in buyer.memo:
        with connection.cursor() as cursor:
            cursor.execute(_FAVORITES, [buyer.customer.id, buyer.person_id])
            buyer.memo["favorites"] = frozenset(row[0] for row in cursor.fetchall())
    return buyer.memo["favorites"]  # type: ignore[no-any-return]


def writable_lists(buyer: Buyer, *, limit: int = 20) -> list[ArticleList]:
    """Return the lists a hat may put articles into, the latest first; favorites are not among them."""
    if buyer.customer is None or buyer.person_id is None:
        return []
    mine = Q(person_id=buyer.person_id) | Q(sharing=Sharing.EDITED)
    if buyer.can(Right.MANAGE_MEMBERS):
        mine |= Q(sharing=Sharing.USED)
    found = ArticleList.objects.filter(mine, customer_id=buyer.customer.id, kind=Kind.LIST)
    return list(found.order_by("-updated_at", "-id")[:limit])
