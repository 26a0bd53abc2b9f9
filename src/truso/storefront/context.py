"""What every page of the shop knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shop(request: HttpRequest) -> dict[str, Any]:
    """Give templates the buyer and the hats of the person; lazily, so that pages which don't ask don't pay."""
    return {"buyer": getattr(request, "buyer", None), "hats": getattr(request, "hats", ()), "demo": settings.DEMO}
