"""The library of documents: put files in, say what they are, what they belong to and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.lists.found import customer_ids
from truso.backoffice.pages import page, pdf
from truso.backoffice.refusals import words_of
from truso.backoffice.times import staff_today
from truso.kernel.identifiers import normalize_code, slugify
from truso.kernel.refusals import Refusal, refuse
from truso.modules.catalog.documents import (
    DocumentData,
    Links,
    add_document,
    change_document,
    link_documents,
    remove_document,
    replace_file,
    unlink_documents,
)
from truso.modules.catalog.models import Brand, Category, Document, DocumentText, Family, Product, Variant
from truso.modules.catalog.uploads import MOST_BYTES
from truso.modules.customers.models import Customer
from truso.modules.orders.models import Order
from truso.processes.document_bundles import ZIP, Bundle, files_of_order, files_of_product

MOST_FILES = 20
KINDS = ("product", "family", "brand", "category")
Act = tuple[Callable[[], Any], str]


@staff_screen("catalog.add_document", "GET", "HEAD", "POST")
def new_documents(request: HttpRequest) -> HttpResponse:
    """Put one or several files into the library, all of one kind."""
    problems: list[str] = []
    if request.method == "POST":
        files = request.FILES.getlist("file")[: MOST_FILES + 1]
        problems = act_once(request, lambda: _add(request, files), done=_("The documents are added."))
        if not problems:
            return redirect("staff_library:index")
    context = {"typed": request.POST if problems else {}, "problems": problems, "most": MOST_FILES, **_choices()}
    status = 422 if problems else 200
    return page(request, "library_new.html", _("Add documents"), _trail(), context, status=status)


@staff_screen("catalog.view_document", "GET", "HEAD", "POST")
def library_document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a document with what it belongs to; change, replace and remove it."""
    document = _find(uuid)
    problems: list[str] = []
    if request.method == "POST":
        may = "catalog.delete_document" if request.POST.get("act") == "remove" else "catalog.change_document"
        if not request.user.has_perm(may):
            raise Http404
        chosen = _ACTS.get(request.POST.get("act", ""))
        if chosen is None:
            problems = [words_of(Refusal("idempotency_key_invalid"))]
        else:
            act, done = chosen(request, document)
            problems = act_once(request, act, done=done)
        if not problems and request.POST.get("act") == "remove":
            return redirect("staff_library:index")
        if not problems:
            return redirect("backoffice:library_document", uuid=uuid)
        document = _find(uuid)
    return _show(request, document, problems)


@staff_screen("catalog.view_document")
def library_file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a document's file, whoever it is for, expired or not; one that is typeset when asked for has none."""
    document = _find(uuid)
    if not document.file:
        raise Http404
    try:
        with document.file.open("rb") as file:
            response = pdf(file.read(), f"{slugify(document.title)}.pdf")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response["X-Content-Type-Options"] = "nosniff"
    return response


@staff_screen("catalog.view_document")
def product_zip(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Return the files of all documents of a product in one zip file."""
    product = Product.objects.filter(uuid=uuid).first()
    if product is None:
        raise Http404
    return _zip(files_of_product(product))


@staff_screen("orders.view_order")
def order_zip(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Return the files of the documents of all articles of an order in one zip file."""
    order = Order.objects.filter(uuid=uuid).first()
    if order is None:
        raise Http404
    return _zip(files_of_order(order))


def _zip(bundle: Bundle) -> StreamingHttpResponse:
    response = StreamingHttpResponse(bundle.chunks, content_type=ZIP)
    response["Content-Disposition"] = f'attachment; filename="{bundle.filename}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _show(request: HttpRequest, document: Document, problems: list[str]) -> HttpResponse:
    links = document.links.select_related("product", "family", "brand", "category")
    names = dict(_choices()["kinds"])
    rows = []
    for link in links[:200]:
        kind = next(one for one in KINDS if getattr(link, f"{one}_id"))
        target = getattr(link, kind)
        rows.append({"key": f"{kind}:{target.pk}", "kind": names[kind], "target": target, "code": target.code})
    context = {
        "document": document,
        "links": rows,
        "text": DocumentText.objects.filter(document=document).defer("words").first(),
        "is_expired": bool(document.valid_to and document.valid_to < staff_today()),
        "typed": request.POST if problems and request.POST.get("act") == "save" else _typed(document),
        "problems": problems,
        **_choices(),
    }
    status = 422 if problems else 200
    return page(request, "library_document.html", document.title, _trail(), context, status=status)


def _trail() -> list[tuple[Any, str]]:
    return [(_("Documents"), "staff_library:index")]


def _choices() -> dict[str, Any]:
    return {
        "types": Document.Type.choices,
        "languages": [("", _("For all languages")), *LANGUAGE_NAMES.items()],
        "kinds": [
            ("product", _("Product")),
            ("family", _("Family")),
            ("brand", _("Brand")),
            ("category", _("Category")),
        ],
    }


def _typed(document: Document) -> dict[str, str]:
    return {
        "title": document.title,
        "type": document.type,
        "language": document.language,
        "valid_to": document.valid_to.isoformat() if document.valid_to else "",
        "customer": document.customer.number if document.customer else "",
    }


def _find(uuid: UUID) -> Document:
    found = Document.objects.filter(uuid=uuid).select_related("customer").first()
    if found is None:
        raise Http404
    return found


def _add(request: HttpRequest, files: list[UploadedFile]) -> None:
    """Add all files or none; several are named by their files."""
    if not files:
        raise refuse("file_missing", "file")
    if len(files) > MOST_FILES:
        raise refuse("too_many_files", "file", most=MOST_FILES)
    links = _links(request.POST.get("kind", "product"), request.POST.get("codes", ""))
    typed = request.POST.get("title", "") if len(files) == 1 else ""
    for file in files:
        title = typed.strip() or PurePath(file.name or "").stem.replace("_", " ").strip()
        add_document(content=_content(file), data=_data(request, title), links=links)


def _content(file: UploadedFile) -> bytes:
    if (file.size or 0) > MOST_BYTES:
        raise refuse("file_too_large", "file", most=MOST_BYTES // (1024 * 1024))
    return bytes(file.read())


def _data(request: HttpRequest, title: str) -> DocumentData:
    return DocumentData(
        type=request.POST.get("type", ""),
        title=title,
        language=request.POST.get("language", ""),
        valid_to=_day(request.POST.get("valid_to", "")),
        customer_id=_customer(request.POST.get("customer", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as problem:
        raise refuse("date_invalid", "valid_to") from problem


def _customer(words: str) -> int | None:
    """Return the customer of a number, or the only one the words find."""
    words = words.strip()[:80]
    if not words:
        return None
    exact = Customer.objects.filter(number=words).values_list("pk", flat=True).first()
    found = [exact] if exact else customer_ids(words)
    if len(found) != 1:
        raise refuse("customer_unknown", "customer")
    return found[0]


def _links(kind: str, codes: str) -> Links:
    """Return what codes name, divided by commas, spaces or lines. A product is named by an article's number too."""
    if kind not in KINDS:
        raise refuse("type_unknown", "kind")
    words = dict.fromkeys(codes.replace(",", " ").replace(";", " ").split())
    return Links(**{kind: tuple(_target(kind, word) for word in words)})


def _target(kind: str, word: str) -> int:
    models: dict[str, Any] = {"product": Product, "family": Family, "brand": Brand, "category": Category}
    found = models[kind].objects.filter(code=word.lower()).values_list("pk", flat=True).first()
    if found is None and kind == "product":
        same = Variant.objects.filter(sku_normalized=normalize_code(word))
        found = same.values_list("product_id", flat=True).first()
    if found is None:
        raise refuse("document_link_unknown", "codes", words=word[:80])
    return int(found)


def _save(request: HttpRequest, document: Document) -> Act:
    title = request.POST.get("title", "")
    return lambda: change_document(document=document, data=_data(request, title)), _("The document is saved.")


def _replace(request: HttpRequest, document: Document) -> Act:
    def act() -> None:
        file = request.FILES.get("file")
        if file is None:
            raise refuse("file_missing", "file")
        replace_file(document=document, content=_content(file))

    return act, _("The file is replaced.")


def _link(request: HttpRequest, document: Document) -> Act:
    def act() -> None:
        links = _links(request.POST.get("kind", ""), request.POST.get("codes", ""))
        link_documents(documents=[document], links=links)

    return act, _("The document belongs to more now.")


def _unlink(request: HttpRequest, document: Document) -> Act:
    kind, _mark, key = request.POST.get("link", "").partition(":")
    if kind not in KINDS or not (key.isascii() and key.isdigit() and len(key) < 18):
        raise Http404
    links = Links(**{kind: (int(key),)})
    return lambda: unlink_documents(documents=[document], links=links), _("The document no longer belongs to it.")


def _remove(_request: HttpRequest, document: Document) -> Act:
    return lambda: remove_document(document=document), _("The document is removed.")


_ACTS: dict[str, Callable[[HttpRequest, Document], Act]] = {
    "save": _save,
    "replace": _replace,
    "link": _link,
    "unlink": _unlink,
    "remove": _remove,
}
