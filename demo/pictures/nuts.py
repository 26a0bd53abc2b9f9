"""Nuts and washers: side view beside head-on view, with dimension lines."""

from __future__ import annotations

from math import sqrt

from demo.pictures.bolts import face, hex_face, hex_side, metal
from demo.pictures.canvas import Canvas
from demo.pictures.figures import write_number
from demo.pictures.palette import METALS
from demo.pictures.registry import Params, kind

SIDE, FRONT = 268.0, 566.0


def _bore(c: Canvas, cx: float, cy: float, r: float, finish: str, *, threaded: bool) -> None:
    c.circle(cx, cy, r, c.gradient(((0, "#2a3436"), (1, "#6a777b")), (cx - r, cy - r), (cx + r, cy + r)), width=3)
    if threaded:
        for share in (0.86, 0.74):
            c.circle(cx, cy, r * share, "none", stroke=METALS[finish][4][1], width=2)
        c.circle(cx, cy, r * 0.66, "#f7f5f1", width=2.4)
    else:
        c.circle(cx + r * 0.03, cy + r * 0.03, r * 0.93, "#f7f5f1", stroke="none", width=0)


def _crown(c: Canvas, style: str, finish: str, place: tuple[float, float, float, float]) -> None:
    wide, tall, y, top = place
    if style == "lock":
        r = wide * 0.44
        ring = c.gradient(((0, "#3c6fa8"), (0.35, "#6fa3d8"), (1, "#2d5580")), (SIDE - r, 0), (SIDE + r, 0))
        c.path(
            f"M{SIDE - r} {y + 10}V{top + 12}Q{SIDE - r} {top} {SIDE - r + 16} {top}H{SIDE + r - 16}Q{SIDE + r} {top} {SIDE + r} {top + 12}V{y + 10}Z",
            c.bar(finish, SIDE - r, SIDE + r),
        )
        c.rect(SIDE - r * 0.82, top - 7, r * 1.64, 9, 4, ring, width=2.6)
    if style == "cap":
        r = wide * 0.46
        c.path(
            f"M{SIDE - r} {y + 8}C{SIDE - r} {top + tall * 0.1} {SIDE - r * 0.5} {top} {SIDE} {top}S{SIDE + r} {top + tall * 0.1} {SIDE + r} {y + 8}Z",
            c.bar(finish, SIDE - r, SIDE + r),
        )
        c.shine(
            f"M{SIDE - r * 0.66} {y - 6}Q{SIDE - r * 0.6} {top + tall * 0.16} {SIDE - r * 0.25} {top + tall * 0.08}", 8
        )


@kind("nut")
def nut(c: Canvas, p: Params) -> None:
    """Draw a hexagon nut: plain (ISO 4032), locking with a plastic ring (ISO 7040) or domed (DIN 1587)."""
    style, d, s, m, finish = p.text("style", "plain"), p.num("d", 8), p.num("s", 13), p.num("m", 6.8), metal(p)
    e = s * 2 / sqrt(3)
    scale, cy = 262 / e, 390.0
    tall, wide = m * scale, s * scale
    body = tall * {"plain": 1.0, "lock": 0.72, "cap": 0.42}[style]
    y = cy + tall / 2 - body
    c.shadow(SIDE + 12, cy + tall / 2 + 16, e * scale * 0.56, 16)
    c.shadow(FRONT + 12, cy + wide / 2 + 16, e * scale * 0.5, 16)
    c.center_line(SIDE, cy - tall / 2 - 40, SIDE, cy + tall / 2 + 40)
    _crown(c, style, finish, (wide, tall, y, cy - tall / 2))
    hex_side(c, SIDE, y, wide, body, finish, chamfer_below=True)
    hex_face(c, FRONT, cy, wide, finish)
    if style == "cap":
        r = wide * 0.43
        stops = METALS[finish]
        c.circle(
            FRONT,
            cy,
            r,
            c.glow(
                ((0, stops[2][1]), (0.5, stops[1][1]), (1, stops[4][1])), (FRONT - r * 0.35, cy - r * 0.35), r * 1.45
            ),
            width=3,
        )
    else:
        if style == "lock":
            c.circle(FRONT, cy, d * scale * 0.66, "#5b90c8", width=2.6)
        _bore(c, FRONT, cy, d * scale / 2, finish, threaded=True)
    c.center_line(FRONT - e * scale / 2 - 22, cy, FRONT + e * scale / 2 + 22, cy)
    c.dim_v(
        SIDE - e * scale / 2 - 56,
        cy - tall / 2,
        cy + tall / 2,
        f"{'h' if style != 'plain' else 'm'} {write_number(m)}",
        SIDE - wide / 2,
    )
    c.dim_v(FRONT + e * scale / 2 + 48, cy - wide / 2, cy + wide / 2, f"s {write_number(s)}", FRONT + e * scale / 4)
    c.figure(f"M{write_number(d)}", FRONT, cy + wide / 2 + 66)


@kind("wing_nut")
def wing_nut(c: Canvas, p: Params) -> None:
    """Draw a wing nut (DIN 315) from the side."""
    d, finish = p.num("d", 8), metal(p)
    x, y = 400.0, 430.0
    fill = c.bar(finish, 180, 620)
    c.shadow(x + 10, 566, 190, 20)
    for side in (-1, 1):
        wing = (
            f"M{x + side * 60} {y + 84}C{x + side * 88} {y + 30} {x + side * 112} {y - 40} {x + side * 150} {y - 128}"
        )
        wing += f"C{x + side * 168} {y - 170} {x + side * 236} {y - 164} {x + side * 238} {y - 112}C{x + side * 240} {y - 40} {x + side * 176} {y + 60} {x + side * 86} {y + 122}Z"
        c.path(wing, fill)
        c.shine(
            f"M{x + side * 172 - 6} {y - 112}C{x + side * 180 - 6} {y - 130} {x + side * 200 - 6} {y - 136} {x + side * 212 - 6} {y - 120}",
            7,
        )
    c.path(
        f"M{x - 92} {y + 120}L{x - 66} {y + 4}Q{x} {y - 16} {x + 66} {y + 4}L{x + 92} {y + 120}Q{x} {y + 146} {x - 92} {y + 120}Z",
        c.bar(finish, x - 92, x + 92),
    )
    c.ellipse(x, y + 2, 66, 15, METALS[finish][1][1], width=3)
    c.ellipse(x, y + 2, 44, 10, "#3a4648", width=2.6)
    c.dim_h(y - 56, x - 44, x + 44, f"M{write_number(d)}", y - 12)


def _washer_side(c: Canvas, p: Params, cy: float, measures: tuple[float, float, float]) -> float:
    r1, r2, tall = measures
    finish, spring = metal(p), p.text("style", "flat") == "spring"
    x = 138.0
    fill = c.bar(finish, cy - r2, cy + r2, upright=False)
    if spring:
        c.polygon(
            [
                (x - tall / 2, cy - r2),
                (x + tall / 2, cy - r2),
                (x + tall / 2, cy - 18),
                (x + tall / 2 + 14, cy + 8),
                (x + tall / 2, cy + 8),
                (x + tall / 2, cy + r2),
                (x - tall / 2, cy + r2),
                (x - tall / 2, cy + 14),
                (x - tall / 2 - 14, cy - 12),
                (x - tall / 2, cy - 12),
            ],
            fill,
        )
    else:
        c.rect(x - tall / 2, cy - r2, tall, 2 * r2, 3, fill)
        c.line(x - tall / 2, cy - r1, x + tall / 2, cy - r1)
        c.line(x - tall / 2, cy + r1, x + tall / 2, cy + r1)
    return x


@kind("washer")
def washer(c: Canvas, p: Params) -> None:
    """Draw a flat washer (ISO 7089, ISO 7093) or a spring washer (DIN 127)."""
    d1, d2, h, finish = p.num("d1", 8.4), p.num("d2", 16), p.num("h", 1.6), metal(p)
    spring = p.text("style", "flat") == "spring"
    scale, cy, front = 400 / d2, 400.0, 490.0
    r1, r2, tall = d1 * scale / 2, d2 * scale / 2, max(h * scale, 10)
    c.shadow(front + 14, cy + r2 + 18, r2 * 0.95, 20)
    c.circle(front, cy, r2, face(c, finish, front, cy, r2))
    c.circle(front, cy, r2 - 7, "none", stroke=METALS[finish][2][1], width=3, opacity=0.8)
    _bore(c, front, cy, r1, finish, threaded=False)
    if spring:
        c.polygon(
            [
                (front + r1 * 0.9, cy - 24),
                (front + r2 + 5, cy - 44),
                (front + r2 + 5, cy - 30),
                (front + r1 * 0.9, cy - 8),
            ],
            "#f7f5f1",
            width=3,
        )
    c.shine(
        f"M{front - r2 * 0.88:.1f} {cy - r2 * 0.2:.1f}A{r2 * 0.9:.1f} {r2 * 0.9:.1f} 0 0 1 {front - r2 * 0.2:.1f} {cy - r2 * 0.88:.1f}",
        7,
        0.6,
    )
    x = _washer_side(c, p, cy, (r1, r2, tall))
    c.center_line(x - tall, cy, front + r2 + 26, cy)
    c.dim_h(cy - r2 - 40, x - tall / 2, x + tall / 2, f"h {write_number(h)}", cy - r2 - 6)
    c.dim_h(cy + r2 + 56, front - r2, front + r2, f"ø {write_number(d2)}", cy + 8)
    c.dim_h(cy - r2 - 40, front - r1, front + r1, f"ø {write_number(d1)}", cy - 8)
