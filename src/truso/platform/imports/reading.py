"""Read files of any size through a child that may die of them."""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Mapping
from typing import IO, Any

import msgspec

from truso.kernel.refusals import Refusal, Refused
from truso.platform.children import ends_with_parent, python_environment
from truso.platform.imports.reader.shapes import Column, Look, RawRow

__all__ = ["Column", "Look", "RawRow", "look_at", "read_rows"]

# Seconds a file may take to be looked at, and a portion to be read.
LOOK_SECONDS = 12.0
PORTION_SECONDS = 120.0


def look_at(path: str, reading: Mapping[str, Any] | None = None) -> Look:
    """Return what a file is and what stands in its first rows; `reading` holds what is fixed of it.

    Refuses, about `file`: `file_empty`, `file_not_a_table`, `file_encrypted`, `file_broken`, `file_encoding`,
    `file_columns`, `file_cell_long`, `file_entities`, `file_archive`, `file_archive_path`, `file_archive_bomb`,
    `file_json_array`, `file_too_much`.
    """
    found = list(_frames({"act": "look", "path": path, "reading": dict(reading or {})}, LOOK_SECONDS))
    return msgspec.convert(found[0], Look)


def read_rows(path: str, reading: Mapping[str, Any], *, portion: int = 1000) -> Generator[list[RawRow]]:
    """Yield the rows of a file in portions. `reading` is its whole look, with what was fixed laid over.

    The child is a portion ahead; it ends when the iterator is closed. Refuses what `look_at` refuses, when it gets there.
    """
    task = {"act": "rows", "path": path, "reading": dict(reading), "portion": portion}
    for value in _frames(task, PORTION_SECONDS):
        yield msgspec.convert(value, list[RawRow])


def _frames(task: Mapping[str, Any], seconds: float) -> Iterator[Any]:
    child = subprocess.Popen(
        [sys.executable, "-m", "truso.platform.imports.reader"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env=python_environment(),
        preexec_fn=ends_with_parent(signal.SIGKILL),  # noqa: PLW1509  the child sets one flag of its own before it runs
    )
    assert child.stdin and child.stdout
    try:
        child.stdin.write(json.dumps(task).encode() + b"\n")
        child.stdin.close()
        while True:
            kind, value = _frame(child.stdout, seconds)
            if kind == "end":
                return
            if kind == "problem":
                raise Refused(Refusal(value[0], value[1], "file"))
            yield value
    except BrokenPipeError as problem:
        raise Refused(Refusal("file_too_much", subject="file")) from problem
    finally:
        child.kill()
        child.stdout.close()
        child.wait()


def _frame(pipe: IO[bytes], seconds: float) -> tuple[str, Any]:
    """Read a frame; a child that died or does not answer has been asked too much."""
    deadline = time.monotonic() + seconds
    head = _read(pipe, 4, deadline)
    kind, value = msgspec.msgpack.decode(_read(pipe, int.from_bytes(head, "big"), deadline))
    return kind, value


def _read(pipe: IO[bytes], size: int, deadline: float) -> bytes:
    parts, left = [], size
    waiting = select.poll()  # not `select`, which can't wait for a file beyond the first 1,024 of a process
    waiting.register(pipe, select.POLLIN)
    while left:
        if not waiting.poll(max(deadline - time.monotonic(), 0) * 1000):
            raise Refused(Refusal("file_too_much", subject="file"))
        part = pipe.read(min(left, 1 << 20))
        if not part:
            raise Refused(Refusal("file_too_much", subject="file"))
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
