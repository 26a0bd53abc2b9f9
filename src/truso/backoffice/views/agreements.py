"""Agreements as staff keep them: versions, sending and signing, files, what customers ask for, and the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.pages import page
from truso.kernel.period import read_day
from truso.kernel.refusals import refuse
from truso.modules.agreements.force import end_agreement, give_notice, put_in_force
from truso.modules.agreements.models import Agreement
from truso.modules.agreements.operations import add_file, lock_agreement, new_version, remove_file, take_back
from truso.modules.agreements.queries import versions_of
from truso.modules.agreements.wishes import wishes_of
from truso.modules.identity.models import Person
from truso.processes.agreements import agreement_document, answer_change, send_agreement

VIEW, CHANGE = "agreements.view_agreement", "agreements.change_agreement"
MOST_WISHES = 50


def _agreement(uuid: UUID) -> Agreement:
    found = (
        Agreement.objects.filter(uuid=uuid)
        .select_related(
            "customer__market", "price_list", "payment_term", "delivery_method", "assortment", "contact", "owner"
        )
        .first()
    )
    if found is None:
        raise Http404
    return found


@staff_screen(VIEW)
def show_agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a version of an agreement, with what can be done with it."""
    agreement = _agreement(uuid)
    steps = list(agreement.steps.all())
    people = list(agreement.people.select_related("person"))
    context = {
        "agreement": agreement,
        "versions": versions_of(agreement),
        "steps": steps,
        "names": Person.objects.in_bulk([one.person_id for one in steps if one.person_id is not None]),
        "orderers": [one.person for one in people if one.part == "orderer"],
        "receivers": [one.person for one in people if one.part == "receiver"],
        "files": list(agreement.files.all()),
        "wishes": list(wishes_of(agreement)[:MOST_WISHES]),
        "has_document": bool(agreement.sha256),
    }
    title = _("Agreement %(number)s") % {"number": agreement.number}
    return page(request, "agreement.html", title, [(_("Agreements"), "staff_agreements:index")], context)


def _act(request: HttpRequest, uuid: UUID, act: Callable[[], Any], done: str) -> HttpResponse:
    """Do something about a version, and go back to its page."""
    _agreement(uuid)
    tell(request, act_once(request, act, done=done))
    return redirect("backoffice:agreement", uuid=uuid)


@staff_screen(CHANGE, "POST")
def send(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Send a draft to be signed."""
    person = request.user.pk
    return _act(
        request,
        uuid,
        lambda: send_agreement(uuid=uuid, person_id=person),
        _("The agreement is sent; the customer is told."),
    )


@staff_screen(CHANGE, "POST")
def take_back_agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Make what was sent a draft again."""
    person = request.user.pk
    return _act(request, uuid, lambda: take_back(uuid=uuid, person_id=person), _("It is a draft again."))


@staff_screen(CHANGE, "POST")
def start_agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put a version in force that is signed elsewhere."""
    note, person = request.POST.get("note", "").strip()[:500], request.user.pk
    return _act(
        request,
        uuid,
        lambda: put_in_force(agreement=lock_agreement(uuid=uuid), person_id=person, note=note),
        _("The agreement is in force, or will be from its first day."),
    )


@staff_screen(CHANGE, "POST")
def stop_agreement(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Terminate an agreement that is in force: now, or with its notice."""
    reason, person = request.POST.get("reason", ""), request.user.pk
    typed = request.POST.get("valid_to", "").strip()
    day = read_day(typed)

    def act() -> None:
        agreement = lock_agreement(uuid=uuid)
        if request.POST.get("when") != "notice":
            end_agreement(agreement=agreement, person_id=person, reason=reason)
            return
        if typed and day is None:
            raise refuse("field_required", "valid_to")
        give_notice(agreement=agreement, on=day, person_id=person, reason=reason)

    done = _("Notice is given.") if request.POST.get("when") == "notice" else _("The agreement has ended.")
    return _act(request, uuid, act, done)


@staff_screen(CHANGE, "POST")
def next_version(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the next version of an agreement in force."""
    _agreement(uuid)
    made: list[Agreement] = []
    problems = act_once(
        request, lambda: made.append(new_version(uuid=uuid)), done=_("This is the draft of the next version.")
    )
    tell(request, problems)
    return redirect("backoffice:agreement", uuid=made[0].uuid if made else uuid)


@staff_screen(CHANGE, "POST")
def files(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add a file to a draft, or take one out."""
    file = request.FILES.get("file")

    def act() -> None:
        if request.POST.get("act") == "remove":
            remove_file(uuid=uuid, file=_uuid(request.POST.get("file_uuid", "")))
            return
        if file is None:
            raise refuse("file_missing", "file")
        add_file(uuid=uuid, title=request.POST.get("title", ""), name=file.name or "", content=file.read())

    return _act(request, uuid, act, _("Saved."))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as wrong:
        raise Http404 from wrong


@staff_screen(VIEW)
def document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the document of a version as it was sent."""
    agreement = _agreement(uuid)
    stored = agreement_document(agreement) if agreement.sha256 else None
    if stored is None:
        raise Http404
    return FileResponse(stored.content.open("rb"), filename=stored.filename)  # type: ignore[return-value]


@staff_screen(VIEW)
def file(request: HttpRequest, uuid: UUID, file: UUID) -> HttpResponse:
    """Return a file of an agreement."""
    found = _agreement(uuid).files.filter(uuid=file).first()
    if found is None:
        raise Http404
    return FileResponse(found.file.open("rb"), filename=f"{found.title}.pdf")  # type: ignore[return-value]


@staff_screen(CHANGE, "POST")
def answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Answer what a customer asked for."""
    chosen = request.POST.get("wish", "")
    wish = wishes_of(_agreement(uuid)).filter(pk=int(chosen) if chosen.isdigit() and len(chosen) < 18 else 0).first()

    def act() -> None:
        if wish is None:
            raise refuse("agreement_wish_answered")
        answer_change(
            uuid=wish.uuid,
            is_agreed=request.POST.get("decision") == "agree",
            answer=request.POST.get("answer", ""),
            person_id=request.user.pk or 0,
        )

    return _act(request, uuid, act, _("Answered; the customer is told."))
