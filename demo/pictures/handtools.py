"""Hand tools: handles in the maker's colors, blades in steel."""

from __future__ import annotations

from math import cos, pi, sin

from demo.pictures.bolts import hexagon, recess
from demo.pictures.canvas import Canvas
from demo.pictures.palette import AMBER, INK, LINGON, METALS, PINE, RUBBER, STEEL, WOOD, darker, lighter
from demo.pictures.registry import Params, kind


def grip(c: Canvas, y: float, x1: float, x2: float, half: float, color: str) -> None:
    """Draw a lying two-component screwdriver handle between x1 (butt) and x2 (ferrule)."""
    long = x2 - x1
    d = f"M{x1 + 20} {y - half * 0.82}C{x1 + long * 0.2} {y - half * 1.08} {x1 + long * 0.62} {y - half * 1.05} {x1 + long * 0.72} {y - half * 0.72}"
    d += f"C{x1 + long * 0.8} {y - half * 0.5} {x1 + long * 0.86} {y - half * 0.62} {x1 + long * 0.93} {y - half * 0.6}L{x2} {y - half * 0.36}V{y + half * 0.36}"
    d += f"L{x1 + long * 0.93} {y + half * 0.6}C{x1 + long * 0.86} {y + half * 0.62} {x1 + long * 0.8} {y + half * 0.5} {x1 + long * 0.72} {y + half * 0.72}"
    d += f"C{x1 + long * 0.62} {y + half * 1.05} {x1 + long * 0.2} {y + half * 1.08} {x1 + 20} {y + half * 0.82}Q{x1} {y + half * 0.7} {x1} {y}T{x1 + 20} {y - half * 0.82}Z"
    fill = c.gradient(
        ((0, lighter(color, 0.28)), (0.45, color), (1, darker(color, 0.34))), (0, y - half), (0, y + half)
    )
    c.path(d, fill)
    dark = c.gradient(((0, "#55605f"), (0.4, RUBBER), (1, "#1b2223")), (0, y - half), (0, y + half))
    for share in (-0.52, 0.06, 0.5):
        top = y + half * share - half * 0.12
        c.path(
            f"M{x1 + long * 0.14} {top}C{x1 + long * 0.3} {top - 6} {x1 + long * 0.55} {top - 5} {x1 + long * 0.66} {top + 4}V{top + half * 0.2}C{x1 + long * 0.5} {top + half * 0.24} {x1 + long * 0.3} {top + half * 0.26} {x1 + long * 0.14} {top + half * 0.22}Z",
            dark,
            "none",
            0,
        )
    c.path(d)
    c.shine(
        f"M{x1 + long * 0.1} {y - half * 0.76}C{x1 + long * 0.3} {y - half * 0.9} {x1 + long * 0.5} {y - half * 0.88} {x1 + long * 0.64} {y - half * 0.7}",
        7,
    )


@kind("screwdriver")
def screwdriver(c: Canvas, p: Params) -> None:
    """Draw a screwdriver lying aslant; the tip is shown head-on beside."""
    color, tip, length, size = p.text("color", LINGON), p.text("tip", "phillips"), p.num("l", 100), p.num("size", 6)
    blade = 130 + min(length, 250) * 0.95
    half = 8 + size * 1.5
    insulated = p.text("insulated", "no") == "yes"
    total = 250 + blade
    c.shadow(400, 650, 290, 22)
    with c.group(f"translate(390 390) rotate(-38) scale({min(1.5, 700 / total):.3f}) translate({-total / 2} 0)"):
        fill = c.bar("zinc", -half, half, upright=False)
        if tip == "slot":
            d = f"M246 {-half}H{246 + blade - 60}C{246 + blade - 40} {-half * 1.5} {246 + blade - 20} {-half * 1.5} {246 + blade} {-half * 1.3}V{half * 1.3}C{246 + blade - 20} {half * 1.5} {246 + blade - 40} {half * 1.5} {246 + blade - 60} {half}H246Z"
        else:
            d = f"M246 {-half}H{246 + blade - 34}L{246 + blade - 6} {-half * 0.3}Q{246 + blade} 0 {246 + blade - 6} {half * 0.3}L{246 + blade - 34} {half}H246Z"
        c.path(d, fill)
        if insulated:
            sleeve = c.gradient(
                ((0, lighter(color, 0.3)), (0.5, color), (1, darker(color, 0.3))), (0, -half - 5), (0, half + 5)
            )
            c.rect(240, -half - 5, blade - 50, 2 * half + 10, 6, sleeve)
        elif tip != "slot":
            c.path(
                f"M{246 + blade - 62} {-half + 2}V{half - 2}M{246 + blade - 30} {-half * 0.4}L{246 + blade - 12} 0L{246 + blade - 30} {half * 0.4}",
                "none",
                INK,
                2.4,
            )
        grip(c, 0, 0, 258, 50, color)
    cx, cy = 640, 560
    if c.with_dimensions:
        c.circle(cx, cy, 58, "#ffffff", width=2.4)
        recess(c, cx, cy, 34 + size * 2.6, tip)


@kind("hex_key")
def hex_key(c: Canvas, p: Params) -> None:
    """Draw a hexagon key, or a folded fan of keys when `count` is more than one."""
    size, count = p.num("s", 6), int(p.num("count", 1))
    if count == 1:
        wide = 16 + size * 3.4
        d = f"M190 250H540Q{600} 250 {600} 310V{480}V{640}"
        c.shadow(420, 690, 250, 20)
        ramp = METALS["black"]
        c.path(d, "none", INK, wide + 8)
        c.path(d, "none", ramp[3][1], wide)
        c.path(
            d.replace("M190 250", f"M190 {250 - wide * 0.25}").replace(f"{250}H540", f"{250}H540"),
            "none",
            ramp[2][1],
            wide * 0.22,
            opacity=0.75,
        )
        c.polygon(hexagon(300, 490, wide * 1.9, pi / 6), c.tone(ramp[1][1], (240, 430, 360, 550)))
        c.figure(f"{size:g}".replace(".", ","), 300, 600)
        return
    c.shadow(400, 690, 250, 20)
    for i in range(count):
        wide = 12 + 22 * (count - i) / count
        y, end = 190 + i * 52, 600 - i * 44
        d = f"M210 {y}H{end}q26 0 26 26v{58 + 8 * (count - i)}"
        c.path(d, "none", INK, wide + 7)
        c.path(d, "none", METALS["zinc"][3][1], wide)
        c.path(f"M210 {y - wide * 0.2}H{end}", "none", METALS["zinc"][2][1], wide * 0.26)
    c.rect(180, 156, 84, 52 * count + 16, 14, c.tone(p.text("color", PINE), (180, 156, 264, 600)))
    c.shine("M198 178V420", 7)


def _ring(cx: float, cy: float, r: float, points: int) -> str:
    steps = [
        (cx + r * (1 if i % 2 else 0.9) * cos(i * pi / points), cy + r * (1 if i % 2 else 0.9) * sin(i * pi / points))
        for i in range(2 * points)
    ]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in steps) + "Z"


@kind("spanner")
def spanner(c: Canvas, p: Params) -> None:
    """Draw a combination spanner of a given width across flats."""
    size = p.num("s", 13)
    jaw = 44 + size * 1.75
    long = 330 + size * 9
    c.shadow(410, 640, 280, 22)
    with c.group(f"translate(400 400) rotate(-42) scale({min(1.25, 720 / (long + jaw * 2)):.3f})"):
        a, b, neck = -long / 2, long / 2, jaw * 0.36
        body = c.gradient(((0, "#eef2f3"), (0.35, "#d4dbde"), (0.7, "#aab5ba"), (1, "#87949a")), (0, -jaw), (0, jaw))
        c.path(
            f"M{a + jaw * 0.7} {-neck * 1.25}C{a + jaw * 1.3} {-neck * 0.8} {b - jaw * 1.4} {-neck * 0.8} {b - jaw * 0.7} {-neck}V{neck}C{b - jaw * 1.4} {neck * 0.8} {a + jaw * 1.3} {neck * 0.8} {a + jaw * 0.7} {neck * 1.25}Z",
            body,
        )
        c.circle(b, 0, jaw * 0.88, body)
        c.path(_ring(b, 0, jaw * 0.56, 12), "#f7f5f1")
        with c.group(f"translate({a} 0) rotate(15)"):
            gap = jaw * 0.5
            d = f"M{jaw * 0.62} {-neck * 1.5}C{jaw * 0.5} {-jaw * 0.95} {-jaw * 0.2} {-jaw * 1.14} {-jaw * 0.74} {-jaw * 0.86}L{-jaw * 0.98} {-gap}H{-jaw * 0.12}L{jaw * 0.2} {-gap * 0.42}V{gap * 0.42}L{-jaw * 0.12} {gap}H{-jaw * 0.98}L{-jaw * 0.74} {jaw * 0.86}C{-jaw * 0.2} {jaw * 1.14} {jaw * 0.5} {jaw * 0.95} {jaw * 0.62} {neck * 1.5}Z"
            c.path(d, body)
        c.path(
            f"M{a + jaw * 0.72} {-neck * 1.2}C{a + jaw * 0.86} {-neck} {a + jaw * 0.86} {neck} {a + jaw * 0.72} {neck * 1.2}",
            body,
            "none",
            0,
        )
        c.rect(
            a + jaw * 1.5,
            -neck * 0.42,
            max(20, long - jaw * 3.1),
            neck * 0.84,
            neck * 0.4,
            "#b9c4c9",
            stroke="#8f9ca2",
            width=2,
        )
        c.shine(f"M{a + jaw * 1.1} {-neck * 0.74}H{b - jaw * 1.2}", 5, 0.8)
    c.figure(f"{size:g}", 560, 610)


@kind("adjustable_wrench")
def adjustable_wrench(c: Canvas, p: Params) -> None:
    """Draw an adjustable wrench with a soft grip."""
    color = p.text("color", LINGON)
    c.shadow(420, 640, 260, 22)
    with c.group("translate(400 410) rotate(-45)"):
        body = c.gradient(((0, "#eef2f3"), (0.4, "#cdd6d9"), (1, "#8a979d")), (0, -110), (0, 110))
        c.path(
            "M-330 -34Q-356 0 -330 34L90 46C130 56 150 90 176 104H262L230 40H172V-34H336Q352 -34 344 -54C322 -112 262 -150 196 -138C140 -130 132 -70 104 -46Z",
            body,
        )
        c.path("M184 14H330Q342 14 336 28L300 74L262 104H190Z", body)
        c.rect(132, 46, 54, 44, 6, "#d9b46a")
        c.path("M142 46V90M153 46V90M164 46V90M175 46V90", "none", "#6e5120", 2.4)
        c.path(
            "M-336 -42Q-366 0 -336 42L-20 52Q0 0 -20 -52Z",
            c.gradient(((0, lighter(color)), (0.5, color), (1, darker(color, 0.35))), (0, -50), (0, 50)),
        )
        c.path("M-290 -20H-70M-290 0H-64M-290 20H-70", "none", darker(color, 0.45), 6)
        c.circle(-304, 0, 12, "#f7f5f1")
        c.shine("M20 -30L96 -34C130 -60 140 -104 180 -116", 7, 0.8)


@kind("pliers")
def pliers(c: Canvas, p: Params) -> None:
    """Draw pliers: combination, cutter, needle or pump."""
    style, color = p.text("style", "combination"), p.text("color", LINGON)
    steel = c.gradient(((0, "#e6ebed"), (0.45, "#bcc6ca"), (1, "#7d8a90")), (300, 100), (500, 420))
    handle = c.gradient(((0, lighter(color)), (0.5, color), (1, darker(color, 0.35))), (260, 400), (540, 700))
    c.shadow(400, 728, 190, 20)
    jaws = {
        "combination": "M398 338C366 320 330 290 338 236L352 100Q358 80 392 80L398 84V330Z",
        "cutter": "M398 338C340 330 300 290 316 236C326 200 360 176 394 168L398 176V330Z",
        "needle": "M398 338C362 320 344 290 352 236L384 70Q388 58 396 60L398 66V330Z",
        "pump": "M398 370C346 350 326 300 334 240L344 140Q350 96 384 88H398V176Q366 196 368 232Q370 264 398 278V330Z",
    }[style]
    for side in (1, -1):
        with c.group(f"translate({0 if side == 1 else 800} 0) scale({side} 1)"):
            leg = "M352 300C330 350 352 400 348 440C336 520 282 560 268 680Q266 716 296 716Q322 716 326 684C338 580 400 520 412 430C418 390 436 350 420 320Z"
            c.path(leg, steel)
            c.path(
                "M346 446C334 520 282 560 266 680Q264 724 297 724Q328 724 332 686C344 590 398 528 410 448Q380 428 346 446Z",
                handle,
            )
            c.shine("M338 480C322 560 296 590 286 672", 8, 0.4)
            c.path(jaws, steel)
    if style == "combination":
        c.path("M384 104H416M384 118H416M384 132H416M384 146H416M384 160H416M384 174H416", "none", INK, 2.6)
        c.ellipse(400, 214, 15, 26, "#f7f5f1", width=3)
    if style in {"combination", "cutter"}:
        c.path("M400 180V262" if style == "cutter" else "M400 246V296", "none", INK, 3.2)
    if style == "pump":
        c.path("M382 112H418M380 128H420M380 144H420M380 160H420", "none", INK, 2.6)
    c.circle(400, 352 if style != "pump" else 380, 34, c.tone(STEEL, (366, 318, 434, 386), depth=0.3))
    c.circle(400, 352 if style != "pump" else 380, 12, "#7d8a90", width=2.6)


@kind("hammer")
def hammer(c: Canvas, p: Params) -> None:
    """Draw a hammer: claw, club (sledge) or mallet, with a wooden or a fiber handle."""
    style, color = p.text("style", "claw"), p.text("color", LINGON)
    wood = p.text("handle", "fiber") == "wood"
    c.shadow(400, 742, 170, 18)
    with c.group("rotate(14 400 400)"):
        shaft = "M372 230C372 400 364 520 356 690Q356 732 400 732T444 690C436 520 428 400 428 230Z"
        base = WOOD if wood else color
        c.path(shaft, c.gradient(((0, lighter(base, 0.3)), (0.45, base), (1, darker(base, 0.3))), (356, 0), (444, 0)))
        if wood:
            c.path(
                "M388 300C386 420 380 560 376 690M412 320C414 420 416 560 420 700",
                "none",
                darker(WOOD, 0.25),
                2.4,
                opacity=0.7,
            )
        else:
            c.path(
                "M366 470L354 690Q354 736 400 736T446 690L434 470Q400 452 366 470Z",
                c.gradient(((0, "#5a6564"), (0.4, RUBBER), (1, "#1b2223")), (354, 0), (446, 0)),
            )
            c.path("M376 520H424M374 552H426M372 584H428M370 616H430M368 648H432", "none", "#8a9694", 4, opacity=0.7)
        steel = c.gradient(((0, "#6d7a80"), (0.3, "#d9e0e3"), (0.55, "#a9b4b9"), (1, "#56636a")), (0, 110), (0, 260))
        if style == "claw":
            c.path(
                "M352 150H450C470 150 474 138 500 136H548Q560 136 560 150V226Q560 240 548 240H500C474 238 470 226 450 226H360C320 224 270 232 216 292C206 300 200 290 204 280C226 206 280 150 352 150Z",
                steel,
            )
            c.path("M540 136V240M352 150C356 176 356 200 360 226", "none", INK, 3)
        elif style == "club":
            c.path(
                "M236 126H296L316 140H484L504 126H564Q576 126 576 140V244Q576 258 564 258H504L484 244H316L296 258H236Q224 258 224 244V140Q224 126 236 126Z",
                steel,
            )
            c.path("M250 126V258M550 126V258", "none", INK, 3)
        else:
            head = c.gradient(((0, "#59646a"), (0.3, "#39444a"), (1, "#171d20")), (0, 90), (0, 290))
            c.rect(214, 96, 372, 190, 26, head)
            c.rect(214, 96, 52, 190, 26, "#454f54", stroke="none", width=0)
            c.rect(214, 96, 372, 190, 26)
        c.shine("M320 166H446" if style == "claw" else "M330 156H470", 8, 0.5)
        c.rect(376, {"claw": 134, "club": 124, "mallet": 80}[style], 48, 20, 6, c.tone(base, (376, 100, 424, 130)))


@kind("handsaw")
def handsaw(c: Canvas, p: Params) -> None:
    """Draw a handsaw with a toothed blade."""
    color = p.text("color", AMBER)
    c.shadow(400, 640, 320, 22)
    with c.group("rotate(-24 400 400)"):
        blade = c.gradient(((0, "#f0f3f4"), (0.5, "#cfd7da"), (1, "#a4afb4")), (0, 320), (0, 500))
        teeth = "".join(f"l{-7.1:.1f} 14l{-7.1:.1f} -14" for _ in range(36))
        c.path(f"M236 320L760 392V440L748 470{teeth}L236 500Z", blade, width=3.4)
        c.shine("M250 336L740 402", 6, 0.9)
        handle = c.gradient(((0, lighter(color)), (0.5, color), (1, darker(color, 0.3))), (40, 300), (260, 540))
        c.path(
            "M262 306L262 510C230 540 180 560 140 556C80 550 42 520 46 470C50 420 40 390 60 340C76 300 130 290 170 300C210 312 240 300 262 306Z M110 370C96 400 104 450 120 486C140 508 180 500 204 482V364C180 344 130 346 110 370Z",
            handle,
            fill_rule="evenodd",
        )
        c.shine("M72 380C80 340 110 322 160 326", 8, 0.5)
        for y in (340, 474):
            c.circle(238, y, 11, "#d6dde0", width=3)


@kind("knife")
def knife(c: Canvas, p: Params) -> None:
    """Draw a snap-off utility knife."""
    color = p.text("color", AMBER)
    c.shadow(400, 600, 280, 20)
    with c.group("rotate(-32 400 400)"):
        c.path("M560 372H724L752 428H560Z", c.gradient(((0, "#f4f6f7"), (1, "#aab5ba")), (0, 372), (0, 428)))
        c.path("M600 372L616 428M640 372L656 428M680 372L696 428", "none", INK, 2.4)
        body = c.gradient(((0, lighter(color)), (0.5, color), (1, darker(color, 0.3))), (0, 340), (0, 460))
        c.path("M70 392Q60 350 110 350L560 356Q590 360 600 376V430Q590 446 560 448L130 460Q80 460 70 392Z", body)
        c.path("M180 382H590V418H180Z", "#39444a")
        c.rect(330, 366, 116, 66, 14, c.gradient(((0, "#5a6564"), (1, "#20282a")), (0, 366), (0, 432)))
        c.path("M352 378V420M370 378V420M388 378V420M406 378V420M424 378V420", "none", "#97a3a3", 4)
        c.shine("M120 366L540 370", 6, 0.5)


@kind("socket_set")
def socket_set(c: Canvas, p: Params) -> None:
    """Draw an open case with a ratchet and sockets, or with bits when `content` says so."""
    color, content = p.text("color", PINE), p.text("content", "sockets")
    c.shadow(400, 668, 340, 26)
    c.rect(90, 220, 620, 420, 26, c.tone(darker(color, 0.25), (90, 220, 710, 640)))
    c.rect(116, 246, 568, 368, 14, c.gradient(((0, "#333c3e"), (1, "#22292b")), (0, 246), (0, 614)))
    c.rect(340, 636, 120, 24, 10, "#2b3335")
    if content == "bits":
        for row in range(3):
            for i in range(10):
                x, y = 146 + i * 52, 286 + row * 106
                c.rect(x, y, 26, 60, 4, c.bar("zinc", x, x + 26), width=2.6)
                c.path(f"M{x + 4} {y}L{x + 13} {y - 18}L{x + 22} {y}Z", c.bar("black", x + 4, x + 22), width=2.4)
                c.rect(x, y + 34, 26, 10, 0, (LINGON, AMBER, color)[row], stroke="none", width=0)
        return
    for row, (count, r, y) in enumerate(((8, 24, 300), (6, 33, 382))):
        for i in range(count):
            x, size = 156 + i * (62 if row == 0 else 84), r * (0.72 + 0.28 * i / count)
            c.circle(
                x,
                y,
                size,
                c.glow(((0, "#aeb8bc"), (0.6, "#eef1f2"), (1, "#8d999e")), (x - 4, y - 4), size * 1.2),
                width=2.8,
            )
            c.polygon(hexagon(x, y, size * 1.05), "#222a2c", width=2.2)
    fill = c.bar("zinc", 466, 560, upright=False)
    c.path(
        "M150 500Q150 470 190 474L470 488C500 460 560 462 574 512C582 562 510 580 478 544L190 552Q150 556 150 500Z",
        fill,
    )
    c.path(
        "M152 500Q152 470 190 476L330 482V546L190 550Q152 552 152 500Z",
        c.gradient(((0, lighter(color)), (1, darker(color, 0.3))), (0, 470), (0, 556)),
    )
    c.circle(524, 516, 26, "#8d999e", width=3)
    c.rect(514, 506, 20, 20, 2, "#e7ebed", width=2.4)
