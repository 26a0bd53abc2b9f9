from typing import Any

from django.db.models.signals import post_migrate

from truso.platform.apps import ModuleConfig


class AuditConfig(ModuleConfig):
    name = "truso.platform.audit"
    label = "audit"

    def ready(self) -> None:
        super().ready()
        post_migrate.connect(_install, dispatch_uid="truso.audit")


def _install(sender: Any, using: str, **_: Any) -> None:
    # Django announces each app; the triggers want all tables, so they are made after the last one.
    from django.apps import apps

    from truso.platform.audit.triggers import install_triggers

    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if sender.name == last.name:
        install_triggers(using=using)
