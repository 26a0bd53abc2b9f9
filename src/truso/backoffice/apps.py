from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class BackofficeConfig(AppConfig):
    """Staff screens inside Wagtail's shell. Its roles are written after migrating, when every permission exists."""

    name = "truso.backoffice"
    label = "backoffice"

    def ready(self) -> None:
        post_migrate.connect(_write_roles, dispatch_uid="truso.backoffice.roles")


def _write_roles(sender: Any, using: str, **_: Any) -> None:
    # Django announces each app; permissions of all of them are wanted, so the roles come with the last one.
    from django.apps import apps

    from truso.backoffice.roles import ensure_roles

    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if sender.name == last.name:
        ensure_roles(using=using)
