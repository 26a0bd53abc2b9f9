"""Writes to people."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import Group

from truso.modules.identity.models import Person


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
