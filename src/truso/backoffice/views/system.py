"""Jobs that failed, mails as they were sent, staff and their roles."""

from __future__ import annotations

import json
from typing import cast
from uuid import UUID

from django import forms
from django.contrib.auth.models import Group
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django.models import ProcrastinateJob

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.granting import granting_problems
from truso.backoffice.lists.customer_forms import language_choices
from truso.backoffice.lists.found import find_person
from truso.backoffice.lists.system import job_name, mail_state, mail_state_text
from truso.backoffice.pages import page
from truso.backoffice.roles import ADMIN, ROLES
from truso.modules.identity.models import Person
from truso.modules.identity.operations import set_staff
from truso.modules.identity.words import ROLE_NAMES, role_name
from truso.modules.output.operations import SECRET_TEMPLATES
from truso.modules.output.queries import get_mail
from truso.platform.jobs.failed import retry_job


@staff_screen("procrastinate.view_procrastinatejob")
def show_job(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a job: what it was asked for and what became of it."""
    job = ProcrastinateJob.objects.filter(pk=pk).first()
    if job is None:
        raise Http404
    context = {
        "job": job,
        "name": job_name(job),
        "args": json.dumps(job.args, indent=2, ensure_ascii=False),
        "events": list(job.procrastinateevent_set.order_by("id")[:50]),
    }
    return page(
        request, "job.html", _("Job %(number)s") % {"number": job.pk}, [(_("Jobs"), "staff_jobs:index")], context
    )


@staff_screen("procrastinate.change_procrastinatejob", "POST")
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a failed job run again."""
    if not ProcrastinateJob.objects.filter(pk=pk).exists():
        raise Http404
    tell(request, act_once(request, lambda: retry_job(job_id=pk), done=_("The job runs again.")))
    return redirect("backoffice:job", pk=pk)


@staff_screen("output.view_sentmail")
def show_mail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a mail as it was sent, in a frame that runs no script; one that lets its reader in, without its content."""
    mail = get_mail(uuid=uuid)
    context = {
        "mail": mail,
        "is_secret": mail.template in SECRET_TEMPLATES,
        "state": mail_state(mail),
        "state_text": mail_state_text(mail),
    }
    return page(request, "mail.html", mail.subject, [(_("Mails"), "staff_mails:index")], context)


class StaffForm(forms.Form):
    """Who a member of staff is, and in which roles they work."""

    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    first_name = forms.CharField(label=gettext_lazy("First name"), max_length=100, required=False)
    last_name = forms.CharField(label=gettext_lazy("Last name"), max_length=100, required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=language_choices)
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles"),
        choices=list(ROLE_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Without a role the person is no longer staff."),
    )


@staff_screen("auth.change_group")
def list_staff(request: HttpRequest) -> HttpResponse:
    """Show who works here, in which roles, and what each role may do."""
    people = Person.objects.filter(is_staff=True).prefetch_related("groups")
    rows = [{"person": person, "roles": [role_name(group.name) for group in person.groups.all()]} for person in people]
    roles = [
        {"name": ROLE_NAMES[name], "members": Group.objects.get(name=name).user_set.filter(is_active=True).count()}
        for name in (*ROLES, ADMIN)
    ]
    return page(request, "staff.html", _("Staff and roles"), [], {"rows": rows, "roles": roles})


@staff_screen("auth.change_group", "GET", "HEAD", "POST")
def edit_staff(request: HttpRequest, uuid: UUID | None = None) -> HttpResponse:
    """Let a person work here, change their roles, or let them go."""
    person = Person.objects.filter(uuid=uuid).first() if uuid else None
    if uuid and person is None:
        raise Http404
    initial = {}
    if person:
        initial = {
            "email": person.email,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "language": person.language,
            "roles": list(person.groups.values_list("name", flat=True)),
        }
    form = StaffForm(request.POST or None, initial=initial)
    form.fields["email"].disabled = person is not None
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        found = person or find_person(data["email"])
        problems = granting_problems(cast("Person", request.user), found, data["roles"], ROLE_NAMES) or act_once(
            request,
            lambda: set_staff(
                person=found,
                email=data["email"],
                names=(data["first_name"], data["last_name"]),
                language=data["language"],
                roles=data["roles"],
                kept=_other_groups(found),
            ),
            done=_("Saved."),
        )
        if not problems:
            return redirect("backoffice:staff")
    title = str(person) if person else _("New member of staff")
    context = {"form": form, "problems": problems, "person": person}
    status = 422 if problems or form.errors else 200
    return page(request, "staff_form.html", title, [(_("Staff and roles"), "backoffice:staff")], context, status)


def _other_groups(person: Person | None) -> list[str]:
    """Return the groups a merchant added that the person is in: they are kept."""
    if person is None:
        return []
    return [name for name in person.groups.values_list("name", flat=True) if name not in ROLE_NAMES]
