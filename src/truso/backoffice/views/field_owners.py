"""Who alone writes which field: staff, a program, or the files of a supplier."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.import_page import target_choices
from truso.backoffice.pages import page
from truso.modules.identity.models import ApiKey
from truso.modules.identity.rules import Scope
from truso.platform.imports import find_target
from truso.platform.imports.models import ImportProfile
from truso.platform.imports.owners import STAFF, key_source, owners_of, profile_source, set_owners
from truso.processes.imports.rights import seen_by


@staff_screen("imports.view_fieldowner", "GET", "HEAD", "POST")
def field_owners(request: HttpRequest) -> HttpResponse:
    """Show the owner of every field of a kind of data; change them for those who may."""
    seen = seen_by(request.user)
    kind = request.POST.get("kind") or request.GET.get("kind", "")
    kind = kind if kind in seen else next(iter(seen), "")
    target = find_target(kind)
    can_change = request.user.has_perm("imports.change_fieldowner")
    problems: list[str] = []
    fields = [spec for spec in target.fields() if not spec.is_key] if target else []
    sources = sources_of(kind)
    if request.method == "POST":
        if not can_change or target is None:
            raise Http404
        before = owners_of(kind)
        wanted = {spec.code: request.POST.get(f"owner_{place}", "") for place, spec in enumerate(fields)}
        known = {code for code, _name in sources}
        changed = {
            field: source
            for field, source in wanted.items()
            if source != before.get(field, "") and (not source or source in known)
        }
        problems = act_once(request, lambda: set_owners(target=kind, owners=changed), done=_("The owners are saved."))
        if not problems:
            return redirect(f"{reverse('backoffice:field_owners')}?kind={kind}")
    owners = owners_of(kind)
    context = {
        "problems": problems,
        "can_change": can_change,
        "kind": kind,
        "kinds": [(code, name) for code, name in target_choices() if code in seen],
        "rows": [
            {"place": place, "label": str(spec.label), "group": str(spec.group), "owner": owners.get(spec.code, "")}
            for place, spec in enumerate(fields)
        ],
        "sources": sources,
    }
    trail: list[tuple[Any, str]] = [(_("Imports and exports"), "staff_imports:index")]
    return page(request, "field_owners.html", _("Owners of fields"), trail, context, status=422 if problems else 200)


def sources_of(kind: str) -> list[tuple[str, str]]:
    """Return who can own fields of a kind of data: (source, name)."""
    keys = ApiKey.objects.filter(scopes__contains=[Scope.DATA.value], revoked_at=None).order_by("name")
    profiles = ImportProfile.objects.filter(target=kind).order_by("name")
    return [
        (STAFF, _("Staff")),
        *((key_source(one.uuid), _("Program: %(name)s") % {"name": one.name}) for one in keys),
        *((profile_source(one.uuid), _("Files: %(name)s") % {"name": one.name}) for one in profiles),
    ]
