"""A tender's price sheet becomes the prices of an agreement: what is matched, what has gaps, what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from tests.factories import Shop
from truso.kernel.refusals import NotFound, Refused
from truso.modules.agreements.force import put_in_force
from truso.modules.agreements.models import Agreement, TenderRow
from truso.modules.agreements.operations import lock_agreement, save_agreement
from truso.modules.agreements.tenders import apply_sheet, match_row, standing_of
from truso.modules.catalog.models import CustomerArticleNumber
from truso.modules.pricing.models import Price
from truso.processes.tenders import draft_of, read_tender

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def draft(shop: Shop) -> Agreement:
    """The draft of an agreement with a municipality that knows BOLT as 77-1; two articles share the maker's number M9."""
    bolt, nut, one, two = (shop.add_article(sku) for sku in ("BOLT", "NUT", "TWIN-1", "TWIN-2"))
    for twin in (one, two):
        twin.mpn = twin.mpn_normalized = "M9"
        twin.save()
    customer = shop.company("Kommunen")
    CustomerArticleNumber.objects.create(customer=customer, variant=bolt, number="77-1", number_normalized="771")
    made = save_agreement(agreement=Agreement(customer=customer, title="Tender 2026", valid_from=date(2026, 1, 1)))
    nut.refresh_from_db()
    return draft_of(made.uuid)


def sheet(draft: Agreement, *rows: str, head: str = "Varenr;EAN;Beskrivelse;Antall;Pris") -> int:
    content = "\r\n".join((head, *rows)).encode("cp1252")
    return read_tender(agreement=draft, file=BytesIO(content), name="tilbud.csv", language="nb")


def rows_of(draft: Agreement) -> list[tuple[str, str, str, bool]]:
    found = draft.tender_rows.select_related("variant")
    return [(row.number, row.variant.sku if row.variant else "", row.matched_by, row.is_ambiguous) for row in found]


def test_rows_are_matched_by_any_number_and_gaps_are_told(shop: Shop, draft: Agreement) -> None:
    gtin = shop.variants["NUT"].gtin
    count = sheet(
        draft,
        "771;;Skrue på 8 mm;1 200;12,50",
        f"K-9;{gtin};Mutter;500;0,333333",
        "M9;;Tvilling;5;1",
        "999;;Ukjent;5;1",
        "NUT;;;;",
    )
    assert count == 5
    assert rows_of(draft) == [
        ("771", "BOLT", "own", False),
        ("K-9", "NUT", "gtin", False),
        ("M9", "", "", True),
        ("999", "", "", False),
        ("NUT", "NUT", "sku", False),
    ]
    row = draft.tender_rows.get(position=1)
    assert (row.text, row.quantity, row.price) == ("Skrue på 8 mm", 1200, D("12.5"))
    standing = standing_of(draft)
    assert (standing.rows, standing.unmatched, standing.ambiguous, standing.unpriced, standing.ready) == (5, 1, 1, 1, 2)


def test_a_workbook_is_read_as_well(shop: Shop, draft: Agreement) -> None:
    book = Workbook()
    book.active.append(["Item no", "Description", "Qty", "Unit price"])
    book.active.append(["BOLT", "Bolt", 3, 4.25])
    kept = BytesIO()
    book.save(kept)
    kept.seek(0)
    assert read_tender(agreement=draft, file=kept, name="offer.xlsx", language="en") == 1
    assert draft.tender_rows.get().price == D("4.25")


def test_what_is_ready_becomes_prices_and_their_numbers_stay(shop: Shop, draft: Agreement) -> None:
    gtin = shop.variants["NUT"].gtin
    sheet(draft, "771;;;1;12,50", f"K-9;{gtin};;1;0,333333", "M9;;;1;7", "999;;;1;1")
    match_row(uuid=draft.uuid, position=3, sku="twin-2", price=D(7))
    assert apply_sheet(uuid=draft.uuid) == 3
    draft.refresh_from_db()
    assert draft.price_list is not None
    assert (draft.price_list.kind, draft.price_list.is_active) == ("contract", False)
    found = {price.variant.sku: price.amount for price in Price.objects.filter(price_list=draft.price_list)}
    assert found == {"BOLT": D("12.5"), "NUT": D("0.333333"), "TWIN-2": D(7)}
    own = dict(CustomerArticleNumber.objects.values_list("variant__sku", "number"))
    assert own == {"BOLT": "771", "NUT": "K-9"}  # M9 is the maker's
    put_in_force(agreement=lock_agreement(uuid=draft.uuid))
    draft.price_list.refresh_from_db()
    assert draft.price_list.is_active


def test_another_sheet_takes_the_place_of_the_first(draft: Agreement) -> None:
    sheet(draft, "BOLT;;;1;1", "NUT;;;1;1")
    sheet(draft, "NUT;;;1;2")
    assert rows_of(draft) == [("NUT", "NUT", "sku", False)]


@pytest.mark.parametrize(
    ("head", "rows", "code"),
    [
        ("Varenr;Pris", ("BOLT;gratis",), "tender_numbers"),
        ("Varenr;Pris", ("BOLT;-1",), "tender_numbers"),
        ("Farge;Pris", ("BOLT;1",), "tender_columns"),
        ("Varenr;Pris", (), "tender_empty"),
    ],
)
def test_what_is_no_price_sheet_is_refused_and_leaves_the_last_one(
    draft: Agreement, head: str, rows: tuple[str, ...], code: str
) -> None:
    sheet(draft, "NUT;;;1;2")
    with pytest.raises(Refused, match=code):
        sheet(draft, *rows, head=head)
    assert rows_of(draft) == [("NUT", "NUT", "sku", False)]


def test_only_a_draft_takes_a_sheet_and_only_articles_there_are(draft: Agreement) -> None:
    sheet(draft, "999;;;1;")
    for sku, price, code in (("NOPE", None, "sku_not_found"), ("NUT", D(-1), "price_negative")):
        with pytest.raises(Refused, match=code):
            match_row(uuid=draft.uuid, position=1, sku=sku, price=price)
    with pytest.raises(NotFound):
        match_row(uuid=draft.uuid, position=2, sku="NUT", price=None)
    with pytest.raises(Refused, match="tender_not_ready"):
        apply_sheet(uuid=draft.uuid)
    Agreement.objects.update(state="terminated")
    for act in (lambda: sheet(draft, "NUT;;;1;2"), lambda: apply_sheet(uuid=draft.uuid)):
        with pytest.raises(Refused, match="agreement_not_draft"):
            act()
    assert TenderRow.objects.get().number == "999"
