"""Boxes, bags, shelves and cabinets."""

from __future__ import annotations

from demo.pictures.canvas import Canvas
from demo.pictures.palette import AMBER, INK, LINGON, PINE, RUBBER, SLATE, STEEL, WOOD, darker, lighter
from demo.pictures.registry import Params, kind


@kind("assortment_box")
def assortment_box(c: Canvas, p: Params) -> None:
    """Draw an assortment box with compartments, seen from above."""
    color = p.text("color", PINE)
    c.shadow(400, 660, 340, 26)
    c.rect(90, 190, 620, 450, 26, c.tone(color, (90, 190, 710, 640)))
    c.rect(116, 216, 568, 380, 12, "#2a3335")
    grains = ("zinc", "yellow", "black", "a2")
    for row in range(3):
        for i in range(5):
            x, y = 126 + i * 111, 226 + row * 122
            c.rect(x, y, 104, 114, 8, c.tone("#e9e4d8", (x, y, x + 104, y + 114)), width=2.6)
            metal = grains[(row * 5 + i) % 4]
            for n in range(9):
                gx, gy = x + 16 + (n * 37 + i * 11) % 68, y + 20 + (n * 53 + row * 17) % 74
                if (row + i) % 3 == 0:
                    c.circle(gx, gy, 11, c.bar(metal, gx - 11, gx + 11), width=2)
                    c.circle(gx, gy, 4, "#39444a", stroke="none", width=0)
                else:
                    with c.group(f"rotate({n * 41 + i * 20} {gx} {gy})"):
                        c.rect(gx - 16, gy - 3, 30, 6, 2, c.bar(metal, gy - 3, gy + 3, upright=False), width=1.6)
                        c.rect(gx - 20, gy - 7, 8, 14, 2, c.bar(metal, gy - 7, gy + 7, upright=False), width=1.6)
    for x in (200, 540):
        c.rect(x, 612, 70, 42, 10, AMBER)


@kind("toolbox")
def toolbox(c: Canvas, p: Params) -> None:
    """Draw a stack of system boxes (`count`) or one open tool bag (`style` bag)."""
    color, count = p.text("color", PINE), int(p.num("count", 1))
    c.shadow(400, 684, 320, 26)
    if p.text("style", "box") == "bag":
        c.path("M250 330C250 200 320 150 400 150S550 200 550 330", "none", INK, 34)
        c.path("M250 330C250 200 320 150 400 150S550 200 550 330", "none", RUBBER, 25)
        for x, tone in ((250, LINGON), (330, AMBER), (440, "#c3ccd0"), (530, PINE)):
            c.rect(x, 240, 34, 160, 12, c.tone(tone, (x, 240, x + 34, 400)))
        c.path("M120 340H680L710 630Q712 664 676 664H124Q88 664 90 630Z", c.tone(color, (90, 340, 710, 664)))
        for x in (140, 330, 520):
            c.path(
                f"M{x} 440H{x + 140}V590Q{x + 140} 610 {x + 120} 610H{x + 20}Q{x} 610 {x} 590Z",
                c.tone(darker(color, 0.15), (x, 440, x + 140, 610)),
                width=3,
            )
            c.path(f"M{x} 440H{x + 140}", "none", lighter(color, 0.3), 5)
        c.path("M120 340H680", "none", darker(color, 0.4), 10)
        return
    tall = min(200, 480 / count)
    for i in range(count):
        y = 670 - (i + 1) * tall
        wide = 560
        left = 400 - wide / 2
        c.rect(
            left,
            y,
            wide,
            tall - 6,
            22,
            c.gradient(((0, "#4d5a5e"), (1, "#262f32")), (left, y), (left + wide, y + tall)),
        )
        c.path(
            f"M{left + 16} {y + 4}H{left + wide - 16}V{y + tall * 0.36}H{left + 16}Z",
            c.tone(color, (left, y, left + wide, y + tall * 0.4)),
            width=3,
        )
        for lx in (left + 90, left + wide - 150):
            c.rect(lx, y + tall * 0.26, 60, tall * 0.4, 8, AMBER, width=3)
        c.shine(f"M{left + 26} {y + 16}H{left + 200}", 6, 0.4)
    y = 670 - count * tall
    c.path(f"M300 {y}V{y - 34}Q300 {y - 54} 320 {y - 54}H480Q500 {y - 54} 500 {y - 34}V{y}", "none", INK, 24)
    c.path(f"M300 {y}V{y - 34}Q300 {y - 54} 320 {y - 54}H480Q500 {y - 54} 500 {y - 34}V{y}", "none", RUBBER, 16)


@kind("shelf")
def shelf(c: Canvas, p: Params) -> None:
    """Draw a boltless shelving bay with a number of shelves and some boxes on it."""
    shelves, color = int(p.num("shelves", 5)), p.text("color", SLATE)
    c.shadow(400, 736, 290, 22)
    top, low = 90, 720
    step = (low - top - 60) / (shelves - 1)
    for x in (170, 604):
        c.rect(
            x,
            top - 20,
            26,
            low - top + 20,
            3,
            c.gradient(((0, lighter(color, 0.3)), (1, darker(color, 0.3))), (x, 0), (x + 26, 0)),
        )
        c.path("".join(f"M{x + 13} {y}v8" for y in range(top, low, 24)), "none", darker(color, 0.5), 4)
    boxes = ((AMBER, 90, 70), (PINE, 120, 56), (WOOD, 80, 84), (LINGON, 70, 50), ("#8aa0b2", 110, 62))
    for i in range(shelves):
        y = top + 20 + i * step
        if i:
            x = 204
            for n in range(3):
                tone, wide, full = boxes[(i * 2 + n) % 5]
                tall = min(full, step - 26)
                c.rect(x, y - tall, wide, tall, 6, c.tone(tone, (x, y - tall, x + wide, y)), width=3)
                c.rect(x + wide * 0.3, y - tall * 0.62, wide * 0.4, tall * 0.24, 3, "#fdfcfa", width=2)
                x += wide + 16
        c.rect(
            160,
            y,
            480,
            20,
            3,
            c.gradient(
                (
                    (0, lighter(WOOD if p.text("deck", "wood") == "wood" else STEEL, 0.3)),
                    (1, darker(WOOD if p.text("deck", "wood") == "wood" else STEEL, 0.2)),
                ),
                (0, y),
                (0, y + 20),
            ),
        )


@kind("cabinet")
def cabinet(c: Canvas, p: Params) -> None:
    """Draw a drawer cabinet, tool trolley (`wheels` yes) or two-door cabinet (`style` doors)."""
    color, drawers, wheels = p.text("color", LINGON), int(p.num("drawers", 6)), p.text("wheels", "no") == "yes"
    c.shadow(400, 738, 270, 24)
    top, low = 150, 670 if wheels else 716
    if wheels:
        for x in (220, 580):
            c.circle(x, 700, 34, RUBBER)
            c.circle(x, 700, 14, "#c3ccd0", width=3)
        c.path("M166 190H120V300H166", "none", INK, 18)
        c.path("M166 190H120V300H166", "none", "#c3ccd0", 10)
    c.rect(166, top, 468, low - top, 14, c.tone(color, (166, top, 634, low)))
    c.rect(158, top - 16, 484, 34, 10, c.gradient(((0, "#59656a"), (1, "#2a3335")), (0, top - 16), (0, top + 18)))
    if p.text("style", "drawers") == "doors":
        for x in (186, 404):
            c.rect(x, top + 36, 210, low - top - 56, 6, c.tone(lighter(color, 0.08), (x, top, x + 210, low)), width=3)
        c.rect(376, 420, 14, 80, 6, "#dfe4e6", width=3)
        c.rect(410, 420, 14, 80, 6, "#dfe4e6", width=3)
        return
    y: float = top + 32
    room = low - top - 48
    total = sum(1 + i * 0.22 for i in range(drawers))
    for i in range(drawers):
        tall = room * (1 + i * 0.22) / total
        c.rect(186, y, 428, tall - 10, 6, c.tone(lighter(color, 0.1), (186, y, 614, y + tall)), width=3)
        c.rect(206, y + 8, 388, 12, 6, "#dfe4e6", width=2.6)
        y += tall


@kind("crate")
def crate(c: Canvas, p: Params) -> None:
    """Draw an open-front picking bin or a stacking crate with lid (`lid` yes)."""
    color = p.text("color", "#3f74b5")
    c.shadow(400, 660, 320, 26)
    if p.text("lid", "no") == "yes":
        c.path("M130 300H670L640 640H160Z", c.tone(color, (130, 300, 670, 640)))
        c.rect(100, 250, 600, 60, 14, c.tone(darker(color, 0.18), (100, 250, 700, 310)))
        c.path(
            "M200 330L220 620M300 330L310 620M400 330V620M500 330L490 620M600 330L580 620",
            "none",
            darker(color, 0.3),
            4,
        )
        c.rect(330, 290, 140, 44, 12, "#dfe4e6")
        return
    c.path("M120 250H680V640H120Z", c.tone(darker(color, 0.3), (120, 250, 680, 640)))
    c.path("M160 250H640V440H160Z", darker(color, 0.5), width=3)
    c.path("M120 250L160 250L200 470H600L640 250H680V640H120Z", c.tone(color, (120, 250, 680, 640)))
    c.path("M120 470H680", "none", darker(color, 0.3), 4)
    c.rect(280, 520, 240, 76, 8, "#fdfcfa", width=3)
    c.path("M304 548H440M304 570H400", "none", "#aeb5b3", 8)
    c.shine("M140 280V620", 8, 0.4)
