"""What is measured: each case as its requests to the shop and to the limit."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from bench.client import Unit, request
from bench.shop.goods import LEAVES, TOPS, Goods, Product
from bench.shop.load import PEOPLE_EACH
from bench.shop.words import ADJECTIVES, KINDS


@dataclass(frozen=True, slots=True)
class Person:
    """A buyer of the generated shop: who they are and how they prove it."""

    customer_id: int
    person_id: int
    key: str
    session: str
    contract: int


class World:
    """Goods and buyers to choose from, the same choice every time."""

    def __init__(self, size: int, people: list[Person]) -> None:
        self.people = people
        self.products = list(Goods(size, random.Random(0)).products())

    def person(self, buyer: int, number: int) -> Person:
        """Return a person; two buyers at once are never of the same company."""
        companies = len(self.people) // PEOPLE_EACH
        company = (buyer + number // 8 * 8) % companies
        return self.people[company * PEOPLE_EACH + number // companies % PEOPLE_EACH]

    def reader(self, buyer: int, number: int) -> Person:
        """Return the one of each company that looks around: their key has been used within the minute."""
        return self.people[(buyer + number // 8 * 8) % (len(self.people) // PEOPLE_EACH) * PEOPLE_EACH]

    def product(self, number: int) -> Product:
        return self.products[number * 7919 % len(self.products)]

    def common(self, number: int) -> Product:
        """Return a product every company may see the first article of."""
        place = number * 7919 % len(self.products)
        while self.products[place].first_variant % 5 == 0:
            place = (place + 1) % len(self.products)
        return self.products[place]

    def lines(self, number: int, count: int) -> list[dict[str, object]]:
        """Return lines of different articles every company may buy."""
        skus = dict.fromkeys(self.common(number * count + place).skus()[0] for place in range(count * 2))
        return [{"sku": sku, "quantity": 1 + place % 3} for place, sku in enumerate(list(skus)[:count])]


def api(person: Person, method: str, path: str, body: object = None, **headers: str) -> bytes:
    """Return a request of a program with its key."""
    return request(
        method, f"/api/v1{path}", {"Authorization": f"Bearer {person.key}", "Accept-Language": "nb", **headers}, body
    )


def browser(person: Person, path: str) -> bytes:
    """Return a request of a signed-in browser."""
    return request(
        "GET", path, {"Cookie": f"sessionid={person.session}", "Accept": "text/html", "Accept-Language": "nb"}
    )


def _limit(person: Person, path: str, body: object = None, **values: object) -> bytes:
    query = "&".join(f"{name}={quote(str(value))}" for name, value in values.items())
    return request(
        "GET" if body is None else "POST",
        f"{path}?contract={person.contract}&person={person.person_id}&{query}",
        {},
        body,
    )


MakeUnit = Callable[[World, int, int], Unit]


@dataclass(frozen=True, slots=True)
class Case:
    """A measurement: its aim in processor milliseconds, what the shop and the limit are asked, how carts must be before."""

    name: str
    title: str
    shop: MakeUnit
    limit: MakeUnit
    units: int = 800
    aim: float | None = None
    carts: int | None = None
    is_json_read: bool = False
    is_page: bool = False


def _leaf(number: int) -> int:
    return number * 37 % (TOPS * LEAVES)


def _words(number: int) -> str:
    return f"{KINDS[number % 20][0]} {ADJECTIVES[number // 20 % 16][0]}".lower()


def _list(world: World, buyer: int, number: int) -> Unit:
    return [api(world.reader(buyer, number), "GET", f"/products?category=leaf-{_leaf(number)}")]


def _articles(world: World, buyer: int, number: int) -> Unit:
    return [api(world.reader(buyer, number), "GET", f"/articles?limit=24&category=leaf-{_leaf(number)}")]


def _search(world: World, buyer: int, number: int) -> Unit:
    return [api(world.reader(buyer, number), "GET", f"/products?text={quote(_words(number))}")]


def _limit_list(world: World, buyer: int, number: int) -> Unit:
    return [_limit(world.reader(buyer, number), "/list", category=TOPS + 1 + _leaf(number))]


def _list_page(world: World, buyer: int, number: int, view: str = "grid") -> Unit:
    leaf = _leaf(number)
    from truso.kernel.identifiers import slugify

    slug = slugify(f"{KINDS[leaf % TOPS][0]} {leaf // TOPS}-leaf-{leaf}")
    return [browser(world.reader(buyer, number), f"/nb/c/{slug}/?view={view}")]


def _search_page(world: World, buyer: int, number: int) -> Unit:
    return [browser(world.reader(buyer, number), f"/nb/search/?view=grid&q={quote(_words(number))}")]


def _limit_search(world: World, buyer: int, number: int) -> Unit:
    return [_limit(world.reader(buyer, number), "/search", q=_words(number))]


def _product(world: World, buyer: int, number: int) -> Unit:
    return [api(world.reader(buyer, number), "GET", f"/products/{world.common(number).slug('nb')}")]


def _limit_product(world: World, buyer: int, number: int) -> Unit:
    return [_limit(world.reader(buyer, number), "/product", slug=world.common(number).slug("nb"))]


def _product_page(world: World, buyer: int, number: int) -> Unit:
    return [browser(world.reader(buyer, number), f"/nb/p/{world.common(number).slug('nb')}/")]


def _sku(world: World, buyer: int, number: int) -> Unit:
    return [api(world.reader(buyer, number), "GET", f"/articles/{world.common(number).skus()[0]}")]


def _limit_sku(world: World, buyer: int, number: int) -> Unit:
    return [_limit(world.reader(buyer, number), "/sku", sku=world.common(number).skus()[0])]


def _cart(world: World, buyer: int, number: int) -> Unit:
    return [api(world.person(buyer, number), "GET", "/cart")]


def _limit_cart(world: World, buyer: int, number: int) -> Unit:
    return [_limit(world.person(buyer, number), "/cart")]


def _add(world: World, buyer: int, number: int, count: int) -> Unit:
    return [api(world.person(buyer, number), "POST", "/cart/lines", {"lines": world.lines(number, count)})]


def _limit_add(world: World, buyer: int, number: int, count: int) -> Unit:
    return [_limit(world.person(buyer, number), "/add", {"lines": world.lines(number, count)})]


def _order(world: World, buyer: int, number: int) -> Unit:
    person = world.person(buyer, number)
    choices = {
        "email": "kari@example.com", "name": "Kari Nordmann", "street": "Verkstedveien 1", "postcode": "0150", "city": "Oslo", "country": "NO",
        "delivery": "post", "payment": "invoice", "po_number": f"PO-{number}",
    }  # fmt: skip
    once = {"Idempotency-Key": f"{random.getrandbits(96):x}"}
    return [
        api(person, "POST", "/cart/lines", {"lines": world.lines(number, 1)}),
        api(person, "POST", "/orders", choices, **once),
    ]


def _limit_order(world: World, buyer: int, number: int) -> Unit:
    return [_limit(world.person(buyer, number), "/order", {"lines": world.lines(number, 1)})]


def _add_case(count: int, aim: float, units: int) -> Case:
    shop, limit = partial(_add, count=count), partial(_limit_add, count=count)
    return Case(f"add-{count}", f"{count} lines into the cart", shop, limit, units=units, aim=aim, carts=0)


CASES = (
    Case("list", "Category with facets, JSON", _list, _limit_list, aim=3, is_json_read=True),
    Case("articles", "24 articles, JSON", _articles, _limit_list, aim=3, is_json_read=True),
    Case("search", "Search with facets, JSON", _search, _limit_search, units=400, aim=5, is_json_read=True),
    Case("product", "Product, JSON", _product, _limit_product, aim=2, is_json_read=True),
    Case("sku", "Exact article number, JSON", _sku, _limit_sku, aim=2, is_json_read=True),
    Case("search-page", "Search with facets, HTML", _search_page, _limit_search, units=400, aim=None, is_page=True),
    Case("list-page", "Category of 24, HTML", _list_page, _limit_list, units=400, aim=7, is_page=True),
    Case("product-page", "Product, HTML", _product_page, _limit_product, units=400, is_page=True),
    Case("cart", "Cart with 10 lines, JSON", _cart, _limit_cart, carts=10, is_json_read=True),
    _add_case(10, 5, 400),
    _add_case(200, 40, 80),
    Case("order", "One line to a placed order", _order, _limit_order, units=300, aim=20, carts=0),
)  # fmt: skip
