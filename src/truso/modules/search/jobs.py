"""Registers the keeping of the index."""

from truso.modules.search.operations import rebuild_nightly, take_changes

__all__ = ["rebuild_nightly", "take_changes"]
