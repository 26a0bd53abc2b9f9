"""A target of the tests' own, for runs of every kind."""

from __future__ import annotations

import pytest

from truso.platform.imports import targets


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> object:
    """A target that keeps names in memory, registered as `shelf`."""
    from tests.imports.test_runs import Shelf

    made = Shelf()
    monkeypatch.setitem(targets._targets, "shelf", made)
    return made
