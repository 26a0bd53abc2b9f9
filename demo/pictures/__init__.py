"""Pictures of the demo shop: every one drawn from its specification, the same each time."""

from demo.pictures.draw import KINDS, draw, draw_mark, size_of

__all__ = ["KINDS", "draw", "draw_mark", "size_of"]
