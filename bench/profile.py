"""Where a case's time goes, in this process: `python -m bench.profile NAME [units]` prints statements and functions."""

from __future__ import annotations

import cProfile
import io
import pstats
import sys
import time
from typing import Any

from bench.cases import CASES, World
from bench.ground import prepare
from bench.limit import TABLES
from bench.run import _people, _run_sql, _set_carts


def main() -> None:
    """Profile one case through the WSGI handler."""
    name, units = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100
    case = next(case for case in CASES if case.name == name)
    prepare(20_000)
    from django.db import connection

    from truso.config.wsgi import application

    world = World(20_000, _people())
    _run_sql(TABLES)
    _set_carts(case, world)

    def run(first: int, count: int) -> None:
        for number in range(first, first + count):
            for one in case.shop(world, number % 8, number):
                status = _call(application, one)
                if status[0] != "2":
                    raise SystemExit(f"{one[:200]!r}: {status}")

    run(0, 24)
    statements: list[tuple[str, float]] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, *rest)
        finally:
            statements.append((" ".join(sql.split())[:150], (time.perf_counter() - began) * 1000))

    with connection.execute_wrapper(note):
        run(24, 1)
    print(f"{len(statements)} statements of one unit:")
    for sql, milliseconds in statements:
        print(f"{milliseconds:7.2f}  {sql}")
    began = time.process_time()
    run(25, units)
    print(f"{(time.process_time() - began) * 1000 / units:.2f} ms of this process per unit")
    profile = cProfile.Profile(time.process_time)
    profile.enable()
    run(25 + units, units)
    profile.disable()
    out = io.StringIO()
    pstats.Stats(profile, stream=out).sort_stats("cumulative").print_stats(70)
    pstats.Stats(profile, stream=out).sort_stats("tottime").print_stats(25)
    print(out.getvalue())


def _call(application: Any, sent: bytes) -> str:
    head, _, body = sent.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    method, path, _ = first.split(" ")
    path, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.input": io.BytesIO(body), "wsgi.url_scheme": "http",
        "wsgi.errors": sys.stderr, "CONTENT_LENGTH": str(len(body)),
    }  # fmt: skip
    for line in lines:
        name, _, value = line.partition(": ")
        key = name.upper().replace("-", "_")
        environ["CONTENT_TYPE" if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    found: list[str] = []
    response = application(environ, lambda status, headers: found.append(status))
    b"".join(response)
    response.close()
    return found[0]


if __name__ == "__main__":
    main()
