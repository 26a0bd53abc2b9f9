"""What a member of staff may give or take: never more than they hold themselves."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _

from truso.backoffice.roles import ADMIN
from truso.modules.identity.models import Person


def _rights_of_groups(names: Iterable[str]) -> set[str]:
    rows = Permission.objects.filter(group__name__in=list(names)).values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in rows}


def granting_problems(actor: Person, person: Person | None, roles: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return, in words, why somebody may not bring a person's roles (of those `known`) to `roles`.

    Whoever has all rights may do everything. Others leave people with all rights alone, give and take only roles whose
    every right they hold, and keep their own administrator's role.
    """
    if actor.is_superuser:
        return []
    if person is not None and person.is_superuser:
        return [_("Only somebody with all rights can change this person.")]
    before = set(person.groups.values_list("name", flat=True)) & set(known) if person else set()
    after = set(roles)
    if person is not None and person.pk == actor.pk and ADMIN in before - after:
        return [_("You can't take the administrator's role from yourself.")]
    if _rights_of_groups(before ^ after) - actor.get_all_permissions():
        return [_("You can only give and take roles whose rights you have yourself.")]
    return []
