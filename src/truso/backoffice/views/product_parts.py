"""What hangs on a product: pictures, documents, related products, and the ranges its articles are in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen, tell
from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.lists.catalog import name_of, named
from truso.backoffice.pages import page, pdf
from truso.backoffice.refusals import words_of
from truso.backoffice.words import language
from truso.kernel.identifiers import normalize_code, slugify
from truso.kernel.refusals import Refusal, Refused, refuse
from truso.kernel.texts import LANGUAGES, in_language
from truso.kernel.value import replace
from truso.modules.catalog.attachments import (
    PictureChange,
    add_picture,
    add_relation,
    arrange_pictures,
    arrange_relations,
    set_ranges,
)
from truso.modules.catalog.documents import DocumentData, Links, add_document, change_document, unlink_documents
from truso.modules.catalog.models import (
    Assortment,
    AssortmentVariant,
    Document,
    DocumentLink,
    Product,
    Relation,
    Variant,
)
from truso.modules.catalog.queries import documents_of_products
from truso.modules.catalog.queries.pictures import count_other_products
from truso.modules.catalog.uploads import MOST_BYTES

Act = Callable[[], Any]
MOST_PICTURES = 40


def _find(uuid: UUID) -> Product:
    found = Product.objects.filter(uuid=uuid).first()
    if found is None:
        raise Http404
    return found


def product_screen(
    request: HttpRequest,
    product: Product,
    part: str,
    title: str,
    acts: dict[str, Callable[[], tuple[Act, str]]],
    context: Callable[[], dict[str, Any]],
    may: str = "catalog.change_product",
) -> HttpResponse:
    """Show one part of a product, and do one of `acts` for those who may: each returns what to do and what is said then."""
    can_change = request.user.has_perm(may)
    problems: list[str] = []
    if request.method == "POST":
        if not can_change:
            raise Http404
        prepare = acts.get(request.POST.get("act", ""))
        if prepare is None:
            problems = [words_of(Refusal("idempotency_key_invalid"))]
        else:
            act, done = prepare()
            problems = act_once(request, act, done=done)
        if not problems:
            return redirect(f"backoffice:product_{part}", uuid=product.uuid)
    name = in_language({text.language: text.name for text in product.texts.all()}, language()) or product.code
    shown = {
        "product": product,
        "name": name,
        "part": part,
        "can_change": can_change,
        "problems": problems,
        "typed": request.POST if problems else {},
        **context(),
    }
    trail = [(_("Products"), "staff_products:index")]
    return page(request, f"product_{part}.html", f"{name}: {title}", trail, shown, status=422 if problems else 200)


def _uploaded(request: HttpRequest) -> bytes:
    """Return the uploaded file's content; refuses `file_missing` and `file_too_large` before it is read."""
    file = request.FILES.get("file")
    if file is None:
        raise refuse("file_missing", "file")
    if (file.size or 0) > MOST_BYTES:
        raise refuse("file_too_large", "file", most=MOST_BYTES // (1024 * 1024))
    return bytes(file.read())


def _texts(request: HttpRequest, prefix: str) -> dict[str, str]:
    return {code: request.POST.get(f"{prefix}_{code}", "")[:300] for code in LANGUAGES}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _keys(values: list[str]) -> set[int]:
    return {int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 18}


def _add_pictures(request: HttpRequest, product: Product) -> None:
    """Add every file that is a picture; of those that are not, each is named with the reason, and the others are kept."""
    files, texts = request.FILES.getlist("file")[:MOST_PICTURES], _texts(request, "alt")
    if not files:
        raise refuse("file_missing", "file")
    refused: list[tuple[str, Refusal]] = []
    for file in files:
        try:
            if (file.size or 0) > MOST_BYTES:
                raise refuse("file_too_large", "file", most=MOST_BYTES // (1024 * 1024))
            with transaction.atomic():
                add_picture(product=product, content=bytes(file.read()), alternative_texts=texts)
        except Refused as problem:
            refused.append((file.name or "", problem.refusals[0]))
    if len(refused) == len(files):
        raise Refused(*(problem for _name, problem in refused))
    tell(request, [f"{name}: {words_of(problem)}" for name, problem in refused])


@staff_screen("catalog.view_product", "GET", "HEAD", "POST")
def pictures(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a product's pictures; add, order, describe and remove them, and say which articles they show."""
    product = _find(uuid)

    def add() -> tuple[Act, str]:
        return lambda: _add_pictures(request, product), _("The pictures are added.")

    def arrange() -> tuple[Act, str]:
        changes = [
            PictureChange(
                pk=key,
                position=_number(request.POST.get(f"position_{key}", "")),
                alternative_texts=_texts(request, f"alt_{key}"),
                variant_ids=_keys(request.POST.getlist(f"variants_{key}")),
                is_removed=bool(request.POST.get(f"remove_{key}")),
            )
            for key in sorted(_keys(request.POST.getlist("picture")))
        ]
        return lambda: arrange_pictures(product=product, changes=changes), _("The pictures are saved.")

    def context() -> dict[str, Any]:
        variants = list(product.variants.all())
        gallery = list(product.pictures.select_related("picture"))
        shared = count_other_products(product_id=product.pk, picture_ids=[row.picture_id for row in gallery])
        rows = [
            {
                "row": row,
                "others": shared.get(row.picture_id, 0),
                "place": place,
                "texts": [
                    (code, LANGUAGE_NAMES[code], row.picture.alternative_texts.get(code, "")) for code in LANGUAGES
                ],
                "variants": [(variant, variant.picture_id == row.picture_id) for variant in variants],
            }
            for place, row in enumerate(gallery, start=1)
        ]
        return {"rows": rows, "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]}

    return product_screen(request, product, "pictures", _("Pictures"), {"add": add, "arrange": arrange}, context)


@staff_screen("catalog.view_product", "GET", "HEAD", "POST")
def documents(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a product's documents; add, label and remove them."""
    product = _find(uuid)

    def add() -> tuple[Act, str]:
        data = _document_data(request, "")
        return lambda: add_document(content=_uploaded(request), data=data, links=Links(product=(product.pk,))), _(
            "The document is added."
        )

    def arrange() -> tuple[Act, str]:
        removed = set(request.POST.getlist("remove"))
        own = {row.uuid: row for row in _own_documents(product)}
        rows = {key: own.get(_uuid(key)) for key in request.POST.getlist("document")}
        if None in rows.values():
            raise Http404

        def act() -> None:
            for key, row in rows.items():
                if row is not None and key in removed:
                    unlink_documents(documents=[row], links=Links(product=(product.pk,)))
                elif row is not None:
                    data = _document_data(request, f"_{key}")
                    change_document(
                        document=row, data=replace(data, valid_to=row.valid_to, customer_id=row.customer_id)
                    )

        return act, _("The documents are saved.")

    def context() -> dict[str, Any]:
        own = _own_documents(product)
        inherited = documents_of_products([product.pk]).get(product.pk, [])
        return {
            "rows": [_document_row(request, row) for row in own],
            "inherited": _reasons(product, [row for row in inherited if row not in own]),
            "has_files": any(row.file for row in (*own, *inherited)),
            "types": Document.Type.choices,
            "languages": list(LANGUAGE_NAMES.items()),
        }

    return product_screen(request, product, "documents", _("Documents"), {"add": add, "arrange": arrange}, context)


def _own_documents(product: Product) -> list[Document]:
    return list(Document.objects.filter(links__product=product))


def _reasons(product: Product, documents: list[Document]) -> list[tuple[Document, str]]:
    """Return documents that are not the product's own, each with what it is here through."""
    category = product.category
    links = DocumentLink.objects.filter(document__in=documents).filter(
        Q(family=product.family_id) | Q(brand=product.brand_id) | Q(category__in=category.path)
    )
    found: dict[int, list[str]] = {}
    for link in links.select_related("family", "brand", "category"):
        if link.family:
            reason = _("family %(name)s") % {"name": link.family}
        elif link.brand:
            reason = _("brand %(name)s") % {"name": link.brand}
        else:
            reason = _("category %(name)s") % {"name": link.category}
        found.setdefault(link.document_id, []).append(reason)
    return [(document, ", ".join(found.get(document.pk, ()))) for document in documents]


def _document_data(request: HttpRequest, suffix: str) -> DocumentData:
    return DocumentData(
        type=request.POST.get(f"type{suffix}", ""),
        title=request.POST.get(f"title{suffix}", ""),
        language=request.POST.get(f"language{suffix}", ""),
    )


def _document_row(request: HttpRequest, row: Document) -> dict[str, Any]:
    """Return a document with its labels as they were typed, if they were."""
    typed = {name: request.POST.get(f"{name}_{row.uuid}", getattr(row, name)) for name in ("title", "type", "language")}
    return {"row": row, **typed}


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as problem:
        raise Http404 from problem


@staff_screen("catalog.view_product")
def document_file(request: HttpRequest, uuid: UUID, document: UUID) -> HttpResponse:
    """Return a document's file, of a product that is not on sale too; one that is typeset when asked for has none."""
    found = Document.objects.filter(links__product__uuid=uuid, uuid=document).exclude(file="").first()
    if found is None:
        raise Http404
    try:
        with found.file.open("rb") as file:
            response = pdf(file.read(), f"{slugify(found.title)}.pdf")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response["X-Content-Type-Options"] = "nosniff"
    return response


@staff_screen("catalog.view_product", "GET", "HEAD", "POST")
def relations(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show what a product is related to, and how; add, order and end relations."""
    product = _find(uuid)

    def add() -> tuple[Act, str]:
        words = request.POST.get("to", "").strip()[:80]

        def act() -> None:
            to = _named_product(words)
            if to is None:
                raise refuse("product_not_found", "to", words=words)
            add_relation(product=product, to=to, kind=request.POST.get("kind", ""))

        return act, _("The relation is added.")

    def arrange() -> tuple[Act, str]:
        keys = _keys(request.POST.getlist("relation"))
        positions = {key: _number(request.POST.get(f"position_{key}", "")) for key in keys}
        removed = _keys(request.POST.getlist("remove"))
        return lambda: arrange_relations(product=product, positions=positions, removed=removed), _(
            "The relations are saved."
        )

    def context() -> dict[str, Any]:
        rows = list(product.relations.select_related("to"))
        names = {one.pk: name_of(one) for one in named(Product.objects.filter(related_from__in=rows), "pk").distinct()}
        shown = [{"row": row, "name": names.get(row.to_id, row.to.code)} for row in rows]
        return {"rows": shown, "kinds": Relation.Kind.choices}

    return product_screen(
        request, product, "relations", _("Related products"), {"add": add, "arrange": arrange}, context
    )


def _named_product(words: str) -> Product | None:
    """Return the product of a code, or of one of its articles' numbers."""
    variant = Variant.objects.filter(sku_normalized=normalize_code(words)).select_related("product").first()
    return Product.objects.filter(code=words.lower()).first() or (variant.product if variant else None)


@staff_screen("catalog.view_assortment", "GET", "HEAD", "POST")
def ranges(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show in which limited assortments a product's articles are, and change it."""
    product = _find(uuid)

    def save() -> tuple[Act, str]:
        chosen = {key: _keys(request.POST.getlist(f"range_{key}")) for key in _keys(request.POST.getlist("assortment"))}
        return lambda: set_ranges(product=product, ranges=chosen), _("The ranges are saved.")

    def context() -> dict[str, Any]:
        assortments = list(Assortment.objects.all()[:50])
        entries = AssortmentVariant.objects.filter(variant__product=product)
        there = set(entries.values_list("assortment_id", "variant_id"))
        rows = [
            {"variant": variant, "cells": [(one, (one.pk, variant.pk) in there) for one in assortments]}
            for variant in product.variants.all()
        ]
        return {"rows": rows, "assortments": assortments}

    return product_screen(
        request, product, "ranges", _("Ranges"), {"save": save}, context, may="catalog.change_assortment"
    )
