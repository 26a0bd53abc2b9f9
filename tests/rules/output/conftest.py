from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.rules.output.rulefolders import link_rules
from truso.modules.output.rulecheck import RuleChecker


@pytest.fixture(scope="session")
def bundled_rules() -> Iterator[RuleChecker]:
    """The rules that come with the installation."""
    checker = RuleChecker()
    yield checker
    checker.close()


@pytest.fixture(scope="session")
def official_rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RuleChecker]:
    """The rules of May 2026 as published: EN 16931 and Peppol, with the Norwegian and Swedish ones inside."""
    files = ("peppol-2026.5/CEN-EN16931-UBL.sch", "peppol-2026.5/PEPPOL-EN16931-UBL.sch")
    checker = RuleChecker(link_rules(tmp_path_factory.mktemp("rules"), *files))
    yield checker
    checker.close()
