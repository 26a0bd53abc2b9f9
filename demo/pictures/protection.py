"""Personal protection: helmets, glasses, hearing, breathing, first aid."""

from __future__ import annotations

from demo.pictures.canvas import Canvas
from demo.pictures.palette import INK, PINE, RUBBER, darker, lighter
from demo.pictures.registry import Params, kind


@kind("helmet")
def helmet(c: Canvas, p: Params) -> None:
    """Draw a safety helmet in a given color."""
    color = p.text("color", "#e7b91f")
    c.shadow(400, 610, 310, 24)
    c.path("M190 520C200 600 260 640 330 640H470C540 640 600 600 610 520", "none", INK, 18)
    c.path("M190 520C200 600 260 640 330 640H470C540 640 600 600 610 520", "none", "#59656a", 10)
    c.path(
        "M140 500C130 300 250 176 400 176S660 290 664 490Z",
        c.gradient(((0, lighter(color, 0.45)), (0.4, color), (1, darker(color, 0.34))), (200, 180), (620, 520)),
    )
    c.path(
        "M352 184C346 280 346 400 350 496H450C454 400 454 280 448 184C420 172 380 172 352 184Z",
        c.tone(lighter(color, 0.1), (346, 180, 454, 496)),
        width=3,
    )
    c.path("M250 230C220 310 212 410 216 496M550 230C584 310 592 410 590 494", "none", darker(color, 0.35), 3)
    c.path(
        "M120 496Q400 470 690 486Q730 500 742 528Q560 556 400 552T130 530Q108 514 120 496Z",
        c.gradient(((0, lighter(color, 0.3)), (0.5, color), (1, darker(color, 0.35))), (0, 480), (0, 556)),
    )
    for x in (262, 288, 314):
        c.rect(x, 330, 12, 56, 6, darker(color, 0.45), stroke="none", width=0)
    c.shine("M176 450C186 340 240 260 300 226", 12, 0.6)


@kind("glasses")
def glasses(c: Canvas, p: Params) -> None:
    """Draw safety glasses with clear, tinted or yellow lenses, or goggles."""
    tint, color = p.text("lens", "#cfe4ea"), p.text("color", RUBBER)
    c.shadow(400, 560, 320, 22)
    c.path("M120 330C90 300 84 380 100 440L128 500M680 330C710 300 716 380 700 440L672 500", "none", INK, 24)
    c.path("M120 330C90 300 84 380 100 440L128 500M680 330C710 300 716 380 700 440L672 500", "none", color, 15)
    lens = "M118 330Q240 292 388 318Q398 340 388 372C380 450 330 500 250 500S128 460 118 330Z"
    for turn in ("", "translate(800 0) scale(-1 1)"):
        with c.group(turn):
            c.path(
                lens,
                c.gradient(((0, lighter(tint, 0.55)), (0.5, tint), (1, darker(tint, 0.22))), (130, 310), (380, 500)),
                opacity=0.92,
            )
            c.shine("M160 360L220 340M168 400L280 350", 12, 0.75)
    c.path(
        "M112 322Q250 278 400 306Q550 278 688 322L684 350Q550 310 400 336Q250 310 116 350Z",
        c.gradient(((0, lighter(color, 0.3)), (1, darker(color, 0.2))), (0, 290), (0, 350)),
    )
    c.path("M384 366Q400 346 416 366L424 420Q400 396 376 420Z", color, width=3)


@kind("ear_defenders")
def ear_defenders(c: Canvas, p: Params) -> None:
    """Draw ear defenders; `style` plugs draws a pair of corded earplugs."""
    color = p.text("color", PINE)
    if p.text("style", "cups") == "plugs":
        c.shadow(400, 690, 240, 20)
        c.path("M270 330C260 120 540 120 530 330", "none", INK, 12)
        c.path("M270 330C260 120 540 120 530 330", "none", "#3f74b5", 6)
        for x in (270, 530):
            c.path(
                f"M{x - 62} 660Q{x - 62} 690 {x - 30} 690H{x + 30}Q{x + 62} 690 {x + 62} 660L{x + 44} 390Q{x} 300 {x - 44} 390Z",
                c.gradient(((0, "#ffe08a"), (0.4, "#f4a63a"), (1, "#c9711d")), (x - 62, 0), (x + 62, 0)),
            )
            c.shine(f"M{x - 30} 420L{x - 40} 640", 9, 0.5)
        return
    c.shadow(400, 700, 290, 24)
    c.path("M170 440C160 200 280 110 400 110S640 200 630 440", "none", INK, 38)
    c.path("M170 440C160 200 280 110 400 110S640 200 630 440", "none", RUBBER, 30)
    c.path("M240 172C290 132 340 120 400 120S510 132 560 172", "none", "#59656a", 12)
    for x, side in ((170, 1), (630, -1)):
        c.path(
            f"M{x + side * 40} 430Q{x + side * 84} 430 {x + side * 84} 480V600Q{x + side * 84} 650 {x + side * 40} 650Z",
            c.gradient(((0, "#59656a"), (1, "#20282a")), (x, 430), (x + side * 84, 650)),
        )
        c.path(
            f"M{x + side * 44} 406V674C{x - side * 20} 690 {x - side * 66} 640 {x - side * 66} 540S{x - side * 20} 390 {x + side * 44} 406Z",
            c.gradient(
                ((0, lighter(color, 0.35)), (0.5, color), (1, darker(color, 0.35))), (x - 66, 400), (x + 66, 680)
            ),
        )
        c.path(
            f"M{x - side * 10} 470C{x - side * 34} 500 {x - side * 34} 580 {x - side * 10} 610",
            "none",
            darker(color, 0.4),
            5,
        )
        c.rect(x - 9, 400, 18, 90, 6, "#c3ccd0", width=3)


@kind("mask")
def mask(c: Canvas, p: Params) -> None:
    """Draw a filtering mask with valve, or a half mask with twin filters (`style` half)."""
    c.shadow(400, 670, 270, 22)
    if p.text("style", "ffp") == "half":
        color = p.text("color", "#59666b")
        c.path("M280 330C200 240 200 160 250 110M520 330C600 240 600 160 550 110", "none", RUBBER, 14)
        c.path(
            "M400 150C450 150 470 250 520 330C560 410 540 520 480 590Q400 660 320 590C260 520 240 410 280 330C330 250 350 150 400 150Z",
            c.tone(color, (250, 150, 550, 640)),
        )
        for x in (210, 590):
            c.circle(x, 470, 112, c.tone("#b22f45", (x - 112, 358, x + 112, 582)))
            c.circle(x, 470, 84, c.tone("#efece5", (x - 84, 386, x + 84, 554)), width=3)
            c.path("".join(f"M{x - 60} {430 + i * 20}H{x + 60}" for i in range(5)), "none", "#aeb5b3", 4)
        c.circle(400, 500, 56, darker(color, 0.35))
        c.path("M364 486H436M364 500H436M364 514H436", "none", lighter(color, 0.3), 4)
        return
    c.path(
        "M190 380C100 300 110 200 200 150M610 380C700 300 690 200 600 150M196 500C110 500 90 580 120 640M604 500C690 500 710 580 680 640",
        "none",
        "#3f74b5",
        7,
    )
    c.path(
        "M400 190C480 190 540 250 600 340C640 420 610 540 530 600Q400 670 270 600C190 540 160 420 200 340C260 250 320 190 400 190Z",
        c.glow(((0, "#ffffff"), (0.6, "#f3f1ea"), (1, "#cdc9bd")), (360, 330), 340),
    )
    c.path("M250 330C330 290 470 290 550 330M230 520C330 570 470 570 570 520", "none", "#c4c0b4", 4)
    c.path("M320 232Q400 196 480 232", "none", "#8d979b", 14)
    c.rect(334, 400, 132, 100, 22, c.tone("#dfe3e2", (334, 400, 466, 500)))
    c.path("M356 424H444M356 442H444M356 460H444M356 478H444", "none", "#9aa3a3", 4)


@kind("first_aid")
def first_aid(c: Canvas, p: Params) -> None:
    """Draw a first-aid case."""
    color = p.text("color", PINE)
    c.shadow(400, 666, 310, 26)
    c.path("M310 214V170Q310 140 340 140H460Q490 140 490 170V214", "none", INK, 30)
    c.path("M310 214V170Q310 140 340 140H460Q490 140 490 170V214", "none", darker(color, 0.2), 22)
    c.rect(120, 210, 560, 430, 44, c.tone(color, (120, 210, 680, 640)))
    c.path("M120 330H680", "none", darker(color, 0.4), 5)
    for x in (200, 540):
        c.rect(x, 304, 60, 56, 10, "#dfe4e4", width=3)
    c.circle(400, 450, 124, "#fdfcfa")
    c.path("M376 372H424V426H478V474H424V528H376V474H322V426H376Z", c.tone(color, (322, 372, 478, 528)), width=3)
    c.shine("M146 262Q150 238 180 236H330", 9)


@kind("extinguisher")
def extinguisher(c: Canvas, p: Params) -> None:
    """Draw a fire extinguisher."""
    color = p.text("color", "#c22f36")
    c.shadow(400, 742, 160, 20)
    c.path("M452 190C560 190 590 280 580 400L570 520", "none", INK, 24)
    c.path("M452 190C560 190 590 280 580 400L570 520", "none", RUBBER, 16)
    c.polygon([(556, 516), (586, 520), (604, 610), (530, 604)], RUBBER)
    c.path(
        "M290 330Q290 250 350 240H450Q510 250 510 330V700Q510 730 480 730H320Q290 730 290 700Z",
        c.gradient(
            ((0, darker(color, 0.25)), (0.22, lighter(color, 0.4)), (0.5, color), (1, darker(color, 0.4))),
            (290, 0),
            (510, 0),
        ),
    )
    c.rect(290, 420, 220, 150, 0, "#fdfcfa", width=3)
    c.path("M330 460H470M330 490H440M330 520H456", "none", "#9aa3a3", 8)
    c.rect(368, 176, 64, 66, 8, c.bar("zinc", 368, 432))
    c.path("M330 130L500 118L510 142L432 158V180H368V158Z", RUBBER)
    c.circle(348, 206, 26, "#fdfcfa", width=3)
    c.path("M348 206L360 192", "none", color, 4)
