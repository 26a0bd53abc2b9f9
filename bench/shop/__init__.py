"""The shop that is measured: generated, written by COPY, the same every time."""

from bench.shop.load import load_shop

__all__ = ["load_shop"]
