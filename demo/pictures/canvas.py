"""The drawing sheet: collects shapes, gradients and dimension lines and writes one SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from xml.sax.saxutils import escape, quoteattr

from demo.pictures import figures
from demo.pictures.palette import GROUND, INK, LINE, METALS, darker, lighter

STROKE = 4.0
THIN = 2.4
FIGURE = 25.0

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


class Canvas:
    """A sheet of a given size; `key` keeps its gradient ids apart from those of other sheets on a page."""

    def __init__(self, key: str, title: str, width: int = 800, height: int = 800) -> None:
        self.key, self.title, self.width, self.height = key, title, width, height
        self._defs: dict[str, str] = {}
        self._shapes: list[str] = []
        self.with_dimensions = True
        self.with_shadows = True

    def svg(self) -> str:
        """Return the finished picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" role="img" '
            f"aria-label={quoteattr(self.title)}><title>{escape(self.title)}</title>"
            f"<defs>{''.join(self._defs.values())}</defs>"
            f'<rect width="{self.width}" height="{self.height}" fill="{GROUND}"/>{"".join(self._shapes)}</svg>'
        )

    def bare(self) -> str:
        """Return the picture without a ground, for marks that stand on the page."""
        return self.svg().replace(f'<rect width="{self.width}" height="{self.height}" fill="{GROUND}"/>', "", 1)

    # Fills

    def gradient(self, stops: Sequence[tuple[float, str]], start: Point, end: Point) -> str:
        """Return a fill that runs from one point to the other."""
        inner = "".join(f'<stop offset="{offset:g}" stop-color="{color}"/>' for offset, color in stops)
        body = (
            f'x1="{number(start[0])}" y1="{number(start[1])}" x2="{number(end[0])}" y2="{number(end[1])}" '
            f'gradientUnits="userSpaceOnUse">{inner}</linearGradient>'
        )
        return self._fill("linearGradient", body)

    def bar(self, metal: str, start: float, end: float, *, upright: bool = True) -> str:
        """Return the fill of a round bar between two edges: upright bars are shaded across x, lying ones across y."""
        stops = METALS[metal]
        return self.gradient(stops, (start, 0), (end, 0)) if upright else self.gradient(stops, (0, start), (0, end))

    def tone(self, color: str, box: tuple[float, float, float, float], *, depth: float = 0.16) -> str:
        """Return a soft fill over a box (x1, y1, x2, y2): light at the upper left, deeper at the lower right."""
        stops = ((0, lighter(color, depth)), (0.45, color), (1, darker(color, depth)))
        return self.gradient(stops, (box[0], box[1]), (box[2], box[3]))

    def glow(self, stops: Sequence[tuple[float, str]], center: Point, radius: float) -> str:
        """Return a round fill from the center outward."""
        inner = "".join(f'<stop offset="{offset:g}" stop-color="{color}"/>' for offset, color in stops)
        body = (
            f'cx="{number(center[0])}" cy="{number(center[1])}" r="{number(radius)}" '
            f'gradientUnits="userSpaceOnUse">{inner}</radialGradient>'
        )
        return self._fill("radialGradient", body)

    def _fill(self, element: str, body: str) -> str:
        for name, known in self._defs.items():
            if known.endswith(body) and known.startswith(f"<{element}"):
                return f"url(#{name})"
        name = f"{self.key}g{len(self._defs)}"
        self._defs[name] = f'<{element} id="{name}" {body}'
        return f"url(#{name})"

    # Shapes

    def path(self, d: str, fill: str = "none", stroke: str = INK, width: float = STROKE, **more: str | float) -> None:
        """Draw a path with round joins; `more` holds further attributes (opacity, dash)."""
        self._add("path", {"d": d}, fill, (stroke, width), more)

    def rect(
        self, x: float, y: float, w: float, h: float, r: float = 0, fill: str = "none", **more: str | float
    ) -> None:
        """Draw a box with corners rounded by r; `stroke` and `width` as for paths."""
        pen = (str(more.pop("stroke", INK)), float(more.pop("width", STROKE)))
        shape = {"x": number(x), "y": number(y), "width": number(w), "height": number(h), "rx": number(r)}
        self._add("rect", shape, fill, pen, more)

    def ellipse(self, cx: float, cy: float, rx: float, ry: float, fill: str = "none", **more: str | float) -> None:
        """Draw an ellipse."""
        pen = (str(more.pop("stroke", INK)), float(more.pop("width", STROKE)))
        self._add("ellipse", {"cx": number(cx), "cy": number(cy), "rx": number(rx), "ry": number(ry)}, fill, pen, more)

    def circle(self, cx: float, cy: float, r: float, fill: str = "none", **more: str | float) -> None:
        """Draw a circle."""
        self.ellipse(cx, cy, r, r, fill, **more)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str = INK, width: float = THIN, **more: str | float
    ) -> None:
        """Draw a straight line."""
        self.path(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", "none", stroke, width, **more)

    def polygon(
        self, points: Sequence[Point], fill: str = "none", stroke: str = INK, width: float = STROKE, **more: str | float
    ) -> None:
        """Draw a closed shape through the points."""
        d = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"
        self.path(d, fill, stroke, width, **more)

    def shine(self, d: str, width: float = 8, opacity: float = 0.45) -> None:
        """Draw a highlight along a path."""
        self.path(d, "none", "#ffffff", width, opacity=opacity)

    def veil(self, d: str, color: str = "#0f1c1c", opacity: float = 0.12) -> None:
        """Lay a transparent shade over a closed path."""
        self.path(d, color, "none", 0, opacity=opacity)

    def shadow(self, cx: float, cy: float, rx: float, ry: float = 20) -> None:
        """Lay a soft shadow under an object."""
        if not self.with_shadows:
            return
        name = f"{self.key}sh"
        self._defs[name] = (
            f'<radialGradient id="{name}"><stop offset="0" stop-color="#1c2624" stop-opacity=".3"/>'
            '<stop offset=".55" stop-color="#1c2624" stop-opacity=".13"/>'
            '<stop offset="1" stop-color="#1c2624" stop-opacity="0"/></radialGradient>'
        )
        self._shapes.append(
            f'<ellipse cx="{number(cx)}" cy="{number(cy)}" rx="{number(rx)}" ry="{number(ry)}" fill="url(#{name})"/>'
        )

    def _add(
        self, element: str, shape: dict[str, str], fill: str, pen: tuple[str, float], more: dict[str, str | float]
    ) -> None:
        attributes = {**shape, "fill": fill}
        if pen[1] and pen[0] != "none":
            attributes |= {
                "stroke": pen[0], "stroke-width": f"{pen[1]:g}", "stroke-linejoin": "round", "stroke-linecap": "round",
            }  # fmt: skip
        attributes |= {
            name.replace("_", "-"): f"{value:g}" if isinstance(value, float) else str(value)
            for name, value in more.items()
        }
        self._shapes.append(f"<{element} " + " ".join(f'{name}="{value}"' for name, value in attributes.items()) + "/>")

    @contextmanager
    def group(self, transform: str = "", **more: str | float) -> Iterator[None]:
        """Draw what follows moved, turned or scaled."""
        attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
        self._shapes.append(f'<g transform="{transform}"{attributes}>' if transform else f"<g{attributes}>")
        yield
        self._shapes.append("</g>")

    @contextmanager
    def clip(self, d: str) -> Iterator[None]:
        """Draw what follows only inside a path."""
        name = f"{self.key}c{len(self._defs)}"
        self._defs[name] = f'<clipPath id="{name}"><path d="{d}"/></clipPath>'
        self._shapes.append(f'<g clip-path="url(#{name})">')
        yield
        self._shapes.append("</g>")

    # Dimension lines

    def figure(self, text: str, cx: float, cy: float, height: float = FIGURE) -> None:
        """Write a dimension figure centered on a point, clear of what lies under it."""
        if not self.with_dimensions:
            return
        wide = figures.width(text, height)
        self.rect(cx - wide / 2 - 7, cy - height / 2 - 6, wide + 14, height + 12, 4, GROUND, stroke="none", width=0)
        for transform, d in figures.strokes(text, cx - wide / 2, cy - height / 2, height):
            with self.group(transform):
                self.path(d, "none", INK, 1.15)

    def _arrow(self, x: float, y: float, dx: float, dy: float) -> None:
        long, half = 15.0, 4.2
        points = [(x, y), (x - dx * long - dy * half, y - dy * long + dx * half)]
        points.append((x - dx * long + dy * half, y - dy * long - dx * half))
        self.polygon(points, LINE, "none", 0)

    def dim_v(self, x: float, y1: float, y2: float, text: str, edge: float) -> None:
        """Draw an upright dimension line at x between two heights, with thin lines from the object's edge."""
        if not self.with_dimensions:
            return
        for y in (y1, y2):
            self.line(edge, y, x + (8 if x > edge else -8), y, LINE, 1.6)
        outside = abs(y2 - y1) < 46
        if outside:
            self.line(x, y1 - 34, x, y2 + 34, LINE, 1.8)
            self._arrow(x, y1, 0, 1)
            self._arrow(x, y2, 0, -1)
            shift = figures.width(text, FIGURE) / 2 + 16
            self.figure(text, x + (shift if x > edge else -shift), (y1 + y2) / 2)
        else:
            self.line(x, y1, x, y2, LINE, 1.8)
            self._arrow(x, y1, 0, -1)
            self._arrow(x, y2, 0, 1)
            self.figure(text, x, (y1 + y2) / 2)

    def dim_h(self, y: float, x1: float, x2: float, text: str, edge: float) -> None:
        """Draw a lying dimension line at y between two places, with thin lines from the object's edge."""
        if not self.with_dimensions:
            return
        for x in (x1, x2):
            self.line(x, edge, x, y + (8 if y > edge else -8), LINE, 1.6)
        wide = figures.width(text, FIGURE)
        below = 30 if y > edge else -30
        if x2 - x1 < wide + 64:
            if x2 - x1 < 40:
                self.line(x1 - 36, y, x2 + 36, y, LINE, 1.8)
                self._arrow(x1, y, 1, 0)
                self._arrow(x2, y, -1, 0)
            else:
                self.line(x1, y, x2, y, LINE, 1.8)
                self._arrow(x1, y, -1, 0)
                self._arrow(x2, y, 1, 0)
            self.figure(text, (x1 + x2) / 2, y + below)
        else:
            self.line(x1, y, x2, y, LINE, 1.8)
            self._arrow(x1, y, -1, 0)
            self._arrow(x2, y, 1, 0)
            self.figure(text, (x1 + x2) / 2, y)

    def center_line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw the dash-dot line of an axis (ISO 128)."""
        if self.with_dimensions:
            self.line(x1, y1, x2, y2, LINE, 1.4, stroke_dasharray="18 6 3 6")
