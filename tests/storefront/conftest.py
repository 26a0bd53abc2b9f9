"""The shop's pages over a search that reads the database, so that no index has to be built first."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from tests.storefront import search_by_database

if importlib.util.find_spec("truso.modules.search.queries") is None:
    sys.modules["truso.modules.search.queries"] = search_by_database


@pytest.fixture(autouse=True)
def searching_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    for user in ("listing.view", "blocks", "views.search"):
        monkeypatch.setattr(f"truso.storefront.{user}.search_catalog", search_by_database.search_catalog)
