"""What is handed over instead of sent: files and licence keys of articles, and who has fetched what."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models import Variant
from truso.modules.inventory.models import Location
from truso.modules.orders.models import OrderLine
from truso.platform.audit import append_only, audited


@audited()
class DigitalFile(models.Model):
    """A file that comes with an article. Whoever has bought the article gets those that stand now, new versions too."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="digital_files")
    name = models.CharField(_("name"), max_length=200)  # as it is saved at the buyer's, with its ending
    version = models.CharField(_("version"), max_length=40, blank=True)
    file = models.FileField(upload_to="digital/%Y/%m/")
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("file for sale")
        verbose_name_plural = _("files for sale")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["variant", "name"], condition=models.Q(removed_at=None), name="digital_file_name_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()


class LicenceKey(models.Model):
    """A key that is sold once. While nobody has it, it is one of the article on hand at its location.

    It is not audited: the trail would keep the secret in clear. Who added and who voided it stands here.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    variant = models.ForeignKey(Variant, on_delete=models.PROTECT, related_name="licence_keys")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("key"), max_length=500)
    order_line = models.ForeignKey(OrderLine, null=True, on_delete=models.PROTECT, related_name="licence_keys")
    assigned_at = models.DateTimeField(_("handed over"), null=True)
    added_at = models.DateTimeField(_("added"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    voided_at = models.DateTimeField(_("voided"), null=True)
    voided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("licence key")
        verbose_name_plural = _("licence keys")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["variant", "location", "id"],
                condition=models.Q(order_line=None, voided_at=None),
                name="licence_key_free",
            ),
            models.Index(fields=["variant", "-id"], name="licence_key_latest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["variant", "text"], name="licence_key_once"),
            models.CheckConstraint(
                condition=models.Q(order_line=None, assigned_at=None)
                | models.Q(order_line__isnull=False, assigned_at__isnull=False, voided_at=None),
                name="licence_key_has_one_owner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id}/{self.pk}"


@append_only()
class DownloadEntry(models.Model):
    """Somebody fetched a file they bought."""

    file = models.ForeignKey(DigitalFile, on_delete=models.PROTECT, related_name="+")
    order_line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="+")
    person_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["order_line", "-id"], name="download_of_line")]

    def __str__(self) -> str:
        return f"{self.file_id} {self.at}"
