"""Writes to size guides: a table of measures per size, its headings in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from truso.kernel.refusals import Refusal, Refused
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import SizeGuide

MOST_COLUMNS, MOST_ROWS, MOST_CELL = 12, 100, 40


def save_size_guide(
    *, guide: SizeGuide, columns: Mapping[str, Sequence[str]], rows: Sequence[Sequence[str]]
) -> SizeGuide:
    """Write a size guide. `columns` holds the headings per language, the size's first; `rows` the cells, measures in cm.

    Refuses `size_columns` where a language has another number of headings than the first (from 2 to 12), `size_rows`
    without rows or with more than 100, and `size_cells` per row with more or fewer cells than headings.
    """
    given = {code: [one.strip()[:MOST_CELL] for one in columns[code]] for code in LANGUAGES if columns.get(code)}
    count = len(next(iter(given.values()), []))
    problems = []
    if not 2 <= count <= MOST_COLUMNS or any(len(one) != count for one in given.values()):
        problems.append(Refusal("size_columns", {"most": MOST_COLUMNS}, "columns"))
    if not 0 < len(rows) <= MOST_ROWS:
        problems.append(Refusal("size_rows", {"most": MOST_ROWS}, "rows"))
    problems += [
        Refusal("size_cells", {"row": place, "found": len(row), "wanted": count}, "rows")
        for place, row in enumerate(rows, start=1)
        if count and len(row) != count
    ][:20]
    if problems:
        raise Refused(*problems)
    guide.table = {
        "columns": [{"names": {code: given[code][place] for code in given}} for place in range(count)],
        "rows": [[cell.strip()[:MOST_CELL] for cell in row] for row in rows],
    }
    guide.save()
    return guide
