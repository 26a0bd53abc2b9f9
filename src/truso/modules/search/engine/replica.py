"""A node's reading side of the search index: maps the generation in use, for any number of threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from truso.modules.search.engine.build import current_generation
from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.columns import Array
from truso.modules.search.engine.facets import Counts, count_facets, price_span
from truso.modules.search.engine.filtering import Filters, Visible, passing
from truso.modules.search.engine.matching import Found, Matcher, Matches
from truso.modules.search.engine.near import near_variants
from truso.modules.search.engine.ordering import Candidates, Groups, collapse, grouped, page, sort_keys
from truso.modules.search.engine.prices import Own, Prices, prices_for
from truso.modules.search.engine.scale import MISSING, from_micro
from truso.modules.search.engine.snapshot import Snapshot, open_snapshot, signature
from truso.modules.search.engine.steering import rows_of_products, tiers
from truso.modules.search.engine.suggesting import Likely, suggest_terms
from truso.modules.search.engine.text import clean
from truso.modules.search.engine.values import SearchHit, SearchPage, SearchQuery, SearchScope, Suggestions
from truso.modules.search.engine.writer import NoGeneration

# Counting fewer rows of a text than this is quicker than it is worth to remember; categories are asked for again.
_WORTH_REMEMBERING = 4096
_ATTEMPTS = 5
# What one process keeps at most: rows of texts, masks, price columns.
_MEGABYTE = 1 << 20


class Replica:
    """Answer queries from the generation in use. Raises NoGeneration while there is none.

    A query sees one state from beginning to end; a later state is seen after `reload_if_changed`.
    """

    def __init__(self, root: Path) -> None:
        self.root = Path(root)
        self._reloading = Lock()
        self._matches: RecentCache[Any] = RecentCache(2048, 128 * _MEGABYTE)
        self._masks: RecentCache[Array] = RecentCache(256, 128 * _MEGABYTE)
        self._profiles: RecentCache[Array] = RecentCache(64, 256 * _MEGABYTE)
        self._counts: RecentCache[Counts] = RecentCache(2048)
        self._owned: RecentCache[Own] = RecentCache(256)
        self._groups: RecentCache[Groups] = RecentCache(256, 96 * _MEGABYTE)
        self._snapshot, self._signature = self._open(None)

    @property
    def generation(self) -> str:
        """Name of the generation that is mapped."""
        return self._snapshot.generation

    @property
    def documents(self) -> int:
        """Number of variants in the mapped state."""
        return self._snapshot.state.documents

    def reload_if_changed(self) -> bool:
        """Map the present state if it is not the one mapped; cheap when nothing changed (one stat, one small file)."""
        if self._seen() == self._signature:
            return False
        with self._reloading:
            if self._seen() == self._signature:
                return False
            self._snapshot, self._signature = self._open(self._snapshot)
        return True

    def search(self, query: SearchQuery) -> SearchPage:
        """Return one page of hits and the counts of all of them. Never refuses: an odd query finds nothing."""
        search = _Search(self, self._snapshot, query)
        return search.page()

    def suggest(self, text: str, language: str, limit: int, scope: SearchQuery) -> Suggestions:
        """Return products and words for a text that is being typed, one hit per product.

        `scope` says who asks (range, prices, own numbers) and what other wordings the text has; its order and paging do
        not count. Goods whose names the text begins come first, the popular before others.
        """
        snapshot = self._snapshot
        query = replace(
            scope, text=text, language=language, sort="relevance", offset=0, limit=limit, facets=(), collapse=True
        )
        if not text.strip():
            return Suggestions((), ())
        visible = Visible(snapshot, self._masks, query.scope)
        matcher = Matcher(snapshot, self._matches, query.scope, visible)
        terms = suggest_terms(snapshot, matcher, text, language, limit)
        found = None
        if not matcher.identified(clean(text), query.own_numbers):
            likely = Likely(snapshot, visible, language).matches((text, *query.alternatives), limit)
            found = Found(likely) if len(likely.rows) else None
        return Suggestions(_Search(self, snapshot, query, found).hits(), terms)

    def near(
        self, codes: Sequence[str], scope: SearchScope, own_numbers: Mapping[str, int], most: int
    ) -> dict[str, tuple[int, ...]]:
        """Return, per code, up to `most` variants the asker may see one of whose numbers is nearly it."""
        snapshot = self._snapshot
        visible = Visible(snapshot, self._masks, scope)
        return {code: near_variants(snapshot, visible, code, own_numbers, most) for code in codes}

    def _seen(self) -> tuple[Any, ...]:
        name = current_generation(self.root)
        try:
            return (name, *signature(self.root, name)) if name else ()
        except FileNotFoundError:
            return ()

    def _open(self, previous: Snapshot | None) -> tuple[Snapshot, tuple[Any, ...]]:
        for attempt in range(_ATTEMPTS):
            name = current_generation(self.root)
            if name is None:
                raise NoGeneration(str(self.root))
            try:
                snapshot, seen = open_snapshot(self.root, name, previous)
            except (FileNotFoundError, ValueError) as error:
                # Two generations may have been published while this one was being opened.
                if attempt == _ATTEMPTS - 1 or current_generation(self.root) == name:
                    raise NoGeneration(str(self.root)) from error
                continue
            return snapshot, (name, *seen)
        raise NoGeneration(str(self.root))


class _Search:
    """One query on one snapshot, step by step."""

    def __init__(self, replica: Replica, snapshot: Snapshot, query: SearchQuery, found: Found | None = None) -> None:
        """`found` is what the text finds, where that is known already."""
        self._replica, self._snapshot, self._query = replica, snapshot, query
        self._filters = Filters(snapshot, replica._masks)
        self.visible = Visible(snapshot, replica._masks, query.scope)
        self.matcher = Matcher(snapshot, replica._matches, query.scope, self.visible)
        self._found = found
        matches = found.matches if found is not None else self._candidates()
        self._prices: Prices = prices_for(snapshot, query, replica._profiles, replica._owned)
        rows, scores, prices = matches.rows, matches.scores, self._prices.of(matches.rows)
        self._matched_rows, self._matched_prices = rows, prices
        filters = self._filters.of(query, rows, prices)
        self._widened_masks: dict[tuple[str, str], Array] = {}
        if filters:
            passed, self._widened_masks = passing(filters, len(rows))
            places = np.flatnonzero(passed)
            rows, scores, prices = rows[places], scores[places], prices[places]
        self._rows, self._hit_prices = rows, prices
        self._ordered = self._collapsed(scores, is_whole=not filters) if query.collapse else self._uncollapsed(scores)

    def _uncollapsed(self, scores: Array) -> Candidates:
        popularity = self._snapshot.column("popularity", "<f8")[self._rows]
        return Candidates(self._rows, self._hit_prices, scores, popularity, np.ones(len(self._rows), "<i8"))

    def _collapsed(self, scores: Array, *, is_whole: bool) -> Candidates:
        """Return a row per product; what stands together in a category or in all is asked for again, so it is kept."""
        rows = self._rows
        found = Candidates(rows, self._hit_prices, scores, rows, rows)
        if not is_whole or self._found is not None or not len(rows):
            return collapse(self._snapshot, found)
        groups = self._replica._groups.get_or_make(self._browse_key, lambda: grouped(self._snapshot, rows))
        return collapse(self._snapshot, found, groups)

    @property
    def _browse_key(self) -> tuple[Any, ...]:
        return (self._snapshot.text_key, "browse", self._query.scope, self._query.category_id)

    def page(self) -> SearchPage:
        """Return the page with its counts."""
        found, counts = self._found, self._counts()
        prices = self._hit_prices
        if ("price", "") in self._widened_masks:
            prices = self._matched_prices[self._widened_masks["price", ""]]
        return SearchPage(
            total=len(self._ordered.rows),
            hits=self.hits(),
            facets=counts.facets,
            ranges=counts.ranges,
            brands=counts.brands,
            categories=counts.categories,
            price_range=price_span(prices),
            exact=found is not None and found.exact,
            corrected_text=found.corrected_text if found is not None else "",
        )

    def hits(self) -> tuple[SearchHit, ...]:
        """Return the hits of the page in order."""
        snapshot, query = self._snapshot, self._query
        keys = sort_keys(snapshot, self._filters, self._ordered, query.sort, query.language)
        if self._found is not None and self._found.exact and query.sort == "relevance":
            keys = [-self._ordered.scores]
        elif (wanted := tiers(snapshot, self._filters, self._ordered.rows, query)) is not None:
            keys = [wanted, *keys]
        shown = page(snapshot, self._ordered, keys, query.offset, query.limit)
        kinds = self._found.kinds if self._found is not None else {}
        usual = "browse" if self._found is None else "text"
        variant_ids = snapshot.column("variant")[shown.rows].tolist()
        product_ids = snapshot.column("product")[shown.rows].tolist()
        found = zip(
            variant_ids, product_ids, shown.rows.tolist(), shown.prices.tolist(), shown.variants.tolist(), strict=True
        )
        return tuple(
            SearchHit(v, p, kinds.get(row, usual), None if price == MISSING else from_micro(price), variants)
            for v, p, row, price, variants in found
        )

    def _candidates(self) -> Matches:
        """Return the visible rows before filters: of the text, else of the category, else all."""
        query, snapshot = self._query, self._snapshot
        if query.text.strip():
            also = rows_of_products(snapshot, self._replica._masks, (*query.also_products, *query.pinned))
            self._found = self.matcher.find(query.text, query.language, query.own_numbers, query.alternatives, also)
            return self._found.matches

        def make() -> Matches:
            mask = self.visible.mask
            if query.category_id is not None:
                mask = mask & self._filters.rows_with("category", query.category_id)
            rows = np.flatnonzero(mask)
            return Matches(rows, np.zeros(len(rows), "<i4"))

        found: Matches = self._replica._matches.get_or_make(self._browse_key, make)
        return found

    def _counts(self) -> Counts:
        query, snapshot = self._query, self._snapshot

        def make() -> Counts:
            widened = {facet: self._matched_rows[mask] for facet, mask in self._widened_masks.items()}
            return count_facets(snapshot, self._filters, query, self._rows, widened)

        exact = self._found is not None and self._found.exact
        by_price = query.price_range != (None, None)
        is_small = len(self._matched_rows) < _WORTH_REMEMBERING and self._found is not None
        if is_small or exact or by_price:
            return make()
        key = (
            snapshot.text_key, snapshot.state.stock_version if query.in_stock or query.within_days is not None else 0, query.text, query.language,
            query.category_id, query.brand_ids, _frozen(query.choices), _frozen(query.ranges), query.in_stock,
            query.within_days, query.among_products, query.scope, query.collapse, query.facets, query.alternatives, query.also_products, query.pinned,
        )  # fmt: skip
        return self._replica._counts.get_or_make(key, make)


def _frozen(mapping: Any) -> tuple[Any, ...]:
    return tuple((key, tuple(value)) for key, value in sorted(mapping.items(), key=lambda item: item[0]))
