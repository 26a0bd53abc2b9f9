"""Pictures of the house itself: category pictures, hero scenes, the shop's mark, the figures of size guides."""

from __future__ import annotations

from demo.pictures.bolts import hexagon
from demo.pictures.canvas import Canvas
from demo.pictures.figures import write_number
from demo.pictures.palette import AMBER, INK, LINE, LINGON, PINE, SLATE, WOOD, darker, lighter
from demo.pictures.registry import Params, kind, place

# How far down a drawing's feet stand, where it is not the usual 690.
FEET = {
    "hammer": 735, "screwdriver": 640, "drill": 700, "glasses": 520, "helmet": 640, "pen": 610, "tape_measure": 625,
    "spirit_level": 520, "stapler": 608, "grinder": 560, "circular_saw": 690, "cap": 590, "handsaw": 620, "spanner": 620,
    "ladder": 734, "shelf": 722, "can": 724, "cartridge": 720, "trousers": 724, "jacket": 685, "shoe": 660, "binder": 702,
    "first_aid": 642, "caliper": 590, "washer": 620, "nut": 560, "hex_bolt": 690, "wing_nut": 552, "disc": 660,
    "toolbox": 672, "cabinet": 734, "battery": 580, "paper": 642, "chair": 738, "desk": 684, "crate": 642, "mask": 640,
    "vest": 682, "socks": 690, "glove": 718, "wall_plug": 690, "expansion_anchor": 700, "wood_screw": 690, "nail": 620,
    "overall": 732, "cable": 660, "tape_roll": 662, "tarp": 620, "shirt": 680, "label_roll": 648, "sandpaper": 680,
}  # fmt: skip


def wharf(c: Canvas, x: float, ground: float, scale: float, tones: tuple[str, ...]) -> None:
    """Draw a row of gabled wharf houses with their feet on the ground line."""
    for i, tone in enumerate(tones):
        wide, tall = 104 * scale, (190 + (i % 3) * 22) * scale
        left, y = x + i * wide, ground - tall
        c.path(
            f"M{left} {ground}V{y + 62 * scale}L{left + wide / 2} {y}L{left + wide} {y + 62 * scale}V{ground}Z",
            c.tone(tone, (left, y, left + wide, ground), depth=0.1),
            width=3,
        )
        c.path(
            f"M{left - 3} {y + 64 * scale}L{left + wide / 2} {y}L{left + wide + 3} {y + 64 * scale}",
            "none",
            darker(tone, 0.5),
            5,
        )
        for row in range(2):
            for n in range(3):
                wx, wy = left + (14 + n * 28) * scale, y + (80 + row * 46) * scale
                c.rect(
                    wx,
                    wy,
                    18 * scale,
                    26 * scale,
                    1,
                    "#f4ead0" if (n + row + i) % 4 else "#f7d98a",
                    stroke=darker(tone, 0.4),
                    width=2,
                )
        c.rect(
            left + wide / 2 - 8 * scale,
            y + 34 * scale,
            16 * scale,
            20 * scale,
            1,
            darker(tone, 0.4),
            stroke="none",
            width=0,
        )


def hills(c: Canvas, x1: float, x2: float, sea: float) -> None:
    """Draw sky, hills and sea between two edges."""
    wide = x2 - x1
    c.path(
        f"M{x1} {sea}V{sea - 90}C{x1 + wide * 0.15} {sea - 190} {x1 + wide * 0.25} {sea - 150} {x1 + wide * 0.36} {sea - 90}S{x1 + wide * 0.6} {sea - 240} {x1 + wide * 0.74} {sea - 140}S{x2 - 30} {sea - 130} {x2} {sea - 170}V{sea}Z",
        "#c8d6d6",
        "none",
        0,
    )
    c.path(
        f"M{x1} {sea}V{sea - 40}C{x1 + wide * 0.2} {sea - 110} {x1 + wide * 0.4} {sea - 60} {x1 + wide * 0.5} {sea - 50}S{x1 + wide * 0.8} {sea - 110} {x2} {sea - 60}V{sea}Z",
        "#a9c0bd",
        "none",
        0,
    )


@kind("category", 800, 600)
def category(c: Canvas, p: Params) -> None:
    """Draw up to three things of a category on a shelf before a quiet wall; `a`, `b`, `c` name the kinds, `wall` the tint."""
    with c.group("translate(0 -176)"):
        _shelf(c, p)


def _shelf(c: Canvas, p: Params) -> None:
    wall = p.text("wall", "#ece5d6")
    c.rect(
        0,
        0,
        800,
        800,
        0,
        c.gradient(((0, lighter(wall, 0.5)), (1, wall)), (0, 176), (800, 700)),
        stroke="none",
        width=0,
    )
    c.circle(400, 360, 300, lighter(wall, 0.55), stroke="none", width=0, opacity=0.7)
    c.rect(
        0,
        690,
        800,
        26,
        0,
        c.gradient(((0, lighter(WOOD, 0.35)), (1, WOOD)), (0, 690), (0, 716)),
        stroke="none",
        width=0,
    )
    c.rect(0, 714, 800, 86, 0, darker(WOOD, 0.22), stroke="none", width=0)
    c.path("M0 716H800", "none", darker(WOOD, 0.4), 3)
    names = [name for name in (p.text("a", ""), p.text("b", ""), p.text("c", "")) if name]
    spots = {1: ((120, 0.7),), 2: ((0, 0.58), (336, 0.58)), 3: ((-34, 0.5), (434, 0.5), (168, 0.58))}[len(names)]
    for i, (name, (x, scale)) in enumerate(zip(names, spots, strict=True)):
        values = {
            k: v.replace("+", " ")
            for k, v in (pair.split("=") for pair in p.text("abc"[i] + "_with", "").split(" ") if pair)
        }
        y = 694 - FEET.get(name, 690) * scale
        place(c, name, f"translate({x} {y:.0f}) scale({scale})", shadow=True, **values)


def _harbor_window(c: Canvas) -> None:
    window = "M760 70H1130V400H760Z"
    with c.clip(window):
        c.rect(
            760,
            70,
            370,
            330,
            0,
            c.gradient(((0, "#dbe9ec"), (1, "#f9efd9")), (760, 70), (760, 360)),
            stroke="none",
            width=0,
        )
        c.circle(1040, 160, 34, "#fbe3a4", stroke="none", width=0)
        hills(c, 760, 1130, 322)
        c.rect(
            760,
            322,
            370,
            90,
            0,
            c.gradient(((0, "#9dbfc4"), (1, "#6f9aa2")), (0, 322), (0, 400)),
            stroke="none",
            width=0,
        )
        wharf(c, 776, 334, 0.62, (LINGON, "#e2c27a", PINE, "#efe6d2", "#a8583a"))
        c.path("M780 352H860M920 366H1010M1040 350H1100M840 384H900", "none", "#d7e6e8", 4, opacity=0.8)
    c.path(window, "none", "#fdfcfa", 20)
    c.path("M945 70V400M760 236H1130", "none", "#fdfcfa", 9)
    c.path("M748 58H1142V412H748Z", "none", INK, 3)
    c.rect(738, 408, 414, 20, 4, c.tone("#fdfcfa", (738, 408, 1152, 428)), width=3)


def _pegboard(c: Canvas) -> None:
    c.rect(1196, 70, 330, 352, 8, c.tone(WOOD, (1196, 70, 1526, 422)), width=3)
    for row in range(9):
        c.path("".join(f"M{1222 + i * 31} {100 + row * 37}h.1" for i in range(10)), "none", darker(WOOD, 0.35), 6)
    for name, spot, values in (
        ("hammer", "translate(1176 96) scale(.27)", {}),
        ("pliers", "translate(1296 92) scale(.25)", {"color": AMBER}),
        ("spanner", "translate(1374 66) scale(.26)", {}),
        ("screwdriver", "translate(1374 206) scale(.22)", {}),
    ):
        place(c, name, spot, shadow=False, **values)


@kind("hero_consumer", 1600, 700)
def hero_consumer(c: Canvas, p: Params) -> None:
    """Draw the home page's scene for private people: a bright workshop with a view of the harbor; room for words at the left."""
    c.rect(
        0, 0, 1600, 700, 0, c.gradient(((0, "#f3eee2"), (1, "#e6ddca")), (0, 0), (1600, 700)), stroke="none", width=0
    )
    c.path("M700 0H1180L700 700H330Z", "#ffffff", "none", 0, opacity=0.28)
    _harbor_window(c)
    _pegboard(c)
    c.rect(640, 560, 960, 34, 0, c.gradient(((0, lighter(WOOD, 0.4)), (1, WOOD)), (0, 560), (0, 594)), width=3)
    c.rect(
        640,
        594,
        960,
        106,
        0,
        c.gradient(((0, darker(WOOD, 0.18)), (1, darker(WOOD, 0.34))), (0, 594), (0, 700)),
        stroke="none",
        width=0,
    )
    c.path("M640 594H1600M960 604V700M1280 604V700", "none", darker(WOOD, 0.5), 3)
    for x in (800, 1120, 1440):
        c.rect(x - 40, 632, 80, 14, 7, "#dfe4e6", width=2.6)
    place(c, "toolbox", "translate(1240 312) scale(.37)", count=2)
    place(c, "drill", "translate(886 268) scale(.42)", style="drill")
    place(c, "tape_measure", "translate(664 374) scale(.31)")
    place(c, "can", "translate(1476 384) scale(.245)")
    place(c, "glasses", "translate(1128 484) scale(.15)")


def _racks(c: Canvas) -> None:
    boxes = (
        (WOOD, 84, 60),
        (PINE, 64, 44),
        ("#c79a66", 92, 70),
        (SLATE, 70, 52),
        (AMBER, 58, 40),
        ("#e6d3b0", 88, 62),
        (LINGON, 60, 46),
    )
    for bay in range(3):
        x = 690 + bay * 290
        for level in range(3):
            y = 214 + level * 150
            left = x + 24
            n = bay * 3 + level
            while left < x + 236:
                tone, wide, tall = boxes[n % 7]
                wide = min(wide, x + 280 - left)
                c.rect(left, y - tall - 4, wide, tall, 3, c.tone(tone, (left, y - tall, left + wide, y)), width=3)
                c.rect(left + wide * 0.28, y - tall * 0.7, wide * 0.44, tall * 0.26, 2, "#fdfcfa", width=1.6)
                if n % 3 == 0:
                    c.path(f"M{left + wide * 0.5} {y - tall - 4}v{tall * 0.2}", "none", darker(tone, 0.3), 6)
                left += wide + 10
                n += 1
            c.rect(x, y - 4, 290, 16, 2, c.tone(AMBER, (x, y, x + 290, y + 12)), width=3)
    for i in range(4):
        x = 682 + i * 290
        c.rect(x, 60, 18, 536, 2, c.gradient(((0, "#6f93b5"), (1, "#34536f")), (x, 0), (x + 18, 0)), width=3)
        c.path("".join(f"M{x + 9} {y}v8" for y in range(78, 580, 20)), "none", "#24394c", 4)


def _pallet(c: Canvas) -> None:
    c.shadow(1160, 652, 330, 22)
    for x in (900, 1120, 1340):
        c.rect(x, 618, 70, 30, 2, c.tone("#c09763", (x, 618, x + 70, 648)), width=3)
    c.rect(890, 600, 530, 20, 2, c.tone("#d1a873", (890, 600, 1420, 620)), width=3)
    for row, (count, y) in enumerate(((4, 500), (3, 404))):
        for i in range(count):
            x = 900 + i * 126 + row * 60
            c.rect(x, y, 120, 98, 4, c.tone("#d3ab78", (x, y, x + 120, y + 98)), width=3)
            c.path(f"M{x + 60} {y}v30", "none", "#a97f4c", 12)
            c.rect(x + 16, y + 56, 44, 28, 2, "#fdfcfa", width=2)
            c.polygon(hexagon(x + 92, y + 70, 20), PINE, width=2)


@kind("hero_trade", 1600, 700)
def hero_trade(c: Canvas, p: Params) -> None:
    """Draw the home page's scene for trades: racks and a pallet ready to go; room for words at the left."""
    c.rect(
        0, 0, 1600, 700, 0, c.gradient(((0, "#e9eeec"), (1, "#d3dcd9")), (0, 0), (1600, 700)), stroke="none", width=0
    )
    c.rect(
        0, 590, 1600, 110, 0, c.gradient(((0, "#c3c9c4"), (1, "#a9b1ac")), (0, 590), (0, 700)), stroke="none", width=0
    )
    c.path("M0 590H1600", "none", "#8b9691", 3)
    _racks(c)
    _pallet(c)
    place(c, "helmet", "translate(1010 280) scale(.2 .2)", color="#f2f0ea")
    place(c, "jacket", "translate(1394 236) scale(.31)", shadow=False, vis="yes", color="#ef7a2a", accent="#22303c")
    c.path("M1524 226V250M1500 250H1548", "none", INK, 5)
    place(c, "cabinet", "translate(604 352) scale(.38)", wheels="yes", color=PINE)


@kind("banner_workwear", 1600, 700)
def banner_workwear(c: Canvas, p: Params) -> None:
    """Draw a campaign scene: workwear on a rail before the harbor."""
    c.rect(0, 0, 1600, 700, 0, c.gradient(((0, "#dde8ea"), (1, "#f5ead3")), (0, 0), (0, 520)), stroke="none", width=0)
    c.circle(1380, 150, 52, "#fbe3a4", stroke="none", width=0)
    hills(c, 0, 1600, 520)
    wharf(c, 40, 540, 0.9, (PINE, "#efe6d2", LINGON, "#e2c27a", "#a8583a", SLATE))
    c.rect(
        0, 530, 1600, 170, 0, c.gradient(((0, "#cdb894"), (1, "#b0966c")), (0, 530), (0, 700)), stroke="none", width=0
    )
    c.path("".join(f"M0 {y}H1600" for y in (552, 584, 624, 672)), "none", "#927a52", 3)
    for x in (730, 1500):
        c.path(f"M{x} 110V640", "none", INK, 15)
        c.path(f"M{x} 110V640", "none", "#59656a", 9)
    c.path("M700 112H1530", "none", INK, 15)
    c.path("M700 112H1530", "none", "#59656a", 9)
    garments = (
        ("jacket", 742, {"color": "#9c2a36"}),
        ("trousers", 930, {"color": "#2f3c4a"}),
        ("jacket", 1110, {"color": "#e08a2b", "style": "shell"}),
        ("shirt", 1292, {"color": "#28594a", "style": "hoodie"}),
    )
    for name, x, values in garments:
        c.path(f"M{x + 124} 112V150", "none", "#59656a", 6)
        place(c, name, f"translate({x - 22} {116 if name == 'trousers' else 104}) scale(.37)", shadow=False, **values)
    place(c, "shoe", "translate(1000 430) scale(.27 .27)")
    place(c, "shoe", "translate(1230 426) scale(.27 .27)", style="boot", color="#6b4a33", accent="#d9b387")


@kind("logo")
def logo(c: Canvas, p: Params) -> None:
    """Draw the shop's mark: three wharf gables inside a hexagon nut."""
    color = p.text("color", PINE)
    paper = p.text("paper", "#fdfcfa")
    c.polygon(hexagon(400, 400, 610, 0.5236), color, color, 56)
    c.circle(400, 400, 262, paper, stroke="none", width=0)
    with c.clip("M138 400A262 262 0 0 1 662 400A262 262 0 0 1 138 400Z"):
        for x, top in ((196, 330), (332, 262), (468, 330)):
            c.path(f"M{x} 520V{top + 84}L{x + 68} {top}L{x + 136} {top + 84}V520Z", color, paper, 14)
            c.rect(x + 52, top + 96, 32, 44, 3, paper, stroke="none", width=0)
        c.path("M120 540Q190 516 260 540T400 540T540 540T680 540V700H120Z", color, paper, 14)
        c.path("M150 596Q210 574 270 596T390 596T510 596T640 596", "none", paper, 12)


@kind("size_figure", 800, 800)
def size_figure(c: Canvas, p: Params) -> None:
    """Draw where to measure: `part` body (chest, waist, hip, inside leg), foot, hand or head."""
    part = p.text("part", "body")
    skin, line = "#e9d8c3", LINE
    if part == "foot":
        c.path(
            "M330 690C270 690 260 620 280 540C296 470 270 380 290 290C306 214 360 180 410 190C470 200 500 260 496 340C492 420 450 470 440 550C432 640 400 690 330 690Z",
            c.tone(skin, (270, 180, 500, 690)),
        )
        for x, y, r in ((316, 180, 38), (380, 138, 30), (430, 146, 26), (472, 172, 23), (504, 210, 20)):
            c.circle(x, y, r, c.tone(skin, (x - r, y - r, x + r, y + r)))
        c.dim_v(620, 112, 690, "1", 530)
        return
    if part == "hand":
        hand = "M300 690C290 600 262 540 236 470C222 428 190 396 176 360C168 336 196 316 220 332C254 356 276 392 300 420L284 230C282 192 330 188 336 226L352 360L358 180C360 142 408 142 410 180L414 360L430 196C434 160 480 164 478 202L470 370L500 266C510 230 552 242 544 280L520 440C516 540 506 610 504 690Z"
        c.path(hand, c.tone(skin, (180, 150, 550, 690)))
        c.path("M262 470Q400 520 526 440", "none", LINGON, 6, stroke_dasharray="14 8")
        c.dim_v(640, 152, 690, "2", 420)
        return
    if part == "head":
        c.path(
            "M280 420C260 250 320 130 430 130S600 240 580 400C570 500 540 560 500 590V700H340V600C300 560 288 500 280 420Z",
            c.tone(skin, (270, 130, 600, 700)),
        )
        c.path("M276 330Q430 400 588 320", "none", LINGON, 6, stroke_dasharray="14 8")
        c.path("M276 330Q430 270 588 320", "none", LINGON, 4, stroke_dasharray="6 8", opacity=0.5)
        return
    c.shadow(400, 764, 130, 14)
    body = "M360 172C330 184 296 192 286 226C272 290 252 380 246 452C244 476 270 480 276 458L312 300C318 350 318 380 308 430C300 500 318 620 328 740C330 762 376 762 376 740L396 470H404L424 740C424 762 470 762 472 740C482 620 500 500 492 430C482 380 482 350 488 300L524 458C530 480 556 476 554 452C548 380 528 290 514 226C504 192 470 184 440 172Z"
    c.path(body, c.tone(skin, (250, 170, 550, 760)))
    c.path("M372 120V176Q400 196 428 176V120Z", c.tone(darker(skin, 0.08), (372, 120, 428, 190)))
    c.ellipse(400, 96, 48, 60, c.tone(skin, (352, 36, 448, 156)))
    c.path(
        "M302 404C300 500 318 620 328 700H376L396 470H404L424 700H472C482 620 500 500 498 404Z",
        c.tone("#5b6d75", (300, 404, 500, 700)),
        width=3,
    )
    for y, x1, x2, letter in ((264, 306, 494, "1"), (356, 312, 488, "2"), (430, 304, 496, "3")):
        c.path(f"M{x1} {y}Q400 {y + 22} {x2} {y}", "none", LINGON, 5, stroke_dasharray="13 7")
        c.line(x2 + 4, y, 610, y, line, 1.6)
        c.circle(632, y, 22, "#ffffff", width=2.4)
        c.figure(letter, 632, y, 20)
    c.dim_v(190, 476, 756, write_number(4), 380)


@kind("person")
def person(c: Canvas, p: Params) -> None:
    """Draw a portrait of a member of staff: hair, skin and clothes by color, seen to the shoulders."""
    skin, hair, cloth = p.text("skin", "#e8c7a6"), p.text("hair", "#5a3d28"), p.text("cloth", PINE)
    c.circle(400, 400, 360, p.text("wall", "#e4ebe7"), stroke="none", width=0)
    with c.clip("M40 400A360 360 0 0 1 760 400A360 360 0 0 1 40 400Z"):
        if p.text("style", "short") == "long":
            c.path(
                "M240 330C220 160 310 90 400 90S580 160 560 330C580 460 590 540 570 600H230C210 540 220 460 240 330Z",
                c.tone(hair, (230, 90, 570, 600)),
            )
        c.path("M120 800C120 640 230 580 330 560H470C570 580 680 640 680 800Z", c.tone(cloth, (120, 560, 680, 800)))
        c.path("M340 470V560Q400 640 460 560V470Z", c.tone(darker(skin, 0.12), (340, 470, 460, 600)))
        c.path(
            "M268 330C262 220 320 160 400 160S538 220 532 330C528 440 470 510 400 510S272 440 268 330Z",
            c.tone(skin, (268, 160, 532, 510)),
        )
        c.path(
            "M262 330C250 180 310 110 410 112C520 114 556 200 540 330C530 280 510 250 470 240C400 250 330 240 300 250C280 270 268 300 262 330Z",
            c.tone(hair, (250, 110, 550, 330)),
        )
        c.circle(350, 344, 9, INK, stroke="none", width=0)
        c.circle(450, 344, 9, INK, stroke="none", width=0)
        c.path("M350 424Q400 462 450 424", "none", darker(skin, 0.5), 6)
        c.path("M400 350Q388 384 396 394H406", "none", darker(skin, 0.35), 4)
        if p.text("beard", "no") == "yes":
            c.path(
                "M276 380C280 480 340 524 400 524S520 480 524 380C500 430 470 410 400 412S300 430 276 380Z M350 440Q400 470 450 440Q400 456 350 440Z",
                c.tone(hair, (276, 380, 524, 524)),
                width=3,
                fill_rule="evenodd",
            )
        c.path(
            "M330 560L400 640L470 560L500 572L420 700H380L300 572Z",
            c.tone(lighter(cloth, 0.5), (300, 560, 500, 700)),
            width=3,
        )
