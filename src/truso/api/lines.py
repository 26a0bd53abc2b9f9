"""Lines as callers send them: by number or UUID, told apart one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from truso.api.answers.cart import LineResult, LineResults
from truso.api.inputs import WantedLine
from truso.api.problems import refusal_view
from truso.kernel.buyer import Buyer
from truso.kernel.quantity import MAX_QUANTITY, parse_quantity
from truso.kernel.refusals import Refusal, Refused
from truso.kernel.value import Value, replace
from truso.modules.cart.operations import NewLine, add_lines
from truso.modules.cart.queries import CartItem, list_items
from truso.modules.catalog.queries.identifiers import find_variant_ids, uuids_of

_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,3})?", re.ASCII)
ADDED, REFUSED = "added", "refused"


class ReadLine(Value, frozen=True):
    """A line sent, with the article it names if this caller may see it, and what is wrong with it."""

    index: int
    sku: str
    uuid: UUID | None
    variant_id: int | None
    quantity: Decimal | None
    refusals: tuple[Refusal, ...]

    @property
    def key(self) -> str:
        """The line's name in refusals."""
        return f"lines.{self.index}"


def read_quantity(value: str | int) -> Decimal | None:
    """Read a quantity: an integer, or a string with a point and up to three decimals; None for anything else.

    What is negative, zero or too large is still a quantity: the rules refuse it with their own words.
    """
    text = str(value).strip() if isinstance(value, str) or abs(value) < 10**12 else ""
    return parse_quantity(text) if _DECIMAL.fullmatch(text) else None


def quantity_problem(quantity: Decimal) -> str:
    """Return why nobody can buy so many, as a refusal's code; empty when somebody can."""
    if quantity <= 0:
        return "quantity_not_positive"
    return "quantity_too_large" if quantity > MAX_QUANTITY else ""


def read_lines(buyer: Buyer, lines: Sequence[WantedLine]) -> list[ReadLine]:
    """Find the article of each line, in two queries however many there are."""
    by_sku, by_uuid = find_variant_ids(
        buyer,
        skus={line.sku for line in lines if line.sku},
        uuids={line.variant for line in lines if line.variant},
    )
    return [_read(index, line, by_sku, by_uuid) for index, line in enumerate(lines)]


def _read(index: int, line: WantedLine, by_sku: dict[str, int], by_uuid: dict[UUID, int]) -> ReadLine:
    refusals = []
    variant = by_uuid.get(line.variant) if line.variant else by_sku.get(line.sku or "")
    if line.variant and line.sku and by_sku.get(line.sku) != variant:
        variant = None  # the two names contradict each other
    if variant is None:
        refusals.append(Refusal("article_not_found", {"sku": line.sku or ""}, f"lines.{index}"))
    quantity = read_quantity(line.quantity)
    if quantity is None:
        refusals.append(Refusal("quantity_invalid", subject=f"lines.{index}"))
    return ReadLine(index, line.sku or "", line.variant, variant, quantity, tuple(refusals))


def read_articles(buyer: Buyer, wishes: Sequence[tuple[int | None, str, Decimal]]) -> list[ReadLine]:
    """Return articles known by their keys (key, number, quantity) as lines sent: told by number, found if still to be had."""
    names = uuids_of([variant for variant, _, _ in wishes if variant])
    wanted = [WantedLine(variant=names.get(variant or 0), quantity=f"{quantity:f}") for variant, _, quantity in wishes]
    return [replace(line, sku=sku) for line, (_, sku, _) in zip(read_lines(buyer, wanted), wishes, strict=True)]


def add_read_lines(
    buyer: Buyer, lines: Sequence[ReadLine], references: Sequence[str], *, all_or_none: bool
) -> LineResults:
    """Put what can be ordered into the cart and tell of each line what became of it.

    Raises `Refused` with every reason when `all_or_none` and a line is refused, or when the cart can't take any.
    """
    refused: dict[str, list[Refusal]] = {line.key: list(line.refusals) for line in lines if line.refusals}
    while True:
        wanted = [
            NewLine(line.variant_id, line.quantity, references[line.index], line.key)
            for line in lines
            if line.key not in refused and line.variant_id and line.quantity is not None
        ]
        if refused and all_or_none:
            raise Refused(*(refusal for reasons in refused.values() for refusal in reasons))
        try:
            cart = add_lines(buyer=buyer, lines=wanted)  # refuses before it writes a line
        except Refused as error:
            if any(refusal.subject not in {line.key for line in wanted} for refusal in error.refusals):
                raise
            for (
                refusal
            ) in error.refusals:  # without these the others may fit, or be refused for what they add up to now
                refused.setdefault(refusal.subject, []).append(refusal)
            continue
        break
    items = list_items(cart)
    found = _lines_of(items, [line for line in lines if line.key not in refused], references)
    return LineResults(
        results=[
            LineResult(
                index=line.index,
                sku=line.sku,
                status=REFUSED if line.key in refused else ADDED,
                line=found.get(line.index),
                refusals=[refusal_view(refusal) for refusal in refused.get(line.key, ())],
            )
            for line in lines
        ],
        added=sum(line.key not in refused for line in lines),
        refused=len(refused),
        cart_lines=len(items),
    )


def _lines_of(items: Sequence[CartItem], added: Sequence[ReadLine], references: Sequence[str]) -> dict[int, UUID]:
    """Return the cart line each added line became: of pieces cut to length, which stand apart, the last ones."""
    present: dict[tuple[int, str], list[UUID]] = {}
    for item in items:
        present.setdefault((item.variant_id, item.reference), []).append(item.uuid)
    found = {}
    for line in reversed(added):
        lines = present.get((line.variant_id or 0, references[line.index]), [])
        if lines:
            found[line.index] = lines.pop() if len(lines) > 1 else lines[0]
    return found
