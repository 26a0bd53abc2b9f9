"""Office furniture: desks, chairs, lamps, boards."""

from __future__ import annotations

from demo.pictures.canvas import Canvas
from demo.pictures.palette import INK, PINE, RUBBER, WOOD, darker, lighter
from demo.pictures.registry import Params, kind


@kind("desk")
def desk(c: Canvas, p: Params) -> None:
    """Draw a sit-stand desk; `w` is the width of the top in mm, `style` bench draws a workbench."""
    top, frame, wide = p.text("color", WOOD), p.text("frame", "#59656a"), 190 + p.num("w", 1600) * 0.115
    c.shadow(400, 690, wide + 20, 24)
    if p.text("style", "desk") == "bench":
        for x in (400 - wide + 30, 400 + wide - 74):
            c.rect(x, 330, 44, 350, 4, c.tone(WOOD, (x, 330, x + 44, 680)))
        c.rect(400 - wide + 40, 560, 2 * wide - 80, 26, 4, c.tone(darker(WOOD, 0.12), (100, 560, 700, 586)))
        c.rect(400 - wide, 286, 2 * wide, 54, 6, c.tone(WOOD, (100, 286, 700, 340)))
        c.rect(400 - wide - 26, 296, 40, 92, 6, c.tone("#3f74b5", (60, 296, 120, 388)))
        c.path(f"M{400 - wide - 30} 366H{400 - wide - 70}M{400 - wide - 70} 340V392", "none", INK, 9)
        return
    for x in (400 - wide * 0.7, 400 + wide * 0.7):
        c.rect(x - 20, 340, 40, 190, 4, c.tone(lighter(frame, 0.12), (x - 20, 340, x + 20, 530)))
        c.rect(x - 28, 470, 56, 190, 4, c.tone(frame, (x - 28, 470, x + 28, 660)))
        c.path(
            f"M{x - 92} 684Q{x - 92} 658 {x - 60} 656H{x + 60}Q{x + 92} 658 {x + 92} 684Z",
            c.tone(darker(frame, 0.1), (x - 92, 656, x + 92, 684)),
        )
    c.rect(400 - wide * 0.72, 330, wide * 1.44, 26, 4, darker(frame, 0.2))
    c.path(
        f"M{400 - wide} 306L{400 - wide + 44} 240H{400 + wide - 44}L{400 + wide} 306Z",
        c.gradient(((0, lighter(top, 0.4)), (1, top)), (400, 240), (400, 306)),
    )
    c.rect(400 - wide, 304, 2 * wide, 28, 6, c.tone(darker(top, 0.1), (100, 304, 700, 332)))
    if top == WOOD:
        c.path(
            f"M{400 - wide * 0.7} 262H{400 - wide * 0.1}M{400 - wide * 0.4} 282H{400 + wide * 0.5}M{400 + wide * 0.1} 258H{400 + wide * 0.7}",
            "none",
            darker(WOOD, 0.18),
            2.4,
        )
    c.rect(400 + wide * 0.5, 332, 84, 14, 5, "#20282a", width=3)


@kind("chair")
def chair(c: Canvas, p: Params) -> None:
    """Draw an office chair from the side, arms optional; `style` stool draws a workshop stool."""
    color = p.text("color", PINE)
    c.shadow(400, 740, 230, 22)
    for x in (226, 318, 482, 574):
        c.circle(x, 722, 20, RUBBER)
    c.path("M400 640L230 700M400 640L570 700M400 640L320 704M400 640L480 704", "none", INK, 26)
    c.path("M400 640L230 700M400 640L570 700M400 640L320 704M400 640L480 704", "none", "#59656a", 18)
    c.rect(382, 520, 36, 132, 6, c.bar("zinc", 382, 418))
    if p.text("style", "chair") == "stool":
        c.path(
            "M240 470Q240 430 290 430H510Q560 430 560 470T510 520H290Q240 520 240 470Z",
            c.tone(color, (240, 430, 560, 520)),
        )
        c.ellipse(400, 612, 130, 24, "none", stroke="#8d979b", width=10)
        return
    c.path("M250 500H540V530H250Z", RUBBER)
    c.path("M556 500C600 470 604 400 590 340", "none", INK, 24)
    c.path("M556 500C600 470 604 400 590 340", "none", "#4d5a5e", 16)
    c.path(
        "M216 470Q210 436 260 432L540 420Q590 420 590 462T540 508H260Q222 508 216 470Z",
        c.tone(color, (216, 420, 590, 508)),
    )
    c.path(
        "M536 70Q500 70 506 120L532 380Q540 420 574 412T606 370L592 120Q588 70 536 70Z",
        c.tone(lighter(color, 0.08), (506, 70, 606, 412)),
    )
    c.shine("M526 110L548 370", 9, 0.4)
    if p.text("arms", "yes") == "yes":
        c.path("M440 440V330M300 320H470", "none", INK, 30)
        c.path("M440 440V330M300 320H470", "none", RUBBER, 22)
    if p.text("headrest", "no") == "yes":
        c.path("M506 40Q480 0 530 0T580 40L574 66H512Z", c.tone(color, (480, 0, 580, 66)))


@kind("lamp")
def lamp(c: Canvas, p: Params) -> None:
    """Draw a desk lamp."""
    color = p.text("color", PINE)
    c.path(
        "M170 330L60 690H520L330 400Z",
        c.gradient(((0, "#fdf3cf"), (1, "#f7f5f1")), (250, 340), (280, 690)),
        "none",
        0,
        opacity=0.9,
    )
    c.shadow(520, 712, 190, 20)
    c.path("M560 690L640 420L340 250", "none", INK, 24)
    c.path("M560 690L640 420L340 250", "none", "#c3ccd0", 15)
    c.circle(640, 420, 24, darker(color, 0.2))
    c.path("M400 700Q400 664 470 660H640Q700 664 706 700Z", c.tone(color, (400, 660, 706, 700)))
    with c.group("rotate(38 300 280)"):
        c.path("M250 180H350L430 350H170Z", c.tone(color, (170, 180, 430, 350)))
        c.ellipse(300, 350, 130, 26, "#fff4cf")
        c.rect(262, 150, 76, 40, 12, darker(color, 0.25))


@kind("whiteboard")
def whiteboard(c: Canvas, p: Params) -> None:
    """Draw a whiteboard with its tray."""
    c.shadow(400, 664, 320, 20)
    c.rect(80, 150, 640, 460, 12, c.gradient(((0, "#e3e7e8"), (1, "#9aa5aa")), (80, 150), (720, 610)))
    c.rect(102, 172, 596, 416, 4, c.gradient(((0, "#ffffff"), (1, "#f1f3f1")), (102, 172), (698, 588)), width=3)
    c.path("M160 500L270 400L360 440L470 300L600 240", "none", PINE, 8)
    c.path("M160 260H330M160 300H280", "none", "#b9c4c9", 9)
    c.rect(240, 606, 320, 22, 6, "#8d979b")
    for x, tone in ((270, "#b22f45"), (350, "#21508f"), (430, "#1f6549")):
        c.rect(x, 592, 62, 15, 5, tone, width=2.6)
    c.path("M560 172H690L420 588H300Z", "#ffffff", "none", 0, opacity=0.5)


@kind("bin")
def bin_(c: Canvas, p: Params) -> None:
    """Draw a waste bin."""
    color = p.text("color", RUBBER)
    c.shadow(400, 716, 200, 22)
    c.path(
        "M220 180H580L540 690Q538 706 520 706H280Q262 706 260 690Z",
        c.gradient(
            ((0, darker(color, 0.2)), (0.25, lighter(color, 0.4)), (0.6, color), (1, darker(color, 0.35))),
            (220, 0),
            (580, 0),
        ),
    )
    c.ellipse(400, 180, 184, 40, c.tone(darker(color, 0.3), (216, 140, 584, 220)))
    c.ellipse(400, 180, 166, 30, darker(color, 0.5), width=3)
