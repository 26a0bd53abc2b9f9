"""Pieces of pages that are written once for all who see the same: cards, rows and facets, kept by the values they show."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from django.template.loader import get_template
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# A card takes about three kilobytes.
MOST_KEPT = 10_000
TOKEN, HERE = "\x01token\x01", "\x01here\x01"


@lru_cache(maxsize=MOST_KEPT)
def _written(template: str, language: str, values: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return mark_safe(get_template(template).render(dict(values)))  # noqa: S308  a template escapes what it writes


def fragment(template: str, **values: Hashable) -> SafeString:
    """Return a piece of a page. Nothing but the values and the language may decide what it says."""
    return _written(template, translation.get_language() or "en", tuple(values.items()))


def posting_fragment(template: str, *, token: str, here: str, **values: Hashable) -> SafeString:
    """Return a piece with a form: the reader's own token and the page to come back to are put in afterwards."""
    written = fragment(template, token=TOKEN, here=HERE, **values)
    return mark_safe(written.replace(TOKEN, escape(token)).replace(HERE, escape(here)))  # noqa: S308
