"""Building-site goods: ladders, tapes, tarps, cables, sealants, barrows."""

from __future__ import annotations

from math import cos, pi, sin

from demo.pictures.canvas import Canvas
from demo.pictures.palette import AMBER, INK, LINGON, PINE, RUBBER, SAND, darker, lighter
from demo.pictures.registry import Params, kind


@kind("ladder")
def ladder(c: Canvas, p: Params) -> None:
    """Draw a stepladder (`style` step) or a leaning ladder with its number of rungs."""
    rungs, style, color = int(p.num("rungs", 6)), p.text("style", "step"), p.text("color", AMBER)
    c.shadow(400, 740, 270, 22)
    rail = c.gradient(((0, "#f3f5f5"), (0.5, "#c9d0d3"), (1, "#98a3a8")), (200, 80), (560, 740))
    high = min(620, 190 + rungs * 52)
    top = 730 - high
    if style == "step":
        for x in (0, 1):
            c.path(
                f"M{430 + x * 60} {top + 16}L{560 + x * 90} 730H{586 + x * 90}L{450 + x * 60} {top + 10}Z",
                c.tone("#9aa5aa", (430, top, 680, 730)),
                width=3,
            )
        c.path("M520 600L640 596M490 470L600 466", "none", "#7d8a90", 10)
    left, right = ((330, 470), (190, 540)) if style == "step" else ((330, 470), (270, 530))
    for i in range(rungs):
        share = (i + 1) / (rungs + 0.6)
        y = top + high * share
        x1, x2 = left[0] + (right[0] - left[0]) * share, left[1] + (right[1] - left[1]) * share
        tall = 22 if style == "step" else 14
        c.rect(x1, y, x2 - x1, tall, 3, rail, width=3)
        c.path(
            "".join(f"M{x:.0f} {y + 5}v{tall - 10}" for x in range(int(x1) + 20, int(x2) - 14, 12)),
            "none",
            "#8d979b",
            2.4,
        )
    for a, b in ((left[0], right[0]), (left[1], right[1])):
        c.polygon([(a - 13, top), (a + 13, top), (b + 15, 716), (b - 15, 716)], rail)
        c.polygon([(b - 20, 710), (b + 20, 710), (b + 22, 734), (b - 22, 734)], RUBBER)
    if style == "step":
        c.rect(left[0] - 30, top - 12, left[1] - left[0] + 60, 30, 8, c.tone(color, (300, top - 12, 500, top + 18)))


@kind("tape_roll")
def tape_roll(c: Canvas, p: Params) -> None:
    """Draw a roll of tape, one color or striped (`stripe`)."""
    color, stripe, wide = p.text("color", SAND), p.text("stripe", ""), p.num("w", 48)
    deep = 60 + min(wide, 100) * 1.9
    c.shadow(400, 676, 280, 24)
    x = 400 - deep / 2
    side = c.gradient(
        ((0, darker(color, 0.25)), (0.3, lighter(color, 0.35)), (0.6, color), (1, darker(color, 0.35))),
        (0, 150),
        (0, 660),
    )
    d = f"M{x} 150A120 255 0 0 0 {x} 660H{x + deep}A120 255 0 0 0 {x + deep} 150Z"
    c.path(d, side)
    if stripe:
        with c.clip(d):
            for i in range(-3, 12):
                c.path(
                    f"M{x - 160} {i * 90}L{x + deep + 20} {i * 90 + 150}V{i * 90 + 192}L{x - 160} {i * 90 + 42}Z",
                    stripe,
                    "none",
                    0,
                )
        c.path(d)
    cx = x + deep
    c.ellipse(
        cx,
        405,
        120,
        255,
        c.glow(((0, lighter(color, 0.3)), (0.7, color), (1, darker(color, 0.12))), (cx - 30, 330), 260),
    )
    for i in range(5):
        c.ellipse(cx, 405, 112 - i * 9, 240 - i * 20, "none", stroke=darker(color, 0.18), width=1.8)
    c.ellipse(cx, 405, 66, 146, c.tone("#d9b387", (cx - 66, 259, cx + 66, 551)), width=3)
    c.ellipse(cx, 405, 54, 124, "#5a4630", width=3)
    c.path(f"M{cx - 48} 462A54 124 0 0 0 {cx + 48} 462A60 150 0 0 1 {cx - 48} 462Z", "#8f7350", "none", 0)


@kind("tarp")
def tarp(c: Canvas, p: Params) -> None:
    """Draw a folded tarpaulin with eyelets."""
    color = p.text("color", "#3f74b5")
    c.shadow(410, 650, 320, 26)
    for i in range(5):
        y = 610 - i * 46
        c.path(
            f"M120 {y}Q100 {y - 24} 122 {y - 46}H660Q690 {y - 24} 668 {y}Z",
            c.gradient(((0, lighter(color, 0.25)), (0.6, color), (1, darker(color, 0.3))), (100, y - 46), (100, y)),
        )
    c.path("M122 380L250 230H720L668 380Z", c.tone(lighter(color, 0.08), (122, 230, 720, 380)))
    c.path("M140 372L262 242H700", "none", lighter(color, 0.45), 4, stroke_dasharray="10 7")
    for x, y in ((172, 366), (630, 366), (272, 250), (680, 250), (400, 366)):
        c.ellipse(x, y, 15, 9, "#d6dde0", width=3)
        c.ellipse(x, y, 7, 4, "#39444a", stroke="none", width=0)


@kind("cable")
def cable(c: Canvas, p: Params) -> None:
    """Draw an extension cable in coils, or on a drum (`style` drum)."""
    color, length = p.text("color", LINGON), p.num("l", 10)
    c.shadow(400, 700, 300, 24)
    if p.text("style", "coil") == "drum":
        c.path("M220 700L300 380H500L580 700H540L500 560H300L260 700Z", RUBBER)
        c.circle(400, 370, 250, c.tone(darker(color, 0.1), (150, 120, 650, 620)))
        for i in range(9):
            c.circle(400, 370, 226 - i * 11, "none", stroke=RUBBER if i % 2 else "#59656a", width=8)
        c.circle(400, 370, 128, c.tone("#39444a", (272, 242, 528, 498)))
        for x, y in ((350, 330), (450, 330), (350, 420), (450, 420)):
            c.circle(x, y, 38, "#1b2224", width=3)
            c.circle(x - 11, y, 5, "#aeb8b8", stroke="none", width=0)
            c.circle(x + 11, y, 5, "#aeb8b8", stroke="none", width=0)
        c.rect(382, 110, 36, 60, 12, RUBBER)
        return
    turns = int(min(9, 4 + length / 8))
    for i in range(turns):
        r = 244 - i * 15
        c.ellipse(400, 400, r, r * 0.98, "none", stroke=INK, width=19)
        c.ellipse(400, 400, r, r * 0.98, "none", stroke=color if i % 2 else lighter(color, 0.14), width=12)
    c.path("M470 620C540 700 600 690 640 640", "none", INK, 19)
    c.path("M470 620C540 700 600 690 640 640", "none", color, 12)
    for angle in (0.4, 2.5, 4.6):
        with c.group(f"rotate({angle * 180 / pi:.0f} 400 400)"):
            c.rect(510, 384, 150, 32, 10, RUBBER)
    with c.group("rotate(-40 640 620)"):
        c.rect(628, 590, 84, 62, 18, c.tone("#39444a", (628, 590, 712, 652)))
        c.path("M712 606H740M712 634H740", "none", "#c3ccd0", 9)


@kind("cartridge")
def cartridge(c: Canvas, p: Params) -> None:
    """Draw a cartridge of sealant or adhesive, or an injection mortar (`style` mortar)."""
    color, x = p.text("color", PINE), 400.0
    half = 92 if p.text("style", "sealant") == "sealant" else 112
    c.shadow(x + 10, 730, half * 1.4, 20)
    c.path(
        f"M{x - 30} 240L{x - 9} 60H{x + 9}L{x + 30} 240Z",
        c.gradient(((0, "#fdfcfa"), (1, "#c9c8c2")), (x - 30, 0), (x + 30, 0)),
    )
    c.path(
        f"M{x - half} 300Q{x - half} 262 {x - 40} 258V236H{x + 40}V258Q{x + half} 262 {x + half} 300V716H{x - half}Z",
        c.gradient(((0, "#d9d7d0"), (0.25, "#ffffff"), (0.6, "#ecebe5"), (1, "#b9b7ae")), (x - half, 0), (x + half, 0)),
    )
    c.rect(
        x - half,
        360,
        2 * half,
        290,
        0,
        c.gradient(
            ((0, darker(color, 0.2)), (0.25, lighter(color, 0.35)), (0.6, color), (1, darker(color, 0.35))),
            (x - half, 0),
            (x + half, 0),
        ),
    )
    c.rect(x - half * 0.6, 400, half * 1.2, 90, 8, "#fdfcfa", width=3)
    c.path(f"M{x - half * 0.4} 430H{x + half * 0.4}M{x - half * 0.4} 456H{x + half * 0.2}", "none", "#aeb5b3", 8)
    c.rect(x - half * 0.6, 560, half * 1.2, 40, 4, p.text("swatch", "#fdfcfa"), width=3)


@kind("can")
def can(c: Canvas, p: Params) -> None:
    """Draw a spray can, or a bottle or canister of liquid by `style`."""
    color, style, x = p.text("color", PINE), p.text("style", "spray"), 400.0
    c.shadow(x + 10, 732, 170, 20)
    if style == "spray":
        c.path(
            f"M{x - 28} 150H{x + 28}V210H{x - 28}Z",
            c.gradient(((0, "#fdfcfa"), (1, "#c4c3bc")), (x - 28, 0), (x + 28, 0)),
        )
        c.rect(x - 28, 160, 14, 14, 4, "#39444a", stroke="none", width=0)
        c.path(
            f"M{x - 100} 300Q{x - 100} 214 {x - 44} 206H{x + 44}Q{x + 100} 214 {x + 100} 300Z",
            c.bar("aluminum", x - 100, x + 100),
        )
        c.rect(
            x - 104,
            296,
            208,
            426,
            12,
            c.gradient(
                ((0, darker(color, 0.25)), (0.22, lighter(color, 0.4)), (0.55, color), (1, darker(color, 0.4))),
                (x - 104, 0),
                (x + 104, 0),
            ),
        )
    else:
        c.path(
            "M300 190H380V230Q460 220 520 250Q560 270 560 330V690Q560 722 528 722H272Q240 722 240 690V330Q240 250 300 240Z M420 280Q500 276 506 330L508 400Q420 380 420 330Z",
            c.tone(color, (240, 190, 560, 722)),
            fill_rule="evenodd",
        )
        c.rect(292, 140, 96, 62, 10, c.tone(RUBBER, (292, 140, 388, 202)))
    c.rect(x - 80, 430, 160, 150, 8, "#fdfcfa", width=3)
    c.path(f"M{x - 54} 470H{x + 54}M{x - 54} 500H{x + 30}M{x - 54} 530H{x + 44}", "none", "#aeb5b3", 9)


@kind("wheelbarrow")
def wheelbarrow(c: Canvas, p: Params) -> None:
    """Draw a builder's wheelbarrow."""
    color = p.text("color", PINE)
    c.shadow(400, 664, 340, 26)
    c.path("M740 330L470 470L250 590M470 470L560 650M620 392L600 650H540", "none", INK, 22)
    c.path("M740 330L470 470L250 590M470 470L560 650M620 392L600 650H540", "none", "#59656a", 13)
    c.circle(220, 580, 84, RUBBER)
    c.circle(220, 580, 46, c.tone("#c3ccd0", (174, 534, 266, 626)), width=3)
    c.circle(220, 580, 12, INK, stroke="none", width=0)
    c.path("M110 300H640L560 470H330Q230 470 110 300Z", c.tone(color, (110, 300, 640, 470)))
    c.path("M104 300H648", "none", INK, 20)
    c.path("M104 300H648", "none", lighter(color, 0.25), 11)
    c.path("M700 350L760 318", "none", LINGON, 22)


@kind("strap")
def strap(c: Canvas, p: Params) -> None:
    """Draw a ratchet strap, rolled, with its ratchet and hook."""
    color = p.text("color", AMBER)
    c.shadow(400, 640, 320, 24)
    for i in range(10):
        c.circle(280, 420, 176 - i * 15, color if i % 2 else lighter(color, 0.2), width=2.4)
    c.circle(280, 420, 24, "#f7f5f1", width=3)
    c.path("M280 592H560V560H300", color, width=3)
    c.path("M520 530H690V620H520Z", c.tone("#aab4b9", (520, 530, 690, 620)))
    c.circle(606, 575, 28, "#59656a")
    c.path("M560 530L700 440", "none", INK, 26)
    c.path("M560 530L700 440", "none", "#c3ccd0", 17)
    c.path("M690 590H736Q756 590 756 566V548", "none", INK, 20)
    c.path("M690 590H736Q756 590 756 566V548", "none", "#c3ccd0", 12)


@kind("bucket")
def bucket(c: Canvas, p: Params) -> None:
    """Draw a builder's bucket."""
    color = p.text("color", RUBBER)
    c.shadow(400, 716, 220, 24)
    c.path("M190 250C220 60 580 60 610 250", "none", INK, 12)
    c.path("M190 250C220 60 580 60 610 250", "none", "#c3ccd0", 6)
    c.path(
        "M176 250H624L572 690Q570 706 552 706H248Q230 706 228 690Z",
        c.gradient(
            ((0, darker(color, 0.2)), (0.25, lighter(color, 0.35)), (0.6, color), (1, darker(color, 0.35))),
            (190, 0),
            (610, 0),
        ),
    )
    c.ellipse(400, 250, 226, 48, c.tone(darker(color, 0.3), (174, 202, 626, 298)))
    c.ellipse(400, 250, 206, 36, darker(color, 0.5), width=3)
    angle = [pi * i / 6 for i in range(1, 6)]
    c.path(
        "".join(f"M{400 - 190 * cos(a):.0f} {440 + 26 * sin(a):.0f}h8" for a in angle), "none", lighter(color, 0.4), 4
    )
