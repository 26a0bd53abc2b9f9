"""Mails as they were sent and documents as they were written."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.core.files.storage import Storage, default_storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.platform.database.indexes import trigram_index


def document_storage() -> Storage:
    """Return where documents lie: the storage named `private`, else the default one under hashed names."""
    return storages["private"] if "private" in settings.STORAGES else default_storage


class StoredDocument(models.Model):
    """A rendered document of a record: written once, read ever after. `sha256` is that of the content."""

    class Kind(models.TextChoices):
        PDF = "pdf", _("PDF")
        UBL = "ubl", _("E-invoice (UBL)")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    subject_kind = models.CharField(max_length=40)
    subject_uuid = models.UUIDField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    language = models.CharField(max_length=8, blank=True)
    filename = models.CharField(max_length=160)
    content_type = models.CharField(max_length=80)
    content = models.FileField(storage=document_storage, max_length=160)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_uuid", "kind", "language"], name="output_document_once_per_subject"
            )
        ]

    def __str__(self) -> str:
        return self.filename


class SentMail(models.Model):
    """A mail with its content at the moment it was queued, and what became of it."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    template = models.CharField(max_length=60)
    language = models.CharField(max_length=8)
    recipient = models.EmailField(max_length=254)
    subject = models.CharField(max_length=400)
    html = models.TextField(blank=True)
    text = models.TextField(blank=True)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_uuid = models.UUIDField(null=True, blank=True)
    attachments = models.ManyToManyField(StoredDocument, blank=True, related_name="mails")
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    failed_reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-queued_at", "-id"]
        indexes = [
            models.Index(fields=["subject_kind", "subject_uuid"], name="output_mail_subject"),
            models.Index(fields=["recipient", "-queued_at"], name="output_mail_recipient"),
            models.Index(fields=["-queued_at", "-id"], name="output_mail_recent"),
            trigram_index("recipient", "subject", name="output_mail_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(subject_kind="", subject_uuid=None)
                | (~models.Q(subject_kind="") & models.Q(subject_uuid__isnull=False)),
                name="output_mail_subject_whole",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.recipient}"
