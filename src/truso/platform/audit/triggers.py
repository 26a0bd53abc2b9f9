"""The triggers behind the trail and behind the ledgers that only grow. Installed after every migration, idempotent."""

from __future__ import annotations

from typing import Any

from django.db import connections, models

from truso.platform.audit.registry import AuditRule, append_only_models, audited_models

# Arguments: personal columns, ignored columns (comma separated), column of the person's id, name of the key column.
AUDIT_FUNCTION = """
create or replace function truso_audit_{event}() returns trigger language plpgsql as $$
declare
    personal text[] := string_to_array(tg_argv[0], ',');
    ignored text[] := string_to_array(tg_argv[1], ',');
    person_column text := nullif(tg_argv[2], '');
    key_column text := tg_argv[3];
    actor jsonb := coalesce(nullif(current_setting('truso.actor', true), ''), '{{"label": "system"}}')::jsonb;
begin
    with images as materialized (
        {images}
    ), parted as materialized (
        select gen_random_uuid() as uid, gen_random_uuid() as salt, coalesce(b, a) ->> key_column as key,
               (coalesce(a, b) ->> person_column)::bigint as person, public, private
        from images, lateral (
            select jsonb_object_agg(name, pair) filter (where not name = any(personal)) as public,
                   jsonb_object_agg(name, pair) filter (where name = any(personal)) as private
            from ({changes}) as change(name, pair) where not name = any(ignored)
        ) as split where public is not null or private is not null
    ), kept as (
        insert into audit_auditpersonalvalue (entry_uid, person_id, salt, "values")
        select uid, person, salt, private from parted where private is not null
    )
    insert into audit_auditentry (uid, transaction, at, "table", "row", action, actor, changes)
    select uid, txid_current(), clock_timestamp(), tg_table_name, key, '{event}', actor,
           case when private is null then public
                else coalesce(public, '{{}}') || jsonb_build_object('~personal', jsonb_build_object(
                     'columns', (select jsonb_agg(name order by name) from jsonb_object_keys(private) as name),
                     'digest', encode(sha256(convert_to(salt::text || private::text, 'UTF8')), 'hex'))) end
    from parted;
    return null;
end $$;
"""

IMAGES = {
    "insert": "select null::jsonb as b, to_jsonb(new_rows) as a from new_rows",
    "delete": "select to_jsonb(old_rows) as b, null::jsonb as a from old_rows",
    "update": (
        "select o.b, n.a from (select to_jsonb(old_rows) as b from old_rows) o "
        "join (select to_jsonb(new_rows) as a from new_rows) n on o.b ->> key_column = n.a ->> key_column"
    ),
}
_CHANGED = (
    "select name, jsonb_build_array(b -> name, a -> name) from jsonb_object_keys(coalesce(a, b)) as name "
    "where (b -> name) is distinct from (a -> name) and coalesce(b -> name, a -> name) is not null"
)
CHANGES = {
    # What a new row has is read once: imports write rows by the hundred thousand.
    "insert": "select key, jsonb_build_array(null, value) from jsonb_each(a) where value <> 'null'",
    "delete": _CHANGED,
    "update": _CHANGED,
}
REFERENCING = {
    "insert": "referencing new table as new_rows",
    "delete": "referencing old table as old_rows",
    "update": "referencing old table as old_rows new table as new_rows",
}

APPEND_ONLY_FUNCTION = """
create or replace function truso_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(old) - string_to_array(tg_argv[0], ',') = to_jsonb(new) - string_to_array(tg_argv[0], ',') then
        return new;
    end if;
    raise exception '% only grows: correct it by a reversal', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
"""


def install_triggers(*, using: str = "default", **_: Any) -> None:
    """Create or replace the trail's functions and every table's triggers. Runs after each `migrate`."""
    with connections[using].cursor() as cursor:
        tables = set(connections[using].introspection.table_names(cursor))
        if "audit_auditentry" not in tables:
            return
        for event, images in IMAGES.items():
            cursor.execute(AUDIT_FUNCTION.format(event=event, images=images, changes=CHANGES[event]))
        cursor.execute(APPEND_ONLY_FUNCTION)
        for model, rule in audited_models.items():
            if model._meta.db_table in tables:
                cursor.execute(_audit_statements(model, rule))
        for model, but in append_only_models.items():
            if model._meta.db_table in tables:
                cursor.execute(_append_only_statement(model, but))


def _columns(model: type[models.Model], names: tuple[str, ...]) -> str:
    return ",".join(str(vars(model._meta.get_field(name))["column"]) for name in names)


def _audit_statements(model: type[models.Model], rule: AuditRule) -> str:
    person = _columns(model, (rule.person,)) if rule.person else ""
    arguments = ", ".join(
        f"'{value}'"
        for value in (_columns(model, rule.personal), _columns(model, rule.ignored), person, str(model._meta.pk.column))
    )
    return "".join(
        f'create or replace trigger truso_audit_{event} after {event} on "{model._meta.db_table}" '
        f"{REFERENCING[event]} for each statement execute function truso_audit_{event}({arguments});\n"
        for event in IMAGES
    )


def _append_only_statement(model: type[models.Model], but: tuple[str, ...]) -> str:
    return (
        f'create or replace trigger truso_append_only before update or delete on "{model._meta.db_table}" '
        f"for each row execute function truso_append_only('{_columns(model, but)}')"
    )
