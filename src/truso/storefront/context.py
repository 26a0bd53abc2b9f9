"""What every page of the shop knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from truso.storefront.shell import Shell


def shop(request: HttpRequest) -> dict[str, Any]:
    """Give templates the buyer, the hats of the person and the frame; lazily, so that pages which don't ask don't pay."""
    return {
        "buyer": getattr(request, "buyer", None),
        "hats": getattr(request, "hats", ()),
        "demo": settings.DEMO,
        "shell": Shell(request),
        "csp_nonce": getattr(request, "csp_nonce", ""),
    }
