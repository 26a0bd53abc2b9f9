"""Jobs of the catalog, made known to the workers."""

from truso.modules.catalog import document_text

__all__ = ["document_text"]
