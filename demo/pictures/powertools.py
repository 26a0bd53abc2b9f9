"""Cordless tools of the 18 V platform, their batteries and chargers."""

from __future__ import annotations

from math import cos, pi, sin

from demo.pictures.canvas import Canvas
from demo.pictures.palette import AMBER, INK, LINGON, PINE, RUBBER, STEEL, darker, lighter
from demo.pictures.registry import Params, kind

DARK = ((0, "#59656a"), (0.45, "#363f43"), (1, "#1c2225"))


def dark(c: Canvas, x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the fill of a tool's black rubber and plastic."""
    return c.gradient(DARK, (x1, y1), (x2, y2))


def shell(c: Canvas, color: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the fill of a tool's colored housing."""
    return c.gradient(((0, lighter(color, 0.3)), (0.4, color), (1, darker(color, 0.36))), (x1, y1), (x2, y2))


def pack(c: Canvas, x: float, y: float, color: str, capacity: float, wide: float = 210) -> None:
    """Draw a slide-on battery with its top left corner at (x, y); bigger capacity, taller pack."""
    tall = 62 + capacity * 7
    c.path(
        f"M{x + 8} {y}H{x + wide - 8}L{x + wide} {y + 26}V{y + tall - 16}Q{x + wide} {y + tall} {x + wide - 16} {y + tall}H{x + 16}Q{x} {y + tall} {x} {y + tall - 16}V{y + 26}Z",
        dark(c, x, y, x + wide, y + tall),
    )
    c.rect(x + 20, y + tall - 34, wide - 70, 14, 7, color, width=2.6)
    for i in range(4):
        c.circle(
            x + wide - 84 + i * 14 + 24, y + tall - 27, 4, "#9fdc7c" if i < 3 else "#59656a", stroke="none", width=0
        )
    c.shine(f"M{x + 14} {y + 32}V{y + tall - 24}", 5, 0.35)


def vents(c: Canvas, x: float, y: float, count: int, tall: float = 40, step: float = 16) -> None:
    """Draw the slits of a motor's cooling."""
    c.path("".join(f"M{x + i * step} {y}l-8 {tall}" for i in range(count)), "none", "#10181a", 6, opacity=0.75)


@kind("drill")
def drill(c: Canvas, p: Params) -> None:
    """Draw a cordless drill driver or, with `style` impact, the shorter impact driver."""
    color, style, capacity = p.text("color", PINE), p.text("style", "drill"), p.num("capacity", 4)
    c.shadow(420, 716, 220, 24)
    nose = 560 if style == "drill" else 500
    if p.text("bit", "yes") == "yes":
        end = 740 if style == "drill" else 660
        c.path(
            f"M{nose + 84} 236H{end - 20}L{end} 246L{end - 20} 256H{nose + 84}Z",
            c.bar("zinc", 236, 256, upright=False),
            width=3,
        )
    c.path(
        f"M{nose - 6} 194L{nose + 40} 200L{nose + 92} 222Q{nose + 98} 246 {nose + 92} 270L{nose + 40} 292L{nose - 6} 298Z",
        dark(c, nose, 190, nose, 300),
    )
    for i in range(5):
        c.line(nose + 4 + i * 9, 204 + i, nose + 4 + i * 9, 288 - i, "#0f1618", 2.4)
    if style == "drill":
        c.rect(492, 178, 74, 136, 12, shell(c, darker(color, 0.15), 492, 178, 492, 314))
        c.path("M504 182V310M518 180V312M532 180V312M546 182V310", "none", "#10201a", 2.6, opacity=0.6)
        if p.text("hammer", "no") == "yes":
            c.rect(470, 176, 26, 140, 8, AMBER)
    c.path(
        "M232 190Q196 196 190 244T226 312L250 318C262 380 250 470 232 560L226 592H416L408 560C396 480 404 400 430 340L452 318L494 314V178L452 172H280Z",
        dark(c, 200, 180, 440, 600),
    )
    c.path(
        "M232 190Q196 196 190 244T226 312L330 318C350 330 340 300 372 300L494 306V184L452 172H280Z",
        shell(c, color, 200, 172, 420, 330),
    )
    vents(c, 250, 214, 4)
    c.path("M404 330C440 336 452 360 446 398L424 404C410 386 404 360 404 330Z", c.tone(LINGON, (400, 330, 450, 404)))
    c.rect(332, 300, 44, 22, 8, "#20282a", width=3)
    c.path("M270 372C276 430 266 490 254 548M300 366C304 430 296 490 284 548", "none", "#0e1517", 5, opacity=0.5)
    pack(c, 208, 588, color, capacity, 236)
    c.shine("M216 226C222 204 246 198 286 188H440", 8, 0.5)


@kind("grinder")
def grinder(c: Canvas, p: Params) -> None:
    """Draw an angle grinder lying on its side, disc and guard to the left."""
    color, capacity = p.text("color", PINE), p.num("capacity", 4)
    c.shadow(400, 566, 330, 22)
    c.path("M90 470Q90 440 120 440H320V462Q320 476 300 476H96Z", dark(c, 90, 440, 320, 480))
    c.path("M64 494H330V508H64Z", c.gradient(((0, "#d8b487"), (0.5, "#a98556"), (1, "#6e5433")), (64, 0), (330, 0)))
    c.rect(176, 474, 54, 46, 6, c.bar("zinc", 176, 230))
    c.path(
        "M150 346Q150 330 170 330H280L316 346V440H150Z",
        c.gradient(((0, "#eef2f3"), (0.5, "#b9c4c9"), (1, "#7d8a90")), (150, 330), (316, 440)),
    )
    c.path("M166 352H296M166 372H296", "none", INK, 2.4)
    c.path("M180 330V236Q180 214 200 214T220 236V330Z", dark(c, 180, 214, 220, 330))
    c.path(
        "M316 340L360 326H520C560 326 600 340 640 346L664 352V440L640 448C600 452 560 462 520 462H360L316 446Z",
        dark(c, 320, 326, 640, 460),
    )
    c.path("M316 340L360 326H470C490 360 490 430 470 462H360L316 446Z", shell(c, color, 316, 326, 420, 470))
    vents(c, 372, 368, 5, 50)
    c.path("M500 462C540 478 600 474 640 456L634 476C590 494 530 494 496 478Z", c.tone(LINGON, (496, 456, 640, 490)))
    with c.group("translate(660 300) rotate(90) translate(0 -110)"):
        pack(c, 0, 0, color, capacity, 190)
    c.shine("M364 342H462", 8, 0.5)


@kind("circular_saw")
def circular_saw(c: Canvas, p: Params) -> None:
    """Draw a circular saw standing on its sole."""
    color, capacity = p.text("color", PINE), p.num("capacity", 5)
    c.shadow(400, 690, 330, 24)
    blade = c.glow(((0, "#9aa6ab"), (0.5, "#e6ebed"), (0.8, "#c3ccd0"), (1, "#8d999e")), (360, 500), 190)
    c.circle(372, 510, 168, blade)
    teeth = [(372 + r * cos(i * pi / 36), 510 + r * sin(i * pi / 36)) for i in range(2, 35) for r in (176, 166)]
    c.polygon(teeth, blade, width=2.6)
    c.path("M196 520A178 178 0 0 1 552 520L530 560H214Z", dark(c, 200, 340, 550, 560))
    c.path("M236 520A138 138 0 0 1 512 520L500 540H248Z", shell(c, color, 240, 380, 500, 540))
    c.circle(372, 508, 38, dark(c, 334, 470, 410, 546))
    c.circle(372, 508, 15, STEEL, width=3)
    c.path(
        "M330 392C330 320 380 276 452 270L600 276C640 280 664 300 664 330L650 460Q646 486 616 486H560L540 420C600 420 606 352 560 344H470C430 344 410 366 412 400Z",
        dark(c, 340, 270, 660, 490),
    )
    c.path("M330 392C330 320 380 276 452 270L520 272V300C440 300 390 330 384 404Z", shell(c, color, 340, 270, 500, 400))
    c.path("M540 344C560 350 576 362 578 384L556 392C540 380 530 364 526 344Z", c.tone(LINGON, (526, 344, 578, 392)))
    with c.group("translate(592 470)"):
        pack(c, 0, 0, color, capacity, 150)
    c.path(
        "M100 566H690Q706 566 706 580V594H84V580Q84 566 100 566Z",
        c.gradient(((0, "#eef2f3"), (1, "#98a4a9")), (0, 566), (0, 596)),
    )
    c.shine("M346 376C356 318 400 288 456 284", 8, 0.5)


@kind("jigsaw")
def jigsaw(c: Canvas, p: Params) -> None:
    """Draw a jigsaw, or the multi-tool with `style` multi."""
    color, capacity, multi = p.text("color", PINE), p.num("capacity", 2), p.text("style", "jigsaw") == "multi"
    c.shadow(400, 620 if multi else 716, 300, 22)
    if multi:
        with c.group("rotate(-16 400 420)"):
            c.path("M84 452H190V486H84L72 500V438Z", c.bar("zinc", 438, 500, upright=False))
            c.path(
                "M170 420Q170 404 190 404H250V520H190Q170 520 170 500Z",
                c.gradient(((0, "#eef2f3"), (1, "#7d8a90")), (170, 404), (250, 520)),
            )
            c.path("M250 392C320 360 420 360 560 376H640V504H560C440 520 330 530 250 516Z", dark(c, 250, 360, 640, 520))
            c.path(
                "M250 392C320 360 400 360 440 364C424 400 424 480 440 512C360 526 300 524 250 516Z",
                shell(c, color, 250, 360, 440, 520),
            )
            vents(c, 520, 420, 5, 44)
            c.rect(330, 376, 70, 24, 10, LINGON)
            with c.group("translate(736 340) rotate(90)"):
                pack(c, 0, 0, color, capacity, 196)
        return
    c.path("M226 560H252V700L240 712L226 700Z", c.bar("zinc", 226, 252))
    c.path("M226 600l-8 8 8 8M226 620l-8 8 8 8M226 640l-8 8 8 8M226 660l-8 8 8 8M226 680l-8 8 8 8", "none", INK, 2.6)
    c.rect(120, 560, 440, 28, 6, c.gradient(((0, "#eef2f3"), (1, "#98a4a9")), (0, 560), (0, 588)))
    c.path(
        "M190 560V400C190 300 240 250 330 244L560 248C610 252 640 280 640 320V440Q640 470 610 470L560 466C600 440 592 372 548 360H420C380 366 372 400 384 436L424 560Z",
        dark(c, 190, 244, 640, 560),
    )
    c.path(
        "M190 560V400C190 300 240 250 330 244L420 246C330 280 296 340 300 420L320 560Z",
        shell(c, color, 190, 244, 380, 560),
    )
    vents(c, 224, 440, 4, 60)
    c.path("M440 362C448 384 470 396 496 394L500 362Z", c.tone(LINGON, (440, 360, 500, 396)))
    with c.group("translate(500 462)"):
        pack(c, 0, 0, color, capacity, 170)
    c.shine("M210 400C212 320 252 272 330 262", 8, 0.5)


@kind("rotary_hammer")
def rotary_hammer(c: Canvas, p: Params) -> None:
    """Draw a rotary hammer with its D-handle and side grip."""
    color, capacity = p.text("color", PINE), p.num("capacity", 5)
    c.shadow(420, 706, 290, 24)
    c.path("M596 262H752L764 272L752 282H596Z", c.bar("zinc", 262, 282, upright=False), width=3)
    c.path("M540 222L596 236Q612 272 596 308L540 322Z", dark(c, 540, 220, 600, 322))
    c.path("M480 330H520V470Q520 490 500 490T480 470Z", dark(c, 480, 330, 520, 490))
    c.path(
        "M150 200H470L546 214V330L470 344H420V520Q420 548 392 548H330L318 344H214V560H130V240Q130 200 150 200Z M214 262V300",
        dark(c, 130, 200, 540, 560),
    )
    c.path("M200 200H470L546 214V330L470 344H230Q200 344 200 314Z", shell(c, color, 200, 200, 420, 350))
    c.path("M130 240Q130 200 170 200H214V560Q214 590 186 590H156Q130 590 130 560Z", dark(c, 130, 200, 214, 590))
    c.path("M214 380H330V430H214Z", dark(c, 214, 380, 330, 430))
    c.path("M214 270C240 276 246 300 240 336L214 344Z", c.tone(LINGON, (214, 270, 246, 344)))
    vents(c, 286, 236, 6, 56)
    c.rect(474, 204, 24, 148, 8, AMBER)
    with c.group("translate(116 560)"):
        pack(c, 0, 0, color, capacity, 220)
    c.shine("M216 216H460", 8, 0.5)


@kind("battery")
def battery(c: Canvas, p: Params) -> None:
    """Draw a battery pack on its own, taller with more capacity."""
    color, capacity = p.text("color", PINE), p.num("capacity", 4)
    tall = 190 + capacity * 18
    y = 420 - tall / 2
    c.shadow(400, y + tall + 18, 250, 24)
    c.path(f"M214 {y + 10}Q214 {y - 40} 250 {y - 40}H550Q586 {y - 40} 586 {y + 10}Z", dark(c, 214, y - 40, 586, y + 10))
    for x in (300, 366, 432, 498):
        c.rect(x - 12, y - 26, 24, 30, 3, AMBER, width=2.6)
    c.path(
        f"M196 {y + 6}H604L622 {y + 46}V{y + tall - 26}Q622 {y + tall} 596 {y + tall}H204Q178 {y + tall} 178 {y + tall - 26}V{y + 46}Z",
        dark(c, 178, y, 622, y + tall),
    )
    c.path(
        f"M178 {y + tall * 0.5}H622V{y + tall - 26}Q622 {y + tall} 596 {y + tall}H204Q178 {y + tall} 178 {y + tall - 26}Z",
        shell(c, color, 178, y + tall * 0.5, 622, y + tall),
    )
    c.rect(220, y + 40, 180, 52, 12, "#1a2022", width=3)
    for i in range(4):
        c.rect(238 + i * 38, y + 56, 26, 20, 5, "#9fdc7c" if i < 3 else "#465055", stroke="none", width=0)
    c.rect(470, y + 40, 110, 52, 12, LINGON)
    c.shine(f"M196 {y + tall * 0.5 + 18}V{y + tall - 34}", 7, 0.45)


@kind("charger")
def charger(c: Canvas, p: Params) -> None:
    """Draw a charger with its cable, a battery half on when `loaded`."""
    color = p.text("color", PINE)
    c.shadow(390, 652, 290, 24)
    c.path("M620 580C700 576 730 520 726 440C722 360 680 330 690 250C694 210 720 190 744 190", "none", INK, 15)
    c.path("M620 580C700 576 730 520 726 440C722 360 680 330 690 250C694 210 720 190 744 190", "none", "#4a555a", 8)
    if p.text("loaded", "yes") == "yes":
        with c.group("translate(222 250) scale(1.5)"):
            pack(c, 0, 0, color, 5, 210)
    c.path(
        "M150 430Q150 404 180 404H590Q620 404 622 430L640 600Q642 640 604 640H170Q130 640 134 600Z",
        dark(c, 150, 404, 630, 640),
    )
    c.path("M142 520H632L640 600Q642 640 604 640H170Q130 640 134 600Z", shell(c, color, 142, 520, 632, 640))
    c.rect(200, 440, 360, 40, 10, "#12191b", width=3)
    c.circle(196, 578, 11, "#9fdc7c", width=2.6)
    c.circle(236, 578, 11, LINGON, width=2.6)
    c.path("M400 560H580M400 580H580M400 600H580", "none", darker(color, 0.5), 6)


@kind("work_light")
def work_light(c: Canvas, p: Params) -> None:
    """Draw a work light on its folding foot."""
    color = p.text("color", AMBER)
    c.shadow(400, 690, 260, 24)
    c.path("M210 660L260 470H540L590 660H546L510 520H290L254 660Z", dark(c, 210, 470, 590, 660))
    c.rect(170, 190, 460, 320, 40, dark(c, 170, 190, 630, 510))
    c.rect(188, 208, 424, 284, 28, c.tone(color, (188, 208, 612, 492)))
    c.rect(220, 238, 360, 224, 18, c.glow(((0, "#ffffff"), (0.6, "#fff6d8"), (1, "#f0dfa6")), (390, 340), 250))
    for row in range(4):
        for i in range(7):
            c.rect(246 + i * 46, 262 + row * 48, 30, 30, 6, "#fffdf4", stroke="#d9c58a", width=2)
    c.path("M300 190V160Q300 140 320 140H480Q500 140 500 160V190", "none", INK, 26)
    c.path("M300 190V160Q300 140 320 140H480Q500 140 500 160V190", "none", RUBBER, 18)
    c.shine("M204 250V430", 7, 0.5)
