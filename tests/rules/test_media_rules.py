"""Where a video is, by the address people copy; and what a film begins with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truso.modules.catalog.media_rules import video_address, video_type

ID = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (f"https://www.youtube.com/watch?v={ID}", ("youtube", ID)),
        (f"https://www.youtube.com/watch?list=PL1&v={ID}&t=12s", ("youtube", ID)),
        (f"  https://youtu.be/{ID}?si=abc ", ("youtube", ID)),
        (f"https://youtube.com/shorts/{ID}", ("youtube", ID)),
        (f"https://www.youtube-nocookie.com/embed/{ID}", ("youtube", ID)),
        (f"m.youtube.com/live/{ID}", ("youtube", ID)),
        ("https://vimeo.com/76979871", ("vimeo", "76979871")),
        ("https://player.vimeo.com/video/76979871?h=1", ("vimeo", "76979871")),
        ("https://vimeo.com/channels/staffpicks/76979871", ("vimeo", "76979871")),
        ("https://www.youtube.com/", None),
        ("https://www.youtube.com/watch?v=short", None),
        (f"https://youtube.com.example.org/watch?v={ID}", None),
        (f"https://example.org/?u=https://youtu.be/{ID}", None),
        (f"javascript:alert('https://youtu.be/{ID}')", None),
        (f'https://youtu.be/{ID}"><script>', None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_an_address_names_a_video_or_none(typed: str, found: tuple[str, str] | None) -> None:
    assert video_address(typed) == found


@given(st.text(max_size=200))
def test_whatever_is_typed_nothing_but_a_name_comes_out(typed: str) -> None:
    found = video_address(typed)
    assert found is None or (found[0] in {"youtube", "vimeo"} and found[1].replace("-", "").replace("_", "").isalnum())


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x00\x00\x00\x20ftypisom" + b"\0" * 20, "video/mp4"),
        (b"\x1a\x45\xdf\xa3\x01\x00\x00\x00\x42\x82\x84webm", "video/webm"),
        (b"\x1a\x45\xdf\xa3\x01\x00\x00\x00\x42\x82\x88matroska", ""),
        (b"<html><video>", ""),
        (b"", ""),
    ],
)
def test_a_film_is_known_by_its_first_bytes(head: bytes, kind: str) -> None:
    assert video_type(head) == kind
