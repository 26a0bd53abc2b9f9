"""The installation's secret key: given by the environment, else made once and kept in the data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def load_secret_key(home: Path) -> str:
    """Return the secret key; without `TRUSO_SECRET_KEY` one is made and kept in `secret_key` (mode 0600)."""
    given = os.environ.get("TRUSO_SECRET_KEY")
    if given:
        return given
    path = home / "secret_key"
    try:
        return path.read_text()
    except FileNotFoundError:
        home.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(50)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key
