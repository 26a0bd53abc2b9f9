"""Registers what the processes do when modules announce something, by importing what defines it."""

from truso.processes import hand_over, notices, vat_numbers

__all__ = ["hand_over", "notices", "vat_numbers"]
