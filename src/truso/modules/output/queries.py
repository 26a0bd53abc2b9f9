"""What others read of mails and documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from truso.kernel.references import Reference
from truso.kernel.refusals import NotFound
from truso.modules.output.models import SentMail, StoredDocument


class DocumentDamaged(Exception):
    """Raised when a stored document is not what was stored."""


def find_document(
    *, subject: Reference, kind: str, language: str = "", for_update: bool = False
) -> StoredDocument | None:
    """Return the document of a record by kind and language, None when it was not stored yet."""
    documents = StoredDocument.objects.select_for_update() if for_update else StoredDocument.objects.all()
    return documents.filter(subject_kind=subject.kind, subject_uuid=subject.uuid, kind=kind, language=language).first()


def documents_for(*, kind: str, uuids: Iterable[UUID]) -> dict[UUID, list[StoredDocument]]:
    """Return the documents of many records of one kind (`invoice`) in one query, by record."""
    found: dict[UUID, list[StoredDocument]] = {}
    documents = StoredDocument.objects.filter(subject_kind=kind, subject_uuid__in=list(uuids)).order_by("kind", "id")
    for document in documents:
        found.setdefault(document.subject_uuid, []).append(document)
    return found


def get_document(*, uuid: UUID) -> StoredDocument:
    """Return a document. Raises `NotFound`. Whether the reader may see its subject is the caller's to ask."""
    document = StoredDocument.objects.filter(uuid=uuid).first()
    if document is None:
        raise NotFound
    return document


def read_document(document: StoredDocument) -> bytes:
    """Return the content, proven by its hash. Raises `DocumentDamaged`."""
    with document.content.storage.open(str(document.content.name), "rb") as file:
        content = bytes(file.read())
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise DocumentDamaged(f"{document.filename} ({document.uuid}) is not what was stored")
    return content


def list_mails(*, subject: Reference | None = None, recipient: str = "") -> QuerySet[SentMail]:
    """Return mails, newest first: all, those about a record, or those to an address. Slice before reading."""
    mails = SentMail.objects.defer("html", "text")
    if subject:
        mails = mails.filter(subject_kind=subject.kind, subject_uuid=subject.uuid)
    return mails.filter(recipient__iexact=recipient) if recipient else mails


def get_mail(*, uuid: UUID) -> SentMail:
    """Return a mail with its content. Raises `NotFound`."""
    mail = SentMail.objects.filter(uuid=uuid).first()
    if mail is None:
        raise NotFound
    return mail


def list_unsent_mails() -> QuerySet[SentMail]:
    """Return the mails that have failed and were not sent since, oldest first."""
    return SentMail.objects.filter(sent_at=None).exclude(failed_reason="").order_by("queued_at", "id")
