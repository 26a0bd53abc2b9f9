"""Registers the keeping of the index, and of what is searched for."""

from truso.modules.search.journal import forget_old
from truso.modules.search.operations import rebuild_nightly, take_changes

__all__ = ["forget_old", "rebuild_nightly", "take_changes"]
