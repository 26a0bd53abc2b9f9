"""Lists of articles as pages show them: what a form says of their lines, and lines as a quick order reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.quantity import format_quantity, parse_quantity
from truso.kernel.refusals import Refusal
from truso.modules.cart.judging import judge_lines
from truso.modules.cart.lists.operations import ListChange
from truso.modules.cart.lists.queries import ListItem, may_change, may_manage
from truso.modules.cart.models import ArticleList
from truso.modules.cart.quick_order import Pasted, QuickLine, Reading
from truso.modules.catalog.queries.identifiers import skus_of
from truso.storefront.formats import format_number
from truso.storefront.quick_rows import QuickList, QuickRow, write_rows
from truso.storefront.shell import optional_url


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A list among others: what it is called, whose it is, and what is in it."""

    uuid: UUID
    name: str
    kind: str
    lines: int
    owner: str
    sharing: str
    place: str
    taken: str
    updated_at: object
    url: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line of a list: the article as judged now, and what the list says of it."""

    item: ListItem
    shown: QuickRow
    quantity: str
    minimum: str
    problem: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list's lines, and what this hat may do with it."""

    entry: ListEntry
    rows: tuple[ListRow, ...]
    judged: QuickList
    may_change: bool
    may_manage: bool


def list_name(kept: ArticleList) -> str:
    """Return what a list is called."""
    return _("Favorites") if kept.kind == ArticleList.Kind.FAVORITES else kept.name


def write_entry(buyer: Buyer, kept: ArticleList) -> ListEntry:
    """Write a list's head."""
    is_own = kept.person_id == buyer.person_id
    address = kept.address
    place = " · ".join(filter(None, (kept.project, (address.label or address.street) if address else "")))
    return ListEntry(
        uuid=kept.uuid,
        name=list_name(kept),
        kind=kept.kind,
        lines=getattr(kept, "line_count", 0),
        owner="" if is_own else str(kept.person or kept.customer),
        sharing="" if kept.sharing == ArticleList.Sharing.PRIVATE else kept.get_sharing_display(),
        place=place,
        taken=str(kept.taken_by or "") if kept.taken_at else "",
        updated_at=kept.updated_at,
        url=optional_url("storefront:list", uuid=kept.uuid),
        is_own=is_own,
    )


def quick_lines(items: Sequence[ListItem], first: int = 1) -> tuple[QuickLine, ...]:
    """Return a list's lines as a quick order reads them, numbered from `first`."""
    skus = skus_of([item.variant_id for item in items])
    return tuple(
        quick_line(row, skus.get(item.variant_id, ""), item.quantity, item.reference)
        for row, item in enumerate(items, start=first)
    )


def quick_line(row: int, sku: str, quantity: Decimal, reference: str = "") -> QuickLine:
    """Return an article and a quantity as a line of a quick order."""
    return QuickLine(row, sku, (Reading(sku, quantity, format_quantity(quantity)),), reference)


def write_list(
    buyer: Buyer, kept: ArticleList, items: Sequence[ListItem], first: int, typed: Typed | None = None
) -> ListPage:
    """Write a page of a list, every line judged at today's price and stock; `typed` is what a form said and was refused."""
    lines = quick_lines(items, first)
    judged = write_rows(buyer, judge_lines(buyer, lines))
    said = typed or Typed((), {}, {})
    rows = []
    for item, shown in zip(items, judged.rows, strict=True):
        texts = said.texts.get(item.uuid, {})
        minimum = "" if item.minimum is None else format_number(item.minimum, buyer.language)
        rows.append(
            ListRow(
                item,
                shown,
                texts.get("quantity", format_number(item.quantity, buyer.language)),
                texts.get("minimum", minimum),
                said.problems.get(item.uuid, ""),
            )
        )
    return ListPage(write_entry(buyer, kept), tuple(rows), judged, may_change(buyer, kept), may_manage(buyer, kept))


@dataclass(frozen=True, slots=True)
class Typed:
    """What a list's form says: changes that can be read, all texts as typed, and what is wrong with them, by line."""

    changes: tuple[ListChange, ...]
    texts: Mapping[UUID, Mapping[str, str]]
    problems: Mapping[UUID, str]
    wrong: tuple[Refusal, ...] = ()


FIELDS = ("quantity", "minimum", "reference")


def read_form(form: Mapping[str, str], items: Sequence[ListItem]) -> Typed:
    """Read quantities, minimum levels and references of the lines that stand in the form; what differs is a change."""
    changes, texts, wrong = [], {}, []
    for item in items:
        said = {name: form[key].strip() for name in FIELDS if (key := f"{name}.{item.uuid}") in form}
        if not said:
            continue
        texts[item.uuid] = said
        subject = f"lines.{item.uuid}"
        quantity = parse_quantity(said["quantity"]) if said.get("quantity") else item.quantity
        minimum = parse_quantity(said["minimum"]) if said.get("minimum") else None
        if quantity is None or (said.get("minimum") and minimum is None):
            wrong.append(Refusal("quantity_unreadable", {"typed": said.get("quantity", "")}, subject))
            continue
        forget = "minimum" in said and minimum is None and item.minimum is not None
        change = ListChange(item.uuid, quantity, said.get("reference"), minimum, forget)
        if _differs(item, change):
            changes.append(change)
    return Typed(tuple(changes), texts, {}, tuple(wrong))


def _differs(item: ListItem, change: ListChange) -> bool:
    return (
        change.quantity != item.quantity
        or change.reference not in (None, item.reference)
        or (change.minimum is not None and change.minimum != item.minimum)
        or change.forget_minimum
    )


def missing_on_shelf(form: Mapping[str, str], items: Sequence[ListItem]) -> tuple[Pasted, tuple[Refusal, ...]]:
    """Return what to order after counting a shelf: nothing where there is enough, else the usual quantity or what is missing.

    Lines that were not counted are left alone.
    """
    wanted, wrong = [], []
    skus = skus_of([item.variant_id for item in items])
    for row, item in enumerate(items, start=1):
        text = form.get(f"shelf.{item.uuid}", "").strip()
        if not text or item.minimum is None:
            continue
        counted = parse_quantity(text)
        if counted is None or counted < 0:
            wrong.append(Refusal("quantity_unreadable", {"typed": text}, f"lines.{item.uuid}"))
        elif counted < item.minimum:
            quantity = max(item.quantity, item.minimum - counted)
            wanted.append(quick_line(row, skus.get(item.variant_id, ""), quantity, item.reference))
    return Pasted(tuple(wanted)), tuple(wrong)
