"""Processes of ours that end with us, however we end."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

_PR_SET_PDEATHSIG = 1


def python_environment() -> dict[str, str]:
    """Return the environment of a Python child that finds this program, wherever it was started from."""
    source_root = str(Path(__file__).parents[2])
    paths = [source_root, *(path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def ends_with_parent(number: signal.Signals) -> Callable[[], None]:
    """Return what a child does before it runs: ask Linux for this signal when its parent is gone, killed or not."""

    def ask() -> None:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(number))

    return ask


def limit_resources(*, memory: int, seconds: int | None = None) -> None:
    """Take little memory (bytes) and processor time, and leave no core behind, where the system knows of limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
