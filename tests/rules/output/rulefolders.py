"""The official rule files, where they are: test input only, never part of the product."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SPECS = Path(os.environ.get("TRUSO_SPECS") or Path(__file__).parents[4] / "shared" / "specs")

needs_specs = pytest.mark.skipif(
    not (SPECS / "sch").is_dir(),
    reason="the official rule files are not here; TRUSO_SPECS names the folder that has sch/, xsd/ and examples/",
)


def link_rules(folder: Path, *files: str) -> str:
    """Fill a folder with links to rule files, as a merchant's rule folder holds them, and return its path."""
    for file in files:
        (folder / Path(file).name).symlink_to(SPECS / "sch" / file)
    return str(folder)
