"""Registers the keeping of the index, and of what is searched for."""

from truso.modules.search.journal import forget_old
from truso.modules.search.operations import note_new_day, take_changes

__all__ = ["forget_old", "note_new_day", "take_changes"]
