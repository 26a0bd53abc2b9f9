"""The trail. Rows come from triggers only (`triggers.py`)."""

from django.db import models

from truso.platform.audit.registry import append_only


@append_only()
class AuditEntry(models.Model):
    """One row changed: who, when, what before and after. Personal values stand as digests only."""

    uid = models.UUIDField(unique=True)
    transaction = models.BigIntegerField()
    at = models.DateTimeField()
    table = models.CharField(max_length=80)
    row = models.CharField(max_length=60)
    action = models.CharField(max_length=6)
    actor = models.JSONField()
    changes = models.JSONField()

    class Meta:
        verbose_name_plural = "audit entries"
        indexes = [
            models.Index(fields=["table", "row", "id"], name="audit_row"),
            models.Index(fields=["at"], name="audit_at"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.table} {self.row}"


class AuditPersonalValue(models.Model):
    """The personal values of an entry, apart from it so that they can be erased while the trail stays whole."""

    entry_uid = models.UUIDField(unique=True)
    person_id = models.BigIntegerField(null=True, db_index=True)
    salt = models.UUIDField()
    values = models.JSONField()

    def __str__(self) -> str:
        return str(self.entry_uid)


@append_only()
class AuditSeal(models.Model):
    """A link of the hash chain: the digest of all entries up to one, joined to the link before."""

    first_entry = models.BigIntegerField()
    last_entry = models.BigIntegerField(unique=True)
    entries = models.IntegerField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.first_entry}–{self.last_entry}"
