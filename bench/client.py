"""A load client: some buyers, each on a connection kept open, each sending its next request when the last is answered."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

# What one buyer does once: its requests, sent one after the other, timed together.
Unit = Sequence[bytes]
MakeUnit = Callable[[int, int], Unit]


@dataclass
class Load:
    """What came of a load: the time of each unit in milliseconds, the whole in seconds, and the last answer's bytes."""

    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0
    answer: bytes = b""

    @property
    def per_second(self) -> float:
        return len(self.milliseconds) / self.seconds if self.seconds else 0.0

    def percentile(self, percent: int) -> float:
        """Return the time that so many percent of the units stayed within."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


class UnexpectedAnswer(Exception):
    """The server answered with something else than success."""


def request(method: str, path: str, headers: dict[str, str], body: object = None) -> bytes:
    """Return a request as it goes over the wire."""
    content = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", *(f"{name}: {value}" for name, value in headers.items())]
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
    return "\r\n".join([*lines, "", ""]).encode() + content


def run_load(port: int, make_unit: MakeUnit, *, buyers: int, units: int, seconds: float) -> Load:
    """Let so many buyers do `units` units in all, for `seconds` at the most; `make_unit` is told buyer and number."""
    return asyncio.run(_run(port, make_unit, buyers, units, seconds))


async def _run(port: int, make_unit: MakeUnit, buyers: int, units: int, seconds: float) -> Load:
    load = Load()
    began = time.perf_counter()
    await asyncio.gather(
        *(_buyer(port, make_unit, one, range(one, units, buyers), began + seconds, load) for one in range(buyers))
    )
    load.seconds = time.perf_counter() - began
    return load


async def _buyer(port: int, make_unit: MakeUnit, buyer: int, numbers: range, deadline: float, load: Load) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**22)
    try:
        for number in numbers:
            if time.perf_counter() > deadline:
                return
            requests = make_unit(buyer, number)
            began = time.perf_counter()
            for one in requests:
                writer.write(one)
                load.answer = await _answer(reader, one)
            load.milliseconds.append((time.perf_counter() - began) * 1000)
    finally:
        writer.close()


async def _answer(reader: asyncio.StreamReader, sent: bytes) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    lowered = head.lower()
    at = lowered.find(b"content-length:")
    length = int(lowered[at + 15 : lowered.find(b"\r\n", at)])
    body = await reader.readexactly(length) if length else b""
    if head[9:10] != b"2":
        raise UnexpectedAnswer(f"{sent[:120]!r}: {head[:40]!r} {body[:400]!r}")
    return body
