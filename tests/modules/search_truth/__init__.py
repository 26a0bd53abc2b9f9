"""Searches through the database against the same answers worked out in plain Python, one article at a time."""
