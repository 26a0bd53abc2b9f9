"""Writes to the library of documents: files, what they are, what they belong to, whose they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from django.core.files.base import ContentFile
from django.db.models import Model, Q

from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.kernel.texts import LANGUAGES
from truso.kernel.value import Value
from truso.modules.catalog.models import Brand, Category, Document, DocumentLink, DocumentText, Family, Product
from truso.modules.catalog.operations import announce_products
from truso.modules.catalog.queries.documents import product_ids_of_documents
from truso.modules.catalog.uploads import check_document
from truso.modules.customers.models import Customer
from truso.platform import clock
from truso.platform.jobs import enqueue

MOST_TITLE = 200
# The name of a file begins with so much of its digest.
NAME_LENGTH = 24
_TARGETS: dict[str, type[Model]] = {"product": Product, "family": Family, "brand": Brand, "category": Category}


class DocumentData(Value, frozen=True):
    """What a document is: its type, title, language (empty: for readers of all), last day, and the customer it is for."""

    type: str
    title: str
    language: str = ""
    valid_to: date | None = None
    customer_id: int | None = None


class Links(Value, frozen=True):
    """What documents belong to, by keys."""

    product: tuple[int, ...] = ()
    family: tuple[int, ...] = ()
    brand: tuple[int, ...] = ()
    category: tuple[int, ...] = ()

    def pairs(self) -> list[tuple[str, int]]:
        """Return the kind and key of each, none twice."""
        return [(kind, key) for kind in _TARGETS for key in dict.fromkeys(getattr(self, kind))]


def add_document(*, content: bytes, data: DocumentData, links: Links) -> Document:
    """Put a document (PDF) into the library.

    Refuses what `check_document` refuses, `field_required` (`title`), `type_unknown`, `language_unknown`,
    `customer_unknown`, and `document_twice` (with its `title`) for a file that is there for the same readers already.
    Raises NotFound for links to what does not exist.
    """
    document = Document(created_at=clock.now())
    _describe(document, data)
    _put_file(document, content)
    document.save()
    _have_read(document)
    link_documents(documents=[document], links=links)
    return document


def change_document(*, document: Document, data: DocumentData) -> Document:
    """Write what a document is. Refuses as `add_document` does."""
    _describe(document, data)
    if document.sha256:
        _refuse_twice(document, document.sha256)
    document.save()
    _announce([document.pk])
    return document


def replace_file(*, document: Document, content: bytes) -> Document:
    """Put a new file in the place of a document's. The old one stays in the store, for the trail. Refuses as `add_document`."""
    _put_file(document, content)
    document.save()
    DocumentText.objects.filter(document=document).delete()
    _have_read(document)
    _announce([document.pk])
    return document


def link_documents(*, documents: Sequence[Document], links: Links) -> None:
    """Let documents belong to more. Raises NotFound for what does not exist."""
    wanted = _existing(links)
    DocumentLink.objects.bulk_create(
        [DocumentLink(document=one, **{f"{kind}_id": key}) for one in documents for kind, key in wanted],
        ignore_conflicts=True,
    )
    _announce([one.pk for one in documents])


def unlink_documents(*, documents: Sequence[Document], links: Links) -> None:
    """Let documents no longer belong to these. They stay in the library, be it with nothing they belong to."""
    keys = [one.pk for one in documents]
    before = product_ids_of_documents(keys)
    for kind, key in links.pairs():
        DocumentLink.objects.filter(document__in=keys, **{f"{kind}_id": key}).delete()
    announce_products(product_ids=before)


def set_links(*, document: Document, links: Links) -> None:
    """Say all that a document belongs to: what is not named ends. Raises NotFound for what does not exist."""
    before = product_ids_of_documents([document.pk])
    wanted = set(_existing(links))
    for link in document.links.all():
        kept = next((kind, getattr(link, f"{kind}_id")) for kind in _TARGETS if getattr(link, f"{kind}_id") is not None)
        if kept not in wanted:
            link.delete()
    link_documents(documents=[document], links=links)
    announce_products(product_ids=before)


def remove_document(*, document: Document) -> None:
    """Take a document out of the library. Its file stays in the store, for the trail."""
    before = product_ids_of_documents([document.pk])
    document.delete()
    announce_products(product_ids=before)


def _describe(document: Document, data: DocumentData) -> None:
    problems = []
    if not data.title.strip():
        problems.append(Refusal("field_required", subject="title"))
    if data.type not in Document.Type.values:
        problems.append(Refusal("type_unknown", subject="type"))
    if data.language and data.language not in LANGUAGES:
        problems.append(Refusal("language_unknown", subject="language"))
    if data.customer_id is not None and not Customer.objects.filter(pk=data.customer_id).exists():
        problems.append(Refusal("customer_unknown", subject="customer"))
    if problems:
        raise Refused(*problems)
    document.type, document.language, document.valid_to = data.type, data.language, data.valid_to
    document.title, document.customer_id = data.title.strip()[:MOST_TITLE], data.customer_id


def _put_file(document: Document, content: bytes) -> None:
    check_document(content)
    digest = hashlib.sha256(content).hexdigest()
    _refuse_twice(document, digest)
    document.file.save(f"{digest[:NAME_LENGTH]}.pdf", ContentFile(content), save=False)
    document.size, document.sha256 = len(content), digest


def _have_read(document: Document) -> None:
    enqueue("catalog.read_document", {"document": document.pk}, lock=f"document:{document.pk}")


def _refuse_twice(document: Document, digest: str) -> None:
    """Refuse a file that the same readers have already; one without a digest is known by its name."""
    same = Q(sha256=digest) | Q(sha256="", file__startswith=f"documents/{digest[:NAME_LENGTH]}")
    readers = Q(customer=document.customer_id) if document.customer_id else Q(customer=None)
    there = Document.objects.filter(same, readers).exclude(pk=document.pk).first()
    if there:
        raise refuse("document_twice", "file", title=there.title)


def _existing(links: Links) -> list[tuple[str, int]]:
    for kind, model in _TARGETS.items():
        wanted = set(getattr(links, kind))
        if wanted and model._default_manager.filter(pk__in=wanted).count() != len(wanted):
            raise NotFound(kind)
    return links.pairs()


def _announce(document_ids: Iterable[int]) -> None:
    announce_products(product_ids=product_ids_of_documents(document_ids))
