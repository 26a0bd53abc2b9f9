"""Bolts and machine screws: side view and head-on view to one scale, with dimension lines."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from demo.pictures.canvas import Canvas
from demo.pictures.figures import write_number
from demo.pictures.palette import GROUND, INK, LINE, METALS, darker
from demo.pictures.registry import Params, kind

AXIS = 262.0
TOP_VIEW = (606.0, 240.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the side view stands: px per mm, top of the head, and the share of its length a long bolt is shown with."""

    scale: float
    top: float
    share: float = 1.0

    def end(self, start: float, length: float) -> float:
        """Return where the bolt ends in px, `start` mm of head above its length."""
        return self.top + (start + length) * self.scale * self.share


def fit(height_mm: float, width_mm: float) -> Frame:
    """Return the scale at which both views have room; long bolts are shown shortened, with a break."""
    scale = min(560 / height_mm, 200 / width_mm)
    if scale * width_mm >= 104:
        return Frame(scale, 400 - height_mm * scale / 2)
    wide = 104 / width_mm
    return Frame(wide, 120, 560 / (height_mm * wide))


def break_mark(c: Canvas, x: float, y: float, half: float) -> None:
    """Draw the break of a shortened view across a bar."""
    d = f"M{x - half - 14} {y - 4}C{x - half * 0.4} {y - 20} {x + half * 0.4} {y + 12} {x + half + 14} {y - 4}"
    c.path(
        f"{d}V{y + 8}C{x + half * 0.4} {y + 24} {x - half * 0.4} {y - 8} {x - half - 14} {y + 8}Z", GROUND, "none", 0
    )
    c.path(d, "none", LINE, 2.2)
    c.path(
        f"M{x - half - 14} {y + 8}C{x - half * 0.4} {y - 8} {x + half * 0.4} {y + 24} {x + half + 14} {y + 8}",
        "none",
        LINE,
        2.2,
    )


def metal(p: Params) -> str:
    """Return the metal of a picture, zinc when not named."""
    name = p.text("finish", "zinc")
    return name if name in METALS else "zinc"


def face(c: Canvas, finish: str, cx: float, cy: float, r: float) -> str:
    """Return the fill of a flat round face seen head-on."""
    stops = METALS[finish]
    ramp = ((0, stops[2][1]), (0.5, stops[1][1]), (1, stops[3][1]))
    return c.gradient(ramp, (cx - r, cy - r), (cx + r, cy + r))


def shank(c: Canvas, x: float, y1: float, y2: float, d: float, finish: str) -> None:
    """Draw the plain part of a bolt."""
    c.rect(x - d / 2, y1, d, y2 - y1, 0, c.bar(finish, x - d / 2, x + d / 2))


def thread(
    c: Canvas, x: float, y1: float, y2: float, d: float, pitch: float, finish: str, *, point: float = 0.0
) -> None:
    """Draw an outside thread between two heights; `point` > 0 narrows the last stretch to a screw point of that length."""
    while pitch < 6.5:
        pitch *= 2
    count = max(2, round((y2 - y1) / pitch))
    pitch = (y2 - y1) / count
    depth = min(d * 0.11, pitch * 0.62)

    def half(y: float) -> float:
        left = y2 - y
        if point and left < point:
            return max(d / 2 * (left / point) ** 0.8, 0.6)
        if not point and left < pitch:
            return d / 2 - depth * (1 - left / pitch)
        return d / 2

    right = [(x + half(y1 + pitch * (i + 0.5)), y1 + pitch * (i + 0.5)) for i in range(count)]
    left = [(x - half(y1 + pitch * i), y1 + pitch * i) for i in range(count + 1)]
    right_root = [(x + max(half(y1 + pitch * i) - depth, 0.4), y1 + pitch * i) for i in range(count + 1)]
    left_root = [(x - max(half(y1 + pitch * (i + 0.5)) - depth, 0.4), y1 + pitch * (i + 0.5)) for i in range(count)]
    outline = [p for i in range(count) for p in (right_root[i], right[i])] + [right_root[count]]
    back = [p for i in range(count, 0, -1) for p in (left[i], left_root[i - 1])] + [left[0]]
    c.polygon(outline + back, c.bar(finish, x - d / 2, x + d / 2), width=3)
    dark, roots = METALS[finish][4][1], darker(METALS[finish][4][1], 0.35)
    crest = "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in zip(left, right, strict=False))
    root = "".join(
        f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in zip(left_root, right_root[1:], strict=False)
    )
    c.path(root, "none", roots, min(3.4, pitch * 0.22), opacity=0.85)
    c.path(crest, "none", dark, 1.3, opacity=0.7)


def hexagon(cx: float, cy: float, s: float, turn: float = 0.0) -> list[tuple[float, float]]:
    """Return the corners of a hexagon s across flats, two corners to the left and right when not turned."""
    e = s / sqrt(3)
    return [(cx + e * cos(turn + i * pi / 3), cy + e * sin(turn + i * pi / 3)) for i in range(6)]


def hex_side(c: Canvas, x: float, y: float, s: float, k: float, finish: str, *, chamfer_below: bool = False) -> None:
    """Draw a hexagon from the side (across corners), chamfered above and, for nuts, below."""
    e, stops = s * 2 / sqrt(3), METALS[finish]
    cut = min(k * 0.2, (e - s) * 0.75)
    low = cut if chamfer_below else 0.0
    left, right = x - e / 2, x + e / 2
    outline = [(left, y + cut), (x - s / 2 * 0.94, y), (x + s / 2 * 0.94, y), (right, y + cut), (right, y + k - low)]
    outline += [(x + s / 2 * 0.94, y + k), (x - s / 2 * 0.94, y + k)] if chamfer_below else [(right, y + k)]
    outline += [(left, y + k - low)]
    c.polygon(outline, stops[1][1])
    bounds = (left, x - e / 4, x + e / 4, right)
    ramps = ((stops[1][1], stops[2][1]), (stops[2][1], stops[3][1]), (stops[3][1], stops[4][1]))
    for a, b, ramp in zip(bounds, bounds[1:], ramps, strict=False):
        fill = c.gradient(((0, ramp[0]), (1, ramp[1])), (a, y), (b, y + k))
        d = f"M{a:.1f} {y + cut * 1.2:.1f}Q{(a + b) / 2:.1f} {y - cut * 0.35:.1f} {b:.1f} {y + cut * 1.2:.1f}V{y + k - low * 1.2:.1f}"
        d += f"Q{(a + b) / 2:.1f} {y + k + low * 0.35:.1f} {a:.1f} {y + k - low * 1.2:.1f}Z"
        c.path(d, fill, width=2.6)
    c.polygon(outline)


def hex_face(c: Canvas, cx: float, cy: float, s: float, finish: str) -> None:
    """Draw a hexagon head-on with the ring of its chamfer."""
    corners = hexagon(cx, cy, s)
    c.polygon(corners, face(c, finish, cx, cy, s * 0.62))
    c.circle(cx, cy, s * 0.475, face(c, finish, cx + s * 0.08, cy + s * 0.08, s * 0.5), width=2.6)
    c.shine(
        f"M{cx - s * 0.4:.1f} {cy - s * 0.08:.1f}A{s * 0.41:.1f} {s * 0.41:.1f} 0 0 1 {cx - s * 0.08:.1f} {cy - s * 0.4:.1f}",
        6,
    )


def recess(c: Canvas, cx: float, cy: float, size: float, drive: str) -> None:
    """Draw a drive seen head-on: hex, torx, pozi, phillips or slot; `size` in px across."""
    dark = c.glow(((0, "#20292b"), (0.7, "#39464a"), (1, "#57666b")), (cx, cy), size * 0.62)
    if drive == "hex":
        c.polygon(hexagon(cx, cy, size), dark, width=2.6)
    elif drive == "torx":
        points = []
        for i in range(48):
            angle = i * 2 * pi / 48
            radius = size / 2 * (0.86 + 0.14 * cos(6 * angle))
            points.append((cx + radius * cos(angle), cy + radius * sin(angle)))
        c.polygon(points, dark, width=2.6)
    elif drive == "slot":
        c.rect(cx - size * 0.85, cy - size * 0.1, size * 1.7, size * 0.2, 2, dark, width=2.6)
    else:
        a, b = size / 2, size * 0.13
        cross = [(-b, -a), (b, -a), (b * 1.15, -b * 1.15), (a, -b), (a, b), (b * 1.15, b * 1.15), (b, a), (-b, a)]
        cross += [(-b * 1.15, b * 1.15), (-a, b), (-a, -b), (-b * 1.15, -b * 1.15)]
        c.polygon([(cx + x, cy + y) for x, y in cross], dark, width=2.6)
        if drive == "pozi":
            for sx, sy in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
                c.line(cx + sx * b * 1.6, cy + sy * b * 1.6, cx + sx * a * 0.72, cy + sy * a * 0.72, INK, 2.4)


def dims(c: Canvas, f: Frame, p: Params, *, head: float, length_from: float) -> None:
    """Write d, l, k and the thread length beside a side view; `head` is the widest part in mm."""
    d, k, length = p.num("d", 8), p.num("k", 5.3), p.num("l", 40)
    y0 = f.top + length_from * f.scale
    end = f.end(length_from, length)
    half = d * f.scale / 2
    c.dim_v(AXIS - max(head * f.scale / 2, half) - 58, y0, end, write_number(length), AXIS - half - 6)
    if length_from:
        side = AXIS + head * f.scale / 2
        gap = 66 if k * f.scale >= 46 else 40
        c.dim_v(side + gap, f.top, f.top + k * f.scale, f"k {write_number(k)}", side + 6)
    c.dim_h(end + 44, AXIS - half, AXIS + half, f"M{write_number(d)}", end + 6)
    b = p.num("b", 0)
    if 0 < b < length:
        c.dim_v(AXIS + half + 70, end - b * f.scale * f.share, end, f"b {write_number(b)}", AXIS + half + 6)


def shank_and_thread(c: Canvas, f: Frame, p: Params, start: float, finish: str) -> None:
    """Draw everything below the head: plain shank down to the thread, when the thread does not run all the way."""
    d, length, b = p.num("d", 8), p.num("l", 40), p.num("b", 0)
    end = f.end(start, length)
    y0 = f.top + start * f.scale
    split = max(end - b * f.scale * f.share, y0) if 0 < b < length else y0
    if split > y0 + 2:
        shank(c, AXIS, y0, split, d * f.scale, finish)
    thread(c, AXIS, split, end, d * f.scale, p.num("P", 1.25) * f.scale, finish)
    if f.share < 1:
        break_mark(c, AXIS, (y0 + (split if split > y0 + 80 else end)) / 2, d * f.scale / 2)


@kind("hex_bolt")
def hex_bolt(c: Canvas, p: Params) -> None:
    """Draw a hexagon bolt (ISO 4014, ISO 4017)."""
    s, k, length = p.num("s", 13), p.num("k", 5.3), p.num("l", 40)
    finish, e = metal(p), s * 2 / sqrt(3)
    f = fit(k + length, e)
    c.shadow(AXIS + 12, f.end(k, length) + 10, e * f.scale * 0.42, 15)
    c.center_line(AXIS, f.top - 34, AXIS, f.end(k, length) + 24)
    shank_and_thread(c, f, p, k, finish)
    hex_side(c, AXIS, f.top, s * f.scale, k * f.scale, finish)
    dims(c, f, p, head=e, length_from=k)
    _head_on(c, f, s, finish, e)


def _head_on(c: Canvas, f: Frame, s: float, finish: str, e: float) -> None:
    cx, cy = TOP_VIEW[0], max(f.top + e * f.scale / 2, 190)
    c.shadow(cx + 10, cy + e * f.scale / 2 + 14, e * f.scale * 0.5, 14)
    hex_face(c, cx, cy, s * f.scale, finish)
    half = s * f.scale / 2
    c.center_line(cx - e * f.scale / 2 - 20, cy, cx + e * f.scale / 2 + 20, cy)
    c.dim_v(cx + e * f.scale / 2 + 46, cy - half, cy + half, f"s {write_number(s)}", cx + e * f.scale / 4)


@kind("socket_screw")
def socket_screw(c: Canvas, p: Params) -> None:
    """Draw a screw with an inner drive: head cylinder (ISO 4762), countersunk (ISO 10642), button (ISO 7380), pan (ISO 7045)."""
    head, dk, k = p.text("head", "cylinder"), p.num("dk", 13), p.num("k", 8)
    length, d, finish = p.num("l", 40), p.num("d", 8), metal(p)
    sunk = head == "countersunk"
    start = 0.0 if sunk else k
    f = fit(length + start, dk)
    c.shadow(AXIS + 12, f.end(start, length) + 10, dk * f.scale * 0.42, 15)
    c.center_line(AXIS, f.top - 34, AXIS, f.end(start, length) + 24)
    if sunk:
        _sunk_shank(c, f, p, finish)
    else:
        shank_and_thread(c, f, p, k, finish)
    _head(c, f, head, dk * f.scale, k * f.scale, d * f.scale, finish)
    dims(c, f, p, head=dk, length_from=start)
    cx, cy, r = TOP_VIEW[0] + 36, max(f.top + dk * f.scale / 2, 190), dk * f.scale / 2
    c.shadow(cx + 10, cy + r + 14, r, 14)
    c.circle(cx, cy, r, face(c, finish, cx, cy, r))
    c.circle(
        cx, cy, r * (0.86 if head != "countersunk" else 0.93), "none", stroke=METALS[finish][4][1], width=2, opacity=0.7
    )
    c.shine(
        f"M{cx - r * 0.75:.1f} {cy - r * 0.2:.1f}A{r * 0.78:.1f} {r * 0.78:.1f} 0 0 1 {cx - r * 0.2:.1f} {cy - r * 0.75:.1f}",
        6,
    )
    recess(c, cx, cy, p.num("s", 6) * f.scale, p.text("drive", "hex"))
    c.center_line(cx - r - 20, cy, cx + r + 20, cy)
    c.dim_h(cy + r + 50, cx - r, cx + r, f"ø {write_number(dk)}", cy + 8)


def _sunk_shank(c: Canvas, f: Frame, p: Params, finish: str) -> None:
    d, length, b = p.num("d", 8), p.num("l", 40), p.num("b", 0) or p.num("l", 40)
    y0, end = f.top + p.num("k", 4) * f.scale, f.end(0, length)
    split = max(y0, end - b * f.scale * f.share)
    if split > y0 + 2:
        shank(c, AXIS, y0, split, d * f.scale, finish)
    thread(c, AXIS, split, end, d * f.scale, p.num("P", 1.25) * f.scale, finish)
    if f.share < 1:
        break_mark(c, AXIS, (y0 + end) / 2, d * f.scale / 2)


def _head(c: Canvas, f: Frame, head: str, dk: float, k: float, d: float, finish: str) -> None:
    x, y, r = AXIS, f.top, dk / 2
    fill = c.bar(finish, x - r, x + r)
    if head == "cylinder":
        c.path(
            f"M{x - r} {y + k}V{y + k * 0.12}Q{x - r} {y} {x - r + k * 0.12} {y}H{x + r - k * 0.12}Q{x + r} {y} {x + r} {y + k * 0.12}V{y + k}Z",
            fill,
        )
        knurl = "".join(f"M{x - r * cos(i * pi / 26):.1f} {y + k * 0.16:.1f}V{y + k * 0.8:.1f}" for i in range(1, 26))
        c.path(knurl, "none", METALS[finish][4][1], 2, opacity=0.75)
        c.line(x - r, y + k * 0.16, x + r, y + k * 0.16, METALS[finish][4][1], 1.6)
    elif head == "countersunk":
        rim = k * 0.07
        c.polygon(
            [(x - r, y), (x + r, y), (x + r, y + rim), (x + d / 2, y + k), (x - d / 2, y + k), (x - r, y + rim)], fill
        )
        c.line(x - r, y + rim, x + r, y + rim, METALS[finish][4][1], 1.8)
        c.shine(f"M{x - r * 0.55} {y + k * 0.16}L{x - d * 0.2} {y + k * 0.85}", 6, 0.6)
    else:
        bend = 1.35 if head == "button" else 1.0
        side = k * (0.12 if head == "button" else 0.3)
        c.path(
            f"M{x - r} {y + k}V{y + k - side}C{x - r * 0.98} {y + k * 0.2 * bend} {x - r * 0.62} {y} {x - r * 0.4} {y}H{x + r * 0.4}C{x + r * 0.62} {y} {x + r * 0.98} {y + k * 0.2 * bend} {x + r} {y + k - side}V{y + k}Z",
            fill,
        )
        c.shine(f"M{x - r * 0.72} {y + k * 0.5}Q{x - r * 0.6} {y + k * 0.2} {x - r * 0.35} {y + k * 0.16}", 6, 0.6)


@kind("carriage_bolt")
def carriage_bolt(c: Canvas, p: Params) -> None:
    """Draw a carriage bolt with its square neck (DIN 603)."""
    dk, k, length, d, finish = p.num("dk", 20.65), p.num("k", 4.6), p.num("l", 60), p.num("d", 8), metal(p)
    f = fit(k + length, dk)
    c.shadow(AXIS + 12, f.end(k, length) + 10, dk * f.scale * 0.36, 15)
    c.center_line(AXIS, f.top - 34, AXIS, f.end(k, length) + 24)
    shank_and_thread(c, f, p, k, finish)
    neck = d * f.scale
    c.rect(AXIS - neck / 2, f.top + k * f.scale, neck, neck * 0.62, 2, c.bar(finish, AXIS - neck / 2, AXIS + neck / 2))
    r, y, kp = dk * f.scale / 2, f.top, k * f.scale
    c.path(
        f"M{AXIS - r} {y + kp}C{AXIS - r} {y + kp * 0.3} {AXIS - r * 0.5} {y} {AXIS} {y}S{AXIS + r} {y + kp * 0.3} {AXIS + r} {y + kp}Z",
        c.bar(finish, AXIS - r, AXIS + r),
    )
    dims(c, f, p, head=dk, length_from=k)
    cx, cy = TOP_VIEW[0] + 36, max(f.top + r, 190)
    c.shadow(cx + 10, cy + r + 14, r, 14)
    stops = METALS[finish]
    c.circle(
        cx,
        cy,
        r,
        c.glow(((0, stops[2][1]), (0.55, stops[1][1]), (1, stops[4][1])), (cx - r * 0.3, cy - r * 0.3), r * 1.35),
    )
    c.center_line(cx - r - 20, cy, cx + r + 20, cy)
    c.dim_h(cy + r + 50, cx - r, cx + r, f"ø {write_number(dk)}", cy + 8)


@kind("threaded_rod")
def threaded_rod(c: Canvas, p: Params) -> None:
    """Draw a threaded rod (DIN 975, DIN 976): a length of it with its section beside."""
    d, pitch, finish = p.num("d", 10), p.num("P", 1.5), metal(p)
    wide = 44 + d * 3.2
    scale = wide / d
    c.shadow(AXIS + 14, 720, wide * 0.7, 16)
    c.center_line(AXIS, 50, AXIS, 740)
    thread(c, AXIS, 80, 706, wide, pitch * scale, finish)
    cx, cy, r = TOP_VIEW[0], 250.0, wide * 0.9
    c.shadow(cx + 10, cy + r + 14, r, 14)
    c.circle(cx, cy, r, face(c, finish, cx, cy, r))
    c.circle(cx, cy, r * 0.84, "none", stroke=METALS[finish][4][1], width=2.4)
    c.center_line(cx - r - 24, cy, cx + r + 24, cy)
    c.center_line(cx, cy - r - 24, cx, cy + r + 24)
    c.dim_h(cy + r + 56, cx - r, cx + r, f"M{write_number(d)}", cy + 8)
    step = max(pitch * scale, 6.5)
    c.dim_v(AXIS + wide / 2 + 46, 360, 360 + step, f"P {write_number(pitch)}", AXIS + wide / 2 + 6)


@kind("set_screw")
def set_screw(c: Canvas, p: Params) -> None:
    """Draw a set screw with an inner hexagon and cup point (ISO 4029)."""
    d, length, finish = p.num("d", 8), p.num("l", 16), metal(p)
    scale = min(400 / length, 190 / d)
    top = 400 - length * scale / 2
    end, half = top + length * scale, d * scale / 2
    c.shadow(AXIS + 12, end + 12, half * 1.5, 15)
    c.center_line(AXIS, top - 34, AXIS, end + 24)
    thread(c, AXIS, top, end, d * scale, p.num("P", 1.25) * scale, finish)
    c.dim_v(AXIS - half - 58, top, end, write_number(length), AXIS - half - 6)
    c.dim_h(end + 48, AXIS - half, AXIS + half, f"M{write_number(d)}", end + 6)
    cx, cy = TOP_VIEW[0], max(top + half, 220)
    c.shadow(cx + 10, cy + half + 14, half, 14)
    c.circle(cx, cy, half, face(c, finish, cx, cy, half))
    c.circle(cx, cy, half * 0.86, "none", stroke=METALS[finish][2][1], width=2, opacity=0.7)
    recess(c, cx, cy, p.num("s", 4) * scale, "hex")
    c.center_line(cx - half - 20, cy, cx + half + 20, cy)
    c.dim_h(
        cy + half + 52,
        cx - p.num("s", 4) * scale / 2,
        cx + p.num("s", 4) * scale / 2,
        f"s {write_number(p.num('s', 4))}",
        cy + 8,
    )
