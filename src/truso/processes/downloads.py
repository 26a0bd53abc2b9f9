"""What is handed out as a file, by pages and API alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """A file to hand out."""

    filename: str
    content_type: str
    content: bytes
