"""Safety shoes and gloves."""

from __future__ import annotations

from demo.pictures.canvas import Canvas
from demo.pictures.clothes import dashed, fold
from demo.pictures.palette import AMBER, INK, darker, lighter, seam
from demo.pictures.registry import Params, kind


@kind("shoe")
def shoe(c: Canvas, p: Params) -> None:
    """Draw a safety shoe from the side: `style` low, boot, sandal or rubber (boots)."""
    color, accent, style = p.text("color", "#33393c"), p.text("accent", AMBER), p.text("style", "low")
    c.shadow(410, 664, 330, 26)
    high = {"low": 330, "boot": 200, "sandal": 340, "rubber": 90}[style]
    top = f"M156 596C146 520 150 430 164 {high + 20}Q168 {high} 196 {high}H316Q336 {high} 342 {high + 26}"
    if style in {"low", "sandal"}:
        top += "C356 390 396 420 450 436C540 456 640 470 676 520Q704 560 690 600Z"
    else:
        top += f"C352 {high + 120} 366 400 420 430C520 456 640 466 680 520Q706 560 692 600Z"
    upper = c.gradient(((0, lighter(color, 0.22)), (0.45, color), (1, darker(color, 0.3))), (160, high), (560, 620))
    c.path(top, upper)
    with c.clip(top):
        c.path("M560 440C600 470 610 540 590 620H720V440Z", darker(color, 0.35), "none", 0)
        c.path("M130 480C200 470 240 520 246 620H130Z", darker(color, 0.25), "none", 0)
        fold(c, "M340 400C370 470 340 540 260 600H300C390 560 420 480 400 420Z", color)
        if style == "sandal":
            c.ellipse(470, 520, 46, 24, "#efece5", width=4)
            c.ellipse(250, 480, 52, 34, "#efece5", width=4)
    c.path("M560 446C602 474 610 540 590 606M150 490C204 476 240 520 246 606", "none", seam(color), 3)
    if style == "rubber":
        c.path("M160 150H338M160 172H340", "none", darker(color, 0.4), 5)
        c.shine("M196 190V500", 14, 0.35)
    else:
        c.path(f"M166 {high + 8}Q240 {high + 40} 336 {high + 12}", "none", INK, 4)
        c.path(
            f"M166 {high + 2}Q170 {high - 26} 200 {high - 26}H312Q336 {high - 26} 340 {high + 6}Q250 {high + 40} 166 {high + 2}Z",
            darker(color, 0.4),
            width=4,
        )
        rows = 4 if style == "low" else 6
        for i in range(rows):
            x, y = 356 + i * 24 - (0 if style == "low" else 18 * (rows - 1 - i) / rows), 388 + i * 18
            if style == "boot":
                x, y = 346 + (i * i) * 4.0, high + 40 + i * 36
            c.path(f"M{x - 44} {y + 24}L{x + 18} {y}", "none", accent, 8)
            c.circle(x - 46, y + 25, 5.5, "#d6dde0", width=2.4)
        dashed(c, "M262 590C300 520 330 470 340 430", color)
        c.path("M196 540C260 560 330 520 372 470L392 486C346 546 270 586 204 572Z", accent, width=3)
    sole = "M140 590Q400 606 700 586Q720 600 712 636Q708 656 680 656H470Q456 656 450 644L430 636H300L286 652Q282 658 270 658H164Q140 658 138 630Z"
    c.path(sole, c.gradient(((0, "#5b6669"), (0.4, "#343d40"), (1, "#171d1f")), (0, 586), (0, 660)))
    c.path("M146 608Q400 622 708 604", "none", accent, 6)
    c.path("".join(f"M{x} 644V657" for x in [*range(160, 280, 22), *range(470, 690, 22)]), "none", "#10181a", 5)
    c.shine("M600 476C640 486 662 500 676 530", 8, 0.5)


@kind("glove")
def glove(c: Canvas, p: Params) -> None:
    """Draw a work glove: coated palm, leather or winter; the cuff takes the accent color."""
    color, coat, accent = p.text("color", "#8b969b"), p.text("coat", "#2c3437"), p.text("accent", "#b22f45")
    c.shadow(420, 730, 210, 20)
    hand = "M300 640C290 560 262 500 236 430C222 388 190 356 176 320C168 296 196 276 220 292C254 316 276 352 300 380L284 190C282 152 330 148 336 186L352 320L358 140C360 102 408 102 410 140L414 320L430 156C434 120 480 124 478 162L470 330L500 226C510 190 552 202 544 240L520 400C516 480 506 540 504 640Z"
    with c.group("translate(9 13)"):
        c.path(hand, "#17211f", "#17211f", 10, opacity=0.09)
    c.path(hand, c.tone(color, (180, 110, 550, 640)))
    with c.clip(hand):
        if p.text("style", "coated") == "coated":
            c.path(
                "M150 250H560V470C520 540 460 570 400 570S300 540 270 480L150 360Z",
                c.gradient(((0, lighter(coat, 0.2)), (1, darker(coat, 0.2))), (200, 120), (520, 560)),
                "none",
                0,
            )
            c.path("M270 100H560V300H270Z", coat, "none", 0)
            for i in range(70):
                c.circle(
                    280 + (i * 0.7549 % 1) * 240,
                    330 + (i * 0.5698 % 1) * 200,
                    2.6,
                    lighter(coat, 0.25),
                    stroke="none",
                    width=0,
                )
        else:
            c.path("M280 360H540V520Q400 560 280 500Z", coat, INK, 3)
            for x in (310, 384, 452, 520):
                c.rect(x - 36, 130, 62, 80, 12, coat, width=3)
        c.veil("M470 330L544 210V640H480C500 540 500 440 470 330Z", opacity=0.16)
    c.path("M352 320L346 372M414 320L412 376M470 330L464 380M300 380C316 410 330 440 334 480", "none", seam(coat), 3)
    c.path(hand)
    c.path("M292 630H512L520 706Q400 724 286 706Z", c.tone(darker(color, 0.15), (286, 630, 520, 716)))
    c.path("".join(f"M{x} 640V700" for x in range(304, 512, 12)), "none", seam(color), 2.2)
    c.path("M286 704Q400 722 520 704", "none", accent, 14)
    c.path("M284 712Q400 730 522 712", "none", INK, 3)
