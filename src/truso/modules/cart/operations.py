"""Every change of a cart. A cart is found by its hat or session; nobody reaches another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from truso.kernel.buyer import Buyer, Right
from truso.kernel.money import ZERO
from truso.kernel.quantity import round_up_to
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.kernel.value import Value
from truso.modules.cart.models import Cart, CartLine
from truso.modules.cart.queries import own_cart
from truso.modules.cart.rules import MAX_LINES, check_quantity
from truso.modules.catalog.articles import Article, articles_for
from truso.modules.pricing.campaigning import PRICE_KINDS, campaigns_for
from truso.modules.pricing.queries import price_basket
from truso.modules.pricing.values import Basket, BasketLine
from truso.platform import clock
from truso.platform.database.reading import read_models

_ADD_LINES = """
insert into cart_cartline (uuid, cart_id, variant_id, quantity, reference, piece, position)
select d.uuid, %s, d.variant, d.quantity, d.reference, d.piece, d.position
from unnest(%s::uuid[], %s::bigint[], %s::numeric[], %s::text[], %s::bigint[], %s::bigint[])
  as d(uuid, variant, quantity, reference, piece, position)
"""
_NOTE_SEEN = """
update cart_cartline l set seen_price = d.price, seen_amount = d.amount
from unnest(%s::bigint[], %s::numeric[], %s::numeric[]) as d(id, price, amount) where l.id = d.id and l.cart_id = %s
"""
_CHANGE_LINES = """
update cart_cartline l set quantity = d.quantity, seen_amount = d.seen_amount
from unnest(%s::bigint[], %s::numeric[], %s::numeric[]) as d(id, quantity, seen_amount) where l.id = d.id and l.cart_id = %s
"""


_MAKE = """
insert into cart_cart (uuid, market_id, customer_id, person_id, session_key, state, checkout_id, checkout_data, updated_at)
values (%s, %s, %s, %s, %s, 'open', %s, '{}', %s) on conflict do nothing returning id
"""


LineKey = tuple[int, str, int]  # variant, reference, piece


class NewLine(Value, frozen=True):
    """An article to put into a cart. `key` names the wish in refusals (a row's number, a field)."""

    variant_id: int
    quantity: Decimal
    reference: str = ""
    key: str = "quantity"


def open_cart(*, buyer: Buyer) -> Cart:
    """Return the hat's (or visitor's) open cart, locked; make it when there is none."""
    if not buyer.can(Right.ORDER):
        raise refuse("ordering_not_allowed")
    own = own_cart(buyer)
    if own is None:
        raise refuse("session_expired")
    clause, values = own
    # Whoever held the row may just have submitted it: then it is open no more, and a new one is wanted.
    while not (found := read_models(Cart, f"{clause} for update", values) or _make_cart(buyer)):
        pass
    return found[0]


def _make_cart(buyer: Buyer) -> list[Cart]:
    """Make the buyer's open cart and return it; nothing when somebody was first."""
    made = Cart(
        market_id=buyer.market.id,
        customer_id=buyer.customer_id,
        person_id=buyer.person_id if buyer.customer else None,
        session_key="" if buyer.customer else buyer.session_key,
        updated_at=clock.now(),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            _MAKE,
            [
                made.uuid,
                made.market_id,
                made.customer_id,
                made.person_id,
                made.session_key,
                made.checkout_id,
                made.updated_at,
            ],
        )
        row = cursor.fetchone()
    made.pk = row[0] if row else None
    made._state.adding = False
    return [made] if row else []


def add_lines(*, buyer: Buyer, lines: Sequence[NewLine]) -> Cart:
    """Put articles into the buyer's cart, all or none. Refuses before a line is written.

    The same article and reference adds up; of what is cut to length each wish is a piece, and a line of its own.

    Refuses per line: `article_not_found` (also for what this buyer may not buy), `article_discontinued`, and the
    reasons of `rules.check_quantity` for the quantity it would become with all lines together; `cart_full` beyond 5,000.
    """
    cart = open_cart(buyer=buyer)
    articles = articles_for(buyer, {line.variant_id for line in lines})
    rows = read_models(CartLine, "where r.cart_id = %s order by r.position, r.id", [cart.pk])
    present = {key_of(line): line for line in rows}
    position = max((line.position for line in present.values()), default=0)
    refusals: list[Refusal] = []
    changed: list[CartLine] = []
    for key, wishes in _by_line(lines, articles, present).items():
        refused, quantity = _check_wishes(articles.get(key[0]), wishes, present.get(key))
        refusals += refused
        if refused:
            continue
        row = present.get(key)
        if row is None:
            position += 1
            row = CartLine(cart=cart, variant_id=key[0], reference=key[1], piece=key[2], position=position)
            present[key] = row
        row.quantity, row.seen_amount = quantity, None
        changed.append(row)
    if len(present) > MAX_LINES:
        refusals.append(Refusal("cart_full", {"maximum": MAX_LINES}))
    if refusals:
        raise Refused(*refusals)
    _write_lines(cart, changed)
    return _touch(cart)


def key_of(line: CartLine) -> LineKey:
    """Return what tells a cart's lines apart."""
    return line.variant_id, line.reference, line.piece


def _by_line(
    lines: Sequence[NewLine], articles: Mapping[int, Article], present: Mapping[LineKey, CartLine]
) -> dict[LineKey, list[NewLine]]:
    """Return the wishes by the cart line they become, in their order."""
    found: dict[LineKey, list[NewLine]] = {}
    for key, line in with_keys(lines, articles, present):
        found.setdefault(key, []).append(line)
    return found


def with_keys(
    lines: Iterable[NewLine], articles: Mapping[int, Article], present: Iterable[LineKey]
) -> Iterator[tuple[LineKey, NewLine]]:
    """Yield wishes with what tells their lines apart: each of what is cut to length is a piece more than there are."""
    pieces = Counter(max_pieces(present))
    for line in lines:
        article, piece = articles.get(line.variant_id), 0
        if article and article.is_cut_to_length:
            pieces[line.variant_id] += 1
            piece = pieces[line.variant_id]
        yield (line.variant_id, line.reference, piece), line


def max_pieces(present: Iterable[LineKey]) -> dict[int, int]:
    """Return the highest number of a piece per variant."""
    highest: dict[int, int] = {}
    for variant, _, piece in present:
        highest[variant] = max(highest.get(variant, 0), piece)
    return highest


def _check_wishes(
    article: Article | None, wishes: Sequence[NewLine], row: CartLine | None
) -> tuple[list[Refusal], Decimal]:
    """Return why wishes for one cart line can't be met, and the quantity it becomes. Judged is what they come to."""
    if article is None:
        return [Refusal("article_not_found", subject=wish.key) for wish in wishes], Decimal(0)
    if not article.is_active:
        return [Refusal("article_discontinued", {"sku": article.sku}, wish.key) for wish in wishes], Decimal(0)
    wrong = [check_quantity(article, wish.quantity, subject=wish.key) for wish in wishes if wish.quantity <= 0]
    quantity = sum((wish.quantity for wish in wishes), row.quantity if row else Decimal(0))
    if not wrong:
        wrong = [check_quantity(article, quantity, subject=wish.key) for wish in wishes]
        if row and len(wishes) == 1:
            wrong = [_still_to_add(problem, row.quantity) for problem in wrong]
    return [problem for problem in wrong if problem], quantity


def _still_to_add(problem: Refusal | None, present: Decimal) -> Refusal | None:
    """Return the refusal with the nearest quantity as what to add to the cart, not what the cart would hold."""
    if problem is None or "nearest" not in problem.params:
        return problem
    return Refusal(problem.code, {**problem.params, "nearest": problem.params["nearest"] - present}, problem.subject)


def _write_lines(cart: Cart, lines: Sequence[CartLine]) -> None:
    """Write new lines, and the quantities of those that were there, in one statement each."""
    new, grown = [row for row in lines if row.pk is None], [row for row in lines if row.pk is not None]
    with connection.cursor() as cursor:
        if new:
            cursor.execute(
                _ADD_LINES,
                [cart.pk, *_columns(new, "uuid", "variant_id", "quantity", "reference", "piece", "position")],
            )
        if grown:
            cursor.execute(_CHANGE_LINES, [*_columns(grown, "pk", "quantity", "seen_amount"), cart.pk])


def _columns(lines: Sequence[CartLine], *names: str) -> list[list[Any]]:
    return [[getattr(line, name) for line in lines] for name in names]


@dataclass(frozen=True, slots=True)
class LineChange:
    """What becomes of a cart line; None leaves a value as it is, a quantity of 0 removes the line."""

    uuid: UUID
    quantity: Decimal | None = None
    reference: str | None = None


def change_lines(*, buyer: Buyer, changes: Sequence[LineChange]) -> Cart:
    """Set quantities and references of several lines, all or none. Raises NotFound for a line not in the buyer's cart.

    Refuses per line (subject `lines.<uuid>`): `article_not_found`, and the reasons of `rules.check_quantity`.
    """
    cart = open_cart(buyer=buyer)
    lines = {line.uuid: line for line in cart.lines.filter(uuid__in=[change.uuid for change in changes])}
    if any(change.uuid not in lines for change in changes):
        raise NotFound("cart line")
    touched = [(lines[change.uuid], change) for change in changes if _differs(lines[change.uuid], change)]
    wanted = {line.variant_id for line, change in touched if change.quantity}
    articles = articles_for(buyer, wanted) if wanted else {}
    refusals = []
    for line, change in touched:
        if change.quantity:
            article, subject = articles.get(line.variant_id), f"lines.{line.uuid}"
            problem = (
                check_quantity(article, change.quantity, subject=subject)
                if article
                else Refusal("article_not_found", subject=subject)
            )
            refusals += [problem] if problem else []
    if refusals:
        raise Refused(*refusals)
    gone: set[int] = set()
    for line, change in touched:
        if line.pk not in gone:
            gone.update(_apply(cart, line, change))
    return _touch(cart) if touched else cart


def swap_line(*, buyer: Buyer, line_uuid: UUID, variant_id: int) -> Cart:
    """Put another article in the place of a line: as many, rounded up to how it is sold, with the same reference.

    Raises NotFound for a line not in the buyer's cart; refuses what `add_lines` refuses.
    """
    line = open_cart(buyer=buyer).lines.filter(uuid=line_uuid).first()
    if line is None:
        raise NotFound("cart line")
    article = articles_for(buyer, [variant_id]).get(variant_id)
    if article is None:
        raise refuse("article_not_found", f"lines.{line_uuid}")
    quantity = round_up_to(line.quantity, minimum=article.minimum_quantity, multiple=article.quantity_multiple)
    change_lines(buyer=buyer, changes=[LineChange(line_uuid, ZERO)])
    return add_lines(buyer=buyer, lines=[NewLine(variant_id, quantity, line.reference)])


def _differs(line: CartLine, change: LineChange) -> bool:
    return change.quantity not in (None, line.quantity) or change.reference not in (None, line.reference)


def _apply(cart: Cart, line: CartLine, change: LineChange) -> list[int]:
    """Change one line; return the keys of lines that joined it."""
    if change.quantity == 0:
        line.delete()
        return []
    if change.quantity is not None and change.quantity != line.quantity:
        line.quantity, line.seen_amount = change.quantity, None
    joined = []
    if change.reference is not None:
        line.reference = change.reference[:100]
        twins = cart.lines.filter(variant_id=line.variant_id, reference=line.reference, piece=0).exclude(pk=line.pk)
        twin = twins.first() if line.piece == 0 else None
        if twin:  # one line per article and reference: the quantities join
            line.quantity, line.seen_amount = line.quantity + twin.quantity, None
            joined.append(twin.pk)
            twin.delete()
    line.save(update_fields=["quantity", "reference", "seen_amount"])
    return joined


def change_line(
    *, buyer: Buyer, line_uuid: UUID, quantity: Decimal | None = None, reference: str | None = None
) -> Cart:
    """Set one line's quantity (0 removes it) or reference, as `change_lines` does."""
    return change_lines(buyer=buyer, changes=[LineChange(line_uuid, quantity, reference)])


def remove_line(*, buyer: Buyer, line_uuid: UUID) -> Cart:
    """Take a line out of the cart."""
    return change_line(buyer=buyer, line_uuid=line_uuid, quantity=Decimal(0))


def empty_cart(*, buyer: Buyer) -> Cart:
    """Take everything out of the cart."""
    cart = open_cart(buyer=buyer)
    cart.lines.all().delete()
    return _touch(cart)


def save_checkout_data(*, buyer: Buyer, data: dict[str, Any]) -> Cart:
    """Keep what has been filled in at checkout; later fields join earlier ones."""
    cart = open_cart(buyer=buyer)
    cart.checkout_data = {**cart.checkout_data, **data}
    cart.save(update_fields=["checkout_data"])
    return cart


def note_seen_prices(*, buyer: Buyer, cart: Cart, only_new: bool = False) -> None:
    """Remember the prices the buyer is shown now: of lines never shown (or changed) alone, or of all."""
    # What campaigns take off a cart is shared by its lines: then a new line changes what the others come to.
    together = any(one.kind not in PRICE_KINDS for one in campaigns_for(buyer, cart.codes))
    rows = list(cart.lines.filter(seen_amount=None) if only_new and not together else cart.lines.all())
    if not rows:
        return
    basket = Basket(
        tuple(BasketLine(str(row.pk), row.variant_id, row.quantity) for row in rows), codes=tuple(cart.codes)
    )
    known = {row.pk: row.seen_price for row in rows} if only_new else {}
    priced = {line.key: line for line in price_basket(buyer, basket).lines}
    shown = [(row.pk, line) for row in rows if (line := priced.get(str(row.pk)))]
    with connection.cursor() as cursor:
        cursor.execute(
            _NOTE_SEEN,
            [
                [key for key, _ in shown],
                [line.unit_price if (seen := known.get(key)) is None else seen for key, line in shown],
                [line.gross if buyer.display_gross else line.net for _, line in shown],
                cart.pk,
            ],
        )


def submit_cart(*, cart: Cart) -> None:
    """Close a cart whose order is placed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update cart_cart set state = 'submitted', updated_at = %s where id = %s and state = 'open'",
            [clock.now(), cart.pk],
        )


def _touch(cart: Cart) -> Cart:
    cart.updated_at = clock.now()
    with connection.cursor() as cursor:
        cursor.execute("update cart_cart set updated_at = %s where id = %s", [cart.updated_at, cart.pk])
    return cart
