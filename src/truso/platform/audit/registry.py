"""Which tables are audited, and which only grow: declared on the models, installed as triggers after migrating."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.db import models

Model = TypeVar("Model", bound=type[models.Model])


@dataclass(frozen=True, slots=True)
class AuditRule:
    """Personal columns of a table and the column that names the person they belong to."""

    personal: tuple[str, ...] = ()
    person: str = ""
    ignored: tuple[str, ...] = ()


audited_models: dict[type[models.Model], AuditRule] = {}
append_only_models: dict[type[models.Model], tuple[str, ...]] = {}


def audited(
    *, personal: tuple[str, ...] = (), person: str = "", ignored: tuple[str, ...] = ()
) -> Callable[[Model], Model]:
    """Write every insert, change and delete of the table to the audit trail.

    Values of `personal` columns are kept apart, under the person named by the column `person`, and can be erased.
    `ignored` columns are derived values or secrets: they leave no trace.
    """

    def register(model: Model) -> Model:
        audited_models[model] = AuditRule(personal, person, ignored)
        return model

    return register


def append_only(*, but: tuple[str, ...] = ()) -> Callable[[Model], Model]:
    """Let the database refuse deletes of the table, and changes of all its columns `but` those named."""

    def register(model: Model) -> Model:
        append_only_models[model] = but
        return model

    return register
