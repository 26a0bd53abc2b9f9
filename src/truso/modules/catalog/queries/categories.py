"""The tree of categories as a buyer sees it."""

from __future__ import annotations

from typing import Any

from django.db import connection

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import slugify
from truso.kernel.refusals import NotFound
from truso.kernel.texts import LANGUAGES, in_language
from truso.modules.catalog.queries.pictures import picture_ref
from truso.modules.catalog.values import CategoryNode, CategoryTree
from truso.modules.catalog.visibility import VISIBLE_NAMED, Range, range_of
from truso.platform.database.values import read_json
from truso.platform.shortlived import short_lived

_CATEGORIES = """
select c.id, c.code, c.parent_id, c.path, c.family_id, c.names, c.slugs, c.intros,
       i.uuid, i.width, i.height, i.content_type, i.alternative_texts
from catalog_category c left join catalog_picture i on i.id = c.picture_id
where c.is_active order by c.position, c.code
"""
_FILLED = f"""
select distinct p.category_id from catalog_product p
where p.status = 'active'
  and exists (select 1 from catalog_variant v where v.product_id = p.id and v.status = 'active' and {VISIBLE_NAMED})
"""  # noqa: S608


def category_tree(buyer: Buyer) -> CategoryTree:
    """Return the categories in which the buyer finds something, in the buyer's language. Changes show within half a minute."""
    return _tree(buyer.language, range_of(buyer))


@short_lived(seconds=30)
def _tree(language: str, limits: Range) -> CategoryTree:
    with connection.cursor() as cursor:
        cursor.execute(_CATEGORIES)
        rows = cursor.fetchall()
        cursor.execute(_FILLED, limits.parameters)
        filled = {row[0] for row in cursor.fetchall()}
    active = {row[0] for row in rows}
    paths = {row[0]: tuple(row[3]) or (row[0],) for row in rows}
    shown = {one for category in filled & active if active.issuperset(paths[category]) for one in paths[category]}
    return _assemble([row for row in rows if row[0] in shown], language)


def _assemble(rows: list[tuple[Any, ...]], language: str) -> CategoryTree:
    children: dict[int | None, list[tuple[Any, ...]]] = {}
    for row in rows:
        children.setdefault(row[2], []).append(row)
    by_id: dict[int, CategoryNode] = {}

    def build(row: tuple[Any, ...]) -> CategoryNode:
        node = _node(row, tuple(build(child) for child in children.get(row[0], ())), language)
        by_id[node.id] = node
        return node

    roots = tuple(build(row) for row in children.get(None, ()))
    # The address in the reader's language counts first, then those in others, then the code.
    by_slug = {node.code: node for node in by_id.values()}
    by_slug |= {slug: node for node in by_id.values() for slug in node.slugs.values()}
    by_slug |= {node.slug: node for node in by_id.values()}
    return CategoryTree(roots, by_id, {node.code: node for node in by_id.values()}, by_slug)


def _node(row: tuple[Any, ...], children: tuple[CategoryNode, ...], language: str) -> CategoryNode:
    names, slugs, intros = _texts(row[5]), _texts(row[6]), _texts(row[7])
    name = in_language(names, language) or row[1]
    complete = {code: slugs.get(code) or slugify(in_language(names, code)) or row[1] for code in LANGUAGES}
    return CategoryNode(
        id=row[0], code=row[1], name=name, slug=complete.get(language, row[1]), slugs=complete,
        intro=in_language(intros, language), parent_id=row[2], path=tuple(row[3]) or (row[0],), family_id=row[4],
        picture=picture_ref(row[8], row[9], row[10], row[11], _texts(row[12]), language), children=children,
    )  # fmt: skip


def _texts(value: Any) -> dict[str, str]:
    return read_json(value) or {}


def category_by_slug(buyer: Buyer, slug: str) -> CategoryNode:
    """Return a category by its address in the buyer's language, else in another; raises NotFound."""
    found = category_tree(buyer).by_slug.get(slug)
    if found is None:
        raise NotFound("category")
    return found
