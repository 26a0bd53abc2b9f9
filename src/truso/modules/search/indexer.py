"""Keep one node's index up to the database: one process writes, everybody else on the node maps what it wrote."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from django.db import InterfaceError, OperationalError, close_old_connections, connection

from truso.modules.search import log
from truso.modules.search.applying import apply_changes
from truso.modules.search.documents import DocumentReader
from truso.modules.search.engine import (
    GenerationInfo,
    NoGeneration,
    Writer,
    WriterBusy,
    build_generation,
    current_generation,
    is_offered,
    new_generation_folder,
    offer,
    publish,
    publish_offered,
    state_in_use,
)
from truso.modules.search.shared_lists import days_of_lists
from truso.platform import clock

logger = logging.getLogger("truso.search")
CHANGES_AT_ONCE = 5000
# Seconds between two looks at the log, between two signs of life, and to wait for the writer to take a new generation.
PAUSE, HEARTBEAT, PATIENCE = 0.2, 30.0, 60.0
NIGHTLY_HOUR = 2
_NODE_FILE = "node"
# What is nobody's change's fault: it is tried again.
_PASSING = (WriterBusy, NoGeneration, OperationalError, InterfaceError, OSError)


def node_key(root: Path) -> str:
    """Return the name of the node whose index lies here, given when it is asked for the first time."""
    path = root / _NODE_FILE
    if not path.exists():
        root.mkdir(parents=True, exist_ok=True)
        path.write_text(uuid4().hex)
    return path.read_text().strip()


def build_index(root: Path) -> GenerationInfo:
    """Build a new generation from the database and make it current; searches go on in the old one meanwhile.

    What changes during the build stays in the log and is taken over right after. Where an indexer is at work, it is asked to
    make the new generation current. Raises WriterBusy when it does not within a minute.
    """
    key, position = node_key(root), log.horizon()
    builder = f"{key}/build"
    log.report_node(builder, position, 0)
    try:
        now = clock.now()
        articles = DocumentReader(days_of_lists(now)).read_all()
        info = build_generation(new_generation_folder(root), articles, position=position, built_at=int(now.timestamp()))
        try:
            publish(root, info)
        except WriterBusy:
            _hand_over(root, info)
        log.report_node(key, position, info.documents)
    finally:
        log.forget_node(builder)
    return info


def _hand_over(root: Path, info: GenerationInfo) -> None:
    offer(root, info)
    deadline = time.monotonic() + PATIENCE
    while current_generation(root) != info.name:
        if time.monotonic() > deadline:
            raise WriterBusy(str(root))
        time.sleep(PAUSE)


class Indexer:
    """Takes changes over into one index, a round at a time. Refused with `WriterBusy` while another one is at it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._writer: Writer | None = None
        self._generation = ""
        self._seen: dict[int, int] = {}
        self._reported = 0.0
        self._built_on: date | None = None
        self._builder: subprocess.Popen[bytes] | None = None

    def step(self, *, builds: bool = True) -> bool:
        """Do what there is to do now, and tell whether that was anything. `builds` False waits for a change before it builds."""
        if is_offered(self.root):
            self.close()
            publish_offered(self.root)
            return True
        state = state_in_use(self.root)
        if state is None or not log.knows_node(node_key(self.root)):
            if not builds and state is None and not log.next_changes(0, (), 1)[0]:
                return False
            self.close()
            build_index(self.root)
            return True
        generation = current_generation(self.root) or ""
        if generation != self._generation:
            self.close()
            self._generation, self._seen = generation, {}
        position = state.position
        changes, reached = log.next_changes(position, self._seen, CHANGES_AT_ONCE)
        if not changes and not self._seen:
            return False
        if changes or reached > position:
            self._take_over(changes, reached)
        return bool(changes)

    def _take_over(self, changes: list[log.Change], reached: int) -> None:
        try:
            apply_changes(self._open(), changes)
        except _PASSING:
            self.close()
            raise
        except Exception:
            logger.exception("%s changes together could not be taken over: now one by one", len(changes))
            self.close()
            self._one_by_one(changes)
        documents = self._open().commit(position=reached)
        self._seen |= {change.id: change.transaction for change in changes}
        self._seen = {key: transaction for key, transaction in self._seen.items() if transaction >= reached}
        self._report(reached, documents)

    def _one_by_one(self, changes: Collection[log.Change]) -> None:
        """Take over what can be; what cannot is left out until the index is built anew, and told to the operator."""
        for change in changes:
            try:
                apply_changes(self._open(), [change])
                self._open().commit()
            except _PASSING:
                self.close()
                raise
            except Exception:
                logger.exception("%s %s could not be taken over into the index", change.kind, change.target)
                self.close()

    def _report(self, position: int, documents: int) -> None:
        log.report_node(node_key(self.root), position, documents)
        self._reported = time.monotonic()

    def _open(self) -> Writer:
        if self._writer is None:
            self._writer = Writer(self.root)
        return self._writer

    def close(self) -> None:
        """Let go of the index."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def run(self, *, until: Callable[[], bool] = lambda: False) -> None:
        """Go on until told to stop. While another process of the node writes, wait for its end."""
        while not until():
            try:
                close_old_connections()
                if not self.step():
                    self._rest()
            except WriterBusy:
                time.sleep(5 * PAUSE)
            except _PASSING:
                logger.exception("the index could not be kept up; trying again")
                self.close()
                connection.close()
                time.sleep(5)
            except Exception:
                logger.exception("the index could not be written; building it anew")
                self.close()
                self._build_anew()
        self.close()

    def _build_anew(self) -> None:
        try:
            build_index(self.root)
        except Exception:
            logger.exception("the index could not be built; trying again in a minute")
            connection.close()
            time.sleep(60)

    def _rest(self) -> None:
        state = state_in_use(self.root)
        if state is not None and time.monotonic() - self._reported > HEARTBEAT:
            self._report(state.position, state.documents)
        if state is not None and self._is_night(state.built_at):
            self._built_on = clock.now().date()
            # In a process of its own: changes are taken over meanwhile.
            self._builder = subprocess.Popen([sys.executable, "-m", "truso", "reindex"])
        time.sleep(PAUSE)

    def _is_night(self, built_at: int) -> bool:
        now = clock.now()
        return (
            now.hour == NIGHTLY_HOUR
            and (self._builder is None or self._builder.poll() is not None)
            and self._built_on != now.date()
            and now.timestamp() - built_at > timedelta(hours=6).total_seconds()
        )
