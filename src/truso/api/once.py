"""Writes that may be sent again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel

from truso.api.auth import Caller
from truso.api.encoding import encode
from truso.api.problems import wrong
from truso.platform.database.transactions import write
from truso.platform.idempotency.operations import MAX_KEY_LENGTH, Answer, answer_once

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"


def write_once(
    request: HttpRequest,
    operation: str,
    payload: BaseModel | dict[str, Any] | str,
    act: Callable[[], tuple[int, Any]],
    *,
    key_required: bool = False,
) -> HttpResponse:
    """Do a write in one transaction and answer; with a key, do it once and give its first answer again.

    The answer is kept as text, so that a replay is the same to the byte. Refuses `idempotency_key_missing` (400) where a
    key is required, and `idempotency_key_reused` (422) for another request under the same key.
    """
    caller: Caller = request.auth  # type: ignore[attr-defined]
    key = request.headers.get(HEADER)
    if key is None and key_required:
        raise wrong(400, "idempotency_key_missing", HEADER)
    if key is not None and not (0 < len(key) <= MAX_KEY_LENGTH and key.isprintable() and key.isascii()):
        raise wrong(400, "idempotency_key_invalid", HEADER)

    def answer() -> Answer:
        status, value = act()
        return Answer(status, encode(value).decode())

    with write(caller.actor, keeps_remembered=True):
        scope = f"api:{operation}:{caller.answer_scope}"
        if key is None:
            given = answer()
        else:
            sent = payload.model_dump(mode="json") if isinstance(payload, BaseModel) else payload
            given = answer_once(scope=scope, key=key, payload=sent, act=answer)
    response = HttpResponse(given.body, status=given.status, content_type="application/json")
    if given.replayed:
        response[REPLAYED] = "true"
    return response
