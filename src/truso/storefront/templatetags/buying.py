"""Tags of the pages for buying and for one's own things."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from truso.kernel.buyer import Right
from truso.storefront.cards import ProductCard
from truso.storefront.formats import format_money
from truso.storefront.renditions import rendition_url
from truso.storefront.templatetags.shop import icon_markup

register = template.Library()


@register.simple_tag
def thumb(uuid: UUID | None) -> SafeString:
    """Show a small square picture by its UUID; a drawing of a parcel when there is none."""
    if not uuid:
        return format_html('<span class="no-picture">{}</span>', icon_markup("package", 48))
    lazy = mark_safe('loading="lazy" decoding="async"')
    return format_html(
        '<picture><source type="image/avif" srcset="{}"><source type="image/webp" srcset="{}">'
        '<img src="{}" width="160" height="160" alt="" {}></picture>',
        *(rendition_url(uuid, 160, extension) for extension in ("avif", "webp", "png")),
        lazy,
    )


@register.simple_tag(takes_context=True)
def favorite_heart(context: Context, card: ProductCard) -> SafeString:
    """Show the heart of an article: full when it is among the favorites."""
    values = {
        "uuid": card.uuid,
        "is_favorite": card.variant_id in context["shell"].favorites,
        "csrf_token": context.get("csrf_token"),
        "here": context["shell"].here,
    }
    return mark_safe(render_to_string("components/favorite.html", values))  # noqa: S308


@register.filter
def may(buyer: Any, right: str) -> bool:
    """Tell whether the buyer's hat carries a right."""
    return bool(buyer) and buyer.can(Right(right))


@register.simple_tag(takes_context=True)
def amount(context: Context, value: Decimal | None, currency: str) -> str:
    """Write an amount in a currency of its own, such as an old order's."""
    if value is None:
        return ""
    return format_money(Decimal(value), currency, context["buyer"].language)


@register.simple_tag(takes_context=True)
def demo_people(context: Context) -> list[Any]:
    """Return the people to try the demo as."""
    from truso.storefront.demo_people import list_demo_people

    return list_demo_people(context["buyer"])
