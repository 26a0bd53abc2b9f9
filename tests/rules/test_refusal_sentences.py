"""Every refusal has a sentence: no code ever reaches a reader, buyer or staff."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import truso
from truso.processes.sentences import SENTENCES as COMMON
from truso.processes.staff_sentences import WORDS
from truso.storefront.refusal_texts import SENTENCES

ROOT = Path(truso.__file__).parent


def codes_in(path: Path) -> Iterator[str]:
    """Yield the codes written out in a file's refusals."""
    for node in ast.walk(ast.parse(path.read_text())):
        name = getattr(getattr(node, "func", None), "id", "")
        if name not in {"Refusal", "refuse", "_differs"} or not isinstance(node, ast.Call):
            continue
        code = node.args[0] if node.args else next((one.value for one in node.keywords if one.arg == "code"), None)
        for leaf in ast.walk(code) if code is not None else ():
            if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str) and leaf.value[0].isalpha():
                yield leaf.value


def test_every_code_raised_anywhere_has_a_sentence() -> None:
    raised = {code for path in ROOT.rglob("*.py") for code in codes_in(path)}
    assert len(raised) > 60
    assert raised - set(SENTENCES) - set(WORDS) - set(COMMON) == set()


def test_sentences_are_made_to_be_read() -> None:
    assert [code for code, text in SENTENCES.items() if not text.endswith((".", "?")) or "_" in text] == []
