"""Writes to people and their API keys."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import Group

from truso.kernel.refusals import NotFound, refuse
from truso.modules.identity.models import ApiKey, Person
from truso.modules.identity.queries import digest_of
from truso.modules.identity.rules import PREFIX, Scope
from truso.platform import clock

USE_NOTED_EVERY = timedelta(minutes=1)


def create_api_key(
    *,
    person: Person,
    name: str,
    scopes: Iterable[str],
    customer_uuid: UUID | None = None,
    expires_at: datetime | None = None,
) -> tuple[ApiKey, str]:
    """Make a key for a person and return it with its secret, which is shown this once and kept nowhere.

    `customer_uuid` binds the key to one hat; whether the person has that hat is the caller's to ask, and is asked
    again with every request. Refuses `field_required` without a name, `scope_unknown`, `scope_required`, and
    `expiry_past`.
    """
    wanted = list(dict.fromkeys(scopes))
    if not name.strip():
        raise refuse("field_required", "name")
    if not wanted:
        raise refuse("scope_required", "scopes")
    unknown = [scope for scope in wanted if scope not in set(Scope)]
    if unknown:
        raise refuse("scope_unknown", "scopes", found=unknown[0])
    if expires_at and expires_at <= clock.now():
        raise refuse("expiry_past", "expires_at")
    secret = PREFIX + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        name=name.strip()[:100],
        person=person,
        customer_uuid=customer_uuid,
        key_digest=digest_of(secret),
        prefix=secret[:12],
        scopes=wanted,
        created_at=clock.now(),
        expires_at=expires_at,
    )
    return key, secret


def revoke_api_key(*, person_id: int, uuid: UUID) -> None:
    """End one of a person's keys at once; ended before, nothing changes. Raises NotFound for unknown and foreign keys."""
    if not ApiKey.objects.filter(person_id=person_id, uuid=uuid).exists():
        raise NotFound("api key")
    ApiKey.objects.filter(uuid=uuid, revoked_at=None).update(revoked_at=clock.now())


def note_key_used(*, key: ApiKey) -> None:
    """Remember when a key was used, at most once a minute: reading must not cost a write each time."""
    now = clock.now()
    if key.last_used_at is None or key.last_used_at <= now - USE_NOTED_EVERY:
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=now)


def set_staff(
    *,
    person: Person | None,
    email: str,
    names: tuple[str, str],
    language: str,
    roles: Sequence[str],
    kept: Sequence[str] = (),
) -> Person:
    """Let a person work for the shop in roles (names of groups); without any, they no longer do.

    A new person has no password yet: they set one by "forgotten password". `kept` names groups beside the roles.
    """
    person = person or Person.objects.create_user(email)
    person.first_name, person.last_name = names
    person.language = language
    person.is_staff = bool(roles) or person.is_superuser
    person.save()
    person.groups.set(Group.objects.filter(name__in=[*roles, *kept]))
    return person
