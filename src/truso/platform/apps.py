"""The base of every module's app: finds its handlers and jobs when Django is ready."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule


class ModuleConfig(AppConfig):
    """An app whose `handlers` (of events) and `jobs` register themselves by being imported."""

    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        for name in ("handlers", "jobs"):
            if self.module and module_has_submodule(self.module, name):
                import_module(f"{self.name}.{name}")
