"""Office goods: paper, writing, filing, labels, desk things."""

from __future__ import annotations

from demo.pictures.canvas import Canvas
from demo.pictures.palette import AMBER, INK, LINGON, PINE, RUBBER, SAND, SLATE, darker, lighter
from demo.pictures.registry import Params, kind


@kind("paper")
def paper(c: Canvas, p: Params) -> None:
    """Draw a wrapped ream of copy paper with loose sheets on top; `count` > 1 draws a box of reams."""
    color, tint = p.text("color", PINE), p.text("tint", "#fdfcfa")
    c.shadow(400, 660, 330, 26)
    for i in range(3):
        c.path(
            f"M130 {372 - i * 12}L300 {232 - i * 12}H{690}L{560} {372 - i * 12}Z",
            c.tone(darker(tint, 0.05 * (2 - i)), (130, 220, 690, 380)),
            width=3,
        )
    c.polygon([(130, 384), (560, 384), (560, 640), (130, 640)], c.tone(color, (130, 384, 560, 640)))
    c.polygon([(560, 384), (690, 244), (690, 490), (560, 640)], c.tone(darker(color, 0.25), (560, 244, 690, 640)))
    c.path("M130 384L130 372L560 372L690 232V244L560 384Z", darker(tint, 0.08), width=3)
    c.rect(180, 436, 330, 150, 8, "#fdfcfa", width=3)
    c.path("M210 476H380M210 506H460M210 536H420", "none", "#aeb5b3", 10)
    c.circle(470, 474, 20, color, width=3)


@kind("notebook")
def notebook(c: Canvas, p: Params) -> None:
    """Draw a bound or spiral notebook with ribbon."""
    color, spiral = p.text("color", PINE), p.text("style", "bound") == "spiral"
    c.shadow(420, 704, 260, 22)
    with c.group("rotate(-8 400 400)"):
        c.rect(208, 116, 412, 564, 12, "#e9e4d8")
        c.rect(200, 108, 412, 564, 14, c.tone(color, (200, 108, 612, 672)))
        if spiral:
            for y in range(140, 660, 34):
                c.path(f"M226 {y}C160 {y - 20} 160 {y + 16} 226 {y + 8}", "none", "#59656a", 6)
        else:
            c.rect(200, 108, 46, 564, 10, c.tone(darker(color, 0.22), (200, 108, 246, 672)), width=3)
            c.path("M556 104V676", "none", darker(color, 0.5), 12)
            c.path("M330 672V730L344 712L358 730V672Z", LINGON, width=3)
        c.rect(310, 210, 180, 92, 6, "#fdfcfa", width=3)
        c.path("M334 244H466M334 268H430", "none", "#aeb5b3", 7)


@kind("pen")
def pen(c: Canvas, p: Params) -> None:
    """Draw ball pens, markers or pencils lying side by side: `style` pen, marker, pencil or highlighter."""
    style, colors = p.text("style", "pen"), p.text("colors", "#21508f").split(" ")
    count = max(len(colors), 1)
    c.shadow(400, 620, 300, 22)
    with c.group("rotate(-34 400 400)"):
        gap = 74 if style in {"marker", "highlighter"} else 54
        for i, color in enumerate(colors):
            y = 400 + (i - (count - 1) / 2) * gap
            _pen(c, style, color, y)


def _pen(c: Canvas, style: str, color: str, y: float) -> None:
    def round_fill(tone: str, half: float) -> str:
        return c.gradient(((0, lighter(tone, 0.4)), (0.4, tone), (1, darker(tone, 0.4))), (0, y - half), (0, y + half))

    if style == "pencil":
        c.path(f"M110 {y - 19}H640L710 {y}L640 {y + 19}H110Z", round_fill("#e6c58f", 19))
        c.path(
            f"M110 {y - 19}H636C646 {y - 12} 630 {y - 6} 640 {y}C630 {y + 6} 646 {y + 12} 636 {y + 19}H110Z",
            round_fill(color, 19),
        )
        c.path(f"M110 {y - 6}H634M110 {y + 7}H634", "none", darker(color, 0.35), 2.4)
        c.path(f"M688 {y - 6}L710 {y}L688 {y + 6}Z", INK, width=2)
        c.rect(84, y - 19, 40, 38, 4, "#c3ccd0")
    elif style in {"marker", "highlighter"}:
        half = 30 if style == "marker" else 32
        c.path(
            f"M610 {y - 14}H676L700 {y - 8 if style == 'marker' else y - 14}V{y + 8 if style == 'marker' else y + 4}L676 {y + 14}H610Z",
            round_fill(color, 16),
            width=3,
        )
        c.path(
            f"M560 {y - half * 0.8}L624 {y - half * 0.5}V{y + half * 0.5}L560 {y + half * 0.8}Z",
            round_fill(RUBBER, half),
        )
        c.rect(
            150, y - half, 420, half * 2, 12, round_fill("#f3f1ea" if style == "marker" else lighter(color, 0.25), half)
        )
        c.rect(70, y - half, 150, half * 2, 14, round_fill(color, half))
        c.rect(300, y - half, 150, half * 2, 0, round_fill(color, half), width=3)
    else:
        c.path(f"M610 {y - 18}L694 {y - 6}L716 {y}L694 {y + 6}L610 {y + 18}Z", round_fill("#c3ccd0", 18))
        c.rect(150, y - 21, 470, 42, 12, round_fill(color, 21))
        c.rect(430, y - 22, 180, 44, 12, round_fill(RUBBER, 22))
        c.rect(96, y - 8, 60, 16, 6, round_fill("#c3ccd0", 8), width=3)
        c.path(f"M150 {y - 26}H330Q344 {y - 26} 340 {y - 16}H150Z", round_fill("#dfe4e6", 12), width=3)


@kind("binder")
def binder(c: Canvas, p: Params) -> None:
    """Draw a lever-arch binder; `count` binders stand side by side, `style` folder draws a plastic folder."""
    color, count, wide = p.text("color", PINE), int(p.num("count", 1)), p.num("w", 80)
    if p.text("style", "arch") == "folder":
        c.shadow(410, 690, 260, 22)
        for i, (dx, tone) in enumerate(((30, lighter(color, 0.35)), (0, color))):
            with c.group(f"rotate({6 - i * 9} 400 400)"):
                c.path(f"M{196 + dx} 150H{600}V676H{196 + dx}Z", c.tone(tone, (196, 150, 600, 676)), opacity=0.94)
                c.path("M230 170V660M560 150A40 40 0 0 0 600 190", "none", seam_of(tone), 3)
        return
    c.shadow(410, 714, 250, 24)
    spine = 70 + wide * 0.9
    start = 400 - (spine * count + 120) / 2
    for i in range(count):
        x = start + i * spine
        tone = (color, LINGON, SLATE, AMBER)[i % 4] if count > 1 else color
        if i == count - 1:
            c.polygon(
                [(x + spine, 110), (x + spine + 150, 84), (x + spine + 150, 664), (x + spine, 700)],
                c.tone(darker(tone, 0.2), (x + spine, 84, x + spine + 150, 700)),
            )
            c.polygon([(x, 110), (x + spine, 110), (x + spine + 150, 84), (x + 150, 84)], "#efece5", width=3)
        c.rect(x, 110, spine, 590, 6, c.tone(tone, (x, 110, x + spine, 700)))
        c.rect(x + spine * 0.16, 170, spine * 0.68, 240, 4, "#fdfcfa", width=3)
        c.path(
            f"M{x + spine * 0.3} 210H{x + spine * 0.7}M{x + spine * 0.3} 240H{x + spine * 0.7}M{x + spine * 0.3} 270H{x + spine * 0.56}",
            "none",
            "#aeb5b3",
            7,
        )
        c.circle(x + spine / 2, 580, spine * 0.2, "#dfe4e6")
        c.circle(x + spine / 2, 580, spine * 0.13, darker(tone, 0.5), width=3)


def seam_of(color: str) -> str:
    """Return the line color on a folder."""
    return darker(color, 0.3)


@kind("sticky_notes")
def sticky_notes(c: Canvas, p: Params) -> None:
    """Draw pads of sticky notes."""
    c.shadow(400, 680, 270, 22)
    for i, tone in enumerate(p.text("colors", "#f2d64b #8fc7a0 #f0a08a").split(" ")):
        x, y, turn = ((150, 330, -6), (390, 360, 5), (270, 140, -2))[i % 3]
        with c.group(f"rotate({turn} {x + 130} {y + 130})"):
            c.path(f"M{x} {y}H{x + 270}V{y + 290}H{x}Z", c.tone(darker(tone, 0.18), (x, y, x + 270, y + 290)))
            c.path(
                f"M{x} {y}H{x + 270}V{y + 236}Q{x + 262} {y + 262} {x + 226} {y + 274}H{x}Z",
                c.tone(tone, (x, y, x + 270, y + 270)),
            )
            c.path(f"M{x + 270} {y + 236}Q{x + 240} {y + 236} {x + 226} {y + 274}", "none", INK, 3)


@kind("stapler")
def stapler(c: Canvas, p: Params) -> None:
    """Draw a stapler, or a hole punch with `style` punch."""
    color = p.text("color", LINGON)
    c.shadow(400, 620, 320, 24)
    if p.text("style", "stapler") == "punch":
        c.path("M120 600V560Q120 540 150 540H650Q680 540 680 560V600Z", c.tone(RUBBER, (120, 540, 680, 600)))
        for x in (250, 550):
            c.rect(x - 26, 440, 52, 104, 6, c.bar("zinc", x - 26, x + 26))
        c.path("M170 450Q170 350 260 320H540Q630 350 630 450Q400 410 170 450Z", c.tone(color, (170, 320, 630, 450)))
        c.shine("M210 400Q230 350 290 338H420", 9)
        return
    c.path("M110 590Q110 560 140 560H680Q716 560 716 590V606H110Z", c.tone(RUBBER, (110, 560, 716, 606)))
    c.path("M150 500H690V530H150Z", c.bar("zinc", 500, 530, upright=False))
    c.path(
        "M120 560V430Q122 380 180 372L640 430Q712 440 716 490V510H180Q170 512 168 560Z",
        c.gradient(((0, lighter(color, 0.3)), (0.5, color), (1, darker(color, 0.35))), (0, 372), (0, 560)),
    )
    c.path("M690 530V558", "none", INK, 8)
    c.shine("M170 396L620 452", 9, 0.5)


@kind("envelope")
def envelope(c: Canvas, p: Params) -> None:
    """Draw an envelope, padded bag or shipping carton (`style` carton)."""
    color = p.text("color", "#f4f1e8")
    if p.text("style", "plain") == "carton":
        base = p.text("color", "#d3ab78")
        c.shadow(400, 690, 310, 26)
        c.polygon([(120, 330), (460, 390), (460, 690), (120, 610)], c.tone(base, (120, 330, 460, 690)))
        c.polygon([(460, 390), (690, 310), (690, 590), (460, 690)], c.tone(darker(base, 0.2), (460, 310, 690, 690)))
        c.polygon([(120, 330), (350, 262), (690, 310), (460, 390)], c.tone(darker(base, 0.4), (120, 262, 690, 390)))
        c.polygon([(120, 330), (350, 262), (300, 180), (70, 250)], c.tone(lighter(base, 0.14), (70, 180, 350, 330)))
        c.polygon([(690, 310), (350, 262), (420, 170), (750, 216)], c.tone(lighter(base, 0.08), (350, 170, 750, 310)))
        c.polygon([(160, 500), (290, 528), (290, 600), (160, 570)], "#fdfcfa", width=3)
        return
    c.shadow(400, 620, 320, 24)
    c.rect(96, 220, 608, 390, 8, c.tone(color, (96, 220, 704, 610)))
    c.path("M96 226L400 450L704 226", "none", INK, 4)
    c.path("M96 228Q96 220 104 220H696Q704 220 704 228L400 440Z", c.tone(darker(color, 0.06), (96, 220, 704, 450)))
    c.path("M110 600L320 410M690 600L480 410", "none", darker(color, 0.22), 3)


@kind("label_roll")
def label_roll(c: Canvas, p: Params) -> None:
    """Draw a roll of labels with the first label coming off, or a label printer with `style` printer."""
    color = p.text("color", "#fdfcfa")
    c.shadow(400, 670, 310, 24)
    if p.text("style", "roll") == "printer":
        c.path("M270 250H530V120H270Z", "#fdfcfa", width=3)
        c.path("M310 160H490M310 190H450", "none", "#aeb5b3", 9)
        c.path(
            "M150 300Q150 250 200 250H600Q650 250 650 300V600Q650 650 600 650H200Q150 650 150 600Z",
            c.gradient(((0, "#59656a"), (1, "#252e31")), (150, 250), (650, 650)),
        )
        c.rect(250, 244, 300, 22, 8, "#10181a", width=3)
        c.rect(230, 330, 340, 130, 14, "#cfdccb")
        c.path("M264 370H420M264 402H500", "none", "#3d4c44", 10)
        for i in range(6):
            for row in range(2):
                c.rect(238 + i * 56, 496 + row * 62, 40, 40, 10, LINGON if (i, row) == (5, 1) else "#c3ccd0", width=3)
        return
    c.circle(330, 400, 230, c.glow(((0, lighter(SAND, 0.4)), (0.8, SAND), (1, darker(SAND, 0.14))), (280, 330), 260))
    for i in range(7):
        c.circle(330, 400, 216 - i * 15, "none", stroke=darker(SAND, 0.16), width=2)
    c.circle(330, 400, 96, c.tone("#d9b387", (234, 304, 426, 496)))
    c.circle(330, 400, 78, "#f7f5f1", width=3)
    c.path("M330 630H720V646H330Z", darker(SAND, 0.1), width=3)
    for x in (430, 580):
        c.path(f"M{x} 608H{x + 126}L{x + 138} 632H{x - 12}Z", c.tone(color, (x, 600, x + 126, 632)), width=3)


@kind("calculator")
def calculator(c: Canvas, p: Params) -> None:
    """Draw a desk calculator."""
    c.shadow(410, 720, 220, 24)
    c.rect(210, 100, 380, 610, 34, c.gradient(((0, "#4d5a5e"), (1, "#20282a")), (210, 100), (590, 710)))
    c.rect(246, 144, 308, 110, 10, "#cfdccb")
    c.path("M470 176H500V200H470V224H500M524 176V224", "none", "#2a3831", 7)
    for row in range(5):
        for i in range(4):
            tone = AMBER if i == 3 else p.text("color", PINE) if row == 0 else "#e9e4d8"
            c.rect(
                248 + i * 80,
                290 + row * 80,
                62,
                58,
                12,
                c.tone(tone, (248 + i * 80, 290 + row * 80, 310 + i * 80, 348 + row * 80)),
                width=3,
            )
