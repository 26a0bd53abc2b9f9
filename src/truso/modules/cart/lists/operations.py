"""Every change of a list. Who may change which stands in `queries`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from django.db import connection
from django.db.models import Max

from truso.kernel.buyer import Buyer
from truso.kernel.quantity import MAX_QUANTITY
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.kernel.value import Value
from truso.modules.cart.lists.queries import Kind, Sharing, favorites_of, may_change, may_manage, visible_to
from truso.modules.cart.models import ArticleList, ArticleListLine, CartLine
from truso.modules.cart.operations import LineKey, NewLine, empty_cart, open_cart, save_checkout_data, with_keys
from truso.modules.catalog.articles import Article, articles_for
from truso.modules.customers.queries import get_address
from truso.platform import clock

MOST_LISTS = 500
MOST_LINES = 5000
NAME_LENGTH, PROJECT_LENGTH, REFERENCE_LENGTH = 80, 100, 100
_PUT = """
insert into cart_articlelistline (uuid, list_id, variant_id, quantity, minimum, reference, piece, position)
select gen_random_uuid(), %s, d.variant, d.quantity, null, d.reference, d.piece, d.position
from unnest(%s::bigint[], %s::numeric[], %s::text[], %s::bigint[], %s::bigint[])
  as d(variant, quantity, reference, piece, position)
on conflict (list_id, variant_id, reference, piece) do update set quantity = excluded.quantity
"""


class ListFields(Value, frozen=True):
    """What a list is called, who may use it, and the site or job it is for."""

    name: str
    sharing: str = Sharing.PRIVATE
    project: str = ""
    address: UUID | None = None


class ListChange(Value, frozen=True):
    """What becomes of a list's line; None leaves a value as it is, a quantity of 0 removes the line.

    `minimum` is what there should be on the shelf at least; `forget_minimum` takes it away.
    """

    uuid: UUID
    quantity: Decimal | None = None
    reference: str | None = None
    minimum: Decimal | None = None
    forget_minimum: bool = False


def save_list(*, buyer: Buyer, fields: ListFields, uuid: UUID | None = None) -> ArticleList:
    """Make a list, or rename and share one. Raises NotFound for one the hat may not manage.

    Refuses `field_required` for no name, `text_too_long`, `sharing_unknown` for a sharing there is not (a private hat has
    nobody to share with), `address_not_found`, and `lists_full` beyond 500 of one customer.
    """
    kept = _locked(buyer, uuid, managed=True) if uuid else _new(buyer)
    name, project = fields.name.strip(), fields.project.strip()
    wrong = _wrong_fields(buyer, kept, name, project, fields.sharing)
    if wrong:
        raise Refused(*wrong)
    kept.name, kept.project, kept.sharing = name, project, fields.sharing
    kept.address_id = _address(buyer, fields.address)
    kept.updated_at = clock.now()
    kept.save()
    return kept


def _new(buyer: Buyer) -> ArticleList:
    if buyer.customer is None or buyer.person_id is None:
        raise refuse("customer_required")
    if ArticleList.objects.filter(customer_id=buyer.customer.id).count() >= MOST_LISTS:
        raise refuse("lists_full", maximum=MOST_LISTS)
    now = clock.now()
    return ArticleList(customer_id=buyer.customer.id, person_id=buyer.person_id, created_at=now, updated_at=now)


def _wrong_fields(buyer: Buyer, kept: ArticleList, name: str, project: str, sharing: str) -> list[Refusal]:
    wrong = []
    if not name and kept.kind != Kind.FAVORITES:
        wrong.append(Refusal("field_required", subject="name"))
    for subject, text, most in (("name", name, NAME_LENGTH), ("project", project, PROJECT_LENGTH)):
        if len(text) > most:
            wrong.append(Refusal("text_too_long", {"most": most}, subject))
    alone = not buyer.is_business or kept.kind == Kind.FAVORITES
    if sharing not in Sharing.values or (alone and sharing != Sharing.PRIVATE):
        wrong.append(Refusal("sharing_unknown", subject="sharing"))
    return wrong


def _address(buyer: Buyer, uuid: UUID | None) -> int | None:
    if uuid is None:
        return None
    try:
        return get_address(buyer, uuid).pk
    except NotFound as error:
        raise refuse("address_not_found", "address") from error


def remove_list(*, buyer: Buyer, uuid: UUID) -> None:
    """Remove a list with its lines. Raises NotFound for one the hat may not manage."""
    _locked(buyer, uuid, managed=True).delete()


def _locked(buyer: Buyer, uuid: UUID, *, managed: bool = False) -> ArticleList:
    """Return a list the hat may change (or manage), locked; one it may only use is not found either."""
    found = ArticleList.objects.select_for_update(of=("self",)).filter(visible_to(buyer), uuid=uuid).first()
    if found is None or not (may_manage if managed else may_change)(buyer, found):
        raise NotFound("list")
    return found


def put_in_list(*, buyer: Buyer, uuid: UUID, lines: Sequence[NewLine]) -> ArticleList:
    """Put articles into a list, all or none; the same article and reference adds up, pieces cut to length stand apart.

    Refuses per line `article_not_found`, `quantity_not_positive` and `quantity_too_large`; `list_full` beyond 5,000 lines.
    Packs and minimums are not asked for here: they are told when the list is ordered from.
    """
    kept = _locked(buyer, uuid)
    return _put(buyer, kept, lines)


def _put(buyer: Buyer, kept: ArticleList, lines: Sequence[NewLine]) -> ArticleList:
    articles = articles_for(buyer, {line.variant_id for line in lines})
    wrong = [problem for line in lines if (problem := _wrong_wish(articles.get(line.variant_id), line))]
    present = {(row.variant_id, row.reference, row.piece): row.quantity for row in kept.lines.all()}
    wanted = _together(lines, articles, present)
    if len(present.keys() | wanted.keys()) > MOST_LINES:
        wrong.append(Refusal("list_full", {"maximum": MOST_LINES}))
    wrong += [
        Refusal("quantity_too_large", {"sku": articles[key[0]].sku, "maximum": MAX_QUANTITY})
        for key, quantity in wanted.items()
        if quantity > MAX_QUANTITY and not wrong
    ]
    if wrong:
        raise Refused(*wrong)
    first = (kept.lines.aggregate(top=Max("position"))["top"] or 0) + 1
    _write(kept, list(wanted.items()), first)
    kept.updated_at = clock.now()
    kept.save(update_fields=["updated_at"])
    return kept


def _wrong_wish(article: Article | None, line: NewLine) -> Refusal | None:
    if article is None:
        return Refusal("article_not_found", subject=line.key)
    if line.quantity <= 0:
        return Refusal("quantity_not_positive", {"sku": article.sku}, line.key)
    if line.quantity > MAX_QUANTITY:
        return Refusal("quantity_too_large", {"sku": article.sku, "maximum": MAX_QUANTITY}, line.key)
    return None


def _together(
    lines: Sequence[NewLine], articles: Mapping[int, Article], present: Mapping[LineKey, Decimal]
) -> dict[LineKey, Decimal]:
    """Return what each line of the list becomes, in the order first named."""
    found: dict[LineKey, Decimal] = {}
    for (variant, reference, piece), line in with_keys(lines, articles, present):
        key = (variant, reference[:REFERENCE_LENGTH], piece)
        found[key] = found.get(key, present.get(key, Decimal(0))) + line.quantity
    return found


def _write(kept: ArticleList, wanted: Sequence[tuple[LineKey, Decimal]], first: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            _PUT,
            [
                kept.pk,
                [key[0] for key, _ in wanted],
                [quantity for _, quantity in wanted],
                [key[1] for key, _ in wanted],
                [key[2] for key, _ in wanted],
                list(range(first, first + len(wanted))),
            ],
        )


def change_list_lines(*, buyer: Buyer, uuid: UUID, changes: Sequence[ListChange]) -> ArticleList:
    """Set quantities, minimum levels and references of lines, all or none. Raises NotFound for a line not in the list.

    Refuses per line (subject `lines.<uuid>`): `quantity_not_positive`, `quantity_too_large`, and `article_repeated_in_list`
    when a reference would make two lines the same.
    """
    kept = _locked(buyer, uuid)
    rows = {row.uuid: row for row in kept.lines.select_related("variant")}
    if any(change.uuid not in rows for change in changes):
        raise NotFound("list line")
    gone = {change.uuid for change in changes if change.quantity == 0}
    for change in changes:
        if change.uuid not in gone:
            _set(rows[change.uuid], change)
    left = [row for key, row in rows.items() if key not in gone]
    wrong = [problem for row in left if (problem := _wrong_line(row))]
    counted = Counter((row.variant_id, row.reference, row.piece) for row in left)
    wrong += [
        Refusal("article_repeated_in_list", {"sku": row.variant.sku}, f"lines.{row.uuid}")
        for row in left
        if counted[row.variant_id, row.reference, row.piece] > 1
    ]
    if wrong:
        raise Refused(*wrong)
    kept.lines.filter(uuid__in=gone).delete()
    touched = {change.uuid for change in changes} - gone
    ArticleListLine.objects.bulk_update(
        [rows[key] for key in touched], ["quantity", "minimum", "reference"], batch_size=500
    )
    kept.updated_at = clock.now()
    kept.save(update_fields=["updated_at"])
    return kept


def _set(row: ArticleListLine, change: ListChange) -> None:
    if change.quantity is not None:
        row.quantity = change.quantity
    if change.reference is not None:
        row.reference = change.reference.strip()[:REFERENCE_LENGTH]
    if change.minimum is not None:
        row.minimum = change.minimum
    if change.forget_minimum:
        row.minimum = None


def _wrong_line(row: ArticleListLine) -> Refusal | None:
    subject, sku = f"lines.{row.uuid}", row.variant.sku
    if row.quantity <= 0 or (row.minimum is not None and row.minimum < 0):
        return Refusal("quantity_not_positive", {"sku": sku}, subject)
    if max(row.quantity, row.minimum or row.quantity) > MAX_QUANTITY:
        return Refusal("quantity_too_large", {"sku": sku, "maximum": MAX_QUANTITY}, subject)
    return None


def set_favorite(*, buyer: Buyer, variant_id: int, is_favorite: bool) -> None:
    """Put an article among the hat's favorites, or take it out; twice is once. Refuses `article_not_found`."""
    if buyer.customer is None or buyer.person_id is None:
        raise refuse("customer_required")
    if is_favorite and variant_id not in articles_for(buyer, [variant_id]):
        raise refuse("article_not_found")
    now = clock.now()
    kept, _ = ArticleList.objects.get_or_create(
        customer_id=buyer.customer.id,
        person_id=buyer.person_id,
        kind=Kind.FAVORITES,
        defaults={"created_at": now, "updated_at": now},
    )
    buyer.memo.pop("favorites", None)
    if not is_favorite:
        kept.lines.filter(variant_id=variant_id).delete()
    elif variant_id not in favorites_of(buyer):
        _put(buyer, kept, [NewLine(variant_id, Decimal(1))])
    buyer.memo.pop("favorites", None)


def put_cart_aside(*, buyer: Buyer, name: str, sharing: str = Sharing.PRIVATE, and_empty: bool = True) -> ArticleList:
    """Keep what is in the cart under a name, references and pieces included, and (unless told not to) empty the cart.

    Shared, colleagues may look at it by its address and take it over. Refuses `cart_empty` and what `save_list` refuses.
    """
    cart = open_cart(buyer=buyer)
    lines = list(CartLine.objects.filter(cart=cart).order_by("position", "id"))
    if not lines:
        raise refuse("cart_empty")
    kept = save_list(buyer=buyer, fields=ListFields(name, sharing))
    kept.kind = Kind.CART
    kept.save(update_fields=["kind"])
    _write(kept, [((line.variant_id, line.reference, line.piece), line.quantity) for line in lines], 1)
    if and_empty:
        empty_cart(buyer=buyer)
    return kept


def take_over(*, buyer: Buyer, kept: ArticleList) -> None:
    """Remember who took a saved cart over first, and bring a list's site along: its address and job go to the checkout."""
    ArticleList.objects.filter(pk=kept.pk, kind=Kind.CART, taken_at=None).update(
        taken_at=clock.now(), taken_by_id=buyer.person_id
    )
    site = {"reference": kept.project} if kept.project else {}
    if kept.address and kept.address.is_active and kept.address.customer_id == buyer.customer_id:
        site["address"] = str(kept.address.uuid)
    if site:
        save_checkout_data(buyer=buyer, data=site)
