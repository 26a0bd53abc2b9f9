"""Processor time of process trees, from `/proc`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def seconds_of(roots: Iterable[int]) -> float:
    """Return the processor time (user and system, in seconds) of processes and all they started, ended ones too."""
    children: dict[int, list[int]] = {}
    ticks: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        # After the name: state, ppid, …; utime, stime, cutime, cstime are the 12th to 15th of what follows it.
        children.setdefault(int(fields[1]), []).append(int(folder.name))
        ticks[int(folder.name)] = sum(int(field) for field in fields[11:15])
    return sum(_sum(root, children, ticks) for root in roots) / TICK


def _sum(root: int, children: dict[int, list[int]], ticks: dict[int, int]) -> int:
    return ticks.get(root, 0) + sum(_sum(child, children, ticks) for child in children.get(root, ()))
