"""Which function draws which kind of picture."""

from __future__ import annotations

from collections.abc import Callable

from demo.pictures.canvas import Canvas

Value = str | int | float


class Params:
    """The measures and colors of one picture, read with their defaults."""

    def __init__(self, values: dict[str, Value]) -> None:
        self._values = values

    def num(self, name: str, default: float) -> float:
        """Return a measure."""
        return float(self._values.get(name, default))

    def text(self, name: str, default: str) -> str:
        """Return a color or a word."""
        return str(self._values.get(name, default))


Drawing = Callable[[Canvas, Params], None]
KINDS: dict[str, Drawing] = {}
SIZES: dict[str, tuple[int, int]] = {}


def kind(name: str, width: int = 800, height: int = 800) -> Callable[[Drawing], Drawing]:
    """Register the drawing of a kind of picture and the size of its sheet."""

    def register(drawing: Drawing) -> Drawing:
        KINDS[name] = drawing
        SIZES[name] = (width, height)
        return drawing

    return register


def place(canvas: Canvas, name: str, transform: str, *, shadow: bool = True, **values: Value) -> None:
    """Draw another kind inside this picture, moved and scaled, without its dimension lines."""
    shown = canvas.with_dimensions, canvas.with_shadows
    canvas.with_dimensions, canvas.with_shadows = False, shadow and canvas.with_shadows
    with canvas.group(transform):
        KINDS[name](canvas, Params(values))
    canvas.with_dimensions, canvas.with_shadows = shown
