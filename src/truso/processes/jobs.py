"""Registers the jobs of the processes by importing what defines them."""

from truso.processes import pay

__all__ = ["pay"]
