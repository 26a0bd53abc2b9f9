"""Workwear laid out flat: trousers, jackets, shirts, hi-vis, socks, headwear."""

from __future__ import annotations

from demo.pictures.canvas import STROKE, Canvas
from demo.pictures.palette import INK, RUBBER, darker, is_dark, lighter, seam
from demo.pictures.registry import Params, kind

REFLECTIVE = ((0, "#c9cfd2"), (0.3, "#f4f6f6"), (0.5, "#dbe0e2"), (0.7, "#f7f8f8"), (1, "#b9c1c5"))


def cloth(c: Canvas, d: str, color: str, box: tuple[float, float, float, float] = (160, 100, 640, 720)) -> None:
    """Draw a piece of cloth with a soft shadow on the ground under it."""
    with c.group("translate(9 13)"):
        c.path(d, "#17211f", "#17211f", 10, opacity=0.09)
    c.path(d, c.tone(color, box, depth=0.13), width=STROKE)


def stitch(c: Canvas, d: str, color: str, width: float = 2.4) -> None:
    """Draw a seam with its stitches."""
    c.path(d, "none", seam(color), width)


def dashed(c: Canvas, d: str, color: str) -> None:
    """Draw a line of visible stitches."""
    c.path(d, "none", seam(color), 2.2, stroke_dasharray="7 5")


def fold(c: Canvas, d: str, color: str, opacity: float = 0.0) -> None:
    """Lay a soft fold over cloth."""
    c.veil(d, "#ffffff" if is_dark(color) else "#0f1c1c", opacity or (0.07 if is_dark(color) else 0.1))


def tape(c: Canvas, d: str) -> None:
    """Draw a reflective band along a path."""
    c.path(d, "none", "#8d979b", 34, stroke_linecap="butt")
    c.path(d, "none", "#e6eaeb", 28, stroke_linecap="butt")
    c.path(d, "none", "#f9fafa", 9, stroke_linecap="butt")


@kind("trousers")
def trousers(c: Canvas, p: Params) -> None:
    """Draw work trousers or shorts with holster and knee pockets; `vis` adds reflective bands."""
    color, accent = p.text("color", "#2f3c4a"), p.text("accent", "#1d2327")
    shorts, holster, vis = (
        p.text("style", "long") == "shorts",
        p.text("holster", "yes") == "yes",
        p.text("vis", "no") == "yes",
    )
    end = 500 if shorts else 724
    flare = 250 if shorts else 264
    c.shadow(410, end + 18, 210, 18)
    d = f"M268 96H532L566 420L{800 - flare + 8} {end}H424L404 330H396L376 {end}H{flare - 8}L234 420Z"
    cloth(c, d, color, (230, 96, 570, end))
    low = darker(color, 0.3) if vis else accent
    if vis:
        with c.clip(d):
            c.rect(200, 500, 400, 260, 0, accent, stroke="none", width=0)
            c.rect(200, 90, 400, 60, 0, accent, stroke="none", width=0)
    if not shorts:
        for x, side in ((262, 1), (538, -1)):
            knee = f"M{x - side * 14} 470L{x + side * 112} 476L{x + side * 110} 590L{x - side * 4} 590Z"
            c.path(knee, c.tone(low, (x - 100, 470, x + 100, 590)), width=3)
            dashed(c, f"M{x - side * 4} 482L{x + side * 104} 487", low)
    if vis:
        for y in (424, 640):
            tape(
                c,
                f"M{244 if y > 500 else 236} {y}H{384 if y > 500 else 390}M{416 if y > 500 else 410} {y}H{556 if y > 500 else 564}",
            )
    for x, side in ((252, 1), (548, -1)):
        if holster:
            pocket = f"M{x + side * 18} 210H{x + side * 108}V330Q{x + side * 108} 350 {x + side * 88} 350H{x + side * 26}Q{x + side * 8} 350 {x + side * 8} 330Z"
            c.path(pocket, c.tone(accent, (x - 110, 210, x + 110, 350)), width=3)
            dashed(c, f"M{x + side * 24} 226H{x + side * 102}", accent)
            c.path(f"M{x + side * 60} 230V344", "none", seam(accent), 2.4)
        else:
            stitch(c, f"M{x + side * 26} 140Q{x + side * 40} 210 {x - side * 6} 236", color, 3)
        thigh = f"M{x - side * 14} {372 if not shorts else 366}H{x + side * 50}V446H{x - side * 20}Z"
        c.path(thigh, c.tone(darker(color, 0.1), (x - 60, 370, x + 60, 450)), width=3)
    c.path("M268 96H532L536 136H264Z", c.tone(darker(color, 0.16), (264, 96, 536, 136)), width=3)
    for x in (300, 366, 434, 500):
        c.rect(x - 7, 90, 14, 52, 3, darker(color, 0.22), width=2.6)
    stitch(c, "M400 136V330M400 140C424 180 424 240 404 276", color, 3)
    c.circle(400, 116, 9, "#c6b37a", width=2.6)
    stitch(c, f"M330 360L{338} {end - 20}M470 360L{462} {end - 20}", color, 2)
    fold(c, f"M396 332L376 {end}H350C372 520 376 420 396 332Z", color)
    fold(c, f"M566 420L{800 - flare + 8} {end}H{800 - flare - 20}C540 560 556 470 566 420Z", color)
    c.path(d)


def _torso(c: Canvas, color: str, sleeves: str, *, hem: float = 660) -> str:
    body = f"M320 112C348 132 452 132 480 112L566 148L578 {hem}Q400 {hem + 22} 222 {hem}L234 148Z"
    arms = {
        "long": (
            "M234 148C196 172 176 250 152 420L122 622Q150 646 196 640L236 440L262 300Z",
            "M566 148C604 172 624 250 648 420L678 622Q650 646 604 640L564 440L538 300Z",
        ),
        "short": (
            "M234 148C190 170 160 232 130 330Q170 362 222 364L262 290Z",
            "M566 148C610 170 640 232 670 330Q630 362 578 364L538 290Z",
        ),
        "none": ("", ""),
    }[sleeves]
    for arm in arms:
        if arm:
            cloth(c, arm, darker(color, 0.06), (120, 140, 680, 650))
    cloth(c, body, color, (220, 110, 580, hem))
    fold(c, f"M566 148L578 {hem}L546 {hem + 5}C552 480 548 300 566 148Z", color)
    fold(c, f"M234 148L222 {hem}L250 {hem + 5}C246 480 252 300 234 148Z", color, 0.05)
    return body


@kind("jacket")
def jacket(c: Canvas, p: Params) -> None:
    """Draw a jacket: softshell, shell (with hood), winter or fleece; `vis` adds reflective bands and a dark hem."""
    color, accent, style = p.text("color", "#9c2a36"), p.text("accent", "#22292c"), p.text("style", "softshell")
    vis = p.text("vis", "no") == "yes"
    c.shadow(410, 704, 250, 20)
    if style in {"shell", "winter"}:
        cloth(
            c,
            "M322 120C300 70 340 40 400 40S500 70 478 120C452 150 348 150 322 120Z",
            darker(color, 0.12),
            (310, 40, 490, 150),
        )
        c.path("M346 116C340 84 364 66 400 66S460 84 454 116C436 132 364 132 346 116Z", darker(color, 0.5), width=3)
    body = _torso(c, color, "long")
    with c.clip(body):
        if vis:
            c.rect(200, 560, 400, 140, 0, accent, stroke="none", width=0)
        elif style in {"softshell", "shell", "fleece"}:
            c.path("M200 110H600V232Q400 286 200 232Z", accent if style != "fleece" else darker(color, 0.25), "none", 0)
            c.path("M200 232Q400 286 600 232", "none", INK, 3)
        if style == "winter":
            for y in (250, 340, 430, 520, 600):
                c.path(f"M210 {y}Q400 {y + 20} 590 {y}", "none", seam(color), 3)
                c.path(f"M210 {y + 7}Q400 {y + 27} 590 {y + 7}", "none", lighter(color, 0.25), 3, opacity=0.5)
    if vis:
        tape(c, "M228 420Q400 436 572 420M225 520Q400 536 575 520")
        tape(c, "M300 128V420M500 128V420")
        tape(c, "M150 440L240 458M560 458L650 440M136 530L220 548M580 548L664 530")
    c.path(
        "M320 112C340 92 362 84 400 84S460 92 480 112C452 132 348 132 320 112Z",
        c.tone(darker(color, 0.3), (320, 84, 480, 130)),
        width=3,
    )
    c.path("M400 96V668", "none", INK, 9)
    c.path("M400 96V668", "none", "#aeb8bb", 4, stroke_dasharray="3 5", stroke_linecap="butt")
    for x, side in ((262, 1), (538, -1)):
        stitch(c, f"M{x + side * 26} 560L{x + side * 60} 440", color, 5)
        if not vis and style != "winter":
            stitch(c, f"M{x + side * 60} 250V330", color, 4)
    for x in (124, 604):
        with c.group(f"translate({x} 606) rotate({-7 if x > 400 else 7})"):
            c.rect(0, 0, 72, 30, 6, c.tone(accent, (0, 0, 72, 30)), width=3)
    c.path(body)


@kind("vest")
def vest(c: Canvas, p: Params) -> None:
    """Draw a hi-vis vest or a padded body warmer."""
    color, vis = p.text("color", "#e5e62e"), p.text("vis", "yes") == "yes"
    c.shadow(410, 700, 220, 20)
    d = "M316 110C340 190 460 190 484 110L548 130C540 220 556 290 584 330L590 672Q400 692 210 672L216 330C244 290 260 220 252 130Z"
    cloth(c, d, color, (210, 110, 590, 680))
    c.path("M316 110C340 190 460 190 484 110", "none", INK, 4)
    with c.clip(d):
        if vis:
            tape(c, "M206 450Q400 466 594 450M204 566Q400 582 596 566")
            tape(c, "M290 100V446M510 100V446")
        else:
            for y in range(240, 670, 70):
                c.path(f"M200 {y}Q400 {y + 20} 600 {y}", "none", seam(color), 3)
    c.path("M400 172V680", "none", INK, 7)
    c.path("M400 172V680", "none", "#f0f1e8", 3, stroke_dasharray="4 5", stroke_linecap="butt")
    fold(c, "M584 330L590 672L556 676C560 540 552 400 548 300Z", color)
    c.path(d)


def _neck(c: Canvas, color: str, style: str) -> None:
    rib = darker(color, 0.2)
    if style in {"tee", "sweat", "base"}:
        c.path(
            "M320 112C348 176 452 176 480 112L462 104C440 152 360 152 338 104Z",
            c.tone(rib, (320, 100, 480, 170)),
            width=3,
        )
        c.path("M338 104C360 152 440 152 462 104C440 118 360 118 338 104Z", darker(color, 0.5), width=3)
    if style == "hoodie":
        c.path("M338 112C348 86 452 86 462 112C450 150 350 150 338 112Z", darker(color, 0.5), width=3)
        c.path("M372 148V240M428 148V240", "none", lighter(color, 0.55), 6)
        c.path("M296 470H504L540 600H260Z", c.tone(darker(color, 0.06), (260, 470, 540, 600)), width=3)
    if style in {"polo", "shirt"}:
        end = 300 if style == "polo" else 664
        c.rect(384, 130, 32, end - 130, 3, c.tone(darker(color, 0.08), (384, 130, 416, end)), width=2.6)
        for y in range(170, int(end) - 12, 58):
            c.circle(400, y, 6, lighter(color, 0.6), width=2.2)
        c.path(
            "M400 150L348 96Q328 100 316 116L360 200ZM400 150L452 96Q472 100 484 116L440 200Z",
            c.tone(darker(color, 0.14), (316, 96, 484, 200)),
            width=3,
        )


@kind("shirt")
def shirt(c: Canvas, p: Params) -> None:
    """Draw a T-shirt, polo, sweatshirt, hoodie, work shirt or base layer."""
    color, style = p.text("color", "#28594a"), p.text("style", "tee")
    c.shadow(410, 704, 230, 20)
    if style == "hoodie":
        cloth(
            c,
            "M318 128C292 74 344 48 400 48S508 74 482 128C460 172 340 172 318 128Z",
            darker(color, 0.1),
            (310, 48, 490, 170),
        )
    body = _torso(c, color, "short" if style in {"tee", "polo"} else "long")
    _neck(c, color, style)
    if style == "shirt":
        for x in (266, 440):
            c.path(
                f"M{x} 262H{x + 94}V350L{x + 47} 368L{x} 350Z",
                c.tone(darker(color, 0.06), (x, 262, x + 94, 368)),
                width=3,
            )
            c.path(
                f"M{x} 262H{x + 94}V292L{x + 47} 304L{x} 292Z",
                c.tone(darker(color, 0.14), (x, 262, x + 94, 304)),
                width=3,
            )
    if style in {"sweat", "hoodie", "base"}:
        c.path(
            "M222 630Q400 652 578 630L578 660Q400 682 222 660Z",
            c.tone(darker(color, 0.2), (222, 630, 578, 680)),
            width=3,
        )
        for x in (121, 607):
            with c.group(f"translate({x} 606) rotate({-7 if x > 400 else 7})"):
                c.rect(0, 0, 72, 32, 6, c.tone(darker(color, 0.2), (0, 0, 72, 32)), width=3)
    else:
        dashed(c, "M224 640Q400 662 576 640", color)
        if style != "shirt":
            dashed(c, "M138 318Q176 346 224 348M662 318Q624 346 576 348", color)
    c.path(body)


@kind("overall")
def overall(c: Canvas, p: Params) -> None:
    """Draw rain wear: jacket over trousers as a set, or a bib overall with `style` bib."""
    color, accent = p.text("color", "#27463c"), p.text("accent", "#1c2a26")
    c.shadow(410, 742, 210, 18)
    d = "M290 300L272 380L246 730H380L398 460H402L420 730H554L528 380L510 300Z"
    cloth(c, d, color, (240, 300, 560, 730))
    if p.text("style", "bib") == "bib":
        cloth(c, "M318 150H482L500 306L520 390H280L300 306Z", color, (280, 150, 520, 390))
        c.path("M328 152L300 60M472 152L500 60", "none", INK, 26)
        c.path("M328 152L300 60M472 152L500 60", "none", accent, 18)
        for x in (328, 472):
            c.rect(x - 17, 150, 34, 30, 5, "#c9cfd2", width=3)
        c.path("M346 220H454V296H346Z", c.tone(darker(color, 0.1), (346, 220, 454, 296)), width=3)
    else:
        with c.group("translate(80 20) scale(.8 .66)"):
            jacket(c, p)
    stitch(c, "M400 392V460", color, 3)
    fold(c, "M398 462L380 730H352C376 620 384 540 398 462Z", color)
    fold(c, "M528 380L554 730H528C530 600 526 480 516 380Z", color)


@kind("socks")
def socks(c: Canvas, p: Params) -> None:
    """Draw a pair of work socks."""
    color, accent = p.text("color", "#4b5459"), p.text("accent", "#b22f45")
    c.shadow(410, 690, 250, 20)
    d = "M300 110H440V400C440 440 460 470 500 500L590 566C640 606 610 680 540 680H480C420 676 380 640 350 590C310 530 300 470 300 400Z"
    for dx, dy, tone in ((-70, -20, darker(color, 0.15)), (0, 0, color)):
        with c.group(f"translate({dx} {dy})"):
            cloth(c, d, tone, (300, 110, 620, 680))
            with c.clip(d):
                c.path("M290 440Q350 400 350 520T430 640L300 640Z", darker(tone, 0.28), "none", 0)
                c.path("M520 520C500 580 520 640 560 690H660V500Z", darker(tone, 0.28), "none", 0)
                c.rect(290, 106, 170, 92, 0, darker(tone, 0.14), stroke="none", width=0)
                c.rect(290, 214, 170, 16, 0, accent, stroke="none", width=0)
                c.rect(290, 244, 170, 8, 0, accent, stroke="none", width=0)
            c.path("".join(f"M{x} 116V194" for x in range(314, 440, 13)), "none", seam(tone), 2)
            c.path(d)


@kind("cap")
def cap(c: Canvas, p: Params) -> None:
    """Draw a cap, or a knitted hat with `style` beanie."""
    color = p.text("color", "#1f6549")
    c.shadow(410, 610, 270, 22)
    if p.text("style", "cap") == "beanie":
        d = "M210 560C190 360 270 190 400 190S610 360 590 560Z"
        cloth(c, d, color, (200, 190, 600, 560))
        with c.clip(d):
            c.path(
                "".join(f"M{400 + i * 22} 180Q{400 + i * 34} 380 {400 + i * 30} 580" for i in range(-8, 9)),
                "none",
                seam(color),
                2.6,
            )
        c.path("M196 470Q400 510 604 470L610 596Q400 636 190 596Z", c.tone(darker(color, 0.12), (190, 470, 610, 620)))
        c.path(
            "".join(
                f"M{x} {488 + 12 * (1 - abs(x - 400) / 200):.0f}V{602 + 12 * (1 - abs(x - 400) / 200):.0f}"
                for x in range(216, 590, 16)
            ),
            "none",
            seam(color),
            2.6,
        )
        return
    d = "M180 500C170 320 270 220 400 220S610 300 606 470C480 440 300 450 180 500Z"
    cloth(c, d, color, (170, 220, 610, 500))
    stitch(
        c, "M400 220C360 300 350 380 356 462M400 220C470 280 520 360 530 454M400 220C310 260 250 360 236 480", color, 3
    )
    c.path(
        "M356 462C460 436 560 444 606 470C680 496 730 536 736 570C660 560 560 550 460 556C400 540 366 500 356 462Z",
        c.tone(darker(color, 0.1), (356, 440, 736, 570)),
    )
    dashed(c, "M376 480C470 456 560 462 610 488C660 508 694 528 714 550", color)
    c.ellipse(400, 220, 20, 10, darker(color, 0.2), width=3)


@kind("belt")
def belt(c: Canvas, p: Params) -> None:
    """Draw a work belt, rolled up, or knee pads with `style` knee."""
    color = p.text("color", RUBBER)
    c.shadow(410, 680, 280, 22)
    if p.text("style", "belt") == "knee":
        for x in (270, 530):
            d = f"M{x - 100} 180Q{x} 140 {x + 100} 180L{x + 92} 560Q{x} 640 {x - 92} 560Z"
            cloth(c, d, color, (x - 100, 140, x + 100, 640))
            for y in range(230, 560, 54):
                c.path(f"M{x - 80} {y}Q{x} {y + 36} {x + 80} {y}", "none", seam(color), 5)
        return
    c.path(
        "M120 420A280 180 0 1 1 680 420A280 180 0 1 1 120 420Z M190 420A210 118 0 1 0 610 420A210 118 0 1 0 190 420Z",
        c.tone(color, (120, 240, 680, 600)),
        fill_rule="evenodd",
    )
    c.path(
        "M120 420V500A280 180 0 0 0 680 500V420A280 180 0 0 1 120 420Z",
        c.gradient(((0, darker(color, 0.2)), (0.4, lighter(color, 0.22)), (1, darker(color, 0.3))), (120, 0), (680, 0)),
    )
    c.rect(330, 570, 150, 110, 14, c.tone("#c9cfd2", (330, 570, 480, 680)))
    c.rect(352, 592, 106, 66, 8, darker(color, 0.2))
    c.path("M358 626H476", "none", "#dfe4e6", 12)
