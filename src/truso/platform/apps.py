"""The base of every module's app: finds its handlers and jobs when Django is ready."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule


class ModuleConfig(AppConfig):
    """An app whose `handlers` (of events) and `jobs` register themselves by being imported."""

    default_auto_field = "django.db.models.BigAutoField"
    # Django takes an app's configuration by itself only when it is the one in its file; this base stands in each.
    default = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.default = True

    def ready(self) -> None:
        for name in ("handlers", "jobs"):
            if self.module and module_has_submodule(self.module, name):
                import_module(f"{self.name}.{name}")
