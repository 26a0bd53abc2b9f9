"""Truso: one catalog, one stock, two ways to buy."""

__version__ = "0.1.0"
