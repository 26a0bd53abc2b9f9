"""Registers what the processes do when modules announce something, by importing what defines it."""

from truso.processes import notices

__all__ = ["notices"]
