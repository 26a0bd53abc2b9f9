"""What a digital article hands over: its files, and the store of its licence keys."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.kernel.refusals import Refusal
from truso.modules.catalog.models import Variant
from truso.modules.digital.models import DigitalFile, LicenceKey
from truso.modules.digital.operations import add_file, remove_files, void_key
from truso.modules.digital.queries import count_keys
from truso.processes.hand_over import store_keys

SHOWN = 100
MOST_FILES = 20
MOST_TEXT = 2_000_000
Act = tuple[Callable[[], object], str] | Refusal


@staff_screen("digital.view_digitalfile", "GET", "HEAD", "POST")
def digital(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an article's files and keys; add and take away for those who may."""
    variant = Variant.objects.filter(uuid=uuid).select_related("product").first()
    if variant is None:
        raise Http404
    problems: list[str] = []
    if request.method == "POST":
        act = _wanted(request, variant)
        problems = [words_of(act)] if isinstance(act, Refusal) else act_once(request, act[0], done=act[1])
        if not problems:
            return redirect("backoffice:digital", uuid=uuid)
    words = request.GET.get("q", "").strip()[:100]
    keys = LicenceKey.objects.filter(variant=variant).select_related("order_line__order", "added_by").order_by("-id")
    if words:
        keys = keys.filter(text__startswith=words) | keys.filter(order_line__order__number=words)
    shown = list(keys[: SHOWN + 1])
    context = {
        "variant": variant,
        "problems": problems,
        "files": list(DigitalFile.objects.filter(variant=variant, removed_at=None)),
        "counts": count_keys(variant),
        "keys": shown[:SHOWN],
        "has_more": len(shown) > SHOWN,
        "shown": SHOWN,
        "words": words,
        "typed": request.POST.get("keys", "")[:MOST_TEXT] if problems else "",
    }
    trail = [(_("Products"), "staff_products:index")]
    title = f"{variant.sku}: {_('Files and keys')}"
    return page(request, "digital.html", title, trail, context, status=422 if problems else 200)


def _wanted(request: HttpRequest, variant: Variant) -> Act:
    """Return what the button asks for, with the words for when it is done. Raises Http404 for those who may not."""
    data = request.POST
    if "void" in data:
        _require(request, "digital.change_licencekey")
        return lambda: void_key(uuid=_uuid(data["void"]), voided_by_id=request.user.pk), _(
            "The key is out of the store."
        )
    if "remove" in data:
        _require(request, "digital.delete_digitalfile")
        name = data["remove"]
        return lambda: remove_files(variant=variant, names=[name]), _("The file is taken away.")
    if "add_keys" in data:
        _require(request, "digital.add_licencekey")
        lines = data.get("keys", "")[:MOST_TEXT].splitlines()
        count = len({line.strip() for line in lines if line.strip()})
        done = ngettext("%(count)s key was read; new ones are in store.", "%(count)s keys were read; new ones are in store.", count)  # fmt: skip
        return lambda: store_keys(variant=variant, texts=lines, added_by_id=request.user.pk), done % {"count": count}
    _require(request, "digital.add_digitalfile")
    uploads, version = request.FILES.getlist("files")[:MOST_FILES], data.get("version", "")
    if not uploads:
        return Refusal("field_required", subject="file")

    def add() -> None:
        for upload in uploads:
            add_file(variant=variant, upload=upload, name=upload.name or "", version=version)

    return add, ngettext("The file is added.", "%(count)s files are added.", len(uploads)) % {"count": len(uploads)}


def _require(request: HttpRequest, right: str) -> None:
    if not request.user.has_perm(right):
        raise Http404


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as problem:
        raise Http404 from problem


@staff_screen("digital.view_digitalfile")
def digital_file(request: HttpRequest, uuid: UUID, file: UUID) -> FileResponse:
    """Hand out a file as a buyer gets it."""
    found = DigitalFile.objects.filter(uuid=file, variant__uuid=uuid).first()
    if found is None:
        raise Http404
    response = FileResponse(found.file.open("rb"), as_attachment=True, filename=found.name)
    response["Content-Type"] = "application/octet-stream"
    response["X-Content-Type-Options"] = "nosniff"
    return response
