"""The shop's pages over a search that reads the database, so that no index has to be built first."""

from __future__ import annotations

from typing import Any

import pytest

from tests.storefront import search_by_database


@pytest.fixture(autouse=True)
def searching_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    for user in ("listing.view", "blocks"):
        monkeypatch.setattr(f"truso.storefront.{user}.search_catalog", search_by_database.search_catalog)
    monkeypatch.setattr("truso.storefront.views.search.suggest_articles", search_by_database.suggest_articles)


@pytest.fixture(autouse=True)
def static_files_as_they_lie(settings: Any) -> None:
    """Pages name style sheets and scripts plainly: nothing has been collected for tests."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
