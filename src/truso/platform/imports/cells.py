"""Cells as people and spreadsheets write them, in the normal form targets read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from truso.kernel.refusals import Refusal
from truso.platform.imports.reader.shapes import RawRow
from truso.platform.imports.values import CLEAR, FieldSpec, Kind, Outcome, Row

MOST_SIGNS = 100_000
YES = frozenset(["true", "1", "yes", "y", "x", "ja", "j", "sant", "tak", "t", "prawda", "sann", "✓"])
NO = frozenset(["false", "0", "no", "n", "nei", "nej", "nie", "usant", "falsk", "fałsz", "-"])
# What databases and spreadsheets write where there is no figure and no day: the same as a blank cell.
NOTHING = frozenset(("nan", "null", "none", "n/a", "#n/a", "#i/t", "#saknas!", "–", "-"))
SUMS = ("sum", "total", "summa", "razem", "suma", "totalt", "i alt", "łącznie", "ogółem")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009']")
_MONEY = re.compile(r"^(?:kr\.?|nok|sek|pln|eur|dkk|€|zł)|(?:kr\.?|nok|sek|pln|eur|dkk|€|zł|,-)$", re.IGNORECASE)
_NUMBER = re.compile(r"-?(\d+(\.\d+)?|\.\d+)", re.ASCII)
# What a spreadsheet makes of a long number, and of one that looks like a day (`1-2` becomes `01.feb`).
_MONTHS = "jan|feb|mar|apr|mai|maj|may|jun|jul|aug|sep|okt|oct|nov|des|dec|dez|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru"
_DAMAGED = re.compile(
    rf"\d([.,]\d+)?E\+\d+|\d{{1,2}}[.\-/ ]({_MONTHS})\.?([.\-/ ]\d{{2,4}})?|({_MONTHS})[.\-/]\d{{2,4}}"
    r"|\d{4}-[01]\d-[0-3]\d( [\d:]+)?",  # a day, as a workbook keeps it
    re.IGNORECASE,
)
_FLOAT_CODE = re.compile(r"^(\d{7,})[.,]0+$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ][\d:.]+)?$")
_UNSEEN = {code: None for code in (*range(9), 11, 12, *range(14, 32), 127, 0x200B, 0xFEFF)}
_GUARD = ("'=", "'+", "'-", "'@")


def read_text(text: str, _decimal: str) -> str:
    """Return a text without signs nobody sees, and without the apostrophe that keeps a spreadsheet from computing it."""
    text = text.translate(_UNSEEN).replace("\u00a0", " ").strip()
    return text[1:] if text.startswith(_GUARD) else text


def read_code(text: str, decimal: str) -> str | Refusal:
    """Return a number that names something, as text; one that a spreadsheet has made something else of can't be had back."""
    code = read_text(text, decimal)
    if _DAMAGED.fullmatch(code):
        return Refusal("cell_code_damaged", {"found": code[:40]})
    whole = _FLOAT_CODE.match(code)
    return whole[1] if whole else code


def read_number(text: str, decimal: str) -> str | Refusal:
    """Return a number with a point; empty for what stands where there is none.

    Spaces of every kind, thousands marks and currencies are taken away.
    """
    if text.strip().casefold() in NOTHING:
        return ""
    written = _SPACES.sub(" ", text.replace("\u2212", "-")).strip()
    figures = _MONEY.sub("", written).strip()
    sign = "-" if figures.startswith("-") else ""
    body = figures.removeprefix(figures[0]).lstrip() if figures[:1] in {"-", "+"} else figures
    other = "." if decimal == "," else ","
    whole, mark, part = body.rpartition(decimal)
    if not mark:
        # One mark of the other kind is a decimal mark after all where it can't part thousands.
        is_decimal = body.count(other) == 1 and not _are_thousands(body, other)
        whole, mark, part = body.partition(other) if is_decimal else (body, "", "")
    thousands = " " if " " in whole else other
    figures = f"{sign}{whole.replace(thousands, '')}" + (f".{part}" if part else "")
    if not _are_thousands(whole, thousands) or not _NUMBER.fullmatch(figures):
        return Refusal("cell_number", {"found": text[:40]})
    return figures


def _are_thousands(whole: str, mark: str) -> bool:
    """Tell whether marks stand where thousands are parted: groups of three after a first of one to three, not zero."""
    first, *others = whole.split(mark)
    return not others or (0 < len(first) <= 3 and first[0] != "0" and all(len(one) == 3 for one in others))


def read_boolean(text: str, _decimal: str) -> str | Refusal:
    """Return `true` or `false` for a yes or no in our languages."""
    word = text.strip().casefold()
    if word in YES:
        return "true"
    return "false" if word in NO else Refusal("cell_boolean", {"found": text[:40]})


def read_date(text: str, _decimal: str) -> str | Refusal:
    """Return a day as ISO 8601: year first, or day first as our countries write it; empty for what stands where there is none."""
    if text.strip().casefold() in NOTHING:
        return ""
    if found := _ISO.match(text.strip()):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.match(text.strip()):
        day, month, year = found.groups()
    else:
        return Refusal("cell_date", {"found": text[:40]})
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return Refusal("cell_date", {"found": text[:40]})


def read_list(text: str, decimal: str) -> str:
    """Return parts by `|`, without blanks around them."""
    return "|".join(part for part in (read_text(part, decimal) for part in text.split("|")) if part)


READERS: dict[str, Callable[[str, str], str | Refusal]] = {
    "text": read_text, "code": read_code, "number": read_number, "boolean": read_boolean, "date": read_date,
    "list": read_list,
}  # fmt: skip


def read_cell(text: str, spec: FieldSpec, *, decimal: str) -> str | Refusal:
    """Return a cell in the normal form of its field's type; a refusal names the field."""
    if len(text) > MOST_SIGNS:
        return Refusal("cell_too_long", {"most": MOST_SIGNS}, spec.code)
    if text.strip() == CLEAR:
        return CLEAR
    found = READERS[spec.type](text, decimal)
    return Refusal(found.code, found.params, spec.code) if isinstance(found, Refusal) else found


def to_rows(
    raw: Sequence[RawRow],
    mapping: Mapping[str, str],
    fields: Sequence[FieldSpec],
    *,
    decimal: str,
    words: Mapping[str, Mapping[str, str]] = {},
) -> tuple[list[Row], list[Outcome]]:
    """Return rows by field, and what can't be taken with every reason. Blank cells are left out.

    `words` says, by column, what a cell's text stands for (`read_words`).
    """
    specs = {field.code: field for field in fields}
    wanted = [(key, specs[code]) for key, code in mapping.items() if code in specs]
    rows, refused = [], []
    for one in raw:
        values: dict[str, str] = {}
        reasons: list[Refusal] = []
        wrong = dict(one.problems)
        for key, spec in wanted:
            if key in wrong:
                reasons.append(Refusal(wrong[key], subject=spec.code))
            text = one.cells.get(key)
            if text is None:
                continue
            if key in words:
                text = words[key].get(text.strip().casefold(), text)
            found = read_cell(text, spec, decimal=decimal)
            if isinstance(found, Refusal):
                reasons.append(found)
            elif found:
                values[spec.code] = found
        if reasons:
            key = next((values[spec.code] for _, spec in wanted if spec.is_key and spec.code in values), "")
            refused.append(Outcome(one.number, Kind.REFUSED, key, reasons=tuple(reasons)))
        elif values:
            rows.append(Row(one.number, values))
    return rows, refused


def read_words(text: str) -> dict[str, str]:
    """Return what words stand for, written as `1=discontinued; 0=active`: by the word in lower case."""
    pairs = (part.partition("=") for part in text.split(";"))
    return {word.strip().casefold(): meant.strip() for word, sign, meant in pairs if sign and word.strip()}


def is_total(row: RawRow) -> bool:
    """Tell whether a row holds the word for a sum where others have a name, and figures alone beside it."""
    words = [text for text in row.cells.values() if not _is_figure(text)]
    return len(words) == 1 < len(row.cells) and words[0].strip().rstrip(":").casefold() in SUMS


def adds_up(row: RawRow) -> bool:
    """Tell whether a row says what the ones above it come to: it names a sum, or holds nothing but figures."""
    cells = [text.strip().casefold() for text in row.cells.values()]
    if any(cell.startswith(SUMS) for cell in cells):
        return True
    return all(map(_is_figure, cells))


def _is_figure(text: str) -> bool:
    return any(isinstance(read_number(text, mark), str) for mark in (",", "."))
