"""Small files and functions: what is longer wants to be two."""

from __future__ import annotations

import ast

from tests.architecture.source import ROOT, files, read

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
FOLDERS = ("src", "tests", "demo", "bench", "script")


def test_files_stay_small() -> None:
    found = [
        path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in path.parts
    ]
    long = {
        str(path.relative_to(ROOT)): count
        for path in found
        if (count := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert long == {}, f"Part files of more than {LONGEST_FILE} lines by topic."


def test_functions_stay_small() -> None:
    checked = [*files(), *(read(path) for path in sorted((ROOT / "demo").rglob("*.py")))]
    long = {
        f"{file.at(node)} {node.name}": length
        for file in checked
        for node in ast.walk(file.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}, f"Part functions of more than {LONGEST_FUNCTION} lines."
