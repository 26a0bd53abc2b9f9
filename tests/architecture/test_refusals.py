"""Every code a caller can meet is listed, and says something."""

from __future__ import annotations

import importlib.machinery
import importlib.util
from types import ModuleType

from tests.architecture.source import ROOT


def script() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("refusals_script", str(ROOT / "script" / "refusals"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_every_code_is_listed_in_the_documentation() -> None:
    assert (ROOT / "docs" / "refusals.md").read_text() == script().write(), "Run script/refusals."


def test_a_new_code_would_be_noticed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "operations.py"
    file.write_text('raise refuse("brand_new", "field", limit=3)\nRefusal("a" if x else "b", {"left": 1})\n')

    assert sorted(script().codes_of(file)) == [
        ("a", frozenset({"left"})),
        ("b", frozenset({"left"})),
        ("brand_new", frozenset({"limit"})),
    ]


def test_what_the_api_and_checkout_refuse_has_a_sentence_in_the_api() -> None:
    from truso.processes.sentences import SENTENCES

    found = script()
    buying = ("api", "modules/cart", "modules/approvals", "platform/idempotency")
    files = [path for folder in buying for path in (ROOT / "src" / "truso" / folder).rglob("*.py")]
    files += [ROOT / "src" / "truso" / "processes" / name for name in ("checkout.py", "review.py", "place_order.py")]
    silent = {code for path in files for code, _ in found.codes_of(path) if code not in SENTENCES}
    assert silent == set(), "Write a sentence in truso/processes/sentences.py."
