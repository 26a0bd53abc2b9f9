"""A tender as the origin of an agreement: its price sheet beside our articles, and from there into the agreement's prices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Q

from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import NotFound, refuse
from truso.kernel.value import Value
from truso.modules.agreements.models import Agreement, TenderRow
from truso.modules.agreements.operations import lock_draft
from truso.modules.catalog.models import CustomerArticleNumber, Variant
from truso.modules.catalog.own_numbers import save_own_numbers
from truso.modules.pricing.models import PriceList
from truso.modules.pricing.operations import NewPrice, save_price_list, set_prices

MOST_ROWS = 20_000


class SheetRow(Value, frozen=True):
    """A row as it was read: what was not written is None or empty. `matched_by` is own, sku, gtin or mpn."""

    number: str
    text: str = ""
    quantity: Decimal | None = None
    price: Decimal | None = None
    variant_id: int | None = None
    matched_by: str = ""
    is_ambiguous: bool = False


class Standing(Value, frozen=True):
    """How far a sheet is: rows in all, without an article, where several fit, without a price, and ready."""

    rows: int
    unmatched: int
    ambiguous: int
    unpriced: int
    ready: int


def keep_sheet(*, uuid: UUID, rows: Sequence[SheetRow]) -> int:
    """Put a sheet's rows in the place of those there were; return how many. Refuses `agreement_not_draft`, `tender_empty`, `tender_rows`."""
    agreement = lock_draft(uuid=uuid)
    if not rows:
        raise refuse("tender_empty", "file")
    if len(rows) > MOST_ROWS:
        raise refuse("tender_rows", "file", most=MOST_ROWS)
    agreement.tender_rows.all().delete()
    TenderRow.objects.bulk_create(
        [
            TenderRow(
                agreement=agreement, position=position, number=row.number[:60], text=row.text[:300], quantity=row.quantity,
                price=row.price, variant_id=row.variant_id, matched_by=row.matched_by, is_ambiguous=row.is_ambiguous,
            )
            for position, row in enumerate(rows, start=1)
        ],
        batch_size=2_000,
    )  # fmt: skip
    return len(rows)


def match_row(*, uuid: UUID, position: int, sku: str, price: Decimal | None) -> TenderRow:
    """Say which article a row means (by number; empty: none) and at which price (None: none yet).

    Raises NotFound; refuses `agreement_not_draft`, `sku_not_found` and `price_negative`.
    """
    agreement = lock_draft(uuid=uuid)
    row = agreement.tender_rows.select_for_update().filter(position=position).first()
    if row is None:
        raise NotFound("row")
    if price is not None and not 0 <= price < Decimal(10) ** 11:
        raise refuse("price_negative", "price")
    variant = Variant.objects.filter(sku_normalized=normalize_code(sku)).first() if sku.strip() else None
    if sku.strip() and variant is None:
        raise refuse("sku_not_found", "sku", sku=sku.strip()[:60])
    if variant != row.variant:
        row.matched_by, row.is_ambiguous = ("hand" if variant else ""), False
    row.variant, row.price = variant, price
    row.save()
    return row


def standing_of(agreement: Agreement) -> Standing:
    """Return how far an agreement's sheet is."""
    found = agreement.tender_rows.aggregate(
        rows=Count("id"),
        unmatched=Count("id", filter=Q(variant__isnull=True, is_ambiguous=False)),
        ambiguous=Count("id", filter=Q(variant__isnull=True, is_ambiguous=True)),
        unpriced=Count("id", filter=Q(price__isnull=True)),
        ready=Count("id", filter=Q(price__isnull=False, variant__isnull=False)),
    )
    return Standing(**found)


def apply_sheet(*, uuid: UUID) -> int:
    """Write the rows that have an article and a price into the agreement's contract list, and the asker's numbers beside the articles.

    Of several rows for one article the last counts. A list is made where the agreement has none; what has gaps stays on the
    sheet. Returns how many prices were written. Refuses `agreement_not_draft`, `tender_not_ready` when no row is.
    """
    agreement = lock_draft(uuid=uuid)
    rows = list(agreement.tender_rows.filter(price__isnull=False, variant__isnull=False).select_related("variant"))
    if not rows:
        raise refuse("tender_not_ready")
    if agreement.price_list is None:
        made = PriceList(
            code=f"{agreement.number}-{agreement.version}".lower(), names={"en": agreement.title}, kind="contract",
            currency=agreement.customer.market.currency, customer=agreement.customer, is_active=False,
        )  # fmt: skip
        agreement.price_list = save_price_list(price_list=made)
        agreement.save(update_fields=["price_list"])
    prices = [NewPrice(row.variant_id, row.price) for row in rows if row.variant_id and row.price is not None]
    set_prices(price_list=agreement.price_list, prices=prices, reason=agreement.number)
    save_own_numbers(customer_id=agreement.customer_id, numbers=_own_numbers(agreement, rows))
    return len({price.variant_id for price in prices})


def _own_numbers(agreement: Agreement, rows: Iterable[TenderRow]) -> dict[int, str]:
    """Return the asker's numbers: none of our article's own, and none that stands for another article of theirs."""
    known = CustomerArticleNumber.objects.filter(customer_id=agreement.customer_id)
    taken: dict[str, int] = dict(known.values_list("number_normalized", "variant_id"))
    found: dict[int, str] = {}
    for row in rows:
        code, article = normalize_code(row.number), row.variant
        if article is None or code in ("", article.sku_normalized, article.gtin, article.mpn_normalized):
            continue
        if taken.setdefault(code, article.pk) == article.pk:
            found[article.pk] = row.number
    return found
