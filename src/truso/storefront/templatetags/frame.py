"""The frame of every page: what stands in its head, its header, its footer. Each is a piece with the page's own texts put in."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django import template
from django.template.context import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString

from truso.modules.markets.models import Market
from truso.storefront.addresses import address_of
from truso.storefront.fragments import fragment
from truso.storefront.header_cart import HeaderCart
from truso.storefront.header_cart import header_cart as read_header_cart
from truso.storefront.shell import Shell

register = template.Library()

SELLER = ("name", "street", "postcode", "city", "phone", "email", "organization_number")


@register.simple_tag(takes_context=True)
def page_head(context: Context) -> SafeString:
    """Show what stands in the head of every page."""
    styles = address_of("site:styles", digest=context["shell"].styles)
    return fragment("storefront/head.html", nonce=str(context.get("csp_nonce", "")), styles=styles)


@register.simple_tag(takes_context=True)
def header_cart(context: Context, swap: bool = False) -> SafeString:
    """Show the cart in the header; `swap` puts it into a page that is there already."""
    buyer = context.get("buyer")
    cart = read_header_cart(buyer) if buyer else HeaderCart()
    return fragment("storefront/header_cart.html", count=str(cart.count or ""), total=cart.total, swap=swap)


@register.simple_tag(takes_context=True)
def site_header(context: Context) -> SafeString:
    """Show the header: the shop's name, the search, who is shopping, the cart, the menu."""
    shell: Shell = context["shell"]
    buyer, user, current = shell.buyer, shell.request.user, context.get("menu_category_id")
    return fragment(
        "storefront/header.html", shop=shell.name, is_company=shell.is_company, is_acting=bool(buyer.staff_id),
        company=buyer.customer.name if buyer.customer else "", search_text=str(context.get("search_text") or ""),
        hat_switch=_included("components/hat_switch.html", context) if len(context["hats"]) > 1 else "",
        is_signed_in=user.is_authenticated, person=user.get_short_name() if user.is_authenticated else "",
        here_quoted=quote(shell.here), cart=header_cart(context), menu_panel=shell.menu_panel,
        roots=[{"url": root.url, "name": root.name, "is_current": root.id == current} for root in shell.wide_menu],
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def site_footer(context: Context) -> SafeString:
    """Show the footer: help, categories, the seller, the other languages and markets."""
    shell: Shell = context["shell"]
    return fragment(
        "storefront/footer.html", is_company=shell.is_company, display_gross=shell.buyer.display_gross,
        articles=[{"url": address_of("storefront:article", slug=one.slug), "title": one.title} for one in shell.help_links],
        roots=[{"url": root.url, "name": root.name} for root in shell.wide_menu], seller=_seller(shell.market),
        languages=[
            {"code": one.code, "name": one.name, "url": one.url, "is_current": one.is_current} for one in shell.languages
        ],
        keeps_form=str(context.get("keeps_form") or ""),
        market_switch=_included("components/market_switch.html", context) if len(shell.markets) > 1 else "",
        year=str(shell.buyer.now.year),
    )  # fmt: skip


def _seller(market: Market | None) -> dict[str, Any]:
    seller = {name: str(getattr(market, f"seller_{name}", "")) for name in SELLER}
    return {**seller, "phone_dialed": seller["phone"].replace(" ", "")}


def _included(name: str, context: Context) -> SafeString:
    """Return a template as `{% include %}` shows it, for the few who have more than one hat or market to choose from."""
    return get_template(name).template.render(context)  # type: ignore[attr-defined, no-any-return]
