"""Requests that may be sent again: the first answer is kept and replayed."""
