"""Documents a buyer may have, found by words of their titles and texts, each with some of its products."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.texts import language_order, like_literal
from truso.kernel.value import Value
from truso.modules.catalog.queries.documents import (
    HAS_READER,
    MOST_WORDS,
    OFFERED,
    PRODUCTS_OF_LINK,
    ROW,
    documents_of_rows,
    terms_of,
)
from truso.modules.catalog.values import DocumentRef
from truso.modules.catalog.visibility import VISIBLE_NAMED

PRODUCTS_SHOWN = 3
# Without words those in the reader's language and in none, by title: the index gives them in that order.
_ALL = "d.language = any(%(own)s::text[])"
_BY_WORDS = """(upper(d.title) like all(%(likes)s::text[]) or d.id in (select t.document_id from catalog_documenttext t
    where to_tsvector('simple'::regconfig, coalesce(t.words, '')) @@ to_tsquery('simple'::regconfig, %(words)s)))"""
_PLACE = "coalesce(array_position(%(languages)s::text[], nullif(d.language, '')), 1),"
_PRODUCTS = f"""
    select json_agg(json_build_array(s.name, s.slug)) from (
        select distinct on (p.id) t.name, t.slug from catalog_documentlink l
        cross join lateral ({PRODUCTS_OF_LINK} limit 200) x
        join catalog_product p on p.id = x.id join catalog_variant v on v.product_id = p.id
        join lateral (select name, slug from catalog_producttext where product_id = p.id
            order by array_position(%(languages)s::text[], language::text) limit 1) t on true
        where l.document_id = d.id and p.status = 'active' and v.status = 'active' and {VISIBLE_NAMED}
        order by p.id limit {PRODUCTS_SHOWN}) s"""  # noqa: S608


class ListedDocument(Value, frozen=True):
    """A document and the names and addresses of some of its products."""

    document: DocumentRef
    products: tuple[tuple[str, str], ...]


def find_documents(buyer: Buyer, *, words: str = "", start: int = 0, limit: int = 25) -> list[ListedDocument]:
    """Return documents the buyer may have, in one statement: `limit` of them after the first `start`.

    All words stand in the title, or each begins a word of the text. With words those in all languages, the reader's
    first; without, those in the reader's language and those for readers of all.
    """
    wanted = re.findall(r"\w+", words)[:MOST_WORDS]
    if words.strip() and not wanted:
        return []
    parameters: dict[str, Any] = {
        **terms_of(buyer),
        "languages": list(language_order(buyer.language)),
        "own": [buyer.language, ""],
        "words": " & ".join(f"{word}:*" for word in wanted),
        "likes": [f"%{like_literal(word.upper())}%" for word in wanted],
        "start": start,
        "limit": limit,
    }
    with connection.cursor() as cursor:
        cursor.execute(_statement(has_words=bool(wanted)), parameters)
        rows = cursor.fetchall()
    return [
        ListedDocument(
            documents_of_rows([row], buyer.language)[0], tuple((name, slug) for name, slug in products or ())
        )
        for row, products in rows
    ]


_PRODUCTS_BY_WORDS = f"""
select distinct x.id from catalog_document d join catalog_documentlink l on l.document_id = d.id
cross join lateral ({PRODUCTS_OF_LINK} limit %(limit)s) x
where d.id in (select t.document_id from catalog_documenttext t
    where to_tsvector('simple'::regconfig, coalesce(t.words, '')) @@ to_tsquery('simple'::regconfig, %(words)s) order by 1 limit 50)
  and {OFFERED} order by 1 limit %(limit)s
"""  # noqa: S608


def products_by_documents(buyer: Buyer, words: str, *, limit: int) -> tuple[int, ...]:
    """Return products in the text of whose documents all the words stand, each as the beginning of one there.

    Only by documents the buyer may have; whether the buyer sees the products is asked elsewhere. At most `limit`, by their key.
    """
    wanted = re.findall(r"\w+", words)[:MOST_WORDS]
    if not wanted:
        return ()
    parameters = {**terms_of(buyer), "words": " & ".join(f"{word}:*" for word in wanted), "limit": limit}
    with connection.cursor() as cursor:
        cursor.execute(_PRODUCTS_BY_WORDS, parameters)
        return tuple(sorted(row[0] for row in cursor.fetchall()))


def _statement(*, has_words: bool) -> str:
    condition, place = (_BY_WORDS, _PLACE) if has_words else (_ALL, "")
    return f"""
select {ROW}, ({_PRODUCTS}) from (
    select * from catalog_document d where {condition} and {OFFERED} and {HAS_READER}
    order by {place} d.title, d.id limit %(limit)s offset %(start)s
) d order by {place} d.title, d.id
"""  # noqa: S608
