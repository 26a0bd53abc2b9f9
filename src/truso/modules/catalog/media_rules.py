"""What is a video, and where one is shown. No files, no network."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

YOUTUBE, VIMEO = "youtube", "vimeo"
_YOUTUBE_HOSTS = frozenset(("youtube.com", "www.youtube.com", "m.youtube.com", "youtube-nocookie.com", "www.youtube-nocookie.com"))  # fmt: skip
_VIMEO_HOSTS = frozenset(("vimeo.com", "www.vimeo.com", "player.vimeo.com"))
_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_VIMEO_ID = re.compile(r"\d{5,12}")
_PATHS = frozenset(("embed", "shorts", "live", "v"))
# What a film begins with. Source: ISO/IEC 14496-12 (ftyp box), RFC 8794 (EBML header) with the document type of WebM.
_EBML = b"\x1a\x45\xdf\xa3"
HEAD = 4096


def video_address(text: str) -> tuple[str, str] | None:
    """Return the house and its name for the video at an address, as people copy it; None for any other.

    Only the name is ever used: an address is built from it anew, so that nothing else of what was pasted is shown.
    """
    text = text.strip()
    try:
        parts = urlsplit(text if "//" in text else f"https://{text}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    path = [one for one in parts.path.split("/") if one]
    if host == "youtu.be":
        return _named(YOUTUBE, _YOUTUBE_ID, path[0] if path else "")
    if host in _YOUTUBE_HOSTS:
        name = parse_qs(parts.query).get("v", [""])[0] if path[:1] == ["watch"] else ""
        return _named(YOUTUBE, _YOUTUBE_ID, name or (path[1] if len(path) > 1 and path[0] in _PATHS else ""))
    if host in _VIMEO_HOSTS:
        return _named(VIMEO, _VIMEO_ID, next((one for one in path if _VIMEO_ID.fullmatch(one)), ""))
    return None


def _named(house: str, form: re.Pattern[str], name: str) -> tuple[str, str] | None:
    return (house, name) if form.fullmatch(name) else None


def video_type(head: bytes) -> str:
    """Return the media type of a film by its first bytes: `video/mp4`, `video/webm`; empty for anything else."""
    if head[4:8] == b"ftyp":
        return "video/mp4"
    return "video/webm" if head.startswith(_EBML) and b"webm" in head[:HEAD] else ""
