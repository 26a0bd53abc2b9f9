"""The ground of a run: a data folder and database of its own, the generated shop, its index."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "var" / "bench"


def prepare(size: int) -> Any:
    """Start the database under `var/bench`, fill it unless it holds this very shop already, and return the server."""
    os.environ["TRUSO_HOME"] = str(HOME)
    os.environ["DJANGO_SETTINGS_MODULE"] = "truso.config.settings"
    os.environ.pop("DATABASE_URL", None)
    from bench.shop.load import shop_digest
    from truso.commands.environment import embedded_server, setup_django, start_database

    stamp, digest = HOME / "shop", shop_digest(size) + _schema_digest()
    server = embedded_server()
    if not stamp.exists() or stamp.read_text() != digest:
        stamp.unlink(missing_ok=True)
        server.destroy()  # type: ignore[union-attr]
        start_database()
        setup_django()
        _fill(size)
        stamp.write_text(digest)
    else:
        start_database()
        setup_django()
    return server


def _schema_digest() -> str:
    import hashlib

    digest = hashlib.sha256()
    for path in sorted(ROOT.glob("src/truso/**/migrations/*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _fill(size: int) -> None:
    import shutil

    from bench.shop.load import load_shop
    from truso.commands.serve import migrate_and_collect
    from truso.modules.search.operations import index_root, rebuild_index

    sys.stderr.write(f"Making a shop of {size} products …\n")
    migrate_and_collect()
    load_shop(size)
    shutil.rmtree(index_root(), ignore_errors=True)
    rebuild_index()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("checkpoint")
