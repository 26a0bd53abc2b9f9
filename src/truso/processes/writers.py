"""Who or what wrote something: a person by name, a program by its key, an import by its file, a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from truso.kernel.value import Value
from truso.modules.identity.models import ApiKey, Person
from truso.platform.imports.models import ImportRun


class Source(Value, frozen=True):
    """Who or what made a change: a person by name, a program's key, an import by its file, a plan by whoever made it; empty
    for the system.
    """

    name: str = ""
    kind: str = "system"
    import_uuid: UUID | None = None


def writers_of(actors: Sequence[Mapping[str, Any]]) -> list[Source]:
    """Return who each `actor` of the trail (`platform.database.transactions.Actor`) is, in their order; three queries at most."""
    people = {key for actor in actors if (key := actor.get("staff_id") or actor.get("person_id"))}
    keys = {key for actor in actors if (key := actor.get("api_key_id"))}
    runs = {run for actor in actors if (run := _run_of(actor))}
    names = {one.pk: str(one) for one in Person.objects.filter(pk__in=people)} if people else {}
    programs = dict(ApiKey.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}
    files = dict(ImportRun.objects.filter(uuid__in=runs).values_list("uuid", "file_name")) if runs else {}
    return [_source(actor, names, programs, files) for actor in actors]


def _source(
    actor: Mapping[str, Any], names: Mapping[int, str], programs: Mapping[int, str], files: Mapping[UUID, str]
) -> Source:
    if run := _run_of(actor):
        return Source(files.get(run, ""), "import", run if run in files else None)
    if key := actor.get("api_key_id"):
        return Source(programs.get(key, ""), "program")
    person = actor.get("staff_id") or actor.get("person_id")
    kind = "plan" if str(actor.get("label", "")).startswith("plan:") else "person"
    return Source(names.get(person, ""), kind) if person else Source()


def _run_of(actor: Mapping[str, Any]) -> UUID | None:
    kind, _colon, text = str(actor.get("label", "")).partition(":")
    try:
        return UUID(text) if kind == "import" else None
    except ValueError:
        return None
