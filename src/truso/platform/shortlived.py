"""Remember small, rarely changed reads for a moment, per process."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from time import monotonic
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
_caches: list[dict[Any, tuple[float, Any]]] = []
MOST_ENTRIES = 1000


def short_lived(*, seconds: float, most: int = MOST_ENTRIES) -> Callable[[F], F]:
    """Keep a function's answers for some seconds: changes show that much later in other processes, at once in this one
    when `forget()` is called (every test does, and every staff write). At `most` answers the oldest makes room."""

    def decorate(function: F) -> F:
        cache: dict[Any, tuple[float, Any]] = {}
        _caches.append(cache)

        @wraps(function)
        def remembered(*args: Any, **kwargs: Any) -> Any:
            key = (args, tuple(sorted(kwargs.items())))
            kept = cache.get(key)
            moment = monotonic()
            if kept and kept[0] > moment:
                return kept[1]
            answer = function(*args, **kwargs)
            cache.pop(key, None)
            while len(cache) >= most:
                # The first one is the oldest; another thread may have taken it meanwhile.
                cache.pop(next(iter(cache), None), None)
            cache[key] = (moment + seconds, answer)
            return answer

        return remembered  # type: ignore[return-value]

    return decorate


def forget() -> None:
    """Drop everything remembered in this process."""
    for cache in _caches:
        cache.clear()
