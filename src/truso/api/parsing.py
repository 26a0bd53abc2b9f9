"""Reading bodies: strict JSON, whatever was sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import UnreadablePostError
from ninja.parser import Parser

from truso.api.problems import wrong

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 16


class StrictParser(Parser):
    """Takes what RFC 8259 allows and PostgreSQL can hold: no NaN, no NUL, no lone surrogates, no abyss."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return the body; raises `body_too_large`, `body_not_json`, `body_invalid` (all 400) and 415."""
        if (request.content_type or "") != "application/json":
            raise wrong(415, "body_not_json")
        content = read_body(request)
        try:
            found = msgspec.json.decode(content)
        except (msgspec.DecodeError, msgspec.ValidationError, RecursionError, ValueError) as error:
            raise wrong(400, "body_invalid") from error
        if any("\x00" in text for text in _texts(found, 0)):
            raise wrong(400, "body_invalid")
        return found


def read_body(request: HttpRequest) -> bytes:
    """Return the body's bytes; raises `body_too_large`."""
    try:
        content = request.body
    except (RequestDataTooBig, UnreadablePostError) as error:
        raise wrong(400, "body_too_large", limit=MAX_BYTES) from error
    if len(content) > MAX_BYTES:
        raise wrong(400, "body_too_large", limit=MAX_BYTES)
    return content


def _texts(value: Any, depth: int) -> Iterator[str]:
    if depth > MAX_DEPTH:
        raise wrong(400, "body_invalid")
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, depth + 1)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from _texts(one, depth + 1)
