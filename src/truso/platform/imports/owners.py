"""Who owns which field: a program or a supplier's file that must not overwrite what others look after, and the other way round."""

from __future__ import annotations

from collections.abc import Mapping

from truso.kernel.refusals import refuse
from truso.platform.imports.models import FieldOwner, ImportRun
from truso.platform.imports.targets import find_target

STAFF = "staff"


def key_source(uuid: object) -> str:
    """Return what a program's key is called as a source."""
    return f"key:{uuid}"


def profile_source(uuid: object) -> str:
    """Return what a mapping saved under a name is called as a source."""
    return f"profile:{uuid}"


def source_of(run: ImportRun) -> str:
    """Return whose values a file brings: its profile's, else those of the staff who brought it."""
    return profile_source(run.profile.uuid) if run.profile else STAFF


def owners_of(target: str) -> dict[str, str]:
    """Return the owner of each field of a kind of data that has one."""
    return dict(FieldOwner.objects.filter(target=target).values_list("field", "source"))


def of_others(target: str, source: str) -> dict[str, str]:
    """Return the fields that a source leaves alone, with their owners."""
    return {field: owner for field, owner in owners_of(target).items() if owner != source}


def set_owners(*, target: str, owners: Mapping[str, str]) -> None:
    """Say who owns fields of a kind of data; an empty source gives a field back to everybody.

    Refuses `import_target_unknown`, `import_field_unknown`, and `owner_of_key` for the field that names the record.
    """
    found = find_target(target)
    if found is None:
        raise refuse("import_target_unknown", "target", found=target)
    fields = {spec.code: spec for spec in found.fields()}
    for field, source in owners.items():
        if field not in fields:
            raise refuse("import_field_unknown", field, field=field)
        if fields[field].is_key and source:
            raise refuse("owner_of_key", field)
        if source:
            FieldOwner.objects.update_or_create(target=target, field=field, defaults={"source": source[:60]})
        else:
            FieldOwner.objects.filter(target=target, field=field).delete()
