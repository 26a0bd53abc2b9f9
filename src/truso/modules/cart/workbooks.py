"""Reading spreadsheets that strangers send: in a child process with little memory and time, which may die of it.

A small file can unfold to any size (packed zeros, one cell in the last row and column, a text named a million times).
"""

from __future__ import annotations

import subprocess
import sys
from threading import BoundedSemaphore

import msgspec

from truso.kernel.refusals import refuse
from truso.modules.cart.quick_order import MAX_ROWS
from truso.modules.cart.workbook_child import ENCRYPTED, TOO_LONG, Workbook
from truso.platform.children import python_environment

TIMEOUT_SECONDS = 20
# So many at once in one process; others wait their turn.
_turns = BoundedSemaphore(2)


def read_workbook(content: bytes) -> Workbook:
    """Return the first sheet that holds anything. Refuses `file_encrypted`, `file_not_a_list`, `too_many_rows`."""
    try:
        with _turns:
            child = subprocess.run(
                [sys.executable, "-m", "truso.modules.cart.workbook_child", str(MAX_ROWS)],
                input=content,
                capture_output=True,
                timeout=TIMEOUT_SECONDS,
                env=python_environment(),
                check=False,
            )
        answer = msgspec.json.decode(child.stdout, type=Workbook) if child.returncode == 0 else Workbook(problem="died")
    except (subprocess.TimeoutExpired, msgspec.DecodeError):
        answer = Workbook(problem="died")
    if answer.problem == ENCRYPTED:
        raise refuse("file_encrypted")
    if answer.problem == TOO_LONG:
        raise refuse("too_many_rows", maximum=MAX_ROWS)
    if answer.problem:
        raise refuse("file_not_a_list")
    return answer
