"""Do a thing once however often it is asked for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection

from truso.kernel.refusals import refuse
from truso.platform import clock
from truso.platform.idempotency.models import StoredAnswer
from truso.platform.jobs import periodic

KEPT_FOR = timedelta(hours=48)
MAX_KEY_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and a JSON body; `replayed` when it was given before."""

    status: int
    body: Any
    replayed: bool = False


def fingerprint_of(payload: Any) -> str:
    """Return a digest of a request's content, equal for equal content."""
    return hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()


def answer_once(*, scope: str, key: str, payload: Any, act: Callable[[], Answer]) -> Answer:
    """Run `act` under the key, or return what it answered the first time.

    Runs in the caller's transaction: a second request with the key waits for the first, then gets its answer. When
    `act` raises, nothing is kept and the key is free again. Refuses `idempotency_key_reused` when the same
    key comes with other content, `idempotency_key_invalid` for an empty or over-long key.
    Source: draft-ietf-httpapi-idempotency-key-header.
    """
    if not key or len(key) > MAX_KEY_LENGTH:
        raise refuse("idempotency_key_invalid", "Idempotency-Key")
    fingerprint = fingerprint_of(payload)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into idempotency_storedanswer (scope, key, fingerprint, created_at) values (%s, %s, %s, %s) "
            "on conflict (scope, key) do nothing returning id",
            [scope, key, fingerprint, clock.now()],
        )
        inserted = cursor.fetchone()
    if inserted is None:
        stored = StoredAnswer.objects.get(scope=scope, key=key)
        if stored.fingerprint != fingerprint:
            raise refuse("idempotency_key_reused", "Idempotency-Key")
        return Answer(stored.status or 200, stored.body, replayed=True)
    answer = act()
    with connection.cursor() as cursor:
        cursor.execute(
            "update idempotency_storedanswer set status = %s, body = %s where id = %s",
            [answer.status, json.dumps(answer.body), inserted[0]],
        )
    return answer


@periodic("idempotency.forget", "17 3 * * *")
def forget_old_answers() -> None:
    """Remove answers older than the time they are promised for."""
    StoredAnswer.objects.filter(created_at__lt=clock.now() - KEPT_FOR).delete()
