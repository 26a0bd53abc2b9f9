"""Registers the nightly counting of what is popular."""

from truso.modules.cart.suggestions import count_popular

__all__ = ["count_popular"]
