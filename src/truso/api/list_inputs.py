"""What the API is sent about lists."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StrictBool, StringConstraints

from truso.api.inputs import MAX_LINES, NewCartLine, QuantityIn, Strict
from truso.api.lines import read_lines, read_quantity
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import Refusal, Refused
from truso.modules.cart.lists.operations import ListChange, ListFields
from truso.modules.cart.operations import NewLine

Sharing = Literal["private", "used", "edited"]


class ListIn(Strict):
    """A list: its name, who may use it, and the job or address it is for."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    sharing: Sharing = "private"
    project: Annotated[str, StringConstraints(max_length=100)] = ""
    address: UUID | None = None


class ListLinesIn(Strict):
    """Articles for a list, at most 1,000."""

    lines: list[NewCartLine] = Field(min_length=1, max_length=MAX_LINES)


class ListLineChange(Strict):
    """What to change of a line; quantity 0 removes it, a `minimum` of null is left as it is, `forget_minimum` takes it away."""

    uuid: UUID
    quantity: QuantityIn | None = None
    minimum: QuantityIn | None = None
    forget_minimum: StrictBool = False
    reference: Annotated[str, StringConstraints(max_length=100)] | None = None


class ListChangesIn(Strict):
    """Changes of lines, at most 1,000."""

    changes: list[ListLineChange] = Field(min_length=1, max_length=MAX_LINES)


class AsideIn(Strict):
    """The name to keep the cart under. With `keep` its lines stay in the cart too."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    sharing: Sharing = "private"
    keep: StrictBool = False


def fields_of(data: ListIn) -> ListFields:
    """Return a list's fields from what was sent."""
    return ListFields(data.name, data.sharing, data.project, data.address)


def wishes_of(buyer: Buyer, data: ListLinesIn) -> list[NewLine]:
    """Return the articles sent; refuses what names none or has no readable quantity, per line."""
    lines = read_lines(buyer, data.lines)
    wrong = [refusal for line in lines for refusal in line.refusals]
    if wrong:
        raise Refused(*wrong)
    return [
        NewLine(line.variant_id, line.quantity, sent.reference, line.key)
        for line, sent in zip(lines, data.lines, strict=True)
        if line.variant_id and line.quantity is not None
    ]


def changes_of(data: ListChangesIn) -> list[ListChange]:
    """Return the changes sent; refuses quantities that can't be read, per line."""
    wrong, changes = [], []
    for one in data.changes:
        quantity = None if one.quantity is None else read_quantity(one.quantity)
        minimum = None if one.minimum is None else read_quantity(one.minimum)
        unread = (one.quantity is not None and quantity is None) or (one.minimum is not None and minimum is None)
        if unread:
            wrong.append(Refusal("quantity_invalid", subject=f"lines.{one.uuid}"))
        changes.append(ListChange(one.uuid, quantity, one.reference, minimum, one.forget_minimum))
    if wrong:
        raise Refused(*wrong)
    return changes
