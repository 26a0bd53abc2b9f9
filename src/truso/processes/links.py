"""Absolute addresses for mails: in the reader's language, with a guest's key where nobody signs in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from truso.modules.orders.models import Order
from truso.platform.signatures import link_token


def page_link(name: str, language: str, **arguments: Any) -> str:
    """Return the absolute address of one of the shop's pages."""
    with translation.override(language):
        path = reverse(f"storefront:{name}", kwargs=arguments or None)
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def order_link(order: Order, language: str) -> str:
    """Return where the order can be seen: by signing in, or by the guest's signed link."""
    if order.person_id is None and order.customer_id is None:
        return f"{page_link('order_tracking', language, uuid=order.uuid)}?token={link_token('order', order.uuid)}"
    return page_link("order", language, uuid=order.uuid)
