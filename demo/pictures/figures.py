"""Figures of the dimension lines as single strokes, so that no font is needed (after the lettering of ISO 3098)."""

from __future__ import annotations

# Each sign in a box 10 high: (advance, path).
_SIGNS: dict[str, tuple[float, str]] = {
    "0": (8.4, "M3 0C1 0 0 2 0 5S1 10 3 10S6 8 6 5S5 0 3 0"),
    "1": (6.4, "M.6 2L3.2 0V10"),
    "2": (8.4, "M.3 2.6C.5 1 1.5 0 3 0C4.7 0 5.8 1.1 5.8 2.7C5.8 5 2.6 6.4 0 10H6"),
    "3": (
        8.4,
        "M.3 1.6C.8 .6 1.8 0 3 0C4.6 0 5.7 1 5.7 2.5S4.5 4.8 2.6 4.8C4.7 4.8 6 5.8 6 7.4S4.7 10 3 10C1.6 10 .5 9.3 0 8.2",
    ),
    "4": (8.4, "M4.5 10V0L0 7.1H6.2"),
    "5": (8.4, "M5.5 0H1.2L.7 4.4C1.3 3.9 2.1 3.6 3 3.6C4.8 3.6 6 4.9 6 6.8S4.8 10 3 10C1.6 10 .5 9.4 0 8.3"),
    "6": (
        8.4,
        "M5.4 1.3C4.9 .5 4.1 0 3.2 0C1.2 0 0 2 0 5.3C0 8.4 1.1 10 3 10C4.8 10 6 8.7 6 6.8S4.8 3.8 3.1 3.8C1.4 3.8 .3 4.9 0 6.3",
    ),
    "7": (8.2, "M0 0H6L2.2 10"),
    "8": (
        8.4,
        "M3 0C1.5 0 .5 1 .5 2.4S1.5 4.7 3 4.7S5.5 3.8 5.5 2.4S4.5 0 3 0M3 4.7C1.2 4.7 0 5.8 0 7.4S1.2 10 3 10S6 8.9 6 7.4S4.8 4.7 3 4.7",
    ),
    "9": (
        8.4,
        "M.6 8.7C1.1 9.5 1.9 10 2.8 10C4.8 10 6 8 6 4.7C6 1.6 4.9 0 3 0C1.2 0 0 1.3 0 3.2S1.2 6.2 2.9 6.2C4.6 6.2 5.7 5.1 6 3.7",
    ),
    ",": (4.0, "M1 9.4V10L.2 11.8"),
    " ": (4.0, ""),
    "M": (9.8, "M0 10V0L3.7 6.4L7.4 0V10"),
    "d": (7.6, "M5 0V10M5 6.6C5 4.8 4 3.6 2.6 3.6S0 4.8 0 6.8S1.2 10 2.6 10S5 8.6 5 6.8"),
    "k": (6.8, "M0 0V10M4.6 3.7L0 7.3M1.8 6L4.9 10"),
    "s": (
        6.6,
        "M4.3 4.6C3.9 4 3.2 3.6 2.3 3.6C1.1 3.6 .2 4.2 .2 5.2C.2 7.3 4.5 6 4.5 8.2C4.5 9.3 3.6 10 2.3 10C1.3 10 .4 9.6 0 8.8",
    ),
    "l": (3.6, "M.6 0V10"),
    "b": (7.6, "M0 0V10M0 6.8C0 4.8 1 3.6 2.4 3.6S5 4.8 5 6.8S3.8 10 2.4 10S0 8.8 0 6.8"),
    "m": (9.8, "M0 10V3.7M0 6C.2 4.5 1 3.6 2 3.6S3.7 4.4 3.7 5.8V10M3.7 6C3.9 4.5 4.7 3.6 5.7 3.6S7.4 4.4 7.4 5.8V10"),
    "h": (7.4, "M0 0V10M0 6.4C.2 4.6 1.2 3.6 2.6 3.6S4.8 4.5 4.8 6V10"),
    "t": (5.6, "M1.4 1V8.4C1.4 9.5 2 10 3.2 9.9M0 3.7H3.2"),
    "ø": (8.6, "M3 3C1.2 3 0 4.4 0 6.4S1.2 9.8 3 9.8S6 8.4 6 6.4S4.8 3 3 3M-.2 10.6L6.2 2.2"),
    "x": (7.6, "M.4 3.8L5 9.4M5 3.8L.4 9.4"),
    "P": (7.6, "M0 10V0H3C4.9 0 6 1 6 2.8S4.9 5.5 3 5.5H0"),
    "°": (4.4, "M1.4 0A1.4 1.4 0 1 0 1.41 0"),
    "/": (6.0, "M0 10L4 0"),
}


def width(text: str, height: float) -> float:
    """Return how wide the text is at a height of its figures, both in px."""
    return sum(_SIGNS[sign][0] for sign in text) * height / 10 - 2 * height / 10


def strokes(text: str, x: float, y: float, height: float) -> list[tuple[str, str]]:
    """Return `(transform, path)` for each sign, the text's left edge at x and its top at y."""
    scale, placed = height / 10, []
    for sign in text:
        advance, path = _SIGNS[sign]
        if path:
            placed.append((f"translate({x:.1f} {y:.1f}) scale({scale:.3f})", path))
        x += advance * scale
    return placed


def write_number(value: float) -> str:
    """Write a dimension as drawings in metric countries do: comma, no idle zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
