"""Tables know only tables below them, and every change of a model has its migration."""

from __future__ import annotations

import tomllib

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState
from django.db.models import Model

from tests.architecture.source import ROOT


def rows() -> dict[str, int]:
    """Return each module's row, the lowest first, from the import contract: one order for imports and tables."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one.get("containers") == ["truso.modules"])
    return {name.strip(" ()"): place for place, layer in enumerate(reversed(layers)) for name in layer.split("|")}


def module_of(model: type[Model]) -> str:
    parts = model.__module__.split(".")
    return parts[2] if parts[:2] == ["truso", "modules"] else ""


def test_foreign_keys_point_downward() -> None:
    order = rows()
    upward = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if field.auto_created or not isinstance(target, type) or not issubclass(target, Model):
                continue
            mine, theirs = module_of(model), module_of(target)
            if mine and theirs and mine != theirs and order[theirs] >= order[mine]:
                upward.append(f"{model._meta.label}.{field.name} → {target._meta.label}")
    assert upward == [], "Hold an upper record as a Reference (kind and UUID) instead of a key."


def test_only_modules_and_the_platform_have_tables() -> None:
    homeless = [
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("truso.") and model.__module__.split(".")[1] not in {"modules", "platform"}
    ]
    assert homeless == []


def test_nothing_below_points_at_people_by_a_key_that_hides_them() -> None:
    """Platform tables are written before any module's: they may name a person by id, never by a key."""
    keys = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("truso.platform.")
        for field in model._meta.get_fields()
        if not field.auto_created and isinstance(getattr(field, "related_model", None), type)
        if field.related_model.__module__.startswith("truso.modules.")  # type: ignore[union-attr]
    ]
    assert keys == []


def test_every_change_of_a_model_has_its_migration() -> None:
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(
        loader.project_state(), ProjectState.from_apps(apps), NonInteractiveMigrationQuestioner(specified_apps=set())
    )
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("truso.")}
    missing = {
        label: [str(operation) for migration in migrations for operation in migration.operations]
        for label, migrations in detector.changes(graph=loader.graph).items()
        if label in ours
    }
    assert missing == {}, "Run `django makemigrations`."
