"""Which column of a list holds what: named by its heads, in four languages, or told by looking at what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from math import isfinite

from truso.kernel.identifiers import fold
from truso.kernel.quantity import parse_quantity
from truso.kernel.value import Value

MAX_CODE = 60
# A number this long is an article's rather than a quantity.
LONG_NUMBER = 5
MOST_CODE_COLUMNS = 3
NUMBER = r"[+-]?\d+(?:[.,]\d{1,3})?"
UNIT = r"(?:(?:stk|st|szt|pcs|pc|ea|pk|pkt|pak|m|par|pr)\.?)"
QUANTITY = re.compile(rf"^({NUMBER})\s*{UNIT}?$", re.IGNORECASE)
CODE_HEADS = frozenset(
    """sku article articleno articlenumber item itemno itemnumber partno partnumber part product productno code number no
    ordernumber catalogno catalognumber productcode itemcode articlecode
    artikkel artikkelnr artikkelnummer vare varenr varenummer nobb nobbnr el elnr elnummer produkt produktnr produktnummer
    bestillingsnr bestillingsnummer varekode varunr varunummer
    artikel artikelnr artikelnummer artnr artno artikelkod bestnr bestallningsnr bestallningsnummer rsk rsknr enummer
    indeks indekstowaru numer nrartykulu numerartykulu artykul towar kod kodproduktu kodtowaru kodartykulu symbol
    nrkatalogowy numerkatalogowy ean eankod eancode gtin""".split()  # noqa: SIM905
)
QUANTITY_HEADS = frozenset(
    """quantity qty amount count orderqty orderquantity pieces pcs antall ant antallstk mengde stk bestilt bestilles
    antal bestallt kvantitet mangd ilosc liczba szt sztuk sztuki iloscszt liczbasztuk zamowienie""".split()  # noqa: SIM905
)
REFERENCE_HEADS = frozenset(
    """reference ref yourref yourreference linereference mark marking label referanse deresref deresreferanse merke
    merking merknad godsmerking varemerking
    referens erreferens marke markning godsmarke godsmarkning
    referencja waszareferencja oznaczenie uwagi""".split()  # noqa: SIM905
)
_IN_BRACKETS = re.compile(r"\([^)]*\)")


class Columns(Value, frozen=True):
    """Where article numbers (the likeliest column first), quantity and reference stand."""

    codes: tuple[int, ...] = ()
    quantity: int | None = None
    reference: int | None = None


def head_word(cell: str) -> str:
    """Return a head as it is compared: `Art. nr. (vår)` is artnr."""
    return re.sub(r"[^a-z]", "", fold(_IN_BRACKETS.sub("", cell)))


def columns_named(cells: Sequence[str]) -> Columns | None:
    """Return the columns a row names, or None when it names neither article number nor quantity. Heads hold no digits."""
    if any(character.isdigit() for cell in cells for character in cell):
        return None
    words = [head_word(cell) for cell in cells]
    codes = tuple(at for at, word in enumerate(words) if word in CODE_HEADS)[:MOST_CODE_COLUMNS]
    quantity = next((at for at, word in enumerate(words) if word in QUANTITY_HEADS), None)
    reference = next((at for at, word in enumerate(words) if word in REFERENCE_HEADS), None)
    return Columns(codes, quantity, reference) if codes or quantity is not None else None


def columns_by_looking(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Tell article numbers and quantity by what stands in the columns; None when no column looks like a quantity.

    References are never told by looking: an article's name in their place would be printed on documents.
    """
    filled = {at: _filled(rows, at) for at in range(max((len(row) for row in rows), default=0))}
    filled = {at: cells for at, cells in filled.items() if cells}
    counts = [at for at, cells in filled.items() if len(cells) * 2 >= len(rows) and _are_quantities(cells)]
    counts.sort(key=lambda at: (_are_long(filled[at]), _are_positions(filled[at]), _have_decimals(filled[at]), at))
    if not counts or len(filled) == 1:
        return None
    quantity = counts[0]
    codes = [at for at, cells in filled.items() if at != quantity and _may_be_codes(cells)]
    codes.sort(key=lambda at: (_are_words(filled[at]), at))
    return Columns(tuple(codes[:MOST_CODE_COLUMNS]), quantity) if codes else None


def _filled(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at] for row in rows if at < len(row) and row[at]]


def _are_quantities(cells: Sequence[str]) -> bool:
    return all(QUANTITY.match(cell) for cell in cells)


def _are_long(cells: Sequence[str]) -> bool:
    return max(len(cell) for cell in cells) >= LONG_NUMBER


def _have_decimals(cells: Sequence[str]) -> bool:
    return any("." in cell or "," in cell for cell in cells)


def _are_positions(cells: Sequence[str]) -> bool:
    """Tell whether these number the lines: 1, 2, 3 or 10, 20, 30."""
    numbers = [parse_quantity(cell) for cell in cells]
    step = numbers[0]
    return step is not None and len(cells) > 2 and numbers == [step * (at + 1) for at in range(len(numbers))]


def _may_be_codes(cells: Sequence[str]) -> bool:
    prices = _are_quantities(cells) and _have_decimals(cells)
    return not prices and not _are_positions(cells) and all(len(cell) <= MAX_CODE for cell in cells)


def _are_words(cells: Sequence[str]) -> bool:
    """Tell names from numbers: most cells hold a space, or no digit at all."""
    return sum(" " in cell or not any(one.isdigit() for one in cell) for cell in cells) * 2 > len(cells)


def cell_text(value: object) -> str:
    """Return a spreadsheet's cell as people read it: `4500123456789.0` without its point, text with its leading zeros."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if not isfinite(value):
            return ""
        # As written in the sheet: 0.1 + 0.2 is 0.3 there, to the fifteen digits spreadsheets keep.
        plain = f"{Decimal(f'{value:.15g}'):f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return " ".join("".join(one if one.isprintable() else " " for one in str(value)).split())
