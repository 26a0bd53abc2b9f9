"""The demo's product documents have their words in every language."""

from __future__ import annotations

from demo.catalog import build_catalog
from demo.catalog.values import LANGUAGES
from demo.documents import WORDINGS

CATALOG = build_catalog()


def test_every_kind_of_document_in_the_catalog_has_its_words() -> None:
    kinds = {document.type for product in CATALOG.products for document in product.documents}
    assert kinds == {"data_sheet", *WORDINGS}
    for product in CATALOG.products:
        for document in product.documents:
            for language in LANGUAGES:
                texts = WORDINGS[document.type](product.code, language) if document.type in WORDINGS else ()
                assert all(text.heading and text.body for text in texts)


def test_a_guide_tells_how_its_own_kind_of_product_is_put_together() -> None:
    guide = WORDINGS["assembly_guide"]
    assert guide("anchor-bolt-zinc", "en")[1].heading == "Setting the anchor"
    assert guide("grinder-18v", "nb")[1].heading == "Ta i bruk"
    assert guide("shelving", "pl")[1].heading == "Montaż"
