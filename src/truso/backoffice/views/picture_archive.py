"""Pictures of many articles at once, from a zip."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.pages import page
from truso.backoffice.refusals import words_of
from truso.kernel.refusals import Refusal, Refused
from truso.modules.catalog.picture_archives import MOST_ARCHIVE, ArchiveOutcome, add_pictures_by_name, read_archive


@staff_screen("catalog.change_product", "GET", "HEAD", "POST")
def picture_archive(request: HttpRequest) -> HttpResponse:
    """Take a zip of pictures named after article numbers, and tell what became of each."""
    problems: list[str] = []
    outcomes: list[ArchiveOutcome] = []
    if request.method == "POST":
        problems = _take(request, outcomes)
    outcome = outcomes[0] if outcomes and not problems else None
    context = {
        "problems": problems,
        "outcome": outcome,
        "refused": [(name, words_of(refusal)) for name, refusal in outcome.refused] if outcome else [],
    }
    trail = [(_("Products"), "staff_products:index")]
    title = _("Pictures by article number")
    return page(request, "picture_archive.html", title, trail, context, status=422 if problems else 200)


def _take(request: HttpRequest, outcomes: list[ArchiveOutcome]) -> list[str]:
    file = request.FILES.get("file")
    if file is None:
        return [words_of(Refusal("file_missing", subject="file"))]
    if (file.size or 0) > MOST_ARCHIVE:
        return [words_of(Refusal("file_too_large", {"most": MOST_ARCHIVE // (1024 * 1024)}, "file"))]
    try:
        files = read_archive(file.read())
    except Refused as refused:
        return [words_of(one) for one in refused.refusals]
    count = len(files)
    done = ngettext("%(count)s file is read.", "%(count)s files are read.", count) % {"count": count}
    return act_once(request, lambda: outcomes.append(add_pictures_by_name(files=files)), done=done)
