"""How the back office enters Wagtail's shell: lists, menu, looks, dashboard."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from truso.backoffice.dashboard import panels_for
from truso.backoffice.lists import (
    api_keys,
    attributes,
    campaigns,
    catalog,
    channels,
    content,
    customers,
    documents,
    imports,
    money,
    orders,
    prices,
    searching,
    settings,
    stock,
    system,
    taxes,
)
from truso.backoffice.menu import HIDDEN, menu_groups, search_areas


@hooks.register("register_admin_viewset")
def staff_lists() -> list[Any]:
    """Register every list and form."""
    files = (
        orders, customers, catalog, attributes, channels, documents, imports, prices, campaigns, searching, stock, money, content,
        settings, taxes, api_keys, system,
    )  # fmt: skip
    return [viewset for file in files for viewset in file.viewsets()]


@hooks.register("construct_main_menu")
def build_menu(request: Any, items: list[Any]) -> None:
    """Put the shop's own groups in the place of Wagtail's."""
    items[:] = [item for item in items if item.name not in HIDDEN]
    items += [group for group in menu_groups() if group.is_shown(request)]


def _search_area(place: int) -> Any:
    # One hook per area: Wagtail asks each for one.
    return lambda: search_areas()[place]


for _place in range(4):
    hooks.register("register_admin_search_area", _search_area(_place))


@hooks.register("insert_global_admin_css")
def looks() -> str:
    """Bring the shop's colors and density."""
    return format_html('<link rel="stylesheet" href="{}">', static("backoffice/staff.css"))


@hooks.register("construct_homepage_panels")
def dashboard(request: Any, panels: list[Any]) -> None:
    """Show what needs doing today."""
    panels[:] = panels_for(request)


@hooks.register("construct_homepage_summary_items")
def no_page_counts(request: Any, items: list[Any]) -> None:
    """Leave out counts of pages and images."""
    items.clear()
