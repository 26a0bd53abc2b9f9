"""Who may import whom. The order itself stands in pyproject.toml."""

from __future__ import annotations

import ast
import sys

import pytest
from importlinter.application import use_cases
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports
from importlinter.configuration import configure

from tests.architecture.source import ROOT, File, files


def test_imports_follow_the_house(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "src"))

    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_an_import_upward_would_be_seen() -> None:
    configure()
    options = use_cases.read_user_options(str(ROOT / "pyproject.toml"))
    use_cases._register_contract_types(options)
    report = use_cases.create_report(options, cache_dir=None, limit_to_contracts=())
    assert not report.contains_failures

    from grimp import build_graph
    from importlinter.contracts.layers import LayersContract

    graph = build_graph("truso", include_external_packages=True, cache_dir=None)
    graph.add_import(importer="truso.modules.catalog.queries", imported="truso.modules.orders.models")
    graph.add_import(importer="truso.storefront.views.home", imported="truso.api.encoding")
    broken = [
        contract["name"]
        for contract in options.contracts_options
        if contract["type"] == "layers"
        and not LayersContract(contract["name"], options.session_options, contract).check(graph, verbose=False).kept
    ]
    assert len(broken) == 2


def imported(file: File) -> set[str]:
    """Return the names of everything a file imports."""
    found: set[str] = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


# What values are made with (`kernel.value`).
KERNEL_NEEDS = {"msgspec"}


def test_the_kernel_needs_nothing_but_python_and_its_values() -> None:
    foreign = {
        (file.path, name)
        for file in files()
        if file.parts[0] == "kernel"
        for name in imported(file)
        if name.split(".")[0] not in sys.stdlib_module_names | KERNEL_NEEDS and not name.startswith("truso.kernel")
    }
    assert foreign == set()


def test_rules_are_pure() -> None:
    forbidden = ("django", "truso.platform", "datetime.datetime.now", "time", "random", "os", "pathlib", "requests")
    impure = {
        (file.path, name)
        for file in files()
        if file.parts[-1] == "rules.py" and file.module
        for name in imported(file)
        if name.split(".")[0] in forbidden or name.startswith("truso.platform")
    }
    # What is needed to read a rule's words in the reader's language is no decision.
    assert {one for one in impure if not one[1].startswith("django.utils.translation")} == set()
