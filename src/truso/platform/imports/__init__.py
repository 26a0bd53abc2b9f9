"""Imports of any size from a merchant's files: read in a child, tried before they are written, taken up where they stopped.

The engine knows files, rows, mappings and runs; what rows mean is a target's, registered by those above.
"""

from truso.platform.imports.targets import all_targets, find_target, target
from truso.platform.imports.values import CLEAR, Changes, DoneRow, FieldSpec, Kind, Outcome, Row, Target

__all__ = [
    "CLEAR",
    "Changes",
    "DoneRow",
    "FieldSpec",
    "Kind",
    "Outcome",
    "Row",
    "Target",
    "all_targets",
    "find_target",
    "target",
]
