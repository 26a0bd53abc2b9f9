"""Django's entry to documents and mails."""

from __future__ import annotations

from django.apps import AppConfig


class OutputConfig(AppConfig):
    """Documents and mails."""

    name = "truso.modules.output"
    label = "output"
    verbose_name = "Documents and mails"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the jobs of this module known."""
        from truso.modules.output import jobs  # noqa: F401
