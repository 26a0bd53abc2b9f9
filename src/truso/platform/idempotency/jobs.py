"""Registers the clean-up of old answers."""

from truso.platform.idempotency.operations import forget_old_answers

__all__ = ["forget_old_answers"]
