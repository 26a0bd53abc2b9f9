"""Whether an e-invoice follows the rules: the UBL schema, EN 16931 and Peppol, asked in one child process.

The rules of EN 16931 block. The bundled Peppol rules are of March 2024 and only warn; a folder with current ones
(`TRUSO_RULES_DIR`, setting or environment: .sch or compiled .xslt files) replaces them and blocks.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from dataclasses import dataclass

import msgspec

from truso.modules.output.rulecheck_child import Finding, read_message, write_message
from truso.platform.children import python_environment

__all__ = ["Finding", "RuleCheckFailed", "RuleChecker", "RuleReport", "check_rules"]

TIMEOUT_SECONDS = 60.0


class RuleCheckFailed(Exception):
    """Raised when the rules gave no answer: they could not be loaded, died twice or took too long."""


@dataclass(frozen=True, slots=True)
class RuleReport:
    """What the rules found. A document with errors must not be sent."""

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """True when nothing blocks."""
        return not self.errors


class RuleChecker:
    """One child process with the rules of one folder, started at the first question and again after a crash.

    Threads may share it: they are answered one after the other. A fork starts a child of its own.
    """

    def __init__(self, rules_dir: str = "", timeout: float = TIMEOUT_SECONDS) -> None:
        self.rules_dir = rules_dir
        self.timeout = timeout
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def check(self, xml: bytes) -> RuleReport:
        """Check one document. Raises `RuleCheckFailed` when there is no answer, never lets a document pass unread."""
        with self._lock:
            answer = self._ask(xml)
            if answer is None:  # The child died: a second one gets the same question once.
                answer = self._ask(xml)
        if answer is None:
            raise RuleCheckFailed("the rule checker ended without an answer")
        findings = msgspec.json.decode(answer, type=list[Finding])
        return RuleReport(
            errors=tuple(finding for finding in findings if finding.severity == "error"),
            warnings=tuple(finding for finding in findings if finding.severity != "error"),
        )

    def close(self) -> None:
        """End the child process, if this process started one."""
        child, self._child = self._child, None
        if child and self._owner == os.getpid():
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream:
                    stream.close()

    @property
    def child_pid(self) -> int | None:
        """The process id of the child, None before the first question."""
        return self._child.pid if self._child else None

    def _ask(self, xml: bytes) -> bytes | None:
        child = self._running()
        if child.stdin is None or child.stdout is None:
            raise RuleCheckFailed("the rule checker has no pipes")
        too_late = threading.Event()

        def stop() -> None:
            too_late.set()
            child.kill()

        timer = threading.Timer(self.timeout, stop)
        timer.daemon = True
        timer.start()
        try:
            write_message(child.stdin, xml)
            answer = read_message(child.stdout)
        except (BrokenPipeError, OSError):
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            self._discard()
            if too_late.is_set():
                raise RuleCheckFailed(f"the rule checker gave no answer in {self.timeout:g} seconds")
        return answer

    def _discard(self) -> None:
        """Forget a dead child. Closing its input may complain about what was never read."""
        try:
            self.close()
        except OSError:
            self._child = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child and self._owner == os.getpid() and self._child.poll() is None:
            return self._child
        self._discard()
        self._child = subprocess.Popen(
            [sys.executable, "-m", "truso.modules.output.rulecheck_child", self.rules_dir],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=python_environment(),
        )
        self._owner = os.getpid()
        return self._child


_checker: RuleChecker | None = None
_checker_lock = threading.Lock()


def check_rules(xml: bytes) -> RuleReport:
    """Check an Invoice or CreditNote; the first call of a process takes about two seconds, later ones milliseconds."""
    return _shared_checker().check(xml)


def _shared_checker() -> RuleChecker:
    global _checker  # noqa: PLW0603 - one child per process is the point
    wanted = _rules_dir()
    with _checker_lock:
        if _checker is None or _checker.rules_dir != wanted:
            if _checker:
                _checker.close()
            _checker = RuleChecker(wanted)
            atexit.register(_checker.close)
        return _checker


def _rules_dir() -> str:
    from django.conf import settings

    configured = getattr(settings, "TRUSO_RULES_DIR", "") if settings.configured else ""
    return str(configured or os.environ.get("TRUSO_RULES_DIR", ""))
