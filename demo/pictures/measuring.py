"""Measuring tools: tape, level, caliper, folding rule, laser."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, degrees, hypot

from demo.pictures.canvas import Canvas
from demo.pictures.palette import AMBER, INK, LINGON, RUBBER, darker, lighter
from demo.pictures.registry import Params, kind


def scale_marks(
    c: Canvas, x1: float, x2: float, y: float, *, step: float = 11, tall: float = 12, color: str = INK
) -> None:
    """Draw the marks of a scale, longer at each fifth and tenth."""
    x, i, d = x1, 0, ""
    while x <= x2:
        d += f"M{x:.1f} {y}v{tall * (2 if i % 10 == 0 else 1.5 if i % 5 == 0 else 1):.1f}"
        x, i = x + step, i + 1
    c.path(d, "none", color, 2)


@kind("tape_measure")
def tape_measure(c: Canvas, p: Params) -> None:
    """Draw a tape measure with its tape pulled out."""
    color = p.text("color", AMBER)
    c.shadow(400, 640, 320, 24)
    tape = c.gradient(((0, "#fbe79a"), (0.6, "#f3d463"), (1, "#d9b440")), (0, 536), (0, 596))
    c.rect(430, 540, 310, 52, 2, tape)
    scale_marks(c, 520, 726, 543)
    c.rect(728, 532, 14, 84, 3, c.bar("zinc", 728, 742))
    c.path(
        "M110 300C120 210 200 170 310 176C440 180 520 230 532 350L540 560Q540 604 496 606H160Q110 606 106 556Z",
        c.gradient(((0, "#5c6767"), (0.5, RUBBER), (1, "#1b2223")), (110, 170), (540, 610)),
    )
    c.path(
        "M146 330C156 250 220 216 310 220C410 224 486 262 494 356L500 530Q500 564 464 566H184Q148 566 146 530Z",
        c.tone(color, (146, 216, 500, 566)),
    )
    c.circle(318, 396, 112, c.tone(lighter(color, 0.12), (206, 284, 430, 508)), width=3)
    c.circle(318, 396, 86, "none", stroke=darker(color, 0.3), width=2.6)
    c.rect(416, 196, 74, 44, 14, c.tone(LINGON, (416, 196, 490, 240)))
    c.shine("M164 340C176 270 230 240 300 240", 8)


@kind("spirit_level")
def spirit_level(c: Canvas, p: Params) -> None:
    """Draw a spirit level; its length is in mm."""
    color, length = p.text("color", LINGON), p.num("l", 600)
    half = 236 + min(length, 2000) * 0.055
    c.shadow(400, 560, half + 20, 22)
    with c.group("rotate(-18 400 400)"):
        c.rect(
            400 - half,
            350,
            2 * half,
            104,
            8,
            c.gradient(
                ((0, lighter(color, 0.35)), (0.12, color), (0.85, darker(color, 0.14)), (1, darker(color, 0.4))),
                (0, 350),
                (0, 454),
            ),
        )
        c.rect(400 - half, 350, 2 * half, 14, 4, "#d9dfe1", width=3)
        for x in (400 - half, 400 + half - 26):
            c.rect(x, 346, 26, 112, 8, RUBBER)
        glass = c.gradient(((0, "#eaf6b0"), (0.5, "#cbe35d"), (1, "#a7c437")), (0, 376), (0, 420))
        c.rect(346, 364, 108, 56, 10, "#f4f3ee")
        c.rect(356, 374, 88, 36, 18, glass, width=3)
        c.ellipse(400, 387, 19, 10, "#f7fbdc", width=2.4)
        c.path("M380 376V408M420 376V408", "none", INK, 2.6)
        for x, turn in ((400 - half * 0.66, 90), (400 + half * 0.66, 45)):
            with c.group(f"rotate({turn} {x} 402)"):
                c.circle(x, 402, 36, "#f4f3ee")
                c.rect(x - 30, 388, 60, 28, 14, glass, width=3)
                c.ellipse(x, 398, 13, 8, "#f7fbdc", width=2.4)
        c.shine(f"M{400 - half + 46} 384H320", 6, 0.4)


@kind("caliper")
def caliper(c: Canvas, p: Params) -> None:
    """Draw a caliper: `style` vernier or digital."""
    c.shadow(410, 610, 310, 22)
    steel = c.gradient(((0, "#f0f3f4"), (0.5, "#cfd7da"), (1, "#a1adb2")), (0, 300), (0, 400))
    with c.group("rotate(-16 400 400)"):
        c.path("M104 300H744V366H190V520L172 560L150 500V366H104Z", steel)
        c.path("M118 300L130 210L150 250V300Z", steel)
        scale_marks(c, 214, 730, 342, step=8, tall=9)
        c.rect(744, 326, 30, 12, 2, steel, width=3)
        c.path(
            "M276 284H520V410H276V520L254 560L236 500V300L228 210L214 250V300Z",
            c.gradient(((0, "#e6ebed"), (0.5, "#b9c4c9"), (1, "#8a979d")), (0, 280), (0, 540)),
        )
        if p.text("style", "digital") == "digital":
            c.rect(270, 268, 276, 152, 14, c.gradient(((0, "#576262"), (1, "#20282a")), (0, 268), (0, 420)))
            c.rect(292, 288, 190, 66, 6, "#cfdccb")
            c.path(
                "M330 304V336M356 304H376V320H356V336H376M398 304H418V336H398ZM440 304H460V336H440M440 320H460",
                "none",
                "#1f2a26",
                5,
            )
            for x, color in ((300, LINGON), (366, "#aeb8b8"), (432, "#aeb8b8")):
                c.rect(x, 374, 46, 24, 8, color, width=2.6)
        else:
            c.rect(276, 340, 244, 44, 2, "#dfe5e7", width=3)
            scale_marks(c, 290, 510, 342, step=9, tall=9)
        c.circle(508, 434, 22, c.tone("#aab4b9", (486, 412, 530, 456)), width=3)


@kind("laser")
def laser(c: Canvas, p: Params) -> None:
    """Draw a cross-line laser on its bracket, with its lines."""
    color = p.text("color", LINGON)
    c.path("M60 386H740M512 90V700", "none", "#e4485a", 10, opacity=0.16)
    c.path("M60 386H740M512 90V700", "none", "#e4485a", 3, opacity=0.75)
    c.shadow(350, 660, 240, 24)
    c.rect(216, 566, 270, 84, 20, c.gradient(((0, "#576262"), (1, "#20282a")), (0, 566), (0, 650)))
    c.path(
        "M190 270Q190 230 230 230H420Q470 230 480 280L496 520Q498 566 456 566H240Q194 566 192 520Z",
        c.tone(color, (190, 230, 496, 566)),
    )
    c.path(
        "M420 230Q470 230 480 280L496 520Q498 566 456 566H410L400 230Z",
        c.gradient(((0, "#576262"), (1, "#20282a")), (400, 230), (498, 566)),
    )
    c.circle(450, 386, 42, "#101718")
    c.circle(450, 386, 26, c.glow(((0, "#ffb1b8"), (0.5, "#a8283b"), (1, "#3a0d14")), (444, 380), 28), width=2.6)
    c.rect(230, 290, 130, 70, 12, "#f4f3ee", width=3)
    c.circle(264, 325, 14, AMBER, width=2.4)
    c.path("M300 315H340M300 335H330", "none", INK, 5)
    c.shine("M212 290V500", 8)


@kind("folding_rule")
def folding_rule(c: Canvas, p: Params) -> None:
    """Draw a folding rule opened in a zigzag."""
    color = p.text("color", "#f1d56a")
    c.shadow(400, 640, 300, 22)
    joints = [(96, 600), (280, 300), (400, 590), (566, 290), (716, 520)]
    for i, ((x1, y1), (x2, y2)) in enumerate(pairwise(joints)):
        long, turn = hypot(x2 - x1, y2 - y1), degrees(atan2(y2 - y1, x2 - x1))
        with c.group(f"translate({x1} {y1}) rotate({turn:.1f})"):
            c.rect(
                -27,
                -27,
                long + 54,
                54,
                24,
                c.gradient(((0, lighter(color, 0.3)), (1, darker(color, 0.12 + 0.05 * (i % 2)))), (0, -27), (0, 27)),
            )
            scale_marks(c, 30, long - 26, -25, step=10, tall=9)
            c.circle(0, 0, 11, "#b9c2c5", width=3)
            c.circle(long, 0, 11, "#b9c2c5", width=3)
