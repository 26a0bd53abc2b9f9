"""Pieces of pages, written once: a template is rendered with marks where texts belong, and kept; then texts are put in.

What is kept holds nobody's texts. A text decides only by being there or not (`{% if %}`), so a template of pieces neither
filters nor compares texts; it may do so with all else (truth values, numbers), which is part of what the piece is kept by.
"""

from __future__ import annotations

import html
import re
from collections.abc import Hashable
from functools import lru_cache
from typing import Any

from django.template.loader import get_template
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

# A piece is kept for each template, language and choice of texts that are there: some hundred, of a few kilobytes.
MOST_KEPT = 2_000
_MARK = "\x01"
_MARKS = re.compile(f"{_MARK}([^{_MARK}]*){_MARK}")


class _Text:
    """Stands for a text that is there, and for one that is empty, in what a piece is kept by."""


_THERE, _EMPTY = _Text(), _Text()


def fragment(template: str, **values: Any) -> SafeString:
    """Return a piece of a page. Values are texts, what else decides, and mappings and lists of mappings of these."""
    texts: dict[str, str] = {}
    outline = _outline(values, "", texts)
    filled = list(_written(template, translation.get_language() or "en", outline))
    for place in range(1, len(filled), 2):
        text = texts[filled[place]]
        filled[place] = text if isinstance(text, SafeString) else html.escape(text)
    return mark_safe("".join(filled))  # noqa: S308  every text was escaped, unless it was markup already


def _outline(values: dict[str, Any], path: str, texts: dict[str, str]) -> tuple[tuple[str, Hashable], ...]:
    """Return what decides, and collect the texts by where they stand."""
    outline: list[tuple[str, Hashable]] = []
    for name, value in values.items():
        if isinstance(value, str):
            texts[path + name] = value
            outline.append((name, _THERE if value else _EMPTY))
        elif isinstance(value, dict):
            outline.append((name, (dict, _outline(value, f"{path}{name}.", texts))))
        elif isinstance(value, list):
            rows = tuple([_outline(row, f"{path}{name}.{place}.", texts) for place, row in enumerate(value)])
            outline.append((name, (list, rows)))
        else:
            outline.append((name, value))
    return tuple(outline)


@lru_cache(maxsize=MOST_KEPT)
def _written(template: str, language: str, outline: tuple[tuple[str, Hashable], ...]) -> tuple[str, ...]:
    """Return the piece as its fixed parts and, at every second place, where the text between them is found."""
    return tuple(_MARKS.split(get_template(template).render(_marked(outline, ""))))


def _marked(outline: Any, path: str) -> dict[str, Any]:
    return {name: _mark(value, path + name) for name, value in outline}


def _mark(value: Any, path: str) -> Any:
    if isinstance(value, _Text):
        return mark_safe(f"{_MARK}{path}{_MARK}") if value is _THERE else ""  # noqa: S308  no text is in it
    if isinstance(value, tuple) and value[0] is dict:
        return _marked(value[1], f"{path}.")
    if isinstance(value, tuple) and value[0] is list:
        return [_marked(row, f"{path}.{place}.") for place, row in enumerate(value[1])]
    return value
