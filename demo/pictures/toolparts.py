"""Bits, drills, blades, discs and abrasives."""

from __future__ import annotations

from math import cos, pi, sin

from demo.pictures.bolts import hexagon, recess
from demo.pictures.canvas import Canvas
from demo.pictures.figures import write_number
from demo.pictures.palette import AMBER, INK, LINGON, METALS, PINE, SLATE, darker, lighter
from demo.pictures.registry import Params, kind


@kind("drill_bit")
def drill_bit(c: Canvas, p: Params) -> None:
    """Draw a twist drill: `style` metal, masonry (SDS-plus) or wood (with center point)."""
    d, length, style = p.num("d", 6), p.num("l", 93), p.text("style", "metal")
    half, tall = 14 + d * 3.0, 430 + min(length, 400) * 0.5
    top, x = 396 - tall / 2, 380.0
    end, metal = top + tall, {"metal": "black", "masonry": "zinc", "wood": "a2"}[style]
    if style == "metal" and p.text("alloy", "hss") == "cobalt":
        metal = "yellow"
    c.shadow(x + 14, end + 12, half * 2, 14)
    start = top + tall * 0.3
    if style == "masonry":
        c.rect(x - 21, top, 42, tall * 0.26, 6, c.bar("zinc", x - 21, x + 21))
        c.path(f"M{x - 6} {top + 8}V{top + tall * 0.16}H{x + 6}V{top + 8}", "#59666b", width=2.4)
        start = top + tall * 0.26
    else:
        c.rect(x - half * 0.9, top, half * 1.8, tall * 0.32, 4, c.bar(metal, x - half, x + half))
    tip = end - half * (1.0 if style == "metal" else 0.8)
    fill = c.bar(metal, x - half, x + half)
    c.path(f"M{x - half} {start}V{tip}L{x} {end}L{x + half} {tip}V{start}Z", fill)
    step, y, flutes = half * 2.3, start, ""
    with c.clip(f"M{x - half} {start}V{tip}L{x} {end}L{x + half} {tip}V{start}Z"):
        while y < end:
            flutes = f"M{x - half - 2} {y + step * 0.55:.1f}C{x - half * 0.4} {y + step * 0.5:.1f} {x + half * 0.4} {y + step * 0.1:.1f} {x + half + 2} {y:.1f}V{y + step * 0.38:.1f}C{x + half * 0.4} {y + step * 0.55:.1f} {x - half * 0.4} {y + step * 0.9:.1f} {x - half - 2} {y + step:.1f}Z"
            c.path(flutes, darker(METALS[metal][4][1], 0.3), width=2.2, opacity=0.9)
            y += step
    c.path(f"M{x - half} {start}V{tip}L{x} {end}L{x + half} {tip}V{start}")
    if style == "masonry":
        c.path(
            f"M{x - half - 3} {tip - half * 0.6}H{x + half + 3}V{tip}L{x} {end}L{x - half - 3} {tip}Z",
            c.tone("#c9a35c", (x - half, tip - half, x + half, end)),
        )
    if style == "wood":
        c.path(
            f"M{x - half} {tip}V{tip + half * 0.5}L{x - half * 0.5} {tip + 4}L{x} {end + 16}L{x + half * 0.5} {tip + 4}L{x + half} {tip + half * 0.5}V{tip}Z",
            fill,
            width=3,
        )
    c.dim_v(x - half - 90, top, end, write_number(length), x - half - 6)
    c.dim_h(top - 34, x - half, x + half, f"ø {write_number(d)}", top - 6)


@kind("screw_bit")
def screw_bit(c: Canvas, p: Params) -> None:
    """Draw a 1/4 inch screwdriver bit with its drive head-on."""
    tip, length, color = p.text("tip", "torx"), p.num("l", 25), p.text("color", AMBER)
    tall = 330 + min(length, 150) * 1.7
    x, top = 330.0, 400 - tall / 2
    end, half = top + tall, 58.0
    c.shadow(x + 14, end + 12, 70, 14)
    c.path(
        f"M{x - half} {top + 14}L{x - half + 14} {top}H{x + half - 14}L{x + half} {top + 14}V{top + 66}Q{x + half - 16} {top + 78} {x + half} {top + 90}V{top + 150}L{x + 34} {top + 176}V{end - 60}L{x + 12} {end}H{x - 12}L{x - 34} {end - 60}V{top + 176}L{x - half} {top + 150}V{top + 90}Q{x - half + 16} {top + 78} {x - half} {top + 66}Z",
        c.bar("zinc", x - half, x + half),
    )
    c.path(f"M{x - 28} {top + 6}V{top + 150}M{x + 28} {top + 6}V{top + 150}", "none", METALS["zinc"][4][1], 2.6)
    c.rect(x - 34, top + 186, 68, 26, 2, color, width=3)
    c.path(f"M{x - 14} {end - 74}L{x - 5} {end - 2}M{x + 14} {end - 74}L{x + 5} {end - 2}", "none", INK, 2.6)
    cx, cy = 570.0, 330.0
    c.shadow(cx + 10, cy + 112, 90, 14)
    c.circle(cx, cy, 96, c.tone(METALS["zinc"][1][1], (474, 234, 666, 426)))
    recess(c, cx, cy, 92, tip)
    c.dim_v(x - half - 66, top, end, write_number(length), x - half - 6)


@kind("saw_blade")
def saw_blade(c: Canvas, p: Params) -> None:
    """Draw a circular saw blade with the right number of teeth."""
    d, bore, teeth = p.num("d", 190), p.num("bore", 30), int(p.num("teeth", 40))
    cx, cy, r = 400.0, 390.0, 190 + d * 0.42
    c.shadow(cx + 14, cy + r + 18, r * 0.9, 22)
    points = []
    for i in range(teeth):
        a, wide = i * 2 * pi / teeth, 2 * pi / teeth
        for share, radius in ((0.0, 1.0), (0.12, 0.985), (0.34, 0.945), (0.62, 0.92), (0.86, 0.935)):
            points.append((cx + r * radius * cos(a + share * wide), cy + r * radius * sin(a + share * wide)))
    c.polygon(
        points,
        c.gradient(
            ((0, "#f3f6f7"), (0.4, "#cfd8db"), (0.55, "#e9eef0"), (1, "#96a2a7")), (cx - r, cy - r), (cx + r, cy + r)
        ),
        width=3,
    )
    for i in range(5):
        a = i * 2 * pi / 5 + 0.3
        c.path(
            f"M{cx + r * 0.9 * cos(a):.1f} {cy + r * 0.9 * sin(a):.1f}L{cx + r * 0.76 * cos(a - 0.05):.1f} {cy + r * 0.76 * sin(a - 0.05):.1f}",
            "none",
            INK,
            4,
        )
        c.circle(cx + r * 0.76 * cos(a - 0.05), cy + r * 0.76 * sin(a - 0.05), 6, INK, stroke="none", width=0)
    c.circle(
        cx,
        cy,
        r * 0.56,
        c.tone(p.text("color", PINE), (cx - r * 0.5, cy - r * 0.5, cx + r * 0.5, cy + r * 0.5)),
        width=3,
    )
    c.circle(cx, cy, r * 0.34, "#e9eef0", width=3)
    c.circle(cx, cy, max(bore / d * r, 24), "#f7f5f1", width=3)
    c.shine(
        f"M{cx - r * 0.7:.1f} {cy - r * 0.3:.1f}A{r * 0.76:.1f} {r * 0.76:.1f} 0 0 1 {cx - r * 0.3:.1f} {cy - r * 0.7:.1f}",
        9,
        0.8,
    )
    c.dim_h(cy + r + 46, cx - r, cx + r, f"ø {write_number(d)}", cy + 30)


@kind("hole_saw")
def hole_saw(c: Canvas, p: Params) -> None:
    """Draw a bi-metal hole saw on its arbor."""
    d, color = p.num("d", 68), p.text("color", PINE)
    half, x, top, tall = 90 + d * 1.1, 400.0, 300.0, 270.0
    c.shadow(x + 14, top + tall + 48, half * 1.1, 22)
    c.rect(x - 20, 90, 40, 170, 4, c.bar("zinc", x - 20, x + 20))
    c.polygon([(x - 46, 232), (x + 46, 232), (x + 46, 288), (x - 46, 288)], c.bar("zinc", x - 46, x + 46))
    teeth, count = "", int(10 + d / 6)
    wide = 2 * half / count
    for i in range(count):
        teeth += f"L{x + half - i * wide:.1f} {top + tall:.1f}L{x + half - (i + 0.3) * wide:.1f} {top + tall + 20:.1f}"
    c.path(
        f"M{x - half} {top}Q{x} {top - 30} {x + half} {top}V{top + tall}{teeth}L{x - half} {top + tall}Z",
        c.gradient(
            ((0, darker(color, 0.35)), (0.25, lighter(color, 0.35)), (0.6, color), (1, darker(color, 0.4))),
            (x - half, 0),
            (x + half, 0),
        ),
    )
    c.rect(x - half, top + tall - 40, 2 * half, 16, 0, "#e6d9a8", stroke="none", width=0, opacity=0.8)
    for dx in (-0.45, 0.25):
        c.rect(x + half * dx, top + 70, 30 + half * 0.12, 110, 16, "#1c2526", width=3)
    c.dim_h(top + tall + 70, x - half, x + half, f"ø {write_number(d)}", top + tall + 24)


def _flaps(c: Canvas, cx: float, cy: float, r: float, base: str) -> None:
    for i in range(40):
        a = i * 2 * pi / 40
        c.line(
            cx + r * 0.46 * cos(a - 0.16),
            cy + r * 0.46 * sin(a - 0.16),
            cx + r * cos(a),
            cy + r * sin(a),
            darker(base, 0.45),
            3,
        )
        c.line(
            cx + r * 0.48 * cos(a - 0.11),
            cy + r * 0.48 * sin(a - 0.11),
            cx + r * 0.98 * cos(a + 0.05),
            cy + r * 0.98 * sin(a + 0.05),
            lighter(base, 0.25),
            2,
        )


def _grain_and_holes(c: Canvas, cx: float, cy: float, r: float, base: str) -> None:
    for i in range(90):
        a, q = i * 2.39996, r * 0.95 * (i / 90) ** 0.5
        c.circle(
            cx + q * cos(a),
            cy + q * sin(a),
            2.2,
            lighter(base, 0.35) if i % 2 else darker(base, 0.35),
            stroke="none",
            width=0,
        )
    for i in range(8):
        a = i * pi / 4 + 0.2
        c.circle(cx + r * 0.56 * cos(a), cy + r * 0.56 * sin(a), r * 0.075, "#f7f5f1", width=3)
    c.circle(cx, cy, r * 0.08, "#f7f5f1", width=3)


@kind("disc")
def disc(c: Canvas, p: Params) -> None:
    """Draw a cutting disc, flap disc, diamond disc or sanding disc."""
    style, d, color = p.text("style", "cutting"), p.num("d", 125), p.text("color", LINGON)
    cx, cy, r = 400.0, 386.0, 170 + d * 0.8
    r = min(r, 310)
    c.shadow(cx + 14, cy + r + 18, r * 0.9, 22)
    base = {"cutting": "#5b5653", "flap": "#a9744b", "diamond": "#b9c4c9", "sanding": "#b5683f"}[style]
    c.circle(
        cx,
        cy,
        r,
        c.glow(((0, lighter(base, 0.2)), (0.7, base), (1, darker(base, 0.3))), (cx - r * 0.2, cy - r * 0.25), r * 1.3),
    )
    if style == "flap":
        _flaps(c, cx, cy, r, base)
        c.circle(cx, cy, r * 0.46, c.tone(color, (cx - r * 0.4, cy - r * 0.4, cx + r * 0.4, cy + r * 0.4)))
    elif style == "sanding":
        _grain_and_holes(c, cx, cy, r, base)
        return
    elif style == "diamond":
        for i in range(14):
            a = i * 2 * pi / 14
            c.path(
                f"M{cx + r * cos(a):.1f} {cy + r * sin(a):.1f}L{cx + r * 0.84 * cos(a):.1f} {cy + r * 0.84 * sin(a):.1f}",
                "none",
                "#f7f5f1",
                9,
            )
        c.circle(cx, cy, r * 0.84, "none", stroke="#7d8a90", width=3)
        c.circle(cx, cy, r * 0.5, c.tone(color, (cx - r * 0.4, cy - r * 0.4, cx + r * 0.4, cy + r * 0.4)), width=3)
    else:
        for share in (0.94, 0.8, 0.66):
            c.circle(cx, cy, r * share, "none", stroke=lighter(base, 0.16), width=2)
        c.circle(cx, cy, r * 0.5, c.tone(color, (cx - r * 0.4, cy - r * 0.4, cx + r * 0.4, cy + r * 0.4)), width=3)
    c.circle(cx, cy, r * 0.22, c.tone("#c3ccd0", (cx - r * 0.2, cy - r * 0.2, cx + r * 0.2, cy + r * 0.2)), width=3)
    c.circle(cx, cy, r * 0.15, "#f7f5f1", width=3)
    c.dim_h(cy + r + 46, cx - r, cx + r, f"ø {write_number(d)}", cy + 30)


@kind("sandpaper")
def sandpaper(c: Canvas, p: Params) -> None:
    """Draw sanding sheets or, with `style` roll, a roll of abrasive cloth; finer grit, finer grain."""
    grit, base = p.num("grit", 120), p.text("color", "#b5683f")
    grain = 4.2 if grit < 80 else 3.0 if grit < 150 else 2.0
    c.shadow(410, 690, 270, 22)
    for i, (x, y, turn) in enumerate(((230, 150, 9), (210, 150, 3), (190, 140, -5))):
        with c.group(f"rotate({turn} 400 400)"):
            c.rect(x, y, 380, 510, 4, c.tone(darker(base, 0.08 * (2 - i)), (x, y, x + 380, y + 510)))
            if i == 2:
                for n in range(240):
                    gx, gy = x + 12 + (n * 0.7548777 % 1) * 356, y + 12 + (n * 0.5698403 % 1) * 486
                    c.circle(gx, gy, grain, lighter(base, 0.4) if n % 3 else darker(base, 0.4), stroke="none", width=0)
                c.path(
                    f"M{x + 380} {y + 510}L{x + 270} {y + 510}Q{x + 330} {y + 470} {x + 326} {y + 420}Q{x + 370} {y + 410} {x + 380} {y + 380}Z",
                    "#e2d2b4",
                )


@kind("wire_brush")
def wire_brush(c: Canvas, p: Params) -> None:
    """Draw a wire brush with wooden handle, or a nylon block brush."""
    c.shadow(400, 610, 310, 22)
    with c.group("rotate(-18 400 400)"):
        for i in range(22):
            for j in range(2):
                x = 96 + i * 15 + j * 7
                c.path(f"M{x} 430L{x - 5 + (i % 3) * 5} {534 - j * 8}", "none", SLATE if j else "#8d999e", 4)
        wood = p.text("color", "#c98f57")
        c.path(
            "M80 372Q80 356 96 356H440C520 356 560 340 640 344Q744 350 744 392T640 430C560 440 520 432 440 432H96Q80 432 80 416Z",
            c.gradient(((0, lighter(wood, 0.3)), (0.5, wood), (1, darker(wood, 0.3))), (0, 344), (0, 436)),
        )
        c.circle(704, 390, 12, "#f7f5f1", width=3)
        c.shine("M100 372H440C520 372 560 358 640 360", 6, 0.5)


@kind("nut_driver")
def nut_driver(c: Canvas, p: Params) -> None:
    """Draw a magnetic nut setter with its hexagon head-on."""
    size, x = p.num("s", 8), 330.0
    c.shadow(x + 14, 694, 80, 14)
    c.rect(x - 26, 120, 52, 250, 6, c.bar("zinc", x - 26, x + 26))
    c.path(
        f"M{x - 30} 340H{x + 30}L{x + 66} 390V660Q{x + 66} 676 {x + 50} 676H{x - 50}Q{x - 66} 676 {x - 66} 660V390Z",
        c.bar("zinc", x - 66, x + 66),
    )
    c.rect(x - 66, 430, 132, 40, 0, p.text("color", AMBER), width=3)
    c.shadow(590, 462, 100, 14)
    c.circle(580, 340, 106, c.tone(METALS["zinc"][1][1], (474, 234, 686, 446)))
    c.polygon(hexagon(580, 340, 120 + size * 3), "#2a3436", width=3)
    c.dim_h(500, 580 - 60 - size * 1.5, 580 + 60 + size * 1.5, f"s {write_number(size)}", 452)
