"""Screws for wood, sheet metal and concrete, plugs, anchors, rivets and nails."""

from __future__ import annotations

from demo.pictures.bolts import AXIS, TOP_VIEW, Frame, face, hex_face, hex_side, metal, recess, thread
from demo.pictures.canvas import Canvas
from demo.pictures.figures import write_number
from demo.pictures.palette import METALS, darker, lighter
from demo.pictures.registry import Params, kind


def _frame(height_mm: float, width_mm: float) -> Frame:
    scale = min(580 / height_mm, 210 / width_mm)
    return Frame(scale, 396 - height_mm * scale / 2)


def _drill_point(c: Canvas, finish: str, half: float, tip: float, end: float) -> None:
    c.polygon(
        [(AXIS - half, tip), (AXIS + half, tip), (AXIS + half, end - half), (AXIS, end), (AXIS - half, end - half)],
        c.bar(finish, AXIS - half, AXIS + half),
        width=3,
    )
    c.path(
        f"M{AXIS - half * 0.4} {tip + 3}Q{AXIS + half * 0.5} {(tip + end) / 2} {AXIS} {end - 4}",
        "none",
        METALS[finish][4][1],
        2.4,
    )


def _sunk_head(c: Canvas, finish: str, span: tuple[float, float], r: float, shank: float) -> None:
    top, neck = span
    rim = (neck - top) * 0.1
    c.path(
        f"M{AXIS - r} {top}H{AXIS + r}V{top + rim}C{AXIS + r * 0.7} {top + rim + 4} {AXIS + shank / 2 + 2} {neck - 10} {AXIS + shank / 2} {neck}H{AXIS - shank / 2}C{AXIS - shank / 2 - 2} {neck - 10} {AXIS - r * 0.7} {top + rim + 4} {AXIS - r} {top + rim}Z",
        c.bar(finish, AXIS - r, AXIS + r),
    )
    for share in (0.42, 0.64):
        c.line(
            AXIS - r * (1 - share),
            top + rim + 4 + share * (neck - top) * 0.4,
            AXIS - r * (1 - share) * 0.6,
            neck - 8,
            METALS[finish][4][1],
            2,
        )


@kind("wood_screw")
def wood_screw(c: Canvas, p: Params) -> None:
    """Draw a wood, deck, drywall or concrete screw: countersunk or hexagon head, point below."""
    d, length, dk, finish = p.num("d", 5), p.num("l", 60), p.num("dk", 9.8), metal(p)
    k = p.num("k", dk * 0.46)
    hexagonal = p.text("head", "countersunk") == "hex"
    f = _frame(length + (k if hexagonal else 0), dk)
    top, wide, shank = f.top, d * f.scale, d * f.scale * 0.7
    neck = top + k * f.scale
    end = top + (length + (k if hexagonal else 0)) * f.scale
    r = dk * f.scale / 2
    b = p.num("b", length * 0.6)
    split = max(neck, end - b * f.scale)
    c.shadow(AXIS + 10, end + 12, r * 1.1, 13)
    c.center_line(AXIS, top - 30, AXIS, end + 22)
    if split > neck + 4:
        c.rect(
            AXIS - shank / 2,
            neck - 2,
            shank,
            split - neck + 4,
            0,
            c.bar(finish, AXIS - shank / 2, AXIS + shank / 2),
            width=3,
        )
    drill = p.text("point", "sharp") == "drill"
    tip = end - d * f.scale * 1.5 if drill else end
    thread(c, AXIS, split, tip, wide, d * 0.5 * f.scale, finish, point=0 if drill else wide * 1.5)
    if drill:
        _drill_point(c, finish, wide * 0.34, tip, end)
    if hexagonal:
        hex_side(c, AXIS, top, p.num("s", dk * 0.8) * f.scale, k * f.scale * 0.84, finish)
        c.rect(
            AXIS - r,
            neck - k * f.scale * 0.18,
            2 * r,
            k * f.scale * 0.18,
            3,
            c.bar(finish, AXIS - r, AXIS + r),
            width=3,
        )
    else:
        _sunk_head(c, finish, (top, neck), r, shank)
    c.dim_v(AXIS - r - 58, top + (k * f.scale if hexagonal else 0), end, write_number(length), AXIS - wide / 2 - 6)
    if 0 < b < length * 0.9:
        c.dim_v(AXIS + wide / 2 + 76, split, end, f"b {write_number(b)}", AXIS + wide / 2 + 6)
    _screw_front(c, f, p, finish, dk)
    c.figure(f"ø {write_number(d)}", AXIS + max(r, wide) + 78, neck + 34)


def _screw_front(c: Canvas, f: Frame, p: Params, finish: str, dk: float) -> None:
    r = max(dk * f.scale / 2, 62)
    cx, cy = TOP_VIEW[0] + 10, max(f.top + r, 190)
    c.shadow(cx + 10, cy + r + 14, r, 14)
    c.circle(cx, cy, r, face(c, finish, cx, cy, r))
    c.shine(
        f"M{cx - r * 0.8:.1f} {cy - r * 0.2:.1f}A{r * 0.82:.1f} {r * 0.82:.1f} 0 0 1 {cx - r * 0.2:.1f} {cy - r * 0.8:.1f}",
        6,
    )
    if p.text("head", "countersunk") == "hex":
        hex_face(c, cx, cy, r * 1.5, finish)
    else:
        recess(c, cx, cy, r * 0.92, p.text("drive", "torx"))
    c.center_line(cx - r - 20, cy, cx + r + 20, cy)
    c.dim_h(cy + r + 52, cx - r, cx + r, f"ø {write_number(dk)}", cy + 8)


@kind("wall_plug")
def wall_plug(c: Canvas, p: Params) -> None:
    """Draw a plastic wall plug, slit and ribbed."""
    d, length, color = p.num("d", 8), p.num("l", 40), p.text("color", "#7d8a90")
    wide = min(150, 34 + d * 8.6)
    tall = min(560, wide * length / d)
    x, top = 330.0, 400 - tall / 2
    half, end = wide / 2, top + tall
    fill = c.gradient(
        ((0, darker(color, 0.2)), (0.3, lighter(color, 0.4)), (0.6, color), (1, darker(color, 0.3))),
        (x - half, 0),
        (x + half, 0),
    )
    c.shadow(x + 14, end + 16, half * 1.2, 14)
    c.path(
        f"M{x - half * 1.15} {top}H{x + half * 1.15}V{top + 14}H{x + half}V{end - half}L{x + half * 0.5} {end}H{x - half * 0.5}L{x - half} {end - half}V{top + 14}H{x - half * 1.15}Z",
        fill,
    )
    ribs, y = "", top + tall * 0.34
    while y < end - half * 0.9:
        ribs += f"M{x - half} {y:.1f}l{half * 0.24:.1f} -9M{x + half} {y:.1f}l{-half * 0.24:.1f} -9"
        y += 17
    c.path(ribs, "none", darker(color, 0.5), 3)
    c.rect(x - 5, top + tall * 0.2, 10, tall * 0.68, 5, darker(color, 0.55), stroke="none", width=0)
    c.shine(f"M{x - half * 0.62} {top + 30}V{end - half * 1.2}", 6)
    cx, cy, r = 560.0, top + half * 1.3, half * 1.15
    c.shadow(cx + 10, cy + r + 14, r, 14)
    c.circle(cx, cy, r, c.tone(color, (cx - r, cy - r, cx + r, cy + r)))
    c.circle(cx, cy, r * 0.48, darker(color, 0.6), width=3)
    c.dim_v(x - half * 1.15 - 50, top, end, write_number(length), x - half * 1.15 - 6)
    c.dim_h(cy + r + 52, cx - half, cx + half, f"ø {write_number(d)}", cy + 6)


@kind("expansion_anchor")
def expansion_anchor(c: Canvas, p: Params) -> None:
    """Draw a through-bolt anchor: threaded end with nut and washer above, expansion clip and cone below."""
    d, length, finish = p.num("d", 10), p.num("l", 90), metal(p)
    scale = min(600 / length, 130 / (d * 1.6))
    wide, tall = d * scale, length * scale
    x, top = 350.0, 400 - tall / 2
    end, half = top + tall, wide / 2
    c.shadow(x + 12, end + 12, wide * 0.8, 13)
    c.center_line(x, top - 30, x, end + 22)
    thread(c, x, top, top + tall * 0.46, wide, d * 0.15 * scale, finish)
    c.rect(x - half * 0.98, top + tall * 0.46, wide * 0.98, tall * 0.3, 0, c.bar(finish, x - half, x + half))
    c.path(
        f"M{x - half * 0.8} {top + tall * 0.76}H{x + half * 0.8}L{x + half} {end - 14}V{end}H{x - half}V{end - 14}Z",
        c.bar(finish, x - half, x + half),
    )
    clip = c.bar("a2", x - half * 1.06, x + half * 1.06)
    c.path(
        f"M{x - half * 1.02} {top + tall * 0.76}H{x + half * 1.02}V{end - tall * 0.09}L{x + half * 0.34} {end - tall * 0.07}V{top + tall * 0.84}H{x + half * 0.14}V{end - tall * 0.07}L{x - half * 1.02} {end - tall * 0.09}Z",
        clip,
        width=3,
    )
    hex_side(c, x, top + tall * 0.1, wide * 1.62, wide * 0.82, finish, chamfer_below=True)
    c.rect(
        x - wide * 1.02,
        top + tall * 0.1 + wide * 0.83,
        wide * 2.04,
        wide * 0.16,
        3,
        c.bar(finish, x - wide, x + wide),
        width=3,
    )
    c.dim_v(x - wide * 1.02 - 62, top, end, write_number(length), x - half - 6)
    c.dim_h(end + 46, x - half, x + half, f"M{write_number(d)}", end + 6)
    t_fix = p.num("t", 0)
    if t_fix:
        y = top + tall * 0.1 + wide
        c.dim_v(x + wide * 1.02 + 66, y, y + t_fix * scale, f"t {write_number(t_fix)}", x + wide * 1.05)
    cx, cy = 600.0, max(top + wide, 210)
    c.shadow(cx + 10, cy + wide + 14, wide, 14)
    c.circle(cx, cy, wide * 1.05, face(c, finish, cx, cy, wide))
    hex_face(c, cx, cy, wide * 1.62, finish)
    c.circle(cx, cy, half * 0.95, face(c, finish, cx - 8, cy - 8, half))


@kind("blind_rivet")
def blind_rivet(c: Canvas, p: Params) -> None:
    """Draw a blind rivet with its mandrel."""
    d, length, finish = p.num("d", 4), p.num("l", 10), p.text("finish", "aluminum")
    scale = min(56 / d * 1.7, 250 / length)
    wide, body = d * scale, length * scale
    x, y = 400.0, 420.0
    c.shadow(x + 14, y + body + wide + 24, wide * 1.1, 15)
    c.center_line(x, 40, x, y + body + wide + 40)
    pin = wide * 0.5
    c.path(f"M{x - pin / 2} {y}V100L{x} 74L{x + pin / 2} 100V{y}Z", c.bar("zinc", x - pin / 2, x + pin / 2))
    c.circle(x, y + body + wide * 0.3, wide * 0.44, c.bar("zinc", x - wide * 0.44, x + wide * 0.44))
    c.rect(x - wide / 2, y, wide, body, 4, c.bar(finish, x - wide / 2, x + wide / 2))
    c.path(
        f"M{x - wide} {y + 4}C{x - wide} {y - wide * 0.3} {x - wide * 0.5} {y - wide * 0.42} {x - pin * 0.6} {y - wide * 0.44}H{x + pin * 0.6}C{x + wide * 0.5} {y - wide * 0.42} {x + wide} {y - wide * 0.3} {x + wide} {y + 4}Z",
        c.bar(finish, x - wide, x + wide),
    )
    c.shine(f"M{x - wide * 0.72} {y - 8}Q{x - wide * 0.6} {y - wide * 0.26} {x - wide * 0.36} {y - wide * 0.3}", 6, 0.7)
    c.dim_v(x - wide - 66, y + 4, y + body, write_number(length), x - wide / 2 - 6)
    c.dim_h(y + body + wide + 74, x - wide / 2, x + wide / 2, f"ø {write_number(d)}", y + body + 6)


@kind("nail")
def nail(c: Canvas, p: Params) -> None:
    """Draw three nails side by side, the middle one with its length."""
    length, d, finish = p.num("l", 75), p.num("d", 2.8), metal(p)
    tall = 260 + min(length, 150) * 2.0
    wide = 10 + d * 6.5
    for x, drop in ((250, 24), (400, 0), (550, 24)):
        top = 400 - tall / 2 + drop
        end = top + tall
        c.shadow(x + 10, end + 8, wide * 1.3, 10)
        c.path(
            f"M{x - wide / 2} {top + 12}V{end - wide * 1.7}L{x} {end}L{x + wide / 2} {end - wide * 1.7}V{top + 12}Z",
            c.bar(finish, x - wide / 2, x + wide / 2),
        )
        c.path(
            f"M{x - wide * 1.4} {top}H{x + wide * 1.4}V{top + 8}Q{x + wide * 0.7} {top + 24} {x + wide / 2} {top + 30}H{x - wide / 2}Q{x - wide * 0.7} {top + 24} {x - wide * 1.4} {top + 8}Z",
            c.bar(finish, x - wide * 1.4, x + wide * 1.4),
        )
        for i in range(4):
            c.line(x - wide / 2 + 3, top + 44 + i * 9, x + wide / 2 - 3, top + 44 + i * 9, METALS[finish][4][1], 2)
    top = 400 - tall / 2
    c.dim_v(118, top, top + tall, write_number(length), 250 - wide * 1.4 + 148)
