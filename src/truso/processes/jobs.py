"""Registers the jobs of the processes, and what can be imported, by importing what defines them."""

from truso.processes import pay
from truso.processes.imports import prices, products, stock

__all__ = ["pay", "prices", "products", "stock"]
