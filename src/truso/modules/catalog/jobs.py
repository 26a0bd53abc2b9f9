"""Jobs of the catalog, made known to the workers."""

from truso.modules.catalog import assortments, completeness, document_text

__all__ = ["assortments", "completeness", "document_text"]
