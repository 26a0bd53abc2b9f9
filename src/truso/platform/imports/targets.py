"""Which targets there are."""

from __future__ import annotations

from collections.abc import Callable

from truso.platform.imports.values import Target

_targets: dict[str, Target] = {}


def target(cls: Callable[[], Target]) -> Callable[[], Target]:
    """Register a class of targets, by its code; used as a decorator by the modules above."""
    made = cls()
    if made.code in _targets and type(_targets[made.code]) is not type(made):
        raise RuntimeError(f"two import targets are named {made.code}")
    _targets[made.code] = made
    return cls


def find_target(code: str) -> Target | None:
    """Return a target by its code."""
    return _targets.get(code)


def all_targets() -> list[Target]:
    """Return every target, by code."""
    return [_targets[code] for code in sorted(_targets)]
