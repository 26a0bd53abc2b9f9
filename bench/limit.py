"""The limit: the same rows by plain psycopg through a minimal WSGI app. What no shop on this ground can undercut.

No buyer is looked up, nothing is checked, no language falls back; prices are the lower of contract and list.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

import msgspec
import psycopg

_CARD = """
select v.sku, v.uuid, v.gtin, v.mpn, t.name, t.slug, b.name, v.unit, v.price_unit, i.uuid, i.width, i.height, p.uuid,
       (select min(r.amount) from pricing_price r where r.variant_id = v.id and r.price_list_id = any(%(lists)s) and r.minimum_quantity <= 1)::text,
       (select sum(s.on_hand - s.reserved) from inventory_stockitem s where s.variant_id = v.id)::text
from catalog_variant v join catalog_product p on p.id = v.product_id join catalog_brand b on b.id = p.brand_id
join catalog_producttext t on t.product_id = p.id and t.language = 'nb'
left join catalog_productpicture g on g.product_id = p.id left join catalog_picture i on i.id = g.picture_id
"""
_LIST = (
    _CARD
    + """ where v.id = any(array(
    select (select v.id from catalog_variant v where v.product_id = p.id limit 1) from catalog_product p
    where p.category_id = %(category)s order by p.id limit 24))"""
)
_PRODUCT = (
    _CARD.replace("select v.sku", "select p.attributes::text, v.attributes::text, t.description, v.sku")
    + " where p.id = (select product_id from catalog_producttext where language = 'nb' and slug = %(slug)s)"
)
_SKU = _PRODUCT.partition(" where p.id")[0] + " where v.sku_normalized = %(sku)s"
_BY_IDS = _CARD + " where v.id = any(%(ids)s)"
_CART = _CARD.replace("select v.sku", "select l.quantity::text, v.sku") + (
    " join limit_cartline l on l.variant_id = v.id where l.person_id = %(person)s"
)
TABLES = """
drop table if exists limit_cartline; drop table if exists limit_orderline; drop table if exists limit_order;
create table limit_cartline (id bigserial primary key, person_id bigint, variant_id bigint, quantity numeric);
create index on limit_cartline (person_id);
create table limit_order (id bigserial primary key, uuid uuid, person_id bigint, placed_at timestamptz default now(), total numeric);
create table limit_orderline (id bigserial primary key, order_id bigint, variant_id bigint, name text, quantity numeric, amount numeric);
"""
_local = threading.local()
_encode = msgspec.json.Encoder().encode
StartResponse = Callable[[str, list[tuple[str, str]]], Any]


def _link() -> psycopg.Connection:
    if not hasattr(_local, "link"):
        _local.link = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True, prepare_threshold=1)
    return _local.link  # type: ignore[no-any-return]


def _rows(statement: str, values: dict[str, Any]) -> Any:
    return _link().execute(statement, values).fetchall()


def _lists(query: dict[str, str]) -> list[int]:
    return [1, 2, int(query["contract"])]


def list_category(query: dict[str, str], _: Any) -> Any:
    return _rows(_LIST, {"category": int(query["category"]), "lists": _lists(query)})


def show_product(query: dict[str, str], _: Any) -> Any:
    return _rows(_PRODUCT, {"slug": query["slug"], "lists": _lists(query)})


def show_sku(query: dict[str, str], _: Any) -> Any:
    return _rows(_SKU, {"sku": query["sku"], "lists": _lists(query)})


def show_cart(query: dict[str, str], _: Any) -> Any:
    return _rows(_CART, {"person": int(query["person"]), "lists": _lists(query)})


def search(query: dict[str, str], _: Any) -> Any:
    """Ask the engine itself, without a range and without own prices, and fetch the rows of its page."""
    from truso.modules.search.engine import Replica, SearchQuery

    if not hasattr(search, "replica"):
        search.replica = Replica(os.environ["TRUSO_HOME"] + "/search")  # type: ignore[attr-defined]
    page = search.replica.search(  # type: ignore[attr-defined]
        SearchQuery(
            language="nb", text=query["q"], price_list_ids=(2, 1), sort="relevance", limit=24,
            facets=tuple(f"f{family}-a{place}" for family in range(20) for place in range(10)),
        )
    )  # fmt: skip
    rows = _rows(_BY_IDS, {"ids": [hit.variant_id for hit in page.hits], "lists": _lists(query)})
    return [rows, [[one.code, [[value.code, value.count] for value in one.values]] for one in page.facets]]


_ADD = """
with found as (select v.id, w.quantity from unnest(%(skus)s::text[], %(quantities)s::numeric[]) w(sku, quantity)
               join catalog_variant v on v.sku_normalized = w.sku)
insert into limit_cartline (person_id, variant_id, quantity) select %(person)s, id, quantity from found returning id
"""


def add_lines(query: dict[str, str], body: Any) -> Any:
    skus, quantities = [line["sku"] for line in body["lines"]], [line["quantity"] for line in body["lines"]]
    return _rows(_ADD, {"skus": skus, "quantities": quantities, "person": int(query["person"])})


def place_order(query: dict[str, str], body: Any) -> Any:
    """Take the stock, write the order and its line, empty the cart: one transaction."""
    person = int(query["person"])
    with _link().transaction():
        add_lines(query, body)
        lines = _rows(_CART, {"person": person, "lists": _lists(query)})
        _rows(
            "update inventory_stockitem s set reserved = s.reserved + 1 from catalog_variant v "
            "where v.id = s.variant_id and v.sku = any(%(skus)s) and s.location_id = 1 and s.on_hand > s.reserved returning s.id",
            {"skus": [line[1] for line in lines]},
        )
        ((order,),) = _rows(
            "insert into limit_order (uuid, person_id, total) values (%(uuid)s, %(person)s, %(total)s) returning id",
            {"uuid": uuid4(), "person": person, "total": lines[0][14]},
        )
        _rows(
            "insert into limit_orderline (order_id, variant_id, name, quantity, amount) "
            "select %(order)s, variant_id, %(name)s, quantity, %(amount)s from limit_cartline where person_id = %(person)s returning id",
            {"order": order, "name": lines[0][5], "amount": lines[0][14], "person": person},
        )
        _rows("delete from limit_cartline where person_id = %(person)s returning id", {"person": person})
    return [order, lines]


ROUTES = {
    "/list": list_category, "/product": show_product, "/sku": show_sku, "/cart": show_cart, "/search": search,
    "/add": add_lines, "/order": place_order,
}  # fmt: skip


def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Answer one request."""
    query = dict(parse_qsl(environ["QUERY_STRING"]))
    body = json.loads(environ["wsgi.input"].read()) if environ["REQUEST_METHOD"] == "POST" else None
    content = _encode(ROUTES[environ["PATH_INFO"]](query, body))
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(content)))])
    return [content]


if __name__ == "__main__":
    import sys

    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "bench.limit:application", address="127.0.0.1", port=int(sys.argv[1]), interface=Interfaces.WSGI, workers=2,
        blocking_threads=4, log_level=LogLevels.warning,
    ).serve()  # fmt: skip
