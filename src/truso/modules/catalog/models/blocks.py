"""Demonstration blocks: what shows a product at work, below its description."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models.products import Product
from truso.modules.catalog.models.structure import Picture
from truso.platform.audit import audited


@audited()
class ProductBlock(models.Model):
    """A heading, a text, and beside them a picture or a video: a file of the shop's, or one shown by another house.

    Of another house only its name for the video is kept. `picture` of a video is what stands there until it is played. What
    is seen all around has its `frames`, from 8 to 72 pictures once around.
    """

    class Media(models.TextChoices):
        NONE = "none", _("Text alone")
        PICTURE = "picture", _("Picture")
        VIDEO = "video", _("Video file")
        YOUTUBE = "youtube", "YouTube"
        VIMEO = "vimeo", "Vimeo"
        SPIN = "spin", _("All around")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="blocks")
    position = models.PositiveSmallIntegerField(default=0)
    headings = models.JSONField(_("heading"), default=dict)
    texts = models.JSONField(_("text"), default=dict)
    media = models.CharField(_("shows"), max_length=8, choices=Media.choices, default=Media.NONE)
    picture = models.ForeignKey(Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    video = models.FileField(upload_to="videos/%Y/%m/", blank=True)
    content_type = models.CharField(max_length=20, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    embed = models.CharField(_("video there"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("demonstration block")
        verbose_name_plural = _("demonstration blocks")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(media="none", video="", embed="")
                    | models.Q(media="picture", picture__isnull=False, video="", embed="")
                    | models.Q(media="video", embed="") & ~models.Q(video="")
                    | models.Q(media__in=["youtube", "vimeo"], video="") & ~models.Q(embed="")
                    | models.Q(media="spin", video="", embed="")
                ),
                name="product_block_shows_one_thing",
            )
        ]

    def __str__(self) -> str:
        return in_language(self.headings, get_language() or "en") or str(self.uuid)


class SpinFrame(models.Model):
    """A picture of a product from one side, in the order of turning."""

    block = models.ForeignKey(ProductBlock, on_delete=models.CASCADE, related_name="frames")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["block", "position"], name="spin_frame_position_once")]

    def __str__(self) -> str:
        return f"{self.block_id}/{self.position}"
