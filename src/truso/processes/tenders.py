"""Read a tender's price sheet and find our articles for its rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import IO, Any
from uuid import UUID

import msgspec
from django.utils.translation import gettext_lazy as _

from truso.kernel.buyer import Buyer
from truso.kernel.money import parse_amount
from truso.kernel.refusals import NotFound, refuse
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.tenders import MOST_ROWS, SheetRow, keep_sheet
from truso.modules.catalog.articles import Match, match_codes
from truso.modules.customers.queries import hat_of_customer, make_buyer
from truso.modules.markets.queries import market_for_buyer
from truso.platform import clock
from truso.platform.database.transactions import outside_transaction, write
from truso.platform.imports.mapping import suggest_mapping
from truso.platform.imports.reading import look_at, read_rows
from truso.platform.imports.values import FieldSpec

MOST_BYTES = 20_000_000
FIELDS = (
    FieldSpec("number", _("Article number"), "code", aliases=(
        "varenummer", "varenr", "artikkelnummer", "artikkelnr", "artikelnummer", "artikelnr", "indeks", "numer", "number", "item", "item no",
        "item number", "pos", "position", "posisjon", "ref", "sku", "nr",
    )),
    FieldSpec("gtin", "GTIN", "code", aliases=("ean", "gtin", "strekkode", "streckkod", "kod kreskowy", "barcode")),
    FieldSpec("text", _("Text"), aliases=(
        "beskrivelse", "tekst", "navn", "varenavn", "beskrivning", "benämning", "text", "namn", "opis", "nazwa", "description", "name", "product",
    )),
    FieldSpec("quantity", _("Quantity"), "number", aliases=(
        "antall", "mengde", "årsforbruk", "antal", "mängd", "kvantitet", "ilość", "quantity", "qty", "volume", "estimated quantity",
    )),
    FieldSpec("price", _("Price"), "number", aliases=(
        "pris", "enhetspris", "netto", "nettopris", "à-pris", "a-pris", "cena", "cena netto", "price", "unit price", "net price", "offer",
    )),
)  # fmt: skip


def read_tender(*, agreement: Agreement, file: IO[bytes], name: str, language: str) -> int:
    """Read a price sheet (CSV, Excel and what imports read) into a draft; return how many rows. Outside any transaction.

    Columns are found by their headings. Refuses `file_too_large`, what `look_at` refuses, `tender_columns` without a column of numbers,
    `tender_numbers` for a price or quantity that is none (with the row), and what `keep_sheet` refuses.
    """
    outside_transaction("read_tender")
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise refuse("file_too_large", "file", most=MOST_BYTES // 1_000_000)
    with tempfile.NamedTemporaryFile(suffix=Path(name).suffix[:8] or ".csv") as kept:
        kept.write(content)
        kept.flush()
        found = _rows(kept.name)
    matched = _matched(found, _buyer(agreement, language))
    with write():
        return keep_sheet(uuid=agreement.uuid, rows=matched)


def _rows(path: str) -> list[dict[str, str]]:
    look = look_at(path)
    mapping = suggest_mapping(look.columns, FIELDS)
    if not {"number", "gtin"} & set(mapping.values()):
        raise refuse("tender_columns", "file")
    found: list[dict[str, str]] = []
    for portion in read_rows(path, msgspec.to_builtins(look)):
        for row in portion:
            cells = {mapping[key]: text.strip() for key, text in row.cells.items() if key in mapping and text.strip()}
            if cells.get("number") or cells.get("gtin") or cells.get("text"):
                found.append({**cells, "row": str(row.number)})
        if len(found) > MOST_ROWS:
            raise refuse("tender_rows", "file", most=MOST_ROWS)
    return found


def _matched(rows: Iterable[Mapping[str, str]], buyer: Buyer) -> list[SheetRow]:
    read = list(rows)
    codes = {row[name] for row in read for name in ("number", "gtin") if row.get(name)}
    matches = match_codes(buyer, codes) if codes else {}
    return [_sheet_row(row, matches) for row in read]


def _sheet_row(row: Mapping[str, str], matches: Mapping[str, list[Match]]) -> SheetRow:
    found = matches.get(row.get("gtin", ""), []) or matches.get(row.get("number", ""), [])
    articles = {one.variant_id for one in found}
    one = found[0] if len(articles) == 1 else None
    return SheetRow(
        number=row.get("number") or row.get("gtin", ""),
        text=row.get("text", ""),
        quantity=_number(row, "quantity"),
        price=_number(row, "price"),
        variant_id=one.variant_id if one else None,
        matched_by=one.kind if one else "",
        is_ambiguous=len(articles) > 1,
    )


def _number(row: Mapping[str, str], name: str) -> Decimal | None:
    text = row.get(name, "")
    if not text:
        return None
    number = parse_amount(text)
    if number is None or not 0 <= number < Decimal(10) ** 11:
        raise refuse("tender_numbers", "file", row=row["row"], found=text[:40])
    return number


def _buyer(agreement: Agreement, language: str) -> Buyer:
    """Return the customer as a buyer: what it may not see is not matched."""
    hat: Any = hat_of_customer(agreement.customer_id)
    return make_buyer(market=market_for_buyer(agreement.customer.market), language=language, now=clock.now(), hat=hat)


def draft_of(uuid: UUID) -> Agreement:
    """Return an agreement with its customer and market; raises NotFound."""
    found = Agreement.objects.select_related("customer__market").filter(uuid=uuid).first()
    if found is None:
        raise NotFound("agreement")
    return found
