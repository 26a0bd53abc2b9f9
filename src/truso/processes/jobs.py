"""Registers the jobs of the processes, and what can be imported, by importing what defines them."""

from truso.processes import agreements, certificates, completeness, hand_over, pay, vat_numbers
from truso.processes.imports import customers, media, packaging, prices, products, stock, structure

__all__ = [
    "agreements",
    "certificates",
    "completeness",
    "customers",
    "hand_over",
    "media",
    "packaging",
    "pay",
    "prices",
    "products",
    "stock",
    "structure",
    "vat_numbers",
]
