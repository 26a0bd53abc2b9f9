"""Gapless document numbers."""
