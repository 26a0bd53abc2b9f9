"""A few texts a browser remembers for its reader: what was searched for, what was compared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote, unquote

from django.http import HttpRequest, HttpResponse


def remembered(request: HttpRequest, cookie: str, most: int) -> list[str]:
    """Return the texts kept in a cookie; none when it holds anything else."""
    try:
        kept = json.loads(unquote(request.COOKIES.get(cookie, "")) or "[]")
    except ValueError:
        return []
    return [one for one in kept if isinstance(one, str)][:most] if isinstance(kept, list) else []


def remember(response: HttpResponse, cookie: str, texts: Iterable[str], seconds: int) -> HttpResponse:
    """Keep texts in a cookie that scripts do not see."""
    response.set_cookie(cookie, quote(json.dumps(list(texts))), max_age=seconds, samesite="Lax", httponly=True)
    return response
