"""Dimensions of standard fasteners in mm, from the tables of the ISO and DIN standards named (product grade A/B)."""

from __future__ import annotations

from math import pi

# Coarse pitch P. Source: ISO 261.
PITCH = {
    "M3": 0.5,
    "M4": 0.7,
    "M5": 0.8,
    "M6": 1.0,
    "M8": 1.25,
    "M10": 1.5,
    "M12": 1.75,
    "M14": 2.0,
    "M16": 2.0,
    "M20": 2.5,
    "M24": 3.0,
}
# Width across flats s and head height k. Source: ISO 4014, ISO 4017.
HEX_HEAD: dict[str, tuple[float, float]] = {
    "M3": (5.5, 2.0), "M4": (7, 2.8), "M5": (8, 3.5), "M6": (10, 4.0), "M8": (13, 5.3), "M10": (16, 6.4),
    "M12": (18, 7.5), "M14": (21, 8.8), "M16": (24, 10.0), "M20": (30, 12.5), "M24": (36, 15.0),
}  # fmt: skip
# Head diameter dk, head height k, key size s. Source: ISO 4762.
SOCKET_HEAD: dict[str, tuple[float, float, float]] = {
    "M3": (5.5, 3, 2.5), "M4": (7, 4, 3), "M5": (8.5, 5, 4), "M6": (10, 6, 5), "M8": (13, 8, 6), "M10": (16, 10, 8),
    "M12": (18, 12, 10), "M16": (24, 16, 14), "M20": (30, 20, 17), "M24": (36, 24, 19),
}  # fmt: skip
# Theoretical head diameter dk, head height k, key size s. Source: ISO 10642.
COUNTERSUNK: dict[str, tuple[float, float, float]] = {
    "M3": (6.72, 1.86, 2), "M4": (8.96, 2.48, 2.5), "M5": (11.2, 3.1, 3), "M6": (13.44, 3.72, 4),
    "M8": (17.92, 4.96, 5), "M10": (22.4, 6.2, 6), "M12": (26.88, 7.44, 8),
}  # fmt: skip
# dk, k, s. Source: ISO 7380-1.
BUTTON: dict[str, tuple[float, float, float]] = {
    "M3": (5.7, 1.65, 2), "M4": (7.6, 2.2, 2.5), "M5": (9.5, 2.75, 3), "M6": (10.5, 3.3, 4), "M8": (14, 4.4, 5),
    "M10": (17.5, 5.5, 6), "M12": (21, 6.6, 8),
}  # fmt: skip
# dk, k, cross recess number. Source: ISO 7045.
PAN: dict[str, tuple[float, float, float]] = {
    "M3": (5.6, 2.4, 1),
    "M4": (8, 3.1, 2),
    "M5": (9.5, 3.7, 2),
    "M6": (12, 4.6, 3),
    "M8": (16, 6.0, 4),
}
# Key size. Source: ISO 4029.
SET_SCREW = {"M4": 2, "M5": 2.5, "M6": 3, "M8": 4, "M10": 5, "M12": 6}
# Nut height m. Source: ISO 4032.
NUT: dict[str, float] = {
    "M3": 2.4, "M4": 3.2, "M5": 4.7, "M6": 5.2, "M8": 6.8, "M10": 8.4, "M12": 10.8, "M14": 12.8, "M16": 14.8,
    "M20": 18, "M24": 21.5,
}  # fmt: skip
# Height h. Source: ISO 7040.
LOCK_NUT: dict[str, float] = {
    "M3": 4.5, "M4": 6, "M5": 6.8, "M6": 8, "M8": 9.5, "M10": 11.9, "M12": 14.9, "M14": 17, "M16": 19.1, "M20": 22.8,
    "M24": 27.1,
}  # fmt: skip
# Width across flats, height h. Source: DIN 1587.
CAP_NUT: dict[str, tuple[float, float]] = {
    "M4": (7, 8),
    "M5": (8, 10),
    "M6": (10, 12),
    "M8": (13, 15),
    "M10": (17, 18),
    "M12": (19, 22),
    "M16": (24, 28),
}
# Overall height h. Source: DIN 315.
WING_NUT: dict[str, float] = {"M4": 10.5, "M5": 13, "M6": 17, "M8": 20, "M10": 25, "M12": 33.5}
# d1, d2, h. Source: ISO 7089.
WASHER: dict[str, tuple[float, float, float]] = {
    "M3": (3.2, 7, 0.5), "M4": (4.3, 9, 0.8), "M5": (5.3, 10, 1), "M6": (6.4, 12, 1.6), "M8": (8.4, 16, 1.6),
    "M10": (10.5, 20, 2), "M12": (13, 24, 2.5), "M14": (15, 28, 2.5), "M16": (17, 30, 3), "M20": (21, 37, 3), "M24": (25, 44, 4),
}  # fmt: skip
# d1, d2, h. Source: ISO 7093-1.
LARGE_WASHER: dict[str, tuple[float, float, float]] = {
    "M3": (3.2, 9, 0.8), "M4": (4.3, 12, 1), "M5": (5.3, 15, 1), "M6": (6.4, 18, 1.6), "M8": (8.4, 24, 2),
    "M10": (10.5, 30, 2.5), "M12": (13, 37, 3), "M16": (17, 50, 3), "M20": (22, 60, 4),
}  # fmt: skip
# d1, d2, thickness. Source: DIN 127 form B.
SPRING_WASHER: dict[str, tuple[float, float, float]] = {
    "M4": (4.1, 7.6, 0.9), "M5": (5.1, 9.2, 1.2), "M6": (6.1, 11.8, 1.6), "M8": (8.1, 14.8, 2), "M10": (10.2, 18.1, 2.2),
    "M12": (12.2, 21.1, 2.5), "M16": (16.2, 27.4, 3.5), "M20": (20.2, 33.6, 4), "M24": (24.5, 40, 5),
}  # fmt: skip
# dk, k. Source: DIN 603.
CARRIAGE = {"M6": (16.55, 3.88), "M8": (20.65, 4.88), "M10": (24.65, 5.38), "M12": (30.65, 6.95)}
# s, k by nominal diameter. Source: DIN 571.
COACH = {6: (10, 4), 8: (13, 5.5), 10: (17, 7), 12: (19, 8)}

STEEL = 7.85e-6


def size(thread: str) -> float:
    """Return the nominal diameter of `M8` in mm."""
    return float(thread[1:])


def thread_length(thread: str, length: float, *, socket: bool = False) -> float:
    """Return the reference thread length b. Source: ISO 4014 (2d+6, 2d+12 above 125, 2d+25 above 200), ISO 4762 (2d+12)."""
    d = size(thread)
    if socket:
        return 2 * d + 12
    return 2 * d + (6 if length <= 125 else 12 if length <= 200 else 25)


def bar_weight(d: float, length: float) -> float:
    """Return the weight in kg of a threaded steel bar (mean diameter about 0.92 d)."""
    return pi / 4 * (0.92 * d) ** 2 * length * STEEL


def hex_weight(s: float, height: float, hole: float = 0.0) -> float:
    """Return the weight in kg of a hexagon with an optional hole."""
    return (0.866 * s * s - pi / 4 * hole * hole) * height * STEEL


def disc_weight(outer: float, inner: float, height: float) -> float:
    """Return the weight in kg of a round disc."""
    return pi / 4 * (outer * outer - inner * inner) * height * STEEL
