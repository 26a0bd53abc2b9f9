"""Imports of any size: reading, runs, and what can be imported."""
