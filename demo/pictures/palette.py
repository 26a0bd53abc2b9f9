"""Colors and metals of the pictures: one light from the upper left on a warm off-white ground."""

from __future__ import annotations

GROUND = "#f7f5f1"
INK = "#22302d"
LINE = "#46606a"
PINE = "#1f6549"
LINGON = "#b22f45"
AMBER = "#dd9c33"
SLATE = "#5b6d75"
SAND = "#e6dfd1"
WOOD = "#d9b387"
STEEL = "#c3ccd0"
RUBBER = "#30393c"
WHITE = "#fdfcfa"

# Stops across a round bar, lit from the left: (offset, color).
METALS: dict[str, tuple[tuple[float, str], ...]] = {
    "zinc": ((0, "#8f9ca3"), (0.18, "#d5dee3"), (0.34, "#f7fafb"), (0.6, "#b7c3c9"), (0.86, "#7f8d94"), (1, "#96a3a9")),
    "hdg": ((0, "#868d8f"), (0.2, "#bcc3c4"), (0.38, "#d6dadb"), (0.62, "#a9b0b2"), (0.88, "#7b8284"), (1, "#8b9294")),
    "a2": ((0, "#8f9294"), (0.16, "#dcdedd"), (0.3, "#fdfdfc"), (0.5, "#cfd1d0"), (0.84, "#83878a"), (1, "#a3a6a8")),
    "a4": ((0, "#878e96"), (0.16, "#d3d9de"), (0.3, "#fbfdfe"), (0.5, "#c3cad1"), (0.84, "#77808a"), (1, "#98a1aa")),
    "black": ((0, "#23282b"), (0.2, "#596166"), (0.34, "#7a8388"), (0.6, "#3f474b"), (0.88, "#1f2427"), (1, "#30373a")),
    "yellow": (
        (0, "#a5813a"),
        (0.18, "#e6cd8a"),
        (0.34, "#f8ebc0"),
        (0.6, "#d3b362"),
        (0.86, "#95722f"),
        (1, "#ad8a45"),
    ),
    "coated": (
        (0, "#6d5f4c"),
        (0.18, "#a69478"),
        (0.34, "#c2b294"),
        (0.6, "#8e7d63"),
        (0.86, "#5d503f"),
        (1, "#70624f"),
    ),
    "brass": (
        (0, "#a07a2c"),
        (0.18, "#e8c873"),
        (0.34, "#fbeebb"),
        (0.6, "#d2a94b"),
        (0.86, "#8f6a22"),
        (1, "#ad8738"),
    ),
    "aluminum": (
        (0, "#a2a9ac"),
        (0.18, "#e3e7e8"),
        (0.34, "#fbfcfc"),
        (0.6, "#ccd2d4"),
        (0.86, "#949c9f"),
        (1, "#abb2b5"),
    ),
}


def rgb(color: str) -> tuple[int, int, int]:
    """Return the three parts of `#rrggbb`."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """Return the first color with a share (0 to 1) of the second."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(first), rgb(second), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def lighter(color: str, share: float = 0.25) -> str:
    """Return the color moved toward white."""
    return mix(color, "#ffffff", share)


def darker(color: str, share: float = 0.25) -> str:
    """Return the color moved toward the ink."""
    return mix(color, "#101a1a", share)


def is_dark(color: str) -> bool:
    """Tell whether seams and folds on this color need a light line."""
    red, green, blue = rgb(color)
    return 0.299 * red + 0.587 * green + 0.114 * blue < 80


def seam(color: str) -> str:
    """Return the color of stitches and folds on a cloth of this color."""
    return lighter(color, 0.28) if is_dark(color) else darker(color, 0.32)
