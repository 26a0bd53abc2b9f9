"""Where products are shown, what a channel asks of them, and how much of that they have."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models.products import Product
from truso.modules.catalog.models.ranges import Assortment
from truso.modules.catalog.models.structure import Family
from truso.platform.audit import audited


@audited()
class Channel(models.Model):
    """A place products are shown in: the shop of a market for one audience, a feed, a printed catalog.

    `least_score` (percent): a product is published only when it reaches that in each of the channel's languages.
    """

    class Audience(models.TextChoices):
        ALL = "all", _("Everybody")
        CONSUMER = "consumer", _("Private customers")
        BUSINESS = "business", _("Companies")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(_("code"), unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)
    market = models.ForeignKey(
        "markets.Market", null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("market")
    )
    audience = models.CharField(_("for"), max_length=8, choices=Audience.choices, default=Audience.ALL)
    assortment = models.ForeignKey(
        Assortment, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("assortment")
    )
    languages = ArrayField(models.CharField(max_length=5), verbose_name=_("languages"), default=list)
    # The shop itself of its market and audience; others (a feed, a printed catalog) are measured and shown to nobody.
    is_shop = models.BooleanField(_("is the shop"), default=True, db_default=True)
    least_score = models.PositiveSmallIntegerField(_("least completeness to publish"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(least_score__isnull=True) | models.Q(least_score__lte=100),
                name="channel_least_score",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@audited()
class ChannelText(models.Model):
    """A product's words in one channel and language; what is empty is said as everywhere."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="channel_texts")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5)
    name = models.CharField(_("name"), max_length=200, blank=True)
    summary = models.CharField(_("summary"), max_length=400, blank=True)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "channel", "language"], name="channel_text_once")]

    def __str__(self) -> str:
        return f"{self.channel_id}/{self.product_id}/{self.language}"


@audited()
class Requirement(models.Model):
    """What products must have: in one channel or all, of one family or all.

    `item` names it: `text:name`, `text:summary`, `text:description` (per language), `attribute:<code>`, `picture`,
    `document:<type>` (per language), `gtin`, `mpn`, `weight`, `packaging`, `price`. `weight` is its share of the score;
    without what `is_blocking` asks, a product is not published, whatever its score.
    """

    channel = models.ForeignKey(
        Channel, null=True, blank=True, on_delete=models.CASCADE, related_name="requirements", verbose_name=_("channel")
    )
    family = models.ForeignKey(
        Family, null=True, blank=True, on_delete=models.CASCADE, related_name="requirements", verbose_name=_("family")
    )
    item = models.CharField(_("what is asked"), max_length=80)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    is_blocking = models.BooleanField(_("needed to publish"), default=False)

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        ordering = ["item", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "family", "item"], nulls_distinct=False, name="requirement_once"
            ),
            models.CheckConstraint(condition=models.Q(weight__gt=0), name="requirement_weight"),
        ]

    def __str__(self) -> str:
        return self.item


class Completeness(models.Model):
    """How complete a product is in a channel: percent per language, the lowest of them, and what is missing.

    `missing` holds items as `Requirement` names them, those of a language with it in front (`pl:text:name`).
    """

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="completeness")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    scores = models.JSONField(default=dict)
    lowest = models.PositiveSmallIntegerField()
    missing = ArrayField(models.CharField(max_length=90), default=list)
    is_blocked = models.BooleanField(default=False)
    # Blocked, or below what the channel asks: not shown there.
    is_closed = models.BooleanField(default=False, db_default=False)
    measured_at = models.DateTimeField()

    class Meta:
        indexes = [
            GinIndex(fields=["missing"], name="completeness_missing"),
            models.Index(fields=["channel", "lowest", "product"], name="completeness_lowest"),
        ]
        constraints = [models.UniqueConstraint(fields=["product", "channel"], name="completeness_once")]

    def __str__(self) -> str:
        return f"{self.product_id}/{self.channel_id}: {self.lowest}"
