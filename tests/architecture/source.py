"""The house's source as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "truso"


@dataclass(frozen=True)
class File:
    """A file of the house: its path below the root, its text, its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def parts(self) -> tuple[str, ...]:
        """The path below `src/truso`, by folder."""
        return tuple(self.path.split("/")[2:])

    @property
    def module(self) -> str:
        """The business module the file belongs to; empty outside of `modules`."""
        return self.parts[1] if self.parts[0] == "modules" and len(self.parts) > 2 else ""

    def calls(self) -> Iterator[ast.Call]:
        """Yield every call."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node

    def at(self, node: ast.AST) -> str:
        """Return where a node stands."""
        return f"{self.path}:{getattr(node, 'lineno', 0)}"


def read(path: Path) -> File:
    """Read one file."""
    text = path.read_text()
    return File(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


@lru_cache(maxsize=1)
def files() -> tuple[File, ...]:
    """Return every file of the house but migrations."""
    return tuple(read(path) for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts)


def name_of(node: ast.AST) -> str:
    """Return a dotted name (`Order.objects.create`), passing over calls on the way; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = name_of(node.value)
        return f"{before}.{node.attr}" if before else ""
    return name_of(node.func) if isinstance(node, ast.Call) else ""
