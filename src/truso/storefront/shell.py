"""What the frame of every page shows: menu, languages, markets, hats, display settings. Looked up when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.encoding import iri_to_uri
from django.utils.safestring import SafeString

from truso.kernel.buyer import Buyer
from truso.kernel.texts import LANGUAGES, in_language
from truso.modules.cart.lists.queries import favorites_of, writable_lists
from truso.modules.cart.models import ArticleList
from truso.modules.catalog.queries import CategoryNode, CategoryTree, category_tree
from truso.modules.catalog.visibility import Range, range_of
from truso.modules.content.queries import ArticleLink, list_articles
from truso.modules.markets.models import Market
from truso.modules.markets.queries import list_markets, shop_name_of
from truso.storefront.actor import buyer_on
from truso.storefront.addresses import address_of
from truso.storefront.display import DisplaySettings, read_display
from truso.storefront.styles import style_sheet

LANGUAGE_NAMES = {"nb": "Norsk", "sv": "Svenska", "pl": "Polski", "en": "English"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several to switch between."""

    code: str
    name: str
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A category in the menu."""

    id: int
    name: str
    url: str
    children: tuple[MenuItem, ...] = ()


def menu_item(node: CategoryNode, depth: int = 1) -> MenuItem:
    """Return a category and `depth` levels below it as menu entries."""
    children = tuple(menu_item(child, depth - 1) for child in node.children) if depth else ()
    return MenuItem(node.id, node.name, address_of("storefront:category", slug=node.slug), children)


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of everybody with one language and range, and how it looks opened."""

    tree: CategoryTree
    items: tuple[MenuItem, ...]
    panel: SafeString


_menus: dict[tuple[str, Range], Menu] = {}
MOST_MENUS = 200


def menu_of(buyer: Buyer) -> Menu:
    """Return the buyer's menu: written once for each tree, and kept until the tree is read anew."""
    key, tree = (buyer.language, range_of(buyer)), category_tree(buyer)
    kept = _menus.get(key)
    if kept and kept.tree is tree:
        return kept
    if len(_menus) >= MOST_MENUS:
        _menus.clear()
    items = tuple(menu_item(root) for root in tree.roots)
    _menus[key] = Menu(tree, items, render_to_string("storefront/menu.html", {"menu": items}))
    return _menus[key]


def optional_url(name: str, **arguments: Any) -> str:
    """Return an address, or nothing when this installation has no such page."""
    try:
        return reverse(name, kwargs=arguments or None)
    except NoReverseMatch:
        return ""


class Shell:
    """The frame of one request's page. Templates read it as `shell`."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def name(self) -> str:
        """The shop's name in this market."""
        return shop_name_of(self.market)

    @property
    def is_company(self) -> bool:
        """True when the page is shown in a company hat."""
        return bool(self.buyer.is_business)

    @property
    def mode(self) -> str:
        return "company" if self.is_company else "private"

    @cached_property
    def buyer(self) -> Buyer:
        """Who is looking."""
        return buyer_on(self.request)

    @property
    def has_favorites(self) -> bool:
        """True for those who can keep favorites: people who are signed in and shop for somebody."""
        return self.buyer.customer is not None and self.buyer.person_id is not None

    @property
    def favorites(self) -> frozenset[int]:
        """The variants among the hat's favorites."""
        return favorites_of(self.buyer)

    @cached_property
    def own_lists(self) -> list[ArticleList]:
        """The lists articles can be put into."""
        return writable_lists(self.buyer)

    @property
    def styles(self) -> str:
        """The digest in the style sheet's address."""
        return style_sheet().digest

    @cached_property
    def market(self) -> Market | None:
        """The market's own data: the seller and how to reach it."""
        return next((market for market in list_markets() if market.pk == self.buyer.market.id), None)

    @cached_property
    def _menu(self) -> Menu:
        return menu_of(self.buyer)

    @property
    def menu(self) -> tuple[MenuItem, ...]:
        """The categories this buyer finds something in."""
        return self._menu.items

    @property
    def menu_panel(self) -> SafeString:
        """The opened menu."""
        return self._menu.panel

    @cached_property
    def help_links(self) -> tuple[ArticleLink, ...]:
        """Pages of information: delivery, returns, terms."""
        return list_articles(self.buyer.language, "information")

    @property
    def wide_menu(self) -> tuple[MenuItem, ...]:
        """The first categories, those that stand in the bar itself."""
        return self.menu[:7]

    @cached_property
    def languages(self) -> list[Choice]:
        """The same page in the other languages; their home page when this page has no counterpart."""
        current = translation.get_language() or "en"
        addresses = self.alternates
        return [
            Choice(code, LANGUAGE_NAMES[code], addresses.get(code, f"/{code}/"), code == current) for code in LANGUAGES
        ]

    @cached_property
    def alternates(self) -> dict[str, str]:
        """Return this page's address by language."""
        given = getattr(self.request, "alternates", None)
        if given is not None:
            return dict(given)
        prefix, _, rest = self.request.path.lstrip("/").partition("/")
        if prefix not in LANGUAGES or self.request.method != "GET":
            return {}
        query = self.request.META.get("QUERY_STRING", "")
        return {code: f"/{code}/{rest}" + (f"?{query}" if query else "") for code in LANGUAGES}

    @cached_property
    def hreflang(self) -> list[tuple[str, str]]:
        """Absolute addresses of the page's counterparts, for pages that are to be found."""
        if getattr(self.request, "canonical", None) is None:
            return []
        return [(code, self._absolute(path.partition("?")[0])) for code, path in self.alternates.items()]

    @property
    def canonical(self) -> str:
        path = getattr(self.request, "canonical", None)
        return self._absolute(path) if path else ""

    def _absolute(self, path: str) -> str:
        return f"{self._origin}{iri_to_uri(path)}"

    @cached_property
    def _origin(self) -> str:
        return f"{self.request.scheme}://{self.request.get_host()}"

    @cached_property
    def markets(self) -> list[Choice]:
        """The markets a visitor can choose from; a customer's market is theirs."""
        if self.buyer.customer:
            return []
        current = self.buyer.market.code
        language = translation.get_language() or "en"
        return [
            Choice(
                market.code,
                f"{in_language(market.names, language)} ({market.currency})",
                is_current=market.code == current,
            )
            for market in list_markets()
        ]

    @cached_property
    def display(self) -> DisplaySettings:
        return read_display(self.request)

    @property
    def here(self) -> str:
        """The address to come back to."""
        return self.request.get_full_path() if self.request.method == "GET" else "/"
