"""Imports as they are kept: what a file looked like, how its columns are read, how far it is, and what became of each row."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.files.storage import Storage, default_storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.platform.audit import audited


def import_storage() -> Storage:
    """Return where files lie: what somebody pays for goods is nobody else's business, however well its name is hidden."""
    return storages["private"] if "private" in settings.STORAGES else default_storage


@audited()
class ImportProfile(models.Model):
    """How the files of one sender are read: which column is which field, and what is fixed of their form.

    `mapping` is column key -> field code; `headings` are those of the file it was made from, so that the next one with the
    same headings is read alike without asking.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    target = models.CharField(_("what is imported"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    mapping = models.JSONField(default=dict)
    reading = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    headings = ArrayField(models.TextField(), default=list)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        verbose_name = _("import profile")
        verbose_name_plural = _("import profiles")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["target", "name"], name="import_profile_once")]

    def __str__(self) -> str:
        return self.name


class RunState(models.TextChoices):
    LOOKED = "looked", _("Not tried yet")
    TRYING = "trying", _("Being tried")
    TRIED = "tried", _("Tried")
    APPLYING = "applying", _("Being imported")
    APPLIED = "applied", _("Imported")
    STOPPED = "stopped", _("Stopped")
    FAILED = "failed", _("Broken off")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")


WORKING = (RunState.TRYING, RunState.APPLYING, RunState.UNDOING)


class ImportRun(models.Model):
    """One file on its way in. `position` is the last row that is done; a worker that takes it holds a lease on it.

    Whoever works on it renews `leased_until` with each portion; when that has passed somebody else goes on.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    target = models.CharField(_("what is imported"), max_length=40)
    profile = models.ForeignKey(ImportProfile, null=True, on_delete=models.SET_NULL, related_name="runs")
    file = models.FileField(upload_to="imports/", storage=import_storage)
    file_name = models.CharField(_("file"), max_length=200)
    size = models.BigIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    look = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    reading = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=10, choices=RunState.choices, default=RunState.LOOKED)
    is_stopping = models.BooleanField(default=False)
    position = models.PositiveIntegerField(default=0)
    rows_total = models.PositiveIntegerField(null=True)
    counts = models.JSONField(default=dict)
    trial_counts = models.JSONField(default=dict)
    # What an undo could not put back, because somebody changed it since.
    kept_counts = models.JSONField(default=dict)
    seconds = models.FloatField(default=0)  # spent working, so that the rate is not that of a night in between
    paused = models.FloatField(default=0)  # of these, spent making way for the shop
    problem = models.JSONField(null=True)  # a refusal: code, params
    by = models.CharField(_("by"), max_length=200)
    by_id = models.BigIntegerField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(_("created"))
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]
        permissions = [("run_import", "Can import files"), ("undo_import", "Can undo imports")]
        indexes = [
            models.Index(
                fields=["leased_until"],
                condition=models.Q(state__in=["trying", "applying", "undoing"]),
                name="import_run_working",
            )
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_working(self) -> bool:
        return self.state in WORKING


class ImportRow(models.Model):
    """What became, or in a trial would become, of a row; rows that change nothing leave none.

    `changes` holds field -> [before, after]; `values` the cells of a refused row, so that it can be mended and sent again.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    is_trial = models.BooleanField(default=False)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8)
    key = models.CharField(max_length=200, blank=True)
    changes = models.JSONField(default=dict)
    reasons = models.JSONField(default=list)
    values = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["run", "is_trial", "kind", "number"], name="import_row_kind")]
        constraints = [models.UniqueConstraint(fields=["run", "is_trial", "number"], name="import_row_once")]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.number}"


@audited()
class PlannedChange(models.Model):
    """A value a field gets at a time, and perhaps loses at another: written as an import's row of one field.

    `before` is what stood there when it was written; at the end it comes back, unless somebody changed it since.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        ACTIVE = "active", _("In force")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")
        CANCELLED = "cancelled", _("Cancelled")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    target = models.CharField(max_length=40)
    key = models.JSONField()  # the fields that name the record
    subject = models.CharField(max_length=80)  # what it is about, for lists: a product's code
    field = models.CharField(max_length=120)
    value = models.JSONField(null=True)  # null empties
    before = models.JSONField(null=True)
    at = models.DateTimeField(_("from"))
    until = models.DateTimeField(_("until"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    problem = models.JSONField(null=True)
    by = models.CharField(max_length=200)
    by_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("planned change")
        verbose_name_plural = _("planned changes")
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["at"], condition=models.Q(state="planned"), name="planned_change_due"),
            models.Index(fields=["until"], condition=models.Q(state="active"), name="planned_change_ending"),
            models.Index(fields=["target", "subject", "-at"], name="planned_change_subject"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("at")),
                name="planned_change_period",
            ),
            models.UniqueConstraint(
                fields=["target", "key", "field", "at"], condition=models.Q(state="planned"), name="planned_change_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.field}"


@audited()
class FieldOwner(models.Model):
    """Who alone writes a field of a kind of data: `staff`, a program by its key (`key:<uuid>`), files by their profile
    (`profile:<uuid>`). Whoever else brings a value leaves the field alone.
    """

    target = models.CharField(max_length=40)
    field = models.CharField(max_length=120)
    source = models.CharField(_("owner"), max_length=60)

    class Meta:
        verbose_name = _("owner of a field")
        verbose_name_plural = _("owners of fields")
        ordering = ["target", "field"]
        constraints = [models.UniqueConstraint(fields=["target", "field"], name="field_owner_once")]

    def __str__(self) -> str:
        return f"{self.target}.{self.field}: {self.source}"
