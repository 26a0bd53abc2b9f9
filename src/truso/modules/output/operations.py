"""Every write of this module: queue and send mails, store documents."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.db import transaction

from truso.kernel.references import Reference
from truso.kernel.refusals import refuse
from truso.modules.output.mail import render_mail
from truso.modules.output.models import SentMail, StoredDocument, document_storage
from truso.modules.output.queries import find_document, read_document
from truso.platform import clock
from truso.platform.jobs import enqueue

CONTENT_TYPES = {StoredDocument.Kind.PDF: "application/pdf", StoredDocument.Kind.UBL: "application/xml"}
# Their links let the reader in: once sent, nobody else needs them.
SECRET_TEMPLATES = frozenset({"password_reset", "invitation", "email_confirmation"})


def queue_mail(
    *,
    template: str,
    language: str,
    recipient: str,
    context: Mapping[str, Any],
    subject: Reference | None,
    attachments: Sequence[StoredDocument] = (),
) -> SentMail:
    """Write a mail and have it sent once the caller's transaction is committed; undone with it otherwise.

    `subject` is the record the mail is about, `context` what `mail_values` names for the template.
    Refuses `recipient_invalid` and what `render_mail` refuses.
    """
    try:
        validate_email(recipient)
    except ValidationError as error:
        raise refuse("recipient_invalid", subject="recipient", found=recipient) from error
    rendered = render_mail(template, language, context)
    with transaction.atomic():
        mail = SentMail.objects.create(
            template=template,
            language=language,
            recipient=recipient,
            subject=rendered.subject[:400],
            html=rendered.html,
            text=rendered.text,
            subject_kind=subject.kind if subject else "",
            subject_uuid=subject.uuid if subject else None,
            queued_at=clock.now(),
        )
        if attachments:
            mail.attachments.set(attachments)
        enqueue("output.send_mail", {"mail_uuid": str(mail.uuid)}, dedupe_key=f"output.send_mail:{mail.uuid}")
    return mail


def send_mail(*, mail_uuid: UUID) -> bool:
    """Hand a queued mail to the mail server; True when this call sent it, False when it was sent before.

    Called outside a transaction. A failure is written down and raised again, for the job to try later. The message id
    follows from the mail, so a second copy after a crash is recognized by the reader's mail program.
    """
    mail = SentMail.objects.prefetch_related("attachments").get(uuid=mail_uuid)
    if mail.sent_at:
        return False
    message = EmailMultiAlternatives(
        subject=mail.subject, body=mail.text, to=[mail.recipient], headers={"Message-ID": _message_id(mail)}
    )
    message.attach_alternative(mail.html, "text/html")
    for document in mail.attachments.all():
        message.attach(document.filename, read_document(document), document.content_type)
    try:
        message.send()
    except Exception as error:
        SentMail.objects.filter(pk=mail.pk).update(failed_reason=f"{type(error).__name__}: {error}"[:2000])
        raise
    changes: dict[str, Any] = {"sent_at": clock.now(), "failed_reason": ""}
    if mail.template in SECRET_TEMPLATES and not getattr(settings, "TRUSO_KEEP_SECRET_MAILS", False):
        changes |= {"html": "", "text": ""}
    SentMail.objects.filter(pk=mail.pk, sent_at=None).update(**changes)
    return True


def store_document(
    *,
    subject: Reference,
    kind: str,
    filename: str,
    content: bytes,
    language: str = "",
    replace: bool = False,
) -> StoredDocument:
    """Keep a rendered document of a record; the same content again returns the one there is.

    Refuses `document_already_stored` when another content is kept for that record, kind and language: what was sent
    stays as it was sent. Documents that follow their record, such as data sheets, are stored with `replace`.
    """
    if kind not in CONTENT_TYPES:
        raise refuse("document_kind_unknown", subject="kind", found=kind)
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        existing = find_document(subject=subject, kind=kind, language=language, for_update=True)
        if existing and existing.sha256 == sha256:
            return existing
        if existing and not replace:
            raise refuse("document_already_stored", filename=existing.filename)
        document = existing or StoredDocument(
            subject_kind=subject.kind, subject_uuid=subject.uuid, kind=kind, language=language
        )
        document.filename = filename[:160]
        document.content_type = CONTENT_TYPES[StoredDocument.Kind(kind)]
        document.sha256, document.size, document.created_at = sha256, len(content), clock.now()
        document.content.name = _put(sha256, kind, content)
        document.save()
    return document


def _put(sha256: str, kind: str, content: bytes) -> str:
    """Write the content under its own hash: written twice, or left by an undone transaction, it is the same file."""
    storage = document_storage()
    name = f"documents/{sha256[:2]}/{sha256}.{'xml' if kind == StoredDocument.Kind.UBL else kind}"
    return name if storage.exists(name) else storage.save(name, ContentFile(content))


def _message_id(mail: SentMail) -> str:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return f"<{mail.uuid}@{domain}>"
