"""Registers the sealing of the trail."""

from truso.platform.audit.operations import seal_entries

__all__ = ["seal_entries"]
